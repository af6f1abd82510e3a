//! The calculator as a whole. The page around it (title, introduction, footer) is in `index.html`: it does
//! not change with the scenario, so it is there before the program is.

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::Data;
use crate::browser::Place;
use crate::calculator::Calculator;
use crate::view::{GradePanel, SectionView, Sheet, StatusLine, Unread};

/// A calculator that runs, until it is dropped: then everything of it is gone from the document.
pub struct Running {
    calculator: Calculator,
    mounted: Option<Box<dyn Any>>,
    owner: Owner,
}

impl Running {
    /// Puts a calculator into an element, in place of what is there. `home` is the address of the calculator's own page, when
    /// the element is in somebody else's.
    pub fn start(data: &Data, root: HtmlElement, home: Option<String>) -> Self {
        root.replace_children_with_node_0();
        // The calculator outlives every view, so it has an owner of its own.
        let owner = Owner::new();
        let calculator = owner.with(|| {
            let place = Place::around(root.clone(), home);
            Calculator::new(data.baseline.clone(), data.version.clone(), place)
        });
        let mounted = mount_to(root, move || {
            provide_context(calculator);
            view! { <App/> }
        });
        owner.with(|| calculator.listen());
        Self { calculator, mounted: Some(Box::new(mounted)), owner }
    }

    /// The state of it.
    pub fn calculator(&self) -> Calculator {
        self.calculator
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // First the views, which read what the owner holds.
        self.mounted = None;
        self.owner.cleanup();
    }
}

#[component]
fn App() -> impl IntoView {
    let calculator = Calculator::here();
    let mut scores = calculator.scores().into_iter();
    let sections: Vec<_> = calculator
        .baseline()
        .sections()
        .iter()
        .enumerate()
        .map(|(place, section)| {
            let scores = scores.by_ref().take(section.components.len()).collect();
            view! { <SectionView place section=section.clone() scores/> }
        })
        .collect();
    view! {
        <Unread/>
        <div class="page">
            <GradePanel/>
            <div id="provisions" class="provisions" part="provisions" role="main" tabindex="-1">
                {tool("tool-ways-up", "Ways to a better grade")}
                {tool("tool-saved", "Save and compare scenarios")}
                {tool("tool-take-away", "Share, print and download")}
                {sections}
            </div>
        </div>
        <Sheet/>
        <StatusLine/>
    }
}

/// A fold that the tools' program fills when it is first opened; see `boot.js`.
fn tool(place: &'static str, title: &'static str) -> impl IntoView {
    view! { <details class="tool"><summary>{title}</summary><div id=place></div></details> }
}
