//! What of an address was not read, in words.

use crate::session::Unread;
use crate::{Words, say};

/// What was not read, in a clause.
pub fn unread_in_words(words: &Words, unread: &Unread) -> String {
    use say::address;
    match unread {
        Unread::NoScenario(found) => address::no_scenario(words, found),
        Unread::OtherFramework { expected, found } => address::other_framework(words, found, expected),
        Unread::NoSubject => address::no_card(words),
        Unread::OtherSubject { found, .. } => say::framework::no_such_card(words, found),
        Unread::OtherEdition { expected, found } => {
            say::framework::other_edition(words, &found.to_string(), &expected.to_string())
        }
        Unread::Part(part) => address::unreadable(words, part),
        Unread::NoTarget(target) => say::framework::no_target(words, target),
        Unread::SecondTarget(target) => address::second_target(words, target),
        Unread::BillRenamed { found, kept } => address::bill_renamed(words, found, kept),
        Unread::Unknown(id) => address::no_provision(words, id),
        Unread::Repeated(id) => say::framework::repeated(words, id),
        Unread::Contradictory(id) => say::framework::on_and_off(words, id),
        Unread::NotApplicable(id) => say::framework::not_switched(words, id),
        Unread::AlreadyHeld(id) => say::framework::already_held(words, id),
        Unread::NotHeld(id) => say::framework::not_held(words, id),
        Unread::AtOdds { found, with } => say::framework::at_odds(words, found, with),
        Unread::Damaged(set) => address::damaged(words, set),
        Unread::CutOff { found, meant } => address::cut_off(words, found, meant),
    }
}
