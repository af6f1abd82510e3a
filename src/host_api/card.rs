//! A framework of ladders with one of its cards, as `embed/npm/card.js` uses it. Results have had this form since 0.1.0.

use std::sync::Arc;

use scoring::data::Basis;
use scoring::{
    Baseline, ChangeProblem, Changes, ComponentThen, Goal, PlanReport, Points, Provision, ProvisionSet,
    Question, Report, Scenario, Situation, Status, Then, Words, basis_in_words, check, evaluate,
    format_address, parse_address, plan, read_changes, total,
};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::{figures, read, written};

/// A framework with one of its cards, checked and joined.
#[derive(Clone)]
pub struct Api {
    baseline: Arc<Baseline>,
}

/// What a planner is asked, as other programs write it.
#[derive(Deserialize)]
struct Options {
    target: TargetOption,
    #[serde(default)]
    certain: bool,
    #[serde(default)]
    locked: Vec<String>,
    #[serde(default)]
    bundles: Vec<Vec<String>>,
    #[serde(default = "super::listed")]
    limit: usize,
}

/// A number of points or a letter.
#[derive(Deserialize)]
#[serde(untagged)]
enum TargetOption {
    Points(Points),
    Grade(String),
}

/// What every tree of a card has in common, and the words for the numbers in [`figures`].
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outline<'a> {
    /// The card as it is.
    tree: Report<'a>,
    /// What is said about the basis of a scenario with changes.
    about_changes: String,
    /// All provisions, in the framework's order.
    provisions: Vec<&'a str>,
    grades: Vec<&'a str>,
    bases: [Basis; 4],
    statuses: [Status; 3],
}

/// A mistake in the data, with its place.
#[derive(Serialize)]
struct Mistake {
    path: String,
    message: String,
}

/// An address as it was read.
#[derive(Serialize)]
struct Read {
    changes: Changes,
    problems: Vec<String>,
    /// What it came to under the rules of its time, where that was something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    then: Option<ReadThen>,
}

/// A result under an earlier edition of the rules.
#[derive(Serialize)]
struct ReadThen {
    edition: u16,
    total: Points,
    grade: String,
    components: Vec<ReadComponent>,
}

/// A component that earned other points.
#[derive(Serialize)]
struct ReadComponent {
    id: String,
    points: Points,
    now: Points,
}

impl From<Then> for ReadThen {
    fn from(Then { edition, total, band, components, .. }: Then) -> Self {
        let component = |one: &ComponentThen| ReadComponent {
            id: one.now.component.id.clone(),
            points: one.points,
            now: one.now.points,
        };
        Self {
            edition,
            total,
            grade: band.grade.clone(),
            components: components.iter().map(component).collect(),
        }
    }
}

impl Api {
    /// Checks and joins a framework and a card.
    ///
    /// # Errors
    /// An `Error` whose message names every mistake and its place.
    pub fn new(framework: JsValue, card: JsValue) -> Result<Self, JsError> {
        read_baseline(framework, card).map(|baseline| Self { baseline })
    }

    /// What every tree has in common: the card as it is, and the words for the numbers of [`Self::figures`].
    ///
    /// # Errors
    /// Only when the result cannot be handed over.
    pub fn outline(&self) -> Result<JsValue, JsError> {
        let baseline = &*self.baseline;
        written(&Outline {
            tree: Report::new(baseline, &evaluate(baseline, &Scenario::default())),
            about_changes: basis_in_words(baseline, false),
            provisions: baseline.provisions().iter().map(|provision| &*provision.id).collect(),
            grades: baseline.bands().map(|band| &*band.grade).collect(),
            bases: figures::BASES,
            statuses: figures::STATUSES,
        })
    }

    /// The indices of the provisions that these changes switch.
    ///
    /// # Errors
    /// When the changes are none, or name what the card does not have.
    pub fn read(&self, changes: JsValue) -> Result<Vec<u32>, JsError> {
        let scenario = self.scenario(changes)?;
        let switched = self.baseline.provisions().iter().filter(|provision| scenario.differs(provision));
        Ok(switched.map(|provision| provision.index as u32).collect())
    }

    /// The evaluation of the scenario in which these provisions are switched, a bit for each.
    pub fn figures(&self, switched: &[u32]) -> Vec<i32> {
        figures::figures(&self.baseline, &evaluate(&self.baseline, &scenario(switched)))
    }

    /// The total alone, in points: for programs that evaluate many scenarios.
    pub fn total(&self, switched: &[u32]) -> f64 {
        total(&self.baseline, &scenario(switched)).to_decimal()
    }

    /// Finds the fewest changes that reach a target.
    ///
    /// # Errors
    /// When the options are none, or name what the card does not have.
    pub fn plan(&self, switched: &[u32], options: JsValue) -> Result<JsValue, JsError> {
        let scenario = scenario(switched);
        let options: Options = read("options", options)?;
        let target = match options.target {
            TargetOption::Points(points) => points,
            TargetOption::Grade(grade) => {
                self.baseline.bands().find(|band| band.grade == grade).map(|band| band.from).ok_or_else(
                    || JsError::new(&format!("options/target: “{grade}” is no grade of the framework")),
                )?
            }
        };
        let bundles = options.bundles.iter().enumerate();
        let goal = Goal {
            target,
            question: if options.certain { Question::EveryReading } else { Question::BestReading },
            locked: self.set("options/locked", &options.locked)?,
            bundles: bundles
                .map(|(number, ids)| self.set(&format!("options/bundles/{number}"), ids))
                .collect::<Result<_, _>>()?,
            limit: options.limit,
        };
        let outcome = plan(&self.baseline, &scenario, &goal);
        written(&PlanReport::new(&self.baseline, &scenario, &outcome))
    }

    /// The canonical address of a scenario, without the `#`.
    pub fn format_address(&self, switched: &[u32]) -> String {
        format_address(&self.baseline, &scenario(switched).into())
    }

    /// The changes of an address, and what of it could not be applied.
    ///
    /// # Errors
    /// Never for an address; only when the result cannot be handed over.
    pub fn parse_address(&self, address: &str) -> Result<JsValue, JsError> {
        let (Situation { scenario, .. }, problems) = parse_address(&self.baseline, address);
        let problems = problems.iter().map(|problem| problem.in_words(self.baseline.words())).collect();
        let then = Then::of(&self.baseline, address, &scenario).map(ReadThen::from);
        written(&Read { changes: scenario.changes(&self.baseline), problems, then })
    }

    fn scenario(&self, changes: JsValue) -> Result<Scenario, JsError> {
        let changes: Changes = read("changes", changes)?;
        let (scenario, problems) = read_changes(&self.baseline, &changes);
        if problems.is_empty() {
            return Ok(scenario);
        }
        let words = self.baseline.words();
        let line = |problem: &ChangeProblem| format!("changes: {}", problem.in_words(words));
        let lines: Vec<String> = problems.iter().map(line).collect();
        Err(JsError::new(&lines.join("; ")))
    }

    fn set(&self, path: &str, ids: &[String]) -> Result<ProvisionSet, JsError> {
        let known = |(number, id): (usize, &String)| {
            let unknown =
                || JsError::new(&format!("{path}/{number}: “{id}” is not a provision of this framework"));
            self.baseline.provision(id).map(|provision: &Arc<Provision>| provision.index).ok_or_else(unknown)
        };
        ids.iter().enumerate().map(known).collect()
    }
}

fn scenario(switched: &[u32]) -> Scenario {
    Scenario::from_switched(switched.into())
}

/// Every mistake in a framework and a card: a list of `{path, message}`, empty when all is well.
///
/// # Errors
/// Never for data; only when the result cannot be handed over.
pub fn mistakes(framework: JsValue, card: JsValue) -> Result<JsValue, JsError> {
    let unreadable = |path: &str, error: serde_wasm_bindgen::Error| {
        let message = JsValue::from(error).unchecked_into::<js_sys::Error>().message().into();
        written(&[Mistake { path: path.to_owned(), message }])
    };
    let framework = match serde_wasm_bindgen::from_value(framework) {
        Ok(framework) => framework,
        Err(error) => return unreadable("framework", error),
    };
    let card = match serde_wasm_bindgen::from_value(card) {
        Ok(card) => card,
        Err(error) => return unreadable("card", error),
    };
    let problems = Baseline::new(framework, card, Words::english()).err().unwrap_or_default();
    let mistake = |problem: check::Problem| Mistake {
        path: format!("{}{}", problem.file, problem.path),
        message: problem.mistake.to_string(),
    };
    written(&problems.into_iter().map(mistake).collect::<Vec<_>>())
}

fn read_baseline(framework: JsValue, card: JsValue) -> Result<Arc<Baseline>, JsError> {
    let unreadable = |what: &str, error| JsError::new(&format!("{what} cannot be read: {error}"));
    let framework =
        serde_wasm_bindgen::from_value(framework).map_err(|error| unreadable("the framework", error))?;
    let card = serde_wasm_bindgen::from_value(card).map_err(|error| unreadable("the card", error))?;
    Baseline::new(framework, card, Words::english()).map(Arc::new).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(check::Problem::to_string).collect();
        JsError::new(&lines.join("; "))
    })
}
