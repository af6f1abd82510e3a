//! Named states of the draft that is open: kept beside it in the browser, to be compared with and gone back to.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::say;
use wasm_bindgen::JsValue;
use workbook::book::{Book, Spot};

use super::desk::{Desk, Since, Step};
use super::hands::{KeptState, NamedState};
use crate::view::element::{Part, button, element, living, nothing, text};

/// The states of the draft that is open, the last first.
#[derive(Clone, Copy)]
pub struct States {
    list: RwSignal<Vec<NamedState>>,
    /// What is written into the field for the next name.
    name: RwSignal<String>,
}

impl States {
    pub fn new() -> Self {
        Self { list: RwSignal::default(), name: RwSignal::default() }
    }

    /// Reads the list of the draft that is open anew.
    pub fn refresh(self, desk: Desk) {
        let Some(draft) = desk.drafts.id() else { return self.list.set(Vec::new()) };
        spawn_local(async move {
            let json = desk.hands().states(&draft).await.ok().and_then(|json| json.as_string());
            let list = json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
            // Another draft may be open by now.
            if desk.drafts.id().as_ref() == Some(&draft) {
                self.list.set(list);
            }
        });
    }

    /// Keeps what is open under a name; gives whether the browser has kept it.
    async fn keep(self, desk: Desk, name: &str) -> bool {
        let draft = desk.drafts.id();
        let book = desk.book.with_untracked(|book| book.as_ref().map(Book::kept));
        let Some((draft, book)) = draft.zip(book) else { return false };
        let kept = desk.hands().keep_state(&draft, name, &book).await.is_ok();
        self.refresh(desk);
        kept
    }

    /// Keeps what is open under the name in the field.
    fn keep_named(self, desk: Desk) {
        let words = desk.words();
        let name = self.name.get_untracked().trim().to_owned();
        if name.is_empty() {
            desk.place.focus(".state-name input");
            return desk.say(say::make::state_unnamed(&words));
        }
        spawn_local(async move {
            match self.keep(desk, &name).await {
                true => {
                    self.name.set(String::new());
                    desk.say(say::make::state_kept(&words, &name));
                }
                false => desk.say(say::make::not_kept(&words)),
            }
        });
    }

    /// Has `act` done with a state's name and book; says so, where it is gone or damaged.
    fn with(self, desk: Desk, state: NamedState, act: impl FnOnce(String, String, Book) + 'static) {
        spawn_local(async move {
            let json = desk.hands().open_state(&state.id).await.ok();
            let kept: Option<KeptState> = json
                .and_then(|json: JsValue| json.as_string())
                .and_then(|json| serde_json::from_str(&json).ok());
            let book = kept.as_ref().and_then(|kept| Book::restored(&kept.book));
            match kept.zip(book) {
                Some((kept, book)) => act(state.name, kept.book, book),
                None => {
                    desk.say(say::make::not_read(&desk.words(), &state.name));
                    self.refresh(desk);
                }
            }
        });
    }

    /// Goes back to a state. What is there now is kept first, and going back is a step that can be undone.
    fn go_back(self, desk: Desk, state: NamedState) {
        self.with(desk, state, move |name, text, book| {
            let words = desk.words();
            if desk.book.with_untracked(|now| now.as_ref().map(Book::kept)) == Some(text) {
                return desk.say(say::make::same_state(&words, &name));
            }
            spawn_local(async move {
                if !self.keep(desk, &say::make::before_going_back(&words, &name)).await {
                    return desk.say(say::make::not_kept(&words));
                }
                desk.edit(|now| now.replace(book));
                desk.go(Spot { sheet: 0, row: 1, column: 1 });
                desk.say(say::make::gone_back(&words, &name));
            });
        });
    }

    /// Holds the results against those of a state.
    fn compare(self, desk: Desk, state: NamedState) {
        self.with(desk, state, move |name, _, book| {
            let results = Desk::read_now(&book).results;
            desk.before.set((Since::State(name.clone()), Arc::new(results)));
            desk.step.set(Step::Results);
            desk.say(say::make::since_state(&desk.words(), &name));
            desk.place.focus_soon("#changes-title".to_owned());
        });
    }

    fn remove(self, desk: Desk, state: NamedState) {
        spawn_local(async move {
            let _ = desk.hands().remove_state(&state.id).await;
            self.refresh(desk);
            desk.say(say::make::state_removed(&desk.words(), &state.name));
            // The button that was pressed is gone with its state.
            desk.place.focus_soon(".states summary".to_owned());
        });
    }
}

/// The states in a fold, with a field to name another one.
pub fn states(desk: Desk) -> Part {
    let (states, words) = (desk.states, desk.words());
    let typed = move |event| states.name.set(event_target_value(&event));
    let name = view! {
        <label class="state-name">
            <span>{say::make::state_name(&words)}</span>
            <input type="text" maxlength="80" autocomplete="off" prop:value=move || states.name.get() on:input:capture=typed/>
        </label>
    };
    let keep = button(&words, say::make::keep_state(&words), String::new(), move || states.keep_named(desk));
    let list = living(move || {
        let list = states.list.get();
        if list.is_empty() {
            return nothing();
        }
        element("ul", "drafts", list.into_iter().map(|state| item(desk, state)).collect())
    });
    let count = move || match states.list.with(Vec::len) {
        0 => say::make::states_title(&desk.words()),
        count => format!("{} ({count})", say::make::states_title(&desk.words())),
    };
    view! {
        <details class="states">
            <summary>{crate::view::filled::written(count)}</summary>
            <p class="note">{say::make::states_hint(&words)}</p>
            <div class="state-new">{name}{keep}</div>
            {list}
        </details>
    }
    .into_any()
}

fn item(desk: Desk, state: NamedState) -> Part {
    let (states, words) = (desk.states, desk.words());
    let act = |name: String, act: fn(States, Desk, NamedState)| {
        let of = state.clone();
        button(&words, name, state.name.clone(), move || act(states, desk, of.clone()))
    };
    let parts = vec![
        text("strong", "", state.name.clone()),
        text("span", "note", state.changed.clone()),
        act(say::make::compare(&words), States::compare),
        act(say::make::go_back(&words), States::go_back),
        act(say::make::remove(&words), States::remove),
    ];
    element("li", "", parts)
}
