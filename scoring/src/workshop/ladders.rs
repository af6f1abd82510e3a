//! A workshop on a card of ladders.

use crate::bundle::Bundle;
use crate::exact::{Fraction, Unit};
use crate::facts::Answers;
use crate::shelf::AddressReader;
use crate::{
    AddressProblem, Aim, Baseline, Evaluation, Headline, ProvisionSet, Question, Scenario, Situation, Target,
    Words, certainty, evaluate, format_address, parse_address, say,
};

use super::Desk;

/// An address of the card that was read.
pub struct Opened {
    situation: Situation,
    tree: Evaluation,
    unread: Vec<String>,
}

impl Desk for Baseline {
    type Opened = Opened;

    fn words(&self) -> &Words {
        Baseline::words(self)
    }

    fn open(&self, address: &str) -> Result<Opened, String> {
        let words = Baseline::words(self);
        if !self.holds_scenario(address) {
            return Err(say::address::no_scenario(words, &address));
        }
        let (situation, unread) = parse_address(self, address);
        if let Some(problem) = unread.iter().find(|problem| problem.is_of_another_card()) {
            return Err(problem.in_words(words));
        }
        let tree = evaluate(self, &situation.scenario);
        let unread = unread.iter().map(|problem: &AddressProblem| problem.in_words(words)).collect();
        Ok(Opened { situation, tree, unread })
    }

    fn elsewhere(&self, _: &Opened, _: &Opened) -> Option<String> {
        None
    }

    fn unread<'a>(&self, opened: &'a Opened) -> &'a [String] {
        &opened.unread
    }

    fn address(&self, opened: &Opened) -> String {
        format_address(self, &opened.situation)
    }

    fn card(&self, _: &Opened) -> String {
        let published = Headline::new(self, &evaluate(self, &Scenario::default()));
        let (words, result) = (Baseline::words(self), published.in_words(Baseline::words(self)));
        say::scenario::title(words, &self.card().jurisdiction, &result)
    }

    fn target(&self, opened: &Opened) -> Option<String> {
        let words = Baseline::words(self);
        let Aim { target, question, .. } = &opened.situation.aim;
        let points = opened.situation.aim.points(self)?;
        let target = match target.as_ref()? {
            Target::Grade(grade) => say::ways_up::grade(words, grade, &points.in_words(words)),
            Target::Points(points) => points.in_words(words),
        };
        Some(match question {
            Question::BestReading => target,
            Question::EveryReading => format!("{target}. {}", say::ways_up::certain(words)),
        })
    }

    fn reached(&self, task: &Opened, handed_in: &Opened) -> Option<bool> {
        let aim = &task.situation.aim;
        let wanted = aim.points(self)?;
        Some(match aim.question {
            Question::BestReading => handed_in.tree.total >= wanted,
            Question::EveryReading => {
                certainty(self, &handed_in.tree).is_some_and(|certainty| certainty.total.low >= wanted)
            }
        })
    }

    fn locked<'a>(&self, opened: &'a Opened) -> &'a ProvisionSet {
        &opened.situation.aim.locked
    }

    fn bills<'a>(&self, opened: &'a Opened) -> &'a [Bundle] {
        &opened.situation.aim.bundles
    }

    fn law(&self, opened: &Opened) -> Answers {
        let in_law = self.provisions().iter().filter(|provision| opened.situation.scenario.holds(provision));
        Answers::of(in_law.map(|provision| provision.index).collect())
    }

    fn result(&self, opened: &Opened) -> String {
        Headline::new(self, &opened.tree).in_words(Baseline::words(self))
    }

    fn figure(&self, opened: &Opened) -> Option<Fraction> {
        Fraction::new(opened.tree.total.quarters().into(), Unit::QUARTERS.per_point().into())
    }

    fn label(&self, provision: usize) -> String {
        self.provisions().get(provision).map(|provision| provision.label.clone()).unwrap_or_default()
    }
}
