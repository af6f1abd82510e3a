//! The drawing of a scenario's picture: SVG, 1200 by 630, with text as text, whatever the rules are.

use std::fmt::Write;

use crate::exact::Fraction;
use crate::{Words, say};

const WIDTH: i32 = 1200;
const MARGIN: i32 = 56;
/// Where the ruler and the bars begin and how long they are.
const RULER: i32 = WIDTH - 2 * MARGIN;
const BARS: i32 = 600;
const BAR: i32 = 165;
const INK: &str = "#1b1d21";
const SOFT: &str = "#54585f";
const RULE: &str = "#85888e";
const ACCENT: &str = "#1d4f7c";
/// How many lines of changes there is room for, and how many letters fit in one.
const LINES: usize = 6;
const LETTERS: usize = 38;
/// How many letters of subject and framework fit in one line, and how many of each in a line of its own.
const HEADING: usize = 60;
const HEADING_LINE: usize = 72;
/// How many parts there is room for with a whole row each.
const FEW_PARTS: usize = 6;
/// How many parts there is room for below each other, and the room for each: a little less where there are more than six.
const PARTS: usize = 8;
const ROW: i32 = 35;
const NARROW_ROW: i32 = 27;

/// What a picture shows. Shares are from 0 to 1.
pub(crate) struct Poster {
    /// The result in a line, for who hears it.
    pub title: String,
    /// Whose card.
    pub subject: String,
    /// Under which framework.
    pub framework: String,
    /// The letter, where there are letters.
    pub letter: Option<String>,
    /// The figure.
    pub figure: String,
    /// How it stands against what was published.
    pub standing: String,
    /// The bands on the ruler, the best first; where there are none, one without a name.
    pub zones: Vec<Zone>,
    /// Where the published figure stands on the ruler.
    pub published: Option<Fraction>,
    /// Where the scenario's stands.
    pub now: Option<Fraction>,
    /// The parts.
    pub bars: Vec<Bar>,
    /// How much is changed, in words.
    pub heading: String,
    /// What is changed, a line each; nothing, when nothing is.
    pub changes: Vec<String>,
    /// What stands there in place of none.
    pub nothing: String,
    /// How sure it is, or how it ranks.
    pub sureness: String,
    /// Whether it is official, and of when.
    pub note: String,
}

/// A band on the ruler, which reaches up to the one before.
pub(crate) struct Zone {
    /// Its letter.
    pub name: String,
    /// Where it begins.
    pub begins: Fraction,
    /// The figure at which it begins.
    pub from: String,
    /// Whether the scenario is in it.
    pub is_here: bool,
}

/// A part: all shares are of the longest bar.
pub(crate) struct Bar {
    /// Its name.
    pub name: String,
    /// How long the whole of it is.
    pub whole: Fraction,
    /// Where what it earns begins and ends.
    pub earned: [Fraction; 2],
    /// Where what the card earns ends.
    pub published: Option<Fraction>,
    /// Its points in words.
    pub figures: String,
}

/// The poster as SVG. No letter is smaller than 22 units, so it can be read at half its size.
pub(crate) fn drawn(words: &Words, poster: &Poster) -> String {
    let mut svg = Svg { written: String::new() };
    let _ = write!(
        svg.written,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} 630\" width=\"{WIDTH}\" height=\"630\" \
         role=\"img\" aria-label=\"{0}\"><title>{0}</title>",
        escaped(&poster.title)
    );
    svg.rect(0, 0, WIDTH, 630, "#ffffff");
    svg.rect(0, 0, WIDTH, 12, ACCENT);
    heading(&mut svg, poster);
    if let Some(letter) = &poster.letter {
        svg.text(MARGIN - 4, 226, 176, "serif", ACCENT, letter);
    }
    // Where there is no letter, the figure has its place.
    let left = if poster.letter.is_some() { MARGIN + 150 } else { MARGIN };
    svg.text(left, 160, 64, "serif", INK, &poster.figure);
    svg.text(left, 212, 28, "sans", SOFT, &poster.standing);
    ruler(&mut svg, poster);
    bars(&mut svg, words, &poster.bars);
    changes(&mut svg, words, poster);
    svg.text(MARGIN, 582, 22, "sans", INK, &poster.sureness);
    svg.text(MARGIN, 612, 22, "sans", SOFT, &poster.note);
    svg.written.push_str("</svg>");
    svg.written
}

/// Whose card it is and under which framework: in one line, or in two where both are long.
fn heading(svg: &mut Svg, poster: &Poster) {
    let line = format!("{}, {}", poster.subject, poster.framework);
    if line.chars().count() <= HEADING {
        return svg.text(MARGIN, 66, 28, "sans bold", ACCENT, &line);
    }
    svg.text(MARGIN, 48, 24, "sans bold", ACCENT, &shortened(&poster.subject, HEADING_LINE));
    svg.text(MARGIN, 80, 24, "sans", ACCENT, &shortened(&poster.framework, HEADING_LINE));
}

/// The ruler with the bands, the published figure hollow and the scenario's filled.
fn ruler(svg: &mut Svg, poster: &Poster) {
    let (top, height) = (250, 40);
    let mut to = Fraction::ONE;
    for zone in &poster.zones {
        let (left, right) = (MARGIN + length(zone.begins, RULER), MARGIN + length(to, RULER));
        to = zone.begins;
        let fill = if zone.is_here { "#e3edf6" } else { "#ffffff" };
        let _ = write!(
            svg.written,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{height}\" fill=\"{fill}\" stroke=\"{RULE}\"/>",
            right - left
        );
        svg.text(left + 8, top + 29, 24, "sans", SOFT, &zone.name);
        svg.text(left, top + 65, 22, "sans", SOFT, &zone.from);
    }
    for (mark, fill, stroke) in [(poster.published, "#ffffff", INK), (poster.now, ACCENT, ACCENT)] {
        let Some(mark) = mark else { continue };
        let x = MARGIN + length(mark, RULER);
        let _ = write!(
            svg.written,
            "<path d=\"M{x} {}v{}\" stroke=\"{stroke}\" stroke-width=\"3\"/>\
             <circle cx=\"{x}\" cy=\"{}\" r=\"9\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"3\"/>",
            top - 6,
            height + 12,
            top - 8
        );
    }
}

/// A bar for each part, on one scale, with a line at the published length; what there is no room for is counted.
fn bars(svg: &mut Svg, words: &Words, bars: &[Bar]) {
    let row = if bars.len() > FEW_PARTS { NARROW_ROW } else { ROW };
    let room = if bars.len() > PARTS { PARTS - 1 } else { PARTS };
    let mut y = 360;
    for bar in bars.iter().take(room) {
        svg.text(MARGIN, y, 22, "sans", INK, &shortened(&bar.name, 24));
        let left = MARGIN + 215;
        svg.rect(left, y - 17, length(bar.whole, BAR), 18, "#e9e8e3");
        let [from, to] = bar.earned.map(|share| length(share, BAR));
        svg.rect(left + from, y - 17, to - from, 18, ACCENT);
        if let Some(published) = bar.published {
            svg.rect(left + length(published, BAR) - 1, y - 21, 3, 26, INK);
        }
        svg.text(left + BAR + 14, y, 22, "sans", INK, &bar.figures);
        y += row;
    }
    if bars.len() > room {
        svg.text(MARGIN, y, 22, "sans", SOFT, &say::picture::more(words, &(bars.len() - room)));
    }
}

/// What the scenario changes, as far as there is room; what is left out is counted. Its heading has two lines
/// at most.
fn changes(svg: &mut Svg, words: &Words, poster: &Poster) {
    let left = MARGIN + BARS + 40;
    let heading = wrapped(&poster.heading);
    for (line, y) in heading.iter().zip((360..).step_by(31)) {
        svg.text(left, y, 22, "sans bold", INK, line);
    }
    let (room, top) = match heading.len() {
        0 | 1 => (LINES, 392),
        _ => (LINES - 1, 423),
    };
    let all = &poster.changes;
    let mut lines: Vec<String> = Vec::new();
    let mut shown = 0;
    for change in all {
        let wrapped = wrapped(change);
        let more = if shown + 1 < all.len() { 1 } else { 0 };
        if lines.len() + wrapped.len() + more > room {
            break;
        }
        lines.extend(wrapped);
        shown += 1;
    }
    match all.len() - shown {
        0 if all.is_empty() => lines.push(poster.nothing.clone()),
        0 => {}
        rest => lines.push(say::picture::more(words, &rest)),
    }
    for (line, y) in lines.iter().zip((top..).step_by(31)) {
        svg.text(left, y, 22, "sans", INK, line);
    }
}

struct Svg {
    written: String,
}

impl Svg {
    fn rect(&mut self, x: i32, y: i32, width: i32, height: i32, fill: &str) {
        let _ = write!(
            self.written,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        );
    }

    /// A line of text; `face` is `sans` or `serif`, with `bold` behind it or not.
    fn text(&mut self, x: i32, y: i32, size: i32, face: &str, fill: &str, words: &str) {
        let family = if face.starts_with("serif") { "Georgia, serif" } else { "system-ui, sans-serif" };
        let weight = if face.ends_with("bold") { 600 } else { 400 };
        let _ = write!(
            self.written,
            "<text x=\"{x}\" y=\"{y}\" font-family=\"{family}\" font-size=\"{size}\" font-weight=\"{weight}\" \
             fill=\"{fill}\">{}</text>",
            escaped(words)
        );
    }
}

/// A length on a scale, in whole units.
fn length(share: Fraction, whole: i32) -> i32 {
    let scaled = share.clamp(Fraction::ZERO, Fraction::ONE).times(Fraction::whole(i64::from(whole)));
    scaled.and_then(|scaled| scaled.floor().0.try_into().ok()).unwrap_or(whole)
}

/// The words in lines of at most [`LETTERS`] letters; a longer word has a line to itself.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn shortened(words: &str, letters: usize) -> String {
    match words.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

/// The words as XML, without letters that XML does not know.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            control if control.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}
