//! The part of a framework's page that shows all of its cards at once. It can be read without any program; its script
//! (`src/overview.js`) sorts, filters and compares.

mod filters;
mod ranking;
mod spread;
mod tiles;
mod who;
mod world;
mod years;

use scoring::cards::Name;
use scoring::rules::file::Subjects;
use scoring::telling::{Cohort, Overview};
use scoring::{escaped, say};

use scoring::data::PageTextProblem;

pub use ranking::digits;
pub use tiles::{MapTile, map_of_states};
pub use world::in_words;
pub use years::{History, steps};

/// What lies beside an overview, and whose it is.
pub struct Beside<'a> {
    /// Whether an author has brought the cards, so that nobody else answers for them.
    pub is_brought: bool,
    /// The ranking as a table; nothing, where it is no file.
    pub table: Option<&'a str>,
    /// The shapes of countries; nothing, where they cannot be loaded, so that there is no map of the world.
    pub world: Option<&'a str>,
    /// A card, by its subject: its page, which needs no program, or its calculator.
    pub card: &'a dyn Fn(&str) -> String,
}

/// What an overview is written from.
struct Shown<'a> {
    cohort: &'a Cohort,
    overview: &'a Overview,
    /// The language of the publisher, in which names stay that the page's language has none for.
    published: &'a str,
    beside: Beside<'a>,
}

/// The overview of a framework's cards as HTML, in which no text of the framework or its cards is markup. With `history`
/// it has the years before.
///
/// # Errors
/// When the language lacks a text.
pub fn html(
    cohort: &Cohort,
    overview: &Overview,
    published: &str,
    beside: Beside<'_>,
    history: Option<&History<'_>>,
) -> Result<String, PageTextProblem> {
    let shown = Shown { cohort, overview, published, beside };
    let words = &cohort.telling.words;
    let heading = escaped(&say::overview::cards(words, &cohort.cards.len()));
    let lead = escaped(&match shown.beside.is_brought {
        true => say::overview::computed_for_author(words),
        false => say::overview::computed(words),
    });
    let ask = escaped(&say::overview::open_calculator(words));
    let map = match cohort.telling.file.subjects {
        Some(Subjects::UsStates) => Some(shown.tiles()),
        Some(Subjects::Countries) => shown.beside.world.map(|shapes| shown.world(shapes)),
        None => None,
    };
    let map = map.map(|map| shown.section("map", &say::overview::map(words), &map)).unwrap_or_default();
    let spread = shown.section("spread", &say::overview::spread(words), &shown.spread());
    let who = shown.section("who", &say::overview::who(words), &shown.who());
    let (filters, ranking) = (shown.filters(), shown.ranking());
    let history = history.map(|history| shown.history(history)).transpose()?.unwrap_or_default();
    Ok(format!(
        "<section id=\"overview\" class=\"overview\" role=\"main\" aria-labelledby=\"overview-heading\" {}>\
         <h2 id=\"overview-heading\">{heading}</h2><p>{lead} <span class=\"needs-scripts\">{ask}</span></p>{filters}{ranking}{spread}{history}{map}{who}</section>",
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
            ("shown", say::overview::shown(words, &hole("shown"), &hole("all"))),
            ("none", say::overview::none_shown(words)),
            ("only", say::overview::only(words)),
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

    /// The address of a card.
    fn address(&self, card: usize) -> String {
        escaped(&(self.beside.card)(self.cohort.id(card)))
    }
}

/// A bar whose length says how many of all: a drawing of a number that stands beside it.
fn bar(count: usize, all: usize) -> String {
    let length = (100 * count).checked_div(all).unwrap_or_default();
    format!(
        "<svg class=\"count-bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{length}\" height=\"8\"/></svg>"
    )
}
