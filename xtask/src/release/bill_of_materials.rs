//! What a release is made of, as a CycloneDX 1.6 document: every crate that is compiled into a program of the site, and every
//! package of npm that the build uses.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};
use serde::Deserialize;
use serde_json::{Value, json};
use site::failure::Failure;
use site::files::{parsed, root};

/// The package whose programs the site has.
const PROGRAMS: &str = "lawgrade";

/// The project’s document. It has no time in it, so that the same sources give the same bytes.
///
/// # Errors
/// When Cargo or the lock file of npm cannot be read.
pub fn of_project(version: &str) -> Result<Value, Failure> {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml")).other_options(
        ["--locked", "--all-features", "--filter-platform", "wasm32-unknown-unknown"].map(str::to_owned),
    );
    let metadata = command.exec().map_err(|error| Failure::Missing(format!("cargo metadata: {error}")))?;
    let lock: NpmLock = parsed(&root().join("site/node/package-lock.json"))?;
    Ok(document(version, crates(&metadata), npm(lock)))
}

/// A document with these components.
fn document(version: &str, crates: Vec<Value>, npm: Vec<Value>) -> Value {
    let components: Vec<Value> = crates.into_iter().chain(npm).collect();
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": format!("lawgrade@{version}"),
                "name": "lawgrade",
                "version": version,
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
            },
        },
        "components": components,
    })
}

/// The crates that are compiled into the programs; those of this project are the release itself.
fn crates(metadata: &Metadata) -> Vec<Value> {
    let of: BTreeMap<&PackageId, _> =
        metadata.packages.iter().map(|package| (&package.id, package)).collect();
    let nodes = metadata.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let nodes: BTreeMap<&PackageId, _> = nodes.map(|node| (&node.id, node)).collect();
    let mut seen = BTreeSet::new();
    let mut due: Vec<&PackageId> = metadata
        .packages
        .iter()
        .filter(|package| *package.name == PROGRAMS)
        .map(|package| &package.id)
        .collect();
    while let Some(id) = due.pop() {
        if !seen.insert(id) {
            continue;
        }
        let deps = nodes.get(id).into_iter().flat_map(|node| &node.deps);
        let is_compiled = |kind: &cargo_metadata::DepKindInfo| kind.kind == DependencyKind::Normal;
        due.extend(deps.filter(|dep| dep.dep_kinds.iter().any(is_compiled)).map(|dep| &dep.pkg));
    }
    let packages = seen.into_iter().filter_map(|id| of.get(id)).filter(|package| package.source.is_some());
    let mut components: Vec<Value> = packages
        .map(|package| {
            let licence = package.license.as_deref().map(|licence| licence.replace('/', " OR "));
            component("cargo", &package.name, &package.version.to_string(), licence.as_deref(), "required")
        })
        .collect();
    components.sort_by_key(|one| one.get("bom-ref").and_then(Value::as_str).map(str::to_owned));
    components
}

/// The lock file of npm, as far as it matters here.
#[derive(Deserialize)]
struct NpmLock {
    packages: BTreeMap<String, NpmPackage>,
}

#[derive(Deserialize)]
struct NpmPackage {
    version: Option<String>,
    license: Option<String>,
    #[serde(default)]
    optional: bool,
}

/// What the build takes of npm. Scripts, fonts and maps of these go into the site, their programs do not.
fn npm(lock: NpmLock) -> Vec<Value> {
    let named =
        lock.packages.into_iter().filter(|(_, package)| !package.optional).filter_map(|(path, package)| {
            let name = path.rsplit_once("node_modules/")?.1.to_owned();
            Some((name, package.version?, package.license))
        });
    named
        .map(|(name, version, licence)| {
            let licence = licence.filter(|licence| !licence.starts_with("SEE "));
            component("npm", &name, &version, licence.as_deref(), "optional")
        })
        .collect()
}

fn component(kind: &str, name: &str, version: &str, licence: Option<&str>, scope: &str) -> Value {
    let address = format!("pkg:{kind}/{}@{version}", name.replace('@', "%40"));
    let mut component = json!({
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "scope": scope,
        "purl": address,
    });
    if let (Some(licence), Some(fields)) = (licence, component.as_object_mut()) {
        fields.insert("licenses".to_owned(), json!([{"expression": licence}]));
    }
    component
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    /// What CycloneDX 1.6 asks of every document and component.
    #[test]
    fn the_document_has_all_that_its_format_requires() {
        let document = of_project("0.0.0").unwrap();
        assert_eq!([&document["bomFormat"], &document["specVersion"]], [&json!("CycloneDX"), &json!("1.6")]);
        assert!(document["version"].as_u64().is_some_and(|version| version >= 1));
        let components = document["components"].as_array().unwrap();
        let types = ["application", "framework", "library"];
        let mut names = BTreeSet::new();
        for one in components.iter().chain([&document["metadata"]["component"]]) {
            assert!(types.contains(&one["type"].as_str().unwrap()), "{one}");
            assert!(one["name"].as_str().is_some_and(|name| !name.is_empty()), "{one}");
            assert!(names.insert(one["bom-ref"].as_str().unwrap()), "{one} stands there twice");
            for licence in one["licenses"].as_array().into_iter().flatten() {
                let expression = licence["expression"].as_str().unwrap();
                assert!(spdx::Expression::parse(expression).is_ok(), "{expression}");
            }
        }
        for expected in ["pkg:cargo/leptos@", "pkg:cargo/zip@", "pkg:npm/fflate@"] {
            assert!(names.iter().any(|name| name.starts_with(expected)), "{expected}");
        }
        // Neither what only tests or the build have, nor the project itself.
        for other in ["pkg:cargo/insta@", "pkg:cargo/resvg@", "pkg:cargo/scoring@"] {
            assert!(!names.iter().any(|name| name.starts_with(other)), "{other}");
        }
    }
}
