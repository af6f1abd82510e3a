//! What visitors read: explanations, the line that is announced, and the problems with changes.
#![allow(missing_docs, clippy::expect_used)]

use lawgrade_tests::{connecticut, scenario};
use scoring::{Changes, Explanation, Headline, Scenario, evaluate, read_changes};

fn explained(component: &str, on: &[&str], off: &[&str]) -> String {
    let baseline = connecticut();
    let tree = evaluate(&baseline, &scenario(&baseline, on, off));
    let score = tree.component(component).expect("the framework has the component");
    Explanation::new(baseline.words(), score).to_string()
}

fn announced(on: &[&str], off: &[&str]) -> String {
    let baseline = connecticut();
    let headline = Headline::new(&baseline, &evaluate(&baseline, &scenario(&baseline, on, off)));
    format!("{}; {}", headline.in_words(baseline.words()), headline.distance(baseline.words()))
}

#[test]
fn every_component_of_the_card() {
    let baseline = connecticut();
    let tree = evaluate(&baseline, &Scenario::default());
    let lines: Vec<_> = tree
        .components()
        .map(|score| {
            format!(
                "{} {}\n{}\n",
                score.component.id,
                score.component.title,
                Explanation::new(baseline.words(), score)
            )
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_component_that_was_filled() {
    insta::assert_snapshot!(explained("5.1", &["trafficking-law-reaches-buyers"], &[]));
}

#[test]
fn a_component_that_was_emptied() {
    insta::assert_snapshot!(explained("2.9", &[], &["csam-possession-crime"]));
}

#[test]
fn a_component_whose_base_is_gone() {
    insta::assert_snapshot!(explained("2.5", &[], &["online-enticing-crime"]));
}

#[test]
fn announcements() {
    let buyers = "trafficking-law-reaches-buyers";
    let all_on: Vec<String> = connecticut()
        .provisions()
        .iter()
        .filter(|provision| !provision.law.in_law)
        .map(|provision| provision.id.clone())
        .collect();
    let all_on: Vec<&str> = all_on.iter().map(String::as_str).collect();
    let lines = [
        announced(&[], &[]),
        announced(&[buyers], &[]),
        announced(&["registration-trafficking"], &[]),
        announced(&["registration-buying"], &[]),
        announced(&[], &["racketeering-predicates"]),
        announced(
            &[buyers, "no-age-mistake-defense", "trafficking-law-covers-facilitators", "sex-tourism-crime"],
            &[],
        ),
        announced(&all_on, &[]),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn changes_that_cannot_be_applied() {
    let baseline = connecticut();
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    let changes = Changes {
        on: owned(&[
            "no-age-mistake-defense",
            "no-such-law",
            "no-age-mistake-defense",
            "sex-trafficking-law",
            "vacatur-for-minors",
            "<script>alert(1)</script>",
            "",
        ]),
        off: owned(&["sex-tourism-crime", "vacatur-for-minors", "racketeering-predicates", "no-such-law"]),
    };
    let (scenario, problems) = read_changes(&baseline, &changes);
    let applied = scenario.changes(&baseline);
    assert_eq!(
        (applied.on.as_slice(), applied.off.as_slice()),
        (["no-age-mistake-defense".to_owned()].as_slice(), ["racketeering-predicates".to_owned()].as_slice())
    );
    let lines: Vec<_> = problems.iter().map(|problem| problem.in_words(baseline.words())).collect();
    insta::assert_snapshot!(lines.join("\n"));
}
