//! Golden trees: what 2,000 scenarios of Connecticut's card look like in every rendering. Whoever changes
//! how the rules work sees here that nothing else has changed, or where.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fmt::Write as _;
use std::path::Path;

use lawgrade_tests::chance::digest;
use lawgrade_tests::scenarios::golden;
use lawgrade_tests::{card, connecticut, first_edition, framework, translated_on};
use scoring::data::Framework;
use scoring::{
    Baseline, Evaluation, Imprint, Report, Situation, Words, evaluate, format_address, picture, sheet,
    spreadsheet, summary,
};

/// The digests, a scenario in each line, under the first edition of the rules and under the present one.
const FILES: [&str; 2] = ["golden/ct-2019.csv", "golden/ct-2019@2.csv"];
/// The environment variable that has them written anew.
const UPDATE: &str = "GOLDEN_UPDATE";
/// What is rendered. Each has a digest of its own, so that a change shows where it is.
const RENDERINGS: [&str; 6] = ["report", "sheet", "spreadsheet", "summary", "picture", "address"];
/// Scenarios that are kept whole: one change with a target and bills, and two changes that reach a B.
const WHOLE: [usize; 2] = [7, 10];

/// A fixed link: the addresses have a column of their own.
fn imprint() -> Imprint {
    Imprint {
        link: "https://example.org/lawgrade/#pic-2019/ct-2019".to_owned(),
        date: "24 November 2026".to_owned(),
        version: "0123abcd".to_owned(),
    }
}

/// Connecticut's card in all languages under an edition of the rules.
fn languages(framework: &Framework) -> [Baseline; 2] {
    let english = Baseline::new(framework.clone(), card(), Words::english()).expect("the card is right");
    [english, translated_on(framework.clone(), "es")]
}

/// What each rendering says of a situation in all languages, in the order of [`RENDERINGS`].
fn rendered(languages: &[Baseline], situation: &Situation) -> [String; RENDERINGS.len()] {
    let said = |render: &dyn Fn(&Baseline, &Evaluation) -> String| {
        let texts = languages.iter().map(|baseline| {
            let tree = evaluate(baseline, &situation.scenario);
            render(baseline, &tree)
        });
        texts.collect::<Vec<_>>().join("\n----\n")
    };
    [
        said(&|baseline, tree| report(baseline, tree)),
        said(&|baseline, tree| sheet(baseline, tree, &imprint()).markdown()),
        said(&|baseline, tree| spreadsheet(baseline, tree, &imprint())),
        said(&|baseline, tree| {
            let document = summary(baseline, tree, &imprint());
            format!("{}\n----\n{}", document.text(), document.markdown())
        }),
        said(&|baseline, tree| picture(baseline, tree, &imprint())),
        format_address(&languages[0], situation),
    ]
}

/// The report as JSON without its address.
fn report(baseline: &Baseline, tree: &Evaluation) -> String {
    let address = format_address(baseline, &tree.scenario.clone().into());
    let report = serde_json::to_string(&Report::new(baseline, tree)).expect("a report is plain data");
    report.replace(&format!("\"address\":\"{address}\","), "")
}

#[test]
fn nothing_that_is_rendered_has_changed() {
    for (file, framework) in FILES.into_iter().zip([first_edition(), framework()]) {
        hold(file, &languages(&framework));
    }
}

fn hold(file: &str, languages: &[Baseline]) {
    let mut lines = vec![format!("scenario,changes,total,grade,{}", RENDERINGS.join(","))];
    for (number, situation) in golden(&languages[0]).iter().enumerate() {
        let tree = evaluate(&languages[0], &situation.scenario);
        let mut line = format!("{number},{},{},{}", situation.scenario.size(), tree.total, tree.band.grade);
        for text in rendered(languages, situation) {
            write!(line, ",{}", digest(&text)).expect("a string takes any text");
        }
        lines.push(line);
    }
    let found = lines.join("\n") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os(UPDATE).is_some() {
        return std::fs::write(&path, found).expect("the digests can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept != found {
        panic!("{}", what_changed(file, &kept, &lines));
    }
}

/// For each column in how many scenarios it differs, and in which first.
fn what_changed(file: &str, kept: &str, found: &[String]) -> String {
    let kept: Vec<&str> = kept.lines().collect();
    let mut text = format!("tests/{file} has {} lines, these scenarios {}.\n", kept.len(), found.len());
    let names: Vec<&str> = found[0].split(',').collect();
    for (column, name) in names.iter().enumerate() {
        let cell = |line: &str| line.split(',').nth(column).map(str::to_owned);
        let differ = |(_, (kept, found)): &(usize, (&&str, &String))| cell(kept) != cell(found);
        let changed: Vec<usize> =
            (0..).zip(kept.iter().zip(found)).filter(differ).map(|(line, _)| line).collect();
        if let Some(first) = changed.first() {
            writeln!(text, "{name}: other in {} scenarios, first in {}", changed.len(), found[*first])
                .expect("a string takes any text");
        }
    }
    text + &format!("If that is meant, run with {UPDATE}=1 and read which columns differ.")
}

#[test]
fn a_few_whole() {
    let languages = languages(&first_edition());
    let all = golden(&languages[0]);
    for number in WHOLE {
        for (name, text) in RENDERINGS.iter().zip(rendered(&languages, &all[number])) {
            let text = if *name == "picture" { text.replace('>', ">\n") } else { text };
            insta::assert_snapshot!(format!("{number}_{name}"), text);
        }
    }
}

/// The scenarios are worth keeping: of every size, in every grade, with every provision both ways.
#[test]
fn the_scenarios_are_spread() {
    let baseline = connecticut();
    let all = golden(&baseline);
    assert_eq!(all.len(), 2000);
    let count = |is: &dyn Fn(&Situation) -> bool| all.iter().filter(|situation| is(situation)).count();
    for provision in baseline.provisions() {
        let switched = count(&|situation| situation.scenario.differs(provision));
        assert!((200..1800).contains(&switched), "{} is switched in {switched}", provision.id);
    }
    for band in baseline.bands() {
        let reached = count(&|situation| evaluate(&baseline, &situation.scenario).band == *band);
        assert!(reached >= 20, "{} is reached {reached} times", band.grade);
    }
    assert!(count(&|situation| situation.scenario.size() <= 4) >= 200);
    assert!(count(&|situation| situation.aim.target.is_some()) >= 500);
    assert!(count(&|situation| situation.aim.bundles.len() > 1) >= 100);
}
