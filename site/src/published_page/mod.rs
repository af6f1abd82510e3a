//! The page of what a publisher has printed for other subjects than those that can be calculated here: letters and totals,
//! each with its source, by year, as a table and as a map. It is to be read, and has no program.

mod constraints;
mod corrections;
mod partly_read;
mod partly_read_tables;

use std::collections::BTreeMap;
use std::path::Path;

use overview::{MapTile, map_of_states};
use scoring::data::Language;
use scoring::rules::file::Subjects;

use crate::assets::{PAGE, PRINTED_PAGE};
use crate::data::{Constraint, PartlyRead, PrintedResult, Translation, constraints, printed};
use crate::failure::Failure;
use crate::framework_page::Spoken;
use crate::html::escaped;
use crate::page;
use crate::reading_page::{self, ReadingPage};

/// The framework whose results these are, and that which has followed it.
const FRAMEWORKS: [&str; 2] = ["pic-2019", "pic-2021"];

/// The letters with the steps of the map's colours, from the best on.
const STEPS: [(&str, usize); 5] = [("A", 0), ("B", 2), ("C", 4), ("D", 6), ("F", 7)];

/// Writes the page in each language. `styles` are the names of the style sheets: the calculator's, that of frameworks'
/// pages, which has the map, and that of pages to be read. `frameworks` know what states are called.
///
/// # Errors
/// When a file cannot be read or written, or a text is missing.
pub fn write(
    staging: &Path,
    translations: &[Translation],
    frameworks: &[Vec<Spoken>],
    styles: &[String],
) -> Result<(), Failure> {
    let [own, later] = FRAMEWORKS.map(printed);
    let (own, later) = (own?, later?);
    let constraints = constraints(FRAMEWORKS[0])?;
    let partly_read = PartlyRead::of_site(FRAMEWORKS[0])?;
    let languages: Vec<&Language> = translations.iter().map(|one| &one.language).collect();
    for (translation, spoken) in translations.iter().zip(frameworks) {
        let page = PrintedPage { translation, spoken, names: names(spoken, &translation.language)? };
        let main = reading_page::main_of(
            "published.html",
            page.places([&own, &later], &constraints, partly_read.as_ref())?,
        )?;
        page.shell(&languages, styles, &own, main)?.write(staging)?;
    }
    Ok(())
}

/// A link to the page from beside it.
///
/// # Errors
/// When the language has no text for it.
pub fn link(language: &Language) -> Result<String, Failure> {
    page::link_to(&PRINTED_PAGE, TEXTS, language)
}

/// The group of its texts.
const TEXTS: &str = "printed";

/// What states are called, by their codes.
fn names(spoken: &[Spoken], language: &Language) -> Result<BTreeMap<String, String>, Failure> {
    let of_states = spoken.iter().filter(|one| one.framework.subjects == Some(Subjects::UsStates));
    let mut names: BTreeMap<String, String> = of_states
        .flat_map(|one| one.cohort.cards.iter().zip(&one.cohort.called))
        .map(|(card, called)| (card.subject.clone(), called.subject.text.clone()))
        .collect();
    names.insert("dc".to_owned(), language.page_text(TEXTS, "district", &[])?);
    Ok(names)
}

struct PrintedPage<'a> {
    translation: &'a Translation,
    spoken: &'a [Spoken],
    names: BTreeMap<String, String>,
}

impl PrintedPage<'_> {
    fn said(&self, name: &str, fillings: &[(&str, &str)]) -> Result<String, Failure> {
        Ok(self.translation.language.page_text(TEXTS, name, fillings)?)
    }

    fn shell<'a>(
        &'a self,
        languages: &'a [&'a Language],
        styles: &[String],
        own: &[PrintedResult],
        main: String,
    ) -> Result<ReadingPage<'a>, Failure> {
        let Translation { language, baseline } = self.translation;
        let framework = escaped(&baseline.framework().title);
        let publisher = escaped(&baseline.framework().publisher);
        let scores = own.iter().filter(|one| one.points.is_some()).count();
        let (scores, letters) = (scores.to_string(), (own.len() - scores).to_string());
        let counts = [("scores", scores.as_str()), ("letters", &letters), ("publisher", &publisher)];
        let jurisdiction = escaped(&baseline.card().jurisdiction);
        let link = format!("<a href=\"{}\">{jurisdiction}</a>", page::asked(&PAGE.name(language), language));
        let others = format!("<a href=\"#partly\">{}</a>", self.said("others", &[])?);
        Ok(ReadingPage {
            stem: PRINTED_PAGE.0.to_owned(),
            group: TEXTS,
            languages: (language, languages),
            styles: styles.to_vec(),
            title: self.said("title", &[("framework", &framework)])?,
            description: self.said("description", &[("framework", &framework), ("publisher", &publisher)])?,
            lead: self.said("lead", &counts)?,
            introduction: format!(
                "<p>{}</p>",
                self.said("only_one", &[("link", &link), ("others", &others)])?
            ),
            main,
        })
    }

    fn places(
        &self,
        [own, later]: [&[PrintedResult]; 2],
        constraints: &[Constraint],
        partly_read: Option<&PartlyRead>,
    ) -> Result<Vec<(&'static str, String)>, Failure> {
        let partly_read = partly_read.map(|read| self.partly_read(read, constraints)).transpose()?;
        Ok(vec![
            ("all heading", self.said("all_heading", &[])?),
            ("all about", self.said("all_about", &[])?),
            ("matrix", self.said("matrix", &[])?),
            ("all", self.matrix(own)?),
            ("years heading", self.said("years_heading", &[])?),
            ("years", self.years(own)?),
            ("partly heading", self.said("partly_heading", &[])?),
            ("partly about", self.said("partly_about", &[])?),
            ("partly", partly_read.unwrap_or_default()),
            ("constraints heading", self.said("constraints_heading", &[])?),
            ("constraints about", self.said("constraints_about", &[])?),
            ("constraints", self.constraints(constraints)?),
            ("edition heading", self.said("edition_heading", &[])?),
            ("edition about", self.said("edition_about", &[])?),
            ("edition", self.corrections()?),
            ("edition open", self.said("edition_open", &[])?),
            ("later heading", self.said("later_heading", &[])?),
            ("later about", self.said("later_about", &[])?),
            ("later", self.table(&later.iter().collect::<Vec<_>>(), true)?),
        ])
    }

    fn name<'a>(&'a self, code: &'a str) -> &'a str {
        self.names.get(code).map_or(code, String::as_str)
    }

    /// A figure as the language writes it.
    fn points(&self, result: &PrintedResult) -> Option<String> {
        let points = result.points?;
        let spoken = self.spoken.first();
        Some(spoken.map_or_else(|| points.to_string(), |spoken| spoken.cohort.telling.number(points)))
    }

    /// States down, years across: the letter, and the points where they are known.
    fn matrix(&self, results: &[PrintedResult]) -> Result<String, Failure> {
        let mut years: Vec<u16> = results.iter().filter_map(|one| one.year).collect();
        years.sort_unstable();
        years.dedup();
        let mut states: Vec<&str> =
            results.iter().filter(|one| one.year.is_some()).map(|one| one.subject.as_str()).collect();
        states.sort_by_key(|code| self.name(code));
        states.dedup();
        let heads: String = years.iter().map(|year| format!("<th scope=\"col\">{year}</th>")).collect();
        let mut html = format!(
            "<thead><tr><th scope=\"col\">{}</th>{heads}</tr></thead><tbody>",
            self.said("state", &[])?
        );
        for state in states {
            html += &format!("<tr><th scope=\"row\">{}</th>", escaped(self.name(state)));
            for year in &years {
                let found = results.iter().find(|one| one.subject == state && one.year == Some(*year));
                let cell = found.map(|one| match self.points(one) {
                    Some(points) => format!("<b>{}</b> {points}", escaped(&one.grade)),
                    None => format!("<b>{}</b>", escaped(&one.grade)),
                });
                html += &format!("<td>{}</td>", cell.unwrap_or_default());
            }
            html += "</tr>\n";
        }
        Ok(html + "</tbody>")
    }

    /// A fold for each year, the latest first, with its map and its table; those without a year come last.
    fn years(&self, results: &[PrintedResult]) -> Result<String, Failure> {
        let mut years: Vec<Option<u16>> = results.iter().map(|one| one.year).collect();
        years.sort_unstable();
        years.dedup();
        let mut html = String::new();
        for year in years.into_iter().rev() {
            let own: Vec<&PrintedResult> = results.iter().filter(|one| one.year == year).collect();
            let count = own.len().to_string();
            let name = match year {
                Some(year) => self.said("year", &[("year", &year.to_string()), ("count", &count)])?,
                None => self.said("no_year", &[("count", &count)])?,
            };
            let map = if year.is_some() { self.map(&own) } else { String::new() };
            html += &format!(
                "<details class=\"tool\"><summary>{name}</summary>{map}{}</details>\n",
                self.table(&own, year.is_none())?
            );
        }
        Ok(html)
    }

    fn map(&self, results: &[&PrintedResult]) -> String {
        map_of_states(|code| {
            let result = results.iter().find(|one| one.subject == code)?;
            let step = STEPS.iter().find(|(grade, _)| *grade == result.grade)?.1;
            Some(MapTile {
                step: Some(step),
                title: format!("{}: {}", self.name(code), result.grade),
                line: result.grade.clone(),
                link: None,
            })
        })
    }

    /// Each result with its source.
    fn table(&self, results: &[&PrintedResult], has_years: bool) -> Result<String, Failure> {
        let mut results = results.to_vec();
        results.sort_by_key(|one| (self.name(&one.subject).to_owned(), one.year));
        let mut heads = vec![self.said("state", &[])?];
        if has_years {
            heads.push(self.said("year_of", &[])?);
        }
        for name in ["grade", "points", "source"] {
            heads.push(self.said(name, &[])?);
        }
        let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
        let mut rows = String::new();
        for result in results {
            let mut notes = Vec::new();
            for note in &result.notes {
                notes.push(self.said(&format!("note_{note}"), &[])?);
            }
            let source = match result.source.as_str() {
                "" => String::new(),
                source => format!("<span lang=\"en\">{}</span>", escaped(source)),
            };
            let year = result.year.map(|year| year.to_string()).unwrap_or_default();
            let year = if has_years { format!("<td>{year}</td>") } else { String::new() };
            rows += &format!(
                "<tr><th scope=\"row\">{}</th>{year}<td>{}</td><td>{}</td><td class=\"source\">{source} {}</td></tr>\n",
                escaped(self.name(&result.subject)),
                escaped(&result.grade),
                self.points(result).unwrap_or_default(),
                notes.join(" "),
            );
        }
        Ok(format!("<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"))
    }
}
