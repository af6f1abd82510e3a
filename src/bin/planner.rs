//! The planner: a program of its own, which runs in a worker where it can, so that no search holds a page up.

#[path = "../exports/planner.rs"]
mod planner;

use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// Whether this program has stopped: nothing that it keeps in its memory can be trusted any more.
#[wasm_bindgen]
pub fn stopped() -> bool {
    lawgrade::stopped()
}
