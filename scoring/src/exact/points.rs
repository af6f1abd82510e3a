//! Points in the rules: whole numbers of the framework's unit.

use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use serde::{Deserialize, Serialize};

/// Points, as a whole number of the framework's [`super::Unit`].
///
/// Compiling rules makes sure that nothing in them passes [`Points::LARGEST`], so that sums need no checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub struct Points(i64);

impl Points {
    /// Nothing.
    pub const ZERO: Points = Points(0);
    /// The most units that any node may earn or lose. Leaves room for a scale of 100,000 and four decimals in
    /// 127 bits, and is a number that scripts have exactly.
    pub const LARGEST: i64 = 1 << 40;

    /// That many units.
    pub const fn of_units(units: i64) -> Self {
        Self(units)
    }

    /// How many units.
    pub const fn units(self) -> i64 {
        self.0
    }
}

impl Add for Points {
    type Output = Points;

    fn add(self, other: Points) -> Points {
        Points(self.0 + other.0)
    }
}

impl Sub for Points {
    type Output = Points;

    fn sub(self, other: Points) -> Points {
        Points(self.0 - other.0)
    }
}

impl Neg for Points {
    type Output = Points;

    fn neg(self) -> Points {
        Points(-self.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, Add::add)
    }
}
