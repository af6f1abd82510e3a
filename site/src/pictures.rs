//! The calculator's icon as pictures of points, for systems that take no drawings.

use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::assets::{ICON, ICONS};
use crate::failure::{Failure, failed};
use crate::files::{read, root};

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
