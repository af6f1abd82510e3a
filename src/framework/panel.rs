//! The panel: the leading result, where it stands, the other results, and the parts as bars.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::exact::Fraction;
use scoring::rules::file::Join;
use scoring::rules::{Evaluation, Outline};
use scoring::say;
use scoring::telling::{Cohort, Span};

use super::calculator::Calculator;
use super::finder::next_gain;
use super::parts::part_id;
use super::ruler::{along, ruler};
use crate::browser::{self, Step};
use crate::stage::Stage;
use crate::view::Action;
use crate::view::element::{Part, nothing, table, text};
use crate::view::filled::{figure, written};
use crate::view::live::live;

/// The result of the scenario, which stays in view while the questions scroll.
pub fn panel() -> Part {
    let calculator = Calculator::here();
    let cohort = calculator.cohort();
    let words = cohort.telling.words.clone();
    let lettered = cohort.telling.rules.tallies().first().is_some_and(|tally| !tally.bands.is_empty());
    let letter = lettered.then(|| {
        let cohort = cohort.clone();
        let letter = figure(move || calculator.with(|shown| letter(&cohort, &shown.evaluation)));
        view! { <p class="letter"><span id="grade" class="notranslate" translate="no">{letter}</span></p> }
    });
    let (of_total, of_standing) = (cohort.clone(), cohort.clone());
    let total = figure(move || calculator.with(|shown| total(&of_total, &shown.evaluation)));
    let standing = written(move || standing(&of_standing, calculator));
    let changes = {
        let words = words.clone();
        written(move || say::grade_panel::changes(&words, &calculator.with(|shown| shown.differing.len())))
    };
    let unchanged = move || calculator.with(|shown| shown.differing.is_empty());
    view! {
        <section class="panel" aria-labelledby="grade-heading">
            <h2 id="grade-heading" class="visually-hidden">{say::framework::heading(&words)}</h2>
            <div class="result">
                {letter}
                <div class="figures">
                    <p class="total"><b id="total" class="notranslate" translate="no">{total}</b>{of_most(&cohort)}</p>
                </div>
            </div>
            <p class="standing" id="standing">{standing}</p>
            <div class="next">{next_gain()}</div>
            <div class="actions">
                <Action name=say::grade_panel::undo(&words) idle=live(move || !calculator.can_go(Step::Undo)) act=move || calculator.go(Step::Undo)/>
                <Action name=say::grade_panel::redo(&words) idle=live(move || !calculator.can_go(Step::Redo)) act=move || calculator.go(Step::Redo)/>
                <Action name=say::grade_panel::reset(&words) idle=live(unchanged) act=move || calculator.reset()/>
                <Action name=say::take_away::copy_link(&words) idle=live(|| false) act=move || copy(calculator)/>
            </div>
            <p class="note">{written(move || calculator.note())}</p>
            <div class="panel-more">
                {ruler()}
                {bars(&cohort)}
                {tallies(&cohort)}
                <p class="changes">{changes}</p>
            </div>
        </section>
    }
    .into_any()
}

fn letter(cohort: &Cohort, evaluation: &Evaluation) -> String {
    let band = evaluation.band(0).and_then(|band| cohort.telling.band(0, band));
    band.unwrap_or_else(|| "–".to_owned())
}

fn total(cohort: &Cohort, evaluation: &Evaluation) -> String {
    let figure = evaluation.figure(0).map(|figure| cohort.telling.number(figure.shown));
    figure.unwrap_or_else(|| "–".to_owned())
}

/// What the leading figure is out of.
fn of_most(cohort: &Cohort) -> String {
    let most = cohort.telling.most().map(|most| cohort.telling.number(most));
    most.map(|most| format!(" {}", say::framework::of(&cohort.telling.words, &most))).unwrap_or_default()
}

/// What was published, what missing answers leave, and the rank.
fn standing(cohort: &Arc<Cohort>, calculator: Calculator) -> String {
    let words = &cohort.telling.words;
    let card = cohort.cards.get(calculator.card());
    let mut lines: Vec<String> =
        card.map(|card| cohort.telling.published_in_words(card)).into_iter().collect();
    calculator.with(|shown| {
        lines.extend(shown.evaluation.outcomes.first().and_then(|outcome| cohort.telling.no_result(outcome)));
        let range = shown.range.as_ref().and_then(|range| range.figures);
        if let Some((low, high)) = range.filter(|(low, high)| low != high) {
            let unknown = shown.answers.unknown().len();
            lines.push(say::framework::range(
                words,
                &unknown,
                &cohort.telling.rounded(low),
                &cohort.telling.rounded(high),
            ));
        }
        if let Some(rank) = shown.rank {
            let place = say::framework::rank(words, &rank.rank, &rank.of);
            lines.push(match rank.tied {
                0 => place,
                tied => format!("{place} {}", say::framework::tied(words, &tied)),
            });
        }
    });
    lines.join(" ")
}

/// The titled parts on one scale; a part that can earn less than nothing begins below zero.
fn bars(cohort: &Arc<Cohort>) -> Part {
    let longest = cohort.telling.longest_span().unwrap_or(Fraction::ONE);
    let rows = cohort.telling.outline.iter().enumerate();
    let rows: Vec<Part> = rows.filter_map(|(index, part)| bar(cohort, index, part, longest)).collect();
    let label = say::framework::by_part(&cohort.telling.words);
    view! { <ol class="bars" aria-label=label>{rows}</ol> }.into_any()
}

/// A part's bar; `longest` is the length of the longest scale, which fills the panel.
fn bar(cohort: &Arc<Cohort>, index: usize, part: &Outline, longest: Fraction) -> Option<Part> {
    let calculator = Calculator::here();
    let node = part.node?;
    let unit = cohort.telling.rules.unit();
    let Span { least, most } = cohort.telling.span_of(node)?;
    // In a mean, each part counts for the same whatever is in it.
    let length = match cohort.telling.file.join {
        Join::Mean => "100%".to_owned(),
        Join::Sum | Join::Best => along(most.minus(least)?, Fraction::ZERO, longest),
    };
    let earned = move || calculator.with(|shown| unit.fraction(shown.evaluation.score(node).earned));
    let href = format!("#{}", part_id(index, part));
    let short = cohort.telling.short(part)?;
    let of_points = cohort.clone();
    let points =
        figure(move || calculator.with(|shown| of_points.telling.points(shown.evaluation.score(node))));
    let width = move || {
        earned().max(Fraction::ZERO).minus(earned().min(Fraction::ZERO)).and_then(|width| width.plus(least))
    };
    Some(
        view! {
            <li class="bar-row">
                <a class="bar-name" href=href>{short}</a>
                <span class="bar" aria-hidden="true" style:width=length>
                    <span class="bar-fill"
                        style:left=live(move || along(earned().min(Fraction::ZERO), least, most))
                        style:width=live(move || along(width().unwrap_or(least), least, most))></span>
                    <span class="bar-zero" style:left=along(Fraction::ZERO, least, most)></span>
                </span>
                <span class="bar-points"><b class="notranslate" translate="no">{points}</b></span>
            </li>
        }
        .into_any(),
    )
}

/// The results beside the leading one, each with what was published.
fn tallies(cohort: &Arc<Cohort>) -> Part {
    let calculator = Calculator::here();
    if cohort.telling.rules.tallies().len() < 2 {
        return nothing();
    }
    let row = |index: usize| {
        let (of_now, of_then) = (cohort.clone(), cohort.clone());
        let now = figure(move || {
            calculator.with(|shown| {
                let outcome = shown.evaluation.outcomes.get(index);
                outcome.map(|outcome| of_now.telling.result(index, outcome)).unwrap_or_default()
            })
        });
        let then =
            figure(move || of_then.published(calculator.card(), index).unwrap_or_else(|| "–".to_owned()));
        view! {
            <tr><th scope="row">{cohort.telling.tally(index)}</th><td class="notranslate" translate="no">{now}</td><td class="notranslate" translate="no">{then}</td></tr>
        }
        .into_any()
    };
    let rows: Vec<Part> = (1..cohort.telling.rules.tallies().len()).map(row).collect();
    let words = &cohort.telling.words;
    let heads = [say::framework::result(words), say::framework::now(words), say::framework::then(words)];
    let heads: Vec<Part> = heads.into_iter().map(|head| text("th", "", head)).collect();
    table("tallies", heads, rows)
}

/// Copies the link, and tells whether that was possible.
fn copy(calculator: Calculator) {
    let words = calculator.cohort().telling.words.clone();
    let link = browser::link(calculator.place(), &calculator.address());
    leptos::task::spawn_local(async move {
        let copied = browser::copy(&link).await == browser::Handed::Copied;
        let line = match copied {
            true => say::told::link_copied(&words),
            false => say::framework::not_copied(&words),
        };
        calculator.tell(line);
    });
}
