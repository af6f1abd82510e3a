//! Workbooks of Excel since 2007 (Office Open XML), and what others save as such.

mod cells;
mod shared;

use std::collections::BTreeMap;

use super::limits::{Allowance, SHEETS};
use super::number::Format;
use super::package::Package;
use super::xml::{Document, Next};
use super::{Broken, Fault, File};
use cells::cells;
use shared::{formats, strings};

use crate::sheet::Sheet;
pub(super) use cells::fill;

/// The most shared strings and formats: more than any sheet that is read can have cells.
const SHARED: usize = 250_000;

/// Days between 30 December 1899 and 1 January 1904, from which some workbooks count.
const SINCE_1904: i64 = 1_462;

/// What the cells of all sheets refer to.
#[derive(Default)]
struct Shared {
    strings: Vec<String>,
    formats: Vec<Format>,
    leap: i64,
}

pub(super) fn read(bytes: &[u8], allowance: &mut Allowance, file: &mut File) -> Result<(), Fault> {
    let mut package = Package::open(bytes)?;
    let workbook = "xl/workbook.xml";
    let related = relations(&package.part("xl/_rels/workbook.xml.rels")?)?;
    let target = |kind: &str| related.values().find(|one| one.kind.ends_with(kind)).map(|one| &one.target);
    let (sheets, leap) = sheets(&package.part(workbook)?)?;
    let mut shared = Shared { leap, ..Shared::default() };
    if let Some(part) = target("/sharedStrings").filter(|part| package.has(part)) {
        shared.strings = strings(&package.part(part)?)?;
    }
    if let Some(part) = target("/styles").filter(|part| package.has(part)) {
        shared.formats = formats(&package.part(part)?)?;
    }
    for (mut sheet, id) in sheets.into_iter().take(SHEETS) {
        let Some(one) = related.get(&id).filter(|one| one.kind.ends_with("/worksheet")) else { continue };
        let part = package.part(&one.target)?;
        let outcome = cells(&part, &shared, allowance, &mut sheet);
        file.take(sheet, outcome)?;
    }
    Ok(())
}

struct Relation {
    kind: String,
    target: String,
}

fn relations(part: &str) -> Result<BTreeMap<String, Relation>, Broken> {
    let mut relations = BTreeMap::new();
    let mut document = Document::new(part);
    while let Some(next) = document.next()? {
        let Next::Open(element) = next else { continue };
        let (Some(id), Some(kind), Some(target)) =
            (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
        else {
            continue;
        };
        // What lies elsewhere is never fetched.
        if element.attribute("TargetMode").as_deref() == Some("External") {
            continue;
        }
        let target = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        };
        relations.insert(id, Relation { kind, target });
    }
    Ok(relations)
}

/// The sheets with the ids of their parts, and where dates begin.
fn sheets(part: &str) -> Result<(Vec<(Sheet, String)>, i64), Broken> {
    let (mut sheets, mut leap) = (Vec::new(), 0);
    let mut document = Document::new(part);
    while let Some(next) = document.next()? {
        let Next::Open(element) = next else { continue };
        match element.name() {
            "workbookPr" if matches!(element.attribute("date1904").as_deref(), Some("1" | "true")) => {
                leap = SINCE_1904;
            }
            "sheet" => {
                let hidden = element.attribute("state").is_some_and(|state| state != "visible");
                let name = element.attribute("name");
                // Both `sheetId` and `r:id` end in id; only the latter is called so.
                let id = element.attribute("id").unwrap_or_default();
                sheets.push((Sheet { name, hidden, ..Sheet::default() }, id));
            }
            _ => {}
        }
    }
    Ok((sheets, leap))
}
