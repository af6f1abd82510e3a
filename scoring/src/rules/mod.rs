//! The rules of a report card: an arena of nodes over yes-or-no facts, and the tallies that are read off them.
//!
//! [`compile`] makes them of a framework's [`file::Framework`] and refuses by name what cannot be counted exactly;
//! [`evaluate`] needs no language, no card and no floats.

pub mod file;

mod compile;
mod evaluate;
mod kinds;
pub(crate) mod ladders;
mod node;
mod outline;
mod tally;

pub use compile::{compile, diagnose, pointers};
pub(crate) use evaluate::evaluate_parts;
pub use evaluate::{Evaluation, evaluate, evaluate_into, outcomes};
pub(crate) use kinds::best::best_met;
pub use kinds::mean::Brought;
pub use node::{Node, NodeId, Rule, Score, Share, Why};
pub use outline::{Asked, Outline, Question, outline};
pub(crate) use tally::reached;
pub use tally::{Band, Outcome, Tally};

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;
use crate::exact::Unit;
use crate::facts::{Implied, Missing};

/// The rules of one framework, checked and ready to be evaluated. Shared by all its cards.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Rules {
    id: String,
    edition: u32,
    provisions: Vec<String>,
    implied: Implied,
    may_not_apply: ProvisionSet,
    nodes: Vec<Node>,
    tallies: Vec<Tally>,
    unit: Unit,
    missing: Missing,
}

impl Rules {
    /// The framework's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Which edition of the framework these rules are, from 1.
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// The ids of all provisions; their order is that of the sets of answers.
    pub fn provisions(&self) -> &[String] {
        &self.provisions
    }

    /// The index of a provision.
    pub fn provision(&self, id: &str) -> Option<usize> {
        self.provisions.iter().position(|provision| provision == id)
    }

    /// How the provisions hang together.
    pub fn implied(&self) -> &Implied {
        &self.implied
    }

    /// The provisions that a card may call not applicable.
    pub fn may_not_apply(&self) -> &ProvisionSet {
        &self.may_not_apply
    }

    /// The nodes, children before their parents; the last is the root.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// One node.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.index())
    }

    /// The node with this id.
    pub fn find(&self, id: &str) -> Option<NodeId> {
        self.nodes.iter().position(|node| node.id.as_deref() == Some(id)).map(NodeId)
    }

    /// The results, the leading one first.
    pub fn tallies(&self) -> &[Tally] {
        &self.tallies
    }

    /// How many units a point has.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// What an answer that is missing counts for.
    pub fn missing(&self) -> Missing {
        self.missing
    }
}
