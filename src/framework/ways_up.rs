//! Ways up: the fewest changes that reach a band, a figure or a rank.

use std::sync::Arc;

use leptos::prelude::*;
use scoring::exact::Fraction;
use scoring::plans::{Goal, Outcome, Plan, Target, plan};
use scoring::say;

use super::calculator::Calculator;
use super::data::Data;
use crate::browser;
use crate::view::element::{Part, button, element, list, living, nothing, text};

/// How long a search may hold the page up, in milliseconds.
const PATIENCE: f64 = 2_000.0;
/// How many plans are shown.
const LISTED: usize = 5;

/// What a visitor wants to reach.
#[derive(Clone, Debug, PartialEq)]
enum Wish {
    Nothing,
    Band(usize),
    Figure(Fraction),
    Rank(usize),
}

/// The choice of a target, and what reaches it.
pub fn ways_up() -> Part {
    let calculator = Calculator::here();
    let data = calculator.data();
    let wish = RwSignal::new(Wish::Nothing);
    let chosen = RwSignal::new(String::new());
    let number = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let read = move || {
        let (read, is_wrong) = wished(&chosen.get_untracked(), &number.get_untracked());
        wrong.set(is_wrong);
        wish.set(read);
    };
    let options = options(&data);
    let words = data.words.clone();
    let number_field = {
        let words = words.clone();
        living(move || {
            let label = match chosen.get().as_str() {
                "figure" => say::framework::figure_to_reach(&words),
                "rank" => say::framework::rank_to_reach(&words),
                _ => return nothing(),
            };
            view! {
                <p><label for="aim-number">{label}</label>
                <input id="aim-number" type="text" inputmode="decimal" autocomplete="off" prop:value=number.get_untracked()
                    on:change:capture=move |event| { number.set(event_target_value(&event)); read(); }/></p>
            }
            .into_any()
        })
    };
    let found = living(move || {
        if wrong.get() {
            return text("p", "", say::framework::no_number(&words));
        }
        match wish.get() {
            Wish::Nothing => text("p", "", say::framework::hint(&words)),
            wish => outcome(&data, calculator, &wish),
        }
    });
    view! {
        <div class="ways">
            <p><label for="aim">{say::ways_up::question(&calculator.data().words)}</label>
            <select id="aim" autocomplete="off" on:change:capture=move |event| { number.set(String::new()); chosen.set(event_target_value(&event)); read(); }>{options}</select></p>
            {number_field}
            {found}
        </div>
    }
    .into_any()
}

fn options(data: &Arc<Data>) -> Vec<Part> {
    let words = &data.words;
    let mut options = vec![(String::new(), say::ways_up::choose(words))];
    // The last band is where everybody begins.
    let bands = data.rules.tallies().first().map(|tally| tally.bands.as_slice()).unwrap_or_default();
    for (index, band) in bands.iter().enumerate().take(bands.len().saturating_sub(1)) {
        let from = data.number(band.from);
        options.push((format!("band {index}"), say::ways_up::grade(words, &band.name, &from)));
    }
    options.push(("figure".to_owned(), say::framework::a_figure(words)));
    options.push(("rank".to_owned(), say::framework::a_rank(words)));
    options
        .into_iter()
        .map(|(value, name)| view! { <option value=value>{name}</option> }.into_any())
        .collect()
}

/// The wish, and whether a number is wanted and what is written is none.
fn wished(chosen: &str, number: &str) -> (Wish, bool) {
    let number = number.trim().replace(',', ".");
    if let Some(band) = chosen.strip_prefix("band ").and_then(|band| band.parse().ok()) {
        return (Wish::Band(band), false);
    }
    let read = match chosen {
        "figure" => number.parse().ok().map(Wish::Figure),
        "rank" => number.parse().ok().filter(|rank| *rank > 0).map(Wish::Rank),
        _ => return (Wish::Nothing, false),
    };
    let is_wrong = read.is_none() && !number.is_empty();
    (read.unwrap_or(Wish::Nothing), is_wrong)
}

fn outcome(data: &Arc<Data>, calculator: Calculator, wish: &Wish) -> Part {
    let words = &data.words;
    let target = match wish {
        Wish::Nothing => return nothing(),
        Wish::Band(band) => Target::Band(*band),
        Wish::Figure(figure) => Target::Figure(*figure),
        Wish::Rank(rank) => {
            calculator.card();
            Target::Rank { rank: *rank, others: calculator.others() }
        }
    };
    let goal = Goal {
        tally: 0,
        target,
        readings: None,
        locked: Default::default(),
        bundles: Vec::new(),
        limit: LISTED,
    };
    let (started, answers) = (browser::now(), calculator.with(|shown| shown.answers.clone()));
    let outcome = plan(&data.rules, &answers, &goal, &mut || browser::now() - started < PATIENCE);
    match outcome {
        Outcome::Already => told(say::framework::already(words)),
        Outcome::Impossible { best: Some(best) } => {
            told(say::framework::impossible(words, &data.rounded(best)))
        }
        Outcome::Impossible { best: None } => told(say::framework::no_result(words)),
        Outcome::Interrupted | Outcome::TooLarge { found: None } => told(say::framework::too_large(words)),
        Outcome::TooLarge { found: Some(found) } => {
            let card = plan_card(data, calculator, &found, 1);
            element("div", "", vec![told(say::framework::not_shown_fewest(words)), card])
        }
        Outcome::Reachable(plans) => {
            let count = usize::try_from(plans.count).unwrap_or(usize::MAX);
            let head = format!(
                "{} {}",
                say::framework::fewest(words, &plans.fewest),
                say::plan::plans(words, &count)
            );
            let cards =
                plans.plans.iter().zip(1..).map(|(plan, number)| plan_card(data, calculator, plan, number));
            let mut parts = vec![told(head)];
            parts.extend(cards);
            let more = count.saturating_sub(plans.plans.len());
            if more > 0 {
                parts.push(text("p", "", say::plan_card::more(words, &more)));
            }
            element("div", "", parts)
        }
    }
}

/// What became of a search: what the focus goes to when a plan is applied.
fn told(line: String) -> Part {
    view! { <p class="outcome" tabindex="-1" role="status">{line}</p> }.into_any()
}

fn plan_card(data: &Arc<Data>, calculator: Calculator, plan: &Plan, number: usize) -> Part {
    let words = &data.words;
    let name = say::plan_card::name(words, &number);
    let mut parts = vec![text("h3", "", format!("{name}: {}", data.rounded(plan.figure)))];
    // What comes along with a change is no change of its own.
    let implied = data.rules.implied();
    let (on, off) = (implied.heads(&plan.on), implied.feet(&plan.off));
    for (provisions, title) in
        [(on, say::framework::switch_on(words)), (off, say::framework::switch_off(words))]
    {
        if !provisions.is_empty() {
            parts.push(text("p", "", title));
            parts.push(list("", data.labels(&provisions)));
        }
    }
    let (on, off) = (plan.on.clone(), plan.off.clone());
    parts.push(button(words, say::plan_card::apply(words), name, move || {
        calculator.apply(&on, &off);
        // The plan goes with the button that was pressed.
        calculator.place().focus_soon(".ways .outcome");
    }));
    element("div", "plan", parts)
}
