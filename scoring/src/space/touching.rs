//! Which sets hang together because they share something.

use std::collections::BTreeMap;

use crate::ProvisionSet;

/// The indexes of the sets in groups that have nothing in common, each in order, by their first ones.
pub(crate) fn touching(sets: &[ProvisionSet]) -> Vec<Vec<usize>> {
    // Union and find: each set points to an earlier one of its group, or to itself.
    let mut earlier: Vec<usize> = (0..sets.len()).collect();
    let mut owner: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, set) in sets.iter().enumerate() {
        for member in set.iter() {
            let other = *owner.entry(member).or_insert(index);
            let (one, other) = (first(&mut earlier, index), first(&mut earlier, other));
            if let Some(later) = earlier.get_mut(one.max(other)) {
                *later = one.min(other);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..sets.len() {
        groups.entry(first(&mut earlier, index)).or_default().push(index);
    }
    groups.into_values().collect()
}

fn first(earlier: &mut [usize], index: usize) -> usize {
    let mut at = index;
    while let Some(next) = earlier.get(at).copied().filter(|next| *next != at) {
        at = next;
    }
    if let Some(short) = earlier.get_mut(index) {
        *short = at;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::touching;
    use crate::ProvisionSet;

    #[test]
    fn sets_that_share_something_stand_together() {
        let sets: Vec<ProvisionSet> = [vec![1, 2], vec![], vec![70], vec![3, 4], vec![4, 2], vec![70]]
            .into_iter()
            .map(|indices| indices.into_iter().collect())
            .collect();
        assert_eq!(touching(&sets), [vec![0, 3, 4], vec![1], vec![2, 5]]);
    }
}
