//! What the page of a workshop needs of the rules: a task in words, and what groups have handed in side by side. A program
//! of its own, which shows nothing itself.

use std::sync::Arc;

use scoring::telling::Cohort;
use scoring::workshop::{HandIn, merged, task};
use scoring::{Baseline, pack};
use serde::Deserialize;
use wasm_bindgen::JsError;

use crate::browser;
use crate::framework::Reading;

/// The cards of one framework.
pub enum Cards {
    /// A card of ladders.
    Ladders(Arc<Baseline>),
    /// All cards of a framework of any shape.
    Framework(Box<Cohort>),
}

/// Why something was not told.
pub enum Refused {
    /// The address is about no card here: why, in a clause.
    NoCard(String),
    /// It could not be handed over.
    Fault(JsError),
}

/// What a group has handed in, as the page has it.
#[derive(Deserialize)]
struct Handed {
    group: String,
    address: String,
}

impl Cards {
    /// Reads what the build has written into the calculator's own page, and the tools' texts for it.
    ///
    /// # Errors
    /// When they are damaged.
    pub fn of_ladders(lines: &str, texts: &str) -> Result<Self, JsError> {
        let (baseline, _) = pack::read(lines, Some(texts), browser::speech)?;
        Ok(Self::Ladders(Arc::new(baseline)))
    }

    /// Reads what the build has written into the page of a framework, and the texts of its language.
    ///
    /// # Errors
    /// When they are damaged.
    pub fn of_framework(lines: String, texts: String) -> Result<Self, JsError> {
        let mut reading = Reading::new(lines, texts);
        while reading.go_on()? {}
        let cohort = reading.cohort().ok_or_else(|| JsError::new("the data is damaged"))?;
        Ok(Self::Framework(Box::new(cohort)))
    }

    /// A task in words, as JSON.
    ///
    /// # Errors
    /// When its address is about no card here.
    pub fn task(&self, address: &str) -> Result<String, Refused> {
        json(match self {
            Self::Ladders(baseline) => task(&**baseline, address),
            Self::Framework(cohort) => task(&**cohort, address),
        })
    }

    /// What was handed in for a task, a JSON list of groups and addresses, side by side as JSON.
    ///
    /// # Errors
    /// When the task's address is about no card here, or the list is none.
    pub fn merged(&self, task: &str, handed_in: &str) -> Result<String, Refused> {
        let handed: Vec<Handed> =
            serde_json::from_str(handed_in).map_err(|error| Refused::Fault(error.into()))?;
        let hand_in = |Handed { group, address }| HandIn { group, address };
        let handed: Vec<HandIn> = handed.into_iter().map(hand_in).collect();
        json(match self {
            Self::Ladders(baseline) => merged(&**baseline, task, &handed),
            Self::Framework(cohort) => merged(&**cohort, task, &handed),
        })
    }
}

fn json<T: serde::Serialize>(told: Result<T, String>) -> Result<String, Refused> {
    let told = told.map_err(Refused::NoCard)?;
    serde_json::to_string(&told).map_err(|error| Refused::Fault(error.into()))
}
