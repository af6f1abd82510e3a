//! Frameworks and cards exactly as their files under `data/` write them.
//!
//! These types only mirror the files; nothing in them has been checked. See [`crate::check`] and
//! [`crate::Baseline`].

mod bill;
mod card;
mod framework;
mod language;
mod page_text;
mod statutes;
mod translation;

pub use bill::CardBill;
pub use card::{Card, Citation, Finding, Note, Published, PublishedSection, Source};
pub use framework::{
    Band, Basis, Component, EarlierComponent, EarlierEdition, Framework, Provision, Rung, Section,
};
pub use language::{COUNT, Language, Messages, OF_AUTHORS, OF_TOOLS, OTHER, PageTexts, Text, placeholders};
pub use page_text::PageTextProblem;
pub use statutes::{StatuteSection, Statutes};
pub use translation::{CardWords, FrameworkWords, SectionWords};
