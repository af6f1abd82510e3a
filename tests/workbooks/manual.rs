//! The examples of `docs/spreadsheet.md` and of the same in Spanish, copied out of them, and the files to start from.

use lawgrade_tests::file;
use scoring::diagnose::Severity;
use scoring::rules::evaluate;
use workbook::read;

/// The tables of the manual, as cells that are copied.
fn tables(manual: &str) -> Vec<String> {
    let manual = file(manual);
    let blocks = manual.split("\n\n").filter(|block| block.starts_with('|'));
    let cells = |line: &str| -> String {
        let cells = line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`'));
        cells.collect::<Vec<_>>().join("\t") + "\n"
    };
    blocks.map(|block| block.lines().filter(|line| !line.starts_with("| ---")).map(cells).collect()).collect()
}

const MANUAL: &str = "docs/spreadsheet.md";
const IN_SPANISH: &str = "docs/spreadsheet.es.md";

/// The table of a manual that begins with a heading.
fn table(manual: &str, heading: &str) -> String {
    let start = format!("{heading}\t");
    tables(manual).into_iter().find(|table| table.starts_with(&start)).expect("there is such a table")
}

/// How many mistakes and warnings a text has, and the figure of its first card.
fn outcome(text: &str) -> (usize, usize, Option<String>) {
    let brought = read("card.tsv", text.as_bytes());
    let of = |severity| brought.found.iter().filter(|one| one.severity() == severity).count();
    let rules = brought.rules.as_ref();
    let figure = rules.zip(brought.cards.first()).and_then(|(rules, card)| {
        evaluate(rules, &card.answers).outcomes[0].figure().map(|figure| figure.shown.to_string())
    });
    (of(Severity::Error), of(Severity::Warning), figure)
}

#[test]
fn the_first_example_is_a_card() {
    let (settings, grades) = (table(MANUAL, "Setting"), table(MANUAL, "Grade"));
    let first = tables(MANUAL)[0].clone();
    let text = format!("[Settings]\n{settings}[Provisions]\n{first}[Grades]\n{grades}");
    assert_eq!(outcome(&first), (0, 3, Some("2.5".to_owned())));
    assert_eq!(outcome(&text), (0, 0, Some("2.5".to_owned())));
    let (settings, grades) = (table(IN_SPANISH, "Ajuste"), table(IN_SPANISH, "Calificación"));
    let first = tables(IN_SPANISH)[0].clone();
    let text = format!("[Ajustes]\n{settings}[Disposiciones]\n{first}[Calificaciones]\n{grades}");
    assert_eq!(outcome(&first), (0, 3, Some("2.5".to_owned())));
    assert_eq!(outcome(&text), (0, 0, Some("2.5".to_owned())));
}

/// A guide in another language has the same tables, row by row, and what it says of settings is read.
#[test]
fn the_manual_in_spanish_has_the_same_tables_and_its_words_are_read() {
    let sizes = |manual| tables(manual).iter().map(|table| table.lines().count()).collect::<Vec<_>>();
    assert_eq!(sizes(MANUAL), sizes(IN_SPANISH));
    let text = "[Ajustes]\nAjuste\tValor\nTítulo\tX\nPublicado por\tY\nAño\t2026\nAcerca de\tZ\nEdición\t1\nFuente\tF\n\
                Dirección de la fuente\thttps://example.org/\nLicencia\tL\nLo propio\tP\nPaso\t1/2\nMáximo\t5\nSujeto\tct\n\
                Nombre del sujeto\tC\nGrupo del sujeto\tG\nAño de la ley\t2025\nSobre\t100\nDecimales\t1\nMitades\tpar\n\
                Calificación según\tmostrada\nPuesto según\texacta\nRespuestas que faltan\tomitir\nLas secciones se unen por\tsuma\n\
                [Disposiciones]\nId\tDisposición\tPuntos\t¿Está en la ley?\na\tA\t5\tsí\n[Calificaciones]\nCalificación\tDesde\tRequiere\nA\t50\ta\nB\t0\t\n";
    assert_eq!(
        outcome(text),
        (0, 0, Some("100".to_owned())),
        "{:?}",
        read("card.tsv", text.as_bytes()).found
    );
}

#[test]
fn the_files_to_start_from_are_cards_without_a_mistake() {
    for name in ["docs/first-card.csv", "docs/first-card.es.csv"] {
        assert_eq!(outcome(&file(name)), (0, 0, Some("2.5".to_owned())), "{name}");
    }
}

/// The sheet of findings beside that of subjects, as both guides have them.
#[test]
fn the_example_of_findings_has_no_mistake() {
    for (manual, subjects, findings) in [
        (MANUAL, "Subject\tName", "Subject\tProvision"),
        (IN_SPANISH, "Sujeto\tNombre", "Sujeto\tDisposición"),
    ] {
        let (subjects, findings) = (table(manual, subjects), table(manual, findings));
        let heads: Vec<&str> = subjects.lines().next().expect("a head").split('\t').collect();
        let text = format!(
            "[Provisions]\nId\tProvision\tPoints\n{0}\t{0}\t1\n{1}\t{1}\t2.5\n[Grades]\nGrade\tFrom\nB\t2\nF\t0\n\
             [Subjects]\n{subjects}[Findings]\n{findings}",
            heads[3], heads[4]
        );
        let brought = read("card.tsv", text.as_bytes());
        let wrong: Vec<_> = brought.found.iter().filter(|one| one.severity() == Severity::Error).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let found: Vec<usize> = brought.subject_findings.values().map(|findings| findings.len()).collect();
        assert_eq!(found, [2, 1]);
    }
}

#[test]
fn the_example_of_rules_has_no_mistake() {
    let ids = [
        "video-some-courts",
        "video-all-courts",
        "video-free",
        "closed-by-judge",
        "closed-always",
        "reports-yearly",
        "reports-monthly",
        "police-trained",
        "judges-trained",
    ];
    let spanish = [
        "video-algunos",
        "video-todos",
        "video-gratis",
        "cierra-juez",
        "siempre-cerrada",
        "informe-anual",
        "informe-mensual",
        "policia-capacitada",
        "jueces-capacitados",
    ];
    for (ids, rules) in [(ids, table(MANUAL, "Depth")), (spanish, table(IN_SPANISH, "Profundidad"))] {
        let text = format!(
            "[Provisions]\nId\tProvision\n{}\n[Rules]\n{rules}",
            ids.map(|id| format!("{id}\t{id}")).join("\n")
        );
        let brought = read("card.tsv", text.as_bytes());
        let wrong: Vec<_> = brought.found.iter().filter(|one| one.severity() == Severity::Error).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(brought.rules.map(|rules| rules.provisions().len()), Some(ids.len()));
    }
}
