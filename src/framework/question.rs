//! What a visitor answers: a provision as a box to tick, levels and choices as radio buttons.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::facts::Answer;
use scoring::rules::{Asked, NodeId, Question, Rule};
use scoring::say;
use scoring::telling::Cohort;

use super::calculator::Calculator;
use super::finder::{hidden, others};
use super::lock::lock;
use crate::stage::Stage;
use crate::view::element::{Part, living_in, text};
use crate::view::filled::written;
use crate::view::live::live;

/// One question of a part, whose heading has the id `within`; `number` is its place among all.
pub fn question(cohort: &Arc<Cohort>, question: Question, within: &str, number: usize) -> Part {
    match question.asked {
        Asked::Provision(provision) => provision_switch(cohort, provision, question.node, within, number),
        Asked::Group(group) => choice(cohort, group, question.node, within, number),
    }
}

/// Whether the answer counts for nothing: the card says that it does not apply, or what looks at it does not.
fn is_out(calculator: Calculator, provision: usize, node: Option<NodeId>) -> bool {
    calculator.with(|shown| {
        shown.answers.answer(provision) == Answer::NotApplicable
            || node.is_some_and(|node| !shown.evaluation.score(node).applies())
    })
}

fn provision_switch(
    cohort: &Arc<Cohort>,
    provision: usize,
    node: Option<NodeId>,
    within: &str,
    number: usize,
) -> Part {
    let calculator = Calculator::here();
    let away = hidden(number..number + 1);
    let id = format!("{within}-{provision}");
    let finding_id = format!("{id}-finding");
    let holds = move || calculator.with(|shown| shown.answers.held().contains(provision));
    let out = move || is_out(calculator, provision, node);
    let differs = live(move || calculator.with(|shown| shown.differing.contains(provision)));
    view! {
        <li class="provision" class:changed=differs class:out=live(out) class:away=away data-question=number.to_string()>
            <input type="checkbox" id=id.clone() autocomplete="off" aria-describedby=finding_id.clone()
                prop:checked=live(holds) prop:disabled=live(out)
                on:change:capture=move |event| calculator.switch(provision, event_target_checked(&event))/>
            <div class="provision-text">
                <label for=id>{cohort.telling.label(provision).to_owned()} {mark(cohort, provision)}</label>
                <p class="finding" id=finding_id>{finding(cohort, provision, node)}</p>
                {others(provision)}
                {lock(cohort, provision)}
            </div>
        </li>
    }
    .into_any()
}

/// Says that the answer is another than the card's; the style sheet shows it then.
fn mark(cohort: &Arc<Cohort>, provision: usize) -> Part {
    let calculator = Calculator::here();
    let words = cohort.telling.words.clone();
    let text = written(move || match calculator.with(|shown| shown.answers.held().contains(provision)) {
        true => say::provision::added(&words),
        false => say::provision::removed(&words),
    });
    view! { <span class="changed-mark">{text}</span> }.into_any()
}

/// What the card says, why it may not count, and what it needs.
fn finding(cohort: &Arc<Cohort>, provision: usize, node: Option<NodeId>) -> Part {
    let calculator = Calculator::here();
    let (of_card, known) = (cohort.clone(), cohort.telling.file.provisions.get(provision));
    let reading = known.and_then(|known| {
        let needed = known.implies.iter().filter_map(|id| cohort.telling.rules.provision(id));
        let needed: Vec<String> = needed.map(|needed| cohort.telling.label(needed).to_owned()).collect();
        Some(say::framework::our_reading(
            &cohort.telling.words,
            &cohort.telling.words.list(&needed),
            known.because.as_ref()?,
        ))
    });
    let published = written(move || {
        let words = &of_card.telling.words;
        let card = calculator.published();
        // What looks at it did not apply on the card, so that its publisher answered nothing.
        let applied = node.is_none_or(|node| calculator.applied(node));
        let mut said = match card.answer(provision) {
            Answer::NotApplicable => {
                let known = of_card.telling.file.provisions.get(provision);
                let reason = known.and_then(|known| known.may_not_apply.clone()).unwrap_or_default();
                return say::framework::published_not_applicable(words, &reason);
            }
            _ if !applied => say::framework::published_not_graded(words),
            Answer::Yes => say::framework::published_yes(words),
            Answer::No => say::framework::published_no(words),
            Answer::Unknown => say::framework::published_unknown(words),
        };
        if node.is_some_and(|node| calculator.with(|shown| !shown.evaluation.score(node).applies())) {
            said.push(' ');
            said.push_str(&say::framework::does_not_count(words));
        }
        said
    });
    view! { <span>{published}</span>" "{reading}{found(cohort, provision)} }.into_any()
}

/// What the author of the card that is open found, as text, whatever it looks like.
fn found(cohort: &Arc<Cohort>, provision: usize) -> Option<Part> {
    if !cohort.telling.has_finding(provision) {
        return None;
    }
    let (calculator, cohort) = (Calculator::here(), cohort.clone());
    let found = move || cohort.telling.found(cohort.id(calculator.card()), provision);
    let said =
        move || found().map(|found| vec![" ".to_owned().into_any(), text("span", "author-finding", found)]);
    Some(living_in("span", "", move || said().into_any()))
}

fn choice(cohort: &Arc<Cohort>, group: usize, node: Option<NodeId>, within: &str, number: usize) -> Part {
    let calculator = Calculator::here();
    let away = hidden(number..number + 1);
    let members = Asked::Group(group).provisions(&cohort.telling.rules);
    let strongest = members.clone();
    // The strongest that holds: each level implies those before it.
    let chosen = move || {
        calculator.with(|shown| {
            strongest.iter().rev().copied().find(|member| shown.answers.held().contains(*member))
        })
    };
    let name = format!("{within}-group-{group}");
    let option = |member: Option<usize>| {
        let id = format!("{name}-{}", member.map_or("none".to_owned(), |member| member.to_string()));
        let chosen = chosen.clone();
        let is_chosen = live(move || chosen() == member);
        let asked = members.clone();
        let out = move || match member {
            Some(member) => is_out(calculator, member, node),
            None => asked.iter().all(|member| is_out(calculator, *member, node)),
        };
        let label = member.map_or_else(
            || say::framework::none_of_these(&cohort.telling.words),
            |member| cohort.telling.label(member).to_owned(),
        );
        let worth = worth(cohort, node, member).map(|worth| format!(" ({worth})"));
        let mark = member.map(|member| mark(cohort, member));
        let lock = member.map(|member| lock(cohort, member));
        let others = member.map(others);
        let published = published_level(cohort, members.clone(), node, member, format!("{id}-finding"));
        let differs = live(move || {
            let switched = |member| calculator.with(|shown| shown.differing.contains(member));
            member.is_some_and(switched)
        });
        view! {
            <div class="provision" class:changed=differs>
                <input type="radio" id=id.clone() name=name.clone() autocomplete="off" aria-describedby=format!("{id}-finding")
                    prop:checked=is_chosen prop:disabled=live(out)
                    on:change:capture=move |_| calculator.choose(group, member)/>
                <div class="provision-text"><label for=id>{label}{worth} {mark}</label>{published}{others}{lock}</div>
            </div>
        }
        .into_any()
    };
    let options: Vec<Part> =
        std::iter::once(None).chain(members.iter().copied().map(Some)).map(option).collect();
    view! {
        <li class="choice" class:away=away data-question=number.to_string()>
            <div class="switches" role="radiogroup" aria-labelledby=within.to_owned()>{options}</div>
        </li>
    }
    .into_any()
}

/// Says which one of a group's members the card has, and what its author found on each.
fn published_level(
    cohort: &Arc<Cohort>,
    members: Vec<usize>,
    node: Option<NodeId>,
    member: Option<usize>,
    id: String,
) -> Part {
    let calculator = Calculator::here();
    let (cohort, of_author) = (cohort.clone(), cohort.clone());
    let text = written(move || {
        let card = calculator.published();
        if node.is_some_and(|node| !calculator.applied(node)) {
            return if member.is_none() {
                say::framework::published_not_graded(&cohort.telling.words)
            } else {
                String::new()
            };
        }
        let unknown = members.iter().any(|member| card.unknown().contains(*member));
        let strongest = members.iter().rev().copied().find(|member| card.held().contains(*member));
        match strongest == member && !(unknown && member.is_none()) {
            true => say::framework::published_level(&cohort.telling.words),
            false if unknown && member.is_none() => say::framework::published_unknown(&cohort.telling.words),
            false => String::new(),
        }
    });
    let found = member.and_then(|member| found(&of_author, member));
    view! { <p class="finding" id=id><span>{text}</span>{found}</p> }.into_any()
}

/// What a level, or none, is worth, where it is worth points by itself.
fn worth(cohort: &Cohort, node: Option<NodeId>, member: Option<usize>) -> Option<String> {
    let mut node = cohort.telling.rules.node(node?)?;
    // Bounds and gates stand around what has the levels.
    while let Rule::Within { of, .. } | Rule::Gate { of, .. } = &node.rule {
        node = cohort.telling.rules.node(*of)?;
    }
    let Rule::Best { of, otherwise } = &node.rule else { return None };
    let points = match member {
        None => *otherwise,
        Some(member) => of.iter().find_map(|part| match &cohort.telling.rules.node(*part)?.rule {
            Rule::When { needs, points } => {
                let looked_at = needs.provisions();
                (looked_at.contains(member) && looked_at.len() == 1).then_some(*points)
            }
            _ => None,
        })?,
    };
    let points = cohort.telling.rules.unit().fraction(points);
    Some(say::points::with_unit(&cohort.telling.words, &points.in_decimals()))
}
