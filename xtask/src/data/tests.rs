//! What `check-data` says of a folder with mistakes in it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::{Path, PathBuf};

use super::survey;
use crate::task::root;

/// A copy of the project's data in a folder of its own, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("lawgrade-{}-{name}", std::process::id()));
        for part in ["frameworks", "cards", "schema"] {
            std::fs::create_dir_all(folder.join(part)).expect("a temporary folder can be made");
            for entry in std::fs::read_dir(root().join("data").join(part)).expect("the data is there") {
                let file = entry.expect("the data can be listed").path();
                let name = file.file_name().expect("a file has a name");
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
        let (_, mistakes) = survey(&self.0).expect("the folder can be read");
        mistakes.join("\n").replace(&format!("{}/", self.0.display()), "")
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

#[test]
fn paths_are_told_from_the_projects_folder() {
    assert_eq!(super::shown(&root().join("data/cards/ct-2019.json")), "data/cards/ct-2019.json");
    assert_eq!(super::shown(Path::new("/elsewhere")), "/elsewhere");
}
