//! What each kind of sheet says.

pub(crate) mod bands;
pub(crate) mod choices;
pub(crate) mod condition;
pub(crate) mod findings;
pub(crate) mod provisions;
pub(crate) mod rules;
pub(crate) mod settings;
pub(crate) mod subjects;
pub(crate) mod words;
