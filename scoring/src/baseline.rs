//! A framework and a card, checked and joined: what every scenario starts from.

use std::sync::Arc;

use crate::check::{self, Problem};
use crate::data::{self, Band, Basis, CardBill, Citation};
use crate::evaluation::score_sections;
use crate::indices::indices;
use crate::rules::{best_met, reached};
use crate::{Points, ProvisionSet, Scenario, SectionScore, Words, say};

/// A framework joined with one card of it. Scenarios, evaluations and all texts refer to this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    framework: data::Framework,
    card: data::Card,
    bills: Vec<CardBill>,
    sections: Vec<Arc<Section>>,
    in_force: Vec<SectionScore>,
    provisions: Vec<Arc<Provision>>,
    higher_bands: Vec<Arc<Band>>,
    lowest_band: Arc<Band>,
    words: Arc<Words>,
}

/// One section with its published points.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// The section's number on the card.
    pub id: String,
    /// The title as the card has it.
    pub title: String,
    /// One word for tight places.
    pub short: String,
    /// The most it can earn, in points.
    pub max: Points,
    /// The points printed on the card.
    pub published: Points,
    /// The graded questions.
    pub components: Vec<Arc<Component>>,
}

/// One graded question, with everything that can earn points in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Component {
    /// The number, such as `2.10`.
    pub id: String,
    /// What is asked.
    pub title: String,
    /// The most it can earn, in points.
    pub max: Points,
    /// Whether the question itself was published or worked out.
    pub basis: Basis,
    /// Ways to earn points, in the framework's order.
    pub rungs: Vec<Arc<Rung>>,
    /// Every provision that a rung needs, in the framework's order.
    pub provisions: Vec<Arc<Provision>>,
    /// How the card was read where its text leaves room.
    pub note: Option<String>,
}

/// Points earned when all the provisions it needs are in law.
#[derive(Debug, PartialEq, Eq)]
pub struct Rung {
    /// The points.
    pub points: Points,
    /// What that number rests on.
    pub basis: Basis,
    /// The provisions, in the order in which the framework names them.
    pub needs: Vec<Arc<Provision>>,
}

/// One provision, and what the card finds in law.
#[derive(Debug, PartialEq, Eq)]
pub struct Provision {
    /// Its index in the framework's order, from 0.
    pub index: usize,
    /// The stable id.
    pub id: String,
    /// The fact as a plain statement.
    pub label: String,
    /// What the card's law says.
    pub law: Law,
    /// Ids of all components that it counts in.
    pub counts_in: Vec<String>,
}

/// What one jurisdiction's law says on a provision.
#[derive(Debug, PartialEq, Eq)]
pub struct Law {
    /// Whether it is in law.
    pub in_law: bool,
    /// What that rests on.
    pub basis: Basis,
    /// The finding, in our own words.
    pub finding: String,
    /// The statutes, where known.
    pub citations: Vec<Citation>,
}

/// A part of the line that cites statutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited<'a> {
    /// The text.
    pub text: String,
    /// Where the official text of what it cites stands.
    pub address: Option<&'a str>,
}

impl Component {
    /// The satisfied rung with the most points, which is the one that counts; nothing, when none is
    /// satisfied. `holds` says whether a provision is in law.
    pub fn rung_that_counts(&self, holds: impl Fn(&Provision) -> bool) -> Option<&Arc<Rung>> {
        best_met(&self.rungs, |rung| rung.points, |rung| rung.needs.iter().all(|need| holds(need)))
    }
}

impl Law {
    /// The statutes in one line, those that nothing confirms marked so. The name of the code is given
    /// once where it stays the same. Empty, when no statute is known.
    pub fn cited(&self, words: &Words) -> String {
        self.cited_parts(words).into_iter().map(|part| part.text).collect()
    }

    /// The same with the address of each official text behind it, for paper and for other programs.
    pub fn cited_in_full(&self, words: &Words) -> String {
        let in_full = |part: Cited<'_>| match part.address {
            Some(address) => format!("{} ({address})", part.text),
            None => part.text,
        };
        self.cited_parts(words).into_iter().map(in_full).collect()
    }

    /// The parts of that line: each citation, and what stands between them.
    pub fn cited_parts(&self, words: &Words) -> Vec<Cited<'_>> {
        let mut parts: Vec<Cited<'_>> = Vec::new();
        let mut code = "";
        for citation in &self.citations {
            let (named, index) = citation.text.split_once('§').unwrap_or((&citation.text, ""));
            if !parts.is_empty() {
                parts.push(Cited { text: "; ".to_owned(), address: None });
            }
            let mut text = if named != code || index.is_empty() { named.to_owned() } else { String::new() };
            if !index.is_empty() {
                text += "§\u{a0}";
                text += index.trim_ascii_start();
            }
            parts.push(Cited { text, address: citation.address.as_deref() });
            code = named;
            if citation.unconfirmed {
                let text = format!(" {}", say::law::unconfirmed(words));
                parts.push(Cited { text, address: None });
            }
        }
        parts
    }
}

impl Baseline {
    /// Checks a framework and a card and joins them, for texts in the language of these words.
    ///
    /// # Errors
    /// Every mistake that [`check::check`] finds, at once. Also when the card's provisions do not
    /// give the points that the card prints.
    pub fn new(framework: data::Framework, card: data::Card, words: Words) -> Result<Self, Vec<Problem>> {
        let problems = check::check(&framework, &card);
        if !problems.is_empty() {
            return Err(problems);
        }
        let baseline = Self::joined(framework, card, words).ok_or_else(|| vec![check::no_bands()])?;
        let problems = check::against_published(baseline.in_force());
        if problems.is_empty() { Ok(baseline) } else { Err(problems) }
    }

    /// Joins a framework and a card that were checked before; nothing, when there are no bands.
    pub(crate) fn joined(framework: data::Framework, card: data::Card, words: Words) -> Option<Self> {
        let provisions = join_provisions(&framework, &card);
        let sections = join_sections(&framework, &card, &provisions);
        let mut bands = framework.bands.iter().cloned().map(Arc::new);
        let lowest_band = bands.next_back()?;
        let higher_bands = bands.collect();
        Some(Self {
            framework,
            card,
            bills: Vec::new(),
            in_force: score_sections(&sections, &Scenario::default()),
            sections,
            provisions,
            higher_bands,
            lowest_band,
            words: Arc::new(words),
        })
    }

    /// The framework as its file has it.
    pub fn framework(&self) -> &data::Framework {
        &self.framework
    }

    /// The card as its file has it.
    pub fn card(&self) -> &data::Card {
        &self.card
    }

    /// The same with bills about what the card grades.
    pub fn with_bills(self, bills: Vec<CardBill>) -> Self {
        Self { bills, ..self }
    }

    /// The bills about what the card grades, as far as they are known.
    pub fn bills(&self) -> &[CardBill] {
        &self.bills
    }

    /// The words of the language that texts about it are in.
    pub fn words(&self) -> &Arc<Words> {
        &self.words
    }

    /// The sections in the card's order.
    pub fn sections(&self) -> &[Arc<Section>] {
        &self.sections
    }

    /// What the law in force earns, section by section.
    pub(crate) fn in_force(&self) -> &[SectionScore] {
        &self.in_force
    }

    /// All provisions, in the framework's order: each one's `index` is its index here.
    pub fn provisions(&self) -> &[Arc<Provision>] {
        &self.provisions
    }

    /// The provision with this id.
    pub fn provision(&self, id: &str) -> Option<&Arc<Provision>> {
        self.provisions.iter().find(|provision| provision.id == id)
    }

    /// The grades, the best first.
    pub fn bands(&self) -> impl DoubleEndedIterator<Item = &Arc<Band>> {
        self.higher_bands.iter().chain([&self.lowest_band])
    }

    /// The band that a total falls in. Bounds are inclusive; a total below all of them is in the
    /// lowest band.
    pub fn band(&self, total: Points) -> &Arc<Band> {
        reached(self.bands(), |band| total >= band.from).unwrap_or(&self.lowest_band)
    }

    /// The next better band after the one that a total falls in, if there is one.
    pub fn band_above(&self, total: Points) -> Option<&Arc<Band>> {
        self.higher_bands.iter().rev().find(|band| band.from > total)
    }
}

fn join_provisions(framework: &data::Framework, card: &data::Card) -> Vec<Arc<Provision>> {
    let findings = indices(&mut card.provisions.iter().map(|finding| finding.id.as_str()));
    let known = indices(&mut framework.provisions.iter().map(|provision| provision.id.as_str()));
    let mut counts_in = vec![Vec::new(); framework.provisions.len()];
    for component in framework.components() {
        for id in component.rungs.iter().flat_map(|rung| &rung.needs) {
            let list: Option<&mut Vec<String>> =
                known.get(id.as_str()).and_then(|&index| counts_in.get_mut(index));
            if let Some(list) = list.filter(|list| list.last() != Some(&component.id)) {
                list.push(component.id.clone());
            }
        }
    }
    let join = |(index, (provision, counts_in)): (usize, (&data::Provision, Vec<String>))| {
        let finding = card.provisions.get(*findings.get(provision.id.as_str())?)?;
        Some(Arc::new(Provision {
            index,
            id: provision.id.clone(),
            label: provision.label.clone(),
            law: Law {
                in_law: finding.in_law,
                basis: finding.basis,
                finding: finding.finding.clone(),
                citations: finding.citations.clone(),
            },
            counts_in,
        }))
    };
    // The check has seen a finding for every provision, so nothing is left out here.
    framework.provisions.iter().zip(counts_in).enumerate().filter_map(join).collect()
}

fn join_sections(
    framework: &data::Framework,
    card: &data::Card,
    provisions: &[Arc<Provision>],
) -> Vec<Arc<Section>> {
    let known = indices(&mut provisions.iter().map(|provision| provision.id.as_str()));
    let join_rung = |rung: &data::Rung| {
        let need = |id: &String| provisions.get(*known.get(id.as_str())?).cloned();
        let needs = rung.needs.iter().filter_map(need).collect();
        Arc::new(Rung { points: rung.points, basis: rung.basis, needs })
    };
    let note = |id: &str| card.notes.iter().find(|note| note.component == id).map(|note| note.text.clone());
    let join_component = |component: &data::Component| {
        let rungs: Vec<Arc<Rung>> = component.rungs.iter().map(join_rung).collect();
        let used: ProvisionSet = rungs.iter().flat_map(|rung| &rung.needs).map(|p| p.index).collect();
        Arc::new(Component {
            id: component.id.clone(),
            title: component.title.clone(),
            max: component.max,
            basis: component.basis,
            provisions: used.iter().filter_map(|index| provisions.get(index)).cloned().collect(),
            rungs,
            note: note(&component.id),
        })
    };
    let published = |id: &str| card.published.sections.iter().find(|section| section.id == id);
    framework
        .sections
        .iter()
        .map(|section| {
            Arc::new(Section {
                id: section.id.clone(),
                title: section.title.clone(),
                short: section.short.clone(),
                max: section.max,
                published: published(&section.id).map(|section| section.points).unwrap_or_default(),
                components: section.components.iter().map(join_component).collect(),
            })
        })
        .collect()
}
