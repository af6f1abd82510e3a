//! Questions for planners, made by chance.

use lawgrade_tests::any_rules::{PROVISIONS, framework, id};
use lawgrade_tests::both::{self, ids, ratio, set};
use lawgrade_tests::plain::{self, Asked, Ids, Outcome as Result, Ratio};
use proptest::prelude::*;
use proptest::sample::Index;
use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::plans::{Goal, Target};
use scoring::rules::{Rules, compile};
use serde_json::{Value, json};

fn fraction(ratio: Ratio) -> Fraction {
    Fraction::new(ratio.0, ratio.1).expect("above zero")
}

/// A question, for both planners.
pub struct Question {
    pub answers: Answers,
    pub goal: Goal,
    pub plain: plain::Answers,
    pub asked: Asked,
}

impl Question {
    fn new(answers: Answers, goal: Goal) -> Self {
        let plain = both::answers(&answers);
        let target = match &goal.target {
            Target::Band(band) => plain::Target::Band(*band),
            Target::Figure(figure) => plain::Target::Figure(ratio(*figure)),
            Target::Rank { rank, others } => {
                plain::Target::Rank(*rank, others.iter().copied().map(ratio).collect())
            }
        };
        let bundles = goal.bundles.iter().map(ids).collect();
        let asked = Asked { tally: goal.tally, target, locked: ids(&goal.locked), bundles };
        Self { answers, goal, plain, asked }
    }
}

/// Every exact and shown figure of a tally, and some beside them: what targets are chosen from.
fn figures(file: &Value, tally: usize, not_applicable: &Ids) -> Vec<Ratio> {
    let mut figures = Vec::new();
    for bits in 0..1 << PROVISIONS {
        let answers = plain::Answers {
            held: ids(&set(bits)),
            unknown: Ids::new(),
            not_applicable: not_applicable.clone(),
        };
        if let Result::Result { exact, shown, .. } = plain::evaluate(file, &answers).1.swap_remove(tally) {
            figures.extend([exact, shown, exact + Ratio(1, 7)]);
        }
    }
    figures.sort_by(|one, other| (one.0 * other.1).cmp(&(other.0 * one.1)));
    figures.dedup();
    figures
}

fn target(kind: u8, bands: usize, place: &Index, others: &[Index], figures: &[Ratio]) -> Target {
    let any = |index: &Index| match figures.is_empty() {
        true => Fraction::ONE,
        false => fraction(*index.get(figures)),
    };
    match kind {
        0 if bands > 0 => Target::Band(place.index(bands)),
        1 => Target::Rank { rank: place.index(others.len() + 2), others: others.iter().map(any).collect() },
        _ => Target::Figure(any(place)),
    }
}

/// What a question is made of.
#[derive(Clone, Debug)]
pub struct Chance {
    file: Value,
    answers: [usize; 3],
    /// Whether some are unknown, and whether some do not apply.
    gaps: (bool, bool),
    locked: Vec<bool>,
    bundled: Vec<usize>,
    kind: u8,
    place: Index,
    others: Vec<Index>,
    tally: Index,
    ranks_see_shown: bool,
    /// Whether the answers are made so that they contradict no implication and no group.
    can_be: bool,
}

/// Any rules, any answers, any goal.
pub fn chance() -> impl Strategy<Value = Chance> {
    let rare = |chance: f64| proptest::bool::weighted(chance);
    let all = 0..1_usize << PROVISIONS;
    let law = ([all.clone(), all.clone(), all], (rare(0.3), rare(0.3)));
    let may = (
        proptest::collection::vec(rare(0.15), PROVISIONS),
        proptest::collection::vec(0..5_usize, PROVISIONS),
    );
    let goal = (
        0..3_u8,
        any::<Index>(),
        proptest::collection::vec(any::<Index>(), 0..4),
        any::<Index>(),
        any::<bool>(),
    );
    (framework(), law, may, goal).prop_map(|(file, (answers, gaps), (locked, bundled), goal)| {
        let (kind, place, others, tally, ranks_see_shown) = goal;
        Chance {
            file,
            answers,
            gaps,
            locked,
            bundled,
            kind,
            place,
            others,
            tally,
            ranks_see_shown,
            can_be: false,
        }
    })
}

/// Where it matters what else can then be one thing only: unknown answers that do not count as a no, of which some
/// exclude each other.
pub fn chance_of_ruling_out() -> impl Strategy<Value = Chance> {
    chance().prop_map(|mut chance| {
        let [held, unknown, other] = chance.answers;
        chance.answers = [held & other, unknown, other];
        chance.gaps.0 = true;
        chance.can_be = true;
        chance.file["missing"] = if held % 2 == 0 { "leave-out" } else { "withhold" }.into();
        let mut grouped = chance.file.clone();
        grouped["oneOf"] = json!([{"id": "one", "provisions": [id(0), id(1), id(2)]}]);
        if serde_json::from_value(grouped.clone()).is_ok_and(|file| compile(&file).is_ok()) {
            chance.file = grouped;
        }
        chance
    })
}

impl Chance {
    /// The rules and the question; nothing, when the rules cannot be counted.
    pub fn question(self) -> Option<(Value, Rules, Question)> {
        let mut file = self.file;
        let seen = if self.ranks_see_shown { "shown" } else { "exact" };
        match file.get_mut("tallies").and_then(Value::as_array_mut) {
            Some(tallies) => tallies.iter_mut().for_each(|tally| tally["scale"]["ranksSee"] = seen.into()),
            None => file["scale"]["ranksSee"] = seen.into(),
        }
        let rules = compile(&serde_json::from_value(file.clone()).expect("a framework")).ok()?;
        let [held, unknown, not_applicable] = self.answers.map(set);
        let (some_unknown, some_not_applicable) = self.gaps;
        let not_applicable = not_applicable
            .iter()
            .filter(|place| some_not_applicable && rules.may_not_apply().contains(*place))
            .collect();
        let unknown = if some_unknown { unknown } else { ProvisionSet::default() };
        let held = if self.can_be { rules.implied().closed(&held) } else { held };
        let unknown = if self.can_be { unknown.minus(&held) } else { unknown };
        let answers = Answers::new(held, unknown, not_applicable);
        let tally = self.tally.index(rules.tallies().len());
        let figures = figures(&file, tally, &ids(answers.not_applicable()));
        let bands = rules.tallies()[tally].bands.len();
        let bundle = |number| -> ProvisionSet {
            (0..PROVISIONS).filter(|place| self.bundled[*place] == number).collect()
        };
        let goal = Goal {
            tally,
            target: target(self.kind, bands, &self.place, &self.others, &figures),
            readings: None,
            locked: (0..PROVISIONS).filter(|place| self.locked[*place]).collect(),
            bundles: [bundle(0), bundle(1)].into_iter().filter(|bundle| !bundle.is_empty()).collect(),
            limit: usize::MAX,
        };
        Some((file, rules, Question::new(answers, goal)))
    }
}
