//! Every language says everything, and Spanish as it is read.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use lawgrade_tests::{connecticut, file, found, language, scenario, translated};
use scoring::check::check_language;
use scoring::data::Language;
use scoring::{
    Baseline, Comparison, Evaluation, Explanation, Goal, Headline, Imprint, Points, Question, Report,
    Scenario, Words, evaluate, parse_address, picture, plan, sheet, spreadsheet, summary,
};

static ENGLISH: LazyLock<Baseline> = LazyLock::new(connecticut);
static SPANISH: LazyLock<Baseline> = LazyLock::new(|| translated("es"));

fn imprint() -> Imprint {
    Imprint {
        link: "https://example.org/#pic-2019/ct-2019".to_owned(),
        date: "24 de noviembre de 2026".to_owned(),
        version: "0123abcd".to_owned(),
    }
}

fn tree(on: &[&str], off: &[&str]) -> Evaluation {
    evaluate(&SPANISH, &scenario(&SPANISH, on, off))
}

fn mixed() -> Evaluation {
    tree(
        &["trafficking-law-reaches-buyers", "trafficking-law-covers-facilitators"],
        &["racketeering-predicates"],
    )
}

#[test]
fn the_built_in_english_is_its_file() {
    assert_eq!(Words::english(), Words::of(&language("en"), &language("en")));
}

#[test]
fn texts_of_another_version_are_refused() {
    let words = |texts: Vec<String>| {
        let speech = std::sync::Arc::new(scoring::Plain { and: "y".to_owned() });
        Words::new("es".to_owned(), texts, speech)
    };
    let mut texts = language("es").texts(&language("en").messages);
    assert_eq!(words(texts.clone()).as_ref(), Ok(&**SPANISH.words()));
    let expected = texts.len();
    texts.pop();
    let error = words(texts).expect_err("one is missing");
    assert_eq!(error.to_string(), format!("expected {expected} texts, found {}", expected - 1));
}

#[test]
fn mistakes_in_the_texts_of_the_page_are_told() {
    let (english, mut spanish) = (language("en"), language("es"));
    assert_eq!(check_language(&english, &spanish), []);
    let page = spanish.page.get_mut("page").expect("there are texts of the page");
    page.remove("skip");
    page.insert("key".to_owned(), "<b>{x}</b>".to_owned());
    let told: Vec<_> = check_language(&english, &spanish).iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "/page/page/key: expected the placeholders none, as in English, found {x}",
            "/page/page/skip: expected a translation of “Skip to the provisions”, found none",
            "/page/page/key: expected a text without <, > and &, so that it can stand in a page",
        ]
    );
}

/// Every text is said somewhere: one that no program needs would travel to every visitor.
#[test]
fn every_text_is_said() {
    let mut code = String::new();
    for folder in ["src", "overview/src", "scoring/src", "site/src", "workbook/src"] {
        add_code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder), &mut code);
    }
    // A text alone, or several that are named for use: `say::difference::{added, removed}`.
    let mut said = BTreeSet::new();
    for place in code.split("say::").skip(1) {
        let Some((group, names)) = place.split_once("::") else { continue };
        let names = match names.strip_prefix('{') {
            Some(several) => several.split_once('}').expect("the code is right").0,
            None => {
                names.split(|letter: char| letter != '_' && !letter.is_alphanumeric()).next().expect("a part")
            }
        };
        said.extend(names.split(',').map(|name| (group.to_owned(), name.trim().to_owned())));
    }
    for (group, texts) in language("en").messages {
        for name in texts.into_keys() {
            assert!(said.contains(&(group.clone(), name.clone())), "nothing says {group}/{name}");
        }
    }
}

fn add_code(folder: &Path, code: &mut String) {
    for entry in std::fs::read_dir(folder).expect("the code is there") {
        let path = entry.expect("the code can be listed").path();
        if path.is_dir() {
            add_code(&path, code);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            code.push_str(&std::fs::read_to_string(&path).expect("the code can be read"));
        }
    }
}

/// Nothing of the other language's words is left: no English where Spanish is said, whatever is rendered.
#[test]
fn no_rendering_mixes_languages() {
    let (english, spanish) = (language("en"), language("es"));
    let sentences = |language: &Language| -> Vec<String> {
        let texts = language.messages.values().flat_map(|texts| texts.values());
        let parts = texts.flat_map(|text| text.forms().map(|(_, form)| form.to_owned()).collect::<Vec<_>>());
        // The longest part between placeholders: long enough to be no word of both.
        let longest = |form: String| {
            form.split(['{', '}']).step_by(2).max_by_key(|part| part.len()).unwrap_or_default().to_owned()
        };
        parts.map(longest).filter(|part| part.len() > 8).collect()
    };
    for (baseline, other) in [(&*ENGLISH, sentences(&spanish)), (&*SPANISH, sentences(&english))] {
        for tree in [evaluate(baseline, &Scenario::default()), mixed()] {
            let tree = evaluate(baseline, &tree.scenario);
            let scenarios = [("x".to_owned(), tree.scenario.clone())];
            let report = serde_json::to_value(Report::new(baseline, &tree)).expect("plain data");
            for text in [
                summary(baseline, &tree, &imprint()).text(),
                sheet(baseline, &tree, &imprint()).text(),
                spreadsheet(baseline, &tree, &imprint()),
                picture(baseline, &tree, &imprint()),
                format!("{:?}", Comparison::new(baseline, &scenarios)),
                report["about"].to_string(),
            ] {
                for sentence in &other {
                    assert!(!text.contains(sentence), "“{sentence}” in {text}");
                }
            }
        }
    }
}

#[test]
fn only_words_differ_between_languages() {
    let (english, spanish) = (evaluate(&ENGLISH, &mixed().scenario), mixed());
    assert_eq!(english.total, spanish.total);
    let ids = |baseline: &Baseline| -> Vec<_> {
        let law =
            |p: &std::sync::Arc<scoring::Provision>| (p.id.clone(), p.law.in_law, p.law.citations.clone());
        baseline.provisions().iter().map(law).collect()
    };
    assert_eq!(ids(&ENGLISH), ids(&SPANISH));
}

#[test]
fn headlines_in_spanish() {
    let announced = |on: &[&str], off: &[&str]| {
        let (headline, words) = (Headline::new(&SPANISH, &tree(on, off)), SPANISH.words());
        format!("{}; {}", headline.in_words(words), headline.distance(words))
    };
    let lines = [
        announced(&[], &[]),
        announced(&["trafficking-law-reaches-buyers"], &[]),
        announced(&["registration-trafficking"], &[]),
        announced(&[], &["racketeering-predicates"]),
        announced(&["registration-buying"], &["registration-online-enticing"]),
        announced(
            &[
                "trafficking-law-reaches-buyers",
                "no-age-mistake-defense",
                "trafficking-law-covers-facilitators",
                "sex-tourism-crime",
            ],
            &[],
        ),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn explanations_in_spanish() {
    let explained = |id: &str, tree: &Evaluation| {
        let score = tree.component(id).expect("the framework has the component");
        format!("{id} {}\n{}\n", score.component.title, Explanation::new(SPANISH.words(), score))
    };
    let card = tree(&[], &[]);
    let lines: Vec<_> = ["1.1", "2.4", "2.10", "5.7", "6.6"].map(|id| explained(id, &card)).into();
    let emptied = explained("2.9", &tree(&[], &["csam-possession-crime"]));
    insta::assert_snapshot!([lines, vec![emptied]].concat().join("\n"));
}

#[test]
fn the_summary_in_spanish() {
    let nothing = tree(&["registration-buying"], &["registration-online-enticing"]);
    let texts = [tree(&[], &[]), mixed(), nothing].map(|tree| summary(&SPANISH, &tree, &imprint()).text());
    insta::assert_snapshot!(texts.join("\n----\n\n"));
}

#[test]
fn the_sheet_in_spanish() {
    insta::assert_snapshot!(sheet(&SPANISH, &mixed(), &imprint()).markdown());
}

/// The head and a line of each kind; the rest is data.
#[test]
fn the_spreadsheet_in_spanish() {
    let csv = spreadsheet(&SPANISH, &mixed(), &imprint());
    let lines: Vec<&str> = csv.split("\r\n").collect();
    insta::assert_snapshot!([&lines[..5], &lines[lines.len() - 3..]].concat().join("\n"));
}

#[test]
fn the_picture_in_spanish() {
    let words = |tree: &Evaluation| -> Vec<String> {
        let svg = picture(&SPANISH, tree, &imprint());
        let read = roxmltree::Document::parse(&svg).expect("the picture is XML");
        let texts = read.descendants().filter(|node| node.has_tag_name("text"));
        texts.filter_map(|node| Some(node.text()?.to_owned())).collect()
    };
    insta::assert_snapshot!(
        [words(&mixed()), words(&tree(&[], &[]))].map(|lines| lines.join("\n")).join("\n\n")
    );
}

#[test]
fn the_comparison_in_spanish() {
    let scenarios = [("Compradores".to_owned(), mixed().scenario)];
    let comparison = Comparison::new(&SPANISH, &scenarios);
    let columns = comparison.columns.iter().map(|column| format!("[{}: {}]", column.name, column.changes));
    let rows = [&comparison.result, &comparison.sections, &comparison.provisions].into_iter().flatten();
    let rows = rows.map(|row| {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        format!("{}: {}", row.name, cells.join(" | "))
    });
    insta::assert_snapshot!(columns.chain(rows).collect::<Vec<_>>().join("\n"));
}

#[test]
fn plans_in_spanish() {
    let mut lines = Vec::new();
    for question in [Question::BestReading, Question::EveryReading] {
        for target in [79.0, 80.0, 90.0, 103.0] {
            let target = Points::from_decimal(target).expect("a table holds points");
            let goal = Goal { target, question, locked: Default::default(), bundles: Vec::new(), limit: 1 };
            let outcome = plan(&SPANISH, &Scenario::default(), &goal);
            lines.push(format!("{target}: {}", outcome.in_words(SPANISH.words(), question)));
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn problems_with_addresses_and_files_in_spanish() {
    let words = SPANISH.words();
    let addresses = [
        "pic-2019",
        "pic-2021/ct-2019",
        "pic-2019/tn-2019",
        "pic-2019/ct-2019/with=x/on=no-such-law,vacatur-for-minors,vacatur-for-minors,sex-trafficking-law",
        "pic-2019/ct-2019/on=no-age-mistake-defense/off=no-age-mistake-defense,sex-tourism-crime",
        "pic-2019/ct-2019/to=E/to=A/sure=B/without=no-such-law/bill= a  b:sex-tourism-crime",
    ];
    let told = addresses.map(|address| {
        let (_, problems) = parse_address(&SPANISH, address);
        let told: Vec<_> =
            problems.iter().map(|problem| format!("\n  ! {}", problem.in_words(words))).collect();
        format!("{address}{}", told.concat())
    });
    let files = [
        "{}",
        r#"{"lawgrade": "1"}"#,
        r#"{"lawgrade": 2}"#,
        r#"{"lawgrade": 1}"#,
        r#"{"lawgrade": 1, "scenarios": [3, {"name": " ", "address": "pic-2019/ct-2019/x"}]}"#,
        r#"{"lawgrade": 1, "scenarios": [{"name": "a", "address": "pic-2019/ct-2019", "result": 3},
            {"name": "b", "address": "pic-2019/ct-2019", "result": {"subject": "", "figure": "1e9"}}]}"#,
    ];
    let files = files.map(|file| {
        let found = found(file).expect("the text is JSON");
        let (_, problems) = scoring::shelf::read(&*SPANISH, &found);
        problems.iter().map(|problem| problem.in_words(words)).collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!([&told[..], &files[..]].concat().join("\n"));
}

/// The numbers in the words are those of the evaluation in both languages: no figure is lost in translation.
#[test]
fn findings_and_notes_keep_their_numbers() {
    let numbers = |text: &str| -> Vec<String> {
        let digits = |letter: char| !letter.is_ascii_digit();
        let mut numbers: Vec<_> =
            text.split(digits).filter(|part| !part.is_empty()).map(str::to_owned).collect();
        numbers.sort();
        numbers
    };
    let texts = |baseline: &Baseline| -> Vec<(String, String)> {
        let card = baseline.card();
        let labels = baseline.framework().provisions.iter().map(|p| (p.id.clone(), p.label.clone()));
        let findings = card.provisions.iter().map(|p| (p.id.clone(), p.finding.clone()));
        let notes = card.notes.iter().map(|note| (note.component.clone(), note.text.clone()));
        let about = [
            ("about".to_owned(), baseline.framework().about.clone()),
            ("year".to_owned(), card.year_note.clone()),
        ];
        labels.chain(findings).chain(notes).chain(about).collect()
    };
    for ((id, english), (_, spanish)) in texts(&ENGLISH).iter().zip(texts(&SPANISH)) {
        assert_eq!(numbers(english), numbers(&spanish), "{id}: {spanish}");
    }
    assert!(file("data/languages/es/ct-2019.json").contains("$15,000"));
}

/// Texts that a page is spared, since only the tools say them, are said by nothing that a page is made of.
#[test]
fn a_page_has_every_text_that_it_says() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = vec![root.join("src/app.rs")];
    for folder in ["src/calculator", "src/view", "src/browser", "src/exports"] {
        let entries = std::fs::read_dir(root.join(folder)).expect("the folder is there");
        files.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    // What a page asks the core for.
    let core = ["aim", "baseline", "evaluation", "explanation", "headline", "points", "reading", "words"];
    files.extend(core.map(|name| root.join(format!("scoring/src/{name}.rs"))));
    for path in files {
        let code = std::fs::read_to_string(&path).expect("the file can be read");
        for group in scoring::data::OF_TOOLS.iter().chain(&scoring::data::OF_AUTHORS) {
            assert!(!code.contains(&format!("say::{group}::")), "{}: {group}", path.display());
        }
    }
}
