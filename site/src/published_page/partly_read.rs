//! Cards of which only a part could be read: what they come to whatever the rest says, and what would bring more.

use scoring::ProvisionSet;
use scoring::binding::{BoundCard, BoundPlan, Certainty, LawChange, Refused, Span};
use scoring::cards::{Card, Printed};
use scoring::exact::{Fraction, Points};

use super::PrintedPage;
use crate::data::{Constraint, PartlyRead, printed_total};
use crate::failure::Failure;
use crate::html::escaped;

/// How many changes are looked at for a plan.
const MOST_CHANGES: usize = 6;

/// A card that is told, with what it was read from.
pub(super) struct Told<'a> {
    pub read: &'a PartlyRead,
    pub card: &'a Card,
    pub bound: BoundCard,
    /// The unknown answers that the printed points decide.
    pub settled: Vec<(usize, bool)>,
    total: Fraction,
}

impl PrintedPage<'_> {
    /// Each card by itself, in the order of the states' names.
    pub(super) fn partly_read(
        &self,
        read: &PartlyRead,
        constraints: &[Constraint],
    ) -> Result<String, Failure> {
        let mut cards: Vec<&Card> = read.cards.iter().collect();
        cards.sort_by_key(|card| self.name(&card.subject));
        let mut html = String::new();
        for card in cards {
            let bound = BoundCard::new(&read.rules, card).map_err(|refused| refused_by(card, refused))?;
            let total = printed_total(card)
                .ok_or_else(|| Failure::Missing(format!("{} has no total", card.subject)))?;
            let settled = settled(card, &bound)?;
            let told = Told { read, card, bound, settled, total };
            let own: Vec<&Constraint> =
                constraints.iter().filter(|one| one.subject == card.subject).collect();
            html += &self.partly_read_card(&told, &own)?;
        }
        Ok(html)
    }

    fn partly_read_card(&self, told: &Told<'_>, constraints: &[&Constraint]) -> Result<String, Failure> {
        let name = escaped(self.name(&told.card.subject));
        // The table of printed points has the year and the sources; what it has of later years is of other cards.
        let year = constraints.first().and_then(|first| first.year);
        let heading = year.map_or_else(|| name.clone(), |year| format!("{name} {year}"));
        let note = constraints.first().and_then(|first| first.note.as_ref()).filter(|_| year.is_none());
        let note = note.map(|note| self.said(&format!("constraint_{note}"), &[])).transpose()?;
        let mut sources: Vec<&str> = Vec::new();
        let own = constraints.iter().filter(|one| one.year == year);
        for source in own.flat_map(|one| one.source.split("; ")) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let sources = format!("<span lang=\"en\">{}</span>", escaped(&sources.join("; ")));
        Ok(format!(
            "<h3>{heading}</h3>\n<p>{}</p>\n{}{}{}{}<p>{}: {sources} {}</p>\n",
            self.reach(told)?,
            self.plans(told)?,
            self.answers(told)?,
            self.questions(told)?,
            self.changes(told)?,
            self.said("source", &[])?,
            note.unwrap_or_default(),
        ))
    }

    /// What the known answers leave open, and what the printed points do.
    fn reach(&self, told: &Told<'_>) -> Result<String, Failure> {
        let Told { read, card, bound, settled, total } = told;
        let free = Card { printed: Vec::new(), ..(*card).clone() };
        let free = BoundCard::new(&read.rules, &free).map_err(|refused| refused_by(card, refused))?;
        let all = read.rules.provisions().len();
        let unknown = bound.unknown().len();
        let settled = settled.len();
        let free = free.span(&LawChange::default()).map_err(|_| cannot_be(card))?;
        let free = self.span(told, free)?;
        let printed = self.printed_parts(told)?;
        let (all, known) = (all.to_string(), (all - unknown).to_string());
        let (settled, open) = (settled.to_string(), (unknown - settled).to_string());
        let total = self.figure(*total);
        let known = self.said("partly_known", &[("known", &known), ("all", &all), ("range", &free)])?;
        let held = self.said("partly_held", &[("printed", &printed), ("total", &total)])?;
        let settled = self.said("partly_settled", &[("settled", &settled), ("open", &open)])?;
        Ok(format!("{known} {held} {settled}"))
    }

    fn printed_parts(&self, told: &Told<'_>) -> Result<String, Failure> {
        let mut parts = Vec::new();
        for printed in &told.card.printed {
            let Printed::Earned { node, points } = *printed else { continue };
            let section = told.read.rules.node(node).and_then(|node| node.id.as_deref()).unwrap_or_default();
            let points = self.figure(points);
            parts.push(self.said("partly_part", &[("points", &points), ("section", section)])?);
        }
        Ok(parts.join(", "))
    }

    /// The fewest changes that bring as much as one question can, for certain and in some laws.
    fn plans(&self, told: &Told<'_>) -> Result<String, Failure> {
        let rules = &told.read.rules;
        let one_question =
            self.translation.baseline.sections().iter().flat_map(|section| &section.components);
        let more = one_question.map(|component| component.max).max().unwrap_or_default();
        let total = rules.unit().count(told.total).unwrap_or_default();
        let more = more.to_string().parse::<Fraction>().ok().and_then(|more| rules.unit().count(more));
        let target = total + more.unwrap_or_default();
        let shown = self.figure(rules.unit().fraction(target));
        let certain = self.smallest(told, target, Certainty::Certain)?;
        let possible = self.smallest(told, target, Certainty::Possible)?;
        let fewest = certain.as_ref().map_or(usize::MAX, |(on, _)| on.len());
        let mut lines = vec![match &certain {
            Some(certain) => self.plan("partly_plan", told, &shown, certain)?,
            None => format!("<p>{}</p>", self.said("partly_no_plan", &[("total", &shown)])?),
        }];
        for fewer in possible.iter().filter(|(on, _)| on.len() < fewest) {
            lines.push(self.plan("partly_maybe", told, &shown, fewer)?);
        }
        Ok(lines.join("\n") + "\n")
    }

    fn smallest(
        &self,
        told: &Told<'_>,
        target: Points,
        certainty: Certainty,
    ) -> Result<Option<(ProvisionSet, Span)>, Failure> {
        let found = told.bound.plan(target, certainty, &ProvisionSet::default(), MOST_CHANGES);
        match found.map_err(|_| cannot_be(told.card))? {
            BoundPlan::Found { on, span } => Ok(Some((on, span))),
            BoundPlan::OutOfReach => Ok(None),
            BoundPlan::TooLarge => {
                Err(Failure::Missing(format!("{}: plans are too much to search", told.card.subject)))
            }
        }
    }

    fn plan(
        &self,
        text: &str,
        told: &Told<'_>,
        total: &str,
        (on, span): &(ProvisionSet, Span),
    ) -> Result<String, Failure> {
        let range = self.span(told, *span)?;
        let count = on.len().to_string();
        let line = self.said(text, &[("total", total), ("count", &count), ("range", &range)])?;
        let items: String =
            on.iter().map(|index| format!("<li>{}</li>", self.provision(told, index))).collect();
        Ok(format!("<p>{line}</p><ul>{items}</ul>"))
    }

    pub(super) fn provision(&self, told: &Told<'_>, index: usize) -> String {
        let id = told.read.rules.provisions().get(index);
        let provision = id.and_then(|id| self.translation.baseline.provision(id));
        provision.map(|provision| escaped(&provision.label)).unwrap_or_default()
    }

    /// One figure where nothing moves, else both ends.
    pub(super) fn span(&self, told: &Told<'_>, span: Span) -> Result<String, Failure> {
        let shown = |points| self.figure(told.read.rules.unit().fraction(points));
        let (least, most) = (shown(span.least), shown(span.most));
        if least == most {
            return Ok(least);
        }
        self.said("range", &[("least", &least), ("most", &most)])
    }

    fn figure(&self, points: Fraction) -> String {
        self.translation.baseline.words().number(&points.in_decimals())
    }
}

fn settled(card: &Card, bound: &BoundCard) -> Result<Vec<(usize, bool)>, Failure> {
    let mut settled = Vec::new();
    for index in bound.unknown().iter() {
        let holds = bound.settled(index).map_err(|_| cannot_be(card))?;
        settled.extend(holds.map(|holds| (index, holds)));
    }
    Ok(settled)
}

fn refused_by(card: &Card, refused: Refused) -> Failure {
    Failure::Missing(format!("{}: {refused:?}", card.subject))
}

pub(super) fn cannot_be(card: &Card) -> Failure {
    Failure::Missing(format!("no law has earned the points of {}", card.subject))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use std::collections::BTreeMap;

    use super::PrintedPage;
    use crate::data::{PartlyRead, constraints, pairs};

    /// What is told is in each language, and all that a plan needs is in it.
    #[test]
    fn both_cards_are_told_in_each_language() {
        let pairs = pairs().expect("the data is right");
        let read = PartlyRead::of_site("pic-2019").expect("the cards are right").expect("there are cards");
        let constraints = constraints("pic-2019").expect("the table is right");
        for (translation, sure) in pairs
            .iter()
            .flat_map(|pair| &pair.translations)
            .zip(["sure to reach 92.5", "seguro llegar a 92.5"])
        {
            let page = PrintedPage { translation, spoken: &[], names: BTreeMap::new() };
            let html = page.partly_read(&read, &constraints).expect("every text is there");
            // One sure plan for each, and one card of which fewer changes may be enough.
            assert_eq!((html.matches("<h3>").count(), html.matches(sure).count()), (2, 2));
            assert_eq!(html.matches("<ul>").count(), 3);
            // Of every question what it can have earned, twice 41.
            assert_eq!(html.matches("<th scope=\"row\">5.11 ").count(), 2);
        }
    }
}
