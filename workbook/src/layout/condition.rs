//! Conditions, as people write them in a cell: `a, b`, `any: c, d; none: e`, `a or b`.

use std::collections::BTreeMap;

use scoring::rules::file::{EachOf, Needs};

use crate::tidy::key;

/// What provisions may be called: by id, or by their text.
#[derive(Default)]
pub(crate) struct Names {
    exact: BTreeMap<String, String>,
    /// By what all ways of writing a name have in common; nothing where two provisions share it.
    alike: BTreeMap<String, Option<String>>,
}

impl Names {
    /// Takes in a provision.
    pub(crate) fn put(&mut self, id: &str, label: &str) {
        for name in [id, label] {
            self.exact.entry(name.to_owned()).or_insert_with(|| id.to_owned());
            let alike = self.alike.entry(key(name)).or_insert_with(|| Some(id.to_owned()));
            if alike.as_deref() != Some(id) {
                *alike = None;
            }
        }
    }

    /// The id of the provision that is called so.
    pub(crate) fn find(&self, name: &str) -> Option<&str> {
        let alike = || self.alike.get(&key(name))?.as_ref();
        self.exact.get(name).or_else(alike).map(String::as_str)
    }

    /// The id of the provision that is called so, or the name as it is.
    pub(crate) fn id(&self, name: &str) -> String {
        self.find(name).unwrap_or(name).to_owned()
    }

    /// The ids of a list whose names are parted by commas.
    pub(crate) fn list(&self, text: &str) -> Vec<String> {
        match self.find(text) {
            Some(id) => vec![id.to_owned()],
            None => items(text).map(|name| self.id(name)).collect(),
        }
    }
}

fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';']).map(str::trim).filter(|name| !name.is_empty())
}

/// Which of a list must hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    All,
    Any,
    None,
}

/// What a cell says must hold; nothing where it says both “and” and “or”. What no provision is called stays as it is.
pub(crate) fn needs(text: &str, names: &Names) -> Option<Needs> {
    let mut needs = EachOf::default();
    for clause in text.split(';').map(str::trim).filter(|clause| !clause.is_empty()) {
        let (of, ids) = clause_of(clause, names)?;
        match of {
            Of::All => needs.all.extend(ids),
            Of::Any => needs.any.extend(ids),
            Of::None => needs.none.extend(ids),
        }
    }
    Some(if needs.any.is_empty() && needs.none.is_empty() {
        Needs::All(needs.all)
    } else {
        Needs::Each(needs)
    })
}

fn clause_of(clause: &str, names: &Names) -> Option<(Of, Vec<String>)> {
    if let Some(id) = names.find(clause) {
        return Some((Of::All, vec![id.to_owned()]));
    }
    if let Some((of, rest)) = clause.split_once(':').and_then(|(word, rest)| Some((said(word)?, rest))) {
        return Some((of, names.list(rest.trim())));
    }
    let not = ["not ", "no "].iter().find_map(|word| starting(clause, word));
    if let Some(rest) = not {
        return Some((Of::None, names.list(rest)));
    }
    let (mut ids, mut and, mut or) = (Vec::new(), false, false);
    for item in items(clause) {
        // “a, b or c” has a word at the start of its last item, or within it.
        let item = ["and ", "y ", "e "]
            .iter()
            .find_map(|word| starting(item, word))
            .inspect(|_| and = true)
            .unwrap_or(item);
        let item = ["or ", "o ", "u "]
            .iter()
            .find_map(|word| starting(item, word))
            .inspect(|_| or = true)
            .unwrap_or(item);
        if names.find(item).is_some() {
            ids.push(names.id(item));
            continue;
        }
        let any = parted(item, &[" or ", " o ", " u ", " | "]);
        or = or || any.len() > 1;
        for one in any {
            let all = if names.find(one).is_some() {
                vec![one]
            } else {
                parted(one, &[" and ", " y ", " e ", " & ", " + "])
            };
            and = and || all.len() > 1;
            ids.extend(all.into_iter().map(|name| names.id(name)));
        }
    }
    if and && or {
        return None;
    }
    Some((if or { Of::Any } else { Of::All }, ids))
}

fn said(word: &str) -> Option<Of> {
    match key(word).as_str() {
        "all" | "allof" | "todas" | "todos" => Some(Of::All),
        "any" | "anyof" | "oneof" | "cualquiera" | "alguna" | "unade" => Some(Of::Any),
        "none" | "noneof" | "not" | "ninguna" | "ninguno" | "no" => Some(Of::None),
        _ => None,
    }
}

/// What stands behind a word at the start.
fn starting<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.get(..word.len())?;
    start.eq_ignore_ascii_case(word).then(|| text.get(word.len()..).map(str::trim)).flatten()
}

fn parted<'a>(text: &'a str, words: &[&str]) -> Vec<&'a str> {
    let mut parts = vec![text];
    for word in words {
        parts = parts.into_iter().flat_map(|part| part.split(*word)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A condition as it is written in a cell, which is empty without one.
pub(crate) fn optional(needs: Option<&Needs>) -> String {
    needs.map(written).unwrap_or_default()
}

/// A condition as it is written in a cell.
pub(crate) fn written(needs: &Needs) -> String {
    let lists = match needs {
        Needs::All(all) => return all.join(", "),
        Needs::Each(each) => [("", &each.all), ("any: ", &each.any), ("none: ", &each.none)],
    };
    let clause = |(word, ids): (&str, &Vec<String>)| format!("{word}{}", ids.join(", "));
    lists.into_iter().filter(|(_, ids)| !ids.is_empty()).map(clause).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::{Names, needs, written};

    fn names() -> Names {
        let mut names = Names::default();
        for (id, label) in [
            ("a", "A law"),
            ("b", "Both parents and guardians"),
            ("c", "A law on buyers, sellers"),
            ("d", "Of it"),
        ] {
            names.put(id, label);
        }
        names
    }

    #[test]
    fn conditions_are_read_in_many_ways() {
        for (text, read) in [
            ("a", "a"),
            ("a, b", "a, b"),
            ("a and b", "a, b"),
            ("a & b", "a, b"),
            ("a y b", "a, b"),
            ("a, b and d", "a, b, d"),
            ("a or b", "any: a, b"),
            ("a, b, or d", "any: a, b, d"),
            ("a o b", "any: a, b"),
            ("not a", "none: a"),
            ("any: a, b; none: d", "any: a, b; none: d"),
            ("a; any of: b, d; not: c", "a; any: b, d; none: c"),
            ("A law; both parents and guardians", "a, b"),
            ("A law on buyers, sellers", "c"),
            ("A  LAW, d", "a, d"),
            ("a, z", "a, z"),
        ] {
            let found = needs(text, &names()).map(|needs| written(&needs));
            assert_eq!(found.as_deref(), Some(read), "{text}");
        }
        assert!(needs("a and d or c", &names()).is_none());
    }

    /// What is written is read as it was, also where a provision is called like a word of the language.
    #[test]
    fn what_is_written_is_read() {
        let mut names = Names::default();
        ["and", "or", "any", "not", "y"].into_iter().for_each(|id| names.put(id, id));
        for text in ["and, or", "any: or, and; none: not", "y", "none: y, any"] {
            assert_eq!(needs(text, &names).map(|needs| written(&needs)).as_deref(), Some(text));
        }
    }
}
