//! A scenario as a picture to share.

use crate::exact::Fraction;
use crate::poster::{Bar, Poster, Zone, drawn};
use crate::rank::{Move, moves};
use crate::rules::file::Join;
use crate::rules::{NodeId, Outcome, Outline};
use crate::{Imprint, ProvisionSet, say};

use super::{Scenario, Span, title};

/// The scenario as SVG, 1200 by 630, with text as text.
pub fn picture(scenario: &Scenario<'_>, imprint: &Imprint) -> String {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    let added = telling.labels(&scenario.added).into_iter().map(|label| format!("+ {label}"));
    let removed = telling.labels(&scenario.removed).into_iter().map(|label| format!("− {label}"));
    let note = match scenario.is_card() {
        true => say::picture::published(words, &telling.file.publisher, &imprint.date),
        false => say::scenario::not_official(words, &imprint.date),
    };
    let changes = (scenario.changes(), added.chain(removed).collect(), say::picture::nothing(words));
    drawn(words, &poster(scenario, changes, note))
}

/// A card as SVG, drawn as a scenario is, with what it lacks in place of what is changed.
pub fn card_picture(scenario: &Scenario<'_>) -> String {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    let lacking = telling.labels(&lacking(scenario));
    let heading = match lacking.len() {
        0 => say::written::complete(words),
        lacking => say::written::lacking(words, &lacking),
    };
    let note = say::written::published(words, &telling.file.publisher);
    drawn(words, &poster(scenario, (heading, lacking, String::new()), note))
}

/// The provisions that do not hold and, each alone, would bring a higher figure.
fn lacking(scenario: &Scenario<'_>) -> ProvisionSet {
    let exact = |outcome: &Outcome| outcome.figure().map(|figure| figure.exact);
    let now = scenario.now.outcomes.first().and_then(exact);
    let gains = |one: &Move| !scenario.answers.held().contains(one.provision) && exact(&one.outcome) > now;
    let moves = moves(&scenario.telling.rules, 0, scenario.answers, &[]);
    moves.into_iter().filter(gains).map(|one| one.provision).collect()
}

/// `changes` are told beside the bars under a heading; the last text stands there in place of none.
fn poster(
    scenario: &Scenario<'_>,
    (heading, changes, nothing): (String, Vec<String>, String),
    note: String,
) -> Poster {
    let (telling, words) = (scenario.telling, &scenario.telling.words);
    let (subject, framework) = (scenario.subject, telling.framework());
    let (figure, band) = (scenario.now.figure(0), scenario.now.band(0));
    let span = telling.span();
    let along = |figure: Fraction| span?.along(figure);
    let printed = telling.published_figure(scenario.card, 0);
    Poster {
        title: say::scenario::title(words, &subject, &scenario.result()),
        subject: subject.to_owned(),
        framework,
        letter: band.and_then(|band| telling.band(0, band)),
        figure: match (figure.map(|figure| telling.number(figure.shown)), telling.most()) {
            (Some(figure), Some(most)) => say::picture::points(words, &figure, &telling.number(most)),
            (Some(figure), None) => figure,
            (None, _) => "–".to_owned(),
        },
        standing: telling.published_in_words(scenario.card),
        zones: span.map(|span| zones(scenario, span, band)).unwrap_or_default(),
        published: printed.and_then(along),
        now: figure.and_then(|figure| along(figure.exact)),
        bars: bars(scenario),
        heading,
        changes,
        nothing,
        sureness: scenario.standing().unwrap_or_default(),
        note,
    }
}

fn zones(scenario: &Scenario<'_>, span: Span, here: Option<usize>) -> Vec<Zone> {
    let telling = scenario.telling;
    let bands = telling.rules.tallies().first().map(|tally| tally.bands.as_slice()).unwrap_or_default();
    let zone = |name: String, from: Fraction, is_here| Zone {
        name,
        begins: span.along(from).unwrap_or(Fraction::ZERO),
        from: telling.number(from),
        is_here,
    };
    if bands.is_empty() {
        return vec![zone(String::new(), span.least, false)];
    }
    let zone = |(index, band): (usize, &crate::rules::Band)| {
        // What is below all bounds is in the last band as well.
        let from = if index + 1 == bands.len() { span.least } else { band.from.max(span.least) };
        zone(band.name.clone(), from, here == Some(index))
    };
    bands.iter().enumerate().map(zone).collect()
}

/// A bar for each part of the whole. Where points are added up all are on one scale; else each is as long as the others.
fn bars(scenario: &Scenario<'_>) -> Vec<Bar> {
    let telling = scenario.telling;
    let longest = telling.longest_span().unwrap_or(Fraction::ONE);
    let parts = telling.outline.iter().filter(|part| part.title.is_some());
    parts.filter_map(|part| bar(scenario, part, part.node?, longest)).collect()
}

fn bar(scenario: &Scenario<'_>, part: &Outline, node: NodeId, longest: Fraction) -> Option<Bar> {
    let telling = scenario.telling;
    let span = telling.span_of(node)?;
    let whole = match telling.file.join {
        Join::Mean => Fraction::ONE,
        Join::Sum | Join::Best => span.length()?.share_between(Fraction::ZERO, longest)?,
    };
    let (now, before) = (scenario.now.score(node), scenario.before.score(node));
    // What does not apply has no length.
    let whole = if now.applies() { whole } else { Fraction::ZERO };
    let along = |points: Fraction| span.along(points)?.times(whole);
    let in_points = |points| telling.rules.unit().fraction(points);
    let earned = in_points(now.earned);
    Some(Bar {
        name: telling.short(part).unwrap_or_else(|| title(part)),
        whole,
        earned: [along(earned.min(Fraction::ZERO))?, along(earned.max(Fraction::ZERO))?],
        published: before.applies().then(|| along(in_points(before.earned))).flatten(),
        figures: telling.points(now),
    })
}
