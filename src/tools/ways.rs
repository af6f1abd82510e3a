//! Other ways to what a browser, a frame or an app may not have handed over.

use leptos::prelude::*;
use scoring::say;

use super::told::Told;
use crate::browser::files::{self, Made};
use crate::browser::{self, Handed, Surroundings};
use crate::stage::Stage;
use crate::view::element::{Part, button, element, nothing};

/// What there are other ways to.
#[derive(Clone)]
pub enum Ways {
    /// A file.
    File(Made),
    /// The page, to be opened where it can do more.
    Page,
}

/// What the visitor takes by hand.
#[derive(Clone)]
pub enum ByHand {
    /// A text to copy, which is selected.
    Text(String),
    /// A picture to keep.
    Picture(Made),
}

/// The share sheet, the clipboard, and a window of the browser.
pub fn ways<S: Stage>(stage: S, told: Told<S>, found: Ways) -> Part {
    let words = stage.words();
    let mut parts = Vec::new();
    if let Ways::File(made) = found {
        let name = made.name.to_owned();
        if made.can_be_shared() {
            let made = made.clone();
            let share = move || told.take(made.clone(), async |made| made.share().await);
            parts.push(button(&words, say::told::share_file(&words), name.clone(), share));
        }
        let way = match made.text {
            Some(_) => say::told::copy_file(&words),
            None => say::told::show_picture(&words),
        };
        let take = move || {
            told.take(made.clone(), async |made| match &made.text {
                Some(text) => browser::copy(text).await,
                None => Handed::Refused,
            })
        };
        parts.push(button(&words, way, name, take));
    }
    if browser::surroundings() != Surroundings::Browser {
        let link = stage.imprint().link;
        let name = say::told::open_elsewhere(&words);
        parts.push(view! { <a href=link target="_blank" rel="noopener">{name}</a> }.into_any());
    }
    element("p", "buttons ways", parts)
}

/// A text that is selected to be copied, or a picture to be kept.
pub fn by_hand(stage: impl Stage, what: ByHand) -> Part {
    match what {
        ByHand::Text(text) => {
            let label = say::told::by_hand(&stage.words());
            view! { <textarea id="by-hand" readonly rows="4" aria-label=label prop:value=text></textarea> }
                .into_any()
        }
        ByHand::Picture(made) => {
            let Ok(address) = made.address() else { return nothing() };
            let forgotten = address.clone();
            on_cleanup(move || files::forget(&forgotten));
            view! { <img id="by-hand" src=address alt=stage.result()/> }.into_any()
        }
    }
}
