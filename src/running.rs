//! A calculator that runs in a document, from its start to its end.

use std::any::Any;

#[cfg(feature = "hydrate")]
use leptos::mount::hydrate_from;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::Data;
use crate::app::App;
use crate::browser::Place;
use crate::calculator::Calculator;

/// A calculator that runs, until it is dropped: then everything of it is gone from the document.
pub struct Running {
    calculator: Calculator,
    mounted: Option<Box<dyn Any>>,
    owner: Owner,
}

impl Running {
    /// Puts a calculator into an element. `home` is the address of the calculator's own page, when the element
    /// is in somebody else's. What is in the element is taken over where it is what the build has written and
    /// nothing else (`prerendered`), and gives way otherwise; it always gives way to a program that cannot hydrate.
    pub fn start(data: &Data, root: HtmlElement, home: Option<String>, prerendered: bool) -> Self {
        // The calculator outlives every view, so it has an owner of its own.
        let owner = Owner::new();
        let calculator = owner.with(|| {
            let place = Place::around(root.clone(), home);
            Calculator::new(data.baseline.clone(), place)
        });
        let mut running = Self { calculator, mounted: None, owner };
        running.show(root, prerendered);
        running.owner.with(|| calculator.listen());
        running
    }

    /// Makes everything that is to be seen anew, in the same root or in what has taken its place. The state and its
    /// steps are as they were.
    pub fn renew(&mut self, root: HtmlElement) {
        self.mounted = None;
        self.calculator.place().move_to(root.clone());
        self.show(root, false);
    }

    #[cfg_attr(not(feature = "hydrate"), expect(unused_variables, reason = "only hydrating asks for it"))]
    fn show(&mut self, root: HtmlElement, prerendered: bool) {
        let calculator = self.calculator;
        let app = move || {
            provide_context(calculator);
            view! { <App/> }
        };
        // Taking over leaves an owner in charge, from which all that starts later would inherit its end; around
        // it, the one before is put back.
        let mounted: Box<dyn Any> = self.owner.with(|| -> Box<dyn Any> {
            #[cfg(feature = "hydrate")]
            if prerendered {
                return Box::new(hydrate_from(root, app));
            }
            root.replace_children_with_node_0();
            Box::new(mount_to(root, app))
        });
        self.mounted = Some(mounted);
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
