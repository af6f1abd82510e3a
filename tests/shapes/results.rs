//! Shapes of results: scales, letters, several tallies, answers that are missing.

use serde_json::{Value, json};

use super::Made;

/// A half for a, a point each for b and c: what a letter sees is 0.5, 1.5 or 2.5, or what that is printed as.
fn rounded(halves: &str, sees: &str) -> Made {
    let scale = json!({"decimals": 0, "halves": halves, "bandsSee": sees, "ranksSee": sees});
    let bands = json!([{"grade": "A", "from": 2}, {"grade": "B", "from": 1}, {"grade": "C", "from": 0}]);
    let sections = json!([{"points": 0.5, "needs": ["a"]}, {"checklist": ["b", "c"]}]);
    Made::of("a b c", json!({"scale": scale, "bands": bands, "sections": sections}))
}

/// Halves go up: 0.5 is printed 1, 1.5 is printed 2, and so they are looked up.
#[test]
fn a_letter_after_rounding_up() {
    let made = rounded("up", "shown");
    made.gives(&[("a", "1 B"), ("ab", "2 A"), ("abc", "3 A"), ("b", "1 B"), ("", "0 C")]);
    assert_eq!(made.range("a b?"), "0.5 to 1.5, B to A");
    assert_eq!(made.plans("", "B"), "1: +a, +b, +c");
    assert_eq!(made.plans("", "A"), "2: +a+b, +a+c, +b+c");
    assert_eq!(made.plans_to_rank("", 2, &["1", "2"]), "1: +a, +b, +c");
    assert_eq!(made.ranks("a", &["1", "2"]), "2; a 3, b 1, c 1");
}

/// Halves go to the even neighbour: 0.5 is printed 0, 1.5 and 2.5 are printed 2.
#[test]
fn a_letter_after_rounding_to_even() {
    let made = rounded("even", "shown");
    made.gives(&[("a", "0 C"), ("ab", "2 A"), ("abc", "2 A"), ("b", "1 B"), ("", "0 C")]);
    assert_eq!(made.range("a b?"), "0.5 to 1.5, C to A");
    assert_eq!(made.plans("", "B"), "1: +b, +c");
    assert_eq!(made.plans("", "A"), "2: +a+b, +a+c, +b+c");
    assert_eq!(made.plans_to_rank("", 2, &["1", "2"]), "1: +b, +c");
    assert_eq!(made.ranks("a", &["1", "2"]), "3; a 3, b 1, c 1");
}

/// The letter sees 1.5 and gives a B, although 2 is printed.
#[test]
fn a_letter_before_rounding() {
    let made = rounded("up", "exact");
    made.gives(&[("a", "1 C"), ("ab", "2 B"), ("abc", "3 A"), ("b", "1 B"), ("", "0 C")]);
    assert_eq!(made.range("a b?"), "0.5 to 1.5, C to B");
    assert_eq!(made.plans("", "B"), "1: +b, +c");
    assert_eq!(made.plans("", "A"), "2: +b+c");
    assert_eq!(made.plans_to_rank("", 2, &["1", "2"]), "1: +b, +c");
    assert_eq!(made.ranks("a", &["1", "2"]), "3; a 3, b 2, c 2");
}

/// One and two of three, of a hundred, with one decimal.
#[test]
fn a_share_with_decimals() {
    let scale = json!({"of": 100, "decimals": 1});
    let made = Made::of("a b c", json!({"scale": scale, "sections": [{"checklist": ["a", "b", "c"]}]}));
    made.gives(&[("a", "33.3"), ("ab", "66.7"), ("abC", "100")]);
    assert_eq!(made.range("a b? c"), "200/3 to 100");
    assert_eq!(
        made.plans("a", "66.7"),
        "2: +b+c",
        "the figure itself is asked for, unless bands see the shown one"
    );
    assert_eq!(made.ranks("a", &["33.3", "50"]), "2; a 3, b 1, c 1");
}

/// An A takes d besides two points.
#[test]
fn a_gate_on_a_band() {
    let bands = json!([
        {"grade": "A", "from": 2, "requires": ["d"]}, {"grade": "B", "from": 1}, {"grade": "C", "from": 0},
    ]);
    let made = Made::of("a b d", json!({"bands": bands, "sections": [{"checklist": ["a", "b"]}]}));
    made.gives(&[("ab", "2 B"), ("abd", "2 A"), ("ad", "1 B"), ("d", "0 C")]);
    assert_eq!(made.range("a b d?"), "2 to 2, B to A");
    assert_eq!(made.range("a b? d?"), "1 to 2, B to A");
    assert_eq!(made.plans("ab", "A"), "1: +d");
    assert_eq!(made.plans("a", "A"), "2: +b+d");
    assert_eq!(made.ranks("ab", &["1", "2"]), "1; a 2, b 2, d 1", "a letter moves no rank");
}

/// The whole and one part of it, without letters.
fn two_results(missing: &str) -> Value {
    json!({"missing": missing, "tallies": [{"id": "whole"}, {"id": "part", "of": "x"}], "sections": [
        {"id": "x", "checklist": ["a", "b"]}, {"points": 3, "needs": ["c"]},
    ]})
}

#[test]
fn several_results_without_letters() {
    let whole = Made::of("a b c", two_results("zero"));
    let part = Made::of("a b c", two_results("zero")).tally(1);
    whole.gives(&[("ac", "4"), ("ab", "2")]);
    part.gives(&[("ac", "1"), ("ab", "2")]);
    assert_eq!([whole.range("a b? c?"), part.range("a b? c?")], ["1 to 5", "1 to 2"]);
    assert_eq!([whole.plans("", "2"), part.plans("", "2")], ["1: +c", "2: +a+b"]);
    assert_eq!(part.plans("", "3"), "at most 2");
    assert_eq!(whole.ranks("", &["2"]), "2; a 2, b 2, c 1");
    assert_eq!(part.ranks("", &["1"]), "2; a 1, b 1, c 2");
}

/// c is unknown. The whole looks at it and is withheld, the part does not.
#[test]
fn only_what_looks_at_an_unknown_answer_is_withheld() {
    let whole = Made::of("a b c", two_results("withhold"));
    let part = Made::of("a b c", two_results("withhold")).tally(1);
    assert_eq!([whole.result("a c?"), part.result("a c?")], ["withheld c", "1"]);
    assert_eq!([whole.range("a c?"), part.range("a c?")], ["1 to 4", "1 to 1"]);
    assert_eq!([whole.plans("a c?", "2"), part.plans("a c?", "2")], ["1: +c", "1: +b"]);
    assert_eq!(
        [whole.ranks("a c?", &["2"]), part.ranks("a c?", &["1"])],
        ["none; a none, b none, c 1", "1; a 2, b 1, c 1"]
    );
}

/// Three questions of a hundred; a holds, b is unknown.
fn missing(rule: &str) -> Made {
    let sections = json!([{"checklist": ["a", "b", "c"]}]);
    Made::of("a b c", json!({"missing": rule, "scale": {"of": 100}, "sections": sections}))
}

/// What may be is the same under every rule: b is a no or a yes.
#[test]
fn a_missing_answer_counts_as_a_no() {
    let made = missing("zero");
    made.gives(&[("a b?", "100/3"), ("a b? c", "200/3")]);
    assert_eq!(made.range("a b?"), "100/3 to 200/3");
    assert_eq!(made.plans("a b?", "100"), "2: +b+c");
    assert_eq!(made.ranks("a b?", &["40", "60"]), "3; a 3, b 1, c 1");
}

/// One of two is 50; with c it is two of two, and b need not be known.
#[test]
fn a_missing_answer_is_left_out() {
    let made = missing("leave-out");
    made.gives(&[("a b?", "50"), ("a b? c", "100"), ("a? b? c?", "none")]);
    assert_eq!(made.range("a b?"), "100/3 to 200/3");
    assert_eq!(made.plans("a b?", "100"), "1: +c");
    assert_eq!(made.ranks("a b?", &["40", "60"]), "2; a 3, b 1, c 1");
}

/// There is no result and no rank until b is decided.
#[test]
fn a_missing_answer_withholds_the_result() {
    let made = missing("withhold");
    made.gives(&[("a b?", "withheld b"), ("ab", "200/3")]);
    assert_eq!(made.range("a b?"), "100/3 to 200/3");
    assert_eq!(made.plans("a b?", "60"), "1: +b");
    assert_eq!(made.plans("a b?", "100"), "2: +b+c");
    assert_eq!(made.ranks("a b?", &["40", "60"]), "none; a none, b 1, c none");
}

/// The only question is asked only where b holds.
#[test]
fn a_result_of_which_nothing_applies() {
    let section = json!({"points": 1, "needs": ["a"], "applies": ["b"]});
    let made = Made::of("a b", json!({"scale": {"of": 100}, "sections": [section]}));
    made.gives(&[("a", "none"), ("ab", "100"), ("b", "0"), ("bA", "none")]);
    assert_eq!(made.range("a b?"), "100 to 100 or none");
    assert_eq!(made.plans("a", "100"), "1: +b");
    assert_eq!(made.ranks("a", &["50"]), "none; a none, b 1");
}
