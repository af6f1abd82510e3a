//! A framework of the site with its cards and all its words as a spreadsheet, to change and bring back.

use std::collections::BTreeMap;
use std::path::Path;

use scoring::cards::{Finding, Findings, SubjectFindings};
use scoring::data::Card;
use scoring::rules::file::{Framework, FrameworkWords};
use scoring::rules::{Rules, compile};
use scoring::{Words, cards, say};
use workbook::write::{Contents, csv, xlsx};

use crate::failure::{Failure, failed};
use crate::files::{files, parsed, read, root};
use crate::framework_page::folder_of;

/// What a spreadsheet is made of.
pub struct Template {
    framework: Framework,
    rules: Rules,
    cards: Vec<cards::Card>,
    findings: Findings,
    words: BTreeMap<String, FrameworkWords>,
}

impl Template {
    /// Reads a framework: its folder, or the file of one that is made of ladders, with its card.
    ///
    /// # Errors
    /// When there is no such framework, or something of it is not right.
    pub fn read(id: &str) -> Result<Self, Failure> {
        let folder = folder_of(id);
        if !folder.join("framework.json").is_file() {
            return Self::of_ladders(id);
        }
        let (framework, rules) = ruled(&folder.join("framework.json"))?;
        let cards = cards::read(&rules, &read(&folder.join("cards.csv"))?).cards;
        let mut words = BTreeMap::new();
        for path in files(&folder, "json")? {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let tag = name.strip_prefix("words.").and_then(|name| name.strip_suffix(".json"));
            if let Some(tag) = tag {
                words.insert(tag.to_owned(), parsed(&path)?);
            }
        }
        Ok(Self { framework, rules, cards, findings: Findings::new(), words })
    }

    /// A framework of ladders with its one card: what was found beside each provision, and what was printed.
    fn of_ladders(id: &str) -> Result<Self, Failure> {
        let data = root().join("data");
        let (framework, rules) = ruled(&data.join(format!("frameworks/{id}.json")))?;
        let card = card_of(id)?.ok_or_else(|| Failure::Missing(format!("{id} has no card")))?;
        let mut words = BTreeMap::new();
        for folder in std::fs::read_dir(data.join("languages")).map_err(|error| failed(&data, error))? {
            let folder = folder.map_err(|error| failed(&data, error))?.path();
            let file = folder.join(format!("{id}.json"));
            if let Some(tag) = folder.file_name().filter(|_| file.is_file()) {
                words.insert(tag.to_string_lossy().into_owned(), parsed(&file)?);
            }
        }
        let cards = cards::read(&rules, &table(&card)).cards;
        Ok(Self { framework, rules, cards, findings: findings(&card), words })
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
        let Self { framework, rules, cards, findings, words } = self;
        // What is the law of each of several was not published with any of them.
        let subject_findings = &SubjectFindings::new();
        write(&Contents { framework, rules, cards, findings, subject_findings, words })
    }
}

/// A framework with its rules.
fn ruled(file: &Path) -> Result<(Framework, Rules), Failure> {
    let framework: Framework = parsed(file)?;
    let compiled = compile(&framework);
    let rules = compiled.map_err(|found| Failure::Data(format!("{} mistakes", found.len())))?;
    Ok((framework, rules))
}

/// The card on a framework of ladders; nothing, where it has none.
fn card_of(framework: &str) -> Result<Option<Card>, Failure> {
    let all = files(&root().join("data/cards"), "json")?.into_iter().map(|path| parsed::<Card>(&path));
    let mut of_it = all.filter(|card| card.as_ref().map_or(true, |card| card.framework == framework));
    of_it.next().transpose()
}

/// The table of the card on a framework of ladders; nothing, where it has none.
///
/// # Errors
/// When a card cannot be read.
pub fn table_of(framework: &str) -> Result<Option<String>, Failure> {
    Ok(card_of(framework)?.as_ref().map(table))
}

/// A card as the table of one row, with what was printed.
fn table(card: &Card) -> String {
    // The subject is the id without its year, as in addresses.
    let subject = card.id.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '-');
    let printed = &card.published;
    let mut heads = ["subject", "name", "year", "figure:total", "band:total"].map(str::to_owned).to_vec();
    let mut cells = vec![
        subject.to_owned(),
        card.jurisdiction.clone(),
        card.year.to_string(),
        printed.total.to_string(),
        printed.grade.clone(),
    ];
    for section in &printed.sections {
        heads.push(format!("earned:{}", section.id));
        cells.push(section.points.to_string());
    }
    for provision in &card.provisions {
        heads.push(provision.id.clone());
        cells.push(if provision.in_law { "y" } else { "n" }.to_owned());
    }
    format!("{}\n{}\n", heads.join(","), cells.join(","))
}

/// What the card found, with the statutes; those that nothing confirms say so.
fn findings(card: &Card) -> Findings {
    let unconfirmed = say::law::unconfirmed(&Words::english());
    let found = card.provisions.iter().map(|one| {
        let cited = one.citations.iter().map(|citation| match citation.unconfirmed {
            true => format!("{} {unconfirmed}", citation.text),
            false => citation.text.clone(),
        });
        let citation = Some(cited.collect::<Vec<_>>().join("; ")).filter(|cited| !cited.is_empty());
        let finding = Some(one.finding.clone());
        (one.id.clone(), Finding { finding, citation, basis: Some(one.basis) })
    });
    found.collect()
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use scoring::diagnose::Severity;
    use scoring::rules::evaluate;

    /// What is downloaded comes back equal, with what was printed and found, and gives the printed result.
    #[test]
    fn connecticut_comes_back_as_it_is_downloaded() {
        let template = Template::read("pic-2019").expect("it can be read");
        let bytes = template.xlsx(&Words::english()).expect("it can be written");
        for (name, bytes) in [("card.xlsx", bytes), ("card.csv", template.csv().into_bytes())] {
            let brought = workbook::read(name, &bytes);
            let wrong: Vec<_> = brought.found.iter().filter(|one| one.severity() != Severity::Note).collect();
            assert!(wrong.is_empty(), "{wrong:?}");
            assert_eq!(brought.rules.as_ref(), Some(&template.rules));
            assert_eq!((&brought.cards, &brought.findings), (&template.cards, &template.findings));
            assert_eq!(brought.words, template.words);
        }
        let [card] = template.cards.as_slice() else { panic!("it has one card") };
        assert_eq!((card.subject.as_str(), card.year, card.printed.len()), ("ct", Some(2019), 8));
        let result = evaluate(&template.rules, &card.answers);
        let band = result.band(0).and_then(|band| template.rules.tallies()[0].bands.get(band));
        assert_eq!(
            result.figure(0).map(|figure| figure.shown.in_decimals().to_string()),
            Some("79".to_owned())
        );
        assert_eq!(band.map(|band| band.name.as_str()), Some("C"));
        assert!(template.findings.values().any(|found| found.citation.is_some()));
        assert!(Template::read("no-such-framework").is_err());
    }
}
