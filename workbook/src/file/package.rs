//! A packed file: its parts by name, each unpacked up to a limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::limits::{FILE, MEGABYTE, TooMuch, UNPACKED};
use super::{Broken, Fault, text};
use scoring::diagnose::Code;

/// A packed file that is open.
pub(super) struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Broken> {
        ZipArchive::new(Cursor::new(bytes)).map(Self).map_err(|_| Broken)
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// A part as text. What a file says of its size is not believed: it is cut off where it grows too large.
    pub(super) fn part(&mut self, name: &str) -> Result<String, Fault> {
        let part = self.0.by_name(name).map_err(|_| Broken)?;
        let mut bytes = Vec::new();
        let most = u64::try_from(UNPACKED).unwrap_or(u64::MAX);
        part.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Broken)?;
        if bytes.len() > UNPACKED {
            return Err(TooMuch { code: Code::FileTooLarge, most: FILE / MEGABYTE, at: None }.into());
        }
        Ok(text::decoded(bytes).0)
    }
}
