//! Drawings as pictures of points, for systems that take no drawings: the calculator's icon, and a picture of each card.

use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::assets::{ICON, ICONS};
use crate::failure::{Failure, failed};
use crate::files::{read, root};
use crate::node;

/// The widths in which the icon is needed: for Apple's home screens, and two for everybody else's.
pub const SIZES: [u32; 3] = [180, 192, 512];

/// Writes the icon as a drawing and in every width.
///
/// # Errors
/// When the drawing cannot be read or a picture not be written.
pub fn write_icons(staging: &Path) -> Result<(), Failure> {
    let file = root().join("style/icon.svg");
    let drawing = read(&file)?;
    let tree = Tree::from_str(&drawing, &Options::default()).map_err(|error| failed(&file, error))?;
    ICON.write(staging, &drawing)?;
    for size in SIZES {
        let mut picture = Pixmap::new(size, size).ok_or_else(|| failed(&file, "expected a size"))?;
        let scale = size as f32 / tree.size().width();
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        let encoded = picture.encode_png().map_err(|error| failed(&file, error))?;
        ICONS.write(staging, size, encoded)?;
    }
    Ok(())
}

/// How wide the pictures of cards are: networks that show links ask for 600 at least.
const CARD_WIDTH: u32 = 720;

/// Letters for drawings, the same on every machine.
const FONTS: [&str; 3] = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf"];

/// What makes pictures of drawings that have texts in them.
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// Reads the letters.
    ///
    /// # Errors
    /// When npm's packages cannot be installed, or a font cannot be read.
    pub fn new() -> Result<Self, Failure> {
        let mut options = Options::default();
        let fonts = options.fontdb_mut();
        for font in FONTS {
            let file = node::package("dejavu-fonts-ttf")?.join("ttf").join(font);
            fonts.load_font_data(std::fs::read(&file).map_err(|error| failed(&file, error))?);
        }
        fonts.set_sans_serif_family("DejaVu Sans");
        fonts.set_serif_family("DejaVu Serif");
        Ok(Self { options })
    }

    /// A drawing of a card as a PNG picture.
    ///
    /// # Errors
    /// When it is no drawing.
    pub fn paint(&self, drawing: &str) -> Result<Vec<u8>, Failure> {
        let wrong = |reason: String| Failure::Missing(format!("a card’s picture: {reason}"));
        let tree = Tree::from_str(drawing, &self.options).map_err(|error| wrong(error.to_string()))?;
        let scale = CARD_WIDTH as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut picture =
            Pixmap::new(CARD_WIDTH, height).ok_or_else(|| wrong("expected a size".to_owned()))?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        picture.encode_png().map_err(|error| wrong(error.to_string()))
    }
}

/// The width and height of a PNG picture, as its header says.
///
/// # Errors
/// When the file cannot be read or is none.
pub fn size(picture: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(picture).map_err(|error| failed(picture, error))?;
    let number = |from: usize| bytes.get(from..from + 4)?.try_into().ok().map(u32::from_be_bytes);
    match (number(16), number(20)) {
        (Some(width), Some(height)) => Ok(format!("{width}x{height}")),
        _ => Err(failed(picture, "expected a PNG picture")),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use resvg::tiny_skia::Pixmap;

    use super::{CARD_WIDTH, Painter};

    #[test]
    fn letters_are_drawn_on_every_machine() {
        let painter = Painter::new().unwrap();
        let dark = |text: &str| {
            let drawing = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">\
                 <rect width=\"1200\" height=\"630\" fill=\"#ffffff\"/>{text}</svg>"
            );
            let picture = Pixmap::decode_png(&painter.paint(&drawing).unwrap()).unwrap();
            assert_eq!(picture.width(), CARD_WIDTH);
            picture.pixels().iter().filter(|pixel| pixel.red() < 128).count()
        };
        assert_eq!(dark(""), 0);
        for family in ["system-ui, sans-serif", "Georgia, serif"] {
            let text = |words: &str| {
                format!("<text x=\"9\" y=\"99\" font-size=\"64\" font-family=\"{family}\">{words}</text>")
            };
            assert!(dark(&text("Ñandú")) > dark(&text("N")), "{family}");
            assert!(dark(&text("N")) > 100, "{family}");
        }
    }
}
