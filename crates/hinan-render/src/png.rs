//! Pictures as pixels.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree, fontdb, roxmltree};

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
pub const FAMILY: &str = "Noto Sans";

const REGULAR: &[u8] = include_bytes!("../letters/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../letters/NotoSans-Bold.ttf");

/// The letters that hinan brings, as fonts: regular, bold. Latin, Cyrillic, Greek.
pub fn embedded_letters() -> [&'static [u8]; 2] {
    [REGULAR, BOLD]
}

/// Draws an SVG document as a PNG file, `scale` pixels for each of its units: 2 for print.
///
/// # Errors
/// Where it is no SVG, or the picture has no pixel or too many.
pub fn png(svg: &str, scale: f32, letters: Letters) -> Result<Vec<u8>, PngError> {
    let tree = read(svg, letters)?;
    let (width, height) = ((tree.size().width() * scale).ceil(), (tree.size().height() * scale).ceil());
    let too_large = PngError::Size { width, height };
    if !(width >= 1.0 && height >= 1.0 && width * height <= MOST_PIXELS) {
        return Err(too_large);
    }
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Encode(error.to_string()))
}

/// The signs in the texts of an SVG document that no font at hand has, in order: they, and
/// whatever else in the same text the embedded letters lack, are drawn as boxes. A caller who finds any should say so, and that the SVG
/// itself shows them where it is opened with such fonts.
///
/// # Errors
/// Where it is no SVG.
pub fn lacking(svg: &str, letters: Letters) -> Result<Vec<char>, PngError> {
    let document = roxmltree::Document::parse(svg).map_err(resvg::usvg::Error::ParsingFailed)?;
    let texts =
        document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
    let mut signs: Vec<char> = texts.flat_map(str::chars).filter(|sign| !is_invisible(*sign)).collect();
    signs.sort_unstable();
    signs.dedup();
    let fonts = fonts(letters);
    for face in fonts.faces() {
        if signs.is_empty() {
            break;
        }
        fonts.with_face_data(face.id, |data, index| {
            if let Ok(face) = ttf_parser::Face::parse(data, index) {
                signs.retain(|sign| face.glyph_index(*sign).is_none());
            }
        });
    }
    Ok(signs)
}

/// Whether a sign has no shape: spaces, and what only directs the signs around it.
fn is_invisible(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A document with its texts as outlines.
fn read(svg: &str, letters: Letters) -> Result<Tree, PngError> {
    let select_fallback =
        |sign: char, used: &[fontdb::ID], fonts: &mut Arc<fontdb::Database>| font_with(sign, used, fonts);
    let options = Options {
        fontdb: fonts(letters),
        font_family: FAMILY.to_owned(),
        font_resolver: FontResolver { select_fallback: Box::new(select_fallback), ..FontResolver::default() },
        ..Options::default()
    };
    Ok(Tree::from_str(svg, &options)?)
}

/// Of the fonts that have a sign the one that is most like the first that was used: as bold, as
/// upright, as wide; of equals the first.
fn font_with(sign: char, used: &[fontdb::ID], fonts: &fontdb::Database) -> Option<fontdb::ID> {
    let wanted = fonts.face(*used.first()?)?;
    let unlike = |face: &fontdb::FaceInfo| {
        (
            face.style != wanted.style,
            face.stretch != wanted.stretch,
            face.monospaced,
            face.weight.0.abs_diff(wanted.weight.0),
        )
    };
    let mut faces: Vec<&fontdb::FaceInfo> = fonts.faces().filter(|face| !used.contains(&face.id)).collect();
    faces.sort_by_key(|face| unlike(face));
    let has_sign = |face: &&fontdb::FaceInfo| {
        let look = |data: &[u8], index| {
            ttf_parser::Face::parse(data, index).is_ok_and(|face| face.glyph_index(sign).is_some())
        };
        fonts.with_face_data(face.id, look).unwrap_or(false)
    };
    faces.into_iter().find(has_sign).map(|face| face.id)
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
