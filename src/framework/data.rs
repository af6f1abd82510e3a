//! What the page of a framework has: its rules, its cards, and the words for both.

use std::sync::Arc;

use scoring::cards::{self, Called, Card, Names, Naming, Printed, Published};
use scoring::exact::{Fraction, Points};
use scoring::facts::Answers;
use scoring::ranges::{NodeRange, ranges};
use scoring::rank::ranked_figure;
use scoring::rules::file::{self, Framework};
use scoring::rules::{NodeId, Outcome, Outline, Rules, Score, compile, evaluate, outline};
use scoring::say;
use scoring::{ProvisionSet, Words, pack};
use wasm_bindgen::JsError;

use crate::browser;

/// The language of all publishers so far, and of every table.
pub const PUBLISHED: &str = "en";

/// A framework with all its cards, read once.
pub struct Data {
    /// The texts in the language of the page.
    pub words: Arc<Words>,
    /// The framework as its file has it, in the language of the page.
    pub file: Framework,
    /// Its rules, compiled.
    pub rules: Arc<Rules>,
    /// The parts and their questions.
    pub outline: Vec<Outline>,
    /// All cards, by group and name as the language sorts them.
    pub cards: Vec<Card>,
    /// What the subject of each card and its group are called in the language of the page.
    pub called: Vec<Called>,
    /// What each card is ranked by; nothing, where it has no result.
    ranked: Vec<Option<Fraction>>,
    /// What each node can come to, whatever is answered; empty, when that is too much to search.
    reach: Vec<NodeRange>,
    /// The lowest and the highest figure of the leading tally.
    scale: Option<(Fraction, Fraction)>,
}

impl Data {
    /// Reads what the build has written into the page: `lines` has the language's tag, its locale, the framework and
    /// the language's names for its subjects, a line each, then the table of cards. `texts` are those of the language.
    ///
    /// # Errors
    /// When anything is damaged.
    pub fn read(lines: &str, texts: &str) -> Result<Self, JsError> {
        let damaged = || JsError::new("the data is damaged");
        let mut parts = lines.splitn(5, '\n');
        let mut line = || parts.next().ok_or_else(damaged);
        let (language, locale, framework, names, table) = (line()?, line()?, line()?, line()?, line()?);
        let words = Words::new(language.to_owned(), pack::read_texts(texts)?, browser::speech(locale))?;
        let file: Framework = serde_json::from_str(framework)?;
        let rules = compile(&file).map_err(|_| damaged())?;
        let names: Names = serde_json::from_str(names)?;
        // In their own language, names stay as their publisher writes them.
        let naming: Box<dyn Naming> = match language {
            PUBLISHED => Box::new(Published),
            _ => browser::naming(locale),
        };
        let cards = cards::read(&rules, table).cards;
        let (cards, called): (Vec<Card>, Vec<Called>) =
            cards::named(cards, file.subjects, &names, &*naming).into_iter().unzip();
        let outline = outline(&file, &rules);
        let ranked = cards.iter().map(|card| ranked(&rules, &card.answers)).collect();
        let all: ProvisionSet = (0..rules.provisions().len()).collect();
        let open = Answers::new(ProvisionSet::default(), all, ProvisionSet::default());
        let reach = ranges(&rules, &open, None, &mut || true).ok().flatten();
        let scale = reach.as_ref().and_then(|reach| reach.tallies.first()?.figures);
        let reach = reach.map(|reach| reach.nodes).unwrap_or_default();
        Ok(Self {
            words: Arc::new(words),
            rules: Arc::new(rules),
            outline,
            cards,
            called,
            ranked,
            reach,
            scale,
            file,
        })
    }

    /// What the cards of all others are ranked by.
    pub fn others(&self, card: usize) -> Vec<Fraction> {
        let others = self.ranked.iter().enumerate().filter(|(index, _)| *index != card);
        others.filter_map(|(_, figure)| *figure).collect()
    }

    /// The least and the most that a node can earn, whatever is answered, with zero between them.
    pub fn span(&self, node: NodeId) -> Option<(Fraction, Fraction)> {
        let (reach, unit) = (self.reach.get(node.index())?, self.rules.unit());
        Some((unit.fraction(reach.least).min(Fraction::ZERO), unit.fraction(reach.most).max(Fraction::ZERO)))
    }

    /// The lowest and the highest figure of the leading tally; where that is not known, what its bands say.
    pub fn scale(&self) -> Option<(Fraction, Fraction)> {
        let bands = || {
            let bands = self.rules.tallies().first()?.bands.as_slice();
            Some((bands.last()?.from, bands.first()?.from))
        };
        self.scale.or_else(bands)
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

    /// A result in a clause: a letter and a figure, or that there is none.
    pub fn result(&self, tally: usize, outcome: &Outcome) -> String {
        match outcome {
            Outcome::NotApplicable => say::framework::nothing_applies(&self.words),
            Outcome::Withheld { unknown } => say::framework::withheld(&self.words, &unknown.len()),
            Outcome::Result { figure, band } => {
                let (shown, band) = (self.number(figure.shown), band.and_then(|band| self.band(tally, band)));
                match band {
                    Some(band) => say::framework::figure_and_band(&self.words, &shown, &band),
                    None => shown,
                }
            }
        }
    }

    /// What a tally of a card was printed as; nothing, where the publisher printed none.
    pub fn published(&self, card: usize, tally: usize) -> Option<String> {
        let (mut figure, mut band) = (None, None);
        for printed in self.cards.get(card)?.printed.iter() {
            match *printed {
                Printed::Figure { tally: of, figure: found } if of == tally => {
                    figure = Some(self.number(found))
                }
                Printed::Band { tally: of, band: found } if of == tally => band = self.band(tally, found),
                _ => {}
            }
        }
        match (figure, band) {
            (Some(figure), Some(band)) => Some(say::framework::figure_and_band(&self.words, &figure, &band)),
            (figure, band) => figure.or(band),
        }
    }

    /// The figure that the leading tally of a card was printed as.
    pub fn published_figure(&self, card: usize) -> Option<Fraction> {
        self.cards.get(card)?.printed.iter().find_map(|printed| match *printed {
            Printed::Figure { tally: 0, figure } => Some(figure),
            _ => None,
        })
    }

    /// An exact figure of the leading tally as it is printed.
    pub fn rounded(&self, exact: Fraction) -> String {
        let scale = self.rules.tallies().first().map(|tally| tally.scale).unwrap_or_default();
        self.number(scale.rounded(exact))
    }

    /// What a part earns of what is possible in it.
    pub fn points(&self, score: Score) -> String {
        if !score.applies() {
            return say::framework::not_applicable(&self.words);
        }
        let number = |points| self.number(self.rules.unit().fraction(points));
        let (earned, possible) = (number(score.earned), number(score.possible));
        match score.possible > Points::ZERO {
            true => say::framework::earned(&self.words, &earned, &possible),
            // What can only cost points.
            false => say::framework::earned_at_most(&self.words, &earned, &possible),
        }
    }

    /// One word for a part, where the file has one.
    pub fn short(&self, part: &Outline) -> Option<String> {
        let named = |known: &&file::Part| known.id.is_some() && known.id == part.id;
        self.file.sections.iter().find(named)?.short.clone()
    }

    /// What a tally is called.
    pub fn tally(&self, index: usize) -> String {
        let title = self.file.tallies.get(index).and_then(|tally| tally.title.clone());
        let id = || self.rules.tallies().get(index).map(|tally| tally.id.clone());
        title.or_else(id).unwrap_or_default()
    }

    /// A band's name.
    pub fn band(&self, tally: usize, band: usize) -> Option<String> {
        Some(self.rules.tallies().get(tally)?.bands.get(band)?.name.clone())
    }
}

fn ranked(rules: &Rules, answers: &Answers) -> Option<Fraction> {
    let evaluation = evaluate(rules, answers);
    ranked_figure(rules.tallies().first()?, evaluation.outcomes.first()?)
}
