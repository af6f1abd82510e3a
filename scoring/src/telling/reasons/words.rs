//! Why a part has its points, in words.

use std::fmt;

use crate::data::Basis;
use crate::exact::Points;
use crate::facts::{Answers, Condition, Missing};
use crate::rules::{Evaluation, NodeId};
use crate::{ProvisionSet, say};

use super::names::Teller;
use super::{Averaged, Counted, Joined, Limit, Reasons, Way, What};
use crate::telling::Telling;

/// Why a part has its points, and what would bring more.
///
/// A page shows the statements; [`fmt::Display`] gives the same as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is said, in order.
    pub statements: Vec<Statement>,
}

/// A sentence, and what it ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The sentence.
    pub text: String,
    /// The provisions or parts that it names, a line each; often none.
    pub named: Vec<String>,
}

impl Explanation {
    /// Explains the score of a node.
    pub fn new(telling: &Telling, answers: &Answers, evaluation: &Evaluation, node: NodeId) -> Self {
        let reasons = Reasons::new(telling, answers, evaluation, node);
        let teller = Teller { telling, evaluation };
        let mut statements = vec![teller.result(&reasons)];
        statements.extend(reasons.limits.iter().map(|limit| teller.limit(limit)));
        statements.extend(teller.more(&reasons));
        statements.extend(reasons.excluded.iter().map(|(missing, of)| teller.excluded(missing, of)));
        statements.extend(teller.without_answer(&reasons));
        statements.extend(reasons.share.and_then(|share| teller.share(share)));
        statements.extend(reasons.extra.then(|| teller.alone(say::reasons::extra(&telling.words))));
        statements.extend(teller.basis(reasons.basis));
        Self { statements }
    }
}

impl Teller<'_> {
    fn alone(&self, text: String) -> Statement {
        Statement { text, named: Vec::new() }
    }

    /// What the part earns, and what of it counts.
    fn result(&self, reasons: &Reasons) -> Statement {
        let words = &self.telling.words;
        let score = self.telling.points(reasons.score);
        if !reasons.score.applies() {
            return self.alone(say::reasons::not_counted(words));
        }
        let counted = reasons.counted.as_slice();
        let text = match (reasons.joined, counted) {
            (Joined::Alone(points), []) if points < Points::ZERO => {
                say::reasons::nothing_taken_off(words, &score)
            }
            (_, []) => say::reasons::nothing(words, &score),
            (Joined::Best, [Counted { what: What::NoLevel, .. }]) => {
                return self.alone(say::reasons::no_level(words, &score));
            }
            (Joined::Best, [Counted { what: What::Answers { held, without }, .. }]) => {
                let named = self.each(held, without);
                return Statement { text: say::reasons::best(words, &score), named };
            }
            (
                Joined::Alone(_) | Joined::Added,
                [Counted { what: What::Answers { held, without }, points, .. }],
            ) => {
                let named = self.each(held, without);
                let text = match *points < Points::ZERO {
                    true => say::reasons::taken_off(words, &score),
                    false => say::reasons::one(words, &score),
                };
                return Statement { text, named };
            }
            (Joined::Averaged, _) => say::reasons::averaged(words, &score),
            (Joined::Best, _) => say::reasons::best_part(words, &score),
            (_, [first, ..]) => {
                let same =
                    |other: &Counted| other.points == first.points && !matches!(other.what, What::Part(_));
                if counted.iter().all(same) {
                    let each = self.points(first.points);
                    let named = counted.iter().map(|counted| self.what(&counted.what)).collect();
                    return Statement { text: say::reasons::each(words, &score, &each), named };
                }
                say::reasons::added(words, &score)
            }
        };
        Statement { text, named: counted.iter().map(|counted| self.line(counted)).collect() }
    }

    fn limit(&self, limit: &Limit) -> Statement {
        let words = &self.telling.words;
        let points = |points: Points| self.points(points);
        match limit {
            Limit::Raised { least, without } => {
                self.alone(say::reasons::raised(words, &points(*least), &points(*without)))
            }
            Limit::Cut { most, without } => {
                self.alone(say::reasons::cut(words, &points(*most), &points(*without)))
            }
            Limit::AtMost(most) => self.alone(say::reasons::at_most(words, &points(*most))),
            Limit::Gated { at_most, without, missing } => Statement {
                text: say::reasons::gated(words, &points(*without), &points(*at_most)),
                named: self.condition(missing),
            },
            Limit::Closed { at_most, missing } => Statement {
                text: say::reasons::closed(words, &points(*at_most)),
                named: self.condition(missing),
            },
            Limit::Open { at_most, needs } => {
                Statement { text: say::reasons::open(words, &points(*at_most)), named: self.condition(needs) }
            }
        }
    }

    /// What would bring more, or that nothing does.
    fn more(&self, reasons: &Reasons) -> Vec<Statement> {
        let in_parts = reasons.has_parts && reasons.score.earned < reasons.score.possible;
        let in_parts = in_parts.then(|| self.alone(say::reasons::in_parts(&self.telling.words)));
        let own = if reasons.ways.is_empty() && in_parts.is_some() { None } else { self.ways(reasons) };
        own.into_iter().chain(in_parts).collect()
    }

    fn ways(&self, reasons: &Reasons) -> Option<Statement> {
        let words = &self.telling.words;
        let ways = reasons.ways.as_slice();
        let text = match ways {
            [] if !reasons.score.applies() => return None,
            [] if reasons.score.earned >= reasons.score.possible => {
                let all = reasons.score.possible > Points::ZERO;
                return all.then(|| self.alone(say::reasons::all(words)));
            }
            [] => return Some(self.alone(say::reasons::no_single(words))),
            [way] => {
                let text = match way.switches() {
                    1 => say::reasons::one_way(words, &self.points(way.gain)),
                    _ => say::reasons::one_way_together(words, &self.points(way.gain)),
                };
                return Some(Statement { text, named: self.each(&way.on, &way.off) });
            }
            [first, ..] => {
                let same = |way: &Way| way.switches() == 1 && way.gain == first.gain;
                if ways.iter().all(same) {
                    let named = ways.iter().flat_map(|way| self.each(&way.on, &way.off)).collect();
                    return Some(Statement {
                        text: say::reasons::each_way(words, &self.points(first.gain)),
                        named,
                    });
                }
                match ways.iter().all(|way| way.switches() == 1) {
                    true => say::reasons::ways(words),
                    false => say::reasons::ways_together(words),
                }
            }
        };
        let line = |way: &Way| {
            let what = self.together(&way.on, &way.off);
            say::reasons::more(words, &what, &self.points(way.gain))
        };
        Some(Statement { text, named: ways.iter().map(line).collect() })
    }

    fn excluded(&self, missing: &Condition, provisions: &ProvisionSet) -> Statement {
        let words = &self.telling.words;
        let list = words.list(&self.quoted(provisions));
        Statement {
            text: say::reasons::excluded(words, &provisions.len(), &list),
            named: self.condition(missing),
        }
    }

    /// What is unknown, and what does not apply.
    fn without_answer(&self, reasons: &Reasons) -> Vec<Statement> {
        let words = &self.telling.words;
        let unknown = match self.telling.rules.missing() {
            Missing::Zero => say::reasons::unknown,
            Missing::LeaveOut => say::reasons::unknown_left_out,
            Missing::Withhold => say::reasons::unknown_withheld,
        };
        let all = [(&reasons.unknown, unknown(words)), (&reasons.left_out, say::reasons::left_out(words))];
        let some = all.into_iter().filter(|(provisions, _)| !provisions.is_empty());
        some.map(|(provisions, text)| Statement { text, named: self.telling.labels(provisions) }).collect()
    }

    /// What the share brings to the whole, or to the part around it.
    fn share(&self, share: Averaged) -> Option<Statement> {
        let words = &self.telling.words;
        let is_whole = self.telling.rules.tallies().first().is_some_and(|tally| tally.root == share.mean);
        let whole = || is_whole.then(|| say::reasons::whole(words));
        let within =
            self.title(share.mean).map(|title| say::reasons::quoted(words, &title)).or_else(whole)?;
        let (brings, most) = (self.telling.in_points(share.brings), self.points(share.most));
        Some(self.alone(say::reasons::share(words, &share.count, &within, &brings, &most)))
    }

    fn basis(&self, basis: Basis) -> Option<Statement> {
        let words = &self.telling.words;
        let said = match basis {
            Basis::Published => return None,
            Basis::Statute => say::explanation::points_by_statute(words),
            Basis::Reconstructed => say::reasons::reconstructed(words),
            Basis::Assumed => say::explanation::points_assumed(words),
        };
        Some(self.alone(said))
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, statement) in self.statements.iter().enumerate() {
            let end_of_last = if index == 0 { "" } else { "\n" };
            write!(f, "{end_of_last}{}", statement.text)?;
            for line in &statement.named {
                write!(f, "\n- {line}")?;
            }
        }
        Ok(())
    }
}
