//! The compressed forms of files, which hosts send in their place.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{Failure, failed};
use crate::files::{all_files, write};

/// The endings of files that become smaller.
const COMPRESSED: [&str; 9] = ["css", "html", "js", "json", "svg", "ts", "txt", "wasm", "webmanifest"];

/// Writes each file once more in brotli and in gzip beside it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn compress(dist: &Path) -> Result<(), Failure> {
    for path in all_files(dist)? {
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !COMPRESSED.contains(&ending.as_str()) {
            continue;
        }
        let content = std::fs::read(&path).map_err(|error| failed(&path, error))?;
        let beside = |suffix: &str| path.with_extension(format!("{ending}.{suffix}"));
        write(&beside("br"), brotli(&content).map_err(|error| failed(&path, error))?)?;
        write(&beside("gz"), gzip(&content).map_err(|error| failed(&path, error))?)?;
    }
    Ok(())
}

/// Whether a file is another once more, compressed by [`compress`].
pub fn is_compressed(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "br" || ending == "gz")
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

/// How large something is in brotli at its highest quality.
///
/// # Errors
/// Never; memory is written to.
pub fn brotli_size(bytes: &[u8]) -> std::io::Result<usize> {
    brotli(bytes).map(|compressed| compressed.len())
}

/// In brotli at its highest quality.
///
/// # Errors
/// Never; memory is written to.
pub fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}
