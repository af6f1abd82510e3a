//! Writes a function for every text of `data/languages/en.json`, so that a text that is missing, or is said
//! without what it needs, does not compile, and no program carries the names of texts.

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[allow(dead_code, reason = "checks and tools use the rest of it")]
#[path = "src/data/language.rs"]
mod language;

use language::{Language, Text};

const FILE: &str = "../data/languages/en.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FILE}");
    println!("cargo::rerun-if-changed=src/data/language.rs");
    let english: Language = serde_json::from_str(&fs::read_to_string(FILE)?)
        .map_err(|error| format!("{FILE} line {}: {error}", error.line()))?;
    let out = env::var_os("OUT_DIR").ok_or("cargo names no folder to write to")?;
    fs::write(Path::new(&out).join("say.rs"), written(&english)?)?;
    Ok(())
}

fn written(english: &Language) -> Result<String, std::fmt::Error> {
    let Language { id, and, messages, .. } = english;
    let mut code = String::new();
    writeln!(code, "pub(crate) const ID: &str = {id:?};\npub(crate) const AND: &str = {and:?};")?;
    writeln!(code, "pub(crate) const ENGLISH: &[&str] = &{:?};", english.texts(messages))?;
    let mut place = 0;
    for (group, texts) in messages {
        writeln!(code, "/// What `{group}` says.\npub mod {group} {{\nuse crate::Words;")?;
        for (name, text) in texts {
            write_function(&mut code, place, name, text)?;
            place += 1;
        }
        writeln!(code, "}}")?;
    }
    Ok(code)
}

fn write_function(code: &mut String, place: usize, name: &str, text: &Text) -> std::fmt::Result {
    let names = text.placeholders();
    let forms: Vec<String> = text.forms().map(|(_, form)| format!("“{form}”")).collect();
    let takes: String = names.iter().map(|name| format!(", {name}: &dyn crate::Filling")).collect();
    let (count, call) = match text {
        Text::Plain(_) => ("", format!("say({place}, ")),
        Text::Forms(_) => (", count: &dyn std::fmt::Display", format!("count({place}, count, ")),
    };
    writeln!(
        code,
        "/// {}\npub fn {name}(words: &Words{count}{takes}) -> String {{ words.{call}&[{}]) }}",
        forms.join(" or "),
        names.join(", ")
    )
}
