//! Points as whole quarters. The only place where a decimal number is read or written.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

use serde::de::{self, Deserializer, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::{Words, say};

/// A number of points, kept as whole quarter points so that sums are exact.
///
/// One of the publisher's tables holds quarters (facts on the framework, section 3.1), which is why
/// the unit is finer than the half points that printed cards show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i32);

/// Why a decimal number cannot be points.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum PointsError {
    /// The number is not a multiple of a quarter.
    #[error("expected points in steps of 0.25, found {0}")]
    OffStep(f64),
    /// The text is no number in steps of 0.25.
    #[error("expected a number in steps of 0.25")]
    NoNumber,
    /// The number is not finite or larger than a card can hold.
    #[error("expected points between -100000 and 100000, found a number beyond")]
    OutOfRange,
}

impl Points {
    /// No points.
    pub const ZERO: Points = Points(0);
    /// The largest number of points that data may hold, in points.
    const LIMIT: f64 = 100_000.0;

    /// Points from a number of quarter points: `from_quarters(66)` is 16.5 points.
    pub const fn from_quarters(quarters: i32) -> Self {
        Points(quarters)
    }

    /// The number of quarter points: 66 for 16.5 points.
    pub const fn quarters(self) -> i32 {
        self.0
    }

    /// Whether this is a whole number of `step`s. No number is, when the step is not above zero.
    pub const fn is_multiple_of(self, step: Points) -> bool {
        step.0 > 0 && self.0 % step.0 == 0
    }

    /// The size of the number, without its sign.
    pub const fn abs(self) -> Points {
        Points(self.0.abs())
    }

    /// The number with its unit: "1 point", "2.5 points".
    pub fn in_words(self, words: &Words) -> String {
        say::points::with_unit(words, &self)
    }

    /// Reads a decimal number such as 16.5.
    ///
    /// # Errors
    /// When the number is no multiple of 0.25, not finite, or beyond 100,000 either way.
    #[allow(clippy::float_arithmetic)]
    pub fn from_decimal(decimal: f64) -> Result<Self, PointsError> {
        if !(-Self::LIMIT..=Self::LIMIT).contains(&decimal) {
            return Err(PointsError::OutOfRange);
        }
        let quarters = decimal * 4.0;
        if quarters.fract() != 0.0 {
            return Err(PointsError::OffStep(decimal));
        }
        Ok(Points(quarters as i32))
    }

    /// The decimal number, exactly: every quarter has a finite binary form.
    #[allow(clippy::float_arithmetic)]
    pub fn to_decimal(self) -> f64 {
        f64::from(self.0) / 4.0
    }
}

/// Reads what [`fmt::Display`] writes, and trailing zeros: "82.5", "-0.25", "80", "2.50". By hand, because the
/// general reader of decimal numbers is 10 kB of every program that has it.
impl FromStr for Points {
    type Err = PointsError;

    fn from_str(text: &str) -> Result<Self, PointsError> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(whole) || !is_number(part) {
            return Err(PointsError::NoNumber);
        }
        let quarters = match part.trim_end_matches('0') {
            "" => 0,
            "25" => 1,
            "5" => 2,
            "75" => 3,
            _ => return Err(PointsError::NoNumber),
        };
        let whole =
            whole.parse::<i32>().ok().filter(|whole| *whole < 100_000).ok_or(PointsError::OutOfRange)?;
        Ok(Points(sign * (4 * whole + quarters)))
    }
}

/// As on the printed card, whatever the language: no trailing zeros, so "79", "16.5", "2.25".
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let quarters = self.0.unsigned_abs();
        write!(f, "{}", quarters / 4)?;
        f.write_str(match quarters % 4 {
            1 => ".25",
            2 => ".5",
            3 => ".75",
            _ => "",
        })
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

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 4 == 0 {
            serializer.serialize_i32(self.0 / 4)
        } else {
            serializer.serialize_f64(self.to_decimal())
        }
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Decimal;
        impl Visitor<'_> for Decimal {
            type Value = Points;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("points, a number in steps of 0.25")
            }
            fn visit_f64<E: de::Error>(self, decimal: f64) -> Result<Points, E> {
                Points::from_decimal(decimal).map_err(E::custom)
            }
            fn visit_i64<E: de::Error>(self, whole: i64) -> Result<Points, E> {
                self.visit_f64(whole as f64)
            }
            fn visit_u64<E: de::Error>(self, whole: u64) -> Result<Points, E> {
                self.visit_f64(whole as f64)
            }
        }
        deserializer.deserialize_f64(Decimal)
    }
}

#[cfg(test)]
mod tests {
    use super::{Points, PointsError};

    #[test]
    fn decimals_are_read_exactly_or_refused() {
        assert_eq!(Points::from_decimal(16.5), Ok(Points::from_quarters(66)));
        assert_eq!(Points::from_decimal(-0.25), Ok(Points::from_quarters(-1)));
        assert_eq!(Points::from_decimal(1.3), Err(PointsError::OffStep(1.3)));
        assert_eq!(Points::from_decimal(1e9), Err(PointsError::OutOfRange));
        assert!(Points::from_decimal(f64::NAN).is_err());
        assert!(Points::from_decimal(f64::INFINITY).is_err());
    }

    #[test]
    fn text_has_no_trailing_zeros() {
        let text = |quarters| Points::from_quarters(quarters).to_string();
        assert_eq!([text(316), text(66), text(9), text(-1), text(0)], ["79", "16.5", "2.25", "-0.25", "0"]);
    }

    #[test]
    fn texts_are_read_exactly_or_refused() {
        let read = |text: &str| text.parse::<Points>();
        assert_eq!(read("02.50"), Ok(Points::from_quarters(10)));
        assert_eq!(read("99999.75"), Ok(Points::from_quarters(399_999)));
        assert_eq!(read("100000"), Err(PointsError::OutOfRange));
        assert_eq!(read("9999999999999"), Err(PointsError::OutOfRange));
        for text in ["", ".", "5.", ".5", "1.1", "+1", "--1", "1e3", "NaN", "٣", "1.2.5", " 1"] {
            assert_eq!(read(text), Err(PointsError::NoNumber), "{text}");
        }
    }

    #[test]
    fn every_quarter_survives_the_edge() {
        for quarters in -500..500 {
            let points = Points::from_quarters(quarters);
            assert_eq!(Points::from_decimal(points.to_decimal()), Ok(points));
            assert_eq!(points.to_string().parse(), Ok(points));
        }
    }
}
