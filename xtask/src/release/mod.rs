//! `release`: all that a release consists of, in one folder with checksums, to put where people download it.

mod bill_of_materials;

use std::fs::File;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use site::archive;
use site::failure::{Failure, failed};
use site::files::{files, put, root, write};

use crate::{package, suite};

/// The version, which xtask's Cargo.toml alone has.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The checksums of all files, as `sha256sum --check` reads them.
const CHECKSUMS: &str = "SHA256SUMS";

/// Builds the site and the package, and writes the release into `target/release-VERSION`. `home` is the address that the
/// site will have, if that is known; with `built`, what is in `dist` is taken as it is.
///
/// # Errors
/// When something does not build, or a file cannot be written.
pub fn make(home: Option<&str>, built: bool) -> Result<(), Failure> {
    if !built {
        suite::build_release(home)?;
    }
    let npm = package::pack()?;
    let folder = root().join(format!("target/release-{VERSION}"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    }
    std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    let dist = root().join("dist");
    zip(&dist, &folder.join(format!("lawgrade-site-{VERSION}.zip")))?;
    // The one file in each language, and what else the build has packed for systems of others.
    for file in files(&dist, "html")?.into_iter().chain(files(&dist, "zip")?) {
        let name = name_of(&file);
        if let Some(name) = released(&name) {
            copy(&file, &folder.join(name))?;
        }
    }
    for file in files(&npm, "tgz")? {
        copy(&file, &folder.join(format!("lawgrade-npm-{VERSION}.tgz")))?;
    }
    let materials = serde_json::to_string_pretty(&bill_of_materials::of_project(VERSION)?)
        .map_err(|error| failed(&folder, error))?;
    put(&folder, &format!("lawgrade-{VERSION}.cdx.json"), format!("{materials}\n").as_bytes())?;
    print!("{}", checksums(&folder)?);
    println!("\nThe release is in {}.", folder.display());
    Ok(())
}

/// What a file of the build is called among those of the release; nothing, where it is only a part of the site.
fn released(name: &str) -> Option<String> {
    let (stem, ending) = name.split_once('.')?;
    match (stem, ending) {
        ("lawgrade", "html") => Some(format!("lawgrade-{VERSION}.html")),
        ("lawgrade", language) if language.ends_with(".html") => {
            Some(format!("lawgrade-{VERSION}.{language}"))
        }
        (_, "zip") => Some(format!("{stem}-{VERSION}.zip")),
        _ => None,
    }
}

/// Writes the checksums of all files of a folder beside them, and gives a table of their sizes.
fn checksums(folder: &Path) -> Result<String, Failure> {
    let (mut sums, mut table) = (String::new(), String::new());
    for path in within(folder)? {
        let content = std::fs::read(&path).map_err(|error| failed(&path, error))?;
        let sum: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        sums.push_str(&format!("{sum}  {}\n", name_of(&path)));
        table.push_str(&format!("{:>12}  {}\n", content.len(), name_of(&path)));
    }
    write(&folder.join(CHECKSUMS), &sums)?;
    Ok(table)
}

/// Packs all files of a folder, in the order of their names and without times, so that the same build gives the same bytes.
fn zip(folder: &Path, target: &Path) -> Result<(), Failure> {
    let file = File::create(target).map_err(|error| failed(target, error))?;
    let files = within(folder)?.into_iter().map(|path| {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
        (name, std::fs::read(&path))
    });
    archive::pack(file, files).map(drop).map_err(|error| failed(target, error))
}

/// All files in a folder and below it, in the order of their names.
fn within(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        if path.is_dir() {
            found.extend(within(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::copy(from, to).map(drop).map_err(|error| failed(from, error))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_taken_alone_is_a_file_of_the_release() {
        assert_eq!(released("lawgrade.html"), Some(format!("lawgrade-{VERSION}.html")));
        assert_eq!(released("lawgrade.es.html"), Some(format!("lawgrade-{VERSION}.es.html")));
        assert_eq!(released("index.html"), None);
        assert_eq!(released("lawgrade-wordpress.zip"), Some(format!("lawgrade-wordpress-{VERSION}.zip")));
    }

    #[test]
    fn a_folder_is_packed_alike_each_time_and_its_sums_hold() {
        let folder = std::env::temp_dir().join(format!("lawgrade-release-{}", std::process::id()));
        put(&folder.join("site/below"), "b.txt", b"two").unwrap();
        put(&folder.join("site"), "a.html", b"one").unwrap();
        put(&folder.join("out"), "keep", b"").unwrap();
        let (one, other) = (folder.join("out/one.zip"), folder.join("out/other.zip"));
        zip(&folder.join("site"), &one).unwrap();
        zip(&folder.join("site"), &other).unwrap();
        assert_eq!(std::fs::read(&one).unwrap(), std::fs::read(&other).unwrap());
        let archive = zip::ZipArchive::new(File::open(&one).unwrap()).unwrap();
        assert_eq!(archive.file_names().map(Result::unwrap).collect::<Vec<_>>(), ["a.html", "below/b.txt"]);
        let table = checksums(&folder.join("out")).unwrap();
        let sums = std::fs::read_to_string(folder.join("out").join(CHECKSUMS)).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        // The sum of nothing.
        assert!(
            sums.contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  keep\n"),
            "{sums}"
        );
        assert!(table.contains("           0  keep\n"), "{table}");
    }
}
