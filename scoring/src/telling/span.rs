//! How far figures reach: the scales of rulers and bars.

use crate::ProvisionSet;
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::ranges::{Ranges, ranges};
use crate::rules::{NodeId, Rules};

use super::Telling;

/// From the least to the most that something can come to, whatever is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The least.
    pub least: Fraction,
    /// The most.
    pub most: Fraction,
}

impl Span {
    /// How long it is; nothing, when it is too long to be exact.
    pub fn length(self) -> Option<Fraction> {
        self.most.minus(self.least)
    }

    /// Where a figure stands on it, from 0 to 1; what lies beyond is at its end.
    pub fn along(self, figure: Fraction) -> Option<Fraction> {
        figure.share_between(self.least, self.most)
    }
}

impl Telling {
    /// From the lowest to the highest figure of the leading tally; where that is not known, what its bands say.
    pub fn span(&self) -> Option<Span> {
        let tally = self.rules.tallies().first()?;
        let bands = || Some((tally.bands.last()?.from, tally.bands.first()?.from));
        let reached = self.reach.as_ref().and_then(|reach| reach.tallies.first()?.figures);
        let (least, most) = reached.or_else(bands)?;
        Some(Span { least, most })
    }

    /// From the least to the most that a node can earn, with zero between them; nothing, when that is too much to search.
    pub fn span_of(&self, node: NodeId) -> Option<Span> {
        let (range, unit) = (self.reach.as_ref()?.nodes.get(node.index())?, self.rules.unit());
        let (least, most) = (unit.fraction(range.least), unit.fraction(range.most));
        Some(Span { least: least.min(Fraction::ZERO), most: most.max(Fraction::ZERO) })
    }

    /// The longest span of a part of the whole.
    pub fn longest_span(&self) -> Option<Fraction> {
        self.outline.iter().filter_map(|part| self.span_of(part.node?)?.length()).max()
    }
}

/// What everything can come to, whatever is answered; nothing, when that is too much to search.
pub(super) fn reach(rules: &Rules) -> Option<Ranges> {
    let all: ProvisionSet = (0..rules.provisions().len()).collect();
    let open = Answers::new(ProvisionSet::default(), all, ProvisionSet::default());
    ranges(rules, &open, None, &mut || true).ok().flatten()
}
