//! Bills: named bundles of provisions that come into law together.

use crate::ProvisionSet;

/// A named bundle of provisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Its name, without the letters that an address keeps for itself.
    pub name: String,
    /// Its provisions, by index; at least one.
    pub provisions: ProvisionSet,
}

/// Letters that separate the parts of an address.
pub(crate) const RESERVED: [char; 6] = ['/', ',', ':', '=', '%', '#'];

/// The longest name of a bundle, in letters.
const LONGEST: usize = 60;

/// Puts a provision into the bundle of this name, which is made if there is none, and out of any other. Returns the name
/// as it is kept; nothing, when it has no letter that can be, and then nothing is changed.
pub(crate) fn put(bundles: &mut Vec<Bundle>, name: &str, provision: usize) -> Option<String> {
    let name = name_of_bundle(name);
    if name.is_empty() {
        return None;
    }
    take_out(bundles, provision);
    match bundles.iter_mut().find(|bundle| bundle.name == name) {
        Some(bundle) => bundle.provisions.toggle(provision),
        None => {
            bundles.push(Bundle { name: name.clone(), provisions: [provision].into_iter().collect() });
        }
    }
    sort(bundles);
    Some(name)
}

/// Takes a provision out of the bundle that it is in; a bundle that has become empty goes.
pub(crate) fn take_out(bundles: &mut Vec<Bundle>, provision: usize) {
    bundles.retain_mut(|bundle| {
        if bundle.provisions.contains(provision) {
            bundle.provisions.toggle(provision);
        }
        !bundle.provisions.is_empty()
    });
    sort(bundles);
}

/// The bundle that a provision is in.
pub(crate) fn of(bundles: &[Bundle], provision: usize) -> Option<&Bundle> {
    bundles.iter().find(|bundle| bundle.provisions.contains(provision))
}

/// In the order of their first provisions, so that equal aims have equal addresses.
fn sort(bundles: &mut Vec<Bundle>) {
    // By hand: the standard sort is more than a kilobyte of the page, and there are never many.
    let first = |bundle: &Bundle| bundle.provisions.iter().next();
    let mut sorted = Vec::with_capacity(bundles.len());
    let next = |left: &[Bundle]| (0..left.len()).min_by_key(|&index| left.get(index).and_then(first));
    while let Some(index) = next(bundles) {
        sorted.push(bundles.remove(index));
    }
    *bundles = sorted;
}

/// A name as a bundle can have it: without the letters that an address keeps for itself, not too long.
pub(crate) fn name_of_bundle(name: &str) -> String {
    let spaced = name.replace(|letter: char| RESERVED.contains(&letter) || letter.is_control(), " ");
    let short: String =
        spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    short.trim_end().to_owned()
}
