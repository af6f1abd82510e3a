//! The ways up: a target, and the fewest changes that reach it.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::{
    Aim, Baseline, Goal, Outcome, Points, ProvisionSet, Question, Scenario, Situation, Solution, Target,
    problem, say, solution,
};
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::bills::bills;
use super::comparison::Compared;
use super::known_bills::known_bills;
use super::plan_card::{Around, plan_cards};
use super::told::Told;
use super::workbench::Workbench;
use super::worth::worth_list;
use crate::plan_search::{Planner, Search, Unsolved};
use crate::stage::Stage;
use crate::view::element::{Part, button, element, list, living, nothing, text};
use crate::view::filled::written;

/// How many plans are shown; their number is told whatever it is.
const SHOWN: usize = 20;

/// What is asked: the scenario to start from, and what is to be reached. That names bills, and plans do, too.
pub type Asked = (Situation, Goal);

/// What was found, and, where provisions that are left out may stand in the way, what would be found with them.
pub type Found = (Solution, Option<Solution>);

/// The search for plans.
pub type Plans = Search<Asked, Found>;

/// Choose a target, see the plans, leave provisions out, bundle them.
pub fn ways_up() -> Part {
    let (workbench, told) = (Workbench::here(), Told::new());
    let compared = Compared::new();
    let asked = move || {
        let aim = workbench.with_aim(Clone::clone);
        let goal = aim.goal(&workbench.baseline(), SHOWN)?;
        Some((Situation { scenario: workbench.with_evaluation(|tree| tree.scenario.clone()), aim }, goal))
    };
    let search = Search::following(workbench.planner(), asked, move |planner, asked| {
        find(workbench.baseline(), planner, asked)
    });
    let words = workbench.words();
    let around = (workbench, told, search);
    let shown = search.shown(&words, workbench.place(), move |found| outcome(around, compared, found));
    element(
        "div",
        "ways-up",
        vec![
            target(workbench, told),
            view! { <p class="outcome">{written(move || search.line(&words))}</p> }.into_any(),
            shown,
            told.place(),
            left_out(workbench, search),
            known_bills(workbench, told),
            bills(workbench, told),
            worth_list(workbench, told),
        ],
    )
}

async fn find(baseline: Arc<Baseline>, planner: Planner, asked: Asked) -> Result<Found, Unsolved> {
    let (Situation { scenario, .. }, goal) = asked;
    let found = solved(&baseline, &planner, &scenario, &goal).await?;
    let open = match &found.outcome {
        Outcome::Impossible { .. } if !goal.locked.is_empty() => {
            let open = Goal { locked: ProvisionSet::default(), ..goal };
            Some(solved(&baseline, &planner, &scenario, &open).await?)
        }
        _ => None,
    };
    Ok((found, open))
}

async fn solved(
    baseline: &Baseline,
    planner: &Planner,
    scenario: &Scenario,
    goal: &Goal,
) -> Result<Solution, Unsolved> {
    match problem(baseline, scenario, goal, true) {
        Ok(problem) => Ok(solution(baseline, planner.solved(&problem).await?)),
        Err(solution) => Ok(solution),
    }
}

/// The fields for a grade or a number of points, and for the question.
fn target(workbench: Workbench, told: Told<Workbench>) -> Part {
    let (baseline, words) = (workbench.baseline(), &workbench.words());
    let option = |value: String, name: String| view! { <option value=value>{name}</option> }.into_any();
    let mut options = vec![option(String::new(), say::ways_up::choose(words))];
    for band in baseline.bands() {
        let name = say::ways_up::grade(words, &band.grade, &band.from.in_words(words));
        options.push(option(band.grade.clone(), name));
    }
    options.push(option("points".to_owned(), say::ways_up::points(words)));
    let max = baseline.framework().max;
    let chosen = move || {
        workbench.with_aim(|aim| match &aim.target {
            None => String::new(),
            Some(Target::Grade(grade)) => grade.clone(),
            Some(Target::Points(_)) => "points".to_owned(),
        })
    };
    let choose = move |event| {
        let value: String = event_target_value(&event);
        let total = workbench.headline().total;
        workbench.change_aim(|aim| {
            aim.target = match value.as_str() {
                "" => {
                    aim.question = Question::BestReading;
                    None
                }
                "points" => Some(Target::Points(aim.points(&workbench.baseline()).unwrap_or(total))),
                _ => Some(Target::Grade(value)),
            };
        });
    };
    let certain = move || workbench.with_aim(|aim| aim.question == Question::EveryReading);
    // Without a target there is nothing to be certain of.
    let idle = move || workbench.with_aim(|aim| aim.target.is_none());
    let ask = move |event| {
        let every = event_target_checked(&event);
        workbench.change_aim(|aim| {
            aim.question = if every { Question::EveryReading } else { Question::BestReading };
        });
    };
    view! {
        <p class="target">
            <label for="target">{say::ways_up::question(words)}</label>
            <select id="target" prop:value=chosen on:change:capture=choose>{options}</select>
            {number_field(workbench, told, max)}
        </p>
        <p class="target">
            <label class="check">
                <input type="checkbox" autocomplete="off" prop:checked=certain prop:disabled=idle
                    on:change:capture=ask/>
                {say::ways_up::certain(words)}
            </label>
        </p>
    }
    .into_any()
}

/// The field for a number of points, which is there while the target is one.
fn number_field(workbench: Workbench, told: Told<Workbench>, max: Points) -> Part {
    let points = move || {
        workbench.with_aim(|aim| match aim.target {
            Some(Target::Points(points)) => Some(points),
            _ => None,
        })
    };
    let shown = move || points().map(|points| points.to_string()).unwrap_or_default();
    let aim_at = move |points: Option<Points>| {
        let wanted = points.filter(|points| Aim::can_be_target(&workbench.baseline(), *points));
        if let Some(points) = wanted {
            workbench.change_aim(|aim| aim.target = Some(Target::Points(points)));
        }
        wanted.is_some()
    };
    let change = move |event: Event| {
        if !aim_at(typed(&event)) {
            let baseline = workbench.baseline();
            told.tell(say::ways_up::no_target(baseline.words(), &max, &baseline.framework().step));
            // The field shows what the plans below it are for.
            event_target::<HtmlInputElement>(&event).set_value(&untrack(shown));
        }
    };
    let step = move |event: KeyboardEvent| {
        let step = workbench.baseline().framework().step;
        let next = match event.key().as_str() {
            "ArrowUp" => typed(&event).map(|points| points + step),
            "ArrowDown" => typed(&event).map(|points| points - step),
            "Enter" if !event.is_composing() => return change(event.into()),
            _ => return,
        };
        event.prevent_default();
        aim_at(next);
    };
    let label = say::ways_up::points_to_reach(&workbench.words());
    // No field for numbers: the wheel would turn it while the page is scrolled, and it takes no comma in some languages.
    view! {
        <input type="text" inputmode="decimal" autocomplete="off" class="number" aria-label=label
            hidden=move || points().is_none() prop:value=shown
            on:change:capture=change on:keydown:capture=step/>
    }
    .into_any()
}

/// The points that were typed into a field, with a point or a comma.
fn typed(event: &Event) -> Option<Points> {
    event_target_value(event).trim().replace(',', ".").parse().ok()
}

/// What was found in words, and what there is to see of it.
fn outcome(around: Around, compared: Compared, found: Option<&(Asked, Found)>) -> (String, Vec<Part>) {
    let (workbench, ..) = around;
    let words = &workbench.words();
    let Some(((Situation { scenario, .. }, goal), (Solution { outcome, needed }, open))) = found else {
        return (say::ways_up::hint(words), Vec::new());
    };
    let mut parts = Vec::new();
    match outcome {
        Outcome::Already => {}
        Outcome::Impossible { .. } => parts.push(text(
            "p",
            "",
            match open {
                None => say::ways_up::nothing_left_out(words),
                Some(open) => {
                    let open = open.outcome.in_words(words, goal.question);
                    say::ways_up::without_leaving_out(words, &open)
                }
            },
        )),
        Outcome::Reachable(plans) => {
            match needed {
                None => parts.push(text("p", "", say::ways_up::too_many(words))),
                Some(needed) if !needed.is_empty() && plans.count > 1 => {
                    let labels = needed.iter().map(|provision| provision.label.clone()).collect();
                    parts.push(text("h3", "", say::ways_up::in_every_plan(words)));
                    parts.push(list("needed", labels));
                }
                Some(_) => {}
            }
            let more = plans.count.saturating_sub(plans.plans.len() as u128);
            parts.push(plan_cards(around, scenario, &plans.plans, more, compared));
        }
        Outcome::TooLarge { found: None } => {}
        Outcome::TooLarge { found: Some(found) } => {
            parts.push(plan_cards(around, scenario, std::slice::from_ref(found), 0, compared));
        }
    }
    (outcome.in_words(words, goal.question), parts)
}

/// What is left out of plans, each with a button that allows it again.
fn left_out(workbench: Workbench, search: Plans) -> Part {
    living(move || {
        let (baseline, words) = (workbench.baseline(), &workbench.words());
        let locked: Vec<_> = workbench.with_aim(|aim| {
            baseline
                .provisions()
                .iter()
                .filter(|provision| aim.locked.contains(provision.index))
                .cloned()
                .collect()
        });
        if locked.is_empty() {
            return nothing();
        }
        let items = locked.into_iter().map(|provision| {
            let label = provision.label.clone();
            let allow = button(words, say::ways_up::allow(words), label.clone(), move || {
                workbench.lock(&provision);
                search.focus_line(workbench.place());
            });
            element("li", "", vec![label.into_any(), allow])
        });
        let items = element("ul", "with-buttons", items.collect());
        element("div", "", vec![text("h3", "", say::ways_up::left_out(words)), items])
    })
}
