//! The whole calculator in one file, which opens by a double click and without a network.

use std::path::Path;

use scoring::data::Language;

use crate::assets::ONE_FILE;
use crate::budget::within;
use crate::failure::Failure;
use crate::files::{read, root};
use crate::html::{named, replace_once};

/// What the file may be, in bytes.
const BUDGET: usize = 580_000;

/// Writes one in one language from the finished page and the script that has everything inside. `waiting` is what
/// it says as long as that script has not run.
///
/// # Errors
/// When the page is not as expected, a file is missing, or the result is too large.
pub fn write(
    staging: &Path,
    language: &Language,
    html: &str,
    inside: &str,
    waiting: &str,
) -> Result<(), Failure> {
    let styles: String = ["rel=\"stylesheet\" href", "data-tools-css"]
        .iter()
        .map(|attribute| read(&staging.join(named(html, attribute)?)))
        .collect::<Result<_, Failure>>()?;
    let icon = read(&root().join("style/icon.svg"))?.trim().replace('"', "'").replace('#', "%23");

    // What lies beside the page, and the offer of this very file.
    let elsewhere = [
        "<link rel=\"manifest\"",
        "<meta property=\"og:image\"",
        "<meta property=\"og:url\"",
        "<link rel=\"canonical\"",
        "<link rel=\"alternate\"",
        "<script data-page",
        "<p id=\"kept\"",
        "<link rel=\"apple-touch-icon\"",
        "<script type=\"module\" id=\"boot\"",
        "<p class=\"one-file\">",
        "<p class=\"for-hosts\">",
    ];
    let mut lines: Vec<String> = Vec::new();
    for line in html.lines() {
        let start = line.trim_start();
        if elsewhere.iter().any(|beside| start.starts_with(beside)) {
            continue;
        }
        lines.push(match start {
            _ if start.starts_with("<link rel=\"stylesheet\"") => format!("<style>{styles}</style>"),
            _ if start.starts_with("<p id=\"waiting\"") => {
                format!("<p id=\"waiting\" class=\"notice\">{waiting}</p>")
            }
            _ if start.starts_with("<link rel=\"icon\"") => {
                format!("<link rel=\"icon\" href=\"data:image/svg+xml,{icon}\">")
            }
            // The front page does not lie beside the file.
            _ if start.contains("<p class=\"brand\">") => unlinked(line),
            _ => line.to_owned(),
        });
    }
    // The page in other languages does not lie beside the file.
    let mut html = lines.join("\n");
    if let Some((before, (_, behind))) = html
        .split_once("<nav class=\"languages\"")
        .and_then(|(before, rest)| Some((before, rest.split_once("</nav>")?)))
    {
        html = format!("{before}{behind}");
    }
    let end = format!("<script>{inside}</script>\n</body>");
    let file = replace_once(&html, "</body>", &end)?;
    within("lawgrade.html", file.len(), BUDGET)?;
    ONE_FILE.write(staging, language, file)
}

/// A line without its links, of which only the words stay.
fn unlinked(line: &str) -> String {
    let mut parts = line.split("<a ");
    let first = parts.next().unwrap_or_default().to_owned();
    let words = parts.map(|part| part.split_once('>').map_or("", |(_, words)| words).replacen("</a>", "", 1));
    std::iter::once(first).chain(words).collect()
}

#[cfg(test)]
mod tests {
    use super::unlinked;

    #[test]
    fn of_links_the_words_stay() {
        let line = "<p><a href=\"./?lang=en\">Lawgrade</a>, <a class=\"b\" href=\"c\">more</a></p>";
        assert_eq!(unlinked(line), "<p>Lawgrade, more</p>");
        assert_eq!(unlinked("<p>none</p>"), "<p>none</p>");
    }
}
