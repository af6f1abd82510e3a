//! An evaluation as a list of whole numbers, in the order in which `embed/npm/card.js` reads it.

use scoring::data::Basis;
use scoring::{Baseline, ComponentScore, Evaluation, Points, Status, certainty};

/// A basis is handed over as its index here.
pub const BASES: [Basis; 4] = [Basis::Published, Basis::Statute, Basis::Reconstructed, Basis::Assumed];
/// A status is handed over as its index here.
pub const STATUSES: [Status; 3] = [Status::Full, Status::Partial, Status::None];

/// The figures of a tree: total, basis, grade, the number of grades over all readings, these grades, and the lowest
/// and highest total over all readings when there are any; then for each section points and basis; then for each
/// of its components points, status, basis, the number of provisions missing, and these. Points are quarters;
/// bases, statuses, grades and provisions are indices in the outline.
pub fn figures(baseline: &Baseline, tree: &Evaluation) -> Vec<i32> {
    let mut figures = Figures(Vec::with_capacity(512));
    figures.points(tree.total);
    figures.index(BASES.iter(), &tree.basis());
    figures.index(baseline.bands(), &tree.band);
    match certainty(baseline, tree) {
        None => figures.number(0),
        Some(certainty) => {
            figures.number(certainty.grades.len());
            certainty.grades.iter().for_each(|band| figures.index(baseline.bands(), band));
            figures.points(certainty.total.low);
            figures.points(certainty.total.high);
        }
    }
    for section in &tree.sections {
        figures.points(section.points);
        figures.index(BASES.iter(), &section.basis());
        section.components.iter().for_each(|score| figures.component(score));
    }
    figures.0
}

struct Figures(Vec<i32>);

impl Figures {
    fn number(&mut self, number: usize) {
        self.0.push(number as i32);
    }

    fn points(&mut self, points: Points) {
        self.0.push(points.quarters());
    }

    fn index<'a, T: PartialEq + 'a>(&mut self, mut all: impl Iterator<Item = &'a T>, one: &T) {
        self.number(all.position(|each| each == one).unwrap_or_default());
    }

    fn component(&mut self, score: &ComponentScore) {
        self.points(score.points);
        self.index(STATUSES.iter(), &score.status());
        self.index(BASES.iter(), &score.basis());
        let missing = score.next.as_ref().map_or(&[][..], |next| &next.missing);
        self.number(missing.len());
        missing.iter().for_each(|provision| self.number(provision.index));
    }
}
