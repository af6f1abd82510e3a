//! Ranks and single changes, against plain sorting and the second evaluator.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use lawgrade_tests::any_rules::{PROVISIONS, framework, id};
use lawgrade_tests::both::{self, set};
use lawgrade_tests::file;
use lawgrade_tests::plain::{self, Outcome, Ratio};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::rank::{Rank, moves, rank, ranked_figure};
use scoring::rules::{Rules, compile, evaluate};
use serde_json::Value;

fn compiled(file: &Value) -> Option<Rules> {
    compile(&serde_json::from_value(file.clone()).expect("a framework")).ok()
}

/// The figure that the second evaluator ranks a subject by in the first tally.
fn figure(file: &Value, rules: &Rules, held: &ProvisionSet) -> Option<Ratio> {
    let name = |place: usize| rules.provisions()[place].clone();
    figure_of(file, &plain::Answers { held: held.iter().map(name).collect(), ..plain::Answers::default() })
}

fn figure_of(file: &Value, answers: &plain::Answers) -> Option<Ratio> {
    let scale = file.get("scale").unwrap_or(&file["tallies"][0]["scale"]);
    match plain::evaluate(file, answers).1.swap_remove(0) {
        Outcome::Result { shown, .. } if scale["ranksSee"] == "shown" => Some(shown),
        Outcome::Result { exact, .. } => Some(exact),
        Outcome::NotApplicable | Outcome::Withheld(_) => None,
    }
}

/// The same rank by sorting: the first and the last place at which the figure stands.
fn sorted(figure: Ratio, others: &[Ratio]) -> (usize, usize, usize) {
    let mut all = others.to_vec();
    all.push(figure);
    all.sort_by(|one, other| (other.0 * one.1).cmp(&(one.0 * other.1)));
    let first = all.iter().position(|other| *other == figure).expect("it stands there");
    let last = all.iter().rposition(|other| *other == figure).expect("it stands there");
    (first + 1, last - first, all.len())
}

/// Every single change of every subject.
fn agree(file: &Value, rules: &Rules, cohort: &[ProvisionSet]) -> Result<usize, TestCaseError> {
    let own = |held: &ProvisionSet| {
        ranked_figure(&rules.tallies()[0], &evaluate(rules, &Answers::of(held.clone())).outcomes[0])
    };
    let known: Vec<Option<Fraction>> = cohort.iter().map(own).collect();
    let plain: Vec<Option<Ratio>> = cohort.iter().map(|held| figure(file, rules, held)).collect();
    let mut tried = 0;
    for (place, held) in cohort.iter().enumerate() {
        let others: Vec<Fraction> = known
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != place)
            .filter_map(|(_, one)| *one)
            .collect();
        let plain_others: Vec<Ratio> = plain
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != place)
            .filter_map(|(_, one)| *one)
            .collect();
        let told = |rank: Rank| (rank.rank, rank.tied, rank.of);
        let now = known[place].map(|figure| told(rank(figure, &others)));
        prop_assert_eq!(now, plain[place].map(|figure| sorted(figure, &plain_others)));
        let found = moves(rules, 0, &Answers::of(held.clone()), &others);
        prop_assert_eq!(found.len(), rules.provisions().len());
        for (provision, one) in found.into_iter().enumerate() {
            prop_assert_eq!(
                (one.provision, one.held.contains(provision)),
                (provision, !held.contains(provision))
            );
            prop_assert!(rules.implied().allows(&one.held));
            let expected = figure(file, rules, &one.held).map(|figure| sorted(figure, &plain_others));
            prop_assert_eq!(one.rank.map(told), expected, "{} of {}", provision, place);
            tried += 1;
        }
    }
    Ok(tried)
}

/// All 190 economies of 2020, each of their 35 questions switched, ranked by the printed index.
#[test]
fn every_single_change_in_the_world() -> Result<(), TestCaseError> {
    let mut file: Value = serde_json::from_str(&file("data/wbl-2020/framework.json")).expect("JSON");
    file["tallies"][0]["scale"]["ranksSee"] = "shown".into();
    let rules = compiled(&file).expect("the framework is right");
    let table = self::file("tests/vectors/wbl-2020.csv");
    let lines = table.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let answers = |line: Vec<&str>| {
        line[3].char_indices().filter(|(_, answer)| *answer == '1').map(|(place, _)| place).collect()
    };
    let cohort: Vec<ProvisionSet> = lines.filter(|line| line[2] == "2020").map(answers).collect();
    assert_eq!((cohort.len(), agree(&file, &rules, &cohort)?), (190, 6_650));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("failures/ranks.txt"))),
        ..ProptestConfig::with_cases(100)
    })]

    #[test]
    fn made_rules_rank_as_sorting_does(
        mut file in framework(),
        cohort in proptest::collection::vec(proptest::collection::vec(any::<bool>(), PROVISIONS), 1..6),
        shown in any::<bool>(),
    ) {
        let seen = if shown { "shown" } else { "exact" };
        match file.get_mut("tallies") {
            Some(tallies) => tallies[0]["scale"]["ranksSee"] = seen.into(),
            None => file["scale"]["ranksSee"] = seen.into(),
        }
        let Some(rules) = compiled(&file) else { return Err(TestCaseError::reject("cannot be counted")) };
        // Each made law without what cannot be together: switched on one after the other.
        let law = |chosen: Vec<bool>| {
            let places = (0..PROVISIONS).filter(|place| chosen[*place]);
            let switch = |law: Answers, place| law.switched(rules.implied(), place, true);
            places.fold(Answers::default(), switch).held().clone()
        };
        let cohort: Vec<ProvisionSet> = cohort.into_iter().map(law).collect();
        prop_assert!(rules.provisions().iter().eq((0..PROVISIONS).map(id).collect::<Vec<_>>().iter()));
        agree(&file, &rules, &cohort)?;
    }
    /// What does not apply is not switched, what is unknown is decided, and what has no result has no rank.
    #[test]
    fn answers_with_gaps_rank_as_sorting_does(
        file in framework(),
        [held, unknown, not_applicable] in [0..1_usize << PROVISIONS, 0..1 << PROVISIONS, 0..1 << PROVISIONS],
        others in proptest::collection::vec(-8..=24_i64, 0..6),
    ) {
        let Some(rules) = compiled(&file) else { return Err(TestCaseError::reject("cannot be counted")) };
        let told = set(not_applicable).common(rules.may_not_apply());
        let answers = Answers::new(rules.implied().closed(&set(held)), set(unknown), told);
        let known: Vec<Fraction> = others.iter().map(|quarters| Fraction::new((*quarters).into(), 4).expect("four is above zero")).collect();
        let plain: Vec<Ratio> = known.iter().copied().map(both::ratio).collect();
        let found = moves(&rules, 0, &answers, &known);
        let switched: ProvisionSet = found.iter().map(|one| one.provision).collect();
        prop_assert_eq!(switched, (0..PROVISIONS).filter(|place| !answers.not_applicable().contains(*place)).collect());
        for one in found {
            let changed = answers.switched(rules.implied(), one.provision, !answers.held().contains(one.provision));
            prop_assert!(!changed.unknown().contains(one.provision));
            prop_assert_eq!(&one.held, changed.held());
            let expected = figure_of(&file, &both::answers(&changed)).map(|figure| sorted(figure, &plain));
            prop_assert_eq!(one.rank.map(|rank| (rank.rank, rank.tied, rank.of)), expected, "{}", one.provision);
        }
    }
}
