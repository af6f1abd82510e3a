//! The state of the page: a workbook, what reading it gives, and where the author is in it.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::Words;
use scoring::diagnose::{At, Severity};
use scoring::say;
use workbook::book::{Book, Spot, sheets_of_card_file};
use workbook::file::File;
use workbook::trial::{Check, Results, check, results};
use workbook::{Brought, read_sheets};

use super::drafts::Drafts;
use super::grid;
use super::hands::Hands;
use super::states::States;
use crate::browser::Place;

/// How long after an edit the sheets are read anew, and how long after that they are looked at more closely.
const READ_AFTER: Duration = Duration::from_millis(200);
const CHECK_AFTER: Duration = Duration::from_millis(500);
/// Files that are larger are read in a worker, in bytes: what is smaller takes no more than a moment.
const IN_A_WORKER: usize = 100_000;

/// What reading the sheets gave.
#[derive(Default)]
pub struct Read {
    pub brought: Brought,
    pub results: Results,
}

/// Since when what has changed is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// Since the workbook was opened.
    #[default]
    Opened,
    /// Since a time of day, as the browser writes it.
    Marked(String),
    /// Since a state that the author has named.
    State(String),
}

/// The parts of the page, of which a phone shows one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Table,
    Found,
    Results,
}

/// The state of the page.
#[derive(Clone, Copy)]
pub struct Desk {
    pub words: StoredValue<Arc<Words>>,
    pub hands: StoredValue<Hands, LocalStorage>,
    pub place: Place,
    /// The workbook, once there is one.
    pub book: RwSignal<Option<Book>>,
    pub read: RwSignal<Arc<Read>>,
    pub check: RwSignal<Option<Check>>,
    /// The results that others are held against, and since when.
    pub before: RwSignal<(Since, Arc<Results>)>,
    pub spot: RwSignal<Spot>,
    /// Where the selection began, whose other corner is the chosen cell; nothing, where that alone is selected.
    pub corner: RwSignal<Option<Spot>>,
    pub step: RwSignal<Step>,
    /// The file that is being read, by its name.
    pub reading: RwSignal<Option<String>>,
    pub announced: RwSignal<String>,
    pub drafts: Drafts,
    pub states: States,
    /// Whether the cell that is chosen gets the focus once it is there.
    pub takes_focus: StoredValue<bool>,
    /// The number of the mistake from which the author has come to a cell.
    pub came_from: RwSignal<Option<usize>>,
    waiting: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl Desk {
    pub fn new(words: Arc<Words>, place: Place, hands: Hands) -> Self {
        Self {
            words: StoredValue::new(words),
            hands: StoredValue::new_local(hands),
            place,
            book: RwSignal::new(None),
            read: RwSignal::default(),
            check: RwSignal::new(None),
            before: RwSignal::default(),
            spot: RwSignal::new(Spot { sheet: 0, row: 1, column: 1 }),
            corner: RwSignal::new(None),
            step: RwSignal::new(Step::Table),
            reading: RwSignal::new(None),
            announced: RwSignal::default(),
            drafts: Drafts::new(),
            states: States::new(),
            takes_focus: StoredValue::new(false),
            came_from: RwSignal::new(None),
            waiting: StoredValue::new_local(None),
        }
    }

    pub fn words(self) -> Arc<Words> {
        self.words.get_value()
    }

    pub fn hands(self) -> Hands {
        self.hands.get_value()
    }

    pub fn say(self, text: String) {
        self.announced.set(text);
    }

    /// Reads a file, in a worker where it is large, and opens it as a new draft.
    pub fn bring(self, name: String, bytes: Vec<u8>) {
        if let Some(file) = sheets_of_card_file(&bytes) {
            return self.open_new(&name, file);
        }
        if bytes.len() <= IN_A_WORKER {
            return self.open_new(&name, workbook::file::read(&name, &bytes));
        }
        self.reading.set(Some(name.clone()));
        self.say(say::make::reading(&self.words(), &name));
        spawn_local(async move {
            let read = self.hands().read(&name, bytes.as_slice().into()).await;
            // Whoever has stopped it has gone on.
            if self.reading.get_untracked().as_ref() != Some(&name) {
                return;
            }
            self.reading.set(None);
            let file = read.ok().and_then(|json| json.as_string());
            match file.and_then(|json| serde_json::from_str::<File>(&json).ok()) {
                Some(file) => self.open_new(&name, file),
                None => self.say(say::make::not_read(&self.words(), &name)),
            }
        });
    }

    /// Stops reading a file.
    pub fn stop(self) {
        self.reading.set(None);
        self.hands().stop();
        self.say(say::make::stopped_reading(&self.words()));
    }

    /// Opens a file as a new draft; where nothing of it could be read, what was open stays.
    pub fn open_new(self, name: &str, file: File) {
        if file.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
            let found = read_sheets(&file).found;
            let told = found.first().map(|one| one.in_words(&self.words()));
            return self.say(say::make::refused(&self.words(), &name, &told.unwrap_or_default()));
        }
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        self.drafts.begin(self, name.to_owned());
        self.open(file.into());
        self.drafts.keep_soon(self);
    }

    /// Shows a workbook.
    pub fn open(self, book: Book) {
        let read = Arc::new(Self::read_now(&book));
        let first = book.sheets().iter().position(|sheet| sheet.size().0 > 0).unwrap_or_default();
        self.before.set((Since::Opened, Arc::new(read.results.clone())));
        let mistakes = read.brought.found.iter().filter(|one| one.severity() == Severity::Error);
        let mistakes: Vec<At> = mistakes.map(|one| one.at.clone()).collect();
        self.step.set(Step::Table);
        self.came_from.set(None);
        self.book.set(Some(book));
        // What is to be mended first is what is shown.
        let first = Spot { sheet: first, row: 1, column: 1 };
        self.spot.set(mistakes.iter().find_map(|at| self.spot_of(at)).unwrap_or(first));
        self.take(read);
        self.say(self.summary());
    }

    /// Goes back to where a file is chosen. The draft stays kept.
    pub fn close(self) {
        self.drafts.leave(self);
        // What was said of it says nothing of the next.
        self.say(String::new());
        self.book.set(None);
    }

    /// Changes the workbook; what it gives is read anew in a moment.
    pub fn edit(self, change: impl FnOnce(&mut Book)) {
        self.book.update(|book| {
            if let Some(book) = book {
                change(book);
            }
        });
        self.drafts.keep_soon(self);
        self.read_soon();
    }

    /// Chooses a cell, and takes the focus there.
    pub fn go(self, spot: Spot) {
        self.takes_focus.set_value(true);
        self.step.set(Step::Table);
        self.corner.set(None);
        self.spot.set(spot);
        // At once, where the cell is there: the next key may come before the page is drawn.
        grid::mark(self);
    }

    /// The cell of a diagnostic.
    pub fn spot_of(self, at: &At) -> Option<Spot> {
        let place = |name: Option<&str>, row: usize, column: usize| {
            let sheet = self.book.with_untracked(|book| {
                book.as_ref()?.sheets().iter().position(|sheet| sheet.name.as_deref() == name)
            })?;
            Some(Spot { sheet, row, column })
        };
        match at {
            At::Sheet { sheet, row, column } => place(Some(sheet), *row, *column),
            At::Cell { row, column } => place(None, *row, *column),
            At::Json(_) | At::Position { .. } | At::File => None,
        }
    }

    /// How many mistakes and warnings there are, in a sentence.
    pub fn summary(self) -> String {
        let words = self.words();
        let count = |severity: Severity| {
            self.read.with_untracked(|read| {
                read.brought.found.iter().filter(|one| one.severity() == severity).count()
            })
        };
        let cards = self.read.with_untracked(|read| read.results.rows.len());
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        say::make::summary(&words, &errors.to_string(), &warnings.to_string(), &cards.to_string())
    }

    /// What the sheets of a workbook give.
    pub fn read_now(book: &Book) -> Read {
        let brought = read_sheets(book.file());
        Read { results: results(&brought), brought }
    }

    fn read_soon(self) {
        let handle = set_timeout_with_handle(
            move || {
                let read = self.book.with_untracked(|book| book.as_ref().map(Self::read_now));
                if let Some(read) = read {
                    let before = self.summary();
                    self.take(Arc::new(read));
                    let now = self.summary();
                    if now != before {
                        self.say(now);
                    }
                }
            },
            READ_AFTER,
        );
        self.wait(handle.ok());
    }

    fn take(self, read: Arc<Read>) {
        self.read.set(read);
        let handle = set_timeout_with_handle(
            move || {
                let read = self.read.get_untracked();
                self.check.set(Some(check(&read.brought, &mut || true)));
            },
            CHECK_AFTER,
        );
        self.wait(handle.ok());
    }

    /// Only the last that was begun comes to be.
    fn wait(self, next: Option<TimeoutHandle>) {
        self.waiting.update_value(|waiting| {
            if let Some(last) = std::mem::replace(waiting, next) {
                last.clear();
            }
        });
    }
}
