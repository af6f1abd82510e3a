//! Women, Business and the Law over 50 years, against the panel as it was published, read here by code of its own.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use lawgrade_tests::file;
use scoring::ProvisionSet;
use scoring::cards::{self, Card};
use scoring::exact::Fraction;
use scoring::rules::file::Framework;
use scoring::rules::{Rules, compile};
use scoring::session::{Route, Session};
use scoring::years::{Fault, Wrong, Years};

struct Wbl {
    framework: Framework,
    rules: Arc<Rules>,
    cards: Vec<Card>,
    years: Years,
}

static WBL: LazyLock<Wbl> = LazyLock::new(|| {
    let framework: Framework =
        serde_json::from_str(&file("data/wbl-2020/framework.json")).expect("the framework can be read");
    let rules = compile(&framework).expect("the framework is right");
    let read = |name: &str| {
        let table = cards::read(&rules, &file(&format!("data/wbl-2020/{name}.csv")));
        assert_eq!(table.found, [], "{name}");
        table.cards
    };
    let (cards, rows) = (read("cards"), read("history"));
    let years = Years::new(&rules, &cards, rows, framework.year).expect("all of it fits together");
    Wbl { framework, rules: Arc::new(rules), cards, years }
});

/// A run of years in the panel.
struct Run {
    economy: String,
    years: [u16; 2],
    answers: String,
    /// The eight sections and the index, as they are printed.
    printed: Vec<String>,
}

fn panel() -> Vec<Run> {
    let run = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        Run {
            economy: cells[0].to_owned(),
            years: [1, 2].map(|cell: usize| cells[cell].parse().expect("a year")),
            answers: cells[3].to_owned(),
            printed: cells[4..].iter().map(|cell| (*cell).to_owned()).collect(),
        }
    };
    file("tests/vectors/wbl-2020.csv").lines().skip(1).map(run).collect()
}

/// The codes of three letters in the panel and the ids of subjects, which are of two: who has the same answers in the
/// same years is the same, and where several have, nothing tells them apart.
fn subjects() -> BTreeMap<String, String> {
    let mut of_panel: BTreeMap<String, Vec<(u16, String)>> = BTreeMap::new();
    for run in panel() {
        of_panel.entry(run.economy).or_default().push((run.years[0], run.answers));
    }
    let places = 0..WBL.rules.provisions().len();
    let digits = |held: &ProvisionSet| -> String {
        places.clone().map(|place| if held.contains(place) { '1' } else { '0' }).collect()
    };
    let mut left: Vec<(&str, Vec<(u16, String)>)> = Vec::new();
    for line in WBL.years.lines() {
        let spans = line.spans.iter().map(|span| (span.from, digits(span.answers.held())));
        left.push((&line.subject, spans.collect()));
    }
    let mut found = BTreeMap::new();
    for (economy, spans) in of_panel {
        // Where several have the same, the one whose code begins alike.
        let alike = |subject: &str| {
            economy.to_lowercase().chars().zip(subject.chars()).filter(|(one, other)| one == other).count()
        };
        let fits = left.iter().enumerate().filter(|(_, (_, own))| *own == spans);
        let (place, _) = fits
            .max_by_key(|(_, (subject, _))| alike(subject))
            .unwrap_or_else(|| panic!("nobody has what {economy} has"));
        found.insert(economy, left.remove(place).0.to_owned());
    }
    assert!(left.is_empty(), "nobody is left over: {left:?}");
    found
}

fn number(printed: &str) -> Fraction {
    printed.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// All 9,500 rows of the panel, each with 35 answers, eight scores and an index.
#[test]
fn every_year_of_everybody_comes_to_what_was_printed() {
    let subjects = subjects();
    for (economy, subject) in [("KEN", "ke"), ("ARE", "ae"), ("DEU", "de"), ("XKX", "xk"), ("PRI", "pr")] {
        assert_eq!(subjects[economy], subject);
    }
    let (mut rows, mut scores) = (0, 0);
    for Run { economy, years, answers, printed } in panel() {
        let line = WBL.years.line(&subjects[&economy]).expect("it has a line");
        for year in years[0]..=years[1] {
            let span = line.span(year).expect("the year is known");
            for (place, answer) in answers.char_indices() {
                assert_eq!(span.answers.held().contains(place), answer == '1', "{economy} {year} {place}");
            }
            for (section, score) in printed[..8].iter().enumerate() {
                assert_eq!(span.figures[section + 1], Some(number(score)), "{economy} {year}");
                scores += 1;
            }
            assert_eq!(line.figure(year), Some(number(&printed[8])), "{economy} {year}");
            rows += 1;
        }
    }
    assert_eq!((rows, scores), (9_500, 76_000));
    assert_eq!(WBL.years.all(), 1971..=2020);
}

/// The figures of a year by the economies of the panel, in tenths.
fn tenths(year: u16) -> BTreeMap<String, i64> {
    let runs = panel().into_iter().filter(|run| (run.years[0]..=run.years[1]).contains(&year));
    let figure = |run: &Run| run.printed[8].replace('.', "").parse().expect("a figure with one decimal");
    runs.map(|run| (run.economy.clone(), figure(&run))).collect()
}

/// Each year's ranks, by counting the printed indexes that are higher.
#[test]
fn ranks_of_each_year_are_those_of_the_printed_figures() {
    let subjects = subjects();
    for year in WBL.years.all() {
        let figures = tenths(year);
        let ranks = WBL.years.ranks(year);
        for (economy, figure) in &figures {
            let line = WBL.years.lines().iter().position(|line| line.subject == subjects[economy]);
            let rank = ranks[line.expect("it has a line")].expect("it has a result");
            let better = figures.values().filter(|other| *other > figure).count();
            let equal = figures.values().filter(|other| *other == figure).count();
            assert_eq!((rank.rank, rank.tied, rank.of), (better + 1, equal - 1, 190), "{economy} {year}");
        }
    }
}

/// Gains between years of every decade, by subtracting the printed indexes.
#[test]
fn the_biggest_reformers_are_those_of_the_printed_figures() {
    let subjects = subjects();
    for (from, to) in
        [(1971, 2020), (1971, 1990), (1990, 2000), (2000, 2010), (2010, 2020), (2018, 2019), (2000, 2000)]
    {
        let (before, after) = (tenths(from), tenths(to));
        let gains: BTreeMap<&str, i64> = before
            .iter()
            .map(|(economy, figure)| (&*subjects[economy], after[economy] - figure))
            .filter(|(_, gain)| *gain > 0)
            .collect();
        let found = WBL.years.reformers(from, to);
        assert_eq!(found.len(), gains.len(), "{from} {to}");
        for reformer in &found {
            let gain = gains[&*WBL.years.lines()[reformer.line].subject];
            assert_eq!(Some(reformer.gain), Fraction::new(gain.into(), 10));
            assert_eq!(reformer.rank, 1 + gains.values().filter(|other| **other > gain).count());
        }
        assert!(found.is_sorted_by_key(|reformer| reformer.rank));
    }
    assert_eq!(WBL.years.reformers(2020, 1971), []);
}

/// Three countries over 50 years, as a reader would check them.
#[test]
fn steps_of_three_countries() {
    let subjects = subjects();
    let mut told = String::new();
    for economy in ["KEN", "IND", "ESP"] {
        let runs: Vec<Run> = panel().into_iter().filter(|run| run.economy == economy).collect();
        let line = WBL.years.line(&subjects[economy]).expect("it has a line");
        let steps: Vec<_> = line.steps().collect();
        assert_eq!(steps.len() + 1, runs.len(), "{economy}");
        writeln!(told, "{economy} {}: {}", runs[0].years[0], runs[0].printed[8]).expect("a text takes more");
        for (step, pair) in steps.iter().zip(runs.windows(2)) {
            let [before, after] = pair else { panic!("two runs") };
            let is = |run: &Run, place: usize| run.answers.as_bytes()[place] == b'1';
            let moved = |on: bool| -> ProvisionSet {
                (0..35).filter(|place| is(after, *place) == on && is(before, *place) != on).collect()
            };
            assert_eq!((step.year, &step.on, &step.off), (after.years[0], &moved(true), &moved(false)));
            assert_eq!(
                (step.before, step.after),
                (Some(number(&before.printed[8])), Some(number(&after.printed[8])))
            );
            let label = |sign: char| move |place: usize| format!("{sign}{}", WBL.rules.provisions()[place]);
            let names: Vec<String> =
                step.on.iter().map(label('+')).chain(step.off.iter().map(label('-'))).collect();
            writeln!(told, "{economy} {}: {} {}", step.year, after.printed[8], names.join(" "))
                .expect("a text takes more");
        }
    }
    insta::assert_snapshot!(told);
}

/// An address as the page's script makes it (src/history.js): all provisions in which a year is other than the card.
#[test]
fn every_year_starts_a_scenario_by_its_differences() {
    let mut opened = 0;
    for (line, card) in WBL.years.lines().iter().zip(&WBL.cards) {
        for span in &line.spans {
            let set = |name: &str, provisions: ProvisionSet| match provisions.is_empty() {
                true => String::new(),
                false => {
                    let ids: Vec<&str> =
                        provisions.iter().map(|place| &*WBL.rules.provisions()[place]).collect();
                    format!("/{name}={}", ids.join(","))
                }
            };
            let (then, now) = (span.answers.held(), card.answers.held());
            let address = format!(
                "wbl-2020/{}{}{}",
                card.subject,
                set("on", then.minus(now)),
                set("off", now.minus(then))
            );
            let mut session = Session::new(WBL.rules.clone(), card.subject.clone(), card.answers.clone());
            let route = Route::parse(&address).expect("it names a framework").expect("it says something");
            assert_eq!(session.open(&route), [], "{address}");
            assert_eq!(session.answers(), &span.answers, "{address}");
            opened += 1;
        }
    }
    assert_eq!(opened, panel().len());
}

/// What an author can get wrong.
#[test]
fn what_does_not_fit_together_is_told() {
    let rows = || {
        let table = cards::read(&WBL.rules, &file("data/wbl-2020/history.csv"));
        table.cards.into_iter().filter(|row| ["ke", "de"].contains(&&*row.subject)).collect::<Vec<_>>()
    };
    let all: Vec<Card> =
        WBL.cards.iter().filter(|card| ["ke", "de"].contains(&&*card.subject)).cloned().collect();
    let told = |rows: Vec<Card>| {
        let faults = Years::new(&WBL.rules, &all, rows, WBL.framework.year).err().unwrap_or_default();
        faults.into_iter().map(|Fault { subject, year, wrong }| (subject, year, wrong)).collect::<Vec<_>>()
    };
    assert_eq!(told(rows()), []);
    let mut without = rows();
    without.retain(|row| row.subject == "ke");
    assert_eq!(told(without), [("de".to_owned(), None, Wrong::NoRow)]);
    let mut stranger = rows();
    stranger[0].subject = "atlantis".to_owned();
    assert_eq!(told(stranger)[0], ("atlantis".to_owned(), Some(1971), Wrong::NoCard));
    let mut turned = rows();
    turned[1].year = Some(1970);
    assert_eq!(told(turned), [("de".to_owned(), Some(1970), Wrong::NotAfter(1971))]);
    let mut same = rows();
    same[0].answers = same[1].answers.clone();
    assert!(told(same).iter().any(|(.., wrong)| *wrong == Wrong::NothingMoves));
    let mut late = rows();
    let last = late.last_mut().expect("there are rows");
    (last.year, last.answers) = (Some(2021), late_answers());
    let wrong: BTreeSet<String> = told(late).iter().map(|(.., wrong)| format!("{wrong:?}")).collect();
    assert!(
        wrong.contains("AfterLast") && wrong.iter().any(|one| one.starts_with("OtherThanCard")),
        "{wrong:?}"
    );
    let mut open = rows();
    open[0].answers = scoring::facts::Answers::new(
        ProvisionSet::default(),
        [0].into_iter().collect(),
        ProvisionSet::default(),
    );
    assert_eq!(told(open)[0].2, Wrong::Unanswered);
    let mut timeless = rows();
    timeless[0].year = None;
    assert_eq!(told(timeless)[0].2, Wrong::NoYear);
}

fn late_answers() -> scoring::facts::Answers {
    scoring::facts::Answers::of([0].into_iter().collect())
}
