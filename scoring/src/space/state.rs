//! What a part of the rules may come to, and how that carries over to the parts around it.
//!
//! Nothing here falls when what is earned below rises and all else stays. That is why the most and the least of a part
//! follow from those of its parts ([`super::front`]).

use crate::exact::{Edge, Fraction, Points, Scale, Unit};
use crate::rules::{Score, Why};

/// Whether a part applies, and whether it can be the best of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Standing {
    /// It is 0 of 0.
    NotApplicable,
    /// Its condition does not hold; of a target, that it is not reached.
    Unmet,
    /// It counts; of a target, that it is reached.
    Met,
}

/// What a part comes to, or what several of them come to so far while they are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct State {
    pub standing: Standing,
    /// Units that are possible; of shares while they are averaged, their weights.
    pub possible: i64,
    /// The second sum of a part whose points are printed (see [`super::readings`]); elsewhere zero.
    pub second: i64,
    /// Units that are earned.
    pub earned: i64,
}

/// How parts are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    Sum,
    Best {
        otherwise: i64,
    },
    Mean {
        worth: i64,
    },
    /// A sum that the card prints: the least, or the most, that any reading of it leaves.
    Printed {
        points: i64,
        bound: Bound,
    },
}

/// Which end of a range is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    Least,
    Most,
}

/// What happens to a state on its way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A part is about to be joined with others.
    Lift { join: Join, extra: bool, weight: i64, grain: i64 },
    /// All parts are joined.
    Finish(Join),
    /// It is held between bounds.
    Within { least: Option<i64>, most: Option<i64> },
    /// A gate is closed.
    Closed { at_most: i64 },
    /// It is held against a target.
    Goal { scale: Scale, unit: Unit, reached: Reached },
}

/// What reaches a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reached {
    /// Every figure.
    Always,
    /// A figure that passes this edge.
    From(Edge),
    /// None.
    Never,
}

impl State {
    /// 0 of 0.
    pub const NOTHING: State = State { standing: Standing::NotApplicable, possible: 0, second: 0, earned: 0 };

    /// All but what is earned.
    pub fn key(self) -> (Standing, i64, i64) {
        (self.standing, self.possible, self.second)
    }

    /// Its figure on a scale; nothing, where it has none.
    pub fn figure(self, scale: &Scale, unit: Unit) -> Option<Fraction> {
        if self.standing == Standing::NotApplicable {
            return None;
        }
        let figure = scale.figure(unit, Points::of_units(self.earned), Points::of_units(self.possible));
        figure.map(|figure| figure.exact)
    }
}

impl From<Score> for State {
    fn from(score: Score) -> Self {
        let standing = match score.why {
            Why::NotApplicable => Standing::NotApplicable,
            Why::Unmet => Standing::Unmet,
            _ => Standing::Met,
        };
        State { standing, possible: score.possible.units(), second: 0, earned: score.earned.units() }
    }
}

impl Join {
    /// Two parts that are lifted, or joined already.
    pub fn both(self, one: State, other: State) -> State {
        let standing = one.standing.max(other.standing);
        if let Join::Best { .. } = self {
            // What is not met earns nothing, and must not be taken for a zero that is met.
            let earned = match one.standing.cmp(&other.standing) {
                std::cmp::Ordering::Greater => one.earned,
                std::cmp::Ordering::Less => other.earned,
                std::cmp::Ordering::Equal => one.earned.max(other.earned),
            };
            return State { standing, possible: one.possible.max(other.possible), second: 0, earned };
        }
        State {
            standing,
            possible: one.possible + other.possible,
            second: one.second + other.second,
            earned: one.earned + other.earned,
        }
    }
}

impl Step {
    /// What becomes of a state.
    pub fn of(self, state: State) -> State {
        if state.standing == Standing::NotApplicable {
            return State::NOTHING;
        }
        match self {
            Step::Lift { join: Join::Best { .. }, .. } if state.standing == Standing::Unmet => {
                State { earned: 0, ..state }
            }
            Step::Lift { join: Join::Best { .. }, .. } => state,
            Step::Lift { join: Join::Mean { .. }, .. } if state.possible <= 0 => State::NOTHING,
            Step::Lift { join: Join::Mean { worth }, weight, grain, .. } => {
                // Whole, since the rules' unit has every share with every sum of weights as a whole number.
                let earned = worth * weight * (state.earned / grain) / (state.possible / grain);
                State { standing: Standing::Met, possible: weight, second: 0, earned }
            }
            Step::Lift { join: Join::Sum | Join::Printed { .. }, extra, .. } => {
                State { standing: Standing::Met, possible: if extra { 0 } else { state.possible }, ..state }
            }
            Step::Finish(join) => finished(join, state),
            Step::Within { least, most } => {
                let held = |units: i64| {
                    let raised = least.map_or(units, |least| units.max(least));
                    most.map_or(raised, |most| raised.min(most))
                };
                State { earned: held(state.earned), possible: held(state.possible).max(0), ..state }
            }
            Step::Closed { .. } if state.standing == Standing::Unmet => state,
            Step::Closed { at_most } => State { earned: state.earned.min(at_most), ..state },
            Step::Goal { scale, unit, reached } => {
                let Some(figure) = state.figure(&scale, unit) else { return State::NOTHING };
                let is_reached = match reached {
                    Reached::Always => true,
                    Reached::From(edge) => edge.lets(figure),
                    Reached::Never => false,
                };
                State { standing: if is_reached { Standing::Met } else { Standing::Unmet }, ..state }
            }
        }
    }
}

fn finished(join: Join, state: State) -> State {
    match join {
        Join::Sum => state,
        Join::Best { otherwise } => State {
            standing: Standing::Met,
            possible: state.possible.max(otherwise),
            second: 0,
            earned: if state.standing == Standing::Met { state.earned } else { otherwise },
        },
        Join::Mean { worth } => State {
            standing: Standing::Met,
            possible: worth,
            second: 0,
            earned: state.earned / state.possible,
        },
        Join::Printed { points, bound } => {
            let other = points + state.second;
            let earned = match bound {
                Bound::Least => state.earned.max(other),
                Bound::Most => state.earned.min(other),
            };
            State { earned, second: 0, ..state }
        }
    }
}
