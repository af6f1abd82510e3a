//! Documents about scenarios on the cards of frameworks of other shapes, in both languages.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::{Arc, LazyLock};

use lawgrade_tests::{file, language};
use proptest::prelude::*;
use scoring::cards::{Names, Published};
use scoring::rules::compile;
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::session::{Route, Session};
use scoring::shelf::{Found, Reader, Saved, import};
use scoring::telling::{
    Cohort, Report, Scenario, picture, sheet, spreadsheet, spreadsheet_with_semicolons, summary,
};
use scoring::{Document, Imprint, Words};

const FRAMEWORKS: [&str; 3] = ["wbl-2020", "sunlight-2015", "chicago-2019"];

/// A scenario of each framework: an index without letters; levels below zero; what does not apply.
const SCENARIOS: [(&str, &str); 3] = [
    ("wbl-2020", "ke/on=parental-leave"),
    ("sunlight-2015", "wy/on=activity-with-position"),
    ("chicago-2019", "chicago-advisory-council-on-equity/on=comment-policy"),
];

static ENGLISH: LazyLock<Vec<Cohort>> = LazyLock::new(|| FRAMEWORKS.map(|id| cohort(id, "en")).into());
static SPANISH: LazyLock<Vec<Cohort>> = LazyLock::new(|| FRAMEWORKS.map(|id| cohort(id, "es")).into());

fn cohort(id: &str, spoken: &str) -> Cohort {
    let framework: Framework =
        serde_json::from_str(&file(&format!("data/{id}/framework.json"))).expect("the framework can be read");
    let rules = compile(&framework).expect("its rules are right");
    let (framework, names) = match spoken {
        "en" => (framework, Names::default()),
        _ => {
            let words: FrameworkWords =
                serde_json::from_str(&file(&format!("data/{id}/words.{spoken}.json"))).expect("it has words");
            (words.over(&framework), words.names())
        }
    };
    let words = Arc::new(Words::of(&language(spoken), &language("en")));
    let table = file(&format!("data/{id}/cards.csv"));
    Cohort::new(words, (framework, rules), &table, (&names, &Published), "0123abcd".to_owned())
}

fn imprint() -> Imprint {
    Imprint {
        link: "https://example.org/#wbl-2020/ke".to_owned(),
        date: "24 November 2026".to_owned(),
        version: "0123abcd".to_owned(),
    }
}

/// The session that an address names, with the index of its card.
fn opened(cohort: &Cohort, address: &str) -> (usize, Session) {
    let route = Route::parse(address).expect("it says something").expect("it names a framework");
    let card = cohort.card_of(&route).unwrap_or_else(|| panic!("{address}: nobody here"));
    let mut session = cohort.session(card).expect("there is a card");
    assert_eq!(session.open(&route), [], "{address}");
    (card, session)
}

fn told<T>(cohort: &Cohort, address: &str, tell: impl FnOnce(&Scenario<'_>) -> T) -> T {
    let (card, session) = opened(cohort, address);
    cohort.told_of(card, session.answers(), &session.address(), tell).expect("there is a card")
}

/// What `tell` says of each scenario, one below the other.
fn of_each(cohorts: &[Cohort], tell: impl Fn(&Scenario<'_>) -> String) -> String {
    let each = cohorts.iter().zip(SCENARIOS);
    let each = each.map(|(cohort, (id, rest))| told(cohort, &format!("{id}/{rest}"), &tell));
    each.collect::<Vec<_>>().join("\n\n----\n\n")
}

/// Whatever a published framework says, a document has it.
fn text(document: &Document) -> String {
    document.text()
}

#[test]
fn summaries() {
    insta::assert_snapshot!(of_each(&ENGLISH, |scenario| text(&summary(scenario, &imprint()))));
}

#[test]
fn summaries_in_spanish() {
    insta::assert_snapshot!(of_each(&SPANISH, |scenario| text(&summary(scenario, &imprint()))));
}

#[test]
fn summaries_of_cards_as_they_are() {
    let each = ["wbl-2020/ke", "sunlight-2015/wy", "chicago-2019/chicago-advisory-council-on-equity"];
    let each = ENGLISH.iter().zip(each);
    let told =
        each.map(|(cohort, address)| told(cohort, address, |scenario| text(&summary(scenario, &imprint()))));
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n\n----\n\n"));
}

#[test]
fn sheets_for_paper() {
    insta::assert_snapshot!(of_each(&ENGLISH, |scenario| text(&sheet(scenario, &imprint()))));
}

#[test]
fn sheets_in_spanish() {
    insta::assert_snapshot!(of_each(&SPANISH, |scenario| text(&sheet(scenario, &imprint()))));
}

#[test]
fn spreadsheets() {
    insta::assert_snapshot!(of_each(&ENGLISH, |scenario| spreadsheet(scenario, &imprint())));
}

#[test]
fn a_spreadsheet_in_spanish_with_semicolons() {
    let cohort = &SPANISH[1];
    let written = told(cohort, "sunlight-2015/wy/on=activity-by-bill", |scenario| {
        spreadsheet_with_semicolons(scenario, &imprint())
    });
    insta::assert_snapshot!(written);
}

#[test]
fn pictures() {
    let drawn = of_each(&ENGLISH, |scenario| {
        let drawn = picture(scenario, &imprint());
        roxmltree::Document::parse(&drawn).expect("it is XML");
        drawn.replace("><", ">\n<")
    });
    insta::assert_snapshot!(drawn);
}

#[test]
fn data_for_other_programs() {
    let schema: serde_json::Value =
        serde_json::from_str(&file("data/schema/scenario.schema.json")).expect("the schema is JSON");
    let schema = jsonschema::Validator::new(&schema).expect("it is a schema");
    let written = of_each(&ENGLISH, |scenario| {
        let report = serde_json::to_value(Report::new(scenario)).expect("plain data");
        let errors: Vec<String> = schema.iter_errors(&report).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
        serde_json::to_string_pretty(&report).expect("plain data")
    });
    insta::assert_snapshot!(written);
}

/// The scenarios as the page keeps them, with one of another framework among them.
fn saved() -> Vec<Saved> {
    let saved = |name: &str, address: &str| Saved { name: name.to_owned(), address: address.to_owned() };
    vec![
        saved("Pay", "wbl-2020/ke/on=parental-leave"),
        saved("As in Latvia", "wbl-2020/lv"),
        saved("Ohio", "sunlight-2015/oh"),
    ]
}

#[test]
fn scenarios_side_by_side() {
    let lines = |cohort: &Cohort| {
        let (compared, elsewhere) =
            told(cohort, "wbl-2020/ke/off=domestic-violence-law", |here| cohort.compared(here, &saved()));
        let heads = compared.columns.iter().map(|column| format!("{} ({})", column.name, column.changes));
        let mut lines = vec![heads.collect::<Vec<_>>().join(" | ")];
        for row in compared.result.iter().chain(&compared.sections).chain(&compared.provisions) {
            let cells =
                row.cells.iter().map(|cell| format!("{}{}", cell.text, if cell.differs { " *" } else { "" }));
            lines.push(format!("{}: {}", row.name, cells.collect::<Vec<_>>().join(" | ")));
        }
        lines.push(format!("elsewhere: {}", elsewhere.join(", ")));
        lines.join("\n")
    };
    insta::assert_snapshot!(format!("{}\n\n{}", lines(&ENGLISH[0]), lines(&SPANISH[0])));
}

#[test]
fn saved_scenarios_are_told_in_a_line() {
    let of = |cohort: &Cohort| {
        let known = saved().into_iter().map(|saved| saved.address);
        let known = known.chain(["wbl-2020/ke/on=nonsense".to_owned(), "wbl-2020/xx".to_owned()]);
        known.map(|address| cohort.result_of(&address)).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(format!("{}\n\n{}", of(&ENGLISH[0]), of(&SPANISH[0])));
}

/// What one button of the page writes, the other takes: the data, the summary, both spreadsheets, the file of all.
#[test]
fn every_file_can_be_brought_back() {
    for (cohort, (id, rest)) in ENGLISH.iter().zip(SCENARIOS) {
        let address = format!("{id}/{rest}");
        let imprint = Imprint { link: format!("https://example.org/#{address}"), ..imprint() };
        told(cohort, &address, |scenario| {
            let data = serde_json::to_string(&Report::new(scenario)).expect("plain data");
            let texts = [
                data,
                text(&summary(scenario, &imprint)),
                summary(scenario, &imprint).markdown(),
                text(&sheet(scenario, &imprint)),
                spreadsheet(scenario, &imprint),
                spreadsheet_with_semicolons(scenario, &imprint),
            ];
            for written in texts {
                let found: Option<Found> = serde_json::from_str(&written).ok();
                let (brought, problems) = import(cohort, &written, found.as_ref());
                assert_eq!(problems, [], "{written}");
                let name = scenario.suggested_name();
                assert_eq!(brought, [Saved { name, address: scenario.address.to_owned() }], "{written}");
            }
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every document of every scenario can be made, and a spreadsheet has a line for each result, part and provision.
    #[test]
    fn any_scenario_can_be_told(which in 0..3_usize, card in 0..148_usize, switches in prop::collection::vec(0..400_usize, 0..6)) {
        let cohort = &ENGLISH[which];
        let card = card % cohort.cards.len();
        let mut session = cohort.session(card).expect("there is a card");
        for switch in switches {
            let provision = switch % session.rules().provisions().len();
            session.switch(provision, !session.answers().held().contains(provision));
        }
        let address = session.address();
        let lines = cohort.told_of(card, session.answers(), &address, |scenario| {
            roxmltree::Document::parse(&picture(scenario, &imprint())).expect("it is XML");
            assert_eq!(scenario.is_card(), session.is_card());
            assert!(!text(&summary(scenario, &imprint())).is_empty());
            spreadsheet(scenario, &imprint()).lines().count()
        });
        let rules = session.rules();
        // A head, two lines at the end; a provision that several parts look at stands in each.
        prop_assert!(lines.expect("there is a card") >= 3 + rules.tallies().len() + rules.provisions().len());
        prop_assert_eq!(cohort.read(&address).unread, Vec::<String>::new());
        prop_assert_eq!(cohort.read(&address).canonical, address);
    }
}
