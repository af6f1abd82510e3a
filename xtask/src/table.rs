//! `check-data --table`: framework and card as one readable table, for a lawyer to review.

use scoring::{Component, Provision, Scenario, evaluate};

use crate::data;
use crate::task::Failure;

/// Prints each card with its framework.
///
/// # Errors
/// When the data has a mistake.
pub fn print() -> Result<(), Failure> {
    for pair in data::pairs()? {
        let baseline = &pair.baseline;
        let (framework, card) = (baseline.framework(), baseline.card());
        let tree = evaluate(baseline, &Scenario::default());
        println!("\n# {} on {} ({})", card.jurisdiction, framework.title, framework.id);
        println!("\n{}\n{}", framework.about, card.year_note);
        let bands: Vec<_> =
            baseline.bands().map(|band| format!("{} from {}", band.grade, band.from)).collect();
        println!("Bands: {}. Step: {}. Maximum: {}.", bands.join(", "), framework.step, framework.max);
        for score in &tree.sections {
            let section = &score.section;
            println!(
                "\n## {} {}: {} of {} (published {})",
                section.id, section.title, score.points, section.max, section.published
            );
            for score in &score.components {
                let component = &score.component;
                println!(
                    "\n{} {}\n    {} of {}; question {}",
                    component.id,
                    component.title,
                    score.points,
                    component.max,
                    component.basis.word()
                );
                component.provisions.iter().for_each(|provision| print_provision(provision));
                print_rungs(component);
            }
        }
        println!("\nTotal: {} of {}, grade {}", tree.total, framework.max, tree.band.grade);
    }
    Ok(())
}

fn print_provision(provision: &Provision) {
    let law = &provision.law;
    println!("  [{}] {}: {}", if law.in_law { 'x' } else { ' ' }, provision.id, provision.label);
    println!("        {} ({}) {}", law.finding, law.basis.word(), law.cited());
}

fn print_rungs(component: &Component) {
    for rung in component.rungs.iter().rev() {
        let needs: Vec<_> = rung.needs.iter().map(|provision| provision.id.as_str()).collect();
        println!("    {:>4} = {} ({})", rung.points.to_string(), needs.join(" + "), rung.basis.word());
    }
    if let Some(note) = &component.note {
        println!("    Reading: {note}");
    }
}
