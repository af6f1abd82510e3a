//! What scenarios came to when they were saved: kept, read from files that anybody may have written, and told.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::LazyLock;

use lawgrade_tests::{connecticut, file, found, translated};
use proptest::prelude::*;
use scoring::shelf::{
    AddressReader, Elsewhere, FileProblem, Saved, SavedElsewhere, SavedLines, SavedResult, Shelf, read,
};
use scoring::{Baseline, Comparison, Scenario};

use crate::telling::{ENGLISH as COHORTS, SPANISH as COHORTS_IN_SPANISH};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);
static IN_SPANISH: LazyLock<Baseline> = LazyLock::new(|| translated("es"));

const BUYERS: &str = "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers";
const LEAVE: &str = "wbl-2020/ke/on=parental-leave";

/// A day as it is, so that snapshots show where it stands.
fn day(date: &str) -> String {
    format!("<{date}>")
}

fn saved(reader: &dyn AddressReader, name: &str, address: &str, date: &str) -> Saved {
    Saved { name: name.to_owned(), address: address.to_owned(), result: reader.result_of(address, date) }
}

fn written(shelf: &Shelf) -> String {
    serde_json::to_string(&shelf.file()).expect("a shelf is plain data")
}

fn read_text(text: &str) -> (Vec<Saved>, Vec<FileProblem>) {
    read(&*CONNECTICUT, &found(text).expect("it is JSON"))
}

/// Four report cards, and what each keeps.
fn of_all_cards() -> Vec<Saved> {
    vec![
        saved(&*CONNECTICUT, "Buyers", BUYERS, "2026-05-03"),
        saved(&COHORTS[0], "Leave", LEAVE, "2026-11-28"),
        saved(&COHORTS_IN_SPANISH[1], "Dakota", "sunlight-2015/sd", "2024-02-29"),
        saved(&COHORTS[2], "Equity", "chicago-2019/chicago-advisory-council-on-equity", "2026-11-28"),
        Saved { name: "Old".to_owned(), address: "made-2020/xx".to_owned(), result: None },
    ]
}

#[test]
fn each_framework_keeps_its_leading_result_as_data() {
    let mut shelf = Shelf::default();
    shelf.add(of_all_cards());
    insta::assert_snapshot!(serde_json::to_string_pretty(&shelf.file()).expect("plain data"));
    assert_eq!(read_text(&written(&shelf)).0, shelf.saved());
    for date in [
        "",
        "today",
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-1-1",
        "+2026-01-01",
        "0999-01-01",
        "2026-05-03-",
    ] {
        assert_eq!(CONNECTICUT.result_of(BUYERS, date), None, "{date}");
    }
    for date in ["2024-02-29", "2000-02-29", "2026-12-31", "9999-04-30"] {
        assert!(CONNECTICUT.result_of(BUYERS, date).is_some(), "{date}");
    }
    assert_eq!(CONNECTICUT.result_of(LEAVE, "2026-05-03"), None);
    assert_eq!(COHORTS[0].result_of(BUYERS, "2026-05-03"), None);
}

/// Lists that releases before this have written are read as they were, and written again without more in them.
#[test]
fn earlier_lists_stay_as_they_are() {
    for release in ["0.1.0", "0.2.0"] {
        let text = file(&format!("tests/earlier/{release}/scenarios.json"));
        let (scenarios, problems) = read_text(&text);
        let mut shelf = Shelf::default();
        assert!(shelf.add(scenarios) > 0);
        assert!(shelf.saved().iter().all(|saved| saved.result.is_none()));
        assert!(
            problems.iter().all(|problem| matches!(problem, FileProblem::Address { .. })),
            "{problems:?}"
        );
        let again: serde_json::Value = serde_json::from_str(&written(&shelf)).expect("it is JSON");
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON"));
    }
}

#[test]
fn it_goes_with_its_scenario() {
    let result = |date: &str| CONNECTICUT.result_of(BUYERS, date);
    let mut shelf = Shelf::default();
    shelf.save("a", BUYERS.to_owned(), result("2026-05-03"));
    shelf.duplicate(0);
    shelf.rename(1, "b");
    let removed = shelf.remove(0).expect("it is there");
    shelf.put_back(0, removed);
    let dates = |shelf: &Shelf| -> Vec<String> {
        let date = |saved: &Saved| saved.result.as_ref().map_or("none", SavedResult::date).to_owned();
        shelf.saved().iter().map(|saved| format!("{} {}", saved.name, date(saved))).collect()
    };
    assert_eq!(dates(&shelf), ["a 2026-05-03", "b 2026-05-03"]);
    // Saved again as what it is, it is renewed; under another name or as something else it is one of its own.
    assert_eq!(shelf.save(" a ", BUYERS.to_owned(), result("2026-06-01")), 0);
    assert_eq!(shelf.save("a", format!("{BUYERS}/to=A"), None), 2);
    assert_eq!(dates(&shelf), ["a 2026-06-01", "b 2026-05-03", "a (2) none"]);
    // Of two tabs or files the later day stays, whichever is read first, and none is no later one.
    let with = |date: Option<&str>| Saved { result: date.and_then(result), ..shelf.saved()[0].clone() };
    let (mut one, mut other) = (shelf.clone(), Shelf::default());
    for date in [None, Some("2026-05-20"), Some("2026-07-01"), Some("2026-06-30")] {
        assert_eq!(one.add(vec![with(date)]), 0);
    }
    assert_eq!(dates(&one), ["a 2026-07-01", "b 2026-05-03", "a (2) none"]);
    assert_eq!(other.add(vec![with(None), with(Some("2026-07-01")), with(None)]), 1);
    assert_eq!(dates(&other), ["a 2026-07-01"]);
}

#[test]
fn every_mistake_in_it_is_told_by_its_place() {
    let whole = r#""framework": "F 2020", "subject": "S", "date": "2026-05-03""#;
    let long = "x".repeat(161);
    let results = [
        "3".to_owned(),
        "null".to_owned(),
        r#"["deep", [1]]"#.to_owned(),
        "{}".to_owned(),
        format!("{{{whole}}}"),
        format!(r#"{{{whole}, "figure": 82.5, "of": "1e9", "grade": ""}}"#),
        format!(r#"{{{whole}, "figure": "NaN", "of": "12345678901234", "grade": "{long}"}}"#),
        format!(r#"{{{whole}, "figure": "-", "of": "1.", "grade": "B\u202e"}}"#),
        format!(r#"{{{whole}, "figure": ".5", "of": "1.1234567", "grade": "B\n"}}"#),
        format!(r#"{{{whole}, "figure": "-12.5", "of": "0", "grade": "<b>A</b>", "later": {{"a": [1]}}}}"#),
        format!(r#"{{{whole}, "framework": "F\u200b", "subject": " S", "date": "2026-02-30"}}"#),
        format!(r#"{{{whole}, "subject": {{"en": "S"}}}}"#),
    ];
    let entries =
        results.map(|result| format!(r#"{{"name": "n", "address": "wbl-2020/ke", "result": {result}}}"#));
    let (scenarios, problems) =
        read_text(&format!(r#"{{"lawgrade": 1, "scenarios": [{}]}}"#, entries.join(",")));
    assert_eq!(scenarios.len(), entries.len());
    let told = problems.iter().filter(|problem| !matches!(problem, FileProblem::Address { .. }));
    let told = told.map(|problem| problem.in_words(CONNECTICUT.words()));
    let kept = scenarios.iter().enumerate().filter_map(|(index, saved)| {
        Some(format!("  kept: {index} {}", saved.result.as_ref()?.came_to(CONNECTICUT.words(), &day)))
    });
    insta::assert_snapshot!(told.chain(kept).collect::<Vec<_>>().join("\n"));
}

fn lines(SavedLines { card, now, then }: SavedLines) -> String {
    card.into_iter().chain(now).chain(then).collect::<Vec<_>>().join(" | ")
}

fn told(computed: Comparison, Elsewhere { scenarios, unknown }: Elsewhere) -> String {
    let heads = computed.columns.into_iter().map(|column| format!("{} ({})", column.name, column.changes));
    let rows = scenarios.into_iter().map(|scenario| {
        let SavedElsewhere { name, address, framework, subject, result, date } = scenario;
        format!("  {name} | {framework} | {subject} | {result} | {date} | #{address}")
    });
    let heads = heads.collect::<Vec<_>>().join(" | ");
    std::iter::once(heads).chain(rows).chain(unknown).collect::<Vec<_>>().join("\n")
}

/// On Connecticut's page and on that of another framework, in both languages: what is of the page's own framework is
/// computed, all else told as it was when it was saved, and what has no result is named.
#[test]
fn lists_and_tables_of_several_report_cards() {
    let all = of_all_cards();
    let on_card = |baseline: &Baseline| {
        let list = all.iter().map(|saved| lines(SavedLines::on_card(baseline, saved, &day)));
        let table = told(
            Comparison::with_saved(baseline, Scenario::default(), &all, &day),
            Elsewhere::on_card(baseline, &all, &day),
        );
        list.chain([table]).collect::<Vec<_>>().join("\n")
    };
    let on_cohort = |cohort: &scoring::telling::Cohort| {
        let list = all.iter().map(|saved| lines(cohort.lines_of(saved, &day)));
        let here = cohort.session(0).expect("there is a card");
        let table = cohort.told_of(0, here.answers(), "", |here| {
            told(cohort.compared(here, &all, &day), cohort.elsewhere(&all, &day))
        });
        list.chain(table).collect::<Vec<_>>().join("\n")
    };
    let pages = [
        on_card(&CONNECTICUT),
        on_card(&IN_SPANISH),
        on_cohort(&COHORTS[0]),
        on_cohort(&COHORTS_IN_SPANISH[0]),
    ];
    insta::assert_snapshot!(pages.join("\n\n"));
}

/// Rules, cards and readers change: what came to something else is told so, at the scenario and at its column.
#[test]
fn what_came_to_something_else_says_so() {
    let result = |fields: &str| {
        let text = format!(
            r#"{{"lawgrade": 1, "scenarios": [{{"name": "Then", "address": "{BUYERS}", "result": {{"framework": "F",
            "subject": "S", "date": "2026-05-03"{fields}}}}}]}}"#
        );
        read_text(&text).0
    };
    let same = result(r#", "figure": "82.5", "of": "102.5", "grade": "B""#);
    assert_eq!(
        same[0].result.as_ref().map(|then| then.result(CONNECTICUT.words())),
        Some("82.5 of 102.5 (B)".to_owned())
    );
    assert_eq!(SavedLines::on_card(&CONNECTICUT, &same[0], &day).then, None);
    let then = [
        r#", "figure": "80", "of": "102.5", "grade": "C""#,
        r#", "figure": "82.5", "of": "100", "grade": "B""#,
        r#", "figure": "82.5", "of": "102.5", "grade": "A""#,
        r#", "figure": "80", "grade": "C""#,
        r#", "figure": "-1234.5""#,
        "",
    ];
    let told = then.map(|fields| {
        let saved = result(fields);
        let of = |baseline: &Baseline| {
            let heads = Comparison::with_saved(baseline, Scenario::default(), &saved, &day).columns;
            format!("{}\n  {}", lines(SavedLines::on_card(baseline, &saved[0], &day)), heads[2].changes)
        };
        [of(&CONNECTICUT), of(&IN_SPANISH)].join("\n")
    });
    insta::assert_snapshot!(told.join("\n"));
    let of_kenya = [Saved { address: LEAVE.to_owned(), ..result(then[0]).remove(0) }];
    let cohort = &COHORTS[0];
    assert_eq!(
        lines(cohort.lines_of(&of_kenya[0], &day)),
        "Kenya: 83.1 | Came to 80 of 102.5 (C) when it was saved on <2026-05-03>."
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    /// Whatever stands in a file: what is kept of it is written and read again as it is, with nothing told, and nothing of it
    /// is unseen.
    #[test]
    fn what_is_kept_is_read_again(texts in proptest::collection::vec("\\PC{0,3}[\u{200b}\u{202e}\u{a}\u{a0} a-z]{0,3}", 3), figure in "-?[0-9]{0,14}(\\.[0-9]{0,7})?", (year, month, day) in (0..10100_u32, 0..14_u32, 0..33_u32)) {
        let date = format!("{year:04}-{month:02}-{day:02}");
        let result = serde_json::json!({"framework": texts[0], "subject": texts[1], "grade": texts[2], "figure": figure, "of": figure, "date": date});
        let text = serde_json::json!({"lawgrade": 1, "scenarios": [{"name": "n", "address": BUYERS, "result": result}]}).to_string();
        let (scenarios, problems) = read_text(&text);
        prop_assert_eq!(scenarios[0].result.is_none(), !problems.is_empty());
        let mut shelf = Shelf::default();
        shelf.add(scenarios);
        let again = read_text(&written(&shelf));
        prop_assert_eq!(&again, &(shelf.saved().to_vec(), Vec::new()));
        if let Some(result) = &shelf.saved()[0].result {
            let told = result.came_to(CONNECTICUT.words(), &super::saved_results::day);
            prop_assert!(!told.chars().any(scoring::is_invisible), "{}", told);
        }
    }
}
