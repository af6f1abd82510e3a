//! One script with everything inside: the whole program, and what starts it.

use std::path::Path;

use crate::compress::gzip;
use crate::failure::{Failure, failed};
use crate::files::write;
use crate::minify;

/// First what the start script looks for, then the start script.
const ENTRY: &str = "import './inside.js'; import './boot.js';";

/// The script, from the program that Trunk has compiled for it. `texts` has the tools' texts of each language.
///
/// # Errors
/// When a file is missing or not as expected.
pub fn text(staging: &Path, texts: &serde_json::Value) -> Result<String, Failure> {
    let [script, program] = ["whole.js", "whole_bg.wasm"].map(|name| staging.join(name));
    let [packed, words] = ["whole.wasm.gz", "whole.json"].map(|name| staging.join(name));
    let bytes =
        std::fs::read(&program).and_then(|bytes| gzip(&bytes)).map_err(|error| failed(&program, error))?;
    write(&packed, bytes)?;
    write(&words, texts.to_string())?;
    let aliases = [("program", &script), ("program.wasm", &packed), ("texts", &words)];
    let text =
        minify::bundle(ENTRY, &aliases.map(|(name, file)| format!("lawgrade/{name}={}", file.display())))?;
    // No page names these.
    for file in [script, program, packed, words] {
        std::fs::remove_file(&file).map_err(|error| failed(&file, error))?;
    }
    Ok(text)
}
