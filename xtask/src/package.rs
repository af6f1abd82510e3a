//! `package`: the rules for other programs as an npm package.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::task::{Failure, failed, files, root, run};

/// Puts what the build has made for other programs into `target/npm` and packs it there.
///
/// # Errors
/// When the build is not there, or npm fails.
pub fn pack() -> Result<PathBuf, Failure> {
    let folder = root().join("target/npm");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    }
    let dist = root().join("dist");
    let built = ["js", "wasm"].iter().map(|ending| files(&dist, ending)).collect::<Result<Vec<_>, _>>()?;
    let of_api = |path: &&PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name == "lawgrade.js" || name.starts_with("api-")
    };
    for file in built.concat().iter().filter(of_api) {
        copy(file, &folder)?;
    }
    for name in
        ["embed/lawgrade.d.ts", "embed/package.json", "embed/README.md", "LICENSE-MIT", "LICENSE-APACHE"]
    {
        copy(&root().join(name), &folder)?;
    }
    for part in ["data/frameworks", "data/cards", "data/schema"] {
        for file in files(&root().join(part), "json")? {
            copy(&file, &folder.join(part))?;
        }
    }
    run(Command::new("npm").args(["pack", "--silent"]).current_dir(&folder))?;
    Ok(folder)
}

fn copy(file: &Path, folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    let name = file.file_name().unwrap_or_default();
    std::fs::copy(file, folder.join(name)).map(drop).map_err(|error| failed(file, error))
}
