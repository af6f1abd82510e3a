//! What may be changed, and the law before that is decided.

use crate::ProvisionSet;
use crate::facts::{Answers, GroupKind, Missing};
use crate::rules::{Rules, Tally};
use crate::space::effort::{Effort, Stop};
use crate::space::law::Law;
use crate::space::polarity::Polarity;
use crate::space::switches::{Bonds, Switch, Unit, UnitKind};

use crate::space::target::Bars;

use super::Goal;

/// The switches of a goal that can gain something, and the law in which they are open.
pub(super) fn switches(
    rules: &Rules,
    answers: &Answers,
    goal: &Goal,
    (tally, bars): (&Tally, &Bars),
    effort: &mut Effort<'_>,
) -> Result<(Vec<Switch>, Law), Stop> {
    let count = rules.provisions().len();
    let bonds = Bonds::new(rules.implied(), count, answers);
    let (bonds, left_out) = match rules.missing() {
        Missing::Zero => (bonds, answers.not_applicable().clone()),
        // What leaves no result as long as it is unknown can as well be left out: there is none either way.
        Missing::LeaveOut | Missing::Withhold => {
            (bonds.ruling_out(answers), answers.not_applicable().union(answers.unknown()))
        }
    };
    let mut polarity = Polarity::new(rules, tally, bars.conditions());
    polarity.either(&bonds.uncertain());
    if !goal.readings.as_ref().is_none_or(|readings| readings.keep_to_direction(rules)) {
        polarity.either(&(0..count).collect());
    }
    let units = polarity.worth_deciding(&bonds, units(count, answers, goal));
    let mut switches = bonds.switches(&units, effort)?;
    switches.retain_mut(|switch| polarity.prune(switch));
    let open = switches.iter().flat_map(|switch| switch.provisions.iter()).collect();
    let law = Law {
        held: answers.held().minus(&open),
        left_out: left_out.minus(&open),
        may_be_left_out: left_out.common(&open),
        open,
    };
    Ok((switches, law))
}

/// The provisions that a plan for the leading tally may take out of law: what gains by that, what cannot hold without it,
/// what it cannot hold without (taking that out takes it along), and what excludes others.
pub fn may_go(rules: &Rules) -> ProvisionSet {
    let Some(tally) = rules.tallies().first() else { return ProvisionSet::default() };
    let conditions = tally.bands.iter().map(|band| &band.requires);
    let implied = rules.implied();
    let exclusive = implied.groups().iter().filter(|group| group.kind == GroupKind::OneOf);
    let exclusive = exclusive.flat_map(|group| group.members.iter().copied()).collect();
    let down = Polarity::new(rules, tally, conditions).down().union(&exclusive);
    let above = down.iter().fold(down.clone(), |above, provision| above.union(&implied.with(provision)));
    let below = (0..rules.provisions().len()).filter(|provision| implied.with(*provision).intersects(&down));
    above.union(&below.collect())
}

pub(super) fn units(count: usize, answers: &Answers, goal: &Goal) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut bundled = ProvisionSet::default();
    for index in (0..count).filter(|index| !answers.not_applicable().contains(*index)) {
        let alone: ProvisionSet = [index].into_iter().collect();
        let unit = if answers.held().contains(index) {
            Unit { provisions: alone, kind: UnitKind::TakenOut }
        } else {
            let bundle = goal.bundles.iter().enumerate().find(|(_, bundle)| bundle.contains(index));
            let Some((number, bundle)) = bundle else {
                units.push(Unit { provisions: alone, kind: UnitKind::PutIn });
                continue;
            };
            if bundled.contains(number) {
                continue;
            }
            bundled.toggle(number);
            // What an earlier bundle has is not in this one, and what holds or does not apply is not put in.
            let earlier =
                goal.bundles.iter().take(number).fold(ProvisionSet::default(), |all, one| all.union(one));
            let provisions = bundle.minus(&earlier).minus(answers.held()).minus(answers.not_applicable());
            Unit { provisions, kind: UnitKind::PutIn }
        };
        units.push(unit);
    }
    units.retain(|unit| !unit.provisions.intersects(&goal.locked));
    units
}
