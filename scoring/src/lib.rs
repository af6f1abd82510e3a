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

mod address;
mod aim;
mod baseline;
pub mod binding;
mod bundle;
pub mod cards;
mod change;
pub mod check;
mod comparison;
pub mod data;
pub mod diagnose;
mod difference;
mod document;
mod edition;
mod evaluation;
pub mod exact;
mod explanation;
pub mod facts;
mod headline;
mod history;
mod html;
mod imprint;
mod indices;
mod invisible;
mod memo;
mod order;
pub mod pack;
mod picture;
mod plan;
pub mod plans;
mod points;
mod poster;
mod provision_set;
pub mod ranges;
pub mod rank;
mod reading;
mod report;
pub mod rules;
pub mod say;
mod scenario;
pub mod session;
mod sheet;
pub mod shelf;
mod space;
mod speech;
mod spreadsheet;
mod summary;
mod sums;
pub mod telling;
mod words;
pub mod workshop;
pub mod years;

pub use address::{AddressProblem, LONGEST_IN_WORDS, format_address, parse_address, parse_canonical};
pub use aim::{Aim, Situation, Target};
pub use baseline::{Baseline, Cited, Component, Law, Provision, Rung, Section};
pub use bundle::Bundle;
pub use change::{ChangeProblem, Changes, read_changes};
pub use comparison::{Cell, Column, Comparison, Order, Row};
pub use difference::{Difference, Moved};
pub use document::{Block, Document, Piece, Table, pieces};
pub use edition::{ComponentThen, Then};
pub use evaluation::{ComponentScore, Evaluation, NextRung, SectionScore, Status, evaluate, total};
pub use explanation::{Explanation, Statement};
pub use headline::{Change, Headline};
pub use history::History;
pub use html::escaped;
pub use imprint::{Imprint, basis_in_words};
pub use invisible::is_invisible;
pub use memo::{Letter, Memo, Wanted, memo};
pub use picture::picture;
pub use plan::{
    Goal, Outcome, Plan, PlanReport, Plans, Question, Solution, plan, problem, solution, solve, worth,
};
pub use points::{Points, PointsError};
pub use provision_set::ProvisionSet;
pub use reading::{Certainty, Range, SectionCertainty, certainty, sureness};
pub use report::Report;
pub use scenario::Scenario;
pub use sheet::sheet;
pub use speech::{Plain, Speech};
pub use spreadsheet::{spreadsheet, spreadsheet_with_semicolons};
pub use summary::summary;
pub use words::{Filling, Words, WrongNumberOfTexts};
