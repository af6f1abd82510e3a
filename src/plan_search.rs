//! A search for plans that runs beside the page, and what a visitor sees of it.

use std::future::Future;
use std::time::Duration;

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::plans::{Problem, Solution};
use scoring::{Words, say};
use wasm_bindgen::prelude::*;
use web_sys::MouseEvent;

use crate::browser::Place;
use crate::view::element::{Part, button, element, living, living_in, nothing};

/// Finds the element of [`Search::line`].
const OUTCOME: &str = ".outcome";

#[wasm_bindgen]
extern "C" {
    /// What searches; see `src/planner.js`.
    #[derive(Clone)]
    pub type Planner;

    #[wasm_bindgen(method, catch)]
    async fn solve(this: &Planner, problem: Uint8Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn stop(this: &Planner);
}

/// Why there is no solution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// The search was stopped, or another one has begun.
    Stopped,
    /// The planner could not be loaded, or has failed, for this reason.
    Failed(String),
}

impl Planner {
    /// Solves a problem. Only one is solved at a time.
    pub async fn solved(&self, problem: &Problem<'_>) -> Result<Solution, Unsolved> {
        let failed = |error: &JsValue| {
            let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
            Unsolved::Failed(message.unwrap_or_default())
        };
        let found = self.solve(problem.bytes().as_slice().into()).await.map_err(|error| failed(&error))?;
        let bytes = found.dyn_into::<Uint8Array>().map_err(|_| Unsolved::Stopped)?;
        Solution::read(&bytes.to_vec()).map_err(|error| Unsolved::Failed(error.to_string()))
    }
}

/// How long a search may take until it is said that there is one, in milliseconds: most take a few.
const QUIET: Duration = Duration::from_millis(400);

/// The answers to a question that changes as the visitor goes on.
pub struct Search<Q: 'static, A: 'static> {
    planner: StoredValue<Planner, LocalStorage>,
    found: RwSignal<Option<(Q, A)>>,
    phase: RwSignal<Phase>,
    /// Counts how often the visitor has asked for the same again.
    again: RwSignal<usize>,
    /// Counts the searches: only what the last one finds is shown.
    turn: StoredValue<usize>,
    /// What was found, or that there is no question, in a line.
    told: RwSignal<String>,
    /// Where the focus moves once the line tells the outcome.
    focus: StoredValue<Option<Place>>,
}

/// Where a search stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Phase {
    /// Nothing is sought: the question is answered, or there is none.
    #[default]
    Idle,
    /// Something is sought, and nobody needs to know yet.
    Quiet,
    Looking,
    Ended(Unsolved),
}

impl<Q, A> Clone for Search<Q, A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q, A> Copy for Search<Q, A> {}

impl<Q, A> Search<Q, A>
where
    Q: Clone + PartialEq + Send + Sync + 'static,
    A: Send + Sync + 'static,
{
    /// Follows a question: `answer` is asked whenever it is another one. Ends with the owner.
    pub fn following<F>(
        planner: Planner,
        question: impl Fn() -> Option<Q> + Send + Sync + 'static,
        answer: impl Fn(Planner, Q) -> F + Copy + 'static,
    ) -> Self
    where
        F: Future<Output = Result<A, Unsolved>> + 'static,
    {
        let search = Self {
            planner: StoredValue::new_local(planner),
            found: RwSignal::new(None),
            phase: RwSignal::default(),
            again: RwSignal::default(),
            turn: StoredValue::default(),
            told: RwSignal::default(),
            focus: StoredValue::default(),
        };
        let question = Memo::new(move |_| question());
        Effect::new(move |_| {
            search.again.track();
            search.turn.update_value(|turn| *turn += 1);
            match question.get() {
                None => search.rest(),
                Some(question) => search.begin(question, answer),
            }
        });
        on_cleanup(move || search.stop());
        search
    }

    fn rest(self) {
        self.stop();
        self.found.set(None);
        self.stands(Phase::Idle);
    }

    fn begin<F>(self, question: Q, answer: impl Fn(Planner, Q) -> F + 'static)
    where
        F: Future<Output = Result<A, Unsolved>> + 'static,
    {
        // Who switches on and on keeps the button that stops it.
        if self.phase.with_untracked(|phase| *phase != Phase::Looking) {
            self.phase.set(Phase::Quiet);
        }
        let (turn, planner) = (self.turn.get_value(), self.planner.get_value());
        // Another search may have begun, or the view be gone.
        let is_last = move || self.turn.try_get_value() == Some(turn);
        let tell = move || {
            if is_last() && self.phase.with_untracked(|phase| *phase == Phase::Quiet) {
                self.stands(Phase::Looking);
            }
        };
        set_timeout(tell, QUIET);
        spawn_local(async move {
            let answered = answer(planner, question.clone()).await;
            if !is_last() {
                return;
            }
            let (found, phase) = match answered {
                Ok(answer) => (Some((question, answer)), Phase::Idle),
                Err(unsolved) => (None, Phase::Ended(unsolved)),
            };
            self.found.set(found);
            self.stands(phase);
        });
    }

    fn stands(self, phase: Phase) {
        self.phase.set(phase);
        if let Some(place) = self.focus.try_update_value(Option::take).flatten() {
            place.focus_soon(OUTCOME);
        }
    }

    /// Gives the focus to the line, once it says what has become of what was just done: that is what is then read out.
    pub fn focus_line(self, place: Place) {
        request_animation_frame(move || match self.phase.try_get_untracked() {
            None => {}
            Some(Phase::Quiet) => self.focus.set_value(Some(place)),
            Some(_) => place.focus(OUTCOME),
        });
    }

    fn stop(self) {
        self.planner.try_with_value(Planner::stop);
    }

    fn is_busy(self) -> bool {
        self.phase.with(|phase| matches!(phase, Phase::Quiet | Phase::Looking))
    }

    /// Reads what was found last. Tracked.
    pub fn found<T>(self, read: impl FnOnce(Option<&A>) -> T) -> T {
        self.found.with(|found| read(found.as_ref().map(|(_, answer)| answer)))
    }

    /// What was found, or how the search stands, in a line. Tracked.
    pub fn line(self, words: &Words) -> String {
        self.phase.with(|phase| match phase {
            // Of a first question nothing is known yet.
            Phase::Quiet if self.found.with(Option::is_none) => String::new(),
            Phase::Idle | Phase::Quiet => self.told.get(),
            Phase::Looking => say::search::looking(words),
            Phase::Ended(Unsolved::Stopped) => say::search::stopped(words),
            Phase::Ended(Unsolved::Failed(reason)) => say::search::failed(words, reason),
        })
    }

    /// What was found last, and what can be done about a search that takes long or has failed. `told` gives the line and
    /// the parts for an answer, or for no question. `place` has the element of the line, too.
    pub fn shown(
        self,
        words: &Words,
        place: Place,
        told: impl Fn(Option<&(Q, A)>) -> (String, Vec<Part>) + Send + 'static,
    ) -> Part {
        let parts = living(move || {
            // What they read is the answer's; what follows something else does so by itself.
            let (line, parts) = self.found.with(|found| untrack(|| told(found.as_ref())));
            self.told.set(line);
            element("div", "", parts)
        });
        let words = words.clone();
        let remedy = living_in("p", "buttons", move || {
            let (name, act): (String, fn(Self)) = match self.phase.get() {
                Phase::Idle | Phase::Quiet => return nothing(),
                Phase::Looking => (say::search::stop(&words), Self::stop),
                Phase::Ended(_) => (say::search::again(&words), Self::ask_again),
            };
            button(&words, name, String::new(), move || {
                act(self);
                self.focus_line(place);
            })
        });
        // What stands there is about what was, until another search has ended: it cannot be pressed.
        let refuse = move |event: MouseEvent| {
            if untrack(|| self.is_busy()) {
                event.stop_propagation();
                event.prevent_default();
            }
        };
        let busy = move || self.is_busy().to_string();
        view! { <div class="found" aria-busy=busy on:click:capture=refuse>{parts}</div>{remedy} }.into_any()
    }

    fn ask_again(self) {
        self.again.update(|again| *again += 1);
    }
}
