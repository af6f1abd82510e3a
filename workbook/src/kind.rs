//! The kinds of sheet that the format has, with their names and headings in English and Spanish.

use crate::tidy::key;

/// A kind of sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Names of the card, its publisher, its scale.
    Settings,
    /// A row a provision.
    Provisions,
    /// A row a part of the rules.
    Rules,
    /// A row a letter.
    Bands,
    /// A row a result.
    Results,
    /// A row a subject.
    Subjects,
    /// A row a finding on the law of one of several subjects.
    Findings,
    /// A row a text, a column a language.
    Words,
    /// What is for people alone.
    ReadMe,
}

/// A heading: its name here, in Spanish, and others that mean the same.
pub(crate) struct Heading {
    pub english: &'static str,
    pub spanish: &'static str,
    /// Other names, as [`key`] gives them.
    pub others: &'static [&'static str],
}

/// The tag of the language that headings have names in beside English.
pub(crate) const SPANISH: &str = "es";

impl Heading {
    /// Its name in a language: in Spanish, or in English for all others.
    pub(crate) fn name_in(&self, language: &str) -> &'static str {
        if language == SPANISH { self.spanish } else { self.english }
    }
}

const fn heading(english: &'static str, spanish: &'static str, others: &'static [&'static str]) -> Heading {
    Heading { english, spanish, others }
}

/// What stands in a column; one name for each over all sheets.
macro_rules! headings {
    ($($name:ident = $english:literal, $spanish:literal, [$($other:literal),*];)*) => {
        $(pub(crate) const $name: Heading = heading($english, $spanish, &[$($other),*]);)*
    };
}

headings! {
    SECTION = "Section", "Sección", ["area", "category", "categoria", "chapter", "capitulo"];
    COMPONENT = "Component", "Componente", ["subsection", "subseccion", "topic", "tema", "part"];
    PROVISION = "Provision", "Disposición", ["question", "pregunta", "item", "label", "criterion", "criterio", "measure", "medida", "requirement", "requisito", "texto", "law"];
    ID = "Id", "Id", ["identifier", "identificador", "clave", "code", "codigo"];
    POINTS = "Points", "Puntos", ["point", "punto", "score", "puntaje", "value", "valor"];
    IN_LAW = "In law?", "¿Está en la ley?", ["enlaley", "answer", "respuesta", "met", "cumple", "secumple", "yesno", "sino", "present", "isitinlaw"];
    FINDING = "Finding", "Hallazgo", ["note", "nota", "notes", "notas", "comment", "comentario", "explanation", "explicacion", "why"];
    CITATION = "Citation", "Cita", ["citations", "citas", "statute", "ley", "source", "fuente", "reference", "referencia"];
    BASIS = "Basis", "Base", ["restson", "fundamento"];
    IMPLIES = "Implies", "Implica", ["needs", "requires", "requiere", "cannotholdwithout"];
    BECAUSE = "Because", "Porque", ["reason", "motivo"];
    MAY_NOT_APPLY = "May not apply", "Puede no corresponder", ["notapplicablewhen", "nocorrespondecuando", "maynotapplywhen"];
    ONE_OF = "One of", "Una de", ["group", "grupo", "atmostoneof", "alosumouna"];

    SETTING = "Setting", "Ajuste", ["name", "key", "field", "campo", "opcion"];
    VALUE = "Value", "Valor", ["text", "texto"];

    RESULT = "Result", "Resultado", ["tally", "of"];
    GRADE = "Grade", "Calificación", ["letter", "letra", "band", "banda", "nota"];
    FROM = "From", "Desde", ["lowest", "minimum", "minimo", "atleast", "cutoff", "corte"];
    MEANING = "Meaning", "Significado", ["says", "dice", "description", "descripcion"];
    REQUIRES = "Requires", "Requiere", ["needs", "condition", "condicion", "onlyif", "solosi"];

    TITLE = "Title", "Título", ["name", "nombre"];
    PART = "Part", "Parte", ["of", "de"];
    OUT_OF = "Out of", "Sobre", ["of", "scale", "escala", "de"];
    DECIMALS = "Decimals", "Decimales", ["places"];
    HALVES = "Halves", "Mitades", ["rounding", "redondeo"];
    BANDS_SEE = "Grades by", "Calificación según", ["bandssee", "gradessee"];
    RANKS_SEE = "Ranks by", "Puesto según", ["rankssee"];

    DEPTH = "Depth", "Profundidad", ["indent", "nesting", "sangria"];
    KIND = "Kind", "Tipo", ["rule", "regla", "type", "clase"];
    SHORT = "Short", "Corto", ["shorttitle", "titulocorto"];
    NEEDS = "Needs", "Necesita", ["provisions", "disposiciones", "provision", "disposicion", "condition", "condicion", "requires"];
    APPLIES = "Applies when", "Corresponde si", ["applies", "appliesif", "correspondecuando", "onlyif", "solosi"];
    WEIGHT = "Weight", "Peso", ["times", "ponderacion"];
    WORTH = "Worth", "Vale", ["worthinall", "total"];
    OTHERWISE = "Otherwise", "Si no", ["else", "otherwisepoints", "denolocontrario"];
    LEAST = "Least", "Mínimo", ["atleast", "min", "minimum"];
    MOST = "Most", "Máximo", ["atmost", "cap", "limit", "limite", "tope"];
    MAX = "Maximum", "Máximo posible", ["max", "outof", "possible"];
    EXTRA = "Extra", "Extra", ["extracredit", "bonus", "puntosextra"];

    WHOSE = "Subject", "Sujeto", ["code", "codigo", "abbreviation", "abreviatura", "iso", "postalcode", "subjectid", "name", "nombre", "state", "estado", "country", "pais", "economy", "economia", "jurisdiction", "jurisdiccion", "agency", "organismo", "body", "city", "ciudad", "county", "condado", "subjectname"];
    SUBJECT = "Subject", "Sujeto", ["code", "codigo", "id", "abbreviation", "abreviatura", "iso", "postalcode", "subjectid"];
    NAME = "Name", "Nombre", ["state", "estado", "country", "pais", "economy", "economia", "jurisdiction", "jurisdiccion", "agency", "organismo", "body", "city", "ciudad", "county", "condado", "subjectname"];
    GROUP = "Group", "Grupo", ["region", "kind", "tipo"];
    YEAR = "Year", "Año", ["yr", "reportyear"];

    WHAT = "What", "Qué", ["kind", "tipo", "where", "donde"];
    TEXT = "Text", "Texto", ["original", "en", "english", "ingles"];
}

impl Kind {
    /// Every one, those first that others build on.
    pub(crate) const ALL: [Kind; 9] = [
        Kind::Settings,
        Kind::Provisions,
        Kind::Rules,
        Kind::Bands,
        Kind::Results,
        Kind::Subjects,
        Kind::Findings,
        Kind::Words,
        Kind::ReadMe,
    ];

    /// Its name in English and in Spanish, and others that mean the same.
    fn names(self) -> &'static [&'static str] {
        match self {
            Kind::Settings => {
                &["Settings", "Ajustes", "setup", "about", "configuracion", "opciones", "acercade"]
            }
            Kind::Provisions => &[
                "Provisions",
                "Disposiciones",
                "provision",
                "checklist",
                "reportcard",
                "card",
                "lista",
                "informe",
            ],
            Kind::Rules => &["Rules", "Reglas", "scoring", "puntaje"],
            Kind::Bands => &["Grades", "Calificaciones", "bands", "letters", "bandas", "letras"],
            Kind::Results => &["Results", "Resultados", "tallies", "scores"],
            Kind::Subjects => &[
                "Subjects",
                "Sujetos",
                "cards",
                "cohort",
                "states",
                "countries",
                "answers",
                "informes",
                "estados",
                "paises",
                "respuestas",
            ],
            Kind::Findings => &[
                "Findings",
                "Hallazgos",
                "findingsbysubject",
                "hallazgosporsujeto",
                "citations",
                "citas",
                "evidence",
            ],
            Kind::Words => &["Words", "Palabras", "translations", "traducciones"],
            Kind::ReadMe => {
                &["Read me", "Léame", "help", "instructions", "explanation", "ayuda", "instrucciones"]
            }
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.names().first().copied().unwrap_or_default()
    }

    /// Its name in a language: in Spanish, or in English for all others.
    pub fn name_in(self, language: &str) -> &'static str {
        let spanish = self.names().get(1).filter(|_| language == SPANISH);
        spanish.copied().unwrap_or_else(|| self.name())
    }

    /// The kind that a sheet's name says.
    pub fn named(name: &str) -> Option<Kind> {
        let name = key(name);
        Kind::ALL.into_iter().find(|kind| kind.names().iter().any(|known| key(known) == name))
    }

    /// Its headings in the order in which they are written; those that must be there come first.
    pub(crate) fn headings(self) -> &'static [&'static Heading] {
        match self {
            Kind::Settings => &[&SETTING, &VALUE],
            Kind::Provisions => &[
                &PROVISION,
                &ID,
                &SECTION,
                &COMPONENT,
                &POINTS,
                &IN_LAW,
                &FINDING,
                &CITATION,
                &BASIS,
                &IMPLIES,
                &BECAUSE,
                &MAY_NOT_APPLY,
                &ONE_OF,
            ],
            Kind::Rules => &[
                &KIND, &DEPTH, &ID, &TITLE, &SHORT, &POINTS, &NEEDS, &APPLIES, &WEIGHT, &WORTH, &OTHERWISE,
                &LEAST, &MOST, &MAX, &EXTRA, &BASIS,
            ],
            Kind::Bands => &[&GRADE, &FROM, &MEANING, &REQUIRES, &RESULT],
            Kind::Results => &[&ID, &TITLE, &PART, &OUT_OF, &DECIMALS, &HALVES, &BANDS_SEE, &RANKS_SEE],
            Kind::Subjects => &[&SUBJECT, &NAME, &GROUP, &YEAR],
            Kind::Findings => &[&WHOSE, &PROVISION, &YEAR, &FINDING, &CITATION, &BASIS],
            Kind::Words => &[&WHAT, &ID, &TEXT],
            Kind::ReadMe => &[],
        }
    }

    /// How many of its headings must be there.
    pub(crate) fn required(self) -> usize {
        match self {
            Kind::Settings | Kind::Bands | Kind::Findings => 2,
            Kind::Provisions | Kind::Rules | Kind::Results | Kind::Words => 1,
            Kind::Subjects | Kind::ReadMe => 0,
        }
    }

    /// The heading that a text is.
    pub(crate) fn heading(self, text: &str) -> Option<&'static Heading> {
        let text = key(text);
        let own = |heading: &&&Heading| key(heading.english) == text || key(heading.spanish) == text;
        let other = |heading: &&&Heading| heading.others.contains(&text.as_str());
        let headings = self.headings();
        headings.iter().find(own).or_else(|| headings.iter().find(other)).copied()
    }
}

/// Whether a sheet can be called so.
pub(crate) fn is_name(text: &str) -> bool {
    Kind::named(text).is_some()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Kind, key};

    #[test]
    fn a_heading_is_found_by_all_its_names_and_by_no_other() {
        for kind in Kind::ALL {
            for heading in kind.headings() {
                for name in [heading.english, heading.spanish] {
                    let found = kind.heading(name).map(|found| found.english);
                    assert_eq!(found, Some(heading.english), "{name} of {kind:?}");
                }
                assert!(heading.others.iter().all(|other| key(other) == *other), "{:?}", heading.others);
            }
            for name in kind.names() {
                assert_eq!(Kind::named(name), Some(kind));
            }
        }
        let names: BTreeSet<String> =
            Kind::ALL.iter().flat_map(|kind| kind.names()).map(|name| key(name)).collect();
        assert_eq!(names.len(), Kind::ALL.iter().map(|kind| kind.names().len()).sum::<usize>());
    }

    #[test]
    fn headings_may_be_written_in_many_ways() {
        let found = |kind: Kind, text| kind.heading(text).map(|heading| heading.english);
        assert_eq!(found(Kind::Provisions, " IN LAW "), Some("In law?"));
        assert_eq!(found(Kind::Provisions, "¿ESTA EN LA LEY?"), Some("In law?"));
        assert_eq!(found(Kind::Subjects, "State"), Some("Name"));
        assert_eq!(found(Kind::Rules, "Pionts"), None);
    }
}
