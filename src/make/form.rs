//! A short form for who has no spreadsheet: a title, and some provisions with their points.

use leptos::prelude::*;
use scoring::say;
use workbook::file::File;
use workbook::start::{Form, Item, sheets};

use super::desk::Desk;
use crate::view::element::{Part, button, element, living, text};

/// How many rows the form has at first, and at most: whoever has more goes on in the table.
const ROWS: (usize, usize) = (3, 40);

/// The form, in a fold.
pub fn form(desk: Desk) -> Part {
    let words = desk.words();
    let form = StoredValue::new(Form { items: vec![Item::default(); ROWS.0], ..Form::default() });
    let count = RwSignal::new(ROWS.0);
    let field = |name: String, put: fn(&mut Form) -> &mut String| {
        let input = move |event| form.update_value(|form| *put(form) = event_target_value(&event));
        view! { <label><span>{name}</span><input type="text" autocomplete="off" on:input:capture=input/></label> }
            .into_any()
    };
    let fields = vec![
        field(say::make::title(&words), |form| &mut form.title),
        field(say::make::publisher(&words), |form| &mut form.publisher),
        field(say::make::year(&words), |form| &mut form.year),
        field(say::make::subject(&words), |form| &mut form.subject),
    ];
    let rows = move || (0..count.get()).map(|index| row(desk, form, index)).collect::<Vec<_>>();
    let rows = living(move || element("div", "form-rows", rows()));
    let more = button(&words, say::make::more_rows(&words), String::new(), move || {
        if count.get_untracked() < ROWS.1 {
            form.update_value(|form| form.items.push(Item::default()));
            count.update(|count| *count += 1);
            let last = count.get_untracked();
            desk.place.focus_soon(format!(".form-row:nth-child({last}) input"));
        }
    });
    let make = button(&words, say::make::make_card(&words), String::new(), move || {
        let form = form.get_value();
        if form.items.iter().all(|item| item.provision.trim().is_empty()) {
            return desk.say(say::make::no_provision(&desk.words()));
        }
        desk.open_new(
            &format!("{}.", form.title),
            File { sheets: sheets(&form, desk.words().id()), found: Vec::new() },
        );
    });
    view! {
        <section class="start-part">
            <h2>{say::make::form_title(&words)}</h2>
            <p class="note">{say::make::form_hint(&words)}</p>
            <div class="form-fields">{fields}</div>
            {rows}
            {element("p", "buttons", vec![more, make])}
        </section>
    }
    .into_any()
}

fn row(desk: Desk, form: StoredValue<Form>, index: usize) -> Part {
    let words = desk.words();
    let item = form.with_value(|form| form.items.get(index).cloned()).unwrap_or_default();
    let put = move |put: fn(&mut Item) -> &mut String, text: String| {
        form.update_value(|form| {
            if let Some(item) = form.items.get_mut(index) {
                *put(item) = text;
            }
        });
    };
    let field = |name: String, class: &'static str, value: String, of: fn(&mut Item) -> &mut String| {
        view! { <label class=class><span>{name}</span><input type="text" autocomplete="off" prop:value=value on:input:capture=move |event| put(of, event_target_value(&event))/></label> }.into_any()
    };
    let choose = move |event| put(|item| &mut item.in_law, event_target_value(&event));
    let choices = [
        ("", "–".to_owned()),
        ("y", say::make::yes(&words)),
        ("n", say::make::no(&words)),
        ("?", say::make::unknown(&words)),
    ];
    let choices: Vec<Part> = choices
        .into_iter()
        .map(|(value, name)| {
            view! { <option value=value selected=item.in_law == value>{name}</option> }.into_any()
        })
        .collect();
    let in_law = view! { <label class="narrow"><span>{say::make::in_law(&words)}</span><select on:change:capture=choose>{choices}</select></label> };
    let fields = vec![
        field(say::make::section(&words), "", item.section.clone(), |item| &mut item.section),
        field(say::make::provision(&words), "wide-field", item.provision.clone(), |item| &mut item.provision),
        field(say::make::points(&words), "narrow", item.points.clone(), |item| &mut item.points),
        in_law.into_any(),
    ];
    let number = say::make::row_number(&words, &(index + 1).to_string());
    view! {
        <fieldset class="form-row">{text("legend", "visually-hidden", number)}{fields}</fieldset>
    }
    .into_any()
}
