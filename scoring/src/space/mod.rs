//! All that answers may become, as a graph in which independent parts stand apart: the one theory behind ranges
//! ([`crate::ranges`]) and plans ([`crate::plans`]).
//!
//! Parts of the rules touch each other only through provisions that they share, or that hang together. Deciding such a
//! [`switch`](switches) one way after the other ([`Region::Choice`]) leaves parts that are independent
//! ([`Region::All`]), down to single conditions. What is the same is made once, whatever led to it. On this graph
//! [`front`] follows the most (or the least) that any choice gives, and [`tables`] counts and lists the choices.

pub(crate) mod build;
mod common;
pub(crate) mod effort;
pub(crate) mod front;
pub(crate) mod hope;
mod joined;
pub(crate) mod law;
pub(crate) mod polarity;
pub(crate) mod readings;
mod star;
pub(crate) mod state;
pub(crate) mod switches;
pub(crate) mod tables;
pub(crate) mod target;
pub(crate) mod touching;
mod ways;

use state::{Join, State, Step};
use switches::Switch;

/// The index of a region. What a region is made of stands before it.
pub(crate) type RegionId = usize;

/// What a part of the rules can come to.
#[derive(Clone, Debug)]
pub(crate) enum Region {
    /// Only this.
    Fixed(State),
    /// Independent parts, lifted, to be joined.
    All { join: Join, parts: Vec<RegionId> },
    /// What becomes of a part.
    Through { step: Step, part: RegionId },
    /// A switch, and what each of its ways leads to. Ways that are left out lead to what a cheaper one leads to.
    Choice { switch: usize, ways: Vec<(usize, RegionId)> },
}

/// All regions, and what is decided in them.
#[derive(Debug, Default)]
pub(crate) struct Space {
    pub regions: Vec<Region>,
    pub switches: Vec<Switch>,
}

impl Space {
    pub fn region(&self, id: RegionId) -> &Region {
        self.regions.get(id).unwrap_or(&Region::Fixed(State::NOTHING))
    }

    /// How many changes all switches can be at most.
    pub fn most_changes(&self) -> usize {
        let most = |switch: &Switch| switch.ways.iter().map(|way| way.cost).max();
        self.switches.iter().filter_map(most).sum()
    }

    /// How many changes a way of a switch is.
    pub fn cost(&self, switch: usize, way: usize) -> usize {
        self.switches.get(switch).and_then(|switch| switch.ways.get(way)).map_or(0, |way| way.cost)
    }

    /// Which regions can come to few states.
    pub fn few_states(&self) -> Vec<bool> {
        const FEW: usize = 16;
        let mut counts: Vec<usize> = Vec::with_capacity(self.regions.len());
        for region in &self.regions {
            let of = |id: &RegionId| counts.get(*id).copied().unwrap_or(usize::MAX);
            let count = match region {
                Region::Fixed(_) => 1,
                Region::Through { part, .. } => of(part),
                Region::Choice { ways, .. } => {
                    ways.iter().fold(0, |sum: usize, (_, region)| sum.saturating_add(of(region)))
                }
                Region::All { parts, .. } => {
                    parts.iter().fold(1, |product: usize, part| product.saturating_mul(of(part)))
                }
            };
            counts.push(count);
        }
        counts.into_iter().map(|count| count <= FEW).collect()
    }
}
