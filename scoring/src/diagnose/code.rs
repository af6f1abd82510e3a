//! The names of all that can be wrong with rules, and what to do about each.

use super::Severity;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names and hints say it")]
pub enum Code {
    BadId,
    RepeatedId,
    UnknownProvision,
    UnknownPart,
    UnusedProvision,
    NoRule,
    SeveralRules,
    UnusedField,
    NothingInIt,
    NeverHolds,
    ImpliesCircle,
    ImpliesExcluded,
    LevelsTwice,
    BadWeight,
    BadWorth,
    BadBounds,
    BadScale,
    ExtraOutsideSum,
    BandsOverlap,
    LowestBandGated,
    OffStep,
    WrongMax,
    TooFine,
    TooLarge,
    TooManyMaximums,
    NumericInput,
    Curve,
}

impl Code {
    /// Every one.
    pub const ALL: [Code; 27] = [
        Code::BadId,
        Code::RepeatedId,
        Code::UnknownProvision,
        Code::UnknownPart,
        Code::UnusedProvision,
        Code::NoRule,
        Code::SeveralRules,
        Code::UnusedField,
        Code::NothingInIt,
        Code::NeverHolds,
        Code::ImpliesCircle,
        Code::ImpliesExcluded,
        Code::LevelsTwice,
        Code::BadWeight,
        Code::BadWorth,
        Code::BadBounds,
        Code::BadScale,
        Code::ExtraOutsideSum,
        Code::BandsOverlap,
        Code::LowestBandGated,
        Code::OffStep,
        Code::WrongMax,
        Code::TooFine,
        Code::TooLarge,
        Code::TooManyMaximums,
        Code::NumericInput,
        Code::Curve,
    ];

    /// Its name for programs and manuals.
    pub const fn name(self) -> &'static str {
        self.entry().0
    }

    /// What to do about it.
    pub const fn hint(self) -> &'static str {
        self.entry().1
    }

    /// How bad it is.
    pub const fn severity(self) -> Severity {
        match self {
            Code::UnusedProvision => Severity::Warning,
            _ => Severity::Error,
        }
    }

    const fn entry(self) -> (&'static str, &'static str) {
        match self {
            Code::BadId => ("bad-id", "Write it in small letters, digits, “-” and “.”."),
            Code::RepeatedId => ("repeated-id", "Give each its own."),
            Code::UnknownProvision => ("unknown-provision", "Add it to the provisions, or correct the id."),
            Code::UnknownPart => ("unknown-part", "Write the id of a part, or leave it out for the whole."),
            Code::UnusedProvision => {
                ("unused-provision", "Switching it would change nothing; name it in a rule or take it out.")
            }
            Code::NoRule => ("no-rule", "Give it points, rungs, levels, a checklist or components."),
            Code::SeveralRules => ("several-rules", "Keep one of them, or put each in a part of its own."),
            Code::UnusedField => ("unused-field", "Take it out, or put it where it has a meaning."),
            Code::NothingInIt => ("nothing-in-it", "Put something in, or take it out."),
            Code::NeverHolds => ("never-holds", "Ask for each provision once, either to hold or not to."),
            Code::ImpliesCircle => {
                ("implies-circle", "What always holds together is one fact; make one provision of them.")
            }
            Code::ImpliesExcluded => {
                ("implies-excluded", "It could never hold; take it out of the group or drop an implication.")
            }
            Code::LevelsTwice => {
                ("levels-twice", "Write the levels in one part; others can name them in rungs.")
            }
            Code::BadWeight => {
                ("bad-weight", "Write a weight above zero; in a mean, a whole number up to 1,000.")
            }
            Code::BadWorth => ("bad-worth", "Write what the mean is worth, a number above zero."),
            Code::BadBounds => {
                ("bad-bounds", "Write a least that is not above the most, and a most not below zero.")
            }
            Code::BadScale => {
                ("bad-scale", "Write a whole number from 1 to 100,000 in “of” and at most four decimals.")
            }
            Code::ExtraOutsideSum => {
                ("extra-outside-sum", "Extra credit has a meaning only among parts that are added up.")
            }
            Code::BandsOverlap => {
                ("bands-overlap", "Write the best band first and each bound below the one before it.")
            }
            Code::LowestBandGated => (
                "lowest-band-gated",
                "The last band takes what no other takes; put a band without a condition below it.",
            ),
            Code::OffStep => ("off-step", "Write a multiple of the step, or leave the step out."),
            Code::WrongMax => ("wrong-max", "Correct the maximum or the points, or leave the maximum out."),
            Code::TooFine => (
                "too-fine",
                "It cannot be counted exactly; use coarser weights or let fewer questions be left out.",
            ),
            Code::TooLarge => ("too-large", "Write smaller points or weights."),
            Code::TooManyMaximums => {
                ("too-many-maximums", "Let fewer parts be left out, or give them points in equal steps.")
            }
            Code::NumericInput => (
                "numeric-input",
                "Write a level for each step of the number: a provision that says that it is reached.",
            ),
            Code::Curve => {
                ("curve", "Letters by rank need all other subjects; show the rank beside the figure instead.")
            }
        }
    }
}
