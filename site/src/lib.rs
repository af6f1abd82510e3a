//! The site generator: makes the release of what Trunk has compiled, and holds it to what is promised of it.
//!
//! Trunk calls [`finish()`] in the folder where it has put the page together. What is left then is for when the release
//! stands in its place: [`compress`], [`fingerprints`], [`budget`].

pub mod api;
pub mod archive;
mod assets;
mod brought_page;
pub mod budget;
mod calculator_page;
mod card_page;
pub mod compare;
pub mod compress;
pub mod constraints;
pub mod data;
mod document;
pub mod failure;
pub mod files;
pub mod fingerprints;
mod finish;
mod frame;
pub mod framework_page;
mod front_page;
mod head;
pub mod home;
mod hosting;
pub mod html;
mod inside;
mod law_page;
mod make_page;
mod manual;
mod minify;
mod names;
pub mod node;
mod oembed;
mod offline;
mod one_file;
mod page;
mod pictures;
mod prerender;
pub mod process;
mod programs;
mod published_page;
pub mod reader_package;
mod reading_page;
mod rescue;
mod short;
mod sitemap;
mod structured;
pub mod template;
mod wasm;
mod wordpress;
mod workshop_page;
mod years_file;

pub use finish::finish;
