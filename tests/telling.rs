//! Documents about scenarios on the cards of frameworks of other shapes, in both languages.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::{Arc, LazyLock};

use lawgrade_tests::{file, found, language};
use proptest::prelude::*;
use scoring::cards::{Findings, Names, Naming, Published, SubjectFindings, packed, unpacked};
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::rules::{Asked, Outline, compile};
use scoring::session::{Route, Session};
use scoring::shelf::{AddressReader, Saved, Shelf, import};
use scoring::telling::{
    Cohort, Report, Scenario, Telling, picture, sheet, spreadsheet, spreadsheet_with_semicolons, summary,
};
use scoring::{Imprint, Words};

const FRAMEWORKS: [&str; 3] = ["wbl-2020", "sunlight-2015", "chicago-2019"];

/// A scenario of each framework: an index without letters; levels below zero; what does not apply.
const SCENARIOS: [(&str, &str); 3] = [
    ("wbl-2020", "ke/on=parental-leave"),
    ("sunlight-2015", "wy/on=activity-with-position"),
    ("chicago-2019", "chicago-advisory-council-on-equity/on=comment-policy"),
];

pub static ENGLISH: LazyLock<Vec<Cohort>> = LazyLock::new(|| FRAMEWORKS.map(|id| cohort(id, "en")).into());
pub static SPANISH: LazyLock<Vec<Cohort>> = LazyLock::new(|| FRAMEWORKS.map(|id| cohort(id, "es")).into());

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
    let table = file(&format!("data/{id}/cards.csv"));
    Cohort::new(words(spoken), (framework, rules), &table, (&names, &Published), "0123abcd".to_owned())
}

/// A framework that was changed, its texts in English, told in another language or in English.
pub fn made(framework: serde_json::Value, table: &str, spoken: &str) -> Cohort {
    let framework: Framework = serde_json::from_value(framework).expect("it is a framework");
    let rules = compile(&framework).expect("its rules are right");
    let naming = (&Names::default(), &Published as &dyn Naming);
    Cohort::new(words(spoken), (framework, rules), table, naming, "0123abcd".to_owned())
}

pub fn words(spoken: &str) -> Arc<Words> {
    Arc::new(Words::of(&language(spoken), &language("en")))
}

fn imprint() -> Imprint {
    Imprint {
        link: "https://example.org/#wbl-2020/ke".to_owned(),
        date: "24 November 2026".to_owned(),
        version: "0123abcd".to_owned(),
    }
}

/// A session on a card in which provisions are switched one after the other, each by a number that may be beyond the last.
pub fn switched(cohort: &Cohort, card: usize, switches: &[usize]) -> Session {
    let mut session = cohort.session(card).expect("there is a card");
    for switch in switches {
        let provision = switch % session.rules().provisions().len();
        session.switch(provision, !session.answers().held().contains(provision));
    }
    session
}

/// The session that an address names, with the index of its card.
fn opened(cohort: &Cohort, address: &str) -> (usize, Session) {
    let route = Route::parse(address).expect("it says something").expect("it names a framework");
    let card = cohort.card_of(&route).unwrap_or_else(|| panic!("{address}: nobody here"));
    let mut session = cohort.session(card).expect("there is a card");
    assert_eq!(session.open(&route), [], "{address}");
    (card, session)
}

pub fn told<T>(cohort: &Cohort, address: &str, tell: impl FnOnce(&Scenario<'_>) -> T) -> T {
    let (card, session) = opened(cohort, address);
    cohort.told_of(card, session.answers(), &session.address(), tell).expect("there is a card")
}

/// What `tell` says of each scenario, one below the other.
pub fn of_each(cohorts: &[Cohort], tell: impl Fn(&Scenario<'_>) -> String) -> String {
    let each = cohorts.iter().zip(SCENARIOS);
    let each = each.map(|(cohort, (id, rest))| told(cohort, &format!("{id}/{rest}"), &tell));
    each.collect::<Vec<_>>().join("\n\n----\n\n")
}

#[test]
fn summaries() {
    insta::assert_snapshot!(of_each(&ENGLISH, |scenario| summary(scenario, &imprint()).text()));
}

#[test]
fn summaries_in_spanish() {
    insta::assert_snapshot!(of_each(&SPANISH, |scenario| summary(scenario, &imprint()).text()));
}

#[test]
fn summaries_of_cards_as_they_are() {
    let each = ["wbl-2020/ke", "sunlight-2015/wy", "chicago-2019/chicago-advisory-council-on-equity"];
    let each = ENGLISH.iter().zip(each);
    let told =
        each.map(|(cohort, address)| told(cohort, address, |scenario| summary(scenario, &imprint()).text()));
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n\n----\n\n"));
}

#[test]
fn sheets_for_paper() {
    insta::assert_snapshot!(of_each(&ENGLISH, |scenario| sheet(scenario, &imprint()).text()));
}

#[test]
fn sheets_in_spanish() {
    insta::assert_snapshot!(of_each(&SPANISH, |scenario| sheet(scenario, &imprint()).text()));
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

/// A card of one subject with what its author found, and the same beside the cards of two.
#[test]
fn documents_say_what_an_author_found() {
    let framework = serde_json::json!({
        "id": "made-2026", "title": "Courts and minors", "year": 2026, "publisher": "Our Group", "about": "Three questions.",
        "provisions": [
            {"id": "video", "label": "Minors may testify by video"},
            {"id": "closed", "label": "The room may be closed"},
            {"id": "trained", "label": "Officers are trained"},
        ],
        "sections": [{"id": "courts", "title": "Courts", "checklist": ["video", "closed", "trained"]}],
    });
    let findings = serde_json::json!({
        "video": {"finding": "The judge decides in each case", "citation": "§ 5", "basis": "statute"},
        "closed": {"citation": "=1+1"},
        "gone": {"finding": "About a provision that is not there."},
    });
    let one = "subject,name,video,closed,trained\nct,Connecticut,y,n,?\n";
    let two = format!("{one}ny,New York,y,y,n\n");
    let schema: serde_json::Value =
        serde_json::from_str(&file("data/schema/scenario.schema.json")).expect("the schema is JSON");
    let schema = jsonschema::Validator::new(&schema).expect("it is a schema");
    let mut written = Vec::new();
    for (table, spoken) in [(one, "en"), (one, "es"), (two.as_str(), "en"), (two.as_str(), "es")] {
        let findings: Findings = serde_json::from_value(findings.clone()).expect("they are findings");
        let cohort = made(framework.clone(), table, spoken).with_findings(unpacked(&packed(&findings, [])));
        assert_eq!((cohort.telling.found("ct", 2), cohort.telling.has_finding(2)), (None, false));
        written.push(told(&cohort, "made-2026/ct/on=closed/off=video", |scenario| {
            let report = serde_json::to_value(Report::new(scenario)).expect("plain data");
            assert!(schema.is_valid(&report), "{report}");
            let provisions = serde_json::to_string_pretty(&report["parts"][0]["provisions"]).expect("data");
            [sheet(scenario, &imprint()).text(), spreadsheet(scenario, &imprint()), provisions].join("\n\n")
        }));
    }
    insta::assert_snapshot!(written.join("\n\n----\n\n"));
}

/// What was found in the law of one of two subjects stands at that one alone, in place of what stands there for both.
#[test]
fn documents_say_what_was_found_in_the_law_of_each() {
    let framework = serde_json::json!({
        "id": "made-2026", "title": "Courts and minors", "year": 2026, "publisher": "Our Group", "about": "Two questions.",
        "provisions": [
            {"id": "video", "label": "Minors may testify by video"}, {"id": "closed", "label": "The room may be closed"},
        ],
        "sections": [{"id": "courts", "title": "Courts", "checklist": ["video", "closed"]}],
    });
    let of_all = serde_json::json!({"video": {"finding": "Counts as soon as a court may order it."}});
    let of_all: Findings = serde_json::from_value(of_all).expect("they are findings");
    let of_ct = serde_json::json!({
        "video": {"finding": "The judge decides in each case", "citation": "§ 5", "basis": "statute"},
        "closed": {"finding": "Nothing says so.", "basis": "assumed"},
    });
    let of_ct = serde_json::from_value(of_ct).expect("they are findings");
    let own = SubjectFindings::from([(("ct".to_owned(), None), of_ct)]);
    let own = own.iter().map(|((subject, _), findings)| (subject.as_str(), findings));
    let line = packed(&of_all, own);
    let table = "subject,name,video,closed\nct,Connecticut,y,n\nny,New York,y,y\n";
    let cohort = made(framework.clone(), table, "en").with_findings(unpacked(&line));
    let found = |subject: &str| [0, 1].map(|provision| cohort.telling.found(subject, provision));
    let said = |text: &str| Some(text.to_owned());
    let of_ct = "The judge decides in each case. § 5. Basis, as the author says: statute.";
    assert_eq!(found("ct"), [said(of_ct), said("Nothing says so. Basis, as the author says: assumed.")]);
    assert_eq!(found("ny"), [said("For all subjects: Counts as soon as a court may order it."), None]);
    assert!(cohort.telling.has_finding(1));
    // The law may be of another year than the rules.
    for (rows, named) in [
        ("ct,2018,y,n\nny,2018,y,y", "Courts and minors 2026, law of 2018"),
        ("ct,2018,y,n\nny,2019,y,y", "Courts and minors 2026"),
        ("ct,2026,y,n\nny,2026,y,y", "Courts and minors 2026"),
    ] {
        let table = format!("subject,year,video,closed\n{rows}\n");
        assert_eq!(made(framework.clone(), &table, "en").telling.framework(), named);
    }
    let written = |address: &str| {
        told(&cohort, address, |scenario| {
            let report = serde_json::to_string(&Report::new(scenario)).expect("plain data");
            [sheet(scenario, &imprint()).text(), spreadsheet(scenario, &imprint()), report].join("\n")
        })
    };
    let (ct, ny) = (written("made-2026/ct/on=closed/off=video"), written("made-2026/ny/off=closed,video"));
    assert_eq!(
        ct.matches("The judge decides").count(),
        3,
        "in the sheet, the spreadsheet and the data: {ct}"
    );
    assert_eq!(ct.matches("Nothing says so").count(), 3, "{ct}");
    assert!(!ny.contains("The judge decides") && !ny.contains("Nothing says so"), "{ny}");
    assert_eq!(ny.matches("For all subjects: Counts").count(), 3, "{ny}");
}

/// The scenarios as the page keeps them, with one of another framework among them.
fn saved() -> Vec<Saved> {
    let saved = |name: &str, address: &str| Saved {
        name: name.to_owned(),
        address: address.to_owned(),
        result: None,
    };
    vec![
        saved("Pay", "wbl-2020/ke/on=parental-leave"),
        saved("As in Latvia", "wbl-2020/lv"),
        saved("Ohio", "sunlight-2015/oh"),
    ]
}

/// A day as it is, so that snapshots show where it stands.
fn day(date: &str) -> String {
    format!("<{date}>")
}

/// What is said of a scenario that an earlier release has saved: a line alone.
fn line_of(cohort: &Cohort, address: &str) -> String {
    let saved = Saved { name: String::new(), address: address.to_owned(), result: None };
    let lines = cohort.lines_of(&saved, &day);
    assert_eq!((lines.card, lines.then), (None, None));
    lines.now.expect("something is said")
}

#[test]
fn scenarios_side_by_side() {
    let lines = |cohort: &Cohort| {
        let compared = told(cohort, "wbl-2020/ke/off=domestic-violence-law", |here| {
            cohort.compared(here, &saved(), &day)
        });
        let elsewhere = cohort.elsewhere(&saved(), &day);
        let heads = compared.columns.iter().map(|column| format!("{} ({})", column.name, column.changes));
        let mut lines = vec![heads.collect::<Vec<_>>().join(" | ")];
        for row in compared.result.iter().chain(&compared.sections).chain(&compared.provisions) {
            let cells =
                row.cells.iter().map(|cell| format!("{}{}", cell.text, if cell.differs { " *" } else { "" }));
            lines.push(format!("{}: {}", row.name, cells.collect::<Vec<_>>().join(" | ")));
        }
        assert_eq!(elsewhere.scenarios, []);
        lines.push(elsewhere.unknown.unwrap_or_default());
        lines.join("\n")
    };
    insta::assert_snapshot!(format!("{}\n\n{}", lines(&ENGLISH[0]), lines(&SPANISH[0])));
}

#[test]
fn saved_scenarios_are_told_in_a_line() {
    let of = |cohort: &Cohort| {
        let known = saved().into_iter().map(|saved| saved.address);
        let known = known.chain(["wbl-2020/ke/on=nonsense".to_owned(), "wbl-2020/xx".to_owned()]);
        known.map(|address| line_of(cohort, &address)).collect::<Vec<_>>().join("\n")
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
                summary(scenario, &imprint).text(),
                summary(scenario, &imprint).markdown(),
                sheet(scenario, &imprint).text(),
                spreadsheet(scenario, &imprint),
                spreadsheet_with_semicolons(scenario, &imprint),
            ];
            for written in texts {
                let (brought, problems) = import(cohort, &written, found(&written).as_ref());
                assert_eq!(problems, [], "{written}");
                let name = scenario.suggested_name();
                let address = scenario.address.to_owned();
                assert_eq!(brought, [Saved { name, address, result: None }], "{written}");
            }
        });
    }
}

/// A line for each titled part and for each provision that is asked in it.
fn lines_of(telling: &Telling, parts: &[Outline]) -> usize {
    let groups = telling.rules.implied().groups();
    let asked = |asked: &Asked| match asked {
        Asked::Provision(_) => 1,
        Asked::Group(group) => groups[*group].members.len(),
    };
    let own = |part: &Outline| {
        usize::from(part.title.is_some() && part.node.is_some())
            + part.questions.iter().map(|question| asked(&question.asked)).sum::<usize>()
    };
    parts.iter().map(|part| own(part) + lines_of(telling, &part.parts)).sum()
}

/// Rules that give no result while an answer is missing, and a card on which one is.
#[test]
fn a_result_that_is_withheld() {
    let mut framework: serde_json::Value =
        serde_json::from_str(&file("data/sunlight-2015/framework.json")).expect("it is JSON");
    framework["missing"] = "withhold".into();
    let table = file("data/sunlight-2015/cards.csv").replace("\nwy,Wyoming,n", "\nwy,Wyoming,?");
    let told = ["en", "es"].map(|spoken| {
        let cohort = made(framework.clone(), &table, spoken);
        let address = "sunlight-2015/wy/on=pay-disclosed";
        told(&cohort, address, |scenario| {
            let drawn = picture(scenario, &imprint());
            assert!(drawn.contains(">–</text>"), "{drawn}");
            let lines = [scenario.suggested_name(), scenario.result_and_rank(), line_of(&cohort, address)];
            format!("{}\n\n{}", lines.join("\n"), summary(scenario, &imprint()).text())
        })
    });
    insta::assert_snapshot!(told.join("\n\n----\n\n"));
}

/// Long names keep what tells scenarios apart, and a file that is brought twice is there once.
#[test]
fn a_long_name_is_shortened_once() {
    let cohort = &ENGLISH[2];
    let longest =
        cohort.called.iter().max_by_key(|called| called.subject.text.len()).expect("there are cards");
    let index =
        cohort.called.iter().position(|called| called.subject == longest.subject).expect("it is there");
    let mut session = cohort.session(index).expect("there is a card");
    session.switch(0, !session.answers().held().contains(0));
    let address = session.address();
    let name = cohort.read(&address).suggested_name;
    assert!(name.chars().count() == 80 && name.contains('…') && name.contains("1 provision"), "{name}");
    let mut shelf = Shelf::default();
    let saved = || {
        vec![Saved { name: format!("{name}, and more than fits"), address: address.clone(), result: None }]
    };
    assert_eq!((shelf.add(saved()), shelf.add(saved())), (1, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every document of every scenario can be made, and a spreadsheet has a line for each result, part and provision.
    #[test]
    fn any_scenario_can_be_told(which in 0..3_usize, card in 0..190_usize, switches in prop::collection::vec(0..400_usize, 0..6)) {
        let cohort = &ENGLISH[which];
        let card = card % cohort.cards.len();
        let session = switched(cohort, card, &switches);
        let address = session.address();
        let lines = cohort.told_of(card, session.answers(), &address, |scenario| {
            roxmltree::Document::parse(&picture(scenario, &imprint())).expect("it is XML");
            assert_eq!(scenario.is_card(), session.is_card());
            assert!(!summary(scenario, &imprint()).text().is_empty());
            spreadsheet(scenario, &imprint()).lines().count()
        });
        // A head, and two lines at the end.
        let expected = 3 + session.rules().tallies().len() + lines_of(&cohort.telling, &cohort.telling.outline);
        prop_assert_eq!(lines, Some(expected));
        prop_assert_eq!(cohort.read(&address).unread, Vec::<String>::new());
        prop_assert_eq!(cohort.read(&address).canonical, address);
    }
}
