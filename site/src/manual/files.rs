//! The files of the manual: `docs/README.md` lists them, in the order in which they are read, and so it does in each language.

use std::path::Path;

use pulldown_cmark::{Event, Parser, Tag};

use crate::failure::Failure;
use crate::files::{read, root};
use crate::page;

/// The list of all files.
const LIST: &str = "docs/README";

/// Files whose pages are called otherwise: two had an address before there was a manual, and one lies beside what it tells of.
const ELSEWHERE: [(&str, &str); 4] = [
    (LIST, "docs/index"),
    ("docs/diagnostics", "diagnostics"),
    ("docs/accessibility", "accessibility"),
    ("embed/README", "docs/reference"),
];

/// A file of the manual in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Where it lies, as seen from the project's folder, without language and ending: `docs/figures`.
    pub path: String,
    /// The id of its language.
    pub language: String,
}

impl File {
    /// The list of a language.
    pub fn list(language: &str) -> Self {
        Self { path: LIST.to_owned(), language: language.to_owned() }
    }

    /// What a path leads to, such as `docs/figures.es.md`; nothing, where it is no text of the manual's kind.
    fn at(path: &str) -> Option<Self> {
        let path = path.strip_suffix(".md")?;
        Some(match path.rsplit_once('.').filter(|(_, language)| page::is_language(language)) {
            Some((path, language)) => Self { path: path.to_owned(), language: language.to_owned() },
            None => Self { path: path.to_owned(), language: "en".to_owned() },
        })
    }

    /// What it links to: a file of the manual.
    pub fn linked(&self, target: &str) -> Option<Self> {
        Self::at(&self.beside(target))
    }

    /// A path as seen from it, as seen from the project's folder.
    pub fn beside(&self, target: &str) -> String {
        let mut folders: Vec<&str> = self.path.split('/').collect();
        folders.pop();
        for part in target.split('/') {
            match part {
                ".." => drop(folders.pop()),
                "." => {}
                part => folders.push(part),
            }
        }
        folders.join("/")
    }

    /// Its name in the project.
    pub fn name(&self) -> String {
        let suffix = if self.language == "en" { String::new() } else { format!(".{}", self.language) };
        format!("{}{suffix}.md", self.path)
    }

    /// What it says.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn text(&self) -> Result<String, Failure> {
        read(&root().join(self.name()))
    }

    /// Whether there is such a file in a language.
    pub fn is_in(&self, language: &str) -> bool {
        let other = Self { path: self.path.clone(), language: language.to_owned() };
        root().join(Path::new(&other.name())).is_file()
    }

    /// The [name](crate::page::name) of its page.
    pub fn stem(&self) -> &str {
        ELSEWHERE.iter().find(|(path, _)| *path == self.path).map_or(&self.path, |(_, stem)| stem)
    }
}

/// All files that the list of a language leads to in that language, the list itself first.
///
/// # Errors
/// When the list cannot be read.
pub fn all(language: &str) -> Result<Vec<File>, Failure> {
    let list = File::list(language);
    let text = list.text()?;
    let mut files = vec![list.clone()];
    for event in Parser::new(&text) {
        if let Event::Start(Tag::Link { dest_url, .. }) = event {
            let linked = list.linked(&dest_url).filter(|file| file.language == language);
            files.extend(linked.filter(|file| !files.contains(file)));
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_files_in_a_language() {
        let list = File::list("es");
        assert_eq!((list.name().as_str(), list.stem()), ("docs/README.es.md", "docs/index"));
        let linked = list.linked("figures.es.md").map(|file| (file.stem().to_owned(), file.language));
        assert_eq!(linked, Some(("docs/figures".to_owned(), "es".to_owned())));
        let linked = list.linked("../embed/README.md").map(|file| (file.stem().to_owned(), file.language));
        assert_eq!(linked, Some(("docs/reference".to_owned(), "en".to_owned())));
        assert_eq!(list.linked("first-card.csv"), None);
        assert_eq!(list.beside("../data/schema/rules.schema.json"), "data/schema/rules.schema.json");
    }

    #[test]
    fn every_text_in_the_folder_is_in_the_list_of_its_language() -> Result<(), Failure> {
        let mut in_folder: Vec<String> = crate::files::files(&root().join("docs"), "md")?
            .iter()
            .filter_map(|path| path.file_name().map(|name| format!("docs/{}", name.to_string_lossy())))
            .collect();
        in_folder.push("embed/README.md".to_owned());
        let mut listed: Vec<String> = ["en", "es"]
            .into_iter()
            .map(all)
            .collect::<Result<Vec<_>, _>>()?
            .concat()
            .iter()
            .map(File::name)
            .collect();
        in_folder.sort();
        listed.sort();
        assert_eq!(in_folder, listed);
        Ok(())
    }
}
