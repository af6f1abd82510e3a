//! A framework's file: the rules by which law is graded.

use serde::{Deserialize, Serialize};

use crate::{Points, Words, say};

/// What a figure or a statement rests on. Shown beside each, never blurred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Printed on the card, or in a public list of the publisher.
    Published,
    /// Read from the law itself, with its citation.
    Statute,
    /// Our reading, chosen so that every section adds up to its published points.
    Reconstructed,
    /// Not mentioned by any source; taken for granted and said to be so.
    Assumed,
}

impl Basis {
    /// Every one, the surest first.
    pub const ALL: [Self; 4] = [Self::Published, Self::Statute, Self::Reconstructed, Self::Assumed];

    /// Its name in data, whatever the language.
    pub const fn name(self) -> &'static str {
        match self {
            Basis::Published => "published",
            Basis::Statute => "statute",
            Basis::Reconstructed => "reconstructed",
            Basis::Assumed => "assumed",
        }
    }

    /// The basis with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.name() == name)
    }

    /// The word that visitors see.
    pub fn word(self, words: &Words) -> String {
        match self {
            Basis::Published => say::basis::published(words),
            Basis::Statute => say::basis::statute(words),
            Basis::Reconstructed => say::basis::reconstructed(words),
            Basis::Assumed => say::basis::assumed(words),
        }
    }
}

/// The rules: sections, components, provisions, rungs and bands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Framework {
    /// Kebab-case name with its year, such as `pic-2019`; part of every address.
    pub id: String,
    /// The framework's own name.
    pub title: String,
    /// The year whose rules these are.
    pub year: u16,
    /// Which reading of these rules this is, from 1. Rules that change get the next one, and from the second on it is
    /// part of every address that differs from the card.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub edition: u16,
    /// Who published it.
    pub publisher: String,
    /// What is known of the rules and what is not, in a sentence or two.
    pub about: String,
    /// Every rung's points are a multiple of this, in points; at least 0.25.
    pub step: Points,
    /// The most that a card can earn: the sum of the sections' maximums.
    pub max: Points,
    /// Grades, the best first.
    pub bands: Vec<Band>,
    /// Every provision; their order here is the order of addresses.
    pub provisions: Vec<Provision>,
    /// The graded sections, in the card's order.
    pub sections: Vec<Section>,
    /// What earlier editions had otherwise, the first first. Authors write none: the build knows the files of all
    /// editions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<EarlierEdition>,
}

impl Framework {
    /// The graded questions of all sections.
    pub fn components(&self) -> impl Iterator<Item = &Component> {
        self.sections.iter().flat_map(|section| &section.components)
    }
}

/// What an earlier edition of the rules had otherwise than this one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct EarlierEdition {
    /// Its number.
    pub edition: u16,
    /// The graded questions whose ways to earn points were others.
    pub components: Vec<EarlierComponent>,
}

/// A graded question as an earlier edition had it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct EarlierComponent {
    /// Its id, as in the present rules.
    pub id: String,
    /// The ways to earn points that it had.
    pub rungs: Vec<Rung>,
}

impl EarlierEdition {
    /// What rules had otherwise than rules that came after them.
    pub fn of(before: &Framework, now: &Framework) -> Self {
        let points = |component: &Component| {
            component.rungs.iter().map(|rung| (rung.points, rung.needs.clone())).collect::<Vec<_>>()
        };
        let same = |component: &&Component| {
            now.components().any(|one| one.id == component.id && points(one) == points(component))
        };
        let changed = before.components().filter(|component| !same(component));
        let earlier = |component: &Component| EarlierComponent {
            id: component.id.clone(),
            rungs: component.rungs.clone(),
        };
        Self { edition: before.edition, components: changed.map(earlier).collect() }
    }
}

fn first() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over so")]
fn is_first(edition: &u16) -> bool {
    *edition == 1
}

/// A letter and the lowest total that earns it. The bound is inclusive and nothing is rounded up:
/// 79.5 was a C in Tennessee in 2012 (facts on the framework, 1.2).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Band {
    /// The letter.
    pub grade: String,
    /// The lowest total, in points. The last band's is the lowest that the framework grades.
    pub from: Points,
}

/// One yes-or-no fact about the law that a visitor can switch.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Provision {
    /// Kebab-case and stable; part of addresses.
    pub id: String,
    /// The fact, as a plain statement that is true when it is in law.
    pub label: String,
}

/// One part of the card, with the points it can earn.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Section {
    /// The section's number.
    pub id: String,
    /// The title as the card has it.
    pub title: String,
    /// One word for tight places.
    pub short: String,
    /// The sum of its components' maximums, in points.
    pub max: Points,
    /// The graded questions.
    pub components: Vec<Component>,
}

/// One graded question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Component {
    /// The number, such as `2.10`.
    pub id: String,
    /// What is asked, in our own words.
    pub title: String,
    /// The most it can earn, in points.
    pub max: Points,
    /// Whether the question was published or worked out from the cards.
    pub basis: Basis,
    /// Ways to earn points; the satisfied rung with the most points counts, and none earns zero.
    pub rungs: Vec<Rung>,
}

/// Points earned when all the provisions it needs are in law. Negative points are a penalty.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Rung {
    /// Points, a multiple of the framework's step.
    pub points: Points,
    /// Ids of provisions, at least one.
    pub needs: Vec<String>,
    /// What the number of points rests on.
    pub basis: Basis,
}
