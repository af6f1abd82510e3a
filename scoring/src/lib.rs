//! The rules of a legislative report card, as data and arithmetic.
//!
//! A [`data::Framework`] says how law is graded; a [`data::Card`] says what one jurisdiction's law
//! holds. [`Baseline::new`] checks both and joins them. A [`Scenario`] is the baseline plus changes;
//! [`evaluate`] turns it into one [`Evaluation`] tree, and every figure and sentence that anybody
//! sees is a rendering of that tree.
//!
//! Points are whole quarter points ([`Points`]); decimals exist only where data is read or written.
//! Nothing here knows a browser, a clock or a file.

#![deny(clippy::float_arithmetic)]

mod baseline;
mod change;
pub mod check;
pub mod data;
mod evaluation;
mod explanation;
mod headline;
mod places;
mod points;
mod provision_set;
mod report;
mod scenario;

pub use baseline::{Baseline, Component, Law, Provision, Rung, Section};
pub use change::{ChangeProblem, Changes, read_changes};
pub use evaluation::{ComponentScore, Evaluation, NextRung, SectionScore, Status, evaluate};
pub use explanation::{Explanation, Statement};
pub use headline::{Change, Headline};
pub use points::{Points, PointsError};
pub use provision_set::ProvisionSet;
pub use report::Report;
pub use scenario::Scenario;
