//! Fingerprints of contents, as they stand in names.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::files::write;

/// How many digits a fingerprint has.
const DIGITS: usize = 16;

/// The first sixteen digits of a content's SHA-256, which browsers can work out as well: the service worker does.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// A fingerprint, where a part of a name is one.
pub fn fingerprint(mark: &str) -> Option<&str> {
    (mark.len() == DIGITS && mark.bytes().all(|letter| letter.is_ascii_hexdigit())).then_some(mark)
}

/// Writes a file under `stem`, the fingerprint of its content and `ending`, and returns its name as seen from its own
/// folder.
///
/// # Errors
/// When it cannot be written.
pub fn write_hashed(staging: &Path, stem: &str, ending: &str, content: &[u8]) -> Result<String, Failure> {
    let path = format!("{stem}-{}.{ending}", hash(content));
    write(&staging.join(&path), content)?;
    Ok(path.rsplit('/').next().unwrap_or_default().to_owned())
}
