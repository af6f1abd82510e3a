//! What may be kept for a year never stands under the name of something else.

use std::path::Path;

use crate::assets::{fingerprint, hash};
use crate::compress::is_compressed;
use crate::failure::{Failure, failed};

/// Holds every file whose name ends with a fingerprint to its content.
///
/// # Errors
/// When one has been changed after it was named, or the folder cannot be read.
pub fn hold(folder: &Path) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(mark) = fingerprint(&name).filter(|_| path.is_file() && !is_compressed(&path)) else {
            continue;
        };
        let content = std::fs::read(&path).map_err(|error| failed(&path, error))?;
        if hash(&content) != mark {
            return Err(Failure::Missing(format!(
                "{name} was changed after it was named: its content is {}",
                hash(&content)
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::hold;
    use crate::assets::write_hashed;
    use crate::failure::{Failure, failed};
    use crate::files::write;

    #[test]
    fn a_file_that_was_changed_after_it_was_named_is_refused() -> Result<(), Failure> {
        let folder = std::env::temp_dir().join(format!("lawgrade-fingerprints-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
        let name = write_hashed(&folder, "boot", "js", b"begin()")?;
        for other in ["index.html".to_owned(), "tools-en.txt".to_owned(), format!("{name}.br")] {
            write(&folder.join(other), "anything")?;
        }
        let before = hold(&folder).is_ok();
        write(&folder.join(&name), "another()")?;
        let told = hold(&folder).map_err(|error| error.to_string());
        std::fs::remove_dir_all(&folder).map_err(|error| failed(&folder, error))?;
        assert!(before && told.is_err_and(|told| told.contains(&name)));
        Ok(())
    }
}
