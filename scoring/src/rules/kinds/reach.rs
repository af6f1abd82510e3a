//! How finely and how far a node can reach: what the rules' unit and its limits are worked out from.

use std::collections::BTreeSet;

use crate::exact::Fraction;

/// What the figures of a node can be, whatever is answered. It may allow for more than can be, never for less.
#[derive(Clone, Debug)]
pub(in crate::rules) struct Reach {
    /// What is earned and what is possible are whole numbers when counted in this share of a point.
    pub grain: i128,
    /// What can be possible where it applies, counted so; at most [`Reach::MOST`] figures.
    pub possible: BTreeSet<i128>,
    /// Whether it may not apply.
    pub optional: bool,
    /// Nothing that is earned or possible is further from zero, in points.
    pub size: Fraction,
}

/// Why a node's reach cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Unbounded {
    /// What is possible can take too many figures.
    TooMany,
    /// A figure is too large or too fine to be exact.
    TooFine,
}

impl Reach {
    /// The most figures that are followed.
    pub const MOST: usize = 4096;

    /// What can be possible, counted in a share of a point that is a multiple of its own.
    pub fn possible_in(&self, grain: i128) -> Result<BTreeSet<i128>, Unbounded> {
        let factor = grain / self.grain;
        let scaled = |figure: &i128| figure.checked_mul(factor).ok_or(Unbounded::TooFine);
        self.possible.iter().map(scaled).collect()
    }

    /// The same for a part that is optional here.
    pub fn or_not(mut self, optional: bool) -> Self {
        self.optional |= optional;
        self
    }
}

/// The figures, unless they are too many.
pub(in crate::rules) fn few(figures: BTreeSet<i128>) -> Result<BTreeSet<i128>, Unbounded> {
    if figures.len() > Reach::MOST { Err(Unbounded::TooMany) } else { Ok(figures) }
}

/// How many of a share of a point these points are, when they are a whole number of them.
pub(in crate::rules) fn counted(points: Fraction, grain: i128) -> Result<i128, Unbounded> {
    points.over(grain).ok_or(Unbounded::TooFine)
}

/// The share of a point in which all of these are whole numbers.
pub(in crate::rules) fn joint(grains: impl IntoIterator<Item = i128>) -> Result<i128, Unbounded> {
    let finest = i128::from(crate::exact::Unit::FINEST);
    grains.into_iter().try_fold(1, |all, grain| {
        crate::exact::lcm(all, grain).filter(|all| *all <= finest).ok_or(Unbounded::TooFine)
    })
}
