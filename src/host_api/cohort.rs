//! All cards of a framework: where each stands, and where each single change would put it.

use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::rank::{moves, ranked_figure, ranks};
use scoring::rules::{Outcome, evaluate};
use wasm_bindgen::prelude::*;

use super::Rules;
use super::numbers;
use super::plan::planned;

/// Cards, with what their tallies come to.
pub struct Cohort {
    rules: Rules,
    cards: Vec<(Answers, Vec<Outcome>)>,
}

impl Cohort {
    /// Evaluates cards. Their answers cross one after the other.
    ///
    /// # Errors
    /// An `Error`, when some contradict the rules.
    pub fn new(rules: &Rules, answers: &[u32]) -> Result<Self, JsValue> {
        let card = |bits: &[u32]| {
            let answers = rules.answers(bits)?;
            let outcomes = evaluate(&rules.rules, &answers).outcomes;
            Ok((answers, outcomes))
        };
        let cards = answers.chunks(3 * rules.words().max(1)).map(card).collect::<Result<_, JsValue>>()?;
        Ok(Self { rules: rules.clone(), cards })
    }

    /// For each card what the tally comes to ([`numbers::outcome`]) and where it stands ([`numbers::rank`]).
    pub fn ranks(&self, tally: usize) -> Vec<f64> {
        let outcomes: Vec<&Outcome> =
            self.cards.iter().filter_map(|(_, outcomes)| outcomes.get(tally)).collect();
        let figures: Vec<Option<Fraction>> =
            outcomes.iter().map(|outcome| self.figure(outcome, tally)).collect();
        let mut numbers = Vec::with_capacity(7 * outcomes.len());
        for (outcome, rank) in outcomes.iter().zip(ranks(&figures)) {
            numbers::outcome(&mut numbers, outcome);
            numbers::rank(&mut numbers, rank);
        }
        numbers
    }

    /// Each provision of one card switched alone while all other cards stay as they are: the provision, the number of
    /// provisions that then hold anew and these, of those that no longer hold and these, what the tally comes to and
    /// where the card then stands.
    pub fn moves(&self, subject: usize, tally: usize) -> Vec<f64> {
        let Some((answers, _)) = self.cards.get(subject) else { return Vec::new() };
        let mut found = Vec::new();
        let list = |found: &mut Vec<f64>, set: ProvisionSet| {
            found.push(set.len() as f64);
            found.extend(set.iter().map(|place| place as f64));
        };
        for one in moves(&self.rules.rules, tally, answers, &self.others(subject, tally)) {
            found.push(one.provision as f64);
            list(&mut found, one.held.minus(answers.held()));
            list(&mut found, answers.held().minus(&one.held));
            numbers::outcome(&mut found, &one.outcome);
            numbers::rank(&mut found, one.rank);
        }
        found
    }

    /// The fewest changes of one card that reach a target, a rank among them, while all other cards stay as they are.
    ///
    /// # Errors
    /// An `Error`, when options name what there is not.
    pub fn plan(
        &self,
        subject: usize,
        tally: usize,
        options: &str,
        go_on: Option<js_sys::Function>,
    ) -> Result<JsValue, JsValue> {
        let (answers, _) = self.cards.get(subject).ok_or_else(|| JsError::new("there is no such card"))?;
        let others = Some(self.others(subject, tally));
        planned(&self.rules.rules, answers, tally, options, others, go_on.as_ref())
    }

    /// The figures of all other cards that have one.
    fn others(&self, subject: usize, tally: usize) -> Vec<Fraction> {
        let others = self.cards.iter().enumerate().filter(|(other, _)| *other != subject);
        others.filter_map(|(_, (_, outcomes))| self.figure(outcomes.get(tally)?, tally)).collect()
    }

    fn figure(&self, outcome: &Outcome, tally: usize) -> Option<Fraction> {
        ranked_figure(self.rules.rules.tallies().get(tally)?, outcome)
    }
}
