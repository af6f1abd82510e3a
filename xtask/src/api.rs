//! The rules for other programs: `lawgrade.js` of the build, and the npm package.

use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::budget::within;
use crate::framework_page;
use crate::hosting::gzip;
use crate::site::{hash, replace_once};
use crate::task::{Failure, failed, files, read, root, run, write};

/// The modules that stand around the program, in `embed/npm`; [`GLUE`] and [`EMBEDDED`] are made by the build.
const MODULES: [&str; 8] =
    ["lawgrade.js", "load.js", "card.js", "rules.js", "cohort.js", "numbers.js", "bits.js", "held.js"];
/// wasm-bindgen's script.
const GLUE: &str = "glue.js";
/// The program as text in a module.
const EMBEDDED: &str = "embedded.js";
const PROGRAM: &str = "lawgrade.wasm";
/// What the program may be as text, in bytes: Vite and others warn whoever builds with larger modules.
const EMBEDDED_AT_MOST: usize = 500_000;
/// The program as text, compressed.
const EMBEDDING: &str = "\
const packed = Uint8Array.from(atob(\"BASE64\"), (letter) => letter.charCodeAt(0));
export default new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream(\"gzip\"))).arrayBuffer();
";
/// The data that goes along, beside the frameworks that have a folder.
const DATA: [&str; 3] = ["data/frameworks", "data/cards", "data/schema"];
/// How the name of their folder in the build begins; it goes on with their hash.
const FOLDER: &str = "api-";

/// Writes `lawgrade.js` of the build under its stable name, and what it loads into a folder that is named by its
/// content.
///
/// # Errors
/// When Trunk's files are missing or not as expected.
pub fn write_to(staging: &Path) -> Result<(), Failure> {
    let glue = taken(staging, "api.js", read)?;
    // Bundlers would look for the file of this name, and `load.js` always hands the program over.
    let glue = replace_once(&glue, "new URL(\"api_bg.wasm\",import.meta.url)", "void 0")?;
    let program =
        taken(staging, "api_bg.wasm", |file| std::fs::read(file).map_err(|error| failed(file, error)))?;
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
    let all: Vec<u8> = contents.iter().flat_map(|(_, content)| content).copied().collect();
    let folder = format!("{FOLDER}{}", hash(&all));
    for (name, content) in &contents {
        put(&staging.join(&folder), name, content)?;
    }
    // Those that it names are fetched together.
    let early: String = std::iter::once(GLUE)
        .chain(MODULES.into_iter().filter(|name| *name != "lawgrade.js"))
        .map(|name| format!("import\"./{folder}/{name}\";"))
        .collect();
    write(&staging.join("lawgrade.js"), format!("{early}export{{load}}from\"./{folder}/lawgrade.js\";\n"))?;
    write(&staging.join("lawgrade.d.ts"), read(&root().join("embed/npm/lawgrade.d.ts"))?)
}

/// Puts what the build has made for other programs into `target/npm` and packs it there.
///
/// # Errors
/// When the build is not there, or npm fails.
pub fn pack() -> Result<PathBuf, Failure> {
    let folder = root().join("target/npm");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    }
    let built = built()?;
    for name in [GLUE, EMBEDDED, PROGRAM] {
        copy(&built.join(name), &folder)?;
    }
    let npm = root().join("embed/npm");
    for ending in ["js", "cjs", "json", "ts"] {
        for file in files(&npm, ending)? {
            copy(&file, &folder)?;
        }
    }
    // TypeScript wants the types of a module and of what is required each under a name of its own.
    put(&folder, "lawgrade.d.cts", read(&npm.join("lawgrade.d.ts"))?.as_bytes())?;
    for name in ["embed/README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(name), &folder)?;
    }
    copy(&root().join("docs/diagnostics.md"), &folder.join("docs"))?;
    let own = framework_page::ids()?.into_iter().map(|id| format!("data/{id}"));
    for part in DATA.into_iter().map(str::to_owned).chain(own) {
        for ending in ["json", "csv"] {
            for file in files(&root().join(&part), ending)? {
                copy(&file, &folder.join(&part))?;
            }
        }
    }
    run(Command::new("npm").args(["pack", "--silent"]).current_dir(&folder))?;
    Ok(folder)
}

/// The folder that the build has made for other programs.
fn built() -> Result<PathBuf, Failure> {
    let dist = root().join("dist");
    let entries = std::fs::read_dir(&dist).map_err(|error| failed(&dist, error))?;
    let mut folders = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| {
        path.is_dir() && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(FOLDER))
    });
    folders.next().ok_or_else(|| failed(&dist, "the build has no program for others; cargo xtask build"))
}

/// What Trunk has written, which no page names.
fn taken<T>(staging: &Path, name: &str, read: impl Fn(&Path) -> Result<T, Failure>) -> Result<T, Failure> {
    let file = staging.join(name);
    let content = read(&file)?;
    std::fs::remove_file(&file).map_err(|error| failed(&file, error))?;
    Ok(content)
}

fn put(folder: &Path, name: &str, content: &[u8]) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    write(&folder.join(name), content)
}

fn copy(file: &Path, folder: &Path) -> Result<(), Failure> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    put(folder, &name, &std::fs::read(file).map_err(|error| failed(file, error))?)
}
