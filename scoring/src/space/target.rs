//! A target as the graph has it: what must be reached at a tally's node, under which conditions.

use crate::ProvisionSet;
use crate::exact::{Edge, Fraction};
use crate::facts::Condition;
use crate::rules::Tally;

use super::RegionId;
use super::build::Builder;
use super::effort::Stop;
use super::law::{Law, Truth};
use super::state::{Reached, State, Step};

/// What reaches a target, the lowest bar first: a figure with its condition.
pub(crate) struct Bars(Vec<(Condition, Reached)>);

impl Bars {
    /// A band or a better one.
    pub fn band(tally: &Tally, band: usize) -> Self {
        // The last band is for all that no other has.
        if band + 1 >= tally.bands.len() {
            return Self::always();
        }
        let bars = tally.bands.iter().take(band + 1).rev();
        Self(bars.map(|band| (band.requires.clone(), Reached::From(tally.scale.edge(band.from)))).collect())
    }

    /// A figure, seen as bands see it.
    pub fn figure(tally: &Tally, figure: Fraction) -> Self {
        Self::from(tally.scale.edge(figure))
    }

    /// A rank among others.
    pub fn rank(tally: &Tally, rank: usize, others: &[Fraction]) -> Self {
        let mut others = others.to_vec();
        others.sort_by(|one, other| other.cmp(one));
        match rank.checked_sub(1) {
            None => Self(Vec::new()),
            Some(above) => {
                others.get(above).map_or_else(Self::always, |last| Self::from(tally.scale.rank_edge(*last)))
            }
        }
    }

    /// Any figure.
    pub fn always() -> Self {
        Self(vec![(Condition::default(), Reached::Always)])
    }

    /// The conditions of the bars.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.0.iter().map(|(condition, _)| condition)
    }

    fn from(edge: Edge) -> Self {
        Self(vec![(Condition::default(), Reached::From(edge))])
    }
}

impl Builder<'_, '_> {
    /// A tally held against a target. It has no result as long as some of `asked` are left out.
    pub fn target(
        &mut self,
        tally: &Tally,
        bars: &Bars,
        asked: &ProvisionSet,
        law: &Law,
    ) -> Result<RegionId, Stop> {
        let answered = Condition { all: asked.clone(), ..Condition::default() };
        match law.answerable(&answered) {
            Truth::Open(index) => {
                return self.choice(index, law, &mut |it, law| it.target(tally, bars, asked, law));
            }
            Truth::Fails => return self.fixed(State::NOTHING),
            Truth::Holds => {}
        }
        let mut reached = Reached::Never;
        for (requires, bar) in &bars.0 {
            match law.truth(requires) {
                Truth::Open(index) => {
                    return self.choice(index, law, &mut |it, law| it.target(tally, bars, asked, law));
                }
                Truth::Fails => {}
                Truth::Holds => {
                    reached = *bar;
                    break;
                }
            }
        }
        let region = self.node(tally.root, law)?;
        self.through(Step::Goal { scale: tally.scale, unit: self.rules.unit(), reached }, region)
    }
}
