//! A set of provisions in a few letters.
//!
//! `1` for this way of packing, four letters that the ids give, then a bit for each provision in the framework's order,
//! five to a letter, up to the last one that is in the set. Crockford's base 32 is written in small letters and read in
//! any, so what changes case, breaks lines or puts hyphens in does no harm. The four letters are a fingerprint of the
//! ids themselves: a set that lost a letter, or was packed when the framework had its provisions in another order, is
//! told and never misread, and provisions that a framework gains at its end change no set.

use super::ids::Ids;
use crate::ProvisionSet;
use crate::pack::fingerprint;

const PACKING: char = '1';
const CHECK: usize = 4;
const DIGITS: [u8; 32] = *b"0123456789abcdefghjkmnpqrstvwxyz";

/// A set that has at least one provision.
pub(crate) fn packed(ids: &dyn Ids, set: &ProvisionSet) -> String {
    let mut digits = check(ids, set).unwrap_or_default().to_vec();
    for index in set.iter() {
        let (digit, bit) = (CHECK + index / 5, index % 5);
        digits.resize(digits.len().max(digit + 1), 0);
        if let Some(digit) = digits.get_mut(digit) {
            *digit |= 1 << bit;
        }
    }
    let letter = |digit: u8| DIGITS.get(usize::from(digit)).copied().map_or('0', char::from);
    std::iter::once(PACKING).chain(digits.into_iter().map(letter)).collect()
}

/// Whether letters and digits can be meant as a packed set.
pub(super) fn is_packed(letters: &str) -> bool {
    digits(letters).is_some_and(|digits| digits.len() > CHECK)
}

/// The provisions of a set, by its letters and digits; nothing, when it is damaged.
pub(super) fn unpacked(ids: &dyn Ids, letters: &str) -> Option<ProvisionSet> {
    let digits = digits(letters)?;
    let (found, digits) = digits.split_at_checked(CHECK)?;
    let bits = digits.iter().enumerate();
    let indices = bits
        .flat_map(|(at, digit)| (0..5).filter(move |bit| digit >> bit & 1 == 1).map(move |bit| at * 5 + bit));
    let set: ProvisionSet = indices.collect();
    (!set.is_empty() && check(ids, &set)? == found).then_some(set)
}

fn digits(letters: &str) -> Option<Vec<u8>> {
    let digit = |letter: char| {
        let letter = match letter {
            'o' => b'0',
            'i' | 'l' => b'1',
            letter => u8::try_from(letter).ok()?,
        };
        DIGITS.iter().position(|known| *known == letter).and_then(|digit| u8::try_from(digit).ok())
    };
    letters.strip_prefix(PACKING)?.chars().map(digit).collect()
}

/// What only these ids give, as good as; nothing, when not all of them are there.
fn check(ids: &dyn Ids, set: &ProvisionSet) -> Option<[u8; CHECK]> {
    let ids = set.iter().map(|index| ids.id(index)).collect::<Option<Vec<&str>>>()?;
    let number = fingerprint(ids.join("\n").as_bytes());
    let number = number ^ number >> 20 ^ number >> 40;
    Some([15, 10, 5, 0].map(|shift| (number >> shift & 31) as u8))
}
