//! A memo for whoever drafts a change of the law, and a letter to a legislator: the same for rules of any shape.

mod ladders;
mod letter;

use crate::document::Document;
use crate::{Words, say};

pub use ladders::memo;
pub use letter::Letter;

/// What memo and letter say, in the words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memo {
    /// The title of the memo: what would become of the result.
    pub title: String,
    /// Whose law it is.
    pub subject: String,
    /// The framework that counts it, with its publisher.
    pub framework: String,
    /// Who publishes the framework.
    pub publisher: String,
    /// The year of the card.
    pub year: String,
    /// What the card comes to, in a clause.
    pub before: String,
    /// What it comes to with the changes, in a clause.
    pub after: String,
    /// What is to be put into law.
    pub added: Vec<Wanted>,
    /// What is to be taken out of it.
    pub removed: Vec<Wanted>,
    /// What moves: its name, before, after.
    pub figures: Vec<[String; 3]>,
    /// How sure that is, in sentences.
    pub certain: Vec<String>,
    /// Where rules and answers come from.
    pub sources: Vec<String>,
    /// Where the scenario opens again, in a sentence.
    pub opens: String,
    /// The day, as it is to be written.
    pub date: String,
}

/// A provision that is to be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The fact that is to hold, or no longer.
    pub label: String,
    /// What the card says of it, in sentences.
    pub today: Option<String>,
    /// The sections of the law that are concerned, with the addresses of their official texts.
    pub law: Option<String>,
    /// Who else has it, in sentences.
    pub others: Option<String>,
}

impl Memo {
    /// Whether there is nothing to be changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }

    /// The memo, to be printed, copied or saved: a page, where the changes are few.
    pub fn document(&self, words: &Words) -> Document {
        let mut document = Document::default();
        document.title(self.title.clone());
        document.paragraph(say::memo::about(
            words,
            &self.date,
            &self.subject,
            &self.framework,
            &self.publisher,
        ));
        for (heading, wanted) in
            [(say::memo::put_in(words), &self.added), (say::memo::take_out(words), &self.removed)]
        {
            if !wanted.is_empty() {
                document.heading(heading);
                document.list(wanted.iter().map(|wanted| wanted.in_words(words)).collect());
            }
        }
        document.heading(say::memo::figures(words));
        let head = vec![say::memo::what(words), say::memo::before(words), say::memo::after(words)];
        document.table(head, self.figures.iter().map(|row| row.to_vec()).collect());
        document.heading(say::memo::certain(words));
        let since = say::memo::since(words, &self.year);
        document.paragraph(format!("{} {since}", self.certain.join(" ")));
        document.heading(say::memo::sources(words));
        self.sources.iter().chain([&self.opens]).for_each(|source| document.paragraph(source.clone()));
        document
    }
}

impl Wanted {
    fn in_words(&self, words: &Words) -> String {
        let sentences = [
            Some(format!("{}.", self.label)),
            self.today.clone(),
            self.law.as_ref().map(|law| say::memo::law(words, law)),
            self.others.clone(),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
