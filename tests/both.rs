//! The same for the core and for the second evaluator of `plain`, which share no types.

use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;

use crate::any_rules::{PROVISIONS, id};
use crate::plain::{self, Ids, Ratio};

/// The set of provisions of a made file whose bits are set.
pub fn set(bits: usize) -> ProvisionSet {
    (0..PROVISIONS).filter(|place| bits >> place & 1 == 1).collect()
}

/// The ids of a set's provisions in a made file.
pub fn ids(set: &ProvisionSet) -> Ids {
    set.iter().map(id).collect()
}

/// A figure of the core's.
pub fn ratio(fraction: Fraction) -> Ratio {
    Ratio(fraction.numerator(), fraction.denominator())
}

/// The answers, as the second evaluator takes them.
pub fn answers(answers: &Answers) -> plain::Answers {
    plain::Answers {
        held: ids(answers.held()),
        unknown: ids(answers.unknown()),
        not_applicable: ids(answers.not_applicable()),
    }
}
