//! The program that the page loads when a visitor opens one of its tools: ways up, saved scenarios, comparison,
//! what can be taken away.

#[path = "../exports/data.rs"]
mod data;
#[path = "../exports/tools.rs"]
mod tools;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}
