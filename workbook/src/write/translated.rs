//! The words of other languages, as a sheet.

use std::collections::BTreeMap;

use scoring::rules::file::{Framework, FrameworkWords, Part};

use super::{Column, Contents, Page};
use crate::Kind;
use crate::layout::words::heading;

/// The sheet of words; none where no other language is spoken.
pub(super) fn page(contents: &Contents<'_>) -> Option<Page> {
    if contents.words.is_empty() {
        return None;
    }
    let text = |heading: &str| Column { heading: heading.to_owned(), is_number: false, allowed: Vec::new() };
    let mut columns = vec![text("What"), text("Id"), text("Text")];
    columns.extend(contents.words.keys().map(|tag| text(heading(tag))));
    let originals = originals(contents);
    let mut rows: BTreeMap<(usize, usize, String), Vec<String>> = BTreeMap::new();
    for (place, words) in contents.words.values().enumerate() {
        for (of, (what, id, word)) in said(words) {
            let original = originals.iter().position(|(kind, known, _)| *kind == what && *known == id);
            let key = (of, original.unwrap_or(usize::MAX), id.clone());
            let text = original.and_then(|place| originals.get(place)).map(|(_, _, text)| text.clone());
            let row = rows.entry(key).or_insert_with(|| {
                let mut row = vec![what.to_owned(), id.clone(), text.unwrap_or_default()];
                row.extend(contents.words.values().map(|_| String::new()));
                row
            });
            if let Some(cell) = row.get_mut(place + 3) {
                *cell = word;
            }
        }
    }
    Some(Page { kind: Kind::Words, columns, rows: rows.into_values().collect() })
}

/// What a language says: of what, the id, the text; with the place of its kind.
fn said(words: &FrameworkWords) -> Vec<(usize, (&'static str, String, String))> {
    let whole = [
        ("title", Some(&words.title)),
        ("about", Some(&words.about)),
        ("licence", words.licence.as_ref()),
        ("our own", words.ours.as_ref()),
    ];
    let mut all: Vec<(&'static str, String, String)> =
        whole.into_iter().filter_map(|(what, text)| Some((what, String::new(), text?.clone()))).collect();
    for (what, short) in [("section", false), ("short section", true)] {
        for (id, section) in &words.sections {
            let text = if short { &section.short } else { &section.title };
            all.extend(text.clone().map(|text| (what, id.clone(), text)));
        }
    }
    for (what, texts) in [
        ("component", &words.components),
        ("provision", &words.provisions),
        ("because", &words.because),
        ("may not apply", &words.may_not_apply),
        ("result", &words.tallies),
        ("grade", &words.bands),
        ("group", &words.groups),
        ("subject", &words.subjects),
    ] {
        all.extend(texts.iter().map(|(id, text)| (what, id.clone(), text.clone())));
    }
    let order =
        |what: &str| crate::layout::words::OF.iter().position(|(name, _)| *name == what).unwrap_or_default();
    all.into_iter().map(|one| (order(one.0), one)).collect()
}

/// The texts that the words stand for, in the order of the framework.
fn originals(contents: &Contents<'_>) -> Vec<(&'static str, String, String)> {
    let Framework { title, about, source, sections, provisions, tallies, bands, .. } = contents.framework;
    let mut all = vec![("title", String::new(), title.clone()), ("about", String::new(), about.clone())];
    if let Some(source) = source {
        all.push(("licence", String::new(), source.licence.clone()));
        all.push(("our own", String::new(), source.ours.clone()));
    }
    for part in sections {
        let id = part.id.clone().or_else(|| part.title.clone()).unwrap_or_default();
        all.extend(part.title.clone().map(|text| ("section", id.clone(), text)));
        all.extend(part.short.clone().map(|text| ("short section", id.clone(), text)));
        part.components.iter().flatten().for_each(|part| titles(part, &mut all));
    }
    for provision in provisions {
        let id = || provision.id.clone();
        all.push(("provision", id(), provision.label.clone()));
        all.extend(provision.because.clone().map(|text| ("because", id(), text)));
        all.extend(provision.may_not_apply.clone().map(|text| ("may not apply", id(), text)));
    }
    for tally in tallies {
        all.extend(tally.title.clone().map(|text| ("result", tally.id.clone(), text)));
    }
    let of_tallies = tallies.iter().flat_map(|tally| &tally.bands);
    for band in of_tallies.chain(bands) {
        all.extend(band.meaning.clone().map(|text| ("grade", band.grade.clone(), text)));
    }
    for card in contents.cards {
        all.extend(card.group.clone().map(|group| ("group", group.clone(), group)));
        all.extend(card.name.clone().map(|name| ("subject", card.subject.clone(), name)));
    }
    all
}

fn titles(part: &Part, all: &mut Vec<(&'static str, String, String)>) {
    let id = part.id.clone().or_else(|| part.title.clone()).unwrap_or_default();
    all.extend(part.title.clone().map(|text| ("component", id, text)));
    part.components.iter().flatten().for_each(|part| titles(part, all));
}
