//! Ways up: the fewest changes that reach a band, a figure or a rank.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::*;
use scoring::facts::Answers;
use scoring::plans::{Goal, Outcome, Plan, Problem, Solution};
use scoring::session::{Aim, Target};
use scoring::telling::Cohort;
use scoring::{ProvisionSet, say};
use web_sys::Event;

use super::calculator::Calculator;
use super::locked::locked;
use super::plan_card::plan_cards;
use super::worth::worth_list;
use crate::plan_search::{Planner, Search, Unsolved};
use crate::stage::Stage;
use crate::tools::{Compared, Told, bills};
use crate::view::element::{Part, element, list, living, nothing, text};
use crate::view::filled::written;
use crate::view::live::live;

/// How many plans are shown.
const LISTED: usize = 5;

/// What is around plans: the calculator, what is told beside them, and whether they are compared.
type Around = (Calculator, Told<Calculator>, Compared);

/// The choice of a target, what reaches it, what plans leave out, bills, and what each single change is worth: that is
/// worked out while the fold around it is open, as `unfolded` says.
pub fn ways_up(unfolded: RwSignal<bool>) -> Part {
    let calculator = Calculator::here();
    let cohort = calculator.cohort();
    let words = cohort.telling.words.clone();
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
    let options = options(&cohort, kind);
    let asked = move || asked(calculator, aimed()?);
    let search = Search::following(calculator.planner(), asked, move |planner, asked| {
        find(calculator.cohort(), planner, asked)
    });
    Effect::new(move |_| {
        let rules = calculator.cohort().telling.rules.clone();
        let needed = |solution: Option<&Solution>| Some(rules.implied().heads(solution?.needed.as_ref()?));
        calculator.set_needed(search.found(needed).unwrap_or_default());
    });
    let line = {
        let words = words.clone();
        move || if wrong.get() { say::framework::no_number(&words) } else { search.line(&words) }
    };
    let done = Told::new();
    let compared = Compared::new();
    let around = (calculator, done, compared);
    let more = living(move || match unfolded.get() {
        true => element("div", "", vec![bills(calculator, done), worth_list(calculator, done)]),
        false => nothing(),
    });
    let shown = search.shown(&words, calculator.place(), move |found| match found {
        None => (say::framework::hint(&calculator.cohort().telling.words), Vec::new()),
        Some((_, solution)) => told(around, solution),
    });
    view! {
        <div class="ways-up">
            <p><label for="aim">{question}</label>
            <select id="aim" autocomplete="off" on:change:capture=choose>{options}</select></p>
            {number}
            <p class="outcome" tabindex="-1" role="status">{written(line)}</p>
            {shown}
            {done.place()}
            {locked(calculator)}
            {more}
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

fn options(cohort: &Arc<Cohort>, kind: Memo<String>) -> Vec<Part> {
    let words = &cohort.telling.words;
    let mut options = vec![(String::new(), say::ways_up::choose(words))];
    // The last band is where everybody begins.
    let bands =
        cohort.telling.rules.tallies().first().map(|tally| tally.bands.as_slice()).unwrap_or_default();
    for (index, band) in bands.iter().enumerate().take(bands.len().saturating_sub(1)) {
        let from = cohort.telling.number(band.from);
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

/// What is asked: of which card, the answers to start from, and what is to be reached. That has the bills' names, and plans do, too.
type Asked = (usize, Answers, Aim, Goal);

/// What is to be found for a target.
fn asked(calculator: Calculator, target: Target) -> Option<Asked> {
    let target = target.wanted(|| {
        calculator.card();
        calculator.others()
    });
    let (answers, aim) = calculator.with(|shown| (shown.answers.clone(), shown.aim.clone()));
    let bundles = aim.bundles.iter().map(|bundle| bundle.provisions.clone()).collect();
    let locked = aim.locked.clone();
    let goal = Goal { tally: 0, target, readings: None, locked, bundles, limit: LISTED };
    Some((calculator.card(), answers, aim, goal))
}

async fn find(
    cohort: Arc<Cohort>,
    planner: Planner,
    (_, answers, _, goal): Asked,
) -> Result<Solution, Unsolved> {
    let (rules, answers) = (Cow::Borrowed(&*cohort.telling.rules), Cow::Owned(answers));
    planner.solved(&Problem { rules, answers, goal, needed: true }).await
}

/// What was found in words, and what there is to see of it.
fn told(around: Around, solution: &Solution) -> (String, Vec<Part>) {
    let (calculator, told, compared) = around;
    let cohort = calculator.cohort();
    let words = &cohort.telling.words;
    let cards = |plans: &[Plan], more| plan_cards(calculator, told, plans, more, compared);
    match &solution.outcome {
        Outcome::Already => (say::framework::already(words), Vec::new()),
        Outcome::Impossible { best: Some(best) } => {
            (say::framework::impossible(words, &cohort.telling.rounded(*best)), Vec::new())
        }
        Outcome::Impossible { best: None } => (say::framework::no_result(words), Vec::new()),
        Outcome::Interrupted | Outcome::TooLarge { found: None } => (say::plan::too_large(words), Vec::new()),
        Outcome::TooLarge { found: Some(found) } => {
            (say::plan::not_shown_fewest(words), vec![cards(std::slice::from_ref(found), 0)])
        }
        Outcome::Reachable(plans) => {
            let count = usize::try_from(plans.count).unwrap_or(usize::MAX);
            let fewest = say::framework::fewest(words, &plans.fewest);
            let mut parts = needed(&cohort, solution.needed.as_ref(), plans.count);
            parts.push(cards(&plans.plans, plans.count.saturating_sub(plans.plans.len() as u128)));
            (format!("{fewest} {}", say::plan::plans(words, &count)), parts)
        }
    }
}

/// What every plan has, not only those that are listed.
fn needed(cohort: &Cohort, needed: Option<&ProvisionSet>, count: u128) -> Vec<Part> {
    let words = &cohort.telling.words;
    let Some(needed) = needed else { return vec![text("p", "", say::ways_up::too_many(words))] };
    let heads = cohort.telling.rules.implied().heads(needed);
    if heads.is_empty() || count < 2 {
        return Vec::new();
    }
    vec![text("h3", "", say::ways_up::in_every_plan(words)), list("needed", cohort.telling.labels(&heads))]
}
