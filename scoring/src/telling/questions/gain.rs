//! What a single switch can gain at most.

use crate::ProvisionSet;
use crate::facts::Answers;
use crate::rank::moves;
use crate::rules::Evaluation;
use crate::telling::Telling;

/// The most that one switch, with all that it takes along, adds to the leading figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gain {
    /// The provisions of which each alone brings it.
    pub provisions: ProvisionSet,
    /// What the leading result then is.
    pub result: String,
}

impl Gain {
    /// The most that one switch gains on top of these answers; nothing, where none gains.
    pub fn most(telling: &Telling, answers: &Answers, evaluation: &Evaluation) -> Option<Self> {
        let before = evaluation.figure(0)?.exact;
        let moved = moves(&telling.rules, 0, answers, &[]);
        let gained = moved.iter().filter_map(|moved| Some((moved.outcome.figure()?.exact, moved)));
        let gained: Vec<_> = gained.filter(|(then, _)| *then > before).collect();
        let most = gained.iter().map(|(then, _)| *then).max()?;
        let best = gained.into_iter().filter(|(then, _)| *then == most).map(|(_, moved)| moved);
        let best: Vec<_> = best.collect();
        // A band may ask for more than a figure.
        let mut results: Vec<String> = best.iter().map(|moved| telling.result(0, &moved.outcome)).collect();
        results.dedup();
        let result = match results.as_slice() {
            [one] => one.clone(),
            _ => telling.rounded(most),
        };
        Some(Self { provisions: best.iter().map(|moved| moved.provision).collect(), result })
    }
}
