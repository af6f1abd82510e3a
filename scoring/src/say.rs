//! A function for every text that the core writes: `say::headline::line` is `headline`, `line` in a
//! language’s file.
//!
//! It takes what the English text has placeholders for, in that order; the number that decides the form
//! comes first, where there are forms. The build script writes them.
#![allow(clippy::too_many_arguments, reason = "a text has as many placeholders as it has")]

include!(concat!(env!("OUT_DIR"), "/say.rs"));
