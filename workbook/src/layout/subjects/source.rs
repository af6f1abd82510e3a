//! What the columns of a sheet of subjects are about, and what their cells say.

use scoring::cards::SUBJECT_COLUMNS;
use scoring::diagnose::{At, Code};
use scoring::exact::Fraction;
use scoring::rules::file::{Framework, Level, Part, Tally};

use crate::cell_reader::{Reading, Stage};
use crate::grid::Grid;
use crate::kind::{GRADE, Kind};
use crate::layout::condition::Names;
use crate::layout::settings::year;
use crate::sheet::{Row, Value};
use crate::tidy::{answer, key, number, slug};

/// What a heading can be about, beside those of the format.
pub(crate) struct Known<'a> {
    framework: &'a Framework,
    names: &'a Names,
    /// Every part that has an id or a title, with its id.
    parts: Vec<&'a Part>,
}

/// What a column of the sheet gives.
pub(super) enum Source<'a> {
    /// A column of the table as it is.
    Text(String),
    /// Whom the row is about.
    Subject,
    Year,
    /// A figure.
    Number(String),
    /// An answer to a provision.
    Answer(String),
    /// The level that is reached in a part.
    Level(&'a Part),
}

impl<'a> Known<'a> {
    pub(crate) fn of(framework: &'a Framework, names: &'a Names) -> Self {
        let mut parts = Vec::new();
        let mut waiting: Vec<&Part> = framework.sections.iter().rev().collect();
        while let Some(part) = waiting.pop() {
            waiting.extend(part.components.iter().flatten().rev());
            parts.push(part);
        }
        Self { framework, names, parts }
    }

    /// Whether a heading is about something of the framework.
    pub(crate) fn is_known(&self, heading: &str) -> bool {
        self.source(heading).is_some()
    }

    /// What a heading is about: what tables of cards are written with, a provision, a part, a result.
    pub(super) fn source(&self, heading: &str) -> Option<Source<'a>> {
        // An id as it stands is that of its provision, also where it differs from a name of the format by a hyphen.
        let is_id = || self.framework.provisions.iter().any(|provision| provision.id == heading);
        if SUBJECT_COLUMNS.contains(&key(heading).as_str())
            && (SUBJECT_COLUMNS.contains(&heading) || !is_id())
        {
            return None;
        }
        if let Some((word, id)) = heading.split_once(':') {
            let word = word.trim().to_lowercase();
            let name = format!("{word}:{}", id.trim());
            return match word.as_str() {
                "figure" | "earned" | "possible" => Some(Source::Number(name)),
                "band" => Some(Source::Text(name)),
                _ => None,
            };
        }
        if let Some(id) = self.names.find(heading) {
            return Some(Source::Answer(id.to_owned()));
        }
        let alike = |text: &Option<String>| text.as_deref().is_some_and(|text| key(text) == key(heading));
        let is_result = |tally: &&Tally| key(&tally.id) == key(heading) || alike(&tally.title);
        if let Some(tally) = self.framework.tallies.iter().find(is_result) {
            return Some(Source::Number(format!("figure:{}", tally.id)));
        }
        let part = self.parts.iter().find(|part| alike(&part.id) || alike(&part.title))?;
        if part.levels.is_some() {
            return Some(Source::Level(part));
        }
        let id = part.id.as_ref()?;
        let shown = self.framework.tallies.iter().find(|tally| tally.of.as_ref() == Some(id));
        Some(Source::Number(match shown {
            Some(tally) => format!("figure:{}", tally.id),
            None => format!("earned:{id}"),
        }))
    }

    /// What a heading of the results is about, as it is usually called: the leading figure or its letter.
    pub(super) fn usual(&self, heading: &str) -> Option<Source<'a>> {
        let leading = self.framework.tallies.first().map_or("total", |tally| tally.id.as_str());
        let has_bands = match self.framework.tallies.first() {
            Some(tally) => !tally.bands.is_empty(),
            None => !self.framework.bands.is_empty(),
        };
        if Kind::Bands.heading(heading).is_some_and(|one| one.english == GRADE.english) {
            return has_bands.then(|| Source::Text(format!("band:{leading}")));
        }
        let names =
            ["total", "totalscore", "score", "figure", "scorepercent", "puntaje", "puntajetotal", "cifra"];
        names.contains(&key(heading).as_str()).then(|| Source::Number(format!("figure:{leading}")))
    }
}

impl Source<'_> {
    /// The columns of the table that it gives.
    pub(super) fn names(&self) -> Vec<String> {
        match self {
            Source::Subject => vec!["subject".to_owned()],
            Source::Year => vec!["year".to_owned()],
            Source::Text(name) | Source::Number(name) | Source::Answer(name) => vec![name.clone()],
            Source::Level(part) => {
                part.levels.iter().flatten().map(|level| level.provision.clone()).collect()
            }
        }
    }

    /// Their cells in a row.
    pub(super) fn cells(
        &self,
        grid: &Grid<'_>,
        row: &Row,
        column: usize,
        reading: &mut Reading,
    ) -> Vec<String> {
        let at = grid.at(row.number, column);
        let text = match row.value(column) {
            None => String::new(),
            Some(Value::Truth(truth)) if matches!(self, Source::Text(_) | Source::Subject) => {
                truth.to_string()
            }
            Some(value) => reading.shown(value, &at).unwrap_or_default(),
        };
        match self {
            Source::Text(_) => vec![text],
            Source::Subject => vec![subject(text, at, reading)],
            Source::Year if text.contains('-') => {
                vec![year(&text, at, reading).map_or(text, |year| year.to_string())]
            }
            Source::Year => vec![text],
            Source::Answer(_) => vec![answer(&text).map_or(text, str::to_owned)],
            Source::Number(_) => {
                let number = number(&text);
                if let Some(number) = number.filter(|_| text.parse::<Fraction>().is_err()) {
                    reading.note(Code::Tidied, at, &[&text, &number.to_string()]);
                }
                vec![number.map_or(text, |number| number.to_string())]
            }
            Source::Level(part) => levels(part, &text, at, reading),
        }
    }
}

/// The id of a subject, made of its name where it has none.
pub(super) fn subject(text: String, at: At, reading: &mut Reading) -> String {
    let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte);
    let id = slug(&text);
    if text.bytes().all(is_id) || id.is_empty() {
        return text;
    }
    reading.note(Code::Tidied, at, &[&text, &id]);
    id
}

/// The answers that a level which is reached stands for: by its points, or by its provision.
fn levels(part: &Part, text: &str, at: At, reading: &mut Reading) -> Vec<String> {
    let levels = part.levels.as_deref().unwrap_or_default();
    let all = |answer: &str| levels.iter().map(|_| answer.to_owned()).collect();
    let none = part.otherwise.unwrap_or(Fraction::ZERO);
    let points = number(text);
    // Two levels with the same points cannot be told by them.
    let by_points = |level: &Level| points == Some(level.points);
    let reached = levels.iter().rposition(|level| key(&level.provision) == key(text) || by_points(level));
    let below = reached.map(|reached| reached + 1).or((points == Some(none)).then_some(0));
    if let Some(below) = below {
        return (0..levels.len()).map(|level| if level < below { "y" } else { "n" }.to_owned()).collect();
    }
    match (text, answer(text)) {
        ("", _) => return all(""),
        (_, Some(answer @ ("?" | "n/a"))) => return all(answer),
        _ => {}
    }
    let expected: Vec<String> = std::iter::once(none)
        .chain(levels.iter().map(|level| level.points))
        .map(|points| points.to_string())
        .collect();
    reading.find(Stage::Cell, Code::BadLevel, at, &[text, &expected.join(", ")]);
    all("?")
}
