//! The calculator's one piece of state: the baseline, the history, and the evaluated scenario.

mod shown;

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{
    AddressProblem, Aim, Baseline, ComponentScore, History, Provision, Scenario, Situation, Words,
    format_address, parse_address, say,
};

use shown::Shown;

use crate::browser::{self, AddressBar, Entry, Place, Step};

/// The state that every part of the page reads, owned by the root.
///
/// A change evaluates the scenario once and then tells each component's readers only if its score is another
/// one; its switches are among them. All signals are made here, when the page starts.
#[derive(Clone, Copy)]
pub struct Calculator {
    place: Place,
    address_bar: AddressBar,
    baseline: StoredValue<Arc<Baseline>>,
    history: StoredValue<History>,
    shown: RwSignal<Shown>,
    aim: RwSignal<Aim>,
    scores: StoredValue<Vec<RwSignal<ComponentScore>>>,
    unread: RwSignal<Unread>,
    announced: RwSignal<String>,
    followers: StoredValue<Vec<Follower>, LocalStorage>,
}

/// What of the last address could not be applied.
#[derive(Clone, Default)]
pub struct Unread {
    /// Each part, in a sentence.
    pub parts: Vec<String>,
    /// Where the address was cut off: the id that it may have ended with, and the whole address with it.
    pub mended: Option<(String, String)>,
}

impl Unread {
    fn new(problems: Vec<AddressProblem>, words: &Words) -> Self {
        let parts = problems.iter().map(|problem| problem.in_words(words)).collect();
        let mended = problems.into_iter().find_map(|problem| match problem {
            AddressProblem::CutOff { meant, mended, .. } => Some((meant, mended)),
            _ => None,
        });
        Self { parts, mended }
    }

    fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

/// Something outside the page's own program that wants the address after each step.
type Follower = Box<dyn Fn(&str)>;

impl Calculator {
    /// A calculator that shows the card as it is, until [`Self::listen`]. Call it within the root's owner.
    pub fn new(baseline: Arc<Baseline>, place: Place) -> Self {
        let shown = Shown::new(&baseline, &Scenario::default());
        let scores = shown.tree.components().cloned().map(RwSignal::new).collect();
        Self {
            place,
            address_bar: AddressBar::of(place),
            shown: RwSignal::new(shown),
            aim: RwSignal::default(),
            scores: StoredValue::new(scores),
            unread: RwSignal::default(),
            history: StoredValue::new(History::default()),
            baseline: StoredValue::new(baseline),
            announced: RwSignal::default(),
            followers: StoredValue::new_local(Vec::new()),
        }
    }

    /// Follows the keys and the address from now on, and shows what the page was opened with:
    /// the places are there that an address may mean. Call it within the root's owner.
    pub fn listen(self) {
        browser::on_step_keys(self.place, move |step| self.go(step));
        browser::on_address(self.place, move || self.follow_address());
        match browser::address(self.place) {
            None => browser::go_to_place(),
            Some(address) if address.is_empty() => {}
            Some(_) => self.follow_address(),
        }
    }

    /// Where this calculator lives.
    pub fn place(self) -> Place {
        self.place
    }

    /// The calculator of this page, from anywhere below the root.
    pub fn here() -> Self {
        expect_context()
    }

    /// The framework and card.
    pub fn baseline(self) -> Arc<Baseline> {
        self.baseline.get_value()
    }

    /// The words of the page's language.
    pub fn words(self) -> Arc<Words> {
        self.baseline.with_value(|baseline| baseline.words().clone())
    }

    /// Puts a provision into law, or takes it out.
    pub fn set(self, provision: &Provision, in_law: bool) {
        self.change(|situation| situation.scenario.set(provision, in_law));
    }

    /// Leaves a provision out of plans, or no longer.
    pub fn lock(self, provision: &Provision) {
        self.change(|situation| situation.aim.locked.toggle(provision.place));
    }

    /// Takes every change back, which can be undone.
    pub fn reset(self) {
        self.change(|situation| situation.scenario = Scenario::default());
    }

    /// Takes the changes of these provisions back, which can be undone.
    pub fn reset_provisions(self, provisions: &[Arc<Provision>]) {
        self.change(|situation| situation.scenario.reset(provisions));
    }

    /// Opens an address in place of what is shown, which can be undone. What the address names and this page
    /// does not know is told.
    pub fn open(self, address: &str, entry: Entry) {
        let (situation, unread) = self.read(address);
        // A step of the tools is no address of the visitor's, and leaves a notice about one where it is.
        if entry == Entry::New || !unread.is_empty() {
            self.unread.set(unread);
        }
        self.step(situation, Some(entry));
    }

    /// Undoes or redoes a step, if there is one.
    pub fn go(self, step: Step) {
        let moved = self.history.try_update_value(|history| match step {
            Step::Undo => history.undo(),
            Step::Redo => history.redo(),
        });
        if moved == Some(true) && !self.show(Some(Entry::Same)) {
            self.announce(match step {
                Step::Undo => say::calculator::undone_aim(&self.words()),
                Step::Redo => say::calculator::redone_aim(&self.words()),
            });
        }
    }

    /// What of the last address could not be applied.
    pub fn unread(self) -> RwSignal<Unread> {
        self.unread
    }

    /// Calls `follow` with the address of the scenario, now and after each step.
    pub fn on_change(self, follow: impl Fn(&str) + 'static) {
        follow(&self.address());
        self.followers.update_value(|followers| followers.push(Box::new(follow)));
    }

    /// Announces a line, also when it is the same once more: a space that cannot be heard makes it news.
    pub fn announce(self, line: String) {
        self.announced.update(|announced| match *announced == line {
            true => announced.push('\u{a0}'),
            false => *announced = line,
        });
    }

    /// The address of the scenario that is shown, without the `#`.
    pub fn address(self) -> String {
        format_address(&self.baseline(), &self.situation())
    }

    fn situation(self) -> Situation {
        self.history.with_value(|history| history.now().clone())
    }

    /// Shows what the browser's address says. While something in it could not be read it stays as it is, so
    /// that the visitor can mend it; the next step replaces it.
    fn follow_address(self) {
        let Some(address) = browser::address(self.place) else {
            // A place on the page: the browser goes there, and the scenario keeps its address.
            if self.history.with_value(|history| history.can_undo() || history.can_redo()) {
                self.address_bar.set(self.address(), Entry::Same);
            }
            return;
        };
        let (situation, unread) = self.read(&address);
        let entry = unread.is_empty().then_some(Entry::Same);
        self.unread.set(unread);
        self.address_bar.leave();
        self.step(situation, entry);
    }

    /// The situation of an address, and what of it could not be applied.
    fn read(self, address: &str) -> (Situation, Unread) {
        let baseline = self.baseline();
        let (situation, problems) = parse_address(&baseline, address);
        (situation, Unread::new(problems, baseline.words()))
    }

    /// Goes on from what is shown, as a step that can be undone.
    fn change(self, change: impl FnOnce(&mut Situation)) {
        let mut situation = self.situation();
        change(&mut situation);
        self.step(situation, Some(Entry::Same));
    }

    /// Goes on, if it is to anything else, and writes the address where an entry is named.
    fn step(self, situation: Situation, entry: Option<Entry>) {
        match self.history.try_update_value(|history| history.step(situation)) {
            Some(true) => drop(self.show(entry)),
            _ if entry.is_some() => self.address_bar.set(self.address(), Entry::Same),
            _ => {}
        }
    }

    /// Shows what the history has come to, and says whether it is another scenario: only that is announced.
    fn show(self, entry: Option<Entry>) -> bool {
        let Situation { scenario, aim } = self.situation();
        if self.aim.with_untracked(|shown| *shown != aim) {
            self.aim.set(aim);
        }
        let another = self.shown.with_untracked(|shown| shown.tree.scenario != scenario);
        if another {
            self.show_scenario(&scenario);
        }
        let address = self.address();
        if let Some(entry) = entry {
            self.address_bar.set(address.clone(), entry);
        }
        self.followers.with_value(|followers| followers.iter().for_each(|follow| follow(&address)));
        another
    }
}
