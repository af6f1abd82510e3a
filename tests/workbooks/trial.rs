//! What an author is shown before publishing.

use scoring::diagnose::{Code, Severity};
use workbook::book::{Book, Spot};
use workbook::trial::{Moved, check, moved, results};
use workbook::{Brought, file, read_sheets};

/// The Sunlight states as they were published, with their rules.
fn sunlight() -> Book {
    file::read("sunlight.xlsx", &super::published::sunlight()).into()
}

fn read(book: &Book) -> Brought {
    read_sheets(book.file())
}

#[test]
fn results_have_figures_grades_and_ranks() {
    let results = results(&read(&sunlight()));
    assert_eq!(results.rows.len(), 50);
    let of = |subject: &str| {
        let row = results.rows.iter().find(|row| row.subject == subject).expect("a state");
        let figured = row.results[0].as_ref().expect("a result");
        (figured.figure.clone(), figured.band.clone().expect("a grade"), figured.rank)
    };
    // Printed: Alaska 0 C, California 2 B; three states have the most, 4.
    for row in super::published::rows("tests/vectors/sunlight-2015.csv") {
        let (figure, band, _) = of(&row[0].to_lowercase());
        assert_eq!([&figure, &band], [&row[6], &row[7]], "{}", row[0]);
    }
    let first =
        results.rows.iter().flat_map(|row| row.results[0].as_ref()).filter(|one| one.rank == 1).count();
    let second = results.rows.iter().flat_map(|row| row.results[0].as_ref()).map(|one| one.rank);
    assert_eq!(second.filter(|rank| *rank > 1).min(), Some(first + 1));
    let spread: Vec<(&str, usize)> =
        results.spread[0].iter().map(|(band, count)| (band.as_str(), *count)).collect();
    assert_eq!(spread.iter().map(|(_, count)| count).sum::<usize>(), 50);
    insta::assert_debug_snapshot!(spread);
}

#[test]
fn what_an_edit_moved_is_told() {
    let mut book = sunlight();
    let before = results(&read(&book));
    assert_eq!(moved(&before, &results(&read(&book))), []);
    let sheet =
        book.sheets().iter().position(|sheet| sheet.name.as_deref() == Some("2015")).expect("the cards");
    let was = book.shown(Spot { sheet, row: 2, column: 2 });
    let now = if was == "0" { "2" } else { "0" };
    book.write(Spot { sheet, row: 2, column: 2 }, now);
    let found = moved(&before, &results(&read(&book)));
    let first = book.shown(Spot { sheet, row: 2, column: 1 }).to_lowercase();
    assert!(found.iter().any(|one| one.subject == first && one.before != one.after), "{found:?}");
    // A card that goes, and comes back.
    book.remove_row(sheet, 3);
    let gone: Vec<Moved> =
        moved(&before, &results(&read(&book))).into_iter().filter(|one| one.after.is_none()).collect();
    assert_eq!(gone.len(), 1);
    book.undo();
    book.undo();
    assert_eq!(moved(&before, &results(&read(&book))), []);
}

const CARD: &str = "[Provisions]\nId,Provision\na,A law\nb,B law\nc,C law\nd,D law\n\
    [Rules]\nDepth,Kind,Id,Title,Points,Needs,Applies when\n1,sum,s,Section,,,\n2,points,,,1,a,\n2,points,,,2,a; none: b,\n2,points,,,1,b,\n1,points,t,Other,1,c,\n1,points,u,Last,0,d,\n\
    [Subjects]\nSubject,a,b,c,d\nx,y,n,n,y\nz,y,y,n,n\n\
    [Words]\nWhat,Id,es\nprovision,a,Una ley\n";

#[test]
fn what_nobody_has_or_everybody_and_what_nothing_can_reach() {
    let brought = workbook::read("card.csv", CARD.as_bytes());
    let found = check(&brought, &mut || true);
    assert_eq!(found.nobody_has, ["C law"]);
    assert_eq!(found.everybody_has, ["A law"]);
    assert_eq!(found.changes_nothing, Some(vec!["D law".to_owned()]));
    // Either b or not b: 3 of 4 at most.
    let part = |title: &str, most: &str, of: &str| (title.to_owned(), most.to_owned(), of.to_owned());
    assert_eq!(found.never_full, Some(vec![part("Section", "3", "4")]));
    assert_eq!(found.without_words.len(), 1);
    assert_eq!(found.without_words[0].0, "es");
    // Whoever does not wait learns the rest.
    let stopped = check(&brought, &mut || false);
    assert_eq!((stopped.changes_nothing, stopped.nobody_has), (None, found.nobody_has));
}

/// In the language of each text; what is too short to be judged is not.
#[test]
fn texts_that_are_hard_to_read() {
    let long = "Notwithstanding any provision to the contrary, administrative authorities are required to demonstrate \
        documented compliance with applicable confidentiality obligations before initiating proceedings against minors";
    let plain = "A court must close the room when a child asks for it, and the judge must tell the child so \
        in plain words";
    let largo = "Sin perjuicio de las disposiciones contrarias, las autoridades administrativas competentes acreditarán \
        documentalmente el cumplimiento de las obligaciones de confidencialidad aplicables con anterioridad";
    let card = format!(
        "[Provisions]\nId,Provision,In law?,Finding\na,\"{long}\",y,{plain}\nb,Jurisdictional incompatibilities,n,\n\
        [Words]\nWhat,Id,es\nprovision,a,\"{largo}\"\n"
    );
    let brought = workbook::read("card.csv", card.as_bytes());
    let hard = check(&brought, &mut || true).hard_to_read;
    insta::assert_debug_snapshot!(hard);
    // What a language lacks is a warning, and the card works.
    let lacking: Vec<Severity> =
        brought.found.iter().filter(|one| one.code == Code::NoWords).map(|one| one.severity()).collect();
    assert!(brought.found.iter().all(|one| one.severity() != Severity::Error), "{:?}", brought.found);
    assert_eq!((lacking.contains(&Severity::Warning), lacking.contains(&Severity::Error)), (true, false));
}

#[test]
fn a_card_file_becomes_sheets_again() {
    let brought = read(&sunlight());
    let text = workbook::card_file::write(&brought).expect("a card file");
    let sheets = workbook::book::sheets_of_card_file(text.as_bytes()).expect("it is one");
    let again = read_sheets(&sheets);
    assert_eq!((&again.found, again.cards.len()), (&Vec::new(), 50));
    assert_eq!(results(&again), results(&brought));
    let broken = workbook::book::sheets_of_card_file(b"{\"lawgrade\": 1}").expect("it is meant as one");
    assert!(broken.sheets.is_empty() && !broken.found.is_empty());
    assert!(workbook::book::sheets_of_card_file(b"Provision,Points\nA law,1").is_none());
}

/// Of published frameworks nothing is out of reach that the publisher can reach.
#[test]
fn published_states_are_looked_at_within_a_moment() {
    let brought = read(&sunlight());
    let found = check(&brought, &mut || true);
    insta::assert_debug_snapshot!(found);
}
