//! The smallest spreadsheets with a mistake in them, by its name.

use scoring::diagnose::Code;

use lawgrade_tests::files::{packed, texts, xlsx};

/// A spreadsheet that an author brings.
pub struct Sheet {
    pub code: Code,
    /// As the manual shows it.
    pub shown: String,
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

fn text(code: Code, text: &str) -> Sheet {
    Sheet { code, shown: text.to_owned(), name: "card.csv", bytes: text.into() }
}

fn file(code: Code, shown: &str, bytes: Vec<u8>) -> Sheet {
    Sheet { code, shown: shown.to_owned(), name: "card", bytes }
}

/// Every name that a spreadsheet alone can have.
pub fn wrong_sheets() -> Vec<Sheet> {
    let compound = |holds: &str| {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.extend(holds.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let cells = |cell: &str| {
        let head = texts(1, &["Provision", "Points"]);
        xlsx(&format!("{head}<row r=\"2\"><c t=\"inlineStr\"><is><t>A law</t></is></c>{cell}</row>"))
    };
    let many = |count: usize| (0..count).map(|number| format!("Law {number},1\n")).collect::<String>();
    let found = |rows: &str| {
        format!("[Provisions]\nProvision,Id\nA law,a\n[Subjects]\nSubject,a\nct,y\nny,n\n[Findings]\n{rows}")
    };
    let rules = |rows: &str| {
        format!(
            "[Provisions]\nProvision,Id\nA law,a\nB law,b\nC law,c\n[Rules]\nKind,Depth,Points,Needs,Most\n{rows}"
        )
    };
    vec![
        file(Code::FileTooLarge, "(a text of 17 MB)", "a,b\n".repeat(17 << 18).into()),
        file(
            Code::TooManyRows,
            "(a text of 20,001 rows)",
            format!("Provision,Points\n{}", many(20_000)).into(),
        ),
        file(
            Code::TooManyColumns,
            "(a text of 1,001 columns)",
            format!("Provision,Points{}\n", ",x".repeat(999)).into(),
        ),
        file(
            Code::CellTooLong,
            "(a text with a cell of 32,768 letters)",
            format!("Provision,Points\n{},1", "a".repeat(32_768)).into(),
        ),
        file(Code::OldExcel, "(a workbook of Excel 97)", compound("Workbook")),
        file(Code::LockedFile, "(a workbook with a password)", compound("EncryptedPackage")),
        file(Code::BrokenFile, "(the first half of a workbook)", b"PK\x03\x04\x14\x00\x00\x00".to_vec()),
        file(Code::NotASpreadsheet, "%PDF-1.7", b"%PDF-1.7".to_vec()),
        file(Code::NotASpreadsheet, "(a document of Word)", packed(&[("word/document.xml", b"<document/>")])),
        Sheet { name: "card.xlsx", ..text(Code::OtherEnding, "Provision,Points\nA law,1") },
        Sheet {
            bytes: b"Provision,Points\nNi\xf1os,1".to_vec(),
            ..text(Code::OtherEncoding, "Provision,Points\nNiños,1")
        },
        text(Code::NoProvisions, "[Settings]\nSetting,Value\nTitle,Made"),
        text(Code::MissingColumn, "Provision,Points\nA law,1\n[Grades]\nGrade,Meaning\nA,Good"),
        text(Code::UnknownHeading, "Provision,Pionts\nA law,1"),
        text(Code::RepeatedHeading, "Provision,Points,Puntos\nA law,1,2"),
        text(
            Code::UnknownSheet,
            "[Settings]\nPlans,For 2027\n[Provisions]\nProvision,Points\nA law,1\n[Subjects]\nSome,thing",
        ),
        text(
            Code::RepeatedSheet,
            "[Provisions]\nProvision,Points\nA law,1\n[Disposiciones]\nProvision,Points\nB law,1",
        ),
        text(
            Code::UnknownSetting,
            "[Settings]\nSetting,Value\nColour,Blue\n[Provisions]\nProvision,Points\nA law,1",
        ),
        text(Code::MissingSetting, "Provision,Points\nA law,1"),
        text(Code::BadNumber, "Provision,Points\nA law,one\nB law,1"),
        text(Code::BadNumber, "Provision,Points\nA law,\"1,000\"\nB law,1"),
        file(
            Code::DateForNumber,
            "(a workbook in which 1/2 was typed as points and is a date now)",
            cells("<c s=\"1\"><v>46024</v></c>"),
        ),
        text(Code::BadChoice, &rules("cheklist,1,1,\"a, b, c\",")),
        text(Code::MissingCell, "Provision,Points\nA law,\nB law,1"),
        file(
            Code::ErrorCell,
            "(a workbook in which a formula refers to nothing)",
            cells("<c t=\"e\"><f>1+#REF!</f><v>#REF!</v></c>"),
        ),
        file(Code::NoValue, "(a workbook whose formulas were never worked out)", cells("<c><f>1+1</f></c>")),
        text(Code::BadCondition, &rules("points,1,1,a and b or c,\nchecklist,1,1,\"a, b, c\",")),
        text(Code::NoPartAbove, &rules("rung,,1,a,\nchecklist,1,1,\"a, b, c\",")),
        text(Code::UnknownSubject, &found("Subject,Provision,Finding\nCT,a,By order.\nOhio,a,Nothing.")),
        text(Code::RepeatedFinding, &found("Subject,Provision,Finding\nct,a,By order.\nCT,A law,Nothing.")),
        text(
            Code::RepeatedFinding,
            "[Settings]\nSetting,Value\nSubject,ct\n[Provisions]\nProvision,Id,In law?,Finding\nA law,a,y,By order.\n[Findings]\nSubject,Provision,Finding\nct,a,Nothing.",
        ),
        text(
            Code::BadLevel,
            "[Provisions]\nProvision,Id\nA law,a\nB law,b\n[Rules]\nKind,Id,Points,Needs\nlevels,x,,\nlevel,,1,a\nlevel,,2,b\n[Subjects]\nState,x\nCT,3",
        ),
        text(
            Code::NotCounted,
            "[Provisions]\nProvision,Id,Points\nA law,a,1\n[Rules]\nKind,Points,Needs\npoints,2,a",
        ),
        text(Code::Tidied, "Provision,Points\nA   law,\"2,5\""),
        text(Code::IdsMade, "Provision,Points\nA law,1\nB law,1"),
        text(Code::RowsPassedOver, "Our card of 2026\nProvision,Points\nA law,1"),
        text(Code::FilledDown, "Section,Provision,Points\nCourts,A law,1\n,B law,1"),
    ]
}
