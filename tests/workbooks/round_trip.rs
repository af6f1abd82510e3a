//! What is written reads back to the same rules, cards and words.

use std::collections::BTreeMap;

use lawgrade_tests::any_rules::framework as any_framework;
use lawgrade_tests::{card, file};
use proptest::prelude::*;
use scoring::ProvisionSet;
use scoring::Words;
use scoring::cards::{Card, Findings, SubjectFindings, read as read_cards};
use scoring::data::Basis;
use scoring::facts::Answers;
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::rules::{Rules, compile, evaluate};
use workbook::write::{csv, xlsx};
use workbook::{Brought, Finding, card_file, read};

/// A framework with all that can be written beside it.
struct Whole {
    framework: Framework,
    rules: Rules,
    cards: Vec<Card>,
    findings: Findings,
    subject_findings: SubjectFindings,
    words: BTreeMap<String, FrameworkWords>,
}

impl Whole {
    fn of(framework: Framework) -> Self {
        let rules = compile(&framework).expect("the framework is right");
        let (cards, findings, subject_findings, words) = Default::default();
        Self { framework, rules, cards, findings, subject_findings, words }
    }

    fn brought(&self) -> Brought {
        let Whole { framework, rules, cards, findings, subject_findings, words } = self;
        Brought {
            framework: Some(framework.clone()),
            rules: Some(rules.clone()),
            cards: cards.clone(),
            findings: findings.clone(),
            subject_findings: subject_findings.clone(),
            words: words.clone(),
            ..Brought::default()
        }
    }

    /// The whole as it comes back, as a workbook, as a text and as a card file.
    fn back(&self) -> [Brought; 3] {
        let brought = self.brought();
        let contents = brought.contents().expect("there is a framework");
        let bytes = xlsx(&contents, &Words::english()).expect("it can be written");
        let file = card_file::write(&brought).expect("there is a framework");
        [
            read("card.xlsx", &bytes),
            read("card.csv", csv(&contents).as_bytes()),
            read("card.json", file.as_bytes()),
        ]
    }

    fn comes_back(&self) {
        for brought in self.back() {
            assert_eq!(brought.found, [], "{}", self.framework.id);
            assert_eq!(json(brought.framework.as_ref()), json(Some(&self.framework)));
            assert_eq!(brought.rules.as_ref(), Some(&self.rules));
            assert_eq!(brought.cards, self.cards);
            assert_eq!(brought.findings, self.findings);
            assert_eq!(brought.subject_findings, self.subject_findings);
            assert_eq!(brought.words, self.words);
        }
    }
}

fn json(framework: Option<&Framework>) -> serde_json::Value {
    serde_json::to_value(framework).expect("a framework is plain data")
}

/// Every framework that has a folder, with its cards and its words.
#[test]
fn every_framework_comes_back_with_its_cards_and_words() {
    for (id, cards) in [("chicago-2019", 148), ("sunlight-2015", 50), ("wbl-2020", 190)] {
        let text = file(&format!("data/{id}/framework.json"));
        let mut whole = Whole::of(serde_json::from_str(&text).expect("a framework"));
        whole.cards = read_cards(&whole.rules, &file(&format!("data/{id}/cards.csv"))).cards;
        assert_eq!(whole.cards.len(), cards);
        let words = file(&format!("data/{id}/words.es.json"));
        let words: FrameworkWords = serde_json::from_str(&words).expect("its words");
        whole.words.insert("es".to_owned(), FrameworkWords { schema: None, ..words });
        whole.comes_back();
    }
    let folders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../data")).expect("there is data");
    let folders = folders
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("framework.json").is_file());
    assert_eq!(folders.count(), 3, "every folder is tried");
}

/// Connecticut's card with its findings and statutes, which stand beside the provisions.
#[test]
fn connecticut_comes_back_with_its_findings() {
    let text = file("data/frameworks/pic-2019.json");
    let mut whole = Whole::of(serde_json::from_str(&text).expect("a framework"));
    let card = card();
    let held: ProvisionSet =
        (0..).zip(&card.provisions).filter(|(_, one)| one.in_law).map(|(index, _)| index).collect();
    let ids: Vec<&str> = card.provisions.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, whole.rules.provisions());
    let (subject, name) = ("ct".to_owned(), Some(card.jurisdiction.clone()));
    let answers = Answers::of(held);
    whole.cards =
        vec![Card { subject, name, group: None, year: Some(card.year), answers, printed: Vec::new() }];
    for one in &card.provisions {
        let cited: Vec<&str> = one.citations.iter().map(|citation| citation.text.as_str()).collect();
        let citation = Some(cited.join("; ")).filter(|cited| !cited.is_empty());
        let finding = Finding { finding: Some(one.finding.clone()), citation, basis: Some(one.basis) };
        whole.findings.insert(one.id.clone(), finding);
    }
    whole.comes_back();
}

/// Findings on the law of each of several subjects, beside some for all, with every text that is hard to write.
#[test]
fn findings_of_several_subjects_come_back() {
    let text = file("data/sunlight-2015/framework.json");
    let mut whole = Whole::of(serde_json::from_str(&text).expect("a framework"));
    whole.cards = read_cards(&whole.rules, &file("data/sunlight-2015/cards.csv")).cards;
    for years in [false, true] {
        let ids = whole.rules.provisions().to_vec();
        let texts =
            ["=1+1", "“By order”, “§ 5”; 1/2", "<img src=x onerror=alert(1)>", "Nein, ¿sí?", "-", "2,5"];
        let text = |number: usize| {
            Some(texts[number % texts.len()].to_owned()).filter(|_| !number.is_multiple_of(7))
        };
        let bases = [None, Some(Basis::Statute), Some(Basis::Published), Some(Basis::Assumed)];
        let finding = |number: usize| Finding {
            finding: text(number),
            citation: text(number + 1),
            basis: bases[number % bases.len()],
        };
        if years {
            // Each subject once more, in the year before.
            let of = |year| move |card: &Card| Card { year: Some(year), ..card.clone() };
            whole.cards = [2014, 2015].iter().flat_map(|year| whole.cards.iter().map(of(*year))).collect();
        }
        whole.findings = ids.iter().take(3).map(|id| (id.clone(), finding(1))).collect();
        whole.subject_findings = SubjectFindings::new();
        for (number, card) in whole.cards.iter().enumerate().filter(|(number, _)| number % 3 > 0) {
            let found = ids.iter().enumerate().filter(|(place, _)| (place + number) % 4 == 0);
            let found = found.map(|(place, id)| (id.clone(), finding(place + number)));
            let found: Findings = found.filter(|(_, found)| *found != Finding::default()).collect();
            whole.subject_findings.insert((card.subject.clone(), card.year), found);
        }
        assert!(whole.subject_findings.len() > 30);
        whole.comes_back();
    }
}

/// Names that differ from those of the format by little, or not at all, are still the framework's own.
#[test]
fn names_like_those_of_the_format_come_back() {
    let provisions: Vec<serde_json::Value> = ["na-me", "sub.ject", "state", "grade", "total"]
        .iter()
        .map(|id| serde_json::json!({"id": id, "label": format!("Text of {id}")}))
        .collect();
    let sections =
        serde_json::json!([{"title": "One", "checklist": ["na-me", "sub.ject", "state", "grade", "total"]}]);
    let file = serde_json::json!({
        "id": "made", "title": "Made", "year": 2000, "publisher": "–", "about": "Made.",
        "provisions": provisions, "sections": sections,
    });
    let mut whole = Whole::of(serde_json::from_value(file).expect("a framework"));
    let table = "subject,name,na-me,sub.ject,state,grade,total\nct,Connecticut,y,n,y,n,y";
    whole.cards = read_cards(&whole.rules, table).cards;
    assert_eq!(whole.cards.len(), 1);
    let words: FrameworkWords = serde_json::from_value(serde_json::json!({
        "title": "Buatan", "about": "Buatan.", "sections": {"One": {"title": "Satu"}},
        "provisions": {"na-me": "A", "sub.ject": "B", "state": "C", "grade": "D", "total": "E"},
    }))
    .expect("words");
    whole.words.insert("id".to_owned(), words);
    whole.comes_back();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whole frameworks made by chance, of all shapes, with cards whose answers are made by chance.
    #[test]
    fn any_framework_comes_back(file in any_framework(), seed in any::<u64>()) {
        let framework: Framework = serde_json::from_value(file).expect("a made file is a framework");
        prop_assume!(compile(&framework).is_ok());
        let mut whole = Whole::of(framework);
        let provisions = whole.rules.provisions().len();
        for row in 0..4_u64 {
            let bit = |index: usize| seed.rotate_left(u32::try_from(index).unwrap_or_default() * 7) ^ row;
            let some = |of: u64| (0..provisions).filter(move |index| bit(*index) % 5 == of).collect::<ProvisionSet>();
            let held = whole.rules.implied().closed(&some(1));
            let unknown = some(2).minus(&held);
            let not = some(3).minus(&held).minus(&unknown);
            let not = not.iter().filter(|index| whole.rules.may_not_apply().contains(*index)).collect();
            let is_broken = whole.rules.implied().groups().iter().any(|group| group.is_broken(&held));
            if is_broken {
                continue;
            }
            let answers = Answers::new(held, unknown, not);
            let (subject, name) = (format!("s{row}"), Some(format!("Subject, “{row}” = 1")));
            whole.cards.push(Card { subject, name, group: None, year: None, answers, printed: Vec::new() });
        }
        for brought in whole.back() {
            let wrong: Vec<_> = brought.found.iter().filter(|one| one.severity() == scoring::diagnose::Severity::Error).collect();
            prop_assert!(wrong.is_empty(), "{wrong:?}");
            let rules = brought.rules.expect("there are rules");
            prop_assert_eq!(&brought.cards, &whole.cards);
            for card in &whole.cards {
                prop_assert_eq!(evaluate(&rules, &card.answers), evaluate(&whole.rules, &card.answers));
            }
        }
    }
}
