//! Packed data is read as it was written, or refused.
#![allow(missing_docs, clippy::expect_used)]

use std::sync::{Arc, LazyLock};

use lawgrade_tests::{card, connecticut, framework, language, made, translated};
use proptest::prelude::*;
use scoring::pack::{self, Damaged};
use scoring::{Baseline, Plain, Speech, Words};

static PACKED: LazyLock<String> = LazyLock::new(|| packed(&connecticut(), "en-US", "a1b2"));

fn packed(baseline: &Baseline, locale: &str, version: &str) -> String {
    pack::write(baseline, baseline.words().texts().to_vec(), locale, version)
}

fn read(text: &str) -> Result<(Baseline, String), Damaged> {
    pack::read(text, None, |_| speech())
}

fn speech() -> Arc<dyn Speech> {
    Arc::new(Plain { and: "and".to_owned() })
}

#[test]
fn connecticut_is_read_as_it_was_written() {
    assert_eq!(read(&PACKED), Ok((connecticut(), "a1b2".to_owned())));
}

#[test]
fn another_language_comes_with_its_words_and_its_locale() {
    let spanish = translated("es");
    let mut asked = String::new();
    let found = pack::read(&packed(&spanish, "es-US", ""), None, |locale| {
        asked.push_str(locale);
        speech()
    });
    assert_eq!((found, asked.as_str()), (Ok((spanish, String::new())), "es-US"));
}

#[test]
fn the_tools_add_their_texts() {
    let (english, spanish) = (language("en"), translated("es"));
    let page = language("es").page_texts(&english.messages);
    assert!(page.iter().any(String::is_empty) && !page.iter().all(String::is_empty));
    let lines = pack::write(&spanish, page, "es-US", "");
    let texts = pack::write_texts(spanish.words().texts().to_vec());
    assert_eq!(pack::read(&lines, Some(&texts), |_| speech()), Ok((spanish, String::new())));
    assert_eq!(pack::read(&lines, Some("damaged"), |_| speech()), Err(Damaged));
}

#[test]
fn any_words_stand_in_a_page() {
    let mut card = card();
    card.year_note = "</script>\r\n<b> \\n \\\\ & “ñ”\n".to_owned();
    let baseline = Baseline::new(framework(), card, Words::english()).expect("no mistakes");
    let packed = packed(&baseline, "<", "<");
    assert!(!packed.contains('<') && !packed.contains('\r'));
    assert_eq!(read(&packed), Ok((baseline, "<".to_owned())));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn made_data_is_read_as_it_was_written(baseline in made::baseline()) {
        let packed = packed(&baseline, "en-US", "");
        prop_assert_eq!(read(&packed), Ok((baseline, String::new())));
    }

    #[test]
    fn another_byte_anywhere_is_noticed(place in 0..PACKED.len(), byte in 32_u8..127) {
        let mut bytes = PACKED.clone().into_bytes();
        prop_assume!(bytes.get(place).is_some_and(|known| *known != byte && known.is_ascii()));
        bytes.splice(place..=place, [byte]);
        let text = String::from_utf8(bytes).expect("one letter is another");
        prop_assert_eq!(read(&text), Err(Damaged));
    }

    #[test]
    fn what_is_cut_off_is_noticed(place in 0..PACKED.len()) {
        if let Some(text) = PACKED.get(..place) {
            prop_assert_eq!(read(text), Err(Damaged));
        }
    }
}
