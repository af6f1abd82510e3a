//! What the page's script does for this program: see `src/make.js`.

use js_sys::{Function, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Reads files in a worker, and keeps drafts.
    #[derive(Clone)]
    pub type Hands;

    /// The sheets of a file as JSON; nothing, when it was stopped.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn read(this: &Hands, name: &str, bytes: Uint8Array) -> Result<JsValue, JsValue>;

    /// Stops the reading of a file.
    #[wasm_bindgen(method)]
    pub(super) fn stop(this: &Hands);

    /// What stands at an address of the release, as bytes.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn fetch(this: &Hands, address: &str) -> Result<JsValue, JsValue>;

    /// All drafts without what is in them, as a list of [`Draft`] in JSON, the last that was changed first.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn drafts(this: &Hands) -> Result<JsValue, JsValue>;

    /// A draft with its book, as JSON; nothing, where it is gone.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn open(this: &Hands, id: &str) -> Result<JsValue, JsValue>;

    /// Keeps a draft, where the one that is kept has its version; gives the next version. Nothing, where it was changed
    /// elsewhere.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn keep(this: &Hands, draft: &str, book: &str) -> Result<JsValue, JsValue>;

    /// Forgets a draft.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn remove(this: &Hands, id: &str) -> Result<JsValue, JsValue>;

    /// The named states of a draft, as a list of [`NamedState`] in JSON, the last first.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn states(this: &Hands, draft: &str) -> Result<JsValue, JsValue>;

    /// Keeps a state of a draft under a name.
    #[wasm_bindgen(method, catch, js_name = keepState)]
    pub(super) async fn keep_state(
        this: &Hands,
        draft: &str,
        name: &str,
        book: &str,
    ) -> Result<JsValue, JsValue>;

    /// A state with its book, as a [`KeptState`] in JSON; nothing, where it is gone.
    #[wasm_bindgen(method, catch, js_name = openState)]
    pub(super) async fn open_state(this: &Hands, id: &str) -> Result<JsValue, JsValue>;

    /// Forgets a state.
    #[wasm_bindgen(method, catch, js_name = removeState)]
    pub(super) async fn remove_state(this: &Hands, id: &str) -> Result<JsValue, JsValue>;

    /// The id of the draft that this tab had open; nothing, where it had none.
    #[wasm_bindgen(method)]
    pub(super) fn last(this: &Hands) -> Option<String>;

    /// Remembers, for this tab, which draft is open.
    #[wasm_bindgen(method)]
    pub(super) fn remember(this: &Hands, id: &str);

    /// Calls `follow` with the id of a draft that another tab has kept or forgotten.
    #[wasm_bindgen(method, js_name = onOthers)]
    pub(super) fn on_others(this: &Hands, follow: &Function);
}

/// A draft, without what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Draft {
    /// By which it is kept.
    pub id: String,
    /// What the author calls it.
    pub name: String,
    /// How often it was kept.
    pub version: u32,
    /// When it was kept last, as the browser writes it.
    #[serde(default)]
    pub changed: String,
}

/// A draft with its book, as a text.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Kept {
    #[serde(flatten)]
    pub draft: Draft,
    pub book: String,
}

/// A state of a draft that its author has named, without what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct NamedState {
    /// By which it is kept.
    pub id: String,
    /// What the author calls it.
    pub name: String,
    /// When it was kept, as the browser writes it.
    pub changed: String,
}

/// The book of a state, as a text.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct KeptState {
    pub book: String,
}
