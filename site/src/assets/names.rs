//! How the names of built files are made, and told from each other. A name is seen from the release's folder.

use std::path::{Path, PathBuf};

use scoring::data::Language;

use super::hash::{fingerprint, hash, write_hashed};
use crate::failure::{Failure, failed};
use crate::files::{put, write};
use crate::page::{self, is_language};

/// What files are called.
pub trait Name: Sync {
    /// Whether a file is called so.
    fn is(&self, name: &str) -> bool;

    /// Whether no other content will ever have the same name, so that browsers may keep it for a year.
    fn changes_with_content(&self) -> bool {
        false
    }

    /// The fingerprint of a file's content, where its own name has it.
    fn fingerprint<'a>(&self, _name: &'a str) -> Option<&'a str> {
        None
    }
}

/// Always the same name.
pub struct Fixed(pub &'static str);

/// What it is of, the fingerprint of its content, and its ending: `boot-2fa8f0bdc8f63bf5.js`.
pub struct Hashed(pub &'static str, pub &'static str);

/// The same in each language: `tools-es-2fa8f0bdc8f63bf5.txt`.
pub struct SpokenHashed(pub &'static str, pub &'static str);

/// A file in each language, always under the same name: `oembed-es.json`.
pub struct Spoken(pub &'static str, pub &'static str);

/// A page in each language: see [`page::name`].
pub struct Page(pub &'static str);

/// The pages in a folder whose names begin with something; none in folders within. Those that begin with nothing are
/// all that are not [pages for frames](FRAMED).
pub struct PagesIn(pub &'static str, pub &'static str);

/// What the names of pages for frames begin with, where others lie beside them.
pub const FRAMED: &str = "embed-";

/// The files in a folder with an ending, whatever they are called; none in folders within.
pub struct EndingIn(pub &'static str, pub &'static str);

/// The files with an ending in the folders within a folder.
pub struct EndingBelow(pub &'static str, pub &'static str);

/// What it is of, its width, and its ending: `icon-512.png`.
pub struct OfWidth(pub &'static str, pub &'static str);

/// All files in a folder.
pub struct AllIn(pub &'static str);

/// All files in a folder whose name ends with the fingerprint of what it holds: `api-2fa8f0bdc8f63bf5`.
pub struct AllInHashed(pub &'static str);

impl Fixed {
    /// Writes the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, staging: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
        write(&staging.join(self.0), content)
    }
}

/// What stands between what a file is of and its ending: `512` in `icon-512.png`.
fn between<'a>(name: &'a str, stem: &str, ending: &str) -> Option<&'a str> {
    name.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(ending)?.strip_suffix('.')
}

impl Name for Fixed {
    fn is(&self, name: &str) -> bool {
        name == self.0
    }
}

impl Hashed {
    /// Writes the file, and returns its name as seen from its own folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, staging: &Path, content: impl AsRef<[u8]>) -> Result<String, Failure> {
        let Self(stem, ending) = self;
        write_hashed(staging, stem, ending, content.as_ref())
    }

    /// The file in a release.
    ///
    /// # Errors
    /// When the release cannot be read, or has none.
    pub fn built(&self, dist: &Path) -> Result<PathBuf, Failure> {
        let Self(stem, ending) = self;
        built(dist, stem, ending)
    }
}

/// The file with a fingerprint in its name in a release.
fn built(dist: &Path, stem: &str, ending: &str) -> Result<PathBuf, Failure> {
    let entries = std::fs::read_dir(dist).map_err(|error| failed(dist, error))?;
    let is = |name: &str| between(name, stem, ending).is_some_and(|mark| fingerprint(mark).is_some());
    let mut files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    files
        .find(|path| path.file_name().is_some_and(|name| is(&name.to_string_lossy())))
        .ok_or_else(|| failed(dist, format!("the build has no {stem}.{ending}; cargo xtask build")))
}

impl Name for Hashed {
    fn is(&self, name: &str) -> bool {
        self.fingerprint(name).is_some()
    }

    fn changes_with_content(&self) -> bool {
        true
    }

    fn fingerprint<'a>(&self, name: &'a str) -> Option<&'a str> {
        let Self(stem, ending) = self;
        fingerprint(between(name, stem, ending)?)
    }
}

impl Spoken {
    /// Its name in a language.
    pub fn name(&self, language: &Language) -> String {
        let Self(stem, ending) = self;
        format!("{stem}-{}.{ending}", language.id)
    }

    /// Writes the file of a language.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(
        &self,
        staging: &Path,
        language: &Language,
        content: impl AsRef<[u8]>,
    ) -> Result<(), Failure> {
        write(&staging.join(self.name(language)), content)
    }
}

impl Name for Spoken {
    fn is(&self, name: &str) -> bool {
        let Self(stem, ending) = self;
        between(name, stem, ending).is_some_and(is_language)
    }
}

impl SpokenHashed {
    /// Writes the file of a language, and returns its name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(
        &self,
        staging: &Path,
        language: &Language,
        content: impl AsRef<[u8]>,
    ) -> Result<String, Failure> {
        let Self(stem, ending) = self;
        write_hashed(staging, &format!("{stem}-{}", language.id), ending, content.as_ref())
    }

    /// The file of a language in a release.
    ///
    /// # Errors
    /// When the release cannot be read, or has none.
    pub fn built(&self, dist: &Path, language: &Language) -> Result<PathBuf, Failure> {
        let Self(stem, ending) = self;
        built(dist, &format!("{stem}-{}", language.id), ending)
    }
}

impl Name for SpokenHashed {
    fn is(&self, name: &str) -> bool {
        self.fingerprint(name).is_some()
    }

    fn changes_with_content(&self) -> bool {
        true
    }

    fn fingerprint<'a>(&self, name: &'a str) -> Option<&'a str> {
        let Self(stem, ending) = self;
        let (language, mark) = between(name, stem, ending)?.rsplit_once('-')?;
        is_language(language).then(|| fingerprint(mark))?
    }
}

impl Page {
    /// Its name in a language.
    pub fn name(&self, language: &Language) -> String {
        page::name(language, self.0)
    }

    /// Writes it in a language.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, staging: &Path, language: &Language, html: impl AsRef<[u8]>) -> Result<(), Failure> {
        write(&staging.join(self.name(language)), html)
    }
}

impl Name for Page {
    fn is(&self, name: &str) -> bool {
        let Some(stem) = name.strip_suffix(".html") else { return false };
        match stem.strip_prefix(self.0) {
            Some("") => true,
            Some(language) => language.strip_prefix('.').is_some_and(is_language),
            None => self.0 == "index" && is_language(stem),
        }
    }
}

impl Name for PagesIn {
    fn is(&self, name: &str) -> bool {
        let Self(folder, start) = self;
        let page = name.strip_prefix(folder).filter(|page| EndingIn("", "html").is(page));
        page.is_some_and(|page| page.starts_with(start) && start.is_empty() != page.starts_with(FRAMED))
    }
}

impl Name for EndingIn {
    fn is(&self, name: &str) -> bool {
        let Self(folder, ending) = self;
        let within = name.strip_prefix(folder).and_then(|name| name.rsplit_once('.'));
        within.is_some_and(|(name, other)| other == *ending && !name.contains('/'))
    }
}

impl Name for EndingBelow {
    fn is(&self, name: &str) -> bool {
        let Self(folder, ending) = self;
        let within = name.strip_prefix(folder).and_then(|name| name.split_once('/'));
        within.is_some_and(|(_, name)| EndingIn("", ending).is(name))
    }
}

impl OfWidth {
    /// Its name in a width.
    pub fn name(&self, width: u32) -> String {
        let Self(stem, ending) = self;
        format!("{stem}-{width}.{ending}")
    }

    /// Writes the picture of a width.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, staging: &Path, width: u32, picture: impl AsRef<[u8]>) -> Result<(), Failure> {
        write(&staging.join(self.name(width)), picture)
    }
}

impl Name for OfWidth {
    fn is(&self, name: &str) -> bool {
        let Self(stem, ending) = self;
        between(name, stem, ending).is_some_and(|width| width.bytes().all(|digit| digit.is_ascii_digit()))
    }
}

impl AllIn {
    /// Writes a file of the folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, staging: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<(), Failure> {
        put(&staging.join(self.0), name, content.as_ref())
    }
}

impl Name for AllIn {
    fn is(&self, name: &str) -> bool {
        name.starts_with(self.0)
    }
}

impl AllInHashed {
    /// Writes the folder with these files, and returns its name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, staging: &Path, contents: &[(&str, Vec<u8>)]) -> Result<String, Failure> {
        let all: Vec<u8> = contents.iter().flat_map(|(_, content)| content).copied().collect();
        let folder = format!("{}-{}", self.0, hash(&all));
        for (name, content) in contents {
            put(&staging.join(&folder), name, content)?;
        }
        Ok(folder)
    }

    /// The folder in a release.
    ///
    /// # Errors
    /// When the release cannot be read.
    pub fn find(&self, dist: &Path) -> Result<Option<PathBuf>, Failure> {
        let entries = std::fs::read_dir(dist).map_err(|error| failed(dist, error))?;
        let mut folders = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir());
        Ok(folders.find(|path| {
            path.file_name().is_some_and(|name| self.is(&format!("{}/", name.to_string_lossy())))
        }))
    }
}

impl Name for AllInHashed {
    fn is(&self, name: &str) -> bool {
        let mark = name.strip_prefix(self.0).and_then(|rest| rest.strip_prefix('-')?.split_once('/'));
        mark.is_some_and(|(mark, _)| fingerprint(mark).is_some())
    }

    fn changes_with_content(&self) -> bool {
        true
    }
}
