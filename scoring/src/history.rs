//! Undo and redo.

use crate::Situation;

/// The states that a visitor has been through, the one that is shown, and those that were undone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History<T = Situation> {
    past: Vec<T>,
    now: T,
    future: Vec<T>,
}

impl<T: PartialEq> History<T> {
    /// A history that starts here.
    pub fn new(now: T) -> Self {
        Self { past: Vec::new(), now, future: Vec::new() }
    }

    /// The state that is shown.
    pub fn now(&self) -> &T {
        &self.now
    }

    /// Goes on to another state, and says whether it is another. What was undone before cannot be
    /// redone any more.
    pub fn step(&mut self, next: T) -> bool {
        if next == self.now {
            return false;
        }
        self.past.push(std::mem::replace(&mut self.now, next));
        self.future.clear();
        true
    }

    /// Goes back one step; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.now, before));
        true
    }

    /// Takes the last undo back; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.now, after));
        true
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
