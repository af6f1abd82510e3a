//! The sheet of settings: a row a setting.

use scoring::diagnose::{At, Code};
use scoring::exact::{Fraction, Scale};
use scoring::rules::file::Source;

use super::choices::{self, HALVES, JOIN, MISSING, SEEN, SUBJECTS};
use crate::draft::Draft;
use crate::grid::Grid;
use crate::kind::{SETTING, VALUE};
use crate::reading::{Reading, Stage};
use crate::tidy::{key, slug};

/// A setting.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    Title,
    Id,
    Edition,
    Year,
    Publisher,
    About,
    Source,
    Address,
    Licence,
    Ours,
    Codes,
    Step,
    Max,
    OutOf,
    Decimals,
    Halves,
    BandsSee,
    RanksSee,
    Missing,
    Join,
    Worth,
    Subject,
    Name,
    Group,
    LawYear,
}

/// A setting with its name in English and in Spanish, its field in the file, and other names.
type Named = (Setting, &'static str, &'static str, &'static str, &'static [&'static str]);

const ALL: &[Named] = &[
    (Setting::Title, "Title", "Título", "/title", &["reportcard", "informe"]),
    (Setting::Id, "Id", "Id", "/id", &["identifier", "identificador"]),
    (Setting::Edition, "Edition", "Edición", "/edition", &[]),
    (Setting::Year, "Year", "Año", "/year", &[]),
    (
        Setting::Publisher,
        "Publisher",
        "Publicado por",
        "/publisher",
        &["publishedby", "organization", "organisation", "organizacion", "author", "autor"],
    ),
    (Setting::About, "About", "Acerca de", "/about", &["description", "descripcion"]),
    (Setting::Source, "Source", "Fuente", "/source/title", &["sourcetitle"]),
    (
        Setting::Address,
        "Source address",
        "Dirección de la fuente",
        "/source/address",
        &["address", "link", "url", "direccion", "enlace"],
    ),
    (Setting::Licence, "Licence", "Licencia", "/source/licence", &["license"]),
    (Setting::Ours, "Our own", "Lo propio", "/source/ours", &["ours", "changes", "cambios"]),
    (Setting::Codes, "Codes of subjects", "Códigos de sujetos", "/subjects", &["codes", "codigos"]),
    (Setting::Step, "Step", "Paso", "/step", &[]),
    (Setting::Max, "Maximum", "Máximo", "/max", &["max", "mostpoints"]),
    (Setting::OutOf, "Out of", "Sobre", "/scale/of", &["scale", "escala"]),
    (Setting::Decimals, "Decimals", "Decimales", "/scale/decimals", &[]),
    (Setting::Halves, "Halves", "Mitades", "/scale/halves", &["rounding", "redondeo"]),
    (Setting::BandsSee, "Grades by", "Calificación según", "/scale/bandsSee", &["bandssee"]),
    (Setting::RanksSee, "Ranks by", "Puesto según", "/scale/ranksSee", &["rankssee"]),
    (Setting::Missing, "Missing answers", "Respuestas que faltan", "/missing", &["missing"]),
    (Setting::Join, "Sections are joined by", "Las secciones se unen por", "/join", &["join"]),
    (Setting::Worth, "Worth", "Vale", "/worth", &[]),
    (Setting::Subject, "Subject", "Sujeto", "", &["subjectid", "code", "codigo"]),
    (
        Setting::Name,
        "Name of the subject",
        "Nombre del sujeto",
        "",
        &["name", "nombre", "state", "estado", "country", "pais", "jurisdiction", "jurisdiccion"],
    ),
    (Setting::Group, "Group of the subject", "Grupo del sujeto", "", &["group", "grupo", "region"]),
    (Setting::LawYear, "Year of the law", "Año de la ley", "", &["lawyear"]),
];

impl Setting {
    /// Its name in English.
    pub(crate) fn name(self) -> &'static str {
        ALL.iter().find(|one| one.0 == self).map_or("", |one| one.1)
    }

    /// Its name in Spanish.
    fn spanish(self) -> &'static str {
        ALL.iter().find(|one| one.0 == self).map_or("", |one| one.2)
    }

    fn pointer(self) -> &'static str {
        ALL.iter().find(|one| one.0 == self).map_or("", |one| one.3)
    }

    fn named(name: &str) -> Option<Self> {
        let name = key(name);
        let is = |one: &&Named| key(one.1) == name || key(one.2) == name || one.4.contains(&name.as_str());
        ALL.iter().find(is).map(|one| one.0)
    }
}

/// Reads the settings into a draft.
pub(crate) fn read(grid: &Grid<'_>, draft: &mut Draft, reading: &mut Reading) {
    let Some(column) = grid.column(&VALUE) else { return };
    for row in grid.rows {
        let Some(name) = reading.text(grid, row, &SETTING) else { continue };
        let at = grid.at(row.number, column);
        let Some(setting) = Setting::named(&name) else {
            if let Some(field) = printed(&name) {
                let value = reading.text(grid, row, &VALUE);
                draft.card.fields.extend(value.map(|value| (field, value, at)));
            } else {
                let at = grid.at_heading(row.number, &SETTING);
                reading.find(Stage::Heading, Code::UnknownSetting, at, &[&name]);
            }
            continue;
        };
        // A year is often kept as a date.
        let year = matches!(setting, Setting::Year | Setting::LawYear);
        let value = match row.value(column) {
            Some(value) if year => reading.shown(value, &at),
            _ => reading.text(grid, row, &VALUE),
        };
        let Some(value) = value else { continue };
        if let Some(scale) = setting.pointer().strip_prefix("/scale/") {
            draft.places.put("/scale", at.clone());
            draft.places.put(format!("/scale/{scale}"), at.clone());
        } else if !setting.pointer().is_empty() {
            draft.places.put(setting.pointer(), at.clone());
        }
        put(setting, value, at, draft, reading);
    }
}

/// A printed result of the one card: `figure:total`, or “Published total”.
fn printed(name: &str) -> Option<String> {
    let (word, id) = name.split_once(':')?;
    let word = match key(word).as_str() {
        "figure" | "cifra" => "figure",
        "band" | "grade" | "calificacion" => "band",
        "earned" | "obtenido" => "earned",
        "possible" | "posible" => "possible",
        _ => return None,
    };
    Some(format!("{word}:{}", id.trim()))
}

fn put(setting: Setting, value: String, at: At, draft: &mut Draft, reading: &mut Reading) {
    let framework = &mut draft.framework;
    match setting {
        Setting::Title => framework.title = value,
        Setting::Id => framework.id = value,
        Setting::Publisher => framework.publisher = value,
        Setting::About => framework.about = value,
        Setting::Source => framework.source.get_or_insert_with(unsaid).title = value,
        Setting::Address => framework.source.get_or_insert_with(unsaid).address = Some(value),
        Setting::Licence => framework.source.get_or_insert_with(unsaid).licence = value,
        Setting::Ours => framework.source.get_or_insert_with(unsaid).ours = value,
        Setting::Edition => framework.edition = whole(&value, at, reading).map_or(1, u32::from),
        Setting::Year => framework.year = year(&value, at, reading).unwrap_or_default(),
        Setting::Codes => {
            framework.subjects = reading.as_choice(&value, at, SUBJECTS).map(choices::subjects);
        }
        Setting::Step => framework.step = reading.as_number(&value, at),
        Setting::Max => framework.max = reading.as_number(&value, at),
        Setting::Worth => framework.worth = reading.as_number(&value, at),
        Setting::Missing => {
            framework.missing =
                reading.as_choice(&value, at, MISSING).map_or_else(Default::default, choices::missing);
        }
        Setting::Join => {
            framework.join = reading.as_choice(&value, at, JOIN).map_or_else(Default::default, choices::join);
        }
        Setting::OutOf => scale(draft).of = reading.as_number(&value, at),
        Setting::Decimals => scale(draft).decimals = whole(&value, at, reading).map(decimals),
        Setting::Halves => {
            scale(draft).halves =
                reading.as_choice(&value, at, HALVES).map_or_else(Default::default, choices::halves);
        }
        Setting::BandsSee => {
            scale(draft).bands_see =
                reading.as_choice(&value, at, SEEN).map_or_else(Default::default, choices::seen);
        }
        Setting::RanksSee => {
            scale(draft).ranks_see =
                reading.as_choice(&value, at, SEEN).map_or_else(Default::default, choices::seen);
        }
        Setting::Subject => draft.card.fields.push(("subject".to_owned(), value, at)),
        Setting::Name => draft.card.fields.push(("name".to_owned(), value, at)),
        Setting::Group => draft.card.fields.push(("group".to_owned(), value, at)),
        Setting::LawYear => {
            let year = year(&value, at.clone(), reading).map(|year| year.to_string());
            draft.card.fields.extend(year.map(|year| ("year".to_owned(), year, at)));
        }
    }
}

/// What a source says of itself where an author names its title alone.
fn unsaid() -> Source {
    let unsaid = || "–".to_owned();
    Source { title: unsaid(), address: None, licence: unsaid(), ours: unsaid() }
}

fn scale(draft: &mut Draft) -> &mut Scale {
    draft.framework.scale.get_or_insert_default()
}

/// Decimals; what is far too much stays so, and is refused by the rules.
pub(crate) fn decimals(number: u16) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn whole(value: &str, at: At, reading: &mut Reading) -> Option<u16> {
    let whole = value.parse().ok();
    if whole.is_none() {
        reading.find(Stage::Cell, Code::BadNumber, at, &[value]);
    }
    whole
}

/// A year: four digits, or the year of a date.
pub(crate) fn year(value: &str, at: At, reading: &mut Reading) -> Option<u16> {
    let of_date = value.split_once('-').map(|(year, _)| year);
    let digits = of_date.unwrap_or(value);
    let year = digits.parse().ok().filter(|year| (1000..=9999).contains(year));
    match year {
        None => reading.find(Stage::Cell, Code::BadYear, at, &[value]),
        Some(_) if of_date.is_some() => reading.note(Code::Tidied, at, &[value, digits]),
        Some(_) => {}
    }
    year
}

/// Fills in what no sheet says but every framework has; it is told at this grid. A title may stand above the provisions.
pub(crate) fn complete(draft: &mut Draft, grid: &Grid<'_>, title: Option<String>, reading: &mut Reading) {
    /// Stands in for a year that nobody says.
    const YEAR: u16 = 2000;
    let framework = &mut draft.framework;
    let at = grid.at(grid.head, 1);
    let mut stand_in = |setting: Setting, text: &str| {
        let name = if grid.is_spanish { setting.spanish() } else { setting.name() };
        reading.find(Stage::Heading, Code::MissingSetting, at.clone(), &[name, text]);
    };
    if framework.title.is_empty() {
        framework.title = title.unwrap_or_else(|| {
            stand_in(Setting::Title, "Report card");
            "Report card".to_owned()
        });
        draft.places.put("/title", at.clone());
    }
    if framework.publisher.is_empty() {
        stand_in(Setting::Publisher, "–");
        "–".clone_into(&mut framework.publisher);
    }
    if framework.year == 0 {
        let of_title = framework.title.split(|letter: char| !letter.is_ascii_digit());
        let of_title =
            of_title.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse().ok()).next_back();
        framework.year = of_title.unwrap_or_else(|| {
            stand_in(Setting::Year, &YEAR.to_string());
            YEAR
        });
    }
    if framework.about.is_empty() {
        framework.about.clone_from(&framework.title);
    }
    if framework.id.is_empty() {
        let id = slug(&framework.title);
        framework.id = if id.is_empty() { "report-card".to_owned() } else { id };
    }
    framework.edition = framework.edition.max(1);
}

/// The settings of a framework, as rows.
pub(crate) fn written(framework: &scoring::rules::file::Framework) -> Vec<(String, String)> {
    let scale = framework.scale.unwrap_or_default();
    let source = framework.source.clone().unwrap_or_default();
    let number = |number: Option<Fraction>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut rows = vec![
        (Setting::Title, framework.title.clone()),
        (Setting::Id, framework.id.clone()),
        (Setting::Edition, framework.edition.to_string()),
        (Setting::Year, framework.year.to_string()),
        (Setting::Publisher, framework.publisher.clone()),
        (Setting::About, framework.about.clone()),
        (Setting::Source, source.title),
        (Setting::Address, source.address.unwrap_or_default()),
        (Setting::Licence, source.licence),
        (Setting::Ours, source.ours),
        (Setting::Codes, framework.subjects.map(|codes| choices::name(&codes)).unwrap_or_default()),
        (Setting::Step, number(framework.step)),
        (Setting::Max, number(framework.max)),
        (Setting::Missing, choices::name(&framework.missing)),
        (Setting::Join, choices::name(&framework.join)),
        (Setting::Worth, number(framework.worth)),
    ];
    if framework.scale.is_some() {
        rows.extend([
            (Setting::OutOf, number(scale.of)),
            (Setting::Decimals, scale.decimals.map(|decimals| decimals.to_string()).unwrap_or_default()),
            (Setting::Halves, choices::name(&scale.halves)),
            (Setting::BandsSee, choices::name(&scale.bands_see)),
            (Setting::RanksSee, choices::name(&scale.ranks_see)),
        ]);
    }
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    rows.map(|(setting, value)| (setting.name().to_owned(), value)).collect()
}
