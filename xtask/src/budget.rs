//! The size budget: what a first visit loads, in brotli.

use std::io::Write;
use std::path::Path;

use crate::task::{Failure, failed, root};

/// What a first visit may load, in bytes of brotli at its highest quality.
const BUDGET: usize = 120_000;

/// How the names of files begin that a first visit does not load.
const LATER: [&str; 10] = [
    "tools-",
    "api-",
    "lawgrade.",
    "offline-",
    "sw.js",
    "manifest.",
    "page.png",
    "frame-",
    "embed.",
    "examples/",
];

/// Measures every file of the build, prints a table, and fails when the page has outgrown its budget.
///
/// # Errors
/// When the build is too large, or cannot be read.
pub fn hold() -> Result<(), Failure> {
    let dist = root().join("dist");
    let mut sizes = Vec::new();
    collect(&dist, &dist, &mut sizes)?;
    sizes.sort_by_key(|(_, _, compressed)| std::cmp::Reverse(*compressed));
    let (later, first): (Vec<_>, Vec<_>) =
        sizes.into_iter().partition(|(name, ..)| LATER.iter().any(|start| name.starts_with(start)));
    println!("\n{:>9} {:>9}  file", "bytes", "brotli");
    print(&later, "loaded when a visitor asks for it");
    let actual = print(&first, &format!("all that a first visit loads; the budget is {BUDGET}"));
    if actual > BUDGET {
        Err(Failure::TooLarge { what: "the page, in brotli,", actual, budget: BUDGET })
    } else {
        Ok(())
    }
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
        let bytes = std::fs::read(&path).map_err(|error| failed(&path, error))?;
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        sizes.push((name, bytes.len(), brotli_size(&bytes).map_err(|error| failed(&path, error))?));
    }
    Ok(())
}

/// How large something is in brotli at its highest quality.
///
/// # Errors
/// Never; memory is written to.
pub fn brotli_size(bytes: &[u8]) -> std::io::Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}
