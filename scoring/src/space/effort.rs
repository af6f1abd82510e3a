//! How much a search may do, and who may stop it.

/// Why a search ended without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It would take more steps than [`Effort::MOST`].
    TooLarge,
    /// The callback asked for it.
    Interrupted,
}

/// What a search may still do.
pub struct Effort<'a> {
    left: u64,
    until_asked: u64,
    go_on: &'a mut dyn FnMut() -> bool,
}

impl<'a> Effort<'a> {
    /// The most steps of a search. A step is about ten nanoseconds: two entries of a table brought together. The bound
    /// does not depend on the machine, so that the same question always has the same answer.
    pub const MOST: u64 = 12_000_000;
    /// How many steps there are at most between two calls of the callback.
    pub const BETWEEN: u64 = 5_000;
    /// What one lookup in the memo of states costs, in steps; so at most 24,000 answers are kept in it.
    pub(crate) const ASKED: u64 = 500;
    /// How many steps it is to see what one of several parts still depends on.
    pub(crate) const SEEN: u64 = 20;
    /// What is kept costs more steps than what is only looked at, so that memory is bounded as well.
    pub(crate) const KEPT: u64 = 20;

    /// A search of at most so many steps, that goes on as long as the callback says so.
    pub fn new(most: u64, go_on: &'a mut dyn FnMut() -> bool) -> Self {
        Self { left: most, until_asked: 0, go_on }
    }

    /// Takes some steps.
    pub(crate) fn spend(&mut self, steps: u64) -> Result<(), Stop> {
        self.left = self.left.checked_sub(steps).ok_or(Stop::TooLarge)?;
        match self.until_asked.checked_sub(steps) {
            Some(until) => self.until_asked = until,
            None if (self.go_on)() => self.until_asked = Self::BETWEEN,
            None => return Err(Stop::Interrupted),
        }
        Ok(())
    }
}
