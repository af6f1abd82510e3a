//! Spreadsheets: what authors bring, and what is handed out and brought back.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write;

use lawgrade_tests::language;
use scoring::Words;
use scoring::rules::evaluate;
use workbook::{Brought, told};

#[path = "workbooks/card_file.rs"]
mod card_file;
#[path = "workbooks/editing.rs"]
mod editing;
#[path = "workbooks/findings.rs"]
mod findings;
#[path = "workbooks/hostile.rs"]
mod hostile;
#[path = "workbooks/manual.rs"]
mod manual;
#[path = "workbooks/mistakes.rs"]
mod mistakes;
#[path = "workbooks/published.rs"]
mod published;
#[path = "workbooks/readers.rs"]
mod readers;
#[path = "workbooks/round_trip.rs"]
mod round_trip;
#[path = "workbooks/trial.rs"]
mod trial;
#[path = "workbooks/wrong.rs"]
pub mod wrong;

/// What an author is told, in English and in Spanish, and what works all the same.
fn in_both_languages(brought: &Brought) -> String {
    let mut text = String::new();
    for words in [Words::english(), Words::of(&language("es"), &language("en"))] {
        for told in told(&brought.found, &words) {
            writeln!(text, "{:?}", told.severity).expect("a text takes more");
            told.lines.iter().chain(&told.rest).for_each(|line| text += &format!("- {line}\n"));
        }
        text.push('\n');
    }
    let Some((framework, rules)) = brought.framework.as_ref().zip(brought.rules.as_ref()) else {
        return text;
    };
    writeln!(text, "{} ({}), {} provisions", framework.title, framework.id, rules.provisions().len())
        .expect("a text");
    for card in &brought.cards {
        let outcomes = evaluate(rules, &card.answers).outcomes;
        let figures: Vec<String> =
            outcomes.iter().filter_map(|one| Some(one.figure()?.shown.to_string())).collect();
        writeln!(text, "{}: {}", card.subject, figures.join(", ")).expect("a text");
    }
    text
}
