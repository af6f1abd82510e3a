//! Ways up: the fewest changes that reach a band, a figure or a rank.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::*;
use scoring::facts::Answers;
use scoring::plans::{self, Goal, Outcome, Plan, Problem};
use scoring::session::Target;
use scoring::{ProvisionSet, say};
use web_sys::Event;

use super::calculator::Calculator;
use super::data::Data;
use super::left_out::{left_out, with_buttons};
use crate::search::{Planner, Search, Unsolved};
use crate::view::element::{Part, button, element, living, nothing, text};
use crate::view::filled::written;
use crate::view::live::live;

/// How many plans are shown.
const LISTED: usize = 5;

/// The choice of a target, what reaches it, and what plans leave out.
pub fn ways_up() -> Part {
    let calculator = Calculator::here();
    let data = calculator.data();
    let words = data.words.clone();
    // What was chosen while its number is still to come.
    let chosen = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let aimed = move || calculator.with(|shown| shown.aim.target);
    let kind = Memo::new(move |_| aimed().map_or_else(|| chosen.get(), |target| field_of(target).0));
    let choose = move |event: Event| {
        let choice = event_target_value(&event);
        wrong.set(false);
        chosen.set(choice.clone());
        let band = choice.strip_prefix(BAND).and_then(|band| band.parse().ok());
        calculator.aim_at(band.map(Target::Band));
    };
    let number = {
        let words = words.clone();
        living(move || {
            let kind = kind.get();
            let label = match kind.as_str() {
                FIGURE => say::framework::figure_to_reach(&words),
                RANK => say::framework::rank_to_reach(&words),
                _ => return nothing(),
            };
            let shown = move || aimed().map(|target| field_of(target).1).unwrap_or_default();
            let typed = move |event: Event| {
                let typed = event_target_value(&event);
                let target = number(&kind, &typed);
                wrong.set(target.is_none() && !typed.trim().is_empty());
                chosen.set(kind.clone());
                calculator.aim_at(target);
            };
            view! {
                <p><label for="aim-number">{label}</label>
                <input id="aim-number" type="text" inputmode="decimal" autocomplete="off" prop:value=shown on:change:capture=typed/></p>
            }
            .into_any()
        })
    };
    let question = say::ways_up::question(&words);
    let options = options(&data, kind);
    let asked = move || asked(calculator, aimed()?);
    let search = Search::following(calculator.planner(), asked, move |planner, asked| {
        find(calculator.data(), planner, asked)
    });
    let line = {
        let words = words.clone();
        move || if wrong.get() { say::framework::no_number(&words) } else { search.line(&words) }
    };
    let shown = search.shown(&words, calculator.place(), move |found| match found {
        None => (say::framework::hint(&calculator.data().words), Vec::new()),
        Some((_, outcome)) => told(&calculator.data(), calculator, outcome),
    });
    view! {
        <div class="ways">
            <p><label for="aim">{question}</label>
            <select id="aim" autocomplete="off" on:change:capture=choose>{options}</select></p>
            {number}
            <p class="outcome" tabindex="-1" role="status">{written(line)}</p>
            {shown}
            {left_out(calculator)}
        </div>
    }
    .into_any()
}

// The choices; behind that of a band stands its index.
const BAND: &str = "band ";
const FIGURE: &str = "figure";
const RANK: &str = "rank";

/// The choice of a target, and what stands in the field for its number.
fn field_of(target: Target) -> (String, String) {
    match target {
        Target::Band(band) => (format!("{BAND}{band}"), String::new()),
        Target::Figure(figure) => (FIGURE.to_owned(), figure.to_string()),
        Target::Rank(rank) => (RANK.to_owned(), rank.to_string()),
    }
}

/// The target of a choice that needs a number.
fn number(kind: &str, typed: &str) -> Option<Target> {
    let typed = typed.trim().replace(',', ".");
    match kind {
        RANK => typed.parse().ok().filter(|rank| *rank > 0).map(Target::Rank),
        _ => typed.parse().ok().map(Target::figure),
    }
}

fn options(data: &Arc<Data>, kind: Memo<String>) -> Vec<Part> {
    let words = &data.words;
    let mut options = vec![(String::new(), say::ways_up::choose(words))];
    // The last band is where everybody begins.
    let bands = data.rules.tallies().first().map(|tally| tally.bands.as_slice()).unwrap_or_default();
    for (index, band) in bands.iter().enumerate().take(bands.len().saturating_sub(1)) {
        let from = data.number(band.from);
        options.push((format!("{BAND}{index}"), say::ways_up::grade(words, &band.name, &from)));
    }
    options.push((FIGURE.to_owned(), say::framework::a_figure(words)));
    options.push((RANK.to_owned(), say::framework::a_rank(words)));
    let option = |(value, name): (String, String)| {
        let selected = live({
            let value = value.clone();
            move || kind.with(|kind| *kind == value)
        });
        view! { <option value=value prop:selected=selected>{name}</option> }.into_any()
    };
    options.into_iter().map(option).collect()
}

/// What is asked: the answers to start from, and what is to be reached.
type Asked = (Answers, Goal);

/// What is to be found for a target.
fn asked(calculator: Calculator, target: Target) -> Option<Asked> {
    let target = match target {
        Target::Band(band) => plans::Target::Band(band),
        Target::Figure(figure) => plans::Target::Figure(figure),
        Target::Rank(rank) => {
            calculator.card();
            plans::Target::Rank { rank, others: calculator.others() }
        }
    };
    let (answers, locked) = calculator.with(|shown| (shown.answers.clone(), shown.aim.locked.clone()));
    let goal = Goal { tally: 0, target, readings: None, locked, bundles: Vec::new(), limit: LISTED };
    Some((answers, goal))
}

async fn find(data: Arc<Data>, planner: Planner, (answers, goal): Asked) -> Result<Outcome, Unsolved> {
    let (rules, answers) = (Cow::Borrowed(&*data.rules), Cow::Owned(answers));
    let problem = Problem { rules, answers, goal, tries: 0 };
    Ok(planner.solved(&problem).await?.outcome)
}

/// What was found in words, and what there is to see of it.
fn told(data: &Arc<Data>, calculator: Calculator, outcome: &Outcome) -> (String, Vec<Part>) {
    let words = &data.words;
    let cards = |plans: &[Plan]| -> Vec<Part> {
        plans.iter().zip(1..).map(|(plan, number)| plan_card(data, calculator, plan, number)).collect()
    };
    match outcome {
        Outcome::Already => (say::framework::already(words), Vec::new()),
        Outcome::Impossible { best: Some(best) } => {
            (say::framework::impossible(words, &data.rounded(*best)), Vec::new())
        }
        Outcome::Impossible { best: None } => (say::framework::no_result(words), Vec::new()),
        Outcome::Interrupted | Outcome::TooLarge { found: None } => (say::plan::too_large(words), Vec::new()),
        Outcome::TooLarge { found: Some(found) } => {
            (say::plan::not_shown_fewest(words), cards(std::slice::from_ref(found)))
        }
        Outcome::Reachable(plans) => {
            let count = usize::try_from(plans.count).unwrap_or(usize::MAX);
            let line = format!(
                "{} {}",
                say::framework::fewest(words, &plans.fewest),
                say::plan::plans(words, &count)
            );
            let mut parts = cards(&plans.plans);
            let more = count.saturating_sub(plans.plans.len());
            if more > 0 {
                parts.push(text("p", "", say::plan_card::more(words, &more)));
            }
            (line, parts)
        }
    }
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
            parts.push(changes(data, calculator, &provisions));
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

/// Changes of a plan, each with a button that has plans do without it.
fn changes(data: &Arc<Data>, calculator: Calculator, provisions: &ProvisionSet) -> Part {
    let words = &data.words;
    with_buttons(calculator, provisions, say::plan_card::leave_out(words), move |provision, label| {
        calculator.lock(provision);
        calculator.announce(say::plan_card::left_out(&calculator.data().words, &label));
    })
}
