//! The address of a scenario: readable, canonical, and honest about what it could not read.
//!
//! ```text
//! address   = framework [ "@" edition ] "/" card { "/" part }
//! part      = "on=" set | "off=" set                    what comes into law and what leaves it
//!           | "to=" target | "sure=" target             in our best reading, in every reading
//!           | "without=" set | "bill=" name ":" set     what plans leave out; what is passed together
//! set       = member { "," member }
//! member    = id | packed
//! target    = grade | points
//! ```
//!
//! `pic-2019/ct-2019/on=trafficking-law-reaches-buyers,no-age-mistake-defense/off=racketeering-predicates`
//! stands behind the `#`; with rules of a second edition it begins with `pic-2019@2`, as soon as anything in it differs from
//! the card. Without a number an address is one of the first edition. Parts are in this order, ids in the framework's, and a part is left out when it is empty,
//! so equal scenarios have equal addresses. Grades and names are percent-encoded. An address that would be longer
//! than [`LONGEST_IN_WORDS`] letters has every set [packed](set) into a few.
//!
//! [`canonical`] reads what is written so and nothing else. On its way an address gains and loses letters: [`noise`] alone decides what of that is nobody's; whatever may have
//! been meant is applied or told, see [`read`].

mod canonical;
pub(crate) mod edition;
pub(crate) mod ids;
pub(crate) mod members;
pub(crate) mod noise;
pub(crate) mod percent;
pub(crate) mod read;
pub(crate) mod set;
mod write;

use crate::{ChangeProblem, Words, say};

pub use canonical::parse_canonical;
pub(crate) use noise::holds_scenario;
pub use read::parse_address;
pub use write::{LONGEST_IN_WORDS, format_address};

/// Why a part of an address was not applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    /// The address is about other rules, under which its ids may mean something else. Nothing in it
    /// was applied.
    OtherFramework {
        /// The framework of the page.
        expected: String,
        /// The framework of the address.
        found: String,
    },
    /// The address is about another card. Nothing in it was applied.
    OtherCard {
        /// The card of the page.
        expected: String,
        /// The card of the address.
        found: String,
    },
    /// The address names an edition of the rules that is not known here. What it says was read nevertheless.
    UnknownEdition {
        /// The edition of the page.
        expected: u16,
        /// The edition of the address.
        found: u16,
    },
    /// A link that holds no address of a scenario, or parts without a framework. Nothing was applied.
    NoScenario(String),
    /// The address ends before it names a card.
    NoCard,
    /// A part is none that addresses have.
    Unreadable(String),
    /// The target is no grade of the framework and no number of points that it can give.
    NoTarget(String),
    /// A second target; the first one stays.
    SecondTarget(String),
    /// A bill's name had letters that addresses keep for themselves, or too many.
    BillRenamed {
        /// The name in the address.
        found: String,
        /// The name that was kept.
        kept: String,
    },
    /// An id that is to be left out of plans or is in a bill is no provision, or stands there twice.
    NoProvision(String),
    /// A packed set has lost or changed letters, or was packed under other rules. Nothing of it was applied.
    Damaged(String),
    /// The address ends within an id. It is the beginning of one provision only, which was not applied.
    CutOff {
        /// What is left of the id.
        found: String,
        /// The id that it may have been.
        meant: String,
        /// The canonical address with that id in place of what was left.
        mended: String,
    },
    /// One id could not be applied.
    Change(ChangeProblem),
}

impl AddressProblem {
    /// Whether the address is about other rules, whose scenarios another page shows.
    pub fn is_of_another_framework(&self) -> bool {
        matches!(self, AddressProblem::OtherFramework { .. })
    }

    /// Whether the address is about other rules or another card, so that nothing in it was applied.
    pub fn is_of_another_card(&self) -> bool {
        self.is_of_another_framework() || matches!(self, AddressProblem::OtherCard { .. })
    }

    /// The problem, in a clause.
    pub fn in_words(&self, words: &Words) -> String {
        use say::address::{
            bill_renamed, cut_off, damaged, no_card, no_provision, no_scenario, no_target, other_card,
            other_framework, second_target, unknown_edition, unreadable,
        };
        match self {
            AddressProblem::OtherFramework { expected, found } => other_framework(words, found, expected),
            AddressProblem::OtherCard { expected, found } => other_card(words, found, expected),
            AddressProblem::UnknownEdition { expected, found } => {
                unknown_edition(words, &found.to_string(), &expected.to_string())
            }
            AddressProblem::NoScenario(found) => no_scenario(words, found),
            AddressProblem::NoCard => no_card(words),
            AddressProblem::Unreadable(part) => unreadable(words, part),
            AddressProblem::NoTarget(target) => no_target(words, target),
            AddressProblem::SecondTarget(target) => second_target(words, target),
            AddressProblem::BillRenamed { found, kept } => bill_renamed(words, found, kept),
            AddressProblem::NoProvision(id) => no_provision(words, id),
            AddressProblem::Damaged(set) => damaged(words, set),
            AddressProblem::CutOff { found, meant, .. } => cut_off(words, found, meant),
            AddressProblem::Change(problem) => problem.in_words(words),
        }
    }
}
