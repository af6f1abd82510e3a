//! What the tools around a calculator may ask of it and do to it, whatever its rules are.

use std::sync::Arc;

use scoring::shelf::{AddressReader, Elsewhere, Saved, SavedLines};
use scoring::{Bundle, Comparison, Document, Imprint, Memo, ProvisionSet, Words};

use crate::browser::{self, Place};

/// A calculator, as its tools see it: the scenario that is shown, as whatever it can be taken away as, and what opens
/// another. Each program has one kind of it.
pub trait Stage: Copy + Send + Sync + 'static {
    /// The calculator, from anywhere below the root.
    fn here() -> Self;

    /// The words of the page's language.
    fn words(self) -> Arc<Words>;

    /// Where the calculator lives.
    fn place(self) -> Place;

    /// Has what calls this run again when the scenario or the aim is another.
    fn track(self);

    /// The address of the scenario and the aim, without the `#`. Not tracked.
    fn address(self) -> String;

    /// Opens an address as an entry of its own in the browser's history, and as a step that can be undone where it is about
    /// the same card. Says whether this calculator shows it: what is of another framework has a page of its own.
    fn open(self, address: &str) -> bool;

    /// Has assistive technology say a line.
    fn announce(self, line: &str);

    /// What a document that leaves the page says about where it comes from.
    fn imprint(self) -> Imprint;

    /// Who is graded.
    fn subject(self) -> String;

    /// The result in one line. Not tracked.
    fn result(self) -> String;

    /// A name for the scenario, when it is given none. Tracked.
    fn suggested_name(self) -> String;

    /// The scenario in words. Tracked.
    fn summary(self) -> Document;

    /// What is to be changed in the law, for whoever drafts it and for a letter. Tracked.
    fn memo(self) -> Memo;

    /// The scenario as it goes on paper. Not tracked.
    fn sheet(self) -> Document;

    /// The scenario as a picture, SVG of 1200 by 630. Not tracked.
    fn picture(self) -> String;

    /// The scenario as CSV, with semicolons and a decimal comma or without. Not tracked.
    fn spreadsheet(self, semicolons: bool) -> String;

    /// The scenario as JSON. Not tracked.
    fn report(self) -> String;

    /// What reads the addresses of saved scenarios.
    fn reader(self) -> Arc<dyn AddressReader + Send + Sync>;

    /// What is said of a saved scenario, also where not all of it can be read here.
    fn lines_of(self, saved: &Saved) -> SavedLines;

    /// The published card, this scenario and the saved ones that can be compared with it. Tracked.
    fn compared(self, saved: &[Saved]) -> Comparison;

    /// The saved scenarios that cannot be compared with it.
    fn elsewhere(self, saved: &[Saved]) -> Elsewhere;

    /// What a provision, by its index, is called.
    fn label(self, provision: usize) -> String;

    /// The provisions that can be put into law. Tracked.
    fn not_held(self) -> Vec<usize>;

    /// The visitor's bills. Tracked.
    fn bills(self) -> Vec<Bundle>;

    /// Puts a provision into the bill of this name, as a step that can be undone; gives the name as it is kept. Nothing,
    /// when it has no letter that can be.
    fn put_into_bill(self, name: &str, provision: usize) -> Option<String>;

    /// Takes a provision out of the bill that it is in, as a step that can be undone.
    fn take_out_of_bill(self, provision: usize);

    /// Puts provisions into law, as a step that can be undone; says how many of them were not.
    fn put_into_law(self, provisions: &ProvisionSet) -> usize;

    /// A day, given as `2026-05-03`, in the page's language.
    fn day(self, date: &str) -> String {
        browser::day(date, self.words().id())
    }

    /// Puts the focus on what a selector finds, once the page has followed what was just done.
    fn focus_soon(self, selector: impl Into<String>) {
        self.place().focus_soon(selector);
    }
}
