//! The page of workshops, and what shows a task above a calculator.

use std::path::Path;

use scoring::data::Language;

use crate::assets::{
    PAGE, TASK_SCRIPT, WORKSHOP_PAGE, WORKSHOP_PROGRAM, WORKSHOP_SCRIPT, WORKSHOP_START, WORKSHOP_STYLE,
};
use crate::data::Translation;
use crate::failure::Failure;
use crate::files::{read, root};
use crate::framework_page::{self, Spoken};
use crate::head::Head;
use crate::html::{escaped, fill, named, replace_once};
use crate::programs::name_program;
use crate::{minify, offline, page, structured};

/// The steps of a workshop, as the page has them.
const STEPS: [&str; 4] = ["step_make", "step_hand_out", "step_work", "step_collect"];

/// Writes the page in each language, and the script of a task; `frameworks` are all in each, `html` is the calculator's page,
/// which names files that this one has as well.
///
/// # Errors
/// When a file is missing or wrong.
pub fn write(
    staging: &Path,
    translations: &[Translation],
    frameworks: &[Vec<Spoken>],
    html: &str,
) -> Result<(), Failure> {
    let [script, program] = name_program(staging, "workshop", [WORKSHOP_SCRIPT, WORKSHOP_PROGRAM])?;
    let start = WORKSHOP_START.write(staging, minify::joined("workshop.js")?)?;
    let style = WORKSHOP_STYLE.write(staging, minify::style_files(&["style/workshop.css"])?)?;
    let languages: Vec<&Language> = translations.iter().map(|translation| &translation.language).collect();
    TASK_SCRIPT.write(staging, task_script(&languages, &style)?)?;
    let in_languages: Vec<String> = languages
        .iter()
        .map(|language| format!("{} {}", language.id, WORKSHOP_PAGE.name(language)))
        .collect();
    for (translation, others) in translations.iter().zip(frameworks) {
        let language = &translation.language;
        let text = |name: &str| Ok::<_, Failure>(language.page_text("workshop", name, &[])?);
        let said = |name: &str| Ok::<_, Failure>(escaped(&text(name)?));
        let of_page = |name: &str| Ok::<_, Failure>(escaped(&language.page_text("page", name, &[])?));
        let in_other = |other: &Language| page::asked(&WORKSHOP_PAGE.name(other), other);
        let (title, description) = (text("title")?, text("description")?);
        let head = Head {
            stem: WORKSHOP_PAGE.0,
            language,
            languages: &languages,
            title: &escaped(&title),
            description: &escaped(&description),
            picture: None,
        };
        let step = |name: &&str| Ok::<_, Failure>(format!("<li>{}</li>", said(name)?));
        let framework = &translation.baseline.framework().id;
        let pages = format!("{framework} {},{}", PAGE.name(language), framework_page::addresses(language)?);
        // In the page's own language, and the script's own texts with those of all programs.
        let kept = said("kept")?;
        let files = languages.iter().map(|other| WORKSHOP_PAGE.name(other)).collect::<Vec<_>>();
        let places = [
            ("language", language.id.clone()),
            ("head", head.html()?),
            ("structured data", structured::script(&structured::site(language, &title, &description))),
            ("style", named(html, "rel=\"stylesheet\" href")?.to_owned()),
            ("own style", style.clone()),
            ("start", start.clone()),
            ("script", script.clone()),
            ("program", program.clone()),
            ("locale", language.locale.clone()),
            ("pages", pages),
            ("offline", named(html, "data-offline")?.to_owned()),
            ("page of languages", in_languages.join(",")),
            ("version", offline::VERSION.to_owned()),
            ("skip", said("skip")?),
            ("front", page::asked(&page::front(language), language)),
            ("languages", of_page("languages")?),
            ("other languages", page::links_to_others(language, languages.iter().copied(), in_other)),
            ("heading", said("heading")?),
            ("lead", said("lead")?),
            ("new version", of_page("new_version")?),
            ("load new version", of_page("load_new_version")?),
            ("no scripts", said("no_scripts")?),
            ("join heading", said("join_heading")?),
            ("group", said("group")?),
            ("join note", said("join_note")?),
            ("join", said("join")?),
            ("own page", page::asked(&WORKSHOP_PAGE.name(language), language)),
            ("join facilitator", said("join_facilitator")?),
            ("how heading", said("how_heading")?),
            ("how", STEPS.iter().map(step).collect::<Result<String, _>>()?),
            ("private", said("private")?),
            ("make heading", said("make_heading")?),
            ("make about", said("make_about")?),
            ("calculators", calculators(translation, others)),
            ("start label", said("start_label")?),
            ("start note", said("start_note")?),
            ("say label", said("say_label")?),
            ("groups label", said("groups_label")?),
            ("make", said("make")?),
            ("collect heading", said("collect_heading")?),
            ("collect about", said("collect_about")?),
            ("lines label", said("lines_label")?),
            ("collect", said("collect")?),
            ("files label", said("files_label")?),
            ("files note", said("files_note")?),
            ("not kept", said("not_kept")?),
            ("results heading", said("results_heading")?),
            ("print", said("print")?),
            ("table", said("table")?),
            ("forget", said("forget")?),
            ("independent", language.page_text("page", "independent", &[])?),
            ("files", files.join(" ")),
            ("kept", kept.clone()),
            ("kept text", kept),
            ("texts", script_texts(language)),
        ];
        WORKSHOP_PAGE.write(staging, language, fill(read(&root().join("workshop.html"))?, places)?)?;
    }
    Ok(())
}

/// The offer of the page, with a link from beside it.
///
/// # Errors
/// When the language has no text for it.
pub fn link(language: &Language) -> Result<String, Failure> {
    page::link_to(&WORKSHOP_PAGE, "workshop", language)
}

/// Links to the calculators in which a task is set up.
fn calculators(translation: &Translation, others: &[Spoken]) -> String {
    let (baseline, language) = (&translation.baseline, &translation.language);
    let own = format!("{}: {}", baseline.framework().title, baseline.card().jurisdiction);
    let own = (page::asked(&PAGE.name(language), language), own);
    let other = |Spoken { framework, .. }: &Spoken| {
        let address = page::name(language, &framework_page::stem(&framework.id));
        (address, format!("{} {}", framework.title, framework.year))
    };
    let links = std::iter::once(own).chain(others.iter().map(other));
    links.map(|(address, title)| format!("<li><a href=\"{address}\">{}</a></li>", escaped(&title))).collect()
}

/// What the page's script says, with what all programs say that cannot be loaded.
fn script_texts(language: &Language) -> String {
    let groups = ["boot", "task_script", "workshop_script"].map(|group| language.page.get(group));
    let texts: serde_json::Map<String, serde_json::Value> = groups
        .into_iter()
        .flatten()
        .flatten()
        .map(|(name, text)| (name.clone(), text.clone().into()))
        .collect();
    serde_json::Value::Object(texts).to_string().replace('<', "\\u003c")
}

/// The script that shows a task above a calculator, with the texts of all languages in it.
fn task_script(languages: &[&Language], style: &str) -> Result<String, Failure> {
    let of_all = |value: &dyn Fn(&Language) -> serde_json::Value| {
        let pairs = languages.iter().map(|language| (language.id.clone(), value(language)));
        serde_json::Value::Object(pairs.collect()).to_string()
    };
    let places = [
        ("\"[[texts]]\"", of_all(&|language| serde_json::json!(language.page.get("task_script")))),
        ("\"[[pages]]\"", of_all(&|language| WORKSHOP_PAGE.name(language).into())),
        ("[[style]]", style.to_owned()),
    ];
    let script = read(&root().join("src/task.js"))?;
    let script =
        places.iter().try_fold(script, |script, (place, text)| replace_once(&script, place, text))?;
    minify::joined_text(&script)
}
