//! What the members of a set in an address name.

use std::cell::OnceCell;

use super::ids::{self, Ids};
use super::noise::{self, letters};
use super::set;
use crate::ProvisionSet;

/// Reads members.
pub(crate) struct Members<'a> {
    ids: &'a dyn Ids,
    /// The letters of all ids, for the first id that is not written as it is.
    letters: OnceCell<Vec<String>>,
}

/// What a member of a set names.
pub(crate) enum Member {
    /// The provision at this index.
    Known(usize),
    /// What is no id.
    Unknown(String),
    /// A packed set that is not as it was written.
    Damaged(String),
    /// The beginning of an id, where the address ends.
    CutOff {
        /// What is left of it.
        found: String,
        /// The index of the one provision whose id begins so.
        meant: usize,
    },
}

impl<'a> Members<'a> {
    pub(crate) fn of(ids: &'a dyn Ids) -> Self {
        Self { ids, letters: OnceCell::new() }
    }

    /// What the members of a set name. `fits` are provisions that can stand in it.
    /// `ends` says that the address ends with it, so that letters may be lost there.
    pub(crate) fn of_set(&self, set: &str, ends: bool, fits: &dyn Fn(usize) -> bool) -> Vec<Member> {
        let mut members = Vec::new();
        let mut written = set.split(',').filter(|member| !letters(member).is_empty()).peekable();
        while let Some(member) = written.next() {
            let last = ends && written.peek().is_none();
            let begins = letters(member);
            let mut longer = self.by_letters(|id| id.len() > begins.len() && id.starts_with(&begins));
            // An id does not end with a hyphen, also where what is left is another id.
            if last && member.trim_end().ends_with('-') && longer.next().is_some() {
                members.push(Member::Unknown(trimmed(member)));
            } else {
                self.member(member, &mut members);
            }
            let Some(Member::Unknown(found)) = members.last().filter(|_| last) else { continue };
            let begins = letters(found);
            let mut meant =
                self.by_letters(|id| id.starts_with(&begins) && id != begins).filter(|known| fits(*known));
            if let (Some(known), None) = (meant.next(), meant.next()) {
                let found = found.clone();
                members.pop();
                members.push(Member::CutOff { found, meant: known });
            }
        }
        members
    }

    fn member(&self, member: &str, members: &mut Vec<Member>) {
        if let Some(known) = self.known(member) {
            return members.extend(known.iter().map(Member::Known));
        }
        // Several in a row, or one with words behind it, where somebody or something has put other marks between.
        let words =
            || member.split(|letter| !noise::is_of_id(letter)).filter(|word| !letters(word).is_empty());
        if words().any(|word| self.known(word).is_some()) {
            for word in words() {
                match self.known(word) {
                    Some(known) => members.extend(known.iter().map(Member::Known)),
                    None => members.push(unknown(word)),
                }
            }
            return;
        }
        members.push(unknown(member));
    }

    /// The provision of an id, or those of a packed set.
    fn known(&self, member: &str) -> Option<ProvisionSet> {
        if let Some(provision) = self.ids.index(member) {
            return Some([provision].into_iter().collect());
        }
        let wanted = letters(member);
        let mut same = self.by_letters(|known| known == wanted);
        match (same.next(), same.next()) {
            (Some(provision), None) => Some([provision].into_iter().collect()),
            _ => set::unpacked(self.ids, &wanted),
        }
    }

    fn by_letters(&self, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = usize> {
        let letters = self.letters.get_or_init(|| ids::all(self.ids).map(letters).collect());
        letters.iter().enumerate().filter(move |(_, id)| wanted(id)).map(|(index, _)| index)
    }
}

fn unknown(member: &str) -> Member {
    match set::is_packed(&letters(member)) {
        true => Member::Damaged(trimmed(member)),
        // The marks of the sentence around a link are no part of what it names.
        false => {
            Member::Unknown(member.trim().trim_end_matches(|sign: char| !sign.is_alphanumeric()).to_owned())
        }
    }
}

pub(crate) fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}
