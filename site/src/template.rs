//! A framework of the site with its cards and all its words as a spreadsheet, to change and bring back.

use std::collections::BTreeMap;
use std::path::Path;

use scoring::rules::file::{Framework, FrameworkWords};
use scoring::rules::{Rules, compile};
use scoring::{Words, cards};
use workbook::write::{Contents, csv, xlsx};

use crate::failure::{Failure, failed};
use crate::files::{files, parsed, read};
use crate::framework_page::folder_of;

/// What a spreadsheet is made of.
pub struct Template {
    framework: Framework,
    rules: Rules,
    cards: Vec<cards::Card>,
    words: BTreeMap<String, FrameworkWords>,
}

impl Template {
    /// Reads the folder of a framework.
    ///
    /// # Errors
    /// When there is no such framework, or something of it is not right.
    pub fn read(id: &str) -> Result<Self, Failure> {
        let folder = folder_of(id);
        let framework: Framework = parsed(&folder.join("framework.json"))?;
        let compiled = compile(&framework);
        let rules = compiled.map_err(|found| Failure::Data(format!("{} mistakes", found.len())))?;
        let cards = cards::read(&rules, &read(&folder.join("cards.csv"))?).cards;
        let mut words = BTreeMap::new();
        for path in files(&folder, "json")? {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let tag = name.strip_prefix("words.").and_then(|name| name.strip_suffix(".json"));
            if let Some(tag) = tag {
                words.insert(tag.to_owned(), parsed(&path)?);
            }
        }
        Ok(Self { framework, rules, cards, words })
    }

    /// The workbook, which explains itself in these words.
    ///
    /// # Errors
    /// When a text is longer than a cell can be.
    pub fn xlsx(&self, words: &Words) -> Result<Vec<u8>, Failure> {
        self.with(|contents| xlsx(contents, words))
            .map_err(|error| failed(Path::new(&self.framework.id), error))
    }

    /// The workbook as one text.
    pub fn csv(&self) -> String {
        self.with(csv)
    }

    fn with<T>(&self, write: impl FnOnce(&Contents<'_>) -> T) -> T {
        let Self { framework, rules, cards, words } = self;
        write(&Contents { framework, rules, cards, findings: &BTreeMap::new(), words })
    }
}
