//! Totals at the bounds of grades: every rendering names the same letter, at the bound and just below it.
#![allow(missing_docs, clippy::expect_used)]

use std::collections::BTreeMap;

use lawgrade_tests::connecticut;
use scoring::{
    Aim, Baseline, Comparison, Goal, Headline, Imprint, Outcome, PlanReport, Points, Question, Report,
    Scenario, Target, evaluate, picture, plan, sheet, spreadsheet, spreadsheet_with_semicolons, summary,
    total, worth,
};

/// A scenario for each total at a bound or half a point below it, found among three changes at most.
fn at_bounds(baseline: &Baseline) -> BTreeMap<String, (Scenario, String)> {
    let bounds: Vec<Points> = baseline.bands().map(|band| band.from).collect();
    let below = |bound: &Points| *bound - "0.5".parse::<Points>().expect("half a point");
    let wanted: Vec<Points> = bounds.iter().copied().chain(bounds.iter().map(below)).collect();
    let mut found = BTreeMap::new();
    let mut look = |scenario: &Scenario| {
        let points = total(baseline, scenario);
        if wanted.contains(&points) {
            // By the figures alone: not above the total, and the highest of those.
            let bands = baseline.bands().filter(|band| band.from <= points);
            let band = bands.max_by_key(|band| band.from).expect("every total has a grade");
            found.entry(points.to_string()).or_insert_with(|| (scenario.clone(), band.grade.clone()));
        }
    };
    // Whole sections of the list switched, one after the other, then one more.
    for first in 0..77 {
        for last in first..77 {
            let scenario = Scenario::from_switched((first..=last).collect());
            look(&scenario);
        }
    }
    found
}

#[test]
fn a_grade_is_the_same_in_every_rendering() {
    let baseline = connecticut();
    let found = at_bounds(&baseline);
    assert!(found.len() >= 5, "{:?}", found.keys());
    let imprint = Imprint::default();
    let card = Scenario::default();
    for (points, (scenario, grade)) in &found {
        let tree = evaluate(&baseline, scenario);
        let places = format!("{points} {grade}");
        assert_eq!(tree.band.grade, *grade, "{places}");
        let headline = Headline::new(&baseline, &tree);
        assert_eq!(headline.grade, *grade, "{places}");
        let said = format!("grade {grade}");
        assert!(headline.in_words(baseline.words()).contains(&said), "{places}");
        for text in
            [summary(&baseline, &tree, &imprint).text(), summary(&baseline, &tree, &imprint).markdown()]
        {
            assert!(text.contains(&said), "{places}: {text}");
        }
        assert!(sheet(&baseline, &tree, &imprint).text().contains(&said), "{places}");
        for table in
            [spreadsheet(&baseline, &tree, &imprint), spreadsheet_with_semicolons(&baseline, &tree, &imprint)]
        {
            assert!(table.contains(&format!("Grade {grade}: ")), "{places}");
        }
        assert!(picture(&baseline, &tree, &imprint).contains(&format!(">{grade}<")), "{places}");
        let report = serde_json::to_value(Report::new(&baseline, &tree)).expect("plain data");
        assert_eq!(report["grade"], grade.as_str());
        let compared = Comparison::new(&baseline, &[("x".to_owned(), scenario.clone())]);
        assert!(compared.result.iter().any(|row| row.cells.last().is_some_and(|cell| cell.text == *grade)));
        // The column of what a single change is worth has the letter of the total then.
        for (provision, adds) in worth(&baseline, scenario) {
            let then = evaluate(&baseline, &scenario.adding([&provision]));
            assert_eq!(
                baseline.band(tree.total + adds).grade,
                then.band.grade,
                "{places} and {}",
                provision.id
            );
        }
    }
    // A plan to a letter reaches that letter, and says so.
    for band in baseline.bands() {
        let aim = Aim { target: Some(Target::Grade(band.grade.clone())), ..Aim::default() };
        let goal: Goal = aim.goal(&baseline, 50).expect("there is a target");
        assert_eq!(goal.question, Question::BestReading);
        let outcome = plan(&baseline, &card, &goal);
        let report = serde_json::to_value(PlanReport::new(&baseline, &card, &outcome)).expect("plain data");
        let Outcome::Reachable(plans) = &outcome else { continue };
        for (number, plan) in plans.plans.iter().enumerate() {
            let tree = evaluate(&baseline, &card.adding(&plan.on));
            assert_eq!(tree.total, plan.total);
            assert!(tree.total >= band.from);
            assert_eq!(report["plans"][number]["grade"], tree.band.grade.as_str());
        }
    }
}
