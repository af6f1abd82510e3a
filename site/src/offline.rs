//! What makes the page installable and keeps it for use without a network: the manifest and the service workers, with
//! the names of the files that the build has really made. The front page and the calculator's have a worker, and the
//! frameworks' pages have one for their folder, so that a visitor of the one keeps nothing of the others.

use std::collections::BTreeSet;
use std::path::Path;

use scoring::data::Language;

use crate::assets::{
    Built, FRAMEWORKS_WORKER, FRONT, Fixed, ICON, ICONS, MANIFEST, NARROW_SCREENSHOT, Name, OFFLINE, PAGE,
    Role, SERVICE_WORKER, STYLE, TOOLS_TEXTS, WIDE_SCREENSHOT, WORKSHOP_PAGE, WORKSHOP_STYLE, hash,
};
use crate::failure::{Failure, failed};
use crate::files::{self, files, read, root};
use crate::html::replace_once;
use crate::{framework_page, minify, pictures};

/// Pictures of the page for those who are asked whether to install it, and on which kind of screen.
const SCREENSHOTS: [(Fixed, &str); 2] = [(WIDE_SCREENSHOT, "wide"), (NARROW_SCREENSHOT, "narrow")];

/// Stands in the pages for the version of what is kept, until that is known.
pub const VERSION: &str = "__version__";

/// Writes the manifest with its pictures, in the words of `spoken`, then the service workers, each with the list of its
/// files.
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

    let both = |language: &&Language| [FRONT.name(language), PAGE.name(language)];
    let pages: Vec<String> = languages.iter().flat_map(both).collect();
    let workshop = languages.iter().map(|language| WORKSHOP_PAGE.name(language)).collect();
    let calculator = Kept { workshop, ..Kept::find(staging, ["./", "."], pages, of_calculator)? };
    calculator.write(staging, &SERVICE_WORKER)?;

    let is_framework = |built: &Built| built.asset.role == Role::FrameworkPage;
    let pages = Built::all(staging)?.into_iter().filter(is_framework).map(|built| built.name).collect();
    let frameworks = Kept::find(staging, ["../", framework_page::FOLDER], pages, of_frameworks)?;
    Kept { keeps_all: false, ..frameworks }.write(staging, &FRAMEWORKS_WORKER)
}

/// How pages need a file without a network.
enum Need {
    /// They do not answer without.
    Answers,
    /// They can do without.
    Beside,
    /// Only the page of workshops needs it.
    Workshop,
    /// They never ask for it, or it is a page, or the browser keeps it by itself.
    None,
}

fn of_calculator(built: &Built) -> Need {
    match built.asset.role {
        Role::FrontReads | Role::Reads | Role::Answers => Need::Answers,
        Role::Beside | Role::Idle | Role::Tools | Role::Planner | Role::Task => Need::Beside,
        // A task above the calculator has it as well.
        Role::WorkshopReads if WORKSHOP_STYLE.is(&built.name) => Need::Beside,
        Role::WorkshopReads | Role::WorkshopProgram => Need::Workshop,
        _ => Need::None,
    }
}

fn of_frameworks(built: &Built) -> Need {
    let is_one_of = |names: &[&dyn Name]| names.iter().any(|name| name.is(&built.name));
    match built.asset.role {
        Role::FrameworkReads | Role::FrameworkProgram => Need::Answers,
        Role::FrameworkFold | Role::Planner | Role::Task => Need::Beside,
        // What they share with the calculator.
        _ if is_one_of(&[&STYLE, &TOOLS_TEXTS]) => Need::Answers,
        _ if is_one_of(&[&OFFLINE, &ICON, &WORKSHOP_STYLE]) => Need::Beside,
        _ => Need::None,
    }
}

/// What a service worker keeps. Files are named as seen from the release's folder.
struct Kept {
    /// Where that folder is, as seen from the worker.
    release: &'static str,
    /// The folder of its pages, as seen from the release's.
    folder: &'static str,
    /// The pages that it may keep.
    pages: Vec<String>,
    /// Whether it keeps them before anybody has opened them.
    keeps_all: bool,
    /// The pages of workshops, which are kept once one was opened.
    workshop: Vec<String>,
    /// What they need.
    of_workshop: BTreeSet<String>,
    /// What a page needs to answer.
    program: BTreeSet<String>,
    /// What it can do without.
    others: BTreeSet<String>,
}

impl Kept {
    fn find(
        staging: &Path,
        [release, folder]: [&'static str; 2],
        pages: Vec<String>,
        need: fn(&Built) -> Need,
    ) -> Result<Self, Failure> {
        let (mut program, mut others, mut of_workshop) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for built in Built::all(staging)? {
            match need(&built) {
                Need::Answers => program.insert(built.name),
                Need::Beside => others.insert(built.name),
                Need::Workshop => of_workshop.insert(built.name),
                Need::None => false,
            };
        }
        let workshop = Vec::new();
        Ok(Self { release, folder, pages, keeps_all: true, workshop, of_workshop, program, others })
    }

    /// Writes the worker, and into the pages of its folder the version by which it knows them.
    fn write(&self, staging: &Path, worker: &Fixed) -> Result<(), Failure> {
        let version = self.version(staging)?;
        for page in files(&staging.join(self.folder), "html")? {
            files::write(&page, read(&page)?.replace(VERSION, &version))?;
        }
        let lists = [
            ("[[version]]", version),
            ("[[release]]", self.release.to_owned()),
            ("[[pages]]", serde_json::json!(self.pages).to_string()),
            ("[[keeps all]]", self.keeps_all.to_string()),
            ("[[workshop]]", serde_json::json!(self.workshop).to_string()),
            ("[[of workshop]]", serde_json::json!(self.of_workshop).to_string()),
            ("[[program]]", serde_json::json!(self.program).to_string()),
            ("[[others]]", serde_json::json!(self.others).to_string()),
        ];
        let script = read(&root().join("src/sw.js"))?;
        let script =
            lists.iter().try_fold(script, |script, (place, list)| replace_once(&script, place, list))?;
        worker.write(staging, minify::worker(&script)?)
    }

    /// A hash that changes when any of the kept files does.
    fn version(&self, staging: &Path) -> Result<String, Failure> {
        let mut contents = String::new();
        for name in self
            .pages
            .iter()
            .chain(&self.workshop)
            .chain(&self.of_workshop)
            .chain(&self.program)
            .chain(&self.others)
        {
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
