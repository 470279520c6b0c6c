//! SVG documents of posters as pages of a PDF, with real text: it can be searched, copied and read aloud.
//!
//! What is drawn here is what posters consist of: paths in plain colours, clips, texts. The document is
//! read by the library that also makes pixels of it, so that both look alike.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use resvg::tiny_skia::PathSegment;
use resvg::usvg::{self, FontResolver, Group, Node, Options, PaintOrder, Tree, fontdb};

use crate::letters::LetterCase;
use crate::sheet::Paper;

/// Why a PDF could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// No SVG.
    #[error("a page is no SVG that can be drawn: {0}")]
    Svg(#[from] usvg::Error),
    /// The writer refused.
    #[error("the PDF cannot be written: {0}")]
    Write(String),
}

/// The SVG documents `pages` as one PDF on `paper`. `title` and `language` (as BCP 47 writes it) are for
/// those who have it read to them.
///
/// # Errors
/// Where a page is no SVG, or a font cannot be put into the file.
pub fn pdf(
    pages: &[String],
    title: &str,
    language: &str,
    paper: Paper,
    case: &LetterCase,
) -> Result<Vec<u8>, PdfError> {
    let refused = || PdfError::Write("the size of the paper is none".to_owned());
    let mut document = Document::new_with(SerializeSettings::default());
    let metadata = Metadata::new().title(title.to_owned()).language(language.to_owned());
    document.set_metadata(metadata.producer("hinan".to_owned()));
    let (width, height) = paper.points();
    let mut fonts = Fonts::default();
    for svg in pages {
        let tree = read(svg, case)?;
        let mut page = document.start_page_with(PageSettings::from_wh(width, height).ok_or_else(refused)?);
        let mut surface = page.surface();
        let size = tree.size();
        surface.push_transform(&Transform::from_scale(width / size.width(), height / size.height()));
        draw_group(tree.root(), &mut surface, &mut fonts, tree.fontdb());
        surface.pop();
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| PdfError::Write(format!("{error:?}")))
}

fn read(svg: &str, case: &LetterCase) -> Result<Tree, PdfError> {
    let chosen = |sign: char, used: &[fontdb::ID], fonts: &mut Arc<fontdb::Database>| {
        let is_bold = fonts.face(*used.first()?)?.weight.0 >= 600;
        case.chosen.get(&(sign, is_bold)).copied().filter(|id| !used.contains(id))
    };
    let options = Options {
        fontdb: Arc::clone(&case.fonts),
        font_family: hinan_render::png::FAMILY.to_owned(),
        font_resolver: FontResolver { select_fallback: Box::new(chosen), ..FontResolver::default() },
        ..Options::default()
    };
    Ok(Tree::from_str(svg, &options)?)
}

/// Fonts of one file: each is put in once, however many pages use it.
#[derive(Default)]
struct Fonts(BTreeMap<fontdb::ID, Option<Font>>);

impl Fonts {
    fn get(&mut self, id: fontdb::ID, fonts: &fontdb::Database) -> Option<Font> {
        let load =
            || fonts.with_face_data(id, |data, index| Font::new(data.to_vec().into(), index)).flatten();
        self.0.entry(id).or_insert_with(load).clone()
    }
}

fn draw_group(group: &Group, surface: &mut Surface<'_>, fonts: &mut Fonts, all: &fontdb::Database) {
    surface.push_transform(&transform(group.transform()));
    let clip = group.clip_path().and_then(clip_of);
    if let Some((path, rule)) = &clip {
        surface.push_clip_path(path, rule);
    }
    for node in group.children() {
        match node {
            Node::Group(group) => draw_group(group, surface, fonts, all),
            Node::Path(path) => draw_path(path, surface),
            Node::Text(text) => draw_text(text, surface, fonts, all),
            // Posters have no pictures.
            Node::Image(_) => {}
        }
    }
    if clip.is_some() {
        surface.pop();
    }
    surface.pop();
}

/// The first path of a clip: posters clip by one.
fn clip_of(clip: &usvg::ClipPath) -> Option<(Path, FillRule)> {
    let Some(Node::Path(path)) = clip.root().children().first() else { return None };
    let rule = path.fill().map_or(FillRule::NonZero, |fill| rule(fill.rule()));
    Some((shape(path.data())?, rule))
}

fn draw_path(path: &usvg::Path, surface: &mut Surface<'_>) {
    let Some(shape) = shape(path.data()) else { return };
    surface.set_fill(path.fill().and_then(fill));
    surface.set_stroke(path.stroke().and_then(stroke));
    surface.draw_path(&shape);
}

/// Letters of one text that stand in one line and one font.
struct Run {
    font: fontdb::ID,
    start: resvg::tiny_skia::Transform,
    glyphs: Vec<(u32, f32, core::ops::Range<usize>)>,
    text: String,
}

fn draw_text(text: &usvg::Text, surface: &mut Surface<'_>, fonts: &mut Fonts, all: &fontdb::Database) {
    for span in text.layouted().iter().filter(|span| span.visible) {
        let size = span.font_size.get();
        for run in runs(span) {
            let Some(font) = fonts.get(run.font, all) else { continue };
            let glyphs: Vec<KrillaGlyph> = (0..run.glyphs.len()).map(|at| run.glyph(at, size)).collect();
            let draw = |surface: &mut Surface<'_>, outlined: bool| {
                surface.draw_glyphs(
                    Point::from_xy(0.0, 0.0),
                    &glyphs,
                    font.clone(),
                    &run.text,
                    size,
                    outlined,
                );
            };
            surface.push_transform(&transform(run.start));
            let (fill, stroke) = (span.fill.as_ref().and_then(fill), span.stroke.as_ref().and_then(stroke));
            if stroke.is_some() && span.paint_order == PaintOrder::StrokeAndFill {
                // The edge as shapes, so that the words are in the file once.
                surface.set_fill(None);
                surface.set_stroke(stroke);
                draw(surface, true);
                surface.set_stroke(None);
            } else {
                surface.set_stroke(stroke);
            }
            surface.set_fill(fill);
            draw(surface, false);
            surface.pop();
        }
    }
}

/// The letters of a span in runs: a run ends where the font or the line changes.
fn runs(span: &usvg::layout::Span) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for glyph in &span.positioned_glyphs {
        // From units of the font back to units of the page.
        let of_font = glyph.transform();
        let scale = of_font.sx.hypot(of_font.ky);
        let at = of_font.pre_scale(1.0 / scale, 1.0 / scale);
        let along = |run: &Run| {
            let (x, y) = (at.tx - run.start.tx, at.ty - run.start.ty);
            let (cos, sin) = (run.start.sx, run.start.ky);
            (x * cos + y * sin, y * cos - x * sin)
        };
        let fits = |run: &&mut Run| {
            let same = |a: f32, b: f32| (a - b).abs() < 1e-3;
            run.font == glyph.font
                && same(run.start.sx, at.sx)
                && same(run.start.ky, at.ky)
                && same(along(run).1, 0.0)
        };
        match runs.last_mut().filter(fits) {
            Some(run) => {
                let x = along(run).0;
                run.add(glyph, x);
            }
            None => {
                let mut run = Run { font: glyph.font, start: at, glyphs: Vec::new(), text: String::new() };
                run.add(glyph, 0.0);
                runs.push(run);
            }
        }
    }
    runs
}

impl Run {
    /// A glyph that only follows up another of the same letter has no text of its own.
    fn add(&mut self, glyph: &usvg::layout::PositionedGlyph, x: f32) {
        let start = self.text.len();
        self.text.push_str(&glyph.text);
        let range = match self.glyphs.last() {
            Some((_, _, before)) if glyph.text.is_empty() => before.clone(),
            _ => start..self.text.len(),
        };
        self.glyphs.push((u32::from(glyph.id.0), x, range));
    }

    fn glyph(&self, at: usize, size: f32) -> KrillaGlyph {
        let (id, x, range) = &self.glyphs[at];
        let next = self.glyphs.get(at + 1).map_or(*x, |(_, next, _)| *next);
        KrillaGlyph::new(GlyphId::new(*id), (next - x) / size, 0.0, 0.0, 0.0, range.clone(), None)
    }
}

fn shape(path: &resvg::tiny_skia::Path) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(p) => builder.move_to(p.x, p.y),
            PathSegment::LineTo(p) => builder.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => builder.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => builder.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => builder.close(),
        }
    }
    builder.finish()
}

fn transform(t: resvg::tiny_skia::Transform) -> Transform {
    Transform::from_row(t.sx, t.ky, t.kx, t.sy, t.tx, t.ty)
}

/// A plain colour; posters have no others.
fn colour(paint: &usvg::Paint) -> Option<rgb::Color> {
    match paint {
        usvg::Paint::Color(colour) => Some(rgb::Color::new(colour.red, colour.green, colour.blue)),
        _ => None,
    }
}

fn opacity(opacity: usvg::Opacity) -> NormalizedF32 {
    NormalizedF32::new(opacity.get()).unwrap_or(NormalizedF32::ONE)
}

fn rule(rule: usvg::FillRule) -> FillRule {
    match rule {
        usvg::FillRule::NonZero => FillRule::NonZero,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    }
}

fn fill(fill: &usvg::Fill) -> Option<Fill> {
    let paint = colour(fill.paint())?.into();
    Some(Fill { paint, opacity: opacity(fill.opacity()), rule: rule(fill.rule()) })
}

fn stroke(stroke: &usvg::Stroke) -> Option<Stroke> {
    Some(Stroke {
        paint: colour(stroke.paint())?.into(),
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap: match stroke.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match stroke.linejoin() {
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
        },
        opacity: opacity(stroke.opacity()),
        dash: stroke
            .dasharray()
            .map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() }),
    })
}
