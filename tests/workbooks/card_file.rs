//! Card files as strangers may write them. Whole ones come back among the round trips.

use proptest::prelude::*;
use scoring::diagnose::Severity;
use scoring::rules::evaluate;
use serde_json::{Value, json};
use workbook::{Brought, card_file, read};

/// A small card file, with other fields in place of some of its own.
fn made(fields: Value) -> String {
    let mut file = json!({
        "lawgrade": 1,
        "language": "en",
        "framework": {
            "id": "made-2026", "title": "Made", "year": 2026, "publisher": "Us", "about": "Made for a test.",
            "provisions": [{"id": "a", "label": "A holds"}, {"id": "b", "label": "B holds"}],
            "sections": [{"id": "one", "title": "One", "checklist": ["a", "b"]}],
            "bands": [{"grade": "A", "from": 2}, {"grade": "F", "from": 0}],
        },
        "cards": "subject,name,a,b,band:total\nct,Connecticut,y,y,A\nny,New York,n,y,F\n",
        "findings": {"a": {"finding": "It holds.", "citation": "§ 5", "basis": "statute"}},
        "words": {"es": {
            "title": "Hecho", "about": "Hecho para una prueba.", "sections": {"one": {"title": "Uno"}},
            "provisions": {"a": "Rige A", "b": "Rige B"},
        }},
    });
    let (Value::Object(file_fields), Value::Object(fields)) = (&mut file, fields) else { panic!("objects") };
    file_fields.extend(fields);
    file.to_string()
}

fn codes(brought: &Brought) -> Vec<&'static str> {
    brought.found.iter().map(|one| one.code.name()).collect()
}

#[test]
fn a_whole_one_has_nothing_to_be_said() {
    let brought = read("card.json", made(json!({})).as_bytes());
    assert_eq!(brought.found, []);
    assert_eq!((brought.cards.len(), brought.findings.len(), brought.words.len()), (2, 1, 1));
    assert_eq!(brought.language, "en");
    let again = card_file::write(&brought).expect("it has a framework");
    assert_eq!(card_file::write(&card_file::read(&again)), Some(again));
    let minimal = json!({"lawgrade": 1, "framework": serde_json::from_str::<Value>(&made(json!({}))).expect("JSON")["framework"]});
    let brought = card_file::read(&minimal.to_string());
    assert_eq!((codes(&brought), brought.cards.len()), (Vec::new(), 0));
    assert_eq!(card_file::write(&Brought::default()), None);
}

/// Every mistake has its place, and what works is there.
#[test]
fn damaged_ones_are_told() {
    let with = |pointer: &str, value: Value| {
        let mut file: Value = serde_json::from_str(&made(json!({}))).expect("JSON");
        *file.pointer_mut(&format!("/framework{pointer}")).expect("a place") = value;
        file.to_string()
    };
    let whole = made(json!({}));
    let mut told = String::new();
    for (what, text) in [
        ("cut off", whole[..whole.len() / 2].to_owned()),
        ("of a later version", made(json!({"lawgrade": 2}))),
        ("with a stranger's field", made(json!({"script": "alert(1)"}))),
        ("without rules", json!({"lawgrade": 1, "cards": "subject\nct\n"}).to_string()),
        ("with rules of another shape", with("/provisions/0/label", json!({"html": "<b>"}))),
        ("with a field that is missing", with("/provisions/0", json!({"id": "a"}))),
        (
            "with a field that is unknown",
            with("/provisions/0", json!({"id": "a", "label": "A", "onclick": "x"})),
        ),
        (
            "with a wrong rule",
            with("/provisions/0", json!({"id": "a", "label": "A", "implies": ["no-such-thing"]})),
        ),
        (
            "with wrong cards",
            made(json!({"cards": "subject,a,b,band:total\nct,y,maybe,A\nny,y,y,F\n,y,y,\n"})),
        ),
        ("with cards of another shape", made(json!({"cards": [["subject"]]}))),
        (
            "with wrong findings",
            made(json!({"findings": {"c": {"finding": "x"}, "a": {"basis": "guessed"}}})),
        ),
        (
            "with wrong findings on the law of each",
            made(json!({"subjectFindings": [
                {"subject": "ct", "provision": "a", "finding": "It holds."},
                {"subject": "ct", "provision": "a", "finding": "Again."},
                {"subject": "oh", "provision": "a", "finding": "x"},
                {"subject": "ny", "year": 2019, "provision": "a", "finding": "x"},
                {"subject": "ny", "provision": "c", "finding": "x"},
                {"subject": "ny", "provision": "b"},
                {"subject": "ny", "provision": "b", "finding": {"html": "<b>"}},
                {"provision": "b", "finding": "x"},
            ]})),
        ),
        ("with findings on the law of each in another shape", made(json!({"subjectFindings": {"ct": {}}}))),
        ("with wrong words", made(json!({"words": {"es": {"title": "Hecho"}, "<b>": {}}}))),
        ("in no language", made(json!({"language": "no such language"}))),
    ] {
        told += &format!("A file {what}\n\n{}\n", super::in_both_languages(&card_file::read(&text)));
    }
    insta::assert_snapshot!(told);
}

/// Signs that nobody sees are left out of every text, and what looks like a page is text.
#[test]
fn hostile_texts_are_only_texts() {
    let text = "</script><script>alert(1)</script> \u{202e}left\u{2028} <img src=x onerror=alert(1)>";
    let plain = "</script><script>alert(1)</script> left <img src=x onerror=alert(1)>";
    let own = json!({"subjectFindings": [{"subject": "ct", "provision": "b", "finding": text}]});
    let mut file: Value = serde_json::from_str(&made(own)).expect("JSON");
    for place in
        ["/framework/title", "/framework/publisher", "/framework/provisions/0/label", "/findings/a/finding"]
    {
        *file.pointer_mut(place).expect("a place") = json!(text);
    }
    file["cards"] = json!(format!("subject,name,a,b\nct,\"{text}\",y,y\n"));
    let brought = card_file::read(&file.to_string());
    assert!(codes(&brought).iter().all(|code| *code == "tidied"), "{:?}", brought.found);
    let framework = brought.framework.clone().expect("a framework");
    let label = &framework.provisions[0].label;
    for text in [&framework.title, &framework.publisher, label] {
        assert_eq!(text, plain);
    }
    assert_eq!(brought.cards[0].name.as_deref(), Some(plain));
    assert_eq!(brought.findings["a"].finding.as_deref(), Some(plain));
    let of_b = brought.findings["b"].finding.as_deref();
    assert_eq!(of_b, Some(plain), "the file has one card, whose findings stand together");
    let again = card_file::read(&card_file::write(&brought).expect("it has a framework"));
    assert_eq!(again.found, []);
    assert_eq!(again.cards, brought.cards);
}

#[test]
fn huge_ones_are_cut_off() {
    let deep = format!("{{\"lawgrade\":1,\"framework\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let wide = format!("{{\"lawgrade\":1,\"framework\":[{}1]}}", "1,".repeat(3_000_000));
    let long = format!("{{\"lawgrade\":1,\"a\":\"{}\"}}", "a".repeat(9 << 20));
    let rows: String = (0..25_000).map(|number| format!("s{number},y,y\n")).collect();
    let answers = "y,".repeat(4_000);
    for (text, code) in [
        (deep, "not-json"),
        (wide, "wrong-shape"),
        (long, "file-too-large"),
        (made(json!({"cards": format!("subject,a,b\n{rows}")})), "too-many-rows"),
        (made(json!({"cards": format!("subject,a,b\nct,{answers}\n")})), "too-many-columns"),
        (made(json!({"findings": {"a": {"finding": "a".repeat(40_000)}}})), "cell-too-long"),
        ("{\"lawgrade\": 1e999}".to_owned(), "not-json"),
        (made(json!({"framework": {"id": "a", "year": 1e30}})), "wrong-shape"),
    ] {
        let brought = card_file::read(&text);
        assert!(codes(&brought).contains(&code), "{code}: {:?}", codes(&brought));
    }
}

#[test]
fn other_json_is_no_card_file() {
    for text in ["{\"id\": \"made\"}", "[{\"lawgrade\": 1}]"] {
        assert_eq!(codes(&read("card.json", text.as_bytes())), ["not-a-spreadsheet"], "{text}");
    }
    assert!(codes(&read("card.json", b"{\"lawgrade\": \"\xff\"}")).contains(&"broken-file"));
    let marked = ["\u{feff}", &made(json!({}))].concat();
    assert_eq!(read("card.json", marked.as_bytes()).found, []);
}

proptest! {
    /// Whatever one letter of a file becomes: no panic, and what comes of it can be written and read again.
    #[test]
    fn a_letter_that_is_another_does_no_harm(place in any::<proptest::sample::Index>(), letter in any::<char>()) {
        let whole: Vec<char> = made(json!({})).chars().collect();
        let mut spoilt = whole.clone();
        spoilt[place.index(whole.len())] = letter;
        let brought = card_file::read(&spoilt.into_iter().collect::<String>());
        let is_wrong = brought.found.iter().any(|one| one.severity() == Severity::Error);
        prop_assert!(brought.rules.is_some() || is_wrong);
        let Some(text) = card_file::write(&brought) else { return Ok(()) };
        let again = card_file::read(&text);
        prop_assert_eq!(&again.rules, &brought.rules);
        let rules = again.rules.expect("it was written");
        for (card, before) in again.cards.iter().zip(&brought.cards) {
            prop_assert_eq!(evaluate(&rules, &card.answers), evaluate(&rules, &before.answers));
        }
    }
}
