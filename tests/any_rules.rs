//! Whole rule sets made by chance, as files: every kind of node, at any depth, with everything that can stand on them.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

/// How many provisions a made file has. Few, so that every set of answers can be tried.
pub const PROVISIONS: usize = 6;

/// So many draws, the same ones each time: to see what chance makes.
pub fn drawn<S: Strategy>(strategy: S, count: usize) -> impl Iterator<Item = S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(move |_| strategy.new_tree(&mut runner).expect("chance draws something").current())
}

/// The id of a provision. Not the name of any part.
pub fn id(place: usize) -> String {
    format!("p{place}")
}

fn some_ids(most: usize) -> impl Strategy<Value = Value> {
    subsequence((0..PROVISIONS).collect::<Vec<_>>(), 1..=most)
        .prop_map(|places| places.into_iter().map(id).collect())
}

/// All of some; or all, any and none, of different provisions.
fn needs() -> impl Strategy<Value = Value> {
    let each = proptest::collection::vec(0..5_u8, PROVISIONS).prop_map(|kinds| {
        let of = |kind: u8| -> Value {
            let chosen = kinds.iter().enumerate().filter(|(_, found)| **found == kind);
            chosen.map(|(place, _)| id(place)).collect()
        };
        let fields = [("all", of(1)), ("any", of(2)), ("none", of(3))];
        let named = fields.into_iter().filter(|(_, ids)| ids != &json!([]));
        let needs: Map<String, Value> = named.map(|(name, ids)| (name.to_owned(), ids)).collect();
        if needs.is_empty() { json!([id(0)]) } else { needs.into() }
    });
    prop_oneof![2 => some_ids(3), 1 => each]
}

/// Points of every sign, whole and broken.
fn points() -> impl Strategy<Value = Value> {
    let broken = vec![json!(0.5), json!(1.5), json!(-0.5), json!(2.5), json!(0.25), json!("1/3")];
    prop_oneof![3 => (-2..=5_i32).prop_map(Value::from), 1 => select(broken)]
}

fn leaf() -> impl Strategy<Value = Value> {
    let item = (points(), needs()).prop_map(|(points, needs)| json!({"points": points, "needs": needs}));
    let rung = (points(), needs()).prop_map(|(points, needs)| json!({"points": points, "needs": needs}));
    let ladder = (proptest::collection::vec(rung, 1..=4), proptest::option::of(points()));
    let ladder =
        ladder.prop_map(|(rungs, otherwise)| with(json!({ "rungs": rungs }), "otherwise", otherwise));
    // Levels need not rise in points; that none stands in two groups is seen to at the end.
    let levels = (some_ids(4), proptest::collection::vec(points(), 4), proptest::option::of(points()));
    let levels = levels.prop_map(|(ids, points, otherwise)| {
        let ids = ids.as_array().into_iter().flatten();
        let levels = ids.zip(points).map(|(id, points)| json!({"provision": id, "points": points}));
        with(json!({ "levels": levels.collect::<Vec<_>>() }), "otherwise", otherwise)
    });
    let checklist = (some_ids(5), proptest::option::of(points()));
    let checklist = checklist.prop_map(|(ids, each)| with(json!({ "checklist": ids }), "each", each));
    prop_oneof![3 => item, 2 => ladder, 2 => levels, 2 => checklist]
}

fn with(mut part: Value, field: &str, value: Option<Value>) -> Value {
    if let Some(value) = value {
        part[field] = value;
    }
    part
}

/// A part with whatever can stand on any part.
fn dressed(part: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let weight = select(vec![json!(2), json!(3), json!(0.5), json!(0.4)]);
    let bounds = (-3..=1_i32, 0..=4_i32, 0..4_u8);
    let gate = (needs(), -1..=3_i32).prop_map(|(needs, most)| json!({"needs": needs, "atMost": most}));
    let rare = |chance: f64| proptest::bool::weighted(chance);
    let dress = (
        (rare(0.15), needs()),
        (rare(0.15), weight),
        (rare(0.2), bounds),
        (rare(0.2), proptest::collection::vec(gate, 1..=2)),
        rare(0.15),
    );
    (part, dress).prop_map(|(mut part, (applies, weight, bounds, gates, extra))| {
        if applies.0 {
            part["applies"] = applies.1;
        }
        if weight.0 {
            part["weight"] = weight.1;
        }
        if bounds.0 {
            let (least, most, which) = bounds.1;
            if which != 0 {
                part["least"] = least.min(most).into();
            }
            if which != 1 {
                part["most"] = most.into();
            }
        }
        if gates.0 {
            part["gates"] = gates.1.into();
        }
        part["extra"] = extra.into();
        part
    })
}

fn joined(parts: impl Strategy<Value = Vec<Value>>) -> impl Strategy<Value = Value> {
    let worth = select(vec![1, 10, 100]);
    (parts, 0..4_u8, worth, proptest::option::of(points())).prop_map(|(parts, join, worth, otherwise)| {
        let part = json!({ "components": parts });
        match join {
            0 => with(with(part, "join", Some("best".into())), "otherwise", otherwise),
            1 => with(with(part, "join", Some("mean".into())), "worth", Some(worth.into())),
            _ => part,
        }
    })
}

fn part() -> impl Strategy<Value = Value> {
    dressed(leaf()).prop_recursive(4, 16, 4, |inner| dressed(joined(proptest::collection::vec(inner, 1..=4))))
}

fn tally() -> impl Strategy<Value = Value> {
    let scale = (
        proptest::option::of(select(vec![1, 5, 100])),
        proptest::option::of(0..=2_u8),
        any::<bool>(),
        any::<bool>(),
    );
    let bands =
        (0..=4_usize, -2..=2_i32, proptest::collection::vec(proptest::option::weighted(0.3, needs()), 4));
    (scale, bands).prop_map(|((of, decimals, even, shown), (count, lowest, gates))| {
        let mut scale = json!({"halves": if even { "even" } else { "up" }, "bandsSee": if shown { "shown" } else { "exact" }});
        scale = with(scale, "of", of.map(Value::from));
        scale = with(scale, "decimals", decimals.map(Value::from));
        let step = of.map_or(1, |of| (of / 4).max(1));
        let bands = (0..count).map(|place| {
            let from = lowest + i32::try_from(count - place).expect("few") * step;
            let gate = gates[place].clone().filter(|_| place + 1 < count);
            with(json!({"grade": format!("band {place}"), "from": from}), "requires", gate)
        });
        json!({"scale": scale, "bands": bands.collect::<Vec<_>>()})
    })
}

/// A framework's file.
pub fn framework() -> impl Strategy<Value = Value> {
    let implied = proptest::collection::vec(proptest::bool::weighted(0.1), PROVISIONS * PROVISIONS);
    let optional = proptest::collection::vec(proptest::bool::weighted(0.3), PROVISIONS);
    let whole = joined(proptest::collection::vec(part(), 1..=4));
    let missing = select(vec!["zero", "leave-out", "withhold"]);
    let tallies = proptest::collection::vec((tally(), any::<proptest::sample::Index>()), 0..=3);
    let one_of = proptest::option::weighted(0.3, some_ids(3));
    (implied, optional, whole, missing, tallies, one_of).prop_map(
        |(implied, optional, whole, missing, tallies, one_of)| {
            let mut file = json!({
                "id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
                "missing": missing, "sections": whole["components"],
            });
            for field in ["join", "worth", "otherwise"] {
                if let Some(value) = whole.get(field).filter(|_| field != "otherwise") {
                    file[field] = value.clone();
                }
            }
            let provisions = (0..PROVISIONS).map(|place| {
                let others = (0..place).filter(|other| implied[place * PROVISIONS + other]).map(id);
                let provision =
                    json!({"id": id(place), "label": "made", "implies": others.collect::<Vec<_>>()});
                with(provision, "mayNotApply", optional[place].then(|| "made".into()))
            });
            file["provisions"] = provisions.collect();
            if let Some(members) =
                one_of.filter(|members| members.as_array().is_some_and(|all| all.len() > 1))
            {
                file["oneOf"] = json!([{"id": "group", "provisions": members}]);
            }
            let mut tidy = Tidy::default();
            let join = file["join"].as_str().unwrap_or("sum").to_owned();
            tidy.grouped.extend(file["oneOf"][0]["provisions"].as_array().into_iter().flatten().cloned());
            for part in file["sections"].as_array_mut().into_iter().flatten() {
                tidy.part(part, &join);
            }
            let tallies: Vec<Value> = (0..)
                .zip(tallies)
                .map(|(number, (tally, of)): (usize, _)| {
                    let of = of.index(tidy.parts + 1);
                    let of = (of < tidy.parts).then(|| format!("n{of}").into());
                    with(with(tally, "id", Some(format!("t{number}").into())), "of", of)
                })
                .collect();
            match tallies.as_slice() {
                [] => {}
                [only] if only.get("of").is_none() => {
                    file["scale"] = only["scale"].clone();
                    file["bands"] = only["bands"].clone();
                }
                _ => file["tallies"] = tallies.into(),
            }
            file
        },
    )
}

/// Makes a file of a tree: names for all parts, and nothing where it would have no meaning.
#[derive(Default)]
struct Tidy {
    parts: usize,
    grouped: Vec<Value>,
}

impl Tidy {
    fn part(&mut self, part: &mut Value, around: &str) {
        part["id"] = format!("n{}", self.parts).into();
        self.parts += 1;
        let fields = part.as_object_mut().expect("a part");
        if around != "sum" {
            fields.remove("extra");
        }
        if let Some(weight) = fields.get_mut("weight").filter(|_| around == "mean") {
            *weight = if weight.is_f64() { 1.into() } else { weight.clone() };
        }
        if let Some(Value::Array(levels)) = fields.get_mut("levels") {
            let mut free = std::mem::take(levels);
            free.retain(|level| !self.grouped.contains(&level["provision"]));
            self.grouped.extend(free.iter().map(|level| level["provision"].clone()));
            if free.is_empty() {
                fields.remove("levels");
                fields.remove("otherwise");
                fields.insert("checklist".to_owned(), json!([id(0)]));
            } else {
                fields.insert("levels".to_owned(), free.into());
            }
        }
        let join = part["join"].as_str().unwrap_or("sum").to_owned();
        for inner in part.get_mut("components").and_then(Value::as_array_mut).into_iter().flatten() {
            self.part(inner, &join);
        }
    }
}
