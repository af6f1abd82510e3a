//! Printed points that bind: a card of which only some answers are known, and whose publisher printed what parts of it earn.
//!
//! Of all laws that the unknown answers may stand for, only those count that earn what was printed. A scenario is a change
//! of each of them, and what it comes to lies between the least and the most over all that count.
//!
//! Exact, without looking at every law: once it is decided what several pieces look at together, pieces are independent, and of
//! each piece only what it earns before and after matters. What earns the printed points is then a sum like any other.
//! What this does not hold for is [refused by name](Refused) and never guessed.

mod choices;
mod groups;
mod pieces;
mod plans;
mod sums;

use crate::ProvisionSet;
use crate::cards::Card;
use crate::exact::{Points, Scale};
use crate::facts::{Answer, Answers};
use crate::rules::{NodeId, Rule, Rules};

use groups::{groups, read, shared};
use pieces::{Piece, pieces_of};

pub use plans::{BoundPlan, Certainty};

/// The most provisions that one piece may look at: each of their sets is evaluated once.
const MOST_IN_A_PIECE: usize = 14;

/// The most unknown provisions that several pieces may look at: each of their sets is tried.
const MOST_SHARED: usize = 12;

/// The answers that are known, and all laws that the unknown ones may stand for.
#[derive(Clone, Debug)]
pub struct BoundCard {
    answers: Answers,
    /// The provisions that more than one piece looks at.
    shared: ProvisionSet,
    groups: Vec<Group>,
}

/// Parts whose printed points are of all of them together.
#[derive(Clone, Debug)]
struct Group {
    /// The parts, as the rules have them.
    parts: Vec<NodeId>,
    pieces: Vec<Piece>,
    /// What was printed, in units; nothing, where all that they can earn counts.
    printed: Option<i64>,
}

/// What a scenario does to whatever the law is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LawChange {
    /// Provisions that hold afterwards.
    pub on: ProvisionSet,
    /// Provisions that do not hold afterwards; what is in both does not.
    pub off: ProvisionSet,
}

/// The least and the most of something over all laws that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The least, reached by some law that counts.
    pub least: Points,
    /// The most, reached by some law that counts.
    pub most: Points,
}

/// What was decided or printed cannot be: no law that fits the answers earns the printed points of these parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CannotBe {
    /// The parts whose points cannot be earned; all printed ones, where each could alone and no law does it in all of them.
    pub parts: Vec<NodeId>,
}

/// Why printed points are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Provisions imply or exclude each other, so that unknown answers are not free of each other.
    HangTogether,
    /// The leading result is not the plain sum of the parts whose points were printed.
    NotASum,
    /// Something was printed of a part that is no term of the sum, or it is not in whole units of the rules.
    PrintedElsewhere,
    /// A piece looks at more provisions than can all be tried, or too many pieces look at the same unknown ones.
    TooMany,
}

impl BoundCard {
    /// A card under its rules.
    ///
    /// # Errors
    /// When the rules or what was printed are of a kind that this is not exact for.
    pub fn new(rules: &Rules, card: &Card) -> Result<Self, Refused> {
        let count = rules.provisions().len();
        let alone = |index: usize| rules.implied().with(index).len() == 1;
        if !rules.implied().groups().is_empty() || !(0..count).all(alone) {
            return Err(Refused::HangTogether);
        }
        let tally = rules.tallies().first().filter(|tally| tally.scale == Scale::default());
        let root = tally.ok_or(Refused::NotASum)?.root;
        let Some(Rule::Sum { of }) =
            rules.node(root).filter(|node| node.applies.is_empty()).map(|node| &node.rule)
        else {
            return Err(Refused::NotASum);
        };
        let not_applicable = card.answers.not_applicable();
        let pieces = |part: &NodeId| pieces_of(rules, *part, not_applicable);
        let terms = of.iter().map(|part| Ok((*part, pieces(part)?))).collect::<Result<Vec<_>, Refused>>()?;
        let unknown = card.answers.unknown().common(&(0..count).collect());
        let bound = Self {
            answers: Answers::new(card.answers.held().clone(), unknown, not_applicable.clone()),
            shared: shared(terms.iter().flat_map(|(_, pieces)| pieces)),
            groups: groups(terms, &read(rules, root, card)?),
        };
        if bound.unknown().common(&bound.shared).len() > MOST_SHARED {
            return Err(Refused::TooMany);
        }
        Ok(bound)
    }

    /// The answer to a provision, as the card has it or as it was decided.
    pub fn answer(&self, index: usize) -> Answer {
        self.answers.answer(index)
    }

    /// The provisions of which the card does not know.
    pub fn unknown(&self) -> &ProvisionSet {
        self.answers.unknown()
    }

    /// The card with an unknown answer decided; what is known stays as it is.
    pub fn decided(&self, index: usize, holds: bool) -> Self {
        if !self.unknown().contains(index) {
            return self.clone();
        }
        let own: ProvisionSet = [index].into_iter().collect();
        let unknown = self.unknown().minus(&own);
        let held = if holds { self.answers.held().union(&own) } else { self.answers.held().clone() };
        Self { answers: Answers::new(held, unknown, self.answers.not_applicable().clone()), ..self.clone() }
    }

    /// What printed points say of an unknown answer: whether it holds, where no law that counts has it otherwise.
    ///
    /// # Errors
    /// When no law counts.
    pub fn settled(&self, index: usize) -> Result<Option<bool>, CannotBe> {
        self.span(&LawChange::default())?;
        if !self.unknown().contains(index) {
            return Ok(None);
        }
        let may = |holds| self.decided(index, holds).span(&LawChange::default()).is_ok();
        Ok(match (may(true), may(false)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        })
    }

    /// The total after a change.
    ///
    /// # Errors
    /// When no law counts.
    pub fn span(&self, change: &LawChange) -> Result<Span, CannotBe> {
        let mut span: Option<Span> = None;
        for assigned in self.assignments() {
            let Some((least, most)) = self.total(&assigned, change) else { continue };
            let (least, most) = (Points::of_units(least), Points::of_units(most));
            span = Some(match span {
                None => Span { least, most },
                Some(span) => Span { least: span.least.min(least), most: span.most.max(most) },
            });
        }
        span.ok_or_else(|| self.cannot_be())
    }

    /// Each piece's points in the laws that count, before any change, in the order of the rules.
    ///
    /// # Errors
    /// When no law counts.
    pub fn pieces(&self) -> Result<Vec<(NodeId, Span)>, CannotBe> {
        let counting = self.counting()?;
        let mut found = Vec::new();
        for group in &self.groups {
            for place in 0..group.pieces.len() {
                let earned = group.earned_by(self, place, &counting);
                let ends = earned.first().copied().zip(earned.last().copied());
                let (least, most) = ends.unwrap_or_default();
                let node = group.pieces.get(place).map(|piece| piece.node);
                let span = Span { least: Points::of_units(least), most: Points::of_units(most) };
                found.extend(node.map(|node| (node, span)));
            }
        }
        found.sort_by_key(|(node, _)| *node);
        Ok(found)
    }

    fn cannot_be(&self) -> CannotBe {
        let before = LawChange::default();
        let possible = |group: &&Group| {
            self.assignments().any(|assigned| self.group_total(group, &assigned, &before).is_some())
        };
        let printed = || self.groups.iter().filter(|group| group.printed.is_some());
        let alone: Vec<NodeId> =
            printed().filter(|group| !possible(group)).flat_map(|group| group.parts.clone()).collect();
        let all = || printed().flat_map(|group| group.parts.clone()).collect();
        CannotBe { parts: if alone.is_empty() { all() } else { alone } }
    }
}
