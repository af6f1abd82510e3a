//! Facts about the law: which are asked, how they hang together, and what one card answers.

mod answers;
mod condition;
mod decisions;
mod implied;

pub use crate::ProvisionSet;
pub use answers::{Answer, Answers, Missing};
pub use condition::Condition;
pub use decisions::Decisions;
pub use implied::{Group, GroupKind, Implied};
