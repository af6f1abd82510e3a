//! The sheet of findings: whose law says what on which provision, as people write it, and what is wrong with it.

use lawgrade_tests::files::typed;
use scoring::cards::SubjectFindings;
use scoring::data::Basis;
use workbook::{Brought, card_file, read};

use super::in_both_languages;

/// What was found, a line each: subject, year, provision, texts.
fn lines(findings: &SubjectFindings) -> Vec<String> {
    let each = findings.iter().flat_map(|(of, found)| found.iter().map(move |(id, found)| (of, id, found)));
    let line = |((subject, year), id, found): (&(String, Option<u16>), &String, &workbook::Finding)| {
        let year = year.map(|year| format!(" {year}")).unwrap_or_default();
        let texts = [found.finding.as_deref(), found.citation.as_deref(), found.basis.map(Basis::name)];
        format!("{subject}{year}, {id}: {}", texts.into_iter().flatten().collect::<Vec<_>>().join(" | "))
    };
    each.map(line).collect()
}

const CARDS: &str = "\
[Provisions]
Id|Provision|Finding
video|Minors may testify by video|
closed|The room may be closed, by order|Counts for every court
[Subjects]
Subject|Name|video|closed
ct|Connecticut|y|n
ny|New York|y|y
";

fn brought(findings: &str) -> Brought {
    read("card.xlsx", &typed(&format!("{CARDS}{findings}")))
}

fn codes(brought: &Brought) -> Vec<&'static str> {
    brought.found.iter().map(|one| one.code.name()).filter(|code| *code != "missing-setting").collect()
}

/// Subjects by code or name, provisions by id or text, in any case, with headings in both languages.
#[test]
fn they_are_read_as_people_write_them() {
    let expected = [
        "ct, closed: No law says so.",
        "ct, video: The judge decides | § 5 | statute",
        "ny, video: By rule of court | Rule 7 | published",
    ];
    for findings in [
        "[Findings]\nSubject|Provision|Finding|Citation|Basis\nct|video|The judge decides|§ 5|statute\n\
         ct|closed|No law says so.||\nny|video|By rule of court|Rule 7|published",
        "[HALLAZGOS]\nbase|CITA|hallazgo|DISPOSICIÓN|Estado\nley|§ 5|The judge decides|minors may testify by VIDEO|CONNECTICUT\n\
         ||No law says so.|The room may be closed, by order|\npublicado|Rule 7|By rule of court|Video|new york",
        "[Findings by subject]\nOur notes\nProvision|State|Finding|Statute|Basis\n\
         Minors may testify by  video|Connecticut|The judge decides|§ 5|law\nclosed||No law says so.||\n\
         video|N.Y.|By rule of court|Rule 7|Published",
    ] {
        let brought = brought(&findings.replace("N.Y.", "NY"));
        assert_eq!(lines(&brought.subject_findings), expected, "{:?}", brought.found);
        let wrong = codes(&brought);
        assert!(
            wrong.iter().all(|code| matches!(*code, "filled-down" | "tidied" | "rows-passed-over")),
            "{wrong:?}"
        );
        // What stands beside the provisions is for all of them, and is not lost.
        assert_eq!(brought.findings["closed"].finding.as_deref(), Some("Counts for every court"));
    }
}

/// A sheet that nobody has named is known by its headings, and no sheet of provisions is taken for one.
#[test]
fn it_is_known_by_its_headings() {
    let of = |head: &str| brought(&format!("[Sheet4]\n{head}\nct|video|By order"));
    assert_eq!(lines(&of("Subject|Provision|Finding").subject_findings), ["ct, video: By order"]);
    assert_eq!(lines(&of("Country|Provision|Citation").subject_findings), ["ct, video: By order"]);
    for head in ["Code|Provision|Finding", "Subject|Provision|Points"] {
        assert_eq!(lines(&of(head).subject_findings), [""; 0], "{head}");
    }
    let provisions = "[Sheet1]\nCode|Provision|In law?|Finding\nvideo|By video|y|By order";
    let brought = read("card.xlsx", &typed(provisions));
    assert_eq!(brought.findings["video"].finding.as_deref(), Some("By order"));
}

/// Of one card, the sheet says the same as the columns beside the provisions.
#[test]
fn of_one_card_they_stand_beside_its_provisions() {
    let text = "[Settings]\nSetting|Value\nSubject|ct\nName of the subject|Connecticut\n[Provisions]\nId|Provision|In law?|Finding\n\
        video|By video|y|By order\nclosed|Closed|n|\n[Findings]\nSubject|Provision|Finding\nConnecticut|closed|No law says so.";
    let brought = read("card.xlsx", &typed(text));
    assert!(brought.subject_findings.is_empty());
    assert_eq!(brought.findings.keys().collect::<Vec<_>>(), ["closed", "video"]);
    let again = card_file::read(&card_file::write(&brought).expect("it has a framework"));
    assert_eq!((&again.findings, again.found.as_slice()), (&brought.findings, [].as_slice()));
}

/// Where a subject has several years, a finding is about one of them.
#[test]
fn each_year_has_its_own() {
    let text = "[Provisions]\nId|Provision\nvideo|By video\n[Subjects]\nSubject|Year|video\nct|2018|n\nct|2019|y\nny|2019|n\n\
        [Findings]\nSubject|Year|Provision|Finding\nct|2018|video|Not yet\n|2019|video|By order\nny||video|Nothing";
    let brought = read("card.xlsx", &typed(text));
    let expected = ["ct 2018, video: Not yet", "ct 2019, video: By order", "ny 2019, video: Nothing"];
    assert_eq!(lines(&brought.subject_findings), expected);
    let again = card_file::read(&card_file::write(&brought).expect("it has a framework"));
    assert_eq!(again.subject_findings, brought.subject_findings);
    assert_eq!(again.found, []);
}

/// Everything that is wrong, at once and once each, with what works beside it.
#[test]
fn mistakes_are_told() {
    let findings = "\
[Findings]
Subject|Year|Provision|Finding|Citation|Basis|Colour
ct|2018|video|The judge decides|||
CT||video|By order|§ 5|guess|red
Conecticut||video|By order|||
||closed|Below what is wrong|||
Conecticut||closed|By order|||
ny||vidio|By order|||
ny||video||||
ny|||By order|||
||closed|By order|§ 7||
ny||CLOSED|Again|||
ny|soon|video|By order|||
||||||
";
    let brought = brought(findings);
    insta::assert_snapshot!(in_both_languages(&brought));
    assert_eq!(lines(&brought.subject_findings), ["ct, video: By order | § 5", "ny, closed: By order | § 7"]);
}

/// Without cards, that is said once; what depends on a row that was wrong is not told besides.
#[test]
fn what_follows_from_another_mistake_is_not_told() {
    let rows =
        "[Findings]\nSubject|Provision|Finding\nct|video|By order\nny|video|By order\nvt|video|By order";
    let none = read("card.xlsx", &typed(&format!("[Provisions]\nId|Provision\nvideo|By video\n{rows}")));
    assert_eq!(codes(&none), ["unknown-subject"]);
    let cards = "[Provisions]\nId|Provision\nvideo|By video\n[Subjects]\nSubject|video\nct|y\n???|y\nny|n\n";
    let rows = rows.replace("\nvt|", "\n???|");
    let wrong = read("card.xlsx", &typed(&format!("{cards}{rows}")));
    assert_eq!(codes(&wrong), ["bad-id"]);
    assert_eq!(wrong.subject_findings.len(), 2);
}

/// Two subjects of one name are told apart by their codes alone.
#[test]
fn a_name_that_two_subjects_have_is_nobodys() {
    let text = "[Provisions]\nId|Provision\nvideo|By video\n[Subjects]\nSubject|Name|video\nge|Georgia|y\nus-ga|Georgia|n\n\
        [Findings]\nSubject|Provision|Finding\nGeorgia|video|Whose?\nUS GA|video|By order";
    let brought = read("card.xlsx", &typed(text));
    assert!(codes(&brought).contains(&"unknown-subject"), "{:?}", brought.found);
    assert_eq!(lines(&brought.subject_findings), ["us-ga, video: By order"]);
}
