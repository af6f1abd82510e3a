//! Writing an address.

use std::borrow::Cow;
use std::sync::Arc;

use super::ids::{Ids, in_words};
use super::{edition, percent, set};
use crate::{Aim, Baseline, Bundle, Provision, ProvisionSet, Question, Situation};

/// The longest address that spells out its ids, in letters. With the calculator's own address before it, a link of this
/// length still fits where spreadsheets and forms end, at 255.
pub const LONGEST_IN_WORDS: usize = 180;

/// The canonical address of a situation, without the `#`.
pub fn format_address(baseline: &Baseline, situation: &Situation) -> String {
    let mut forms = forms(baseline, situation);
    let in_words = forms.next().unwrap_or_default();
    if in_words.len() <= LONGEST_IN_WORDS { in_words } else { forms.next().unwrap_or_default() }
}

/// Writes a set of provisions.
type WriteSet = fn(&dyn Ids, &ProvisionSet) -> String;

/// The address of a situation with its sets in words, and then with its sets packed.
pub(super) fn forms(baseline: &Baseline, situation: &Situation) -> impl Iterator<Item = String> {
    let sets: [WriteSet; 2] = [in_words, set::packed];
    sets.into_iter().map(move |set| written(baseline, situation, set))
}

fn written(baseline: &Baseline, situation: &Situation, set: WriteSet) -> String {
    let framework = baseline.framework();
    // The card as it is comes to the same in every edition.
    let named = match situation.scenario.is_baseline() {
        true => Cow::Borrowed(framework.id.as_str()),
        false => edition::named(&framework.id, framework.edition.into()),
    };
    let mut address = format!("{named}/{}", baseline.card().id);
    let push = |address: &mut String, name: &str, provisions: &ProvisionSet| {
        if !provisions.is_empty() {
            address.push_str(name);
            address.push_str(&set(baseline, provisions));
        }
    };
    let (on, off) = situation.scenario.on_and_off(baseline);
    let indices = |list: Vec<&Arc<Provision>>| list.iter().map(|provision| provision.index).collect();
    let Aim { target, question, locked, bundles } = &situation.aim;
    push(&mut address, "/on=", &indices(on));
    push(&mut address, "/off=", &indices(off));
    if let Some(target) = target {
        address.push_str(match question {
            Question::BestReading => "/to=",
            Question::EveryReading => "/sure=",
        });
        address.push_str(&percent::encoded(&target.to_string()));
    }
    push(&mut address, "/without=", locked);
    for Bundle { name, provisions } in bundles {
        push(&mut address, &format!("/bill={}:", percent::encoded(name)), provisions);
    }
    address
}
