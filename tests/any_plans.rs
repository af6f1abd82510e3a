//! Plans under rules made by chance, against trying every law: the same plans, none more, none less.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "any_plans/question.rs"]
pub mod question;

use std::borrow::Cow;
use std::collections::BTreeMap;

use lawgrade_tests::any_rules::drawn;
use lawgrade_tests::both::{ids, ratio};
use lawgrade_tests::plain::{Change, Ratio, Tried, tried};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use question::{Chance, Question, chance, chance_of_ruling_out};
use scoring::facts::Answers;
use scoring::plans::{Goal, NotRead, Outcome, Plan, Plans, Problem, Solution, Target, may_go, plan, solve};
use scoring::rules::{Rules, evaluate};
use serde_json::Value;

impl Question {
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
            // What excludes something that is unknown may go as well, and so may what is in a bill with something that gains
            // by going.
            let bill_goes = self.goal.bundles.iter().any(|bundle| bundle.intersects(&plan.off));
            if self.goal.tally == 0 && self.answers.unknown().is_empty() && !bill_goes {
                prop_assert!(plan.off.is_subset(&may_go(rules)), "{:?}", plan);
            }
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
        let every = |goal: &Goal, needed: bool| {
            let (rules, answers) = (Cow::Borrowed(rules), Cow::Borrowed(&self.answers));
            let found = Problem { rules, answers, goal: goal.clone(), needed }.solve(&mut || true);
            found.needed.map(|set| ids(&set))
        };
        prop_assert_eq!(every(&self.goal, true), common.clone());
        // The same where the list is cut short, or there is none.
        prop_assert_eq!(every(&short, true), common.clone());
        prop_assert_eq!(every(&Goal { limit: 0, ..self.goal.clone() }, true), common);
        prop_assert_eq!(every(&short, false), None);
        self.handed_over(rules, short)
    }

    /// Another program finds the same.
    fn handed_over(&self, rules: &Rules, goal: Goal) -> std::result::Result<(), TestCaseError> {
        let (rules, answers) = (Cow::Borrowed(rules), Cow::Borrowed(&self.answers));
        let problem = Problem { rules, answers, goal, needed: true };
        let solution = solve(&problem.bytes(), &mut || true).expect("a problem is read");
        prop_assert_eq!(Solution::read(&solution), Ok(problem.solve(&mut || true)));
        // What is cut off is refused.
        prop_assert_eq!(solve(&problem.bytes()[..10], &mut || true), Err(NotRead));
        Ok(())
    }
}

fn listed(plans: &Plans) -> BTreeMap<Change, Ratio> {
    let change = |plan: &Plan| Change { on: ids(&plan.on), off: ids(&plan.off) };
    plans.plans.iter().map(|plan| (change(plan), ratio(plan.figure))).collect()
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
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, rules, question) in drawn(chance(), 600).filter_map(Chance::question) {
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
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (_, rules, question) in drawn(chance_of_ruling_out(), 600).filter_map(Chance::question) {
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
