//! What is shown of the questions.

use std::sync::Arc;

use crate::ProvisionSet;
use crate::facts::Answers;
use crate::telling::Telling;

use super::{Filter, Filters, Gain, Questions, Search, State};

/// What a search shows of the questions. A question that was shown and has changed since stays in view, although it may
/// no longer fit: whoever has just answered it is still there.
pub struct Found {
    /// All questions.
    pub questions: Arc<Questions>,
    /// What is looked for.
    pub search: Search,
    /// The most that one switch gains.
    pub gain: Option<Gain>,
    /// Of each question, whether it is shown.
    pub shown: Vec<bool>,
    /// For each of [`Filter::ALL`] how many questions there are with it, beside all else that is looked for.
    pub counts: [usize; Filter::ALL.len()],
    card: usize,
    answers: Answers,
    locked: ProvisionSet,
    kept: Vec<bool>,
}

impl Found {
    /// What a search shows now. `before` is what was shown before, and `focused` the question that the visitor is at.
    pub fn new(
        questions: Arc<Questions>,
        telling: &Telling,
        search: Search,
        state: &State<'_>,
        before: Option<&Found>,
        focused: Option<usize>,
    ) -> Self {
        let gain = Gain::most(telling, state.answers, state.evaluation);
        let (fitting, worded) =
            (questions.fitting(state, gain.as_ref()), questions.with_words(&search.words));
        let before = before.filter(|before| before.search == search && before.card == state.card);
        let has_changed = |index: usize, before: &Found| {
            let provisions = questions.all.get(index).map(|entry| entry.provisions.as_slice());
            let has_changed = |provision: &usize| {
                before.answers.answer(*provision) != state.answers.answer(*provision)
                    || before.locked.contains(*provision) != state.locked.contains(*provision)
            };
            provisions.unwrap_or_default().iter().any(has_changed)
        };
        let is = |flags: &[bool], index: usize| flags.get(index).copied().unwrap_or_default();
        let stays = |index: usize| {
            before.is_some_and(|before| {
                let was_shown = is(&before.shown, index);
                is(&before.kept, index) || was_shown && (focused == Some(index) || has_changed(index, before))
            })
        };
        let kept: Vec<bool> = (0..questions.len()).map(stays).collect();
        let matches = |filters: Filters| {
            fitting.iter().zip(&worded).map(move |(fits, worded)| *worded && filters.are_in(*fits))
        };
        let count = |filter| matches(search.filters.with(filter, true)).filter(|matches| *matches).count();
        Self {
            shown: matches(search.filters).zip(&kept).map(|(matches, kept)| matches || *kept).collect(),
            counts: Filter::ALL.map(count),
            card: state.card,
            answers: state.answers.clone(),
            locked: state.locked.clone(),
            kept,
            gain,
            search,
            questions,
        }
    }

    /// How many questions are shown.
    pub fn number(&self) -> usize {
        self.shown.iter().filter(|shown| **shown).count()
    }

    /// Whether a question is shown.
    pub fn shows(&self, question: usize) -> bool {
        self.shown.get(question).copied().unwrap_or(true)
    }
}
