//! The sheet that goes on paper in place of the page.

use leptos::prelude::*;

use super::workbench::Workbench;
use crate::browser;
use crate::view::document;
use crate::view::element::{Part, element, living, nothing};

/// Made just before printing and gone afterwards; on the screen there is nothing to see.
pub fn sheet() -> Part {
    let workbench = Workbench::here();
    let printing = workbench.printing();
    browser::on_print(workbench.place(), move |prints| printing.set(prints));
    living(move || {
        if !printing.get() {
            return nothing();
        }
        let made = workbench
            .with_evaluation(|tree| scoring::sheet(&workbench.baseline(), tree, &workbench.imprint()));
        element("section", "sheet", vec![document::elements(made)])
    })
}
