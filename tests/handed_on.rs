//! Addresses after the world has handed them on: encoded, wrapped, tracked, broken, beautified. Each is the same
//! scenario, and nothing is told. What may have been meant is never lost in silence.
#![allow(missing_docs, clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;

use lawgrade_tests::{connecticut, handed_on};
use proptest::prelude::*;
use proptest::sample::select;
use scoring::{
    Aim, Baseline, Changes, ProvisionSet, Question, Scenario, Situation, Target, format_address,
    parse_address,
};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fn some_provisions() -> impl Strategy<Value = ProvisionSet> {
    let few = proptest::collection::vec(0..77_usize, 0..6);
    let any = proptest::collection::vec(0..77_usize, 0..77);
    prop_oneof![3 => few, 1 => any].prop_map(|places| places.into_iter().collect())
}

fn any_target() -> impl Strategy<Value = Option<Target>> {
    let grades: Vec<Target> = ["A", "B", "C", "D", "F"].map(|grade| Target::Grade(grade.to_owned())).to_vec();
    let points =
        ["0", "80.5", "102.5"].map(|points| Target::Points(points.parse().expect("these are points")));
    proptest::option::of(select([grades, points.to_vec()].concat()))
}

fn any_situation() -> impl Strategy<Value = Situation> {
    let name = "[A-Za-z0-9é–“?&!+'. ]{0,12}[A-Za-z0-9?&é]";
    let bundles = proptest::collection::vec((name, proptest::collection::vec(0..77_usize, 1..4)), 0..3);
    (some_provisions(), some_provisions(), any_target(), any::<bool>(), bundles).prop_map(
        |(switched, locked, target, certain, bundles)| {
            let question =
                if certain && target.is_some() { Question::EveryReading } else { Question::BestReading };
            let mut aim = Aim { target, question, locked, ..Aim::default() };
            for (name, places) in bundles {
                for provision in places.into_iter().filter_map(|place| CONNECTICUT.provisions().get(place)) {
                    aim.put_into_bundle(&name, provision);
                }
            }
            Situation { scenario: Scenario::from_switched(switched), aim }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn an_address_is_the_same_however_it_was_handed_on(situation in any_situation(), ways in any::<[u8; 8]>()) {
        let address = handed_on(&format_address(&CONNECTICUT, &situation), &ways);
        prop_assert_eq!(parse_address(&CONNECTICUT, &address), (situation, Vec::new()), "{}", address);
    }

    /// An address that has lost its end within a name is told of. Two can be whole words all the same: the
    /// beginning of a number of points, and an id that another begins with.
    #[test]
    fn what_was_cut_off_is_told(situation in any_situation(), kept in 0.0..1.0) {
        let address = format_address(&CONNECTICUT, &situation);
        let end = 17 + ((address.len() - 16) as f64 * kept) as usize;
        let cut = address.get(..end).unwrap_or(&address);
        let (_, problems) = parse_address(&CONNECTICUT, cut);
        let words = |address: &str| -> Vec<String> {
            let words = address.split(['/', ',', ':', '=']).filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        let (whole, rest) = (words(&address), words(cut));
        let is_whole = rest.iter().zip(&whole).all(|(rest, whole)| rest == whole);
        let ends_whole = ["exploitation-laws"].contains(&rest.last().map_or("", String::as_str))
            || cut.rsplit('/').next().is_some_and(|part| part.starts_with("to=") || part.starts_with("sure="));
        prop_assert!(is_whole || ends_whole || !problems.is_empty(), "{} of {}", cut, address);
    }
}

/// The end of every id that begins only one provision is offered, and what is offered opens.
#[test]
fn a_lost_end_is_offered() {
    for provision in CONNECTICUT.provisions() {
        let part = if provision.law.in_law { "off" } else { "on" };
        let cut = provision.id.get(..provision.id.len() - 1).expect("ids are long");
        let (read, problems) = parse_address(&CONNECTICUT, &format!("#pic-2019/ct-2019/to=A/{part}={cut}…"));
        let begins = CONNECTICUT
            .provisions()
            .iter()
            .filter(|other| other.law.in_law == provision.law.in_law && other.id.starts_with(cut));
        if begins.count() > 1 {
            assert_eq!(problems.len(), 1);
            continue;
        }
        let [scoring::AddressProblem::CutOff { meant, mended, .. }] = &problems[..] else {
            panic!("{cut}: {problems:?}");
        };
        assert!(read.scenario.is_baseline());
        assert_eq!(*meant, provision.id);
        let (offered, none) = parse_address(&CONNECTICUT, mended);
        assert_eq!(none, []);
        let Changes { on, off } = offered.scenario.changes(&CONNECTICUT);
        assert_eq!([on, off].concat(), [provision.id.as_str()]);
        assert_eq!(offered.aim.target, Some(Target::Grade("A".to_owned())));
    }
}
