//! What a framework must fulfil.

use super::{File, Findings, Mistake, Path, Problem, no_bands};
use crate::Points;
use crate::bundle::RESERVED;
use crate::data::{Component, Framework, Rung};
use crate::indices::{Indices, indices};

/// Every mistake in a framework.
pub(super) fn check(framework: &Framework) -> Vec<Problem> {
    let mut found = Findings::new(File::Framework);
    let file = Path::FILE;
    found.id(file.field("id"), &framework.id);
    found.text(file.field("title"), &framework.title);
    if framework.edition == 0 {
        found.add(file.field("edition"), Mistake::Missing("an edition of at least 1, found 0"));
    }
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
    let first = indices(&mut framework.bands.iter().map(|band| band.grade.as_str()));
    let mut above: Option<Points> = None;
    for (index, band) in framework.bands.iter().enumerate() {
        let path = Path::FILE.item("bands", index);
        found.text(path.field("grade"), &band.grade);
        found.first(path.field("grade"), &band.grade, index, &first);
        let points = band.grade.parse::<Points>().is_ok();
        if points || band.grade.contains(RESERVED) || band.grade.trim() != band.grade {
            found.add(path.field("grade"), Mistake::BadGrade(band.grade.clone()));
        }
        if let Some(above) = above.filter(|above| band.from >= *above) {
            found.add(path.field("from"), Mistake::BandsOverlap { above, found: band.from });
        }
        above = Some(band.from);
    }
    let lowest = lowest_total(framework);
    match above {
        None => found.problems.push(no_bands()),
        Some(from) if from > lowest => {
            let path = Path::FILE.item("bands", framework.bands.len() - 1);
            found.add(path.field("from"), Mistake::LowestBand { lowest, found: from });
        }
        Some(_) => {}
    }
}

/// The least that any card could earn: the worst penalty of each component, or nothing.
fn lowest_total(framework: &Framework) -> Points {
    let worst = |component: &Component| component.rungs.iter().map(|rung| rung.points).min();
    framework.components().map(|component| worst(component).unwrap_or_default().min(Points::ZERO)).sum()
}

fn provisions(framework: &Framework, found: &mut Findings) {
    let rungs = framework.components().flat_map(|component| &component.rungs);
    let needed = indices(&mut rungs.flat_map(|rung| &rung.needs).map(String::as_str));
    let all = indices(&mut framework.provisions.iter().map(|provision| provision.id.as_str()));
    for (index, provision) in framework.provisions.iter().enumerate() {
        let path = Path::FILE.item("provisions", index);
        found.id(path.field("id"), &provision.id);
        found.first(path.field("id"), &provision.id, index, &all);
        found.text(path.field("label"), &provision.label);
        if !needed.contains_key(provision.id.as_str()) {
            found.add(path, Mistake::UnusedProvision(provision.id.clone()));
        }
    }
}

fn sections(framework: &Framework, found: &mut Findings) {
    let sections = &framework.sections;
    if sections.is_empty() {
        found.add(Path::FILE.field("sections"), Mistake::Missing("at least one section"));
    }
    let known = indices(&mut framework.provisions.iter().map(|provision| provision.id.as_str()));
    let section_ids = indices(&mut sections.iter().map(|section| section.id.as_str()));
    let component_ids = indices(&mut framework.components().map(|component| component.id.as_str()));
    let mut component_index = 0;
    for (index, section) in sections.iter().enumerate() {
        let path = Path::FILE.item("sections", index);
        found.id(path.field("id"), &section.id);
        found.first(path.field("id"), &section.id, index, &section_ids);
        found.text(path.field("title"), &section.title);
        found.text(path.field("short"), &section.short);
        if section.components.is_empty() {
            found.add(path.field("components"), Mistake::Missing("at least one component"));
        }
        for (index, component) in section.components.iter().enumerate() {
            let path = path.item("components", index);
            found.id(path.field("id"), &component.id);
            found.first(path.field("id"), &component.id, component_index, &component_ids);
            found.text(path.field("title"), &component.title);
            check_component(component, path, framework.step, &known, found);
            component_index += 1;
        }
        let sum = section.components.iter().map(|component| component.max).sum();
        found.sum(path.field("max"), section.max, "components’ maximums", sum);
    }
    let sum = sections.iter().map(|section| section.max).sum();
    found.sum(Path::FILE.field("max"), framework.max, "sections’ maximums", sum);
}

fn check_component(
    component: &Component,
    path: Path<'_>,
    step: Points,
    known: &Indices<'_>,
    found: &mut Findings,
) {
    let max = component.max;
    on_step(max, step, path.field("max"), found);
    for (index, rung) in component.rungs.iter().enumerate() {
        let path = path.item("rungs", index);
        on_step(rung.points, step, path.field("points"), found);
        found.at_most(path.field("points"), rung.points, max, "component", &component.id);
        needs(rung, path, known, found);
    }
    let best = component.rungs.iter().map(|rung| rung.points).max().unwrap_or_default().max(Points::ZERO);
    if best < max {
        let component = component.id.clone();
        found.add(path.field("rungs"), Mistake::CannotBeFilled { component, best, max });
    }
    let mut needs = component.rungs.iter().flat_map(|rung| &rung.needs).map(String::as_str);
    let count = indices(&mut needs).len();
    if !(1..=6).contains(&count) {
        let component = component.id.clone();
        found.add(path.field("rungs"), Mistake::ProvisionCount { component, count });
    }
}

fn on_step(points: Points, step: Points, path: Path<'_>, found: &mut Findings) {
    if step > Points::ZERO && !points.is_multiple_of(step) {
        found.add(path, Mistake::OffStep { points, step });
    }
}

fn needs(rung: &Rung, path: Path<'_>, known: &Indices<'_>, found: &mut Findings) {
    if rung.needs.is_empty() {
        found.add(path.field("needs"), Mistake::Missing("at least one provision"));
    }
    let all = indices(&mut rung.needs.iter().map(String::as_str));
    for (index, id) in rung.needs.iter().enumerate() {
        let path = path.item("needs", index);
        found.known(path, id, known, "provisions");
        found.first(path, id, index, &all);
    }
}
