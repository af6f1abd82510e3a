//! The examples of `docs/spreadsheet.md`, copied out of it.

use lawgrade_tests::file;
use scoring::diagnose::Severity;
use scoring::rules::evaluate;
use workbook::read;

/// The tables of the manual, as cells that are copied.
fn tables() -> Vec<String> {
    let manual = file("docs/spreadsheet.md");
    let blocks = manual.split("\n\n").filter(|block| block.starts_with('|'));
    let cells = |line: &str| -> String {
        let cells = line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`'));
        cells.collect::<Vec<_>>().join("\t") + "\n"
    };
    blocks.map(|block| block.lines().filter(|line| !line.starts_with("| ---")).map(cells).collect()).collect()
}

#[test]
fn the_first_example_is_a_card() {
    let tables = tables();
    let settings = tables.iter().find(|table| table.starts_with("Setting\t")).expect("there are settings");
    let grades = tables.iter().find(|table| table.starts_with("Grade\t")).expect("there are grades");
    let text = format!("[Settings]\n{settings}[Provisions]\n{}[Grades]\n{grades}", tables[0]);
    for (text, warnings) in [(tables[0].clone(), 3), (text, 0)] {
        let brought = read("card.tsv", text.as_bytes());
        let of = |severity| brought.found.iter().filter(|one| one.severity() == severity).count();
        assert_eq!((of(Severity::Error), of(Severity::Warning)), (0, warnings), "{:?}", brought.found);
        let rules = brought.rules.as_ref().expect("there are rules");
        let outcomes = evaluate(rules, &brought.cards[0].answers).outcomes;
        assert_eq!(outcomes[0].figure().map(|figure| figure.shown.to_string()).as_deref(), Some("2.5"));
    }
}

#[test]
fn the_example_of_rules_has_no_mistake() {
    let rules = tables().into_iter().find(|table| table.starts_with("Depth\t")).expect("there are rules");
    let ids = [
        "video-some-courts",
        "video-all-courts",
        "video-free",
        "closed-by-judge",
        "closed-always",
        "reports-yearly",
        "reports-monthly",
        "police-trained",
        "judges-trained",
    ];
    let text = format!(
        "[Provisions]\nId\tProvision\n{}\n[Rules]\n{rules}",
        ids.map(|id| format!("{id}\t{id}")).join("\n")
    );
    let brought = read("card.tsv", text.as_bytes());
    let wrong: Vec<_> = brought.found.iter().filter(|one| one.severity() == Severity::Error).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(brought.rules.map(|rules| rules.provisions().len()), Some(ids.len()));
}
