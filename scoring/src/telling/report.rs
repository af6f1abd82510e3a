//! A scenario as other programs read it.

use serde::Serialize;

use crate::cards::Finding;
use crate::data::Basis;
use crate::exact::Fraction;
use crate::facts::Answer;
use crate::rules::Outline;

use super::{Scenario, summary};

/// A scenario as plain data, in the shape of `data/schema/scenario.schema.json`. Numbers are decimals where six places
/// write them exactly, else texts such as “1/3”.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// The framework's id.
    framework: String,
    /// The edition of its rules.
    edition: u32,
    /// Who is graded, as an id.
    subject: String,
    /// The subject's name in the language of the page.
    name: String,
    /// The address of the scenario.
    address: String,
    /// Provisions that are changed.
    changes: Changes,
    /// The results, the leading one first.
    results: Vec<ResultReport>,
    /// The parts of the whole.
    parts: Vec<PartReport>,
    /// What the figures rest on.
    about: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Changes {
    /// Those that hold now and did not on the card.
    on: Vec<String>,
    /// Those that do not hold now, and did or were unknown.
    off: Vec<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ResultReport {
    /// The tally's id.
    id: String,
    /// What it is called.
    title: String,
    /// The figure as it is printed; nothing, where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<Fraction>,
    /// The figure as the rules have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<Fraction>,
    /// The letter, where there are letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<String>,
    /// The figure of the card with nothing changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Fraction>,
    /// The figure that the publisher printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Fraction>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PartReport {
    /// Its id in the framework, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// Its title; nothing for what no titled part asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// What it earns; nothing, where it does not apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    earned: Option<Fraction>,
    /// Of how much.
    #[serde(skip_serializing_if = "Option::is_none")]
    possible: Option<Fraction>,
    /// The answers that it asks for.
    provisions: Vec<ProvisionReport>,
    /// The parts in it.
    parts: Vec<PartReport>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ProvisionReport {
    /// Its id.
    id: String,
    /// The fact as a plain statement.
    label: String,
    /// The answer of the card.
    card: AnswerReport,
    /// The answer now.
    now: AnswerReport,
    /// What the card's author found, in the author's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<String>,
    /// Where that stands in the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<String>,
    /// What the finding rests on, as its author says.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum AnswerReport {
    Yes,
    No,
    Unknown,
    NotApplicable,
}

impl From<Answer> for AnswerReport {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => Self::Yes,
            Answer::No => Self::No,
            Answer::Unknown => Self::Unknown,
            Answer::NotApplicable => Self::NotApplicable,
        }
    }
}

impl Report {
    /// The report of a scenario.
    pub fn new(scenario: &Scenario<'_>) -> Self {
        let rules = &scenario.telling.rules;
        let ids = |provisions: &crate::ProvisionSet| {
            provisions.iter().filter_map(|index| rules.provisions().get(index).cloned()).collect()
        };
        Self {
            framework: rules.id().to_owned(),
            edition: rules.edition(),
            subject: scenario.card.subject.clone(),
            name: scenario.subject.to_owned(),
            address: scenario.address.to_owned(),
            changes: Changes { on: ids(&scenario.added), off: ids(&scenario.removed) },
            results: (0..rules.tallies().len()).map(|tally| result(scenario, tally)).collect(),
            parts: parts(scenario, &scenario.telling.outline),
            about: summary::in_words(scenario),
        }
    }
}

fn result(scenario: &Scenario<'_>, tally: usize) -> ResultReport {
    let telling = scenario.telling;
    let now = scenario.now.figure(tally);
    ResultReport {
        id: telling.rules.tallies().get(tally).map(|tally| tally.id.clone()).unwrap_or_default(),
        title: telling.tally(tally),
        figure: now.map(|figure| figure.shown),
        exact: now.map(|figure| figure.exact),
        grade: scenario.now.band(tally).and_then(|band| telling.band(tally, band)),
        before: scenario.before.figure(tally).map(|figure| figure.shown),
        published: telling.published_figure(scenario.card, tally),
    }
}

fn parts(scenario: &Scenario<'_>, parts: &[Outline]) -> Vec<PartReport> {
    parts.iter().map(|part| part_report(scenario, part)).collect()
}

fn part_report(scenario: &Scenario<'_>, part: &Outline) -> PartReport {
    let rules = &scenario.telling.rules;
    let score = part.node.map(|node| scenario.now.score(node)).filter(|score| score.applies());
    let points = |points| rules.unit().fraction(points);
    let asked = part.questions.iter().flat_map(|question| question.asked.provisions(rules));
    let provision = |index: usize| {
        let Finding { finding, citation, basis } =
            scenario.telling.finding(&scenario.card.subject, index).cloned().unwrap_or_default();
        ProvisionReport {
            id: rules.provisions().get(index).cloned().unwrap_or_default(),
            label: scenario.telling.label(index).to_owned(),
            card: scenario.card.answers.answer(index).into(),
            now: scenario.answers.answer(index).into(),
            finding,
            citation,
            basis,
        }
    };
    PartReport {
        id: part.id.clone(),
        title: part.title.clone(),
        earned: score.map(|score| points(score.earned)),
        possible: score.map(|score| points(score.possible)),
        provisions: asked.map(provision).collect(),
        parts: parts(scenario, &part.parts),
    }
}
