//! The calculator as its tools see it.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::facts::Answer;
use scoring::session::Session;
use scoring::shelf::{AddressReader, Elsewhere, Saved, SavedLines};
use scoring::telling::{self, Scenario};
use scoring::{Bundle, Comparison, Document, Imprint, Memo, ProvisionSet, Words};

use super::Calculator;
use crate::browser::{self, Entry, Place, json};
use crate::stage::Stage;

impl Calculator {
    /// Has `tell` told of the scenario that is shown. Tracked.
    pub fn told<T: Default>(self, tell: impl FnOnce(&Scenario<'_>) -> T) -> T {
        let (cohort, card, address) = (self.cohort(), self.card(), self.address());
        self.with(|shown| cohort.told_of(card, &shown.answers, &address, tell)).unwrap_or_default()
    }
}

impl Stage for Calculator {
    fn here() -> Self {
        expect_context()
    }

    fn words(self) -> Arc<Words> {
        self.cohort().telling.words.clone()
    }

    fn place(self) -> Place {
        self.place
    }

    fn track(self) {
        self.with(|_| ());
    }

    fn address(self) -> String {
        self.session.with_value(Session::address)
    }

    fn open(self, address: &str) -> bool {
        self.open_address(address, Entry::New)
    }

    fn announce(self, line: &str) {
        self.announced.announce(line.to_owned());
    }

    fn imprint(self) -> Imprint {
        let cohort = self.cohort();
        browser::imprint(self.place, &self.address(), cohort.version.clone(), cohort.telling.words.id())
    }

    fn subject(self) -> String {
        untrack(|| self.cohort().subject(self.card()).to_owned())
    }

    fn result(self) -> String {
        untrack(|| self.told(|scenario| scenario.result()))
    }

    fn suggested_name(self) -> String {
        self.told(|scenario| scenario.suggested_name())
    }

    fn summary(self) -> Document {
        self.told(|scenario| telling::summary(scenario, &self.imprint()))
    }

    fn memo(self) -> Memo {
        let (cohort, card) = (self.cohort(), self.card());
        self.told(|scenario| telling::memo(&cohort, card, scenario, &self.imprint()))
    }

    fn sheet(self) -> Document {
        untrack(|| self.told(|scenario| telling::sheet(scenario, &self.imprint())))
    }

    fn picture(self) -> String {
        untrack(|| self.told(|scenario| telling::picture(scenario, &self.imprint())))
    }

    fn spreadsheet(self, semicolons: bool) -> String {
        let written = if semicolons { telling::spreadsheet_with_semicolons } else { telling::spreadsheet };
        untrack(|| self.told(|scenario| written(scenario, &self.imprint())))
    }

    fn report(self) -> String {
        untrack(|| self.told(|scenario| json::to_text(&telling::Report::new(scenario))))
    }

    fn reader(self) -> Arc<dyn AddressReader + Send + Sync> {
        self.cohort()
    }

    fn lines_of(self, saved: &Saved) -> SavedLines {
        self.cohort().lines_of(saved, &|date| self.day(date))
    }

    /// Scenarios of all subjects of the framework are compared; those of other frameworks are not.
    fn compared(self, saved: &[Saved]) -> Comparison {
        let cohort = self.cohort();
        self.told(|here| cohort.compared(here, saved, &|date| self.day(date)))
    }

    fn elsewhere(self, saved: &[Saved]) -> Elsewhere {
        self.cohort().elsewhere(saved, &|date| self.day(date))
    }

    fn label(self, provision: usize) -> String {
        self.cohort().telling.label(provision).to_owned()
    }

    fn not_held(self) -> Vec<usize> {
        let provisions = self.cohort().telling.rules.provisions().len();
        self.with(|shown| {
            let can_hold =
                |provision: &usize| matches!(shown.answers.answer(*provision), Answer::No | Answer::Unknown);
            (0..provisions).filter(can_hold).collect()
        })
    }

    fn bills(self) -> Vec<Bundle> {
        self.with(|shown| shown.aim.bundles.clone())
    }

    fn put_into_bill(self, name: &str, provision: usize) -> Option<String> {
        let mut kept = None;
        self.wanted(|session| {
            let before = session.aim().clone();
            kept = session.put_into_bundle(name, provision);
            *session.aim() != before
        });
        kept
    }

    fn take_out_of_bill(self, provision: usize) {
        self.wanted(|session| session.take_out_of_bundle(provision));
    }

    fn put_into_law(self, provisions: &ProvisionSet) -> usize {
        let held = || untrack(|| self.with(|shown| shown.answers.held().common(provisions)));
        let before = held();
        self.apply(provisions, &ProvisionSet::default());
        held().minus(&before).len()
    }
}
