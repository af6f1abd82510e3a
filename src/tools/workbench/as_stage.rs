//! The workbench as the tools see it that do not care for the shape of the rules.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::shelf::{AddressReader, Elsewhere, Saved, SavedLines, suggested_name};
use scoring::{
    AddressProblem, Bundle, Comparison, Document, Imprint, Memo, ProvisionSet, Report, Words, parse_address,
    picture, spreadsheet, spreadsheet_with_semicolons, summary,
};

use super::{Page, Workbench};
use crate::browser::{self, Place, json};
use crate::stage::Stage;

impl Stage for Workbench {
    fn here() -> Self {
        expect_context()
    }

    fn words(self) -> Arc<Words> {
        self.baseline().words().clone()
    }

    fn place(self) -> Place {
        self.place
    }

    fn track(self) {
        self.evaluation.track();
        self.aim.track();
    }

    fn address(self) -> String {
        self.page.with_value(Page::address)
    }

    fn open(self, address: &str) -> bool {
        let (_, problems) = parse_address(&self.baseline(), address);
        let is_elsewhere = problems.iter().any(AddressProblem::is_of_another_framework);
        match self.place.is_whole_page() && is_elsewhere {
            true => browser::go_to_address(address),
            false => self.page.with_value(|page| page.open(address, true)),
        }
        !is_elsewhere
    }

    fn announce(self, line: &str) {
        self.page.with_value(|page| page.announce(line));
    }

    fn imprint(self) -> Imprint {
        browser::imprint(self.place, &self.address(), self.version.get_value(), self.words().id())
    }

    fn subject(self) -> String {
        self.baseline().card().jurisdiction.clone()
    }

    fn result(self) -> String {
        self.headline().in_words(&self.words())
    }

    fn suggested_name(self) -> String {
        self.with_evaluation(|tree| suggested_name(&self.baseline(), tree))
    }

    fn summary(self) -> Document {
        self.with_evaluation(|tree| summary(&self.baseline(), tree, &self.imprint()))
    }

    fn memo(self) -> Memo {
        self.with_evaluation(|tree| scoring::memo(&self.baseline(), tree, &self.imprint()))
    }

    fn sheet(self) -> Document {
        self.with_evaluation_untracked(|tree| scoring::sheet(&self.baseline(), tree, &self.imprint()))
    }

    fn picture(self) -> String {
        self.with_evaluation_untracked(|tree| picture(&self.baseline(), tree, &self.imprint()))
    }

    fn spreadsheet(self, semicolons: bool) -> String {
        let written = if semicolons { spreadsheet_with_semicolons } else { spreadsheet };
        self.with_evaluation_untracked(|tree| written(&self.baseline(), tree, &self.imprint()))
    }

    fn report(self) -> String {
        self.with_evaluation_untracked(|tree| json::to_text(&Report::new(&self.baseline(), tree)))
    }

    fn reader(self) -> Arc<dyn AddressReader + Send + Sync> {
        self.baseline()
    }

    fn lines_of(self, saved: &Saved) -> SavedLines {
        SavedLines::on_card(&self.baseline(), saved, &|date| self.day(date))
    }

    fn compared(self, saved: &[Saved]) -> Comparison {
        let here = self.with_evaluation(|tree| tree.scenario.clone());
        Comparison::with_saved(&self.baseline(), here, saved, &|date| self.day(date))
    }

    fn elsewhere(self, saved: &[Saved]) -> Elsewhere {
        Elsewhere::on_card(&self.baseline(), saved, &|date| self.day(date))
    }

    fn label(self, provision: usize) -> String {
        let baseline = self.baseline();
        baseline.provisions().get(provision).map(|provision| provision.label.clone()).unwrap_or_default()
    }

    fn not_held(self) -> Vec<usize> {
        let baseline = self.baseline();
        self.with_evaluation(|tree| {
            let off = baseline.provisions().iter().filter(|provision| !tree.scenario.holds(provision));
            off.map(|provision| provision.index).collect()
        })
    }

    fn bills(self) -> Vec<Bundle> {
        self.with_aim(|aim| aim.bundles.clone())
    }

    fn put_into_bill(self, name: &str, provision: usize) -> Option<String> {
        let (baseline, mut kept) = (self.baseline(), None);
        if let Some(provision) = baseline.provisions().get(provision) {
            self.change_aim(|aim| kept = aim.put_into_bundle(name, provision));
        }
        kept
    }

    fn take_out_of_bill(self, provision: usize) {
        if let Some(provision) = self.baseline().provisions().get(provision) {
            self.change_aim(|aim| aim.take_out_of_bundle(provision));
        }
    }

    fn put_into_law(self, provisions: &ProvisionSet) -> usize {
        let (baseline, scenario) = (self.baseline(), self.scenario());
        let all: Vec<_> =
            provisions.iter().filter_map(|provision| baseline.provisions().get(provision)).collect();
        let new = all.iter().filter(|provision| !scenario.holds(provision)).count();
        self.open_scenario(scenario.adding(all));
        new
    }
}
