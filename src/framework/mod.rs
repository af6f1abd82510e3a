//! The page of any framework: each of its cards as a calculator, whatever shape the rules have. A program of its own
//! on [`scoring::rules`]; the page of ladders still has the older core.

mod calculator;
mod data;
mod finder;
mod left_out;
mod lock;
mod panel;
mod parts;
mod plan_card;
mod question;
mod ruler;
mod shown;
mod told;
mod ways_up;
mod worth;

use std::any::Any;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use scoring::say;
use scoring::session::Aim;
use scoring::telling::{Cohort, Search};
use wasm_bindgen::JsError;
use web_sys::{Event, HtmlDetailsElement, HtmlElement};

use crate::browser::{Entry, Place};
use crate::search::Planner;
use crate::stage::Stage;
use crate::tools::{SavedScenarios, keep_sheet_ready, saved_scenarios, take_away};
use crate::view::StatusLine;
use crate::view::element::{Part, living, nothing};
use calculator::Calculator;

pub use calculator::Shows;

pub use data::{PUBLISHED, read};

/// A framework's page that runs, until it is dropped.
pub struct Running {
    calculator: Calculator,
    mounted: Option<Box<dyn Any>>,
    owner: Owner,
}

impl Running {
    /// Puts the calculator into an element, in place of what is there.
    ///
    /// # Errors
    /// When the framework has no card, or the page has no place for its sheet.
    pub fn start(cohort: Arc<Cohort>, root: HtmlElement, planner: Planner) -> Result<Self, JsError> {
        let owner = Owner::new();
        let calculator = owner.with(|| Calculator::new(cohort, Place::around(root.clone(), None), planner));
        let calculator = calculator.ok_or_else(|| JsError::new("the framework has no card"))?;
        root.replace_children_with_node_0();
        let mounted = owner.with(|| {
            mount_to(root, move || {
                provide_context(calculator);
                app()
            })
        });
        owner.with(|| {
            calculator.listen();
            keep_sheet_ready(calculator)
        })?;
        Ok(Self { calculator, mounted: Some(Box::new(mounted)), owner })
    }

    /// The address of the scenario, without the `#`.
    pub fn address(&self) -> String {
        self.calculator.address()
    }

    /// Opens an address of the framework, as a step that can be undone.
    pub fn open(&self, address: &str) {
        self.calculator.open_address(address, Entry::Same);
    }

    /// What is shown of the leading result.
    pub fn result(&self) -> Shows {
        untrack(|| self.calculator.leading())
    }

    /// Calls `follow` with the address after each step.
    pub fn on_change(&self, follow: impl Fn(&str) + 'static) {
        self.calculator.on_change(follow);
    }

    /// Calls `follow` after each search among the questions.
    pub fn on_search(&self, follow: impl Fn() + 'static) {
        self.calculator.on_search(follow);
    }

    /// Shows those of the questions that fit filters, named as in addresses, and words. A link to a place that they would
    /// hide comes before them.
    pub fn look_for(&self, filters: &str, words: &str) {
        self.calculator.look_for(Search::read(filters, words));
        self.calculator.reveal_place();
    }

    /// The filters that are chosen, as in addresses, and the words that are looked for.
    pub fn search(&self) -> (String, String) {
        let search = |search: &Search| (search.show(), search.words.trim().to_owned());
        untrack(|| self.calculator.found(|found| search(&found.search)))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // First the views, which read what the owner holds.
        self.mounted = None;
        self.owner.cleanup();
    }
}

fn app() -> impl IntoView {
    let calculator = Calculator::here();
    let cohort = calculator.cohort();
    let words = &cohort.telling.words;
    provide_context(SavedScenarios::new(calculator.reader()));
    // Whoever opens a link with a target sees what it is about. What a visitor closes stays closed.
    let opens = Memo::new(move |opened: Option<&bool>| {
        opened.copied().unwrap_or(false) || calculator.with(|shown| shown.aim != Aim::default())
    });
    let unfolded = RwSignal::new(false);
    view! {
        {told::unread()}
        {told::subjects()}
        <div class="page">
            {panel::panel()}
            <div id="provisions" class="provisions" role="main">
                <details class="tool" open=move || opens.get() on:toggle:capture=follow(unfolded)>
                    <summary>{say::framework::ways_up(words)}</summary>
                    {ways_up::ways_up(unfolded)}
                </details>
                {tool("tool-saved", say::app::saved(words), saved_scenarios::<Calculator>)}
                {tool("tool-take-away", say::app::take_away(words), take_away::<Calculator>)}
                {finder::finder()}
                {parts::sections(&cohort)}
            </div>
        </div>
        <div id="sheet"></div>
        <StatusLine announced=calculator.announced()/>
    }
}

/// A tool in a fold, made when a visitor opens it: what is folded away is not kept up to date.
fn tool(id: &'static str, title: String, tool: fn() -> Part) -> Part {
    let open = RwSignal::new(false);
    let content = living(move || if open.get() { tool() } else { nothing() });
    view! {
        <details class="tool" on:toggle:capture=follow(open)><summary>{title}</summary><div id=id>{content}</div></details>
    }
    .into_any()
}

/// Has a signal follow whether a fold is open.
fn follow(open: RwSignal<bool>) -> impl FnMut(Event) {
    move |event| open.set(event_target::<HtmlDetailsElement>(&event).open())
}
