//! Where in the workbook each field of the framework was read.

use std::collections::BTreeMap;

use scoring::diagnose::{At, Diagnostic};

/// The places of fields, by their JSON pointers.
#[derive(Default)]
pub(crate) struct Places(BTreeMap<String, At>);

impl Places {
    /// Notes where a field was read.
    pub(crate) fn put(&mut self, pointer: impl Into<String>, at: At) {
        self.0.insert(pointer.into(), at);
    }

    /// Notes where a field was read first.
    pub(crate) fn put_first(&mut self, pointer: &str, at: At) {
        self.0.entry(pointer.to_owned()).or_insert(at);
    }

    /// The place of a field, or of what it is in.
    pub(crate) fn find(&self, pointer: &str) -> Option<&At> {
        let mut rest = pointer;
        loop {
            if let Some(at) = self.0.get(rest) {
                return Some(at);
            }
            rest = rest.rsplit_once('/')?.0;
        }
    }

    /// The same mistake, at its place in the workbook.
    pub(crate) fn told(&self, mut found: Diagnostic) -> Diagnostic {
        if let At::Json(pointer) = &found.at {
            found.at = self.find(pointer).cloned().unwrap_or(At::File);
        }
        found
    }
}
