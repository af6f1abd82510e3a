//! The sheet that goes on paper in place of the page.

use leptos::prelude::*;
use scoring::sheet;

use super::document;
use super::element::{element, living, nothing};
use crate::calculator::Calculator;

/// Made just before printing and gone afterwards; on the screen there is nothing to see.
#[component]
pub fn Sheet() -> impl IntoView {
    let calculator = Calculator::here();
    let printing = calculator.printing();
    living(move || {
        if !printing.get() {
            return nothing();
        }
        let made =
            calculator.with_evaluation(|tree| sheet(&calculator.baseline(), tree, &calculator.imprint()));
        element("section", "sheet", vec![document::elements(made)])
    })
}
