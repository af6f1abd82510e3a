//! Published tables copied into a spreadsheet, with rules written beside them: every printed result follows.

use lawgrade_tests::file;
use scoring::diagnose::Severity;
use scoring::rules::{Outcome, evaluate};
use workbook::{Brought, read};

use lawgrade_tests::files::typed;

/// The rows of a file of published results, without its head.
pub fn rows(path: &str) -> Vec<Vec<String>> {
    let text = file(path);
    // A name that stands last may have commas in it.
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn lines(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join("|") + "\n").collect()
}

/// The states of a table, with their rules beside it.
fn workbook_of(states: &[Vec<String>]) -> Vec<u8> {
    typed(&(file("tests/vectors/sunlight-2015-rules.txt") + &lines(states)))
}

/// The published states with their rules, as a workbook.
pub fn sunlight() -> Vec<u8> {
    workbook_of(&rows("tests/vectors/sunlight-2015.csv"))
}

/// The shown figure and the letter of each result of a card.
fn results(brought: &Brought, card: usize) -> Vec<(String, String)> {
    let rules = brought.rules.as_ref().expect("there are rules");
    let outcomes = evaluate(rules, &brought.cards[card].answers).outcomes;
    let result = |(tally, outcome): (&scoring::rules::Tally, &Outcome)| {
        let band = outcome.band().map(|band| tally.bands[band].name.clone());
        (outcome.figure().expect("a figure").shown.to_string(), band.unwrap_or_default())
    };
    rules.tallies().iter().zip(&outcomes).map(result).collect()
}

fn errors(brought: &Brought) -> Vec<&scoring::diagnose::Diagnostic> {
    brought.found.iter().filter(|one| one.severity() != Severity::Note).collect()
}

/// The levels are read by their points, as the publisher prints them.
#[test]
fn sunlight_as_it_was_published() {
    let published = rows("tests/vectors/sunlight-2015.csv");
    let brought = read("sunlight.xlsx", &sunlight());
    assert_eq!(errors(&brought), Vec::<&scoring::diagnose::Diagnostic>::new());
    assert_eq!((brought.cards.len(), published.len()), (50, 50));
    for (index, row) in published.iter().enumerate() {
        assert_eq!(brought.cards[index].subject, row[0].to_lowercase());
        assert_eq!(results(&brought, index), [(row[6].clone(), row[7].clone())], "{}", row[0]);
        assert_eq!(brought.cards[index].printed.len(), 2);
    }
}

const CHICAGO: &str = "\
[About]
Setting|Value
Title|Open meetings
Publisher|City Bureau
Year|2019
Out of|100
Decimals|0
Grades by|shown
[Checklist]
Section|Item|Id|May not apply
Information|Website|website|
|Schedule online|schedule|
|Agendas online|agenda|
|Minutes online in time|minutes|
|Minutes hold what the law asks for|minutes-detail|There are none
|Recorded|recording|
Comment|No registration|no-pre-registration|No comment
|Any matter|comment-any-subject|No comment
|An hour|comment-time|No comment
Scheduling|Rarely cancelled|rarely-cancelled|No schedule
|Varied times|varied-times|No schedule
[Letters]
Letter|Cutoff
A|90%
B|80%
C|70%
D|60%
F|0%
[Agencies]
Agency|website|schedule|agenda|minutes|minutes-detail|recording|no_pre_registration|comment_any_subject|comment_time|rarely_cancelled|varied_times|earned:total|possible:total|score_percent|grade
";

/// What does not apply leaves both counts; headings, letters and percentages are as a spreadsheet has them.
#[test]
fn chicago_as_it_was_published() {
    let published = rows("tests/vectors/chicago-2019.csv");
    // The body's name stands last there, and whether a policy is known is not published.
    let copied: Vec<Vec<String>> =
        published.iter().map(|row| [&[row[16..].join(",")], &row[..11], &row[12..16]].concat()).collect();
    let brought = read("chicago.xlsx", &typed(&format!("{CHICAGO}{}", lines(&copied))));
    let told: Vec<&str> = errors(&brought).iter().map(|one| one.code.name()).collect();
    assert_eq!(told, ["missing-setting"], "each item counts one: {:?}", brought.found);
    assert_eq!((brought.cards.len(), published.len()), (148, 148));
    for (index, row) in published.iter().enumerate() {
        let percent = row[14].trim_end_matches('0').trim_end_matches('.');
        assert_eq!(results(&brought, index), [(percent.to_owned(), row[15].clone())], "{}", row[16]);
        assert_eq!(brought.cards[index].printed.len(), 4);
    }
}

/// An index that is the mean of its sections, by a setting alone.
#[test]
fn women_business_and_the_law_as_it_was_published() {
    let sections = [
        ("Mobility", 4),
        ("Workplace", 4),
        ("Pay", 4),
        ("Marriage", 5),
        ("Parenthood", 5),
        ("Entrepreneurship", 4),
        ("Assets", 5),
        ("Pension", 4),
    ];
    let mut text = "[Settings]\nSetting|Value\nTitle|Women and the law\nPublisher|World Bank\nYear|2020\n\
        Sections are joined by|mean\nWorth|100\n[Provisions]\nSection|Question|Id|Points\n"
        .to_owned();
    let mut number = 0;
    for (section, questions) in sections {
        for _ in 0..questions {
            number += 1;
            text += &format!("{section}|Question {number}|q{number:02}|1\n");
        }
    }
    text += "[Results]\nId|Title|Part|Out of|Decimals|Halves\nindex|Index|||1|up\n";
    for (section, _) in sections {
        text += &format!("{0}-score|{0}|{0}|100|0|up\n", section.to_lowercase());
    }
    let head: Vec<String> = (1..=35).map(|number| format!("q{number:02}")).collect();
    text += &format!("[Economies]\nCode|{}", head.join("|"));
    text += &sections.map(|(section, _)| format!("|{section}")).concat();
    text += "|Index\n";
    let published: Vec<Vec<String>> =
        rows("tests/vectors/wbl-2020.csv").into_iter().filter(|row| row[2] == "2020").collect();
    for row in &published {
        let answers: Vec<String> = row[3].chars().map(String::from).collect();
        text += &format!("{}|{}|{}\n", row[0], answers.join("|"), row[4..].join("|"));
    }
    let brought = read("wbl.xlsx", &typed(&text));
    assert_eq!(errors(&brought), Vec::<&scoring::diagnose::Diagnostic>::new());
    assert_eq!(brought.cards.len(), 190);
    for (index, row) in published.iter().enumerate() {
        let mut printed = vec![row[12].trim_end_matches(".0").to_owned()];
        printed.extend_from_slice(&row[4..12]);
        let found: Vec<String> = results(&brought, index).into_iter().map(|(figure, _)| figure).collect();
        assert_eq!(found, printed, "{}", row[0]);
        assert_eq!(brought.cards[index].printed.len(), 9);
    }
}

/// Three mistakes in the published table, each told at its cell, while all other states are as they were.
#[test]
fn three_mistakes_on_purpose() {
    let mut published = rows("tests/vectors/sunlight-2015.csv");
    published[3][1] = "3".to_owned();
    published[7][7] = "E".to_owned();
    published[9][0] = published[8][0].clone();
    let brought = read("sunlight.xlsx", &workbook_of(&published));
    insta::assert_snapshot!(super::in_both_languages(&brought));
    assert_eq!(brought.cards.len(), 49);
}
