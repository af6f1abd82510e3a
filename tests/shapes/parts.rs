//! Shapes of parts: how points come about.

use scoring::plans::{Readings, Target};
use serde_json::json;

use super::{Made, number};

#[test]
fn a_ladder() {
    let made = Made::of(
        "a b",
        json!({"sections": [{"rungs": [{"points": 1, "needs": ["a"]}, {"points": 2.5, "needs": ["a", "b"]}]}]}),
    );
    made.gives(&[("", "0"), ("a", "1"), ("b", "0"), ("ab", "2.5")]);
    assert_eq!(made.range("a? b?"), "0 to 2.5");
    assert_eq!(made.plans("", "2.5"), "2: +a+b");
    assert_eq!(made.ranks("", &["1", "2.5"]), "3; a 2, b 3");
}

/// Two ladders of which only the sum is printed, 4: each earns 1, 2 or 3, so that the readings are 1 + 3, 2 + 2, 3 + 1.
/// With b the first is full and has 4, whatever it had; the other keeps its 1 to 3.
#[test]
fn points_printed_for_a_sum_alone() {
    let ladder = |low: &str, high: &str| json!({"rungs": [{"points": 2, "needs": [low]}, {"points": 4, "needs": [low, high]}]});
    let made = Made::of(
        "a b c d",
        json!({"sections": [{"id": "x", "components": [ladder("a", "b"), ladder("c", "d")]}]}),
    );
    let count = |text: &str| made.rules.unit().count(number(text)).expect("whole points");
    let sum = made.rules.find("x").expect("the sum");
    let readings =
        |printed| Readings::new(&made.rules, &made.answers("ac"), &[(sum, count(printed))], count("1"));
    assert!(readings("8").is_none(), "two that are partly met cannot have 8");
    let readings = readings("4").expect("the card has readings");
    made.gives(&[("ac", "4"), ("abc", "6"), ("abcd", "8")]);
    assert_eq!(made.range_read("ac", Some(&readings)), "4 to 4");
    assert_eq!(made.range_read("abc", Some(&readings)), "5 to 7");
    assert_eq!(made.plans("ac", "6"), "1: +b, +d");
    assert_eq!(made.plans_to("ac", Target::Figure(number("6")), Some(readings)), "2: +b+d");
}

#[test]
fn levels() {
    let levels =
        [("a", 0), ("b", 1), ("c", 2)].map(|(id, points)| json!({"provision": id, "points": points}));
    let made = Made::of("a b c", json!({"sections": [{"otherwise": -1, "levels": levels}]}));
    made.gives(&[("", "-1"), ("a", "0"), ("ab", "1"), ("abc", "2")]);
    assert_eq!(made.range("a? b? c?"), "-1 to 2");
    assert_eq!(made.range("a b?"), "0 to 1");
    assert_eq!(made.plans("", "2"), "1: +a+b+c");
    assert_eq!(made.ranks("a", &["1", "2"]), "3; a 3, b 2, c 1");
}

/// c cannot hold without the upper of two levels, so that all three are one change.
#[test]
fn levels_that_something_else_needs() {
    let levels = [("a", 1), ("b", 2)].map(|(id, points)| json!({"provision": id, "points": points}));
    let made = Made::of("a b c>b", json!({"sections": [{"levels": levels}, {"points": 3, "needs": ["c"]}]}));
    made.gives(&[("a", "1"), ("ab", "2"), ("abc", "5")]);
    assert_eq!(made.range("a b? c?"), "1 to 5");
    assert_eq!(made.plans("", "5"), "1: +a+b+c");
    assert_eq!(made.ranks("abc", &["3", "4"]), "1; a 3, b 3, c 3");
}

#[test]
fn at_most_one_of_several() {
    let made = Made::of(
        "a b",
        json!({
            "oneOf": [{"id": "choice", "provisions": ["a", "b"]}],
            "sections": [{"points": 1, "needs": ["a"]}, {"points": 3, "needs": ["b"]}],
        }),
    );
    made.gives(&[("", "0"), ("a", "1"), ("b", "3")]);
    assert_eq!(made.range("a? b?"), "0 to 3", "never 4");
    assert_eq!(made.plans("a", "3"), "1: +b-a");
    assert_eq!(made.plans("a", "4"), "at most 3");
    assert_eq!(made.ranks("a", &["2"]), "2; a 2, b 1");
}

#[test]
fn implications() {
    let made = Made::of("a b>a c>b", json!({"sections": [{"checklist": ["a", "b", "c"]}]}));
    made.gives(&[("", "0"), ("ab", "2"), ("abc", "3")]);
    assert_eq!(made.range("a b? c?"), "1 to 3");
    assert_eq!(made.range("a? b? c"), "3 to 3", "c holds, and does not without a and b");
    assert_eq!(made.plans("", "3"), "1: +a+b+c");
    assert_eq!(made.ranks("", &["1", "2"]), "3; a 2, b 1, c 1");
    assert_eq!(made.ranks("abc", &["1", "2"]), "1; a 3, b 2, c 1");
}

/// 0.4 of a rating of 3; 0.6 of one of 1 or 5: 1.2, 0.6, 3.
#[test]
fn a_weighted_rating() {
    let made = Made::of(
        "a b c",
        json!({"sections": [
            {"weight": 0.4, "points": 3, "needs": ["a"]},
            {"weight": 0.6, "rungs": [{"points": 1, "needs": ["b"]}, {"points": 5, "needs": ["b", "c"]}]},
        ]}),
    );
    made.gives(&[("a", "1.2"), ("ab", "1.8"), ("abc", "4.2")]);
    assert_eq!(made.range("a b c?"), "1.8 to 4.2");
    assert_eq!(made.plans("", "3"), "2: +b+c");
    assert_eq!(made.ranks("a", &["1.5", "4"]), "3; a 3, b 2, c 3");
}

#[test]
fn negative_points() {
    let made = Made::of(
        "a b",
        json!({"sections": [{"points": 2, "needs": ["a"]}, {"points": -1.5, "needs": ["b"]}]}),
    );
    made.gives(&[("", "0"), ("a", "2"), ("b", "-1.5"), ("ab", "0.5")]);
    assert_eq!(made.range("a? b?"), "-1.5 to 2");
    assert_eq!(made.plans("ab", "2"), "1: -b");
    assert_eq!(made.ranks("b", &["0", "1"]), "3; a 2, b 2");
}

#[test]
fn one_of_some_and_none_of_others() {
    let made =
        Made::of("a b c", json!({"sections": [{"points": 3, "needs": {"any": ["a", "b"], "none": ["c"]}}]}));
    made.gives(&[("a", "3"), ("ab", "3"), ("ac", "0"), ("", "0"), ("aB", "3"), ("AB", "none")]);
    assert_eq!(made.range("a c?"), "0 to 3");
    assert_eq!(made.range("a? b? c"), "0 to 0");
    assert_eq!(made.plans("c", "3"), "2: +a-c, +b-c");
    assert_eq!(made.ranks("ac", &["1"]), "2; a 2, b 2, c 1");
}

/// c is asked only where d holds; b does not apply where the card says so.
#[test]
fn what_does_not_apply_shrinks_the_maximum() {
    let made = Made::of(
        "a b c d",
        json!({"scale": {"of": 100}, "sections": [
            {"checklist": ["a", "b"]}, {"points": 1, "needs": ["c"], "applies": ["d"]},
        ]}),
    );
    made.gives(&[("a", "50"), ("aB", "100"), ("ad", "100/3"), ("acd", "200/3"), ("adB", "50")]);
    assert_eq!(made.range("a d?"), "100/3 to 50");
    assert_eq!(made.range("a c? d?"), "100/3 to 200/3");
    assert_eq!(made.plans("ad", "50"), "1: +b, +c, -d");
    assert_eq!(made.plans("adB", "100"), "1: +c, -d");
    assert_eq!(made.ranks("ad", &["40", "60"]), "3; a 3, b 1, c 1, d 2");
    assert_eq!(made.ranks("adB", &["40", "60"]), "2; a 3, c 1, d 1", "b cannot be switched");
}

/// A section of two and one of three questions: 25 and 50/3 a question.
#[test]
fn means_of_sections() {
    let sections = json!([{"checklist": ["a", "b"]}, {"checklist": ["c", "d", "e"]}]);
    let made = Made::of("a b c d e", json!({"join": "mean", "worth": 100, "sections": sections}));
    made.gives(&[("a", "25"), ("c", "50/3"), ("aB", "50"), ("aCDE", "50"), ("abcde", "100")]);
    assert_eq!(made.range("a b? c?"), "25 to 200/3");
    assert_eq!(made.plans("", "50"), "2: +a+b");
    assert_eq!(made.ranks("a", &["40", "20"]), "2; a 3, b 1, c 1, d 1, e 1");
}

/// Weights of 5, 3 and 2. Without the first, the others count for three and two fifths.
#[test]
fn weighted_means() {
    let share = |weight: i32, id: &str| json!({"weight": weight, "checklist": [id]});
    let sections = [share(5, "a"), share(3, "b"), share(2, "c")];
    let made = Made::of("a b c", json!({"join": "mean", "worth": 100, "sections": sections}));
    made.gives(&[("a", "50"), ("b", "30"), ("c", "20"), ("Ab", "60"), ("Ac", "40"), ("ABC", "none")]);
    assert_eq!(made.range("a b? c"), "70 to 100");
    assert_eq!(made.plans("c", "70"), "1: +a");
    assert_eq!(made.plans("Ac", "60"), "1: +b");
    assert_eq!(made.ranks("c", &["30", "60"]), "3; a 1, b 2, c 3");
}

#[test]
fn the_better_of_two_sections() {
    let sections = json!([{"checklist": ["a", "b", "c"]}, {"checklist": ["d", "e"], "each": 2}]);
    let made = Made::of("a b c d e", json!({"join": "best", "sections": sections}));
    made.gives(&[("", "0"), ("abc", "3"), ("abcd", "3"), ("de", "4")]);
    assert_eq!(made.range("abc d? e?"), "3 to 4");
    assert_eq!(made.plans("abc", "4"), "2: +d+e");
    assert_eq!(made.ranks("abc", &["3", "4"]), "2; a 3, b 3, c 3, d 2, e 2");
}

/// Of a hundred of two questions; extra credit of at most 1.5 can pass it.
#[test]
fn extra_credit_up_to_a_cap() {
    let sections = json!([{"checklist": ["a", "b"]}, {"extra": true, "most": 1.5, "checklist": ["c", "d"]}]);
    let made = Made::of("a b c d", json!({"scale": {"of": 100}, "sections": sections}));
    made.gives(&[("a", "50"), ("ab", "100"), ("cd", "75"), ("abc", "150"), ("abcd", "175")]);
    assert_eq!(made.range("a c? d?"), "50 to 125");
    assert_eq!(made.plans("a", "125"), "2: +b+c, +b+d, +c+d");
    assert_eq!(made.plans("a", "176"), "at most 175");
    assert_eq!(made.ranks("a", &["60", "110"]), "3; a 3, b 2, c 2, d 2");
}

#[test]
fn bounds() {
    let sections = json!([{"least": -1, "components": [
        {"points": -1, "needs": ["a"]}, {"points": -1, "needs": ["b"]}, {"points": 2, "needs": ["c"]}]}]);
    let made = Made::of("a b c", json!({"sections": sections}));
    made.gives(&[("a", "-1"), ("ab", "-1"), ("abc", "0"), ("c", "2")]);
    assert_eq!(made.range("a? b? c?"), "-1 to 2");
    assert_eq!(made.plans("ab", "1"), "2: +c-a, +c-b");
    assert_eq!(made.ranks("ab", &["-1", "0"]), "2; a 2, b 2, c 1");
}

/// No more than a point without one of two moratoria.
#[test]
fn a_gate_on_a_part() {
    let gate = json!({"needs": {"any": ["d", "e"]}, "atMost": 1});
    let sections = json!([{"checklist": ["a", "b", "c"], "gates": [gate]}]);
    let made = Made::of("a b c d e", json!({"sections": sections}));
    made.gives(&[("", "0"), ("abc", "1"), ("abcd", "3"), ("be", "1")]);
    assert_eq!(made.range("a b c? d?"), "1 to 3");
    assert_eq!(made.plans("ab", "2"), "1: +d, +e");
    assert_eq!(made.ranks("ab", &["2", "3"]), "3; a 3, b 3, c 3, d 2, e 2");
}
