//! Any bytes as a file of scenarios: no panic, every entry is kept or named, and what was kept is written
//! and read again as it is.
#![no_main]

use std::sync::LazyLock;

use lawgrade_tests::connecticut;
use libfuzzer_sys::fuzz_target;
use scoring::Baseline;
use scoring::shelf::{FileProblem, Found, Shelf, import, read, text_of};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fuzz_target!(|bytes: &[u8]| {
    let text = text_of(bytes);
    let found = serde_json::from_str::<Found>(&text).ok();
    let (brought, problems) = import(&*CONNECTICUT, &text, found.as_ref());
    assert!(!brought.is_empty() || !problems.is_empty() || found.is_some());
    let Some(found) = found else { return };
    let (scenarios, problems) = read(&*CONNECTICUT, &found);
    let left_out = |problem: &&FileProblem| matches!(problem, FileProblem::NotAScenario(_));
    let nothing = problems.iter().any(|problem| {
        matches!(problem, FileProblem::NotOurs(_) | FileProblem::OtherVersion(_) | FileProblem::NoList)
    });
    assert!(!nothing || scenarios.is_empty());
    if let Found::Fields(fields) = &found
        && let Some((_, Found::List(entries))) = fields.iter().rev().find(|(name, _)| name == "scenarios")
        && !nothing
    {
        assert_eq!(entries.len(), scenarios.len() + problems.iter().filter(left_out).count());
    }

    let mut shelf = Shelf::default();
    let kept = shelf.add(scenarios);
    assert_eq!(kept, shelf.saved().len());
    let written = serde_json::to_string(&shelf.file()).expect("a shelf is plain data");
    let found = serde_json::from_str(&written).expect("what was written is JSON");
    let (again, problems) = read(&*CONNECTICUT, &found);
    assert_eq!(again, shelf.saved());
    assert!(problems.iter().all(|problem| matches!(problem, FileProblem::Address { .. })));
});
