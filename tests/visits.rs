//! What visitors do with a session, made by chance, and what must come of it.

use lawgrade_tests::any_rules::{PROVISIONS, id};
use lawgrade_tests::plain::session::{Aim, Answer, Bonds, List, Session as Plain, Wish};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest_state_machine::ReferenceStateMachine;
use scoring::facts::GroupKind;
use scoring::rules::compile;
use serde_json::{Value, json};

/// What a visitor does.
#[derive(Clone, Debug)]
pub enum Step {
    Switch(usize, bool),
    Choose(usize, Option<usize>),
    Reset,
    ResetProvisions(Vec<usize>),
    Apply(Vec<usize>, Vec<usize>),
    /// A target: nothing, a rank, or a figure in quarters.
    Aim(Option<Result<usize, i64>>),
    Lock(usize),
    /// A provision, and the number of the bill that it is put into; without one it is taken out of the one that it is in.
    Bill(usize, Option<u8>),
    Undo,
    Redo,
    OpenOwn,
    Open(Vec<usize>, Vec<usize>),
}

/// The second session, and what its last step must have told.
#[derive(Clone, Debug)]
pub struct Model {
    pub file: Value,
    /// Each group: whether its members are levels, and the members.
    groups: Vec<(bool, Vec<usize>)>,
    pub plain: Plain,
    pub before: List,
    pub unread: usize,
    /// Whether the last step changed what the visitor is after.
    pub aims_otherwise: bool,
}

/// A file with many bonds: implications, two groups that may share members, levels of what is in neither.
pub fn file() -> impl Strategy<Value = Value> {
    let places = || (0..PROVISIONS).collect::<Vec<_>>();
    let implied = proptest::collection::vec(proptest::bool::weighted(0.15), PROVISIONS * PROVISIONS);
    let one_of = proptest::collection::vec(subsequence(places(), 2..=3), 0..=2);
    (implied, one_of, subsequence(places(), 0..=4)).prop_map(move |(implied, one_of, mut levels)| {
        let named = |places: &[usize]| places.iter().copied().map(id).collect::<Vec<_>>();
        let provisions = (0..PROVISIONS).map(|place| {
            let others = (0..place).filter(|other| implied[place * PROVISIONS + other]).map(id);
            json!({"id": id(place), "label": "made", "implies": others.collect::<Vec<_>>()})
        });
        levels.retain(|level| !one_of.iter().any(|group| group.contains(level)));
        let groups = one_of.iter().enumerate();
        let groups = groups.map(|(at, group)| json!({"id": format!("g{at}"), "provisions": named(group)}));
        let mut sections = vec![json!({"id": "all", "checklist": named(&places())})];
        if !levels.is_empty() {
            let levels = (1..).zip(named(&levels)).map(|(points, id): (u32, _)| json!({"provision": id, "points": points}));
            sections.push(json!({"id": "levels", "levels": levels.collect::<Vec<_>>()}));
        }
        json!({
            "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
            "provisions": provisions.collect::<Vec<_>>(), "oneOf": groups.collect::<Vec<_>>(), "sections": sections,
        })
    })
}

/// The answer of one of ten numbers.
pub fn kind_of(number: u8) -> Answer {
    match number {
        0..3 => Answer::No,
        3..6 => Answer::Yes,
        6..9 => Answer::Unknown,
        _ => Answer::NotApplicable,
    }
}

impl ReferenceStateMachine for Model {
    type State = Model;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Self> {
        let kinds = proptest::collection::vec(0..10_u8, PROVISIONS);
        let state = (file(), kinds).prop_filter_map("a group of what implies each other", |(file, kinds)| {
            let rules = compile(&serde_json::from_value(file.clone()).expect("a file")).ok()?;
            let groups = rules.implied().groups().iter();
            let groups =
                groups.map(|group| (group.kind == GroupKind::Levels, group.members.clone())).collect();
            let not_applicable = (0..PROVISIONS).filter(|place| kinds[*place] == 9).map(id).collect();
            let bonds = Bonds::new(&file, &not_applicable);
            let card = bonds.mended(&kinds.iter().map(|kind| kind_of(*kind)).collect());
            let plain = Plain::new(bonds, card.clone());
            Some(Model { file, groups, plain, before: card, unread: 0, aims_otherwise: false })
        });
        state.boxed()
    }

    fn transitions(state: &Self) -> BoxedStrategy<Step> {
        // One more than there are.
        let provision = 0..=PROVISIONS;
        let groups: Vec<usize> = (0..=state.groups.len()).collect();
        let shuffled = || some().prop_shuffle();
        prop_oneof![
            6 => (provision.clone(), any::<bool>()).prop_map(|(place, held)| Step::Switch(place, held)),
            3 => (select(groups), proptest::option::weighted(0.7, provision))
                .prop_map(|(group, member)| Step::Choose(group, member)),
            1 => Just(Step::Reset),
            3 => some().prop_map(Step::ResetProvisions),
            2 => (some(), some()).prop_map(|(on, off)| Step::Apply(on, off)),
            2 => target().prop_map(Step::Aim),
            2 => (0..=PROVISIONS).prop_map(Step::Lock),
            3 => (0..=PROVISIONS, proptest::option::weighted(0.8, 0..3_u8)).prop_map(|(place, bill)| Step::Bill(place, bill)),
            3 => Just(Step::Undo),
            2 => Just(Step::Redo),
            1 => Just(Step::OpenOwn),
            2 => (shuffled(), shuffled()).prop_map(|(on, off)| Step::Open(on, off)),
        ]
        .boxed()
    }

    fn apply(mut state: Self, step: &Step) -> Self {
        state.before = state.plain.now.clone();
        state.unread = 0;
        let applies =
            |place: &usize| *place < PROVISIONS && state.plain.card[*place] != Answer::NotApplicable;
        let wish = |state: &mut Self, wishes: &[Wish]| {
            let (next, _) = state.plain.granted(&state.plain.now, wishes);
            state.plain.step(next);
        };
        match step {
            Step::Switch(place, held) if applies(place) => wish(&mut state, &[(*place, *held)]),
            Step::Choose(group, member) => {
                let Some((levels, members)) = state.groups.get(*group).cloned() else { return state };
                if member.is_some_and(|member| !members.contains(&member) || !applies(&member)) {
                    return state;
                }
                let place = |of: &usize| members.iter().position(|other| other == of);
                let weaker = |one: &usize| levels && member.is_some_and(|member| place(one) < place(&member));
                let wishes = members.iter().filter(|one| applies(one) && !weaker(one));
                let wishes: Vec<_> = wishes.map(|one| (*one, Some(*one) == *member)).collect();
                wish(&mut state, &wishes);
            }
            Step::Reset => state.plain.step(state.plain.card.clone()),
            Step::ResetProvisions(of) => state.plain.step(state.plain.put_back(of)),
            Step::Apply(on, off) => {
                let wishes =
                    on.iter().map(|place| (*place, true)).chain(off.iter().map(|place| (*place, false)));
                let wishes: Vec<_> = wishes.filter(|(place, _)| applies(place)).collect();
                wish(&mut state, &wishes);
            }
            Step::Aim(target) => {
                let target = target.map(|target| match target {
                    Ok(rank) => format!("rank:{rank}"),
                    Err(quarters) => format!("{}", f64::from(i32::try_from(quarters).expect("few")) / 4.0),
                });
                let aim = Aim { target, ..state.plain.aim.clone() };
                state.plain.go_on(state.plain.now.clone(), aim);
            }
            Step::Lock(place) => {
                let mut aim = state.plain.aim.clone();
                if applies(place) {
                    aim.locked[*place] = !aim.locked[*place];
                }
                state.plain.go_on(state.plain.now.clone(), aim);
            }
            Step::Bill(place, bill) => {
                let mut aim = state.plain.aim.clone();
                if applies(place) {
                    aim.bills[*place] = bill.map(bill_name);
                }
                state.aims_otherwise = aim != state.plain.aim;
                state.plain.go_on(state.plain.now.clone(), aim);
            }
            Step::Undo => state.plain.undo(),
            Step::Redo => state.plain.redo(),
            Step::Switch(..) | Step::OpenOwn => {}
            Step::Open(on, off) => {
                let only_off = off.iter().filter(|place| !on.contains(place)).map(|place| (*place, false));
                let wishes = on.iter().map(|place| (*place, true)).chain(only_off);
                let wishes: Vec<_> = wishes.filter(|(place, _)| applies(place)).collect();
                let card = &state.plain.card;
                let (next, granted) = state.plain.granted(card, &wishes);
                let answer = |held: bool| if held { Answer::Yes } else { Answer::No };
                let read = granted.iter().filter(|(place, held)| card[*place] != answer(*held));
                state.unread = on.len() + off.len() - read.count();
                // The address names no aim.
                state.plain.go_on(next, Aim::none(PROVISIONS));
            }
        }
        state
    }
}

/// What a bill is called.
pub fn bill_name(number: u8) -> String {
    format!("Bill{number}")
}

fn target() -> impl Strategy<Value = Option<Result<usize, i64>>> {
    let some = prop_oneof![(1..100_usize).prop_map(Ok), (-40..400_i64).prop_map(Err)];
    proptest::option::weighted(0.8, some)
}

/// A few provisions.
pub fn some() -> impl Strategy<Value = Vec<usize>> {
    subsequence((0..PROVISIONS).collect::<Vec<_>>(), 0..=3)
}
