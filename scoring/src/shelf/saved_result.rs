//! What a scenario came to when it was saved: kept beside its address, since a page computes its own framework alone and
//! rules change.

use serde::Serialize;

use super::Found;
use crate::telling::Telling;
use crate::{Baseline, Evaluation, Words, is_invisible, say};

/// The longest text in it, in letters.
const LONGEST_TEXT: usize = 160;
/// The most digits before the point, and behind it.
const DIGITS: (usize, usize) = (13, 6);

/// The leading result of a scenario on the day on which it was saved, in parts, so that every language can say it. Names
/// stay in the language in which it was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SavedResult {
    /// The framework's name with its year.
    framework: String,
    /// Who is graded.
    subject: String,
    /// The figure as it was printed, in digits; nothing, where there was no result.
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<String>,
    /// What it is out of, in digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    /// The letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<String>,
    /// The day, as `2026-05-03`.
    date: String,
}

/// A leading result: its figure and what that is out of, both in digits, and its letter.
#[derive(Default)]
pub(crate) struct Leading {
    pub(crate) figure: Option<String>,
    pub(crate) of: Option<String>,
    pub(crate) grade: Option<String>,
}

/// What should stand in a field of a file that has something else there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The fields of a result.
    Fields,
    /// A text of visible letters.
    Text,
    /// A number in digits, as a text.
    Number,
    /// A day.
    Date,
}

impl Expected {
    pub(super) fn word(self, words: &Words) -> String {
        match self {
            Self::Fields => say::shelf::a_result(words),
            Self::Text => say::shelf::a_text(words, &LONGEST_TEXT),
            Self::Number => say::shelf::a_number(words),
            Self::Date => say::shelf::a_date(words),
        }
    }
}

impl SavedResult {
    /// What a scenario of a card of ladders comes to; `date` is the day, as `2026-05-03`. Nothing, where that is no day or a
    /// name has no letter that is seen.
    pub fn of_card(baseline: &Baseline, tree: &Evaluation, date: &str) -> Option<Self> {
        let framework = baseline.framework();
        let leading = Leading {
            figure: Some(tree.total.to_string()),
            of: Some(framework.max.to_string()),
            grade: Some(tree.band.grade.clone()),
        };
        let title = format!("{} {}", framework.title, framework.year);
        Self::new((&title, &baseline.card().jurisdiction), leading, date)
    }

    /// What a scenario under rules of any shape comes to, as [`of_card`](Self::of_card).
    pub(crate) fn of_telling(telling: &Telling, subject: &str, leading: Leading, date: &str) -> Option<Self> {
        Self::new((&telling.framework(), subject), leading, date)
    }

    fn new(names: (&str, &str), leading: Leading, date: &str) -> Option<Self> {
        let digits = |number: Option<String>| number.filter(|digits| is_number(digits));
        Some(Self {
            framework: visible(names.0)?,
            subject: visible(names.1)?,
            figure: digits(leading.figure),
            of: digits(leading.of),
            grade: leading.grade.as_deref().and_then(visible),
            date: is_date(date).then(|| date.to_owned())?,
        })
    }

    /// The one of a file; nothing, where it is not as it should be: `wrong` is told the name of each such field and what is
    /// expected there, without a name where there are no fields.
    pub(super) fn read(found: &Found, mut wrong: impl FnMut(&'static str, Expected)) -> Option<Self> {
        if !matches!(found, Found::Fields(_)) {
            wrong("", Expected::Fields);
            return None;
        }
        let mut is_right = true;
        let [framework, subject, figure, of, grade, date] = FIELDS.map(|(name, expected, needed)| {
            match found.field(name) {
                Some(Found::Text(text)) if fits(text, expected) => return Some(text.clone()),
                None if !needed => return None,
                _ => {}
            }
            is_right = false;
            wrong(name, expected);
            None
        });
        let (framework, subject, date) = (framework?, subject?, date?);
        is_right.then_some(Self { framework, subject, figure, of, grade, date })
    }

    /// The framework's name with its year.
    pub fn framework(&self) -> &str {
        &self.framework
    }

    /// Who is graded.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The day on which it was saved, as `2026-05-03`.
    pub fn date(&self) -> &str {
        &self.date
    }

    /// The result, as a clause.
    pub fn result(&self, words: &Words) -> String {
        let Some(figure) = &self.figure else { return say::saved_result::no_result(words) };
        let figure = words.number(figure);
        let figure = match &self.of {
            Some(of) => say::saved_result::figure_of(words, &figure, &words.number(of)),
            None => figure,
        };
        match &self.grade {
            Some(grade) => say::framework::figure_and_band(words, &figure, grade),
            None => figure,
        }
    }

    /// What it came to and when, in a sentence; `day` says a day, given as `2026-05-03`, in the language.
    pub fn came_to(&self, words: &Words, day: Day<'_>) -> String {
        say::saved_result::came_to(words, &self.result(words), &day(&self.date))
    }

    /// What it came to, in a sentence, unless that is what the scenario comes to `now`, or nothing is known of that.
    pub(crate) fn unless_now(&self, now: Option<Self>, words: &Words, day: Day<'_>) -> Option<String> {
        let now = now?;
        let is_same = now.figure == self.figure && now.of == self.of && now.grade == self.grade;
        (!is_same).then(|| self.came_to(words, day))
    }
}

/// The fields of a file, what each should have, and whether it is needed.
const FIELDS: [(&str, Expected, bool); 6] = [
    ("framework", Expected::Text, true),
    ("subject", Expected::Text, true),
    ("figure", Expected::Number, false),
    ("of", Expected::Number, false),
    ("grade", Expected::Text, false),
    ("date", Expected::Date, true),
];

/// What says a day, given as `2026-05-03`, in the language of a page: the core knows no calendar in words.
pub type Day<'a> = &'a dyn Fn(&str) -> String;

fn fits(text: &str, expected: Expected) -> bool {
    match expected {
        Expected::Fields => false,
        Expected::Text => visible(text).as_deref() == Some(text),
        Expected::Number => is_number(text),
        Expected::Date => is_date(text),
    }
}

/// A text without signs that nobody sees, in one line and cut to the longest; nothing, where nothing is left.
fn visible(text: &str) -> Option<String> {
    let seen = text.chars().filter(|letter| !is_invisible(*letter));
    let spaced = seen.map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect::<String>();
    let kept = spaced.trim().chars().take(LONGEST_TEXT).collect::<String>();
    let kept = kept.trim_end();
    (!kept.is_empty()).then(|| kept.to_owned())
}

fn is_number(text: &str) -> bool {
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let text = text.strip_prefix('-').unwrap_or(text);
    match text.split_once('.') {
        Some((whole, part)) => digits(whole, DIGITS.0) && digits(part, DIGITS.1),
        None => digits(text, DIGITS.0),
    }
}

/// Whether a text is a day of the calendar, from the year 1000 to 9999.
fn is_date(text: &str) -> bool {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return false };
    if ![y1, y2, y3, y4, m1, m2, d1, d2].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    let (year, month, day) = (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]));
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    year >= 1000 && (1..=days).contains(&day)
}
