//! The files of a release, each with what the table says of it.

use std::path::{Path, PathBuf};

use super::Asset;
use crate::failure::{Failure, failed};

/// The endings of files that become smaller when they are compressed.
const SHRINK: [&str; 10] = ["css", "csv", "html", "js", "json", "svg", "ts", "txt", "wasm", "webmanifest"];

/// The endings of a file's compressed forms beside it: brotli and gzip.
const COMPRESSED: [&str; 2] = ["br", "gz"];

/// A file of a release.
pub struct Built {
    /// Where it is.
    pub path: PathBuf,
    /// What it is called, as seen from the release's folder.
    pub name: String,
    /// What it is.
    pub asset: &'static Asset,
}

impl Built {
    /// All files of a release in the order of their names, but for their compressed forms.
    ///
    /// # Errors
    /// When the folder cannot be read, or has a file that is not in the table.
    pub fn all(release: &Path) -> Result<Vec<Self>, Failure> {
        let mut files = Vec::new();
        Self::collect(release, "", &mut files)?;
        files.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(files)
    }

    fn collect(folder: &Path, before: &str, files: &mut Vec<Self>) -> Result<(), Failure> {
        for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, error))? {
            let path = entry.map_err(|error| failed(folder, error))?.path();
            let name = format!("{before}{}", path.file_name().unwrap_or_default().to_string_lossy());
            if path.is_dir() {
                Self::collect(&path, &format!("{name}/"), files)?;
            } else if !COMPRESSED.contains(&ending(&name)) {
                let asset = Asset::of(&name);
                let asset =
                    asset.ok_or_else(|| failed(&path, "expected a row for it in site/src/assets/mod.rs"))?;
                files.push(Self { path, name, asset });
            }
        }
        Ok(())
    }

    /// What it holds.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn content(&self) -> Result<Vec<u8>, Failure> {
        std::fs::read(&self.path).map_err(|error| failed(&self.path, error))
    }

    /// The fingerprint of its content, where its own name has it.
    pub fn fingerprint(&self) -> Option<&str> {
        self.asset.name.fingerprint(&self.name)
    }

    /// Whether it becomes smaller when it is compressed.
    pub fn shrinks(&self) -> bool {
        SHRINK.contains(&ending(&self.name))
    }

    /// Where it lies once more in brotli and in gzip.
    pub fn compressed(&self) -> [PathBuf; 2] {
        COMPRESSED.map(|form| self.path.with_extension(format!("{}.{form}", ending(&self.name))))
    }
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::Built;
    use crate::failure::{Failure, failed};
    use crate::files::put;

    #[test]
    fn every_file_is_found_once_and_a_stranger_is_refused() -> Result<(), Failure> {
        let folder = std::env::temp_dir().join(format!("lawgrade-built-{}", std::process::id()));
        for (within, name) in
            [("", "index.html"), ("", "index.html.br"), ("examples", "five.css"), ("", "sw.js")]
        {
            put(&folder.join(within), name, b"anything")?;
        }
        let names = Built::all(&folder)?.into_iter().map(|file| file.name).collect::<Vec<_>>();
        put(&folder, "tools_bg.wasm", b"anything")?;
        let told = Built::all(&folder).map(drop).map_err(|error| error.to_string());
        std::fs::remove_dir_all(&folder).map_err(|error| failed(&folder, error))?;
        assert_eq!(names, ["examples/five.css", "index.html", "sw.js"]);
        assert!(told.is_err_and(|told| told.contains("tools_bg.wasm")));
        Ok(())
    }
}
