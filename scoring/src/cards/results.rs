//! Results that a publisher printed, held against what the rules give.

use crate::diagnose::Code;
use crate::exact::Fraction;
use crate::rules::{Evaluation, NodeId, Outcome, Rules};

use super::columns::Column;

/// A result that a publisher printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The figure of a tally.
    Figure {
        /// The tally's index.
        tally: usize,
        /// The figure.
        figure: Fraction,
    },
    /// The band of a tally.
    Band {
        /// The tally's index.
        tally: usize,
        /// The band's index.
        band: usize,
    },
    /// What a part earns.
    Earned {
        /// Its node.
        node: NodeId,
        /// The points.
        points: Fraction,
    },
    /// What is possible in a part.
    Possible {
        /// Its node.
        node: NodeId,
        /// The points.
        points: Fraction,
    },
}

impl Printed {
    /// The result in a cell; nothing where nothing was printed, or where the column is about something else.
    pub(super) fn read(rules: &Rules, column: Column, cell: &str) -> Result<Option<Self>, Code> {
        if cell.is_empty() {
            return Ok(None);
        }
        let number = || cell.parse::<Fraction>().map_err(|_| Code::BadFigure);
        Ok(Some(match column {
            Column::Figure(tally) => Printed::Figure { tally, figure: number()? },
            Column::Band(tally) => {
                let bands =
                    rules.tallies().get(tally).map(|tally| tally.bands.as_slice()).unwrap_or_default();
                let band = bands.iter().position(|band| band.name == cell).ok_or(Code::UnknownBand)?;
                Printed::Band { tally, band }
            }
            Column::Earned(node) => Printed::Earned { node, points: number()? },
            Column::Possible(node) => Printed::Possible { node, points: number()? },
            Column::Subject
            | Column::Name
            | Column::Group
            | Column::Year
            | Column::Answer(_)
            | Column::Unread => return Ok(None),
        }))
    }

    /// What the rules give instead, if it is something else.
    pub(super) fn other_in(&self, rules: &Rules, evaluation: &Evaluation) -> Option<String> {
        let points = |node: NodeId, printed: Fraction, possible: bool| {
            let score = evaluation.score(node);
            let found = rules.unit().fraction(if possible { score.possible } else { score.earned });
            (found != printed).then(|| found.to_string())
        };
        match *self {
            Printed::Figure { tally, figure } => match evaluation.outcomes.get(tally) {
                Some(Outcome::Result { figure: found, .. }) => {
                    (found.shown != figure).then(|| found.shown.to_string())
                }
                _ => Some(NONE.to_owned()),
            },
            Printed::Band { tally, band } => match evaluation.outcomes.get(tally) {
                Some(Outcome::Result { band: Some(found), .. }) => {
                    let bands = rules.tallies().get(tally).map(|tally| tally.bands.as_slice());
                    let name = bands.and_then(|bands| bands.get(*found)).map(|band| band.name.clone());
                    name.filter(|_| *found != band)
                }
                _ => Some(NONE.to_owned()),
            },
            Printed::Earned { node, points: printed } => points(node, printed, false),
            Printed::Possible { node, points: printed } => points(node, printed, true),
        }
    }
}

/// No result: nothing that it counts applies.
const NONE: &str = "–";
