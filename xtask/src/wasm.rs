//! Leaving out of a compiled program what only developers read: the names of its functions.

/// The program without its custom sections, or nothing when the bytes are not a program.
///
/// wasm-bindgen would do this with a switch that Trunk does not pass on. A module is a header of eight
/// bytes and then sections, each an id, a size in LEB128 and a body; id 0 is a custom section, which
/// an engine ignores (WebAssembly core specification, 5.5).
pub fn without_names(program: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = program.split_at_checked(8)?;
    if !header.starts_with(b"\0asm") {
        return None;
    }
    let mut slim = header.to_vec();
    while let Some((&id, after_id)) = rest.split_first() {
        let (size, after_size) = read_size(after_id)?;
        let (_, next) = after_size.split_at_checked(size)?;
        if id != 0 {
            slim.extend_from_slice(rest.get(..rest.len() - next.len())?);
        }
        rest = next;
    }
    Some(slim)
}

/// A number in LEB128 and the bytes after it.
fn read_size(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut size = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        size |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((size, bytes.get(place + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_names;

    #[test]
    fn custom_sections_go_and_all_else_stays() {
        let long = [vec![1, 0x81, 0x01], vec![7; 129]].concat();
        let program = [b"\0asm\x01\0\0\0".as_slice(), &[0, 3, 1, b'n', 9], &long, &[0, 0]].concat();
        let slim = [b"\0asm\x01\0\0\0".as_slice(), &long].concat();
        assert_eq!(without_names(&program), Some(slim));
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert_eq!(without_names(b"<!DOCTYPE html>"), None);
        assert_eq!(without_names(b"\0asm\x01\0\0\0\x01\x05\x00"), None);
    }
}
