//! `check-data --table`: framework and card as one readable table, for a lawyer to review.

use comfy_table::{ContentArrangement, Table, presets};
use scoring::{Baseline, Component, ComponentScore, Provision, Scenario, Words, evaluate};
use site::data;
use site::failure::Failure;

/// Characters in a line: wide enough for six columns, narrow enough for a landscape page.
const WIDTH: u16 = 150;

/// Prints each card with its framework.
///
/// # Errors
/// When the data has a mistake.
pub fn print() -> Result<(), Failure> {
    for pair in data::pairs()? {
        let (framework, card) = (pair.baseline.framework(), pair.baseline.card());
        println!("\n{}: {} ({})\n", card.jurisdiction, framework.title, framework.id);
        println!("{}\n{}", framework.about, card.year_note);
        let bands: Vec<_> =
            pair.baseline.bands().map(|band| format!("{} from {}", band.grade, band.from)).collect();
        println!("Grades: {}. Steps of {}.\n", bands.join(", "), framework.step);
        println!("{}", table(&pair.baseline));
    }
    Ok(())
}

fn table(baseline: &Baseline) -> Table {
    let tree = evaluate(baseline, &Scenario::default());
    let mut table = Table::new();
    table.load_preset(presets::UTF8_FULL_CONDENSED).set_width(WIDTH);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(["", "In law", "Provision", "Finding", "Basis", "Statute"]);
    for score in &tree.sections {
        let section = &score.section;
        let points = format!("{} of {}, published {}", score.points, section.max, section.published);
        table.add_row([section.id.as_str(), "", &section.title.to_uppercase(), &points, "", ""]);
        for score in &score.components {
            add_component(&mut table, baseline.words(), score);
        }
    }
    let total = format!("{} of {}, grade {}", tree.total, baseline.framework().max, tree.band.grade);
    table.add_row(["", "", "TOTAL", &total, "", ""]);
    table
}

fn add_component(table: &mut Table, words: &Words, score: &ComponentScore) {
    let component = &score.component;
    let points = format!("{} of {}", score.points, component.max);
    table.add_row([component.id.as_str(), "", &component.title, &points, component.basis.name(), ""]);
    for (letter, provision) in ('a'..).zip(&component.provisions) {
        let law = &provision.law;
        table.add_row([
            format!("  {letter}").as_str(),
            if law.in_law { "yes" } else { "no" },
            &format!("{} ({})", provision.label, provision.id),
            &law.finding,
            law.basis.name(),
            &law.cited(words),
        ]);
    }
    table.add_row(["", "", &ladder(component), component.note.as_deref().unwrap_or_default(), "", ""]);
}

/// The rungs from the top down: "2.5 with a + b; 1.5 with a (reconstructed)".
fn ladder(component: &Component) -> String {
    let letter = |need: &Provision| {
        let index = component.provisions.iter().position(|provision| provision.index == need.index);
        index.and_then(|index| ('a'..).nth(index)).map(String::from).unwrap_or_default()
    };
    let rungs = component.rungs.iter().rev().map(|rung| {
        let needs: Vec<_> = rung.needs.iter().map(|need| letter(need)).collect();
        format!("{} with {} ({})", rung.points, needs.join(" + "), rung.basis.name())
    });
    rungs.collect::<Vec<_>>().join("; ")
}
