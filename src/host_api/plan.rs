//! Plans and ranges under rules of any shape, as other programs ask for them and get them.

use scoring::ProvisionSet;
use scoring::diagnose::Code;
use scoring::exact::{Figure, Fraction};
use scoring::facts::Answers;
use scoring::plans::{Goal, Outcome, Plan, Plans, Target, plan};
use scoring::ranges::{TallyRange, ranges};
use scoring::rules::{self, Tally, evaluate};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::refusal::{Told, pointer, read, refused};
use super::written;

/// What is asked of the planner.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Options {
    target: Wanted,
    #[serde(default)]
    locked: Vec<String>,
    #[serde(default)]
    bundles: Vec<Vec<String>>,
    #[serde(default = "super::listed")]
    limit: usize,
}

/// A letter, a figure (a fraction among them) or a rank.
#[derive(Deserialize)]
#[serde(untagged)]
enum Wanted {
    Text(String),
    Figure(Fraction),
    Rank { rank: usize },
}

#[derive(Serialize)]
struct Found<'a> {
    status: &'static str,
    fewest: Option<usize>,
    count: Option<Count>,
    plans: Vec<Line<'a>>,
    best: Option<f64>,
}

/// A number of plans: as a number where JavaScript holds it exactly, else as its digits.
#[derive(Serialize)]
#[serde(untagged)]
enum Count {
    Number(u64),
    Digits(String),
}

#[derive(Serialize)]
struct Line<'a> {
    changes: Changes<'a>,
    figure: f64,
    exact: f64,
    grade: Option<&'a str>,
}

#[derive(Serialize)]
struct Changes<'a> {
    on: Vec<&'a str>,
    off: Vec<&'a str>,
}

/// What a tally may come to over all that is unknown.
#[derive(Serialize)]
struct Range {
    id: String,
    low: Option<f64>,
    high: Option<f64>,
    worst: Option<String>,
    best: Option<String>,
    /// Whether there is a figure whatever is answered.
    always: bool,
}

/// The fewest changes of a card that reach a target; a rank is that among `others`.
pub fn planned(
    rules: &rules::Rules,
    answers: &Answers,
    tally: usize,
    options: &str,
    others: Option<Vec<Fraction>>,
    go_on: Option<&js_sys::Function>,
) -> Result<JsValue, JsValue> {
    let refuse = |found: Told| refused("options", &[found]);
    let options: Options = read(options).map_err(refuse)?;
    let shown = rules.tallies().get(tally).ok_or_else(|| JsError::new("there is no such tally"))?;
    let ids = |path: &str, ids: &[String]| -> Result<ProvisionSet, JsValue> {
        let place = |(index, id): (usize, &String)| {
            rules.provision(id).ok_or_else(|| {
                let says = format!("There is no provision “{id}”.");
                refuse(Told::error(
                    Code::UnknownProvision,
                    format!("{path}/{index}"),
                    says,
                    "Correct the id.",
                ))
            })
        };
        ids.iter().enumerate().map(place).collect()
    };
    let bundles = options.bundles.iter().enumerate();
    let goal = Goal {
        tally,
        target: target(shown, options.target, others).map_err(refuse)?,
        readings: None,
        locked: ids("/locked", &options.locked)?,
        bundles: bundles
            .map(|(index, list)| ids(&format!("/bundles/{index}"), list))
            .collect::<Result<_, _>>()?,
        limit: options.limit,
    };
    let mut failed = None;
    let outcome = plan(rules, answers, &goal, &mut || match go_on.map(|go_on| go_on.call0(&JsValue::NULL)) {
        None => true,
        Some(Ok(answer)) => answer.is_truthy(),
        Some(Err(error)) => {
            failed = Some(error);
            false
        }
    });
    if let Some(error) = failed {
        return Err(error);
    }
    Ok(written(&found(rules, answers, tally, &outcome))?)
}

fn target(tally: &Tally, wanted: Wanted, others: Option<Vec<Fraction>>) -> Result<Target, Told> {
    let at = || pointer(["target"]);
    Ok(match wanted {
        Wanted::Figure(figure) => Target::Figure(figure),
        Wanted::Rank { rank } => {
            let alone = || {
                let says = "A rank is one among other cards.".to_owned();
                Told::error(Code::WrongShape, at(), says, "Ask the cohort: cohort.plan(subject, options).")
            };
            Target::Rank { rank, others: others.ok_or_else(alone)? }
        }
        Wanted::Text(text) => match tally.bands.iter().position(|band| band.name == text) {
            Some(band) => Target::Band(band),
            None => Target::Figure(text.parse().map_err(|_| {
                let says = format!("“{text}” is no grade of “{}” and no figure.", tally.id);
                Told::error(Code::UnknownBand, at(), says, "Write one of the grades, a figure or a rank.")
            })?),
        },
    })
}

fn found<'a>(rules: &'a rules::Rules, answers: &Answers, tally: usize, outcome: &Outcome) -> Found<'a> {
    let line = |plan: &Plan| line(rules, answers, tally, plan);
    let nothing = |status| Found { status, fewest: None, count: None, plans: Vec::new(), best: None };
    match outcome {
        Outcome::Already => Found { fewest: Some(0), ..nothing("already") },
        Outcome::Impossible { best } => Found {
            count: Some(Count::Number(0)),
            best: best.map(Fraction::to_decimal),
            ..nothing("impossible")
        },
        Outcome::Reachable(Plans { fewest, count, plans }) => Found {
            fewest: Some(*fewest),
            count: Some(match u64::try_from(*count) {
                Ok(number) if number < 1 << 53 => Count::Number(number),
                _ => Count::Digits(count.to_string()),
            }),
            plans: plans.iter().filter_map(line).collect(),
            ..nothing("reachable")
        },
        Outcome::TooLarge { found } => {
            Found { plans: found.iter().filter_map(line).collect(), ..nothing("too-large") }
        }
        Outcome::Interrupted => nothing("interrupted"),
    }
}

/// A plan with what the tally then comes to.
fn line<'a>(rules: &'a rules::Rules, answers: &Answers, tally: usize, plan: &Plan) -> Option<Line<'a>> {
    let known = answers.unknown().minus(&plan.on).minus(&plan.off);
    let held = answers.held().union(&plan.on).minus(&plan.off);
    let after = Answers::new(held, known, answers.not_applicable().clone());
    let outcomes = evaluate(rules, &after).outcomes;
    let Some(rules::Outcome::Result { figure: Figure { exact, shown }, band }) = outcomes.get(tally) else {
        return None;
    };
    let bands = &rules.tallies().get(tally)?.bands;
    let names = |set: &ProvisionSet| {
        set.iter().filter_map(|place| Some(rules.provisions().get(place)?.as_str())).collect()
    };
    Some(Line {
        changes: Changes { on: names(&plan.on), off: names(&plan.off) },
        figure: shown.to_decimal(),
        exact: exact.to_decimal(),
        grade: band.and_then(|band| Some(bands.get(band)?.name.as_str())),
    })
}

/// What each tally may come to over all that is unknown.
pub fn ranged(rules: &rules::Rules, answers: &Answers) -> Result<JsValue, JsValue> {
    let found = ranges(rules, answers, None, &mut || true);
    let Ok(Some(found)) = found else {
        return Err(JsError::new("ranges: too many answers are unknown to look at all of them").into());
    };
    let range = |(tally, range): (&Tally, &TallyRange)| {
        let name = |band: usize| tally.bands.get(band).map(|band| band.name.clone());
        Range {
            id: tally.id.clone(),
            low: range.figures.map(|(low, _)| low.to_decimal()),
            high: range.figures.map(|(_, high)| high.to_decimal()),
            worst: range.bands.and_then(|(worst, _)| name(worst)),
            best: range.bands.and_then(|(_, best)| name(best)),
            always: !range.may_have_none,
        }
    };
    let all: Vec<Range> = rules.tallies().iter().zip(&found.tallies).map(range).collect();
    Ok(written(&all)?)
}
