//! Reading an address that is as it was written.

use std::sync::Arc;

use super::{edition, percent, set, write};
use crate::{Aim, Baseline, Provision, Question, Situation, Target};

/// The situation of an address that is one of those that [`format_address`](super::format_address) writes, with its
/// sets in words or packed; nothing, for any other text. An empty address is the card as it is.
///
/// It has no opinion on what else may have been meant: that takes [`parse_address`](super::parse_address), which is ten
/// times the code and not needed for most links.
pub fn parse_canonical(baseline: &Baseline, address: &str) -> Option<Situation> {
    let mut situation = Situation::default();
    if address.is_empty() {
        return Some(situation);
    }
    let framework = baseline.framework();
    let mut parts = address.split('/');
    let named = parts.next()?;
    if !(named == framework.id || named == edition::named(&framework.id, framework.edition.into()))
        || parts.next()? != baseline.card().id
    {
        return None;
    }
    for part in parts {
        let (name, value) = part.split_once('=')?;
        let aim = &mut situation.aim;
        match name {
            "on" | "off" => {
                let provisions = members(baseline, value)?;
                provisions.into_iter().for_each(|provision| situation.scenario.set(provision, name == "on"));
            }
            "to" | "sure" => {
                aim.target = Some(target(baseline, &percent::decoded(value))?);
                aim.question = if name == "to" { Question::BestReading } else { Question::EveryReading };
            }
            "without" => {
                members(baseline, value)?
                    .into_iter()
                    .for_each(|provision| aim.locked.toggle(provision.index));
            }
            "bill" => {
                let (name, ids) = value.split_once(':')?;
                for provision in members(baseline, ids)? {
                    aim.put_into_bundle(&percent::decoded(name), provision);
                }
            }
            _ => return None,
        }
    }
    // Whatever stands twice, in another order or in another way of writing is for the reader who can tell of it.
    let canonical = write::forms(baseline, &situation).any(|form| form == address);
    canonical.then_some(situation)
}

fn members<'a>(baseline: &'a Baseline, set: &str) -> Option<Vec<&'a Arc<Provision>>> {
    let in_words: Option<Vec<_>> = set.split(',').map(|id| baseline.provision(id)).collect();
    in_words.or_else(|| {
        let indices = set::unpacked(baseline, set)?;
        indices.iter().map(|index| baseline.provisions().get(index)).collect()
    })
}

fn target(baseline: &Baseline, text: &str) -> Option<Target> {
    if baseline.bands().any(|band| band.grade == text) {
        return Some(Target::Grade(text.to_owned()));
    }
    let points = text.parse().ok()?;
    Aim::can_be_target(baseline, points).then_some(Target::Points(points))
}
