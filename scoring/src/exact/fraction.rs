//! Fractions, as files write them and as shares come out.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A fraction that is compared and added exactly.
///
/// Files may write at most nine digits in each half ([`Fraction::LARGEST`]). What is counted with them stays below
/// 2^40 units ([`super::Points`]), so that no product of two fractions passes 127 bits.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    over: i128,
    under: i128,
}

/// Why a text or number is no fraction.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a number such as 2.5 or a fraction such as “1/3”, of at most nine digits, found “{0}”")]
pub struct FractionError(String);

impl Fraction {
    /// Nothing.
    pub const ZERO: Fraction = Fraction::whole(0);
    /// One.
    pub const ONE: Fraction = Fraction::whole(1);
    /// The largest number that may stand above or below the line in a file.
    pub const LARGEST: i128 = 999_999_999;

    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self { over: number as i128, under: 1 }
    }

    /// One number over another, not reduced; nothing, when the lower one is not above zero.
    pub const fn new(over: i128, under: i128) -> Option<Self> {
        if under > 0 { Some(Self { over, under }) } else { None }
    }

    /// The number above the line in lowest terms.
    pub fn numerator(self) -> i128 {
        self.over / gcd(self.over, self.under)
    }

    /// The number below the line in lowest terms; above zero.
    pub fn denominator(self) -> i128 {
        self.under / gcd(self.over, self.under)
    }

    /// The product; nothing, when it is too large to be exact.
    pub fn times(self, other: Fraction) -> Option<Fraction> {
        let over = self.numerator().checked_mul(other.numerator())?;
        Fraction::new(over, self.denominator().checked_mul(other.denominator())?)
    }

    /// The sum; nothing, when it is too large to be exact.
    pub fn plus(self, other: Fraction) -> Option<Fraction> {
        let left = self.numerator().checked_mul(other.denominator())?;
        let right = other.numerator().checked_mul(self.denominator())?;
        Fraction::new(left.checked_add(right)?, self.denominator().checked_mul(other.denominator())?)
    }

    /// The difference; nothing, when it is too large to be exact.
    pub fn minus(self, less: Fraction) -> Option<Fraction> {
        self.plus(Fraction { over: -less.over, under: less.under })
    }

    /// Where it stands on a scale between two others, from 0 to 1; nothing, when there is nothing between them.
    pub fn share_between(self, least: Fraction, most: Fraction) -> Option<Fraction> {
        let span = most.minus(least)?.inverse()?;
        Some(self.minus(least)?.times(span)?.clamp(Fraction::ZERO, Fraction::ONE))
    }

    /// One divided by this; nothing for what is not above zero.
    pub fn inverse(self) -> Option<Fraction> {
        Fraction::new(self.under, self.over)
    }

    /// The nearest number that other programs count with. Nothing here does.
    #[allow(clippy::float_arithmetic)]
    pub fn to_decimal(self) -> f64 {
        self.over as f64 / self.under as f64
    }

    /// The same where six decimals write it, and else rounded to two: what a reader is shown of 1/3.
    pub fn in_decimals(self) -> Fraction {
        const HUNDRED: i128 = 100;
        if self.over(1_000_000).is_some() {
            return self;
        }
        let doubled = self.numerator().saturating_mul(2 * HUNDRED);
        let steps = (doubled + self.denominator()).div_euclid(2 * self.denominator());
        Fraction::new(steps, HUNDRED).unwrap_or(self)
    }

    /// How far it is from zero.
    pub fn size(self) -> Fraction {
        Fraction { over: self.over.abs(), under: self.under }
    }

    /// The number above the line when `under` stands below it; nothing, when that is no whole number.
    pub fn over(self, under: i128) -> Option<i128> {
        let product = self.over.checked_mul(under)?;
        (product % self.under == 0).then(|| product / self.under)
    }

    /// The largest whole number that is not above it, and what it would take to make it exact again: the rest over
    /// the number below the line.
    pub(crate) fn floor(self) -> (i128, Fraction) {
        let whole = self.over.div_euclid(self.under);
        (whole, Fraction { over: self.over.rem_euclid(self.under), under: self.under })
    }
}

/// The greatest common divisor; at least 1.
pub(crate) fn gcd(left: i128, right: i128) -> i128 {
    let (mut left, mut right) = (left.abs(), right.abs());
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left.max(1)
}

/// The least common multiple; nothing, when it is too large.
pub(crate) fn lcm(left: i128, right: i128) -> Option<i128> {
    (left / gcd(left, right)).checked_mul(right)
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}

/// A decimal where one is exact in six places, else one number over another.
impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let million = 1_000_000;
        let Some(millionths) = self.over(million) else {
            return write!(f, "{}/{}", self.numerator(), self.denominator());
        };
        let sign = if millionths < 0 { "-" } else { "" };
        let (whole, rest) = (millionths.abs() / million, millionths.abs() % million);
        match rest {
            0 => write!(f, "{sign}{whole}"),
            rest => write!(f, "{sign}{whole}.{}", format!("{rest:06}").trim_end_matches('0')),
        }
    }
}

impl FromStr for Fraction {
    type Err = FractionError;

    fn from_str(text: &str) -> Result<Self, FractionError> {
        let read = match text.split_once('/') {
            Some((over, under)) => {
                decimal(over).zip(decimal(under)).and_then(|(over, under)| over.times(under.inverse()?))
            }
            None => decimal(text),
        };
        let fits = |read: &Fraction| {
            read.numerator().abs() <= Fraction::LARGEST && read.denominator() <= Fraction::LARGEST
        };
        read.filter(fits).ok_or_else(|| FractionError(text.to_owned()))
    }
}

/// Digits with at most one point among them, and a sign before them.
fn decimal(text: &str) -> Option<Fraction> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, indices) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let too_long = whole.len() + indices.len() > 18;
    if whole.is_empty() || digits.ends_with('.') || too_long || !is_number(whole) || !is_number(indices) {
        return None;
    }
    let over: i128 = format!("{whole}{indices}").parse().ok()?;
    Fraction::new(sign * over, 10_i128.checked_pow(u32::try_from(indices.len()).ok()?)?)
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(Visitor);
        }
        let (over, under) = Deserialize::deserialize(deserializer)?;
        Fraction::new(over, under)
            .ok_or_else(|| de::Error::custom("expected a number below the line above zero"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Fraction {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fraction".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A number such as 2.5, or a fraction as a text such as “1/3”.",
            "anyOf": [{"type": "number"}, {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?(/[0-9.]*[1-9][0-9.]*)?$"}],
        })
    }
}

struct Visitor;

impl de::Visitor<'_> for Visitor {
    type Value = Fraction;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number such as 2.5 or a fraction such as “1/3”")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Fraction, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Fraction, E> {
        self.visit_str(&number.to_string())
    }

    /// The shortest decimal that reads as this number is what stands in the file.
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Fraction, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Fraction, E> {
        text.parse().map_err(E::custom)
    }
}

impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return (self.numerator(), self.denominator()).serialize(serializer);
        }
        let text = self.to_string();
        match text.parse() {
            Ok(number) => serializer.serialize_f64(number),
            Err(_) => serializer.serialize_str(&text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fraction;

    #[test]
    fn a_reader_is_shown_decimals() {
        for (exact, shown) in
            [("1/3", "0.33"), ("-1/3", "-0.33"), ("2/3", "0.67"), ("0.625", "0.625"), ("7", "7")]
        {
            let read = exact.parse::<Fraction>().map(|exact| exact.in_decimals().to_string());
            assert_eq!(read.as_deref(), Ok(shown), "{exact}");
        }
    }

    #[test]
    fn what_files_write_is_read_and_written_as_it_is() {
        for text in ["0", "2.5", "-0.125", "1/3", "-5/7", "102.5", "999999999", "0.000001"] {
            assert_eq!(text.parse::<Fraction>().map(|fraction| fraction.to_string()), Ok(text.to_owned()));
        }
        for (text, same) in [("2.50", "2.5"), ("2/4", "0.5"), ("0.6/2", "0.3"), ("007", "7")] {
            assert_eq!(text.parse::<Fraction>().map(|fraction| fraction.to_string()), Ok(same.to_owned()));
        }
    }

    #[test]
    fn what_is_no_fraction_is_refused() {
        for text in
            ["", ".5", "5.", "1/0", "1/-3", "1e3", "NaN", "1000000000", "0.0000000001", "--1", "1/2/3", "½"]
        {
            assert!(text.parse::<Fraction>().is_err(), "{text}");
        }
    }

    #[test]
    fn json_numbers_are_read_exactly() {
        for (json, text) in
            [("0.1", "0.1"), ("2.675", "2.675"), ("-3", "-3"), ("\"1/7\"", "1/7"), ("1e2", "100")]
        {
            let read: Result<Fraction, _> = serde_json::from_str(json);
            assert_eq!(read.ok().map(|fraction| fraction.to_string()).as_deref(), Some(text));
        }
        assert!(serde_json::from_str::<Fraction>("true").is_err());
    }

    #[test]
    fn equal_values_are_equal_however_they_are_written() {
        assert_eq!(Fraction::new(2, 4), Fraction::new(1, 2));
        assert!(Fraction::new(1, 3) < Fraction::new(1, 2));
        assert_eq!(Fraction::new(5, 4).and_then(|fraction| fraction.over(8)), Some(10));
        assert_eq!(Fraction::new(1, 3).and_then(|fraction| fraction.over(8)), None);
    }
}
