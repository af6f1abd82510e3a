//! The rules of a framework of any shape, as `embed/npm/rules.js` uses them.

use std::sync::Arc;

use scoring::ProvisionSet;
use scoring::facts::Answers;
use scoring::rules::file::Framework;
use scoring::rules::{self, compile, evaluate, pointers};
use wasm_bindgen::prelude::*;

use super::answers::{closed, read_answers};
use super::numbers;
use super::outline::Outline;
use super::plan::{planned, ranged};
use super::refusal::{Told, read, refused};
use super::table::Table;
use super::written;

/// Compiled rules. Answers cross as three sets of bits, one after the other, each with a bit for a provision: what
/// holds, what is unknown, what does not apply.
#[derive(Clone)]
pub struct Rules {
    pub(super) rules: Arc<rules::Rules>,
    framework: Arc<Framework>,
    pointers: Arc<[String]>,
}

impl Rules {
    /// Compiles a framework, which is handed over as JSON.
    ///
    /// # Errors
    /// An `Error` that names every mistake and its place.
    pub fn new(framework: &str) -> Result<Self, JsValue> {
        let framework: Framework = read(framework).map_err(|found| refused("framework", &[found]))?;
        let rules = compile(&framework)
            .map_err(|found| refused("framework", &found.iter().map(Told::from).collect::<Vec<_>>()))?;
        let pointers = pointers(&framework).into();
        Ok(Self { rules: Arc::new(rules), framework: Arc::new(framework), pointers })
    }

    /// What all results have in common, texts among them, and the words for their numbers.
    ///
    /// # Errors
    /// Only when it cannot be handed over.
    pub fn outline(&self) -> Result<JsValue, JsError> {
        written(&Outline::new(&self.rules, &self.framework, &self.pointers))
    }

    /// Answers that are handed over as JSON, as bits.
    ///
    /// # Errors
    /// An `Error` that names every mistake and its place.
    pub fn read(&self, answers: &str) -> Result<Vec<u32>, JsValue> {
        let answers = read_answers(&self.rules, answers).map_err(|found| refused("answers", &found))?;
        Ok(self.bits(&answers))
    }

    /// These answers with some provisions switched on, then others off, and with all that this takes along.
    ///
    /// # Errors
    /// An `Error`, when answers contradict the rules, or switches each other.
    pub fn switched(&self, answers: &[u32], on: &[u32], off: &[u32]) -> Result<Vec<u32>, JsValue> {
        let switches = || {
            let index = |index: &u32| *index as usize;
            on.iter()
                .map(index)
                .map(|index| (index, true))
                .chain(off.iter().map(index).map(|index| (index, false)))
        };
        let mut changed = self.answers(answers)?;
        for (index, on) in switches() {
            if changed.not_applicable().contains(index) {
                return Err(self.mistaken(index, "does not apply, so it cannot be switched"));
            }
            changed = changed.switched(self.rules.implied(), index, on);
        }
        if let Some((index, on)) = switches().find(|(index, on)| changed.held().contains(*index) != *on) {
            let undone = if on { "cannot be switched on" } else { "cannot be switched off" };
            return Err(self.mistaken(index, &format!("{undone}: another of these changes takes it back")));
        }
        let changed = closed(&self.rules, changed).map_err(|found| refused("changes", &found))?;
        Ok(self.bits(&changed))
    }

    /// What these answers earn, as [`numbers::all`] says.
    ///
    /// # Errors
    /// An `Error`, when they contradict the rules.
    pub fn evaluate(&self, answers: &[u32]) -> Result<Vec<f64>, JsValue> {
        let answers = self.answers(answers)?;
        Ok(numbers::all(&self.rules, &evaluate(&self.rules, &answers)))
    }

    /// The printed figure of one tally alone; NaN, when there is none.
    ///
    /// # Errors
    /// An `Error`, when the answers contradict the rules.
    pub fn total(&self, answers: &[u32], tally: usize) -> Result<f64, JsValue> {
        let found = evaluate(&self.rules, &self.answers(answers)?);
        Ok(found.figure(tally).map_or(f64::NAN, |figure| figure.shown.to_decimal()))
    }

    /// The fewest changes that reach a target; `go_on` is asked from time to time whether to go on.
    ///
    /// # Errors
    /// An `Error`, when answers contradict the rules or options name what there is not.
    pub fn plan(
        &self,
        answers: &[u32],
        tally: usize,
        options: &str,
        go_on: Option<js_sys::Function>,
    ) -> Result<JsValue, JsValue> {
        planned(&self.rules, &self.answers(answers)?, tally, options, None, go_on.as_ref())
    }

    /// What each tally may come to over all that is unknown.
    ///
    /// # Errors
    /// An `Error`, when answers contradict the rules, or too many are unknown.
    pub fn ranges(&self, answers: &[u32]) -> Result<JsValue, JsValue> {
        ranged(&self.rules, &self.answers(answers)?)
    }

    /// The cards of a table, answers as bits, and what is wrong with it.
    ///
    /// # Errors
    /// Only when it cannot be handed over.
    pub fn table(&self, text: &str) -> Result<JsValue, JsError> {
        let table = scoring::cards::read(&self.rules, text);
        written(&Table::new(&table, |answers| self.bits(answers)))
    }

    /// Answers out of bits, when they do not contradict the rules.
    pub(super) fn answers(&self, bits: &[u32]) -> Result<Answers, JsValue> {
        let length = self.words();
        let set = |index: usize| -> ProvisionSet {
            bits.get(index * length..(index + 1) * length).unwrap_or_default().into()
        };
        closed(&self.rules, Answers::new(set(0), set(1), set(2))).map_err(|found| refused("answers", &found))
    }

    /// How many words a set of bits has.
    pub(super) fn words(&self) -> usize {
        self.rules.provisions().len().div_ceil(32)
    }

    fn bits(&self, answers: &Answers) -> Vec<u32> {
        let mut bits = Vec::with_capacity(3 * self.words());
        for set in [answers.held(), answers.unknown(), answers.not_applicable()] {
            let mut words = vec![0_u32; self.words()];
            for index in set.iter() {
                if let Some(word) = words.get_mut(index / 32) {
                    *word |= 1 << (index % 32);
                }
            }
            bits.extend(words);
        }
        bits
    }

    fn mistaken(&self, index: usize, says: &str) -> JsValue {
        let id = self.rules.provisions().get(index).map_or("", String::as_str);
        JsError::new(&format!("changes: “{id}” {says}")).into()
    }
}
