//! A workbook that is edited: every step, back and again, and what is read after it.

use proptest::prelude::*;
use scoring::diagnose::Severity;
use workbook::book::{Block, Book, Spot, block, text};
use workbook::sheet::Sheet;
use workbook::start::{Form, Item, sheets};
use workbook::write::{sheet_csv, sheets_xlsx};
use workbook::{Kind, file, read, read_sheets};

const CARD: &str = "[Settings]\nSetting,Value\nTitle,Made\nPublisher,We\nYear,2026\n\
    [Provisions]\nId,Provision,Points\na,A law,1\nb,B law,one\n\n\nc,C law,2\n";

fn book() -> Book {
    file::read("card.csv", CARD.as_bytes()).into()
}

fn at(row: usize, column: usize) -> Spot {
    Spot { sheet: 1, row, column }
}

fn errors(book: &Book) -> usize {
    let found = read_sheets(book.file()).found;
    found.iter().filter(|one| one.severity() == Severity::Error).count()
}

#[test]
fn a_mistake_is_mended_in_its_cell_and_comes_back() {
    let mut book = book();
    let of_file = read("card.csv", CARD.as_bytes());
    let found = read_sheets(book.file()).found;
    let codes =
        |found: &[scoring::diagnose::Diagnostic]| found.iter().map(|one| one.code).collect::<Vec<_>>();
    assert_eq!(codes(&found), codes(&of_file.found));
    assert_eq!((errors(&book), book.can_undo()), (1, false));
    // Each sheet of a text begins with its first row.
    let scoring::diagnose::At::Sheet { sheet, row, column } = &found[0].at else { panic!("a cell") };
    assert_eq!((sheet.as_str(), *row, *column), ("Provisions", 3, 3));
    assert_eq!(book.shown(at(*row, *column)), "one");
    assert!(book.write(at(*row, *column), "1"));
    assert!(!book.write(at(*row, *column), "1"), "nothing is another");
    assert_eq!((errors(&book), read_sheets(book.file()).rules.expect("rules").provisions().len()), (0, 3));
    assert_eq!(book.undo(), Some(Spot { column: 1, ..at(*row, *column) }));
    assert_eq!((errors(&book), book.can_undo(), book.can_redo()), (1, false, true));
    assert!(book.redo().is_some());
    assert_eq!(errors(&book), 0);
}

#[test]
fn columns_move_and_sheets_are_renamed_and_go_as_steps() {
    let mut book = book();
    let before = book.sheets().to_vec();
    book.move_right(1, 2);
    let row = |book: &Book, row| (1..=3).map(|column| book.shown(at(row, column))).collect::<Vec<_>>();
    assert_eq!(
        (row(&book, 1), row(&book, 6)),
        (
            vec!["Id".to_owned(), "Points".into(), "Provision".into()],
            vec!["c".to_owned(), "2".into(), "C law".into()]
        )
    );
    // The order of columns says nothing.
    assert_eq!(errors(&book), 1);
    book.move_right(1, 3);
    assert_eq!(row(&book, 1)[2], "");
    book.move_right(1, 0);
    assert!(book.rename_sheet(0, " Notes "));
    assert_eq!(book.sheets()[0].name.as_deref(), Some("Notes"));
    assert!(!book.rename_sheet(0, "provisions") && !book.rename_sheet(0, "  ") && !book.rename_sheet(9, "X"));
    assert!(book.remove_sheet(0) && !book.remove_sheet(0));
    assert_eq!(book.sheets().len(), 1);
    for _ in 0..4 {
        assert!(book.undo().is_some());
    }
    assert_eq!((book.sheets(), book.can_undo()), (before.as_slice(), false));
    for _ in 0..4 {
        assert!(book.redo().is_some());
    }
    assert_eq!(book.sheets().len(), 1);
}

#[test]
fn a_block_is_copied_as_spreadsheets_copy_it() {
    let mut book = book();
    book.write(at(3, 2), "two\nlines, a \"word\"");
    let of = Block::between(at(3, 3), at(2, 1));
    assert_eq!((of.first, of.rows, of.columns, of.last()), (at(2, 1), 2, 3, at(3, 3)));
    assert!(of.has(3, 1) && !of.has(4, 1) && !of.has(2, 4));
    let copied = text(&book, of);
    assert_eq!(copied, "a\tA law\t1\nb\t\"two\nlines, a \"\"word\"\"\"\tone\n");
    book.paste(at(10, 1), &block(&copied));
    assert_eq!(book.shown(at(11, 2)), book.shown(at(3, 2)));
    assert_eq!(text(&book, Block::between(at(2, 2), at(2, 2))), "A law");
    book.clear(of.first, of.rows, usize::MAX);
    assert_eq!((book.shown(at(2, 1)), book.shown(at(3, 3))), (String::new(), String::new()));
    assert_eq!(book.shown(at(1, 1)), "Id");
}

/// A state that was kept comes back as one step, and so does what was there before it.
#[test]
fn another_state_takes_the_place_of_all_sheets_as_one_step() {
    let mut book = book();
    let state = Book::restored(&book.kept()).expect("it was kept");
    book.write(at(3, 3), "1");
    let sheet = book.add_sheet(Kind::Bands, "en");
    let now = book.sheets().to_vec();
    book.replace(state.clone());
    assert_eq!((book.sheets(), errors(&book)), (state.sheets(), 1));
    // The same again is no step.
    book.replace(state.clone());
    assert!(book.undo().is_some());
    assert_eq!((book.sheets(), errors(&book)), (now.as_slice(), 0));
    assert!(book.redo().is_some());
    assert_eq!(book.sheets(), state.sheets());
    for _ in 0..3 {
        assert!(book.undo().is_some());
    }
    assert_eq!((book.sheets().len(), book.can_undo()), (sheet, false));
}

#[test]
fn a_block_is_pasted_as_one_step_and_ends_where_the_sheet_ends() {
    let mut book = book();
    let before = book.sheets().to_vec();
    let copied = block("d\t\"D, \"\"law\"\"\"\t3\r\n\r\ne\tE law\t4\r\n");
    assert_eq!(copied, [vec!["d", "D, \"law\"", "3"], vec![], vec!["e", "E law", "4"]]);
    assert_eq!(book.paste(at(20, 1), &copied), 0);
    assert_eq!((book.shown(at(20, 2)), book.shown(at(22, 3))), ("D, \"law\"".to_owned(), "4".to_owned()));
    book.undo();
    assert_eq!(book.sheets(), before);
    assert_eq!(book.paste(at(20_000, 999), &block("a\tb\tc\nd\te\tf")), 4);
    assert_eq!(book.shown(at(20_000, 1_000)), "b");
    book.clear(at(20_000, 999), 1, 2);
    book.undo();
    book.undo();
    assert_eq!(book.sheets(), before);
}

#[test]
fn what_is_nowhere_changes_nothing() {
    let mut book = book();
    let before = book.sheets().to_vec();
    let nowhere = Spot { sheet: 9, row: 1, column: 1 };
    book.write(nowhere, "x");
    book.write(Spot { row: 0, ..nowhere }, "x");
    book.write(Spot { sheet: 1, row: 1, column: 0 }, "x");
    book.insert_row(9, 1);
    book.remove_row(1, 900);
    book.move_down(1, 0);
    assert_eq!(book.sheets(), before);
    assert!(Book::restored("{\"sheets\":1}").is_none());
    assert!(Book::restored("").is_none());
    let sorted = book.kept();
    let unsorted = sorted.replace("\"number\":1,", "\"number\":9,");
    assert!(unsorted != sorted && Book::restored(&unsorted).is_none());
}

#[test]
fn what_is_taken_away_is_what_was_edited() {
    let mut book = book();
    book.write(at(9, 2), "=1+1");
    let bytes = sheets_xlsx(book.sheets()).expect("it can be written");
    let again = file::read("card.xlsx", &bytes);
    let texts = |sheets: &[Sheet]| sheets.iter().map(sheet_csv).collect::<Vec<_>>();
    assert_eq!(texts(&again.sheets), texts(book.sheets()));
    assert_eq!(Book::restored(&book.kept()).expect("it was kept").sheets(), book.sheets());
    // Numbers and percentages stay what they are.
    let typed = lawgrade_tests::files::typed("[Grades]\nGrade|From\nA|90%\nB|0.5");
    let first = file::read("card.xlsx", &typed).sheets;
    let bytes = sheets_xlsx(&first).expect("it can be written");
    assert_eq!(file::read("card.xlsx", &bytes).sheets, first);
}

#[test]
fn names_that_no_workbook_can_have_stand_in_none() {
    let named = |name: &str| Sheet { name: Some(name.to_owned()), ..Sheet::default() };
    let sheets = [named("Rules"), named("rules"), named("a/b"), named(""), Sheet::default()];
    let bytes = sheets_xlsx(&sheets).expect("it can be written");
    let names: Vec<_> =
        file::read("card.xlsx", &bytes).sheets.into_iter().filter_map(|one| one.name).collect();
    assert_eq!(names, ["Rules", "Sheet 2", "Sheet 3", "Sheet 4", "Sheet 5"]);
}

#[test]
fn a_short_form_becomes_a_card() {
    let item = |section: &str, provision: &str, points: &str, in_law: &str| Item {
        section: section.to_owned(),
        provision: provision.to_owned(),
        points: points.to_owned(),
        in_law: in_law.to_owned(),
    };
    let form = Form {
        title: "Courts".to_owned(),
        publisher: "We".to_owned(),
        year: "2026".to_owned(),
        subject: "Ohio".to_owned(),
        items: vec![
            item("Rooms", "Judges may close the room", "2", "yes"),
            item("", "Minors may testify by video", "1", "no"),
            item("", "", "5", ""),
        ],
    };
    for language in ["en", "es"] {
        becomes_a_card(&form, language);
    }
    // What was left empty is told.
    let empty = read_sheets(Book::of(sheets(&Form::default(), "en")).file());
    assert!(empty.found.iter().any(|one| one.severity() == Severity::Error));
}

fn becomes_a_card(form: &Form, language: &str) {
    let mut book = Book::of(sheets(form, language));
    assert_eq!(
        book.shown(Spot { sheet: 1, row: 1, column: 2 }),
        if language == "es" { "Disposición" } else { "Provision" }
    );
    let brought = read_sheets(book.file());
    assert!(brought.found.iter().all(|one| one.severity() == Severity::Note), "{:?}", brought.found);
    let figures: Vec<_> = workbook::trial::results(&brought).rows[0].results.clone();
    assert_eq!(figures[0].as_ref().expect("a result").figure, "2");
    // Grades are added as a sheet with its headings.
    let sheet = book.add_sheet(Kind::Bands, language);
    book.paste(Spot { sheet, row: 2, column: 1 }, &block("A\t2\nF\t0"));
    let brought = read_sheets(book.file());
    assert_eq!(workbook::trial::results(&brought).spread, [[("A".to_owned(), 1), ("F".to_owned(), 0)]]);
}

#[derive(Clone, Debug)]
enum Step {
    Write(usize, usize, String),
    Paste(usize, usize, Vec<Vec<String>>),
    Insert(usize),
    Remove(usize),
    Move(usize),
    Sheet,
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let text = || prop_oneof!["[a-z]{0,3}", Just("1".to_owned()), Just(String::new())];
    let step = prop_oneof![
        (1..9_usize, 1..5_usize, text()).prop_map(|(row, column, text)| Step::Write(row, column, text)),
        (1..9_usize, 1..5_usize, prop::collection::vec(prop::collection::vec(text(), 0..4), 0..4))
            .prop_map(|(row, column, block)| Step::Paste(row, column, block)),
        (0..9_usize).prop_map(Step::Insert),
        (0..9_usize).prop_map(Step::Remove),
        (0..9_usize).prop_map(Step::Move),
        Just(Step::Sheet),
        Just(Step::Undo),
        Just(Step::Redo),
    ];
    prop::collection::vec(step, 0..40)
}

proptest! {
    /// Whatever was done is undone to what was there at first, and done again to what was there at last; no row and no cell
    /// is ever out of order, and what is kept is restored.
    #[test]
    fn every_step_goes_back_and_comes_again(steps in steps()) {
        let mut book = book();
        let first = book.sheets().to_vec();
        for step in steps {
            match step {
                Step::Write(row, column, text) => drop(book.write(at(row, column), &text)),
                Step::Paste(row, column, block) => drop(book.paste(at(row, column), &block)),
                Step::Insert(row) => book.insert_row(1, row),
                Step::Remove(row) => book.remove_row(1, row),
                Step::Move(row) => book.move_down(1, row),
                Step::Sheet => drop(book.add_sheet(Kind::Words, "es")),
                Step::Undo => drop(book.undo()),
                Step::Redo => drop(book.redo()),
            }
            let kept = Book::restored(&book.kept()).expect("in order");
            prop_assert_eq!(kept.sheets(), book.sheets());
        }
        while book.can_redo() {
            book.redo();
        }
        let last = book.sheets().to_vec();
        while book.can_undo() {
            book.undo();
        }
        prop_assert_eq!(book.sheets(), &first);
        while book.can_redo() {
            book.redo();
        }
        prop_assert_eq!(book.sheets(), &last);
    }
}
