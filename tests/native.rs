//! All native tests, a module for each subject.
#![allow(missing_docs)]

mod addresses;
mod algebra;
mod any_plans;
mod bounds;
mod cards;
mod comparison;
mod conformance;
mod diagnostics;
mod documents;
mod expected;
mod explanations;
mod golden;
mod handed_on;
mod languages;
mod large;
mod mistakes;
mod names;
mod overview;
mod packs;
mod plans;
mod properties;
mod published;
mod published_plans;
mod ranges;
mod ranks;
mod readings;
mod reasons;
mod rules;
mod schemas;
mod session;
mod session_addresses;
mod shapes;
mod shelf;
mod tables;
mod telling;
