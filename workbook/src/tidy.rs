//! How people write: spaces, quotation marks, numbers and answers in the many ways that there are.

use scoring::exact::Fraction;
use scoring::is_invisible;

/// A text in one line: spaces of all kinds are one space, none stands at its ends, and signs that nobody can see are
/// left out.
pub(crate) fn plain(text: &str) -> String {
    let visible: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two ways of writing the same name have in common: its letters and digits, small and without accents.
pub(crate) fn key(text: &str) -> String {
    text.chars().flat_map(folded).filter(char::is_ascii_alphanumeric).collect()
}

/// Whether a name is another with a letter or two wrong.
pub(crate) fn is_close(name: &str, other: &str) -> bool {
    const LONGEST: usize = 40;
    if name.len().max(other.len()) > LONGEST || name.len().min(other.len()) < 4 {
        return false;
    }
    // How many letters must be changed, put in or taken out, row by row.
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in name.bytes().enumerate() {
        let mut here = vec![row + 1];
        for ((beside, over), against) in above.iter().zip(above.iter().skip(1)).zip(other.bytes()) {
            let left = here.last().copied().unwrap_or_default();
            here.push((beside + usize::from(letter != against)).min(over + 1).min(left + 1));
        }
        above = here;
    }
    above.last().is_some_and(|changes| *changes <= 2)
}

/// An id made of a text; empty where the text has no letter that an id can have.
pub(crate) fn slug(text: &str) -> String {
    /// Long enough to be told apart, short enough for addresses.
    const LONGEST: usize = 64;
    let letters: String = text
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’'))
        .flat_map(folded)
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' })
        .collect();
    let mut id = String::new();
    for word in letters.split_whitespace() {
        if !id.is_empty() && id.len() + word.len() >= LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word.get(..LONGEST).unwrap_or(word));
    }
    id
}

/// A letter, small and without its accent.
fn folded(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().map(|letter| match letter {
        'à'..='å' | 'ā' => 'a',
        'ç' => 'c',
        'è'..='ë' | 'ē' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' => 's',
        'ž' => 'z',
        other => other,
    })
}

/// A number as people write it: a sign of any kind, a decimal comma, a percent sign behind it. A comma before three
/// digits may part thousands, so it is not guessed at.
pub(crate) fn number(text: &str) -> Option<Fraction> {
    let text = plain(text);
    let text = text.strip_suffix('%').unwrap_or(&text).trim();
    let text = text.replace(['−', '–'], "-");
    let text = text.strip_prefix('+').unwrap_or(&text);
    let commas = text.matches(',').count();
    if commas == 0 {
        return text.replace(" / ", "/").parse().ok();
    }
    let behind = text.rsplit_once(',').map_or(0, |(_, behind)| behind.len());
    if commas > 1 || behind == 3 || text.contains(['.', '/']) {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

/// An answer as the tables of cards have it, of the ways in which people give it.
pub(crate) fn answer(text: &str) -> Option<&'static str> {
    match text {
        "✓" | "✔" | "☑" | "✅" | "🗸" | "✔️" => return Some("y"),
        "✗" | "✘" | "❌" | "☐" => return Some("n"),
        "?" | "¿?" => return Some("?"),
        _ => {}
    }
    match key(text).as_str() {
        "y" | "yes" | "true" | "t" | "1" | "x" | "si" | "s" | "verdadero" | "v" | "inlaw" | "enlaley" => {
            Some("y")
        }
        "n" | "no" | "false" | "f" | "0" | "falso" | "notinlaw" | "noestaenlaley" => Some("n"),
        "unknown" | "desconocido" | "desconocida" | "sedesconoce" | "nosesabe" => Some("?"),
        "na" | "notapplicable" | "doesnotapply" | "noaplica" | "nocorresponde" | "nc" => Some("n/a"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{answer, is_close, key, number, plain, slug};

    #[test]
    fn texts_are_in_one_line() {
        assert_eq!(plain(" A\u{a0}law \n covers\tit\u{200b} "), "A law covers it");
        assert_eq!(plain("left \u{202e}right"), "left right");
    }

    #[test]
    fn names_are_the_same_however_they_are_written() {
        assert_eq!(key("¿Está en la ley?"), "estaenlaley");
        assert_eq!(key("In  Law ?"), key("IN_LAW"));
    }

    #[test]
    fn a_letter_or_two_may_be_wrong() {
        for (name, other, close) in [
            ("pionts", "points", true),
            ("citaton", "citation", true),
            ("basis", "points", false),
            ("colour", "section", false),
            ("id", "ida", false),
        ] {
            assert_eq!(is_close(name, other), close, "{name}");
        }
    }

    #[test]
    fn ids_are_made_of_texts() {
        assert_eq!(slug("The state’s law: niños, año 2020"), "the-states-law-ninos-ano-2020");
        assert_eq!(slug("法律"), "");
        assert!(slug(&"word ".repeat(40)).len() <= 64);
        assert!(slug(&"w".repeat(90)).len() <= 64);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, shown) in [
            ("2,5", Some("2.5")),
            (" 90 %", Some("90")),
            ("−1", Some("-1")),
            ("+3", Some("3")),
            ("1/3", Some("1/3")),
            ("1 / 3", Some("1/3")),
            ("1,000", None),
            ("1.000,5", None),
            ("1,5,5", None),
            ("one", None),
            ("1e308", None),
            ("", None),
        ] {
            assert_eq!(number(text).map(|number| number.to_string()).as_deref(), shown, "{text}");
        }
    }

    #[test]
    fn answers_are_read_as_people_give_them() {
        for (texts, read) in [
            (["Yes", "TRUE", "x", "Sí", "✓", "1", "y"], "y"),
            (["No", "FALSE", "0", "✗", "n", "falso", "N."], "n"),
            (["?", "unknown", "Se desconoce", "¿?", "No se sabe", "UNKNOWN", "desconocida"], "?"),
            (["n/a", "N.A.", "NA", "no corresponde", "Does not apply", "No aplica", "n/c"], "n/a"),
        ] {
            assert!(texts.iter().all(|text| answer(text) == Some(read)), "{texts:?}");
        }
        assert_eq!(answer("-"), None);
        assert_eq!(answer("maybe"), None);
    }
}
