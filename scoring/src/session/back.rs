//! Putting some answers back to the card's.

use crate::ProvisionSet;
use crate::facts::{Answer, Answers};
use crate::rules::Rules;

use super::differing;

/// The answers with those to some provisions put back to the card's, and with every other that cannot stand beside
/// them put back as well. The card's answers stand together, so that comes to an end.
pub(super) fn put_back(rules: &Rules, card: &Answers, now: &Answers, of: &ProvisionSet) -> Answers {
    let differing = differing(card, now);
    let mut stay = differing.minus(of);
    loop {
        let answer = |provision| if stay.contains(provision) { now } else { card }.answer(provision);
        let at_odds = |provision: &usize| {
            let mut back = (0..rules.provisions().len()).filter(|other| !stay.contains(*other));
            back.any(|other| {
                let pair = [(*provision, answer(*provision)), (other, answer(other))];
                !can_stand(rules, card.not_applicable(), pair)
            })
        };
        let gone: ProvisionSet = stay.iter().filter(at_odds).collect();
        if gone.is_empty() {
            break;
        }
        stay = stay.minus(&gone);
    }
    let part = |card: &ProvisionSet, now: &ProvisionSet| card.minus(&stay).union(&now.common(&stay));
    let (held, unknown) = (part(card.held(), now.held()), part(card.unknown(), now.unknown()));
    Answers::new(held, unknown, card.not_applicable().clone())
}

/// Whether two provisions can be answered so, as far as it depends on these two alone.
fn can_stand(rules: &Rules, not_applicable: &ProvisionSet, [one, other]: [(usize, Answer); 2]) -> bool {
    let implied = rules.implied();
    let needs = |(provision, answer): (usize, Answer), (needed, without): (usize, Answer)| {
        strength(answer) > strength(without) && implied.with(provision).contains(needed)
    };
    let (weak, strong) = (strength(one.1).min(strength(other.1)), strength(one.1).max(strength(other.1)));
    match () {
        () if [one.1, other.1].contains(&Answer::NotApplicable) => true,
        () if needs(one, other) || needs(other, one) => false,
        // What is unknown may hold.
        () => weak == 0 || strong < 2 || !implied.exclude(one.0, other.0, not_applicable),
    }
}

/// How much of a yes an answer is: what needs another provision is never answered with more than that one.
fn strength(answer: Answer) -> u8 {
    match answer {
        Answer::Yes => 2,
        Answer::Unknown => 1,
        Answer::No | Answer::NotApplicable => 0,
    }
}
