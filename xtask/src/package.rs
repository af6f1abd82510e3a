//! `package`: the rules for other programs as a package of npm.

use std::path::{Path, PathBuf};
use std::process::Command;

use site::api::{EMBEDDED, GLUE, PROGRAM, built};
use site::data;
use site::failure::{Failure, failed};
use site::files::{files, put, read, root};
use site::framework_page;
use site::html::replace_once;
use site::process::run;
use site::reader_package;

/// The data that goes along as it is, beside the frameworks that have a folder.
const DATA: [&str; 1] = ["data/schema"];

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
    reader_package::write(&folder)?;
    let npm = root().join("embed/npm");
    for ending in ["js", "cjs", "json", "ts"] {
        for file in files(&npm, ending)? {
            copy(&file, &folder)?;
        }
    }
    // The version is xtask's, and stands nowhere else.
    let description = read(&folder.join("package.json"))?;
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    put(&folder, "package.json", replace_once(&description, "\"version\": \"0.0.0\"", &version)?.as_bytes())?;
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
    // Cards with the addresses of what they cite, and rules that know their earlier editions, as the page has them.
    for pair in data::pairs()? {
        let (framework, card) = (pair.baseline.framework(), pair.baseline.card());
        let written = |value: serde_json::Result<String>| value.map_err(|error| failed(&folder, error));
        let rules = written(serde_json::to_string_pretty(framework))?;
        put(
            &folder.join("data/frameworks"),
            &format!("{}.json", framework.id),
            format!("{rules}\n").as_bytes(),
        )?;
        let text = written(serde_json::to_string_pretty(card))?;
        put(&folder.join("data/cards"), &format!("{}.json", card.id), format!("{text}\n").as_bytes())?;
    }
    run(Command::new("npm").args(["pack", "--silent"]).current_dir(&folder))?;
    Ok(folder)
}

fn copy(file: &Path, folder: &Path) -> Result<(), Failure> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    put(folder, &name, &std::fs::read(file).map_err(|error| failed(file, error))?)
}
