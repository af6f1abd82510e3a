//! A framework and its cards in the words of one language: what results, parts and provisions are called, and the
//! documents about a scenario. No score is made here; all of it is a rendering of [`crate::rules::evaluate`].

mod cohort;
mod comparison;
mod findings;
mod memo;
mod opened;
mod overview;
mod picture;
mod questions;
mod reasons;
mod report;
mod scenario;
mod sheet;
mod span;
mod spreadsheet;
mod summary;
mod unread;
mod worth;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::cards::{Card, Finding, Printed};
use crate::exact::{Fraction, Points};
use crate::plans::may_go;
use crate::ranges::Ranges;
use crate::rules::file::Framework;
use crate::rules::{NodeId, Outcome, Outline, Rules, Score, outline};
use crate::{ProvisionSet, Words, say};

pub use cohort::Cohort;
pub use comparison::compared;
pub use memo::memo;
pub use opened::Opened;
pub use overview::{Cell, Column, Holders, Overview, Row, Step};
pub use picture::{card_picture, picture};
pub use questions::{Filter, Filters, Found, Gain, Others, Questions, Search, State};
pub use reasons::{Averaged, Counted, Explanation, Joined, Limit, Reasons, Statement, Way, What};
pub use report::Report;
pub use scenario::Scenario;
pub use sheet::sheet;
pub use span::Span;
pub use spreadsheet::{spreadsheet, spreadsheet_with_semicolons};
pub use summary::summary;
pub use unread::unread_in_words;
pub use worth::Worth;
pub use written::written;

/// A framework in a language.
pub struct Telling {
    /// The texts of the language.
    pub words: Arc<Words>,
    /// The framework as its file has it, in the language.
    pub file: Framework,
    /// Its rules, compiled.
    pub rules: Arc<Rules>,
    /// The parts and their questions.
    pub outline: Vec<Outline>,
    /// The provisions that plans may take out of law, since that can gain.
    pub may_go: ProvisionSet,
    /// What the author of the cards found, by provision and by the subject in whose law; by no subject, what stands there for all.
    findings: BTreeMap<(usize, Option<String>), Finding>,
    /// The year of the law that all cards are of, where they say one and it is not that of the framework.
    law_year: Option<u16>,
    /// What everything can come to, whatever is answered; nothing, when that is too much to search.
    reach: Option<Ranges>,
}

impl Telling {
    /// A framework in the language of `words`. `rules` are those that the file [compiles](crate::rules::compile) to.
    pub fn new(words: Arc<Words>, file: Framework, rules: Arc<Rules>) -> Self {
        let findings = BTreeMap::new();
        let (outline, may_go, reach) = (outline(&file, &rules), may_go(&rules), span::reach(&rules));
        Self { outline, may_go, reach, words, file, rules, findings, law_year: None }
    }

    /// The framework's name with its year, and with that of the law where it is another.
    pub fn framework(&self) -> String {
        let framework = format!("{} {}", self.file.title, self.file.year);
        match self.law_year {
            Some(year) => say::framework::law_of(&self.words, &framework, &year.to_string()),
            None => framework,
        }
    }

    /// A provision's text.
    pub fn label(&self, provision: usize) -> &str {
        self.file.provisions.get(provision).map_or("", |provision| provision.label.as_str())
    }

    /// The texts of some provisions.
    pub fn labels(&self, provisions: &ProvisionSet) -> Vec<String> {
        provisions.iter().map(|provision| self.label(provision).to_owned()).collect()
    }

    /// A figure or points as the language writes them.
    pub fn number(&self, number: Fraction) -> String {
        self.words.number(&number.in_decimals())
    }

    /// Points as the language writes them.
    pub fn in_points(&self, points: Points) -> String {
        self.number(self.rules.unit().fraction(points))
    }

    /// A result in a clause: a letter and a figure, or that there is none.
    pub fn result(&self, tally: usize, outcome: &Outcome) -> String {
        match outcome {
            Outcome::NotApplicable => say::scenario::nothing_applies(&self.words),
            Outcome::Withheld { unknown } => say::scenario::withheld(&self.words, &unknown.len()),
            Outcome::Result { figure, band } => {
                let band = band.and_then(|band| self.band(tally, band));
                self.figure_and_band(self.number(figure.shown), band)
            }
        }
    }

    /// Why there is no result, in a sentence; nothing, where there is one.
    pub fn no_result(&self, outcome: &Outcome) -> Option<String> {
        match outcome {
            Outcome::NotApplicable => Some(say::framework::nothing_applies(&self.words)),
            Outcome::Withheld { unknown } => Some(say::framework::withheld(&self.words, &unknown.len())),
            Outcome::Result { .. } => None,
        }
    }

    /// What a tally of a card was printed as; nothing, where the publisher printed none.
    pub fn published(&self, card: &Card, tally: usize) -> Option<String> {
        let (mut figure, mut band) = (None, None);
        for printed in &card.printed {
            match *printed {
                Printed::Figure { tally: of, figure: found } if of == tally => {
                    figure = Some(self.number(found));
                }
                Printed::Band { tally: of, band: found } if of == tally => band = self.band(tally, found),
                _ => {}
            }
        }
        match figure {
            Some(figure) => Some(self.figure_and_band(figure, band)),
            None => band,
        }
    }

    /// What the publisher printed as the leading result of a card, or that it printed none, in a sentence.
    pub fn published_in_words(&self, card: &Card) -> String {
        match self.published(card, 0) {
            Some(result) => say::framework::published(&self.words, &result),
            None => say::framework::computed(&self.words),
        }
    }

    /// The figure that a tally of a card was printed as.
    pub fn published_figure(&self, card: &Card, tally: usize) -> Option<Fraction> {
        card.printed.iter().find_map(|printed| match *printed {
            Printed::Figure { tally: of, figure } if of == tally => Some(figure),
            _ => None,
        })
    }

    /// An exact figure of the leading tally as it is printed.
    pub fn rounded(&self, exact: Fraction) -> String {
        let scale = self.rules.tallies().first().map(|tally| tally.scale).unwrap_or_default();
        self.number(scale.rounded(exact))
    }

    /// What the leading figure is out of: what its scale is a share of, or the most that can be reached.
    pub fn most(&self) -> Option<Fraction> {
        let of = self.rules.tallies().first().and_then(|tally| tally.scale.of);
        of.or_else(|| Some(self.span()?.most))
    }

    /// What a part earns of what is possible in it.
    pub fn points(&self, score: Score) -> String {
        if !score.applies() {
            return say::framework::not_applicable(&self.words);
        }
        let (earned, possible) = (self.in_points(score.earned), self.in_points(score.possible));
        match score.possible > Points::ZERO {
            true => say::framework::earned(&self.words, &earned, &possible),
            // What can only cost points.
            false => say::framework::earned_at_most(&self.words, &earned, &possible),
        }
    }

    /// One word for a part of the whole, where the file has one; else its title.
    pub fn short(&self, part: &Outline) -> Option<String> {
        let mut sections = self.file.sections.iter();
        let named = sections.find(|known| known.id.is_some() && known.id == part.id);
        named.and_then(|known| known.short.clone()).or_else(|| part.title.clone())
    }

    /// What a tally is called.
    pub fn tally(&self, index: usize) -> String {
        let title = self.file.tallies.get(index).and_then(|tally| tally.title.clone());
        let alone = || (self.rules.tallies().len() == 1).then(|| say::framework::result(&self.words));
        let id = || self.rules.tallies().get(index).map(|tally| tally.id.clone());
        title.or_else(alone).or_else(id).unwrap_or_default()
    }

    /// A band's name.
    pub fn band(&self, tally: usize, band: usize) -> Option<String> {
        Some(self.rules.tallies().get(tally)?.bands.get(band)?.name.clone())
    }

    /// All titled parts that have a score, each before the parts in it, with how deep it lies.
    pub fn parts(&self) -> Vec<(usize, NodeId, &Outline)> {
        fn collect<'a>(parts: &'a [Outline], depth: usize, all: &mut Vec<(usize, NodeId, &'a Outline)>) {
            for part in parts {
                if let (Some(node), Some(_)) = (part.node, &part.title) {
                    all.push((depth, node, part));
                }
                collect(&part.parts, depth + 1, all);
            }
        }
        let mut all = Vec::new();
        collect(&self.outline, 0, &mut all);
        all
    }

    fn figure_and_band(&self, figure: String, band: Option<String>) -> String {
        match band {
            Some(band) => say::framework::figure_and_band(&self.words, &figure, &band),
            None => figure,
        }
    }
}

/// What a part is called: its number, where it has one that readers know, and its title.
fn title(part: &Outline) -> String {
    let title = part.title.clone().unwrap_or_default();
    match part.id.as_deref().filter(|id| id.starts_with(|sign: char| sign.is_ascii_digit())) {
        Some(number) => format!("{number} {title}"),
        None => title,
    }
}
