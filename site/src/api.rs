//! The rules for other programs: `lawgrade.js` of the build.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::assets::{RULES, RULES_FOLDER, RULES_TYPES};
use crate::budget::within;
use crate::compress::gzip;
use crate::failure::{Failure, failed};
use crate::files::{read, root, taken};
use crate::html::replace_once;

/// The modules that stand around the program, in `embed/npm`; [`GLUE`] and [`EMBEDDED`] are made by the build.
const MODULES: [&str; 9] = [
    "lawgrade.js",
    "load.js",
    "loading.js",
    "card.js",
    "rules.js",
    "cohort.js",
    "numbers.js",
    "bits.js",
    "held.js",
];
/// wasm-bindgen's script.
pub const GLUE: &str = "glue.js";
/// The program as text in a module.
pub const EMBEDDED: &str = "embedded.js";
/// The program.
pub const PROGRAM: &str = "lawgrade.wasm";
/// What the program may be as text, in bytes: Vite and others warn whoever builds with larger modules.
const EMBEDDED_AT_MOST: usize = 500_000;
/// The program as text, compressed.
const EMBEDDING: &str = "\
const packed = Uint8Array.from(atob(\"BASE64\"), (letter) => letter.charCodeAt(0));
export default new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream(\"gzip\"))).arrayBuffer();
";

/// Writes `lawgrade.js` of the build under its stable name, and what it loads into a folder that is named by its
/// content.
///
/// # Errors
/// When Trunk's files are missing or not as expected.
pub fn write_to(staging: &Path) -> Result<(), Failure> {
    let glue = staging.join("api.js");
    let glue = String::from_utf8(taken(&glue)?).map_err(|error| failed(&glue, error))?;
    // Bundlers would look for the file of this name, and `load.js` always hands the program over.
    let glue = replace_once(&glue, "new URL(\"api_bg.wasm\",import.meta.url)", "void 0")?;
    let program = taken(&staging.join("api_bg.wasm"))?;
    let embedded = replace_once(
        EMBEDDING,
        "BASE64",
        &BASE64_STANDARD.encode(gzip(&program).map_err(|error| failed(Path::new(EMBEDDED), error))?),
    )?;
    within("embedded.js of the npm package", embedded.len(), EMBEDDED_AT_MOST)?;
    let mut contents = vec![(GLUE, glue.into_bytes()), (EMBEDDED, embedded.into_bytes()), (PROGRAM, program)];
    // Not minified, so that stack traces name what is called.
    for name in MODULES {
        contents.push((name, read(&root().join("embed/npm").join(name))?.into_bytes()));
    }
    let folder = RULES_FOLDER.write(staging, &contents)?;
    // Those that it names are fetched together.
    let early: String = std::iter::once(GLUE)
        .chain(MODULES.into_iter().filter(|name| *name != "lawgrade.js"))
        .map(|name| format!("import\"./{folder}/{name}\";"))
        .collect();
    RULES.write(staging, format!("{early}export{{load}}from\"./{folder}/lawgrade.js\";\n"))?;
    RULES_TYPES.write(staging, read(&root().join("embed/npm/lawgrade.d.ts"))?)
}

/// The folder that the build has made for other programs.
///
/// # Errors
/// When there is none.
pub fn built() -> Result<PathBuf, Failure> {
    let dist = root().join("dist");
    let folder = RULES_FOLDER.find(&dist)?;
    folder.ok_or_else(|| failed(&dist, "the build has no program for others; cargo xtask build"))
}
