//! The sheet of settings: a row a setting.

mod names;
mod whole;

use scoring::diagnose::{At, Code};
use scoring::exact::Scale;
use scoring::rules::file::Source;

use crate::cell_reader::{Reading, Stage};
use crate::draft::Draft;
use crate::grid::Grid;
use crate::kind::{SETTING, VALUE};
use crate::layout::choices::{self, HALVES, JOIN, MISSING, SEEN, SUBJECTS};
use crate::tidy::key;

pub(crate) use names::Setting;
pub(crate) use whole::{complete, written};

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
