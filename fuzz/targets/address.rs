//! Any text as an address: no panic, what was applied has an address that reads back to the same, and
//! nothing that was written is passed over in silence.
#![no_main]

use std::sync::LazyLock;

use lawgrade_tests::connecticut;
use libfuzzer_sys::fuzz_target;
use scoring::{Baseline, Changes, Points, ProvisionSet, format_address, parse_address};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

fuzz_target!(|address: &str| {
    let (situation, problems) = parse_address(&CONNECTICUT, address);
    let canonical = format_address(&CONNECTICUT, &situation);
    let (again, none) = parse_address(&CONNECTICUT, &canonical);
    assert_eq!((&again, none.len()), (&situation, 0), "{canonical}");

    // Without an escape, each id must have been applied or named.
    if address.contains('%') || !address.starts_with("pic-2019/ct-2019/") {
        return;
    }
    let Changes { on, off } = situation.scenario.changes(&CONNECTICUT);
    let aim = &situation.aim;
    let aimed = |id: &str| {
        let place = CONNECTICUT.provision(id).map(|provision| provision.place);
        let within = |set: &ProvisionSet| place.is_some_and(|place| set.contains(place));
        within(&aim.locked) || aim.bundles.iter().any(|bundle| within(&bundle.provisions))
    };
    let told: Vec<String> = problems.iter().map(|problem| problem.in_words(CONNECTICUT.words())).collect();
    let address = address.trim().trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    for part in address.split('/').skip(2).filter(|part| !part.is_empty()) {
        let named = |what: &str| told.iter().any(|line| line.contains(&format!("“{what}”")));
        let ids = match part.split_once('=') {
            Some(("on" | "off" | "without", ids)) => ids,
            Some(("bill", bundle)) if !named(part) => bundle.split_once(':').unwrap_or_default().1,
            Some(("to" | "sure", target)) => {
                // Points may be written in other ways than the canonical one.
                let written = target.parse::<Points>().map_or(target.to_owned(), |points| points.to_string());
                let kept = aim.target.as_ref().is_some_and(|target| target.to_string() == written);
                assert!(kept || named(target), "{part} of {address}");
                continue;
            }
            _ => {
                assert!(named(part), "{part} of {address}");
                continue;
            }
        };
        for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            let applied = on.iter().chain(&off).any(|applied| applied == id);
            assert!(applied || aimed(id) || named(id), "{id} of {address}");
        }
    }
});
