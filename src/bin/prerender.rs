//! Writes the calculator as it stands in the page before any program runs: the packed data on standard input,
//! HTML on standard output. The build calls it; see `site/src/prerender.rs`.

use std::io::{Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut lines = String::new();
    let read = std::io::stdin().read_to_string(&mut lines);
    let html = read.map_err(|error| error.to_string()).and_then(|_| lawgrade::prerendered(&lines));
    match html
        .and_then(|html| std::io::stdout().write_all(html.as_bytes()).map_err(|error| error.to_string()))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
