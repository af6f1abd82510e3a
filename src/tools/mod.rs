//! The tools around the calculator: a program of its own, so that a first visit does not load it.

mod bills;
mod comparison;
mod elsewhere;
mod known_bills;
mod memo;
mod plan_card;
mod saved;
mod saved_list;
mod scrolls;
mod sheet;
mod take_away;
mod told;
mod unread;
mod ways;
mod ways_up;
mod workbench;
mod worth;

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsError;
use web_sys::HtmlElement;

use crate::browser::{self, Place};
use crate::stage::Stage;
use crate::view::element::{Part, living, nothing};
use crate::{Data, Planner};
use unread::Unread;
use workbench::Workbench;

pub(crate) use bills::bills;
pub(crate) use comparison::Compared;
pub(crate) use saved::SavedScenarios;
pub(crate) use saved_list::saved_scenarios;
pub(crate) use scrolls::scrolls;
pub(crate) use sheet::keep_ready as keep_sheet_ready;
pub(crate) use take_away::take_away;
pub(crate) use told::Told;
pub use workbench::Page;

/// The name of a tool's place on the page, and what stands there.
type Tool = (&'static str, fn() -> Part);

const TOOLS: [Tool; 3] = [
    ("tool-ways-up", ways_up::ways_up),
    ("tool-saved", saved_scenarios::<Workbench>),
    ("tool-take-away", take_away::<Workbench>),
];

/// The tools of one calculator, until they are dropped: then they are gone from the document.
pub struct Running {
    mounted: Vec<Box<dyn Any>>,
    unread: Unread,
    owner: Owner,
}

impl Running {
    /// Puts the tools into their places around a calculator that runs in `root`. `home` is the address of the
    /// calculator's own page, when that is in somebody else's.
    ///
    /// # Errors
    /// When a place is missing.
    pub fn start(
        data: &Data,
        root: HtmlElement,
        home: Option<String>,
        page: Page,
        planner: Planner,
    ) -> Result<Self, JsError> {
        // What the tools share outlives each of them.
        let owner = Owner::new();
        let (place, workbench, saved, unread) = owner.with(|| {
            let place = Place::around(root, home);
            let workbench = Workbench::new(data, place, page, planner);
            (place, workbench, SavedScenarios::new(workbench.reader()), Unread::new(workbench))
        });
        let mut running = Self { mounted: Vec::new(), unread, owner };
        running.mount(place.emptied("unread")?, move || unread.notice());
        for (name, tool) in TOOLS {
            let root = place.emptied(name)?;
            let fold = root.clone();
            running.mount(root, move || {
                provide_context(workbench);
                provide_context(saved);
                // What is folded away is not kept up to date.
                let open = RwSignal::new(browser::fold_is_open(&fold));
                browser::on_fold(&fold, move |opens| open.set(opens));
                living(move || if open.get() { tool() } else { nothing() })
            });
        }
        // Last: what follows the scenario needs what the first mount sets up.
        running.owner.with(|| keep_sheet_ready(workbench))?;
        Ok(running)
    }

    /// Opens an address that the page's program could not read, and tells what of it cannot be read here either.
    /// Without `new_entry` it is the browser's own, which stays as it is as long as something cannot be read.
    pub fn read(&self, address: &str, new_entry: Option<bool>) {
        self.unread.read(address, new_entry);
    }

    /// Takes away what was told of an address.
    pub fn forget(&self) {
        self.unread.forget();
    }

    fn mount(&mut self, root: HtmlElement, make: impl FnOnce() -> Part + 'static) {
        self.mounted.push(Box::new(mount_to(root, make)));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // First the views, which read what the owner holds.
        self.mounted.clear();
        self.owner.cleanup();
    }
}
