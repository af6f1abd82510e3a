//! Telling JavaScript what is wrong: as data, and as an `Error` that has the same data with it.

use scoring::Words;
use scoring::diagnose::{At, Code, Diagnostic};
use scoring::rules::{diagnose, file::Framework};
use serde::de::Deserializer;
use serde::{Deserialize, Serialize};
use serde_path_to_error::Segment;
use wasm_bindgen::prelude::*;

use super::written;

/// One thing that is wrong, as other programs get it.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// Its name, for programs and manuals.
    pub code: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// A JSON pointer (RFC 6901), or a cell of a table in words.
    pub path: String,
    /// What was found, in a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// Where the manual has it, which comes with the package.
    pub link: String,
}

impl Told {
    /// A mistake in what only other programs hand over.
    pub(super) fn error(code: Code, path: String, message: String, hint: &str) -> Self {
        let (hint, link) = (hint.to_owned(), code.link());
        Self { code: code.name(), severity: "error", path, message, hint, link }
    }

    /// What was found, in the words of a language.
    pub fn new(found: &Diagnostic, words: &Words) -> Self {
        let path = match &found.at {
            At::Json(pointer) => pointer.clone(),
            other => other.in_words(words),
        };
        Told {
            code: found.code.name(),
            severity: found.severity().name(),
            path,
            message: found.says(words),
            hint: found.hint(words),
            link: found.link(),
        }
    }
}

impl From<&Diagnostic> for Told {
    fn from(found: &Diagnostic) -> Self {
        Self::new(found, &Words::english())
    }
}

/// An `Error` that names the place of every mistake in what it is about, and has `diagnostics`, warnings among them.
pub(super) fn refused(what: &str, found: &[Told]) -> JsValue {
    let line = |one: &Told| format!("{what}{}: {} {} [{}]", one.path, one.message, one.hint, one.code);
    let lines: Vec<String> = found.iter().filter(|one| one.severity == "error").map(line).collect();
    let error = js_sys::Error::new(&lines.join("\n"));
    match written(&found) {
        // Setting a property of a new object does not fail.
        Ok(list) => drop(js_sys::Reflect::set(&error, &"diagnostics".into(), &list)),
        Err(failure) => return failure.into(),
    }
    error.into()
}

/// Everything that an author should know of a framework, which is handed over as JSON: mistakes and warnings.
///
/// # Errors
/// Never for data; only when the result cannot be handed over.
pub fn diagnostics(framework: &str) -> Result<JsValue, JsError> {
    match read::<Framework>(framework) {
        Ok(framework) => written(&diagnose(&framework).iter().map(Told::from).collect::<Vec<_>>()),
        Err(found) => written(&[found]),
    }
}

/// Reads JSON, and tells where it has another form than it should.
pub(super) fn read<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, Told> {
    from(&mut serde_json::Deserializer::from_str(json))
}

fn from<'de, T: Deserialize<'de>, D: Deserializer<'de>>(data: D) -> Result<T, Told> {
    serde_path_to_error::deserialize(data).map_err(|error| {
        let names = error.path().iter().filter_map(|segment| match segment {
            Segment::Seq { index } => Some(index.to_string()),
            Segment::Map { key } => Some(key.clone()),
            Segment::Enum { .. } | Segment::Unknown => None,
        });
        let said = error.inner().to_string();
        // The text is made on the way here: nobody has seen its lines.
        let said = said.split_once(" at line ").map_or(said.as_str(), |(said, _)| said);
        let hint = "Compare it with the format, which lawgrade.d.ts describes.";
        Told::error(Code::WrongShape, pointer(names), format!("It cannot be read: {said}."), hint)
    })
}

/// A JSON pointer to what these names lead to.
pub(super) fn pointer<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let name = |name: S| format!("/{}", name.as_ref().replace('~', "~0").replace('/', "~1"));
    names.into_iter().map(name).collect()
}
