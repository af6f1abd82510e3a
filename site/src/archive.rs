//! Archives whose bytes tell nothing but what is in them, so that the same files give the same archive.

use std::io::{Result, Seek, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Endings of files that are compressed already, so that nothing is gained by it.
const COMPRESSED: [&str; 5] = ["br", "gz", "png", "xlsx", "zip"];

/// Packs files with their names into a ZIP, in the order in which they come.
///
/// # Errors
/// When a file cannot be read, or the target not be written.
pub fn pack<W: Write + Seek>(
    target: W,
    files: impl IntoIterator<Item = (String, Result<Vec<u8>>)>,
) -> ZipResult<W> {
    let options =
        SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(0o644);
    let mut archive = ZipWriter::new(target);
    for (name, content) in files {
        let is_compressed = COMPRESSED.iter().any(|ending| name.ends_with(&format!(".{ending}")));
        let method = if is_compressed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(name, options.compression_method(method))?;
        archive.write_all(&content?)?;
    }
    archive.finish()
}
