//! Why a component has its points: a rendering of its score.

use std::fmt;
use std::sync::Arc;

use crate::data::Basis;
use crate::{ComponentScore, Provision, Words, say};

/// Why a component has its points, what is missing for more, and what the figure rests on.
///
/// A page shows the statements; [`fmt::Display`] gives the same as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is said, in order.
    pub statements: Vec<Statement>,
}

/// A sentence, and the provisions that it ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The sentence.
    pub text: String,
    /// The provisions it names, often none.
    pub provisions: Vec<Arc<Provision>>,
}

impl Explanation {
    /// Explains a score.
    pub fn new(words: &Words, score: &ComponentScore) -> Self {
        use say::explanation::{earned, nearest, no_more, note, nothing_earned};
        let (points, max) = (&score.points, &score.component.max);
        let mut statements = Vec::with_capacity(4);
        let mut state = |text, provisions| statements.push(Statement { text, provisions });
        match &score.rung {
            Some(rung) => state(earned(words, points, max), rung.needs.clone()),
            None => state(nothing_earned(words, points, max), Vec::new()),
        }
        match &score.next {
            Some(next) => {
                let way = nearest(words, &next.rung.points.in_words(words));
                state(way, next.missing.clone());
            }
            None => state(no_more(words), Vec::new()),
        }
        // The note is about the law in force, so it goes when the scenario departs from it.
        if let Some(read) = score.component.note.as_ref().filter(|_| !score.changed()) {
            state(note(words, read), Vec::new());
        }
        state(basis_of_points(words, score.basis()), Vec::new());
        Self { statements }
    }
}

fn basis_of_points(words: &Words, basis: Basis) -> String {
    match basis {
        Basis::Published => say::explanation::points_published(words),
        Basis::Statute => say::explanation::points_by_statute(words),
        Basis::Reconstructed => say::explanation::points_reconstructed(words),
        Basis::Assumed => say::explanation::points_assumed(words),
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, statement) in self.statements.iter().enumerate() {
            let end_of_last = if index == 0 { "" } else { "\n" };
            write!(f, "{end_of_last}{}", statement.text)?;
            for provision in &statement.provisions {
                write!(f, "\n- {}", provision.label)?;
            }
        }
        Ok(())
    }
}
