//! What static hosts need beside the files: the compressed forms of each, and the headers, in the forms that hosts
//! read. `embed/headers` is the one list of them.

use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use scoring::data::Language;

use crate::budget::brotli;
use crate::task::{Failure, failed, read, root, write};
use crate::{page, rescue};

/// The endings of files that become smaller.
const COMPRESSED: [&str; 9] = ["css", "html", "js", "json", "svg", "ts", "txt", "wasm", "webmanifest"];

/// For names that carry a fingerprint of their content.
const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// A header's name and its value.
type Header = (String, String);

/// Writes the headers for Netlify and Cloudflare Pages, for `serve`, Apache, nginx and Caddy.
///
/// # Errors
/// When a file cannot be read or written, or the list has a line that is none.
pub fn write_settings(staging: &Path, languages: &[&Language]) -> Result<(), Failure> {
    let (list, headers) = headers()?;
    let mut hashed: Vec<String> = all_files(staging)?
        .iter()
        .filter_map(|path| Some(path.strip_prefix(staging).ok()?.display().to_string()))
        .filter(|name| is_hashed(name))
        .collect();
    hashed.sort();
    // Hosts with clean addresses know them without their ending.
    let downloads: Vec<String> = languages
        .iter()
        .map(|language| page::name(language, "lawgrade"))
        .flat_map(|name| [name.trim_end_matches(".html").to_owned(), name])
        .collect();
    let settings = [
        ("_headers", for_netlify(&list, &downloads, &hashed)),
        ("serve.json", for_serve(&headers, &downloads, &hashed)),
        (".htaccess", read(&root().join("embed/htaccess"))?.replace("[[headers]]\n", &for_apache(&headers))),
        (
            "nginx-headers.conf",
            lines(&headers, |(name, value)| format!("add_header {name} \"{value}\" always;")),
        ),
        (
            "caddy-headers",
            format!("header {{\n{}}}\n", lines(&headers, |(name, value)| format!("\t{name} \"{value}\""))),
        ),
    ];
    settings.iter().try_for_each(|(name, content)| write(&staging.join(name), content))
}

/// The list, with the fingerprints of what stands in the pages, as a text and as headers.
fn headers() -> Result<(String, Vec<Header>), Failure> {
    let file = root().join("embed/headers");
    let list =
        rescue::sources()?.iter().fold(read(&file)?, |list, (place, source)| list.replace(place, source));
    let lines = list.lines().filter(|line| line.starts_with(' '));
    let header =
        |line: &str| line.trim().split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned()));
    let headers = lines
        .map(|line| header(line).ok_or_else(|| failed(&file, format!("no header: {line}"))))
        .collect::<Result<_, _>>()?;
    Ok((list, headers))
}

fn lines(headers: &[Header], line: impl Fn(&Header) -> String) -> String {
    headers.iter().map(|header| line(header) + "\n").collect()
}

fn for_netlify(list: &str, downloads: &[String], hashed: &[String]) -> String {
    let mut rules = list.to_owned();
    rules.push_str("# Everything is inside, which the policy would forbid: it is for downloading.\n");
    rules.extend(downloads.iter().map(|name| format!("/{name}\n  Content-Disposition: attachment\n")));
    rules.extend(hashed.iter().map(|name| format!("/{name}\n  Cache-Control: {FOR_A_YEAR}\n")));
    rules
}

/// Where it takes `.html` out of an address, it drops the query; where it takes it out of none, it lists the folder.
fn for_serve(headers: &[Header], downloads: &[String], hashed: &[String]) -> String {
    let rule = |source: &str, headers: &[Header]| {
        let headers: Vec<_> =
            headers.iter().map(|(key, value)| serde_json::json!({"key": key, "value": value})).collect();
        serde_json::json!({"source": source, "headers": headers})
    };
    let one = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    let mut rules = vec![rule("**", headers)];
    rules.extend(downloads.iter().map(|name| rule(name, &one("Content-Disposition", "attachment"))));
    rules.extend(hashed.iter().map(|name| rule(name, &one("Cache-Control", FOR_A_YEAR))));
    serde_json::json!({"cleanUrls": ["/"], "headers": rules}).to_string()
}

fn for_apache(headers: &[Header]) -> String {
    lines(headers, |(name, value)| format!("  Header set {name} \"{value}\""))
}

/// Writes each file once more in brotli and in gzip beside it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn compress(dist: &Path) -> Result<(), Failure> {
    for path in all_files(dist)? {
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !COMPRESSED.contains(&ending.as_str()) {
            continue;
        }
        let content = std::fs::read(&path).map_err(|error| failed(&path, error))?;
        let beside = |suffix: &str| path.with_extension(format!("{ending}.{suffix}"));
        write(&beside("br"), brotli(&content).map_err(|error| failed(&path, error))?)?;
        write(&beside("gz"), gzip(&content).map_err(|error| failed(&path, error))?)?;
    }
    Ok(())
}

/// The files in a folder and in those within.
fn all_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        if path.is_dir() {
            files.extend(all_files(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// Whether a name, or that of a folder in it, carries the fingerprint of its content: sixteen letters of a number
/// after a hyphen.
pub fn is_hashed(path: &str) -> bool {
    path.split('/').any(|name| fingerprint(name).is_some())
}

/// The fingerprint in a name.
pub fn fingerprint(name: &str) -> Option<&str> {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let mark = stem.rsplit('-').next().unwrap_or_default();
    (mark.len() >= 15 && mark.bytes().all(|letter| letter.is_ascii_hexdigit())).then_some(mark)
}

/// Whether a file is another once more, compressed by [`compress`].
pub fn is_compressed(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "br" || ending == "gz")
}

/// In gzip at its highest quality.
///
/// # Errors
/// Never; memory is written to.
pub fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn names_with_a_fingerprint_are_told_from_others() {
        for name in [
            "boot-2fa8f0bdc8f63bf5.js",
            "lawgrade-a8bd08b18f045f8f.wasm",
            "style-5eb4743ecc7d48c2.css",
            "api-20afb1e2df42ba6d/lawgrade.wasm",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in
            ["index.html", "lawgrade.js", "lawgrade.d.ts", "examples/right-to-left.html", "icon-512.png"]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
