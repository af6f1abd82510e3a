//! The answers of a card that count for something.

use crate::ProvisionSet;
use crate::cards::Card;
use crate::facts::Answers;
use crate::rules::{Evaluation, Outline};
use crate::telling::{Cohort, Telling};

/// The answers of all cards that count for something, with what each card comes to.
pub(super) fn all_counted(cohort: &Cohort, evaluations: &[Evaluation]) -> Vec<Answers> {
    let cards = cohort.cards.iter().zip(evaluations);
    cards.map(|(card, evaluation)| counted(&cohort.telling, card, evaluation)).collect()
}

/// The answers of a card, in which also that does not apply what another answer leaves without a meaning: its publisher
/// has answered nothing there.
fn counted(telling: &Telling, card: &Card, evaluation: &Evaluation) -> Answers {
    let mut out = ProvisionSet::default();
    for part in &telling.outline {
        left_out(telling, part, evaluation, &mut out);
    }
    let Card { answers, .. } = card;
    let out = out.union(answers.not_applicable());
    Answers::new(answers.held().clone(), answers.unknown().clone(), out)
}

fn left_out(telling: &Telling, part: &Outline, evaluation: &Evaluation, out: &mut ProvisionSet) {
    for question in &part.questions {
        if question.node.is_some_and(|node| !evaluation.score(node).applies()) {
            *out = out.union(&question.asked.provisions(&telling.rules).into_iter().collect());
        }
    }
    part.parts.iter().for_each(|part| left_out(telling, part, evaluation, out));
}
