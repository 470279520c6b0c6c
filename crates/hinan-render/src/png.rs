//! Pictures as pixels.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// Which letters may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Those that hinan brings: Latin, Cyrillic, Greek. The same bytes on every machine; signs of
    /// other scripts become boxes.
    Embedded,
    /// Those, and for other scripts the fonts of this machine. What they look like, and the bytes,
    /// depend on the machine.
    WithSystem,
}

/// Why a picture could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// No SVG that resvg can draw.
    #[error("the picture is no SVG that can be drawn: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// Too large, or no pixel at all.
    #[error("a picture of {width} by {height} pixels cannot be drawn: at most {MOST_PIXELS} in all")]
    Size {
        /// Pixels across.
        width: f32,
        /// Pixels up.
        height: f32,
    },
    /// The encoder refused.
    #[error("the pixels cannot be written: {0}")]
    Encode(String),
}

/// Most pixels of a picture: 400 MB in memory.
const MOST_PIXELS: f32 = 1e8;

/// The family that pictures ask for.
pub(crate) const FAMILY: &str = "Noto Sans";

const REGULAR: &[u8] = include_bytes!("../letters/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../letters/NotoSans-Bold.ttf");

/// Draws an SVG document as a PNG file, `scale` pixels for each of its units: 2 for print.
///
/// # Errors
/// Where it is no SVG, or the picture has no pixel or too many.
pub fn png(svg: &str, scale: f32, letters: Letters) -> Result<Vec<u8>, PngError> {
    let options = Options { fontdb: fonts(letters), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options)?;
    let (width, height) = ((tree.size().width() * scale).ceil(), (tree.size().height() * scale).ceil());
    let too_large = PngError::Size { width, height };
    if !(width >= 1.0 && height >= 1.0 && width * height <= MOST_PIXELS) {
        return Err(too_large);
    }
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Encode(error.to_string()))
}

/// Fonts are read once: a city has thousands of posters.
fn fonts(letters: Letters) -> Arc<fontdb::Database> {
    static EMBEDDED: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| Arc::new(embedded()));
    static WITH_SYSTEM: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut fonts = embedded();
        fonts.load_system_fonts();
        Arc::new(fonts)
    });
    Arc::clone(match letters {
        Letters::Embedded => &EMBEDDED,
        Letters::WithSystem => &WITH_SYSTEM,
    })
}

fn embedded() -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    fonts
}
