//! Finding things by id.

use std::collections::HashMap;

/// The index of each id in its list, from 0. One type for every list, so that a page carries the
/// table's code once.
pub(crate) type Indices<'a> = HashMap<&'a str, usize>;

/// The indices of ids; of an id that stands twice, the first.
pub(crate) fn indices<'a>(ids: &mut dyn Iterator<Item = &'a str>) -> Indices<'a> {
    let mut indices = Indices::new();
    for (index, id) in ids.enumerate() {
        indices.entry(id).or_insert(index);
    }
    indices
}
