//! What an author is told of a spreadsheet with many mistakes, all at once.

use workbook::read;

use super::in_both_languages;
use lawgrade_tests::files::typed;

/// One sheet, as somebody types it who has never read a manual.
#[test]
fn one_sheet() {
    let text = "\
[Our card]
Report card of 2026
|
Area|Law|POINTS|In law ?|Why|Statute|Colour
Courts|Judges may  close the room|2,5|YES|“Safe”|Art. 5|red
|Minors testify by video|1/2|✓||
|Records are sealed|two|maybe||
Police|There is training||no||
|There is training|1|no||
|Officers report|1,000|x||
|Officers ask|25%|1||
|||3|
";
    insta::assert_snapshot!(in_both_languages(&read("card.xlsx", &typed(text))));
}

/// Several sheets: rules that refer to what is not there, headings twice, grades in the wrong order.
#[test]
fn several_sheets() {
    let text = "\
[Ajustes]
Ajuste|Valor
Título|Nuestro informe
Colores|Azul
Decimales|dos
Mitades|izquierda
[Disposiciones]
Id|Disposición|Puntos|Implica|Una de
a|Primera|1|b|grupo
b|Segunda||a|
C d|Tercera|||
a|Cuarta|||grupo
[Reglas]
Tipo|Profundidad|Puntos|Necesita|Si no|Tipo
suma|1
puntos|2|1|a, z
puntos|2|2|a
escalera|2
peldaño||1|a y b o a
peldaño||dos|b
nivel||1|b
puntos|4|1|b
tope||||
puntos|2||b|1
[Calificaciones]
Calificación|Desde
A|1
B|2
|3
[Otra]
x|y
[Sujetos]
Estado|a|b|C d|Total|zzz
CT|sí|no|quizá|1
CT|sí|no|n/a|uno
|sí|sí|sí|
";
    insta::assert_snapshot!(in_both_languages(&read("card.xlsx", &typed(text))));
}

/// No more than twenty of a kind are told, with the number of the rest.
#[test]
fn many_mistakes() {
    let rows: String = (1..=30).map(|number| format!("Law {number},many\n")).collect();
    let told = workbook::told(
        &read("card.csv", format!("Provision,Points\n{rows}A law,1").as_bytes()).found,
        &scoring::Words::english(),
    );
    assert_eq!(told[0].lines.len(), 20);
    assert_eq!(told[0].rest.as_deref(), Some("… and 10 more."));
    assert!(told[0].lines[0].starts_with("row 2, column B: “many” is no number."), "{}", told[0].lines[0]);
}

/// A subject whose answers stand beside the provisions, and in a row once more.
#[test]
fn a_card_that_is_there_twice() {
    let text = "[Settings]\nSetting,Value\nSubject,CT\n[Provisions]\nId,Provision,Points,In law?\na,A law,1,y\n\
        [Subjects]\nsubject,a\nny,y\nct,n";
    let brought = read("card.csv", text.as_bytes());
    let told = brought.found[0].in_words(&scoring::Words::english());
    assert!(
        told.starts_with("sheet “Provisions”, row 6, column D: “ct” stands in row 10 already."),
        "{told}"
    );
    assert_eq!(brought.cards.len(), 2);
}

/// What is not wrong is there beside the list: rules, cards, results.
#[test]
fn the_rest_works() {
    let brought = read("card.csv", b"Provision,Points,In law?\nA law,two,y\nB law,3,y\nC law,1,n");
    let rules = brought.rules.expect("there are rules");
    let outcomes = scoring::rules::evaluate(&rules, &brought.cards[0].answers).outcomes;
    assert_eq!(outcomes[0].figure().map(|figure| figure.shown.to_string()).as_deref(), Some("3"));
    assert_eq!(
        brought.found.iter().filter(|one| one.severity() == scoring::diagnose::Severity::Error).count(),
        1
    );
}
