//! The project's own commands: `cargo xtask serve`, `build`, `test`, `check-data`, `bench`.

mod bench;
mod brought;
mod compare;
mod dependencies;
mod fuzz;
mod hosts;
mod links;
mod mutants;
mod package;
mod programs;
mod release;
mod suite;
mod table;
mod template;
mod tools;

use std::process::ExitCode;

use site::data;
use site::failure::Failure;

const USAGE: &str = "\
cargo xtask serve               build the calculator and serve it at http://127.0.0.1:8080
cargo xtask build               build it into dist/ and hold it to its size budget
cargo xtask build --home URL    the same, with what only its absolute address can say: link previews
cargo xtask test                run every check and test, installing what they need
cargo xtask check-data          check frameworks and cards; every mistake in one run
cargo xtask check-data --table  the same, then print them as a table to review
cargo xtask check-data FILE     check a spreadsheet (.xlsx, .ods, .csv, .tsv), and print what its cards come to
cargo xtask check-links         where each cited law leads to, and whether it answers; needs a network
cargo xtask compare-rules A B   what a change of rules changes, for every law and card; A and B are framework.json files
cargo xtask spreadsheet ID FILE write a framework with its cards as a spreadsheet (.xlsx, .csv) to change and bring back
cargo xtask bench               measure, and write docs/BENCHMARKS.md
cargo xtask package             build, and pack the rules for other programs into target/npm
cargo xtask package --built     pack them from what is in dist/
cargo xtask release             build, and write all files of a release with checksums; also: --home URL, --built
cargo xtask test-hosts          the package in every bundler and runtime, the build behind real servers, the plugin in WordPress
cargo xtask fuzz TARGET RUNS    hostile input, this many times: address, import, workbook
cargo xtask mutants [FILE ...]  change the core, one operator at a time, and see whether a test notices";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["serve"] => serve(),
        ["build"] => build(None),
        ["build", "--home", address] => build(Some(address)),
        ["test"] => suite::everything(),
        ["check-data"] => data::check(),
        ["check-data", "--table"] => data::check().and_then(|()| table::print()),
        ["check-data", file] => brought::check(file),
        ["compare-rules", before, after] => compare::print(before, after),
        ["check-links"] => links::check(),
        ["spreadsheet", id, file] => template::create(id, file),
        ["bench"] => bench::measure(),
        ["package"] => build(None).and_then(|()| package::pack()).map(drop),
        ["package", "--built"] => package::pack().map(drop),
        ["release"] => release::make(None, false),
        ["release", "--built"] => release::make(None, true),
        ["release", "--home", address] => release::make(Some(address), false),
        ["test-hosts"] => hosts::test(),
        ["mutants", files @ ..] => mutants::run_on(files),
        ["fuzz", target, runs] => fuzz::run_target(target, runs),
        // Called by Trunk after it has compiled the page; see Trunk.toml.
        ["finish"] => site::finish(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn serve() -> Result<(), Failure> {
    data::check()?;
    tools::ready_to_build()?;
    println!("Compiling the calculator; it is at http://127.0.0.1:8080 when Trunk says “success”.");
    tools::trunk("serve", None)
}

fn build(home: Option<&str>) -> Result<(), Failure> {
    data::check()?;
    suite::build_release(home)?;
    if home.is_none() {
        println!(
            "Built without --home: links to this page will be shown without a picture where they are posted."
        );
    }
    Ok(())
}
