//! Tallies: the results that rules give, on their scales, with their bands.

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;
use crate::exact::{Figure, Fraction, Scale, Unit};
use crate::facts::Condition;

use super::{NodeId, Score};

/// One result of the answers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Tally {
    /// Its name in the file.
    pub id: String,
    /// The node whose score it shows.
    pub root: NodeId,
    /// How it is shown.
    pub scale: Scale,
    /// Its bands, the best first; there may be none.
    pub bands: Vec<Band>,
    /// Every provision that it looks at.
    pub provisions: ProvisionSet,
}

/// A letter or name, and what earns it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Band {
    /// The letter.
    pub name: String,
    /// The lowest figure that earns it, inclusive.
    pub from: Fraction,
    /// What must hold besides: a gate on the band.
    pub requires: Condition,
}

/// What a tally comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A figure.
    Result {
        /// The figure.
        figure: Figure,
        /// The index of its band, where there are bands.
        band: Option<usize>,
    },
    /// Nothing that it counts applies.
    NotApplicable,
    /// Answers are missing that it counts, and the framework gives no result without them.
    Withheld {
        /// The answers.
        unknown: ProvisionSet,
    },
}

impl Outcome {
    /// The figure, where there is one.
    pub fn figure(&self) -> Option<Figure> {
        match self {
            Outcome::Result { figure, .. } => Some(*figure),
            Outcome::NotApplicable | Outcome::Withheld { .. } => None,
        }
    }

    /// The index of the band, where there is a figure and the tally has bands.
    pub fn band(&self) -> Option<usize> {
        match self {
            Outcome::Result { band, .. } => *band,
            Outcome::NotApplicable | Outcome::Withheld { .. } => None,
        }
    }
}

impl Tally {
    /// What it comes to when its node has this score and these provisions hold.
    pub(super) fn outcome(&self, unit: Unit, score: Score, held: &ProvisionSet) -> Outcome {
        let figure =
            if score.applies() { self.scale.figure(unit, score.earned, score.possible) } else { None };
        match figure {
            None => Outcome::NotApplicable,
            Some(figure) => Outcome::Result { figure, band: self.band(self.scale.seen(figure), held) },
        }
    }

    /// The index of the band that a figure falls in: the best whose bound it reaches and whose gate is open, else the
    /// last. What is below all bounds is in the last as well.
    pub fn band(&self, seen: Fraction, held: &ProvisionSet) -> Option<usize> {
        let is_open = |(_, band): &(usize, &Band)| seen >= band.from && band.requires.holds(held);
        reached(self.bands.iter().enumerate(), is_open).map(|(index, _)| index)
    }
}

/// Of bands, the best first, the first that is reached, else the last: there is no lower one. Every letter is found by this.
pub(crate) fn reached<B>(bands: impl IntoIterator<Item = B>, is_reached: impl Fn(&B) -> bool) -> Option<B> {
    let mut last = None;
    for band in bands {
        if is_reached(&band) {
            return Some(band);
        }
        last = Some(band);
    }
    last
}
