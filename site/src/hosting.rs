//! What static hosts need beside the files: the headers, in the forms that hosts read. `embed/headers` is the one list of them.

use std::path::Path;

use scoring::data::Language;

use crate::assets::{APACHE, Built, CADDY, GITHUB, NETLIFY, NGINX, ONE_FILE, SERVE};
use crate::failure::{Failure, failed};
use crate::files::{read, root};
use crate::rescue;

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
    let built = Built::all(staging)?.into_iter();
    let hashed = built.filter(|file| file.asset.name.changes_with_content()).map(|file| file.name);
    let hashed: Vec<String> = hashed.collect();
    // Hosts with clean addresses know them without their ending.
    let downloads: Vec<String> = languages
        .iter()
        .map(|language| ONE_FILE.name(language))
        .flat_map(|name| [name.trim_end_matches(".html").to_owned(), name])
        .collect();
    let settings = [
        (NETLIFY, for_netlify(&list, &downloads, &hashed)),
        // GitHub Pages would make a site of its own out of the files, without those whose names begin with _.
        (GITHUB, String::new()),
        (SERVE, for_serve(&headers, &downloads, &hashed)),
        (APACHE, read(&root().join("embed/htaccess"))?.replace("[[headers]]\n", &for_apache(&headers))),
        (NGINX, lines(&headers, |(name, value)| format!("add_header {name} \"{value}\" always;"))),
        (
            CADDY,
            format!("header {{\n{}}}\n", lines(&headers, |(name, value)| format!("\t{name} \"{value}\""))),
        ),
    ];
    settings.iter().try_for_each(|(file, content)| file.write(staging, content))
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
