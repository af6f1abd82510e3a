//! Spreadsheets as rules and cards: what an author writes in a spreadsheet becomes the framework and the cards that the
//! core reads, with every mistake told at once by its cell; and any framework with its cards becomes a spreadsheet.
//!
//! ```text
//! bytes   file/     XLSX, ODS, CSV, TSV, copied cells: what kind it is, within limits -> sheets of cells
//! sheets  grid      which row has the headings, which column says what
//! cells   reading   texts, numbers, answers as people write them; what was tidied is noted
//! layout  layout/   what each kind of sheet says -> a framework's file, with the place of every field
//! rules             the core's own compile and checks, whose mistakes are told at the cells they came from
//! ```
//!
//! The page on which authors make a card edits a [`book::Book`] of such sheets, reads it anew after each edit, and asks
//! [`trial`] what comes out.
//! [`card_file`] has all of it as one JSON text, for programs to hand on.
//!
//! `docs/spreadsheet.md` is the same for authors.

pub mod book;
mod brought;
pub mod card_file;
mod cell_reader;
mod draft;
pub mod file;
mod findings;
mod grid;
mod kind;
mod layout;
mod places;
mod remnant;
pub mod sheet;
pub mod start;
mod tidy;
mod told;
pub mod trial;
pub mod write;

pub use brought::{Brought, read, read_sheets};
pub use kind::Kind;
pub use scoring::cards::Finding;
pub use told::{MOST, Told, told};
