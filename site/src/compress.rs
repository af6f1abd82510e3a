//! The compressed forms of files, which hosts send in their place.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::assets::Built;
use crate::failure::{Failure, failed};
use crate::files::write;

/// Writes each file once more in brotli and in gzip beside it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn compress(dist: &Path) -> Result<(), Failure> {
    for file in Built::all(dist)?.iter().filter(|file| file.shrinks()) {
        let (content, [br, gz]) = (file.content()?, file.compressed());
        write(&br, brotli(&content).map_err(|error| failed(&br, error))?)?;
        write(&gz, gzip(&content).map_err(|error| failed(&gz, error))?)?;
    }
    Ok(())
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
