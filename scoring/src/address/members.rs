//! What the members of a set in an address name.

use std::cell::OnceCell;
use std::sync::Arc;

use super::noise::{self, letters};
use super::{AddressProblem, set};
use crate::{Baseline, Provision};

/// Reads members.
pub(super) struct Members<'a> {
    pub(super) baseline: &'a Baseline,
    /// The letters of all ids, for the first id that is not written as it is.
    ids: OnceCell<Vec<String>>,
}

/// What a member of a set names.
pub(super) enum Member<'a> {
    Known(&'a Arc<Provision>),
    Unknown(String),
    Problem(AddressProblem),
}

impl<'a> Members<'a> {
    pub(super) fn of(baseline: &'a Baseline) -> Self {
        Self { baseline, ids: OnceCell::new() }
    }

    /// What the members of a set name. `fits` are provisions that can stand in it.
    pub(super) fn of_set(&self, set: &str, ends: bool, fits: &dyn Fn(&Provision) -> bool) -> Vec<Member<'a>> {
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
                self.by_letters(|id| id.starts_with(&begins) && id != begins).filter(|known| fits(known));
            if let (Some(known), None) = (meant.next(), meant.next()) {
                let (found, meant) = (found.clone(), known.id.clone());
                members.pop();
                members.push(Member::Problem(AddressProblem::CutOff { found, meant, mended: String::new() }));
            }
        }
        members
    }

    fn member(&self, member: &str, members: &mut Vec<Member<'a>>) {
        if let Some(known) = self.known(member) {
            return members.extend(known.into_iter().map(Member::Known));
        }
        // Several in a row, or one with words behind it, where somebody or something has put other marks between.
        let words =
            || member.split(|letter| !noise::is_of_id(letter)).filter(|word| !letters(word).is_empty());
        if words().any(|word| self.known(word).is_some()) {
            for word in words() {
                match self.known(word) {
                    Some(known) => members.extend(known.into_iter().map(Member::Known)),
                    None => members.push(unknown(word)),
                }
            }
            return;
        }
        members.push(unknown(member));
    }

    /// The provision of an id, or those of a packed set.
    fn known(&self, member: &str) -> Option<Vec<&'a Arc<Provision>>> {
        if let Some(provision) = self.baseline.provision(member) {
            return Some(vec![provision]);
        }
        let wanted = letters(member);
        let mut same = self.by_letters(|known| known == wanted);
        match (same.next(), same.next()) {
            (Some(provision), None) => Some(vec![provision]),
            _ => set::unpacked(self.baseline, &wanted),
        }
    }

    fn by_letters(&self, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = &'a Arc<Provision>> {
        let provisions = self.baseline.provisions();
        let ids = self.ids.get_or_init(|| provisions.iter().map(|known| letters(&known.id)).collect());
        provisions.iter().zip(ids).filter(move |(_, id)| wanted(id)).map(|(known, _)| known)
    }
}

fn unknown<'a>(member: &str) -> Member<'a> {
    match set::is_packed(&letters(member)) {
        true => Member::Problem(AddressProblem::Damaged(trimmed(member))),
        // The marks of the sentence around a link are no part of what it names.
        false => {
            Member::Unknown(member.trim().trim_end_matches(|sign: char| !sign.is_alphanumeric()).to_owned())
        }
    }
}

pub(super) fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}
