//! A map of the world, coloured by the step of each country's result. Its shapes are a file of their own, which a page
//! loads when a visitor opens the map: they are as heavy as the page.

use scoring::say;

use super::Shown;
use scoring::escaped;

/// Says where what a map shows stands in words: the build makes a link of it in pages for frames.
pub fn in_words(text: &str) -> String {
    format!("<span class=\"in-words\">{}</span>", escaped(text))
}

impl Shown<'_> {
    /// Where the map comes to be, with its legend.
    pub(super) fn world(&self, shapes: &str) -> String {
        let words = &self.cohort.telling.words;
        format!(
            "<p>{} {}</p><p role=\"status\"></p><noscript><p>{}</p></noscript>{}{}",
            self.map_hint(),
            escaped(&say::overview::shapes(words)),
            escaped(&say::overview::map_needs_scripts(words)),
            self.world_place(shapes),
            self.legend()
        )
    }

    /// What is said of the colours of a map, and where the same stands in words. In frames, which show the map alone, that is
    /// elsewhere: the style sheet hides it there.
    pub(super) fn map_hint(&self) -> String {
        let words = &self.cohort.telling.words;
        format!(
            "{} {}",
            escaped(&say::overview::map_hint(words)),
            in_words(&say::overview::map_in_words(words))
        )
    }

    /// Where the map comes to be.
    pub(super) fn world_place(&self, shapes: &str) -> String {
        let failed = escaped(&say::overview::map_failed(&self.cohort.telling.words));
        format!("<div class=\"world\" data-shapes=\"{shapes}\" data-failed=\"{failed}\"></div>")
    }
}
