//! Draws a map, from the ground up.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use hinan_model::Bounds;
use hinan_model::area::Ring;

use super::frame::Frame;
use super::labels::{Rect, Taken};
use super::{Dot, Ground, GroundKind, Layout, Look, Map, Shape};
use crate::svg::{Anchor, INK, Short, Style, Svg, text_width, wrap};

const MARGIN: f64 = 20.0;
/// The column of the legend.
const LEGEND: f64 = 240.0;
/// Below the ground there are the scale bar and the arrow to the north.
const BELOW: f64 = 34.0;

const KEY: Style = Style::of(12.5);
const NOTE: Style = Style::of(10.5).grey();
const SHELTER_NAME: Style = Style::of(10.5).halo();
const DISC_RADIUS: f64 = 9.0;
const DISC: &str = "#0b3d2e";
const DISC_NAME: Style = Style { colour: "#ffffff", ..Style::of(11.0).bold() };
const DISTRICT_NAME: Style = Style::of(12.0).bold().grey().halo();

/// The side of such a square.
const CELL: f64 = 5.0;
/// Names are tried for so many shelters: the rest would find no room.
const MOST_NAMES: usize = 400;
/// Radii of dots, and the people up to which they go.
const SIZES: [(f64, u32); 4] = [(1.4, 5), (1.9, 20), (2.7, 100), (4.0, u32::MAX)];

/// The sizes of a layout.
struct Sheet {
    width: f64,
    /// The least and the most height of the ground.
    heights: (f64, f64),
    title: Style,
    subtitle: Style,
    is_legend_beside: bool,
    /// More dots than these are joined in squares.
    most_dots: usize,
}

impl Sheet {
    const PAGE: Sheet = Sheet {
        width: 1000.0,
        heights: (320.0, 1100.0),
        title: Style::of(20.0).bold(),
        subtitle: Style::of(14.0).grey(),
        is_legend_beside: true,
        most_dots: 20_000,
    };
    const COLUMN: Sheet = Sheet {
        width: 480.0,
        heights: (240.0, 560.0),
        title: Style::of(15.0).bold(),
        subtitle: Style::of(12.5).grey(),
        is_legend_beside: false,
        most_dots: 6_000,
    };
}

pub fn draw(map: &Map) -> String {
    let sheet = match map.layout {
        Layout::Page => Sheet::PAGE,
        Layout::Column => Sheet::COLUMN,
    };
    let width = sheet.width - 2.0 * MARGIN;
    let title = wrap(&map.title, width, sheet.title, 3);
    let subtitle = match map.subtitle.as_str() {
        "" => Vec::new(),
        subtitle => wrap(subtitle, width, sheet.subtitle, 3),
    };
    let notes: Vec<String> = map.notes.iter().flat_map(|note| wrap(note, width, NOTE, 4)).collect();
    let (title_line, subtitle_line) = (sheet.title.size * 1.25, sheet.subtitle.size * 1.35);
    let title_end = 12.0 + title_line * title.len() as f64;
    let top = title_end + subtitle_line * subtitle.len() as f64 + 12.0;
    let ground = if sheet.is_legend_beside { width - LEGEND - MARGIN } else { width };
    let frame = Frame::new(map.bounds, MARGIN, top, ground, sheet.heights);
    let dots = Dots::of(map, &frame, sheet.most_dots);
    let legend = if sheet.is_legend_beside { LEGEND } else { width };
    let keys = keys(map, &dots, legend);
    let keys_height: f64 = keys.iter().map(Key::height).sum();
    let (legend_left, legend_top) = match sheet.is_legend_beside {
        true => (frame.right() + MARGIN, top),
        false => (MARGIN, frame.bottom() + BELOW + 4.0),
    };
    // What stands below the map, then the notes.
    let map_end = match sheet.is_legend_beside {
        true => frame.bottom().max(top + keys_height) + BELOW,
        false => legend_top + keys_height,
    };
    let height = map_end + 14.0 * notes.len() as f64 + 14.0;

    let mut svg = Svg::new(sheet.width, height, &map.title);
    block(&mut svg, &title, 12.0, title_line, sheet.title);
    block(&mut svg, &subtitle, title_end, subtitle_line, sheet.subtitle);
    draw_ground(&mut svg, map, &frame);
    dots.draw(&mut svg, map);
    draw_areas(&mut svg, map, &frame);
    svg.add("</g>\n");
    draw_shelters(&mut svg, map, &frame);
    draw_numbered(&mut svg, map, &frame);
    svg.add(&format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{INK}\"/>\n",
        Short(frame.left),
        Short(frame.top),
        Short(frame.width),
        Short(frame.height)
    ));
    draw_north(&mut svg, &frame, &map.words.north);
    draw_scale_bar(&mut svg, &frame);
    let mut y = legend_top;
    for key in &keys {
        key.draw(&mut svg, legend_left, y);
        y += key.height();
    }
    block(&mut svg, &notes, map_end, 14.0, NOTE);
    svg.finish()
}

/// Lines of text below each other from `top`.
fn block(svg: &mut Svg, lines: &[String], top: f64, height: f64, style: Style) {
    for (number, line) in (1..).zip(lines) {
        svg.text(MARGIN, top + height * f64::from(number) - height * 0.25, style, line);
    }
}

/// Paper and streets; opens the group that is cut at the frame.
fn draw_ground(svg: &mut Svg, map: &Map, frame: &Frame) {
    let (x, y, width, height) =
        (Short(frame.left), Short(frame.top), Short(frame.width), Short(frame.height));
    svg.add(&format!(
        "<defs><clipPath id=\"frame\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath>\
         {HATCHING}</defs>\n<g clip-path=\"url(#frame)\">\n\
         <rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"#fafaf8\"/>\n"
    ));
    svg.add(&format!(
        "<path transform=\"scale(0.1)\" d=\"{}\" fill=\"none\" stroke=\"#c2c2c2\" stroke-width=\"8\" \
         stroke-linecap=\"round\"/>\n",
        streets(map, frame)
    ));
}

/// Lines and hatching of areas, over the dots: forbidden ground outranks everything, and a border
/// under a crowd of dots would not be seen. Between the lines of the hatching dots stay visible.
fn draw_areas(svg: &mut Svg, map: &Map, frame: &Frame) {
    let ground = |kind| map.areas.iter().filter(move |ground| ground.kind == kind);
    for district in ground(GroundKind::District) {
        let path = outline(district, frame);
        svg.add(&format!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"3.2\" stroke-opacity=\"0.8\"/>\n\
             <path d=\"{path}\" {DISTRICT_LINE}/>\n"
        ));
    }
    for forbidden in ground(GroundKind::Forbidden) {
        svg.add(&format!("<path d=\"{}\" fill-rule=\"evenodd\" {FORBIDDEN}/>\n", outline(forbidden, frame)));
    }
}

const HATCHING: &str = "<pattern id=\"hatching\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
    patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"7\" fill=\"#8c0d0d\"/></pattern>";

const FORBIDDEN: &str = "fill=\"url(#hatching)\" stroke=\"#8c0d0d\" stroke-width=\"1.6\"";

const DISTRICT_LINE: &str =
    "fill=\"none\" stroke=\"#3d3d3d\" stroke-width=\"1.3\" stroke-dasharray=\"7 3 1.5 3\"";

/// The rings of some ground. Corners that fall together are drawn once.
fn outline(ground: &Ground, frame: &Frame) -> String {
    let ring = |ring: &Ring| {
        let mut corners: Vec<(i64, i64)> = ring
            .iter()
            .map(|place| frame.point(*place))
            .map(|(x, y)| (libm::round(x * 10.0) as i64, libm::round(y * 10.0) as i64))
            .collect();
        corners.dedup();
        let points: Vec<(f64, f64)> =
            corners.into_iter().map(|(x, y)| (x as f64 / 10.0, y as f64 / 10.0)).collect();
        crate::svg::polyline(&points) + "Z"
    };
    ground.area.rings.iter().map(ring).collect()
}

/// All streets as one path in tenths of a unit. Pieces are put on a grid of half a unit, and those
/// that fall together are drawn once, so that a map does not grow with what nobody can see.
fn streets(map: &Map, frame: &Frame) -> String {
    const GRID: f64 = 2.0;
    const TENTHS: i64 = 5;
    let snap = |v: f64| libm::round(v * GRID) as i64;
    let mut pieces: Vec<[(i64, i64); 2]> = map
        .streets
        .iter()
        .map(|&[a, b]| (frame.point(a), frame.point(b)))
        .filter(|&(a, b)| frame.may_cross(a, b))
        .map(|(a, b)| [(snap(a.0), snap(a.1)), (snap(b.0), snap(b.1))])
        .filter(|[a, b]| a != b)
        .collect();
    drop_doubles(&mut pieces);
    let mut path = String::new();
    let mut pen = None;
    for [a, b] in pieces {
        // Writing to a text cannot fail.
        if pen != Some(a) {
            write!(path, "M{} {}", a.0 * TENTHS, a.1 * TENTHS).ok();
        }
        write!(path, "l{} {}", (b.0 - a.0) * TENTHS, (b.1 - a.1) * TENTHS).ok();
        pen = Some(b);
    }
    path
}

/// Keeps the first of all pieces between the same two points, in their order.
fn drop_doubles(pieces: &mut Vec<[(i64, i64); 2]>) {
    let mut keyed: Vec<([(i64, i64); 2], usize)> =
        pieces.iter().enumerate().map(|(index, &[a, b])| ([a.min(b), a.max(b)], index)).collect();
    keyed.sort_unstable();
    keyed.dedup_by_key(|(key, _)| *key);
    let mut kept: Vec<usize> = keyed.into_iter().map(|(_, index)| index).collect();
    kept.sort_unstable();
    *pieces = kept.into_iter().map(|index| pieces[index]).collect();
}

/// Dots as they will be drawn: where a class has points of a size.
struct Dots {
    /// By class, the best first, and size.
    points: BTreeMap<(usize, usize), Vec<(f64, f64)>>,
    are_squares: bool,
}

impl Dots {
    fn of(map: &Map, frame: &Frame, most: usize) -> Dots {
        let last = map.classes.len().saturating_sub(1);
        let class = |dot: &Dot| usize::from(dot.class).min(last);
        let seen: Vec<(&Dot, (f64, f64))> = map
            .dots
            .iter()
            .map(|dot| (dot, frame.point(dot.place)))
            .filter(|(_, point)| frame.holds(*point))
            .collect();
        let mut points: BTreeMap<(usize, usize), Vec<(f64, f64)>> = BTreeMap::new();
        let are_squares = seen.len() > most;
        if are_squares {
            for (point, class) in squares(seen.iter().map(|(dot, p)| (*p, class(dot), dot.people)), frame) {
                points.entry((class, 0)).or_default().push(point);
            }
        } else {
            for (dot, point) in seen {
                let size = SIZES.iter().position(|(_, most)| dot.people <= *most).unwrap_or(0);
                points.entry((class(dot), size)).or_default().push(point);
            }
        }
        Dots { points, are_squares }
    }

    /// The worst class comes last and lies on top: nobody in need is hidden by somebody in time.
    fn draw(&self, svg: &mut Svg, map: &Map) {
        for (&(class, size), points) in &self.points {
            let Some(class) = map.classes.get(class) else { continue };
            let markup = if self.are_squares {
                path_of_squares(points, class.look.colour)
            } else {
                path_of_dots(points, class.look, SIZES[size].0)
            };
            svg.add(&markup);
        }
    }
}

/// Joins dots in squares: for each its corner and the class of its middle person, of an even number
/// the worse of the middle two. Where nobody lives at any dot of a square, dots count as one each.
fn squares(dots: impl Iterator<Item = ((f64, f64), usize, u32)>, frame: &Frame) -> Vec<((f64, f64), usize)> {
    // Row and column, class, people.
    let mut dots: Vec<((u32, u32), usize, u64)> = dots
        .map(|((x, y), class, people)| {
            let cell = (((y - frame.top) / CELL) as u32, ((x - frame.left) / CELL) as u32);
            (cell, class, u64::from(people))
        })
        .collect();
    dots.sort_unstable();
    dots.chunk_by(|a, b| a.0 == b.0)
        .map(|cell| {
            let nobody = cell.iter().all(|dot| dot.2 == 0);
            let weight = |dot: &((u32, u32), usize, u64)| if nobody { 1 } else { dot.2 };
            let all: u64 = cell.iter().map(weight).sum();
            let mut so_far = 0;
            let middle = cell.iter().find(|dot| {
                so_far += weight(dot);
                so_far > all / 2
            });
            let (row, column) = cell[0].0;
            let corner = (frame.left + f64::from(column) * CELL, frame.top + f64::from(row) * CELL);
            (corner, middle.unwrap_or(&cell[0]).1)
        })
        .collect()
}

fn path_of_squares(corners: &[(f64, f64)], colour: &str) -> String {
    let side = Short(CELL);
    let squares: String =
        corners.iter().map(|&(x, y)| format!("M{} {}h{side}v{side}h-{side}z", Short(x), Short(y))).collect();
    format!("<path d=\"{squares}\" fill=\"{colour}\"/>\n")
}

fn path_of_dots(points: &[(f64, f64)], look: Look, radius: f64) -> String {
    let tenth = |v: f64| Short(libm::round(v * 10.0) / 10.0);
    let (r, d) = (tenth(radius), tenth(2.0 * radius));
    let shape = |&(x, y): &(f64, f64)| {
        let (left, top) = (tenth(x - radius), tenth(y - radius));
        match look.shape {
            // No length, and ends that are drawn all the same: few bytes.
            Shape::Disc | Shape::Square => format!("M{} {}h0", tenth(x), tenth(y)),
            Shape::Ring => format!("M{left} {}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0", tenth(y)),
            Shape::Cross => format!("M{left} {top}l{d} {d}m0 -{d}l-{d} {d}"),
        }
    };
    let path: String = points.iter().map(shape).collect();
    let (width, cap) = match look.shape {
        Shape::Disc => (d, "round"),
        Shape::Square => (d, "square"),
        Shape::Ring => (Short(1.0), "butt"),
        Shape::Cross => (Short(1.3), "butt"),
    };
    format!(
        "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" stroke-linecap=\"{cap}\"/>\n",
        look.colour
    )
}

/// The side of a shelter's square: smaller where there are many.
fn shelter_side(count: usize) -> f64 {
    match count {
        0..=200 => 9.0,
        201..=1500 => 6.5,
        _ => 4.5,
    }
}

fn square_of_shelter((x, y): (f64, f64), side: f64) -> String {
    format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{side}\" height=\"{side}\" fill=\"#ffffff\" stroke=\"#0b3d2e\" \
         stroke-width=\"{}\"/>\n",
        Short(x - side / 2.0),
        Short(y - side / 2.0),
        Short(side * 0.28)
    )
}

/// Squares first, then the names that have room, so that no name hides a square.
fn draw_shelters(svg: &mut Svg, map: &Map, frame: &Frame) {
    let points: Vec<((f64, f64), &str)> = map
        .shelters
        .iter()
        .map(|mark| (frame.point(mark.place), mark.name.as_str()))
        .filter(|(point, _)| frame.holds(*point))
        .collect();
    let side = shelter_side(points.len());
    let within = Rect {
        left: frame.left + 2.0,
        top: frame.top + 2.0,
        width: frame.width - 4.0,
        height: frame.height - 4.0,
    };
    let mut taken = Taken::new(within);
    for &((x, y), _) in &points {
        svg.add(&square_of_shelter((x, y), side));
        let half = side * 0.65;
        taken.take(Rect { left: x - half, top: y - half, width: 2.0 * half, height: 2.0 * half });
    }
    // No name lies below what is numbered.
    for (x, y) in map.numbered.iter().map(|mark| frame.point(mark.place)) {
        taken.take(Rect {
            left: x - DISC_RADIUS,
            top: y - DISC_RADIUS,
            width: 2.0 * DISC_RADIUS,
            height: 2.0 * DISC_RADIUS,
        });
    }
    draw_district_names(svg, map, frame, &mut taken);
    for &(point, name) in points.iter().filter(|(_, name)| !name.is_empty()).take(MOST_NAMES) {
        let Some(name) = wrap(name, 150.0, SHELTER_NAME, 1).into_iter().next() else { continue };
        let (width, height) = (text_width(&name, SHELTER_NAME), 12.0);
        let rect = |left, top| Rect { left, top, width, height };
        let (x, y) = point;
        let gap = side / 2.0 + 3.0;
        let candidates = [
            rect(x + gap, y - height / 2.0),
            rect(x - gap - width, y - height / 2.0),
            rect(x - width / 2.0, y - gap - height),
            rect(x - width / 2.0, y + gap),
        ];
        if let Some(found) = taken.place(candidates) {
            let middle = found.left + found.width / 2.0;
            svg.text(middle, found.top + 9.5, SHELTER_NAME.at(Anchor::Middle), &name);
        }
    }
}

/// The last first, so that the first lies on top.
fn draw_numbered(svg: &mut Svg, map: &Map, frame: &Frame) {
    for mark in map.numbered.iter().rev() {
        let point = frame.point(mark.place);
        if frame.holds(point) {
            draw_disc(svg, point, &mark.name);
        }
    }
}

fn draw_disc(svg: &mut Svg, (x, y): (f64, f64), name: &str) {
    svg.add(&format!(
        "<circle cx=\"{}\" cy=\"{}\" r=\"{DISC_RADIUS}\" fill=\"{DISC}\" stroke=\"#ffffff\" stroke-width=\"1.6\"/>\n",
        Short(x),
        Short(y)
    ));
    svg.text(x, y + 4.0, DISC_NAME.at(Anchor::Middle), name);
}

fn draw_district_names(svg: &mut Svg, map: &Map, frame: &Frame, taken: &mut Taken) {
    let named =
        map.areas.iter().filter(|ground| ground.kind == GroundKind::District && !ground.name.is_empty());
    for ground in named {
        let Some(Bounds { min, max }) = ground.area.bounds() else { continue };
        let ((left, bottom), (right, top)) = (frame.point(min), frame.point(max));
        let (width, height) = (text_width(&ground.name, DISTRICT_NAME), 14.0);
        if width > right - left {
            continue;
        }
        let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
        let candidate =
            |shift: f64| Rect { left: x - width / 2.0, top: y - height / 2.0 + shift, width, height };
        if let Some(found) = taken.place([0.0, -16.0, 16.0, -32.0, 32.0].map(candidate)) {
            svg.text(x, found.top + 11.0, DISTRICT_NAME.at(Anchor::Middle), &ground.name);
        }
    }
}

/// Below the map, where it hides nothing.
fn draw_north(svg: &mut Svg, frame: &Frame, word: &str) {
    let (x, y) = (frame.right() - 8.0, frame.bottom() + 7.0);
    svg.add(&format!("<path d=\"M{} {}l6 14h-12z\" fill=\"{INK}\"/>\n", Short(x), Short(y)));
    svg.text(x - 10.0, y + 12.0, Style::of(13.0).bold().at(Anchor::End), word);
}

fn draw_scale_bar(svg: &mut Svg, frame: &Frame) {
    let (metres, length) = frame.round_length(frame.width / 4.0);
    let name = if metres >= 1000.0 { format!("{} km", metres / 1000.0) } else { format!("{metres} m") };
    let y = frame.bottom() + 16.0;
    let end = frame.left + length;
    for (from, to) in [
        ((frame.left, y), (end, y)),
        ((frame.left, y - 5.0), (frame.left, y + 1.0)),
        ((end, y - 5.0), (end, y + 1.0)),
    ] {
        svg.line(from, to, INK, 2.0, "");
    }
    svg.text(end + 8.0, y + 2.0, KEY, &name);
}

/// One entry of the legend.
struct Key {
    sample: Sample,
    lines: Vec<String>,
}

enum Sample {
    Dot(Look),
    Square(&'static str),
    Shelter,
    Disc(String),
    District,
    Forbidden,
    Sizes,
    Nothing,
}

fn keys(map: &Map, dots: &Dots, width: f64) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut add = |sample, name: &str| {
        keys.push(Key { sample, lines: wrap(name, width - 34.0, KEY, 4) });
    };
    for class in &map.classes {
        let Look { colour, .. } = class.look;
        add(if dots.are_squares { Sample::Square(colour) } else { Sample::Dot(class.look) }, &class.name);
    }
    let has = |kind| map.areas.iter().any(|ground| ground.kind == kind);
    let has_sizes = map.dots.iter().any(|dot| dot.people > SIZES[0].1);
    if dots.are_squares {
        add(Sample::Nothing, &map.words.squares);
    } else if has_sizes {
        add(Sample::Sizes, &map.words.sizes);
    }
    if !map.shelters.is_empty() {
        add(Sample::Shelter, &map.words.shelter);
    }
    if let Some(first) = map.numbered.first() {
        add(Sample::Disc(first.name.clone()), &map.words.numbered);
    }
    if has(GroundKind::District) {
        add(Sample::District, &map.words.district);
    }
    if has(GroundKind::Forbidden) {
        add(Sample::Forbidden, &map.words.forbidden);
    }
    keys
}

impl Key {
    fn height(&self) -> f64 {
        16.0 * self.lines.len() as f64 + 7.0
    }

    fn draw(&self, svg: &mut Svg, left: f64, top: f64) {
        let (x, y) = (left + 12.0, top + 9.0);
        let (left_end, box_top) = (Short(left + 2.0), Short(y - 7.0));
        match &self.sample {
            Sample::Disc(name) => draw_disc(svg, (x, y), name),
            Sample::Dot(look) => svg.add(&path_of_dots(&[(x, y)], *look, 5.0)),
            Sample::Square(colour) => svg.add(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"11\" height=\"11\" fill=\"{colour}\"/>\n",
                Short(x - 5.5),
                Short(y - 5.5)
            )),
            Sample::Shelter => svg.add(&square_of_shelter((x, y), 9.0)),
            Sample::District => svg.add(&format!(
                "<rect x=\"{left_end}\" y=\"{box_top}\" width=\"20\" height=\"14\" {DISTRICT_LINE}/>\n"
            )),
            Sample::Forbidden => svg.add(&format!(
                "<rect x=\"{left_end}\" y=\"{box_top}\" width=\"20\" height=\"14\" {FORBIDDEN}/>\n"
            )),
            Sample::Sizes => {
                let dots = SIZES.iter().zip([2.0, 7.0, 14.0, 23.0]);
                for ((radius, _), shift) in dots {
                    let look = Look { colour: INK, shape: Shape::Disc };
                    svg.add(&path_of_dots(&[(left + shift - 1.0, y)], look, *radius));
                }
            }
            Sample::Nothing => {}
        }
        for (number, line) in (0..).zip(&self.lines) {
            svg.text(left + 34.0, top + 13.0 + 16.0 * f64::from(number), KEY, line);
        }
    }
}
