//! What makes the page installable and keeps it for use without a network: the manifest and the service
//! worker, with the names of the files that the build has really made.

use std::collections::BTreeSet;
use std::path::Path;

use scoring::data::Language;

use crate::assets::{
    Built, FRONT, Fixed, ICON, ICONS, MANIFEST, NARROW_SCREENSHOT, PAGE, Role, SERVICE_WORKER,
    WIDE_SCREENSHOT, hash,
};
use crate::failure::{Failure, failed};
use crate::files::{self, files, read, root};
use crate::html::replace_once;
use crate::{minify, pictures};

/// Pictures of the page for those who are asked whether to install it, and on which kind of screen.
const SCREENSHOTS: [(Fixed, &str); 2] = [(WIDE_SCREENSHOT, "wide"), (NARROW_SCREENSHOT, "narrow")];

/// Stands in the pages for the version of what is kept, until that is known.
pub const VERSION: &str = "__version__";

/// Writes the manifest with its pictures, in the words of `spoken`, then the service worker with the list of all files.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(staging: &Path, spoken: &Language, languages: &[&Language]) -> Result<(), Failure> {
    pictures::write_icons(staging)?;
    let mut screenshots = Vec::new();
    for (Fixed(name), form) in SCREENSHOTS {
        let file = root().join("docs").join(name);
        std::fs::copy(&file, staging.join(name)).map_err(|error| failed(&file, error))?;
        let size = pictures::size(&file)?;
        screenshots
            .push(serde_json::json!({"src": name, "sizes": size, "type": "image/png", "form_factor": form}));
    }
    let manifest = manifest(&spoken.page_text("front", "description", &[])?, screenshots).to_string();
    MANIFEST.write(staging, manifest)?;

    let worker = read(&root().join("src/sw.js"))?;
    let kept = Kept::find(staging, languages)?;
    let version = kept.version(staging)?;
    for page in files(staging, "html")? {
        files::write(&page, read(&page)?.replace(VERSION, &version))?;
    }
    let lists = [
        ("[[version]]", version),
        ("[[pages]]", serde_json::json!(kept.pages).to_string()),
        ("[[program]]", serde_json::json!(kept.program).to_string()),
        ("[[others]]", serde_json::json!(kept.others).to_string()),
    ];
    let worker = lists.iter().try_fold(worker, |worker, (place, list)| replace_once(&worker, place, list))?;
    SERVICE_WORKER.write(staging, minify::classic(&worker)?)
}

/// What the service worker keeps.
struct Kept {
    /// The front page and the calculator in each language.
    pages: Vec<String>,
    /// What a page needs to answer.
    program: BTreeSet<String>,
    /// What it can do without.
    others: BTreeSet<String>,
}

impl Kept {
    fn find(staging: &Path, languages: &[&Language]) -> Result<Self, Failure> {
        let both = |language: &&Language| [FRONT.name(language), PAGE.name(language)];
        let pages: Vec<String> = languages.iter().flat_map(both).collect();
        let (mut program, mut others) = (BTreeSet::new(), BTreeSet::new());
        for Built { name, asset, .. } in Built::all(staging)? {
            match asset.role {
                Role::FrontReads | Role::Reads | Role::Answers => program.insert(name),
                Role::Beside | Role::Tools | Role::Planner => others.insert(name),
                // They are kept as pages.
                Role::Front | Role::Page => false,
                // The browser keeps it by itself.
                Role::Worker => false,
                Role::FrameworkPage | Role::FrameworkReads | Role::FrameworkProgram => false,
                Role::FrameworkFold | Role::Before | Role::Embeds | Role::Programs => false,
                Role::Download | Role::Installing | Role::Hosting => false,
            };
        }
        Ok(Self { pages, program, others })
    }

    /// Another, whenever any of the files is.
    fn version(&self, staging: &Path) -> Result<String, Failure> {
        let mut contents = String::new();
        for name in self.pages.iter().chain(&self.program).chain(&self.others) {
            let path = staging.join(name);
            let content = std::fs::read(&path).map_err(|error| failed(&path, error))?;
            contents.push_str(&format!("{name} {}\n", hash(&content)));
        }
        Ok(hash(contents.as_bytes()))
    }
}

fn manifest(description: &str, screenshots: Vec<serde_json::Value>) -> serde_json::Value {
    let mut icons = vec![serde_json::json!({"src": ICON.0, "sizes": "any", "type": "image/svg+xml"})];
    for size in pictures::SIZES {
        let (name, sizes) = (ICONS.name(size), format!("{size}x{size}"));
        // What is drawn lies in the circle that every mask leaves.
        icons.push(serde_json::json!({"src": name, "sizes": sizes, "type": "image/png", "purpose": "any"}));
        icons.push(
            serde_json::json!({"src": name, "sizes": sizes, "type": "image/png", "purpose": "maskable"}),
        );
    }
    serde_json::json!({
        "name": "Lawgrade",
        "short_name": "Lawgrade",
        "description": description,
        // Without an id, so that copies at several places of one host are several apps.
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1d4f7c",
        "icons": icons,
        "screenshots": screenshots,
    })
}
