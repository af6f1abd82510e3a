//! Making rules of a framework's file: the only place that knows its short ways of writing.

mod conditions;
mod fields;
mod ladders;
mod parts;
mod tallies;
mod units;

use crate::ProvisionSet;
use crate::cards::SUBJECT_COLUMNS;
use crate::diagnose::{Code, Diagnostic, Severity};
use crate::exact::Fraction;
use crate::facts::{Group, GroupKind, Implied, Missing};

use super::file::Framework;
use super::{Node, Rules};

/// Compiles a framework.
///
/// # Errors
/// Every mistake in it, at once. Nothing that cannot be counted exactly is let through; a warning stops nothing
/// ([`diagnose`] tells those).
pub fn compile(file: &Framework) -> Result<Rules, Vec<Diagnostic>> {
    let (rules, found) = compiled(file);
    rules.ok_or(found)
}

/// Everything that an author should know of a framework's file: mistakes and warnings.
pub fn diagnose(file: &Framework) -> Vec<Diagnostic> {
    compiled(file).1
}

/// Where in the file each node of its rules stands: a JSON pointer, in the order of [`Rules::nodes`].
pub fn pointers(file: &Framework) -> Vec<String> {
    let mut compiler = Compiler::new(file);
    compiler.whole();
    compiler.pointers
}

fn compiled(file: &Framework) -> (Option<Rules>, Vec<Diagnostic>) {
    let mut compiler = Compiler::new(file);
    compiler.texts();
    compiler.provisions();
    compiler.whole();
    let implied = compiler.implied();
    let tallies = compiler.tallies();
    compiler.unused();
    let counted = compiler.counted();
    let wrong = compiler.found.iter().any(|found| found.severity() == Severity::Error);
    let rules = counted.filter(|_| !wrong).map(|(nodes, unit)| Rules {
        id: file.id.clone(),
        edition: file.edition,
        provisions: file.provisions.iter().map(|provision| provision.id.clone()).collect(),
        implied,
        may_not_apply: compiler.may_not_apply,
        nodes,
        tallies,
        unit,
        missing: file.missing,
    });
    (rules, compiler.found)
}

/// What has been made so far, and what was found wrong.
struct Compiler<'a> {
    file: &'a Framework,
    nodes: Vec<Node<Fraction>>,
    /// Where each node stands in the file.
    pointers: Vec<String>,
    groups: Vec<Group>,
    may_not_apply: ProvisionSet,
    used: ProvisionSet,
    found: Vec<Diagnostic>,
}

impl<'a> Compiler<'a> {
    fn new(file: &'a Framework) -> Self {
        let may_not_apply = (0..)
            .zip(&file.provisions)
            .filter(|(_, provision)| provision.may_not_apply.is_some())
            .map(|(index, _)| index);
        Self {
            file,
            nodes: Vec::new(),
            pointers: Vec::new(),
            groups: Vec::new(),
            may_not_apply: may_not_apply.collect(),
            used: ProvisionSet::default(),
            found: Vec::new(),
        }
    }

    fn find(&mut self, code: Code, at: impl Into<String>, details: &[&str]) {
        self.found.push(Diagnostic::in_json(code, at, details));
    }

    /// Notes a text that is empty or has several lines.
    fn text(&mut self, text: &str, at: impl Into<String>) {
        if let Some(code) = wrong_text(text) {
            self.find(code, at, &[]);
        }
    }

    fn optional_text(&mut self, text: Option<&str>, at: impl Into<String>) {
        if let Some(text) = text {
            self.text(text, at);
        }
    }

    /// The provisions that may leave both counts.
    fn may_be_left_out(&self) -> ProvisionSet {
        match self.file.missing {
            Missing::LeaveOut => (0..self.file.provisions.len()).collect(),
            Missing::Zero | Missing::Withhold => self.may_not_apply.clone(),
        }
    }

    fn texts(&mut self) {
        let file = self.file;
        for (field, text) in [("title", &file.title), ("publisher", &file.publisher), ("about", &file.about)]
        {
            self.text(text, format!("/{field}"));
        }
        let Some(source) = &file.source else { return };
        for (field, text) in [("title", &source.title), ("licence", &source.licence), ("ours", &source.ours)]
        {
            self.text(text, format!("/source/{field}"));
        }
    }

    fn provisions(&mut self) {
        self.id("/id", &self.file.id);
        if self.file.provisions.is_empty() {
            self.find(Code::NothingInIt, "/provisions", &[]);
        }
        for (index, provision) in self.file.provisions.iter().enumerate() {
            let at = format!("/provisions/{index}");
            self.text(&provision.label, format!("{at}/label"));
            self.optional_text(provision.because.as_deref(), format!("{at}/because"));
            self.optional_text(provision.may_not_apply.as_deref(), format!("{at}/mayNotApply"));
            if provision.because.is_some() && provision.implies.is_empty() {
                self.find(Code::UnusedField, format!("{at}/because"), &["because"]);
            }
        }
        let ids: Vec<&str> = self.file.provisions.iter().map(|provision| provision.id.as_str()).collect();
        self.ids(&ids, |index| format!("/provisions/{index}/id"));
        for (index, id) in ids.iter().enumerate().filter(|(_, id)| SUBJECT_COLUMNS.contains(id)) {
            self.find(Code::ReservedId, format!("/provisions/{index}/id"), &[id]);
        }
        let groups: Vec<&str> = self.file.one_of.iter().map(|group| group.id.as_str()).collect();
        self.ids(&groups, |index| format!("/oneOf/{index}/id"));
        for (index, group) in self.file.one_of.iter().enumerate() {
            let at = format!("/oneOf/{index}/provisions");
            let members: Vec<usize> = self.set(&group.provisions, &at).iter().collect();
            if members.len() < 2 {
                self.find(Code::NoChoice, at, &[&group.id]);
            }
            self.groups.push(Group { id: group.id.clone(), members, kind: GroupKind::OneOf });
        }
    }

    /// Ids of one list.
    fn ids(&mut self, ids: &[&str], at: impl Fn(usize) -> String) {
        let mut seen = std::collections::BTreeSet::new();
        for (index, id) in ids.iter().enumerate() {
            self.id(&at(index), id);
            if !seen.insert(*id) {
                self.find(Code::RepeatedId, at(index), &[id]);
            }
        }
    }

    fn id(&mut self, at: &str, id: &str) {
        let allowed =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
        if id.is_empty() || !id.bytes().all(allowed) {
            self.find(Code::BadId, at, &[id]);
        }
    }

    fn implied(&mut self) -> Implied {
        let mut direct = Vec::new();
        for (index, provision) in self.file.provisions.iter().enumerate() {
            direct.push(self.set(&provision.implies, &format!("/provisions/{index}/implies")));
        }
        let implied = match Implied::new(direct, self.groups.clone()) {
            Ok(implied) => implied,
            Err(circle) => {
                let ids = self.names(&circle.0);
                self.find(Code::ImpliesCircle, "/provisions", &[&ids]);
                return Implied::default();
            }
        };
        for index in 0..self.file.provisions.len() {
            let with = implied.with(index);
            if let Some(group) = implied.groups().iter().find(|group| group.is_broken(&with)) {
                self.find(Code::ImpliesExcluded, format!("/provisions/{index}"), &[&group.id]);
            }
        }
        implied
    }

    fn names(&self, provisions: &ProvisionSet) -> String {
        let name = |index: usize| self.file.provisions.get(index).map(|provision| provision.id.as_str());
        provisions.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    }

    fn unused(&mut self) {
        for (index, provision) in self.file.provisions.iter().enumerate() {
            if !self.used.contains(index) {
                self.find(Code::UnusedProvision, format!("/provisions/{index}"), &[&provision.id]);
            }
        }
    }
}

/// What is wrong with a text for readers, if anything.
pub(super) fn wrong_text(text: &str) -> Option<Code> {
    match text {
        text if text.trim().is_empty() => Some(Code::NoText),
        text if text.contains(['\n', '\t']) => Some(Code::SeveralLines),
        _ => None,
    }
}
