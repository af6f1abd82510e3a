//! A scenario as a picture to share: SVG, 1200 by 630, with text as text.

use std::fmt::Write;

use crate::{Baseline, Change, Difference, Evaluation, Headline, Imprint, Points, Words, say, sureness};

const WIDTH: i32 = 1200;
const MARGIN: i32 = 56;
/// Where the ruler and the bars begin and how long they are.
const RULER: i32 = WIDTH - 2 * MARGIN;
const BARS: i32 = 600;
const INK: &str = "#1b1d21";
const SOFT: &str = "#54585f";
const RULE: &str = "#85888e";
const ACCENT: &str = "#1d4f7c";
/// How many lines of changes there is room for, and how many letters fit in one.
const LINES: usize = 6;
const LETTERS: usize = 38;

/// The card of a scenario as SVG. No letter is smaller than 22 units, so it can be read at half its size.
pub fn picture(baseline: &Baseline, tree: &Evaluation, imprint: &Imprint) -> String {
    let words = baseline.words();
    let headline = Headline::new(baseline, tree);
    let (framework, card) = (baseline.framework(), baseline.card());
    let title = format!("{}: {}", card.jurisdiction, headline.in_words(words));
    let mut svg = Svg { written: String::new() };
    let _ = write!(
        svg.written,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} 630\" width=\"{WIDTH}\" height=\"630\" \
         role=\"img\" aria-label=\"{0}\"><title>{0}</title>",
        escaped(&title)
    );
    svg.rect(0, 0, WIDTH, 630, "#ffffff");
    svg.rect(0, 0, WIDTH, 12, ACCENT);
    let subject = format!("{}, {}", card.jurisdiction, framework.title);
    svg.text(MARGIN, 66, 28, "sans bold", ACCENT, &subject);
    svg.text(MARGIN - 4, 226, 176, "serif", ACCENT, &headline.grade);
    svg.text(
        MARGIN + 150,
        160,
        64,
        "serif",
        INK,
        &say::picture::points(words, &headline.total, &headline.max),
    );
    let published = &card.published;
    let against = match tree.scenario.is_baseline() {
        true => headline.standing(words),
        false => say::picture::against(words, &headline.standing(words), &published.total, &published.grade),
    };
    svg.text(MARGIN + 150, 212, 28, "sans", SOFT, &against);
    ruler(&mut svg, baseline, tree);
    bars(&mut svg, baseline, tree);
    changes(&mut svg, words, &Difference::new(baseline, tree));
    let note = match tree.scenario.is_baseline() {
        true => say::picture::published(words, &framework.publisher, &imprint.date),
        false => say::picture::not_official(words, &imprint.date),
    };
    svg.text(MARGIN, 582, 22, "sans", INK, &sureness(baseline, tree));
    svg.text(MARGIN, 612, 22, "sans", SOFT, &note);
    svg.written.push_str("</svg>");
    svg.written
}

/// From no points to the most, with the bands, the published total hollow and the scenario's filled.
fn ruler(svg: &mut Svg, baseline: &Baseline, tree: &Evaluation) {
    let max = baseline.framework().max;
    let (top, height) = (250, 40);
    let mut to = max;
    for band in baseline.bands() {
        let from = band.from.max(Points::ZERO);
        let (left, right) = (MARGIN + length(from, max, RULER), MARGIN + length(to, max, RULER));
        to = from;
        let fill = if *band == tree.band { "#e3edf6" } else { "#ffffff" };
        let _ = write!(
            svg.written,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{height}\" fill=\"{fill}\" stroke=\"{RULE}\"/>",
            right - left
        );
        svg.text(left + 8, top + 29, 24, "sans", SOFT, &band.grade);
        svg.text(left, top + 65, 22, "sans", SOFT, &baseline.words().number(&from));
    }
    let mark = |points| MARGIN + length(points, max, RULER);
    for (points, fill, stroke) in
        [(baseline.card().published.total, "#ffffff", INK), (tree.total, ACCENT, ACCENT)]
    {
        let x = mark(points);
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

/// A bar for each section, on one scale, with a line at the published length.
fn bars(svg: &mut Svg, baseline: &Baseline, tree: &Evaluation) {
    let longest = baseline.sections().iter().map(|section| section.max).max().unwrap_or(Points::ZERO);
    let width = 165;
    let mut y = 360;
    for score in &tree.sections {
        let section = &score.section;
        svg.text(MARGIN, y, 22, "sans", INK, &shortened(&format!("{} {}", section.id, section.short), 24));
        let left = MARGIN + 215;
        svg.rect(left, y - 17, length(section.max, longest, width), 18, "#e9e8e3");
        svg.rect(left, y - 17, length(score.points, longest, width), 18, ACCENT);
        svg.rect(left + length(section.published, longest, width) - 1, y - 21, 3, 26, INK);
        let words = baseline.words();
        let points = say::picture::points(words, &score.points, &section.max);
        let figures = match score.points - section.published {
            Points::ZERO => points,
            difference => format!("{points}, {}", Change(difference).in_words(words)),
        };
        svg.text(left + width + 14, y, 22, "sans", INK, &figures);
        y += 35;
    }
}

/// What the scenario changes, as far as there is room; what is left out is counted. Its heading has two lines
/// at most.
fn changes(svg: &mut Svg, words: &Words, difference: &Difference) {
    let left = MARGIN + BARS + 40;
    let heading = wrapped(&say::picture::law(words, &difference.in_words(words)));
    for (line, y) in heading.iter().zip((360..).step_by(31)) {
        svg.text(left, y, 22, "sans bold", INK, line);
    }
    let (room, top) = match heading.len() {
        0 | 1 => (LINES, 392),
        _ => (LINES - 1, 423),
    };
    let added = difference.added.iter().map(|provision| format!("+ {}", provision.label));
    let removed = difference.removed.iter().map(|provision| format!("− {}", provision.label));
    let all: Vec<String> = added.chain(removed).collect();
    let mut lines: Vec<String> = Vec::new();
    let mut shown = 0;
    for change in &all {
        let wrapped = wrapped(change);
        let more = if shown + 1 < all.len() { 1 } else { 0 };
        if lines.len() + wrapped.len() + more > room {
            break;
        }
        lines.extend(wrapped);
        shown += 1;
    }
    match all.len() - shown {
        0 if all.is_empty() => lines.push(say::picture::nothing(words)),
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

/// A length on a scale from no points to `max`, never off it.
fn length(points: Points, max: Points, whole: i32) -> i32 {
    (points.quarters().max(0) * whole / max.quarters().max(1)).min(whole)
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
