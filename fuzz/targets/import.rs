//! Any bytes as a file of scenarios: no panic, every entry is kept or named, and what was kept is written
//! and read again as it is.
#![no_main]

use std::sync::LazyLock;

use lawgrade_tests::{connecticut, found};
use libfuzzer_sys::fuzz_target;
use scoring::Baseline;
use scoring::shelf::{FileProblem, Found, Shelf, import, read, text_of};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fuzz_target!(|bytes: &[u8]| {
    let text = text_of(bytes);
    let file = found(&text);
    let (brought, problems) = import(&*CONNECTICUT, &text, file.as_ref());
    assert!(!brought.is_empty() || !problems.is_empty() || file.is_some());
    let Some(file) = file else { return };
    let (scenarios, problems) = read(&*CONNECTICUT, &file);
    let left_out = |problem: &&FileProblem| matches!(problem, FileProblem::NotAScenario(_));
    let nothing = problems.iter().any(|problem| {
        matches!(problem, FileProblem::NotOurs(_) | FileProblem::OtherVersion(_) | FileProblem::NoList)
    });
    assert!(!nothing || scenarios.is_empty());
    if let Found::Fields(fields) = &file
        && let Some((_, Found::List(entries))) = fields.iter().rev().find(|(name, _)| name == "scenarios")
        && !nothing
    {
        assert_eq!(entries.len(), scenarios.len() + problems.iter().filter(left_out).count());
    }

    let mut shelf = Shelf::default();
    let kept = shelf.add(scenarios);
    assert_eq!(kept, shelf.saved().len());
    let written = serde_json::to_string(&shelf.file()).expect("a shelf is plain data");
    let file = found(&written).expect("what was written is JSON");
    let (again, problems) = read(&*CONNECTICUT, &file);
    assert_eq!(again, shelf.saved());
    assert!(problems.iter().all(|problem| matches!(problem, FileProblem::Address { .. })));
});
