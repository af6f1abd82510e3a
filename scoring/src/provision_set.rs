//! A set of provisions, a bit for each.

use serde::{Deserialize, Serialize};

/// A set of provisions by their index in the framework's order.
///
/// Equal sets are equal values, whatever was done to reach them: the last word is never zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub struct ProvisionSet {
    words: Vec<u64>,
}

impl ProvisionSet {
    /// Whether the provision at `index` is in the set.
    pub fn contains(&self, index: usize) -> bool {
        self.words.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    /// Puts the provision in if it is out, and out if it is in.
    pub fn toggle(&mut self, index: usize) {
        let word = index / 64;
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        if let Some(word) = self.words.get_mut(word) {
            *word ^= 1 << (index % 64);
        }
        self.trim();
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many provisions are in the set.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The indices in the set, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        let some = |word: u64| (word != 0).then_some(word);
        self.words.iter().enumerate().flat_map(move |(index, &word)| {
            let rests = std::iter::successors(some(word), move |word| some(word & (word - 1)));
            rests.map(move |rest| index * 64 + rest.trailing_zeros() as usize)
        })
    }

    /// Whether everything in it is in the other as well.
    pub fn is_subset(&self, other: &ProvisionSet) -> bool {
        let others = other.words.iter().chain(std::iter::repeat(&0));
        self.words.iter().zip(others).all(|(word, other)| word & !other == 0)
    }

    /// Whether something is in both.
    pub fn intersects(&self, other: &ProvisionSet) -> bool {
        self.words.iter().zip(&other.words).any(|(word, other)| word & other != 0)
    }

    /// What is in one of them or in both.
    pub fn union(&self, other: &ProvisionSet) -> ProvisionSet {
        let (longer, shorter) =
            if self.words.len() < other.words.len() { (other, self) } else { (self, other) };
        let mut words = longer.words.clone();
        words.iter_mut().zip(&shorter.words).for_each(|(word, other)| *word |= other);
        ProvisionSet { words }
    }

    /// What is in both.
    pub fn common(&self, other: &ProvisionSet) -> ProvisionSet {
        let mut set = ProvisionSet {
            words: self.words.iter().zip(&other.words).map(|(word, other)| word & other).collect(),
        };
        set.trim();
        set
    }

    /// What is in this one and not in the other.
    pub fn minus(&self, other: &ProvisionSet) -> ProvisionSet {
        let mut set = self.clone();
        set.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
        set.trim();
        set
    }

    fn trim(&mut self) {
        while self.words.last() == Some(&0) {
            self.words.pop();
        }
    }
}

/// The set whose bits these are: a provision's bit is in the word of its index divided by 32.
impl From<&[u32]> for ProvisionSet {
    fn from(words: &[u32]) -> Self {
        let whole = |pair: &[u32]| pair.iter().rev().fold(0, |word, half| word << 32 | u64::from(*half));
        let mut set = ProvisionSet { words: words.chunks(2).map(whole).collect() };
        set.trim();
        set
    }
}

impl FromIterator<usize> for ProvisionSet {
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut set = ProvisionSet::default();
        for index in indices {
            if !set.contains(index) {
                set.toggle(index);
            }
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::ProvisionSet;

    #[test]
    fn a_set_that_was_emptied_equals_the_empty_set() {
        let mut set = ProvisionSet::default();
        set.toggle(130);
        assert!(set.contains(130) && !set.contains(129) && set.len() == 1);
        set.toggle(130);
        assert_eq!(set, ProvisionSet::default());
    }

    #[test]
    fn words_are_taken_in_their_order() {
        let set = ProvisionSet::from([1 << 31, 0b11, 0, 0].as_slice());
        assert_eq!(set, [31, 32, 33].into_iter().collect());
        assert_eq!(ProvisionSet::from([0, 0, 4].as_slice()).iter().collect::<Vec<_>>(), [66]);
        assert_eq!(ProvisionSet::from([0, 0, 0].as_slice()), ProvisionSet::default());
    }

    #[test]
    fn sets_are_joined_and_compared_whatever_their_length() {
        let set = |indices: &[usize]| indices.iter().copied().collect::<ProvisionSet>();
        let (short, long) = (set(&[1, 3]), set(&[3, 70]));
        assert_eq!(short.union(&long), set(&[1, 3, 70]));
        assert_eq!(long.union(&short), set(&[1, 3, 70]));
        assert_eq!(long.minus(&set(&[70])), set(&[3]));
        assert_eq!(short.minus(&long), set(&[1]));
        assert_eq!((short.common(&long), long.common(&set(&[1]))), (set(&[3]), set(&[])));
        assert!(short.intersects(&long) && !short.intersects(&set(&[2, 70])));
        assert!(set(&[3]).is_subset(&long) && !long.is_subset(&short) && set(&[]).is_subset(&short));
    }

    #[test]
    fn places_come_in_order_and_once() {
        let set: ProvisionSet = [200, 2, 70, 2].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [2, 70, 200]);
    }
}
