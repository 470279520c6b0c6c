//! The map of a poster: the ground around the door and its ways, streets as lines by how many minutes they
//! are from a shelter, the ways to A and B, names.
//!
//! Nothing on it needs a colour. North is up.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use hinan_city::route::Plan;
use hinan_city::{Route, place_of};
use hinan_model::drawing::Group;
use hinan_model::place::Plane;
use hinan_model::shelter::Visibility;
use hinan_model::{Area, AreaIndex, Bounds, DrawnClass, InTime, Place};
use hinan_render::svg::{Anchor, INK, Short, Style, Svg, escape, polyline, text_width};

use crate::lines::wrap;
use crate::press::Case;
use crate::words::Words;

/// A box on the sheet.
#[derive(Clone, Copy, Debug)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// A point on the sheet.
type Point = (f64, f64);

/// Minutes of a band.
const BAND_MINUTES: u32 = 3;
/// Streets by bands: 0 to 3, 3 to 6, 6 to 9, 9 to 12 minutes, longer or no way.
const BANDS: [&str; 5] = [
    "stroke=\"#2b2b2b\" stroke-width=\"2\"",
    "stroke=\"#2b2b2b\" stroke-width=\"1.7\" stroke-dasharray=\"6 1.8\"",
    "stroke=\"#3d3d3d\" stroke-width=\"1.4\" stroke-dasharray=\"2.6 2\"",
    "stroke=\"#4a4a4a\" stroke-width=\"1.3\" stroke-dasharray=\"0.1 2.7\" stroke-linecap=\"round\"",
    "stroke=\"#9a9a9a\" stroke-width=\"0.7\"",
];
/// More pieces of street than these on one map would be a black cloth: unnamed ones are left out.
const MOST_PIECES: usize = 7_000;
/// A map shows at least so much ground across.
const LEAST_MM: f64 = 320_000.0;
/// B is left beyond the edge where it would make the map so much smaller than A alone needs.
const MOST_FOR_B: f64 = 2.0;

/// From places to points of the sheet.
struct Frame {
    rect: Rect,
    plane: Plane,
    middle: Place,
    /// Units for a millimetre.
    scale: f64,
}

impl Frame {
    /// Shows all of `places` with some ground around them.
    fn around(rect: Rect, bounds: Bounds) -> Frame {
        let middle = bounds.min.towards(bounds.max, 1, 2);
        let plane = Plane::at(middle.lat_e7);
        let (east, north) = plane.offset_mm(bounds.min, bounds.max);
        // Room for the marks at the ends, and for the scale in a corner.
        let fit = |size: f64, room: f64| (room - 76.0).max(40.0) / size.max(1.0);
        let scale = fit(east, rect.width).min(fit(north, rect.height)).min(rect.width / LEAST_MM);
        Frame { rect, plane, middle, scale }
    }

    fn point(&self, place: Place) -> Point {
        let (east, north) = self.plane.offset_mm(self.middle, place);
        (
            self.rect.left + self.rect.width / 2.0 + east * self.scale,
            self.rect.top + self.rect.height / 2.0 - north * self.scale,
        )
    }

    /// The ground in the frame.
    fn bounds(&self) -> Bounds {
        let reach = |units: f64, mm_per_e7: f64| (units / 2.0 / self.scale / mm_per_e7).min(1e9) as i32;
        let north = reach(self.rect.height, self.plane.north_mm);
        let east = reach(self.rect.width, self.plane.east_mm.max(0.01));
        let at = |lat: i32, lon: i32| Place {
            lat_e7: self.middle.lat_e7.saturating_add(lat).clamp(-900_000_000, 900_000_000),
            lon_e7: self.middle.lon_e7.saturating_add(lon).clamp(-1_800_000_000, 1_800_000_000),
        };
        Bounds { min: at(-north, -east), max: at(north, east) }
    }

    fn holds(&self, (x, y): Point, edge: f64) -> bool {
        let Rect { left, top, width, height } = self.rect;
        x >= left + edge && x <= left + width - edge && y >= top + edge && y <= top + height - edge
    }
}

/// Draws the map into `rect`.
pub fn draw(svg: &mut Svg, rect: Rect, case: Case<'_>, route: &Route<'_>, words: &Words) {
    let Some(start) = route.from.place else { return };
    let lines: Vec<Vec<Place>> = route.plans.iter().map(places_of).collect();
    let frame = Frame::around(rect, bounds(start, &lines, rect));
    let streets = Streets::in_frame(case, &frame);
    let mut room = Room::new(rect);
    let Rect { left, top, width, height } = rect;
    let (x, y, w, h) = (Short(left), Short(top), Short(width), Short(height));
    svg.add(&format!(
        "<clipPath id=\"map\"><rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/></clipPath>\n\
         <g clip-path=\"url(#map)\">\n<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"#ffffff\"/>\n"
    ));
    let has_buildings = draw_ground(svg, case, &frame);
    streets.draw(svg, has_buildings);
    draw_forbidden(svg, case, &frame);
    let ways: Vec<Vec<Point>> = lines.iter().map(|line| points(line, &frame)).collect();
    draw_ways(svg, route, &ways, &mut room);
    draw_shelters(svg, case, route, &frame, &mut room);
    draw_marks(svg, start, route, &lines, &frame, &mut room, words);
    draw_corners(svg, &frame, words, &mut room);
    draw_names(svg, case, &streets, &frame, &mut room);
    svg.add(&format!(
        "</g>\n<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"none\" stroke=\"{INK}\" \
         stroke-width=\"1.2\"/>\n"
    ));
}

fn places_of(plan: &Plan<'_>) -> Vec<Place> {
    plan.line.iter().filter_map(|&[lon, lat]| Place::from_degrees(lat, lon)).collect()
}

/// The ground that has to be seen: the door, the way to A, and that to B where it is not far beyond.
fn bounds(start: Place, lines: &[Vec<Place>], rect: Rect) -> Bounds {
    let mut bounds = Bounds { min: start, max: start };
    let Some((first, others)) = lines.split_first() else { return bounds };
    bounds = first.iter().fold(bounds, |bounds, place| bounds.with(*place));
    for line in others {
        let larger = line.iter().fold(bounds, |bounds, place| bounds.with(*place));
        let scale = |bounds| Frame::around(rect, bounds).scale;
        if scale(larger) * MOST_FOR_B >= scale(bounds) {
            bounds = larger;
        }
    }
    bounds
}

/// The points of a line to a tenth of a unit, without those that nobody would see.
fn points(line: &[Place], frame: &Frame) -> Vec<Point> {
    const SEEN: f64 = 0.22;
    let tenth = |v: f64| libm::round(v * 10.0) / 10.0;
    let mut kept: Vec<Point> = Vec::with_capacity(line.len());
    for place in line {
        let (x, y) = frame.point(*place);
        let point = (tenth(x), tenth(y));
        if kept.last() == Some(&point) {
            continue;
        }
        // Of three points nearly in one line the middle one says nothing.
        if let [.., a, b] = kept.as_slice()
            && off(*b, *a, point) < SEEN
            && is_between(*b, *a, point)
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

fn is_between(point: Point, a: Point, b: Point) -> bool {
    (point.0 - a.0) * (b.0 - point.0) + (point.1 - a.1) * (b.1 - point.1) >= 0.0
}

/// Water, buildings, rails, roads that nobody walks. Says whether there are buildings.
fn draw_ground(svg: &mut Svg, case: Case<'_>, frame: &Frame) -> bool {
    let mut paths: BTreeMap<Group, String> = BTreeMap::new();
    let with_buildings = frame.scale > 1.1e-4;
    let wanted = |class: DrawnClass| match class.group() {
        Group::Building => with_buildings,
        Group::Water | Group::Waterway | Group::Rail | Group::Road => class != DrawnClass::Stream,
        Group::Green => matches!(class, DrawnClass::Park | DrawnClass::Wood | DrawnClass::Cemetery),
        Group::Bare | Group::Place => false,
    };
    case.city.region.drawing().visit(&frame.bounds(), wanted, |class, _, parts| {
        let group = class.group();
        let path = paths.entry(group).or_default();
        let is_closed = matches!(group, Group::Building | Group::Water | Group::Green);
        for part in parts.iter() {
            let points = points(part, frame);
            if points.len() > 1 {
                path.push_str(&polyline(&points));
                path.push_str(if is_closed { "Z" } else { "" });
            }
        }
    });
    let mut layer = |group: Group, look: &str| {
        if let Some(path) = paths.get(&group) {
            svg.add(&format!("<path d=\"{path}\" {look}/>\n"));
        }
    };
    layer(Group::Green, "fill=\"#f4f4f4\" fill-rule=\"evenodd\"");
    layer(Group::Water, "fill=\"#e2e2e2\" stroke=\"#707070\" stroke-width=\"0.6\" fill-rule=\"evenodd\"");
    if let Some(path) = paths.get(&Group::Water) {
        hatch(svg, path, "water", frame.rect, Hatch { gap: 5.0, width: 0.5, colour: "#9a9a9a", slope: 0.0 });
    }
    let mut layer = |group: Group, look: &str| {
        if let Some(path) = paths.get(&group) {
            svg.add(&format!("<path d=\"{path}\" {look}/>\n"));
        }
    };
    layer(Group::Waterway, "fill=\"none\" stroke=\"#9a9a9a\" stroke-width=\"2.2\"");
    layer(Group::Building, "fill=\"#e9e9e9\" stroke=\"#bdbdbd\" stroke-width=\"0.35\" fill-rule=\"evenodd\"");
    layer(Group::Road, "fill=\"none\" stroke=\"#c9c9c9\" stroke-width=\"2.4\"");
    layer(Group::Rail, "fill=\"none\" stroke=\"#8a8a8a\" stroke-width=\"1.5\"");
    layer(Group::Rail, "fill=\"none\" stroke=\"#ffffff\" stroke-width=\"0.9\" stroke-dasharray=\"4 4\"");
    paths.contains_key(&Group::Building)
}

/// Parallel lines.
#[derive(Clone, Copy)]
struct Hatch {
    gap: f64,
    width: f64,
    colour: &'static str,
    /// How much a line rises over the width of the map.
    slope: f64,
}

/// Hatches the inside of a path.
fn hatch(svg: &mut Svg, path: &str, id: &str, rect: Rect, hatch: Hatch) {
    let mut lines = String::new();
    let mut y = rect.top - hatch.slope.max(0.0);
    while y < rect.top + rect.height + hatch.slope.abs() {
        // Writing to a text cannot fail.
        write!(
            lines,
            "M{} {}l{} {}",
            Short(rect.left),
            Short(y + hatch.slope),
            Short(rect.width),
            Short(-hatch.slope)
        )
        .ok();
        y += hatch.gap;
    }
    svg.add(&format!(
        "<clipPath id=\"{id}\"><path d=\"{path}\" clip-rule=\"evenodd\"/></clipPath>\n<g clip-path=\"url(#{id})\">\
         <path d=\"{lines}\" stroke=\"{}\" stroke-width=\"{}\" fill=\"none\"/></g>\n",
        hatch.colour, hatch.width
    ));
}

fn forbidden(case: Case<'_>) -> impl Iterator<Item = &Area> {
    let city = case.city;
    city.region.forbidden().iter().chain(&city.question.forbidden).map(|named| &named.area)
}

fn draw_forbidden(svg: &mut Svg, case: Case<'_>, frame: &Frame) {
    let seen = frame.bounds();
    let mut path = String::new();
    for area in forbidden(case).filter(|area| area.bounds().is_some_and(|bounds| bounds.overlaps(&seen))) {
        for ring in &area.rings {
            path.push_str(&polyline(&points(ring, frame)));
            path.push('Z');
        }
    }
    if !path.is_empty() {
        let look = Hatch { gap: 11.0, width: 1.4, colour: INK, slope: frame.rect.width };
        hatch(svg, &path, "forbidden", frame.rect, look);
        svg.add(&format!("<path d=\"{path}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.8\"/>\n"));
    }
}

/// Streets in the frame.
struct Streets {
    /// Lines of each band, by nodes' points.
    bands: [Vec<Vec<Point>>; 5],
    /// Lines of each name.
    named: BTreeMap<String, Vec<Vec<Point>>>,
}

impl Streets {
    fn in_frame(case: Case<'_>, frame: &Frame) -> Streets {
        let region = case.city.region;
        let index = AreaIndex::new([&Area::of_box(frame.bounds())]);
        let network = region.network();
        let (ways, kinds) = region.ways_and_kinds();
        let segments = region.segments_touching(&index);
        let only_named = segments.len() > MOST_PIECES;
        let mut bands: [Vec<[u32; 2]>; 5] = Default::default();
        let mut named: BTreeMap<&str, Vec<[u32; 2]>> = BTreeMap::new();
        for segment in segments {
            let at = segment as usize;
            let name = ways.get(at).map_or("", |&way| region.way_name(way));
            let kind = kinds.get(at).map_or("", |&kind| region.name_of_kind(kind));
            // The ways straight across a square are no lines on the ground.
            if kind.starts_with("square") || (only_named && name.is_empty()) {
                continue;
            }
            let edge = network.edge_of_segment(segment);
            let ends = [network.node_before(edge, segment), network.node_after(edge, segment)];
            let open = [true, false].into_iter().any(|forward| {
                network.part_time(case.city.walker, segment, u32::MAX, forward).is_reachable()
            });
            bands[if open { band(case, ends) } else { 4 }].push(ends);
            if !name.is_empty() {
                named.entry(name).or_default().push(ends);
            }
        }
        let places = region.places();
        let line = |nodes: Vec<u32>| {
            let places: Vec<Place> =
                nodes.iter().filter_map(|&node| places.get(node as usize).copied()).collect();
            points(&places, frame)
        };
        let lines = |pieces: &[[u32; 2]]| -> Vec<Vec<Point>> {
            chains(pieces).into_iter().map(line).filter(|line| line.len() > 1).collect()
        };
        Streets {
            bands: bands.map(|pieces| lines(&pieces)),
            named: named.into_iter().map(|(name, pieces)| (name.to_owned(), lines(&pieces))).collect(),
        }
    }

    fn draw(&self, svg: &mut Svg, has_buildings: bool) {
        // A white edge parts streets from buildings.
        let bands = if has_buildings { &self.bands[..4] } else { &[] };
        let all: String = bands.iter().flatten().map(|line| polyline(line)).collect();
        if !all.is_empty() {
            svg.add(&format!("<path d=\"{all}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"3.6\"/>\n"));
        }
        for (lines, look) in self.bands.iter().zip(BANDS).rev() {
            let path: String = lines.iter().map(|line| polyline(line)).collect();
            if !path.is_empty() {
                svg.add(&format!("<path d=\"{path}\" fill=\"none\" stroke-linejoin=\"round\" {look}/>\n"));
            }
        }
    }
}

/// The band of a piece of street: that of its worse end.
fn band(case: Case<'_>, ends: [u32; 2]) -> usize {
    let time = |node: u32| case.engine.field.label(node, 0).map(|label| label.time);
    match ends.map(time) {
        [Some(a), Some(b)] => {
            let minutes = a.max(b).minutes_up();
            (minutes.saturating_sub(1) / BAND_MINUTES).min(4) as usize
        }
        _ => 4,
    }
}

/// Pieces between nodes, joined into lines where they meet: at a fork with the first that is left.
fn chains(pieces: &[[u32; 2]]) -> Vec<Vec<u32>> {
    let mut at: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (number, &[a, b]) in pieces.iter().enumerate() {
        at.entry(a).or_default().push(number);
        at.entry(b).or_default().push(number);
    }
    let mut used = vec![false; pieces.len()];
    let mut lines = Vec::new();
    for first in 0..pieces.len() {
        if used[first] {
            continue;
        }
        used[first] = true;
        let [a, b] = pieces[first];
        let mut ends = [vec![a], vec![b]];
        for end in &mut ends {
            while let Some(&node) = end.last() {
                let next = at.get(&node).and_then(|pieces| pieces.iter().find(|&&number| !used[number]));
                let Some(&number) = next else { break };
                used[number] = true;
                let [a, b] = pieces[number];
                end.push(if a == node { b } else { a });
            }
        }
        let [mut back, forth] = ends;
        back.reverse();
        back.extend(forth);
        lines.push(back);
    }
    lines
}

/// How a way is drawn: A in full, B in dashes, what is too late as a thin line of dots.
fn look_of(plan: &Plan<'_>) -> (&'static str, f64) {
    match (plan.facts.answer, plan.facts.plan) {
        (Some(InTime::Late), _) => ("stroke-width=\"1.8\" stroke-dasharray=\"0.1 4\"", 4.4),
        (_, 'A') => ("stroke-width=\"4.6\"", 8.0),
        _ => ("stroke-width=\"3.4\" stroke-dasharray=\"8 5\"", 6.8),
    }
}

/// B first, so that A lies over what both share.
fn draw_ways(svg: &mut Svg, route: &Route<'_>, ways: &[Vec<Point>], room: &mut Room) {
    for (plan, way) in route.plans.iter().zip(ways).rev() {
        if way.len() < 2 {
            continue;
        }
        let path = polyline(way);
        let (look, edge) = look_of(plan);
        svg.add(&format!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"{edge}\" stroke-linejoin=\"round\" \
             stroke-linecap=\"round\"/>\n<path d=\"{path}\" fill=\"none\" stroke=\"#000000\" {look} \
             stroke-linejoin=\"round\" stroke-linecap=\"round\"/>\n"
        ));
        if plan.facts.plan == 'A' && plan.facts.answer != Some(InTime::Late) {
            svg.add(&arrows(way));
        }
        room.take_line(way, 3.0);
    }
}

/// White arrowheads on the black line of A.
fn arrows(way: &[Point]) -> String {
    const EVERY: f64 = 46.0;
    let mut path = String::new();
    let mut next = EVERY / 2.0;
    for pair in way.windows(2) {
        let [a, b] = [pair[0], pair[1]];
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = libm::hypot(dx, dy);
        while next < length {
            let (ux, uy) = (dx / length, dy / length);
            let (x, y) = (a.0 + ux * next, a.1 + uy * next);
            let corner = |along: f64, across: f64| {
                (Short(x + ux * along - uy * across), Short(y + uy * along + ux * across))
            };
            let [(ax, ay), (bx, by), (cx, cy)] = [corner(-1.2, -1.7), corner(1.4, 0.0), corner(-1.2, 1.7)];
            // Writing to a text cannot fail.
            write!(path, "M{ax} {ay}L{bx} {by}L{cx} {cy}").ok();
            next += EVERY;
        }
        next -= length;
    }
    format!("<path d=\"{path}\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"1.1\"/>\n")
}

/// The other shelters that are offered to everybody.
fn draw_shelters(svg: &mut Svg, case: Case<'_>, route: &Route<'_>, frame: &Frame, room: &mut Room) {
    let city = case.city;
    let is_plan = |id: &str| route.plans.iter().any(|plan| plan.facts.shelter == id);
    let shown = city.region.shelters().iter().enumerate().filter(|(number, shelter)| {
        city.offered[*number].is_ok()
            && city.joined[*number]
            && shelter.visibility == Visibility::Public
            && !is_plan(&shelter.id)
    });
    for (_, shelter) in shown {
        let Some(place) = shelter.entrances.first().and_then(|door| place_of(city.region, &door.at)) else {
            continue;
        };
        let point = frame.point(place);
        if frame.holds(point, 5.0) {
            svg.add(&small_square(point));
            room.take(point, 6.0);
        }
    }
}

fn small_square((x, y): Point) -> String {
    format!(
        "<path d=\"M{} {}h8v8h-8z\" fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"1.4\"/>\
         <path d=\"M{} {}h3v3h-3z\" fill=\"#000000\"/>\n",
        Short(x - 4.0),
        Short(y - 4.0),
        Short(x - 1.5),
        Short(y - 1.5)
    )
}

/// A sample of forbidden ground.
fn hatched_square((x, y): Point) -> String {
    let (x, y) = (Short(x - 4.0), Short(y - 4.0));
    format!(
        "<path d=\"M{x} {y}h8v8h-8zm0 4l4 -4m-4 8l8 -8m-4 8l4 -4\" fill=\"none\" stroke=\"#000000\" stroke-width=\"0.9\"/>\n"
    )
}

/// The door and the ends of the ways.
fn draw_marks(
    svg: &mut Svg,
    start: Place,
    route: &Route<'_>,
    lines: &[Vec<Place>],
    frame: &Frame,
    room: &mut Room,
    words: &Words,
) {
    for (plan, line) in route.plans.iter().zip(lines).rev() {
        let Some(&end) = line.last() else { continue };
        let (x, y) = inside(frame, frame.point(end), 11.0);
        let is_a = plan.facts.plan == 'A';
        let (fill, ink) = if is_a { ("#000000", "#ffffff") } else { ("#ffffff", "#000000") };
        svg.add(&format!(
            "<path d=\"M{} {}h18v18h-18z\" fill=\"{fill}\" stroke=\"{}\" stroke-width=\"1.8\"/>\n",
            Short(x - 9.0),
            Short(y - 9.0),
            if is_a { "#ffffff" } else { "#000000" }
        ));
        let style = Style { colour: ink, ..Style::of(14.0).bold().at(Anchor::Middle) };
        svg.text(x, y + 5.0, style, &plan.facts.plan.to_string());
        room.take((x, y), 11.0);
    }
    let (x, y) = frame.point(start);
    svg.add(&format!(
        "<circle cx=\"{0}\" cy=\"{1}\" r=\"7.5\" fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"2.2\"/>\
         <circle cx=\"{0}\" cy=\"{1}\" r=\"3.4\" fill=\"#000000\"/>\n",
        Short(x),
        Short(y)
    ));
    room.take((x, y), 9.0);
    let style = Style::of(9.5).bold();
    label_beside(svg, frame, room, (x, y), 11.0, style, &words.here);
    for (plan, line) in route.plans.iter().zip(lines) {
        let Some(&end) = line.last() else { continue };
        let at = inside(frame, frame.point(end), 11.0);
        let title = words.plans.iter().find(|told| told.letter == plan.facts.plan);
        if let Some(title) = title.and_then(|told| wrap(&told.title, 210.0, style, 1).into_iter().next()) {
            label_beside(svg, frame, room, at, 13.0, Style::of(8.4).bold(), &title);
        }
    }
}

/// The point, or where the way to it leaves the map.
fn inside(frame: &Frame, (x, y): Point, edge: f64) -> Point {
    let Rect { left, top, width, height } = frame.rect;
    (x.clamp(left + edge, left + width - edge), y.clamp(top + edge, top + height - edge))
}

/// A text beside a mark where there is room; above it where there is none.
fn label_beside(
    svg: &mut Svg,
    frame: &Frame,
    room: &mut Room,
    at: Point,
    gap: f64,
    style: Style,
    text: &str,
) {
    let width = text_width(text, style);
    let (x, y) = at;
    let middles = [
        (x + gap + width / 2.0, y),
        (x - gap - width / 2.0, y),
        (x, y - gap - style.size / 2.0),
        (x, y + gap + style.size / 2.0),
        (x + gap + width / 2.0, y - gap),
        (x - gap - width / 2.0, y + gap),
    ];
    let fits = |middle: &&Point| room.is_free(**middle, width, style.size, 0.0);
    let is_in = |&&(x, _): &&Point| {
        x - width / 2.0 > frame.rect.left && x + width / 2.0 < frame.rect.left + frame.rect.width
    };
    let best = middles.iter().find(fits).or_else(|| middles.iter().find(is_in));
    let Some(&middle) = best else { return };
    write_name(svg, middle, 0.0, style, text);
    room.take_box(middle, width, style.size, 0.0);
}

/// A text on a strip of white, its middle at a point, turned by degrees. A strip, not an edge around the
/// letters: it hides the dashes of a street between them.
fn write_name(svg: &mut Svg, (x, y): Point, degrees: f64, style: Style, text: &str) {
    let bold = if style.is_bold { " font-weight=\"700\"" } else { "" };
    let (width, height) = (text_width(text, style) + 2.0, style.size * 1.06);
    let (left, top) = (Short(-width / 2.0), Short(-height / 2.0));
    let (x, y, degrees, base) = (Short(x), Short(y), Short(degrees), Short(style.size * 0.36));
    let (width, height) = (Short(width), Short(height));
    svg.add(&format!(
        "<g transform=\"translate({x} {y}) rotate({degrees})\"><path d=\"M{left} {top}h{width}v{height}h-{width}z\" \
         fill=\"#ffffff\"/><text y=\"{base}\" font-size=\"{}\" fill=\"{}\"{bold} \
         text-anchor=\"middle\">{}</text></g>\n",
        style.size,
        style.colour,
        escape(text)
    ));
}

/// The arrow to the north and the scale, in corners that nothing leads through.
fn draw_corners(svg: &mut Svg, frame: &Frame, words: &Words, room: &mut Room) {
    let Rect { left, top, width, height } = frame.rect;
    let corner = |wide: f64, high: f64| {
        [
            (left + width - wide / 2.0 - 4.0, top + high / 2.0 + 4.0),
            (left + wide / 2.0 + 4.0, top + high / 2.0 + 4.0),
            (left + wide / 2.0 + 4.0, top + height - high / 2.0 - 4.0),
            (left + width - wide / 2.0 - 4.0, top + height - high / 2.0 - 4.0),
        ]
    };
    let mut place = |wide: f64, high: f64, preferred: usize| {
        let corners = corner(wide, high);
        let order = (0..4).map(|shift| corners[(preferred + shift) % 4]);
        let found = order.clone().find(|at| room.is_free(*at, wide, high, 0.0)).unwrap_or(corners[preferred]);
        room.take_box(found, wide, high, 0.0);
        found
    };
    let (x, y) = place(22.0, 34.0, 0);
    let (metres, length) = round_length(frame, 110.0);
    let (bar_x, bar_y) = place(length + 14.0, 20.0, 2);
    svg.add(&format!(
        "<path d=\"M{} {}h22v34h-22z\" fill=\"#ffffff\"/>\n<path d=\"M{} {}l6 16l-6 -4l-6 4z\" fill=\"{INK}\"/>\n",
        Short(x - 11.0),
        Short(y - 17.0),
        Short(x),
        Short(y - 15.0)
    ));
    svg.text(x, y + 13.0, Style::of(11.0).bold().at(Anchor::Middle), &words.north);
    let (from, y) = (bar_x - length / 2.0, bar_y + 6.0);
    svg.add(&format!(
        "<path d=\"M{} {}h{}v20h-{}z\" fill=\"#ffffff\"/>\n\
         <path d=\"M{} {}v4h{}v-4\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.4\"/>\n",
        Short(from - 7.0),
        Short(bar_y - 10.0),
        Short(length + 14.0),
        Short(length + 14.0),
        Short(from),
        Short(y - 4.0),
        Short(length)
    ));
    let name = if metres >= 1000.0 { format!("{} km", metres / 1000.0) } else { format!("{metres} m") };
    svg.text(bar_x, y - 6.0, Style::of(8.0).at(Anchor::Middle), &name);
}

/// A round length of at most `most` units: metres, and units.
fn round_length(frame: &Frame, most: f64) -> (f64, f64) {
    let metre = frame.scale * 1000.0;
    let power = libm::pow(10.0, libm::floor(libm::log10(most / metre)));
    let fits = |factor: &f64| factor * power * metre <= most;
    let factor = [5.0, 2.0, 1.0].into_iter().find(fits).unwrap_or(1.0);
    (factor * power, factor * power * metre)
}

/// Names of streets along them, the longest street first; names of stations and waters.
fn draw_names(svg: &mut Svg, case: Case<'_>, streets: &Streets, frame: &Frame, room: &mut Room) {
    const NAME: Style = Style::of(7.2);
    const MOST_NAMES: usize = 60;
    let mut stretches: Vec<(f64, &str, Point, Point)> = Vec::new();
    for (name, lines) in &streets.named {
        let longest =
            lines.iter().filter_map(|line| straightest(line, frame)).max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((length, from, to)) = longest {
            stretches.push((length, name, from, to));
        }
    }
    stretches.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    for (length, name, a, b) in stretches.into_iter().take(MOST_NAMES) {
        let width = text_width(name, NAME);
        if width > length * 1.05 {
            continue;
        }
        // Read from the left, or from below.
        let (a, b) = if (b.0 - a.0, a.1 - b.1) < (0.0, 0.0) { (b, a) } else { (a, b) };
        let degrees = libm::atan2(b.1 - a.1, b.0 - a.0).to_degrees();
        let spots = [0.5, 0.35, 0.65, 0.2, 0.8].map(|part: f64| {
            let least = (width / 2.0 / length).min(0.5);
            let part = part.clamp(least, 1.0 - least);
            (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part)
        });
        if let Some(&spot) = spots.iter().find(|spot| room.is_free(**spot, width, NAME.size, degrees)) {
            write_name(svg, spot, degrees, NAME, name);
            room.take_box(spot, width + 6.0, NAME.size, degrees);
        }
    }
    draw_places(svg, case, frame, room);
}

fn draw_places(svg: &mut Svg, case: Case<'_>, frame: &Frame, room: &mut Room) {
    let style = Style::of(7.6).bold().grey();
    let mut named: BTreeSet<(u8, &str, i64, i64)> = BTreeSet::new();
    let wanted = |class: DrawnClass| {
        matches!(class, DrawnClass::Station | DrawnClass::Water | DrawnClass::Park | DrawnClass::Quarter)
    };
    case.city.region.drawing().visit(&frame.bounds(), wanted, |class, name, parts| {
        let middle = parts.bounds().map(|bounds| frame.point(bounds.min.towards(bounds.max, 1, 2)));
        if let Some((x, y)) = middle.filter(|_| !name.is_empty()) {
            let order = u8::from(class != DrawnClass::Station);
            named.insert((order, name, libm::round(x * 10.0) as i64, libm::round(y * 10.0) as i64));
        }
    });
    let mut written = BTreeSet::new();
    for (_, name, x, y) in named {
        let at = (x as f64 / 10.0, y as f64 / 10.0);
        let width = text_width(name, style);
        if width < 150.0 && room.is_free(at, width, style.size, 0.0) && written.insert(name) {
            write_name(svg, at, 0.0, style, name);
            room.take_box(at, width, style.size, 0.0);
        }
    }
}

/// The longest stretch of a line that is nearly straight and in the frame: length and ends.
fn straightest(line: &[Point], frame: &Frame) -> Option<(f64, Point, Point)> {
    const MOST_AHEAD: usize = 40;
    let mut best: Option<(f64, Point, Point)> = None;
    for (at, &from) in line.iter().enumerate().filter(|(_, point)| frame.holds(**point, 4.0)) {
        for ahead in 1..MOST_AHEAD.min(line.len() - at) {
            let to = line[at + ahead];
            let is_straight = || line[at + 1..at + ahead].iter().all(|&point| off(point, from, to) < 2.0);
            if !frame.holds(to, 4.0) || !is_straight() {
                break;
            }
            let length = libm::hypot(to.0 - from.0, to.1 - from.1);
            if best.is_none_or(|(longest, ..)| length > longest) {
                best = Some((length, from, to));
            }
        }
    }
    best
}

/// How far a point is from the straight line between two.
fn off(point: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = libm::hypot(dx, dy);
    if length < 1e-9 {
        return libm::hypot(point.0 - a.0, point.1 - a.1);
    }
    libm::fabs((point.0 - a.0) * dy - (point.1 - a.1) * dx) / length
}

/// Which parts of the map are taken, in squares of three units.
struct Room {
    rect: Rect,
    columns: i64,
    rows: i64,
    taken: Vec<bool>,
}

impl Room {
    const CELL: f64 = 3.0;

    fn new(rect: Rect) -> Room {
        let cells = |length: f64| libm::ceil(length / Room::CELL) as i64;
        let (columns, rows) = (cells(rect.width), cells(rect.height));
        Room { rect, columns, rows, taken: vec![false; (columns * rows).max(0) as usize] }
    }

    /// The square of a point, where it is on the map.
    fn cell(&self, (x, y): Point) -> Option<usize> {
        let column = libm::floor((x - self.rect.left) / Room::CELL) as i64;
        let row = libm::floor((y - self.rect.top) / Room::CELL) as i64;
        let is_in = (0..self.columns).contains(&column) && (0..self.rows).contains(&row);
        is_in.then(|| (row * self.columns + column) as usize)
    }

    fn take(&mut self, at: Point, radius: f64) {
        self.take_box(at, 2.0 * radius, 2.0 * radius, 0.0);
    }

    fn take_line(&mut self, line: &[Point], radius: f64) {
        for pair in line.windows(2) {
            let [a, b] = [pair[0], pair[1]];
            let steps = libm::ceil(libm::hypot(b.0 - a.0, b.1 - a.1) / radius).clamp(1.0, 2_000.0) as u32;
            for step in 0..=steps {
                let part = f64::from(step) / f64::from(steps);
                self.take((a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part), radius);
            }
        }
    }

    /// The points of a turned box, a square apart.
    fn points(at: Point, width: f64, height: f64, degrees: f64) -> impl Iterator<Item = Point> {
        let (sin, cos) = libm::sincos(degrees.to_radians());
        let count = |length: f64| libm::ceil(length / Room::CELL).clamp(1.0, 400.0) as u32;
        let (across, up) = (count(width), count(height));
        (0..=across).flat_map(move |i| {
            (0..=up).map(move |j| {
                let x = width * (f64::from(i) / f64::from(across) - 0.5);
                let y = height * (f64::from(j) / f64::from(up) - 0.5);
                (at.0 + x * cos - y * sin, at.1 + x * sin + y * cos)
            })
        })
    }

    fn take_box(&mut self, at: Point, width: f64, height: f64, degrees: f64) {
        for point in Room::points(at, width, height, degrees) {
            if let Some(cell) = self.cell(point) {
                self.taken[cell] = true;
            }
        }
    }

    fn is_free(&self, at: Point, width: f64, height: f64, degrees: f64) -> bool {
        Room::points(at, width, height, degrees)
            .all(|point| self.cell(point).is_some_and(|cell| !self.taken[cell]))
    }
}

const KEY: Style = Style::of(7.4);

/// How high the key below the map is.
pub fn key_height(words: &Words) -> f64 {
    9.2 * words.bands.len() as f64 + 19.0
}

/// What the lines and signs of the map mean.
pub fn draw_key(svg: &mut Svg, left: f64, top: f64, width: f64, case: Case<'_>, words: &Words) {
    let mut y = top;
    let has_forbidden = forbidden(case).next().is_some();
    for (number, title) in words.bands.iter().enumerate() {
        y += 9.2;
        let mut x = left;
        svg.text(x, y - 2.4, KEY, title);
        x += text_width(title, KEY) + 10.0;
        if let Some(other) = words.other.get(number) {
            svg.add(&small_square((x + 4.0, y - 5.0)));
            svg.text(x + 12.0, y - 2.4, KEY, other);
            x += text_width(other, KEY) + 22.0;
        }
        if let Some(text) = words.forbidden.get(number).filter(|_| has_forbidden) {
            svg.add(&hatched_square((x + 4.0, y - 5.0)));
            svg.text(x + 12.0, y - 2.4, KEY, text);
        }
    }
    y += 9.0;
    let step = width / BANDS.len() as f64;
    for (number, look) in BANDS.into_iter().enumerate() {
        let x = left + step * number as f64;
        svg.add(&format!("<path d=\"M{} {}h34\" fill=\"none\" {look}/>\n", Short(x), Short(y - 2.6)));
        let from = BAND_MINUTES * number as u32;
        let name =
            if number == 4 { format!("> {from}, —") } else { format!("{from}–{}", from + BAND_MINUTES) };
        svg.text(x + 40.0, y, KEY, &name);
    }
}
