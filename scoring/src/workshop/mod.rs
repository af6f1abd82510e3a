//! Workshops: several groups work on one task, each in a calculator of its own, and what they hand in stands side by
//! side. A task and what is handed in are addresses of the calculator, so nothing here is a format of its own.

mod framework;
mod ladders;

use serde::Serialize;

use crate::bundle::Bundle;
use crate::difference::changes_in_words;
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::rank::ranks;
use crate::session::changes;
use crate::{ProvisionSet, Words};

/// What reads the addresses of a workshop: a card with its rules, or all the cards of a framework.
pub trait Desk {
    /// An address that was read.
    type Opened;

    /// The language in which all is told.
    fn words(&self) -> &Words;

    /// Reads an address. What of it could not be read is told by [`unread`](Self::unread).
    ///
    /// # Errors
    /// Why it is about no card here, in a clause.
    fn open(&self, address: &str) -> Result<Self::Opened, String>;

    /// Why what a group has handed in is about another card than the task, in a clause; nothing, where it is not.
    fn elsewhere(&self, task: &Self::Opened, handed_in: &Self::Opened) -> Option<String>;

    /// What of an address could not be read, each in a clause.
    fn unread<'a>(&self, opened: &'a Self::Opened) -> &'a [String];

    /// The canonical address.
    fn address(&self, opened: &Self::Opened) -> String;

    /// Whose card it is, with what it comes to as things are.
    fn card(&self, opened: &Self::Opened) -> String;

    /// What is to be reached, in a clause; nothing, where the address does not say.
    fn target(&self, opened: &Self::Opened) -> Option<String>;

    /// Whether the law of another address reaches what this one wants; nothing, where it wants nothing.
    fn reached(&self, task: &Self::Opened, handed_in: &Self::Opened) -> Option<bool>;

    /// What must stay as it is.
    fn locked<'a>(&self, opened: &'a Self::Opened) -> &'a ProvisionSet;

    /// The bills.
    fn bills<'a>(&self, opened: &'a Self::Opened) -> &'a [Bundle];

    /// The law of the address.
    fn law(&self, opened: &Self::Opened) -> Answers;

    /// What that comes to, in a clause.
    fn result(&self, opened: &Self::Opened) -> String;

    /// The figure that it is ranked by; nothing, where it has no result.
    fn figure(&self, opened: &Self::Opened) -> Option<Fraction>;

    /// A provision's text.
    fn label(&self, provision: usize) -> String;
}

/// A task in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
    /// The canonical address from which all groups start.
    pub address: String,
    /// Whose card it is, with what it comes to as things are.
    pub card: String,
    /// What the groups start from, where that is not the card as it is.
    pub start: Option<String>,
    /// What is to be reached.
    pub target: Option<String>,
    /// The provisions that must stay as they are.
    pub locked: Vec<String>,
    /// The bills on offer.
    pub bills: Vec<Bill>,
    /// What of the address could not be read, each in a clause.
    pub unread: Vec<String>,
}

/// A bill on offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bill {
    /// What it is called.
    pub name: String,
    /// The provisions that it puts into law.
    pub provisions: Vec<String>,
}

/// What a group has handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandIn {
    /// What the group calls itself.
    pub group: String,
    /// The address of its scenario.
    pub address: String,
}

/// All that was handed in for a task, side by side. Groups are named by their places among the hand-ins, from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// The task.
    pub task: Task,
    /// Where each group ended, the best first; who has no result comes last.
    pub ranking: Vec<Ended>,
    /// What is changed, in the order of how many groups have chosen it, then of the rules.
    pub choices: Vec<Choice>,
    /// The bills on offer, each with the groups in whose law all of it is.
    pub bills: Vec<Choice>,
    /// What could not be counted.
    pub refused: Vec<Refused>,
}

/// Where a group ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// The group.
    pub group: usize,
    /// One more than the number of groups that are better: equals share a rank, and the ranks after it are left out.
    pub rank: Option<usize>,
    /// The canonical address of its scenario.
    pub address: String,
    /// What it comes to, in a clause.
    pub result: String,
    /// How much it changes of what all start from, in words.
    pub changes: String,
    /// Whether it reaches the target, where there is one.
    pub reached: Option<bool>,
    /// What it has changed although the task leaves it as it is.
    pub locked: Vec<String>,
    /// What of its address could not be read, each in a clause.
    pub unread: Vec<String>,
}

/// Something that groups have chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// A provision's text, or a bill's name.
    pub what: String,
    /// Whether it comes into law; else it leaves it.
    pub comes: bool,
    /// The groups.
    pub groups: Vec<usize>,
}

/// Something that was handed in and is about another card, or about none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The group.
    pub group: usize,
    /// Why, in a clause.
    pub why: String,
}

/// Reads a task.
///
/// # Errors
/// Why its address is about no card here, in a clause.
pub fn task<D: Desk>(desk: &D, address: &str) -> Result<Task, String> {
    Ok(told(desk, &desk.open(address)?))
}

fn told<D: Desk>(desk: &D, opened: &D::Opened) -> Task {
    let labels = |provisions: &ProvisionSet| provisions.iter().map(|index| desk.label(index)).collect();
    let bill = |bill: &Bundle| Bill { name: bill.name.clone(), provisions: labels(&bill.provisions) };
    let starts_elsewhere = ["/on=", "/off="].iter().any(|part| desk.address(opened).contains(part));
    Task {
        address: desk.address(opened),
        card: desk.card(opened),
        start: starts_elsewhere.then(|| desk.result(opened)),
        target: desk.target(opened),
        locked: labels(desk.locked(opened)),
        bills: desk.bills(opened).iter().map(bill).collect(),
        unread: desk.unread(opened).to_vec(),
    }
}

/// Puts what groups have handed in for a task side by side.
///
/// # Errors
/// Why the task's address is about no card here, in a clause.
pub fn merged<D: Desk>(desk: &D, task: &str, handed_in: &[HandIn]) -> Result<Merged, String> {
    let task = desk.open(task)?;
    let mut counted = Vec::new();
    let mut refused = Vec::new();
    for (group, HandIn { address, .. }) in handed_in.iter().enumerate() {
        let opened = desk.open(address).and_then(|opened| match desk.elsewhere(&task, &opened) {
            Some(why) => Err(why),
            None => Ok(opened),
        });
        match opened {
            Ok(opened) => counted.push((group, opened)),
            Err(why) => refused.push(Refused { group, why }),
        }
    }
    let start = desk.law(&task);
    let laws: Vec<(usize, Answers)> =
        counted.iter().map(|(group, opened)| (*group, desk.law(opened))).collect();
    let bill = |bill: &Bundle| {
        let has = |(group, law): &(usize, Answers)| bill.provisions.is_subset(law.held()).then_some(*group);
        Choice { what: bill.name.clone(), comes: true, groups: laws.iter().filter_map(has).collect() }
    };
    Ok(Merged {
        ranking: ranking(desk, (&task, &start), &counted),
        choices: choices(desk, &start, &laws),
        bills: desk.bills(&task).iter().map(bill).collect(),
        task: told(desk, &task),
        refused,
    })
}

fn ranking<D: Desk>(
    desk: &D,
    (task, start): (&D::Opened, &Answers),
    counted: &[(usize, D::Opened)],
) -> Vec<Ended> {
    let figures: Vec<Option<Fraction>> = counted.iter().map(|(_, opened)| desk.figure(opened)).collect();
    let ended = |((group, opened), rank): (&(usize, D::Opened), Option<crate::rank::Rank>)| {
        let (on, off) = changes(start, &desk.law(opened));
        let moved = desk.locked(task).common(&on.union(&off));
        Ended {
            group: *group,
            rank: rank.map(|rank| rank.rank),
            address: desk.address(opened),
            result: desk.result(opened),
            changes: changes_in_words(desk.words(), on.len(), off.len()),
            reached: desk.reached(task, opened),
            locked: moved.iter().map(|provision| desk.label(provision)).collect(),
            unread: desk.unread(opened).to_vec(),
        }
    };
    let mut ranking: Vec<Ended> = counted.iter().zip(ranks(&figures)).map(ended).collect();
    ranking.sort_by_key(|ended| ended.rank.unwrap_or(usize::MAX));
    ranking
}

/// What differs from the start in any law, with those who have it.
fn choices<D: Desk>(desk: &D, start: &Answers, laws: &[(usize, Answers)]) -> Vec<Choice> {
    let changed: Vec<(usize, [ProvisionSet; 2])> =
        laws.iter().map(|(group, law)| (*group, changes(start, law).into())).collect();
    let any = changed.iter().flat_map(|(_, [on, off])| [on, off]);
    let any = any.fold(ProvisionSet::default(), |all, some| all.union(some));
    let mut choices: Vec<Choice> = Vec::new();
    for provision in any.iter() {
        for (direction, comes) in [true, false].into_iter().enumerate() {
            let has = |(group, sets): &(usize, [ProvisionSet; 2])| {
                sets.get(direction).is_some_and(|set| set.contains(provision)).then_some(*group)
            };
            let groups: Vec<usize> = changed.iter().filter_map(has).collect();
            if !groups.is_empty() {
                choices.push(Choice { what: desk.label(provision), comes, groups });
            }
        }
    }
    choices.sort_by_key(|choice| std::cmp::Reverse(choice.groups.len()));
    choices
}
