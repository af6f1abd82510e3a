//! Sessions as visitors use them: whatever they press, in any order, held against a second session that tries every
//! list of answers (`plain/session.rs`).
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "visits.rs"]
mod visits;

use std::sync::Arc;

use lawgrade_tests::any_rules::{PROVISIONS, id};
use lawgrade_tests::plain::session::{Answer, List};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use proptest_state_machine::{StateMachineTest, prop_state_machine};
use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::rules::compile;
use scoring::session::{Route, Session, Switched, Target};
use visits::{Model, Step, bill_name, file, kind_of, some};

struct Visitor;

fn set(places: &[usize]) -> ProvisionSet {
    places.iter().copied().collect()
}

fn answers(list: &List) -> Answers {
    let of = |wanted| (0..list.len()).filter(|place| list[*place] == wanted).collect();
    Answers::new(of(Answer::Yes), of(Answer::Unknown), of(Answer::NotApplicable))
}

fn new(model: &Model) -> Session {
    let rules =
        compile(&serde_json::from_value(model.file.clone()).expect("a file")).expect("they were compiled");
    Session::new(Arc::new(rules), "nobody".to_owned(), answers(&model.plain.card))
}

/// What a switch must have told, by the lists before and after it.
fn switched(model: &Model, wanted: Option<usize>) -> Option<Switched> {
    let (before, after) = (&model.before, &model.plain.now);
    let others = |answer: Answer| {
        let places = (0..PROVISIONS).filter(move |place| after[*place] == answer && before[*place] != answer);
        places.filter(|place| Some(*place) != wanted).collect()
    };
    (before != after).then(|| Switched { wanted, on: others(Answer::Yes), off: others(Answer::No) })
}

fn open(session: &mut Session, address: &str) -> usize {
    let route = Route::parse(address).expect("it names a framework").expect("it says something");
    session.open(&route).len()
}

impl StateMachineTest for Visitor {
    type SystemUnderTest = Session;
    type Reference = Model;

    fn init_test(model: &Model) -> Session {
        new(model)
    }

    fn apply(mut session: Session, model: &Model, step: Step) -> Session {
        let changed = model.before != model.plain.now;
        let could = (session.can_undo(), session.can_redo());
        match step {
            Step::Switch(place, held) => {
                assert_eq!(session.switch(place, held), switched(model, Some(place)));
            }
            Step::Choose(group, member) => {
                assert_eq!(session.choose(group, member), switched(model, member));
            }
            Step::Reset => assert_eq!(session.reset(), changed),
            Step::ResetProvisions(of) => {
                let before = session.differing();
                assert_eq!(session.reset_provisions(&set(&of)), changed);
                assert!(session.differing().is_subset(&before.minus(&set(&of))));
            }
            Step::Apply(on, off) => assert_eq!(session.apply(&set(&on), &set(&off)), changed),
            Step::Aim(target) => {
                let before = session.aim().target;
                let target = target.map(|target| match target {
                    Ok(rank) => Target::Rank(rank),
                    Err(quarters) => Target::figure(Fraction::new(quarters.into(), 4).expect("a fraction")),
                });
                assert_eq!(session.aim_at(target), target != before);
            }
            Step::Lock(place) => {
                let could = place < PROVISIONS && model.plain.card[place] != Answer::NotApplicable;
                assert_eq!(session.lock(place), could);
            }
            Step::Bill(place, Some(bill)) => {
                let could = place < PROVISIONS && model.plain.card[place] != Answer::NotApplicable;
                let name = bill_name(bill);
                assert_eq!(session.put_into_bundle(&name, place), could.then_some(name));
            }
            Step::Bill(place, None) => {
                // Outside of all provisions nothing is in a bill.
                let changes = place < PROVISIONS && model.aims_otherwise;
                assert_eq!(session.take_out_of_bundle(place), changes);
            }
            Step::Undo => assert_eq!(session.undo(), could.0),
            Step::Redo => assert_eq!(session.redo(), could.1),
            Step::OpenOwn => {
                let address = session.address();
                assert_eq!(open(&mut session, &address), 0, "{address}");
            }
            Step::Open(on, off) => {
                let ids = |places: &[usize]| places.iter().copied().map(id).collect::<Vec<_>>().join(",");
                // An address that ends with an empty part has lost something.
                let address = format!("#made/nobody/on={}/off={}/on=", ids(&on), ids(&off));
                assert_eq!(open(&mut session, &address), model.unread + 1, "{address}");
            }
        }
        session
    }

    fn check_invariants(session: &Session, model: &Model) {
        let plain = &model.plain;
        assert_eq!(session.answers(), &answers(&plain.now));
        assert_eq!(session.card(), &answers(&plain.card));
        assert!(plain.bonds.stands(&plain.now));
        let differing = (0..PROVISIONS).filter(|place| plain.now[*place] != plain.card[*place]);
        assert_eq!(session.differing(), differing.collect());
        assert_eq!(session.is_card(), session.differing().is_empty());
        assert_eq!(
            (session.can_undo(), session.can_redo()),
            (!plain.past.is_empty(), !plain.future.is_empty())
        );

        let locked = session.aim().locked.clone();
        assert_eq!(locked, (0..PROVISIONS).filter(|place| plain.aim.locked[*place]).collect());
        let address = session.address();
        assert_eq!(address, format!("made/nobody{}", plain.parts()));
        let mut fresh = new(model);
        assert_eq!(open(&mut fresh, &address), 0, "{address}");
        assert_eq!((fresh.answers(), fresh.aim()), (session.answers(), session.aim()));
        assert_eq!(fresh.address(), address);

        let mut back = session.clone();
        if back.undo() {
            assert_eq!(Some(back.answers()), plain.past.last().map(|(list, _)| answers(list)).as_ref());
            assert!(back.redo() && back.answers() == session.answers() && back.aim() == session.aim());
        }
    }
}

fn config(kept: &'static str) -> ProptestConfig {
    let kept = FileFailurePersistence::Direct(kept);
    ProptestConfig { failure_persistence: Some(Box::new(kept)), ..ProptestConfig::with_cases(400) }
}

prop_state_machine! {
    #![proptest_config(config("failures/session.txt"))]

    #[test]
    fn whatever_a_visitor_does(sequential 1..30 => Visitor);
}

proptest! {
    #![proptest_config(config("failures/session_any_card.txt"))]

    /// Also of a card that is wrong, so that its own answers cannot stand together, every address opens what it was
    /// made of, and a reset takes differences away and makes none.
    #[test]
    fn a_card_may_be_wrong(
        file in file(),
        kinds in proptest::collection::vec(0..10_u8, PROVISIONS),
        steps in proptest::collection::vec((some(), some(), some()), 1..6),
    ) {
        let Ok(rules) = compile(&serde_json::from_value(file).expect("a file")) else {
            return Err(TestCaseError::reject("a group of what implies each other"));
        };
        let card = answers(&kinds.iter().map(|kind| kind_of(*kind)).collect());
        let fresh = Session::new(Arc::new(rules), "nobody".to_owned(), card);
        let mut session = fresh.clone();
        for (on, off, back) in steps {
            session.apply(&set(&on), &set(&off));
            for _ in 0..2 {
                let address = session.address();
                let mut opened = fresh.clone();
                prop_assert_eq!(open(&mut opened, &address), 0, "{}", address);
                prop_assert_eq!(opened.answers(), session.answers(), "{}", address);
                let before = session.differing();
                session.reset_provisions(&set(&back));
                prop_assert!(session.differing().is_subset(&before.minus(&set(&back))));
            }
        }
    }
}
