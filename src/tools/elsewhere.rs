//! Saved scenarios of other report cards, as they were when they were saved: a table of their own, whose figures nobody
//! takes for ones that are computed here, and which has no order by figures.

use leptos::prelude::*;
use scoring::say;
use scoring::shelf::{Elsewhere, SavedElsewhere};
use web_sys::MouseEvent;

use super::scrolls::scrolls;
use crate::stage::Stage;
use crate::view::element::{Part, element, rows_of_table, text};

/// The table, with what its figures are not, and a sentence on those that have none.
pub fn elsewhere<S: Stage>(stage: S, Elsewhere { scenarios, unknown }: Elsewhere) -> Part {
    let words = stage.words();
    let mut parts = Vec::new();
    if !scenarios.is_empty() {
        let heads = [
            say::saved_result::scenario(&words),
            say::saved_result::framework(&words),
            say::saved_result::result(&words),
        ];
        let heads = heads.into_iter().map(|head| text("th", "", head)).collect();
        let rows = scenarios.into_iter().map(|scenario| row(stage, scenario)).collect();
        let title = say::saved_result::title(&words);
        parts.push(text("h4", "", title.clone()));
        parts.push(text("p", "result-line", say::saved_result::do_not_compare(&words)));
        parts
            .push(scrolls(title, element("table", "comparison elsewhere", vec![rows_of_table(heads, rows)])));
    }
    parts.extend(unknown.map(|unknown| text("p", "result-line", unknown)));
    element("div", "", parts)
}

fn row<S: Stage>(stage: S, scenario: SavedElsewhere) -> Part {
    let SavedElsewhere { name, address, framework, subject, result, date } = scenario;
    let link = format!("#{address}");
    // A calculator in somebody else's page does not live behind that page's own `#`.
    let open = move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            stage.open(&address);
        }
    };
    let name = view! { <a href=link on:click:capture=open>{name}</a> }.into_any();
    let cells = vec![
        element("th", "", vec![name]),
        element("td", "", vec![subject.into_any(), text("span", "result-line", framework)]),
        element("td", "", vec![result.into_any(), text("span", "result-line", date)]),
    ];
    element("tr", "", cells)
}
