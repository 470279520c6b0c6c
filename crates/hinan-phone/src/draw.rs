//! `draw`: a piece of the city as a map shows it, coarse things first.

use hinan_model::drawing::{DrawnClass, Form, Group};
use hinan_model::shelter::Standing;
use hinan_model::{Bounds, Place};
use hinan_region::Region;
use serde::Serialize;

use crate::city::Opened;
use crate::failure::Failure;
use crate::members::{Members, needed};
use crate::plans::Asked;
use crate::state::Held;

/// The most points of lines and rings.
const MOST_POINTS: i64 = 20_000;
/// The most shelters.
const MOST_SHELTERS: usize = 2_000;
/// Ways of more pieces than this are not put together: the search for the next piece looks at all.
const MOST_PIECES: usize = 64;
/// Two points nearer than this share of the map's width are one.
const SHARE: i32 = 1_000;

/// What a line or a ground is, from what a map shows from afar to what it shows from near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Forbidden,
    Water,
    Road,
    Main,
    Park,
    Street,
    Square,
    Foot,
    Service,
    Steps,
    Building,
}

impl Layer {
    /// The least detail that shows it.
    const fn detail(self) -> i64 {
        match self {
            Layer::Forbidden | Layer::Water | Layer::Road | Layer::Main => 0,
            Layer::Park | Layer::Street => 1,
            Layer::Square | Layer::Foot | Layer::Service | Layer::Steps => 2,
            Layer::Building => 3,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Layer::Forbidden => "forbidden",
            Layer::Water => "water",
            Layer::Road => "road",
            Layer::Main => "main",
            Layer::Park => "park",
            Layer::Street => "street",
            Layer::Square => "square",
            Layer::Foot => "foot",
            Layer::Service => "service",
            Layer::Steps => "steps",
            Layer::Building => "building",
        }
    }

    /// From the name of a kind of street, such as `steps, up`.
    fn of_kind(kind: &str) -> Layer {
        match kind.split(", ").next().unwrap_or_default() {
            "trunk" | "trunk link" | "primary" | "primary link" | "secondary" | "secondary link"
            | "tertiary" | "tertiary link" => Layer::Main,
            "square" | "pedestrian" => Layer::Square,
            "service" => Layer::Service,
            "steps" | "elevator" => Layer::Steps,
            "footway" | "path" | "cycleway" | "bridleway" | "track" | "crossing" | "corridor"
            | "platform" | "pier" => Layer::Foot,
            _ => Layer::Street,
        }
    }

    fn of_drawn(class: DrawnClass) -> Option<Layer> {
        match (class.group(), class.form()) {
            (Group::Building, _) => Some(Layer::Building),
            (Group::Water, Form::Ground) => Some(Layer::Water),
            (Group::Green, Form::Ground) => Some(Layer::Park),
            (Group::Road, Form::Lines) => Some(Layer::Road),
            _ => None,
        }
    }
}

/// Longitude and latitude in 1e-7 degree, one behind the other.
type Flat = Vec<i32>;

#[derive(Serialize)]
struct Street<'a> {
    kind: &'static str,
    name: &'a str,
    line: Flat,
}

#[derive(Serialize)]
struct Ground<'a> {
    kind: &'static str,
    name: &'a str,
    rings: Vec<Flat>,
}

#[derive(Serialize)]
struct Door<'a> {
    id: &'a str,
    lat: f64,
    lon: f64,
    name: &'a str,
    standing: Standing,
    offered: bool,
}

/// The answer.
#[derive(Serialize)]
struct Answer<'a> {
    streets: Vec<Street<'a>>,
    areas: Vec<Ground<'a>>,
    shelters: Vec<Door<'a>>,
    points: usize,
    more: bool,
}

/// Lines or rings of one name, before it is known what there is room for.
struct Thing<'a> {
    layer: Layer,
    name: &'a str,
    is_ground: bool,
    parts: Vec<Vec<Place>>,
}

/// The piece that is drawn.
struct Piece {
    bounds: Bounds,
    detail: i64,
    /// Points nearer than this to the last one are left out, in 1e-7 degree of latitude.
    apart_e7: i32,
}

/// The answer to `draw`.
pub fn answer(city: &Opened, held: Option<&Held>, mut members: Members) -> Result<Vec<u8>, Failure> {
    let bounds = bounds(&mut members)?;
    let detail = members.whole("detail", 0..=3)?.unwrap_or(2);
    let room = members.whole("max_points", 100..=MOST_POINTS)?.unwrap_or(MOST_POINTS) as usize;
    let asked = Asked::read(members, city, held)?;
    let region = &city.region;
    let width =
        (bounds.max.lat_e7.abs_diff(bounds.min.lat_e7)).max(bounds.max.lon_e7.abs_diff(bounds.min.lon_e7));
    let apart_e7 = i32::try_from(width).unwrap_or(i32::MAX) / SHARE;
    let piece = Piece { bounds, detail, apart_e7 };
    let mut things = piece.grounds(region);
    things.extend(piece.streets(region));
    things.sort_by_key(|thing| thing.layer);
    let (doors, has_all) = piece.doors(region, asked)?;
    let mut answer =
        Answer { streets: Vec::new(), areas: Vec::new(), shelters: doors, points: 0, more: !has_all };
    for thing in things {
        answer.add(thing, room, piece.apart_e7);
    }
    serde_json::to_vec(&answer).map_err(|error| Failure::engine(error.to_string()))
}

fn bounds(members: &mut Members) -> Result<Bounds, Failure> {
    let mut given = needed("bbox", members.object("bbox")?)?;
    let wrong = || Failure::question("bbox: south, west, north and east must be degrees on Earth, in order");
    let mut degrees = |name| given.json(name).and_then(|value| value.as_f64()).ok_or_else(wrong);
    let [south, west, north, east] =
        [degrees("south")?, degrees("west")?, degrees("north")?, degrees("east")?];
    given.done()?;
    let corner = |lat, lon| Place::from_degrees(lat, lon).ok_or_else(wrong);
    let (min, max) = (corner(south, west)?, corner(north, east)?);
    if min.lat_e7 > max.lat_e7 || min.lon_e7 > max.lon_e7 {
        return Err(wrong());
    }
    Ok(Bounds { min, max })
}

impl<'a> Answer<'a> {
    /// Adds a thing, as far as there is room.
    fn add(&mut self, thing: Thing<'a>, room: usize, apart_e7: i32) {
        let Thing { layer, name, is_ground, parts } = thing;
        let least = if is_ground { 3 } else { 2 };
        let parts = parts.into_iter().map(|part| thinned(part, apart_e7, is_ground));
        let parts: Vec<Flat> = parts.filter(|part| part.len() >= 2 * least).collect();
        let points = parts.iter().map(Vec::len).sum::<usize>() / 2;
        if self.points + points > room {
            self.more = true;
            return;
        }
        self.points += points;
        let kind = layer.name();
        if !is_ground {
            self.streets.extend(parts.into_iter().map(|line| Street { kind, name, line }));
        } else if !parts.is_empty() {
            self.areas.push(Ground { kind, name, rings: parts });
        }
    }
}

impl Piece {
    /// The piece and a tenth more on each side, so that no cut is to be seen.
    fn grown(&self) -> Bounds {
        let by = self.apart_e7.saturating_mul(SHARE / 10).saturating_add(1_000);
        let Bounds { min, max } = self.bounds;
        Bounds {
            min: Place { lat_e7: min.lat_e7.saturating_sub(by), lon_e7: min.lon_e7.saturating_sub(by) },
            max: Place { lat_e7: max.lat_e7.saturating_add(by), lon_e7: max.lon_e7.saturating_add(by) },
        }
    }

    fn shows(&self, layer: Layer) -> bool {
        layer.detail() <= self.detail
    }

    /// Forbidden ground and what the map file draws.
    fn grounds<'a>(&self, region: &'a Region) -> Vec<Thing<'a>> {
        let around = self.grown();
        let closed = region
            .forbidden()
            .iter()
            .filter(|named| named.area.bounds().is_some_and(|around| around.overlaps(&self.bounds)));
        let mut things: Vec<Thing<'a>> = closed
            .map(|named| Thing {
                layer: Layer::Forbidden,
                name: &named.name,
                is_ground: true,
                parts: named.area.rings.iter().map(|ring| clipped(ring, &around)).collect(),
            })
            .collect();
        let wanted = |class| Layer::of_drawn(class).is_some_and(|layer| self.shows(layer));
        region.drawing().visit(&self.bounds, wanted, |class, name, parts| {
            let Some(layer) = Layer::of_drawn(class) else { return };
            let is_ground = class.form() == Form::Ground;
            let part = |part: &[Place]| if is_ground { clipped(part, &around) } else { part.to_vec() };
            let parts = parts.iter().map(part).collect();
            things.push(Thing { layer, name, is_ground, parts });
        });
        things
    }

    /// The streets that are walked, pieces of one way put together.
    fn streets<'a>(&self, region: &'a Region) -> Vec<Thing<'a>> {
        let layers: Vec<Layer> = region.meta().kind_names.iter().map(|name| Layer::of_kind(name)).collect();
        let (ways, kinds) = region.ways_and_kinds();
        let layer_of = |segment: u32| {
            let kind = kinds.get(segment as usize).and_then(|&kind| layers.get(usize::from(kind)));
            kind.copied().unwrap_or(Layer::Street)
        };
        let mut pieces: Vec<(Layer, Option<u32>, Vec<Place>)> = Vec::new();
        let mut last = None;
        for segment in region.segments_near(&self.bounds) {
            let layer = layer_of(segment);
            let Some((from, to)) = region.segment_places(segment).filter(|_| self.shows(layer)) else {
                continue;
            };
            let way = ways.get(segment as usize).copied();
            match pieces.last_mut() {
                Some((known, of, line))
                    if *known == layer
                        && *of == way
                        && last == segment.checked_sub(1)
                        && line.last() == Some(&from) =>
                {
                    line.push(to);
                }
                _ => pieces.push((layer, way, vec![from, to])),
            }
            last = Some(segment);
        }
        // Stable: what is of one way stays in the order of the file.
        pieces.sort_by_key(|(layer, way, _)| (*layer, *way));
        let chunks = pieces.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
        chunks
            .filter_map(|pieces| {
                let (layer, way, _) = pieces.first()?;
                let name = way.map_or("", |way| region.way_name(way));
                let lines = joined(pieces.iter().map(|(.., line)| line.clone()).collect());
                Some(Thing { layer: *layer, name, is_ground: false, parts: lines })
            })
            .collect()
    }

    /// The shelters in the piece, and whether these are all of them.
    fn doors<'a>(&self, region: &'a Region, asked: Asked) -> Result<(Vec<Door<'a>>, bool), Failure> {
        let city = Opened::settle(region, asked.question)?;
        let mut doors = region.shelters().iter().zip(city.offered.iter().zip(&city.joined)).filter_map(
            |(shelter, (offered, joined))| {
                let mut places = shelter
                    .entrances
                    .iter()
                    .filter_map(|entrance| hinan_city::place_of(region, &entrance.at));
                let place = places.find(|place| self.bounds.contains(*place))?;
                Some(Door {
                    id: &shelter.id,
                    lat: place.lat(),
                    lon: place.lon(),
                    name: shelter.title(),
                    standing: shelter.standing,
                    offered: offered.is_ok() && *joined,
                })
            },
        );
        let told = doors.by_ref().take(MOST_SHELTERS).collect();
        Ok((told, doors.next().is_none()))
    }
}

/// Lines that go on where another ends, as one.
fn joined(mut rest: Vec<Vec<Place>>) -> Vec<Vec<Place>> {
    if rest.len() < 2 || rest.len() > MOST_PIECES {
        return rest;
    }
    let mut lines = Vec::new();
    rest.reverse();
    while let Some(mut line) = rest.pop() {
        while let Some(end) = line.last().copied() {
            let follows = |other: &Vec<Place>| other.first() == Some(&end) || other.last() == Some(&end);
            let Some(at) = rest.iter().rposition(follows) else { break };
            let mut next = rest.remove(at);
            if next.first() != Some(&end) {
                next.reverse();
            }
            line.extend(next.into_iter().skip(1));
        }
        lines.push(line);
    }
    lines
}

/// The part of a ring inside of a box, side after side (Sutherland and Hodgman, 1974): a sea is larger than
/// any map.
fn clipped(ring: &[Place], bounds: &Bounds) -> Vec<Place> {
    if ring.iter().all(|place| bounds.contains(*place)) {
        return ring.to_vec();
    }
    let Bounds { min, max } = *bounds;
    // How far inside of a side a place is; what lies on it is inside.
    let sides: [&dyn Fn(Place) -> i64; 4] = [
        &|place| i64::from(place.lat_e7) - i64::from(min.lat_e7),
        &|place| i64::from(max.lat_e7) - i64::from(place.lat_e7),
        &|place| i64::from(place.lon_e7) - i64::from(min.lon_e7),
        &|place| i64::from(max.lon_e7) - i64::from(place.lon_e7),
    ];
    let mut kept = ring.to_vec();
    for inside in sides {
        let mut next = Vec::with_capacity(kept.len());
        let before = kept.iter().cycle().skip(kept.len().saturating_sub(1));
        for (&from, &to) in before.zip(&kept) {
            let (a, b) = (inside(from), inside(to));
            if (a < 0) != (b < 0) {
                let between = |from: i32, to: i32| {
                    let (from, to) = (i64::from(from), i64::from(to));
                    i32::try_from(from + (to - from) * a / (a - b)).unwrap_or_default()
                };
                next.push(Place {
                    lat_e7: between(from.lat_e7, to.lat_e7),
                    lon_e7: between(from.lon_e7, to.lon_e7),
                });
            }
            if b >= 0 {
                next.push(to);
            }
        }
        kept = next;
    }
    kept
}

/// The points that can be told apart; the last one of a line stays.
fn thinned(part: Vec<Place>, apart_e7: i32, is_ground: bool) -> Flat {
    let mut kept: Vec<Place> = Vec::with_capacity(part.len());
    let is_near = |a: Place, b: Place| {
        let apart = apart_e7.unsigned_abs();
        a.lat_e7.abs_diff(b.lat_e7) < apart && a.lon_e7.abs_diff(b.lon_e7) < apart
    };
    let end = part.last().copied();
    for place in part {
        if kept.last().is_none_or(|&last| !is_near(last, place) && last != place) {
            kept.push(place);
        }
    }
    if let Some(end) = end.filter(|end| !is_ground && kept.last() != Some(end)) {
        // The last but one was too near to be seen beside it.
        if kept.len() > 1 && kept.last().is_some_and(|&last| is_near(last, end)) {
            kept.pop();
        }
        kept.push(end);
    }
    kept.iter().flat_map(|place| [place.lon_e7, place.lat_e7]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(places: &[(i32, i32)]) -> Vec<Place> {
        places.iter().map(|&(lat_e7, lon_e7)| Place { lat_e7, lon_e7 }).collect()
    }

    #[test]
    fn pieces_become_one_line_whichever_way_they_lead() {
        let pieces = vec![line(&[(0, 0), (0, 9)]), line(&[(9, 9), (0, 9)]), line(&[(50, 50), (60, 60)])];
        assert_eq!(joined(pieces), [line(&[(0, 0), (0, 9), (9, 9)]), line(&[(50, 50), (60, 60)])]);
    }

    #[test]
    fn ground_is_cut_off_around_the_piece() {
        let bounds = Bounds { min: Place { lat_e7: 0, lon_e7: 0 }, max: Place { lat_e7: 10, lon_e7: 10 } };
        let inside = line(&[(1, 1), (1, 5), (5, 1)]);
        assert_eq!(clipped(&inside, &bounds), inside);
        assert!(clipped(&line(&[(20, 20), (20, 30), (30, 20)]), &bounds).is_empty());
        let all = clipped(&line(&[(-90, -90), (-90, 90), (90, 90), (90, -90)]), &bounds);
        assert_eq!(all.len(), 4);
        assert_eq!(Bounds::around(all), Some(bounds));
    }

    #[test]
    fn what_nobody_can_tell_apart_is_one_point() {
        assert_eq!(thinned(line(&[(0, 0), (0, 4), (0, 12), (0, 15)]), 10, false), [0, 0, 15, 0]);
        assert_eq!(thinned(line(&[(0, 0), (0, 4)]), 10, false), [0, 0, 4, 0]);
        assert_eq!(thinned(line(&[(0, 0), (0, 12), (12, 0), (2, 2)]), 10, true), [0, 0, 12, 0, 0, 12, 2, 2]);
    }
}
