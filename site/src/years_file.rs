//! The figures of all years as a file that `src/history.js` reads: what it shows is looked up there, and none of it is
//! scored by the script. Figures are whole numbers of the last decimal that is printed.

use std::path::Path;

use scoring::data::Language;
use scoring::exact::Fraction;
use scoring::telling::{Cohort, Overview};
use scoring::years::{Line, Years};
use serde_json::{Value, json};

use crate::assets::YEARS;
use crate::failure::Failure;
use overview::{digits, steps};

/// Writes the file in a language, and returns its name.
///
/// # Errors
/// When a figure is printed with all its decimals, or the file cannot be written.
pub fn write(
    staging: &Path,
    language: &Language,
    cohort: &Cohort,
    overview: &Overview,
    years: &Years,
) -> Result<String, Failure> {
    YEARS.write(staging, language, content(language, cohort, overview, years)?.to_string())
}

/// What is in it: of each subject the answers of the first year and of each step its year and the provisions that it
/// moved; of each column of the ranking the figures at first and after each step, nothing where it stays.
fn content(
    language: &Language,
    cohort: &Cohort,
    overview: &Overview,
    years: &Years,
) -> Result<Value, Failure> {
    let (lines, rules) = (years.lines(), &cohort.telling.rules);
    let is_tally = |id: &str| rules.tallies().iter().skip(1).any(|tally| tally.id == id);
    if overview.is_lettered() || !overview.columns.iter().all(|column| is_tally(&column.id)) {
        let reason = "the ranking has letters or parts, which the page does not follow over the years yet";
        return Err(Failure::Missing(format!("{}: {reason}", rules.id())));
    }
    let begins_late = |line: &&Line| line.spans.first().is_none_or(|span| span.from != *years.all().start());
    if let Some(late) = lines.iter().find(begins_late) {
        let reason = "the page does not show years yet in which somebody has no answers";
        return Err(Failure::Missing(format!("{}: {}: {reason}", rules.id(), late.subject)));
    }
    let of_lines = |tell: &dyn Fn(&Line) -> String| lines.iter().map(tell).collect::<Vec<_>>();
    let provisions = rules.provisions().len();
    let answers = |line: &Line| {
        line.spans.first().map(|span| digits(span.answers.held(), provisions)).unwrap_or_default()
    };
    let from = |line: &Line| joined(line.spans.iter().map(|span| span.from.to_string()), " ");
    let moved = |line: &Line| {
        let step = |step: scoring::years::Step| {
            joined(step.on.union(&step.off).iter().map(|one| one.to_string()), ",")
        };
        joined(line.steps().map(step), " ")
    };
    let mut results = Vec::new();
    for (index, tally) in rules.tallies().iter().enumerate() {
        // A column of the ranking that is a tally's has its id, and the leading one this.
        let id = if index == 0 { "result" } else { &tally.id };
        if index > 0 && !overview.columns.iter().any(|column| column.id == id) {
            continue;
        }
        let unit = unit(tally.scale.decimals, id)?;
        results.push(json!({"id": id, "unit": unit, "of": of_lines(&|line| figures(line, index, unit))}));
    }
    let unit = unit(rules.tallies().first().and_then(|tally| tally.scale.decimals), "result")?;
    let step = |(from, _): (Fraction, String)| from.over(unit);
    let span = cohort.telling.span();
    Ok(json!({
        "framework": rules.id(),
        "first": years.all().start(),
        "last": years.all().end(),
        "subjects": joined(lines.iter().map(|line| line.subject.clone()), " "),
        "answers": joined(lines.iter().map(answers), " "),
        "from": of_lines(&from),
        "moved": of_lines(&moved),
        "results": results,
        "least": span.and_then(|span| span.least.over(unit)),
        "most": span.and_then(|span| span.most.over(unit)),
        "steps": steps(cohort, overview, years).into_iter().map(step).collect::<Vec<_>>(),
        "texts": language.page.get("history_script"),
    }))
}

fn unit(decimals: Option<u8>, id: &str) -> Result<i128, Failure> {
    let unit = decimals.and_then(|decimals| 10_i128.checked_pow(decimals.into()));
    unit.ok_or_else(|| {
        Failure::Missing(format!("{id}: years need figures that are printed with some decimals"))
    })
}

/// The figures of a tally, each of which is left out where it is that of the years before.
fn figures(line: &Line, tally: usize, unit: i128) -> String {
    let figure = |place: usize| -> Option<i128> {
        line.spans.get(place)?.figures.get(tally).copied().flatten()?.over(unit)
    };
    let told = (0..line.spans.len()).map(|place| match place.checked_sub(1).map(figure) {
        Some(before) if before == figure(place) => String::new(),
        _ => figure(place).map(|figure| figure.to_string()).unwrap_or_else(|| "-".to_owned()),
    });
    joined(told, ",")
}

fn joined(parts: impl Iterator<Item = String>, with: &str) -> String {
    parts.collect::<Vec<_>>().join(with)
}
