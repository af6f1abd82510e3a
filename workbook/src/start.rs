//! A card begun without a spreadsheet: a few provisions with points become the sheets that the format has.

use crate::Kind;
use crate::kind::{Heading, IN_LAW, POINTS, PROVISION, SECTION, SETTING, VALUE};
use crate::layout::settings::Setting;
use crate::sheet::{Cell, Row, Sheet, Value};

/// What a short form asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// What the card is called.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// The year of the rules.
    pub year: String,
    /// Whose law is graded.
    pub subject: String,
    /// The provisions.
    pub items: Vec<Item>,
}

/// A provision in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The section that it is in; empty as above.
    pub section: String,
    /// The provision.
    pub provision: String,
    /// Its points.
    pub points: String,
    /// Whether it is in law.
    pub in_law: String,
}

/// The sheets of a form, with headings in a language: settings and provisions. What was left empty is left out, so that what is missing is told.
pub fn sheets(form: &Form, language: &str) -> Vec<Sheet> {
    let settings = [
        (Setting::Title, &form.title),
        (Setting::Publisher, &form.publisher),
        (Setting::Year, &form.year),
        (Setting::Name, &form.subject),
    ];
    let settings = settings.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let settings: Vec<Vec<&str>> =
        settings.map(|(name, value)| vec![name.name_in(language), value.as_str()]).collect();
    let items = form.items.iter().filter(|item| !item.provision.trim().is_empty());
    let items: Vec<Vec<&str>> =
        items.map(|item| vec![&*item.section, &*item.provision, &*item.points, &*item.in_law]).collect();
    vec![
        sheet(Kind::Settings, language, &[SETTING, VALUE], settings),
        sheet(Kind::Provisions, language, &[SECTION, PROVISION, POINTS, IN_LAW], items),
    ]
}

fn sheet(kind: Kind, language: &str, headings: &[Heading], rows: Vec<Vec<&str>>) -> Sheet {
    let headings = headings.iter().map(|heading| heading.name_in(language)).collect();
    let rows = std::iter::once(headings).chain(rows);
    let cells = |texts: Vec<&str>| {
        let values = (1..).zip(texts);
        values.filter_map(|(column, text)| Some(Cell { column, value: Value::typed(text)? })).collect()
    };
    let rows = (1..).zip(rows).map(|(number, texts)| Row { number, cells: cells(texts) }).collect();
    Sheet { name: Some(kind.name_in(language).to_owned()), hidden: false, rows }
}
