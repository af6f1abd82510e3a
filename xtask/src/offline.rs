//! What makes the page installable and keeps it for use without a network: the manifest and the service
//! worker, with the names of the files that the build has really made.

use std::path::Path;

use scoring::Baseline;

use crate::site::{hash, replace_once};
use crate::task::{Failure, failed, read, root};
use crate::{minify, pictures};

/// How the names of files begin that the page itself never loads: what other pages and programs load, and
/// what a visitor downloads.
pub const NOT_OF_THE_PAGE: [&str; 14] = [
    "api-",
    "lawgrade.",
    "page.png",
    "phone.png",
    "icon-",
    "builder",
    "accessibility.",
    "_headers",
    "embed.",
    "frame-",
    "inside-",
    "framed-",
    "element-",
    "examples/",
];

/// Pictures of the page for those who are asked whether to install it, and on which kind of screen.
const SCREENSHOTS: [(&str, &str); 2] = [("page.png", "wide"), ("phone.png", "narrow")];

/// The service worker, which the browser keeps by itself.
const WORKER: &str = "sw.js";

/// Writes the manifest with its pictures, then the service worker with the list of all files.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(staging: &Path, baseline: &Baseline) -> Result<(), Failure> {
    pictures::write_icons(staging)?;
    let mut screenshots = Vec::new();
    for (name, form) in SCREENSHOTS {
        let file = root().join("docs").join(name);
        std::fs::copy(&file, staging.join(name)).map_err(|error| failed(&file, error))?;
        let size = pictures::size(&file)?;
        screenshots
            .push(serde_json::json!({"src": name, "sizes": size, "type": "image/png", "form_factor": form}));
    }
    let manifest = manifest(baseline, screenshots).to_string();
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
    crate::task::write(&staging.join(WORKER), minify::classic(&worker)?)
}

fn manifest(baseline: &Baseline, screenshots: Vec<serde_json::Value>) -> serde_json::Value {
    let mut icons = vec![serde_json::json!({"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"})];
    for size in pictures::SIZES {
        let (name, sizes) = (pictures::name(size), format!("{size}x{size}"));
        // What is drawn lies in the circle that every mask leaves.
        icons.push(serde_json::json!({"src": name, "sizes": sizes, "type": "image/png", "purpose": "any"}));
        icons.push(
            serde_json::json!({"src": name, "sizes": sizes, "type": "image/png", "purpose": "maskable"}),
        );
    }
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
        "icons": icons,
        "screenshots": screenshots,
    })
}
