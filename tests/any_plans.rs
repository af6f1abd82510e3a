//! Plans under rules made by chance, against trying every law: the same plans, none more, none less.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use lawgrade_tests::any_rules::{PROVISIONS, framework, id};
use lawgrade_tests::both::{self, ids, ratio, set};
use lawgrade_tests::plain::{self, Asked, Change, Ids, Outcome as Result, Ratio, Tried, tried};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{FileFailurePersistence, TestRunner};
use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::plans::{Goal, Outcome, Plan, Plans, Target, in_every_plan, plan};
use scoring::rules::{Rules, compile, evaluate};
use serde_json::{Value, json};

fn fraction(ratio: Ratio) -> Fraction {
    Fraction::new(ratio.0, ratio.1).expect("above zero")
}

/// A question, for both planners.
struct Question {
    answers: Answers,
    goal: Goal<'static>,
    plain: plain::Answers,
    asked: Asked,
}

impl Question {
    fn new(answers: Answers, goal: Goal<'static>) -> Self {
        let plain = both::answers(&answers);
        let target = match &goal.target {
            Target::Band(band) => plain::Target::Band(*band),
            Target::Figure(figure) => plain::Target::Figure(ratio(*figure)),
            Target::Rank { rank, others } => {
                plain::Target::Rank(*rank, others.iter().copied().map(ratio).collect())
            }
        };
        let bundles = goal.bundles.iter().map(ids).collect();
        let asked = Asked { tally: goal.tally, target, locked: ids(&goal.locked), bundles };
        Self { answers, goal, plain, asked }
    }

    fn agrees(&self, file: &Value, rules: &Rules) -> std::result::Result<(), TestCaseError> {
        let tried = tried(file, &self.plain, &self.asked, &mut BTreeMap::new());
        match plan(rules, &self.answers, &self.goal, &mut || true) {
            Outcome::Already => prop_assert_eq!(tried.fewest, Some(0)),
            Outcome::Impossible { best } => {
                prop_assert_eq!(tried.fewest, None);
                prop_assert_eq!(best.map(ratio), tried.best);
            }
            Outcome::Reachable(plans) => {
                prop_assert_eq!(Some(plans.fewest), tried.fewest);
                prop_assert_eq!(listed(&plans), tried.plans.clone());
                prop_assert_eq!(plans.count, tried.plans.len() as u128);
                prop_assert_eq!(plans.plans.len(), tried.plans.len(), "each is listed once");
                prop_assert!(plans.plans.is_sorted_by(|one, other| one.figure >= other.figure));
                self.applied(rules, &plans)?;
                self.cut_short(rules, &plans, &tried)?;
            }
            Outcome::TooLarge { .. } | Outcome::Interrupted => {
                prop_assert!(false, "few provisions are never too many")
            }
        }
        Ok(())
    }

    /// Whether the answers contradict no implication and no group.
    fn can_be(&self, rules: &Rules) -> bool {
        let held = self.answers.held();
        let closed = rules.implied().closed(held).minus(self.answers.not_applicable());
        closed == *held && !rules.implied().groups().iter().any(|group| group.is_broken(held))
    }

    /// Switching all that a plan has, one after the other, shows what the plan says.
    fn applied(&self, rules: &Rules, plans: &Plans) -> std::result::Result<(), TestCaseError> {
        for plan in plans.plans.iter().filter(|_| self.can_be(rules)) {
            let switched =
                |now: Answers, (place, on): &(usize, bool)| now.switched(rules.implied(), *place, *on);
            let on: Vec<_> = plan.on.iter().map(|place| (place, true)).collect();
            let off: Vec<_> = plan.off.iter().map(|place| (place, false)).collect();
            let one = on.iter().chain(&off).fold(self.answers.clone(), switched);
            let other = off.iter().chain(&on).fold(self.answers.clone(), switched);
            prop_assert_eq!(&one, &other);
            prop_assert_eq!(&one, &self.answers.changed(rules.implied(), &plan.on, &plan.off));
            let shown = evaluate(rules, &one).outcomes.swap_remove(self.goal.tally);
            let scoring::rules::Outcome::Result { figure, .. } = shown else {
                return Err(TestCaseError::fail("a plan without a result"));
            };
            prop_assert_eq!(figure.exact, plan.figure);
        }
        Ok(())
    }

    /// A limit shortens the list and nothing else, and what is in every plan is told from a short list as well.
    fn cut_short(
        &self,
        rules: &Rules,
        plans: &Plans,
        tried: &Tried,
    ) -> std::result::Result<(), TestCaseError> {
        let short = Goal { limit: 1, ..self.goal.clone() };
        let Outcome::Reachable(first) = plan(rules, &self.answers, &short, &mut || true) else {
            return Err(TestCaseError::fail("a limit makes nothing unreachable"));
        };
        prop_assert_eq!((first.fewest, first.count), (plans.fewest, plans.count));
        prop_assert_eq!(&first.plans[..], &plans.plans[..1]);
        let common = tried.plans.keys().map(|change| change.on.clone());
        let common = common.reduce(|one, other| one.intersection(&other).cloned().collect());
        let every = |goal: &Goal<'_>, plans: &Plans, tries: usize| {
            in_every_plan(rules, &self.answers, goal, plans, tries, &mut || true).map(|set| ids(&set))
        };
        prop_assert_eq!(every(&self.goal, plans, 0), common.clone());
        prop_assert_eq!(every(&short, &first, PROVISIONS), common.clone());
        let untried = every(&short, &first, 0);
        prop_assert!(untried.is_none() || untried == common);
        Ok(())
    }
}

fn listed(plans: &Plans) -> BTreeMap<Change, Ratio> {
    let change = |plan: &Plan| Change { on: ids(&plan.on), off: ids(&plan.off) };
    plans.plans.iter().map(|plan| (change(plan), ratio(plan.figure))).collect()
}

/// Every exact and shown figure of a tally, and some beside them: what targets are chosen from.
fn figures(file: &Value, tally: usize, not_applicable: &Ids) -> Vec<Ratio> {
    let mut figures = Vec::new();
    for bits in 0..1 << PROVISIONS {
        let answers = plain::Answers {
            held: ids(&set(bits)),
            unknown: Ids::new(),
            not_applicable: not_applicable.clone(),
        };
        if let Result::Result { exact, shown, .. } = plain::evaluate(file, &answers).1.swap_remove(tally) {
            figures.extend([exact, shown, exact + Ratio(1, 7)]);
        }
    }
    figures.sort_by(|one, other| (one.0 * other.1).cmp(&(other.0 * one.1)));
    figures.dedup();
    figures
}

fn target(kind: u8, bands: usize, place: &Index, others: &[Index], figures: &[Ratio]) -> Target {
    let any = |index: &Index| match figures.is_empty() {
        true => Fraction::ONE,
        false => fraction(*index.get(figures)),
    };
    match kind {
        0 if bands > 0 => Target::Band(place.index(bands)),
        1 => Target::Rank { rank: place.index(others.len() + 2), others: others.iter().map(any).collect() },
        _ => Target::Figure(any(place)),
    }
}

/// What a question is made of.
#[derive(Clone, Debug)]
struct Chance {
    file: Value,
    answers: [usize; 3],
    /// Whether some are unknown, and whether some do not apply.
    gaps: (bool, bool),
    locked: Vec<bool>,
    bundled: Vec<usize>,
    kind: u8,
    place: Index,
    others: Vec<Index>,
    tally: Index,
    ranks_see_shown: bool,
    /// Whether the answers are made so that they contradict no implication and no group.
    can_be: bool,
}

fn chance() -> impl Strategy<Value = Chance> {
    let rare = |chance: f64| proptest::bool::weighted(chance);
    let all = 0..1_usize << PROVISIONS;
    let law = ([all.clone(), all.clone(), all], (rare(0.3), rare(0.3)));
    let may = (
        proptest::collection::vec(rare(0.15), PROVISIONS),
        proptest::collection::vec(0..5_usize, PROVISIONS),
    );
    let goal = (
        0..3_u8,
        any::<Index>(),
        proptest::collection::vec(any::<Index>(), 0..4),
        any::<Index>(),
        any::<bool>(),
    );
    (framework(), law, may, goal).prop_map(|(file, (answers, gaps), (locked, bundled), goal)| {
        let (kind, place, others, tally, ranks_see_shown) = goal;
        Chance {
            file,
            answers,
            gaps,
            locked,
            bundled,
            kind,
            place,
            others,
            tally,
            ranks_see_shown,
            can_be: false,
        }
    })
}

/// Where it matters what else can then be one thing only: unknown answers that do not count as a no, of which some
/// exclude each other.
fn chance_of_ruling_out() -> impl Strategy<Value = Chance> {
    chance().prop_map(|mut chance| {
        let [held, unknown, other] = chance.answers;
        chance.answers = [held & other, unknown, other];
        chance.gaps.0 = true;
        chance.can_be = true;
        chance.file["missing"] = if held % 2 == 0 { "leave-out" } else { "withhold" }.into();
        let mut grouped = chance.file.clone();
        grouped["oneOf"] = json!([{"id": "one", "provisions": [id(0), id(1), id(2)]}]);
        if serde_json::from_value(grouped.clone()).is_ok_and(|file| compile(&file).is_ok()) {
            chance.file = grouped;
        }
        chance
    })
}

impl Chance {
    /// The rules and the question; nothing, when the rules cannot be counted.
    fn question(self) -> Option<(Value, Rules, Question)> {
        let mut file = self.file;
        let seen = if self.ranks_see_shown { "shown" } else { "exact" };
        match file.get_mut("tallies").and_then(Value::as_array_mut) {
            Some(tallies) => tallies.iter_mut().for_each(|tally| tally["scale"]["ranksSee"] = seen.into()),
            None => file["scale"]["ranksSee"] = seen.into(),
        }
        let rules = compile(&serde_json::from_value(file.clone()).expect("a framework")).ok()?;
        let [held, unknown, not_applicable] = self.answers.map(set);
        let (some_unknown, some_not_applicable) = self.gaps;
        let not_applicable = not_applicable
            .iter()
            .filter(|place| some_not_applicable && rules.may_not_apply().contains(*place))
            .collect();
        let unknown = if some_unknown { unknown } else { ProvisionSet::default() };
        let held = if self.can_be { rules.implied().closed(&held) } else { held };
        let unknown = if self.can_be { unknown.minus(&held) } else { unknown };
        let answers = Answers::new(held, unknown, not_applicable);
        let tally = self.tally.index(rules.tallies().len());
        let figures = figures(&file, tally, &ids(answers.not_applicable()));
        let bands = rules.tallies()[tally].bands.len();
        let bundle = |number| -> ProvisionSet {
            (0..PROVISIONS).filter(|place| self.bundled[*place] == number).collect()
        };
        let goal = Goal {
            tally,
            target: target(self.kind, bands, &self.place, &self.others, &figures),
            readings: None,
            locked: (0..PROVISIONS).filter(|place| self.locked[*place]).collect(),
            bundles: [bundle(0), bundle(1)].into_iter().filter(|bundle| !bundle.is_empty()).collect(),
            limit: usize::MAX,
        };
        Some((file, rules, Question::new(answers, goal)))
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("failures/any_plans.txt"))),
        ..ProptestConfig::with_cases(800)
    })]

    /// Any rules, any answers, every kind of target, with provisions locked and in bundles.
    #[test]
    fn the_same_plans_as_by_trying_every_law(chance in chance()) {
        let Some((file, rules, question)) = chance.question() else {
            return Err(TestCaseError::reject("cannot be counted"));
        };
        question.agrees(&file, &rules)?;
    }

    /// What a plan leaves unknown is what is unknown after its switches.
    #[test]
    fn the_same_plans_where_changes_rule_out_what_is_unknown(chance in chance_of_ruling_out()) {
        let Some((file, rules, question)) = chance.question() else {
            return Err(TestCaseError::reject("cannot be counted"));
        };
        question.agrees(&file, &rules)?;
    }
}

/// The questions that are asked are of every kind, and have answers of every kind.
#[test]
fn chance_asks_for_everything() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..600 {
        let made = chance().new_tree(&mut runner).expect("a question").current();
        let Some((_, rules, question)) = made.question() else { continue };
        let mut see = |what, is: bool| *seen.entry(what).or_default() += usize::from(is);
        see("unknown answers", !question.answers.unknown().is_empty());
        see("answers that do not apply", !question.answers.not_applicable().is_empty());
        let plans = match plan(&rules, &question.answers, &question.goal, &mut || true) {
            Outcome::Already => {
                see("already", true);
                continue;
            }
            Outcome::Reachable(plans) => plans,
            other => {
                see("impossible", matches!(other, Outcome::Impossible { .. }));
                continue;
            }
        };
        let any = |is: &dyn Fn(&Plan) -> bool| plans.plans.iter().any(is);
        see("a band", matches!(question.goal.target, Target::Band(_)));
        see("a rank", matches!(question.goal.target, Target::Rank { .. }));
        see("several plans", plans.count > 1);
        see("several changes", plans.fewest > 1);
        see("something taken out of law", any(&|plan| !plan.off.is_empty()));
        see(
            "something put in and something taken out",
            any(&|plan| !plan.off.is_empty() && !plan.on.is_empty()),
        );
        see(
            "a bill",
            any(&|plan| question.goal.bundles.iter().any(|bill| bill.len() > 1 && bill.intersects(&plan.on))),
        );
        let bundled = question.goal.bundles.iter().any(|bundle| bundle.len() > 1);
        see(
            "something that comes along",
            !bundled && any(&|plan| plan.on.len() + plan.off.len() > plans.fewest),
        );
    }
    assert_eq!(seen.len(), 12, "{seen:?}");
    assert!(seen.values().all(|count| *count >= 10), "{seen:?}");
}

/// Plans do rule out what is unknown, under both rules of what is missing.
#[test]
fn chance_rules_out() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..600 {
        let made = chance_of_ruling_out().new_tree(&mut runner).expect("a question").current();
        let Some((_, rules, question)) = made.question() else { continue };
        let Outcome::Reachable(plans) = plan(&rules, &question.answers, &question.goal, &mut || true) else {
            continue;
        };
        let rules_out = |plan: &Plan| {
            let changed = question.answers.changed(rules.implied(), &plan.on, &plan.off);
            changed.unknown() != &question.answers.unknown().minus(&plan.on)
        };
        if question.can_be(&rules) && plans.plans.iter().any(rules_out) {
            *seen.entry(format!("{:?}", rules.missing())).or_default() += 1;
        }
    }
    assert!(seen.len() == 2 && seen.values().all(|count| *count >= 10), "{seen:?}");
}
