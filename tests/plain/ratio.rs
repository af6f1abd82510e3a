//! Fractions, by the book.

use std::ops::{Add, Div, Mul};

/// A fraction in lowest terms, its lower number above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio(pub i128, pub i128);

pub(super) const ZERO: Ratio = Ratio(0, 1);

impl Ratio {
    pub fn less(self, other: Ratio) -> bool {
        self.0 * other.1 < other.0 * self.1
    }

    pub fn max(self, other: Ratio) -> Ratio {
        if self.less(other) { other } else { self }
    }

    pub fn min(self, other: Ratio) -> Ratio {
        if self.less(other) { self } else { other }
    }
}

impl Add for Ratio {
    type Output = Ratio;
    fn add(self, other: Ratio) -> Ratio {
        reduced(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }
}

impl Mul for Ratio {
    type Output = Ratio;
    fn mul(self, other: Ratio) -> Ratio {
        reduced(self.0 * other.0, self.1 * other.1)
    }
}

impl Div for Ratio {
    type Output = Ratio;
    fn div(self, other: Ratio) -> Ratio {
        reduced(self.0 * other.1 * other.0.signum(), self.1 * other.0.abs())
    }
}

/// In lowest terms, in Euclid's way.
pub(super) fn reduced(over: i128, under: i128) -> Ratio {
    let (mut left, mut right) = (over.abs(), under);
    while left != 0 {
        (left, right) = (right % left, left);
    }
    Ratio(over / right, under / right)
}
