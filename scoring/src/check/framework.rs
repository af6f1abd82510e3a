//! What a framework must fulfil.

use super::{File, Findings, Mistake, Place, Problem, no_bands};
use crate::Points;
use crate::aim::RESERVED;
use crate::data::{Component, Framework, Rung};
use crate::places::{Places, places};

/// Every mistake in a framework.
pub(super) fn check(framework: &Framework) -> Vec<Problem> {
    let mut found = Findings::new(File::Framework);
    let file = Place::FILE;
    found.id(file.field("id"), &framework.id);
    found.text(file.field("title"), &framework.title);
    found.text(file.field("publisher"), &framework.publisher);
    found.text(file.field("about"), &framework.about);
    if framework.step < Points::from_quarters(1) {
        found.add(file.field("step"), Mistake::BadStep(framework.step));
    }
    bands(framework, &mut found);
    provisions(framework, &mut found);
    sections(framework, &mut found);
    found.problems
}

fn bands(framework: &Framework, found: &mut Findings) {
    let first = places(&mut framework.bands.iter().map(|band| band.grade.as_str()));
    let mut above: Option<Points> = None;
    for (index, band) in framework.bands.iter().enumerate() {
        let place = Place::FILE.item("bands", index);
        found.text(place.field("grade"), &band.grade);
        found.first(place.field("grade"), &band.grade, index, &first);
        let points = band.grade.parse::<Points>().is_ok();
        if points || band.grade.contains(RESERVED) || band.grade.trim() != band.grade {
            found.add(place.field("grade"), Mistake::BadGrade(band.grade.clone()));
        }
        if let Some(above) = above.filter(|above| band.from >= *above) {
            found.add(place.field("from"), Mistake::BandsOverlap { above, found: band.from });
        }
        above = Some(band.from);
    }
    let lowest = lowest_total(framework);
    match above {
        None => found.problems.push(no_bands()),
        Some(from) if from > lowest => {
            let place = Place::FILE.item("bands", framework.bands.len() - 1);
            found.add(place.field("from"), Mistake::LowestBand { lowest, found: from });
        }
        Some(_) => {}
    }
}

/// The least that any card could earn: the worst penalty of each component, or nothing.
fn lowest_total(framework: &Framework) -> Points {
    let components = framework.sections.iter().flat_map(|section| &section.components);
    let worst = |component: &Component| component.rungs.iter().map(|rung| rung.points).min();
    components.map(|component| worst(component).unwrap_or_default().min(Points::ZERO)).sum()
}

fn provisions(framework: &Framework, found: &mut Findings) {
    let components = framework.sections.iter().flat_map(|section| &section.components);
    let rungs = components.flat_map(|component| &component.rungs);
    let needed = places(&mut rungs.flat_map(|rung| &rung.needs).map(String::as_str));
    let all = places(&mut framework.provisions.iter().map(|provision| provision.id.as_str()));
    for (index, provision) in framework.provisions.iter().enumerate() {
        let place = Place::FILE.item("provisions", index);
        found.id(place.field("id"), &provision.id);
        found.first(place.field("id"), &provision.id, index, &all);
        found.text(place.field("label"), &provision.label);
        if !needed.contains_key(provision.id.as_str()) {
            found.add(place, Mistake::UnusedProvision(provision.id.clone()));
        }
    }
}

fn sections(framework: &Framework, found: &mut Findings) {
    let sections = &framework.sections;
    if sections.is_empty() {
        found.add(Place::FILE.field("sections"), Mistake::Missing("at least one section"));
    }
    let known = places(&mut framework.provisions.iter().map(|provision| provision.id.as_str()));
    let section_ids = places(&mut sections.iter().map(|section| section.id.as_str()));
    let components = sections.iter().flat_map(|section| &section.components);
    let component_ids = places(&mut components.map(|component| component.id.as_str()));
    let mut component_index = 0;
    for (index, section) in sections.iter().enumerate() {
        let place = Place::FILE.item("sections", index);
        found.id(place.field("id"), &section.id);
        found.first(place.field("id"), &section.id, index, &section_ids);
        found.text(place.field("title"), &section.title);
        found.text(place.field("short"), &section.short);
        if section.components.is_empty() {
            found.add(place.field("components"), Mistake::Missing("at least one component"));
        }
        for (index, component) in section.components.iter().enumerate() {
            let place = place.item("components", index);
            found.id(place.field("id"), &component.id);
            found.first(place.field("id"), &component.id, component_index, &component_ids);
            found.text(place.field("title"), &component.title);
            check_component(component, place, framework.step, &known, found);
            component_index += 1;
        }
        let sum = section.components.iter().map(|component| component.max).sum();
        found.sum(place.field("max"), section.max, "components’ maximums", sum);
    }
    let sum = sections.iter().map(|section| section.max).sum();
    found.sum(Place::FILE.field("max"), framework.max, "sections’ maximums", sum);
}

fn check_component(
    component: &Component,
    place: Place<'_>,
    step: Points,
    known: &Places<'_>,
    found: &mut Findings,
) {
    let max = component.max;
    on_step(max, step, place.field("max"), found);
    for (index, rung) in component.rungs.iter().enumerate() {
        let place = place.item("rungs", index);
        on_step(rung.points, step, place.field("points"), found);
        found.at_most(place.field("points"), rung.points, max, "component", &component.id);
        needs(rung, place, known, found);
    }
    let best = component.rungs.iter().map(|rung| rung.points).max().unwrap_or_default().max(Points::ZERO);
    if best < max {
        let component = component.id.clone();
        found.add(place.field("rungs"), Mistake::CannotBeFilled { component, best, max });
    }
    let mut needs = component.rungs.iter().flat_map(|rung| &rung.needs).map(String::as_str);
    let count = places(&mut needs).len();
    if !(1..=6).contains(&count) {
        let component = component.id.clone();
        found.add(place.field("rungs"), Mistake::ProvisionCount { component, count });
    }
}

fn on_step(points: Points, step: Points, place: Place<'_>, found: &mut Findings) {
    if step > Points::ZERO && !points.is_multiple_of(step) {
        found.add(place, Mistake::OffStep { points, step });
    }
}

fn needs(rung: &Rung, place: Place<'_>, known: &Places<'_>, found: &mut Findings) {
    if rung.needs.is_empty() {
        found.add(place.field("needs"), Mistake::Missing("at least one provision"));
    }
    let all = places(&mut rung.needs.iter().map(String::as_str));
    for (index, id) in rung.needs.iter().enumerate() {
        let place = place.item("needs", index);
        found.known(place, id, known, "provisions");
        found.first(place, id, index, &all);
    }
}
