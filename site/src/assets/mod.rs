//! The built files: what each is called, and who loads it. Whatever asks what a file of the release is asks this table.
//! Two lists stand elsewhere, since other programs read them: `embed/nginx.conf` and `bench/host.mjs` know by themselves
//! what may be kept for a year.

mod built;
mod hash;
mod names;

pub use built::Built;
pub use hash::hash;
use names::{AllIn, AllInHashed, EndingBelow, EndingIn, OfWidth, PagesIn, Spoken, SpokenHashed};
pub use names::{FRAMED as FRAMED_PAGES, Fixed, Hashed, Name, Page};

/// Who loads a file, and when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Role {
    /// The visitor's browser: the calculator's own page, in one language.
    Page,
    /// That page, before it can be read. Without it, it does not answer.
    Reads,
    /// That page, before it answers.
    Answers,
    /// That page as well, which does without where it is missing.
    Beside,
    /// That page, once its visitor has done nothing for ten seconds; it does without where it is missing.
    Idle,
    /// The browser, which keeps it by itself: the service worker.
    Worker,
    /// That page, when a visitor opens a tool, or afterwards and in the background.
    Tools,
    /// Whoever searches for plans, when a visitor asks for some, or in the background.
    Planner,
    /// The visitor's browser: the page of a framework, in one language.
    FrameworkPage,
    /// That page, before it can be read.
    FrameworkReads,
    /// That page, when a visitor opens a card.
    FrameworkProgram,
    /// The visitor's browser: the page of one card of a framework, in one language, and its style. It has no program.
    CardPage,
    /// The browser, which keeps it by itself: the service worker of the frameworks' pages.
    FrameworkWorker,
    /// The page of a framework, when a visitor opens the fold that shows it: the map, the years.
    FrameworkFold,
    /// The visitor's browser: the front page, in one language.
    Front,
    /// That page, before it finds cards.
    FrontReads,
    /// The visitor's browser: the page that shows cards which others have brought, in one language.
    Brought,
    /// That page, before it can be read.
    BroughtReads,
    /// That page, to read a card.
    Reader,
    /// That page, when a visitor takes the card along as one file.
    Own,
    /// The visitor's browser: the page on which authors make cards, in one language.
    MakePage,
    /// That page, before it can be read.
    MakeReads,
    /// That page, before it answers.
    MakeProgram,
    /// The visitor's browser: the page of workshops, in one language.
    Workshop,
    /// That page, before it can be read.
    WorkshopReads,
    /// That page, when a task is made or something is handed in.
    WorkshopProgram,
    /// A calculator that was opened for a task.
    Task,
    /// A reader who wants to know more: pages made of the manual.
    Manual,
    /// The visitor's browser: a page under a name that it had before.
    Before,
    /// Pages of others with the calculator in them, and those who write such pages.
    Embeds,
    /// Other programs.
    Programs,
    /// A visitor who takes the calculator along.
    Download,
    /// Whoever installs the page, or shows a link to it.
    Installing,
    /// Hosts.
    Hosting,
}

/// A kind of built file.
pub struct Asset {
    /// What it is called.
    pub name: &'static dyn Name,
    /// Who loads it.
    pub role: Role,
}

/// Makes a constant of each row, by which it is written, and of all of them the table.
macro_rules! table {
    ($($asset:ident: $kind:ident($($part:literal),*), $role:ident;)*) => {
        $(pub const $asset: $kind = $kind($($part),*);)*
        const TABLE: &[Asset] = &[$(Asset { name: &$asset, role: Role::$role }),*];
    };
}

table! {
    FRONT: Page("index"), Front;
    FRONT_SCRIPT: Hashed("front", "js"), FrontReads;
    FRONT_STYLE: Hashed("front", "css"), FrontReads;
    FRONT_BEFORE: Page("cards"), Before;

    PAGE: Page("connecticut"), Page;
    STYLE: Hashed("style", "css"), Reads;
    BOOT: Hashed("boot", "js"), Reads;
    PAGE_SCRIPT: Hashed("lawgrade", "js"), Answers;
    PAGE_PROGRAM: Hashed("lawgrade", "wasm"), Answers;
    OFFLINE: Hashed("offline", "js"), Idle;
    MANIFEST: Fixed("manifest.webmanifest"), Beside;
    ICON: Fixed("icon.svg"), Beside;
    SERVICE_WORKER: Fixed("sw.js"), Worker;

    TOOLS_SCRIPT: Hashed("tools", "js"), Tools;
    TOOLS_PROGRAM: Hashed("tools", "wasm"), Tools;
    TOOLS_STYLE: Hashed("tools", "css"), Tools;
    TOOLS_TEXTS: SpokenHashed("tools", "txt"), Tools;
    PLANNER_SCRIPT: Hashed("planner", "js"), Planner;
    PLANNER_PROGRAM: Hashed("planner", "wasm"), Planner;
    PLANNER_WORKER: Hashed("planner-worker", "js"), Planner;

    FRAMEWORK_PAGES: PagesIn("frameworks/", ""), FrameworkPage;
    FRAMEWORK_FRAMES: PagesIn("frameworks/", "embed-"), Embeds;
    CARD_PAGES: EndingBelow("frameworks/", "html"), CardPage;
    CARD_STYLE: Hashed("frameworks/card", "css"), CardPage;
    FRAMEWORK_START: Hashed("frameworks/start", "js"), FrameworkReads;
    FRAMEWORK_SCRIPT: Hashed("frameworks/framework", "js"), FrameworkProgram;
    FRAMEWORK_PROGRAM: Hashed("frameworks/framework", "wasm"), FrameworkProgram;
    FRAMEWORK_STYLE: Hashed("frameworks/framework", "css"), FrameworkReads;
    FRAMEWORKS_WORKER: Fixed("frameworks/sw.js"), FrameworkWorker;
    WORLD: Hashed("frameworks/world", "svg"), FrameworkFold;
    YEARS: SpokenHashed("frameworks/years", "json"), FrameworkFold;
    HISTORY_SCRIPT: Hashed("frameworks/history", "js"), FrameworkFold;
    HISTORY_STYLE: Hashed("frameworks/history", "css"), FrameworkFold;
    RANKINGS: EndingIn("frameworks/", "csv"), Download;

    BROUGHT: Page("brought"), Brought;
    BROUGHT_SCRIPT: Hashed("brought", "js"), BroughtReads;
    BROUGHT_STYLE: Hashed("brought", "css"), BroughtReads;
    READER_SCRIPT: Hashed("reader", "js"), Reader;
    READER_PROGRAM: Hashed("reader", "wasm"), Reader;
    READER_TEXTS: SpokenHashed("reader", "txt"), Reader;
    OWN: SpokenHashed("own", "txt"), Own;
    TEMPLATES: EndingIn("frameworks/", "xlsx"), Download;

    MAKE_PAGE: Page("make"), MakePage;
    MAKE_START: Hashed("make-start", "js"), MakeReads;
    MAKE_STYLE: Hashed("make", "css"), MakeReads;
    MAKE_SCRIPT: Hashed("make", "js"), MakeProgram;
    MAKE_PROGRAM: Hashed("make", "wasm"), MakeProgram;
    MAKE_TEXTS: SpokenHashed("make", "txt"), MakeProgram;
    MAKE_WORKER: Hashed("make-worker", "js"), MakeProgram;

    WORKSHOP_PAGE: Page("workshop"), Workshop;
    WORKSHOP_START: Hashed("workshop-start", "js"), WorkshopReads;
    WORKSHOP_STYLE: Hashed("workshop", "css"), WorkshopReads;
    WORKSHOP_SCRIPT: Hashed("workshop", "js"), WorkshopProgram;
    WORKSHOP_PROGRAM: Hashed("workshop", "wasm"), WorkshopProgram;
    TASK_SCRIPT: Fixed("task.js"), Task;

    LAW_PAGE: Page("connecticut-law"), CardPage;
    PRINTED_PAGE: Page("published"), CardPage;

    DIAGNOSTICS: Page("diagnostics"), Manual;
    ACCESSIBILITY: Page("accessibility"), Manual;
    MANUAL: PagesIn("docs/", ""), Manual;
    MANUAL_STYLE: Hashed("docs/manual", "css"), Manual;
    MANUAL_TABLES: EndingIn("docs/", "xlsx"), Download;
    MANUAL_PICTURES: EndingIn("docs/", "svg"), Manual;

    EMBED: Fixed("embed.js"), Embeds;
    ELEMENT: Hashed("element", "js"), Embeds;
    FRAME_PAGE: Page("embed"), Embeds;
    FRAME_SCRIPT: Hashed("frame", "js"), Embeds;
    FRAME_STYLE: Hashed("frame", "css"), Embeds;
    FRAMED: Hashed("framed", "js"), Embeds;
    INSIDE: Hashed("inside", "js"), Embeds;
    BUILDER: Fixed("builder.html"), Embeds;
    BUILDER_SCRIPT: Hashed("builder", "js"), Embeds;
    BUILDER_STYLE: Hashed("builder", "css"), Embeds;
    OEMBED: Spoken("oembed", "json"), Embeds;
    WORDPRESS: Fixed("lawgrade-wordpress.zip"), Embeds;
    EXAMPLES: AllIn("examples/"), Embeds;

    RULES: Fixed("lawgrade.js"), Programs;
    RULES_TYPES: Fixed("lawgrade.d.ts"), Programs;
    RULES_FOLDER: AllInHashed("api"), Programs;
    ONE_FILE: Page("lawgrade"), Download;

    CARD_PICTURES: EndingBelow("frameworks/", "png"), Installing;
    ICONS: OfWidth("icon", "png"), Installing;
    WIDE_SCREENSHOT: Fixed("page.png"), Installing;
    NARROW_SCREENSHOT: Fixed("phone.png"), Installing;

    NOT_FOUND: Fixed("404.html"), Hosting;
    SITEMAP: Fixed("sitemap.xml"), Hosting;
    NETLIFY: Fixed("_headers"), Hosting;
    SERVE: Fixed("serve.json"), Hosting;
    GITHUB: Fixed(".nojekyll"), Hosting;
    APACHE: Fixed(".htaccess"), Hosting;
    NGINX: Fixed("nginx-headers.conf"), Hosting;
    CADDY: Fixed("caddy-headers"), Hosting;
}

impl Asset {
    /// What a file is, by its name as seen from the release's folder.
    fn of(name: &str) -> Option<&'static Self> {
        TABLE.iter().find(|asset| asset.name.is(name))
    }
}

#[cfg(test)]
mod tests {
    use super::{Asset, Role, TABLE};

    #[test]
    fn every_name_is_in_one_row() {
        for (name, role, for_a_year) in [
            ("index.html", Role::Front, false),
            ("es.html", Role::Front, false),
            ("front-bf5656dc49fd1704.js", Role::FrontReads, true),
            ("cards.es.html", Role::Before, false),
            ("connecticut.html", Role::Page, false),
            ("connecticut.es.html", Role::Page, false),
            ("style-5eb4743ecc7d48c2.css", Role::Reads, true),
            ("lawgrade-a8bd08b18f045f8f.wasm", Role::Answers, true),
            ("icon.svg", Role::Beside, false),
            ("tools-a8bd08b18f045f8f.wasm", Role::Tools, true),
            ("tools-es-977a12e10b6b8d66.txt", Role::Tools, true),
            ("planner-bd922f9b7d610257.js", Role::Planner, true),
            ("planner-worker-05ea18fc84d70cdf.js", Role::Planner, true),
            ("frameworks/wbl-2020.html", Role::FrameworkPage, false),
            ("frameworks/wbl-2020.es.html", Role::FrameworkPage, false),
            ("frameworks/embed-wbl-2020.es.html", Role::Embeds, false),
            ("frameworks/wbl-2020/es.es.html", Role::CardPage, false),
            ("frameworks/wbl-2020/ke.es.png", Role::Installing, false),
            ("frameworks/wbl-2020-ranking.es.csv", Role::Download, false),
            ("frameworks/start-31731ddfeb1e6375.js", Role::FrameworkReads, true),
            ("frameworks/framework-aa0e0f204d0d6715.css", Role::FrameworkReads, true),
            ("frameworks/sw.js", Role::FrameworkWorker, false),
            ("frameworks/years-es-977a12e10b6b8d66.json", Role::FrameworkFold, true),
            ("frameworks/history-31731ddfeb1e6375.js", Role::FrameworkFold, true),
            ("frameworks/history-31731ddfeb1e6375.css", Role::FrameworkFold, true),
            ("frameworks/wbl-2020-years.csv", Role::Download, false),
            ("brought.es.html", Role::Brought, false),
            ("brought-31731ddfeb1e6375.js", Role::BroughtReads, true),
            ("reader-bd922f9b7d610257.wasm", Role::Reader, true),
            ("reader-es-977a12e10b6b8d66.txt", Role::Reader, true),
            ("own-es-977a12e10b6b8d66.txt", Role::Own, true),
            ("frameworks/wbl-2020.es.xlsx", Role::Download, false),
            ("diagnostics.html", Role::Manual, false),
            ("accessibility.es.html", Role::Manual, false),
            ("docs/index.es.html", Role::Manual, false),
            ("docs/manual-31731ddfeb1e6375.css", Role::Manual, true),
            ("docs/first-card.es.xlsx", Role::Download, false),
            ("make.es.html", Role::MakePage, false),
            ("make-start-31731ddfeb1e6375.js", Role::MakeReads, true),
            ("make-a8bd08b18f045f8f.wasm", Role::MakeProgram, true),
            ("make-es-977a12e10b6b8d66.txt", Role::MakeProgram, true),
            ("make-worker-05ea18fc84d70cdf.js", Role::MakeProgram, true),
            ("workshop.es.html", Role::Workshop, false),
            ("workshop-start-31731ddfeb1e6375.js", Role::WorkshopReads, true),
            ("workshop-31731ddfeb1e6375.css", Role::WorkshopReads, true),
            ("workshop-a8bd08b18f045f8f.wasm", Role::WorkshopProgram, true),
            ("task.js", Role::Task, false),
            ("embed.es.html", Role::Embeds, false),
            ("embed.js", Role::Embeds, false),
            ("frame-973bc0e0d05b148b.js", Role::Embeds, true),
            ("framed-3516cc4886b06496.js", Role::Embeds, true),
            ("examples/right-to-left.html", Role::Embeds, false),
            ("oembed-es.json", Role::Embeds, false),
            ("lawgrade-wordpress.zip", Role::Embeds, false),
            ("lawgrade.js", Role::Programs, false),
            ("lawgrade.d.ts", Role::Programs, false),
            ("api-20afb1e2df42ba6d/lawgrade.wasm", Role::Programs, true),
            ("lawgrade.es.html", Role::Download, false),
            ("icon-512.png", Role::Installing, false),
            ("404.html", Role::Hosting, false),
        ] {
            let rows: Vec<&Asset> = TABLE.iter().filter(|asset| asset.name.is(name)).collect();
            assert_eq!(rows.len(), 1, "{name}");
            for asset in rows {
                assert_eq!((asset.role, asset.name.changes_with_content()), (role, for_a_year), "{name}");
            }
        }
    }

    #[test]
    fn what_is_not_in_the_table_is_not_known() {
        for name in [
            "tools_bg.wasm",
            "boot-2fa8f0bd.js",
            "boot-2fa8f0bdc8f63bf5.css",
            "api-20afb1e2/glue.js",
            "icon-large.png",
            "spanish.html",
            "tools-977a12e10b6b8d66.txt",
            "frameworks/notes.txt",
            "frameworks/wbl-2020/years/1971.html",
        ] {
            assert!(Asset::of(name).is_none(), "{name}");
        }
    }
}
