//! What subjects are called in a language, and in which order: Node knows it when the page is built, as browsers do
//! when it is read.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use scoring::cards::{Card, Names, Naming};
use serde::Deserialize;

use crate::failure::{Failure, failed};
use crate::node;

/// The script that is asked.
const SCRIPT: &str = "names.mjs";

/// The names of one language.
#[derive(Deserialize)]
pub struct NodeNames {
    countries: BTreeMap<String, String>,
    order: Vec<String>,
}

impl NodeNames {
    /// All names that the cards of a framework may have in a locale. In their own language, names stay as their
    /// publisher writes them, and no country is named anew.
    ///
    /// # Errors
    /// When Node cannot be asked.
    pub fn new(locale: &str, cards: &[Card], names: &Names, is_published: bool) -> Result<Self, Failure> {
        let codes: Vec<&str> = match is_published {
            true => Vec::new(),
            false => cards.iter().map(|card| &*card.subject).filter(|code| code.len() == 2).collect(),
        };
        let texts: Vec<&str> = cards
            .iter()
            .flat_map(|card| [Some(&card.subject), card.name.as_ref(), card.group.as_ref()])
            .flatten()
            .chain(names.groups.values())
            .chain(names.subjects.values())
            .map(String::as_str)
            .collect();
        let asked = serde_json::json!({ "locale": locale, "codes": codes, "texts": texts });
        let answer = node::answer(SCRIPT, &[], &asked.to_string())?;
        serde_json::from_str(&answer).map_err(|error| failed(SCRIPT.as_ref(), error))
    }
}

impl Naming for NodeNames {
    fn country(&self, code: &str) -> Option<String> {
        self.countries.get(code).cloned()
    }

    fn order(&self, one: &str, other: &str) -> Ordering {
        let rank = |name: &str| self.order.iter().position(|known| known == name);
        rank(one).cmp(&rank(other))
    }
}
