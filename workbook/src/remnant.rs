//! What of a framework works where not all of it does: its rules without what is wrong in them.

use scoring::diagnose::{At, Code, Diagnostic, Severity};
use scoring::rules::file::Framework;
use scoring::rules::{Rules, compile};
use serde_json::Value;

/// How often what is wrong is taken out: taking something out can make something else wrong.
const ROUNDS: usize = 20;

/// The rules without what is wrong, with the framework that they are of; nothing where nothing is left.
pub(crate) fn remnant(framework: &Framework) -> Option<(Framework, Rules)> {
    let mut framework = framework.clone();
    for _ in 0..ROUNDS {
        match compile(&framework) {
            Ok(rules) => return Some((framework, rules)),
            Err(found) => framework = without(&framework, &found)?,
        }
    }
    None
}

/// The framework without the smallest parts that the mistakes are in.
fn without(framework: &Framework, found: &[Diagnostic]) -> Option<Framework> {
    let mut framework = framework.clone();
    let mut changed = false;
    for circle in found.iter().filter(|one| one.code == Code::ImpliesCircle).flat_map(|one| &one.details) {
        // Of what implies itself, nothing implies anything.
        for provision in &mut framework.provisions {
            if circle.split(", ").any(|id| id == provision.id) {
                changed |= !provision.implies.is_empty();
                provision.implies.clear();
                provision.because = None;
            }
        }
    }
    let mut file = serde_json::to_value(&framework).ok()?;
    let errors = found.iter().filter(|one| one.severity() == Severity::Error);
    let mut pointers: Vec<Vec<&str>> = errors
        .filter_map(|one| match &one.at {
            At::Json(pointer) => Some(pointer.split('/').skip(1).collect()),
            _ => None,
        })
        .collect();
    // The last come first, so that the places of the others stay.
    pointers.sort_by(|one, other| places(other).cmp(&places(one)));
    pointers.dedup();
    let mut taken: Vec<Vec<&str>> = Vec::new();
    for pointer in &pointers {
        let removed = removable(&file, pointer);
        if taken.contains(&removed) {
            continue;
        }
        changed |= take(&mut file, &removed);
        taken.push(removed);
    }
    changed.then(|| serde_json::from_value(file).ok()).flatten()
}

/// A pointer by which lists are ordered by number.
fn places<'a>(pointer: &[&'a str]) -> Vec<(usize, &'a str)> {
    pointer.iter().map(|part| (part.parse().unwrap_or(usize::MAX), *part)).collect()
}

/// The innermost thing at a place that the framework can be without.
fn removable<'a>(file: &Value, pointer: &[&'a str]) -> Vec<&'a str> {
    let mut here = file;
    let (mut best, mut path) = (Vec::new(), Vec::new());
    for part in pointer {
        let in_list = here.is_array();
        let Some(next) = (match here {
            Value::Array(list) => part.parse::<usize>().ok().and_then(|index| list.get(index)),
            other => other.get(part),
        }) else {
            break;
        };
        path.push(*part);
        // A whole part of the rules goes, not a provision out of its conditions: that would be another rule.
        let within = path.iter().any(|part| matches!(*part, "needs" | "requires" | "applies"));
        let is_optional = matches!(*part, "max" | "step" | "scale" | "least" | "most" | "weight" | "otherwise" | "because" | "source" | "title" if path.len() > 1 || *part != "title");
        if !within && (in_list || is_optional) {
            best.clone_from(&path);
        }
        here = next;
    }
    best
}

fn take(file: &mut Value, path: &[&str]) -> bool {
    let Some((last, above)) = path.split_last() else { return false };
    let mut here = file;
    for part in above {
        let next = match here {
            Value::Array(list) => part.parse::<usize>().ok().and_then(|index| list.get_mut(index)),
            other => other.get_mut(part),
        };
        let Some(next) = next else { return false };
        here = next;
    }
    match here {
        Value::Array(list) => match last.parse::<usize>() {
            Ok(index) if index < list.len() => {
                list.remove(index);
                true
            }
            _ => false,
        },
        Value::Object(fields) => fields.remove(*last).is_some(),
        _ => false,
    }
}
