//! The sheet of words: a row a text, a column a language.

use std::collections::BTreeMap;

use scoring::diagnose::{At, Code};
use scoring::rules::file::FrameworkWords;

use super::choices::Choice;
use crate::cell_reader::{Reading, Stage};
use crate::grid::Grid;
use crate::kind::{ID, Kind, WHAT};
use crate::places::Places;
use crate::tidy::key;

/// What a text is of.
pub(crate) const OF: &[Choice] = &[
    ("title", &["titulo"]),
    ("about", &["acercade"]),
    ("licence", &["license", "licencia"]),
    ("our own", &["ours", "lopropio"]),
    ("section", &["seccion"]),
    ("short section", &["short", "seccioncorta", "corto"]),
    ("component", &["part", "componente", "parte"]),
    ("provision", &["disposicion"]),
    ("because", &["porque"]),
    ("may not apply", &["puedenocorresponder"]),
    ("result", &["tally", "resultado"]),
    ("grade", &["band", "letter", "calificacion"]),
    ("group", &["grupo"]),
    ("subject", &["sujeto"]),
];

/// The tag that a heading cannot be.
const INDONESIAN: &str = "id";

/// Languages that a heading may name in other ways than by their tag.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("es", &["spanish", "espanol"]),
    ("fr", &["french", "frances", "francais"]),
    // Its tag is what the column of ids is called.
    (INDONESIAN, &["indonesian", "indonesio", "bahasaindonesia"]),
    ("pt", &["portuguese", "portugues"]),
];

/// The words of one language, and where each stands.
#[derive(Default)]
pub(crate) struct Said {
    pub words: FrameworkWords,
    pub places: Places,
}

/// Reads the words of each language, by its tag.
pub(crate) fn read(grid: &Grid<'_>, reading: &mut Reading) -> BTreeMap<String, Said> {
    let mut all: BTreeMap<String, Said> = BTreeMap::new();
    let mut languages = Vec::new();
    for (column, heading) in &grid.others {
        let at = grid.at(grid.head, *column);
        match tag(heading) {
            Some(tag) => {
                let said = all.entry(tag.clone()).or_default();
                // What is missing altogether is told at the heading.
                said.places.put("", at);
                languages.push((*column, tag));
            }
            None => {
                let known =
                    Kind::Words.headings().iter().map(|one| one.english).collect::<Vec<_>>().join(", ");
                reading.find(
                    Stage::Heading,
                    Code::UnknownHeading,
                    at,
                    &[heading, &format!("{known}, es, fr…")],
                );
            }
        }
    }
    for row in grid.rows {
        let Some(of) = reading.needed_text(grid, row, &WHAT) else { continue };
        let at = grid.at_heading(row.number, &WHAT);
        let Some(of) = reading.as_choice(&of, at, OF) else { continue };
        let id = reading.text(grid, row, &ID).unwrap_or_default();
        for (column, tag) in &languages {
            let Some(text) = reading.text_in(grid, row, *column) else { continue };
            let said = all.entry(tag.clone()).or_default();
            said.put(of, id.clone(), text, grid.at(row.number, *column));
        }
    }
    all
}

/// The tag of a language that a text says, such as a heading.
pub(crate) fn tag(heading: &str) -> Option<String> {
    let name = key(heading);
    let named = LANGUAGES.iter().find(|(_, others)| others.contains(&name.as_str())).map(|(tag, _)| *tag);
    let is_tag = heading.split('-').enumerate().all(|(place, part)| {
        let fits = if place == 0 { (2..=3).contains(&part.len()) } else { (2..=8).contains(&part.len()) };
        fits && part.bytes().all(|letter| letter.is_ascii_alphanumeric())
    });
    named.map(str::to_owned).or_else(|| is_tag.then(|| heading.to_owned()))
}

/// The heading of a language's column.
pub(crate) fn heading(tag: &str) -> &str {
    if tag == INDONESIAN { "Indonesian" } else { tag }
}

impl Said {
    fn put(&mut self, of: &str, id: String, text: String, at: At) {
        let words = &mut self.words;
        let under = |list: &str| format!("/{list}/{}", id.replace('~', "~0").replace('/', "~1"));
        let pointer = match of {
            "title" => "/title".to_owned(),
            "about" => "/about".to_owned(),
            "licence" => "/licence".to_owned(),
            "our own" => "/ours".to_owned(),
            "section" => under("sections") + "/title",
            "short section" => under("sections") + "/short",
            "component" => under("components"),
            "provision" => under("provisions"),
            "because" => under("because"),
            "may not apply" => under("mayNotApply"),
            "result" => under("tallies"),
            "grade" => under("bands"),
            "group" => under("groups"),
            _ => under("subjects"),
        };
        self.places.put(pointer, at);
        match of {
            "title" => words.title = text,
            "about" => words.about = text,
            "licence" => words.licence = Some(text),
            "our own" => words.ours = Some(text),
            "section" => words.sections.entry(id).or_default().title = Some(text),
            "short section" => words.sections.entry(id).or_default().short = Some(text),
            "component" => drop(words.components.insert(id, text)),
            "provision" => drop(words.provisions.insert(id, text)),
            "because" => drop(words.because.insert(id, text)),
            "may not apply" => drop(words.may_not_apply.insert(id, text)),
            "result" => drop(words.tallies.insert(id, text)),
            "grade" => drop(words.bands.insert(id, text)),
            "group" => drop(words.groups.insert(id, text)),
            _ => drop(words.subjects.insert(id, text)),
        }
    }
}
