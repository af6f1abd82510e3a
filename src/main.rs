//! The program that the page loads: the calculator itself.
//!
//! What is not needed to switch provisions and to see what follows is in a program of its own, `tools`,
//! which the page loads when a visitor first asks for it.

#[path = "exports/data.rs"]
mod data;
#[path = "exports/page.rs"]
mod page;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}
