//! What may be kept for a year never stands under the name of something else.

use std::path::Path;

use crate::assets::{Built, hash};
use crate::failure::Failure;

/// Holds every file whose name ends with a fingerprint to its content.
///
/// # Errors
/// When one has been changed after it was named, or the folder cannot be read.
pub fn hold(folder: &Path) -> Result<(), Failure> {
    for file in Built::all(folder)? {
        let Some(mark) = file.fingerprint() else { continue };
        let found = hash(&file.content()?);
        if found != mark {
            return Err(Failure::Missing(format!(
                "{} was changed after it was named: its content is {found}",
                file.name
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::hold;
    use crate::assets::BOOT;
    use crate::failure::{Failure, failed};
    use crate::files::write;

    #[test]
    fn a_file_that_was_changed_after_it_was_named_is_refused() -> Result<(), Failure> {
        let folder = std::env::temp_dir().join(format!("lawgrade-fingerprints-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
        let name = BOOT.write(&folder, "begin()")?;
        for other in ["index.html".to_owned(), "lawgrade.js".to_owned(), format!("{name}.br")] {
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
