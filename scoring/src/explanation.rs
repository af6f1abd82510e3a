//! Why a component has its points: a rendering of its score.

use std::fmt;
use std::sync::Arc;

use crate::data::Basis;
use crate::{ComponentScore, Provision};

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
    pub fn new(score: &ComponentScore) -> Self {
        let (points, max) = (score.points, score.component.max);
        let mut statements = Vec::with_capacity(4);
        let mut say = |text, provisions| statements.push(Statement { text, provisions });
        match &score.rung {
            Some(rung) => {
                say(format!("{points} of {max} points. In this scenario the law has:"), rung.needs.clone());
            }
            None => {
                say(
                    format!("{points} of {max} points. Nothing in this scenario’s law earns any here."),
                    Vec::new(),
                );
            }
        }
        match &score.next {
            Some(next) => {
                let text = format!("The nearest way to {} is to add:", next.rung.points.in_words());
                say(text, next.missing.clone());
            }
            None => say("Adding law earns no more here.".to_owned(), Vec::new()),
        }
        // The note is about the law in force, so it goes when the scenario departs from it.
        if let Some(note) = score.component.note.as_ref().filter(|_| !score.changed) {
            say(format!("How the card was read: {note}"), Vec::new());
        }
        say(basis_of_points(score.basis()).to_owned(), Vec::new());
        Self { statements }
    }
}

fn basis_of_points(basis: Basis) -> &'static str {
    match basis {
        Basis::Published => "The number of points is published.",
        Basis::Statute => "The number of points is set by statute.",
        Basis::Reconstructed => {
            "The number of points is our reconstruction: the card prints points for whole sections only."
        }
        Basis::Assumed => "The number of points is an assumption: no source mentions it.",
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, statement) in self.statements.iter().enumerate() {
            let end_of_last = if place == 0 { "" } else { "\n" };
            write!(f, "{end_of_last}{}", statement.text)?;
            for provision in &statement.provisions {
                write!(f, "\n- {}", provision.label)?;
            }
        }
        Ok(())
    }
}
