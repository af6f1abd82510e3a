//! The address of a session: `framework/subject/on=…/off=…/to=…/without=…/bill=name:…`.
//!
//! Ids are in the rules' order. `on` has what no other id in it implies, and `off` what does not go with another id in
//! it: an address says what a visitor must press. How sets are written and what addresses gain on their way is as
//! [`crate::address`] has it.

use std::collections::BTreeSet;

use super::aim::{Aim, Target};
use super::{Route, Session, State, Unread, changes};
use crate::address::edition;
use crate::address::ids::{Ids, in_words};
use crate::address::members::{Member, Members, trimmed};
use crate::address::noise::{self, letters};
use crate::address::percent;
use crate::address::read::{Piece, pieces};
use crate::address::set::packed;
use crate::bundle::{self, Bundle};
use crate::facts::{Answer, Decisions};
use crate::{LONGEST_IN_WORDS, ProvisionSet};

/// The canonical address of a session's answers and aim.
pub(super) fn written(session: &Session) -> String {
    let (rules, implied) = (session.rules(), session.rules().implied());
    let (on, off) = changes(session.card(), session.answers());
    let Aim { target, locked, bundles } = session.aim();
    let target = target.and_then(|target| target.written(rules)).map(|target| format!("/to={target}"));
    let named = edition::named(rules.id(), rules.edition());
    let address = |set: fn(&dyn Ids, &ProvisionSet) -> String| {
        let mut address = format!("{named}/{}", session.subject());
        let push = |address: &mut String, name: &str, provisions: &ProvisionSet| {
            if !provisions.is_empty() {
                address.push_str(name);
                address.push_str(&set(&**rules, provisions));
            }
        };
        push(&mut address, "/on=", &implied.heads(&on));
        push(&mut address, "/off=", &implied.feet(&off));
        address.push_str(target.as_deref().unwrap_or_default());
        push(&mut address, "/without=", locked);
        for Bundle { name, provisions } in bundles {
            push(&mut address, &format!("/bill={}:", percent::encoded(name)), provisions);
        }
        address
    };
    let spelt = address(in_words);
    if spelt.len() <= LONGEST_IN_WORDS { spelt } else { address(packed) }
}

/// The state that an address names, if it is about this session's framework and subject, and what was not read.
pub(super) fn read(session: &Session, route: &Route<'_>) -> (Option<State>, Vec<Unread>) {
    let (rules, subject) = (session.rules(), session.subject());
    let refused = match () {
        () if !route.is_of(rules.id()) => {
            Unread::OtherFramework { expected: rules.id().to_owned(), found: route.framework.to_string() }
        }
        () if route.subject.is_empty() => Unread::NoSubject,
        () if !route.is_about(subject) => {
            Unread::OtherSubject { expected: subject.to_owned(), found: route.subject.to_string() }
        }
        () => {
            let mut reader = Reader::new(session);
            if route.edition != rules.edition() {
                let (expected, found) = (rules.edition(), route.edition);
                reader.unread.push(Unread::OtherEdition { expected, found });
            }
            reader.parts(&noise::unquoted(&**rules, &route.parts));
            let state = State { answers: reader.decided.taken(), aim: reader.aim };
            return (Some(state), reader.unread);
        }
    };
    (None, vec![refused])
}

/// What has been read so far.
struct Reader<'a> {
    session: &'a Session,
    members: Members<'a>,
    decided: Decisions<'a>,
    aim: Aim,
    /// The ids that stood in `on` and in `off`.
    seen: [ProvisionSet; 2],
    /// The ids, as they are written, of which something was told.
    told: BTreeSet<String>,
    unread: Vec<Unread>,
}

impl<'a> Reader<'a> {
    fn new(session: &'a Session) -> Self {
        let rules = session.rules();
        Self {
            session,
            members: Members::of(&**rules),
            decided: Decisions::on_top_of(session.card(), rules.implied()),
            aim: Aim::default(),
            seen: Default::default(),
            told: BTreeSet::new(),
            unread: Vec::new(),
        }
    }

    fn parts(&mut self, parts: &str) {
        let mut pieces = pieces(parts).into_iter().peekable();
        while let Some(Piece { text, added }) = pieces.next() {
            if !added || noise::has_name_of_part(text) {
                self.part(text, pieces.peek().is_none());
            } else if !noise::is_nobodys(&**self.session.rules(), text) {
                self.unread.push(Unread::Part(trimmed(text)));
            }
        }
    }

    fn part(&mut self, part: &str, ends: bool) {
        let (name, value) = part.split_once('=').unwrap_or_default();
        match letters(name).as_str() {
            // Where an address ends letters may be lost.
            "on" | "off" | "without" | "bill" if ends && letters(value).is_empty() => {
                self.unread.push(Unread::Part(trimmed(part)));
            }
            "on" => self.set(value, ends, true),
            "off" => self.set(value, ends, false),
            "to" => self.target(value),
            "without" => self.without(value, ends),
            "bill" => self.bill(part, value, ends),
            _ => self.unread.push(Unread::Part(trimmed(part))),
        }
    }

    fn set(&mut self, set: &str, ends: bool, on: bool) {
        let session = self.session;
        let fits = |index: usize| session.applies(index) && session.card().held().contains(index) != on;
        for member in self.members.of_set(set, ends, &fits) {
            if let Some(index) = self.named(member) {
                self.provision(index, on);
            }
        }
    }

    fn target(&mut self, value: &str) {
        match Target::read(self.session.rules(), value) {
            None => self.unread.push(Unread::NoTarget(trimmed(value))),
            Some(_) if self.aim.target.is_some() => self.unread.push(Unread::SecondTarget(trimmed(value))),
            target => self.aim.target = target,
        }
    }

    fn without(&mut self, set: &str, ends: bool) {
        let session = self.session;
        for member in self.members.of_set(set, ends, &|index| session.applies(index)) {
            let Some(index) = self.named(member) else { continue };
            if !session.applies(index) {
                self.tell(self.id(index), Unread::NotApplicable);
            } else if self.aim.locked.contains(index) {
                self.tell(self.id(index), Unread::Repeated);
            } else {
                self.aim.locked.toggle(index);
            }
        }
    }

    fn bill(&mut self, part: &str, value: &str, ends: bool) {
        let (name, ids) = value.split_once(':').unwrap_or_default();
        let kept = bundle::name_of_bundle(name);
        if kept.is_empty() || letters(ids).is_empty() {
            return self.unread.push(Unread::Part(trimmed(part)));
        }
        if kept != name {
            self.unread.push(Unread::BillRenamed { found: name.to_owned(), kept });
        }
        let session = self.session;
        for member in self.members.of_set(ids, ends, &|index| session.applies(index)) {
            let Some(index) = self.named(member) else { continue };
            if !session.applies(index) {
                self.tell(self.id(index), Unread::NotApplicable);
            } else if self.aim.bundle_of(index).is_some() {
                self.tell(self.id(index), Unread::Repeated);
            } else {
                bundle::put(&mut self.aim.bundles, name, index);
            }
        }
    }

    /// The provision that a member names; else it is told why there is none.
    fn named(&mut self, member: Member) -> Option<usize> {
        match member {
            Member::Known(index) => return Some(index),
            Member::Unknown(id) => self.tell(id, Unread::Unknown),
            Member::Damaged(set) => self.tell(set, Unread::Damaged),
            Member::CutOff { found, meant } => {
                self.unread.push(Unread::CutOff { found, meant: self.id(meant) });
            }
        }
        None
    }

    fn provision(&mut self, index: usize, on: bool) {
        let id = self.id(index);
        let [seen_on, seen_off] = &mut self.seen;
        let (same, other) = if on { (seen_on, seen_off) } else { (seen_off, seen_on) };
        if same.contains(index) {
            return self.tell(id, Unread::Repeated);
        }
        let contradicts = other.contains(index);
        same.toggle(index);
        let answer = self.session.card().answer(index);
        if contradicts {
            return self.tell(id, Unread::Contradictory);
        }
        if answer == Answer::NotApplicable {
            return self.tell(id, Unread::NotApplicable);
        }
        // Also what is so on the card is wished for: what stands behind it must not change it.
        match self.decided.decide(index, on) {
            Err(with) => self.unread.push(Unread::AtOdds { found: id, with: self.id(with) }),
            Ok(()) if on && answer == Answer::Yes => self.tell(id, Unread::AlreadyHeld),
            Ok(()) if !on && answer == Answer::No => self.tell(id, Unread::NotHeld),
            Ok(()) => {}
        }
    }

    /// Tells something of an id, once.
    fn tell(&mut self, id: String, unread: fn(String) -> Unread) {
        let unread = unread(id);
        if self.told.insert(format!("{unread:?}")) {
            self.unread.push(unread);
        }
    }

    fn id(&self, index: usize) -> String {
        self.session.rules().provisions().get(index).cloned().unwrap_or_default()
    }
}
