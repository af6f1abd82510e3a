//! Minifying scripts and style sheets with esbuild, by way of Node: see `site/node/minify.mjs`.

use crate::failure::Failure;
use crate::files::{read, root};
use crate::node;

/// A script that others import by name; its exports keep theirs.
///
/// # Errors
/// When it is not valid, or uses what the oldest browsers lack and esbuild cannot write otherwise.
pub fn module(script: &str) -> Result<String, Failure> {
    minify(&["module"], script)
}

/// A script whose top level belongs to the whole page.
///
/// # Errors
/// As for [`module`].
pub fn classic(script: &str) -> Result<String, Failure> {
    minify(&["classic"], script)
}

/// A script that has its top level for itself, so that its names can be shorter: a worker.
///
/// # Errors
/// As for [`module`].
pub fn worker(script: &str) -> Result<String, Failure> {
    classic(&format!("(() => {{\n{script}\n}})();"))
}

/// A style sheet.
///
/// # Errors
/// As for [`module`].
pub fn style(sheet: &str) -> Result<String, Failure> {
    minify(&["style"], sheet)
}

/// A script with all that it imports, as one classic script. The entry imports files of `src/`, packages of
/// `site/node` and `aliases`, each `name=file`.
///
/// # Errors
/// As for [`module`], and when something that is imported is missing.
pub fn bundle(entry: &str, aliases: &[String]) -> Result<String, Failure> {
    let words: Vec<&str> = std::iter::once("bundle").chain(aliases.iter().map(String::as_str)).collect();
    minify(&words, entry)
}

/// A module of `src/` with all that it imports but the start script.
///
/// # Errors
/// When it cannot be read, and as for [`bundle`].
pub fn joined(name: &str) -> Result<String, Failure> {
    joined_text(&read(&root().join("src").join(name))?)
}

/// The same of a module whose places are filled.
///
/// # Errors
/// As for [`bundle`].
pub fn joined_text(module: &str) -> Result<String, Failure> {
    minify(&["joined"], module)
}

/// A module of the project.
///
/// # Errors
/// When it cannot be read, and as for [`module`].
pub fn module_file(name: &str) -> Result<String, Failure> {
    module(&read(&root().join(name))?)
}

/// A classic script of the project.
///
/// # Errors
/// When it cannot be read, and as for [`module`].
pub fn classic_file(name: &str) -> Result<String, Failure> {
    classic(&read(&root().join(name))?)
}

/// Style sheets of the project as one, in this order.
///
/// # Errors
/// When one cannot be read, and as for [`module`].
pub fn style_files(names: &[&str]) -> Result<String, Failure> {
    let sheets: Vec<String> =
        names.iter().map(|name| read(&root().join(name))).collect::<Result<_, Failure>>()?;
    style(&sheets.concat())
}

fn minify(words: &[&str], input: &str) -> Result<String, Failure> {
    node::answer("minify.mjs", words, input)
}

#[cfg(test)]
mod tests {
    use super::{classic, module, style};

    #[test]
    fn names_that_others_use_stay() {
        let exported =
            module("const hidden = 1; export function told() { return hidden; }").unwrap_or_default();
        assert!(exported.contains("as told}") && !exported.contains("hidden"), "{exported}");
        let script =
            classic("const everybodys = 1; addEventListener('load', () => everybodys);").unwrap_or_default();
        assert!(script.contains("everybodys"), "{script}");
    }

    #[test]
    fn newer_syntax_is_written_in_older_words() {
        let fields = module("export class Told { static { use(this); } }").unwrap_or_default();
        assert!(fields.contains("Told") && !fields.contains("static{"), "{fields}");
        let nested = style("a { &:hover { color: red } }").unwrap_or_default();
        assert_eq!(nested.trim(), "a:hover{color:red}");
    }

    #[test]
    fn what_is_not_valid_is_refused() {
        assert!(module("export const half = {").is_err());
    }
}
