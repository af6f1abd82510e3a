//! Mistakes in frameworks and cards: every one in a single run, each with its place and what was
//! expected there.

mod card;
mod framework;
mod language;

use std::fmt;

use crate::data::{Card, Framework};
use crate::indices::Indices;
use crate::{Points, SectionScore};

pub use language::{
    LanguageMistake, LanguageProblem, check_card_words, check_framework_words, check_language,
};

/// One mistake in the data, at one place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} {path}: {mistake}")]
pub struct Problem {
    /// The file that holds the mistake.
    pub file: File,
    /// The place in it, as a JSON pointer (RFC 6901) such as `/sections/0/components/2/max`.
    pub path: String,
    /// What is wrong and what was expected.
    pub mistake: Mistake,
}

/// Which of the two files a problem is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The framework's.
    Framework,
    /// The card's.
    Card,
}

/// What can be wrong with a framework or a card.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum Mistake {
    #[error("expected an id of small letters, digits, “-” and “.”, found “{0}”")]
    BadId(String),
    #[error("expected a grade that is no number and has none of “/”, “,”, “:”, “=”, “%”, “#”, found “{0}”")]
    BadGrade(String),
    #[error("expected each name once, found “{0}” a second time")]
    Repeated(String),
    #[error("expected {0}")]
    Missing(&'static str),
    #[error("expected the id of one of the framework’s {kind}, found “{id}”")]
    UnknownId { kind: &'static str, id: String },
    #[error(
        "expected a rung that needs the provision “{0}”; none does, so switching it would change nothing"
    )]
    UnusedProvision(String),
    #[error("expected a step of at least 0.25, found {0}")]
    BadStep(Points),
    #[error("expected a multiple of the step {step}, found {points}")]
    OffStep { points: Points, step: Points },
    #[error("expected at most {max}, the maximum of {kind} {id}, found {points}")]
    AboveMax { kind: &'static str, id: String, points: Points, max: Points },
    #[error(
        "expected a rung worth {max}, so that component {component} can be filled; the best is worth {best}"
    )]
    CannotBeFilled { component: String, best: Points, max: Points },
    #[error("expected one to six provisions in component {component}, found {count}")]
    ProvisionCount { component: String, count: usize },
    #[error("expected {sum}, the sum of the {parts}, found {found}")]
    WrongSum { parts: &'static str, sum: Points, found: Points },
    #[error("expected a bound below {above}, that of the band before it, found {found}: the bands overlap")]
    BandsOverlap { above: Points, found: Points },
    #[error(
        "expected the lowest band to begin at {lowest} or below, the least a card can earn, found {found}"
    )]
    LowestBand { lowest: Points, found: Points },
    #[error("expected the framework “{expected}”, found a card of “{found}”")]
    OtherFramework { expected: String, found: String },
    #[error("expected a finding for the provision “{0}”, found none")]
    NoFinding(String),
    #[error("expected published points for section {0}, found none")]
    NoPublishedSection(String),
    #[error("expected grade {expected}, the band of {total}, found {found}")]
    WrongGrade { total: Points, expected: String, found: String },
    #[error(
        "expected the provisions of section {section} to earn {published}, as published; they earn {evaluated}"
    )]
    NotAsPublished { section: String, published: Points, evaluated: Points },
}

impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            File::Framework => "framework",
            File::Card => "card",
        })
    }
}

/// Every mistake in a framework and in a card of it. Empty when all is well.
///
/// The card's points against its provisions are compared by [`against_published`], once both can be
/// joined.
pub fn check(framework: &Framework, card: &Card) -> Vec<Problem> {
    let mut problems = framework::check(framework);
    problems.extend(card::check(framework, card));
    problems
}

/// Every mistake in a framework alone.
pub fn check_framework(framework: &Framework) -> Vec<Problem> {
    framework::check(framework)
}

/// Whether the card earns, section by section, what it published; `in_force` is what it earns. A card that does
/// not is reconstructed wrongly.
pub fn against_published(in_force: &[SectionScore]) -> Vec<Problem> {
    let sections = in_force.iter().enumerate();
    sections
        .filter(|(_, score)| score.points != score.section.published)
        .map(|(index, score)| Problem {
            file: File::Card,
            path: format!("/published/sections/{index}/points"),
            mistake: Mistake::NotAsPublished {
                section: score.section.id.clone(),
                published: score.section.published,
                evaluated: score.points,
            },
        })
        .collect()
}

/// The problem of a framework that has no grades.
pub(crate) fn no_bands() -> Problem {
    Problem {
        file: File::Framework,
        path: "/bands".to_owned(),
        mistake: Mistake::Missing("at least one band"),
    }
}

/// A place in a file, as a path of fields and indexes; written out only when something is wrong there.
#[derive(Clone, Copy)]
struct Path<'a> {
    within: Option<&'a Path<'a>>,
    field: &'static str,
    index: Option<usize>,
}

impl<'a> Path<'a> {
    const FILE: Path<'static> = Path { within: None, field: "", index: None };

    /// The place of a field.
    fn field(&'a self, field: &'static str) -> Path<'a> {
        Path { within: Some(self), field, index: None }
    }

    /// The place of one item of a list.
    fn item(&'a self, list: &'static str, index: usize) -> Path<'a> {
        Path { within: Some(self), field: list, index: Some(index) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(within) = self.within else { return Ok(()) };
        write!(f, "{within}/{}", self.field)?;
        self.index.map_or(Ok(()), |index| write!(f, "/{index}"))
    }
}

/// The problems found so far in one file.
struct Findings {
    file: File,
    problems: Vec<Problem>,
}

impl Findings {
    fn new(file: File) -> Self {
        Self { file, problems: Vec::new() }
    }

    fn add(&mut self, path: Path<'_>, mistake: Mistake) {
        self.problems.push(Problem { file: self.file, path: path.to_string(), mistake });
    }

    /// Notes a text that is empty.
    fn text(&mut self, path: Path<'_>, text: &str) {
        if text.trim_ascii().is_empty() {
            self.add(path, Mistake::Missing("some text, found none"));
        }
    }

    /// Notes an id that is malformed.
    fn id(&mut self, path: Path<'_>, id: &str) {
        let allowed = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-' || c == b'.';
        if id.is_empty() || !id.bytes().all(allowed) {
            self.add(path, Mistake::BadId(id.to_owned()));
        }
    }

    /// Notes an id that the framework does not have.
    fn known(&mut self, path: Path<'_>, id: &str, known: &Indices<'_>, kind: &'static str) {
        if !known.contains_key(id) {
            self.add(path, Mistake::UnknownId { kind, id: id.to_owned() });
        }
    }

    /// Notes a name that stands before in its list.
    fn first(&mut self, path: Path<'_>, id: &str, at: usize, all: &Indices<'_>) {
        if all.get(id) != Some(&at) {
            self.add(path, Mistake::Repeated(id.to_owned()));
        }
    }

    /// Notes points above the maximum of a section or component.
    fn at_most(&mut self, path: Path<'_>, points: Points, max: Points, kind: &'static str, id: &str) {
        if points > max {
            self.add(path, Mistake::AboveMax { kind, id: id.to_owned(), points, max });
        }
    }

    /// Notes a sum that is not what its parts add up to.
    fn sum(&mut self, path: Path<'_>, found: Points, parts: &'static str, sum: Points) {
        if found != sum {
            self.add(path, Mistake::WrongSum { parts, sum, found });
        }
    }
}
