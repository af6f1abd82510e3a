//! Calculator, tools and planner in one program, for the one file that has everything inside and for sandboxed frames. Apart they
//! would be a third larger, since all have the rules and two have Leptos.

#[path = "../exports/data.rs"]
mod data;
#[path = "../exports/page.rs"]
mod page;
#[path = "../exports/planner.rs"]
mod planner;
#[path = "../exports/tools.rs"]
mod tools;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}
