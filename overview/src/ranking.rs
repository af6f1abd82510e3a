//! The ranking as a table.

use scoring::ProvisionSet;
use scoring::say;
use scoring::telling::{Cell, Row};

use super::Shown;
use scoring::escaped;

/// Takes a card into the comparison; the script says which.
const BOX: &str = "<td class=\"box\"><input type=\"checkbox\"></td>";

impl Shown<'_> {
    /// The table of all cards, from the best to the worst. What its script needs stands in attributes: of a cell its
    /// place in the order of its column, of a row the answers, a hexadecimal digit for four provisions. What only the script
    /// makes work is there as well, so that nothing moves when it comes.
    pub(super) fn ranking(&self) -> String {
        let (telling, words) = (&self.cohort.telling, &self.cohort.telling.words);
        let head = |id: &str, kind: &str, text: &str| {
            let sort = if id == "rank" { " aria-sort=\"ascending\"" } else { "" };
            format!(
                "<th scope=\"col\" data-id=\"{}\" data-kind=\"{kind}\"{sort}><button type=\"button\" disabled>{}</button></th>",
                escaped(id),
                escaped(text)
            )
        };
        let compare = escaped(&say::overview::compare(words));
        let mut heads = format!("<th scope=\"col\" class=\"box\">{compare}</th>");
        heads.push_str(&head("rank", "order", &say::overview::rank(words)));
        heads.push_str(&head("name", "text", &say::overview::subject(words)));
        if self.cohort.has_groups() {
            heads.push_str(&head("group", "text", &say::overview::group(words)));
        }
        heads.push_str(&head("result", "figure", &telling.tally(0)));
        if self.overview.is_lettered() {
            heads.push_str(&head("grade", "order", &say::overview::grade(words)));
        }
        for column in &self.overview.columns {
            heads.push_str(&head(&column.id, "figure", &column.heading(words)));
        }
        let rows: String = self.overview.rows.iter().map(|row| self.row(row)).collect();
        let table = |address: &str| {
            format!("<p><a href=\"{address}\" download>{}</a></p>", escaped(&say::overview::download(words)))
        };
        let table = self.beside.table.map(table).unwrap_or_default();
        format!(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table class=\"ranking\"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{}{table}",
            escaped(&say::overview::ranking(words)),
            self.side_by_side()
        )
    }

    fn row(&self, row: &Row) -> String {
        let (Some(card), Some(called)) = (self.cohort.cards.get(row.card), self.cohort.called.get(row.card))
        else {
            return String::new();
        };
        let (language, name) = self.named(&called.subject);
        let order = row.rank.map(|rank| rank.rank);
        let rank = order.map(|rank| rank.to_string()).unwrap_or_else(|| "–".to_owned());
        let figure =
            row.figure.map(|figure| self.cohort.telling.number(figure)).unwrap_or_else(|| "–".to_owned());
        let mut cells = BOX.to_owned();
        cells.push_str(&ordered(order, &rank));
        cells.push_str(&format!(
            "<th scope=\"row\"><a href=\"{}\"{language}>{name}</a></th>",
            self.address(row.card)
        ));
        if self.cohort.has_groups() {
            let group = called.group.as_ref().map(|group| self.named(group));
            let (language, group) = group.unwrap_or_default();
            cells.push_str(&format!("<td{language}>{group}</td>"));
        }
        cells.push_str(&ordered(order, &figure));
        if self.overview.is_lettered() {
            cells.push_str(&ordered(order, row.band.as_deref().unwrap_or("–")));
        }
        cells.extend(row.cells.iter().map(|Cell { text, order, .. }| ordered(*order, text)));
        let provisions = self.cohort.telling.rules.provisions().len();
        let answers = [
            ("yes", row.answers.held()),
            ("unknown", row.answers.unknown()),
            ("out", row.answers.not_applicable()),
        ];
        let answers = answers.into_iter().filter(|(name, set)| *name == "yes" || !set.is_empty());
        let answers: String =
            answers.map(|(name, set)| format!(" data-{name}=\"{}\"", digits(set, provisions))).collect();
        let group = card.group.as_ref().map(|group| format!(" data-group=\"{}\"", escaped(group)));
        let group = group.unwrap_or_default();
        format!("<tr data-subject=\"{}\"{group}{answers}>{cells}</tr>", escaped(&card.subject))
    }
}

/// A cell with its place in the order of its column.
fn ordered(order: Option<usize>, text: &str) -> String {
    let order = order.map(|order| format!(" data-order=\"{order}\"")).unwrap_or_default();
    format!("<td{order}>{}</td>", escaped(text))
}

/// A hexadecimal digit for each four provisions, the first provision in the lowest bit of the first digit.
pub fn digits(set: &ProvisionSet, provisions: usize) -> String {
    let digit = |first: usize| {
        let bits = (0..4).filter(|bit| set.contains(first + bit)).map(|bit| 1_u32 << bit);
        char::from_digit(bits.sum(), 16).unwrap_or('0')
    };
    (0..provisions).step_by(4).map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn answers_are_digits_the_first_provision_in_the_lowest_bit() {
        assert_eq!(digits(&[0, 3, 4, 9].into_iter().collect(), 10), "912");
        assert_eq!(digits(&[].into_iter().collect(), 4), "0");
    }
}
