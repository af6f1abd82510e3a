//! The grade panel: the letter, the total, and how they move.

use leptos::prelude::*;
use scoring::data::Basis;
use scoring::{Certainty, Scenario};

use super::basis_mark::BasisMark;
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
    let standing = live(move || {
        format!(
            "{}. Published: {}, grade {}.",
            calculator.headline().distance(calculator.baseline().words()),
            published.total,
            published.grade
        )
    });
    let certainty = live(move || {
        let baseline = calculator.baseline();
        let words = |certainty: &Certainty| {
            calculator.with_evaluation(|tree| certainty.in_words(baseline.words(), tree))
        };
        calculator.with_certainty(|certainty| certainty.map(words).unwrap_or_default())
    });
    let changes = live(move || format!("Provisions changed: {}", calculator.with_scenario(Scenario::size)));
    view! {
        <section class="panel" part="panel" aria-labelledby="grade-heading">
            <h2 id="grade-heading" class="visually-hidden">{"The grade"}</h2>
            <div class="result">
                <p class="letter">
                    <span class="visually-hidden">{"Grade "}</span>
                    <span id="grade">{live(move || calculator.headline().grade)}</span>
                </p>
                <div class="figures">
                    <p class="total">
                        <b id="total">{live(move || calculator.headline().total.to_string())}</b>
                        {format!(" of {}", baseline.framework().max)}
                    </p>
                    <p class="change" class:changed=live(move || !calculator.with_scenario(Scenario::is_baseline))>
                        <span id="change">{live(move || calculator.headline().standing(calculator.baseline().words()))}</span>" "
                        <BasisMark basis=Basis::Reconstructed/>
                    </p>
                </div>
            </div>
            <div class="actions">
                <Action name="Undo" idle=live(move || !calculator.can_go(Step::Undo)) act=move || calculator.go(Step::Undo)/>
                <Action name="Redo" idle=live(move || !calculator.can_go(Step::Redo)) act=move || calculator.go(Step::Redo)/>
                <Action name="Reset" idle=live(move || calculator.with_scenario(Scenario::is_baseline)) act=move || calculator.reset()/>
                <Action name="Share" idle=live(|| false) act=move || calculator.place().open_fold("tool-take-away")/>
            </div>
            <div class="panel-more">
                <p class="standing">{standing}</p>
                <p class="certainty">{certainty}" "<a href="#readings">{"What is a reading?"}</a></p>
                <GradeRuler/>
                <SectionBars/>
                <p class="changes">{changes}</p>
            </div>
        </section>
    }
}

/// A button that stays where it is, and keeps the focus, while there is nothing for it to do.
#[component]
fn Action(name: &'static str, mut idle: Live<bool>, act: impl Fn() + 'static) -> impl IntoView {
    let act: Box<dyn Fn()> = Box::new(act);
    view! {
        <button type="button" aria-disabled=live(move || idle().to_string()) on:click:capture=move |_| act()>
            {name}
        </button>
    }
}
