//! One script with everything inside: the whole program, and what starts it.

use std::path::Path;

use crate::hosting::gzip;
use crate::site::{minified, replace_once};
use crate::task::{Failure, failed, read, root};

/// The script, from the program that Trunk has compiled for it. `texts` has the tools' texts of each language.
///
/// # Errors
/// When a file is missing or not as expected.
pub fn text(staging: &Path, texts: &serde_json::Value) -> Result<String, Failure> {
    let (script, program) = (staging.join("whole.js"), staging.join("whole_bg.wasm"));
    let packed =
        std::fs::read(&program).and_then(|bytes| gzip(&bytes)).map_err(|error| failed(&program, error))?;
    let mut text = minifier::js::minify(&read(&root().join("src/inside.js"))?).to_string();
    text = replace_once(&text, "[[script]]", &as_function(&read(&script)?)?)?;
    text = replace_once(&text, "[[program]]", &as_text(&packed))?;
    text = replace_once(&text, "[[bytes]]", &packed.len().to_string())?;
    // No page names these two.
    for file in [script, program] {
        std::fs::remove_file(&file).map_err(|error| failed(&file, error))?;
    }
    text = replace_once(&text, "[[texts]]", &texts.to_string())?;
    text = replace_once(&text, "[[letters]]", LETTERS)?;
    let frame = minified("src/frame.js")?.replace("export function ", "function ");
    text = replace_once(&text, "[[frame script]]", &frame)?;
    let boot = minified("src/boot.js")?.replace("export class ", "class ");
    Ok(format!("{text}\n(()=>{{{boot}}})();"))
}

/// Letters that stand for themselves in a script and in a page. 85 of them make four bytes of five letters,
/// where the usual 64 need more than five: 30 kB of the file.
const LETTERS: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&,>()[]{}@%$#";

/// Bytes in [`LETTERS`], filled up to whole groups.
fn as_text(bytes: &[u8]) -> String {
    let letters = LETTERS.as_bytes();
    let mut text = String::with_capacity(bytes.len() * 5 / 4 + 5);
    for group in bytes.chunks(4) {
        let mut four = [0; 4];
        four.iter_mut().zip(group).for_each(|(to, from)| *to = *from);
        let number = u32::from_be_bytes(four) as usize;
        for power in [85 * 85 * 85 * 85, 85 * 85 * 85, 85 * 85, 85, 1] {
            let letter = letters.get(number / power % 85).copied().unwrap_or(b'0');
            text.push(char::from(letter));
        }
    }
    text
}

/// wasm-bindgen's module as the body of a function that gives its exports.
fn as_function(module: &str) -> Result<String, Failure> {
    let body = replace_once(module, "export{initSync,__wbg_init as default}", "")?;
    let mut names = vec!["default:__wbg_init".to_owned()];
    for keyword in ["export function ", "export class "] {
        for rest in body.split(keyword).skip(1) {
            let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(0);
            names.extend(rest.get(..end).map(str::to_owned));
        }
    }
    let body = body.replace("export function ", "function ").replace("export class ", "class ");
    let body = body.replace("import.meta.url", "document.baseURI");
    Ok(format!("{body};return{{{}}}", names.join(",")))
}
