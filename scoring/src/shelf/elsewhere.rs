//! Saved scenarios of other report cards, which a page does not compute: what they came to when they were saved. And what a
//! list says of any.

use super::{Day, Saved, SavedResult};
use crate::address::AddressProblem;
use crate::{
    Baseline, Comparison, Evaluation, Filling, Headline, Scenario, Then, Words, evaluate, parse_address, say,
};

/// What a list says of a saved scenario, each in a line of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedLines {
    /// Whose law under which framework, where the page has another card.
    pub card: Option<String>,
    /// What it comes to here, or why nothing is known of that.
    pub now: Option<String>,
    /// What it came to when it was saved, where that is not what it comes to now.
    pub then: Option<String>,
}

/// Saved scenarios that are not compared with those of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// As they were when they were saved, in the order of the shelf.
    pub scenarios: Vec<SavedElsewhere>,
    /// A sentence on those of which nothing is known but the name.
    pub unknown: Option<String>,
}

/// A saved scenario of another report card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedElsewhere {
    /// What the visitor calls it.
    pub name: String,
    /// The address, without the `#`.
    pub address: String,
    /// The framework's name with its year.
    pub framework: String,
    /// Who is graded.
    pub subject: String,
    /// The result when it was saved.
    pub result: String,
    /// The day on which it was saved, in the language of the page.
    pub date: String,
}

impl SavedLines {
    /// The lines of a scenario that is not computed here; `why` is said where nothing else is known.
    pub(crate) fn elsewhere(saved: &Saved, why: String, words: &Words, day: Day<'_>) -> Self {
        let Some(result) = &saved.result else { return Self { now: Some(why), ..Self::default() } };
        let card = format!("{}, {}", result.subject(), result.framework());
        Self { card: Some(card), now: None, then: Some(result.came_to(words, day)) }
    }

    /// The lines of a saved scenario on the page of a card of ladders.
    pub fn on_card(baseline: &Baseline, saved: &Saved, day: Day<'_>) -> Self {
        let words = baseline.words();
        let (situation, problems) = parse_address(baseline, &saved.address);
        let is_of_another = problems.iter().any(AddressProblem::is_of_another_card);
        let is_elsewhere = problems.iter().any(AddressProblem::is_of_another_framework);
        if is_elsewhere || (is_of_another && saved.result.is_some()) {
            return Self::elsewhere(saved, say::scenario::elsewhere(words), words, day);
        }
        let tree = evaluate(baseline, &situation.scenario);
        let result = Headline::new(baseline, &tree).in_words(words);
        let result = match Then::of(baseline, &saved.address, &situation.scenario) {
            Some(then) => then.beside(words, &result),
            None => result,
        };
        let now = match problems.is_empty() {
            true => result,
            false => say::saved_list::partly_unknown(words, &result),
        };
        Self { card: None, now: Some(now), then: otherwise(baseline, saved, &tree, day) }
    }
}

impl Elsewhere {
    /// Those that the page of a card of ladders does not compute: their changes mean nothing here.
    pub fn on_card(baseline: &Baseline, saved: &[Saved], day: Day<'_>) -> Self {
        let is_of_another = |saved: &Saved| {
            parse_address(baseline, &saved.address).1.iter().any(AddressProblem::is_of_another_card)
        };
        Self::new(saved, is_of_another, baseline.words(), day, say::comparison_table::of_other_cards)
    }

    /// Those of which `is_elsewhere` says so; `unknown` says that those with these names are not compared.
    pub(crate) fn new(
        saved: &[Saved],
        is_elsewhere: impl Fn(&Saved) -> bool,
        words: &Words,
        day: Day<'_>,
        unknown: fn(&Words, &dyn Filling) -> String,
    ) -> Self {
        let (mut scenarios, mut names) = (Vec::new(), Vec::new());
        for saved in saved.iter().filter(|saved| is_elsewhere(saved)) {
            match &saved.result {
                Some(result) => scenarios.push(SavedElsewhere::new(saved, result, words, day)),
                None => names.push(saved.name.clone()),
            }
        }
        let unknown = (!names.is_empty()).then(|| unknown(words, &words.list(&names)));
        Self { scenarios, unknown }
    }
}

impl Comparison {
    /// A scenario of a card of ladders beside the card and beside the saved ones of that card.
    pub fn with_saved(baseline: &Baseline, here: Scenario, saved: &[Saved], day: Day<'_>) -> Self {
        let mut own = vec![(say::comparison_table::this_scenario(baseline.words()), here)];
        let mut then = Vec::new();
        for saved in saved {
            let (situation, problems) = parse_address(baseline, &saved.address);
            if !problems.iter().any(AddressProblem::is_of_another_card) {
                then.push(otherwise(baseline, saved, &evaluate(baseline, &situation.scenario), day));
                own.push((saved.name.clone(), situation.scenario));
            }
        }
        Self::new(baseline, &own).telling_also(then)
    }

    /// With a sentence, where there is one, at each column behind the card and what is shown.
    pub(crate) fn telling_also(mut self, sentences: Vec<Option<String>>) -> Self {
        for (column, sentence) in self.columns.iter_mut().skip(2).zip(sentences) {
            if let Some(sentence) = sentence {
                column.changes = format!("{}. {sentence}", column.changes);
            }
        }
        self
    }
}

impl SavedElsewhere {
    fn new(saved: &Saved, result: &SavedResult, words: &Words, day: Day<'_>) -> Self {
        Self {
            name: saved.name.clone(),
            address: saved.address.clone(),
            framework: result.framework().to_owned(),
            subject: result.subject().to_owned(),
            result: result.result(words),
            date: day(result.date()),
        }
    }
}

/// What a saved scenario came to when it was saved, where that is not what it comes to now.
fn otherwise(baseline: &Baseline, saved: &Saved, tree: &Evaluation, day: Day<'_>) -> Option<String> {
    let then = saved.result.as_ref()?;
    then.unless_now(SavedResult::of_card(baseline, tree, then.date()), baseline.words(), day)
}
