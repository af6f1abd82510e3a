//! Finding things by id.

use std::collections::HashMap;

/// The place of each id in its list, from 0. One type for every list, so that a page carries the
/// table's code once.
pub(crate) type Places<'a> = HashMap<&'a str, usize>;

/// The places of ids; of an id that stands twice, the first.
pub(crate) fn places<'a>(ids: &mut dyn Iterator<Item = &'a str>) -> Places<'a> {
    let mut places = Places::new();
    for (place, id) in ids.enumerate() {
        places.entry(id).or_insert(place);
    }
    places
}
