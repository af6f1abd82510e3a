//! A scenario as a picture to share.

use crate::exact::Fraction;
use crate::poster::{Bar, Poster, Zone, drawn};
use crate::{Baseline, Change, Difference, Evaluation, Headline, Imprint, Points, say, sureness};

/// The card of a scenario as SVG, 1200 by 630, with text as text.
pub fn picture(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> String {
    let words = baseline.words();
    let headline = Headline::new(baseline, tree);
    let (framework, card) = (baseline.framework(), baseline.card());
    let published = &card.published;
    let difference = Difference::new(baseline, tree);
    let added = difference.added.iter().map(|provision| format!("+ {}", provision.label));
    let removed = difference.removed.iter().map(|provision| format!("− {}", provision.label));
    let is_baseline = tree.scenario.is_baseline();
    let poster = Poster {
        title: format!("{}: {}", card.jurisdiction, headline.in_words(words)),
        subject: card.jurisdiction.clone(),
        framework: framework.title.clone(),
        letter: Some(headline.grade.clone()),
        figure: say::picture::points(words, &headline.total, &headline.max),
        standing: match is_baseline {
            true => headline.standing(words),
            false => {
                say::picture::against(words, &headline.standing(words), &published.total, &published.grade)
            }
        },
        zones: zones(baseline, tree),
        published: Some(share(published.total, framework.max)),
        now: Some(share(tree.total, framework.max)),
        bars: bars(baseline, tree),
        heading: say::picture::law(words, &difference.in_words(words)),
        changes: added.chain(removed).collect(),
        nothing: say::picture::nothing(words),
        sureness: sureness(baseline, tree),
        note: match is_baseline {
            true => say::picture::published(words, &framework.publisher, &imprint.date),
            false => say::picture::not_official(words, &imprint.date),
        },
    };
    drawn(words, &poster)
}

fn zones(baseline: &Baseline, tree: &Evaluation) -> Vec<Zone> {
    let zone = |band: &std::sync::Arc<crate::data::Band>| {
        let from = band.from.max(Points::ZERO);
        Zone {
            name: band.grade.clone(),
            begins: share(from, baseline.framework().max),
            from: baseline.words().number(&from),
            is_here: *band == tree.band,
        }
    };
    baseline.bands().map(zone).collect()
}

/// A bar for each section, all on one scale.
fn bars(baseline: &Baseline, tree: &Evaluation) -> Vec<Bar> {
    let words = baseline.words();
    let longest = baseline.sections().iter().map(|section| section.max).max().unwrap_or(Points::ZERO);
    let bar = |score: &crate::SectionScore| {
        let section = &score.section;
        let points = say::picture::points(words, &score.points, &section.max);
        Bar {
            name: format!("{} {}", section.id, section.short),
            whole: share(section.max, longest),
            earned: [Fraction::ZERO, share(score.points, longest)],
            published: Some(share(section.published, longest)),
            figures: match score.points - section.published {
                Points::ZERO => points,
                difference => format!("{points}, {}", Change(difference).in_words(words)),
            },
        }
    };
    tree.sections.iter().map(bar).collect()
}

/// Where points stand on a scale from none to `most`.
fn share(points: Points, most: Points) -> Fraction {
    Fraction::new(points.quarters().into(), most.quarters().into()).unwrap_or(Fraction::ZERO)
}
