//! What printed sections say about the reconstructed rules: where a section's text names all of its gaps, its points say
//! what these cost together, and the rules must take as much.

use scoring::{Baseline, Points, Scenario, evaluate};

use crate::data::{Cost, SectionCost};

/// What the rules take for the gaps that a printed section names.
pub struct Held {
    /// The points that the rules take.
    pub taken: Points,
    /// Whether that fits what was printed.
    pub agrees: bool,
}

/// Holds a printed section against the rules; nothing where they have no such section.
pub fn held(baseline: &Baseline, cost: &SectionCost) -> Option<Held> {
    let mut scenario = Scenario::default();
    for provision in baseline.provisions() {
        scenario.set(provision, !cost.off.contains(&provision.id));
    }
    let evaluation = evaluate(baseline, &scenario);
    let section = evaluation.sections.iter().find(|score| score.section.id == cost.section)?;
    let taken = section.section.max - section.points;
    let agrees = match cost.kind {
        Cost::Exact => taken == cost.lost,
        Cost::Most => taken <= cost.lost,
    };
    Some(Held { taken, agrees })
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::held;
    use crate::data::{pairs, section_costs};

    /// What this edition of the rules gets wrong is known, and nothing else is wrong.
    #[test]
    fn all_but_one_agree_with_the_rules() {
        let pairs = pairs().expect("the data is right");
        let baseline = &pairs.first().expect("there is a card").baseline;
        let costs = section_costs("pic-2019").expect("the table is right");
        let wrong: Vec<_> = costs
            .iter()
            .filter(|cost| !held(baseline, cost).expect("the section is there").agrees)
            .map(|cost| format!("{} {}", cost.subject, cost.section))
            .collect();
        assert_eq!(costs.len(), 7);
        assert_eq!(wrong, ["oh 1"]);
        for id in costs.iter().flat_map(|cost| &cost.off) {
            assert!(baseline.provisions().iter().any(|one| one.id == *id), "{id}");
        }
    }
}
