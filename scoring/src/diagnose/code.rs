//! The names of all that can be wrong with files and tables.

use serde::{Deserialize, Serialize};

use super::Severity;

/// Declares the codes, each with its name for programs and manuals.
macro_rules! codes {
    ($($code:ident = $name:literal,)*) => {
        /// What is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
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
    ReservedId = "reserved-id",
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
    UnknownSubject = "unknown-subject",
    RepeatedFinding = "repeated-finding",
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
    FileTooLarge = "file-too-large",
    TooManyRows = "too-many-rows",
    TooManyColumns = "too-many-columns",
    CellTooLong = "cell-too-long",
    OldExcel = "old-excel",
    LockedFile = "locked-file",
    BrokenFile = "broken-file",
    NotASpreadsheet = "not-a-spreadsheet",
    OtherEnding = "other-ending",
    OtherEncoding = "other-encoding",
    NoProvisions = "no-provisions",
    MissingColumn = "missing-column",
    UnknownHeading = "unknown-heading",
    RepeatedHeading = "repeated-heading",
    UnknownSheet = "unknown-sheet",
    RepeatedSheet = "repeated-sheet",
    UnknownSetting = "unknown-setting",
    MissingSetting = "missing-setting",
    BadNumber = "bad-number",
    DateForNumber = "date-for-number",
    BadChoice = "bad-choice",
    MissingCell = "missing-cell",
    ErrorCell = "error-cell",
    NoValue = "no-value",
    BadCondition = "bad-condition",
    NoPartAbove = "no-part-above",
    BadLevel = "bad-level",
    NotCounted = "not-counted",
    Tidied = "tidied",
    IdsMade = "ids-made",
    RowsPassedOver = "rows-passed-over",
    FilledDown = "filled-down",
}

impl Code {
    /// How bad it is.
    pub const fn severity(self) -> Severity {
        match self {
            Code::UnusedProvision
            | Code::NoColumn
            | Code::UnknownColumn
            | Code::NoWords
            | Code::UnknownWords
            | Code::UnknownHeading
            | Code::UnknownSheet
            | Code::UnknownSetting
            | Code::MissingSetting
            | Code::NotCounted => Severity::Warning,
            Code::OtherEnding
            | Code::OtherEncoding
            | Code::Tidied
            | Code::IdsMade
            | Code::RowsPassedOver
            | Code::FilledDown => Severity::Note,
            _ => Severity::Error,
        }
    }
}
