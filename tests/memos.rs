//! The memo for whoever drafts a change of the law, and the letter to a legislator, of both cores and in both languages.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::LazyLock;

use lawgrade_tests::{any_scenario, connecticut, scenario, translated};
use proptest::prelude::*;
use scoring::telling::{self, Cohort};
use scoring::{Baseline, Imprint, Memo, Scenario, Situation, Words, evaluate, format_address, memo, say};

use crate::telling::{ENGLISH, SPANISH, switched, told};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

/// The longest address that mail programs of all kinds take.
const LONGEST: usize = 1900;

fn imprint(address: &str) -> Imprint {
    Imprint {
        link: format!("https://example.org/#{address}"),
        date: "24 November 2026".to_owned(),
        version: "0123abcd".to_owned(),
    }
}

/// Both directions at once, as in the tests of the other documents.
fn mixed(baseline: &Baseline) -> Memo {
    let on = ["trafficking-law-reaches-buyers", "trafficking-law-covers-facilitators"];
    let tree = evaluate(baseline, &scenario(baseline, &on, &["racketeering-predicates"]));
    memo(baseline, &tree, &imprint("pic-2019/ct-2019"))
}

fn of(cohort: &Cohort, address: &str) -> Memo {
    let card = cohort.cards.iter().position(|card| address.contains(&format!("/{}/", card.subject)));
    told(cohort, address, |scenario| {
        telling::memo(cohort, card.expect("it is a card's"), scenario, &imprint(address))
    })
}

/// All that a visitor can take of it, one below the other.
fn written(memo: &Memo, words: &Words) -> String {
    let letter = memo.letter(words);
    [
        memo.document(words).text(),
        memo.document(words).markdown(),
        format!("{}\n\n{}", letter.subject, letter.body),
        memo.mailto(words),
    ]
    .join("\n----\n")
}

/// What stands in an address behind the name of a field, as a mail program reads it.
fn field(address: &str, name: &str) -> String {
    let (_, rest) = address.split_once(&format!("{name}=")).expect("the address has the field");
    let encoded = rest.split('&').next().expect("there is something").as_bytes();
    let (mut read, mut place) = (Vec::new(), 0);
    while place < encoded.len() {
        let byte = encoded[place];
        let pair = encoded.get(place + 1..place + 3).filter(|_| byte == b'%');
        let pair = pair.and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => (read.push(byte), place += 3).1,
            None => (read.push(byte), place += 1).1,
        }
    }
    String::from_utf8(read).expect("it is text")
}

#[test]
fn of_a_card_of_ladders() {
    insta::assert_snapshot!(written(&mixed(&CONNECTICUT), CONNECTICUT.words()));
}

#[test]
fn of_a_card_of_ladders_in_spanish() {
    let baseline = translated("es");
    insta::assert_snapshot!(written(&mixed(&baseline), baseline.words()));
}

const CHANGED: [(usize, &str); 3] = [
    (0, "wbl-2020/ke/on=parental-leave"),
    (1, "sunlight-2015/wy/on=activity-with-position"),
    (2, "chicago-2019/chicago-advisory-council-on-equity/on=comment-policy"),
];

fn of_each(cohorts: &[Cohort]) -> String {
    let each = CHANGED.map(|(framework, address)| {
        let cohort = &cohorts[framework];
        written(&of(cohort, address), &cohort.telling.words)
    });
    each.join("\n\n----\n\n")
}

#[test]
fn of_cards_of_frameworks() {
    insta::assert_snapshot!(of_each(&ENGLISH));
}

#[test]
fn of_cards_of_frameworks_in_spanish() {
    insta::assert_snapshot!(of_each(&SPANISH));
}

#[test]
fn as_it_is_there_is_nothing_to_change() {
    let tree = evaluate(&CONNECTICUT, &Scenario::default());
    assert!(memo(&CONNECTICUT, &tree, &imprint("pic-2019/ct-2019")).is_empty());
    assert!(of(&ENGLISH[0], "wbl-2020/ke/").is_empty());
    assert!(!of(&ENGLISH[0], CHANGED[0].1).is_empty());
}

/// Of levels that come along with one another, the memo asks for the one that brings the rest, and the points are those
/// of all.
#[test]
fn what_comes_along_is_not_asked_for_by_itself() {
    let cohort = &ENGLISH[1];
    let address = "sunlight-2015/wy/on=activity-with-position";
    let memo = of(cohort, address);
    let (added, implied) = told(cohort, address, |scenario| {
        let implied = scenario.telling.rules.implied();
        (scenario.added.clone(), implied.closed(&implied.heads(&scenario.added)))
    });
    assert!(added.len() > memo.added.len());
    assert_eq!(implied.common(&added), added);
}

#[test]
fn a_letter_that_is_too_long_for_an_address_is_cut_and_says_where_the_rest_is() {
    let ids: Vec<&str> =
        CONNECTICUT.provisions().iter().filter(|of| !of.law.in_law).map(|of| of.id.as_str()).collect();
    let tree = evaluate(&CONNECTICUT, &scenario(&CONNECTICUT, &ids, &[]));
    let (words, link) = (CONNECTICUT.words(), imprint("pic-2019/ct-2019/on=all").link);
    let memo = memo(&CONNECTICUT, &tree, &imprint("pic-2019/ct-2019/on=all"));
    let (whole, sent) = (memo.letter(words).body, field(&memo.mailto(words), "body"));
    let asked = |letter: &str| letter.lines().filter(|line| line.starts_with("- ")).count();
    assert_eq!(asked(&whole), ids.len());
    let left_out = ids.len() - asked(&sent);
    assert!(left_out > 0 && asked(&sent) > 0);
    assert!(sent.contains(&format!("{left_out} more changes belong to it")) && sent.contains(&link));
}

/// However much is changed, the address is one that mail programs take, and it holds what it says it holds.
fn holds(memo: &Memo, words: &Words, link: &str) -> Result<(), TestCaseError> {
    let address = memo.mailto(words);
    prop_assert!(address.len() <= LONGEST, "{}: {address}", address.len());
    prop_assert!(address.is_ascii() && !address.contains(char::is_whitespace));
    let letter = memo.letter(words);
    let (subject, body) = (field(&address, "subject"), field(&address, "body"));
    prop_assert_eq!(subject, letter.subject);
    prop_assert!(!body.replace("\r\n", "").contains(['\r', '\n']));
    if body == say::memo::too_long(words) {
        return Ok(());
    }
    prop_assert!(body.contains(link));
    let all =
        [&memo.added, &memo.removed].map(|wanted| wanted.iter().map(|wanted| format!("- {}", wanted.label)));
    let all: Vec<String> = all.into_iter().flatten().collect();
    let kept = body.split("\r\n").filter(|line| line.starts_with("- ")).collect::<Vec<_>>();
    prop_assert_eq!(&kept, &all[..kept.len()].iter().map(String::as_str).collect::<Vec<_>>());
    if kept.len() == all.len() {
        prop_assert_eq!(body.replace("\r\n", "\n"), letter.body);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn letters_of_ladders_fit_into_an_address(scenario in any_scenario(&CONNECTICUT)) {
        let tree = evaluate(&CONNECTICUT, &scenario);
        let imprint = imprint(&format_address(&CONNECTICUT, &Situation::from(scenario.clone())));
        holds(&memo(&CONNECTICUT, &tree, &imprint), CONNECTICUT.words(), &imprint.link)?;
    }

    #[test]
    fn letters_of_frameworks_fit_into_an_address(
        framework in 0..3_usize,
        card in 0..8_usize,
        switches in proptest::collection::vec(0..200_usize, 0..30),
    ) {
        let cohort = &SPANISH[framework];
        let session = switched(cohort, card, &switches);
        let imprint = imprint(&session.address());
        let memo = cohort.told_of(card, session.answers(), &session.address(), |scenario| {
            telling::memo(cohort, card, scenario, &imprint)
        });
        holds(&memo.expect("there is a card"), &cohort.telling.words, &imprint.link)?;
    }
}
