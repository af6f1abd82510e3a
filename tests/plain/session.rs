//! A calculator's state a second time: lists of answers. What a step leads to is found by trying every list that could
//! be, and taking the one that is nearest to what was there.

use serde_json::Value;

use super::{Ids, Laws, list};

/// An answer, the less of a yes the lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    No,
    Unknown,
    Yes,
    NotApplicable,
}

/// Answers in the file's order.
pub type List = Vec<Answer>;

/// What is asked for: a provision, and whether it shall hold.
pub type Wish = (usize, bool);

/// Which answers can stand beside each other.
#[derive(Clone, Debug)]
pub struct Bonds {
    pub ids: Vec<String>,
    /// Whether the first cannot hold without the second.
    needs: Vec<Vec<bool>>,
    /// Whether the two cannot hold together.
    excludes: Vec<Vec<bool>>,
}

/// What a visitor is after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// The target, as addresses have it.
    pub target: Option<String>,
    /// For each provision whether plans leave it as it is.
    pub locked: Vec<bool>,
    /// For each provision the bill that it is in.
    pub bills: Vec<Option<String>>,
}

impl Aim {
    pub fn none(provisions: usize) -> Self {
        Self { target: None, locked: vec![false; provisions], bills: vec![None; provisions] }
    }
}

/// A state, and those before and after it.
#[derive(Clone, Debug)]
pub struct Session {
    pub bonds: Bonds,
    pub card: List,
    pub now: List,
    pub aim: Aim,
    pub past: Vec<(List, Aim)>,
    pub future: Vec<(List, Aim)>,
}

impl Bonds {
    /// The bonds of a file, where these provisions do not apply.
    pub fn new(file: &Value, not_applicable: &Ids) -> Self {
        let laws = Laws::new(file);
        let provisions = list(file, "provisions").into_iter();
        let ids: Vec<String> = provisions.map(|one| one["id"].as_str().expect("an id").to_owned()).collect();
        let needs = |one: &String, other: &String| one != other && laws.needs[one].contains(other);
        let applying = |group: &Ids, one: &String| -> Ids {
            let needed = group.intersection(&laws.needs[one]);
            needed.filter(|member| !not_applicable.contains(*member)).cloned().collect()
        };
        let excludes = |one: &String, other: &String| {
            laws.exclusive.iter().any(|group| {
                let (one, other) = (applying(group, one), applying(group, other));
                one.iter().any(|first| other.iter().any(|second| first != second))
            })
        };
        let table = |is: &dyn Fn(&String, &String) -> bool| {
            ids.iter().map(|one| ids.iter().map(|other| is(one, other)).collect()).collect()
        };
        let (needs, excludes) = (table(&needs), table(&excludes));
        Self { ids, needs, excludes }
    }

    /// Whether these answers can stand together.
    pub fn stands(&self, answers: &List) -> bool {
        let pair = |one: usize, other: usize| {
            let (first, second) = (answers[one], answers[other]);
            let lacks = self.needs[one][other] && first > second;
            let both = first.min(second) > Answer::No && first.max(second) == Answer::Yes;
            first == Answer::NotApplicable
                || second == Answer::NotApplicable
                || !(lacks || self.excludes[one][other] && both)
        };
        (0..answers.len()).all(|one| (0..answers.len()).all(|other| pair(one, other)))
    }

    /// The lists that can stand, have these wishes, and of the rest what `may` allows; those nearest to `from`.
    fn nearest(&self, from: &List, wishes: &[Wish], may: &dyn Fn(usize, Answer) -> bool) -> Vec<List> {
        let mut nearest: (usize, Vec<List>) = (usize::MAX, Vec::new());
        for number in 0..3_usize.pow(u32::try_from(from.len()).expect("few")) {
            let digit = |place: usize| number / 3_usize.pow(u32::try_from(place).expect("few")) % 3;
            let answers: List = (0..from.len())
                .map(|place| match from[place] {
                    Answer::NotApplicable => Answer::NotApplicable,
                    _ => [Answer::No, Answer::Unknown, Answer::Yes][digit(place)],
                })
                .collect();
            let wished =
                |(place, held): &Wish| answers[*place] == if *held { Answer::Yes } else { Answer::No };
            let allowed = (0..from.len()).all(|place| may(place, answers[place]));
            if !allowed || !wishes.iter().all(wished) || !self.stands(&answers) {
                continue;
            }
            let distance = (0..from.len()).filter(|place| answers[*place] != from[*place]).count();
            if distance < nearest.0 {
                nearest = (distance, Vec::new());
            }
            // What does not apply is the same in three numbers.
            if distance == nearest.0 && !nearest.1.contains(&answers) {
                nearest.1.push(answers);
            }
        }
        nearest.1
    }

    /// Answers that can stand, near to any others.
    pub fn mended(&self, answers: &List) -> List {
        self.nearest(answers, &[], &|_, _| true).swap_remove(0)
    }
}

impl Session {
    pub fn new(bonds: Bonds, card: List) -> Self {
        let aim = Aim::none(card.len());
        Self { bonds, now: card.clone(), aim, card, past: Vec::new(), future: Vec::new() }
    }

    /// The one list nearest to `from` that has these wishes; nothing, where none has.
    fn wished(&self, from: &List, wishes: &[Wish]) -> Option<List> {
        // Nothing that is known comes to be unknown.
        let may = |place: usize, answer| answer != Answer::Unknown || from[place] == Answer::Unknown;
        let mut found = self.bonds.nearest(from, wishes, &may);
        assert!(found.len() < 2, "{found:?}");
        found.pop()
    }

    /// The list with as many of these wishes as can be, the earlier ones first, and those that it has.
    pub fn granted(&self, from: &List, wishes: &[Wish]) -> (List, Vec<Wish>) {
        let mut granted: Vec<Wish> = Vec::new();
        for wish in wishes {
            let with = [granted.as_slice(), &[*wish]].concat();
            if self.wished(from, &with).is_some() {
                granted = with;
            }
        }
        (self.wished(from, &granted).expect("it was granted"), granted)
    }

    /// The list in which these are as on the card, and of the others as many as can be as they are.
    pub fn put_back(&self, of: &[usize]) -> List {
        let may = |place: usize, answer: Answer| {
            answer == self.card[place] || answer == self.now[place] && !of.contains(&place)
        };
        let mut found = self.bonds.nearest(&self.now, &[], &may);
        assert_eq!(found.len(), 1, "{found:?}");
        found.swap_remove(0)
    }

    pub fn step(&mut self, next: List) {
        self.go_on(next, self.aim.clone());
    }

    /// Goes on to other answers and another aim, in one step.
    pub fn go_on(&mut self, next: List, aim: Aim) {
        if next != self.now || aim != self.aim {
            let before = self.put((next, aim));
            self.past.push(before);
            self.future.clear();
        }
    }

    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            let after = self.put(before);
            self.future.push(after);
        }
    }

    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            let before = self.put(after);
            self.past.push(before);
        }
    }

    /// Puts a state into the place of the one that is there, and gives that.
    fn put(&mut self, (now, aim): (List, Aim)) -> (List, Aim) {
        (std::mem::replace(&mut self.now, now), std::mem::replace(&mut self.aim, aim))
    }

    /// What must be pressed and what is wanted, as an address has it.
    pub fn parts(&self) -> String {
        let decided = |answer: Answer| -> Vec<usize> {
            let places = 0..self.now.len();
            places.filter(|place| self.now[*place] == answer && self.card[*place] != answer).collect()
        };
        let (on, off) = (decided(Answer::Yes), decided(Answer::No));
        let part = |name: &str, all: &[usize], comes_along: &dyn Fn(usize, usize) -> bool| {
            let alone = all.iter().filter(|place| !all.iter().any(|other| comes_along(**place, *other)));
            let ids: Vec<&str> = alone.map(|place| self.bonds.ids[*place].as_str()).collect();
            if ids.is_empty() { String::new() } else { format!("/{name}={}", ids.join(",")) }
        };
        let needs = &self.bonds.needs;
        let Aim { target, locked, bills } = &self.aim;
        let target = target.as_ref().map(|target| format!("/to={target}")).unwrap_or_default();
        let locked: Vec<usize> = (0..locked.len()).filter(|place| locked[*place]).collect();
        part("on", &on, &|place, other| needs[other][place])
            + &part("off", &off, &|place, other| needs[place][other])
            + &target
            + &part("without", &locked, &|_, _| false)
            + &self.bills(bills)
    }

    /// The bills, in the order of their first provisions.
    fn bills(&self, bills: &[Option<String>]) -> String {
        let mut parts = String::new();
        for (first, name) in bills.iter().enumerate() {
            if name.is_none() || bills[..first].contains(name) {
                continue;
            }
            let members = (0..bills.len()).filter(|place| bills[*place] == *name);
            let ids: Vec<&str> = members.map(|place| self.bonds.ids[place].as_str()).collect();
            parts += &format!("/bill={}:{}", name.clone().unwrap_or_default(), ids.join(","));
        }
        parts
    }
}
