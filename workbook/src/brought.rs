//! From sheets to rules and cards: which sheet is what, and in which order they are read.

use std::collections::BTreeMap;

use scoring::cards::{Card, Findings, SubjectFindings};
use scoring::diagnose::{At, Code, Diagnostic};
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::rules::{Rules, diagnose};

use crate::card_file;
use crate::cell_reader::{Reading, Stage};
use crate::draft::Draft;
use crate::file::{File, read as read_file};
use crate::findings::Gathering;
use crate::grid::{Grid, kind_by_headings};
use crate::kind::Kind;
use crate::layout::subjects::Known;
use crate::layout::{bands, findings, provisions, rules, settings, subjects, words};
use crate::remnant::remnant;
use crate::sheet::Sheet;
use crate::write::Contents;

/// What an author has brought.
#[derive(Clone, Debug, Default)]
pub struct Brought {
    /// The framework, without what is wrong in it; nothing where nothing of it works.
    pub framework: Option<Framework>,
    /// Its rules.
    pub rules: Option<Rules>,
    /// The cards; what a row gets wrong is unknown.
    pub cards: Vec<Card>,
    /// What stands beside the provisions: what was found for the one card, or for all, by provision.
    pub findings: Findings,
    /// What was found for each of several cards.
    pub subject_findings: SubjectFindings,
    /// The words of other languages, by their tag.
    pub words: BTreeMap<String, FrameworkWords>,
    /// The language of its own texts, as a tag; empty where nobody has said it.
    pub language: String,
    /// Everything that is to be said: mistakes, warnings, notes; of each first what causes others.
    pub found: Vec<Diagnostic>,
}

impl Brought {
    /// All of it, to be written; nothing where nothing of the framework works.
    pub fn contents(&self) -> Option<Contents<'_>> {
        let (framework, rules) = self.framework.as_ref().zip(self.rules.as_ref())?;
        let Self { cards, findings, subject_findings, words, .. } = self;
        Some(Contents { framework, rules, cards, findings, subject_findings, words })
    }
}

/// Reads a file that an author brings: a workbook, a text with separators, cells that were copied, or a card file. The
/// name says nothing of how it is read; where its ending is that of another kind of file, that is noted.
pub fn read(name: &str, bytes: &[u8]) -> Brought {
    if card_file::is_meant(bytes) {
        return card_file::read_bytes(bytes);
    }
    read_sheets(&read_file(name, bytes))
}

/// Reads the sheets of a file, which may have been edited since they were read from it.
pub fn read_sheets(File { sheets, found }: &File) -> Brought {
    let mut reading = Reading::default();
    let is_unread = sheets.is_empty() && !found.is_empty();
    reading.take(Stage::File, found.iter().cloned());
    if is_unread {
        return Brought { found: reading.finish(), ..Brought::default() };
    }
    let sheets = Sheets::of(sheets, &mut reading);
    let brought = sheets.brought(&mut reading);
    Brought { found: reading.finish(), ..brought }
}

/// Whether something that is wrong with cards may be so because of what is wrong with the rules, which was told.
pub(crate) fn may_follow_from_rules(code: Code) -> bool {
    matches!(code, Code::OtherThanPrinted | Code::UnknownColumn | Code::UnknownBand)
}

/// The sheets by their kind.
struct Sheets<'a>(BTreeMap<Kind, &'a Sheet>);

impl<'a> Sheets<'a> {
    fn of(sheets: &'a [Sheet], reading: &mut Reading) -> Self {
        let mut known: BTreeMap<Kind, &Sheet> = BTreeMap::new();
        let named = |sheet: &Sheet| sheet.name.as_deref().and_then(Kind::named);
        // What a sheet is called decides before what it looks like does.
        let (first, then): (Vec<&Sheet>, Vec<&Sheet>) =
            sheets.iter().partition(|sheet| named(sheet).is_some());
        for sheet in first.into_iter().chain(then) {
            if sheet.rows.is_empty() {
                continue;
            }
            let by_name = named(sheet);
            match by_name.or_else(|| kind_by_headings(sheet).filter(|kind| !known.contains_key(kind))) {
                None if sheet.hidden => {}
                None => reading.find(Stage::Heading, Code::UnknownSheet, sheet.at(1, 1), &[]),
                Some(Kind::ReadMe) => {}
                Some(kind) => match known.get(&kind) {
                    Some(other) => {
                        let name = other.name.as_deref().unwrap_or_default();
                        reading.find(Stage::Heading, Code::RepeatedSheet, sheet.at(1, 1), &[name]);
                    }
                    None => drop(known.insert(kind, sheet)),
                },
            }
        }
        Self(known)
    }

    fn grid(&self, kind: Kind, reading: &mut Reading) -> Option<Grid<'a>> {
        let grid = Grid::of(self.0.get(&kind)?, kind, &|_| false, reading)?;
        // Words have a column a language.
        if kind != Kind::Words {
            grid.refuse_others(kind, reading);
        }
        Some(grid)
    }

    fn brought(&self, reading: &mut Reading) -> Brought {
        let mut draft = Draft::default();
        let settings_grid = self.grid(Kind::Settings, reading);
        if let Some(grid) = &settings_grid {
            settings::read(grid, &mut draft, reading);
        }
        let Some(grid) = self.grid(Kind::Provisions, reading) else {
            reading.find(Stage::File, Code::NoProvisions, At::File, &[]);
            return Brought::default();
        };
        settings::complete(&mut draft, settings_grid.as_ref().unwrap_or(&grid), grid.title.clone(), reading);
        let rules_grid = self.grid(Kind::Rules, reading);
        let findings = provisions::read(&grid, rules_grid.is_some(), &mut draft, reading);
        if let Some(grid) = &rules_grid {
            rules::read(grid, &mut draft, reading);
        }
        if let Some(grid) = self.grid(Kind::Results, reading) {
            bands::read_results(&grid, &mut draft, reading);
        }
        if let Some(grid) = self.grid(Kind::Bands, reading) {
            bands::read_bands(&grid, &mut draft, reading);
        }
        self.ruled(draft, findings, reading)
    }

    /// What is there once the framework has been read.
    fn ruled(&self, draft: Draft, mut findings: Findings, reading: &mut Reading) -> Brought {
        // What follows from a mistake that was told is not told again.
        let follows = reading.is_wrong_until(Stage::Cell);
        let of_others = |code: Code| {
            matches!(code, Code::UnusedProvision | Code::WrongMax | Code::NothingInIt | Code::NoRule)
        };
        let found = diagnose(&draft.framework).into_iter().filter(|one| !(follows && of_others(one.code)));
        let found: Vec<Diagnostic> = found.map(|one| draft.places.told(one)).collect();
        reading.take(Stage::Rules, found);
        let Some((framework, rules)) = remnant(&draft.framework) else {
            return Brought { findings, ..Brought::default() };
        };
        let is_whole = !reading.is_wrong_until(Stage::Rules);
        let mut of_cards = Reading::default();
        let cards = self.cards(&draft, &framework, &rules, &mut of_cards);
        reading.merge(of_cards, |one| is_whole || !may_follow_from_rules(one.code));
        let subject_findings = self.findings(&draft, (&cards, &rules), &mut findings, reading);
        let mut words = BTreeMap::new();
        if let Some(grid) = self.grid(Kind::Words, reading) {
            for (tag, said) in words::read(&grid, reading) {
                if is_whole {
                    let found = [said.words.diagnose(&framework), said.words.diagnose_names(&cards)].concat();
                    reading.take(Stage::Words, found.into_iter().map(|one| said.places.told(one)));
                }
                words.insert(tag, said.words);
            }
        }
        let (framework, rules) = (Some(framework), Some(rules));
        Brought { framework, rules, cards, findings, subject_findings, words, ..Brought::default() }
    }

    /// What was found for each of the cards, into `findings` where there is one.
    fn findings(
        &self,
        draft: &Draft,
        (cards, rules): (&[Card], &Rules),
        findings: &mut Findings,
        reading: &mut Reading,
    ) -> SubjectFindings {
        let Some(grid) = self.grid(Kind::Findings, reading) else { return SubjectFindings::new() };
        let place = |id: &str| draft.places.find(&findings::place_of(id)).cloned().unwrap_or(At::File);
        let mut gathering = Gathering::of(cards, findings, place);
        let mentioned =
            self.0.get(&Kind::Subjects).map(|sheet| subjects::mentioned(sheet)).unwrap_or_default();
        findings::read(&grid, (&draft.names, rules), &mentioned, &mut gathering, reading);
        gathering.finish(findings)
    }

    fn cards(&self, draft: &Draft, framework: &Framework, rules: &Rules, reading: &mut Reading) -> Vec<Card> {
        let known = Known::of(framework, &draft.names);
        let also = |heading: &str| known.is_known(heading);
        let sheet = self.0.get(&Kind::Subjects);
        let grid = sheet.and_then(|sheet| Grid::of(sheet, Kind::Subjects, &also, reading));
        let cards = grid.as_ref().map(|grid| subjects::read(grid, &known, rules, reading));
        let mut cards = cards.unwrap_or_default();
        let Some(card) = subjects::read_one(&draft.card, &framework.title, rules, reading) else {
            return cards;
        };
        if cards.iter().any(|other| (&other.subject, other.year) == (&card.subject, card.year)) {
            let row = grid.and_then(|grid| subjects::row_of(&grid, &card.subject)).unwrap_or_default();
            let at = draft.card.answers.first().map_or(At::File, |(_, _, at)| at.clone());
            reading.find(Stage::Cards, Code::RepeatedCard, at, &[&card.subject, &row.to_string()]);
        } else {
            cards.insert(0, card);
        }
        cards
    }
}
