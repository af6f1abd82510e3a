//! A workshop on one of the cards of a framework.

use crate::bundle::Bundle;
use crate::exact::Fraction;
use crate::facts::Answers;
use crate::rank::ranked_figure;
use crate::rules::evaluate;
use crate::session::Target;
use crate::telling::{Cohort, Opened};
use crate::{ProvisionSet, Words, say};

use super::Desk;

impl Desk for Cohort {
    type Opened = Opened;

    fn words(&self) -> &Words {
        &self.telling.words
    }

    fn open(&self, address: &str) -> Result<Opened, String> {
        Opened::new(self, address).map_err(|not_opened| not_opened.in_words(self))
    }

    fn elsewhere(&self, task: &Opened, handed_in: &Opened) -> Option<String> {
        let (expected, found) = (task.session().subject(), handed_in.session().subject());
        (expected != found).then(|| say::address::other_card(&self.telling.words, &found, &expected))
    }

    fn unread<'a>(&self, opened: &'a Opened) -> &'a [String] {
        opened.unread()
    }

    fn address(&self, opened: &Opened) -> String {
        opened.session().address()
    }

    fn card(&self, opened: &Opened) -> String {
        let words = &self.telling.words;
        let result = self.told_of(opened.card(), opened.session().card(), "", |card| card.result());
        say::scenario::title(words, &self.subject(opened.card()), &result.unwrap_or_default())
    }

    fn target(&self, opened: &Opened) -> Option<String> {
        let (telling, words) = (&self.telling, &self.telling.words);
        Some(match opened.session().aim().target? {
            Target::Band(band) => {
                let band = telling.rules.tallies().first()?.bands.get(band)?;
                say::ways_up::grade(words, &band.name, &telling.number(band.from))
            }
            Target::Figure(figure) => telling.number(figure),
            Target::Rank(rank) => format!("{}: {}", say::framework::a_rank(words), words.number(&rank)),
        })
    }

    fn reached(&self, task: &Opened, handed_in: &Opened) -> Option<bool> {
        let target = task.session().aim().target?.wanted(|| self.others(task.card()));
        let tally = self.telling.rules.tallies().first()?;
        let outcomes = evaluate(&self.telling.rules, handed_in.session().answers()).outcomes;
        Some(target.is_reached(tally, outcomes.first()?))
    }

    fn locked<'a>(&self, opened: &'a Opened) -> &'a ProvisionSet {
        &opened.session().aim().locked
    }

    fn bills<'a>(&self, opened: &'a Opened) -> &'a [Bundle] {
        &opened.session().aim().bundles
    }

    fn law(&self, opened: &Opened) -> Answers {
        opened.session().answers().clone()
    }

    fn result(&self, opened: &Opened) -> String {
        self.told_of(opened.card(), opened.session().answers(), "", |scenario| scenario.result())
            .unwrap_or_default()
    }

    fn figure(&self, opened: &Opened) -> Option<Fraction> {
        let outcomes = evaluate(&self.telling.rules, opened.session().answers()).outcomes;
        ranked_figure(self.telling.rules.tallies().first()?, outcomes.first()?)
    }

    fn label(&self, provision: usize) -> String {
        self.telling.label(provision).to_owned()
    }
}
