//! The whole calculator in one file, which opens by a double click and without a network.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::budget;
use crate::site::replace_once;
use crate::task::{self, Failure, failed, read, root};

/// What the file may be, in bytes.
const BUDGET: usize = 450_000;

/// Writes `lawgrade.html` from the finished page and the files that it names.
///
/// # Errors
/// When the page is not as expected, a file is missing, or the result is too large.
pub fn write(staging: &Path, html: &str) -> Result<(), Failure> {
    let named = |attribute: &str| {
        let start = format!("{attribute}=\"");
        let name = html.split_once(&start).and_then(|(_, rest)| rest.split('"').next());
        name.map(|name| staging.join(name))
            .ok_or_else(|| failed(staging, format!("no {attribute} in the page")))
    };
    let mut inside = String::new();
    let mut push = |id: &str, content: &[u8]| -> Result<(), Failure> {
        let packed = packed(content).map_err(|error| failed(staging, error))?;
        let (bytes, text) = (packed.len(), as_text(&packed));
        inside.push_str(&format!(
            "<script type=\"text/plain\" id=\"inside-{id}\" data-bytes=\"{bytes}\">{text}</script>\n"
        ));
        Ok(())
    };
    push("data", read(&named("data-data")?)?.as_bytes())?;
    for program in ["page", "tools"] {
        let script = read(&named(&format!("data-{program}-js"))?)?;
        push(&format!("{program}-js"), as_classic(&script, program)?.as_bytes())?;
        let wasm = named(&format!("data-{program}-wasm"))?;
        push(&format!("{program}-wasm"), &std::fs::read(&wasm).map_err(|error| failed(&wasm, error))?)?;
    }

    let boot = read(&named("id=\"boot\" src")?)?;
    let unpack = replace_once(&read(&root().join("src/inside.js"))?, "[[letters]]", LETTERS)?;
    let unpack = minifier::js::minify(&unpack).to_string();
    let styles: String = ["rel=\"stylesheet\" href", "data-tools-css"]
        .iter()
        .map(|attribute| read(&named(attribute)?))
        .collect::<Result<_, Failure>>()?;
    let icon = read(&root().join("style/icon.svg"))?.trim().replace('"', "'").replace('#', "%23");

    let mut lines: Vec<String> = Vec::new();
    for line in html.lines() {
        let line = line.trim();
        let elsewhere = ["<link rel=\"manifest\"", "<link rel=\"preload\"", "<link rel=\"modulepreload\""];
        if elsewhere.iter().any(|start| line.starts_with(start)) || line.starts_with("<p class=\"one-file\">")
        {
            continue;
        } else if line.starts_with("<link rel=\"stylesheet\"") {
            lines.push(format!("<style>{styles}</style>"));
        } else if line.starts_with("<link rel=\"icon\"") {
            lines.push(format!("<link rel=\"icon\" href=\"data:image/svg+xml,{icon}\">"));
        } else if line.starts_with("<script type=\"module\" id=\"boot\"") {
            continue;
        } else {
            lines.push(line.to_owned());
        }
    }
    let end = format!(
        "{inside}<script>{unpack}</script>\n<script type=\"module\" id=\"boot\">{boot}</script>\n</body>"
    );
    let file = replace_once(&lines.join("\n"), "</body>", &end)?;
    budget::within("lawgrade.html", file.len(), BUDGET)?;
    task::write(&staging.join("lawgrade.html"), file)
}

/// Letters that stand for themselves in a script element. 85 of them make four bytes of five letters, where
/// the usual 64 need more than five: 30 kB of the file.
const LETTERS: &str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&,>()[]{}@%$#";

fn packed(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

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

/// wasm-bindgen's module as a classic script that leaves its exports in `lawgrade_…`: browsers load no module
/// from beside a file.
fn as_classic(module: &str, program: &str) -> Result<String, Failure> {
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
    Ok(format!("globalThis.lawgrade_{program}=(()=>{{{body};return{{{}}}}})();", names.join(",")))
}
