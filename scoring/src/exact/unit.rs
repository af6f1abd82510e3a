//! The unit in which a framework's points are whole numbers.

use serde::{Deserialize, Serialize};

use super::fraction::lcm;
use super::{Fraction, Points};

/// How many units a point has: the least common multiple of every denominator that the rules can reach.
///
/// The Protected Innocence Challenge counts in halves, so its unit is 2; the mean of sections of four and five
/// questions in eight sections is counted in eighths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Unit(i64);

/// Rules that cannot be counted in whole units: a point would have more than 2^31 of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFine;

impl Unit {
    /// The most units that a point may have.
    pub const FINEST: i64 = 1 << 31;

    /// Quarters of a point, in which [`crate::Points`] count.
    pub(crate) const QUARTERS: Unit = Unit(4);

    /// The unit in which each of these denominators divides a point.
    ///
    /// # Errors
    /// When there is none of at most [`Unit::FINEST`].
    pub fn of(denominators: impl IntoIterator<Item = i128>) -> Result<Unit, TooFine> {
        let mut unit = 1;
        for denominator in denominators {
            unit = lcm(unit, denominator).filter(|unit| *unit <= i128::from(Unit::FINEST)).ok_or(TooFine)?;
        }
        i64::try_from(unit).map(Unit).map_err(|_| TooFine)
    }

    /// How many units a point has.
    pub const fn per_point(self) -> i64 {
        self.0
    }

    /// These points in units; nothing, when they are no whole number of them or more than fit.
    pub fn count(self, points: Fraction) -> Option<Points> {
        let units = i64::try_from(points.over(self.0.into())?).ok()?;
        (units.abs() <= Points::LARGEST).then(|| Points::of_units(units))
    }

    /// Points as a fraction, to be shown.
    pub fn fraction(self, points: Points) -> Fraction {
        Fraction::new(points.units().into(), self.0.into()).unwrap_or(Fraction::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fraction, Points, TooFine, Unit};

    #[test]
    fn a_unit_is_the_least_common_multiple() {
        for (denominators, unit) in [
            (vec![], Ok(1)),
            (vec![2, 4], Ok(4)),
            (vec![8, 2], Ok(8)),
            ((1..=20).collect(), Ok(232_792_560)),
            (vec![1 << 31], Ok(1 << 31)),
            (vec![1 << 31, 3], Err(TooFine)),
            ((1..=23).collect(), Err(TooFine)),
        ] {
            assert_eq!(Unit::of(denominators).map(Unit::per_point), unit);
        }
    }

    #[test]
    fn points_are_counted_exactly_or_not_at_all() {
        let eighths = Unit::of([8]);
        let count = |text: &str| eighths.ok()?.count(text.parse().ok()?).map(Points::units);
        assert_eq!(count("3.125"), Some(25));
        assert_eq!(count("-0.5"), Some(-4));
        assert_eq!(count("1/3"), None);
        let back = eighths.map(|unit| unit.fraction(Points::of_units(25)));
        assert_eq!(back, Ok(Fraction::new(25, 8).unwrap_or(Fraction::ZERO)));
    }
}
