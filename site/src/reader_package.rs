//! What reads spreadsheets, for other programs: the program that the pages load, its script, and its texts in a module.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::assets::{READER_PROGRAM, READER_SCRIPT, READER_TEXTS};
use crate::data::{self, Translation};
use crate::failure::{Failure, failed};
use crate::files::{put, read, root};
use crate::html::replace_once;

/// Writes it from the build into a folder, where `embed/npm/spreadsheet-reader.js` looks for it.
///
/// # Errors
/// When the build is not there or not as expected, or a file cannot be written.
pub fn write(folder: &Path) -> Result<(), Failure> {
    let dist = root().join("dist");
    let glue = read(&READER_SCRIPT.built(&dist)?)?;
    // Bundlers would look for the file of this name, and the program is always handed over.
    let glue = replace_once(&glue, "new URL(\"reader_bg.wasm\",import.meta.url)", "void 0")?;
    put(folder, "reader-glue.js", glue.as_bytes())?;
    let program = READER_PROGRAM.built(&dist)?;
    put(folder, "reader.wasm", &std::fs::read(&program).map_err(|error| failed(&program, error))?)?;
    let mut texts = Map::new();
    for Translation { language, .. } in data::pairs()?.iter().flat_map(|pair| &pair.translations) {
        let own = json!({ "locale": language.locale, "texts": read(&READER_TEXTS.built(&dist, language)?)? });
        texts.insert(language.id.clone(), own);
    }
    put(folder, "reader-texts.js", format!("export default {};\n", Value::from(texts)).as_bytes())
}
