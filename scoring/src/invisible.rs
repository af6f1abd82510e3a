//! Signs that nobody sees.

/// Whether a sign is not seen: marks of direction, joiners, control characters that are no spaces. Two texts that
/// differ by such alone look the same.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || letter.is_control() && !letter.is_whitespace()
}
