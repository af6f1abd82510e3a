//! The law that Connecticut's card cites: where its official text stands, as readers find it in every form.
#![allow(missing_docs, clippy::expect_used)]

use lawgrade_tests::{card, file, framework};
use scoring::data::Statutes;
use scoring::{Baseline, Scenario, Words, evaluate};

fn statutes() -> Statutes {
    serde_json::from_str(&file("data/statutes/ct.json")).expect("the statutes can be read")
}

fn linked() -> Baseline {
    let mut card = card();
    statutes().link(&mut card);
    Baseline::new(framework(), card, Words::english()).expect("the card is right")
}

/// Addresses as the legislature has them; what is not confirmed has none.
#[test]
fn sections_stand_in_their_chapters() {
    let statutes = statutes();
    let address = |cited: &str| statutes.section(cited).and_then(|section| statutes.address(section));
    for (cited, end) in [
        ("Conn. Gen. Stat. § 53a-192a", Some("chap_952.htm#sec_53a-192a")),
        ("Conn. Gen. Stat. § 53a-28(c)", Some("chap_952.htm#sec_53a-28")),
        ("Conn. Gen. Stat. § 52-570d(b)(1)", Some("chap_925.htm#sec_52-570d")),
        ("Conn. Gen. Stat. § 46b-120", Some("chap_815t.htm#sec_46b-120")),
        ("Conn. Gen. Stat. § 53-394", Some("chap_949c.htm#sec_53-394")),
        ("Conn. Gen. Stat. § 54-36p", None),
        ("Conn. Gen. Stat. § 52-571i", None),
        ("Conn. Gen. Stat. § 1-1", None),
        ("Ohio Rev. Code § 53a-192a", None),
    ] {
        let expected = end.map(|end| format!("https://www.cga.ct.gov/current/pub/{end}"));
        assert_eq!(address(cited), expected, "{cited}");
    }
}

/// An act's name has two digits of its year; before 1991 acts have no address.
#[test]
fn acts_stand_under_their_year() {
    let statutes = statutes();
    for (act, end) in [
        ("17-32", Some("which_year=2017&bill_num=32")),
        ("99-113", Some("which_year=1999&bill_num=113")),
        ("06-43", Some("which_year=2006&bill_num=43")),
        ("85-347", None),
        ("no act", None),
    ] {
        let address = statutes.act_address(act);
        match end {
            Some(end) => {
                assert!(address.as_ref().is_some_and(|address| address.ends_with(end)), "{act}: {address:?}")
            }
            None => assert_eq!(address, None, "{act}"),
        }
    }
}

/// Every citation has its official text, or the table says why it has none.
#[test]
fn every_citation_is_known() {
    let (statutes, baseline) = (statutes(), linked());
    assert_eq!(statutes.unknown(baseline.card()), Vec::<&scoring::data::Citation>::new());
    let all: Vec<_> = baseline.card().provisions.iter().flat_map(|finding| &finding.citations).collect();
    let without: Vec<&str> =
        all.iter().filter(|one| one.address.is_none()).map(|one| one.text.as_str()).collect();
    assert_eq!(all.len(), 105);
    assert_eq!(without.len(), 6, "{without:?}");
    for text in without {
        let section = statutes.section(text).expect("the table knows it");
        assert!(section.chapter.is_none() && !section.basis.is_empty(), "{text}");
    }
}

/// On paper and in a spreadsheet the address stands in full; a line on a page has it behind its words.
#[test]
fn links_are_carried_along() {
    let baseline = linked();
    let words = Words::english();
    let provision = baseline
        .provisions()
        .iter()
        .find(|one| one.id == "trafficking-law-reaches-buyers")
        .expect("it is there");
    let address = "https://www.cga.ct.gov/current/pub/chap_952.htm#sec_53a-192a";
    assert_eq!(provision.law.cited(&words), "Conn. Gen. Stat. §\u{a0}53a-192a");
    assert_eq!(provision.law.cited_in_full(&words), format!("Conn. Gen. Stat. §\u{a0}53a-192a ({address})"));
    let mut scenario = Scenario::default();
    scenario.set(provision, true);
    let evaluation = evaluate(&baseline, &scenario);
    let report =
        serde_json::to_string(&scoring::Report::new(&baseline, &evaluation)).expect("a report is plain data");
    assert!(report.contains(&format!("\"address\":\"{address}\"")));
    assert!(
        scoring::spreadsheet(&baseline, &evaluation, &scoring::Imprint::default())
            .contains(&format!("({address})"))
    );
}
