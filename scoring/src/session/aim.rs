//! What a visitor is after: what is to be reached, and what plans leave out.

use crate::ProvisionSet;
use crate::address::noise::{meant, named};
use crate::address::percent;
use crate::bundle::{self, Bundle};
use crate::exact::Fraction;
use crate::plans;
use crate::rules::{Band, Rules};

/// A target, and what may be done to reach it. An address names both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    /// What the leading tally is to reach; nothing, when the visitor has not said.
    pub target: Option<Target>,
    /// Provisions, by index, that plans leave as they are.
    pub locked: ProvisionSet,
    /// Bills: provisions that come into law together and count as one change. None is in two.
    pub bundles: Vec<Bundle>,
}

impl Aim {
    /// The bill that a provision is in.
    pub fn bundle_of(&self, provision: usize) -> Option<&Bundle> {
        bundle::of(&self.bundles, provision)
    }
}

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The band at this index of the leading tally.
    Band(usize),
    /// A figure.
    Figure(Fraction),
    /// A rank among the cards, from 1.
    Rank(usize),
}

/// What stands before a rank in an address.
const RANK: &str = "rank:";

impl Target {
    /// A figure that was typed, as addresses have it: in decimals.
    pub fn figure(typed: Fraction) -> Self {
        Self::Figure(typed.in_decimals())
    }

    /// The target as the planner takes it; `others` are the figures that all others are ranked by.
    pub fn wanted(self, others: impl FnOnce() -> Vec<Fraction>) -> plans::Target {
        match self {
            Target::Band(band) => plans::Target::Band(band),
            Target::Figure(figure) => plans::Target::Figure(figure),
            Target::Rank(rank) => plans::Target::Rank { rank, others: others() },
        }
    }

    /// The target as an address has it; nothing, when the rules have no such band.
    pub(super) fn written(self, rules: &Rules) -> Option<String> {
        Some(match self {
            Target::Band(band) => percent::encoded(&bands(rules).get(band)?.name),
            Target::Figure(figure) => figure.to_string(),
            Target::Rank(rank) => format!("{RANK}{rank}"),
        })
    }

    /// The target that a text means; nothing, when it means none.
    pub(super) fn read(rules: &Rules, value: &str) -> Option<Self> {
        let names: Vec<&str> = bands(rules).iter().map(|band| band.name.as_str()).collect();
        meant(value, |text| {
            if let Some(band) = named(&names, text) {
                return Some(Target::Band(band));
            }
            let rank = text.to_ascii_lowercase().strip_prefix(RANK).and_then(|rank| rank.trim().parse().ok());
            if let Some(rank) = rank.filter(|rank| *rank > 0) {
                return Some(Target::Rank(rank));
            }
            text.replace(',', ".").parse().ok().map(Target::figure)
        })
    }
}

fn bands(rules: &Rules) -> &[Band] {
    rules.tallies().first().map(|tally| tally.bands.as_slice()).unwrap_or_default()
}
