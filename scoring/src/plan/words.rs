//! What a planner found, in a sentence.

use super::{Outcome, Plans, Question};

impl Outcome {
    /// The outcome in a sentence or two, for a goal with this question.
    pub fn in_words(&self, question: Question) -> String {
        let reading = match question {
            Question::BestReading => "in our best reading of the card",
            Question::EveryReading => "in every reading of the card",
        };
        match self {
            Outcome::Already => format!("This scenario is there already, {reading}."),
            Outcome::Impossible { best, band } => {
                let least = if question == Question::EveryReading { "at least " } else { "" };
                format!(
                    "Out of reach: the most that can be reached is {least}{}, grade {}, {reading}.",
                    best.in_words(),
                    band.grade
                )
            }
            Outcome::Reachable(Plans { fewest, count, .. }) => {
                let changes = match fewest {
                    1 => "One change is enough".to_owned(),
                    fewest => format!("{fewest} changes are enough, and no fewer"),
                };
                let plans = match count {
                    1 => "There is one such plan.".to_owned(),
                    count => format!("There are {} such plans.", grouped(*count)),
                };
                format!("{changes}, {reading}. {plans}")
            }
        }
    }
}

/// A number with commas between its thousands.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
