//! What assistive technology is to say.

use leptos::prelude::*;

/// The line that was announced last.
#[derive(Clone, Copy, Default)]
pub struct Announced(RwSignal<String>);

impl Announced {
    /// Announces a line, also when it is the same once more: a space that cannot be heard makes it news.
    pub fn announce(self, line: String) {
        self.0.update(|announced| match *announced == line {
            true => announced.push('\u{a0}'),
            false => *announced = line,
        });
    }

    /// The line. Tracked.
    pub fn get(self) -> String {
        self.0.get()
    }
}
