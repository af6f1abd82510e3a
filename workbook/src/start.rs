//! A card begun without a spreadsheet: a few provisions with points become the sheets that the format has.

use crate::Kind;
use crate::kind::{IN_LAW, POINTS, PROVISION, SECTION, SETTING, VALUE};
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

/// The sheets of a form: settings and provisions. What was left empty is left out, so that what is missing is told.
pub fn sheets(form: &Form) -> Vec<Sheet> {
    let settings = [
        ("Title", &form.title),
        ("Publisher", &form.publisher),
        ("Year", &form.year),
        ("Name of the subject", &form.subject),
    ];
    let settings = settings.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let settings: Vec<Vec<&str>> = settings.map(|(name, value)| vec![name, value.as_str()]).collect();
    let items = form.items.iter().filter(|item| !item.provision.trim().is_empty());
    let items: Vec<Vec<&str>> =
        items.map(|item| vec![&*item.section, &*item.provision, &*item.points, &*item.in_law]).collect();
    vec![
        sheet(Kind::Settings, &[SETTING.english, VALUE.english], settings),
        sheet(Kind::Provisions, &[SECTION.english, PROVISION.english, POINTS.english, IN_LAW.english], items),
    ]
}

fn sheet(kind: Kind, headings: &[&str], rows: Vec<Vec<&str>>) -> Sheet {
    let rows = std::iter::once(headings.to_vec()).chain(rows);
    let cells = |texts: Vec<&str>| {
        let values = (1..).zip(texts);
        values.filter_map(|(column, text)| Some(Cell { column, value: Value::typed(text)? })).collect()
    };
    let rows = (1..).zip(rows).map(|(number, texts)| Row { number, cells: cells(texts) }).collect();
    Sheet { name: Some(kind.name().to_owned()), hidden: false, rows }
}
