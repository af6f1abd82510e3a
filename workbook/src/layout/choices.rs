//! The words that stand for a choice, in English and Spanish.

use scoring::data::Basis;
use scoring::exact::{Halves, Seen};
use scoring::facts::Missing;
use scoring::rules::file::{Join, Subjects};

/// A choice: its name, and others that mean the same, as [`crate::tidy::key`] gives them.
pub(crate) type Choice = (&'static str, &'static [&'static str]);

pub(crate) const HALVES: &[Choice] = &[("up", &["arriba", "haciaarriba"]), ("even", &["par", "alpar"])];
pub(crate) const SEEN: &[Choice] =
    &[("exact", &["exacta", "exacto"]), ("shown", &["mostrada", "publicada", "printed"])];
pub(crate) const MISSING: &[Choice] = &[
    ("zero", &["cero", "0", "no"]),
    ("leave-out", &["omitir", "seomite"]),
    ("withhold", &["retener", "sinresultado"]),
];
pub(crate) const JOIN: &[Choice] =
    &[("sum", &["suma", "add", "total"]), ("best", &["mejor"]), ("mean", &["average", "promedio", "media"])];
pub(crate) const SUBJECTS: &[Choice] =
    &[("countries", &["paises", "iso3166"]), ("us-states", &["estadosdeeeuu", "usstates", "states"])];
pub(crate) const BASES: &[Choice] = &[
    ("published", &["publicado", "publicada"]),
    ("statute", &["ley", "law"]),
    ("reconstructed", &["reconstruido", "reconstruida"]),
    ("assumed", &["supuesto", "supuesta"]),
];
pub(crate) const EXTRA: &[Choice] =
    &[("yes", &["y", "si", "s", "x", "true", "1"]), ("no", &["n", "false", "0"])];

pub(crate) fn halves(name: &str) -> Halves {
    if name == "even" { Halves::Even } else { Halves::Up }
}

pub(crate) fn seen(name: &str) -> Seen {
    if name == "shown" { Seen::Shown } else { Seen::Exact }
}

pub(crate) fn missing(name: &str) -> Missing {
    match name {
        "leave-out" => Missing::LeaveOut,
        "withhold" => Missing::Withhold,
        _ => Missing::Zero,
    }
}

pub(crate) fn join(name: &str) -> Join {
    match name {
        "best" => Join::Best,
        "mean" => Join::Mean,
        _ => Join::Sum,
    }
}

pub(crate) fn subjects(name: &str) -> Subjects {
    if name == "countries" { Subjects::Countries } else { Subjects::UsStates }
}

pub(crate) fn basis(name: &str) -> Basis {
    match name {
        "published" => Basis::Published,
        "statute" => Basis::Statute,
        "reconstructed" => Basis::Reconstructed,
        _ => Basis::Assumed,
    }
}

/// The word for a choice: what the framework's file has for it.
pub(crate) fn name(choice: &impl serde::Serialize) -> String {
    let written = serde_json::to_value(choice).ok();
    written.and_then(|written| written.as_str().map(str::to_owned)).unwrap_or_default()
}
