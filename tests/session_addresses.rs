//! Addresses of sessions: of the published frameworks, and as people meet them.
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::borrow::Cow;
use std::sync::Arc;

use lawgrade_tests::chance::Chance;
use lawgrade_tests::file;
use scoring::LONGEST_IN_WORDS;
use scoring::cards::{Card, read};
use scoring::rules::{Rules, compile};
use scoring::session::{Route, Session, Unread};
use serde_json::Value;

const CHICAGO: &str = "chicago-board-of-health";

fn rules(framework: &str, edition: u32) -> Arc<Rules> {
    let path = format!("data/{framework}/framework.json");
    let mut file: Value = serde_json::from_str(&file(&path)).expect("a file");
    file["edition"] = edition.into();
    Arc::new(compile(&serde_json::from_value(file).expect("a framework")).expect("there are no mistakes"))
}

fn cards(rules: &Rules) -> Vec<Card> {
    read(rules, &file(&format!("data/{}/cards.csv", rules.id()))).cards
}

fn session(rules: &Arc<Rules>, subject: &str) -> Session {
    let card = cards(rules).into_iter().find(|card| card.subject == subject).expect("there is such a card");
    Session::new(rules.clone(), card.subject, card.answers)
}

/// Opens a text as a page does.
fn open(session: &mut Session, text: &str) -> Vec<Unread> {
    match Route::parse(text) {
        Ok(route) => route.map_or(Vec::new(), |route| session.open(&route)),
        Err(unread) => vec![unread],
    }
}

/// Cards of all three frameworks, switched by chance: a few provisions, and nearly all.
#[test]
fn an_address_opens_what_it_was_made_of() {
    let mut chance = Chance::new(13);
    let (mut packed, mut spelt) = (0, 0);
    for framework in ["wbl-2020", "sunlight-2015", "chicago-2019"] {
        let rules = rules(framework, 1);
        for card in cards(&rules) {
            let fresh = Session::new(rules.clone(), card.subject, card.answers);
            let mut session = fresh.clone();
            for most in [3, 60] {
                for _ in 0..most {
                    let provision = chance.below(rules.provisions().len());
                    session.switch(provision, chance.below(2) == 0);
                }
                let address = session.address();
                let route = Route::parse(&address).expect("an address").expect("it says something");
                assert!(matches!(route.parts, Cow::Borrowed(_)), "{address}");
                let mut opened = fresh.clone();
                assert_eq!(opened.open(&route), [], "{address}");
                assert_eq!(opened.answers(), session.answers(), "{address}");
                assert_eq!(opened.address(), address);
                match address.contains("=1") {
                    true => packed += 1,
                    false => {
                        spelt += 1;
                        assert!(address.len() <= LONGEST_IN_WORDS, "{address}");
                    }
                }
            }
        }
    }
    assert!(packed > 100 && spelt > 100, "{packed} packed, {spelt} spelt out");
}

/// Bills are in the address as people name them, and any letter that parts an address is left out of a name.
#[test]
fn bills_are_in_the_address() {
    let rules = rules("sunlight-2015", 1);
    let fresh = session(&rules, "oh");
    let mut session = fresh.clone();
    let index = |id: &str| rules.provision(id).expect("there is one");
    assert_eq!(session.put_into_bundle("  A/B: 5 ", index("forms-in-reach")), Some("A B 5".to_owned()));
    assert_eq!(session.put_into_bundle("A B 5", index("pay-disclosed")), Some("A B 5".to_owned()));
    assert_eq!(session.put_into_bundle("Ley n.º 7", index("filed-digitally")), Some("Ley n.º 7".to_owned()));
    assert_eq!(session.put_into_bundle("/:%", index("pay-disclosed")), None);
    let address = "sunlight-2015/oh/bill=A%20B%205:forms-in-reach,pay-disclosed/bill=Ley%20n.%C2%BA%207:filed-digitally";
    assert_eq!(session.address(), address);
    for written in
        [address.to_owned(), format!("#{}", address.replace("%20", "+")), format!("#{address}?utm_source=x")]
    {
        let mut opened = fresh.clone();
        assert_eq!(open(&mut opened, &written), [], "{written}");
        assert_eq!((opened.aim(), opened.address()), (session.aim(), session.address()), "{written}");
    }
    // In another bill, it is out of the first; what is empty is gone.
    session.put_into_bundle("A B 5", index("filed-digitally"));
    assert_eq!(session.aim().bundles.len(), 1);
    assert!(session.undo() && session.aim().bundles.len() == 2);
}

/// What opens as the same answers without a word: what links gain on their way is nobody's.
#[test]
fn an_address_survives_its_way() {
    let rules = rules("wbl-2020", 1);
    let plain = "wbl-2020/us/on=equal-pay,child-care-counts-for-pension/off=parental-leave";
    let encoded = plain.replace('/', "%2F").replace(',', "%2C").replace('=', "%3D");
    for written in [
        plain.to_owned(),
        format!("#{plain}"),
        format!("#!/{plain}"),
        format!("##{plain}"),
        format!("#/{plain}/"),
        format!("#{}", plain.to_uppercase()),
        format!("#{encoded}"),
        format!("#{}", encoded.replace('%', "%25")),
        format!("https://example.org/lawgrade/?utm_campaign=wbl-2020#{plain}"),
        format!("example.org/lawgrade/index.html#{plain}"),
        format!("https://example.org/#{plain}?utm_source=news&utm_medium=email"),
        format!("#{plain}&fbclid=IwAR0"),
        format!("#{plain}#section-5"),
        format!("#{plain}."),
        format!("(#{plain})"),
        format!("<#{plain}>"),
        format!("#{plain}:~:text=equal-pay"),
        format!("#{}", plain.replace('=', "=3D")),
        format!("#{}", plain.replace('-', "\u{2011}")),
        format!("#{}", plain.replacen("wbl-2020", "wbl-2020@1", 1)),
        format!("#{}", plain.replace("pay,child", "pay, child")),
        format!("https://safe.example/?url=https%3A%2F%2Fexample.org%2F%23{encoded}&data=05%7C01"),
    ] {
        let mut session = session(&rules, "us");
        assert_eq!(
            (open(&mut session, &written), session.address()),
            (Vec::new(), plain.to_owned()),
            "{written}"
        );
        assert!(session.undo() && session.is_card() && !session.can_undo(), "one step: {written}");
    }
    for nothing in ["", "#", "#!/", "#?secret=Xy12", "#utm_source=news", "#:~:text=equal-pay"] {
        assert_eq!(Route::parse(nothing), Ok(None), "{nothing}");
    }
}

/// What each address is read as, and what of it was not.
#[test]
fn bad_addresses() {
    let rules = rules("chicago-2019", 1);
    let of = |parts: &str| format!("#chicago-2019/{CHICAGO}{parts}");
    let every: Vec<&str> = rules.provisions().iter().map(String::as_str).collect();
    let everything = of(&format!("/off={}", every.join(",")));
    let written = [
        // No scenario, another one.
        "#on=website".to_owned(),
        "https://example.org/lawgrade/".to_owned(),
        "#chicago-2019".to_owned(),
        "#chicago-2019/".to_owned(),
        format!("#wbl-2020/{CHICAGO}/on=website"),
        "#chicago-2019/chicago-board-of-wealth/on=website".to_owned(),
        format!("#chicago-2019@2/{CHICAGO}/off=website"),
        format!("#chicago-2019@x/{CHICAGO}/off=website"),
        format!("#chicago-2019@99999999999/{CHICAGO}/off=website"),
        // Parts.
        of("/with=website/nonsense"),
        of("/to=A/without=website/bill=Bill:website"),
        of("/bill=A/b,c:website/bill=:website/bill=Bill"),
        of("/bill=One:website,website/bill=Two:website,no-such-law"),
        of("/on=,,/off="),
        of("/on=meetings-recorded&amp;off=website&x=y&ref=agendas-online"),
        // Ids.
        of("/on=no-such-law,no-such-law"),
        of("/on=meetings-recorded,meetings-recorded,meetings-recorded"),
        of("/on=meetings-recorded/on=Meetings_Recorded"),
        of("/on=meetings-recorded/off=meetings-recorded"),
        of("/off=meetings-recorded/on=meetings-recorded"),
        of("/on=comment-on-any-matter/off=no-registration-in-advance"),
        of("/on=website"),
        of("/off=meetings-recorded"),
        of("/off=schedule-online,agendas-online,minutes-online-in-time"),
        of("/off=schedule-online/on=agendas-online"),
        of("/on=<img src=x onerror=alert(1)>"),
        of("/on=%00%ff%zz%"),
        everything,
        // Cut and damaged.
        of("/on=meetings-rec"),
        of("/off=agendas-online,min"),
        of("/off=agendas-"),
        of("/on=1abcdefgh"),
    ];
    let lines: Vec<String> = written
        .iter()
        .map(|address| {
            let mut session = session(&rules, CHICAGO);
            let unread = open(&mut session, address);
            let told: Vec<String> = unread.iter().map(|unread| format!("\n  ! {unread:?}")).collect();
            format!("{address}\n  = {}{}", session.address(), told.concat())
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// An id that needs one that stands in `off` before it, and the other way round: the first counts.
#[test]
fn what_cannot_stand_together_is_told() {
    let rules = rules("wbl-2020", 1);
    let (law, remedies) = ("harassment-at-work-law".to_owned(), "harassment-at-work-remedies".to_owned());
    let place = rules.provision(&law).expect("there is one");
    let without = cards(&rules).into_iter().find(|card| !card.answers.held().contains(place));
    let subject = without.expect("there is a card without it").subject;
    let of = |parts: &str| format!("wbl-2020/{subject}{parts}");
    let mut first = session(&rules, &subject);
    first.switch(place, true);
    let held = Session::new(rules.clone(), subject.clone(), first.answers().clone());
    for (parts, read, found, with) in [
        (format!("/on={remedies}/off={law}"), format!("/on={remedies}"), &law, &remedies),
        (format!("/off={law}/on={remedies}"), format!("/off={law}"), &remedies, &law),
    ] {
        let mut session = held.clone();
        let told = Unread::AtOdds { found: found.clone(), with: with.clone() };
        assert_eq!(open(&mut session, &of(&parts)), [told]);
        assert_eq!(session.address(), of(&read));
    }
}

/// Rules of a later edition write it, and open what was made before it.
#[test]
fn an_edition_is_part_of_the_address() {
    let (first, second) = (rules("wbl-2020", 1), rules("wbl-2020", 2));
    let mut session = session(&second, "us");
    let told = [Unread::OtherEdition { expected: 2, found: 1 }];
    assert_eq!(open(&mut session, "#wbl-2020/us/on=equal-pay"), told);
    assert_eq!(session.address(), "wbl-2020@2/us/on=equal-pay");
    let again = session.address();
    assert_eq!(open(&mut session, &again), []);
    let mut old = self::session(&first, "us");
    assert_eq!(open(&mut old, &again), [Unread::OtherEdition { expected: 1, found: 2 }]);
    assert_eq!(old.address(), "wbl-2020/us/on=equal-pay");
}

/// Whatever happens to one letter of a packed set, it is told and never read as another one.
#[test]
fn a_damaged_set_is_told_and_never_misread() {
    let rules = rules("wbl-2020", 1);
    let fresh = session(&rules, "us");
    let mut session = fresh.clone();
    session.apply(&Default::default(), &(0..rules.provisions().len()).collect());
    let address = session.address();
    assert!(address.len() < 40, "{address}");
    let (head, set) = address.rsplit_once("=1").expect("it is packed");
    for (place, _) in set.char_indices() {
        for new in
            "0123456789abcdefghjkmnpqrstvwxyz".chars().filter(|new| set.chars().nth(place) != Some(*new))
        {
            let damaged: String =
                set.char_indices().map(|(at, letter)| if at == place { new } else { letter }).collect();
            let mut opened = fresh.clone();
            assert_eq!(
                open(&mut opened, &format!("{head}=1{damaged}")),
                [Unread::Damaged(format!("1{damaged}"))]
            );
            assert!(opened.is_card());
        }
    }
}
