//! Exact numbers: fractions where data is read, whole units in between, shown figures at the end.

mod fraction;
mod points;
mod scale;
mod unit;

pub(crate) use fraction::lcm;
pub use fraction::{Fraction, FractionError};
pub use points::Points;
pub use scale::{Edge, Figure, Halves, Scale, Seen};
pub use unit::{TooFine, Unit};
