//! What static hosts need beside the files: the compressed forms of each, and the headers.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::budget::brotli;
use crate::task::{Failure, failed, read, root, write};

/// The endings of files that become smaller.
const COMPRESSED: [&str; 9] = ["css", "html", "js", "json", "svg", "ts", "txt", "wasm", "webmanifest"];

/// Writes each file once more in brotli and in gzip beside it, and `_headers` for hosts that read it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_beside(dist: &Path) -> Result<(), Failure> {
    let mut hashed = Vec::new();
    compress(dist, dist, &mut hashed)?;
    hashed.sort();
    let mut headers = read(&root().join("embed/headers"))?;
    for name in hashed {
        headers.push_str(&format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    write(&dist.join("_headers"), headers)
}

/// Compresses what is in a folder, and notes the files whose name changes with their content.
fn compress(folder: &Path, dist: &Path, hashed: &mut Vec<String>) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        if path.is_dir() {
            compress(&path, dist, hashed)?;
            continue;
        }
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !COMPRESSED.contains(&ending.as_str()) {
            continue;
        }
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        if is_hashed(&name) {
            hashed.push(name);
        }
        let content = std::fs::read(&path).map_err(|error| failed(&path, error))?;
        let beside = |suffix: &str| path.with_extension(format!("{ending}.{suffix}"));
        write(&beside("br"), brotli(&content).map_err(|error| failed(&path, error))?)?;
        write(&beside("gz"), gzip(&content).map_err(|error| failed(&path, error))?)?;
    }
    Ok(())
}

/// Whether a name carries the fingerprint of its content: sixteen letters of a number after a hyphen.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let mark = stem.rsplit('-').next().unwrap_or_default();
    mark.len() >= 15 && mark.bytes().all(|letter| letter.is_ascii_hexdigit())
}

/// In gzip at its highest quality.
///
/// # Errors
/// Never; memory is written to.
pub fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn names_with_a_fingerprint_are_told_from_others() {
        for name in
            ["boot-2fa8f0bdc8f63bf5.js", "lawgrade-a8bd08b18f045f8f.wasm", "style-5eb4743ecc7d48c2.css"]
        {
            assert!(is_hashed(name), "{name}");
        }
        for name in
            ["index.html", "lawgrade.js", "lawgrade.d.ts", "examples/right-to-left.html", "icon-512.png"]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
