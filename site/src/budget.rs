//! The size budgets: what a visitor waits for, in brotli.

use std::path::Path;

use crate::compress::{brotli_size, is_compressed};
use crate::failure::{Failure, failed};
use crate::offline::NOT_OF_THE_PAGE;

/// What there may be until the page can be read, in bytes of brotli at its highest quality: the page itself, its
/// style sheet and its start script.
const UNTIL_IT_READS: usize = 30_000;

/// What a first visit may load until the calculator answers, with what it keeps for use without a network.
const UNTIL_IT_ANSWERS: usize = 120_000;

/// What the tools may be, in all languages.
const OF_TOOLS: usize = 190_000;

/// What the planner may be, with the worker that it runs in.
const OF_PLANNER: usize = 85_000;

/// What the program of the frameworks' pages may be, with its style. It has the tools inside.
const OF_FRAMEWORKS: usize = 330_000;

/// How the names of its files begin.
const FRAMEWORK: &str = "frameworks/framework-";

/// How the names of the planner's files begin, which are fetched when a visitor asks for plans, or in the background.
const PLANNER: &str = "planner-";

/// How the names of files begin that are fetched when a visitor opens a tool, or afterwards and in the
/// background, to be kept for use without a network.
const TOOLS: &str = "tools-";

/// How the names of files begin that the page, beside itself, needs to be read.
const READ: [&str; 2] = ["style-", "boot-"];

/// Measures every file of the build, prints a table, and fails when the page has outgrown its budget.
///
/// # Errors
/// When the build is too large, or cannot be read.
pub fn hold(dist: &Path) -> Result<(), Failure> {
    let mut sizes = Vec::new();
    collect(dist, dist, &mut sizes)?;
    sizes.sort_by_key(|(_, _, compressed)| std::cmp::Reverse(*compressed));
    let others =
        |(name, ..): &(String, usize, usize)| NOT_OF_THE_PAGE.iter().any(|start| name.starts_with(start));
    let (others, page): (Vec<_>, Vec<_>) = sizes.into_iter().partition(others);
    let (planner, page): (Vec<_>, Vec<_>) =
        page.into_iter().partition(|(name, ..)| name.starts_with(PLANNER));
    let (tools, first): (Vec<_>, Vec<_>) = page.into_iter().partition(|(name, ..)| name.starts_with(TOOLS));
    // A visitor loads the page in one language; the largest counts.
    let (mut pages, mut first): (Vec<_>, Vec<_>) = first.into_iter().partition(|(name, ..)| is_page(name));
    if !pages.is_empty() {
        first.insert(0, pages.remove(0));
    }
    let (read, answers): (Vec<_>, Vec<_>) = first
        .into_iter()
        .partition(|(name, ..)| is_page(name) || READ.iter().any(|start| name.starts_with(start)));
    let (frameworks, others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|(name, ..)| name.starts_with(FRAMEWORK));
    println!("\n{:>9} {:>9}  file", "bytes", "brotli");
    print(&others, "for other pages and programs, and to download");
    print(&pages, "the page in smaller languages");
    let frameworks =
        print(&frameworks, &format!("the program of the frameworks’ pages; the budget is {OF_FRAMEWORKS}"));
    let tools =
        print(&tools, &format!("the tools, when opened or in the background; the budget is {OF_TOOLS}"));
    let planner = print(
        &planner,
        &format!("the planner, when asked for or in the background; the budget is {OF_PLANNER}"),
    );
    let reads = print(&read, &format!("until the page reads; the budget is {UNTIL_IT_READS}"));
    let program = print(&answers, "and until it answers");
    let answers = reads + program;
    println!("{answers:>19}  all that a first visit loads; the budget is {UNTIL_IT_ANSWERS}\n");
    within("the page until it reads, in brotli,", reads, UNTIL_IT_READS)?;
    within("the page until it answers, in brotli,", answers, UNTIL_IT_ANSWERS)?;
    within("the tools, in brotli,", tools, OF_TOOLS)?;
    within("the planner, in brotli,", planner, OF_PLANNER)?;
    within("the program of the frameworks’ pages, in brotli,", frameworks, OF_FRAMEWORKS)
}

fn is_page(name: &str) -> bool {
    name.ends_with(".html")
}

/// Holds something to its budget, in bytes.
///
/// # Errors
/// When it is larger.
pub fn within(what: &'static str, actual: usize, budget: usize) -> Result<(), Failure> {
    if actual > budget { Err(Failure::TooLarge { what, actual, budget }) } else { Ok(()) }
}

/// Prints a line for each file and one for all, and returns their size in brotli.
fn print(sizes: &[(String, usize, usize)], together: &str) -> usize {
    for (name, plain, compressed) in sizes {
        println!("{plain:>9} {compressed:>9}  {name}");
    }
    let plain: usize = sizes.iter().map(|(_, plain, _)| plain).sum();
    let compressed = sizes.iter().map(|(_, _, compressed)| compressed).sum();
    println!("{plain:>9} {compressed:>9}  {together}\n");
    compressed
}

fn collect(folder: &Path, dist: &Path, sizes: &mut Vec<(String, usize, usize)>) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        if path.is_dir() {
            collect(&path, dist, sizes)?;
            continue;
        }
        if is_compressed(&path) {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|error| failed(&path, error))?;
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        sizes.push((name, bytes.len(), brotli_size(&bytes).map_err(|error| failed(&path, error))?));
    }
    Ok(())
}
