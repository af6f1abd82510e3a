//! What printed sections say about the reconstructed rules: where a section's text names all of its gaps, its points say
//! what these cost together, and the rules must take as much.

use scoring::{Baseline, Points, Scenario, evaluate};

use super::PrintedPage;
use crate::data::{Cost, SectionCost};
use crate::failure::Failure;
use crate::html::escaped;

/// What the rules take for the gaps that a printed section names.
struct Held {
    /// The points that the rules take.
    taken: Points,
    /// Whether that fits what was printed.
    agrees: bool,
}

/// Holds a printed section against the rules; nothing where they have no such section.
fn held(baseline: &Baseline, cost: &SectionCost) -> Option<Held> {
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

impl PrintedPage<'_> {
    /// What printed sections say about our rules, and whether these agree.
    pub(super) fn costs(&self, costs: &[SectionCost]) -> Result<String, Failure> {
        let baseline = &self.translation.baseline;
        let words = baseline.words();
        let mut heads = String::new();
        for name in ["state", "section", "gaps", "lost", "ours", "source"] {
            heads += &format!("<th scope=\"col\">{}</th>", self.said(name, &[])?);
        }
        let mut rows = String::new();
        for cost in costs {
            let Some(held) = held(baseline, cost) else { continue };
            let lost = words.number(&cost.lost);
            let lost = match cost.kind {
                Cost::Exact => lost,
                Cost::Most => self.said("at_most", &[("points", &lost)])?,
            };
            let gaps = baseline.provisions().iter().filter(|one| cost.off.contains(&one.id));
            let gaps: String = gaps.map(|one| format!("<li>{}</li>", escaped(&one.label))).collect();
            let agrees = if held.agrees { "agrees" } else { "differs" };
            let note = match &cost.note {
                Some(note) => self.said(&format!("cost_{note}"), &[])?,
                None => String::new(),
            };
            rows += &format!(
                "<tr><th scope=\"row\">{} {}</th><td>{}</td><td class=\"gaps\"><ul>{gaps}</ul></td><td>{lost}</td><td>{} {}</td><td class=\"source\"><span lang=\"en\">{}</span> {note}</td></tr>\n",
                escaped(self.name(&cost.subject)),
                cost.year,
                escaped(&cost.section),
                words.number(&held.taken),
                self.said(agrees, &[])?,
                escaped(&cost.source),
            );
        }
        Ok(format!("<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"))
    }
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
