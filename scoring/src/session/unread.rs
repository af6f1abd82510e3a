//! What of an address was not read.

/// What of an address was not read, and so changed nothing. Ids and names are as they were found, cut to what names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A text that names no framework. Nothing was read.
    NoScenario(String),
    /// The address is about other rules. Nothing was read.
    OtherFramework {
        /// The session's framework.
        expected: String,
        /// The address's framework.
        found: String,
    },
    /// The address ends before it says who is graded. Nothing was read.
    NoSubject,
    /// The address is about somebody else. Nothing was read.
    OtherSubject {
        /// Whom the session is about.
        expected: String,
        /// Whom the address is about.
        found: String,
    },
    /// The address was made under another edition of the rules. What it names was read nevertheless.
    OtherEdition {
        /// The edition of the session's rules.
        expected: u32,
        /// The address's edition.
        found: u32,
    },
    /// A part is none that is read here.
    Part(String),
    /// The target is no band, no figure and no rank.
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
    /// The framework has no such provision.
    Unknown(String),
    /// The id stands there twice; it was read once.
    Repeated(String),
    /// The id stands in `on` and in `off`; the first counts.
    Contradictory(String),
    /// The provision does not apply to this subject.
    NotApplicable(String),
    /// The provision to switch on holds on the card.
    AlreadyHeld(String),
    /// The provision to switch off does not hold on the card.
    NotHeld(String),
    /// The provision cannot be so beside one that stands before it; that one counts.
    AtOdds {
        /// The id that was left out.
        found: String,
        /// The id that counts.
        with: String,
    },
    /// A packed set has lost or changed letters, or was packed under other rules. Nothing of it was read.
    Damaged(String),
    /// The address ends within an id. It is the beginning of one provision only, which was not switched.
    CutOff {
        /// What is left of the id.
        found: String,
        /// The id that it may have been.
        meant: String,
    },
}
