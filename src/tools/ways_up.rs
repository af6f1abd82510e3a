//! The ways up: a target, and the fewest changes that reach it.

use leptos::prelude::*;
use scoring::{Aim, Goal, Order, Outcome, Points, ProvisionSet, Question, Target, in_every_plan, plan, say};
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::bills::bills;
use super::plan_card::{Compared, plan_cards};
use super::told::Told;
use super::workbench::Workbench;
use super::worth::worth_list;
use crate::browser;
use crate::view::element::{Part, button, element, list, living, nothing, text};
use crate::view::filled::written;

/// How many plans are shown; their number is told whatever it is.
const SHOWN: usize = 20;

/// How long the planner may be asked again for what is in every plan, in milliseconds: it must not hold the
/// page up.
const PATIENCE: f64 = 100.0;

/// Choose a target, see the plans, leave provisions out, bundle them.
pub fn ways_up() -> Part {
    let (workbench, told) = (Workbench::here(), Told::new());
    // A line of its own, which keeps the focus while what is below it is made anew.
    let line = RwSignal::new(String::new());
    let compared = Compared { open: RwSignal::new(false), order: RwSignal::new(Order::Framework) };
    element(
        "div",
        "ways-up",
        vec![
            target(workbench, told),
            said(line),
            living(move || {
                let (found, parts) = outcome(workbench, told, compared);
                line.set(found);
                element("div", "", parts)
            }),
            told.place(),
            left_out(workbench),
            bills(workbench, told),
            worth_list(workbench, told),
        ],
    )
}

/// The fields for a grade or a number of points, and for the question.
fn target(workbench: Workbench, told: Told) -> Part {
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
fn number_field(workbench: Workbench, told: Told, max: Points) -> Part {
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
fn outcome(workbench: Workbench, told: Told, compared: Compared) -> (String, Vec<Part>) {
    let (baseline, words) = (workbench.baseline(), &workbench.words());
    let Some(goal) = workbench.with_aim(|aim| aim.goal(&baseline, SHOWN)) else {
        return (say::ways_up::hint(words), Vec::new());
    };
    let scenario = workbench.with_evaluation(|tree| tree.scenario.clone());
    let start = browser::now();
    let outcome = plan(&baseline, &scenario, &goal);
    let took = browser::now() - start;
    let mut parts = Vec::new();
    match &outcome {
        Outcome::Already => {}
        Outcome::Impossible { .. } if goal.locked.is_empty() => {
            parts.push(text("p", "", say::ways_up::nothing_left_out(words)));
        }
        Outcome::Impossible { .. } => {
            let open = plan(&baseline, &scenario, &Goal { locked: ProvisionSet::default(), ..goal.clone() });
            let open = open.in_words(words, goal.question);
            parts.push(text("p", "", say::ways_up::without_leaving_out(words, &open)));
        }
        Outcome::Reachable(plans) => {
            let needed =
                in_every_plan(&baseline, &scenario, &goal, plans, (PATIENCE / took.max(1.0)) as usize);
            if needed.is_none() {
                parts.push(text("p", "", say::ways_up::too_many(words)));
            }
            let needed = needed.unwrap_or_default();
            if !needed.is_empty() && plans.count > 1 {
                parts.push(text("h3", "", say::ways_up::in_every_plan(words)));
                parts.push(list("needed", needed.iter().map(|provision| provision.label.clone()).collect()));
            }
            parts.push(plan_cards(workbench, told, &scenario, plans, compared));
        }
    }
    (outcome.in_words(words, goal.question), parts)
}

/// What was found, where the focus goes when the plans below it are others.
fn said(line: RwSignal<String>) -> Part {
    view! { <p class="outcome">{written(move || line.get())}</p> }.into_any()
}

/// What is left out of plans, each with a button that allows it again.
fn left_out(workbench: Workbench) -> Part {
    living(move || {
        let (baseline, words) = (workbench.baseline(), &workbench.words());
        let locked: Vec<_> = workbench.with_aim(|aim| {
            baseline
                .provisions()
                .iter()
                .filter(|provision| aim.locked.contains(provision.place))
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
                workbench.focus_soon(".outcome");
            });
            element("li", "", vec![label.into_any(), allow])
        });
        let items = element("ul", "with-buttons", items.collect());
        element("div", "", vec![text("h3", "", say::ways_up::left_out(words)), items])
    })
}
