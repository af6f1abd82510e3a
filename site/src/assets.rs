//! Files whose names change with their content.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::files::write;

/// Writes a file whose name changes with its content, and returns the name.
///
/// # Errors
/// When it cannot be written.
pub fn write_hashed(staging: &Path, stem: &str, ending: &str, content: &[u8]) -> Result<String, Failure> {
    let name = format!("{stem}-{}.{ending}", hash(content));
    write(&staging.join(&name), content)?;
    Ok(name)
}

/// The first sixteen digits of a content's SHA-256, which browsers can work out as well: the service worker does.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a name, or that of a folder in it, carries the fingerprint of its content: sixteen letters of a number
/// after a hyphen.
pub fn is_hashed(path: &str) -> bool {
    path.split('/').any(|name| fingerprint(name).is_some())
}

/// The fingerprint in a name.
pub fn fingerprint(name: &str) -> Option<&str> {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let mark = stem.rsplit('-').next().unwrap_or_default();
    (mark.len() >= 15 && mark.bytes().all(|letter| letter.is_ascii_hexdigit())).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn names_with_a_fingerprint_are_told_from_others() {
        for name in [
            "boot-2fa8f0bdc8f63bf5.js",
            "lawgrade-a8bd08b18f045f8f.wasm",
            "style-5eb4743ecc7d48c2.css",
            "api-20afb1e2df42ba6d/lawgrade.wasm",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in
            ["index.html", "lawgrade.js", "lawgrade.d.ts", "examples/right-to-left.html", "icon-512.png"]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
