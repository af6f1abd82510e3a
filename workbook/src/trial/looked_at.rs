//! What an author should look at again before publishing: nothing of it is a mistake.

use scoring::ProvisionSet;
use scoring::diagnose::Code;
use scoring::facts::Answers;
use scoring::ranges::ranges;
use scoring::rules::file::Framework;
use scoring::rules::{NodeId, Outline, Rules, evaluate, outline};

use super::{Formula, Level};
use crate::Brought;

/// How many evaluations may be made to find provisions that change nothing: some tenths of a second.
const EVALUATIONS: usize = 60_000;

/// What was found. Provisions and parts are named as the author has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Provisions that no card has.
    pub nobody_has: Vec<String>,
    /// Provisions that every card to which they apply has.
    pub everybody_has: Vec<String>,
    /// Provisions that change no result, whichever card they are switched on or off in; nothing, where that would take
    /// too long to find out.
    pub changes_nothing: Option<Vec<String>>,
    /// Parts whose most can be reached by no answers at all, with the most that can be earned and what is possible;
    /// nothing, where that would take too long to find out.
    pub never_full: Option<Vec<(String, String, String)>>,
    /// How many texts each language lacks, by its tag.
    pub without_words: Vec<(String, usize)>,
    /// Texts that are hard to read, in English and Spanish.
    pub hard_to_read: Vec<HardText>,
}

/// A text that is hard to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HardText {
    /// The text as it stands there.
    pub text: String,
    /// How hard it is.
    pub level: Level,
}

/// Looks at the rules and all cards; `go_on` is asked now and then whether to go on.
pub fn check(brought: &Brought, go_on: &mut dyn FnMut() -> bool) -> Check {
    let (Some(framework), Some(rules)) = (&brought.framework, &brought.rules) else {
        return Check::default();
    };
    let labels = |wanted: &dyn Fn(usize) -> bool| {
        let provisions = framework.provisions.iter().enumerate().filter(|(index, _)| wanted(*index));
        provisions.map(|(_, provision)| provision.label.clone()).collect::<Vec<_>>()
    };
    let known = |index: usize| brought.cards.iter().filter(move |card| is_known(&card.answers, index));
    // Of one card, every provision is had by nobody or by all.
    let are_several = brought.cards.len() > 1;
    let nobody = |index: usize| {
        let mut answers = known(index).peekable();
        are_several && answers.peek().is_some() && !answers.any(|card| card.answers.held().contains(index))
    };
    let everybody = |index: usize| {
        let mut answers = known(index).peekable();
        are_several && answers.peek().is_some() && answers.all(|card| card.answers.held().contains(index))
    };
    let without_words = brought.words.iter().filter_map(|(tag, words)| {
        let found = words.diagnose(framework).into_iter().filter(|one| one.code == Code::NoWords).count();
        (found > 0).then(|| (tag.clone(), found))
    });
    Check {
        nobody_has: labels(&nobody),
        everybody_has: labels(&everybody),
        changes_nothing: idle(brought, rules, go_on).map(|idle| labels(&|index| idle.contains(index))),
        never_full: never_full(framework, rules, go_on),
        without_words: without_words.collect(),
        hard_to_read: hard_to_read(brought, framework),
    }
}

/// The texts that readers read at length: what the card is about, what is its author's own, provisions, reasons, findings.
fn hard_to_read(brought: &Brought, framework: &Framework) -> Vec<HardText> {
    let hard = |formula: Option<Formula>, texts: &mut dyn Iterator<Item = String>| {
        let judged = texts.filter_map(|text| Some((formula?.level(&text)?, text)));
        let hard = judged.filter(|(level, _)| level.is_hard());
        hard.map(|(level, text)| HardText { text, level }).collect::<Vec<_>>()
    };
    let mut own = texts(framework);
    let of_subjects = brought.subject_findings.values().flat_map(|findings| findings.values());
    own.extend(brought.findings.values().chain(of_subjects).filter_map(|found| found.finding.clone()));
    let said = Some(brought.language.as_str()).filter(|tag| !tag.is_empty());
    let formula = match said {
        Some(tag) => Formula::of(tag),
        None => Formula::guessed(own.iter().map(String::as_str)),
    };
    let mut found = hard(formula, &mut own.iter().cloned());
    for (tag, words) in &brought.words {
        // What has no words there stands in its own language.
        let said = texts(&words.over(framework)).into_iter().filter(|text| !own.contains(text));
        found.extend(hard(Formula::of(tag), &mut said.into_iter()));
    }
    found
}

fn texts(framework: &Framework) -> Vec<String> {
    let ours = framework.source.iter().map(|source| source.ours.clone());
    let provisions = framework.provisions.iter();
    let provisions =
        provisions.flat_map(|provision| [Some(provision.label.clone()), provision.because.clone()]);
    std::iter::once(framework.about.clone()).chain(ours).chain(provisions.flatten()).collect()
}

fn is_known(answers: &Answers, index: usize) -> bool {
    !answers.unknown().contains(index) && !answers.not_applicable().contains(index)
}

/// The provisions by which no card's result is another.
fn idle(brought: &Brought, rules: &Rules, go_on: &mut dyn FnMut() -> bool) -> Option<ProvisionSet> {
    let count = rules.provisions().len();
    if brought.cards.len().saturating_mul(count) > EVALUATIONS {
        return None;
    }
    let mut idle: ProvisionSet = (0..count).collect();
    for card in &brought.cards {
        if !go_on() {
            return None;
        }
        let now = evaluate(rules, &card.answers).outcomes;
        for index in idle.clone().iter().filter(|index| !card.answers.not_applicable().contains(*index)) {
            let on = !card.answers.held().contains(index);
            let other = card.answers.switched(rules.implied(), index, on);
            if evaluate(rules, &other).outcomes != now {
                idle.toggle(index);
            }
        }
    }
    // Without cards, nothing was tried.
    Some(if brought.cards.is_empty() { ProvisionSet::default() } else { idle })
}

/// The titled parts that can never be full.
fn never_full(
    framework: &Framework,
    rules: &Rules,
    go_on: &mut dyn FnMut() -> bool,
) -> Option<Vec<(String, String, String)>> {
    let unknown = (0..rules.provisions().len()).collect();
    let answers = Answers::new(ProvisionSet::default(), unknown, ProvisionSet::default());
    let ranges = ranges(rules, &answers, None, go_on).ok()??;
    let mut found = Vec::new();
    let mut parts: Vec<Outline> = outline(framework, rules);
    parts.reverse();
    while let Some(part) = parts.pop() {
        parts.extend(part.parts.into_iter().rev());
        let range = part.node.and_then(|node: NodeId| ranges.nodes.get(node.index()));
        let (Some(title), Some(range)) = (part.title, range) else { continue };
        if range.may_apply && range.most < range.most_possible {
            let points = |points| rules.unit().fraction(points).in_decimals().to_string();
            found.push((title, points(range.most), points(range.most_possible)));
        }
    }
    Some(found)
}
