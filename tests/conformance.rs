//! Every published result that was found, from its answers. One that comes out otherwise fails. `browser.rs` has all of
//! it run in wasm as well.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[cfg(target_arch = "wasm32")]
use crate::file;
#[cfg(not(target_arch = "wasm32"))]
use lawgrade_tests::file;
use scoring::ProvisionSet;
use scoring::exact::{Fraction, Halves};
use scoring::facts::Answers;
use scoring::rules::file::Framework;
use scoring::rules::{Evaluation, Outcome, Rules, compile, diagnose, evaluate};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{console_log as println, wasm_bindgen_test as test};

fn rules(path: &str) -> Rules {
    let framework: Framework =
        serde_json::from_str(&file(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(diagnose(&framework), [], "{path}");
    compile(&framework).expect("nothing was found")
}

/// The lines of a table of vectors, without its head.
fn lines(name: &str) -> Vec<Vec<String>> {
    let table = file(&format!("tests/vectors/{name}.csv"));
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    table.lines().skip(1).map(cells).collect()
}

/// The provisions with a 1 in a string of answers.
fn yes(answers: &str) -> ProvisionSet {
    answers.char_indices().filter(|(_, answer)| *answer == '1').map(|(place, _)| place).collect()
}

/// The years of a line.
fn years(line: &[String]) -> usize {
    let year = |cell: &String| cell.parse::<usize>().expect("a year");
    year(&line[2]) - year(&line[1]) + 1
}

/// A result as it is printed, with its letter.
fn printed(rules: &Rules, found: &Evaluation, tally: usize) -> (Fraction, Option<String>) {
    let Outcome::Result { figure, band } = &found.outcomes[tally] else { panic!("there is a result") };
    (figure.shown, band.map(|band| rules.tallies()[tally].bands[band].name.clone()))
}

fn number(cell: &str) -> Fraction {
    cell.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn women_business_and_the_law() {
    let rules = rules("data/wbl-2020/framework.json");
    assert_eq!(rules.unit().per_point(), 8, "sections of four and five questions are counted in eighths");
    let (mut indexes, mut scores) = (0, 0);
    for line in lines("wbl-2020") {
        let held = yes(&line[3]);
        assert!(rules.implied().allows(&held), "{line:?}");
        let found = evaluate(&rules, &Answers::of(held));
        for (section, cell) in line[4..12].iter().enumerate() {
            assert_eq!(printed(&rules, &found, section + 1), (number(cell), None), "{line:?}");
            scores += years(&line);
        }
        assert_eq!(printed(&rules, &found, 0), (number(&line[12]), None), "{line:?}");
        indexes += years(&line);
    }
    assert_eq!((indexes, scores), (9_500, 76_000));
    println!("Women, Business and the Law: {indexes} indexes, {scores} section scores, 0 mismatches");
}

/// The vectors tell one rounding rule from another: halves to even fit only 8,129 of the 9,500 indexes.
#[test]
fn another_rounding_would_be_noticed() {
    let mut framework: Framework =
        serde_json::from_str(&file("data/wbl-2020/framework.json")).expect("the framework can be read");
    framework.tallies[0].scale.halves = Halves::Even;
    let rules = compile(&framework).expect("only a scale is another");
    let fits = |line: &&Vec<String>| {
        let found = evaluate(&rules, &Answers::of(yes(&line[3])));
        printed(&rules, &found, 0).0 == number(&line[12])
    };
    let fitting: usize = lines("wbl-2020").iter().filter(fits).map(|line| years(line)).sum();
    assert_eq!(fitting, 8_129);
}

#[test]
fn sunlight_on_lobbying() {
    let rules = rules("data/sunlight-2015/framework.json");
    let lowest = [-1, -1, -1, -2, -1];
    let lines = lines("sunlight-2015");
    for line in &lines {
        let mut held = ProvisionSet::default();
        for ((group, lowest), cell) in rules.implied().groups().iter().zip(lowest).zip(&line[1..6]) {
            let level = cell.parse::<i64>().expect("points") - lowest;
            let level = usize::try_from(level).expect("no less than the lowest");
            held = held.union(&group.members[..level].iter().copied().collect());
        }
        assert!(rules.implied().allows(&held), "{line:?}");
        let found = evaluate(&rules, &Answers::of(held));
        for (group, cell) in rules.implied().groups().iter().zip(&line[1..6]) {
            let score = found.score(rules.find(&group.id).expect("the item"));
            assert_eq!(rules.unit().fraction(score.earned), number(cell), "{line:?}");
        }
        assert_eq!(printed(&rules, &found, 0), (number(&line[6]), Some(line[7].clone())), "{line:?}");
    }
    assert_eq!(lines.len(), 50);
    assert!(lines.iter().any(|line| line[6].starts_with('-')), "some are below zero");
    println!("Sunlight: {} states, 0 mismatches", lines.len());
}

#[test]
fn open_meetings_in_chicago() {
    let rules = rules("data/chicago-2019/framework.json");
    // The first columns of the table; names of bodies, which have commas in them, stand at its end.
    let items = [
        "website",
        "schedule-online",
        "agendas-online",
        "minutes-online-in-time",
        "minutes-complete",
        "meetings-recorded",
        "no-registration-in-advance",
        "comment-on-any-matter",
        "hour-of-comment",
        "rarely-cancelled",
        "varied-times",
        "comment-policy",
    ];
    let place = |id: &str| rules.provision(id).expect("a provision");
    let lines = lines("chicago-2019");
    for line in &lines {
        let answers = |answer: &str| -> ProvisionSet {
            let answered = items.iter().zip(line).filter(|(_, cell)| *cell == answer);
            answered.map(|(id, _)| place(id)).collect()
        };
        // Only what the card says does not apply is told to the rules; the rest must follow from the answers.
        let told = |place: &usize| rules.may_not_apply().contains(*place);
        let not_applicable = answers("NA").iter().filter(told).collect();
        let found = evaluate(&rules, &Answers::new(answers("1"), ProvisionSet::default(), not_applicable));
        for (id, cell) in items[..11].iter().zip(line) {
            let score = found.score(rules.find(&format!("{id}-item")).expect("an item"));
            assert_eq!(score.applies(), cell != "NA", "{id} of {line:?}");
        }
        let whole = found.score(rules.tallies()[0].root);
        let count = |cell: &str| cell.parse::<i64>().expect("a count");
        assert_eq!(whole.earned.units(), count(&line[12]), "{line:?}");
        assert_eq!(whole.possible.units(), count(&line[13]), "{line:?}");
        assert_eq!(printed(&rules, &found, 0), (number(&line[14]), Some(line[15].clone())), "{line:?}");
    }
    assert_eq!(lines.len(), 148);
    println!("Chicago: {} bodies, 0 mismatches", lines.len());
}

#[test]
fn state_firearm_laws() {
    let rules = rules("tests/vectors/firearm-2024.json");
    let mut results = 0;
    for line in lines("firearm-2024") {
        let held = yes(&line[3]);
        assert!(rules.implied().allows(&held), "{line:?}");
        let found = evaluate(&rules, &Answers::of(held));
        assert_eq!(printed(&rules, &found, 0), (number(&line[4]), None), "{line:?}");
        results += years(&line);
    }
    assert_eq!(results, 2_450);
    println!("State Firearm Laws: {results} state-years, 0 mismatches");
}

/// No answers of other states are known, so cards are held against what the rules can say of their figures: each
/// section within its maximum and on the step, the sum, the letter.
#[test]
fn protected_innocence_challenge() {
    let rules = rules("data/frameworks/pic-2019.json");
    let all = evaluate(&rules, &Answers::of((0..rules.provisions().len()).collect()));
    let letter = |total: &str| {
        let tally = &rules.tallies()[0];
        let band = tally.band(number(total), &ProvisionSet::default()).expect("there are letters");
        tally.bands[band].name.clone()
    };
    let mut whole = 0;
    for line in lines("pic-cards") {
        let sections: Vec<(usize, &String)> =
            line[2..8].iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
        let mut sum = Fraction::ZERO;
        for (section, cell) in &sections {
            let score = all.score(rules.find(&(section + 1).to_string()).expect("a section"));
            assert!(
                rules.unit().count(number(cell)).is_some_and(|points| points <= score.possible),
                "{line:?}"
            );
            sum = sum.plus(number(cell)).expect("a small sum");
        }
        if sections.len() == 6 {
            assert_eq!(sum, number(&line[8]), "{line:?}");
            whole += 1;
        }
        if !line[8].is_empty() {
            assert_eq!(letter(&line[8]), line[9], "{line:?}");
        }
    }
    assert_eq!(whole, 6);
    let scores = lines("pic-scores");
    for line in &scores {
        assert_eq!(letter(&line[2]), line[3], "{line:?}");
    }
    assert_eq!(scores.len(), 48);
    println!("Protected Innocence Challenge: {whole} whole cards, {} scores, 0 mismatches", scores.len());
}
