//! The questions of frameworks: what fits a search, and how many of the others have what, against a second way to count.
#![allow(missing_docs, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::Arc;

use proptest::prelude::*;
use scoring::ProvisionSet;
use scoring::facts::{Answer, Answers, GroupKind};
use scoring::rules::{Asked, Evaluation, Outline, Question, evaluate};
use scoring::session::Session;
use scoring::telling::{Cohort, Filter, Filters, Found, Gain, Holders, Questions, Search, State};

use crate::telling::{ENGLISH, SPANISH, made, switched};

/// All questions with the titles around each, in the order of the page.
fn asked(cohort: &Cohort) -> Vec<(Question, String)> {
    fn collect(part: &Outline, around: &str, all: &mut Vec<(Question, String)>) {
        let around = format!("{around} {}", part.title.as_deref().unwrap_or_default());
        all.extend(part.questions.iter().map(|question| (*question, around.clone())));
        part.parts.iter().for_each(|part| collect(part, &around, all));
    }
    let mut all = Vec::new();
    cohort.telling.outline.iter().for_each(|part| collect(part, "", &mut all));
    all
}

/// Looks at a session on a card.
fn with_state<T>(cohort: &Cohort, card: usize, session: &Session, look: impl FnOnce(&State<'_>) -> T) -> T {
    let evaluation = evaluate(session.rules(), session.answers());
    look(&State {
        card,
        answers: session.answers(),
        evaluation: &evaluation,
        differing: &session.differing(),
        locked: &session.aim().locked,
        needed: &needed(cohort),
    })
}

/// What plans put into law, as somebody might have found.
fn needed(cohort: &Cohort) -> ProvisionSet {
    (0..cohort.telling.rules.provisions().len()).filter(|provision| provision % 5 == 0).collect()
}

fn found(cohort: &Cohort, card: usize, session: &Session, search: &Search, before: Option<&Found>) -> Found {
    let questions = Arc::new(Questions::new(cohort));
    with_state(cohort, card, session, |state| {
        Found::new(questions, &cohort.telling, search.clone(), state, before, None)
    })
}

fn fitting(cohort: &Cohort, card: usize, session: &Session) -> Vec<Filters> {
    with_state(cohort, card, session, |state| {
        let gain = Gain::most(&cohort.telling, state.answers, state.evaluation);
        Questions::new(cohort).fitting(state, gain.as_ref())
    })
}

fn search(show: &str, words: &str) -> Search {
    Search::read(show, words)
}

fn card(cohort: &Cohort, subject: &str) -> usize {
    cohort.cards.iter().position(|card| card.subject == subject).expect("it has a card")
}

/// What is so of a question, said for each filter as its description has it.
fn expected(cohort: &Cohort, card: usize, question: Question, session: &Session) -> Vec<Filter> {
    let rules = &cohort.telling.rules;
    let (answers, evaluation) = (session.answers(), evaluate(rules, session.answers()));
    let members = question.asked.provisions(rules);
    let applies = question.node.is_none_or(|node| evaluation.score(node).applies());
    let answer = |member: usize| if applies { answers.answer(member) } else { Answer::NotApplicable };
    let exclusive = match question.asked {
        Asked::Group(group) => rules.implied().groups()[group].kind == GroupKind::OneOf,
        Asked::Provision(_) => false,
    };
    let is_answered = exclusive && members.iter().any(|member| answer(*member) == Answer::Yes);
    let missing: Vec<usize> =
        members.iter().copied().filter(|member| answer(*member) == Answer::No && !is_answered).collect();
    let exact = |evaluation: &Evaluation| evaluation.figure(0).map(|figure| figure.exact);
    let then = |provision: usize| {
        let mut tried = session.clone();
        let held = tried.answers().held().contains(provision);
        tried.switch(provision, !held).map(|_| exact(&evaluate(rules, tried.answers())))
    };
    let most = (0..rules.provisions().len()).filter_map(then).max().flatten();
    let most = most.filter(|most| exact(&evaluation).is_some_and(|now| *most > now));
    let have = |provision: usize| {
        let others = (0..cohort.cards.len()).filter(|other| *other != card);
        let said = others.map(|other| {
            let of = &cohort.cards[other].answers;
            let evaluation = evaluate(rules, of);
            // Some node must look at it that applies.
            let counts = asked(cohort)
                .into_iter()
                .filter(|(question, _)| question.asked.provisions(rules).contains(&provision));
            let applies =
                counts.map(|(question, _)| question.node.is_none_or(|node| evaluation.score(node).applies()));
            if applies.clone().all(|applies| applies) { of.answer(provision) } else { Answer::NotApplicable }
        });
        let said: Vec<Answer> = said.collect();
        let count = |answer: Answer| said.iter().filter(|said| **said == answer).count();
        count(Answer::Yes) > count(Answer::No)
    };
    let is_so = |filter: &Filter| match filter {
        Filter::No => !missing.is_empty(),
        Filter::Changed => members.iter().any(|member| session.differing().contains(*member)),
        Filter::WorthMost => most.is_some() && members.iter().any(|member| then(*member) == Some(most)),
        Filter::Unknown => members.iter().any(|member| answer(*member) == Answer::Unknown),
        Filter::MostOthers => missing.iter().any(|member| have(*member)),
        Filter::InEveryPlan => members.iter().any(|member| needed(cohort).contains(*member)),
        Filter::LeftOut => members.iter().any(|member| session.aim().locked.contains(*member)),
    };
    Filter::ALL.into_iter().filter(is_so).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_so_of_each_question(
        (framework, card) in (0_usize..3, 0_usize..500),
        switches in proptest::collection::vec(0_usize..500, 0..4),
        locks in proptest::collection::vec(0_usize..500, 0..3),
    ) {
        let cohort = &ENGLISH[framework];
        let card = card % cohort.cards.len();
        let mut session = switched(cohort, card, &switches);
        for lock in locks {
            session.lock(lock % session.rules().provisions().len());
        }
        let fits = fitting(cohort, card, &session);
        let all = asked(cohort);
        prop_assert_eq!(fits.len(), all.len());
        for ((question, _), fits) in all.iter().zip(&fits) {
            let found: Vec<Filter> = Filter::ALL.into_iter().filter(|filter| fits.contains(*filter)).collect();
            prop_assert_eq!(found, expected(cohort, card, *question, &session), "{:?}", question);
        }
    }

    #[test]
    fn filters_compose_and_counts_say_what_one_more_would_leave(
        (framework, card) in (0_usize..3, 0_usize..500),
        switches in proptest::collection::vec(0_usize..500, 0..4),
        chosen in proptest::sample::subsequence(Filter::ALL.to_vec(), 0..=3),
        words in "(|the|a|in (law|work)|PENSI)",
    ) {
        let cohort = &ENGLISH[framework];
        let card = card % cohort.cards.len();
        let session = switched(cohort, card, &switches);
        let filters = chosen.iter().fold(Filters::default(), |filters, filter| filters.with(*filter, true));
        let search = Search { filters, words };
        let all = found(cohort, card, &session, &search, None);
        let questions = Questions::new(cohort);
        let fits = fitting(cohort, card, &session);
        let worded = questions.with_words(&search.words);
        for (index, shown) in all.shown.iter().enumerate() {
            let fits_all = chosen.iter().all(|filter| fits[index].contains(*filter));
            prop_assert_eq!(*shown, worded[index] && fits_all);
        }
        for (filter, count) in Filter::ALL.into_iter().zip(all.counts) {
            let more = Search { filters: filters.with(filter, true), ..search.clone() };
            prop_assert_eq!(found(cohort, card, &session, &more, None).number(), count);
        }
    }

    #[test]
    fn addresses_of_searches_are_read_as_they_are_written(show in "[a-z,-]{0,40}", words in ".{0,20}") {
        let read = Search::read(&show, &words);
        prop_assert_eq!(&Search::read(&read.show(), &words), &read);
    }
}

#[test]
fn unknown_and_repeated_filters_are_nothing() {
    let read = search("changed,nothing,,no,changed,No", "");
    assert_eq!(read.show(), "no,changed");
    assert!(search("", "  ").is_of_all());
    assert!(search("nothing", "").is_of_all());
    assert!(!search("no", "").is_of_all());
    let all = Filter::ALL.map(Filter::id).join(",");
    assert_eq!(search(&all, "").show(), all);
}

/// The labels of what a search shows on a card as it was published.
fn shown(cohort: &Cohort, subject: &str, search: &Search) -> Vec<String> {
    let card = card(cohort, subject);
    let session = cohort.session(card).expect("there is a card");
    let found = found(cohort, card, &session, search, None);
    let all = asked(cohort).into_iter().zip(&found.shown).filter(|(_, shown)| **shown);
    all.map(|((question, _), _)| {
        let provisions: ProvisionSet = question.asked.provisions(&cohort.telling.rules).into_iter().collect();
        cohort.telling.labels(&provisions).join(" / ")
    })
    .collect()
}

#[test]
fn words_are_found_in_any_case_with_or_without_accents_and_in_titles_of_parts() {
    let (english, spanish) = (&ENGLISH[0], &SPANISH[0]);
    let pension = shown(english, "ke", &search("", "pension"));
    assert_eq!(shown(english, "ke", &search("", "  PENSIÓN ")).len(), pension.len());
    // The part is called so, whatever its questions are.
    let part = english.telling.outline.iter().find(|part| part.title.as_deref() == Some("Pension"));
    assert!(pension.len() >= part.expect("it has such a part").questions.len());
    let jubilacion = shown(spanish, "ke", &search("", "jubilacion"));
    assert!(!jubilacion.is_empty());
    assert_eq!(jubilacion, shown(spanish, "ke", &search("", "JUBILACIÓN")));
    // All words, in any order.
    let both = shown(english, "ke", &search("", "paid mothers"));
    assert_eq!(both, ["Mothers have at least 14 weeks of paid leave"]);
    assert!(shown(english, "ke", &search("", "mothers zebra")).is_empty());
}

#[test]
fn what_was_shown_and_has_changed_stays_until_something_else_is_looked_for() {
    let cohort = &ENGLISH[0];
    let card = card(cohort, "ke");
    let mut session = cohort.session(card).expect("there is a card");
    let no = search("no", "");
    let before = found(cohort, card, &session, &no, None);
    let provisions = asked(cohort);
    let first = before.shown.iter().position(|shown| *shown).expect("something is not in law");
    let hidden = before.shown.iter().position(|shown| !*shown).expect("something is");
    let provision = |question: usize| provisions[question].0.asked.provisions(session.rules())[0];
    let (first_provision, hidden_provision) = (provision(first), provision(hidden));
    session.switch(first_provision, true);
    let after = found(cohort, card, &session, &no, Some(&before));
    assert!(after.shows(first));
    assert_eq!(after.counts[0] + 1, before.counts[0]);
    // It stays, whatever else is done.
    session.lock(hidden_provision);
    let later = found(cohort, card, &session, &no, Some(&after));
    assert!(later.shows(first) && !later.shows(hidden));
    // What was not shown does not come in because it changes; it does once it fits.
    session.switch(hidden_provision, false);
    assert!(found(cohort, card, &session, &no, Some(&later)).shows(hidden));
    assert!(!found(cohort, card, &session, &no, None).shows(first));
    let changed = search("changed", "");
    assert!(found(cohort, card, &session, &changed, Some(&later)).shows(first));
    // Nor does it stay for another card.
    let other = crate::questions::card(cohort, "us");
    let session = cohort.session(other).expect("there is a card");
    let there = found(cohort, other, &session, &no, Some(&later));
    assert_eq!(there.shown, found(cohort, other, &session, &no, None).shown);
}

#[test]
fn the_question_with_the_focus_stays() {
    let cohort = &ENGLISH[0];
    let card = card(cohort, "ke");
    let session = cohort.session(card).expect("there is a card");
    let questions = Arc::new(Questions::new(cohort));
    let no = search("no", "");
    let before = found(cohort, card, &session, &no, None);
    let first = before.shown.iter().position(|shown| *shown).expect("something is not in law");
    let everything: Answers = Answers::of((0..session.rules().provisions().len()).collect());
    let evaluation = evaluate(session.rules(), &everything);
    let none = ProvisionSet::default();
    let state = State {
        card,
        answers: &everything,
        evaluation: &evaluation,
        differing: &none,
        locked: &none,
        needed: &none,
    };
    // Without its answer having changed since, which it has here: a question that only ceases to fit.
    let settled = Found::new(questions.clone(), &cohort.telling, search("unknown", ""), &state, None, None);
    let shown = Found::new(
        questions.clone(),
        &cohort.telling,
        search("unknown", ""),
        &state,
        Some(&settled),
        Some(first),
    );
    assert_eq!(shown.number(), 0, "what was not shown does not come in by the focus");
    let all = Found::new(questions, &cohort.telling, no, &state, Some(&before), Some(first));
    assert!(all.shows(first));
}

fn told(cohort: &Cohort, subject: &str) -> String {
    let (questions, card) = (Questions::new(cohort), card(cohort, subject));
    let line = |provision: usize| {
        let others = questions.others(cohort, provision, card).expect("others answer it");
        format!("{}\n  {}\n  {}", cohort.telling.label(provision), others.line, others.told)
    };
    (0..cohort.telling.rules.provisions().len()).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn how_many_of_the_others_have_each_provision() {
    let of = [("ke", 0), ("ct", 1), ("chicago-advisory-council-on-equity", 2)];
    let told: Vec<String> = [&*ENGLISH, &*SPANISH]
        .into_iter()
        .flat_map(|cohorts| of.map(|(subject, framework)| told(&cohorts[framework], subject)))
        .collect();
    insta::assert_snapshot!(told.join("\n\n----\n\n"));
}

#[test]
fn others_leave_the_card_itself_out_and_those_who_do_not_answer() {
    let framework = serde_json::json!({
        "id": "made", "title": "Made", "year": 2026, "publisher": "Nobody", "about": "Made.",
        "provisions": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}, {"id": "c", "label": "C"}],
        "sections": [{"title": "All", "components": [{"points": 1, "needs": ["a", "b", "c"]}]}]
    });
    let table = "subject,name,group,a,b,c\none,One,East,y,n,?\ntwo,Two,East,y,n,?\nthree,Three,West,y,?,?\nfour,Four,West,n,n/a,y\n";
    let cohort = made(framework, table, "en");
    let questions = Questions::new(&cohort);
    let told = |subject: &str, provision: usize| {
        let others = questions.others(&cohort, provision, card(&cohort, subject));
        others.map(|others| format!("{}. {}", others.line, others.told))
    };
    assert_eq!(
        told("four", 0).as_deref(),
        Some("3 of 3 others have it. By the cards of 2026: Three, One and Two. This card is not counted.")
    );
    assert_eq!(
        told("one", 1).as_deref(),
        Some(
            "0 of 1 others have it. By the cards of 2026, none of them has it. This card is not counted. \
             2 others are not counted: it does not apply there, or the answer is not known."
        )
    );
    assert_eq!(told("four", 2), None, "nobody else answers it");
    let holders = &Holders::of_all(&cohort)[0];
    let of =
        |subject: &str| (holders.others(card(&cohort, subject)), holders.most_others(card(&cohort, subject)));
    assert_eq!(of("one"), ((2, 3), true));
    assert_eq!(of("four"), ((3, 3), true));
}

#[test]
fn the_most_that_one_switch_gains() {
    let gain = |cohort: &Cohort, subject: &str| {
        let session = cohort.session(card(cohort, subject)).expect("there is a card");
        let evaluation = evaluate(session.rules(), session.answers());
        Gain::most(&cohort.telling, session.answers(), &evaluation)
            .map(|gain| (gain.result, cohort.telling.labels(&gain.provisions).len()))
    };
    let found = [gain(&ENGLISH[0], "us"), gain(&ENGLISH[0], "ca"), gain(&ENGLISH[1], "wy")];
    insta::assert_debug_snapshot!(found);
}
