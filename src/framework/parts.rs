//! The parts of the rules, each with its score, its questions and the parts within it.

use std::ops::RangeFrom;
use std::sync::Arc;

use leptos::prelude::*;
use scoring::rules::{NodeId, Outline, Score, Why};
use scoring::say;
use scoring::telling::{Cohort, Explanation};

use super::calculator::Calculator;
use super::finder::hidden;
use super::question::question;
use crate::stage::Stage;
use crate::view::element::{Part, nothing};
use crate::view::filled::{figure, written};
use crate::view::live::live;
use crate::view::why::{statement, why};

/// The numbers of questions still to come, in the order of [`scoring::telling::Questions`].
type Numbers = RangeFrom<usize>;

/// How many questions a part asks, with the parts within it.
pub fn questions_in(part: &Outline) -> usize {
    part.questions.len() + part.parts.iter().map(questions_in).sum::<usize>()
}

/// The part with this index, in the order of the framework; nothing, when there is none. `first` is the number of its first
/// question.
pub fn section(cohort: &Arc<Cohort>, index: usize, first: usize) -> Part {
    let Some(part) = cohort.telling.outline.get(index) else { return nothing() };
    let numbers = &mut (first..);
    let id = part_id(index, part);
    let heading = format!("{id}-heading");
    let title = part.title.clone().unwrap_or_else(|| say::framework::further(&cohort.telling.words));
    let asked = questions(cohort, part, &heading, numbers);
    let smaller = components(cohort, &id, part, numbers);
    let away = hidden(first..numbers.start);
    view! {
        <section class="section" class:away=away id=id aria-labelledby=heading.clone()>
            <header class="section-head">
                <h2 id=heading.clone()>{title}</h2>
                <p class="section-points">{part.node.map(|node| score(cohort, node))}</p>
            </header>
            {asked}
            {part_why(cohort, part)}
            {smaller}
        </section>
    }
    .into_any()
}

/// The id of a part on the page.
pub fn part_id(index: usize, part: &Outline) -> String {
    format!("part-{}", part.id.clone().unwrap_or_else(|| index.to_string()))
}

fn components(cohort: &Arc<Cohort>, within: &str, part: &Outline, numbers: &mut Numbers) -> Vec<Part> {
    let smaller = part.parts.iter().enumerate();
    smaller.map(|(index, part)| component(cohort, format!("{within}-{index}"), part, numbers)).collect()
}

fn component(cohort: &Arc<Cohort>, id: String, part: &Outline, numbers: &mut Numbers) -> Part {
    let heading = format!("{id}-heading");
    let first = numbers.start;
    let asked = questions(cohort, part, &heading, numbers);
    let smaller = components(cohort, &id, part, numbers);
    let away = hidden(first..numbers.start);
    view! {
        <div class="component" class:away=away role="group" aria-labelledby=heading.clone()>
            <h3 id=heading.clone()>{part.title.clone()}</h3>
            <p class="component-points">{part.node.map(|node| score(cohort, node))}</p>
            {asked}
            {part_why(cohort, part)}
            {smaller}
        </div>
    }
    .into_any()
}

fn questions(cohort: &Arc<Cohort>, part: &Outline, heading: &str, numbers: &mut Numbers) -> Part {
    if part.questions.is_empty() {
        return nothing();
    }
    let asked = part.questions.iter().zip(numbers);
    let asked: Vec<Part> = asked.map(|(asked, number)| question(cohort, *asked, heading, number)).collect();
    view! { <ul class="switches">{asked}</ul> }.into_any()
}

/// What a part earns, and why where that is more than a sum.
fn score(cohort: &Arc<Cohort>, node: NodeId) -> Part {
    let calculator = Calculator::here();
    let now = move || calculator.with(|shown| shown.evaluation.score(node));
    let (of_points, of_reason) = (cohort.clone(), cohort.clone());
    let points = figure(move || of_points.telling.points(now()));
    let reason = written(move || reason(&of_reason, now()));
    let reasoned = live(move || !matches!(now().why, Why::Bounded { .. } | Why::Gated { .. }));
    view! {
        <b class="notranslate" translate="no">{points}</b>" "<span prop:hidden=reasoned>{reason}</span>
    }
    .into_any()
}

/// Why a part has its points, for whoever asks.
fn part_why(cohort: &Arc<Cohort>, part: &Outline) -> Option<Part> {
    let (node, title, cohort) = (part.node?, part.title.clone()?, cohort.clone());
    let (calculator, words) = (Calculator::here(), cohort.telling.words.clone());
    let explained = move || {
        let explained = calculator
            .with(|shown| Explanation::new(&cohort.telling, &shown.answers, &shown.evaluation, node));
        explained.statements.into_iter().map(|said| statement(said.text, said.named)).collect()
    };
    Some(why(&words, &title, explained).into_any())
}

fn reason(cohort: &Cohort, score: Score) -> String {
    let without = |points| cohort.telling.number(cohort.telling.rules.unit().fraction(points));
    match score.why {
        Why::Bounded { without: points } => say::framework::bounded(&cohort.telling.words, &without(points)),
        Why::Gated { without: points } => say::framework::gated(&cohort.telling.words, &without(points)),
        _ => String::new(),
    }
}
