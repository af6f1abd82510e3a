//! Files that are made of the code and kept in the repository for readers: the manual of mistakes, the schemas.

use std::path::Path;

/// The environment variable that has them written anew.
const UPDATE: &str = "KEPT_UPDATE";

/// Holds a file against what it should be, or writes it.
///
/// # Panics
/// When it is not as it should be.
pub fn holds(path: &str, content: &str) {
    if std::env::var_os(UPDATE).is_some() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        std::fs::write(root.join(path), content).expect("the file can be written");
    }
    assert!(crate::file(path) == content, "{path} is not what the code says; {UPDATE}=1 writes it anew");
}
