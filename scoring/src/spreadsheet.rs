//! A scenario as a table for spreadsheets.

use crate::imprint::rest;
use crate::{
    Baseline, ComponentScore, Difference, Evaluation, Explanation, Imprint, Points, Provision, Scenario,
    SectionScore, sureness,
};

const HEAD: [&str; 14] = [
    "line",
    "title",
    "points",
    "of",
    "published",
    "points are",
    "in law",
    "in scenario",
    "change",
    "finding",
    "citation",
    "finding is",
    "reason",
    "id",
];

/// The total, every section, component and provision as a line of CSV, with reason and citation.
///
/// It opens as it is in spreadsheets: with a byte order mark, so that they read UTF-8; with a word before
/// every number that is a name, so that 2.10 becomes neither 2.1 nor a day in October; and with every
/// text made harmless that a spreadsheet would take for a formula.
pub fn spreadsheet(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> String {
    let mut csv = String::from('\u{feff}');
    write_line(&mut csv, HEAD.map(text));
    write_line(&mut csv, total(baseline, tree).cells());
    for section in &tree.sections {
        write_line(&mut csv, of_section(section).cells());
        for component in &section.components {
            write_line(&mut csv, of_component(component).cells());
            for provision in &component.component.provisions {
                let line = format!("Provision in {}", component.component.id);
                write_line(&mut csv, of_provision(line, provision, &tree.scenario).cells());
            }
        }
    }
    let about = format!("{} {}", imprint.line(baseline), rest(baseline, tree.scenario.is_baseline()));
    for (line, title) in [("About", about), ("Link", imprint.link.clone())] {
        write_line(&mut csv, Line { line: line.to_owned(), title, ..Line::default() }.cells());
    }
    csv
}

/// A line of the table. What it has nothing to say on stays empty.
#[derive(Default)]
struct Line<'a> {
    line: String,
    title: String,
    points: Option<Points>,
    of: Option<Points>,
    published: Option<Points>,
    basis: &'static str,
    in_force: &'static str,
    in_scenario: &'static str,
    change: &'static str,
    finding: &'a str,
    citation: String,
    finding_basis: &'static str,
    reason: String,
    id: &'a str,
}

impl Line<'_> {
    fn cells(&self) -> [String; HEAD.len()] {
        let number = |points: Option<Points>| points.map(|points| points.to_string()).unwrap_or_default();
        [
            text(&self.line),
            text(&self.title),
            number(self.points),
            number(self.of),
            number(self.published),
            text(self.basis),
            text(self.in_force),
            text(self.in_scenario),
            text(self.change),
            text(self.finding),
            text(&self.citation),
            text(self.finding_basis),
            text(&self.reason),
            text(self.id),
        ]
    }
}

fn total<'a>(baseline: &'a Baseline, tree: &Evaluation) -> Line<'a> {
    let (framework, card) = (baseline.framework(), baseline.card());
    let sure = sureness(baseline, tree);
    Line {
        line: "Total".to_owned(),
        title: format!("{}, {}", card.jurisdiction, framework.title),
        points: Some(tree.total),
        of: Some(framework.max),
        published: Some(card.published.total),
        basis: tree.basis().word(),
        reason: format!("Grade {}: {}. {sure}", tree.band.grade, Difference::new(baseline, tree).in_words()),
        id: &card.id,
        ..Line::default()
    }
}

fn of_section(score: &SectionScore) -> Line<'_> {
    let section = &score.section;
    Line {
        line: format!("Section {}", section.id),
        title: section.title.clone(),
        points: Some(score.points),
        of: Some(section.max),
        published: Some(section.published),
        basis: score.basis().word(),
        ..Line::default()
    }
}

fn of_component(score: &ComponentScore) -> Line<'_> {
    let component = &score.component;
    Line {
        line: format!("Component {}", component.id),
        title: component.title.clone(),
        points: Some(score.points),
        of: Some(component.max),
        basis: score.basis().word(),
        reason: Explanation::new(score).to_string(),
        ..Line::default()
    }
}

fn of_provision<'a>(line: String, provision: &'a Provision, scenario: &Scenario) -> Line<'a> {
    let word = |yes: bool| if yes { "yes" } else { "no" };
    let law = &provision.law;
    Line {
        line,
        title: provision.label.clone(),
        in_force: word(law.in_law),
        in_scenario: word(scenario.holds(provision)),
        change: match (scenario.differs(provision), law.in_law) {
            (false, _) => "",
            (true, false) => "added",
            (true, true) => "removed",
        },
        finding: &law.finding,
        citation: law.cited(),
        finding_basis: law.basis.word(),
        id: &provision.id,
        ..Line::default()
    }
}

/// A text as a cell: in quotes, and never a formula.
fn text(words: &str) -> String {
    let formula = words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || words.starts_with(['\t', '\r', '\n']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, words.replace('"', "\"\""))
}

fn write_line(csv: &mut String, cells: [String; HEAD.len()]) {
    csv.push_str(&cells.join(","));
    csv.push_str("\r\n");
}
