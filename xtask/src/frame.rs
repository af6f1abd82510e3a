//! The page for frames, and what hosts include to have one.

use std::path::Path;

use crate::budget;
use crate::site::{minified, replace_once, without_comments, write_hashed};
use crate::task::{self, Failure, failed, files, read, root};

/// What a host's page loads to embed the calculator, in bytes of brotli.
const BUDGET: usize = 3_000;

/// Writes `embed.html`, `embed.js` and the example pages, from the finished page.
///
/// # Errors
/// When a file is missing, the page is not as expected, or `embed.js` has outgrown its budget.
pub fn write(staging: &Path, html: &str) -> Result<(), Failure> {
    let script = minified("src/frame.js")?;
    let script = write_hashed(staging, "frame", "js", script.as_bytes())?;
    let sheet = replace_once(&read(&root().join("style/frame.css"))?, "[[dark]]", &dark()?)?;
    let sheet = write_hashed(staging, "frame", "css", without_comments(&sheet).as_bytes())?;

    let html = replace_once(html, "<html lang=\"en\">", "<html lang=\"en\" class=\"framed\">")?;
    let html = replace_once(&html, "<link rel=\"manifest\" href=\"manifest.webmanifest\">\n", "")?;
    let head = format!(
        "<link rel=\"stylesheet\" href=\"{sheet}\">\n<script type=\"module\" src=\"{script}\"></script>\n</head>"
    );
    let html = replace_once(&html, "</head>", &head)?;
    let html = replace_once(&html, "data-page-js=", &format!("data-frame=\"{script}\" data-page-js="))?;
    task::write(&staging.join("embed.html"), &html)?;

    let embed = minified("embed/embed.js")?;
    let size = budget::brotli_size(embed.as_bytes()).map_err(|error| failed(staging, error))?;
    budget::within("embed.js, in brotli,", size, BUDGET)?;
    task::write(&staging.join("embed.js"), &embed)?;
    let examples = staging.join("examples");
    std::fs::create_dir_all(&examples).map_err(|error| failed(&examples, error))?;
    for file in files(&root().join("embed/examples"), "html")? {
        task::write(&examples.join(file.file_name().unwrap_or_default()), &read(&file)?)?;
    }
    Ok(())
}

/// The colours of the dark theme, as the tokens have them.
fn dark() -> Result<String, Failure> {
    let file = root().join("style/tokens.css");
    let tokens = read(&file)?;
    let block =
        tokens.split_once(":root:not([data-theme=light]) {").and_then(|(_, rest)| rest.split_once('}'));
    block.map(|(colours, _)| colours.to_owned()).ok_or_else(|| failed(&file, "expected a dark theme"))
}
