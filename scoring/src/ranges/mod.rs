//! Ranges: what a card with unknown answers, or with points that are printed for sums alone, may come to.
//!
//! Exact: an answer that is unknown is yes or no, in every way that implications and groups allow, and the least and
//! the most of each part are reached by some of these laws. What is best known, between them, is what
//! [`crate::rules::evaluate`] gives.

use crate::ProvisionSet;
use crate::exact::{Fraction, Points};
use crate::facts::Answers;
use crate::rules::{NodeId, Rules, Tally};
use crate::space::Space;
use crate::space::build::Builder;
use crate::space::front::{Front, fronts};
use crate::space::law::Law;
use crate::space::readings::Reading;
use crate::space::state::{Bound, Standing};
use crate::space::switches::{Bonds, Switch, Unit, UnitKind};
use crate::space::target::Bars;

pub use crate::space::effort::{Effort, Stop};
pub use crate::space::readings::Readings;

/// What everything may come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranges {
    /// In the order of [`Rules::nodes`].
    pub nodes: Vec<NodeRange>,
    /// In the order of [`Rules::tallies`].
    pub tallies: Vec<TallyRange>,
}

/// What a node may come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeRange {
    /// The least that it earns where it applies.
    pub least: Points,
    /// The most that it earns.
    pub most: Points,
    /// The least that is possible where it applies.
    pub least_possible: Points,
    /// The most that is possible.
    pub most_possible: Points,
    /// Whether it may apply.
    pub may_apply: bool,
    /// Whether it may leave both counts.
    pub may_not_apply: bool,
}

/// What a tally may come to. Whether the framework withholds a result for answers that are missing is not asked here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyRange {
    /// The lowest and the highest exact figure; nothing, when there is none whatever is answered.
    pub figures: Option<(Fraction, Fraction)>,
    /// The indexes of the worst and of the best band that are reached; nothing without bands or figures.
    pub bands: Option<(usize, usize)>,
    /// Whether there may be no figure.
    pub may_have_none: bool,
}

/// The ranges of answers, and of readings of the card where there are any.
///
/// Nothing, when no law fits the answers: what holds needs something that is not so.
///
/// # Errors
/// When it would take too many steps, or `go_on` says no.
pub fn ranges(
    rules: &Rules,
    answers: &Answers,
    readings: Option<&Readings>,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Ranges>, Stop> {
    let mut effort = Effort::new(Effort::MOST, go_on);
    let bonds = Bonds::new(rules.implied(), rules.provisions().len(), answers);
    let unknown = answers.unknown().iter();
    let units: Vec<Unit> = unknown
        .map(|index| Unit { provisions: [index].into_iter().collect(), kind: UnitKind::Answered })
        .collect();
    let switches = bonds.switches(&units, &mut effort)?;
    if switches.iter().any(|switch| switch.ways.is_empty()) {
        return Ok(None);
    }
    let law = Law {
        held: answers.held().clone(),
        open: answers.unknown().clone(),
        left_out: answers.not_applicable().clone(),
        may_be_left_out: ProvisionSet::default(),
    };
    let mut end = |bound: Bound| End::new(rules, &switches, readings, bound, &law, &mut effort);
    let (least, most) = (end(Bound::Least)?, end(Bound::Most)?);
    let nodes = least.nodes.iter().zip(&most.nodes).map(|(least, most)| node_range(least, most)).collect();
    let tallies = rules.tallies().iter().zip(least.bands.iter().zip(&most.bands));
    let tallies = tallies.map(|(tally, (worst, best))| {
        let front = |end: &End| end.nodes.get(tally.root.index()).cloned().unwrap_or_default();
        tally_range(rules, tally, &front(&least), &front(&most), worst.zip(*best))
    });
    Ok(Some(Ranges { nodes, tallies: tallies.collect() }))
}

/// One end of all ranges.
struct End {
    /// The front of each node.
    nodes: Vec<Front>,
    /// For each tally the band at this end.
    bands: Vec<Option<usize>>,
}

impl End {
    fn new(
        rules: &Rules,
        switches: &[Switch],
        readings: Option<&Readings>,
        bound: Bound,
        law: &Law,
        effort: &mut Effort<'_>,
    ) -> Result<Self, Stop> {
        let reading = readings.map(|of| Reading { of, bound });
        let mut builder = Builder::new(rules, switches.to_vec(), reading, effort);
        let nodes = (0..rules.nodes().len()).map(|index| builder.node(NodeId::at(index), law));
        let nodes: Vec<usize> = nodes.collect::<Result<_, Stop>>()?;
        let mut bands = Vec::new();
        for tally in rules.tallies() {
            let band = |band| builder.target(tally, &Bars::band(tally, band), &ProvisionSet::default(), law);
            bands.push((0..tally.bands.len()).map(band).collect::<Result<Vec<usize>, Stop>>()?);
        }
        let space: Space = builder.space;
        let fronts = fronts(&space, bound, space.most_changes(), effort)?;
        let front = |region: &usize| fronts.get(*region).cloned().unwrap_or_default();
        let reached = |region: &usize, standing: Standing| {
            front(region).iter().any(|(_, state)| state.standing == standing)
        };
        let band = |bands: &Vec<usize>| match bound {
            Bound::Most => bands.iter().position(|region| reached(region, Standing::Met)),
            // The worst is the first that is reached in any case.
            Bound::Least => {
                let some = bands.last().is_some_and(|last| reached(last, Standing::Met));
                let worse = bands.iter().rposition(|region| reached(region, Standing::Unmet));
                some.then(|| worse.map_or(0, |worse| worse + 1))
            }
        };
        let bands = bands.iter().map(band).collect();
        Ok(Self { nodes: nodes.iter().map(front).collect(), bands })
    }
}

fn node_range(least: &Front, most: &Front) -> NodeRange {
    let applies = |front: &Front| {
        let states = front.iter().map(|(_, state)| state);
        states.filter(|state| state.standing != Standing::NotApplicable).collect::<Vec<_>>()
    };
    let (low, high) = (applies(least), applies(most));
    let points = |units: Option<i64>| Points::of_units(units.unwrap_or_default());
    NodeRange {
        least: points(low.iter().map(|state| state.earned).min()),
        most: points(high.iter().map(|state| state.earned).max()),
        least_possible: points(low.iter().map(|state| state.possible).min()),
        most_possible: points(high.iter().map(|state| state.possible).max()),
        may_apply: !low.is_empty(),
        may_not_apply: least.iter().any(|(_, state)| state.standing == Standing::NotApplicable),
    }
}

fn tally_range(
    rules: &Rules,
    tally: &Tally,
    least: &Front,
    most: &Front,
    bands: Option<(usize, usize)>,
) -> TallyRange {
    let figures = |front: &Front| {
        front.iter().map(|(_, state)| state.figure(&tally.scale, rules.unit())).collect::<Vec<_>>()
    };
    let (low, high) = (figures(least), figures(most));
    TallyRange {
        figures: low.iter().flatten().min().copied().zip(high.iter().flatten().max().copied()),
        bands,
        may_have_none: low.iter().any(Option::is_none),
    }
}
