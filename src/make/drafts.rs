//! Drafts: what the author makes, kept on the device as it is made.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::say;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use workbook::book::Book;

use super::desk::Desk;
use super::hands::{Draft, Kept};
use crate::view::element::{Part, button, element, living, nothing, text};

/// How long after an edit a draft is kept.
const KEEP_AFTER: Duration = Duration::from_millis(400);

/// Whether what is shown is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is, or will be in a moment.
    Kept,
    /// The browser keeps nothing.
    NotKept,
    /// Another tab has changed the draft since this one has read it.
    ChangedElsewhere,
}

/// The drafts, and the one that is open.
#[derive(Clone, Copy)]
pub struct Drafts {
    list: RwSignal<Vec<Draft>>,
    open: RwSignal<Option<Draft>>,
    state: RwSignal<State>,
    waiting: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    /// Whether a version is being kept just now: the next one waits for it.
    busy: StoredValue<bool>,
}

impl Drafts {
    pub fn new() -> Self {
        Self {
            list: RwSignal::default(),
            open: RwSignal::new(None),
            state: RwSignal::new(State::Kept),
            waiting: StoredValue::new_local(None),
            busy: StoredValue::new(false),
        }
    }

    /// Follows what other tabs keep, and opens the draft that this tab had open.
    pub fn listen(self, desk: Desk) {
        let follow = Closure::<dyn FnMut(String)>::new(move |id: String| {
            self.refresh(desk);
            if self.open.with_untracked(|open| open.as_ref().is_some_and(|draft| draft.id == id)) {
                self.state.set(State::ChangedElsewhere);
                desk.say(say::make::changed_elsewhere(&desk.words()));
            }
        });
        desk.hands().on_others(follow.as_ref().unchecked_ref());
        // It listens as long as the page is there.
        follow.forget();
        self.refresh(desk);
        if let Some(id) = desk.hands().last() {
            self.restore(desk, id);
        }
    }

    /// A new draft is what is open.
    pub fn begin(self, desk: Desk, name: String) {
        let name = if name.trim().is_empty() { say::make::unnamed(&desk.words()) } else { name };
        let id = format!("{}-{}", js_sys::Date::now(), js_sys::Math::random());
        desk.hands().remember(&id);
        self.state.set(State::Kept);
        self.open.set(Some(Draft { id, name, ..Draft::default() }));
        desk.states.refresh(desk);
    }

    /// What is open goes on under another draft, so that both are there.
    fn fork(self, desk: Desk) {
        let name = self.open.with_untracked(|open| open.as_ref().map(|draft| draft.name.clone()));
        self.begin(desk, say::make::copy_of(&desk.words(), &name.unwrap_or_default()));
        self.keep_soon(desk);
    }

    /// Nothing is open.
    pub fn leave(self, desk: Desk) {
        self.keep(desk);
        desk.hands().remember("");
        self.open.set(None);
        self.refresh(desk);
    }

    /// Keeps what is open in a moment.
    pub fn keep_soon(self, desk: Desk) {
        let handle = set_timeout_with_handle(move || self.keep(desk), KEEP_AFTER).ok();
        self.waiting.update_value(|waiting| {
            if let Some(last) = std::mem::replace(waiting, handle) {
                last.clear();
            }
        });
    }

    fn keep(self, desk: Desk) {
        if self.state.get_untracked() == State::ChangedElsewhere {
            return;
        }
        if self.busy.get_value() {
            return self.keep_soon(desk);
        }
        let Some(draft) = self.open.get_untracked() else { return };
        let Some(book) = desk.book.with_untracked(|book| book.as_ref().map(Book::kept)) else { return };
        self.busy.set_value(true);
        spawn_local(async move {
            let json = serde_json::to_string(&draft).unwrap_or_default();
            let kept = desk.hands().keep(&json, &book).await;
            self.busy.set_value(false);
            let is_open = |open: &Option<Draft>| open.as_ref().is_some_and(|open| open.id == draft.id);
            if !self.open.with_untracked(is_open) {
                return self.refresh(desk);
            }
            match kept.map(|version| version.as_f64()) {
                Ok(Some(_)) => {
                    self.open.update(|open| {
                        if let Some(open) = open {
                            open.version = draft.version + 1;
                        }
                    });
                    self.state.set(State::Kept);
                    self.refresh(desk);
                }
                Ok(None) => {
                    self.state.set(State::ChangedElsewhere);
                    desk.say(say::make::changed_elsewhere(&desk.words()));
                }
                Err(_) => self.state.set(State::NotKept),
            }
        });
    }

    fn refresh(self, desk: Desk) {
        spawn_local(async move {
            let json = desk.hands().drafts().await.ok().and_then(|json| json.as_string());
            if let Some(list) = json.and_then(|json| serde_json::from_str(&json).ok()) {
                self.list.set(list);
            }
        });
    }

    fn restore(self, desk: Desk, id: String) {
        spawn_local(async move {
            let json = desk.hands().open(&id).await.ok().and_then(|json: JsValue| json.as_string());
            let kept: Option<Kept> = json.and_then(|json| serde_json::from_str(&json).ok());
            let book = kept.as_ref().and_then(|kept| Book::restored(&kept.book));
            match kept.zip(book) {
                Some((kept, book)) => {
                    desk.hands().remember(&kept.draft.id);
                    self.state.set(State::Kept);
                    self.open.set(Some(kept.draft));
                    desk.states.refresh(desk);
                    desk.open(book);
                }
                None => self.refresh(desk),
            }
        });
    }

    fn rename(self, desk: Desk, name: String) {
        if name.trim().is_empty() {
            return;
        }
        self.open.update(|open| {
            if let Some(open) = open {
                open.name = name;
            }
        });
        self.keep_soon(desk);
    }

    fn remove(self, desk: Desk, id: String) {
        spawn_local(async move {
            let _ = desk.hands().remove(&id).await;
            self.refresh(desk);
            desk.say(say::make::removed(&desk.words()));
        });
    }

    /// The id of the draft that is open.
    pub fn id(self) -> Option<String> {
        self.open.with_untracked(|open| open.as_ref().map(|draft| draft.id.clone()))
    }

    /// The name of the draft that is open, as a file can have it.
    pub fn file_name(self) -> String {
        let name = self.open.with_untracked(|open| open.as_ref().map(|draft| draft.name.clone()));
        let fits =
            |letter: char| if letter.is_alphanumeric() || " -_.".contains(letter) { letter } else { '-' };
        name.unwrap_or_default().chars().take(80).map(fits).collect()
    }
}

/// The list of drafts, where a file is chosen.
pub fn list(desk: Desk) -> Part {
    let drafts = desk.drafts;
    living(move || {
        let words = desk.words();
        let list = drafts.list.get();
        if list.is_empty() {
            return nothing();
        }
        let item = |draft: Draft| {
            let (open, remove) = (draft.id.clone(), draft.id.clone());
            element(
                "li",
                "",
                vec![
                    text("strong", "", draft.name.clone()),
                    text("span", "note", draft.changed.clone()),
                    button(&words, say::make::open(&words), draft.name.clone(), move || {
                        drafts.restore(desk, open.clone());
                    }),
                    button(&words, say::make::remove(&words), draft.name, move || {
                        drafts.remove(desk, remove.clone());
                    }),
                ],
            )
        };
        let items = list.into_iter().map(item).collect();
        element(
            "section",
            "start-part",
            vec![
                text("h2", "", say::make::drafts_title(&words)),
                text("p", "note", say::make::drafts_forget(&words)),
                element("ul", "drafts", items),
            ],
        )
    })
}

/// The draft that is open: its name, whether it is kept, and what to do where another tab has changed it.
pub fn open(desk: Desk) -> Part {
    let drafts = desk.drafts;
    let words = desk.words();
    let name =
        move || drafts.open.with(|open| open.as_ref().map(|draft| draft.name.clone()).unwrap_or_default());
    let field = view! {
        <label class="draft-name">
            <span>{say::make::draft_name(&words)}</span>
            <input type="text" maxlength="80" autocomplete="off" prop:value=name on:change:capture=move |event| drafts.rename(desk, event_target_value(&event))/>
        </label>
    };
    let state = living(move || {
        let words = &desk.words();
        match drafts.state.get() {
            State::Kept => text("p", "note", say::make::kept(words)),
            State::NotKept => text("p", "notice", say::make::not_kept(words)),
            State::ChangedElsewhere => element(
                "div",
                "notice conflict",
                vec![
                    text("p", "", say::make::changed_elsewhere(words)),
                    element(
                        "p",
                        "buttons",
                        vec![
                            button(words, say::make::keep_copy(words), String::new(), move || {
                                drafts.fork(desk)
                            }),
                            button(words, say::make::take_theirs(words), String::new(), move || {
                                drafts.restore(desk, drafts.id().unwrap_or_default());
                            }),
                        ],
                    ),
                ],
            ),
        }
    });
    vec![field.into_any(), state].into_any()
}
