//! The ranking as a table for spreadsheets.

use crate::exact::Fraction;
use crate::say;
use crate::spreadsheet::{Marks, text};
use crate::telling::Cohort;

use super::{Overview, Row};

impl Overview {
    /// The ranking as CSV, as the page shows it, with the id of each subject; see [`crate::spreadsheet()`] for what is
    /// done so that spreadsheets open it as it is. `about` says in the last line where it comes from.
    pub fn spreadsheet(&self, cohort: &Cohort, about: &str) -> String {
        let words = &cohort.telling.words;
        let last = [say::spreadsheet::about(words), about.to_owned()].map(|cell| text(&cell));
        let rows = self.rows.iter().map(|row| self.line(cohort, row));
        let lines = std::iter::once(self.head(cohort)).chain(rows).chain([last.into()]);
        Marks::COMMAS.csv(lines)
    }

    /// Whether results have a band.
    pub fn is_lettered(&self) -> bool {
        self.rows.iter().any(|row| row.band.is_some())
    }

    fn head(&self, cohort: &Cohort) -> Vec<String> {
        let (telling, words) = (&cohort.telling, &cohort.telling.words);
        let mut names = vec![say::overview::rank(words), say::overview::subject(words)];
        names.extend(cohort.has_groups().then(|| say::overview::group(words)));
        names.push(telling.tally(0));
        names.extend(self.is_lettered().then(|| say::overview::grade(words)));
        for column in &self.columns {
            names.push(column.heading(words));
            names.extend(column.varies().then(|| say::overview::most_of(words, &column.title)));
        }
        names.push(say::spreadsheet::id(words));
        names.iter().map(|name| text(name)).collect()
    }

    fn line(&self, cohort: &Cohort, row: &Row) -> Vec<String> {
        let number = |number: Option<Fraction>| {
            Marks::COMMAS.number(number.map(|number| number.in_decimals().to_string()))
        };
        let group = cohort.called.get(row.card).and_then(|called| called.group.as_ref());
        let mut line = vec![
            Marks::COMMAS.number(row.rank.map(|rank| rank.rank.to_string())),
            text(cohort.subject(row.card)),
        ];
        line.extend(cohort.has_groups().then(|| text(group.map_or("", |group| &group.text))));
        line.push(number(row.figure));
        line.extend(self.is_lettered().then(|| text(row.band.as_deref().unwrap_or_default())));
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            line.push(number(cell.figure));
            line.extend(column.varies().then(|| number(cell.of)));
        }
        line.push(text(cohort.id(row.card)));
        line
    }
}
