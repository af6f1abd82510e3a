//! The letter to a legislator. Whoever sends it fills in the names: nobody is asked for one here.

use crate::address::percent::encoded;
use crate::{Words, say};

use super::{Memo, Wanted};

/// The longest address that mail programs and browsers of all kinds take whole.
const LONGEST_ADDRESS: usize = 1900;

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about, in a line.
    pub subject: String,
    /// The letter itself.
    pub body: String,
}

impl Memo {
    /// The letter with all that is to be changed.
    pub fn letter(&self, words: &Words) -> Letter {
        self.letter_with(words, usize::MAX)
    }

    /// An address that opens the letter in a mail program. Where it would be too long, it has as many of the provisions as
    /// fit, and says where the others are; where even the link of the scenario is too long, a place to paste the letter.
    pub fn mailto(&self, words: &Words) -> String {
        let all = self.added.len() + self.removed.len();
        let letters = (0..=all).rev().map(|named| self.letter_with(words, named));
        let too_long = Letter { subject: self.about(words), body: say::memo::too_long(words) };
        let mut addresses = letters.chain([too_long.clone()]).map(|letter| letter.mailto());
        let fitting = addresses.find(|address| address.len() <= LONGEST_ADDRESS);
        fitting.unwrap_or_else(|| too_long.mailto())
    }

    fn about(&self, words: &Words) -> String {
        say::memo::letter_about(words, &self.subject, &self.framework)
    }

    fn result(&self, words: &Words) -> String {
        let Self { year, framework, subject, before, after, .. } = self;
        match before == after {
            true => say::memo::stays(words, year, framework, subject, after),
            false => say::memo::would_be(words, year, framework, subject, before, after),
        }
    }

    /// The letter with the first provisions alone.
    fn letter_with(&self, words: &Words, named: usize) -> Letter {
        let in_law = named.min(self.added.len());
        let out_of_law = (named - in_law).min(self.removed.len());
        let left_out = self.added.len() + self.removed.len() - in_law - out_of_law;
        let mut parts =
            vec![say::memo::dear(words), say::memo::asks(words, &self.subject), self.result(words)];
        let list = |heading: String, wanted: &[Wanted]| {
            let lines = wanted.iter().map(|wanted| format!("- {}", wanted.label));
            [format!("{heading}:")].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
        };
        let shown = [
            (say::memo::put_in(words), self.added.get(..in_law)),
            (say::memo::take_out(words), self.removed.get(..out_of_law)),
        ];
        for (heading, wanted) in shown {
            parts.extend(wanted.filter(|wanted| !wanted.is_empty()).map(|wanted| list(heading, wanted)));
        }
        parts.extend((left_out > 0).then(|| say::memo::left_out(words, &left_out)));
        let signed = [say::memo::yours(words), say::memo::your_name(words), say::memo::your_address(words)];
        parts.extend([
            say::memo::how_sure(words, &self.year),
            self.opens.clone(),
            say::memo::your_view(words),
            signed.join("\n"),
        ]);
        Letter { subject: self.about(words), body: parts.join("\n\n") }
    }
}

impl Letter {
    /// An address that opens it in a mail program, addressed to nobody yet. Lines end there as in mail.
    pub fn mailto(&self) -> String {
        let body = self.body.replace('\n', "\r\n");
        format!("mailto:?subject={}&body={}", encoded(&self.subject), encoded(&body))
    }
}
