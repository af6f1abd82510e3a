//! Tables of cards as people write them and as programs save them.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use scoring::cards::{Card, read};
use scoring::diagnose::{At, Code};
use scoring::rules::{Rules, compile};
use serde_json::json;

fn rules() -> Rules {
    let file = json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
        "provisions": [
            {"id": "a", "label": "A"},
            {"id": "b", "label": "B", "implies": ["a"]},
            {"id": "c", "label": "C", "mayNotApply": "There is none."},
            {"id": "d", "label": "D"},
        ],
        "sections": [
            {"id": "x", "checklist": ["a", "b", "c"]},
            {"id": "y", "points": 1, "needs": ["d"], "applies": ["a"]},
        ],
    });
    compile(&serde_json::from_value(file).expect("a framework")).expect("it is right")
}

/// The sets of a card, by the ids of provisions.
fn sets(rules: &Rules, card: &Card) -> [String; 3] {
    let answers = &card.answers;
    [answers.held(), answers.unknown(), answers.not_applicable()]
        .map(|set| set.iter().map(|place| rules.provisions()[place].as_str()).collect())
}

#[test]
fn answers_are_read_however_they_are_written() {
    let rules = rules();
    for table in [
        "subject,name,a,b,c,d\nct,Connecticut,y,n,n/a,?",
        "\u{feff}subject;name;a;b;c;d\r\nct;Connecticut;Yes;no;N/A;unknown\r\n",
        "d\tc\tb\ta\tname\tsubject\n?\tna\t0\t1\tConnecticut\tct\n\n",
        " subject , name , a , b , c , d \n ct , Connecticut , Y , N , n/a , ? ",
    ] {
        let table = read(&rules, table);
        assert_eq!(table.found, []);
        let [card] = table.cards.as_slice() else { unreachable!("one row") };
        assert_eq!((card.subject.as_str(), card.name.as_deref()), ("ct", Some("Connecticut")));
        assert_eq!(sets(&rules, card), ["a", "d", "c"]);
    }
}

/// Who looks for a mistake counts as the spreadsheet does: empty lines count, lines within a cell do not.
#[test]
fn rows_are_numbered_as_in_spreadsheets() {
    let table = "subject,name,a,b,c,d\n\nct,\"Connec-\nticut\",y,n,n,n\nny,\"New York\",y,n,n,x\n\n\nvt,Vermont,y,n,x,n";
    for table in [table.to_owned(), table.replace('\n', "\r\n")] {
        let found: Vec<(Code, At)> =
            read(&rules(), &table).found.into_iter().map(|one| (one.code, one.at)).collect();
        let cell = |row, column| (Code::BadAnswer, At::Cell { row, column });
        assert_eq!(found, [cell(4, 6), cell(7, 5)], "{table:?}");
    }
}

#[test]
fn what_holds_brings_along_what_it_implies() {
    let rules = rules();
    let table = read(&rules, "subject,year,a,b,c,d\nct,2020,?,y,n,n\nct,2021,n,y,n,n");
    let codes: Vec<Code> = table.found.iter().map(|one| one.code).collect();
    assert_eq!(codes, [Code::CannotHold], "an unknown answer is no contradiction");
    assert_eq!(table.found[0].at, At::Cell { row: 3, column: 4 });
    assert_eq!(table.cards.iter().map(|card| card.year).collect::<Vec<_>>(), [Some(2020), Some(2021)]);
    assert!(table.cards.iter().all(|card| sets(&rules, card)[0] == "ab"));
}

/// `n/a` is right where a card may say so, and where other answers put the question out of play.
#[test]
fn what_does_not_apply_must_not_apply() {
    let rules = rules();
    let found = |row: &str| {
        let table = read(&rules, &format!("subject,a,b,c,d\n{row}"));
        table.found.iter().map(|one| (one.code, one.details.join(" "))).collect::<Vec<_>>()
    };
    assert_eq!(found("ct,n,n,n/a,n/a"), []);
    assert_eq!(found("ct,y,n,n,n/a"), [(Code::Applies, "d".to_owned())]);
    assert_eq!(found("ct,n/a,n,n,n"), [(Code::Applies, "a".to_owned())]);
}

#[test]
fn a_text_that_is_no_table_has_no_cards() {
    for text in ["", "\n\n", "{}", "a,b,c,d\ny,n,n,n"] {
        let table = read(&rules(), text);
        assert!(table.cards.is_empty());
        assert!(table.found.iter().any(|one| one.code == Code::NoSubjects), "{text:?}");
    }
}
