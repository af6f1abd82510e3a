//! The page of each framework that has a folder: its rules, its cards, and a calculator for all of them.

mod spoken;

use std::path::Path;

use overview::Beside;
use scoring::data::Language;
use scoring::rules::file::{Framework, Source};
use scoring::say;
use scoring::telling::Overview;

use crate::assets::{
    CARD_STYLE, FRAME_PAGE, FRAMED_PAGES, FRAMEWORK_PROGRAM, FRAMEWORK_SCRIPT, FRAMEWORK_START,
    FRAMEWORK_STYLE, HISTORY_SCRIPT, HISTORY_STYLE, PAGE, WORLD, hash,
};
use crate::data::Translation;
use crate::failure::{Failure, failed};
use crate::files::{self, read, root};
use crate::frame::Framed;
use crate::head::Head;
use crate::home::{self, Home};
use crate::html::{escaped, fill, replace_once};
use crate::pictures::Painter;
use crate::programs::{Planner, name_program};
use crate::{card_page, manual, minify, node, page, rescue, structured, years_file};
use spoken::framework;
pub use spoken::{PUBLISHED, Spoken, folder_of, ids, spoken};

/// The folder of the pages, in the release.
pub const FOLDER: &str = "frameworks";

/// The names and addresses of all frameworks' pages in a language, as the start script reads them: seen from the
/// release's folder.
///
/// # Errors
/// As for [`ids`].
pub fn addresses(language: &Language) -> Result<String, Failure> {
    let page = |id: &String| format!("{id} {}", page::name(language, &stem(id)));
    Ok(ids()?.iter().map(page).collect::<Vec<_>>().join(","))
}

/// The [name](page::name) of a framework's page, as seen from the release's folder.
pub fn stem(id: &str) -> String {
    format!("{FOLDER}/{id}")
}

/// The scripts that the pages have in common with the calculator's own, and what makes them pages for frames.
pub struct Scripts<'a> {
    /// The name of the script that has pages kept for use without a network.
    pub offline: &'a str,
    /// Who searches for plans.
    pub planner: &'a Planner,
    /// What pages for frames have.
    pub framed: &'a Framed,
}

/// Files that the pages share, by their names.
pub struct Shared<'a> {
    style: String,
    /// The style sheet of pages of frameworks, in their folder.
    pub own_style: String,
    /// The style sheet of pages to be read, in their folder.
    pub card_style: String,
    start: String,
    /// The script of their program, in their folder.
    pub script: String,
    /// Their program, in their folder.
    pub program: String,
    planner: String,
    offline: &'a str,
    framed: &'a Framed,
    /// The shapes of countries, in their folder.
    pub world: String,
    history: [String; 2],
}

/// Writes the pages of all frameworks. `style` is the name of the calculator's style sheet; with each language of the
/// calculator's own page comes the name of the file with the texts of its programs, and `frameworks` are all in each. Returns
/// the names of what other pages load as well.
///
/// # Errors
/// When a file is missing or wrong.
pub fn write<'a>(
    staging: &Path,
    languages: &[(&Translation, String)],
    frameworks: &[Vec<Spoken>],
    style: &str,
    Scripts { offline, planner, framed }: Scripts<'a>,
) -> Result<Shared<'a>, Failure> {
    let folder = staging.join(FOLDER);
    std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    let [script, program] = name_program(staging, "framework", [FRAMEWORK_SCRIPT, FRAMEWORK_PROGRAM])?;
    let own_style = minify::style_files(&["style/tools.css", "style/framework.css"])?;
    let shared = Shared {
        style: style.to_owned(),
        own_style: FRAMEWORK_STYLE.write(staging, own_style)?,
        card_style: CARD_STYLE.write(staging, minify::style_files(&["style/card.css"])?)?,
        start: FRAMEWORK_START.write(staging, minify::joined("framework.js")?)?,
        script,
        program,
        planner: planner.names("../"),
        offline,
        framed,
        world: WORLD.write(staging, node::answer("world.mjs", &[], "")?)?,
        history: [
            HISTORY_SCRIPT.write(staging, minify::joined("history.js")?)?,
            HISTORY_STYLE.write(staging, minify::style_files(&["style/history.css"])?)?,
        ],
    };
    let in_all: Vec<&Language> = languages.iter().map(|(translation, _)| &translation.language).collect();
    let styles = [style, shared.card_style.as_str()];
    // Networks that show links ask for a picture by its absolute address.
    let painter = Home::of_build()?.map(|_| Painter::new()).transpose()?;
    for ((translation, texts), all) in languages.iter().zip(frameworks) {
        for spoken in all {
            let page = Page { translation, languages, texts, spoken, all };
            page.write(staging, &shared)?;
            card_page::write(staging, styles, (&translation.language, &in_all), spoken, painter.as_ref())?;
        }
    }
    Ok(shared)
}

/// A framework's page in one language.
struct Page<'a> {
    translation: &'a Translation,
    languages: &'a [(&'a Translation, String)],
    /// The name of the file with the texts of its programs.
    texts: &'a str,
    spoken: &'a Spoken,
    /// All frameworks in this language.
    all: &'a [Spoken],
}

impl Page<'_> {
    /// Writes the page, and the ranking as a table beside it; where years are known, their figures as well.
    fn write(&self, staging: &Path, shared: &Shared<'_>) -> Result<(), Failure> {
        let folder = &staging.join(FOLDER);
        let language = &self.translation.language;
        let Spoken { framework, cohort, naming, history, .. } = self.spoken;
        let overview = Overview::new(cohort, naming);
        let words = &cohort.telling.words;
        let about = say::overview::about(words, &cohort.telling.framework(), &framework.publisher);
        let table = page::name(language, &format!("{}-ranking", framework.id)).replace(".html", ".csv");
        files::write(&folder.join(&table), overview.spreadsheet(cohort, &about))?;
        let history = match history {
            Some((rows, years)) => {
                let file = years_file::write(staging, language, cohort, &overview, years)?;
                let table = format!("{}-years.csv", framework.id);
                files::write(&folder.join(&table), rows)?;
                let [script, style] = &shared.history;
                Some(overview::History { years, language, file, script, style, table })
            }
            None => None,
        };
        let card = |subject: &str| format!("{}/{}", framework.id, page::name(language, subject));
        let beside =
            Beside { is_brought: false, table: Some(&table), world: Some(&shared.world), card: &card };
        let overview = overview::html(cohort, &overview, PUBLISHED, beside, history.as_ref())?;
        let html = self.filled(shared, &overview)?;
        let in_frames = format!("{FRAMED_PAGES}{}", framework.id);
        files::write(&folder.join(page::name(language, &in_frames)), self.in_frames(shared, &html)?)?;
        files::write(&folder.join(page::name(language, &framework.id)), html)
    }

    /// The page as it is in frames: it knows where its own page is, and leads to others as they are in frames.
    fn in_frames(&self, shared: &Shared<'_>, html: &str) -> Result<String, Failure> {
        let (language, framework) = (&self.translation.language, &self.spoken.framework);
        let own = page::name(language, &framework.id);
        let html = home::with_home(html, &own)?;
        let pages = |of: [String; 2]| format!("data-pages=\"{}\"", self.pages(of));
        let framed = [format!("../{}", FRAME_PAGE.name(language)), FRAMED_PAGES.to_owned()];
        let html = replace_once(&html, &pages([calculator(language), String::new()]), &pages(framed))?;
        let whole = said(language, "whole", &[("framework", &framework.title)])?;
        let link = format!("<p><a href=\"{own}\">{}</a></p>\n</footer>", escaped(&whole));
        let html = replace_once(&html, "</footer>", &link)?;
        // A map alone has the ranking elsewhere.
        let words = say::overview::map_in_words(&self.spoken.cohort.telling.words);
        let elsewhere = format!("<a href=\"{own}\">{}</a>", escaped(&words));
        shared.framed.html("../", language, &html.replace(&overview::in_words(&words), &elsewhere))
    }

    fn filled(&self, shared: &Shared<'_>, overview: &str) -> Result<String, Failure> {
        let (language, framework) = (&self.translation.language, &self.spoken.framework);
        let source = framework.source.clone().unwrap_or_default();
        let year = framework.year.to_string();
        let of = |name| said(language, name, &[("framework", &framework.title), ("year", &year)]);
        let lead = said(language, "lead", &[("publisher", &framework.publisher), ("year", &year)])?;
        let (title, description) = (of("title")?, of("description")?);
        let languages: Vec<&Language> =
            self.languages.iter().map(|(translation, _)| &translation.language).collect();
        let structured = structured::of_framework("Dataset", language, framework, &title, &description);
        let title = escaped(&title);
        let head = Head {
            stem: &stem(&framework.id),
            language,
            languages: &languages,
            title: &title,
            description: &escaped(&description),
            picture: None,
        };
        let places = [
            ("language", language.id.clone()),
            ("head", head.html()?),
            ("script of opening", rescue::opens()?),
            ("structured data", structured::script(&structured)),
            ("heading", title),
            ("lead", escaped(&lead)),
            ("ask", escaped(&said(language, "ask", &[])?)),
            ("style", shared.style.clone()),
            ("own style", shared.own_style.clone()),
            ("start", shared.start.clone()),
            ("script", shared.script.clone()),
            ("program", shared.program.clone()),
            ("planner", shared.planner.clone()),
            ("offline", format!("../{}", shared.offline)),
            ("files", self.files()),
            ("program texts", self.texts.to_owned()),
            ("pages", self.pages([calculator(language), String::new()])),
            ("other languages", self.other_languages()),
            ("about", escaped(&framework.about)),
            ("source", source_line(language, &source)?),
            ("ours", escaped(&source.ours)),
            ("other frameworks", self.others()),
            ("skip", said(language, "skip", &[])?),
            ("skip to provisions", language.page_text("page", "skip", &[])?),
            ("overview", overview.to_owned()),
            ("languages", language.page_text("page", "languages", &[])?),
            ("waiting", said(language, "waiting", &[])?),
            ("waiting_long", said(language, "waiting_long", &[])?),
            ("kept", said(language, "kept", &[])?),
            ("kept_partly", said(language, "kept_partly", &[])?),
            ("new_version", language.page_text("page", "new_version", &[])?),
            ("load_new_version", language.page_text("page", "load_new_version", &[])?),
            ("no_scripts", said(language, "no_scripts", &[])?),
            ("about_heading", said(language, "about_heading", &[])?),
            ("independent", said(language, "independent", &[])?),
            ("for_hosts", language.page_text("page", "for_hosts", &[])?),
            ("manual", manual::link(&stem(&framework.id), language)?),
            ("others", said(language, "others", &[])?),
            ("front", above(&page::front(language), language)),
            ("cards", above(&page::front(language), language)),
            ("find", escaped(&language.page_text("front", "link", &[])?)),
            ("texts", serde_json::json!(language.page.get("boot")).to_string().replace('<', "\\u003c")),
            ("data", self.data()?),
        ];
        fill(read(&root().join("framework.html"))?, places)
    }

    /// What the page's program reads: see `Reading` in `src/framework/data.rs`. No card of ours here has findings.
    fn data(&self) -> Result<String, Failure> {
        let language = &self.translation.language;
        // In a script, only this could end it.
        let quoted = |json: serde_json::Result<String>| json.unwrap_or_default().replace('<', "\\u003c");
        let rules = quoted(serde_json::to_string(&self.spoken.framework));
        let names = quoted(serde_json::to_string(&self.spoken.names));
        if self.spoken.cards.contains('<') {
            return Err(Failure::Missing(format!(
                "{}: cards.csv has a “<”, which a page cannot hold",
                self.spoken.framework.id
            )));
        }
        let version = hash(format!("{rules}\n{names}\n{}", self.spoken.cards).as_bytes());
        let version = version.get(..8).unwrap_or_default();
        Ok(format!(
            "{}\n{}\n{version}\n{rules}\n{names}\n\n{}",
            language.id, language.locale, self.spoken.cards
        ))
    }

    /// The other frameworks' pages, as the start script reads them: seen from beside this one. First comes that of the
    /// calculator; the names of the others begin with `start`.
    fn pages(&self, [calculator, start]: [String; 2]) -> String {
        let language = &self.translation.language;
        let own = &self.translation.baseline.framework().id;
        let calculator = format!("{own} {calculator}");
        let others = self.other_frameworks();
        let others = others.map(|other| format!("{} {start}{}", other.id, page::name(language, &other.id)));
        std::iter::once(calculator).chain(others).collect::<Vec<_>>().join(",")
    }

    /// The page in its own language, then in the others: what is kept together for use without a network.
    fn files(&self) -> String {
        let own = &self.translation.language;
        let others = self.languages.iter().map(|(translation, _)| &translation.language);
        let others = others.filter(|other| other.id != own.id);
        let names = std::iter::once(own)
            .chain(others)
            .map(|language| page::name(language, &stem(&self.spoken.framework.id)));
        names.collect::<Vec<_>>().join(" ")
    }

    fn other_frameworks(&self) -> impl Iterator<Item = &Framework> {
        let all = self.all.iter().map(|spoken| &spoken.framework);
        all.filter(|other| other.id != self.spoken.framework.id)
    }

    fn other_languages(&self) -> String {
        let all = self.languages.iter().map(|(translation, _)| &translation.language);
        let in_other = |other: &Language| page::name(other, &self.spoken.framework.id);
        page::links_to_others(&self.translation.language, all, in_other)
    }

    /// Links to what else there is: the calculator's own page, and the other frameworks.
    fn others(&self) -> String {
        let language = &self.translation.language;
        let link = |page: &str, title: &str, year: u16| {
            format!("<li><a href=\"{page}\">{} {year}</a></li>", escaped(title))
        };
        let own = self.translation.baseline.framework();
        let first = link(&calculator(language), &own.title, own.year);
        let others = self.other_frameworks();
        let others = others.map(|other| link(&page::name(language, &other.id), &other.title, other.year));
        std::iter::once(first).chain(others).collect()
    }
}

/// Where a framework's rules and answers come from, in a sentence, and what is known of the licence.
///
/// # Errors
/// When the language has no text for it.
pub fn source_line(language: &Language, source: &Source) -> Result<String, Failure> {
    let title = escaped(&source.title);
    let cited = match &source.address {
        Some(address) => {
            format!("<cite><a href=\"{}\" rel=\"external\">{title}</a></cite>", escaped(address))
        }
        None => format!("<cite>{title}</cite>"),
    };
    said(language, "source", &[("source", &cited), ("licence", &escaped(&source.licence))])
}

/// The calculator's own page, as seen from a framework's.
fn calculator(language: &Language) -> String {
    above(&PAGE.name(language), language)
}

/// A page of the folder above, in a language that was asked for.
pub fn above(address: &str, language: &Language) -> String {
    format!("../{}", page::asked(address, language).trim_start_matches("./"))
}

/// Links to the pages of all frameworks in a language, as seen from the calculator's own page.
///
/// # Errors
/// When the data cannot be read.
pub fn links(language: &Language) -> Result<String, Failure> {
    let link = |id: String| {
        let (framework, _) = framework(&folder_of(&id), language)?;
        let page = page::name(language, &stem(&id));
        Ok(format!("<a href=\"{page}\">{} {}</a>", escaped(&framework.title), framework.year))
    };
    let links: Vec<String> = ids()?.into_iter().map(link).collect::<Result<_, Failure>>()?;
    Ok(links.join(" · "))
}

fn said(language: &Language, name: &str, fillings: &[(&str, &str)]) -> Result<String, Failure> {
    Ok(language.page_text("framework", name, fillings)?)
}
