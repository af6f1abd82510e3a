//! Finding, reading and writing files.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::failure::{Failure, failed};

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Reads a text file.
///
/// # Errors
/// With the path, when it cannot be read.
pub fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| failed(path, error))
}

/// Writes a file.
///
/// # Errors
/// With the path, when it cannot be written.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    std::fs::write(path, content).map_err(|error| failed(path, error))
}

/// Writes a file into a folder, which is made if need be.
///
/// # Errors
/// With the path, when it cannot be written.
pub fn put(folder: &Path, name: &str, content: &[u8]) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    write(&folder.join(name), content)
}

/// Reads a file that nobody names any more, and removes it.
///
/// # Errors
/// With the path, when it cannot be read or removed.
pub fn taken(path: &Path) -> Result<Vec<u8>, Failure> {
    let content = std::fs::read(path).map_err(|error| failed(path, error))?;
    std::fs::remove_file(path).map_err(|error| failed(path, error))?;
    Ok(content)
}

/// The files of a folder with this ending, in the order of their names.
///
/// # Errors
/// With the path, when the folder cannot be read.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| failed(folder, error))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    paths.sort();
    Ok(paths)
}

/// What a file of JSON holds.
///
/// # Errors
/// With the path, when the file cannot be read, or holds something else.
pub fn parsed<T: DeserializeOwned>(path: &Path) -> Result<T, Failure> {
    serde_json::from_str(&read(path)?).map_err(|error| failed(path, error))
}
