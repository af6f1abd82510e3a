//! The calculator as a whole. The page around it (title, introduction, footer) is in `index.html`: it does
//! not change with the scenario, so it is there before the program is.

#[cfg(feature = "browser")]
use std::any::Any;

#[cfg(feature = "browser")]
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use scoring::say;
#[cfg(feature = "browser")]
use web_sys::HtmlElement;

use crate::Data;
#[cfg(feature = "browser")]
use crate::browser::Place;
use crate::calculator::Calculator;
use crate::view::{GradePanel, SectionView, StatusLine, Unread};

/// The calculator as the build writes it into the page: the card as it is, before any program runs.
#[cfg(feature = "prerender")]
pub fn prerendered(data: &Data) -> String {
    let context = hydration_context::SsrSharedContext::new();
    let owner = Owner::new_root(Some(std::sync::Arc::new(context)));
    owner.with(|| {
        let place = crate::browser::Place::nowhere();
        provide_context(Calculator::new(data.baseline.clone(), place));
        view! { <App/> }.to_html()
    })
}

/// A calculator that runs, until it is dropped: then everything of it is gone from the document.
#[cfg(feature = "browser")]
pub struct Running {
    calculator: Calculator,
    mounted: Option<Box<dyn Any>>,
    owner: Owner,
}

#[cfg(feature = "browser")]
impl Running {
    /// Puts a calculator into an element. `home` is the address of the calculator's own page, when the element
    /// is in somebody else's. What is in the element is taken over where it is what the build has written and
    /// nothing else (`prerendered`), and gives way otherwise.
    pub fn start(data: &Data, root: HtmlElement, home: Option<String>, prerendered: bool) -> Self {
        // The calculator outlives every view, so it has an owner of its own.
        let owner = Owner::new();
        let calculator = owner.with(|| {
            let place = Place::around(root.clone(), home);
            Calculator::new(data.baseline.clone(), place)
        });
        let app = move || {
            provide_context(calculator);
            view! { <App/> }
        };
        // Taking over leaves an owner in charge, from which all that starts later would inherit its end; around
        // it, the one before is put back.
        let mounted: Box<dyn Any> = owner.with(|| -> Box<dyn Any> {
            if prerendered {
                return Box::new(hydrate_from(root, app));
            }
            root.replace_children_with_node_0();
            Box::new(mount_to(root, app))
        });
        owner.with(|| calculator.listen());
        Self { calculator, mounted: Some(mounted), owner }
    }

    /// The state of it.
    pub fn calculator(&self) -> Calculator {
        self.calculator
    }
}

#[cfg(feature = "browser")]
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
    let words = calculator.words();
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
                {tool("tool-ways-up", say::app::ways_up(&words))}
                {tool("tool-saved", say::app::saved(&words))}
                {tool("tool-take-away", say::app::take_away(&words))}
                {sections}
            </div>
        </div>
        <div id="sheet"></div>
        <StatusLine/>
    }
}

/// A fold that the tools' program fills; see `boot.js`.
fn tool(place: &'static str, title: String) -> impl IntoView {
    view! { <details class="tool"><summary>{title}</summary><div id=place></div></details> }
}
