//! The calculator as it stands in the page before any program runs.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;
use std::sync::Arc;

use scoring::{Baseline, Section};

use crate::failure::Failure;
use crate::files::root;
use crate::html::escaped;
use crate::process::cargo;

/// What the page holds before any program runs.
pub struct Prerendered {
    /// The calculator.
    pub html: String,
    /// How many elements, texts and comments it is made of. Where a browser counts another number, something
    /// else has changed the page, and the program makes it anew.
    pub nodes: usize,
}

/// The lengths and places of all pages. A strict policy forbids them in a page, so that each is a number there and
/// a rule in the style sheet.
#[derive(Default)]
pub struct Styles(Vec<String>);

impl Prerendered {
    /// The sections alone, as a table: for the one file, which has no room for more.
    pub fn table(baseline: &Baseline) -> Self {
        let row = |section: &Arc<Section>| {
            let (title, published, max) = (escaped(&section.title), section.published, section.max);
            format!("<tr><th scope=\"row\">{title}</th><td>{published}</td><td>{max}</td></tr>")
        };
        let rows: String = baseline.sections().iter().map(row).collect();
        Self { html: format!("<table class=\"page\" id=\"provisions\">{rows}</table>"), nodes: 0 }
    }
}

/// Has the page's own views written with the packed data.
///
/// # Errors
/// When they do not compile or cannot be written.
pub fn prerender(packed: &str, styles: &mut Styles) -> Result<Prerendered, Failure> {
    // Features of one build are those of all its parts, so this one has a folder of its own.
    let words = ["run", "--quiet", "--locked", "--package", "lawgrade", "--bin", "prerender"];
    let mut command = cargo(&words);
    command.args(["--no-default-features", "--features", "prerender", "--target-dir", "target/prerender"]);
    command.current_dir(root()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let failure = |reason: String| Failure::Program { command: words.join(" "), reason };
    let mut child = command.spawn().map_err(|error| failure(error.to_string()))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(packed.as_bytes()).map_err(|error| failure(error.to_string()))?;
    }
    let output = child.wait_with_output().map_err(|error| failure(error.to_string()))?;
    if !output.status.success() {
        return Err(failure(output.status.to_string()));
    }
    let html = String::from_utf8(output.stdout).map_err(|error| failure(error.to_string()))?;
    let html = styles.numbered(&html);
    Ok(Prerendered { nodes: nodes(&html), html })
}

impl Styles {
    /// The rules for the numbers.
    pub fn rules(&self) -> String {
        let rule = |(number, style): (usize, &String)| {
            format!("[data-s=\"{number}\"]{{{}}}\n", style.trim_end_matches(';'))
        };
        self.0.iter().enumerate().map(rule).collect()
    }

    /// The page with a number in place of each style.
    fn numbered(&mut self, html: &str) -> String {
        let mut parts = html.split(" style=\"");
        let mut numbered = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (style, rest) = part.split_once('"').unwrap_or((part, ""));
            let number = self.0.iter().position(|known| known == style).unwrap_or_else(|| {
                self.0.push(style.to_owned());
                self.0.len() - 1
            });
            let _ = write!(numbered, " data-s=\"{number}\"{rest}");
        }
        numbered
    }
}

/// How many nodes a browser makes of HTML in which every element is closed and nothing is left to guess.
fn nodes(html: &str) -> usize {
    let mut count = 0;
    let mut rest = html;
    while let Some(place) = rest.find('<') {
        // A text before the mark, and the mark itself, unless it ends an element.
        count += usize::from(place > 0);
        let mark = rest.get(place..).unwrap_or_default();
        count += usize::from(!mark.starts_with("</"));
        let end = if mark.starts_with("<!--") { "-->" } else { ">" };
        rest = mark.split_once(end).map_or("", |(_, rest)| rest);
    }
    count + usize::from(!rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Styles, nodes};

    #[test]
    fn elements_texts_and_comments_are_counted() {
        assert_eq!(nodes("<ul><li>a<!>b</li><li><!-- > --><input checked></li></ul>"), 8);
        assert_eq!(nodes("a<b>c</b>d"), 4);
    }

    #[test]
    fn styles_become_rules() {
        let mut styles = Styles::default();
        let html =
            styles.numbered("<a style=\"left:1%;\"></a><b style=\"top:2%\"></b><i style=\"left:1%;\"></i>");
        assert_eq!(html, "<a data-s=\"0\"></a><b data-s=\"1\"></b><i data-s=\"0\"></i>");
        assert_eq!(styles.rules(), "[data-s=\"0\"]{left:1%}\n[data-s=\"1\"]{top:2%}\n");
    }
}
