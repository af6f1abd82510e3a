//! Any text as an address: no panic, what was applied has an address that reads back to the same, however that is
//! handed on, and nothing that was written is passed over in silence.
#![no_main]

use std::sync::LazyLock;

use lawgrade_tests::{connecticut, handed_on};
use libfuzzer_sys::fuzz_target;
use scoring::{Baseline, Changes, Points, ProvisionSet, format_address, parse_address};

static CONNECTICUT: LazyLock<Baseline> = LazyLock::new(connecticut);

/// What an address keeps for itself or passes over, and what is read in another way.
const NOT_PLAIN: [&str; 9] = ["%", "+", "?", "&", "#", ":~:", "\n", "=3", "urldefense"];

fuzz_target!(|address: &str| {
    let (situation, problems) = parse_address(&CONNECTICUT, address);
    let canonical = format_address(&CONNECTICUT, &situation);
    let (again, none) = parse_address(&CONNECTICUT, &canonical);
    assert_eq!((&again, none.len()), (&situation, 0), "{canonical}");

    // What the world does to it depends on the text, too.
    let mut ways = [0; 8];
    address.bytes().enumerate().for_each(|(place, byte)| ways[place % 8] ^= byte);
    let elsewhere = handed_on(&canonical, &ways);
    let (again, none) = parse_address(&CONNECTICUT, &elsewhere);
    assert_eq!((&again, none.as_slice()), (&situation, [].as_slice()), "{elsewhere}");

    // In a plain address, each id must have been applied or named.
    if NOT_PLAIN.iter().any(|mark| address.contains(mark)) || !address.starts_with("pic-2019/ct-2019/") {
        return;
    }
    let Changes { on, off } = situation.scenario.changes(&CONNECTICUT);
    let aim = &situation.aim;
    let told: Vec<String> = problems.iter().map(|problem| problem.in_words(CONNECTICUT.words())).collect();
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    // What is told of stands between quotation marks, without signs that cannot be seen, perhaps with what stands
    // beside it.
    let quotes = |line: &String| Some(letters(line.split_once('“')?.1.rsplit_once('”')?.0));
    let quoted: Vec<String> = told.iter().filter_map(quotes).collect();
    let named = |what: &str| {
        let what = letters(what);
        quoted.iter().any(|quoted| quoted.contains(&what))
    };
    let applied = |word: &str| {
        let known = CONNECTICUT.provisions().iter().filter(|known| letters(&known.id) == letters(word));
        let within = |set: &ProvisionSet, place| set.contains(place);
        known.into_iter().any(|known| {
            let aimed = within(&aim.locked, known.index)
                || aim.bundles.iter().any(|bundle| within(&bundle.provisions, known.index));
            on.iter().chain(&off).any(|id| *id == known.id) || aimed || named(&known.id)
        })
    };
    // A word without a letter of the alphabet says nothing; a packed set is applied or told as a whole.
    let said = |word: &str| {
        !word.contains(|c: char| c.is_ascii_alphanumeric())
            || applied(word)
            || named(word)
            || is_set(&letters(word))
    };
    for part in address.split('/').skip(2) {
        let (name, value) = part.split_once('=').unwrap_or_default();
        let ids = match letters(name).as_str() {
            "on" | "off" | "without" => value,
            "bill" if !named(part) => value.split_once(':').unwrap_or_default().1,
            "to" | "sure" => {
                let kept = aim.target.as_ref().map(|target| target.to_string());
                let is_kept = kept.is_some_and(|kept| !value.is_ascii() || is_same(&kept, value));
                assert!(is_kept || named(value) || told.len() > 1, "{part} of {address}");
                continue;
            }
            _ => {
                assert!(
                    named(part) || !part.contains(|c: char| c.is_ascii_alphanumeric()),
                    "{part} of {address}"
                );
                continue;
            }
        };
        for id in ids.split(',') {
            let words = || id.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.'));
            assert!(said(id) || words().all(said), "{id} of {address}");
        }
    }
});

/// Whether a target is what was written: marks may stand around it, and points be written in other ways.
fn is_same(target: &str, written: &str) -> bool {
    let bare = |text: &str| text.trim_matches(|sign: char| !sign.is_ascii_alphanumeric()).replace(',', ".");
    let (target, written) = (bare(target), bare(written));
    target.eq_ignore_ascii_case(&written)
        || target.parse::<Points>().is_ok_and(|points| written.parse() == Ok(points))
}

/// Whether a word is a set in a few letters that reads back.
fn is_set(letters: &str) -> bool {
    let (situation, problems) = parse_address(&CONNECTICUT, &format!("pic-2019/ct-2019/without={letters}"));
    !situation.aim.locked.is_empty() && problems.is_empty()
}
