//! What a visitor looks for among the questions.

use crate::{Words, say};

/// Something that may be so of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// It is answered with no; of levels, the strongest does not hold.
    No,
    /// Its answer is another than the card's.
    Changed,
    /// It is one of those whose switch alone gains the most.
    WorthMost,
    /// Every plan that was found puts it into law.
    InEveryPlan,
    /// Its answer is not known.
    Unknown,
    /// It is answered with no, and more than half of the others that answer it say yes.
    MostOthers,
    /// Plans leave it as it is.
    LeftOut,
}

impl Filter {
    /// All, in the order in which they are offered.
    pub const ALL: [Filter; 7] = [
        Filter::No,
        Filter::WorthMost,
        Filter::MostOthers,
        Filter::InEveryPlan,
        Filter::Changed,
        Filter::Unknown,
        Filter::LeftOut,
    ];

    /// Its name in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Filter::No => "no",
            Filter::Changed => "changed",
            Filter::WorthMost => "worth-most",
            Filter::InEveryPlan => "in-every-plan",
            Filter::Unknown => "unknown",
            Filter::MostOthers => "most-others",
            Filter::LeftOut => "left-out",
        }
    }

    /// It alone.
    pub fn alone(self) -> Filters {
        Filters::default().with(self, true)
    }

    /// What it is called.
    pub fn name(self, words: &Words) -> String {
        match self {
            Filter::No => say::questions::no(words),
            Filter::Changed => say::questions::changed(words),
            Filter::WorthMost => say::questions::worth_most(words),
            Filter::InEveryPlan => say::questions::in_every_plan(words),
            Filter::Unknown => say::questions::unknown(words),
            Filter::MostOthers => say::questions::most_others(words),
            Filter::LeftOut => say::questions::left_out(words),
        }
    }
}

/// Some of the [filters](Filter): those that are chosen, or those that a question fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filters(u8);

impl Filters {
    /// Whether this one is among them.
    pub fn contains(self, filter: Filter) -> bool {
        self.0 & Self::bit(filter) != 0
    }

    /// These, with one more where `is_so`.
    #[must_use]
    pub fn with(self, filter: Filter, is_so: bool) -> Self {
        if is_so { Self(self.0 | Self::bit(filter)) } else { self }
    }

    /// These, with one added, or taken away where it is among them.
    #[must_use]
    pub fn toggled(self, filter: Filter) -> Self {
        Self(self.0 ^ Self::bit(filter))
    }

    /// Whether all of them are among the others.
    pub fn are_in(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    fn bit(filter: Filter) -> u8 {
        1 << filter as u8
    }
}

/// What a visitor looks for: all filters and all words together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What has to be so.
    pub filters: Filters,
    /// What has to stand in the question, as it was typed.
    pub words: String,
}

impl Search {
    /// The search that an address asks for; filters that are not known are left out.
    pub fn read(show: &str, words: &str) -> Self {
        let known = show.split(',').filter_map(|id| Filter::ALL.into_iter().find(|known| known.id() == id));
        let filters = known.fold(Filters::default(), |filters, filter| filters.with(filter, true));
        Self { filters, words: words.to_owned() }
    }

    /// The names of its filters as an address has them.
    pub fn show(&self) -> String {
        let chosen = Filter::ALL.into_iter().filter(|filter| self.filters.contains(*filter));
        chosen.map(Filter::id).collect::<Vec<_>>().join(",")
    }

    /// Whether it leaves nothing out.
    pub fn is_of_all(&self) -> bool {
        self.filters == Filters::default() && self.words.trim().is_empty()
    }
}
