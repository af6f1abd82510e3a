//! Addresses as people meet them: edited, cut, encoded, old, hostile.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use lawgrade_tests::{card, connecticut, framework, scenario};
use scoring::{
    AddressProblem, Aim, Baseline, Bundle, Changes, LONGEST_IN_WORDS, ProvisionSet, Scenario, Situation,
    Target, Words, format_address, parse_address,
};

const CANONICAL: &str =
    "pic-2019@2/ct-2019/on=trafficking-law-reaches-buyers,no-age-mistake-defense/off=racketeering-predicates";

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
    let buyers = "pic-2019/ct-2019/on=trafficking-law-reaches-buyers";
    let all = packed_address(&baseline);
    let written = [
        "",
        "#",
        "#!/",
        "#pic-2019",
        "#pic-2019/ct-2019",
        "#pic-2019/ct-2019/",
        "#pic-2019@1/ct-2019/to=B",
        "#pic-2019@2/ct-2019/to=B",
        &format!("#{CANONICAL}"),
        &format!("#{CANONICAL}."),
        &format!("#{CANONICAL})."),
        &CANONICAL.replace(',', "%2C").replace('/', "%2F"),
        // Cut.
        &format!("#{}", CANONICAL.trim_end_matches("predicates")),
        &format!("#{buyers},no-age…"),
        &format!("#{buyers},"),
        &format!("#{buyers},registration-t"),
        &format!("#{buyers},registration-trafficking/o"),
        &format!("#{buyers}/off="),
        "#pic-2019/ct-2019/without=vacatur-for-m",
        "#pic-2019/ct-2019/bill=Bill%205:vacatur-for-minors,sex-tour",
        "#pic-2019/ct-2019/on=no-age,trafficking-law-reaches-buyers",
        all.get(..all.len() - 1).unwrap_or_default(),
        all.get(..all.len() - 18).unwrap_or_default(),
        // Repeated, contradictory, unknown.
        "#pic-2019/ct-2019/off=racketeering-predicates/on=no-age-mistake-defense",
        "#pic-2019/ct-2019/on=no-age-mistake-defense/on=vacatur-for-minors",
        "#pic-2019/ct-2019/on=no-age-mistake-defense,no-age-mistake-defense/off=no-age-mistake-defense",
        "#pic-2019/ct-2019/on=No-Age-Mistake-Defense,no_age_mistake_defense",
        &format!("{all}/on=no-age-mistake-defense"),
        "#pic-2019/ct-2019/on=,,/off=",
        "#pic-2019/ct-2019/with=vacatur-for-minors/on=vacatur-for-minors/nonsense",
        "#pic-2021/ct-2019/on=no-age-mistake-defense",
        "##pic-2021/ct-2019",
        "#pic-2019/tn-2019/on=no-age-mistake-defense",
        "#PIC-2019/CT-2019/ON=NO-AGE-MISTAKE-DEFENSE/TO=b",
        "#pic-2019/ct-2019/on=<img src=x onerror=alert(1)>",
        "#pic-2019/ct-2019/on=%00%ff%zz%",
        // Aims.
        "#pic-2019/ct-2019/to=B",
        "#pic-2019/ct-2019/sure=85.5/without=vacatur-for-minors,no-such-law,vacatur-for-minors",
        "#pic-2019/ct-2019/to=E/to=A/sure=B/to=80.1",
        "#pic-2019/ct-2019/on=no-age-mistake-defense/bill=Bill%205:vacatur-for-minors,no-such-law/to=A",
        "#pic-2019/ct-2019/bill=a:vacatur-for-minors/bill=b:vacatur-for-minors,no-age-mistake-defense/bill=a:sex-tourism-crime",
        "#pic-2019/ct-2019/to=-5/to=103/to=80.25/to=80.5",
        "#pic-2019/ct-2019/to=80,5",
        "#pic-2019/ct-2019/bill=:vacatur-for-minors/bill=x/bill=  y   z :sex-tourism-crime/bill=q:",
        "#pic-2019/ct-2019/bill=Why%3F+A+&+B:sex-tourism-crime?utm_source=x",
        // What others add, and what may have been meant.
        "#?secret=Xy12",
        "#utm_source=news",
        "#:~:text=no-age-mistake-defense",
        &format!("#{buyers}?utm_source=news&utm_medium=email"),
        &format!("#{buyers}&amp;fbclid=IwAR0"),
        "#pic-2019/ct-2019?utm_source=news",
        &format!("#{buyers}&on=no-age-mistake-defense&off=x&to=b"),
        &format!("#{buyers}?ref=sex-tourism-crime"),
        &format!("#{buyers}#section-5"),
        &format!("#{buyers};no-age-mistake-defense and sex-tourism-crime"),
        "#on=no-age-mistake-defense",
        "https://example.org/lawgrade/",
        "https://example.org/lawgrade/?utm_campaign=pic-2019#pic-2019/ct-2019/to=B",
        "https://example.org/lawgrade/#pic-2011/ct-2011",
        &format!("<a href=\"https://example.org/lawgrade/#{buyers}\">the law with buyers</a>"),
        &format!(
            "https://safe.example/?url=https%3A%2F%2Fexample.org%2F%23{}&data=05%7C01%7Ca%40b.org",
            buyers.replace('/', "%2F")
        ),
        &long,
    ];
    let lines: Vec<_> = written
        .iter()
        .map(|address| {
            let (scenario, problems) = parse_address(&baseline, address);
            let shown: String = address.chars().take(160).collect();
            let told: Vec<_> = problems
                .iter()
                .take(5)
                .map(|problem| {
                    let mended = match problem {
                        AddressProblem::CutOff { mended, .. } => format!("\n    {mended}"),
                        _ => String::new(),
                    };
                    format!("\n  ! {}{mended}", problem.in_words(baseline.words()))
                })
                .collect();
            let more = problems.len().saturating_sub(5);
            let more = if more == 0 { String::new() } else { format!("\n  ! and {more} more") };
            format!("{shown}\n  = {}{}{more}", format_address(&baseline, &scenario), told.concat())
        })
        .collect();
    // A file with this letter in it is no text to git.
    insta::assert_snapshot!(lines.join("\n").replace('\0', "\u{2400}"));
}

/// Everything switched, in the letters that it has for ever.
fn packed_address(baseline: &Baseline) -> String {
    let everything: ProvisionSet = (0..baseline.provisions().len()).collect();
    format_address(baseline, &Scenario::from_switched(everything).into())
}

/// Provisions may be added at the end of the framework's list, and never anywhere else: the letters are places in it.
#[test]
fn a_long_scenario_has_a_short_address_that_stays() {
    let baseline = connecticut();
    assert_eq!(
        packed_address(&baseline),
        "pic-2019@2/ct-2019/on=1es0p0804m4g8k30dag02/off=1zwf1zqzvbvfqcwzjnfz1"
    );
    let aim = Aim {
        target: Some(Target::Grade("A".to_owned())),
        locked: (0..77).collect(),
        bundles: vec![Bundle { name: "Bill 5".to_owned(), provisions: (0..77).collect() }],
        ..Aim::default()
    };
    let all = Situation { aim, scenario: Scenario::from_switched((0..77).collect()) };
    let address = format_address(&baseline, &all);
    assert!(address.len() <= 160, "{address}");
    assert_eq!(parse_address(&baseline, &address), (all, Vec::new()));
    assert_eq!(parse_address(&baseline, &address.to_uppercase().replace("BILL%205", "Bill%205")).1, []);
}

/// The fewest letters that are not spelt out any more, and the most that are.
#[test]
fn an_address_is_spelt_out_while_it_fits() {
    let baseline = connecticut();
    for size in 0..77 {
        let scenario = Scenario::from_switched((0..size).collect());
        let address = format_address(&baseline, &scenario.clone().into());
        let Changes { on, off } = scenario.changes(&baseline);
        let spelt = |name: &str, ids: Vec<String>| match ids.is_empty() {
            true => String::new(),
            false => format!("/{name}={}", ids.join(",")),
        };
        let edition = if size == 0 { "" } else { "@2" };
        let words = format!("pic-2019{edition}/ct-2019{}{}", spelt("on", on), spelt("off", off));
        assert_eq!(address == words, words.len() <= LONGEST_IN_WORDS, "{address}");
        // The old form opens for ever.
        assert_eq!(parse_address(&baseline, &words), (scenario.clone().into(), Vec::new()));
        // Without a number it is one of the first edition, which opens the same scenario.
        let first = words.replace("@2", "");
        assert_eq!(parse_address(&baseline, &first), (scenario.into(), Vec::new()));
    }
}

#[test]
fn a_damaged_set_is_told_and_never_misread() {
    let baseline = connecticut();
    let address = packed_address(&baseline);
    let (head, set) = address.rsplit_once("=1").expect("the set is packed");
    let right = parse_address(&baseline, &address).0;
    let letters: Vec<char> = "0123456789abcdefghjkmnpqrstvwxyz".chars().collect();
    for (place, old) in set.char_indices() {
        for new in letters.iter().filter(|new| **new != old) {
            let damaged: String =
                set.char_indices().map(|(at, letter)| if at == place { *new } else { letter }).collect();
            let (read, problems) = parse_address(&baseline, &format!("{head}=1{damaged}"));
            assert!(matches!(problems[..], [AddressProblem::Damaged(_)]), "{damaged}");
            assert_ne!(read, right);
        }
    }
}

/// Under rules that order their provisions otherwise a set means something else, and so it means nothing.
#[test]
fn a_set_is_read_under_its_own_rules() {
    let baseline = connecticut();
    let address = packed_address(&baseline);
    let mut reordered = framework();
    reordered.provisions.reverse();
    let reordered = Baseline::new(reordered, card(), Words::english()).expect("the order is free");
    let (read, problems) = parse_address(&reordered, &address);
    assert!(matches!(problems[..], [AddressProblem::Damaged(_), AddressProblem::Damaged(_)]));
    assert!(read.scenario.is_baseline());

    let mut grown = (framework(), card());
    let new = scoring::data::Provision { id: "zz-new".to_owned(), label: "New".to_owned() };
    let mut finding = grown.1.provisions[0].clone();
    (finding.id, finding.in_law) = (new.id.clone(), false);
    grown.0.provisions.push(new);
    grown.1.provisions.push(finding);
    let component = grown.0.sections.iter_mut().flat_map(|section| &mut section.components);
    let component = component.min_by_key(|component| component.rungs.len()).expect("there are components");
    let mut rung = component.rungs[0].clone();
    (rung.needs, rung.points) = (vec!["zz-new".to_owned()], component.max);
    component.rungs.push(rung);
    let grown = Baseline::new(grown.0, grown.1, Words::english()).expect("a framework may gain provisions");
    let (read, problems) = parse_address(&grown, &address);
    assert_eq!((read.scenario.size(), problems), (77, Vec::new()));
    assert_eq!(format_address(&grown, &read), address);
}

/// No two provisions are known by the same letters and digits.
#[test]
fn ids_differ_in_more_than_marks() {
    let ids = framework().provisions.into_iter().map(|provision| provision.id.replace(['-', '.'], ""));
    let mut known = std::collections::BTreeSet::new();
    ids.for_each(|id| assert!(known.insert(id.clone()), "{id}"));
}
