//! The state of a framework's page: whose card is shown, what is changed, and what follows.

mod addresses;
mod as_stage;
mod searching;

use std::sync::Arc;

use leptos::prelude::*;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::plans::Plan;
use scoring::rules::{Evaluation, NodeId, evaluate};
use scoring::session::{Session, Switched, Target, Unread};
use scoring::telling::{Cohort, Found};
use scoring::{Filling, ProvisionSet, Words, say};

use super::shown::Shown;
use crate::browser::{self, AddressBar, Entry, Place, Step};
use crate::calculator::Announced;
use crate::plan_search::Planner;
use crate::stage::Stage;

/// The one piece of state, owned by the root.
#[derive(Clone, Copy)]
pub struct Calculator {
    place: Place,
    planner: StoredValue<Planner, LocalStorage>,
    address_bar: AddressBar,
    cohort: StoredValue<Arc<Cohort>>,
    session: StoredValue<Session>,
    card: RwSignal<usize>,
    published: StoredValue<Evaluation>,
    shown: RwSignal<Shown>,
    found: RwSignal<Found>,
    /// What every plan puts into law that was found.
    needed: StoredValue<ProvisionSet>,
    unread: RwSignal<Vec<Unread>>,
    announced: Announced,
    note: RwSignal<String>,
    followers: StoredValue<Vec<Follower>, LocalStorage>,
    search_followers: StoredValue<Vec<SearchFollower>, LocalStorage>,
}

/// The leading result of what is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shows {
    /// The figure as it is printed; nothing, where there is no result.
    pub figure: Option<f64>,
    /// The most that can be reached, where there is a most.
    pub most: Option<f64>,
    /// The letter, where there are letters.
    pub band: Option<String>,
}

/// Something outside the program that wants the address after each step.
type Follower = Box<dyn Fn(&str)>;

/// Something outside that wants to know of each search.
type SearchFollower = Box<dyn Fn()>;

impl Calculator {
    /// A calculator that shows a card as it is; nothing, when there is none. Call it within the root's owner.
    pub fn new(cohort: Arc<Cohort>, place: Place, planner: Planner) -> Option<Self> {
        let first = cohort.first;
        let session = cohort.session(first)?;
        let shown = Shown::new(&cohort, first, &session);
        let found = searching::all_found(&cohort, first, &shown);
        Some(Self {
            place,
            planner: StoredValue::new_local(planner),
            address_bar: AddressBar::of(place),
            cohort: StoredValue::new(cohort),
            card: RwSignal::new(first),
            published: StoredValue::new(evaluate(session.rules(), session.card())),
            session: StoredValue::new(session),
            shown: RwSignal::new(shown),
            found: RwSignal::new(found),
            needed: StoredValue::default(),
            unread: RwSignal::default(),
            announced: Announced::default(),
            note: RwSignal::default(),
            followers: StoredValue::new_local(Vec::new()),
            search_followers: StoredValue::new_local(Vec::new()),
        })
    }

    /// Follows the keys and the address from now on, and opens what the page was opened with.
    pub fn listen(self) {
        browser::on_step_keys(self.place, move |step| self.go(step));
        browser::on_address(self.place, move || self.follow_address());
        if browser::address(self.place).is_some() {
            self.follow_address();
        }
    }

    /// All of it is on the page: goes to the place that the page was opened with, or tells what was opened.
    pub fn shown(self) {
        match browser::address(self.place) {
            None => browser::go_to_place(),
            Some(_) => self.announce(&self.headline()),
        }
    }

    /// The framework and its cards.
    pub fn cohort(self) -> Arc<Cohort> {
        self.cohort.get_value()
    }

    /// What finds plans.
    pub fn planner(self) -> Planner {
        self.planner.get_value()
    }

    /// The index of the card. Tracked.
    pub fn card(self) -> usize {
        self.card.get()
    }

    /// Reads what is shown. Tracked.
    pub fn with<T>(self, read: impl FnOnce(&Shown) -> T) -> T {
        self.shown.with(read)
    }

    /// The card's answers as they were published. Tracked, since another card may come.
    pub fn published(self) -> Answers {
        self.card.track();
        self.session.with_value(|session| session.card().clone())
    }

    /// Whether a node applied on the card as it was published. Tracked as well.
    pub fn applied(self, node: NodeId) -> bool {
        self.card.track();
        self.published.with_value(|published| published.score(node).applies())
    }

    /// What of the address was not read. Tracked.
    pub fn unread(self) -> Vec<Unread> {
        self.unread.get()
    }

    /// What assistive technology is to say.
    pub fn announced(self) -> Announced {
        self.announced
    }

    /// Whether there is a step to undo or redo. Tracked.
    pub fn can_go(self, step: Step) -> bool {
        self.with(|shown| match step {
            Step::Undo => shown.can_undo,
            Step::Redo => shown.can_redo,
        })
    }

    /// Shows another card as it was published.
    pub fn open_card(self, card: usize, entry: Entry) {
        self.show_card(card);
        self.write(entry);
    }

    /// Answers a provision, with what that takes along.
    pub fn switch(self, provision: usize, held: bool) {
        self.change(|session| session.switch(provision, held));
    }

    /// Chooses one of a group, or none.
    pub fn choose(self, group: usize, member: Option<usize>) {
        self.change(|session| session.choose(group, member));
    }

    /// Takes every change back, which can be undone.
    pub fn reset(self) {
        self.stepped(Session::reset);
    }

    /// Applies a plan as one step.
    pub fn apply(self, on: &ProvisionSet, off: &ProvisionSet) {
        self.stepped(|session| session.apply(on, off));
    }

    /// The answers that a plan leads to, and their address. Not tracked.
    pub fn applied_to(self, plan: &Plan) -> (Answers, String) {
        self.session.with_value(|session| {
            let mut session = session.clone();
            session.apply(&plan.on, &plan.off);
            (session.answers().clone(), session.address())
        })
    }

    /// Wants something else to be reached.
    pub fn aim_at(self, target: Option<Target>) {
        self.wanted(|session| session.aim_at(target));
    }

    /// Has plans leave a provision as it is, or allows it again.
    pub fn lock(self, provision: usize) {
        self.wanted(|session| session.lock(provision));
    }

    /// Undoes or redoes a step, if there is one.
    pub fn go(self, step: Step) {
        self.stepped(|session| match step {
            Step::Undo => session.undo(),
            Step::Redo => session.redo(),
        });
    }

    /// What the last step took along, or what became of the link. Tracked.
    pub fn note(self) -> String {
        self.note.get()
    }

    /// Shows and announces a line until the next step.
    pub fn tell(self, line: String) {
        self.note.set(line.clone());
        self.announce(&line);
    }

    /// Calls `follow` with the address after each step.
    pub fn on_change(self, follow: impl Fn(&str) + 'static) {
        self.followers.update_value(|followers| followers.push(Box::new(follow)));
    }

    /// The leading result as pages around the calculator are told of it. Tracked.
    pub fn leading(self) -> Shows {
        let cohort = self.cohort();
        self.with(|shown| Shows {
            figure: shown.evaluation.figure(0).map(|figure| figure.shown.to_decimal()),
            most: cohort.telling.most().map(Fraction::to_decimal),
            band: shown.evaluation.band(0).and_then(|band| cohort.telling.band(0, band)),
        })
    }

    /// What the cards of all others are ranked by.
    pub fn others(self) -> Vec<Fraction> {
        self.cohort.with_value(|cohort| cohort.others(self.card.get_untracked()))
    }

    fn change(self, change: impl FnOnce(&mut Session) -> Option<Switched>) {
        let Some(Some(switched)) = self.session.try_update_value(change) else { return };
        self.show(Entry::Same);
        let cohort = self.cohort();
        let said = |provisions: &ProvisionSet, say: fn(&Words, &dyn Filling) -> String| {
            let list = cohort.telling.words.list(&cohort.telling.labels(provisions));
            (!provisions.is_empty()).then(|| say(&cohort.telling.words, &list))
        };
        let along =
            [said(&switched.on, say::framework::also_on), said(&switched.off, say::framework::also_off)];
        let along: Vec<String> = along.into_iter().flatten().collect();
        if !along.is_empty() {
            let along = along.join(" ");
            self.note.set(along.clone());
            self.announce(&format!("{}. {along}", self.headline()));
        }
    }

    fn stepped(self, step: impl FnOnce(&mut Session) -> bool) {
        if self.session.try_update_value(step) == Some(true) {
            self.show(Entry::Same);
        }
    }

    /// A step that changes no figure, so that none is announced.
    fn wanted(self, step: impl FnOnce(&mut Session) -> bool) {
        if self.session.try_update_value(step) == Some(true) {
            self.refresh();
            self.write(Entry::Same);
        }
    }

    fn show_card(self, card: usize) {
        self.begin(card);
        self.update();
    }

    /// Begins with another card as it was published, with a history of its own. What is shown does not follow yet.
    fn begin(self, card: usize) {
        let Some(session) = self.cohort().session(card) else { return };
        self.published.set_value(evaluate(session.rules(), session.card()));
        self.session.set_value(session);
        self.card.set(card);
    }

    fn show(self, entry: Entry) {
        self.update();
        self.write(entry);
    }

    /// Writes the address, by which what of the one before was not read is gone.
    fn write(self, entry: Entry) {
        self.unread.set(Vec::new());
        self.address_bar.set(self.address(), entry);
    }

    fn update(self) {
        self.refresh();
        self.announce(&self.headline());
    }

    fn refresh(self) {
        let (cohort, card) = (self.cohort(), self.card.get_untracked());
        self.note.set(String::new());
        self.shown.set(self.session.with_value(|session| Shown::new(&cohort, card, session)));
        self.find_again();
        let address = self.address();
        self.followers.with_value(|followers| followers.iter().for_each(|follow| follow(&address)));
    }

    fn headline(self) -> String {
        let cohort = self.cohort();
        let first = self.shown.with_untracked(|shown| shown.evaluation.outcomes.first().cloned());
        first.map(|outcome| cohort.telling.result(0, &outcome)).unwrap_or_default()
    }
}
