//! What subjects and groups are called in English and in Spanish, and the order of their lists.
#![allow(missing_docs, clippy::expect_used, clippy::panic)]

use std::cmp::Ordering;

use lawgrade_tests::file;
use scoring::cards::{Called, Card, Names, Naming, Published, named, read};
use scoring::diagnose::Code;
use scoring::rules::compile;
use scoring::rules::file::{Framework, FrameworkWords, Subjects};

const FRAMEWORKS: [&str; 3] = ["chicago-2019", "sunlight-2015", "wbl-2020"];

fn framework(id: &str) -> Framework {
    serde_json::from_str(&file(&format!("data/{id}/framework.json"))).expect("a framework")
}

fn words(id: &str) -> FrameworkWords {
    serde_json::from_str(&file(&format!("data/{id}/words.es.json"))).expect("its words")
}

fn cards(id: &str) -> Vec<Card> {
    let table = read(&compile(&framework(id)).expect("it is right"), &file(&format!("data/{id}/cards.csv")));
    assert_eq!(table.found, [], "{id}");
    table.cards
}

/// A platform that knows four countries, two of which are called as states of the United States are coded.
struct Few;

impl Naming for Few {
    fn country(&self, code: &str) -> Option<String> {
        let known = [("al", "Albania"), ("de", "Alemania"), ("us", "Estados Unidos"), ("at", "Austria")];
        known.iter().find(|(of, _)| *of == code).map(|(_, name)| (*name).to_owned())
    }

    fn order(&self, one: &str, other: &str) -> Ordering {
        one.replace('Á', "A").cmp(&other.replace('Á', "A"))
    }
}

fn spanish(id: &str) -> Vec<(Card, Called)> {
    named(cards(id), framework(id).subjects, &words(id).names(), &Few)
}

fn of<'a>(named: &'a [(Card, Called)], subject: &str) -> &'a Called {
    let found = named.iter().find(|(card, _)| card.subject == subject);
    found.map(|(_, called)| called).unwrap_or_else(|| panic!("{subject} is there"))
}

/// The groups in the order of their list.
fn groups(named: &[(Card, Called)]) -> Vec<&str> {
    let mut groups: Vec<&str> =
        named.iter().filter_map(|(_, called)| Some(called.group.as_ref()?.text.as_str())).collect();
    groups.dedup();
    groups
}

#[test]
fn the_published_names_keep_their_order() {
    for id in FRAMEWORKS {
        let named = named(cards(id), framework(id).subjects, &Names::default(), &Published);
        assert!(named.is_sorted_by_key(|(card, _)| (card.group.clone(), card.name.clone())), "{id}");
        for (card, called) in &named {
            assert_eq!((card.name.as_ref(), true), (Some(&called.subject.text), called.subject.is_published));
            assert_eq!(card.group.as_ref(), called.group.as_ref().map(|group| &group.text));
        }
    }
}

#[test]
fn countries_are_called_as_the_platform_does() {
    assert_eq!(framework("wbl-2020").subjects, Some(Subjects::Countries));
    let economies = spanish("wbl-2020");
    let name = |subject: &str| {
        let name = &of(&economies, subject).subject;
        (name.text.as_str(), name.is_published)
    };
    assert_eq!(name("de"), ("Alemania", false));
    assert_eq!(name("al"), ("Albania", false));
    assert_eq!(name("xk"), ("Kosovo", true));
    let in_order = [
        "África subsahariana",
        "América Latina y el Caribe",
        "Asia meridional",
        "Asia oriental y el Pacífico",
        "Europa y Asia central",
        "Ingreso alto: OCDE",
        "Oriente Medio y Norte de África",
    ];
    assert_eq!(groups(&economies), in_order);
    let rich = economies.iter().filter(|(card, _)| card.group.as_deref() == Some("High income: OECD"));
    let first: Vec<&str> = rich.map(|(_, called)| called.subject.text.as_str()).take(3).collect();
    assert_eq!(first, ["Alemania", "Australia", "Austria"]);
}

/// The same letters are a state here and a country there.
#[test]
fn states_are_no_countries() {
    assert_eq!(framework("sunlight-2015").subjects, Some(Subjects::UsStates));
    let states = spanish("sunlight-2015");
    for (id, name) in [("al", "Alabama"), ("de", "Delaware"), ("ny", "Nueva York"), ("la", "Luisiana")] {
        let subject = &of(&states, id).subject;
        assert_eq!((subject.text.as_str(), subject.is_published), (name, false));
    }
    assert_eq!(states.iter().filter(|(_, called)| called.subject.is_published).count(), 0);
}

#[test]
fn bodies_keep_their_names_and_their_groups_have_spanish_ones() {
    let bodies = spanish("chicago-2019");
    assert!(bodies.iter().all(|(_, called)| called.subject.is_published));
    assert_eq!(groups(&bodies), ["Chicago", "Chicago y condado de Cook", "Condado de Cook", "Illinois"]);
}

#[test]
fn every_group_has_a_name_and_no_other() {
    for id in FRAMEWORKS {
        assert_eq!(words(id).diagnose_names(&cards(id)), [], "{id}");
    }
    let mut words = words("wbl-2020");
    let name = words.groups.remove("Latin America & Caribbean").expect("it has one");
    words.groups.insert("Latin America/Caribbean".to_owned(), name);
    words.subjects.insert("atlantis".to_owned(), "Atlántida".to_owned());
    let found = words.diagnose_names(&cards("wbl-2020"));
    let codes: Vec<Code> = found.iter().map(|one| one.code).collect();
    assert_eq!(codes, [Code::NoWords, Code::UnknownWords, Code::UnknownWords]);
    let told: Vec<String> = found.iter().map(|one| one.in_words(&scoring::Words::english())).collect();
    assert_eq!(
        told,
        [
            "/groups/Latin America & Caribbean: There is no translation of “Latin America & Caribbean”. Write it; until then the text of the framework stands in. [no-words]",
            "/groups/Latin America~1Caribbean: The framework has nothing “Latin America/Caribbean” that these words could be of. Correct the id, or take the words out. [unknown-words]",
            "/subjects/atlantis: The framework has nothing “atlantis” that these words could be of. Correct the id, or take the words out. [unknown-words]",
        ]
    );
}
