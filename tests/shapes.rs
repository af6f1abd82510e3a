//! Every shape that rules can have, as an example to check by hand. Each is asked all four questions: what answers earn,
//! what unknown ones leave open, which plans are the smallest, where a subject ranks. `docs/shapes.md` names these tests.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod chance;
mod manual;
mod parts;
mod results;

use scoring::ProvisionSet;
use scoring::exact::Fraction;
use scoring::facts::Answers;
use scoring::plans::{Goal, Outcome as Planned, Plan, Readings, Target, plan};
use scoring::ranges::ranges;
use scoring::rank::{Rank, moves, rank, ranked_figure};
use scoring::rules::{Outcome, Rules, compile, evaluate};
use serde_json::{Value, json};

/// Small rules, and the result of them that is asked about.
struct Made {
    rules: Rules,
    tally: usize,
}

fn number(text: &str) -> Fraction {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

fn numbers(texts: &[&str]) -> Vec<Fraction> {
    texts.iter().map(|text| number(text)).collect()
}

impl Made {
    /// Rules over provisions of one letter, each of which may not apply; `b>a` cannot hold without a.
    fn of(provisions: &str, fields: Value) -> Self {
        let provision = |word: &str| {
            let (id, implies) = word.split_once('>').unwrap_or((word, ""));
            let implies: Vec<String> = implies.chars().map(String::from).collect();
            json!({"id": id, "label": id, "mayNotApply": "It is so.", "implies": implies})
        };
        let mut file =
            json!({"id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made."});
        file["provisions"] = provisions.split(' ').map(provision).collect();
        file.as_object_mut().expect("a file").extend(fields.as_object().expect("fields").clone());
        let file = serde_json::from_value(file).unwrap_or_else(|error| panic!("{error}"));
        Self { rules: compile(&file).unwrap_or_else(|found| panic!("{found:?}")), tally: 0 }
    }

    /// The same rules, asked about another result.
    fn tally(self, tally: usize) -> Self {
        Self { tally, ..self }
    }

    /// Answers as letters: `a` holds, `b?` is unknown, `C` does not apply; no other holds.
    fn answers(&self, text: &str) -> Answers {
        let mut sets: [ProvisionSet; 3] = Default::default();
        let mut letters = text.chars().filter(|letter| *letter != ' ').peekable();
        while let Some(letter) = letters.next() {
            let place = self.rules.provision(&letter.to_lowercase().to_string()).expect("a provision");
            let set = match letters.next_if_eq(&'?') {
                Some(_) => 1,
                None => 2 * usize::from(letter.is_uppercase()),
            };
            sets[set].toggle(place);
        }
        let [held, unknown, not_applicable] = sets;
        Answers::new(held, unknown, not_applicable)
    }

    fn names(&self, set: &ProvisionSet, sign: &str) -> String {
        set.iter().map(|place| format!("{sign}{}", self.rules.provisions()[place])).collect()
    }

    fn band(&self, band: usize) -> &str {
        &self.rules.tallies()[self.tally].bands[band].name
    }

    /// The result of these answers as it is shown, with its letter.
    fn result(&self, answers: &str) -> String {
        let outcomes = evaluate(&self.rules, &self.answers(answers)).outcomes;
        match &outcomes[self.tally] {
            Outcome::Result { figure, band: None } => figure.shown.to_string(),
            Outcome::Result { figure, band: Some(band) } => format!("{} {}", figure.shown, self.band(*band)),
            Outcome::NotApplicable => "none".to_owned(),
            Outcome::Withheld { unknown } => format!("withheld{}", self.names(unknown, " ")),
        }
    }

    /// Holds the results of some answers.
    fn gives(&self, cases: &[(&str, &str)]) {
        for (answers, result) in cases {
            assert_eq!(self.result(answers), *result, "“{answers}”");
        }
    }

    /// The least and the most exact figure, and the worst and the best letter, of all that is unknown.
    fn range(&self, answers: &str) -> String {
        self.range_read(answers, None)
    }

    fn range_read(&self, answers: &str, readings: Option<&Readings>) -> String {
        let found = ranges(&self.rules, &self.answers(answers), readings, &mut || true);
        let range = found.expect("few laws").expect("a law fits").tallies.swap_remove(self.tally);
        let figures = range.figures.map(|(least, most)| format!("{least} to {most}"));
        let bands = range.bands.map(|(worst, best)| format!(", {} to {}", self.band(worst), self.band(best)));
        let none = if range.may_have_none { " or none" } else { "" };
        format!("{}{}{none}", figures.unwrap_or_default(), bands.unwrap_or_default())
    }

    /// The smallest plans to a letter or a figure: how many changes they are, and each of them.
    fn plans(&self, answers: &str, target: &str) -> String {
        let bands = &self.rules.tallies()[self.tally].bands;
        let band = bands.iter().position(|band| band.name == target);
        self.plans_to(answers, band.map_or_else(|| Target::Figure(number(target)), Target::Band), None)
    }

    fn plans_to_rank(&self, answers: &str, rank: usize, others: &[&str]) -> String {
        self.plans_to(answers, Target::Rank { rank, others: numbers(others) }, None)
    }

    fn plans_to(&self, answers: &str, target: Target, readings: Option<Readings>) -> String {
        let locked = ProvisionSet::default();
        let goal =
            Goal { tally: self.tally, target, readings, locked, bundles: Vec::new(), limit: usize::MAX };
        let plans = match plan(&self.rules, &self.answers(answers), &goal, &mut || true) {
            Planned::Already => return "already".to_owned(),
            Planned::Impossible { best: Some(best) } => return format!("at most {best}"),
            Planned::Reachable(plans) => plans,
            other => panic!("{other:?}"),
        };
        assert_eq!(plans.count, plans.plans.len() as u128);
        let said = |plan: &Plan| self.names(&plan.on, "+") + &self.names(&plan.off, "-");
        let mut all: Vec<String> = plans.plans.iter().map(said).collect();
        all.sort();
        format!("{}: {}", plans.fewest, all.join(", "))
    }

    /// The rank among others, and the rank after each single switch.
    fn ranks(&self, answers: &str, others: &[&str]) -> String {
        let (answers, others) = (self.answers(answers), numbers(others));
        let outcomes = evaluate(&self.rules, &answers).outcomes;
        let figure = ranked_figure(&self.rules.tallies()[self.tally], &outcomes[self.tally]);
        let said = |rank: Option<Rank>| rank.map_or("none".to_owned(), |rank| rank.rank.to_string());
        let moved = moves(&self.rules, self.tally, &answers, &others).into_iter();
        let moved = moved.map(|one| format!("{} {}", self.rules.provisions()[one.provision], said(one.rank)));
        let now = said(figure.map(|figure| rank(figure, &others)));
        format!("{now}; {}", moved.collect::<Vec<_>>().join(", "))
    }
}
