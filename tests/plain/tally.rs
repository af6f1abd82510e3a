//! What tallies come to, and what they look at.

use serde_json::Value;

use super::ratio::{Ratio, ZERO, reduced};
use super::{Ids, Outcome, Score, field, holds, list, ratio};

/// The figure that something goes by.
pub fn seen(by: &Value, exact: Ratio, shown: Ratio) -> Ratio {
    if by == "shown" { shown } else { exact }
}

pub fn is_at_least(figure: Ratio, bound: Ratio) -> bool {
    !figure.less(bound)
}

pub(super) fn outcome(tally: &Value, score: Score, held: &Ids) -> Outcome {
    let scale = &tally["scale"];
    let exact = match field(scale, "of") {
        _ if !score.applies => return Outcome::NotApplicable,
        Some(_) if score.possible == ZERO => return Outcome::NotApplicable,
        Some(of) => score.earned / score.possible * of,
        None => score.earned,
    };
    let shown = match scale.get("decimals").and_then(Value::as_u64) {
        Some(decimals) => rounded(exact, decimals, scale["halves"] == "even"),
        None => exact,
    };
    let seen = seen(&scale["bandsSee"], exact, shown);
    let bands = list(tally, "bands");
    let earns = |band: &&&Value| {
        is_at_least(seen, ratio(&band["from"])) && band.get("requires").is_none_or(|needs| holds(needs, held))
    };
    let band = bands.iter().find(earns).or(bands.last());
    Outcome::Result {
        exact,
        shown,
        band: band.map(|band| band["grade"].as_str().expect("a name").to_owned()),
    }
}

/// The nearest of all decimals around it; of two, the one further from zero, or the even one.
fn rounded(exact: Ratio, decimals: u64, to_even: bool) -> Ratio {
    let steps = 10_i128.pow(u32::try_from(decimals).expect("few decimals"));
    let around = exact.0 * steps / exact.1;
    let far = |step: i128| (exact.0 * steps - step * exact.1).abs();
    let rank = |step: &i128| (far(*step), if to_even { step.abs() % 2 } else { -step.abs() });
    let nearest = (around - 1..=around + 1).min_by_key(rank).expect("three steps");
    reduced(nearest, steps)
}

/// Every provision that a tally looks at.
pub(super) fn mentioned(file: &Value, of: &str, tally: &Value) -> Ids {
    let mut found = Ids::new();
    let top = if of.is_empty() { Some(&file["sections"]) } else { named(&file["sections"], of) };
    gather(top.expect("the part"), &mut found);
    gather(&tally["bands"], &mut found);
    let provisions: Ids =
        list(file, "provisions").iter().map(|one| one["id"].as_str().expect("an id").to_owned()).collect();
    found.intersection(&provisions).cloned().collect()
}

fn named<'a>(value: &'a Value, id: &str) -> Option<&'a Value> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| named(item, id)),
        Value::Object(fields) if fields.get("id").is_some_and(|own| own == id) => Some(value),
        Value::Object(fields) => fields.values().find_map(|field| named(field, id)),
        _ => None,
    }
}

fn gather(value: &Value, found: &mut Ids) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| gather(field, found)),
        Value::String(text) => found.extend([text.clone()]),
        _ => {}
    }
}
