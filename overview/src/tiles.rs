//! A map of the United States in which each state is a tile of the same size, roughly where it lies.

use scoring::say;
use scoring::telling::Row;

use super::Shown;
use crate::html::escaped;

/// The rows from north to south, the columns from west to east; dots stand where no state is.
const ROWS: [&str; 8] = [
    "ak .. .. .. .. .. .. .. .. .. me",
    ".. .. .. .. .. .. .. .. .. vt nh",
    "wa id mt nd mn il wi mi ny ri ma",
    "or nv wy sd ia in oh pa nj ct ..",
    "ca ut co ne mo ky wv va md de ..",
    ".. az nm ks ar tn nc sc dc .. ..",
    ".. .. .. ok la ms al ga .. .. ..",
    "hi .. .. tx .. .. .. .. fl .. ..",
];

/// How far it is from one tile to the next, in units of the drawing.
const PITCH: usize = 44;

/// How wide and high a tile is.
const SIZE: usize = 40;

impl Shown<'_> {
    /// The tiles, coloured by the step of their result, with a legend. The ranking has the same in words.
    pub(super) fn tiles(&self) -> String {
        let columns = ROWS.iter().map(|row| row.split(' ').count()).max().unwrap_or_default();
        let (width, height) = (columns * PITCH, ROWS.len() * PITCH);
        let tiles = ROWS.iter().enumerate().flat_map(|(row, states)| {
            let states = states.split(' ').enumerate().filter(|(_, code)| *code != "..");
            states.map(move |(column, code)| (column, row, code))
        });
        let tiles: String =
            tiles.map(|(column, row, code)| self.tile(column * PITCH, row * PITCH, code)).collect();
        format!(
            "<p>{}</p><svg class=\"tiles\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">{tiles}</svg>{}",
            escaped(&say::overview::map_hint(&self.cohort.telling.words)),
            self.legend()
        )
    }

    /// A tile with the state's code and its result; an empty one, where there is no card.
    fn tile(&self, x: usize, y: usize, code: &str) -> String {
        let row = self.overview.rows.iter().find(|row| self.cohort.id(row.card) == code);
        let step = row.and_then(|row| row.step).map_or("none".to_owned(), |step| step.to_string());
        let middle = SIZE / 2;
        let drawn = format!(
            "<rect width=\"{SIZE}\" height=\"{SIZE}\" rx=\"2\"/><text x=\"{middle}\" y=\"17\">{}</text>",
            code.to_uppercase()
        );
        let place = format!("class=\"tile step-{step}\" transform=\"translate({x} {y})\"");
        let Some(row) = row else { return format!("<g {place}>{drawn}</g>") };
        let result = self.result(row);
        format!(
            "<a href=\"{}\" tabindex=\"-1\" data-subject=\"{code}\" {place}><title>{}</title>{drawn}<text x=\"{middle}\" y=\"33\">{}</text></a>",
            self.address(row.card),
            escaped(&format!("{}: {result}", self.cohort.subject(row.card))),
            escaped(row.band.as_ref().unwrap_or(&result)),
        )
    }

    fn result(&self, row: &Row) -> String {
        let figure = row.figure.map(|figure| self.cohort.telling.number(figure));
        match (figure, &row.band) {
            (Some(figure), Some(band)) => format!("{figure} ({band})"),
            (figure, _) => figure.unwrap_or_else(|| "–".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ROWS;
    use std::collections::BTreeSet;

    #[test]
    fn every_state_and_the_district_have_one_tile() {
        let codes: Vec<&str> =
            ROWS.iter().flat_map(|row| row.split(' ')).filter(|code| *code != "..").collect();
        assert_eq!(codes.len(), 51);
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 51);
    }
}
