//! What is taken away from the page: the summary, the sheet for paper, the spreadsheet, the picture, the
//! data.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::LazyLock;

use lawgrade_tests::{any_scenario, card, connecticut, file, framework, scenario};
use proptest::prelude::*;
use scoring::{
    Baseline, Difference, Document, Evaluation, Imprint, Report, Scenario, Words, evaluate, picture, sheet,
    spreadsheet, summary,
};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fn imprint() -> Imprint {
    Imprint {
        link: "https://example.org/#pic-2019/ct-2019".to_owned(),
        date: "24 November 2026".to_owned(),
        version: "0123abcd".to_owned(),
    }
}

/// Both directions at once: law that reaches buyers and facilitators, without the racketeering law.
fn mixed() -> Evaluation {
    let on = ["trafficking-law-reaches-buyers", "trafficking-law-covers-facilitators"];
    evaluate(&CONNECTICUT, &scenario(&CONNECTICUT, &on, &["racketeering-predicates"]))
}

fn card_as_it_is() -> Evaluation {
    evaluate(&CONNECTICUT, &Scenario::default())
}

#[test]
fn the_summary_in_words() {
    insta::assert_snapshot!(summary(&CONNECTICUT, &mixed(), &imprint()).text());
}

#[test]
fn the_summary_in_markdown() {
    insta::assert_snapshot!(summary(&CONNECTICUT, &mixed(), &imprint()).markdown());
}

#[test]
fn the_summary_of_the_card_as_it_is() {
    insta::assert_snapshot!(summary(&CONNECTICUT, &card_as_it_is(), &imprint()).text());
}

#[test]
fn the_summary_of_a_change_that_moves_no_points() {
    let tree = evaluate(
        &CONNECTICUT,
        &scenario(&CONNECTICUT, &["registration-buying"], &["registration-online-enticing"]),
    );
    insta::assert_snapshot!(summary(&CONNECTICUT, &tree, &imprint()).text());
}

#[test]
fn the_sheet_for_paper() {
    insta::assert_snapshot!(sheet(&CONNECTICUT, &mixed(), &imprint()).markdown());
}

#[test]
fn the_spreadsheet() {
    insta::assert_snapshot!(spreadsheet(&CONNECTICUT, &mixed(), &imprint()));
}

#[test]
fn the_picture() {
    insta::assert_snapshot!(picture(&CONNECTICUT, &mixed(), &imprint()).replace('>', ">\n"));
}

/// Marks in the data stay words: Markdown shows them as they are.
#[test]
fn markdown_is_escaped() {
    let mut framework = framework();
    framework.provisions[0].label = "Laws *named* [so](https://example.org) with_a | pipe and <b>".to_owned();
    let baseline = Baseline::new(framework, card(), Words::english()).expect("only a label is another");
    let tree = evaluate(&baseline, &scenario(&baseline, &[], &["sex-trafficking-law"]));
    let markdown = summary(&baseline, &tree, &imprint()).markdown();
    assert!(
        markdown
            .contains(r"- Removed: Laws \*named\* \[so\](https://example.org) with\_a \| pipe and \<b\>."),
        "{markdown}"
    );
}

/// A jurisdiction, label or finding that a spreadsheet would calculate stays a text.
#[test]
fn no_cell_is_a_formula() {
    for start in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\"=1"] {
        let mut card = card();
        card.provisions[0].finding = format!("{start} \"quoted\", with a comma");
        let baseline = Baseline::new(framework(), card, Words::english()).expect("only a finding is another");
        let csv = spreadsheet(&baseline, &evaluate(&baseline, &Scenario::default()), &imprint());
        for cell in cells(&csv).concat() {
            let number = cell.parse::<f64>().is_ok();
            let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝']);
            assert!(number || !formula, "{cell}");
        }
        let found = cells(&csv).concat().into_iter().any(|cell| cell.contains("\"quoted\", with a comma"));
        assert!(found, "the finding is kept whole");
    }
}

/// The lines of a CSV file, read as RFC 4180 says.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = csv.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    while let Some(letter) = letters.next() {
        let line = lines.last_mut().expect("there is a line");
        let cell = line.last_mut().expect("there is a cell");
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(String::new()),
            '\r' if !quoted => assert_eq!(letters.peek(), Some(&'\n'), "lines end with both"),
            '\n' if !quoted => lines.push(vec![String::new()]),
            letter => cell.push(letter),
        }
    }
    assert_eq!(lines.pop(), Some(vec![String::new()]), "the last line is ended");
    lines
}

#[test]
fn the_report_fits_its_schema() {
    let schema = serde_json::from_str(&file("data/schema/report.schema.json")).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is one");
    for tree in [card_as_it_is(), mixed()] {
        let report = serde_json::to_value(Report::new(&CONNECTICUT, &tree)).expect("plain data");
        let errors: Vec<String> =
            schema.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new());
        let mut wrong = report.clone();
        wrong["total"] = "79".into();
        wrong["sections"][0]["components"][0]["extra"] = 1.into();
        assert_eq!(schema.iter_errors(&wrong).count(), 2, "the schema lets nothing else pass");
    }
}

fn all(tree: &Evaluation) -> [Document; 2] {
    [summary(&CONNECTICUT, tree, &imprint()), sheet(&CONNECTICUT, tree, &imprint())]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Every provision that differs and every component whose points move is named in each document, with
    /// the result and the link.
    #[test]
    fn nothing_is_left_out(scenario in any_scenario(&CONNECTICUT)) {
        let tree = evaluate(&CONNECTICUT, &scenario);
        let difference = Difference::new(&CONNECTICUT, &tree);
        let result = format!("{} of {}", tree.total, CONNECTICUT.framework().max);
        for text in all(&tree).iter().map(Document::text) {
            prop_assert!(text.contains(&result) && text.contains(&imprint().link));
            for (mark, list) in [("Added", &difference.added), ("Removed", &difference.removed)] {
                for provision in list {
                    let line = format!("- {mark}: {}.", provision.label);
                    prop_assert!(text.contains(&line), "{line}");
                }
            }
        }
        let text = summary(&CONNECTICUT, &tree, &imprint()).text();
        for moved in &difference.components {
            let component = &moved.after.component;
            let line = format!("- {} {}: from {} to {} of", component.id, component.title, moved.before, moved.after.points);
            prop_assert!(text.contains(&line), "{line}");
        }
    }

    /// The spreadsheet's figures are the tree's, and they add up.
    #[test]
    fn the_spreadsheet_adds_up(scenario in any_scenario(&CONNECTICUT)) {
        let tree = evaluate(&CONNECTICUT, &scenario);
        let lines = cells(&spreadsheet(&CONNECTICUT, &tree, &imprint()));
        let sum = |name: &str| -> f64 {
            let lines = lines.iter().filter(|line| line[0].starts_with(name));
            lines.map(|line| line[2].parse::<f64>().expect("points")).sum()
        };
        let total = tree.total.to_decimal();
        prop_assert_eq!((sum("Total"), sum("Section"), sum("Component")), (total, total, total));
        prop_assert!(lines.iter().all(|line| line.len() == lines[0].len()));
    }

    /// The picture is well-formed, and its text is text.
    #[test]
    fn the_picture_is_xml(scenario in any_scenario(&CONNECTICUT), words in "\\PC{0,40}") {
        let mut card = card();
        card.jurisdiction = format!("X{words}");
        let baseline = Baseline::new(framework(), card, Words::english()).expect("only the name is another");
        let tree = evaluate(&baseline, &scenario);
        let svg = picture(&baseline, &tree, &imprint());
        let read = roxmltree::Document::parse(&svg);
        prop_assert!(read.is_ok(), "{:?}", read.err());
        let grade = tree.band.grade.as_str();
        prop_assert!(read.is_ok_and(|svg| svg.descendants().any(|node| node.text() == Some(grade))));
    }
}
