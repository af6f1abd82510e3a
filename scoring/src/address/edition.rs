//! The edition of the rules, in the name of their framework: `pic-2019@2`. The first has no number.

use std::borrow::Cow;
use std::str::FromStr;

/// The name of an edition of a framework's rules.
pub(crate) fn named(framework: &str, edition: u32) -> Cow<'_, str> {
    match edition {
        1 => Cow::Borrowed(framework),
        edition => Cow::Owned(format!("{framework}@{edition}")),
    }
}

/// The framework of a name, and the edition that it says. What is no number there belongs to the framework's own name.
pub(crate) fn parted<N: FromStr + From<u8>>(name: &str) -> (&str, N) {
    let numbered = name.split_once('@').and_then(|(id, edition)| Some((id, edition.trim().parse().ok()?)));
    numbered.unwrap_or((name, N::from(1)))
}
