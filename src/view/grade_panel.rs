//! The grade panel: the letter, the total, and how they move.

use leptos::prelude::*;
use scoring::data::Basis;
use scoring::{Certainty, Scenario, say};

use super::basis_mark::BasisMark;
use super::element::{GAP, around};
use super::filled::{figure, written};
use super::grade_ruler::GradeRuler;
use super::live::{Live, live};
use super::section_bars::SectionBars;
use crate::browser::Step;
use crate::calculator::Calculator;

/// The result of the scenario, which stays in view while the provisions scroll.
#[component]
pub fn GradePanel() -> impl IntoView {
    let calculator = Calculator::here();
    let baseline = calculator.baseline();
    let published = baseline.card().published.clone();
    let words = calculator.words();
    let standing = written(move || {
        let words = calculator.words();
        let distance = calculator.headline().distance(&words);
        say::grade_panel::standing(&words, &distance, &published.total, &published.grade)
    });
    let certainty = written(move || {
        let words = calculator.words();
        let in_words =
            |certainty: &Certainty| calculator.with_evaluation(|tree| certainty.in_words(&words, tree));
        calculator.with_certainty(|certainty| certainty.map(in_words).unwrap_or_default())
    });
    let changes = written(move || {
        say::grade_panel::changes(&calculator.words(), &calculator.with_scenario(Scenario::size))
    });
    let (before_grade, behind_grade) = around(&say::grade_panel::grade(&words, &GAP));
    let (before_total, behind_total) = around(&say::points::of_max(&words, &GAP, &baseline.framework().max));
    view! {
        <section class="panel" part="panel" aria-labelledby="grade-heading">
            <h2 id="grade-heading" class="visually-hidden">{say::grade_panel::heading(&words)}</h2>
            <div class="result">
                <p class="letter">
                    <span class="visually-hidden">{before_grade}</span>
                    <span id="grade" class="notranslate" translate="no">{figure(move || calculator.headline().grade)}</span>
                    <span class="visually-hidden">{behind_grade}</span>
                </p>
                <div class="figures">
                    <p class="total">
                        {before_total}
                        <b id="total" class="notranslate" translate="no">{figure(move || calculator.words().number(&calculator.headline().total))}</b>
                        {behind_total}
                    </p>
                    <p class="change" class:changed=live(move || !calculator.with_scenario(Scenario::is_baseline))>
                        <span id="change">{written(move || calculator.headline().standing(&calculator.words()))}</span>" "
                        <BasisMark basis=Basis::Reconstructed/>
                    </p>
                </div>
            </div>
            <p class="standing">{standing}</p>
            <div class="actions">
                <Action name=say::grade_panel::undo(&words) idle=live(move || !calculator.can_go(Step::Undo)) act=move || calculator.go(Step::Undo)/>
                <Action name=say::grade_panel::redo(&words) idle=live(move || !calculator.can_go(Step::Redo)) act=move || calculator.go(Step::Redo)/>
                <Action name=say::grade_panel::reset(&words) idle=live(move || calculator.with_scenario(Scenario::is_baseline)) act=move || calculator.reset()/>
                <Action name=say::grade_panel::share(&words) idle=live(|| false) act=move || calculator.place().open_fold("tool-take-away")/>
            </div>
            <div class="panel-more">
                <p class="certainty"><span>{certainty}</span>" "<a href="#readings">{say::grade_panel::what_is_a_reading(&words)}</a></p>
                <GradeRuler/>
                <SectionBars/>
                <p class="changes">{changes}</p>
            </div>
        </section>
    }
}

/// A button that stays where it is, and keeps the focus, while there is nothing for it to do.
#[component]
pub fn Action(name: String, mut idle: Live<bool>, act: impl Fn() + 'static) -> impl IntoView {
    let act: Box<dyn Fn()> = Box::new(act);
    view! {
        <button type="button" aria-disabled=live(move || idle().to_string()) on:click:capture=move |_| act()>
            {name}
        </button>
    }
}
