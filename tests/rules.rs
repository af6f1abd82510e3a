//! The rules of 2019, compiled, against the core that the page runs on.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use lawgrade_tests::scenarios::golden;
use lawgrade_tests::{connecticut, file};
use scoring::ProvisionSet;
use scoring::exact::Points;
use scoring::facts::Answers;
use scoring::rules::{self, Outcome, Rule, Rules, Why, compile};

fn pic() -> Rules {
    let framework =
        serde_json::from_str(&file("data/frameworks/pic-2019.json")).expect("the framework can be read");
    compile(&framework).expect("the framework is right")
}

/// Points of the old core are quarters.
fn quarters(rules: &Rules, points: Points) -> i32 {
    i32::try_from(points.units() * 4 / rules.unit().per_point()).expect("few points")
}

#[test]
fn todays_file_compiles_as_it_is() {
    let rules = pic();
    assert_eq!((rules.id(), rules.edition()), ("pic-2019", 1));
    assert_eq!(rules.unit().per_point(), 2, "everything is in half points");
    let counts = [rules.provisions().len(), rules.nodes().iter().filter(|node| node.id.is_some()).count()];
    let baseline = connecticut();
    let components = baseline.sections().iter().map(|section| 1 + section.components.len()).sum::<usize>();
    assert_eq!(counts, [baseline.provisions().len(), components]);
}

/// Every section, component, rung, total and letter of every golden scenario.
#[test]
fn the_algebra_gives_what_the_ladders_gave() {
    let (rules, baseline) = (pic(), connecticut());
    for situation in golden(&baseline) {
        let holds = |provision: &&std::sync::Arc<scoring::Provision>| situation.scenario.holds(provision);
        let held: ProvisionSet = baseline.provisions().iter().filter(holds).map(|one| one.place).collect();
        let found = rules::evaluate(&rules, &Answers::of(held));
        let tree = scoring::evaluate(&baseline, &situation.scenario);
        for section in &tree.sections {
            let score = found.score(rules.find(&section.section.id).expect("the section"));
            assert_eq!(quarters(&rules, score.earned), section.points.quarters());
            assert_eq!(quarters(&rules, score.possible), section.section.max.quarters());
            for component in &section.components {
                let id = rules.find(&component.component.id).expect("the component");
                let score = found.score(id);
                assert_eq!(quarters(&rules, score.earned), component.points.quarters());
                assert_eq!(quarters(&rules, score.possible), component.component.max.quarters());
                let Some(Rule::Best { of, .. }) = rules.node(id).map(|node| &node.rule) else {
                    unreachable!("a component is a ladder")
                };
                let rung = match score.why {
                    Why::Best(rung) => of.iter().position(|of| *of == rung),
                    _ => None,
                };
                let counted = |counted| component.component.rungs.iter().position(|rung| rung == counted);
                assert_eq!(rung, component.rung.as_ref().and_then(counted));
            }
        }
        let [Outcome::Result { figure, band: Some(band) }] = found.outcomes.as_slice() else {
            unreachable!("one result, with a letter")
        };
        assert_eq!(figure.exact.to_string(), tree.total.to_string());
        assert_eq!(rules.tallies()[0].bands[*band].name, tree.band.grade);
    }
}
