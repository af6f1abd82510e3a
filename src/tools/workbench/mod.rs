//! What the tools work on: the scenario that the page shows.

mod as_stage;

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{
    AddressProblem, Aim, Baseline, Evaluation, Headline, Provision, Scenario, Situation, evaluate,
    format_address, parse_address,
};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;

use crate::Data;
use crate::browser::Place;
use crate::plan_search::Planner;
use crate::stage::Stage;

#[wasm_bindgen]
extern "C" {
    /// The running calculator, as the page's program exports it; see `main.rs`.
    pub type Page;

    #[wasm_bindgen(method)]
    fn address(this: &Page) -> String;

    #[wasm_bindgen(method)]
    fn open(this: &Page, address: &str, new_entry: bool);

    #[wasm_bindgen(method)]
    fn show(this: &Page, address: &str);

    #[wasm_bindgen(method)]
    fn announce(this: &Page, line: &str);

    #[wasm_bindgen(method, js_name = onChange)]
    fn on_change(this: &Page, follow: &JsValue);
}

/// The page's scenario, evaluated here once more: the two programs share no memory, only the address.
#[derive(Clone, Copy)]
pub struct Workbench {
    place: Place,
    baseline: StoredValue<Arc<Baseline>>,
    page: StoredValue<Page, LocalStorage>,
    planner: StoredValue<Planner, LocalStorage>,
    evaluation: RwSignal<Evaluation>,
    aim: RwSignal<Aim>,
    version: StoredValue<String>,
}

impl Workbench {
    /// A workbench that follows the page. Call it within the root's owner.
    pub fn new(data: &Data, place: Place, page: Page, planner: Planner) -> Self {
        let (baseline, version) = (data.baseline.clone(), data.version.clone());
        let workbench = Self {
            place,
            evaluation: RwSignal::new(evaluate(&baseline, &Scenario::default())),
            aim: RwSignal::default(),
            baseline: StoredValue::new(baseline),
            page: StoredValue::new_local(page),
            planner: StoredValue::new_local(planner),
            version: StoredValue::new(version),
        };
        let follow = Closure::<dyn FnMut(String)>::new(move |address: String| workbench.follow(&address));
        workbench.page.with_value(|page| page.on_change(follow.as_ref()));
        // It ends with the owner.
        StoredValue::new_local(follow);
        workbench
    }

    fn follow(self, address: &str) {
        let (Situation { scenario, aim }, _) = parse_address(&self.baseline(), address);
        if self.evaluation.with_untracked(|tree| tree.scenario != scenario) {
            self.evaluation.set(evaluate(&self.baseline(), &scenario));
        }
        if self.aim.with_untracked(|known| *known != aim) {
            self.aim.set(aim);
        }
    }

    /// What finds plans.
    pub fn planner(self) -> Planner {
        self.planner.get_value()
    }

    /// The framework and card.
    pub fn baseline(self) -> Arc<Baseline> {
        self.baseline.get_value()
    }

    /// Reads the evaluated tree. Tracked.
    pub fn with_evaluation<T>(self, read: impl FnOnce(&Evaluation) -> T) -> T {
        self.evaluation.with(read)
    }

    /// Reads the evaluated tree. Not tracked.
    pub fn with_evaluation_untracked<T>(self, read: impl FnOnce(&Evaluation) -> T) -> T {
        self.evaluation.with_untracked(read)
    }

    /// The result in one line. Not tracked.
    pub fn headline(self) -> Headline {
        self.evaluation.with_untracked(|tree| Headline::new(&self.baseline(), tree))
    }

    /// Opens what an address says that is not canonical, and gives what in it could not be read. Without `new_entry`
    /// the address is the browser's, which stays as it is when there is such a thing.
    pub fn read(self, address: &str, new_entry: Option<bool>) -> Vec<AddressProblem> {
        let (situation, problems) = parse_address(&self.baseline(), address);
        let address = format_address(&self.baseline(), &situation);
        let new_entry = new_entry.or(problems.is_empty().then_some(false));
        self.page.with_value(|page| match new_entry {
            Some(new_entry) => page.open(&address, new_entry),
            None => page.show(&address),
        });
        problems
    }

    /// Reads what the visitor is after. Tracked.
    pub fn with_aim<T>(self, read: impl FnOnce(&Aim) -> T) -> T {
        self.aim.with(read)
    }

    /// The page's scenario. Not tracked.
    pub fn scenario(self) -> Scenario {
        self.evaluation.with_untracked(|tree| tree.scenario.clone())
    }

    /// Opens a scenario on the page, with the aim as it is.
    pub fn open_scenario(self, scenario: Scenario) {
        self.open(&self.address_of(scenario));
    }

    /// The address of a scenario with the aim as it is. Not tracked.
    pub fn address_of(self, scenario: Scenario) -> String {
        format_address(&self.baseline(), &Situation { scenario, aim: self.aim.get_untracked() })
    }

    /// Changes what the visitor is after, which can be undone on the page.
    pub fn change_aim(self, change: impl FnOnce(&mut Aim)) {
        let mut situation = Situation { scenario: self.scenario(), aim: self.aim.get_untracked() };
        change(&mut situation.aim);
        let address = format_address(&self.baseline(), &situation);
        self.page.with_value(|page| page.open(&address, false));
    }

    /// Leaves a provision out of plans, or no longer.
    pub fn lock(self, provision: &Provision) {
        self.change_aim(|aim| aim.locked.toggle(provision.index));
    }
}
