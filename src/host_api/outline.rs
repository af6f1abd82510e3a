//! What all results of a framework have in common.

use std::collections::{BTreeMap, BTreeSet};

use scoring::ProvisionSet;
use scoring::data::Basis;
use scoring::facts::{Condition, GroupKind, Missing};
use scoring::rules::file::{Framework, Part};
use scoring::rules::{Rule, Rules};
use serde::Serialize;

use super::numbers::{STATES, WHYS};

/// The rules without any answers, and the words for the numbers in [`super::numbers`].
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline<'a> {
    id: &'a str,
    edition: u32,
    /// How many units a point has.
    unit: i64,
    missing: Missing,
    provisions: &'a [String],
    groups: Vec<Group<'a>>,
    /// Parts before what they are part of; the last is the whole.
    nodes: Vec<Node<'a>>,
    tallies: Vec<Tally<'a>>,
    whys: [&'static str; 10],
    states: [&'static str; 3],
}

#[derive(Serialize)]
struct Group<'a> {
    id: &'a str,
    kind: &'static str,
    provisions: Vec<&'a str>,
}

#[derive(Serialize)]
struct Node<'a> {
    kind: &'static str,
    id: Option<&'a str>,
    title: Option<&'a str>,
    path: &'a str,
    basis: Basis,
    extra: bool,
    applies: Option<Needs<'a>>,
    needs: Option<Needs<'a>>,
    parts: Vec<usize>,
}

#[derive(Serialize)]
struct Needs<'a> {
    all: Vec<&'a str>,
    any: Vec<&'a str>,
    none: Vec<&'a str>,
}

#[derive(Serialize)]
struct Tally<'a> {
    id: &'a str,
    title: Option<&'a str>,
    grades: Vec<&'a str>,
}

impl<'a> Outline<'a> {
    pub fn new(rules: &'a Rules, framework: &'a Framework, pointers: &'a [String]) -> Self {
        let group = |group: &'a scoring::facts::Group| Group {
            id: &group.id,
            kind: match group.kind {
                GroupKind::Levels => "levels",
                GroupKind::OneOf => "one-of",
            },
            provisions: names(rules, group.members.iter().copied()),
        };
        let tally = |(index, tally): (usize, &'a scoring::rules::Tally)| Tally {
            id: &tally.id,
            title: framework.tallies.get(index).and_then(|tally| tally.title.as_deref()),
            grades: tally.bands.iter().map(|band| band.name.as_str()).collect(),
        };
        Outline {
            id: rules.id(),
            edition: rules.edition(),
            unit: rules.unit().per_point(),
            missing: rules.missing(),
            provisions: rules.provisions(),
            groups: rules.implied().groups().iter().map(group).collect(),
            nodes: nodes(rules, framework, pointers),
            tallies: rules.tallies().iter().enumerate().map(tally).collect(),
            whys: WHYS,
            states: STATES,
        }
    }
}

fn nodes<'a>(rules: &'a Rules, framework: &'a Framework, pointers: &'a [String]) -> Vec<Node<'a>> {
    let mut titles = BTreeMap::from([(String::new(), Some(framework.title.as_str()))]);
    collect(&framework.sections, "/sections", &mut titles);
    let mut titled = BTreeSet::new();
    // What a part is made of stands at the same place as the part, whose title only the outermost bears: the last.
    let mut nodes: Vec<Node<'a>> = rules
        .nodes()
        .iter()
        .zip(pointers)
        .rev()
        .map(|(node, path)| {
            let part = path.split_once("/gates/").map_or(path.as_str(), |(part, _)| part);
            let title = if titled.insert(part) { titles.get(part).copied().flatten() } else { None };
            let kind = match node.rule {
                Rule::When { .. } => "when",
                Rule::Best { .. } => "best",
                Rule::Sum { .. } => "sum",
                Rule::Mean { .. } => "mean",
                Rule::Within { .. } => "within",
                Rule::Gate { .. } => "gate",
            };
            Node {
                kind,
                id: node.id.as_deref(),
                title,
                path,
                basis: node.basis,
                extra: node.extra,
                applies: needs(rules, Some(&node.applies)),
                needs: needs(rules, node.rule.condition()),
                parts: node.rule.parts().iter().map(|part| part.index()).collect(),
            }
        })
        .collect();
    nodes.reverse();
    nodes
}

fn collect<'a>(parts: &'a [Part], list: &str, titles: &mut BTreeMap<String, Option<&'a str>>) {
    for (index, part) in parts.iter().enumerate() {
        let at = format!("{list}/{index}");
        collect(part.components.as_deref().unwrap_or_default(), &format!("{at}/components"), titles);
        titles.insert(at, part.title.as_deref());
    }
}

fn needs<'a>(rules: &'a Rules, condition: Option<&Condition>) -> Option<Needs<'a>> {
    let condition = condition.filter(|condition| !condition.is_empty())?;
    let ids = |set: &ProvisionSet| names(rules, set.iter());
    Some(Needs { all: ids(&condition.all), any: ids(&condition.any), none: ids(&condition.none) })
}

fn names(rules: &Rules, indices: impl Iterator<Item = usize>) -> Vec<&str> {
    indices.filter_map(|index| rules.provisions().get(index).map(String::as_str)).collect()
}
