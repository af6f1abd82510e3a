//! A scenario as a table for spreadsheets.

use crate::imprint::basis_in_words;
use crate::{
    Baseline, ComponentScore, Difference, Evaluation, Explanation, Imprint, Provision, Scenario,
    SectionScore, Words, say, sureness,
};

/// The names of the columns.
const HEAD: [fn(&Words) -> String; 14] = [
    say::spreadsheet::line,
    say::spreadsheet::title,
    say::spreadsheet::points,
    say::spreadsheet::of,
    say::spreadsheet::published,
    say::spreadsheet::points_are,
    say::spreadsheet::in_law,
    say::spreadsheet::in_scenario,
    say::spreadsheet::change,
    say::spreadsheet::finding,
    say::spreadsheet::citation,
    say::spreadsheet::finding_is,
    say::spreadsheet::reason,
    say::spreadsheet::id,
];

/// A line's cells.
type Cells = [String; HEAD.len()];

/// The total, every section, component and provision as a line of CSV, with reason and citation.
///
/// It opens as it is in spreadsheets: with a byte order mark, so that they read UTF-8; with a word before
/// every number that is a name, so that 2.10 becomes neither 2.1 nor a day in October; and with every
/// text made harmless that a spreadsheet would take for a formula. Points have a decimal point in every
/// language, and a comma ends a cell.
pub fn spreadsheet(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> String {
    written(baseline, tree, imprint, &Marks::COMMAS)
}

/// The same for spreadsheets that are set to most languages of Europe and Latin America: there a comma is the decimal
/// mark, and a semicolon ends a cell.
pub fn spreadsheet_with_semicolons(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> String {
    written(baseline, tree, imprint, &Marks::SEMICOLONS)
}

/// The marks of a table.
pub(crate) struct Marks {
    /// What ends a cell.
    cell: &'static str,
    /// What stands before the parts of a point.
    decimal: &'static str,
}

impl Marks {
    /// A comma ends a cell.
    pub(crate) const COMMAS: Self = Self { cell: ",", decimal: "." };
    /// A semicolon ends a cell, and a comma is the decimal mark.
    pub(crate) const SEMICOLONS: Self = Self { cell: ";", decimal: "," };

    /// The head and these lines as CSV.
    pub(crate) fn table<'a>(&self, words: &Words, lines: impl IntoIterator<Item = Line<'a>>) -> String {
        let head = HEAD.map(|name| text(&name(words)));
        self.csv(std::iter::once(head).chain(lines.into_iter().map(|line| line.cells(self))))
    }

    /// Lines of cells, each as [`text`] or [`Self::number`] gives it, as CSV.
    pub(crate) fn csv<C: AsRef<[String]>>(&self, lines: impl IntoIterator<Item = C>) -> String {
        let mut csv = String::from('\u{feff}');
        for line in lines {
            csv.push_str(&line.as_ref().join(self.cell));
            csv.push_str("\r\n");
        }
        csv
    }

    /// A plain decimal as a cell; an empty one, where there is none.
    pub(crate) fn number(&self, decimal: Option<String>) -> String {
        decimal.map(|decimal| decimal.replace('.', self.decimal)).unwrap_or_default()
    }
}

fn written(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint, marks: &Marks) -> String {
    let words = baseline.words();
    let mut lines = vec![total(baseline, tree)];
    for section in &tree.sections {
        lines.push(of_section(words, section));
        for component in &section.components {
            lines.push(of_component(words, component));
            for provision in &component.component.provisions {
                let line = say::spreadsheet::provision(words, &component.component.id);
                lines.push(of_provision(words, line, provision, &tree.scenario));
            }
        }
    }
    let about =
        format!("{} {}", imprint.of_card(baseline), basis_in_words(baseline, tree.scenario.is_baseline()));
    lines.extend(Line::about(words, about, imprint));
    marks.table(words, lines)
}

/// A line of the table. What it has nothing to say on stays empty.
#[derive(Default)]
pub(crate) struct Line<'a> {
    /// What the line is about: the total, a part, a provision.
    pub line: String,
    /// Its title.
    pub title: String,
    /// What it earns, as a plain decimal; so are the next two.
    pub points: Option<String>,
    /// Of how much.
    pub of: Option<String>,
    /// What the publisher printed.
    pub published: Option<String>,
    /// What the points rest on.
    pub basis: String,
    /// Whether it holds on the card.
    pub in_force: String,
    /// Whether it holds in the scenario.
    pub in_scenario: String,
    /// What is changed.
    pub change: String,
    /// What the card finds in law.
    pub finding: &'a str,
    /// The statutes.
    pub citation: String,
    /// What the finding rests on.
    pub finding_basis: String,
    /// Why it earns what it earns.
    pub reason: String,
    /// The id of what the line is about.
    pub id: &'a str,
}

impl Line<'_> {
    /// The last lines: what the figures rest on, and where the scenario opens again.
    pub(crate) fn about(words: &Words, about: String, imprint: &Imprint) -> [Self; 2] {
        let line = |line, title| Self { line, title, ..Self::default() };
        [
            line(say::spreadsheet::about(words), about),
            line(say::spreadsheet::link(words), imprint.link.clone()),
        ]
    }

    fn cells(self, marks: &Marks) -> Cells {
        [
            text(&self.line),
            text(&self.title),
            marks.number(self.points),
            marks.number(self.of),
            marks.number(self.published),
            text(&self.basis),
            text(&self.in_force),
            text(&self.in_scenario),
            text(&self.change),
            text(self.finding),
            text(&self.citation),
            text(&self.finding_basis),
            text(&self.reason),
            text(self.id),
        ]
    }
}

fn total<'a>(baseline: &'a Baseline, tree: &Evaluation) -> Line<'a> {
    let (framework, card) = (baseline.framework(), baseline.card());
    let words = baseline.words();
    let changes = Difference::new(baseline, tree).in_words(words);
    let grade = say::spreadsheet::grade(words, &tree.band.grade, &changes);
    Line {
        line: say::spreadsheet::total(words),
        title: format!("{}, {}", card.jurisdiction, framework.title),
        points: Some(tree.total.to_string()),
        of: Some(framework.max.to_string()),
        published: Some(card.published.total.to_string()),
        basis: tree.basis().word(words),
        reason: format!("{grade} {}", sureness(baseline, tree)),
        id: &card.id,
        ..Line::default()
    }
}

fn of_section<'a>(words: &Words, score: &'a SectionScore) -> Line<'a> {
    let section = &score.section;
    Line {
        line: say::spreadsheet::section(words, &section.id),
        title: section.title.clone(),
        points: Some(score.points.to_string()),
        of: Some(section.max.to_string()),
        published: Some(section.published.to_string()),
        basis: score.basis().word(words),
        ..Line::default()
    }
}

fn of_component<'a>(words: &Words, score: &'a ComponentScore) -> Line<'a> {
    let component = &score.component;
    Line {
        line: say::spreadsheet::component(words, &component.id),
        title: component.title.clone(),
        points: Some(score.points.to_string()),
        of: Some(component.max.to_string()),
        basis: score.basis().word(words),
        reason: Explanation::new(words, score).to_string(),
        ..Line::default()
    }
}

fn of_provision<'a>(words: &Words, line: String, provision: &'a Provision, scenario: &Scenario) -> Line<'a> {
    let word = |yes: bool| if yes { say::spreadsheet::yes(words) } else { say::spreadsheet::no(words) };
    let law = &provision.law;
    Line {
        line,
        title: provision.label.clone(),
        in_force: word(law.in_law),
        in_scenario: word(scenario.holds(provision)),
        change: match (scenario.differs(provision), law.in_law) {
            (false, _) => String::new(),
            (true, false) => say::spreadsheet::added(words),
            (true, true) => say::spreadsheet::removed(words),
        },
        finding: &law.finding,
        citation: law.cited_in_full(words),
        finding_basis: law.basis.word(words),
        id: &provision.id,
        ..Line::default()
    }
}

/// A text as a cell: in quotes, and never a formula.
pub(crate) fn text(words: &str) -> String {
    let formula = words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || words.starts_with(['\t', '\r', '\n']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, words.replace('"', "\"\""))
}
