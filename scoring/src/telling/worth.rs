//! What each single change is worth.

use crate::exact::Fraction;
use crate::order::ordered;
use crate::rank::{Rank, moves};

use super::Scenario;

/// One change, with all that it takes along, as the next step of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// The provision that is switched.
    pub provision: usize,
    /// Whether it holds then.
    pub on: bool,
    /// What the leading figure gains; nothing, where there is no figure before or then.
    pub gain: Option<Fraction>,
    /// The leading result then.
    pub result: String,
    /// Where the subject then stands among all, the others unchanged.
    pub rank: Option<Rank>,
}

impl Scenario<'_> {
    /// Every provision that does not hold, switched on, and those whose removal gains, switched off: those that gain the
    /// most first, equals in the rules' order.
    pub fn worth(&self) -> Vec<Worth> {
        let before = self.now.figure(0).map(|figure| figure.exact);
        let worth = |moved: crate::rank::Move| {
            let then = moved.outcome.figure().map(|figure| figure.exact);
            let on = !self.answers.held().contains(moved.provision);
            let gain = then.zip(before).and_then(|(then, before)| then.minus(before));
            let result = self.telling.result(0, &moved.outcome);
            (then, Worth { provision: moved.provision, on, gain, result, rank: moved.rank })
        };
        let moved = moves(&self.telling.rules, 0, self.answers, self.others).into_iter().map(worth);
        let all = moved.filter(|(then, worth)| worth.on || *then > before).collect();
        // By the figure then, which stays small; before is the same for all.
        let all = ordered(all, |(one, _): &(Option<Fraction>, Worth), (other, _)| other.cmp(one));
        all.into_iter().map(|(_, worth)| worth).collect()
    }
}
