//! The settings that there are, with their names in English and Spanish.

use crate::kind::SPANISH;
use crate::tidy::key;

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
    pub(super) fn spanish(self) -> &'static str {
        ALL.iter().find(|one| one.0 == self).map_or("", |one| one.2)
    }

    /// Its name in a language: in Spanish, or in English for all others.
    pub(crate) fn name_in(self, language: &str) -> &'static str {
        if language == SPANISH { self.spanish() } else { self.name() }
    }

    /// Its field in the framework’s file, as a JSON pointer; nothing where it is about the one card.
    pub(super) fn pointer(self) -> &'static str {
        ALL.iter().find(|one| one.0 == self).map_or("", |one| one.3)
    }

    /// The setting that is called so.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = key(name);
        let is = |one: &&Named| key(one.1) == name || key(one.2) == name || one.4.contains(&name.as_str());
        ALL.iter().find(is).map(|one| one.0)
    }
}
