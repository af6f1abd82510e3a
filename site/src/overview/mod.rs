//! The part of a framework's page that shows all of its cards at once. It can be read without any program; its script
//! (`src/overview.js`) sorts, filters and compares.

mod ranking;
mod spread;
mod tiles;
mod who;
mod world;
mod years;
mod years_file;

use scoring::cards::Name;
use scoring::rules::file::Subjects;
use scoring::say;
use scoring::telling::{Cohort, Overview};

use crate::failure::Failure;
use crate::html::escaped;
use crate::page;

pub use world::write as write_world;
pub use years::History;
pub use years_file::write as write_years;

/// What an overview is written from.
struct Shown<'a> {
    cohort: &'a Cohort,
    overview: &'a Overview,
    /// The language of the publisher, in which names stay that the page's language has none for.
    published: &'a str,
}

/// The overview of a framework's cards as HTML. `table` is the address of the ranking as a table,
/// `world` that of the shapes of countries; with `history` it has the years before.
///
/// # Errors
/// When the language lacks a text.
pub fn html(
    cohort: &Cohort,
    overview: &Overview,
    published: &str,
    (table, world): (&str, &str),
    history: Option<&History<'_>>,
) -> Result<String, Failure> {
    let shown = Shown { cohort, overview, published };
    let words = &cohort.telling.words;
    let heading = escaped(&say::overview::cards(words, &cohort.cards.len()));
    let lead = escaped(&say::overview::computed(words));
    let map = match cohort.telling.file.subjects {
        Some(Subjects::UsStates) => Some(shown.tiles()),
        Some(Subjects::Countries) => Some(shown.world(world)),
        None => None,
    };
    let map = map.map(|map| shown.section("map", &say::overview::map(words), &map)).unwrap_or_default();
    let spread = shown.section("spread", &say::overview::spread(words), &shown.spread());
    let who = shown.section("who", &say::overview::who(words), &shown.who());
    let ranking = shown.ranking(table);
    let history = history.map(|history| shown.history(history, world)).transpose()?.unwrap_or_default();
    Ok(format!(
        "<section id=\"overview\" class=\"overview\" role=\"main\" aria-labelledby=\"overview-heading\" {}>\
         <h2 id=\"overview-heading\">{heading}</h2><p>{lead}</p>{ranking}{spread}{history}{map}{who}</section>",
        shown.texts()
    ))
}

impl Shown<'_> {
    /// A part that can be folded away, in which nothing has to be there before a program runs.
    fn section(&self, id: &str, title: &str, content: &str) -> String {
        format!(
            "<details class=\"tool\" id=\"{id}\"><summary>{}</summary>{content}</details>",
            escaped(title)
        )
    }

    /// What the script says, in attributes: placeholders stay where it fills them.
    fn texts(&self) -> String {
        let words = &self.cohort.telling.words;
        let hole = |name: &str| format!("{{{name}}}");
        let texts = [
            ("find", say::overview::find(words)),
            ("group", say::overview::group(words)),
            ("any-group", say::overview::any_group(words)),
            ("has", say::overview::has(words)),
            ("any-provision", say::overview::any_provision(words)),
            ("shown", say::overview::shown(words, &hole("shown"), &hole("all"))),
            ("none", say::overview::none_shown(words)),
            ("back", say::overview::back(words)),
            ("only", say::overview::only(words)),
            ("compare", say::overview::compare(words)),
            ("choose", say::overview::choose(words, &hole("name"))),
            ("remove", say::overview::remove(words, &hole("name"))),
            ("compared", say::overview::compared(words)),
            ("take-two", say::overview::take_two(words)),
            ("take-four", say::overview::take_four(words)),
            ("same", say::overview::same_answers(words)),
            ("differ", say::overview::differ(words, &hole("number"))),
            ("yes", say::spreadsheet::yes(words)),
            ("no", say::spreadsheet::no(words)),
            ("unknown", say::scenario::unknown(words)),
            ("out", say::framework::not_applicable(words)),
        ];
        let attribute = |(name, text): (&str, String)| format!("data-{name}=\"{}\"", escaped(&text));
        texts.map(attribute).join(" ")
    }

    /// A name with its language, where that is not the page's.
    fn named(&self, name: &Name) -> (String, String) {
        let own = self.cohort.telling.words.id();
        let language = match name.is_published && self.published != own {
            true => format!(" lang=\"{}\"", self.published),
            false => String::new(),
        };
        (language, escaped(&name.text))
    }

    /// The address of a card's page, which needs no program; the script leads to the card's calculator instead.
    fn address(&self, card: usize) -> String {
        let page = page::name_in(self.cohort.telling.words.id(), self.cohort.id(card));
        escaped(&format!("{}/{page}", self.cohort.telling.rules.id()))
    }
}

/// A bar whose length says how many of all: a drawing of a number that stands beside it.
fn bar(count: usize, all: usize) -> String {
    let length = (100 * count).checked_div(all).unwrap_or_default();
    format!(
        "<svg class=\"count-bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{length}\" height=\"8\"/></svg>"
    )
}
