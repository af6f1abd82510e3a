//! Cards of which only a part could be read, on frameworks of ladders: known answers, unknown ones, and printed points that
//! say which laws the unknown ones can stand for.

use std::path::Path;

use scoring::binding::{BoundCard, LawChange, Refused};
use scoring::cards::{self, Card, Printed};
use scoring::rules::file::Framework;
use scoring::rules::{NodeId, Rules, compile};
use scoring::{ProvisionSet, Words, exact};

use super::shown;
use crate::failure::{Failure, failed};
use crate::files::{parsed, read, root};

/// The cards of a framework that were read in part.
pub struct PartlyRead {
    /// The framework's rules.
    pub rules: Rules,
    /// The cards, in the order of the table.
    pub cards: Vec<Card>,
}

impl PartlyRead {
    /// Reads the cards of the framework with this id; nothing, where there are none.
    ///
    /// # Errors
    /// When a file cannot be read or the rules are wrong.
    pub fn read(data: &Path, framework: &str, mistakes: &mut Vec<String>) -> Result<Option<Self>, Failure> {
        let file = data.join(format!("published/{framework}-cards.csv"));
        if !file.is_file() {
            return Ok(None);
        }
        let rules_file = data.join(format!("frameworks/{framework}.json"));
        let framework: Framework = parsed(&rules_file)?;
        let rules =
            compile(&framework).map_err(|found| failed(&rules_file, format!("{} mistakes", found.len())))?;
        let table = cards::read(&rules, &read(&file)?);
        let words = Words::english();
        mistakes.extend(table.found.iter().map(|one| format!("{} {}", shown(&file), one.in_words(&words))));
        let read = Self { rules, cards: table.cards };
        for card in &read.cards {
            mistakes
                .extend(read.mistake(card).map(|told| format!("{} {}: {told}", shown(&file), card.subject)));
        }
        Ok(Some(read))
    }

    /// The cards of the site, which [`super::check`] holds to be right.
    ///
    /// # Errors
    /// At the first mistake.
    pub fn of_site(framework: &str) -> Result<Option<Self>, Failure> {
        let mut mistakes = Vec::new();
        let read = Self::read(&root().join("data"), framework, &mut mistakes)?;
        mistakes.into_iter().next().map_or(Ok(read), |mistake| Err(Failure::Data(mistake)))
    }

    /// What is wrong with a card: no law has earned its points, or its letter is not that of its total.
    fn mistake(&self, card: &Card) -> Option<String> {
        let bound = match BoundCard::new(&self.rules, card) {
            Ok(bound) => bound,
            Err(refused) => return Some(reason(refused).to_owned()),
        };
        if let Err(cannot) = bound.span(&LawChange::default()) {
            let parts: Vec<&str> = cannot.parts.iter().filter_map(|part| self.name(*part)).collect();
            let parts = parts.join(", ");
            return Some(format!(
                "expected points that a law with these answers can earn, found other ones in {parts}"
            ));
        }
        let band = printed_band(card)?;
        let tally = self.rules.tallies().first()?;
        let due = printed_total(card).and_then(|total| tally.band(total, &ProvisionSet::default()));
        (due != Some(band)).then(|| "expected the letter of its total, found another".to_owned())
    }

    fn name(&self, node: NodeId) -> Option<&str> {
        self.rules.node(node)?.id.as_deref()
    }
}

/// The total that was printed for a card.
pub fn printed_total(card: &Card) -> Option<exact::Fraction> {
    card.printed.iter().find_map(|printed| match printed {
        Printed::Figure { tally: 0, figure } => Some(*figure),
        _ => None,
    })
}

fn printed_band(card: &Card) -> Option<usize> {
    card.printed.iter().find_map(|printed| match printed {
        Printed::Band { tally: 0, band } => Some(*band),
        _ => None,
    })
}

fn reason(refused: Refused) -> &'static str {
    match refused {
        Refused::HangTogether => "expected rules in which no provision implies or excludes another",
        Refused::NotASum => "expected rules whose total is the plain sum of its parts",
        Refused::PrintedElsewhere => "expected printed points of whole sections or of the total",
        Refused::TooMany => "expected fewer unknown answers that several parts look at",
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::PartlyRead;

    /// A letter or points that do not fit are told with the card and the section.
    #[test]
    fn what_cannot_have_been_printed_is_told() {
        let mut read =
            PartlyRead::of_site("pic-2019").expect("the cards are right").expect("there are cards");
        let subjects: Vec<&str> = read.cards.iter().map(|card| card.subject.as_str()).collect();
        assert_eq!(subjects, ["nc", "ok"]);
        let parental = read.rules.provision("parental-rights-ended-for-trafficking").expect("it is there");
        let implied = read.rules.implied().clone();
        let oklahoma = read.cards.last_mut().expect("it is there");
        oklahoma.answers = oklahoma.answers.switched(&implied, parental, false);
        let told = read.cards.last().and_then(|card| read.mistake(card));
        let expected = "expected points that a law with these answers can earn, found other ones in 3";
        assert_eq!(told.as_deref(), Some(expected));
        let carolina = read.cards.first().expect("it is there").clone();
        assert_eq!(read.mistake(&carolina), None);
        let printed = carolina.printed.iter().map(|printed| match printed {
            scoring::cards::Printed::Band { tally, band } => {
                scoring::cards::Printed::Band { tally: *tally, band: band + 1 }
            }
            other => *other,
        });
        let other = scoring::cards::Card { printed: printed.collect(), ..carolina.clone() };
        assert_eq!(read.mistake(&other).as_deref(), Some("expected the letter of its total, found another"));
    }
}
