//! The six kinds of node: for each how it scores, how finely and how far it can reach, and a table of cases.

pub(super) mod best;
pub(super) mod gate;
pub(super) mod mean;
pub(super) mod reach;
pub(super) mod sum;
pub(super) mod when;
pub(super) mod within;

use crate::ProvisionSet;

use super::{NodeId, Score};

/// What is known while nodes are scored.
pub(super) struct Facts<'a> {
    /// The provisions that hold.
    pub held: &'a ProvisionSet,
    /// The provisions that leave both counts.
    pub left_out: &'a ProvisionSet,
}

/// The score of a part. Parts stand before their parents, so there always is one.
fn of(id: NodeId, scores: &[Score]) -> Score {
    scores.get(id.index()).copied().unwrap_or(Score::NOT_APPLICABLE)
}

/// A table of cases for one node, as a file writes it.
#[cfg(test)]
mod table {
    use crate::facts::Answers;
    use crate::rules::{compile, evaluate, file};

    /// The provisions of all tables.
    const PROVISIONS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

    /// Compiles a framework whose only part is this node.
    pub fn framework(node: &str) -> file::Framework {
        let provisions =
            PROVISIONS.map(|id| format!(r#"{{"id": "{id}", "label": "{id}", "mayNotApply": "it is so"}}"#));
        let json = format!(
            r#"{{"id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
                "provisions": [{}], "sections": [{node}]}}"#,
            provisions.join(",")
        );
        serde_json::from_str(&json).unwrap_or_else(|error| unreadable(&json, &error))
    }

    fn unreadable(json: &str, error: &serde_json::Error) -> file::Framework {
        assert_eq!(error.to_string(), "", "{json}");
        file::Framework::default()
    }

    /// Holds a node against a table: letters of the provisions that hold, in small letters; those that do not apply,
    /// in capitals; what is earned and possible.
    pub fn holds(node: &str, cases: &[(&str, &str, &str)]) {
        let compiled = compile(&framework(node));
        assert_eq!(compiled.as_ref().err(), None, "{node}");
        let Ok(rules) = compiled else { return };
        for (answers, earned, possible) in cases {
            let chosen = |capital: bool| {
                let indices = answers.chars().filter(|letter| letter.is_uppercase() == capital);
                indices.filter_map(|letter| rules.provision(&letter.to_lowercase().to_string())).collect()
            };
            let answered = Answers::new(chosen(false), crate::ProvisionSet::default(), chosen(true));
            let evaluation = evaluate(&rules, &answered);
            let score = rules.find("x").map(|id| evaluation.score(id));
            let fraction = |points| rules.unit().fraction(points).to_string();
            let found = score.map(|score| (fraction(score.earned), fraction(score.possible)));
            let expected = Some(((*earned).to_owned(), (*possible).to_owned()));
            assert_eq!(found, expected, "{node} with “{answers}”");
        }
    }
}
