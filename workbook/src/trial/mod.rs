//! What comes out of a card before it is published: results with ranks, and what an author should look at again.

mod looked_at;
mod moved;
mod reading_level;
mod results;

pub use looked_at::{Check, HardText, check};
pub use moved::{Moved, moved};
pub use reading_level::{Formula, Level};
pub use results::{Figured, Results, Row, results};
