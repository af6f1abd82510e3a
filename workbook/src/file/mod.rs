//! From bytes to sheets: what kind of file it is, by what is in it.

pub mod limits;
mod number;
mod ods;
mod package;
mod text;
mod xlsx;
mod xml;

use scoring::diagnose::{At, Code, Diagnostic};
use serde::{Deserialize, Serialize};

use crate::sheet::Sheet;
use limits::{Allowance, FILE, MEGABYTE, TooMuch};
use package::Package;

/// The sheets of a file, and what is to be said of reading it. A file that was read elsewhere, in a worker, comes as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct File {
    /// The sheets that could be read.
    pub sheets: Vec<Sheet>,
    /// What is wrong with the file, and how it was read.
    pub found: Vec<Diagnostic>,
}

/// A part of a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken;

/// Why a file cannot be read, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Broken,
    TooMuch(TooMuch),
}

impl From<Broken> for Fault {
    fn from(_: Broken) -> Self {
        Fault::Broken
    }
}

impl From<TooMuch> for Fault {
    fn from(too_much: TooMuch) -> Self {
        Fault::TooMuch(too_much)
    }
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Xlsx,
    Ods,
    Text,
    OldExcel,
    Locked,
    Broken,
    Other,
}

/// How files of another kind begin: PDF, pictures, RTF, pages of the web, XML.
const OTHERS: [&[u8]; 9] =
    [b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"<!DOCTYPE", b"<html", b"<?xml", b"<table"];

/// How files begin that hold others in a format of their own: old Excel, and locked workbooks of today.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Reads a file, whose name is used for nothing but a note where its ending says something else.
pub fn read(name: &str, bytes: &[u8]) -> File {
    let mut file = File::default();
    if bytes.len() > FILE {
        file.tell(Code::FileTooLarge, &[&(FILE / MEGABYTE).to_string()]);
        return file;
    }
    let kind = kind(bytes);
    let mut allowance = Allowance::default();
    let outcome = match kind {
        Kind::Xlsx => xlsx::read(bytes, &mut allowance, &mut file),
        Kind::Ods => ods::read(bytes, &mut allowance, &mut file),
        Kind::Text => text::read(bytes, &mut allowance, &mut file),
        Kind::OldExcel => return file.telling(Code::OldExcel, &[]),
        Kind::Locked => return file.telling(Code::LockedFile, &[]),
        Kind::Broken => return file.telling(Code::BrokenFile, &[]),
        Kind::Other => return file.telling(Code::NotASpreadsheet, &[]),
    };
    match outcome {
        Ok(()) => {}
        Err(Fault::Broken) => file.tell(Code::BrokenFile, &[]),
        Err(Fault::TooMuch(too_much)) => file.tell(too_much.code, &[&too_much.most.to_string()]),
    }
    file.ending(name, kind);
    file
}

impl File {
    /// Says something of the whole file.
    fn tell(&mut self, code: Code, details: &[&str]) {
        self.found.push(Diagnostic::at(code, At::File, details));
    }

    fn telling(mut self, code: Code, details: &[&str]) -> Self {
        self.tell(code, details);
        self
    }

    /// Takes a sheet in, with what stopped its reading: what comes after it in the file is read all the same.
    fn take(&mut self, sheet: Sheet, outcome: Result<(), Fault>) -> Result<(), Fault> {
        match outcome {
            Err(Fault::TooMuch(TooMuch { code, most, at: Some((row, column)) })) => {
                self.found.push(Diagnostic::at(code, sheet.at(row, column), &[&most.to_string()]));
            }
            Err(fault) => return Err(fault),
            Ok(()) => {}
        }
        self.sheets.push(sheet);
        Ok(())
    }

    fn ending(&mut self, name: &str, kind: Kind) {
        let Some((_, ending)) = name.rsplit_once('.') else { return };
        let (fits, is): (&[&str], &str) = match kind {
            Kind::Xlsx => (&["xlsx", "xlsm", "xltx", "xltm"], "XLSX"),
            Kind::Ods => (&["ods", "ots"], "ODS"),
            Kind::Text => (&["csv", "tsv", "tab", "txt"], "CSV"),
            Kind::OldExcel | Kind::Locked | Kind::Broken | Kind::Other => return,
        };
        if !fits.iter().any(|fit| ending.eq_ignore_ascii_case(fit)) {
            self.tell(Code::OtherEnding, &[&format!(".{ending}"), is]);
        }
    }
}

fn kind(bytes: &[u8]) -> Kind {
    let contains = |name: &str| {
        let wide: Vec<u8> = name.bytes().flat_map(|letter| [letter, 0]).collect();
        bytes.windows(wide.len()).any(|part| part == wide)
    };
    if bytes.starts_with(COMPOUND) {
        return match () {
            () if contains("EncryptedPackage") => Kind::Locked,
            () if contains("Workbook") || contains("Book") => Kind::OldExcel,
            () => Kind::Other,
        };
    }
    if bytes.starts_with(b"PK") {
        return packed(bytes);
    }
    let start = bytes.trim_ascii_start();
    if OTHERS.iter().any(|other| start.len() >= other.len() && starts_with(start, other)) {
        return Kind::Other;
    }
    if text::is_text(bytes) { Kind::Text } else { Kind::Other }
}

fn starts_with(start: &[u8], other: &[u8]) -> bool {
    start.get(..other.len()).is_some_and(|start| start.eq_ignore_ascii_case(other))
}

fn packed(bytes: &[u8]) -> Kind {
    let Ok(mut package) = Package::open(bytes) else { return Kind::Broken };
    if package.has("xl/workbook.xml") {
        return Kind::Xlsx;
    }
    if !package.has("content.xml") {
        return Kind::Other;
    }
    let manifest = package.part("META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Kind::Locked;
    }
    let is_other = package.part("mimetype").is_ok_and(|mime| !mime.contains("opendocument.spreadsheet"));
    if is_other { Kind::Other } else { Kind::Ods }
}
