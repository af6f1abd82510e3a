//! What a visitor looks for in the ranking, and the place where cards stand side by side.

use std::collections::BTreeSet;

use scoring::{escaped, say};

use super::Shown;

impl Shown<'_> {
    /// The fields by which the ranking is filtered. They have their place from the start, so that nothing moves when the
    /// script comes that fills and follows them; the style sheet shows them where scripts run.
    pub(super) fn filters(&self) -> String {
        let words = &self.cohort.telling.words;
        let (find, back) = (say::overview::find(words), say::overview::back(words));
        let groups: BTreeSet<_> = self.cohort.cards.iter().filter_map(|card| card.group.as_ref()).collect();
        let group = match groups.len() {
            0 | 1 => String::new(),
            _ => choice("group", &say::overview::group(words), &say::overview::any_group(words)),
        };
        let has = choice("has", &say::overview::has(words), &say::overview::any_provision(words));
        let all = self.overview.rows.len();
        format!(
            "<div class=\"filters\" role=\"search\" aria-labelledby=\"overview-heading\">\
             <label>{} <input type=\"search\" name=\"find\" autocomplete=\"off\"></label>{group}{has}\
             <button type=\"button\">{}</button><p class=\"shown\" role=\"status\">{}</p></div>",
            escaped(&find),
            escaped(&back),
            escaped(&say::overview::shown(words, &all, &all))
        )
    }

    /// The place for cards side by side, with what to do to see them there.
    pub(super) fn side_by_side(&self) -> String {
        let words = &self.cohort.telling.words;
        format!(
            "<div class=\"side-by-side\"><h3 tabindex=\"-1\">{}</h3><p role=\"status\">{}</p></div>",
            escaped(&say::overview::compared(words)),
            escaped(&say::overview::take_two(words))
        )
    }
}

/// A field to choose from, with what stands for all; the script adds the rest.
fn choice(name: &str, label: &str, any: &str) -> String {
    format!(
        "<label>{} <select name=\"{name}\" autocomplete=\"off\"><option value=\"\">{}</option></select></label>",
        escaped(label),
        escaped(any)
    )
}
