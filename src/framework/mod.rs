//! The page of any framework: each of its cards as a calculator, whatever shape the rules have. A program of its own
//! on [`scoring::rules`]; the page of ladders still has the older core.

mod calculator;
mod data;
mod finder;
mod lock;
mod locked;
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
use crate::plan_search::Planner;
use crate::stage::Stage;
use crate::tools::{SavedScenarios, keep_sheet_ready, saved_scenarios, take_away};
use crate::view::StatusLine;
use crate::view::element::{Part, living, nothing};
use calculator::Calculator;

pub use calculator::Shows;

pub use data::{PUBLISHED, Reading};

/// A framework's page that runs, until it is dropped. It is shown part by part, so that the browser can answer and paint in
/// between.
pub struct Running {
    calculator: Calculator,
    root: HtmlElement,
    mounted: Vec<Box<dyn Any>>,
    next: Next,
    owner: Owner,
}

/// What is shown next.
#[derive(Clone, Copy)]
enum Next {
    Panel,
    Tools,
    /// The part of the rules with this index; the number is that of its first question.
    Part(usize, usize),
    Nothing,
}

impl Running {
    /// Starts the calculator for an element, in place of what is there, with what the address asks for.
    ///
    /// # Errors
    /// When the framework has no card.
    pub fn start(cohort: Arc<Cohort>, root: HtmlElement, planner: Planner) -> Result<Self, JsError> {
        let owner = Owner::new();
        let calculator = owner.with(|| Calculator::new(cohort, Place::around(root.clone(), None), planner));
        let calculator = calculator.ok_or_else(|| JsError::new("the framework has no card"))?;
        root.replace_children_with_node_0();
        owner.with(|| calculator.listen());
        Ok(Self { calculator, root, mounted: Vec::new(), next: Next::Panel, owner })
    }

    /// Shows the next part, and says whether there is more to show.
    ///
    /// # Errors
    /// When the page has no place for it.
    pub fn go_on(&mut self) -> Result<bool, JsError> {
        let calculator = self.calculator;
        self.next = match self.next {
            Next::Panel => {
                self.mount(self.root.clone(), page);
                Next::Tools
            }
            Next::Tools => {
                self.mount(self.provisions()?, tools);
                Next::Part(0, 0)
            }
            Next::Part(index, first) => match calculator.cohort().telling.outline.get(index) {
                Some(part) => {
                    let make = move || parts::section(&calculator.cohort(), index, first);
                    self.mount(self.provisions()?, make);
                    Next::Part(index + 1, first + parts::questions_in(part))
                }
                None => {
                    self.owner.with(|| keep_sheet_ready(calculator))?;
                    calculator.shown();
                    Next::Nothing
                }
            },
            Next::Nothing => Next::Nothing,
        };
        Ok(!matches!(self.next, Next::Nothing))
    }

    fn mount(&mut self, within: HtmlElement, make: impl FnOnce() -> Part + 'static) {
        let calculator = self.calculator;
        let make = move || {
            provide_context(calculator);
            make()
        };
        self.mounted.push(self.owner.with(|| Box::new(mount_to(within, make))));
    }

    fn provisions(&self) -> Result<HtmlElement, JsError> {
        let missing = || JsError::new("the calculator has no place for its provisions");
        self.calculator.place().find("#provisions").ok_or_else(missing)
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
        while self.mounted.pop().is_some() {}
        self.owner.cleanup();
    }
}

/// What is told above the calculator, its panel, and the places of all else.
fn page() -> Part {
    let calculator = Calculator::here();
    view! {
        {told::unread()}
        {told::subjects()}
        <div class="page">
            {panel::panel()}
            <div id="provisions" class="provisions" role="main">{nothing()}</div>
        </div>
        <div id="sheet"></div>
        <StatusLine announced=calculator.announced()/>
    }
    .into_any()
}

/// The tools and the search, above the questions.
fn tools() -> Part {
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
        <details class="tool" open=move || opens.get() on:toggle:capture=follow(unfolded)>
            <summary>{say::framework::ways_up(words)}</summary>
            {ways_up::ways_up(unfolded)}
        </details>
        {tool("tool-saved", say::app::saved(words), saved_scenarios::<Calculator>)}
        {tool("tool-take-away", say::app::take_away(words), take_away::<Calculator>)}
        {finder::finder()}
    }
    .into_any()
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
    move |event| {
        // Folds inside it are heard here as well.
        if event.target() == event.current_target() {
            open.set(event_target::<HtmlDetailsElement>(&event).open());
        }
    }
}
