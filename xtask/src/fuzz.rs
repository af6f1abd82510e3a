//! `fuzz`: hostile input for what reads addresses and files.

use site::data;
use site::failure::{Failure, failed};
use site::files::{root, write};
use site::process::{cargo, run};

use crate::tools;

/// The targets, with how many inputs each gets in `cargo xtask test`.
const TARGETS: [(&str, &str); 3] = [("address", "500000"), ("import", "300000"), ("workbook", "20000")];

/// The longest input, in bytes; a workbook is not smaller.
const LONGEST: [(&str, usize); 1] = [("workbook", 16_384)];

/// Runs every target for a bounded number of inputs. They begin alike; which ones follow depends on the paths that were
/// reached, which differ a little from run to run, so that what one run passes another may still find wrong.
/// `cargo xtask fuzz` looks for longer.
///
/// # Errors
/// At the first input that a target does not bear, which cargo-fuzz keeps under `fuzz/artifacts`.
pub fn bounded() -> Result<(), Failure> {
    TARGETS.iter().try_for_each(|(target, runs)| run_inputs(target, runs, &["-seed=1"]))
}

/// Runs one target for this many inputs. Without a sanitizer, so that the pinned stable compiler does: what
/// is looked for is panics, hangs and broken promises, and there is no unsafe code to be wrong about memory.
///
/// # Errors
/// When the target is not there, or does not bear an input.
pub fn run_target(target: &str, runs: &str) -> Result<(), Failure> {
    run_inputs(target, runs, &[])
}

fn run_inputs(target: &str, runs: &str, options: &[&str]) -> Result<(), Failure> {
    tools::cargo_fuzz()?;
    let folder = root().join("fuzz");
    let words = folder.join("target/words.txt");
    let corpus = folder.join("corpus").join(target);
    for made in [words.parent().unwrap_or(&folder), &corpus] {
        std::fs::create_dir_all(made).map_err(|error| failed(made, error))?;
    }
    write(&words, dictionary()?)?;
    let mut fuzz = cargo(&["fuzz", "run", "--sanitizer", "none", target]);
    fuzz.arg(corpus).arg(folder.join("seeds").join(target));
    let longest = LONGEST.iter().find(|(known, _)| *known == target).map_or(4_096, |(_, longest)| *longest);
    fuzz.args(["--", "-timeout=10", "-verbosity=0", "-print_final_stats=1"]);
    fuzz.arg(format!("-max_len={longest}"));
    fuzz.arg(format!("-runs={runs}")).arg(format!("-dict={}", words.display())).args(options);
    run(tools::with_tools(&mut fuzz))
}

/// Words that addresses and files are made of, as libFuzzer reads them.
fn dictionary() -> Result<String, Failure> {
    let pairs = data::pairs()?;
    let provisions = pairs.iter().flat_map(|pair| pair.baseline.provisions()).map(|p| p.id.as_str());
    let known = [
        "pic-2019",
        "ct-2019",
        "/on=",
        "/off=",
        "/to=",
        "/sure=",
        "/without=",
        "/bill=",
        ":",
        "%2C",
        "%3D",
        "#",
        "?utm_source=",
        "&fbclid=",
        ":~:text=",
        "1es0p0804m4g8k30dag02",
        "lawgrade",
        "scenarios",
        "Provision",
        "Points",
        "In law?",
        "[Settings]",
        "[Provisions]",
        "[Rules]",
        "[Grades]",
        "[Results]",
        "[Subjects]",
        "[Words]",
        "Kind,Depth,Needs,Points",
        "ladder",
        "rung",
        "levels",
        "checklist",
        "gate",
        "any: ",
        "none: ",
    ];
    Ok(known.into_iter().chain(provisions).map(|word| format!("\"{word}\"\n")).collect())
}
