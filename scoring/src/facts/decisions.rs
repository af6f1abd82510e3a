//! Provisions that are decided together, and all that this takes along.

use crate::ProvisionSet;

use super::{Answers, Implied};

/// What shall hold and what shall not, on top of some answers; never at odds with itself.
///
/// What does not apply is out of play: it need not hold for what implies it, and excludes nothing.
#[derive(Clone, Debug)]
pub struct Decisions<'a> {
    implied: &'a Implied,
    answers: &'a Answers,
    on: Vec<usize>,
    off: Vec<usize>,
}

impl<'a> Decisions<'a> {
    /// Nothing is decided yet.
    pub fn on_top_of(answers: &'a Answers, implied: &'a Implied) -> Self {
        Self { implied, answers, on: Vec::new(), off: Vec::new() }
    }

    /// Decides that a provision holds, or that it does not.
    ///
    /// # Errors
    /// The earlier decision with which it cannot stand; it is then not decided.
    pub fn decide(&mut self, provision: usize, held: bool) -> Result<(), usize> {
        let at_odds = if held {
            let mut off = self.off.iter();
            let earlier = off.find(|off| self.rules_out(**off, false, provision));
            earlier.or_else(|| self.on.iter().find(|on| self.rules_out(provision, true, **on)))
        } else {
            self.on.iter().find(|on| self.rules_out(provision, false, **on))
        };
        if let Some(earlier) = at_odds {
            return Err(*earlier);
        }
        if held { &mut self.on } else { &mut self.off }.push(provision);
        Ok(())
    }

    /// The answers after that. What shall hold is added with everything that it implies, and what those exclude is taken
    /// out; what shall not hold is taken out with everything that implies it. What was unknown and can then be one
    /// thing only is decided. The order of the decisions does not matter.
    pub fn taken(&self) -> Answers {
        let closed = self.implied.closed(&self.on.iter().copied().collect());
        let stays = |index: &usize| {
            !self.off.iter().any(|off| self.rules_out(*off, false, *index))
                && !self.on.iter().any(|on| self.rules_out(*on, true, *index))
        };
        let rest = |set: &ProvisionSet| set.iter().filter(stays).collect::<ProvisionSet>();
        let (held, unknown) = (rest(self.answers.held()), rest(self.answers.unknown()));
        Answers::new(held.union(&closed), unknown.minus(&closed), self.answers.not_applicable().clone())
    }

    fn rules_out(&self, decided: usize, held: bool, other: usize) -> bool {
        self.implied.rules_out(decided, held, other, self.answers.not_applicable())
    }
}
