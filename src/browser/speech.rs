//! How a language writes numbers and lists, as the browser knows it.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::{LocalStorage, StoredValue, WithValue};
use scoring::Speech;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> ListFormat;

    // Browsers take a number as text, too, and then keep every digit of it.
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: &str) -> String;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: &str) -> String;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: &Array) -> String;
}

/// The browser's rules for one locale.
struct Rules {
    numbers: StoredValue<NumberFormat, LocalStorage>,
    plurals: StoredValue<PluralRules, LocalStorage>,
    locale: String,
}

/// How numbers and lists are written in a locale such as `es-US`.
pub fn speech(locale: &str) -> Arc<dyn Speech> {
    Arc::new(Rules {
        numbers: StoredValue::new_local(NumberFormat::new(locale)),
        plurals: StoredValue::new_local(PluralRules::new(locale)),
        locale: locale.to_owned(),
    })
}

impl Speech for Rules {
    fn number(&self, number: &str) -> String {
        self.numbers.with_value(|numbers| numbers.format(number))
    }

    fn plural(&self, number: &str) -> String {
        self.plurals.with_value(|plurals| plurals.select(number))
    }

    // Made when it is used, which few visitors come to.
    fn list(&self, items: &[String]) -> String {
        let items: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        ListFormat::new(&self.locale).format(&items)
    }
}
