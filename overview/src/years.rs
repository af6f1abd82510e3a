//! The years before the cards: what of them stands in the page. The rest is in a file of its own
//! (`site/src/years_file.rs`), which the page loads with the script that shows it (`src/history.js`).

use scoring::data::{Language, PageTextProblem};
use scoring::exact::Fraction;
use scoring::rules::file::Subjects;
use scoring::say;
use scoring::telling::{Cohort, Overview};
use scoring::years::{Reformer, Years};

use super::Shown;
use super::spread::legend;
use scoring::escaped;

/// Those on a later place are not listed.
const LAST_PLACE: usize = 10;

/// The steps by which the map of all years is coloured, each with where it begins and what it is called.
pub fn steps(cohort: &Cohort, overview: &Overview, years: &Years) -> Vec<(Fraction, String)> {
    years.lowest().map(|lowest| overview.steps_down_to(&cohort.telling, lowest)).unwrap_or_default()
}

/// The years of a framework, and what its page loads to show them.
pub struct History<'a> {
    /// What held when.
    pub years: &'a Years,
    /// The language that says it.
    pub language: &'a Language,
    /// The address of the figures.
    pub file: String,
    /// The address of the script.
    pub script: &'a str,
    /// The address of the style sheet.
    pub style: &'a str,
    /// The address of all as a table.
    pub table: String,
}

impl Shown<'_> {
    /// The fold with the years: the biggest reformers over all of them, and the place for what the script shows.
    pub(super) fn history(&self, history: &History<'_>) -> Result<String, PageTextProblem> {
        let History { years, language, file, script, style, table } = history;
        let (first, last) = (years.all().start().to_string(), years.all().end().to_string());
        let said = |name: &str, fillings: &[(&str, &str)]| {
            Ok::<_, PageTextProblem>(escaped(&language.page_text("history", name, fillings)?))
        };
        let both = [("first", &*first), ("last", &*last)];
        let steps = steps(self.cohort, self.overview, years);
        let names = steps.iter().map(|(_, name)| &**name);
        let is_world = self.cohort.telling.file.subjects == Some(Subjects::Countries);
        let map = self.beside.world.filter(|_| is_world);
        let map = map.map(|shapes| format!("{}{}", self.world_place(shapes), legend(names)));
        Ok(format!(
            "<details class=\"tool years\" id=\"years\" data-file=\"{file}\" data-script=\"{script}\" data-style=\"{style}\" data-failed=\"{}\" data-places=\"{LAST_PLACE}\"><summary>{}</summary>\
             <p>{}</p><noscript><p>{}</p></noscript>{}<p role=\"status\" class=\"note\"></p>\
             <h3>{}</h3><div class=\"reformers\"><p>{}</p>{}</div><p><a href=\"{table}\" download>{}</a></p></details>",
            said("failed", &[])?,
            said("heading", &both)?,
            said("about", &[("last", &last)])?,
            said("no_scripts", &[])?,
            map.unwrap_or_default(),
            said("reformers", &[])?,
            escaped(&language.page_text("history_script", "between", &both)?),
            self.reformers(years, &said("gain", &[])?),
            said("download", &[])?,
        ))
    }

    /// Who gained most from the first year to the last.
    fn reformers(&self, years: &Years, gain: &str) -> String {
        let words = &self.cohort.telling.words;
        let (first, last) = (*years.all().start(), *years.all().end());
        let row = |reformer: &Reformer| {
            let Reformer { line, rank, before, after, gain } = reformer;
            let called = self.cohort.called.get(*line).map(|called| self.named(&called.subject));
            let (language, name) = called.unwrap_or_default();
            let number = |figure| escaped(&self.cohort.telling.number(figure));
            format!(
                "<tr><th scope=\"row\"><a href=\"{}\"{language}>{name}</a></th><td>{rank}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                self.address(*line),
                number(*before),
                number(*after),
                number(*gain)
            )
        };
        let reformers = years.reformers(first, last);
        let rows: String = reformers.iter().take_while(|one| one.rank <= LAST_PLACE).map(row).collect();
        let heads =
            [say::overview::subject(words), say::overview::rank(words), first.to_string(), last.to_string()];
        let heads: String =
            heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escaped(head))).collect();
        format!(
            "<table class=\"counts\"><thead><tr>{heads}<th scope=\"col\">{gain}</th></tr></thead><tbody>{rows}</tbody></table>"
        )
    }
}
