//! The calculator's one piece of state: the baseline, the history, and the evaluated scenario.

mod announced;
mod shown;

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{
    Aim, Baseline, ComponentScore, History, Provision, Scenario, Situation, Words, format_address,
    parse_canonical, say,
};

pub use announced::Announced;
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
    unread: StoredValue<Option<Unread>>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
    announced: Announced,
    followers: StoredValue<Vec<Follower>, LocalStorage>,
}

/// An address that is not canonical. The page's program reads no other; the tools' program reads whatever else can have
/// been meant, and is loaded for it.
struct Unread {
    address: String,
    /// What becomes of the browser's address; nothing, when it came from there, where it stays for the visitor to mend
    /// as long as something in it cannot be read.
    entry: Option<Entry>,
}

/// What reads addresses that are not canonical. It is called with nothing when another address was opened and read.
type Reader = Box<dyn Fn(Option<(&str, Option<Entry>)>)>;

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
            unread: StoredValue::new(None),
            reader: StoredValue::new_local(None),
            history: StoredValue::new(History::default()),
            baseline: StoredValue::new(baseline),
            announced: Announced::default(),
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
        self.change(|situation| situation.aim.locked.toggle(provision.index));
    }

    /// Takes every change back, which can be undone.
    pub fn reset(self) {
        self.change(|situation| situation.scenario = Scenario::default());
    }

    /// Takes the changes of these provisions back, which can be undone.
    pub fn reset_provisions(self, provisions: &[Arc<Provision>]) {
        self.change(|situation| situation.scenario.reset(provisions));
    }

    /// Opens an address in place of what is shown, which can be undone.
    pub fn open(self, address: &str, entry: Entry) {
        self.read(address, Some(entry));
    }

    /// Opens a canonical address as a step that can be undone, and leaves the browser's as it is.
    pub fn show_address(self, address: &str) {
        if let Some(situation) = parse_canonical(&self.baseline(), address) {
            self.step(situation, None);
        }
    }

    /// Hands to `reader` the address that was opened and is not canonical, now and whenever there is one, with what
    /// becomes of the browser's address; nothing, when an address was opened that this program could read.
    pub fn on_unread(self, reader: impl Fn(Option<(&str, Option<Entry>)>) + 'static) {
        if let Some(Unread { address, entry }) = self.unread.try_update_value(Option::take).flatten() {
            reader(Some((&address, entry)));
        }
        self.reader.set_value(Some(Box::new(reader)));
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

    /// Calls `follow` with the address of the scenario, now and after each step.
    pub fn on_change(self, follow: impl Fn(&str) + 'static) {
        follow(&self.address());
        self.followers.update_value(|followers| followers.push(Box::new(follow)));
    }

    /// Announces a line, also when it is the same once more.
    pub fn announce(self, line: String) {
        self.announced.announce(line);
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
        self.address_bar.leave();
        self.read(&address, None);
    }

    fn read(self, address: &str, entry: Option<Entry>) {
        let situation = parse_canonical(&self.baseline(), address);
        let unread = situation.is_none().then_some((address, entry));
        if let Some(situation) = situation {
            self.step(situation, entry.or(Some(Entry::Same)));
        }
        let told = self.reader.with_value(|reader| reader.as_ref().map(|reader| reader(unread)).is_some());
        if !told {
            let unread = unread.map(|(address, entry)| Unread { address: address.to_owned(), entry });
            self.unread.set_value(unread);
        }
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
