//! How hard a text is to read, by a published formula of its language.
//!
//! English: the grade level of Flesch and Kincaid, 0.39 · words a sentence + 11.8 · syllables a word − 15.59 (J. P. Kincaid, R. P.
//! Fishburne, R. L. Rogers and B. S. Chissom, “Derivation of New Readability Formulas”, Research Branch Report 8-75, Naval
//! Technical Training Command, 1975). Spanish: the perspicuity of Szigriszt Pazos, 206.835 − 62.3 · syllables a word − words a
//! sentence (F. Szigriszt Pazos, “Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad”, Universidad
//! Complutense de Madrid, 1993), read on the scale INFLESZ, on which less than 40 is very hard (I. M. Barrio-Cantalejo and
//! others, “Validación de la Escala INFLESZ”, Anales del Sistema Sanitario de Navarra 31, 2008).
//!
//! Both count syllables by letters, as programs do: an English word may be one off. All is counted in whole tenths.

/// How many words a text must have to be judged: of fewer, one long word decides.
const FEWEST: usize = 20;

/// What takes more years of school than there are, in tenths of a year.
const HARD_GRADE: i64 = 120;

/// What is very hard by INFLESZ, in tenths.
const HARD_PERSPICUITY: i64 = 400;

/// A language with a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Flesch–Kincaid, for English.
    FleschKincaid,
    /// Szigriszt Pazos, for Spanish.
    SzigrisztPazos,
}

/// How hard a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// By which formula.
    pub formula: Formula,
    /// Years of school for English, a figure of about 100 for easy and 0 for hard texts for Spanish, in tenths. Both may be
    /// beyond that.
    pub tenths: i64,
}

impl Formula {
    /// The formula for a language, by its tag; nothing, where there is none here.
    pub fn of(tag: &str) -> Option<Self> {
        match tag.split('-').next() {
            Some("en") => Some(Self::FleschKincaid),
            Some("es") => Some(Self::SzigrisztPazos),
            _ => None,
        }
    }

    /// The formula for the language that texts are written in, by their commonest words; nothing, where these are of neither.
    pub fn guessed<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let (mut english, mut spanish) = (0, 0);
        for text in texts {
            for word in words(text) {
                match word.to_lowercase().as_str() {
                    "the" | "of" | "and" | "to" | "is" | "are" | "by" | "for" | "with" | "or" | "that" => {
                        english += 1;
                    }
                    "el" | "la" | "los" | "las" | "de" | "del" | "que" | "y" | "en" | "por" | "una"
                    | "un" => {
                        spanish += 1;
                    }
                    _ => {}
                }
            }
        }
        match () {
            () if english > spanish => Some(Self::FleschKincaid),
            () if spanish > english => Some(Self::SzigrisztPazos),
            () => None,
        }
    }

    /// How hard a text is; nothing, where it is too short to be judged.
    pub fn level(self, text: &str) -> Option<Level> {
        let words: Vec<&str> = words(text).collect();
        if words.len() < FEWEST {
            return None;
        }
        let of_word = match self {
            Self::FleschKincaid => english_syllables,
            Self::SzigrisztPazos => spanish_syllables,
        };
        let syllables: usize = words.iter().map(|word| of_word(&word.to_lowercase())).sum();
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX / 1_000_000);
        let (words, sentences, syllables) = (count(words.len()), count(sentences(text)), count(syllables));
        // In thousandths, rounded to tenths.
        let thousandths = match self {
            Self::FleschKincaid => 390 * words / sentences + 11_800 * syllables / words - 15_590,
            Self::SzigrisztPazos => 206_835 - 62_300 * syllables / words - 1_000 * words / sentences,
        };
        Some(Level { formula: self, tenths: (thousandths + 50).div_euclid(100) })
    }
}

impl Level {
    /// Whether an author should write it in plainer words.
    pub fn is_hard(self) -> bool {
        match self.formula {
            Formula::FleschKincaid => self.tenths > HARD_GRADE,
            Formula::SzigrisztPazos => self.tenths < HARD_PERSPICUITY,
        }
    }
}

/// The words of a text: what has a letter in it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|sign: char| sign.is_whitespace() || "—–/-".contains(sign));
    parts
        .map(|part| part.trim_matches(|sign: char| !sign.is_alphabetic()))
        .filter(|part| part.chars().any(char::is_alphabetic))
}

/// How many sentences there are, at least one: an end counts where a large letter or nothing follows, so that “Gen. stat.” and
/// “§ 5.2” end none.
fn sentences(text: &str) -> usize {
    let mut count = 0;
    let mut rest = text;
    while let Some(end) = rest.find(['.', '!', '?', '…', ';']) {
        let mut after = rest.get(end..).unwrap_or_default().chars();
        after.next();
        rest = after.as_str();
        let next = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let is_apart = rest.is_empty() || rest.starts_with(|sign: char| !sign.is_alphanumeric());
        let begins = next.chars().next().is_none_or(|sign| sign.is_uppercase());
        count += usize::from(is_apart && begins);
        rest = next;
    }
    // What follows the last end is a sentence as well.
    (count + usize::from(!rest.is_empty())).max(1)
}

/// Groups of vowels, less an “e”, “es” or “ed” at the end that nobody says.
fn english_syllables(word: &str) -> usize {
    let is_vowel = |letter: char| "aeiouyáéíóú".contains(letter);
    let (mut count, mut was_vowel) = (0, false);
    for letter in word.chars() {
        let is_one = is_vowel(letter);
        count += usize::from(is_one && !was_vowel);
        was_vowel = is_one;
    }
    let before = |ending: &str| word.strip_suffix(ending).and_then(|stem| stem.chars().next_back());
    let is_silent = match (before("e"), before("es"), before("ed")) {
        // “Table” says it, “made” does not.
        (Some('l'), ..) => word.chars().rev().nth(2).is_some_and(is_vowel),
        (Some(letter), ..) => !is_vowel(letter),
        (_, Some(letter), _) => !is_vowel(letter) && !"sxzcgh".contains(letter),
        (.., Some(letter)) => !is_vowel(letter) && !"td".contains(letter),
        _ => false,
    };
    count.saturating_sub(usize::from(is_silent)).max(1)
}

/// A syllable for each strong vowel, and for each weak one that has an accent or no other vowel beside it.
fn spanish_syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or(' ');
    let is_strong = |letter: char| "aeoáéó".contains(letter);
    let is_weak = |letter: char| "iuü".contains(letter);
    let mut count = 0;
    let mut was_weak = false;
    for (place, letter) in letters.iter().copied().enumerate() {
        let before = place.checked_sub(1).map_or(' ', at);
        let is_silent = letter == 'u' && "gq".contains(before) && "eiéí".contains(at(place + 1));
        // A “y” at the end sounds as a vowel: it is one alone, and joins the one before it.
        let letter = if letter == 'y' && place + 1 == letters.len() { 'i' } else { letter };
        let is_own = match () {
            () if is_silent => false,
            () if is_strong(letter) || "íú".contains(letter) => true,
            // Two weak ones are one syllable; so is one before or behind a strong one.
            () if is_weak(letter) => {
                let joins = |other: char| is_strong(other) || "íú".contains(other);
                !(joins(before) || joins(at(place + 1)) || was_weak)
            }
            () => false,
        };
        was_weak = !is_silent && is_weak(letter);
        count += usize::from(is_own);
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for (word, count) in [
            ("law", 1),
            ("table", 2),
            ("made", 1),
            ("minors", 2),
            ("testify", 3),
            ("required", 2),
            ("noted", 2),
            ("judges", 2),
            ("makes", 1),
            ("the", 1),
            ("see", 1),
            ("hour", 1),
            ("people", 2),
            ("rule", 1),
            ("video", 2),
        ] {
            assert_eq!(english_syllables(word), count, "{word}");
        }
        for (word, count) in [
            ("ley", 1),
            ("que", 1),
            ("guía", 2),
            ("pingüino", 3),
            ("tribunal", 3),
            ("ciudad", 2),
            ("policía", 4),
            ("audiencia", 3),
            ("leer", 2),
            ("viuda", 2),
            ("y", 1),
            ("muy", 1),
            ("río", 2),
            ("quiere", 2),
            ("año", 2),
        ] {
            assert_eq!(spanish_syllables(word), count, "{word}");
        }
    }

    #[test]
    fn sentences_end_where_another_begins() {
        assert_eq!(sentences("The law says so. Judges follow it! Do they?"), 3);
        assert_eq!(sentences("Under Gen. stat. § 54.86 it may be so"), 1);
        assert_eq!(sentences("§ 5"), 1);
        assert_eq!(sentences("…"), 1);
    }

    /// Worked out by hand: 20 words in one sentence with 20 syllables, and in four sentences.
    #[test]
    fn the_formulas_give_what_they_give_by_hand() {
        let one = "cat ".repeat(20);
        let four = "Cat cat cat cat cat. ".repeat(4);
        let tenths = |formula: Formula, text: &str| formula.level(text).map(|level| level.tenths);
        // 0.39 · 20 + 11.8 − 15.59 = 4.01; 0.39 · 5 + 11.8 − 15.59 = −1.84.
        assert_eq!(tenths(Formula::FleschKincaid, &one), Some(40));
        assert_eq!(tenths(Formula::FleschKincaid, &four), Some(-18));
        // 206.835 − 62.3 − 20 = 124.535; 206.835 − 62.3 − 5 = 139.535.
        assert_eq!(tenths(Formula::SzigrisztPazos, &one), Some(1245));
        assert_eq!(tenths(Formula::SzigrisztPazos, &four), Some(1395));
        assert_eq!(tenths(Formula::FleschKincaid, &"cat ".repeat(19)), None);
    }

    #[test]
    fn a_language_is_known_by_its_commonest_words() {
        assert_eq!(Formula::guessed(["The room may be closed by the judge"]), Some(Formula::FleschKincaid));
        assert_eq!(
            Formula::guessed(["La sala puede cerrarse", "por orden del juez"]),
            Some(Formula::SzigrisztPazos)
        );
        assert_eq!(Formula::guessed(["Die Tür darf geschlossen werden"]), None);
        assert_eq!(Formula::of("es-US"), Some(Formula::SzigrisztPazos));
        assert_eq!(Formula::of("fr"), None);
    }
}
