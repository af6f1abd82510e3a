//! Reading an address: whatever in it can have been meant is applied or told.

use super::members::{Member, Members, trimmed};
use super::noise::{self, ADDED, AddressIn, address_in, has_name_of_part, is_nobodys, letters, meant, named};
use super::{AddressProblem, format_address};
use crate::bundle::name_of_bundle;
use crate::{Aim, Baseline, Changes, Points, Provision, Question, Situation, Target, read_changes};

/// The situation of an address, and whatever in it was not applied. An empty address is the card as it is.
///
/// The address may stand behind a `#`, be a whole link, or have gone through programs that change links: what cannot
/// carry a meaning is passed over, see the grammar in this module's description and `noise`.
pub fn parse_address(baseline: &Baseline, address: &str) -> (Situation, Vec<AddressProblem>) {
    read(baseline, &noise::unquoted(baseline, &noise::plain(address)))
}

/// The edition of the rules under which an address was made: what it says, or else 1. An address that is about other
/// rules or says nothing is of the present one.
pub(crate) fn edition_of(baseline: &Baseline, address: &str) -> u16 {
    let text = noise::plain(address);
    let found = address_in(baseline, &noise::unquoted(baseline, &text)).map(|found| found.edition);
    found.unwrap_or(baseline.framework().edition)
}

fn read(baseline: &Baseline, text: &str) -> (Situation, Vec<AddressProblem>) {
    let problem = match address_in(baseline, text) {
        None => match without_framework(baseline, text) {
            None => return (Situation::default(), Vec::new()),
            Some(problem) => problem,
        },
        Some(AddressIn { edition, behind }) => {
            let (card, parts) = noise::part(behind);
            let expected = &baseline.card().id;
            if letters(card) == letters(expected) {
                let (situation, mut problems) = read_parts(baseline, text, parts);
                let expected = baseline.framework().edition;
                if edition == 0 || edition > expected {
                    problems.insert(0, AddressProblem::UnknownEdition { expected, found: edition });
                }
                return (situation, problems);
            }
            match letters(card).is_empty() {
                true => AddressProblem::NoCard,
                false => AddressProblem::OtherCard { expected: expected.clone(), found: trimmed(card) },
            }
        }
    };
    (Situation::default(), vec![problem])
}

/// What is wrong with a text that does not name the framework; nothing, when it says nothing.
fn without_framework(baseline: &Baseline, text: &str) -> Option<AddressProblem> {
    let (page, behind) = text.split_once('#').unwrap_or(("", text));
    // What stands before the `#` is the page that the link leads to.
    let behind = if page.contains("://") || letters(page).is_empty() { behind } else { text };
    if behind.contains("://") {
        return Some(AddressProblem::NoScenario(trimmed(text)));
    }
    let mut pieces = behind.trim_start_matches(['#', '/', '!']).split(ADDED);
    let first = pieces.next().unwrap_or_default();
    let found = first.split('/').find(|part| !letters(part).is_empty());
    match found {
        Some(part) if !part.contains('=') => {
            let expected = baseline.framework().id.clone();
            Some(AddressProblem::OtherFramework { expected, found: trimmed(part) })
        }
        _ if is_nobodys(baseline, first) && pieces.all(|piece| is_nobodys(baseline, piece)) => None,
        _ => Some(AddressProblem::NoScenario(trimmed(behind))),
    }
}

/// `whole` ends with `parts`.
fn read_parts(baseline: &Baseline, whole: &str, parts: &str) -> (Situation, Vec<AddressProblem>) {
    let (changes, aim, problems) = (Changes::default(), Aim::default(), Vec::new());
    let mut reader = Reader { baseline, members: Members::of(baseline), changes, aim, problems };
    let mut pieces = pieces(parts).into_iter().peekable();
    while let Some(Piece { text, added }) = pieces.next() {
        if !added || has_name_of_part(text) {
            reader.part(text, pieces.peek().is_none());
        } else if !is_nobodys(baseline, text) {
            reader.problems.push(AddressProblem::Unreadable(trimmed(text)));
        }
    }
    let Reader { changes, aim, mut problems, .. } = reader;
    for problem in &mut problems {
        if let AddressProblem::CutOff { found, meant, mended } = problem
            && let Some(begins) = whole.rfind(found.as_str()).and_then(|end| whole.get(..end))
        {
            let (situation, _) = read(baseline, &format!("{begins}{meant}"));
            *mended = format_address(baseline, &situation);
        }
    }
    let (scenario, unread) = read_changes(baseline, &changes);
    problems.extend(unread.into_iter().map(AddressProblem::Change));
    (Situation { scenario, aim }, problems)
}

/// A piece of an address that says something.
pub(crate) struct Piece<'a> {
    pub(crate) text: &'a str,
    /// Whether it stands behind a mark of those that others add.
    pub(crate) added: bool,
}

pub(crate) fn pieces(parts: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut added = false;
    for part in parts.split('/') {
        // A bill's name may have any mark but those that separate parts.
        let named = match part.split_once('=') {
            Some((name, bill)) if letters(name) == "bill" => bill.find(':').map(|end| name.len() + 1 + end),
            _ => None,
        };
        let (name, rest) = part.split_at_checked(named.unwrap_or(0)).unwrap_or_default();
        let mut rest = rest.split(ADDED);
        let own = name.len() + rest.next().unwrap_or_default().len();
        pieces.push(Piece { text: part.get(..own).unwrap_or_default(), added });
        for text in rest {
            added = true;
            pieces.push(Piece { text, added });
        }
    }
    pieces.retain(|piece| !letters(piece.text).is_empty());
    pieces
}

/// What has been read so far.
struct Reader<'a> {
    baseline: &'a Baseline,
    members: Members<'a>,
    changes: Changes,
    aim: Aim,
    problems: Vec<AddressProblem>,
}

impl<'a> Reader<'a> {
    /// Reads a part; `ends` says that the address ends with it, so that letters may be lost there.
    fn part(&mut self, part: &str, ends: bool) {
        let (name, value) = part.split_once('=').unwrap_or_default();
        let name = letters(name);
        let is_set = ["on", "off", "without", "bill"].contains(&name.as_str());
        if is_set && ends && letters(value).is_empty() {
            return self.problems.push(AddressProblem::Unreadable(trimmed(part)));
        }
        match name.as_str() {
            "on" | "off" => {
                let switch_on = name == "on";
                let provisions = self.baseline.provisions();
                let fits =
                    |index: usize| provisions.get(index).is_some_and(|known| known.law.in_law != switch_on);
                for member in self.members.of_set(value, ends, &fits) {
                    let id = match self.named(member) {
                        Ok(index) => self.id(index),
                        Err(AddressProblem::NoProvision(id)) => id,
                        Err(problem) => {
                            self.problems.push(problem);
                            continue;
                        }
                    };
                    if switch_on { &mut self.changes.on } else { &mut self.changes.off }.push(id);
                }
            }
            "to" | "sure" => match read_target(self.baseline, value) {
                None => self.problems.push(AddressProblem::NoTarget(trimmed(value))),
                Some(_) if self.aim.target.is_some() => {
                    self.problems.push(AddressProblem::SecondTarget(trimmed(value)));
                }
                target => {
                    self.aim.target = target;
                    self.aim.question =
                        if name == "to" { Question::BestReading } else { Question::EveryReading };
                }
            },
            "without" => {
                for member in self.members.of_set(value, ends, &|_| true) {
                    let new = |aim: &Aim, provision: &Provision| !aim.locked.contains(provision.index);
                    if let Some(provision) = self.placed(member, new) {
                        self.aim.locked.toggle(provision.index);
                    }
                }
            }
            "bill" => self.bill(part, value, ends),
            _ => self.problems.push(AddressProblem::Unreadable(trimmed(part))),
        }
    }

    fn bill(&mut self, part: &str, value: &str, ends: bool) {
        let (name, ids) = value.split_once(':').unwrap_or_default();
        let kept = name_of_bundle(name);
        if kept.is_empty() || letters(ids).is_empty() {
            return self.problems.push(AddressProblem::Unreadable(trimmed(part)));
        }
        if kept != name {
            self.problems.push(AddressProblem::BillRenamed { found: name.to_owned(), kept });
        }
        for member in self.members.of_set(ids, ends, &|_| true) {
            if let Some(provision) = self.placed(member, |aim, provision| aim.bundle_of(provision).is_none())
            {
                self.aim.put_into_bundle(name, provision);
            }
        }
    }

    /// The provision of a member that plans are told about, if it is `new` there; else the problem is noted.
    fn placed(&mut self, member: Member, new: impl Fn(&Aim, &Provision) -> bool) -> Option<&'a Provision> {
        let problem = match self.named(member) {
            Ok(index) => match self.baseline.provisions().get(index) {
                Some(provision) if new(&self.aim, provision) => return Some(provision),
                _ => AddressProblem::NoProvision(self.id(index)),
            },
            Err(problem) => problem,
        };
        self.problems.push(problem);
        None
    }

    /// The index of the provision that a member names.
    fn named(&self, member: Member) -> Result<usize, AddressProblem> {
        match member {
            Member::Known(index) => Ok(index),
            Member::Unknown(id) => Err(AddressProblem::NoProvision(id)),
            Member::Damaged(set) => Err(AddressProblem::Damaged(set)),
            Member::CutOff { found, meant } => {
                Err(AddressProblem::CutOff { found, meant: self.id(meant), mended: String::new() })
            }
        }
    }

    fn id(&self, index: usize) -> String {
        self.baseline.provisions().get(index).map_or_else(String::new, |provision| provision.id.clone())
    }
}

/// The grade or points that the value is; nothing, when it is none or no target here.
fn read_target(baseline: &Baseline, value: &str) -> Option<Target> {
    let grades: Vec<&str> = baseline.bands().map(|band| band.grade.as_str()).collect();
    meant(value, |text| {
        if let Some(grade) = named(&grades, text).and_then(|index| grades.get(index)) {
            return Some(Some(Target::Grade((*grade).to_owned())));
        }
        let points = text.replace(',', ".").parse::<Points>().ok()?;
        Some(Aim::can_be_target(baseline, points).then_some(Target::Points(points)))
    })
    .flatten()
}
