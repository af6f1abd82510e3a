//! What a language calls countries and how it sorts names, as the browser knows it.

use std::cmp::Ordering;

use js_sys::{Object, Reflect};
use scoring::cards::Naming;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(js_namespace = Intl)]
    type Collator;

    // A browser may lack it.
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> Collator;

    // It throws where the text is no code at all.
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(method)]
    fn compare(this: &Collator, one: &str, other: &str) -> f64;
}

/// The browser's names for one locale.
struct Names {
    regions: Option<DisplayNames>,
    collator: Collator,
}

/// What a locale such as `es-US` calls countries, and its order of names.
pub fn naming(locale: &str) -> Box<dyn Naming> {
    let options = Object::new();
    // Without a name it is to say none, not to repeat the code.
    for (option, value) in [("type", "region"), ("fallback", "none")] {
        let _ = Reflect::set(&options, &option.into(), &value.into());
    }
    Box::new(Names { regions: DisplayNames::new(locale, &options).ok(), collator: Collator::new(locale) })
}

impl Naming for Names {
    fn country(&self, code: &str) -> Option<String> {
        let code = code.to_ascii_uppercase();
        self.regions.as_ref()?.of(&code).ok().flatten().filter(|name| *name != code)
    }

    fn order(&self, one: &str, other: &str) -> Ordering {
        self.collator.compare(one, other).total_cmp(&0.0)
    }
}
