//! `compare-rules`: what a change of rules changes, part by part for every law that a part can tell apart, and for every
//! card. Two editions of a framework are two files.

use std::collections::{BTreeMap, BTreeSet};

use scoring::cards::{self, Card};
use scoring::diagnose::Diagnostic;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::rules::file::Framework;
use scoring::rules::{Outline, Rules, compile, evaluate, outline};
use scoring::{Block, Document, ProvisionSet, Table, Words};

use crate::failure::Failure;

/// How many provisions a part may ask so that every law is tried: 2 to the power of this.
const MOST: usize = 14;

/// One of two editions.
struct Edition<'a> {
    file: &'a Framework,
    rules: Rules,
    /// The parts that ask something, by their ids or titles.
    parts: BTreeMap<String, Outline>,
}

/// What differs between two editions, to be read by people: a table for each part in which some law earns other points,
/// and the cards whose results change. They are read of a table by the first.
///
/// # Errors
/// When either has a mistake in it.
pub fn compare(before: &Framework, after: &Framework, table: &str) -> Result<Document, Failure> {
    let (before, after) = (Edition::of(before)?, Edition::of(after)?);
    let title = format!("{}: what a change of its rules changes", before.file.title);
    let mut blocks = vec![Block::Title(title)];
    let names: BTreeSet<&String> = before.parts.keys().chain(after.parts.keys()).collect();
    let mut differs = false;
    for name in names {
        let sides = [before.parts.get(name), after.parts.get(name)];
        differs |= match sides {
            [Some(one), Some(other)] => part(&mut blocks, name, [(&before, one), (&after, other)]),
            _ => {
                let side = if sides.first().is_some_and(Option::is_some) { "before" } else { "after" };
                blocks.push(Block::Heading(name.clone()));
                blocks.push(Block::Paragraph(format!("It is there {side} alone.")));
                true
            }
        };
    }
    if !differs {
        blocks.push(Block::Paragraph(
            "No part earns other points than before, whatever the law is.".to_owned(),
        ));
    }
    let cards = cards::read(&before.rules, table).cards;
    blocks.extend(results(&before, &after, &cards));
    Ok(Document { blocks })
}

impl<'a> Edition<'a> {
    fn of(file: &'a Framework) -> Result<Self, Failure> {
        let words = Words::english();
        let told = |found: Vec<Diagnostic>| {
            let lines: Vec<String> = found.iter().map(|one| one.in_words(&words)).collect();
            Failure::Data(format!("{}: {}", file.id, lines.join("; ")))
        };
        let rules = compile(file).map_err(told)?;
        let mut parts = BTreeMap::new();
        let mut waiting = outline(file, &rules);
        while let Some(mut part) = waiting.pop() {
            waiting.append(&mut part.parts);
            let name = part.id.clone().or_else(|| part.title.clone());
            if let Some(name) = name.filter(|_| !part.questions.is_empty()) {
                parts.insert(name, part);
            }
        }
        Ok(Self { file, rules, parts })
    }

    /// The ids of what a part asks.
    fn asked(&self, part: &Outline) -> BTreeSet<String> {
        let indices = part.questions.iter().flat_map(|question| question.asked.provisions(&self.rules));
        indices.filter_map(|index| self.rules.provisions().get(index).cloned()).collect()
    }

    /// What a part earns under a law, and which provisions hold with what the law implies.
    fn earned(&self, part: &Outline, law: &BTreeSet<&String>) -> Option<(Fraction, ProvisionSet)> {
        let mut held = ProvisionSet::default();
        for id in law {
            held = held.union(&self.rules.implied().with(self.rules.provision(id)?));
        }
        let score = evaluate(&self.rules, &Answers::of(held.clone())).score(part.node?);
        Some((self.rules.unit().fraction(score.earned), held))
    }

    fn label(&self, id: &str) -> String {
        let known = self.file.provisions.iter().find(|provision| provision.id == id);
        known.map_or_else(|| id.to_owned(), |provision| provision.label.clone())
    }

    /// The first result of answers, with its letter.
    fn result(&self, answers: &Answers) -> String {
        let evaluation = evaluate(&self.rules, answers);
        let Some(tally) = self.rules.tallies().first() else { return String::new() };
        let Some(figure) = evaluation.figure(0) else { return "–".to_owned() };
        let shown = tally.scale.seen(figure).to_string();
        match evaluation.band(0).and_then(|band| tally.bands.get(band)) {
            Some(band) => format!("{shown} ({})", band.name),
            None => shown,
        }
    }
}

/// A table of the laws under which a part earns other points than before; whether there is one.
fn part(
    blocks: &mut Vec<Block>,
    name: &str,
    [(before, one), (after, other)]: [(&Edition<'_>, &Outline); 2],
) -> bool {
    let asked: Vec<String> = before.asked(one).union(&after.asked(other)).cloned().collect();
    if asked.len() > MOST {
        blocks.push(Block::Heading(name.to_owned()));
        let text = format!(
            "It asks {} questions, too many to try every law; the cards below show what changes.",
            asked.len()
        );
        blocks.push(Block::Paragraph(text));
        return true;
    }
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    for law in 0..1_usize << asked.len() {
        let law: BTreeSet<&String> =
            asked.iter().enumerate().filter(|(bit, _)| law >> bit & 1 == 1).map(|(_, id)| id).collect();
        let (Some((was, held)), Some((is, _))) = (before.earned(one, &law), after.earned(other, &law)) else {
            continue;
        };
        // What a law implies is in it; the same law is told once.
        let held: Vec<usize> = held.iter().collect();
        if was == is || !seen.insert(held.clone()) {
            continue;
        }
        let labels = held.iter().filter_map(|index| before.rules.provisions().get(*index));
        let labels: Vec<String> = labels.filter(|id| asked.contains(id)).map(|id| before.label(id)).collect();
        let labels = if labels.is_empty() { "none of its provisions".to_owned() } else { labels.join("; ") };
        rows.push(vec![labels, was.to_string(), is.to_string()]);
    }
    if rows.is_empty() {
        return false;
    }
    let title = one.title.as_ref().filter(|title| *title != name);
    blocks.push(Block::Heading(title.map_or_else(|| name.to_owned(), |title| format!("{name} {title}"))));
    blocks.push(table(["In law", "Before", "After"], rows));
    true
}

/// The cards whose results change, and how many do not.
fn results(before: &Edition<'_>, after: &Edition<'_>, cards: &[Card]) -> Vec<Block> {
    let mut rows = Vec::new();
    for card in cards {
        // By their ids: the second may have other provisions.
        let same = |index: usize| after.rules.provision(before.rules.provisions().get(index)?);
        let moved = |set: &ProvisionSet| set.iter().filter_map(same).collect::<ProvisionSet>();
        let answers = &card.answers;
        let answers =
            Answers::new(moved(answers.held()), moved(answers.unknown()), moved(answers.not_applicable()));
        let (was, is) = (before.result(&card.answers), after.result(&answers));
        if was != is {
            rows.push(vec![card.name.clone().unwrap_or_else(|| card.subject.clone()), was, is]);
        }
    }
    let count = format!("{} of {} cards have another result.", rows.len(), cards.len());
    let mut blocks = vec![Block::Heading("Cards".to_owned()), Block::Paragraph(count)];
    if !rows.is_empty() {
        blocks.push(table(["Card", "Before", "After"], rows));
    }
    blocks
}

fn table(head: [&str; 3], rows: Vec<Vec<String>>) -> Block {
    Block::Table(Table { head: head.map(str::to_owned).to_vec(), rows })
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use scoring::rules::file::Framework;

    use super::compare;
    use crate::files::{read, root};

    fn framework(file: &str, change: [&str; 2]) -> [Framework; 2] {
        let text = read(&root().join("data").join(file)).expect("it is there");
        assert!(text.contains(change[0]), "{}", change[0]);
        [text.clone(), text.replacen(change[0], change[1], 1)]
            .map(|text| serde_json::from_str(&text).expect("a framework"))
    }

    /// A rung that is worth more is told with the law under which it counts, and no part besides.
    #[test]
    fn a_rung_that_is_worth_more() {
        let rung = "\"needs\": [\"sex-trafficking-law\"]";
        let change = [format!("{{\"points\": 1, {rung}"), format!("{{\"points\": 0.5, {rung}")];
        let [before, after] = framework("frameworks/pic-2019.json", change.each_ref().map(String::as_str));
        insta::assert_snapshot!(compare(&before, &after, "").expect("both are right").markdown());
    }

    /// What the second edition has otherwise, for whoever asks what it changed.
    #[test]
    fn the_second_edition_of_pic() {
        let rules = |file: &str| -> Framework {
            let text = read(&root().join("data/frameworks").join(file)).expect("it is there");
            serde_json::from_str(&text).expect("a framework")
        };
        let (before, after) = (rules("earlier/pic-2019@1.json"), rules("pic-2019.json"));
        insta::assert_snapshot!(compare(&before, &after, "").expect("both are right").markdown());
    }

    /// A change that moves cards names them; the same rules move none.
    #[test]
    fn cards_that_move_are_named() {
        let [before, after] = framework(
            "sunlight-2015/framework.json",
            ["\"activity-by-bill\", \"points\": 1", "\"activity-by-bill\", \"points\": 0"],
        );
        let cards = read(&root().join("data/sunlight-2015/cards.csv")).expect("it is there");
        insta::assert_snapshot!(compare(&before, &after, &cards).expect("both are right").markdown());
        let same = compare(&before, &before, &cards).expect("both are right").markdown();
        assert!(same.contains("0 of 50 cards have another result."), "{same}");
    }
}
