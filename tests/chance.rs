//! Chance that is the same for ever: a generator of the tests' own, so that no new version of a library
//! makes other cases.

/// SplitMix64, as its author published it (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, 2014; <https://prng.di.unimi.it/splitmix64.c>).
pub struct Chance(u64);

impl Chance {
    /// Equal seeds give equal numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `count`, which is not zero.
    pub fn below(&mut self, count: usize) -> usize {
        (self.bits() % count as u64) as usize
    }

    /// `count` different numbers below `all`, in the order in which they were drawn.
    pub fn choose(&mut self, count: usize, all: usize) -> Vec<usize> {
        let mut rest: Vec<usize> = (0..all).collect();
        (0..count.min(all)).map(|_| rest.swap_remove(self.below(rest.len()))).collect()
    }
}

/// FNV-1a of 64 bits, its halves joined: enough to notice a change, and short in a list.
pub fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{:08x}", (hash ^ (hash >> 32)) as u32)
}
