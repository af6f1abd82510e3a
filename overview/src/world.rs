//! A map of the world, coloured by the step of each country's result. Its shapes are a file of their own, which a page
//! loads when a visitor opens the map: they are as heavy as the page.

use scoring::say;

use super::Shown;
use scoring::escaped;

impl Shown<'_> {
    /// Where the map comes to be, with its legend.
    pub(super) fn world(&self, shapes: &str) -> String {
        let words = &self.cohort.telling.words;
        format!(
            "<p>{} {}</p><p role=\"status\"></p><noscript><p>{}</p></noscript>{}{}",
            escaped(&say::overview::map_hint(words)),
            escaped(&say::overview::shapes(words)),
            escaped(&say::overview::map_needs_scripts(words)),
            self.world_place(shapes),
            self.legend()
        )
    }

    /// Where the map comes to be.
    pub(super) fn world_place(&self, shapes: &str) -> String {
        let failed = escaped(&say::overview::map_failed(&self.cohort.telling.words));
        format!("<div class=\"world\" data-shapes=\"{shapes}\" data-failed=\"{failed}\"></div>")
    }
}
