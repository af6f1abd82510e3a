//! A table of the statutes that cards cite: where the official text of each section stands.

use serde::{Deserialize, Serialize};

use super::{Card, Citation};

/// The statutes of one legislature.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Statutes {
    /// The id, which is the name of its file.
    pub id: String,
    /// Who publishes the official text.
    pub publisher: String,
    /// The language of the official text, as a tag.
    pub language: String,
    /// What a citation begins with, such as "Conn. Gen. Stat. §".
    pub cited: String,
    /// The address of a section as it is in force, with `{chapter}` and `{section}`.
    pub in_force: String,
    /// The address of an act, with `{year}` and `{number}`.
    pub act: String,
    /// The first year whose acts have an address.
    pub acts_from: u16,
    /// The sections.
    pub sections: Vec<StatuteSection>,
}

/// A section of the statutes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct StatuteSection {
    /// Its number, such as "53a-192a".
    pub section: String,
    /// The chapter that it stands in; nothing where that is not confirmed, so that there is no address.
    #[serde(default)]
    pub chapter: Option<String>,
    /// What the chapter rests on, or why there is none.
    pub basis: String,
    /// Acts that have made or changed it, as far as they are known, such as "17-32".
    #[serde(default)]
    pub acts: Vec<String>,
}

impl Statutes {
    /// The section that a citation names; nothing where it is none of these statutes, or is not in the table.
    /// Subsections have no places of their own: “§ 53a-28(c)” is in section 53a-28.
    pub fn section(&self, citation: &str) -> Option<&StatuteSection> {
        let number = self.number(citation)?;
        self.sections.iter().find(|section| section.section == number)
    }

    /// The number of the section that a citation names; nothing where it is none of these statutes.
    pub fn number<'a>(&self, citation: &'a str) -> Option<&'a str> {
        let number = citation.strip_prefix(&self.cited)?.trim();
        Some(number.split('(').next().unwrap_or(number))
    }

    /// The address of the official text in force; nothing where the section's chapter is not confirmed.
    pub fn address(&self, section: &StatuteSection) -> Option<String> {
        let chapter = section.chapter.as_deref()?;
        Some(self.in_force.replace("{chapter}", chapter).replace("{section}", &section.section))
    }

    /// The address of an act such as "17-32", the 32nd of 2017; nothing where acts of its year have none.
    pub fn act_address(&self, act: &str) -> Option<String> {
        let (year, number) = act.split_once('-')?;
        let (year, number): (u16, u16) = (year.parse().ok()?, number.parse().ok()?);
        // Acts are named by two digits of their year.
        let year =
            [2000 + year, 1900 + year].into_iter().find(|year| (self.acts_from..2080).contains(year))?;
        Some(self.act.replace("{year}", &year.to_string()).replace("{number}", &number.to_string()))
    }

    /// Gives every citation of these statutes its address.
    pub fn link(&self, card: &mut Card) {
        for citation in card.provisions.iter_mut().flat_map(|finding| &mut finding.citations) {
            if let Some(section) = self.section(&citation.text) {
                citation.address = self.address(section);
            }
        }
    }

    /// The citations of a card that the table does not know, although they are of these statutes.
    pub fn unknown<'a>(&self, card: &'a Card) -> Vec<&'a Citation> {
        let all = card.provisions.iter().flat_map(|finding| &finding.citations);
        all.filter(|one| self.number(&one.text).is_some() && self.section(&one.text).is_none()).collect()
    }
}
