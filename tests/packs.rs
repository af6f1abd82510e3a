//! Packed data is read as it was written, or refused.
#![allow(missing_docs, clippy::expect_used)]

use std::sync::LazyLock;

use lawgrade_tests::{card, connecticut, framework, made};
use proptest::prelude::*;
use scoring::pack::{Damaged, Pack};
use scoring::{Baseline, check};

static PACKED: LazyLock<String> =
    LazyLock::new(|| Pack::new(framework(), card(), "a1b2".to_owned()).expect("no mistakes").write());

#[test]
fn connecticut_is_read_as_it_was_written() {
    assert_eq!(Pack::read(&PACKED), Ok((connecticut(), "a1b2".to_owned())));
}

#[test]
fn mistakes_are_found_before_anything_is_packed() {
    let mut card = card();
    card.published.grade = "Z".to_owned();
    let problems: Vec<check::Problem> = Pack::new(framework(), card, String::new()).expect_err("a mistake");
    assert_eq!(problems.len(), 1);
}

#[test]
fn any_words_stand_in_a_page() {
    let mut card = card();
    card.year_note = "</script>\r\n<b> \\n \\\\ & “ñ”\n".to_owned();
    let packed = Pack::new(framework(), card.clone(), "<".to_owned()).expect("no mistakes").write();
    assert!(!packed.contains('<') && !packed.contains('\r'));
    let baseline = Baseline::new(framework(), card).expect("no mistakes");
    assert_eq!(Pack::read(&packed), Ok((baseline, "<".to_owned())));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn made_data_is_read_as_it_was_written(baseline in made::baseline()) {
        let (framework, card) = (baseline.framework().clone(), baseline.card().clone());
        let packed = Pack::new(framework, card, String::new()).expect("made without mistakes").write();
        prop_assert_eq!(Pack::read(&packed), Ok((baseline, String::new())));
    }

    #[test]
    fn another_byte_anywhere_is_noticed(place in 0..PACKED.len(), byte in 32_u8..127) {
        let mut bytes = PACKED.clone().into_bytes();
        prop_assume!(bytes.get(place).is_some_and(|known| *known != byte && known.is_ascii()));
        bytes.get_mut(place).map(|known| *known = byte);
        let text = String::from_utf8(bytes).expect("one letter is another");
        prop_assert_eq!(Pack::read(&text), Err(Damaged));
    }

    #[test]
    fn what_is_cut_off_is_noticed(place in 0..PACKED.len()) {
        if let Some(text) = PACKED.get(..place) {
            prop_assert_eq!(Pack::read(text), Err(Damaged));
        }
    }
}
