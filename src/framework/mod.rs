//! The page of any framework: each of its cards as a calculator, whatever shape the rules have. A program of its own
//! on [`scoring::rules`]; the page of ladders still has the older core and the other tools.

mod calculator;
mod data;
mod left_out;
mod panel;
mod parts;
mod question;
mod ruler;
mod shown;
mod told;
mod ways_up;

use std::any::Any;
use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use scoring::say;
use scoring::session::Aim;
use wasm_bindgen::JsError;
use web_sys::HtmlElement;

use crate::browser::Place;
use crate::search::Planner;
use crate::view::StatusLine;
use calculator::Calculator;

pub use data::Data;

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
    /// When the framework has no card.
    pub fn start(data: Arc<Data>, root: HtmlElement, planner: Planner) -> Result<Self, JsError> {
        let owner = Owner::new();
        let calculator = owner.with(|| Calculator::new(data, Place::around(root.clone(), None), planner));
        let calculator = calculator.ok_or_else(|| JsError::new("the framework has no card"))?;
        root.replace_children_with_node_0();
        let mounted = owner.with(|| {
            mount_to(root, move || {
                provide_context(calculator);
                app()
            })
        });
        owner.with(|| calculator.listen());
        Ok(Self { calculator, mounted: Some(Box::new(mounted)), owner })
    }

    /// The address of the scenario, without the `#`.
    pub fn address(&self) -> String {
        self.calculator.address()
    }

    /// Calls `follow` with the address after each step.
    pub fn on_change(&self, follow: impl Fn(&str) + 'static) {
        self.calculator.on_change(follow);
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
    let data = calculator.data();
    // Whoever opens a link with a target sees what it is about. What a visitor closes stays closed.
    let opens = Memo::new(move |opened: Option<&bool>| {
        opened.copied().unwrap_or(false) || calculator.with(|shown| shown.aim != Aim::default())
    });
    view! {
        {told::unread()}
        {told::subjects()}
        <div class="page">
            {panel::panel()}
            <div id="provisions" class="provisions" role="main">
                <details class="tool" open=move || opens.get()>
                    <summary>{say::framework::ways_up(&data.words)}</summary>
                    {ways_up::ways_up()}
                </details>
                {parts::sections(&data)}
            </div>
        </div>
        <StatusLine announced=calculator.announced()/>
    }
}
