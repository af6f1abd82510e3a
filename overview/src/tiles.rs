//! A map of the United States in which each state is a tile of the same size, roughly where it lies.

use scoring::telling::Row;

use super::Shown;
use scoring::escaped;

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

/// What a state's tile shows.
pub struct MapTile {
    /// The step of its colour; nothing where the state has no result.
    pub step: Option<usize>,
    /// What is said of it when it is pointed at.
    pub title: String,
    /// The line below its code.
    pub line: String,
    /// Attributes of the link that it is, where it is one.
    pub link: Option<String>,
}

/// The map of states as SVG; `tile` says what is on that of a code in small letters. It is for the eye alone: whoever shows
/// it has the same in words.
pub fn map_of_states(tile: impl Fn(&str) -> Option<MapTile>) -> String {
    let columns = ROWS.iter().map(|row| row.split(' ').count()).max().unwrap_or_default();
    let (width, height) = (columns * PITCH, ROWS.len() * PITCH);
    let mut tiles = String::new();
    for (row, states) in ROWS.iter().enumerate() {
        for (column, code) in states.split(' ').enumerate().filter(|(_, code)| *code != "..") {
            tiles += &drawn(code, column * PITCH, row * PITCH, tile(code));
        }
    }
    format!("<svg class=\"tiles\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">{tiles}</svg>")
}

/// A tile with the state's code and its result; an empty one, where there is none.
fn drawn(code: &str, x: usize, y: usize, tile: Option<MapTile>) -> String {
    let middle = SIZE / 2;
    let step = tile.as_ref().and_then(|tile| tile.step).map_or("none".to_owned(), |step| step.to_string());
    let place = format!("class=\"tile step-{step}\" transform=\"translate({x} {y})\"");
    let square = format!(
        "<rect width=\"{SIZE}\" height=\"{SIZE}\" rx=\"2\"/><text x=\"{middle}\" y=\"17\">{}</text>",
        code.to_uppercase()
    );
    let Some(MapTile { title, line, link, .. }) = tile else { return format!("<g {place}>{square}</g>") };
    let (title, line) = (escaped(&title), escaped(&line));
    let content = format!("<title>{title}</title>{square}<text x=\"{middle}\" y=\"33\">{line}</text>");
    match link {
        Some(link) => format!("<a {link} {place}>{content}</a>"),
        None => format!("<g {place}>{content}</g>"),
    }
}

impl Shown<'_> {
    /// The tiles, coloured by the step of their result, with a legend. The ranking has the same in words.
    pub(super) fn tiles(&self) -> String {
        let map = map_of_states(|code| {
            let row = self.overview.rows.iter().find(|row| self.cohort.id(row.card) == code)?;
            let result = self.result(row);
            let address = self.address(row.card);
            Some(MapTile {
                step: row.step,
                title: format!("{}: {result}", self.cohort.subject(row.card)),
                line: row.band.as_ref().unwrap_or(&result).clone(),
                link: Some(format!("href=\"{address}\" tabindex=\"-1\" data-subject=\"{code}\"")),
            })
        });
        format!("<p>{}</p>{map}{}", self.map_hint(), self.legend())
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
