//! The questions of a framework, as a visitor looks among them: by words, and by what is so of each on a card and in a
//! scenario on it.

mod filter;
mod gain;
mod letters;
mod others;
mod search_result;

use crate::ProvisionSet;
use crate::facts::{Answer, Answers, GroupKind};
use crate::rules::{Asked, Evaluation, Outline, Question, Rules};

use super::{Cohort, Holders, Telling};
use letters::plain;

pub use filter::{Filter, Filters, Search};
pub use gain::Gain;
pub use others::Others;
pub use search_result::Found;

/// All questions in the order in which they are asked: of each part its own, then those of the parts within it. What
/// several parts ask is there for each.
pub struct Questions {
    all: Vec<Entry>,
    holders: Vec<Holders>,
}

struct Entry {
    question: Question,
    provisions: Vec<usize>,
    /// Whether the last of its provisions is the strongest of levels.
    levels: bool,
    /// What is looked for in it: what it asks, the reasons that are given, and the parts in which it stands.
    text: String,
}

/// What questions are looked at in: a card, the answers now, and what a visitor wants.
pub struct State<'a> {
    /// The index of the card.
    pub card: usize,
    /// The answers.
    pub answers: &'a Answers,
    /// What they come to.
    pub evaluation: &'a Evaluation,
    /// The provisions whose answer is another than the card's.
    pub differing: &'a ProvisionSet,
    /// The provisions that plans leave as they are.
    pub locked: &'a ProvisionSet,
    /// The provisions that every plan puts into law which was found; none, where none was sought.
    pub needed: &'a ProvisionSet,
}

impl Questions {
    /// The questions of a framework.
    pub fn new(cohort: &Cohort) -> Self {
        let mut all = Vec::new();
        for part in &cohort.telling.outline {
            collect(&cohort.telling, part, "", &mut all);
        }
        Self { all, holders: Holders::of_all(cohort) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many of the others have a provision, in words; nothing, where no other answers it.
    pub fn others(&self, cohort: &Cohort, provision: usize, card: usize) -> Option<Others> {
        let is_weaker = |entry: &Entry| {
            entry.levels
                && entry.provisions.contains(&provision)
                && entry.provisions.last() != Some(&provision)
        };
        let level = self.all.iter().any(is_weaker);
        self.holders.get(provision)?.others_in_words(cohort, card, level)
    }

    /// What is so of each question; `gain` is the most that one switch gains.
    pub fn fitting(&self, state: &State<'_>, gain: Option<&Gain>) -> Vec<Filters> {
        self.all.iter().map(|entry| self.filters(entry, state, gain)).collect()
    }

    /// Whether all words of a search stand in each question.
    pub fn with_words(&self, words: &str) -> Vec<bool> {
        let words = plain(words);
        let has_all = |entry: &Entry| words.split_whitespace().all(|word| entry.text.contains(word));
        self.all.iter().map(has_all).collect()
    }

    fn filters(&self, entry: &Entry, state: &State<'_>, gain: Option<&Gain>) -> Filters {
        let applies = entry.question.node.is_none_or(|node| state.evaluation.score(node).applies());
        let is = |provision: usize, answer: Answer| applies && state.answers.answer(provision) == answer;
        let any = |is_so: &dyn Fn(usize) -> bool| entry.provisions.iter().any(|provision| is_so(*provision));
        let no = |provision: usize| is(provision, Answer::No);
        // Of exclusive answers, all but one are always no.
        let answered = !entry.levels && any(&|provision| is(provision, Answer::Yes));
        let most_others = |provision: usize| {
            let holders = self.holders.get(provision);
            no(provision) && holders.is_some_and(|holders| holders.most_others(state.card))
        };
        Filters::default()
            .with(Filter::No, !answered && any(&no))
            .with(Filter::Changed, any(&|provision| state.differing.contains(provision)))
            .with(
                Filter::WorthMost,
                gain.is_some_and(|gain| any(&|provision| gain.provisions.contains(provision))),
            )
            .with(Filter::InEveryPlan, any(&|provision| state.needed.contains(provision)))
            .with(Filter::Unknown, any(&|provision| is(provision, Answer::Unknown)))
            .with(Filter::MostOthers, !answered && any(&most_others))
            .with(Filter::LeftOut, any(&|provision| state.locked.contains(provision)))
    }
}

fn collect(telling: &Telling, part: &Outline, around: &str, all: &mut Vec<Entry>) {
    let around = format!("{around} {}", part.title.as_deref().unwrap_or_default());
    all.extend(part.questions.iter().map(|question| entry(telling, *question, &around)));
    part.parts.iter().for_each(|part| collect(telling, part, &around, all));
}

fn entry(telling: &Telling, question: Question, around: &str) -> Entry {
    let provisions = question.asked.provisions(&telling.rules);
    let mut text = around.to_owned();
    for known in provisions.iter().filter_map(|provision| telling.file.provisions.get(*provision)) {
        let texts = [Some(&known.label), known.because.as_ref(), known.may_not_apply.as_ref()];
        texts.into_iter().flatten().for_each(|said| {
            text.push(' ');
            text.push_str(said);
        });
    }
    let levels = is_of_levels(&telling.rules, question.asked);
    Entry { question, provisions, levels, text: plain(&text) }
}

fn is_of_levels(rules: &Rules, asked: Asked) -> bool {
    match asked {
        Asked::Provision(_) => false,
        Asked::Group(group) => {
            rules.implied().groups().get(group).is_some_and(|group| group.kind == GroupKind::Levels)
        }
    }
}
