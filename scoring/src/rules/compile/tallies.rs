//! Tallies, their scales and bands.

use std::collections::BTreeSet;

use crate::ProvisionSet;
use crate::diagnose::Code;
use crate::exact::{Fraction, Scale};
use crate::rules::{Band, NodeId, Tally, file};

use super::Compiler;

/// The name of the one result of a file that names none.
const WHOLE: &str = "total";

impl Compiler<'_> {
    pub(super) fn tallies(&mut self) -> Vec<Tally> {
        let file = self.file;
        if file.tallies.is_empty() {
            let scale = file.scale.unwrap_or_default();
            return vec![self.tally(WHOLE, None, scale, &file.bands, "")];
        }
        for (is, field) in [(file.scale.is_some(), "scale"), (!file.bands.is_empty(), "bands")] {
            if is {
                self.find(Code::UnusedField, format!("/{field}"), &[field]);
            }
        }
        let ids: Vec<&str> = file.tallies.iter().map(|tally| tally.id.as_str()).collect();
        self.ids(&ids, |index| format!("/tallies/{index}/id"));
        let mut tallies = Vec::new();
        for (index, tally) in file.tallies.iter().enumerate() {
            let at = format!("/tallies/{index}");
            self.optional_text(tally.title.as_deref(), format!("{at}/title"));
            if tally.curve.is_some() {
                self.find(Code::Curve, format!("{at}/curve"), &[]);
            }
            tallies.push(self.tally(&tally.id, tally.of.as_deref(), tally.scale, &tally.bands, &at));
        }
        tallies
    }

    fn tally(&mut self, id: &str, of: Option<&str>, scale: Scale, bands: &[file::Band], at: &str) -> Tally {
        let mut root = NodeId(self.nodes.len().saturating_sub(1));
        if let Some(of) = of {
            match self.nodes.iter().position(|node| node.id.as_deref() == Some(of)) {
                Some(index) => root = NodeId(index),
                None => self.find(Code::UnknownPart, format!("{at}/of"), &[of]),
            }
        }
        let fits = |of: &Fraction| of.denominator() == 1 && (Fraction::ONE..=Scale::LARGEST_OF).contains(of);
        if scale.of.is_some_and(|of| !fits(&of)) || scale.decimals > Some(Scale::MOST_DECIMALS) {
            self.find(Code::BadScale, format!("{at}/scale"), &[]);
        }
        let bands = self.bands(bands, at);
        let gates = bands.iter().map(|band| band.requires.provisions());
        let provisions = gates.fold(self.looked_at(root), |all, more| all.union(&more));
        Tally { id: id.to_owned(), root, scale, bands, provisions }
    }

    fn bands(&mut self, bands: &[file::Band], at: &str) -> Vec<Band> {
        let mut names = BTreeSet::new();
        let mut above: Option<Fraction> = None;
        let mut made = Vec::new();
        for (index, band) in bands.iter().enumerate() {
            let at = format!("{at}/bands/{index}");
            self.text(&band.grade, format!("{at}/grade"));
            self.optional_text(band.meaning.as_deref(), format!("{at}/meaning"));
            if !names.insert(&band.grade) {
                self.find(Code::RepeatedId, format!("{at}/grade"), &[&band.grade]);
            }
            if above.is_some_and(|above| band.from >= above) {
                self.find(Code::BandsOverlap, format!("{at}/from"), &[&band.from.to_string()]);
            }
            above = Some(band.from);
            let requires = self.optional_condition(band.requires.as_ref(), &format!("{at}/requires"));
            if index + 1 == bands.len() && !requires.is_empty() {
                self.find(Code::LowestBandGated, format!("{at}/requires"), &[]);
            }
            made.push(Band { name: band.grade.clone(), from: band.from, requires });
        }
        made
    }

    /// Every provision that a node or one below it looks at.
    fn looked_at(&self, root: NodeId) -> ProvisionSet {
        let mut all = ProvisionSet::default();
        let mut waiting = vec![root];
        while let Some(node) = waiting.pop().and_then(|id| self.nodes.get(id.index())) {
            all = all.union(&node.applies.provisions());
            if let Some(condition) = node.rule.condition() {
                all = all.union(&condition.provisions());
            }
            waiting.extend(node.rule.parts());
        }
        all
    }
}
