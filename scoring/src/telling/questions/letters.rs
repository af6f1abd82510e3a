//! Texts as they are compared in a search: in small letters, without accents.

/// A text in small letters without accents, with one kind of apostrophe. Accents are those of the languages that are
/// written here; others stay as they are.
pub(super) fn plain(text: &str) -> String {
    let without_accent = |letter: char| match letter {
        '\u{300}'..='\u{36f}' => None,
        'à'..='å' | 'ā' | 'ă' => Some('a'),
        'ç' | 'ć' | 'č' => Some('c'),
        'è'..='ë' | 'ē' | 'ė' => Some('e'),
        'ì'..='ï' | 'ī' => Some('i'),
        'ñ' | 'ń' => Some('n'),
        'ò'..='ö' | 'ō' | 'ő' => Some('o'),
        'š' | 'ş' => Some('s'),
        'ù'..='ü' | 'ū' | 'ű' => Some('u'),
        'ý' | 'ÿ' => Some('y'),
        'ž' => Some('z'),
        '’' | '‘' | 'ʼ' => Some('\''),
        letter => Some(letter),
    };
    text.chars().flat_map(char::to_lowercase).filter_map(without_accent).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn case_and_accents_make_no_difference() {
        // The same letter in one sign and in two.
        for text in ["Pensión Años", "PENSIO\u{301}N AN\u{303}OS", "pension anos"] {
            assert_eq!(plain(text), "pension anos");
        }
        assert_eq!(plain("Côte d’Ivoire"), "cote d'ivoire");
        assert_eq!(plain("ﬁ ß 法 İ"), "ﬁ ß 法 i");
    }
}
