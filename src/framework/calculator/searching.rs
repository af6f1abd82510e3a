//! What a visitor looks for among the questions.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::telling::{Cohort, Found, Questions, Search, State};
use scoring::{ProvisionSet, say};

use super::super::shown::Shown;
use super::Calculator;
use crate::browser;
use crate::stage::Stage;

impl Calculator {
    /// Reads what is shown of the questions. Tracked.
    pub fn found<T>(self, read: impl FnOnce(&Found) -> T) -> T {
        self.found.with(read)
    }

    /// Looks for something else.
    pub fn look_for(self, search: Search) {
        if self.found.with_untracked(|found| found.search != search) {
            self.find(search);
            self.search_followers.with_value(|followers| followers.iter().for_each(|follow| follow()));
        }
    }

    /// Calls `follow` after each search.
    pub fn on_search(self, follow: impl Fn() + 'static) {
        self.search_followers.update_value(|followers| followers.push(Box::new(follow)));
    }

    /// The same, as a visitor wants it, who is told how many questions there are.
    pub fn look(self, change: impl FnOnce(&mut Search)) {
        let mut search = self.found.with_untracked(|found| found.search.clone());
        change(&mut search);
        self.look_for(search);
        self.announce(&untrack(|| self.how_many_found()));
    }

    /// How many questions are shown. Tracked.
    pub fn how_many_found(self) -> String {
        let (shown, all) = self.found(|found| (found.number(), found.shown.len()));
        let words = self.words();
        let line = say::questions::shown(&words, &shown, &all);
        match shown {
            0 => format!("{line} {}", say::questions::none_shown(&words)),
            _ => line,
        }
    }

    /// Leads to the place on the page that stands behind the `#`, where the search does not show it.
    pub fn reveal_place(self) {
        if let Some(id) = browser::named_place_within(".away") {
            self.look(|search| *search = Search::default());
            self.place.focus_soon(format!("[id='{id}']"));
        }
    }

    /// Has questions fit that every plan puts into law which was found.
    pub fn set_needed(self, needed: ProvisionSet) {
        if self.needed.with_value(|known| *known != needed) {
            self.needed.set_value(needed);
            self.find_again();
        }
    }

    /// Looks once more, since something else is shown.
    pub(super) fn find_again(self) {
        self.find(self.found.with_untracked(|found| found.search.clone()));
    }

    fn find(self, search: Search) {
        let (cohort, card) = (self.cohort(), self.card.get_untracked());
        let focused =
            || self.place.find("[data-question]:focus-within")?.get_attribute("data-question")?.parse().ok();
        let found = self.shown.with_untracked(|shown| {
            self.found.with_untracked(|before| {
                self.needed.with_value(|needed| {
                    let state = state(card, shown, needed);
                    Found::new(
                        before.questions.clone(),
                        &cohort.telling,
                        search,
                        &state,
                        Some(before),
                        focused(),
                    )
                })
            })
        });
        self.found.set(found);
    }
}

/// All questions of a card, as they are shown at first.
pub(super) fn all_found(cohort: &Cohort, card: usize, shown: &Shown) -> Found {
    let questions = Arc::new(Questions::new(cohort));
    Found::new(
        questions,
        &cohort.telling,
        Search::default(),
        &state(card, shown, &ProvisionSet::default()),
        None,
        None,
    )
}

fn state<'a>(card: usize, shown: &'a Shown, needed: &'a ProvisionSet) -> State<'a> {
    State {
        card,
        answers: &shown.answers,
        evaluation: &shown.evaluation,
        differing: &shown.differing,
        locked: &shown.aim.locked,
        needed,
    }
}
