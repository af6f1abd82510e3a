//! What is compiled may be given away with the page: free licences, from crates.io or this repository, at versions that
//! are named.

use cargo_metadata::{Dependency, MetadataCommand, Package};
use site::failure::Failure;
use site::files::root;
use spdx::{Expression, ParseMode};

/// Licences that ask for nothing but to be named, by their SPDX ids.
const PERMISSIVE: [&str; 12] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "CC0-1.0",
    "0BSD",
    "BSL-1.0",
];

/// Where packages come from. Ours have no source.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Looks at every package of the lock file, with all features.
///
/// # Errors
/// When one of them may not be there: all are named, each with the reason.
pub fn check() -> Result<(), Failure> {
    let mut command = MetadataCommand::new();
    command
        .manifest_path(root().join("Cargo.toml"))
        .other_options(["--locked".to_owned(), "--all-features".to_owned()]);
    let metadata = command.exec().map_err(|error| Failure::Missing(format!("cargo metadata: {error}")))?;
    let wrong: Vec<String> = metadata.packages.iter().flat_map(wrong).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Missing(wrong.join("\n"))) }
}

/// What is wrong with a package.
fn wrong(package: &Package) -> Vec<String> {
    let Package { name, version, source, .. } = package;
    let named = |what: String| format!("{name} {version}: {what}");
    let mut found = Vec::new();
    if let Some(source) = source.as_ref().filter(|source| source.repr != REGISTRY) {
        found.push(named(format!("it comes from {}, and not from crates.io", source.repr)));
    }
    match package.license.as_deref() {
        None => found.push(named("it names no licence".to_owned())),
        Some(licence) if !is_permissive(licence) => {
            found.push(named(format!(
                "its licence is {licence}; those that may be used are {}",
                PERMISSIVE.join(", ")
            )));
        }
        Some(_) => {}
    }
    if source.is_none() {
        let any = package.dependencies.iter().filter(|dependency| takes_any_version(dependency));
        found.extend(any.map(|dependency| named(format!("it takes any version of {}", dependency.name))));
    }
    found
}

/// Whether one of the ways to use something under this licence asks for nothing but to be named.
fn is_permissive(licence: &str) -> bool {
    let allows = |expression: Expression| {
        expression.evaluate(|one| one.license.id().is_some_and(|id| PERMISSIVE.contains(&id.name)))
    };
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(allows)
}

/// Other parts of the repository need no version.
fn takes_any_version(dependency: &Dependency) -> bool {
    dependency.req.comparators.is_empty() && dependency.path.is_none()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use cargo_metadata::Package;
    use serde_json::{Value, json};

    use super::{REGISTRY, is_permissive, wrong};

    fn package(licence: Value, source: Value, dependency: Value) -> Package {
        serde_json::from_value(json!({
            "name": "one", "version": "1.0.0", "id": "one 1.0.0", "license": licence, "source": source, "dependencies": [dependency],
            "targets": [], "features": {}, "manifest_path": "/one/Cargo.toml",
        }))
        .unwrap()
    }

    fn dependency(req: &str, path: Value) -> Value {
        json!({
            "name": "two", "source": REGISTRY, "req": req, "kind": null, "optional": false, "uses_default_features": true,
            "features": [], "target": null, "registry": null, "path": path,
        })
    }

    #[test]
    fn licences() {
        for good in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "(GPL-3.0-only OR MIT) AND Unicode-3.0",
            "Unlicense OR MIT",
        ] {
            assert!(is_permissive(good), "{good}");
        }
        for bad in ["MPL-2.0", "GPL-3.0-or-later", "MIT AND MPL-2.0", "LicenseRef-ours", "", "nonsense"] {
            assert!(!is_permissive(bad), "{bad}");
        }
    }

    #[test]
    fn every_mistake_is_named() {
        let told = |package| wrong(&package).join("\n");
        assert_eq!(told(package(json!("MIT"), json!(REGISTRY), dependency("*", Value::Null))), "");
        assert_eq!(told(package(json!("MIT"), Value::Null, dependency("^1", Value::Null))), "");
        assert_eq!(told(package(json!("MIT"), Value::Null, dependency("*", json!("/two")))), "");
        assert_eq!(
            told(package(json!("MIT"), Value::Null, dependency("*", Value::Null))),
            "one 1.0.0: it takes any version of two"
        );
        let git = "git+https://example.org/one#abc";
        assert_eq!(
            told(package(Value::Null, json!(git), dependency("^1", Value::Null))),
            "one 1.0.0: it comes from git+https://example.org/one#abc, and not from crates.io\none 1.0.0: it names no licence"
        );
        assert!(
            told(package(json!("AGPL-3.0-only"), json!(REGISTRY), dependency("^1", Value::Null)))
                .contains("its licence is AGPL-3.0-only")
        );
    }
}
