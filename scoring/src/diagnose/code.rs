//! The names of all that can be wrong with files and tables.

use super::Severity;

/// Declares the codes, each with its name for programs and manuals.
macro_rules! codes {
    ($($code:ident = $name:literal,)*) => {
        /// What is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the sentences and remedies say it")]
        pub enum Code {
            $($code,)*
        }

        impl Code {
            /// Every one.
            pub const ALL: &[Code] = &[$(Code::$code,)*];

            /// Its name for programs and manuals.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Code::$code => $name,)*
                }
            }

            /// Where the manual has it, from the project's folder: with the smallest file that it is wrong in.
            pub fn link(self) -> String {
                format!("docs/diagnostics.md#{}", self.name())
            }
        }
    };
}

codes! {
    BadId = "bad-id",
    RepeatedId = "repeated-id",
    NoText = "no-text",
    SeveralLines = "several-lines",
    UnknownProvision = "unknown-provision",
    UnknownPart = "unknown-part",
    UnusedProvision = "unused-provision",
    NoRule = "no-rule",
    SeveralRules = "several-rules",
    UnusedField = "unused-field",
    NothingInIt = "nothing-in-it",
    NoChoice = "no-choice",
    NeverHolds = "never-holds",
    ImpliesCircle = "implies-circle",
    ImpliesExcluded = "implies-excluded",
    LevelsTwice = "levels-twice",
    BadWeight = "bad-weight",
    BadShare = "bad-share",
    BadWorth = "bad-worth",
    BadBounds = "bad-bounds",
    BadScale = "bad-scale",
    ExtraOutsideSum = "extra-outside-sum",
    BandsOverlap = "bands-overlap",
    LowestBandGated = "lowest-band-gated",
    OffStep = "off-step",
    WrongMax = "wrong-max",
    TooFine = "too-fine",
    TooLarge = "too-large",
    TooManyMaximums = "too-many-maximums",
    NumericInput = "numeric-input",
    Curve = "curve",
    NoColumn = "no-column",
    NoSubjects = "no-subjects",
    UnknownColumn = "unknown-column",
    OtherLength = "other-length",
    BadAnswer = "bad-answer",
    NoAnswer = "no-answer",
    Applies = "applies",
    CannotHold = "cannot-hold",
    ExcludeEachOther = "exclude-each-other",
    RepeatedCard = "repeated-card",
    BadYear = "bad-year",
    BadFigure = "bad-figure",
    UnknownBand = "unknown-band",
    OtherThanPrinted = "other-than-printed",
    NoWords = "no-words",
    UnknownWords = "unknown-words",
    NotJson = "not-json",
    UnknownField = "unknown-field",
    MissingField = "missing-field",
    WrongShape = "wrong-shape",
}

impl Code {
    /// How bad it is.
    pub const fn severity(self) -> Severity {
        match self {
            Code::UnusedProvision | Code::NoColumn | Code::UnknownColumn | Code::UnknownWords => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}
