//! Saved scenarios: names, files, and what can be done with each.

use leptos::prelude::*;
use leptos::task::spawn_local;
use scoring::shelf::suggested_name;
use scoring::{Headline, Order, evaluate, parse_address};
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::comparison::comparison;
use super::saved::{Imported, SavedScenarios, Trouble};
use super::told::Told;
use super::workbench::Workbench;
use crate::browser::files;
use crate::view::element::{Part, button, button_about, element, list, living, nothing, on_enter, words};

/// Save, list, import and export, compare.
pub fn saved_scenarios() -> Part {
    let (workbench, saved, told) = (Workbench::here(), SavedScenarios::here(), Told::new());
    let order = RwSignal::new(Order::Framework);
    let list = living(move || {
        let addresses = saved.addresses().into_iter().enumerate();
        element("ol", "saved", addresses.map(|(place, address)| entry(place, address, told)).collect())
    });
    let put_back = living(move || match saved.removed() {
        None => nothing(),
        Some(name) => {
            let act = move || {
                if let Some(place) = saved.put_back() {
                    told.tell(format!("“{}” is back.", saved.name(place)));
                    workbench.focus_soon(format!("#saved-{place}"));
                }
            };
            let act = element("span", "put-back", vec![button("Put back", name.clone(), act)]);
            element("p", "", vec![format!("Removed: “{name}”. ").into_any(), act])
        }
    });
    let parts = vec![
        trouble(saved, told),
        name_field(workbench, saved, told),
        told.place(),
        put_back,
        list,
        in_files(saved, told),
        words("h3", "", "Side by side"),
        living(move || comparison(order)),
    ];
    element("div", "", parts)
}

fn trouble(saved: SavedScenarios, told: Told) -> Part {
    living(move || match saved.trouble() {
        None => nothing(),
        Some(Trouble::NotKept) => words(
            "p",
            "trouble",
            "This browser does not keep scenarios for this page, or has no room left. They stay until the page is closed; export them to a file to keep them.",
        ),
        Some(Trouble::Unreadable) => {
            let text = "What this browser had kept could not be read in full. It was put aside, and nothing was thrown away.";
            let act = move || {
                let text = saved.unreadable().unwrap_or_default();
                told.download(&files::File { name: "lawgrade-unreadable.txt", kind: "text/plain", text });
            };
            let discard = button("Throw it away", "", move || saved.discard_unreadable());
            let actions = element("span", "buttons", vec![button("Save it as a file", "", act), discard]);
            element("div", "trouble", vec![words("p", "", text), actions])
        }
    })
}

/// The field for a name, and the button that saves what is shown under it.
fn name_field(workbench: Workbench, saved: SavedScenarios, told: Told) -> Part {
    let name = RwSignal::new(String::new());
    let suggested = move || workbench.with_evaluation(|tree| suggested_name(&workbench.baseline(), tree));
    let save = move || {
        let given = name.get_untracked();
        let given = if given.trim().is_empty() { untrack(suggested) } else { given };
        saved.save(&given, workbench.address());
        name.set(String::new());
        told.tell(format!("Saved: “{}”.", saved.last_name()));
    };
    // No form: a sandboxed frame may send none, and then tells its page nothing.
    view! {
        <div class="save">
            <label for="scenario-name">{"A name for this scenario"}</label>
            <input id="scenario-name" autocomplete="off" maxlength="80" prop:value=move || name.get() placeholder=suggested
                on:input:capture=move |event| name.set(event_target_value(&event))
                on:keydown:capture=on_enter(save)/>
            {button("Save", "", save)}
        </div>
    }
    .into_any()
}

/// One saved scenario.
fn entry(place: usize, address: String, told: Told) -> Part {
    let (workbench, saved) = (Workbench::here(), SavedScenarios::here());
    let baseline = workbench.baseline();
    let (situation, problems) = parse_address(&baseline, &address);
    let tree = evaluate(&baseline, &situation.scenario);
    let mut result = Headline::new(&baseline, &tree).in_words(baseline.words());
    if !problems.is_empty() {
        result.push_str("; parts of it are unknown here");
    }
    let name = move || saved.name(place);
    let keep_name = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event_target::<HtmlInputElement>(&event).set_value(&untrack(name));
        }
    };
    let open = move || {
        workbench.open(&address);
        told.tell(format!(
            "Opened: “{}”. {}.",
            untrack(name),
            workbench.headline().in_words(workbench.baseline().words())
        ));
    };
    let copy = move || {
        if let Some(copy) = saved.duplicate(place) {
            told.tell(format!("Copied as “{}”.", untrack(|| saved.name(copy))));
            workbench.focus_soon(format!("#saved-{copy}"));
        }
    };
    let remove = move || {
        told.tell(format!("Removed: “{}”.", untrack(name)));
        saved.remove(place);
        workbench.focus_soon(".put-back button");
    };
    let called = || living(move || name().into_any());
    let actions = vec![
        button_about("Open", called(), open),
        button_about("Duplicate", called(), copy),
        button_about("Remove", called(), remove),
    ];
    let actions = element("span", "buttons", actions);
    let result = words("span", "result-line", result);
    view! {
        <li>
            <input id=format!("saved-{place}") aria-label="Name of the scenario" autocomplete="off" maxlength="80"
                prop:value=name on:keydown:capture=keep_name
                on:change:capture=move |event| {
                    saved.rename(place, &event_target_value(&event));
                    told.tell(format!("It is called “{}” now.", untrack(name)));
                }/>
            {result}
            {actions}
        </li>
    }
    .into_any()
}

/// Export and import.
fn in_files(saved: SavedScenarios, told: Told) -> Part {
    let problems = RwSignal::new(Vec::<String>::new());
    let export = move || {
        let (name, kind) = ("lawgrade-scenarios.json", "application/json");
        told.download(&files::File { name, kind, text: saved.export() });
    };
    let import = move |event: web_sys::Event| {
        spawn_local(async move {
            match files::chosen_text(event).await {
                Ok(None) => {}
                Ok(Some(text)) => {
                    let Imported { added, known, problems: found } = saved.import(&text);
                    let troubles = found.len();
                    problems.set(found);
                    told.tell(format!(
                        "Scenarios added: {added}; there already: {known}. Problems with the file: {troubles}."
                    ));
                }
                Err(_) => told.tell("The file could not be read."),
            }
        });
    };
    let list = living(move || list("problems", problems.get()));
    let export = button("Export all to a file", "", export);
    view! {
        <p class="buttons">
            {export}
            <label class="file">
                <span>{"Import a file"}</span>
                <input type="file" accept=".json,application/json" on:change:capture=import/>
            </label>
        </p>
        {list}
    }
    .into_any()
}
