//! A language's file: every text that the programs say, by group and name, and those that stand around them.
//!
//! The build script includes this file, so it needs nothing else of the crate.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language, with every text that a visitor reads.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// The language's tag, such as `es`; the name of its file and part of addresses.
    pub id: String,
    /// What those who speak it call it.
    pub name: String,
    /// The tag by which a browser writes its numbers and dates, such as `es-US`.
    pub locale: String,
    /// The word before the last item of a list, for programs without a browser.
    pub and: String,
    /// What the programs say, by group and name.
    pub messages: Messages,
    /// What stands in the page and its scripts, by group and name. The build writes these texts where they
    /// belong, so no program carries them.
    pub page: PageTexts,
}

/// Texts by group and name. A group is named after the module that says its texts.
pub type Messages = BTreeMap<String, BTreeMap<String, Text>>;

/// Texts of the page by group and name. None depends on a number, and none holds what HTML takes for markup.
pub type PageTexts = BTreeMap<String, BTreeMap<String, String>>;

/// A text with placeholders in braces.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Text {
    /// The same for every number.
    Plain(String),
    /// A form for each category of numbers that the language tells apart, by its CLDR name: `one`, `other` ...
    /// The number itself is `{count}`.
    Forms(BTreeMap<String, String>),
}

/// The category that every language has.
pub const OTHER: &str = "other";

/// The placeholder of the number that decides the form.
pub const COUNT: &str = "count";

/// Groups that only the tools and the pages of frameworks say: a page loads their texts with the tools.
pub const OF_TOOLS: [&str; 29] = [
    "address",
    "bills",
    "change",
    "comparison",
    "comparison_table",
    "difference",
    "edition",
    "framework",
    "imprint",
    "known_bills",
    "memo",
    "picture",
    "plan",
    "plan_card",
    "questions",
    "reasons",
    "saved_list",
    "saved_result",
    "scenario",
    "search",
    "sheet",
    "shelf",
    "spreadsheet",
    "summary",
    "take_away",
    "told",
    "unread",
    "ways_up",
    "worth",
];

/// Groups that no program of the calculators says: what only those who write frameworks and tables meet, and what the build
/// writes into pages.
pub const OF_AUTHORS: [&str; 6] = ["diagnostics", "make", "overview", "remedies", "workbook", "written"];

impl Language {
    /// The texts of the page: those of the tools and of authors are empty.
    pub fn page_texts(&self, english: &Messages) -> Vec<String> {
        self.texts_without(english, |group| OF_TOOLS.contains(&group) || OF_AUTHORS.contains(&group))
    }

    /// The texts of the tools: those of authors are empty.
    pub fn tools_texts(&self, english: &Messages) -> Vec<String> {
        self.texts_without(english, |group| OF_AUTHORS.contains(&group))
    }

    /// The texts of the page that shows any card and says what is wrong with it: those of the page that makes cards are empty.
    pub fn reader_texts(&self, english: &Messages) -> Vec<String> {
        self.texts_without(english, |group| group == "make")
    }

    fn texts_without(&self, english: &Messages, left_out: impl Fn(&str) -> bool) -> Vec<String> {
        let groups = english.iter().flat_map(|(group, texts)| texts.iter().map(move |_| group.as_str()));
        let texts = groups.zip(self.texts(english));
        texts.map(|(group, text)| if left_out(group) { String::new() } else { text }).collect()
    }

    /// The texts as a program keeps them, in the order of the English names: that order, and the order of the
    /// placeholders in the English text, stand in for all names. A text that is missing is empty.
    pub fn texts(&self, english: &Messages) -> Vec<String> {
        let messages = english.iter().flat_map(|(group, texts)| texts.iter().map(move |text| (group, text)));
        messages
            .map(|(group, (name, english))| {
                let text = self.messages.get(group).and_then(|texts| texts.get(name));
                text.map(|text| text.encoded(&english.placeholders())).unwrap_or_default()
            })
            .collect()
    }
}

impl Text {
    /// The names of the placeholders without the count, in the order in which the text first has them.
    pub fn placeholders(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for name in self.forms().flat_map(|(_, form)| placeholders(form)) {
            if name != COUNT && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The form of every category; a plain text is its only form, without a category.
    pub fn forms(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        let (plain, forms) = match self {
            Text::Plain(text) => (Some(text.as_str()), None),
            Text::Forms(forms) => (None, Some(forms)),
        };
        let forms =
            forms.into_iter().flatten().map(|(category, form)| (Some(category.as_str()), form.as_str()));
        plain.map(|text| (None, text)).into_iter().chain(forms)
    }

    /// The text as a program keeps it: a placeholder is its index among `names`, the count is `#`; forms are
    /// lines of a category, a tab and the form.
    pub fn encoded(&self, names: &[&str]) -> String {
        let forms = self.forms().map(|(category, form)| {
            let form = names.iter().enumerate().fold(form.to_owned(), |form, (place, name)| {
                form.replace(&format!("{{{name}}}"), &format!("{{{place}}}"))
            });
            let form = form.replace(&format!("{{{COUNT}}}"), "{#}");
            category.map(|category| format!("{category}\t{form}")).unwrap_or(form)
        });
        forms.collect::<Vec<_>>().join("\n")
    }
}

/// The names of the placeholders of a text, as often as they stand in it. A brace that is never closed gives
/// the rest of the text.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name))
}
