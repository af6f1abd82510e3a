//! A card's answers as other programs write them, and what they may not say under the rules.

use std::collections::BTreeMap;

use scoring::ProvisionSet;
use scoring::diagnose::Code;
use scoring::facts::{Answer, Answers};
use scoring::rules::Rules;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::refusal::{Told, pointer, read};

/// How programs say that a provision does not apply.
const NOT_APPLICABLE: &str = "not-applicable";

/// An answer: true, false, null for what nobody knows, or [`NOT_APPLICABLE`].
#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    Known(bool),
    Unknown(()),
    Text(String),
    Other(IgnoredAny),
}

/// Reads answers by the provisions' ids. What is left out is unknown.
pub fn read_answers(rules: &Rules, json: &str) -> Result<Answers, Vec<Told>> {
    let given: BTreeMap<String, Given> = read(json).map_err(|found| vec![found])?;
    let mut answers = vec![Answer::Unknown; rules.provisions().len()];
    let mut found = Vec::new();
    for (id, given) in &given {
        let Some(answer) = rules.provision(id).and_then(|index| answers.get_mut(index)) else {
            let says = format!("There is no provision “{id}”.");
            let hint = "Correct the id, or leave it out.";
            found.push(Told::error(Code::UnknownProvision, pointer([id]), says, hint));
            continue;
        };
        match given {
            Given::Known(true) => *answer = Answer::Yes,
            Given::Known(false) => *answer = Answer::No,
            Given::Unknown(()) => {}
            Given::Text(text) if text == NOT_APPLICABLE => *answer = Answer::NotApplicable,
            Given::Text(_) | Given::Other(_) => {
                let what =
                    if let Given::Text(text) = given { format!("“{text}”") } else { "This".to_owned() };
                let hint = "Write true, false, null where nobody knows, or “not-applicable”.";
                found.push(Told::error(
                    Code::BadAnswer,
                    pointer([id]),
                    format!("{what} is no answer."),
                    hint,
                ));
            }
        }
    }
    let all = |wanted: Answer| -> ProvisionSet {
        let indices = (0..).zip(&answers).filter(|(_, answer)| **answer == wanted);
        indices.map(|(index, _)| index).collect()
    };
    match closed(rules, Answers::new(all(Answer::Yes), all(Answer::Unknown), all(Answer::NotApplicable))) {
        Ok(answers) if found.is_empty() => Ok(answers),
        Ok(_) => Err(found),
        Err(more) => Err(found.into_iter().chain(more).collect()),
    }
}

/// The answers with all that a yes implies where nobody knows it. What does not apply to the subject stands in no yes's
/// way, as in the core.
///
/// # Errors
/// Everything in them that cannot be: what must apply and is said not to, what holds without something that it cannot
/// hold without, what excludes each other.
pub fn closed(rules: &Rules, answers: Answers) -> Result<Answers, Vec<Told>> {
    let implied = rules.implied();
    let misplaced = answers.not_applicable().minus(rules.may_not_apply());
    if misplaced.is_empty() && implied.allows(answers.held()) {
        return Ok(answers);
    }
    let name = |index: usize| rules.provisions().get(index).map_or("", String::as_str);
    let mut found = Vec::new();
    let mut find =
        |code, index, says, hint| found.push(Told::error(code, pointer([name(index)]), says, hint));
    for index in misplaced.iter() {
        let says = format!("“{}” applies to every subject.", name(index));
        find(Code::Applies, index, says, "Answer it, or let the framework say when it may not apply.");
    }
    let closed = implied.closed(answers.held());
    for index in answers.held().iter() {
        let settled = answers.held().union(answers.unknown()).union(answers.not_applicable());
        for other in implied.with(index).minus(&settled).iter() {
            let says = format!("“{}” cannot hold without “{}”.", name(index), name(other));
            find(Code::CannotHold, index, says, "Say yes to both, or do not say yes to the first.");
        }
    }
    for group in implied.groups().iter().filter(|group| group.is_broken(&closed)) {
        let members: Vec<usize> =
            group.members.iter().copied().filter(|member| closed.contains(*member)).collect();
        let names: Vec<String> = members.iter().map(|member| format!("“{}”", name(*member))).collect();
        let says = format!("{} exclude each other.", names.join(" and "));
        let last = members.last().copied().unwrap_or_default();
        find(Code::ExcludeEachOther, last, says, "Say yes to one of them at most.");
    }
    if found.is_empty() {
        Ok(Answers::new(closed.clone(), answers.unknown().minus(&closed), answers.not_applicable().clone()))
    } else {
        Err(found)
    }
}
