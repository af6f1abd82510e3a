//! Sets of sums.

use std::ops::RangeInclusive;

/// A set of sums, in steps of the framework, kept as bits from `least` on. Nothing is lower than that.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sums {
    least: i32,
    bits: Vec<u64>,
}

impl Sums {
    /// One sum.
    pub fn of(sum: i32) -> Self {
        Self { least: sum, bits: vec![1] }
    }

    /// The sums, the least first.
    pub fn iter(&self) -> impl Iterator<Item = i32> {
        let words = (0..).zip(&self.bits);
        words.flat_map(move |(index, &word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| self.least + index * 64 + bit)
        })
    }

    /// The lowest and the highest; nothing, when there are none.
    pub fn ends(&self) -> Option<(i32, i32)> {
        let mut words = (0..).zip(&self.bits).filter(|(_, word)| **word != 0);
        let (first, word) = words.next()?;
        let low = self.least + first * 64 + word.trailing_zeros() as i32;
        let (last, word) = words.last().unwrap_or((first, word));
        Some((low, self.least + last * 64 + 63 - word.leading_zeros() as i32))
    }

    /// Every sum of one of these and one of those.
    pub fn plus(&self, other: &Sums) -> Sums {
        let mut sums = Sums::default();
        other.iter().for_each(|more| sums.join(self, more..=more));
        sums
    }

    /// Makes of each sum those with one of the values.
    pub fn add(&mut self, values: RangeInclusive<i32>) {
        if values.start() == values.end() {
            self.least += values.start();
        } else {
            let before = std::mem::take(self);
            self.join(&before, values);
        }
    }

    /// Adds every sum of one of those and one of the values.
    pub fn join(&mut self, other: &Sums, values: RangeInclusive<i32>) {
        for value in values {
            self.join_moved(other, value);
        }
    }

    fn join_moved(&mut self, other: &Sums, by: i32) {
        let least = other.least + by;
        if self.bits.is_empty() {
            self.least = least;
        }
        let Ok(bits) = usize::try_from(least - self.least) else {
            // What begins lower takes the others in.
            let higher = std::mem::replace(self, Sums { least, bits: other.bits.clone() });
            return self.join_moved(&higher, 0);
        };
        let (words, bits) = (bits / 64, bits % 64);
        let len = words + other.bits.len() + usize::from(bits > 0);
        if self.bits.len() < len {
            self.bits.resize(len, 0);
        }
        let mut carried = 0;
        let with_rest = other.bits.iter().chain([&0]);
        for (word, add) in self.bits.iter_mut().skip(words).zip(with_rest) {
            *word |= add << bits | carried;
            carried = if bits == 0 { 0 } else { add >> (64 - bits) };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Sums;

    #[test]
    fn sums_are_those_of_plain_sets() {
        let mut sums = Sums::of(3);
        let mut set = BTreeSet::from([3]);
        for (low, high) in [(0, 1), (-70, -64), (63, 65), (64, 64), (-1, 130), (5, 4)] {
            let mut next = sums.clone();
            next.add(low..=high);
            next.join(&sums, 0..=0);
            set = set.iter().flat_map(|sum| (low..=high).chain([0]).map(move |value| sum + value)).collect();
            assert_eq!(next.iter().collect::<Vec<_>>(), set.iter().copied().collect::<Vec<_>>());
            assert_eq!(next.ends(), set.first().copied().zip(set.last().copied()));
            let plus = next.plus(&sums).iter().collect::<BTreeSet<_>>();
            assert!(sums.iter().all(|sum| next.iter().all(|more| plus.contains(&(sum + more)))));
            assert!(plus.iter().all(|sum| sums.iter().any(|part| set.contains(&(sum - part)))));
            sums = next;
        }
    }

    #[test]
    fn nothing_has_no_ends() {
        assert_eq!(Sums::default().ends(), None);
    }
}
