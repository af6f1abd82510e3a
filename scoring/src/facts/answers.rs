//! What one card, or a scenario on it, answers.

use serde::{Deserialize, Serialize};

use crate::ProvisionSet;

use super::{Decisions, Implied};

/// One answer of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The provision holds.
    Yes,
    /// It does not.
    No,
    /// Nobody knows.
    Unknown,
    /// It does not apply to this subject.
    NotApplicable,
}

/// Which provisions hold, which nobody knows of, and which do not apply. All others do not hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Answers {
    held: ProvisionSet,
    unknown: ProvisionSet,
    not_applicable: ProvisionSet,
}

/// What a framework does with an answer that is missing. One rule for the whole framework, so that there is one tree:
/// no publisher was found that treats it differently in two results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// It counts as a no.
    #[default]
    Zero,
    /// It is left out of what is earned and of what is possible, as if it did not apply.
    LeaveOut,
    /// There is no result as long as it is missing.
    Withhold,
}

impl Answers {
    /// Answers without a gap: exactly these provisions hold.
    pub fn of(held: ProvisionSet) -> Self {
        Self { held, ..Self::default() }
    }

    /// Answers with gaps. What does not apply neither holds nor is unknown, and what is unknown does not hold.
    pub fn new(held: ProvisionSet, unknown: ProvisionSet, not_applicable: ProvisionSet) -> Self {
        let unknown = unknown.minus(&not_applicable);
        Self { held: held.minus(&not_applicable).minus(&unknown), unknown, not_applicable }
    }

    /// The provisions that hold.
    pub fn held(&self) -> &ProvisionSet {
        &self.held
    }

    /// The provisions of which nobody knows.
    pub fn unknown(&self) -> &ProvisionSet {
        &self.unknown
    }

    /// The provisions that do not apply to this subject.
    pub fn not_applicable(&self) -> &ProvisionSet {
        &self.not_applicable
    }

    /// The answer for one provision.
    pub fn answer(&self, index: usize) -> Answer {
        match () {
            () if self.held.contains(index) => Answer::Yes,
            () if self.unknown.contains(index) => Answer::Unknown,
            () if self.not_applicable.contains(index) => Answer::NotApplicable,
            () => Answer::No,
        }
    }

    /// The answers with one provision switched, and with all that this takes along. It decides what was unknown and
    /// can then be one thing only.
    pub fn switched(&self, implied: &Implied, index: usize, on: bool) -> Answers {
        let mut decisions = Decisions::on_top_of(self, implied);
        // The first decision has none that it could be at odds with.
        let _ = decisions.decide(index, on);
        decisions.taken()
    }

    /// The answers with these provisions put into law and those taken out of it, when that is all that changes with them:
    /// the same as [switching](Self::switched) one after the other.
    pub fn changed(&self, implied: &Implied, on: &ProvisionSet, off: &ProvisionSet) -> Answers {
        let switches = on.iter().map(|index| (index, true)).chain(off.iter().map(|index| (index, false)));
        let unknown = switches.fold(self.unknown.minus(on), |unknown, (index, on)| {
            if unknown.is_empty() { unknown } else { unknown.minus(&self.ruled_out(implied, index, on)) }
        });
        Answers::new(self.held.minus(off).union(on), unknown, self.not_applicable.clone())
    }

    /// What was unknown and cannot hold once a provision is put into law, or once it is taken out of it.
    pub(crate) fn ruled_out(&self, implied: &Implied, index: usize, on: bool) -> ProvisionSet {
        let cannot_hold = |other: &usize| implied.rules_out(index, on, *other, &self.not_applicable);
        self.unknown.iter().filter(cannot_hold).collect()
    }

    /// The provisions that leave both counts under a framework's rule.
    pub(crate) fn left_out(&self, missing: Missing) -> ProvisionSet {
        match missing {
            Missing::LeaveOut => self.not_applicable.union(&self.unknown),
            Missing::Zero | Missing::Withhold => self.not_applicable.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Answers};
    use crate::ProvisionSet;
    use crate::facts::{Group, GroupKind, Implied};

    fn set(indices: &[usize]) -> ProvisionSet {
        indices.iter().copied().collect()
    }

    /// 1 needs 0; of 2 and 3 one holds at most; 4 needs 3.
    fn implied() -> Implied {
        let direct = vec![set(&[]), set(&[0]), set(&[]), set(&[]), set(&[3])];
        let group = Group { id: "g".to_owned(), members: vec![2, 3], kind: GroupKind::OneOf };
        Implied::new(direct, vec![group]).unwrap_or_default()
    }

    #[test]
    fn a_switch_decides_what_can_then_be_one_thing_only() {
        let answers = |held: &[usize], unknown: &[usize]| Answers::new(set(held), set(unknown), set(&[]));
        for (before, index, on, after) in [
            (answers(&[], &[0, 1]), 1, true, answers(&[0, 1], &[])),
            (answers(&[], &[0, 1]), 0, true, answers(&[0], &[1])),
            (answers(&[], &[0, 1]), 0, false, answers(&[], &[])),
            (answers(&[], &[0, 1]), 1, false, answers(&[], &[0])),
            (answers(&[], &[0, 2, 3, 4]), 2, true, answers(&[2], &[0])),
            (answers(&[2], &[4]), 4, true, answers(&[3, 4], &[])),
            (answers(&[3, 4], &[2]), 3, false, answers(&[], &[2])),
        ] {
            assert_eq!(before.switched(&implied(), index, on), after, "{before:?}: {index}, {on}");
        }
    }

    #[test]
    fn each_provision_has_one_answer() {
        let answers = Answers::new(set(&[0, 1, 2]), set(&[1, 2]), set(&[2]));
        let found: Vec<Answer> = (0..4).map(|index| answers.answer(index)).collect();
        assert_eq!(found, [Answer::Yes, Answer::Unknown, Answer::NotApplicable, Answer::No]);
    }
}
