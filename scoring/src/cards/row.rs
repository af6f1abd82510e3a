//! One row of a table: the answers of a subject.

use csv::StringRecord;

use crate::ProvisionSet;
use crate::diagnose::{At, Code, Diagnostic};
use crate::facts::Answers;
use crate::rules::{Evaluation, Rules, evaluate};

use super::columns::Column;
use super::{Card, Printed};

/// A row under its columns.
pub(super) struct Row<'a> {
    pub rules: &'a Rules,
    pub columns: &'a [Column],
    pub cells: &'a StringRecord,
    pub number: usize,
}

/// What the cells of a row answer.
#[derive(Default)]
struct Answered {
    yes: ProvisionSet,
    no: ProvisionSet,
    unknown: ProvisionSet,
    not_applicable: ProvisionSet,
}

impl Row<'_> {
    /// The place of a cell.
    pub(super) fn at(&self, index: usize) -> At {
        At::Cell { row: self.number, column: index + 1 }
    }

    /// The place of the cell that says whom the row is about.
    pub(super) fn at_subject(&self) -> At {
        self.at(self.index(Column::Subject).unwrap_or_default())
    }

    /// The card of this row; nothing, when it does not say whom it is about.
    pub(super) fn card(&self, found: &mut Vec<Diagnostic>) -> Option<Card> {
        let before = found.len();
        let subject = self.subject(found)?;
        let answers = self.answers(found);
        let mut card = Card {
            subject,
            name: self.text(Column::Name),
            group: self.text(Column::Group),
            year: self.year(found),
            answers,
            printed: Vec::new(),
        };
        let wrong = found.len() > before;
        let printed = self.printed(found);
        // What an answer that is wrong or unknown would give says nothing of what was printed.
        if !wrong && card.answers.unknown().is_empty() {
            let evaluation = evaluate(self.rules, &card.answers);
            for (index, printed) in &printed {
                if let Some(other) = printed.other_in(self.rules, &evaluation) {
                    let details = [self.cell(*index), other.as_str()];
                    found.push(Diagnostic::at(Code::OtherThanPrinted, self.at(*index), &details));
                }
            }
        }
        card.printed = printed.into_iter().map(|(_, printed)| printed).collect();
        Some(card)
    }

    fn cell(&self, index: usize) -> &str {
        self.cells.get(index).unwrap_or_default()
    }

    fn index(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|known| *known == column)
    }

    fn text(&self, column: Column) -> Option<String> {
        self.index(column).map(|index| self.cell(index).to_owned()).filter(|text| !text.is_empty())
    }

    fn subject(&self, found: &mut Vec<Diagnostic>) -> Option<String> {
        let index = self.index(Column::Subject)?;
        let id = self.cell(index);
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte);
        let code = match id {
            "" => Code::NoText,
            id if id.bytes().all(allowed) => return Some(id.to_owned()),
            _ => Code::BadId,
        };
        let details: &[&str] = if code == Code::BadId { &[id] } else { &[] };
        found.push(Diagnostic::at(code, self.at(index), details));
        None
    }

    fn year(&self, found: &mut Vec<Diagnostic>) -> Option<u16> {
        let index = self.index(Column::Year)?;
        let cell = self.cell(index);
        let year = cell.parse().ok().filter(|year| (1000..=9999).contains(year));
        if year.is_none() {
            found.push(Diagnostic::at(Code::BadYear, self.at(index), &[cell]));
        }
        year
    }

    fn printed(&self, found: &mut Vec<Diagnostic>) -> Vec<(usize, Printed)> {
        let mut printed = Vec::new();
        for (index, column) in self.columns.iter().enumerate() {
            match Printed::read(self.rules, *column, self.cell(index)) {
                Ok(read) => printed.extend(read.map(|read| (index, read))),
                Err(code) => found.push(Diagnostic::at(code, self.at(index), &[self.cell(index)])),
            }
        }
        printed
    }

    fn answers(&self, found: &mut Vec<Diagnostic>) -> Answers {
        let mut answered = self.answered(found);
        self.keep_implications(&mut answered, found);
        let may_not_apply = self.rules.may_not_apply();
        let told = answered.not_applicable.iter().filter(|index| may_not_apply.contains(*index)).collect();
        let answers =
            |answered: &Answered, told| Answers::new(answered.yes.clone(), answered.unknown.clone(), told);
        // What may always apply can still be out of play by other answers.
        let moot = answered.not_applicable.minus(&told);
        if !moot.is_empty() {
            let applying = applying(self.rules, &evaluate(self.rules, &answers(&answered, told.clone())));
            for index in moot.iter().filter(|index| applying.contains(*index)) {
                self.find(Code::Applies, index, &[self.id(index)], found);
                answered.unknown.toggle(index);
            }
        }
        answers(&answered, told)
    }

    fn answered(&self, found: &mut Vec<Diagnostic>) -> Answered {
        let mut answered = Answered::default();
        // A column that is missing answers nothing.
        let mut unknown: ProvisionSet = (0..self.rules.provisions().len()).collect();
        for (number, column) in self.columns.iter().enumerate() {
            let Column::Answer(index) = *column else { continue };
            unknown.toggle(index);
            let cell = self.cell(number);
            let set = match cell.to_lowercase().as_str() {
                "y" | "yes" | "1" => &mut answered.yes,
                "n" | "no" | "0" => &mut answered.no,
                "?" | "unknown" => &mut answered.unknown,
                "n/a" | "na" => &mut answered.not_applicable,
                "" => {
                    found.push(Diagnostic::at(Code::NoAnswer, self.at(number), &[self.id(index)]));
                    &mut answered.unknown
                }
                _ => {
                    found.push(Diagnostic::at(Code::BadAnswer, self.at(number), &[cell]));
                    &mut answered.unknown
                }
            };
            set.toggle(index);
        }
        answered.unknown = answered.unknown.union(&unknown);
        answered
    }

    /// What holds holds with all that it implies; where the row says otherwise, that is told.
    fn keep_implications(&self, answered: &mut Answered, found: &mut Vec<Diagnostic>) {
        let implied = self.rules.implied();
        for index in answered.yes.iter() {
            let with = implied.with(index);
            for other in with
                .iter()
                .filter(|other| answered.no.contains(*other) || answered.not_applicable.contains(*other))
            {
                self.find(Code::CannotHold, index, &[self.id(index), self.id(other)], found);
            }
        }
        let closed = implied.closed(&answered.yes);
        for group in implied.groups().iter().filter(|group| group.is_broken(&closed)) {
            let first = group.members.iter().find(|member| closed.contains(**member));
            self.find(Code::ExcludeEachOther, first.copied().unwrap_or_default(), &[&group.id], found);
        }
        answered.unknown = answered.unknown.minus(&closed);
        answered.not_applicable = answered.not_applicable.minus(&closed);
        answered.yes = closed;
    }

    fn id(&self, index: usize) -> &str {
        self.rules.provisions().get(index).map_or("", String::as_str)
    }

    /// Notes something about the answer to a provision.
    fn find(&self, code: Code, index: usize, details: &[&str], found: &mut Vec<Diagnostic>) {
        let number = self.index(Column::Answer(index)).unwrap_or_default();
        found.push(Diagnostic::at(code, self.at(number), details));
    }
}

/// The provisions that a node looks at which applies with these answers.
fn applying(rules: &Rules, evaluation: &Evaluation) -> ProvisionSet {
    let mut looked_at = ProvisionSet::default();
    let mut waiting: Vec<_> = rules.tallies().iter().map(|tally| tally.root).collect();
    while let Some(id) = waiting.pop() {
        let Some(node) = rules.node(id) else { continue };
        looked_at = looked_at.union(&node.applies.provisions());
        if !evaluation.score(id).applies() {
            continue;
        }
        if let Some(condition) = node.rule.condition() {
            looked_at = looked_at.union(&condition.provisions());
        }
        waiting.extend(node.rule.parts());
    }
    looked_at
}
