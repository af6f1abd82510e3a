//! The results of all cards: figure, grade and rank for each tally.

use std::collections::BTreeMap;

use scoring::exact::Fraction;
use scoring::rank::{Rank, ranked_figure, ranks};
use scoring::rules::evaluate;

use crate::Brought;

/// All results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The tallies by their title, or id; the leading one first.
    pub tallies: Vec<String>,
    /// A row for each card, in the order of the cards.
    pub rows: Vec<Row>,
    /// For each tally its bands, the best first, each with the number of cards in it.
    pub spread: Vec<Vec<(String, usize)>>,
}

/// The results of one card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub subject: String,
    /// What the subject is called.
    pub name: Option<String>,
    /// The year, where there are several.
    pub year: Option<u16>,
    /// For each tally what comes out; nothing, where there is no result.
    pub results: Vec<Option<Figured>>,
}

/// What a tally comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figured {
    /// The figure as it is shown, in decimals.
    pub figure: String,
    /// The grade, where there are grades.
    pub band: Option<String>,
    /// The place among the cards of the same year.
    pub rank: usize,
}

/// The results of all cards; nothing, where no rules work.
pub fn results(brought: &Brought) -> Results {
    let (Some(framework), Some(rules)) = (&brought.framework, &brought.rules) else {
        return Results::default();
    };
    let title = |id: &str| framework.tallies.iter().find(|tally| tally.id == id)?.title.clone();
    let tallies = rules.tallies().iter().map(|tally| title(&tally.id).unwrap_or_else(|| tally.id.clone()));
    let evaluations: Vec<_> = brought.cards.iter().map(|card| evaluate(rules, &card.answers)).collect();
    let of_tallies: Vec<Vec<Option<Figured>>> = (0..)
        .zip(rules.tallies())
        .map(|(index, tally)| {
            let outcomes: Vec<_> = evaluations.iter().map(|one| one.outcomes.get(index)).collect();
            let figures = outcomes.iter().map(|outcome| ranked_figure(tally, (*outcome)?)).collect();
            let ranks = ranks_by_year(brought, figures);
            let figured = |(outcome, rank): (&Option<&scoring::rules::Outcome>, Option<Rank>)| {
                let outcome = (*outcome)?;
                let band = outcome.band().and_then(|band| tally.bands.get(band));
                Some(Figured {
                    figure: outcome.figure()?.shown.in_decimals().to_string(),
                    band: band.map(|band| band.name.clone()),
                    rank: rank?.rank,
                })
            };
            outcomes.iter().zip(ranks).map(figured).collect()
        })
        .collect();
    let spread = rules.tallies().iter().zip(&of_tallies).map(|(tally, column)| {
        let in_band = |name: &str| {
            let bands = column.iter().flatten().filter_map(|figured| figured.band.as_deref());
            bands.filter(|band| *band == name).count()
        };
        tally.bands.iter().map(|band| (band.name.clone(), in_band(&band.name))).collect()
    });
    let row = |(index, card): (usize, &scoring::cards::Card)| Row {
        subject: card.subject.clone(),
        name: card.name.clone(),
        year: card.year,
        results: of_tallies.iter().map(|column| column.get(index).cloned().flatten()).collect(),
    };
    Results {
        tallies: tallies.collect(),
        rows: brought.cards.iter().enumerate().map(row).collect(),
        spread: spread.collect(),
    }
}

/// The rank of each card among those of its year.
fn ranks_by_year(brought: &Brought, figures: Vec<Option<Fraction>>) -> Vec<Option<Rank>> {
    let mut years: BTreeMap<Option<u16>, Vec<usize>> = BTreeMap::new();
    for (index, card) in brought.cards.iter().enumerate() {
        years.entry(card.year).or_default().push(index);
    }
    let mut found = vec![None; figures.len()];
    for indices in years.into_values() {
        let of_year: Vec<Option<Fraction>> =
            indices.iter().map(|index| figures.get(*index).copied().flatten()).collect();
        for (index, rank) in indices.into_iter().zip(ranks(&of_year)) {
            if let Some(place) = found.get_mut(index) {
                *place = rank;
            }
        }
    }
    found
}
