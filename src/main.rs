//! The program that the page loads. The page calls [`lawgrade::start`] once its data is there.

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}
