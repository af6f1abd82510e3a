//! Addresses as people meet them: edited, cut, encoded, old, hostile.
#![allow(missing_docs, clippy::expect_used)]

use lawgrade_tests::{card, connecticut, framework, scenario};
use scoring::{Aim, Baseline, Situation, Target, Words, format_address, parse_address};

const CANONICAL: &str =
    "pic-2019/ct-2019/on=trafficking-law-reaches-buyers,no-age-mistake-defense/off=racketeering-predicates";

#[test]
fn an_address_is_canonical() {
    let baseline = connecticut();
    let buyers = ["no-age-mistake-defense", "trafficking-law-reaches-buyers"];
    assert_eq!(
        format_address(&baseline, &scenario(&baseline, &buyers, &["racketeering-predicates"]).into()),
        CANONICAL
    );
    assert_eq!(format_address(&baseline, &scenario(&baseline, &[], &[]).into()), "pic-2019/ct-2019");
}

/// Grades such as “A+” end with a sign, and so may the address, which loses signs at its end otherwise.
#[test]
fn a_grade_with_a_sign_is_a_target() {
    let mut framework = framework();
    for (band, grade) in framework.bands.iter_mut().zip(["A+", "A", "A-"]) {
        band.grade = grade.to_owned();
    }
    let mut card = card();
    card.published.grade = "A-".to_owned();
    let baseline = Baseline::new(framework, card, Words::english()).expect("only letters are others");
    for grade in ["A+", "A", "A-", "D", "F"] {
        let aim = Aim { target: Some(Target::Grade(grade.to_owned())), ..Aim::default() };
        let situation = Situation { aim, ..Situation::default() };
        let address = format_address(&baseline, &situation);
        for written in [address.clone(), format!("{address}."), format!("({address})").replace('(', "")] {
            assert_eq!(parse_address(&baseline, &written), (situation.clone(), Vec::new()), "{written}");
        }
    }
    let (read, _) = parse_address(&baseline, "pic-2019/ct-2019/to=A+/without=sex-tourism-crime");
    assert_eq!(read.aim.target, Some(Target::Grade("A+".to_owned())));
}

/// What each written address is read as, and what is told about it.
#[test]
fn addresses_in_the_wild() {
    let baseline = connecticut();
    let long = format!("#pic-2019/ct-2019/on={}", vec!["no-such-law"; 10_000].join(","));
    let written = [
        "",
        "#",
        "#pic-2019",
        "#pic-2019/ct-2019",
        "#pic-2019/ct-2019/",
        &format!("#{CANONICAL}"),
        &format!("#{CANONICAL}."),
        &format!("#{CANONICAL})."),
        &CANONICAL.replace(',', "%2C").replace('/', "%2F"),
        &format!("#{}", CANONICAL.trim_end_matches("predicates")),
        "#pic-2019/ct-2019/off=racketeering-predicates/on=no-age-mistake-defense",
        "#pic-2019/ct-2019/on=no-age-mistake-defense/on=vacatur-for-minors",
        "#pic-2019/ct-2019/on=no-age-mistake-defense,no-age-mistake-defense/off=no-age-mistake-defense",
        "#pic-2019/ct-2019/on=,,/off=",
        "#pic-2019/ct-2019/with=vacatur-for-minors/on=vacatur-for-minors/nonsense",
        "#pic-2021/ct-2019/on=no-age-mistake-defense",
        "#pic-2019/tn-2019/on=no-age-mistake-defense",
        "#PIC-2019/ct-2019",
        "#pic-2019/ct-2019/on=<img src=x onerror=alert(1)>",
        "#pic-2019/ct-2019/on=%00%ff%zz%",
        "#pic-2019/ct-2019/to=B",
        "#pic-2019/ct-2019/sure=85.5/without=vacatur-for-minors,no-such-law,vacatur-for-minors",
        "#pic-2019/ct-2019/to=E/to=A/sure=B/to=80.1",
        "#pic-2019/ct-2019/on=no-age-mistake-defense/bill=Bill%205:vacatur-for-minors,no-such-law/to=A",
        "#pic-2019/ct-2019/bill=a:vacatur-for-minors/bill=b:vacatur-for-minors,no-age-mistake-defense/bill=a:sex-tourism-crime",
        "#pic-2019/ct-2019/to=-5/to=103/to=80.25/to=80.5",
        "#pic-2019/ct-2019/bill=:vacatur-for-minors/bill=x/bill=  y   z :sex-tourism-crime/bill=q:",
        &long,
    ];
    let lines: Vec<_> = written
        .iter()
        .map(|address| {
            let (scenario, problems) = parse_address(&baseline, address);
            let shown: String = address.chars().take(120).collect();
            let told: Vec<_> = problems
                .iter()
                .take(5)
                .map(|problem| format!("\n  ! {}", problem.in_words(baseline.words())))
                .collect();
            let more = problems.len().saturating_sub(5);
            let more = if more == 0 { String::new() } else { format!("\n  ! and {more} more") };
            format!("{shown}\n  = {}{}{more}", format_address(&baseline, &scenario), told.concat())
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}
