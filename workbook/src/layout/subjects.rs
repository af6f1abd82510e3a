//! The sheet of subjects, as the core reads tables of cards: a row a subject, a column a provision, a result, or the
//! level that is reached.

use scoring::cards::{Card, Table, read_rows};
use scoring::diagnose::{At, Code, Diagnostic};
use scoring::exact::Fraction;
use scoring::rules::Rules;
use scoring::rules::file::{Framework, Part};

use super::condition::Names;
use super::settings::year;
use crate::draft::OneCard;
use crate::grid::Grid;
use crate::kind::{GRADE, GROUP, Kind, NAME, SUBJECT, YEAR};
use crate::reading::{Reading, Stage};
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
enum Source<'a> {
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
    fn source(&self, heading: &str) -> Option<Source<'a>> {
        if ["subject", "name", "group", "year"].contains(&key(heading).as_str()) {
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
        let is_result =
            |tally: &&scoring::rules::file::Tally| key(&tally.id) == key(heading) || alike(&tally.title);
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
    fn usual(&self, heading: &str) -> Option<Source<'a>> {
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

/// Reads the cards of a sheet.
pub(crate) fn read(grid: &Grid<'_>, known: &Known<'_>, rules: &Rules, reading: &mut Reading) -> Vec<Card> {
    let mut sources: Vec<(usize, Source<'_>)> = Vec::new();
    let has_subject = grid.column(&SUBJECT).is_some();
    for (heading, source) in [
        (&SUBJECT, Source::Subject),
        (&NAME, Source::Text("name".to_owned())),
        (&GROUP, Source::Text("group".to_owned())),
        (&YEAR, Source::Year),
    ] {
        if !has_subject && heading.english == SUBJECT.english {
            sources.extend(grid.column(&NAME).map(|column| (column, Source::Subject)));
        }
        sources.extend(grid.column(heading).map(|column| (column, source)));
    }
    if sources.iter().all(|(_, source)| !matches!(source, Source::Subject)) {
        reading.find(Stage::Column, Code::MissingColumn, grid.at(grid.head, 1), &[grid.called(&SUBJECT)]);
        return Vec::new();
    }
    for (column, heading) in &grid.others {
        let source = known.source(heading).or_else(|| known.usual(heading));
        sources.push((*column, source.unwrap_or_else(|| Source::Text(heading.clone()))));
    }
    let mut columns: Vec<usize> = Vec::new();
    let mut head: Vec<String> = Vec::new();
    for (column, source) in &sources {
        let names = source.names();
        columns.extend(names.iter().map(|_| *column));
        head.extend(names);
    }
    let cells = |row: &Row, reading: &mut Reading| {
        let cells = sources.iter().flat_map(|(column, source)| source.cells(grid, row, *column, reading));
        (row.number, cells.collect::<Vec<String>>())
    };
    let mut rows = vec![(grid.head, head)];
    rows.extend(grid.rows.iter().map(|row| cells(row, reading)));
    let Table { cards, found } = read_rows(rules, rows);
    let placed = found.into_iter().map(|mut one| {
        if let At::Cell { row, column } = one.at {
            let behind = columns.iter().max().map_or(1, |last| last + 1);
            one.at = grid.at(row, columns.get(column - 1).copied().unwrap_or(behind));
        }
        one
    });
    reading.take(Stage::Cards, placed);
    cards
}

impl Source<'_> {
    /// The columns of the table that it gives.
    fn names(&self) -> Vec<String> {
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
    fn cells(&self, grid: &Grid<'_>, row: &Row, column: usize, reading: &mut Reading) -> Vec<String> {
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
fn subject(text: String, at: At, reading: &mut Reading) -> String {
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
    let by_points = |level: &scoring::rules::file::Level| points == Some(level.points);
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

/// Reads the card whose answers stand beside the provisions; nothing where none is answered.
pub(crate) fn read_one(one: &OneCard, title: &str, rules: &Rules, reading: &mut Reading) -> Option<Card> {
    if one.answers.iter().all(|(_, answer, _)| answer.is_empty()) {
        return None;
    }
    let field = |name: &str| one.fields.iter().find(|(field, _, _)| field == name);
    let mut columns: Vec<(String, String, At)> = Vec::new();
    if field("subject").is_none() {
        let (name, at) = match field("name") {
            Some((_, name, at)) => (name.as_str(), at.clone()),
            None => (title, one.answers.first().map_or(At::File, |(_, _, at)| at.clone())),
        };
        let id = Some(slug(name)).filter(|id| !id.is_empty()).unwrap_or_else(|| "card".to_owned());
        columns.push(("subject".to_owned(), id, at));
    }
    for (name, value, at) in &one.fields {
        let value = match name.as_str() {
            "subject" => subject(value.clone(), at.clone(), reading),
            name if ["figure:", "earned:", "possible:"].iter().any(|word| name.starts_with(word)) => {
                number(value).map_or_else(|| value.clone(), |number| number.to_string())
            }
            _ => value.clone(),
        };
        columns.push((name.clone(), value, at.clone()));
    }
    for (id, text, at) in &one.answers {
        columns.push((id.clone(), answer(text).map_or_else(|| text.clone(), str::to_owned), at.clone()));
    }
    let head = columns.iter().map(|(name, _, _)| name.clone()).collect();
    let row = columns.iter().map(|(_, value, _)| value.clone()).collect();
    let Table { cards, found } = read_rows(rules, [(1, head), (2, row)]);
    let placed = |mut found: Diagnostic| {
        if let At::Cell { column, .. } = found.at {
            found.at = columns.get(column - 1).map_or(At::File, |(_, _, at)| at.clone());
        }
        found
    };
    reading.take(Stage::Cards, found.into_iter().map(placed));
    cards.into_iter().next()
}
