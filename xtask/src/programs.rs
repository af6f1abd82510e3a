//! Compiling the page's programs before Trunk asks for them.
//!
//! Trunk has Cargo compile one program after the other, and most of that is linking, which keeps one core busy. Asked
//! for together they are linked side by side; what Trunk asks for then is there already.

use std::collections::BTreeMap;

use site::failure::Failure;
use site::files::{read, root};
use site::process::{cargo, run};

use crate::tools;

/// The page that names the programs, for Trunk.
const PAGE: &str = "calculator.html";

/// How a program is compiled: its profile, and its features where they are not the default ones.
type Way = (String, Option<String>);

/// Compiles all programs that the page names, as Trunk would.
///
/// # Errors
/// When one does not compile.
pub fn compile() -> Result<(), Failure> {
    for ((profile, features), programs) in programs(&read(&root().join(PAGE))?) {
        let mut command = cargo(&["build", "--locked", "--offline", "--target", "wasm32-unknown-unknown"]);
        command.args(["--profile", &profile]);
        for program in programs {
            command.args(["--bin", &program]);
        }
        if let Some(features) = features {
            command.args(["--no-default-features", "--features", &features]);
        }
        run(tools::for_the_page(&mut command))?;
    }
    Ok(())
}

/// The programs in a page for Trunk, by the way in which they are compiled.
fn programs(page: &str) -> BTreeMap<Way, Vec<String>> {
    let mut programs = BTreeMap::<Way, Vec<String>>::new();
    for link in page.split("<link ").filter(|link| link.starts_with("data-trunk rel=\"rust\"")) {
        let link = link.split('>').next().unwrap_or_default();
        let Some(program) = value(link, "data-bin") else { continue };
        let profile = value(link, "data-cargo-profile").unwrap_or("page");
        let features = value(link, "data-cargo-features").map(str::to_owned);
        programs.entry((profile.to_owned(), features)).or_default().push(program.to_owned());
    }
    programs
}

fn value<'a>(link: &'a str, name: &str) -> Option<&'a str> {
    link.split_once(&format!("{name}=\""))?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::programs;

    #[test]
    fn programs_that_are_compiled_alike_are_compiled_together() {
        let page = "<link data-trunk rel=\"rust\" data-bin=\"a\">\n<link data-trunk rel=\"css\" href=\"data-bin\">\n\
            <link data-trunk rel=\"rust\" data-bin=\"b\" data-cargo-features=\"csr\">\n\
            <link data-trunk rel=\"rust\" data-bin=\"c\" data-cargo-profile=\"api\">\n\
            <link data-trunk rel=\"rust\" data-bin=\"d\" data-cargo-features=\"csr\">";
        let found: Vec<_> = programs(page).into_iter().collect();
        let way = |profile: &str, features: Option<&str>| (profile.to_owned(), features.map(str::to_owned));
        let expected = [
            (way("api", None), vec!["c".to_owned()]),
            (way("page", None), vec!["a".to_owned()]),
            (way("page", Some("csr")), vec!["b".to_owned(), "d".to_owned()]),
        ];
        assert_eq!(found, expected);
    }
}
