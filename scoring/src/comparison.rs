//! Scenarios side by side.

use crate::exact::Fraction;
use crate::order::ordered;
use crate::{Baseline, Difference, Evaluation, Points, Scenario, Words, evaluate, say};

/// The published card and any number of scenarios, a column each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The published card, then the scenarios in their order.
    pub columns: Vec<Column>,
    /// Total and grade.
    pub result: Vec<Row>,
    /// What its parts are called.
    pub parts: String,
    /// The points of every part.
    pub sections: Vec<Row>,
    /// The provisions that are not the same in all columns.
    pub provisions: Vec<Row>,
}

/// What stands at the head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What the visitor calls it.
    pub name: String,
    /// What it changes, in words.
    pub changes: String,
}

/// A line across all columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is compared.
    pub name: String,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// One figure or word of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// As it is written.
    pub text: String,
    /// Where it belongs when rows are sorted: points, or 1 for a provision that is in law and 0 for one that is not;
    /// nothing comes before all figures.
    pub rank: Option<Fraction>,
    /// Whether it differs from the card.
    pub differs: bool,
}

/// The order of the rows within their group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The framework's.
    #[default]
    Framework,
    /// By this column, from the most to the least.
    Falling(usize),
    /// By this column, from the least to the most.
    Rising(usize),
}

impl Comparison {
    /// Compares the published card with scenarios, each under its name.
    pub fn new(baseline: &Baseline, scenarios: &[(String, Scenario)]) -> Self {
        let words = baseline.words();
        let card = [(say::comparison::published_card(words), Scenario::default())];
        let all: Vec<(String, Evaluation)> = card
            .iter()
            .chain(scenarios)
            .map(|(name, scenario)| (name.clone(), evaluate(baseline, scenario)))
            .collect();
        let trees = || all.iter().map(|(_, tree)| tree);
        let column = |(name, tree): &(String, Evaluation)| {
            let changes = Difference::new(baseline, tree).in_words(words);
            Column { name: name.clone(), changes }
        };
        let max = baseline.framework().max;
        let published = baseline.card().published.total;
        let total = trees().map(|tree| points(words, tree.total, published));
        let total = row(say::comparison::total(words, &max), total);
        let from = baseline.band(published).from;
        let grade =
            |tree: &Evaluation| Cell { text: tree.band.grade.clone(), ..points(words, tree.band.from, from) };
        let grade = row(say::comparison::grade(words), trees().map(grade));
        Self {
            columns: all.iter().map(column).collect(),
            result: vec![total, grade],
            parts: say::comparison_table::sections(words),
            sections: section_rows(baseline, &all),
            provisions: provision_rows(baseline, &all),
        }
    }

    /// Puts the rows of each group in this order. Rows that are equal there keep the framework's.
    pub fn sort(&mut self, order: Order) {
        let (column, falls) = match order {
            Order::Framework => return,
            Order::Falling(column) => (column, true),
            Order::Rising(column) => (column, false),
        };
        let rank = |row: &Row| row.cells.get(column).and_then(|cell| cell.rank);
        for rows in [&mut self.sections, &mut self.provisions] {
            *rows = ordered(std::mem::take(rows), |one, other| {
                let order = rank(one).cmp(&rank(other));
                if falls { order.reverse() } else { order }
            });
        }
    }
}

fn section_rows(baseline: &Baseline, all: &[(String, Evaluation)]) -> Vec<Row> {
    let words = baseline.words();
    let sections = baseline.sections().iter().enumerate();
    let rows = sections.map(|(index, section)| {
        let scores = all.iter().filter_map(|(_, tree)| tree.sections.get(index));
        let name = format!("{} {}", section.id, section.short);
        row(
            say::comparison::section(words, &name, &section.max),
            scores.map(|score| points(words, score.points, section.published)),
        )
    });
    rows.collect()
}

fn provision_rows(baseline: &Baseline, all: &[(String, Evaluation)]) -> Vec<Row> {
    let words = baseline.words();
    let provisions = baseline.provisions().iter();
    let differing =
        provisions.filter(|provision| all.iter().any(|(_, tree)| tree.scenario.differs(provision)));
    let rows = differing.map(|provision| {
        let cell = |tree: &Evaluation| {
            let (holds, differs) = (tree.scenario.holds(provision), tree.scenario.differs(provision));
            let text = match (differs, holds) {
                (true, true) => say::comparison::added(words),
                (true, false) => say::comparison::removed(words),
                (false, true) => say::comparison::in_law(words),
                (false, false) => say::comparison::not_in_law(words),
            };
            Cell { text, rank: Some(Fraction::whole(holds.into())), differs }
        };
        row(provision.label.clone(), all.iter().map(|(_, tree)| cell(tree)))
    });
    rows.collect()
}

fn row(name: String, cells: impl Iterator<Item = Cell>) -> Row {
    Row { name, cells: cells.collect() }
}

fn points(words: &Words, points: Points, card: Points) -> Cell {
    Cell {
        text: words.number(&points),
        rank: Fraction::new(points.quarters().into(), 4),
        differs: points != card,
    }
}
