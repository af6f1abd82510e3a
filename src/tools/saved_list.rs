//! Saved scenarios: names, files, and what can be done with each.

use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::shelf::{Saved, SavedLines};
use scoring::{Order, say};
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::comparison::comparison;
use super::saved::{Imported, SavedScenarios, Trouble};
use super::told::Told;
use crate::browser::{self, Surroundings, files};
use crate::stage::Stage;
use crate::view::element::{
    Part, button, button_about, element, items_of, living, living_in, nothing, on_enter, text,
};

/// Save, list, import and export, compare.
pub fn saved_scenarios<S: Stage>() -> Part {
    let (stage, saved, told) = (S::here(), SavedScenarios::here(), Told::<S>::new());
    let order = RwSignal::new(Order::Framework);
    let list = living_in("ol", "saved", move || {
        saved.each(|place, scenario| entry(place, scenario, told)).into_any()
    });
    let words = stage.words();
    let side_by_side = say::saved_list::side_by_side(&words);
    let put_back = living(move || match saved.removed() {
        None => nothing(),
        Some(name) => {
            let act = move || {
                if let Some(place) = saved.put_back() {
                    told.tell(say::saved_list::is_back(&stage.words(), &saved.name(place)));
                    stage.focus_soon(format!("#saved-{place}"));
                }
            };
            let put_back = button(&words, say::saved_list::put_back(&words), name.clone(), act);
            let act = element("span", "put-back", vec![put_back]);
            let removed = format!("{} ", say::saved_list::removed(&words, &name));
            element("p", "", vec![removed.into_any(), act])
        }
    });
    let parts = vec![
        trouble(stage, saved, told),
        name_field(stage, saved, told),
        told.place(),
        put_back,
        list,
        in_files(stage, saved, told),
        text("h3", "", side_by_side),
        comparison(stage, order),
    ];
    element("div", "", parts)
}

fn trouble<S: Stage>(stage: S, saved: SavedScenarios, told: Told<S>) -> Part {
    let words = stage.words();
    living(move || match saved.trouble() {
        None => nothing(),
        Some(Trouble::NotKept) => text("p", "trouble", say::saved_list::not_kept(&words)),
        Some(Trouble::Unreadable) => {
            let act = move || {
                let text = saved.unreadable().unwrap_or_default();
                told.download(&files::File { name: "lawgrade-unreadable.txt", kind: "text/plain", text });
            };
            let discard =
                button(&words, say::saved_list::discard_unreadable(&words), String::new(), move || {
                    saved.discard_unreadable()
                });
            let keep = button(&words, say::saved_list::save_unreadable(&words), String::new(), act);
            let actions = element("span", "buttons", vec![keep, discard]);
            element("div", "trouble", vec![text("p", "", say::saved_list::unreadable(&words)), actions])
        }
    })
}

/// The field for a name, and the button that saves what is shown under it.
fn name_field<S: Stage>(stage: S, saved: SavedScenarios, told: Told<S>) -> Part {
    let name = RwSignal::new(String::new());
    let suggested = move || stage.suggested_name();
    let save = move || {
        let given = name.get_untracked();
        let given = if given.trim().is_empty() { untrack(suggested) } else { given };
        let place = saved.save(&given, stage.address());
        name.set(String::new());
        told.tell(saved.outcome(place, &stage.words()));
    };
    let words = stage.words();
    // No form: a sandboxed frame may send none, and then tells its page nothing.
    view! {
        <div class="save">
            <label for="scenario-name">{say::saved_list::field(&words)}</label>
            <input id="scenario-name" autocomplete="off" maxlength="80" prop:value=move || name.get() placeholder=suggested
                on:input:capture=move |event| name.set(event_target_value(&event))
                on:keydown:capture=on_enter(save)/>
            {button(&words, say::saved_list::save(&words), String::new(), save)}
        </div>
    }
    .into_any()
}

/// One saved scenario.
fn entry<S: Stage>(place: usize, scenario: &Saved, told: Told<S>) -> Part {
    let (stage, saved) = (S::here(), SavedScenarios::here());
    let words = stage.words();
    let result = lines(stage.lines_of(scenario));
    let address = scenario.address.clone();
    let name = move || saved.name(place);
    let keep_name = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event_target::<HtmlInputElement>(&event).set_value(&untrack(name));
        }
    };
    let open = move || {
        if stage.open(&address) {
            told.tell(say::saved_list::opened(&stage.words(), &untrack(name), &stage.result()));
        }
    };
    let copy = move || {
        if let Some(copy) = saved.duplicate(place) {
            told.tell(say::saved_list::duplicated(&stage.words(), &untrack(|| saved.name(copy))));
            stage.focus_soon(format!("#saved-{copy}"));
        }
    };
    let remove = move || {
        told.tell(say::saved_list::removed(&stage.words(), &untrack(name)));
        saved.remove(place);
        stage.focus_soon(".put-back button");
    };
    let actions = vec![
        button_about(words.clone(), say::saved_list::open(&words), name, open),
        button_about(words.clone(), say::saved_list::duplicate(&words), name, copy),
        button_about(words.clone(), say::saved_list::remove(&words), name, remove),
    ];
    let actions = element("span", "buttons", actions);
    view! {
        <li>
            <input id=format!("saved-{place}") aria-label=say::saved_list::name(&words) autocomplete="off" maxlength="80"
                prop:value=name on:keydown:capture=keep_name
                on:change:capture=move |event| {
                    saved.rename(place, &event_target_value(&event));
                    told.tell(say::saved_list::renamed(&stage.words(), &untrack(name)));
                }/>
            {result}
            {actions}
        </li>
    }
    .into_any()
}

/// What is said of a saved scenario.
fn lines(SavedLines { card, now, then }: SavedLines) -> Part {
    let lines = [card, now, then].into_iter().flatten();
    lines.map(|line| text("span", "result-line", line)).collect::<Vec<_>>().into_any()
}

/// What becomes of saved scenarios, so that nobody loses work unwarned.
fn forgets(stage: impl Stage) -> String {
    let words = stage.words();
    let may_forget = say::saved_list::may_forget(&words);
    match browser::surroundings() {
        Surroundings::Browser => may_forget,
        _ => format!("{may_forget} {}", say::saved_list::for_this_site(&words)),
    }
}

/// Export and import.
fn in_files<S: Stage>(stage: S, saved: SavedScenarios, told: Told<S>) -> Part {
    let problems = RwSignal::new(Vec::<String>::new());
    let export = move || {
        let (name, kind) = ("lawgrade-scenarios.json", "application/json");
        told.download(&files::File { name, kind, text: saved.export() });
    };
    let import = move |event: web_sys::Event| {
        spawn_local(async move {
            match files::chosen_bytes(event).await {
                Ok(None) => {}
                Ok(Some(bytes)) => {
                    let Imported { added, known, problems: found } = saved.import(&bytes);
                    let troubles = found.len();
                    problems.set(found);
                    told.tell(say::saved_list::imported(&stage.words(), &added, &known, &troubles));
                }
                Err(_) => told.tell(say::saved_list::not_imported(&stage.words())),
            }
        });
    };
    let list = living_in("ul", "problems", move || items_of(problems.get()));
    let words = stage.words();
    let export = button(&words, say::saved_list::export(&words), String::new(), export);
    let forgets = living(move || match saved.with_shelf(|shelf| shelf.saved().is_empty()) {
        true => nothing(),
        false => text("p", "result-line", forgets(stage)),
    });
    view! {
        {forgets}
        <p class="buttons">
            {export}
            <label class="file">
                <span>{say::saved_list::import(&words)}</span>
                <input type="file" accept=".json,.txt,.csv,.md,application/json,text/*" on:change:capture=import/>
            </label>
        </p>
        {list}
    }
    .into_any()
}
