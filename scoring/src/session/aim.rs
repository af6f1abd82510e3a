//! What a visitor is after: what is to be reached, and what plans leave out.

use crate::ProvisionSet;
use crate::address::members::trimmed;
use crate::address::noise::typed;
use crate::address::percent;
use crate::exact::Fraction;
use crate::rules::{Band, Rules};

use super::Unread;

/// A target, and what may be done to reach it. An address names both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    /// What the leading tally is to reach; nothing, when the visitor has not said.
    pub target: Option<Target>,
    /// Provisions, by index, that plans leave as they are.
    pub locked: ProvisionSet,
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

    /// The target as an address has it; nothing, when the rules have no such band.
    pub(super) fn written(self, rules: &Rules) -> Option<String> {
        Some(match self {
            Target::Band(band) => percent::encoded(&bands(rules).get(band)?.name),
            Target::Figure(figure) => figure.to_string(),
            Target::Rank(rank) => format!("{RANK}{rank}"),
        })
    }

    /// The target that a text means, with or without marks behind it: a letter may be “A+”, in a sentence.
    ///
    /// # Errors
    /// A text that means none.
    pub(super) fn read(rules: &Rules, value: &str) -> Result<Self, Unread> {
        let text = typed(value);
        let mut text = text.trim().trim_start_matches(['"', '\'', '(', '[', '<']);
        loop {
            let named = |same: &dyn Fn(&str) -> bool| bands(rules).iter().position(|band| same(&band.name));
            let found =
                named(&|name| name == text).or_else(|| named(&|name| name.eq_ignore_ascii_case(text)));
            if let Some(band) = found {
                return Ok(Target::Band(band));
            }
            if let Some(rank) = text.to_ascii_lowercase().strip_prefix(RANK)
                && let Ok(rank) = rank.trim().parse()
                && rank > 0
            {
                return Ok(Target::Rank(rank));
            }
            if let Ok(figure) = text.replace(',', ".").parse() {
                return Ok(Target::figure(figure));
            }
            let is_mark = |letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric();
            match text.strip_suffix(is_mark) {
                Some(shorter) => text = shorter,
                None => return Err(Unread::NoTarget(trimmed(value))),
            }
        }
    }
}

fn bands(rules: &Rules) -> &[Band] {
    rules.tallies().first().map(|tally| tally.bands.as_slice()).unwrap_or_default()
}
