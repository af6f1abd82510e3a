//! What comes out of a card before it is published: results with ranks, and what an author should look at again.

mod looked_at;
mod moved;
mod results;

pub use looked_at::{Check, check};
pub use moved::{Moved, moved};
pub use results::{Figured, Results, Row, results};
