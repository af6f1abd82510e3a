//! What makes the page installable and keeps it for use without a network: the manifest and the service
//! worker, with the names of the files that the build has really made.

use std::path::Path;

use scoring::Baseline;

use crate::site::{hash, replace_once};
use crate::task::{Failure, failed, read, root};

/// How the names of files begin that the page itself never loads: what other pages and programs load, and
/// what a visitor downloads.
pub const NOT_OF_THE_PAGE: [&str; 9] =
    ["api-", "lawgrade.", "page.png", "embed.", "frame-", "inside-", "opaque-", "element-", "examples/"];

/// The service worker, which the browser keeps by itself.
const WORKER: &str = "sw.js";

/// Writes the manifest with its pictures, then the service worker with the list of all files.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(staging: &Path, baseline: &Baseline) -> Result<(), Failure> {
    for (file, name) in [("style/icon.svg", "icon.svg"), ("docs/page.png", "page.png")] {
        std::fs::copy(root().join(file), staging.join(name))
            .map_err(|error| failed(Path::new(file), error))?;
    }
    let manifest = manifest(baseline, &size(&root().join("docs/page.png"))?).to_string();
    crate::task::write(&staging.join("manifest.webmanifest"), manifest)?;

    let mut files = Vec::new();
    let mut contents = String::new();
    let entries = std::fs::read_dir(staging).map_err(|error| failed(staging, error))?;
    for entry in entries {
        let path = entry.map_err(|error| failed(staging, error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let kept = name != WORKER && !NOT_OF_THE_PAGE.iter().any(|start| name.starts_with(start));
        if path.is_file() && kept {
            let content = std::fs::read(&path).map_err(|error| failed(&path, error))?;
            files.push((name, hash(&content)));
        }
    }
    files.sort();
    for (name, hash) in &files {
        contents.push_str(&format!("{name} {hash}\n"));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let worker = read(&root().join("src/sw.js"))?;
    let worker = replace_once(&worker, "[[version]]", &hash(contents.as_bytes()))?;
    let worker = replace_once(&worker, "[[files]]", &serde_json::json!(names).to_string())?;
    crate::task::write(&staging.join(WORKER), minifier::js::minify(&worker).to_string())
}

fn manifest(baseline: &Baseline, picture_size: &str) -> serde_json::Value {
    let state = &baseline.card().jurisdiction;
    serde_json::json!({
        "name": format!("Lawgrade: {state}’s report card"),
        "short_name": "Lawgrade",
        "description": format!("What a change in {state}’s law would do to its grade"),
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1d4f7c",
        "icons": [
            {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
            {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "maskable"}
        ],
        "screenshots": [{"src": "page.png", "sizes": picture_size, "type": "image/png", "form_factor": "wide"}]
    })
}

/// The size of a PNG picture, as its header says.
fn size(picture: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(picture).map_err(|error| failed(picture, error))?;
    let number = |from: usize| bytes.get(from..from + 4)?.try_into().ok().map(u32::from_be_bytes);
    match (number(16), number(20)) {
        (Some(width), Some(height)) => Ok(format!("{width}x{height}")),
        _ => Err(failed(picture, "expected a PNG picture")),
    }
}
