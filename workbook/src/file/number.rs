//! Numbers and dates as spreadsheets keep them, into texts as they show them.

use crate::sheet::Value;

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Plain,
    Percent,
    Date,
}

impl Format {
    /// The format that a code such as `0.0%` or `d/m/yyyy` stands for.
    pub(super) fn of(code: &str) -> Self {
        let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
        let mut format = Format::Plain;
        for letter in code.chars() {
            match letter {
                _ if escaped => escaped = false,
                '\\' | '_' | '*' => escaped = true,
                '"' => quoted = !quoted,
                _ if quoted => {}
                '[' => bracketed = true,
                ']' => bracketed = false,
                _ if bracketed => {}
                // The first of several sections is that of positive numbers.
                ';' => return format,
                '%' => return Format::Percent,
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => format = Format::Date,
                _ => {}
            }
        }
        if code.eq_ignore_ascii_case("general") { Format::Plain } else { format }
    }

    /// The formats that every workbook has without writing them down.
    pub(super) fn builtin(number: usize) -> Self {
        match number {
            9 | 10 => Format::Percent,
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Format::Date,
            _ => Format::Plain,
        }
    }
}

/// A number of a file in its format. `leap` is how many days the file's dates begin after 30 December 1899.
pub(super) fn value(text: &str, format: Format, leap: i64) -> Value {
    let Ok(number) = text.trim().parse::<f64>() else { return Value::Text(text.to_owned()) };
    match format {
        Format::Plain => Value::Number { text: shown(number), percent: false },
        Format::Percent => Value::Number { text: shown(number * 100.0), percent: true },
        Format::Date => match date(number, leap) {
            Some(date) => Value::Date(date),
            None => Value::Number { text: shown(number), percent: false },
        },
    }
}

/// A number with 15 digits, as spreadsheets show it: 0.1 + 0.2 is 0.3.
fn shown(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    // No zero below zero.
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// The date of a day that is counted from 30 December 1899.
fn date(number: f64, leap: i64) -> Option<String> {
    /// The last day of the year 9999.
    const LAST: f64 = 2_958_465.0;
    if !(0.0..=LAST).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is a whole number of at most seven digits")]
    let day = number.floor() as i64 + leap;
    // Days since 1 March of the year 0, in eras of 400 years.
    let days = day + 693_899;
    let era = days.div_euclid(146_097);
    let in_era = days.rem_euclid(146_097);
    let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Some(format!("{:04}-{month:02}-{day:02}", era * 400 + year + next))
}

#[cfg(test)]
mod tests {
    use super::{Format, Value, value};

    fn read(text: &str, format: Format) -> String {
        match value(text, format, 0) {
            Value::Number { text, percent } => text + if percent { "%" } else { "" },
            Value::Date(date) => date,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn numbers_are_as_a_spreadsheet_shows_them() {
        for (text, shown) in [
            ("0.30000000000000004", "0.3"),
            ("2.5", "2.5"),
            ("-1", "-1"),
            ("0.33333333333333331", "0.333333333333333"),
            ("1E-3", "0.001"),
            ("-0", "0"),
        ] {
            assert_eq!(read(text, Format::Plain), shown);
        }
        assert_eq!(read("0.07", Format::Percent), "7%");
    }

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (day, date) in
            [("1", "1899-12-31"), ("61", "1900-03-01"), ("36526", "2000-01-01"), ("45351.75", "2024-02-29")]
        {
            assert_eq!(read(day, Format::Date), date);
        }
        assert_eq!(value("0", Format::Date, 1_462), Value::Date("1904-01-01".to_owned()));
        assert_eq!(read("1e308", Format::Date).len(), 309);
    }

    #[test]
    fn formats_are_told_by_their_codes() {
        for (code, format) in [
            ("General", Format::Plain),
            ("0.00", Format::Plain),
            ("#,##0.0 \"days\"", Format::Plain),
            ("[Red]0.0", Format::Plain),
            ("0.0%", Format::Percent),
            ("d/m/yyyy", Format::Date),
            ("mmm\\-yy;@", Format::Date),
            ("# ?/?", Format::Plain),
        ] {
            assert_eq!(Format::of(code), format, "{code}");
        }
    }
}
