//! Whether the points beside the provisions say all of the rules.

use std::collections::BTreeSet;

use scoring::exact::Fraction;
use scoring::rules::file::{Framework, Join, Needs, Part};

use crate::layout::provisions::checklist_id;

/// A provision of a checklist.
pub(super) struct Item {
    pub provision: String,
    pub section: String,
    pub component: Option<String>,
    pub points: Fraction,
}

/// The items of a framework that is a checklist and nothing more, in the order of its sections: each provision earns
/// its points once, under a section and perhaps a component whose ids are those that their titles give.
pub(super) fn checklist(framework: &Framework) -> Option<Vec<Item>> {
    if framework.join != Join::Sum || framework.worth.is_some() {
        return None;
    }
    let (mut items, mut taken) = (Vec::new(), BTreeSet::new());
    for section in &framework.sections {
        let title = titled(section, &mut taken)?;
        let mut seen_component = false;
        for part in section.components.iter().flatten() {
            // What has no component comes before what has one: a row without one says the one above it.
            match point(part) {
                Some(_) if seen_component => return None,
                Some((provision, points)) => {
                    items.push(Item { provision, section: title.clone(), component: None, points });
                }
                None => {
                    seen_component = true;
                    let component = titled(part, &mut taken)?;
                    for part in part.components.iter().flatten() {
                        let (provision, points) = point(part)?;
                        let (section, component) = (title.clone(), Some(component.clone()));
                        items.push(Item { provision, section, component, points });
                    }
                }
            }
        }
    }
    // Once each, and in the order of the provisions, which is that of addresses.
    let in_order = items.len() == framework.provisions.len()
        && items.iter().zip(&framework.provisions).all(|(item, provision)| item.provision == provision.id);
    in_order.then_some(items)
}

/// The title of a part that has smaller ones and says nothing else.
fn titled(part: &Part, taken: &mut BTreeSet<String>) -> Option<String> {
    let title = part.title.clone()?;
    let plain = Part {
        id: Some(checklist_id(&title, taken)),
        title: Some(title.clone()),
        components: part.components.clone(),
        ..Part::default()
    };
    let has_parts = part.components.as_ref().is_some_and(|parts| !parts.is_empty());
    (has_parts && same(part, &plain)).then_some(title)
}

/// The provision of a part that earns points for it, and nothing else.
fn point(part: &Part) -> Option<(String, Fraction)> {
    let Some(Needs::All(all)) = &part.needs else { return None };
    let [provision] = all.as_slice() else { return None };
    let plain = Part { points: part.points, needs: part.needs.clone(), ..Part::default() };
    same(part, &plain).then_some(()).and(part.points).map(|points| (provision.clone(), points))
}

fn same(one: &Part, other: &Part) -> bool {
    match (serde_json::to_value(one), serde_json::to_value(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
