//! What a visitor sees, a file for each part. No part computes a score.

mod basis_mark;
mod component;
pub mod document;
pub mod element;
pub mod filled;
mod grade_panel;
mod grade_ruler;
pub mod live;
mod notch_meter;
mod provision;
mod section;
mod section_bars;
mod status_line;
pub mod why;

pub use grade_panel::{Action, GradePanel};
pub use section::SectionView;
pub use status_line::StatusLine;
