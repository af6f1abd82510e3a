//! The state of one calculator, under rules of any shape: a card, what a visitor has changed and wants to reach, and the
//! steps that led there. No browser and no language.
//!
//! What does not apply to the subject stays so: it cannot be switched. All answers that a session comes to can stand
//! together, as far as the card's own can.

mod address;
mod aim;
mod back;
mod route;
mod unread;

use std::sync::Arc;

use crate::facts::{Answer, Answers, Decisions, GroupKind};
use crate::rules::Rules;
use crate::{History, ProvisionSet, bundle};

pub use aim::{Aim, Target};
pub use route::Route;
pub use unread::Unread;

/// One calculator's state: a card, what a visitor has changed, and the steps that led there.
#[derive(Clone, Debug)]
pub struct Session {
    rules: Arc<Rules>,
    subject: String,
    card: Answers,
    history: History<State>,
}

/// What a step leads from and to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct State {
    answers: Answers,
    aim: Aim,
}

/// What a step has changed beside the provision that was wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Switched {
    /// The provision that was switched or chosen; nothing, when none of a group was.
    pub wanted: Option<usize>,
    /// The others that hold now and did not.
    pub on: ProvisionSet,
    /// The others that do not hold now, and did or were unknown.
    pub off: ProvisionSet,
}

impl Session {
    /// A session that starts with a card of these rules, as it was published. `subject` is who is graded, as an id.
    pub fn new(rules: Arc<Rules>, subject: String, card: Answers) -> Self {
        let start = State { answers: card.clone(), aim: Aim::default() };
        Self { rules, subject, history: History::new(start), card }
    }

    /// The rules.
    pub fn rules(&self) -> &Arc<Rules> {
        &self.rules
    }

    /// Who is graded, as an id.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The answers as published.
    pub fn card(&self) -> &Answers {
        &self.card
    }

    /// The answers now.
    pub fn answers(&self) -> &Answers {
        &self.history.now().answers
    }

    /// What the visitor is after.
    pub fn aim(&self) -> &Aim {
        &self.history.now().aim
    }

    /// The provisions whose answer is another than the card's.
    pub fn differing(&self) -> ProvisionSet {
        differing(&self.card, self.answers())
    }

    /// Whether all answers are the card's.
    pub fn is_card(&self) -> bool {
        *self.answers() == self.card
    }

    /// Puts a provision into law or takes it out, with all that this takes along, in one step. It decides what is
    /// unknown. Nothing, when that changes nothing, or the provision does not apply or is none.
    pub fn switch(&mut self, provision: usize, held: bool) -> Option<Switched> {
        let already = if held { Answer::Yes } else { Answer::No };
        if !self.applies(provision) || self.answers().answer(provision) == already {
            return None;
        }
        self.decide(Some(provision), &[(provision, held)])
    }

    /// Answers a group, the index in the rules' groups, in one step: with a member of it, the provision's index, which
    /// then is the strongest level that holds or the only one that does; or with none of them. Nothing, when that
    /// changes nothing, or the member does not apply or is no member.
    pub fn choose(&mut self, group: usize, member: Option<usize>) -> Option<Switched> {
        let rules = self.rules.clone();
        let group = rules.implied().groups().get(group)?;
        let chosen = match member {
            None => None,
            Some(member) => Some(group.members.iter().position(|other| *other == member)?),
        };
        if member.is_some_and(|member| !self.applies(member)) {
            return None;
        }
        let decision = |(index, provision): (usize, &usize)| {
            let weaker = group.kind == GroupKind::Levels && chosen.is_some_and(|chosen| index < chosen);
            (!weaker && self.applies(*provision)).then_some((*provision, Some(index) == chosen))
        };
        let decisions: Vec<_> = group.members.iter().enumerate().filter_map(decision).collect();
        self.decide(member, &decisions)
    }

    /// Puts all answers back to the card's, in one step; says whether that changed anything.
    pub fn reset(&mut self) -> bool {
        self.step(self.card.clone())
    }

    /// Puts the answers to these provisions back to the card's, in one step; says whether that changed anything.
    ///
    /// Where another change cannot stand beside them then, it goes back to the card's answer too, so that a reset never
    /// makes a difference that was not there.
    pub fn reset_provisions(&mut self, of: &ProvisionSet) -> bool {
        let next = back::put_back(&self.rules, &self.card, self.answers(), of);
        self.step(next)
    }

    /// Puts provisions into law and takes others out, with all that this takes along, in one step; says whether that
    /// changed anything. What does not apply is left as it is, and so is what cannot stand beside the earlier ones of
    /// `on`, in the rules' order; no plan has any such.
    pub fn apply(&mut self, on: &ProvisionSet, off: &ProvisionSet) -> bool {
        let on = on.iter().map(|provision| (provision, true));
        let decisions: Vec<_> = on.chain(off.iter().map(|provision| (provision, false))).collect();
        let decisions: Vec<_> =
            decisions.into_iter().filter(|(provision, _)| self.applies(*provision)).collect();
        self.decide(None, &decisions).is_some()
    }

    /// Wants something else to be reached, in one step; says whether that changed anything.
    pub fn aim_at(&mut self, target: Option<Target>) -> bool {
        self.want(Aim { target, ..self.aim().clone() })
    }

    /// Has plans leave a provision as it is, or allows it again, in one step; says whether anything changed.
    pub fn lock(&mut self, provision: usize) -> bool {
        let mut aim = self.aim().clone();
        if self.applies(provision) {
            aim.locked.toggle(provision);
        }
        self.want(aim)
    }

    /// Puts a provision into the bill of this name, in one step, and out of any other; gives the name as it is kept.
    /// Nothing, when it has no letter that can be, or the provision does not apply; then nothing is changed.
    pub fn put_into_bundle(&mut self, name: &str, provision: usize) -> Option<String> {
        if !self.applies(provision) {
            return None;
        }
        let mut aim = self.aim().clone();
        let name = bundle::put(&mut aim.bundles, name, provision)?;
        self.want(aim);
        Some(name)
    }

    /// Takes a provision out of the bill that it is in, in one step; says whether it was in one.
    pub fn take_out_of_bundle(&mut self, provision: usize) -> bool {
        let mut aim = self.aim().clone();
        bundle::take_out(&mut aim.bundles, provision);
        self.want(aim)
    }

    /// Goes back one step; says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.history.undo()
    }

    /// Takes the last undo back; says whether there was one.
    pub fn redo(&mut self) -> bool {
        self.history.redo()
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The canonical address of the answers and the aim, without the `#`. Opened on the same card it gives the same.
    pub fn address(&self) -> String {
        address::written(self)
    }

    /// Opens an address, in one step: the card with the changes that the address names, and its aim. What cannot be read
    /// is left out and told; of another framework or subject nothing is read.
    pub fn open(&mut self, route: &Route<'_>) -> Vec<Unread> {
        let (state, unread) = address::read(self, route);
        if let Some(state) = state {
            self.history.step(state);
        }
        unread
    }

    fn step(&mut self, answers: Answers) -> bool {
        self.history.step(State { answers, aim: self.aim().clone() })
    }

    fn want(&mut self, aim: Aim) -> bool {
        self.history.step(State { answers: self.answers().clone(), aim })
    }

    fn applies(&self, provision: usize) -> bool {
        provision < self.rules.provisions().len() && !self.card.not_applicable().contains(provision)
    }

    fn decide(&mut self, wanted: Option<usize>, decisions: &[(usize, bool)]) -> Option<Switched> {
        let before = self.answers().clone();
        let mut decided = Decisions::on_top_of(&before, self.rules.implied());
        for (provision, held) in decisions {
            // What is at odds with an earlier one is left as it is.
            let _ = decided.decide(*provision, *held);
        }
        let after = decided.taken();
        let wanted_alone = wanted.into_iter().collect();
        let (on, off) = changes(&before, &after);
        let switched = Switched { wanted, on: on.minus(&wanted_alone), off: off.minus(&wanted_alone) };
        self.step(after).then_some(switched)
    }
}

/// The provisions that are answered otherwise.
pub(crate) fn differing(before: &Answers, after: &Answers) -> ProvisionSet {
    let other = |one: &ProvisionSet, two: &ProvisionSet| one.minus(two).union(&two.minus(one));
    other(before.held(), after.held()).union(&other(before.unknown(), after.unknown()))
}

/// What holds now and did not, and what does not now and did or was unknown.
pub(crate) fn changes(before: &Answers, after: &Answers) -> (ProvisionSet, ProvisionSet) {
    let could_hold = before.held().union(before.unknown());
    (after.held().minus(before.held()), could_hold.minus(after.held()).minus(after.unknown()))
}
