//! What a planner found, in a sentence.

use super::{Outcome, Plans, Question};
use crate::{Words, say};

impl Outcome {
    /// The outcome in a sentence or two, for a goal with this question.
    pub fn in_words(&self, words: &Words, question: Question) -> String {
        let reading = match question {
            Question::BestReading => say::plan::best_reading(words),
            Question::EveryReading => say::plan::every_reading(words),
        };
        match self {
            Outcome::Already => say::plan::already(words, &reading),
            Outcome::Impossible { best, band } => {
                let told = match question {
                    Question::BestReading => say::plan::out_of_reach,
                    Question::EveryReading => say::plan::surely_out_of_reach,
                };
                told(words, &best.in_words(words), &band.grade, &reading)
            }
            Outcome::TooLarge { found: Some(_) } => say::plan::not_shown_fewest(words),
            Outcome::TooLarge { found: None } => say::plan::too_large(words),
            Outcome::Reachable(Plans { fewest, count, .. }) => {
                format!("{} {}", say::plan::fewest(words, fewest, &reading), say::plan::plans(words, count))
            }
        }
    }
}
