//! Scenarios that stay the same for ever.

use scoring::{Aim, Baseline, ProvisionSet, Question, Scenario, Situation, Target};

use crate::chance::Chance;

/// How many there are.
const COUNT: usize = 2000;
/// Names as visitors give them to bills: short, long, with letters beyond ASCII.
const NAMES: [&str; 4] = ["HB 5621", "A bill of three provisions", "Ley de víctimas", "议案"];

/// The card, and scenarios of every size with every kind of aim. The same list for ever: [`Chance`] makes it.
pub fn golden(baseline: &Baseline) -> Vec<Situation> {
    let mut chance = Chance::new(13);
    let drawn = (1..COUNT).map(|_| situation(baseline, &mut chance));
    std::iter::once(Situation::default()).chain(drawn).collect()
}

fn situation(baseline: &Baseline, chance: &mut Chance) -> Situation {
    let all = baseline.provisions().len();
    // Few changes are what visitors make; many are what breaks.
    let most = [4, 4, 12, 30, all][chance.below(5)];
    let size = chance.below(most + 1);
    // From the card in one half, and from no law or all of it in the other, so that every grade is reached.
    let start = chance.below(4);
    let start = baseline.provisions().iter().filter(|provision| match start {
        0 => provision.law.in_law,
        1 => !provision.law.in_law,
        _ => false,
    });
    let mut switched: ProvisionSet = start.map(|provision| provision.index).collect();
    chance.choose(size, all).into_iter().for_each(|place| switched.toggle(place));
    let scenario = Scenario::from_switched(switched);
    Situation { scenario, aim: aim(baseline, chance) }
}

fn aim(baseline: &Baseline, chance: &mut Chance) -> Aim {
    let mut aim = Aim::default();
    let all = baseline.provisions();
    match chance.below(4) {
        0 => {
            let grades: Vec<_> = baseline.bands().collect();
            aim.target = Some(Target::Grade(grades[chance.below(grades.len())].grade.clone()));
        }
        1 => {
            let steps = baseline.framework().max.quarters() / baseline.framework().step.quarters();
            let steps = chance.below(usize::try_from(steps).expect("a maximum above zero") + 1);
            let step = baseline.framework().step.quarters();
            let points = i32::try_from(steps).expect("it came from one") * step;
            aim.target = Some(Target::Points(scoring::Points::from_quarters(points)));
        }
        _ => return aim,
    }
    if chance.below(3) == 0 {
        aim.question = Question::EveryReading;
    }
    let locked = chance.below(5);
    aim.locked = chance.choose(locked, all.len()).into_iter().collect();
    let mut bundled = chance.choose(6, all.len()).into_iter();
    for name in NAMES.iter().take(chance.below(NAMES.len() + 1)) {
        let size = 1 + chance.below(2);
        for place in bundled.by_ref().take(size) {
            aim.put_into_bundle(name, &all[place]);
        }
    }
    aim
}
