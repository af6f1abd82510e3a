//! The list of all that can be wrong, `docs/diagnostics.md`, as a page: what the page of authors leads to from each mistake.

use std::path::Path;

use crate::assets::DIAGNOSTICS;
use crate::failure::Failure;
use crate::files::{read, root};
use crate::html::{escaped, fill};

/// Writes it; `style` is the name of the calculator's style sheet.
///
/// # Errors
/// When the list cannot be read.
pub fn write(staging: &Path, style: &str) -> Result<(), Failure> {
    let list = html(&read(&root().join("docs/diagnostics.md"))?);
    let template = read(&root().join("diagnostics.html"))?;
    DIAGNOSTICS.write(staging, fill(template, [("style", style), ("list", &list)])?)
}

/// The kinds of lines of which the list is made.
#[derive(Clone, Copy, PartialEq)]
enum Line {
    Apart,
    Item,
    Code,
}

/// What is in the list as HTML: headings, by which links find them, paragraphs, items and code.
fn html(list: &str) -> String {
    let mut html = String::new();
    let mut last = Line::Apart;
    for line in list.lines() {
        let (kind, text) = match (last, line) {
            (Line::Code, "```") => {
                html.push_str("</code></pre>\n");
                last = Line::Apart;
                continue;
            }
            (Line::Code, line) => (Line::Code, format!("{}\n", escaped(line))),
            (_, "```") => {
                html.push_str(if last == Line::Item { "</ul>\n<pre><code>" } else { "<pre><code>" });
                last = Line::Code;
                continue;
            }
            (_, line) => match line.split_once(' ') {
                Some(("-", item)) => (Line::Item, format!("<li>{}</li>\n", escaped(item))),
                Some(("#", title)) => (Line::Apart, format!("<h1>{}</h1>\n", escaped(title))),
                Some(("##", name)) => {
                    let name = escaped(name);
                    (Line::Apart, format!("<h2 id=\"{name}\">{name}</h2>\n"))
                }
                _ if line.is_empty() => continue,
                _ => (Line::Apart, format!("<p>{}</p>\n", escaped(line))),
            },
        };
        match (last, kind) {
            (Line::Apart, Line::Item) => html.push_str("<ul>\n"),
            (Line::Item, Line::Apart) => html.push_str("</ul>\n"),
            _ => {}
        }
        html.push_str(&text);
        last = kind;
    }
    html + if last == Line::Item { "</ul>\n" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn headings_items_and_code_are_told_apart() {
        let list = "# All\n\nA line.\n\n## bad-id\n\n```\n<a>,1\n\n- b\n```\n\n- one\n- two “<”\n\n```\nx\n```\n\n- three\n";
        let expected = "<h1>All</h1>\n<p>A line.</p>\n<h2 id=\"bad-id\">bad-id</h2>\n<pre><code>&lt;a&gt;,1\n\n- b\n</code></pre>\n\
            <ul>\n<li>one</li>\n<li>two “&lt;”</li>\n</ul>\n<pre><code>x\n</code></pre>\n<ul>\n<li>three</li>\n</ul>\n";
        assert_eq!(html(list), expected);
    }
}
