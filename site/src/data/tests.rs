//! What `check-data` says of a folder with mistakes in it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};

use super::survey;
use crate::files::root;

/// A copy of the project's data in a folder of its own, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("lawgrade-{}-{name}", std::process::id()));
        for part in [
            "frameworks",
            "frameworks/earlier",
            "cards",
            "schema",
            "languages",
            "languages/es",
            "sunlight-2015",
            "statutes",
            "bills",
            ".",
        ] {
            std::fs::create_dir_all(folder.join(part)).expect("a temporary folder can be made");
            for entry in std::fs::read_dir(root().join("data").join(part)).expect("the data is there") {
                let file = entry.expect("the data can be listed").path();
                let name = file.file_name().expect("a file has a name");
                if file.is_dir() {
                    continue;
                }
                std::fs::copy(&file, folder.join(part).join(name)).expect("the data can be copied");
            }
        }
        Self(folder)
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let file = self.0.join(file);
        let text = std::fs::read_to_string(&file).expect("the copy can be read");
        assert!(text.contains(from), "{from}");
        std::fs::write(&file, text.replacen(from, to, 1)).expect("the copy can be written");
    }

    /// Every mistake, a line for each, with paths as seen from the folder.
    fn told(&self) -> String {
        let survey = survey(&self.0).expect("the folder can be read");
        survey.mistakes.join("\n").replace(&format!("{}/", self.0.display()), "")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const FRAMEWORK: &str = "frameworks/pic-2019.json";
const CARD: &str = "cards/ct-2019.json";

#[test]
fn the_data_as_it_is_has_no_mistake() {
    assert_eq!(Folder::new("right").told(), "");
}

/// Mistakes of shape and of sense, in both files, in one run.
#[test]
fn every_mistake_is_told_in_one_run() {
    let folder = Folder::new("spoilt");
    folder.replace(FRAMEWORK, "\"max\": 102.5", "\"max\": 102");
    folder.replace(FRAMEWORK, "{\"grade\": \"B\", \"from\": 80}", "{\"grade\": \"B\", \"from\": 90}");
    folder.replace(FRAMEWORK, "\"publisher\"", "\"colour\": \"blue\", \"publisher\"");
    folder.replace(CARD, "\"basis\": \"published\"", "\"basis\": \"rumour\"");
    folder.replace(CARD, "\"total\": 79", "\"total\": 79.3");
    folder.replace(CARD, "\"inLaw\": true", "\"inLaw\": \"yes\"");
    insta::assert_snapshot!(folder.told());
}

#[test]
fn a_rung_above_its_maximum_and_off_the_step() {
    let folder = Folder::new("rungs");
    folder.replace(
        FRAMEWORK,
        "{\"points\": 2.5, \"needs\": [\"sex-trafficking-law\"",
        "{\"points\": 2.75, \"needs\": [\"sex-trafficking-laws\"",
    );
    insta::assert_snapshot!(folder.told());
}

#[test]
fn files_that_are_no_json_or_stand_twice() {
    let folder = Folder::new("files");
    std::fs::copy(folder.0.join(CARD), folder.0.join("cards/copy.json")).expect("the copy can be copied");
    std::fs::write(folder.0.join("cards/empty.json"), "").expect("a file can be written");
    std::fs::write(folder.0.join("cards/list.json"), "[1,\n 2").expect("a file can be written");
    folder.replace("cards/copy.json", "\"framework\": \"pic-2019\"", "\"framework\": \"pic-2018\"");
    insta::assert_snapshot!(folder.told());
}

/// Spanish texts with mistakes of every kind, told by file and place.
#[test]
fn texts_that_are_no_translation() {
    let folder = Folder::new("texts");
    for (from, to) in [
        ("\"best_grade\": \"La mejor calificación\",", ""),
        ("\"up\": \"sube {points}\"", "\"upp\": \"sube {points}\", \"up\": \"sube {puntos}\""),
        ("\"down\": \"baja {points}\"", "\"down\": \"baja\""),
        ("\"no_change\": \"sin cambio\"", "\"no_change\": \" \""),
        ("\"as_published\": \"como se publicó\"", "\"as_published\": {\"other\": \"como se publicó\"}"),
        ("\"also_removed\": {\"one\": \"{count} eliminada\", \"other\"", "\"also_removed\": {\"some\""),
        (
            "{\"one\": \"{count} disposición agregada\", \"other\": \"{count} disposiciones agregadas\"}",
            "\"{count}\"",
        ),
        ("\"other\": \"{count} disposiciones eliminadas\"", "\"other\": \"disposiciones eliminadas\""),
        ("\"basis\": {", "\"bases\": {"),
        ("\"nothing\": \"Nada: ", "\"nothing\": \"Nada:\\n"),
        ("\"name\": \"Español\"", "\"name\": \"\""),
    ] {
        folder.replace("languages/es.json", from, to);
    }
    insta::assert_snapshot!(folder.told());
}

/// A framework's and a card's words with mistakes, and files that are missing or too many.
#[test]
fn data_that_is_not_translated() {
    let folder = Folder::new("translations");
    let (framework, card) = ("languages/es/pic-2019.json", "languages/es/ct-2019.json");
    folder.replace(framework, "\"sex-tourism-crime\"", "\"sex-tourism-crimes\"");
    folder.replace(framework, "\"1.2\": \"La", "\"1.22\": \"La");
    folder.replace(framework, "\"2\": {\"title\": \"", "\"7\": {\"title\": \"");
    folder.replace(framework, "\"short\": \"Traficantes\"", "\"short\": \"\"");
    folder.replace(card, "\"jurisdiction\": \"Connecticut\"", "\"jurisdiction\": \"\"");
    folder.replace(card, "\"5.5\": \"El", "\"5.55\": \"El");
    folder.replace(card, "\"csam-selling-crime\": \"", "\"csam-selling\": \"");
    std::fs::copy(folder.0.join(card), folder.0.join("languages/es/ny-2019.json")).expect("a copy");
    let german = std::fs::read_to_string(folder.0.join("languages/es.json")).expect("the texts can be read");
    std::fs::write(folder.0.join("languages/de.json"), german.replace("\"id\": \"es\"", "\"id\": \"dd\""))
        .expect("a copy");
    std::fs::write(folder.0.join("languages/fr.json"), "{\"id\": \"fr\"}").expect("a file can be written");
    insta::assert_snapshot!(folder.told());
}

/// A framework's folder with mistakes in its rules, its cards and its words.
#[test]
fn a_folder_of_a_framework() {
    let folder = Folder::new("folder");
    let (rules, cards) = ("sunlight-2015/framework.json", "sunlight-2015/cards.csv");
    folder.replace(rules, "\"year\": 2015,", "\"year\": \"2015\", \"colour\": \"blue\",");
    folder.replace("sunlight-2015/words.es.json", "\"pay-disclosed\": \"", "\"pay-told\": \"");
    let broken = folder.told();
    folder.replace(rules, "\"year\": \"2015\", \"colour\": \"blue\",", "\"year\": 2015,");
    folder.replace(rules, "\"grade\": \"A\", \"from\": 4", "\"grade\": \"A\", \"from\": 2");
    let unusable = folder.told();
    folder.replace(rules, "\"grade\": \"A\", \"from\": 2", "\"grade\": \"A\", \"from\": 4");
    folder.replace(cards, "ak,Alaska,y,n,n,y", "ak,Alaska,y,maybe,n,n");
    folder.replace(cards, "\nal,Alabama,", "\nAL,Alabama,");
    let cards = folder.told();
    insta::assert_snapshot!([broken, unusable, cards].join("\n\n"));
}

/// A table of years that does not lead to the cards.
#[test]
fn a_history() {
    let folder = Folder::new("history");
    let cards = std::fs::read_to_string(folder.0.join("sunlight-2015/cards.csv")).expect("there are cards");
    let lines = cards.lines().enumerate();
    let lines = lines.map(|(row, line)| line.replacen(',', if row == 0 { ",year," } else { ",2015," }, 1));
    let table = lines.collect::<Vec<_>>().join("\n");
    std::fs::write(folder.0.join("sunlight-2015/history.csv"), &table).expect("a file can be written");
    let right = folder.told();
    folder.replace("sunlight-2015/history.csv", "\nak,2015,", "\nak,2016,");
    folder.replace("sunlight-2015/history.csv", "\nal,2015,", "\nzz,2015,");
    let unfit = folder.told();
    folder.replace("sunlight-2015/history.csv", "\nzz,2015,", "\nal,15,");
    let unread = folder.told();
    insta::assert_snapshot!([right, unfit, unread].join("\n\n"));
}

#[test]
fn without_english_there_is_nothing_to_hold_against() {
    let folder = Folder::new("english");
    std::fs::remove_file(folder.0.join("languages/en.json")).expect("the copy can be removed");
    insta::assert_snapshot!(folder.told());
}

#[test]
fn paths_are_told_from_the_projects_folder() {
    assert_eq!(super::shown(&root().join("data/cards/ct-2019.json")), "data/cards/ct-2019.json");
    assert_eq!(super::shown(Path::new("/elsewhere")), "/elsewhere");
}

/// Statutes and bills that do not fit the card.
#[test]
fn law_that_is_not_the_cards() {
    let folder = Folder::new("law");
    let (statutes, bills) = ("statutes/ct.json", "bills/ct-2019.json");
    folder.replace(statutes, "\"section\": \"17a-8b\"", "\"section\": \"17a-8c\"");
    folder.replace(statutes, "\"section\": \"54-193\"", "\"section\": \"54-250\"");
    folder.replace(statutes, "\"chapter\": \"966\"", "\"chapter\": \"66\"");
    folder.replace(bills, "\"trafficking-law-reaches-buyers\"", "\"sex-trafficking-law\", \"buyers\"");
    folder.replace(bills, "\"es\":", "\"fr\":");
    folder.replace(bills, "\"id\": \"pa-21-103\"", "\"id\": \"hb-5571-2018\"");
    insta::assert_snapshot!(folder.told());
}

/// Texts may change at any time; rules only with their edition.
#[test]
fn rules_that_change_without_a_new_edition() {
    let folder = Folder::new("editions");
    folder.replace("sunlight-2015/framework.json", "\"publisher\": \"", "\"publisher\": \"The ");
    assert_eq!(folder.told(), "");
    folder.replace(
        FRAMEWORK,
        "{\"points\": 1, \"needs\": [\"sex-trafficking-law\"]",
        "{\"points\": 2, \"needs\": [\"sex-trafficking-law\"]",
    );
    insta::assert_snapshot!(folder.told());
}
