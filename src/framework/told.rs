//! What is told around the calculator: whose card it is, and what of an address was not read.

use leptos::prelude::*;
use scoring::cards::Name;
use scoring::say;
use scoring::telling::unread_in_words;
use web_sys::Event;

use super::calculator::Calculator;
use super::data::PUBLISHED;
use crate::browser::Entry;
use crate::stage::Stage;
use crate::view::element::{Part, list, living, nothing, text};
use crate::view::live::live;

/// The choice of whose card is shown, with the groups of the table.
pub fn subjects() -> Part {
    let calculator = Calculator::here();
    let cohort = calculator.cohort();
    let language = |name: &Name| match name.is_published {
        true => PUBLISHED.to_owned(),
        false => cohort.telling.words.id().to_owned(),
    };
    let mut groups: Vec<(Option<&Name>, Vec<Part>)> = Vec::new();
    for (index, called) in cohort.called.iter().enumerate() {
        let (group, subject) = (called.group.as_ref(), &called.subject);
        let chosen = live(move || calculator.card() == index);
        let option = view! {
            <option value=index.to_string() lang=language(subject) prop:selected=chosen>{subject.text.clone()}</option>
        }
        .into_any();
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, options)) => options.push(option),
            None => groups.push((group, vec![option])),
        }
    }
    let groups: Vec<Part> = groups
        .into_iter()
        .map(|(group, options)| match group {
            Some(group) => {
                view! { <optgroup label=group.text.clone() lang=language(group)>{options}</optgroup> }
                    .into_any()
            }
            None => options.into_any(),
        })
        .collect();
    // Each arrow key chooses another card: whoever goes through the list is one press of “back” away from the card before.
    let goes_on = StoredValue::new(false);
    let choose = move |event: Event| {
        if let Ok(card) = event_target_value(&event).parse() {
            let entry = if goes_on.get_value() { Entry::Same } else { Entry::New };
            goes_on.set_value(true);
            calculator.open_card(card, entry);
        }
    };
    view! {
        <section class="subject" aria-label=say::framework::subject(&cohort.telling.words)>
            <label for="subject">{say::framework::subject(&cohort.telling.words)}</label>
            <select id="subject" autocomplete="off" on:change:capture=choose on:blur:capture=move |_| goes_on.set_value(false)>
                {groups}
            </select>
        </section>
    }
    .into_any()
}

/// What of the address was not read, each part with why.
pub fn unread() -> Part {
    let calculator = Calculator::here();
    let words = calculator.cohort().telling.words.clone();
    living(move || {
        let unread = calculator.unread();
        if unread.is_empty() {
            return nothing();
        }
        let lines = unread.iter().map(|unread| unread_in_words(&words, unread)).collect();
        let title = text("p", "", say::framework::unread(&words));
        view! { <div class="notice unread" role="alert">{title}{list("", lines)}</div> }.into_any()
    })
}
