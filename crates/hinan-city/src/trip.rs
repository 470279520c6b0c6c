//! A way to a shelter as a person walks it: pieces of street in order, a line on the map, steps.

use hinan_model::network::{MeasureView, NetworkView};
use hinan_model::place::Plane;
use hinan_model::trip::{Along, Ground, Step, Turn};
use hinan_model::{Ds, EntranceAt, InTime, Place};
use hinan_reach::{Field, FirstStretch, Leg, Snap, path, plans};
use hinan_region::layout::MAX_OFF_MM;
use hinan_region::{Region, Snapped};

use crate::{City, Engine};

/// Where a person starts.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    /// A node of the streets.
    Node(u32),
    /// A place, joined to a street; `None` where no way leads from it to one.
    Place(Place, Option<Snapped>),
}

/// Why nobody can start at a place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSpot {
    /// Times were given without places: a start has to be a node.
    #[error("the streets of this region have no places; name a node, as node:ID")]
    NoPlaces,
    /// No street is near.
    #[error(
        "{:.5},{:.5}: no street that walker {walker} can use lies within {} m of there{}",
        place.lat(), place.lon(), MAX_OFF_MM / 1000,
        if *is_outside { "; the place is outside of this region" } else { "" }
    )]
    NoStreet {
        /// Where.
        place: Place,
        /// Who wanted to walk.
        walker: String,
        /// The place is outside of the region.
        is_outside: bool,
    },
}

impl Spot {
    /// The spot at `place`, joined to the nearest street that the walker of the question can use.
    ///
    /// # Errors
    /// Where the region has no places or no street is near. On forbidden ground there is a spot, from
    /// which no way leads.
    pub fn at(city: &City, place: Place) -> Result<Spot, NoSpot> {
        let region = city.region;
        if region.places().is_empty() {
            return Err(NoSpot::NoPlaces);
        }
        let snapped = region.nearest_street(place, city.walker, MAX_OFF_MM, &city.avoid);
        if snapped.is_some() || city.is_forbidden(place) {
            return Ok(Spot::Place(place, snapped));
        }
        Err(NoSpot::NoStreet {
            place,
            walker: city.walker_name().to_owned(),
            is_outside: region.meta().bounds.is_some_and(|bounds| !bounds.contains(place)),
        })
    }

    /// Where it is, as far as the region knows places.
    pub fn place(&self, region: &Region) -> Option<Place> {
        match *self {
            Spot::Node(node) => region.places().get(node as usize).copied(),
            Spot::Place(place, _) => Some(place),
        }
    }
}

/// One shelter and the way there.
#[derive(Clone, Debug)]
pub struct Trip {
    /// Number of the shelter.
    pub shelter: u32,
    /// All of it.
    pub total: Ds,
    /// From the last street into safety; part of `total`.
    pub inside: Ds,
    /// Length of the way in mm, from the person to the entrance; `None` where the streets have
    /// neither lengths nor places.
    pub length_mm: Option<u64>,
    /// The line on the map; empty where the streets have no places.
    pub line: Vec<Place>,
    /// Ids of the nodes on the way, for streets without names.
    pub nodes: Vec<u32>,
    /// The way, step by step.
    pub steps: Vec<Step>,
    /// Where each step begins; empty where the streets have no places.
    pub starts: Vec<Place>,
}

/// The best `k` trips, best first.
pub fn trips(city: &City, engine: &Engine, spot: Spot, k: usize) -> Vec<Trip> {
    trips_in(city, engine, &engine.field, &[], spot, k)
}

/// The best `k` trips by walk and price, for a field that was made with `prices`
/// ([`City::priced_field`]). What is told of them is the walk alone.
pub fn trips_in(
    city: &City,
    engine: &Engine,
    field: &Field,
    prices: &[Ds],
    spot: Spot,
    k: usize,
) -> Vec<Trip> {
    let network = city.region.network();
    let without = |time: Ds, shelter: u32| {
        Ds(time.0.saturating_sub(prices.get(shelter as usize).map_or(0, |price| price.0)))
    };
    match spot {
        Spot::Node(node) => field
            .labels(node)
            .take(k)
            .filter_map(|label| {
                let shelter = label.shelter;
                let (legs, entrance, start) = path(&network, &engine.graph, field, node, shelter)?;
                let way = Way { first: None, legs, entrance, inside: without(start, shelter), shelter };
                Some(way.trip(city, spot, without(label.time, shelter)))
            })
            .collect(),
        Spot::Place(_, None) => Vec::new(),
        Spot::Place(_, Some(snapped)) => {
            let snap = Snap {
                edge: network.edge_of_segment(snapped.segment),
                segment: snapped.segment,
                part_mm: snapped.part_mm,
                off: city.region.off_street_time(city.walker, snapped.off_mm),
            };
            plans(&network, &engine.graph, field, &[snap], k)
                .into_iter()
                .map(|plan| {
                    let way = Way {
                        first: Some(plan.first),
                        legs: plan.legs,
                        entrance: plan.entrance,
                        inside: without(plan.start, plan.shelter),
                        shelter: plan.shelter,
                    };
                    way.trip(city, spot, without(plan.total, plan.shelter))
                })
                .collect()
        }
    }
}

/// Puts the trip that an assignment asks for first, for `k` trips in all: `asked` goes before `trips`, but
/// where time counts only if it is as good an answer as the best of them. A full shelter never makes anybody
/// late who need not be.
pub fn asked_first(
    city: &City,
    spot: Spot,
    asked: Option<Trip>,
    mut trips: Vec<Trip>,
    k: usize,
) -> Vec<Trip> {
    let Some(asked) = asked else { return trips };
    let left = city.budget(spot.place(city.region)).map(|budget| budget.time);
    let answer = |trip: &Trip| left.map(|left| InTime::judge(city.start().plus(trip.total), left));
    if trips.first().is_some_and(|best| answer(&asked) > answer(best)) {
        return trips;
    }
    trips.retain(|trip| trip.shelter != asked.shelter);
    trips.insert(0, asked);
    trips.truncate(k);
    trips
}

/// A way as the engine tells it.
struct Way {
    first: Option<FirstStretch>,
    legs: Vec<Leg>,
    entrance: u32,
    inside: Ds,
    shelter: u32,
}

/// A walked piece of one segment.
struct Piece {
    segment: u32,
    forward: bool,
    /// The node it leads to.
    to: u32,
    /// Unknown where the streets have neither lengths nor places.
    length_mm: Option<u32>,
    /// From where to where, where the streets have places.
    line: Option<[Place; 2]>,
    /// Whether it begins at a junction.
    at_junction: bool,
}

impl Way {
    fn trip(&self, city: &City, spot: Spot, total: Ds) -> Trip {
        let region = city.region;
        let pieces = self.pieces(region);
        let off_mm = match spot {
            Spot::Node(_) | Spot::Place(_, None) => 0,
            Spot::Place(_, Some(snapped)) => snapped.off_mm,
        };
        let door = self.door(city);
        let on_street: Option<u64> = pieces.iter().map(|piece| piece.length_mm.map(u64::from)).sum();
        let length_mm = on_street.map(|mm| mm + u64::from(off_mm) + door.map_or(0, |(mm, _)| u64::from(mm)));
        let mut line: Vec<Place> = spot.place(region).into_iter().collect();
        line.extend(pieces.iter().filter_map(|piece| piece.line).flatten());
        line.extend(region.places().get(self.entrance as usize));
        line.extend(door.and_then(|(_, place)| place));
        line.dedup();
        let nodes = match spot {
            Spot::Node(node) => Some(node),
            Spot::Place(..) => None,
        };
        let (steps, starts) = self.steps(city, spot, &pieces, off_mm, door.map_or(0, |(mm, _)| mm));
        Trip {
            shelter: self.shelter,
            total: city.slowed(total),
            inside: city.slowed(self.inside),
            length_mm,
            line,
            nodes: nodes.into_iter().chain(pieces.iter().map(|piece| piece.to)).collect(),
            steps,
            starts,
        }
    }

    fn pieces(&self, region: &Region) -> Vec<Piece> {
        let network = region.network();
        let mut pieces = Vec::new();
        if let Some(first) = self.first {
            pieces.extend(first_piece(region, &network, first));
        }
        for leg in &self.legs {
            let mut segments: Vec<u32> = leg.segments.clone().collect();
            if !leg.forward {
                segments.reverse();
            }
            for (index, segment) in segments.into_iter().enumerate() {
                pieces.push(whole_piece(region, &network, leg.edge, segment, leg.forward, index == 0));
            }
        }
        pieces
    }

    /// How far the door is from the street at the entrance, and where, if the list says.
    fn door(&self, city: &City) -> Option<(u32, Option<Place>)> {
        let region = city.region;
        let entrance = region
            .entrances()
            .iter()
            .filter(|entrance| entrance.shelter == self.shelter && entrance.node == self.entrance)
            .min_by_key(|entrance| region.start_time(entrance, city.walker))?;
        let at = region.places().get(self.entrance as usize)?;
        let places = city.shelter(self.shelter)?.entrances.iter().filter_map(|entrance| match entrance.at {
            EntranceAt::Place(place) => Some(place),
            EntranceAt::Node(_) => None,
        });
        Some((entrance.off_mm, places.min_by_key(|place| place.distance_mm(*at))))
    }

    /// The steps, and where each begins.
    fn steps(
        &self,
        city: &City,
        spot: Spot,
        pieces: &[Piece],
        off_mm: u32,
        door_mm: u32,
    ) -> (Vec<Step>, Vec<Place>) {
        let region = city.region;
        let (mut steps, mut starts) = (Vec::new(), Vec::new());
        if off_mm >= TOLD_MM {
            steps.push(Step::ToStreet { length_mm: u64::from(off_mm) });
            starts.extend(spot.place(region));
        }
        if region.places().is_empty() {
            steps.extend(through_nodes(region, pieces));
        } else {
            let stretches = merge_short(stretches(region, pieces));
            let mut before: Option<&Stretch> = None;
            for stretch in &stretches {
                steps.push(Step::Along(stretch.along(before)));
                starts.extend(stretch.line.first());
                before = Some(stretch);
            }
        }
        let time_ds = city.slowed(self.inside);
        steps.push(if door_mm >= TOLD_MM {
            Step::ToEntrance { length_mm: u64::from(door_mm), time_ds }
        } else {
            Step::In { time_ds }
        });
        starts.extend(region.places().get(self.entrance as usize));
        (steps, starts)
    }
}

/// The way from the middle of a segment to one of its ends. `None` where one already stands there.
fn first_piece(region: &Region, network: &NetworkView, first: FirstStretch) -> Option<Piece> {
    let whole = whole_piece(region, network, first.edge, first.segment, first.forward, true);
    let whole_mm = network.length_mm(first.segment);
    let part_mm = if first.forward { whole_mm.saturating_sub(first.from_mm) } else { first.from_mm };
    if part_mm == 0 {
        return None;
    }
    let line = whole.line.map(|[from, to]| [to.towards(from, part_mm, whole_mm.max(1)), to]);
    let length_mm = match network.measure {
        MeasureView::Physical { .. } => Some(part_mm),
        MeasureView::Given { .. } => line.map(|[from, to]| from.distance_mm(to)),
    };
    Some(Piece { length_mm, line, ..whole })
}

fn whole_piece(
    region: &Region,
    network: &NetworkView,
    edge: u32,
    segment: u32,
    forward: bool,
    at_junction: bool,
) -> Piece {
    let [mut from, mut to] = [network.node_before(edge, segment), network.node_after(edge, segment)];
    if !forward {
        core::mem::swap(&mut from, &mut to);
    }
    let place = |node: u32| region.places().get(node as usize).copied();
    let line = place(from).zip(place(to)).map(|(from, to)| [from, to]);
    let length_mm = match network.measure {
        MeasureView::Physical { .. } => Some(network.length_mm(segment)),
        // Given times have no lengths; the straight line between its nodes is what can be told.
        MeasureView::Given { .. } => line.map(|[from, to]| from.distance_mm(to)),
    };
    Piece { segment, forward, to, length_mm, line, at_junction }
}

/// Streets without places have no left and right: the nodes are named.
fn through_nodes(region: &Region, pieces: &[Piece]) -> Option<Step> {
    const NAMED: usize = 12;
    if pieces.is_empty() {
        return None;
    }
    let nodes = pieces.iter().take(NAMED).map(|piece| region.node_id(piece.to).unwrap_or_default());
    Some(Step::Through { nodes: nodes.collect(), more: pieces.len().saturating_sub(NAMED) as u64 })
}

/// Pieces that a person would call one street.
struct Stretch {
    name: String,
    surface: Surface,
    length_mm: u64,
    line: Vec<Place>,
}

/// What one walks on, and what goes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Surface {
    ground: Ground,
    lift: bool,
    private: bool,
}

impl Surface {
    /// From the name of a kind, such as `steps, up, ramp`, walked along its street or against it.
    fn of(kind: &str, forward: bool) -> Surface {
        let mut words = kind.split(", ");
        let mut surface = Surface { ground: ground(words.next().unwrap_or_default()), ..Surface::default() };
        let (mut leads_up, mut along) = (None, forward);
        for word in words {
            match word {
                "up" => leads_up = Some(true),
                "down" => leads_up = Some(false),
                "steps" => surface.ground = Ground::Steps,
                "lift" => surface.lift = true,
                "private" | "private gate" => surface.private = true,
                "the other way" => along = !along,
                _ => {}
            }
        }
        if surface.ground == Ground::Steps {
            surface.ground = match leads_up {
                Some(up) if up == along => Ground::StepsUp,
                Some(_) => Ground::StepsDown,
                None => Ground::Steps,
            };
        }
        surface
    }
}

/// What the first word of a kind means for who walks.
fn ground(word: &str) -> Ground {
    match word {
        "steps" => Ground::Steps,
        "elevator" => Ground::Lift,
        "footway" | "path" | "cycleway" | "bridleway" => Ground::Footpath,
        "track" => Ground::Track,
        "service" => Ground::ServiceRoad,
        "square" | "pedestrian" => Ground::Square,
        "platform" => Ground::Platform,
        "pier" => Ground::Pier,
        "crossing" => Ground::Crossing,
        "corridor" => Ground::Corridor,
        _ => Ground::Street,
    }
}

/// A way to the street or the door shorter than this is no step of its own.
const TOLD_MM: u32 = 1_000;
/// A turn sharper than this is told even where the street stays the same.
const TOLD_TURN: f64 = 50.0;
/// Unnamed stretches shorter than this are part of the one before.
const SHORT_MM: u64 = 8_000;
/// A direction is that of so much of the way.
const DIRECTION_MM: f64 = 12_000.0;

fn stretches(region: &Region, pieces: &[Piece]) -> Vec<Stretch> {
    let (ways, kinds) = region.ways_and_kinds();
    let number = |piece: &Piece| {
        let segment = piece.segment as usize;
        (ways.get(segment).copied(), kinds.get(segment).copied())
    };
    let mut stretches: Vec<Stretch> = Vec::new();
    let (mut name, mut surface, mut before) = ("", Surface::default(), None);
    for piece in pieces {
        let Some([from, to]) = piece.line else { continue };
        // Most pieces are of the street of the piece before.
        let numbers = (number(piece), piece.forward);
        if before != Some(numbers) {
            let ((way, kind), forward) = numbers;
            name = way.map_or("", |way| region.way_name(way));
            surface = Surface::of(kind.map_or("", |kind| region.name_of_kind(kind)), forward);
        }
        let length_mm = u64::from(piece.length_mm.unwrap_or(0));
        let bends = |stretch: &Stretch| {
            piece.at_junction
                && matches!((direction_at_end(&stretch.line), bearing(from, to)), (Some(a), Some(b)) if turn(a, b).abs() > TOLD_TURN)
        };
        match stretches.last_mut() {
            Some(stretch)
                if (before == Some(numbers) || stretch.name == name)
                    && stretch.surface.ground.is_steps() == surface.ground.is_steps()
                    && (!name.is_empty() || stretch.surface == surface)
                    && (!name.is_empty() || !bends(stretch)) =>
            {
                stretch.length_mm += length_mm;
                stretch.line.push(to);
                stretch.surface.lift |= surface.lift;
                stretch.surface.private |= surface.private;
            }
            _ => stretches.push(Stretch { name: name.to_owned(), surface, length_mm, line: vec![from, to] }),
        }
        before = Some(numbers);
    }
    stretches
}

/// Kerbs and corners of a few metres are no instruction of their own.
fn merge_short(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut merged: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        let is_short = stretch.name.is_empty()
            && stretch.length_mm < SHORT_MM
            && !stretch.surface.ground.is_steps()
            && !stretch.surface.lift;
        match merged.last_mut() {
            Some(last)
                if is_short
                    || (!stretch.name.is_empty()
                        && last.name == stretch.name
                        && last.surface == stretch.surface) =>
            {
                last.length_mm += stretch.length_mm;
                last.line.extend(stretch.line.into_iter().skip(1));
            }
            _ => merged.push(stretch),
        }
    }
    merged
}

impl Stretch {
    fn along(&self, before: Option<&Stretch>) -> Along {
        let turn = match before {
            None => direction_at_start(&self.line).map(compass),
            Some(before) => Some(turn_between(&before.line, &self.line)),
        };
        Along {
            turn,
            street: Some(self.name.clone()).filter(|name| !name.is_empty()),
            ground: self.surface.ground,
            length_mm: self.length_mm,
            lift: self.surface.lift && self.surface.ground != Ground::Lift,
            private: self.surface.private,
        }
    }
}

/// Degrees clockwise from north; `None` between equal places.
fn bearing(from: Place, to: Place) -> Option<f64> {
    let (east, north) = Plane::at(from.lat_e7).offset_mm(from, to);
    (east != 0.0 || north != 0.0).then(|| east.atan2(north).to_degrees())
}

fn direction_at_start(line: &[Place]) -> Option<f64> {
    let first = *line.first()?;
    let far = line.iter().copied().find(|place| f64::from(first.distance_mm(*place)) >= DIRECTION_MM);
    bearing(first, far.or(line.last().copied())?)
}

fn direction_at_end(line: &[Place]) -> Option<f64> {
    let last = *line.last()?;
    let far = line.iter().rev().copied().find(|place| f64::from(last.distance_mm(*place)) >= DIRECTION_MM);
    bearing(far.or(line.first().copied())?, last)
}

/// From direction `a` to `b`, -180 to 180, right is positive.
fn turn(a: f64, b: f64) -> f64 {
    (b - a + 540.0).rem_euclid(360.0) - 180.0
}

fn turn_between(before: &[Place], after: &[Place]) -> Turn {
    let angle = match (direction_at_end(before), direction_at_start(after)) {
        (Some(a), Some(b)) => turn(a, b),
        _ => return Turn::Then,
    };
    match angle {
        a if a.abs() <= 30.0 => Turn::Straight,
        a if a.abs() > 160.0 => Turn::Round,
        a if a > 0.0 => Turn::Right,
        _ => Turn::Left,
    }
}

fn compass(bearing: f64) -> Turn {
    Turn::ALL[((bearing.rem_euclid(360.0) + 22.5) / 45.0) as usize % 8]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_what_a_person_would_say() {
        let at = |lat, lon| Place::from_degrees(lat, lon).unwrap();
        let (south, middle, north) = (at(60.0, 24.0), at(60.001, 24.0), at(60.002, 24.0));
        let (east, west) = (at(60.001, 24.002), at(60.001, 23.998));
        let told = |to| turn_between(&[south, middle], &[middle, to]);
        assert_eq!(
            [north, east, west, south].map(told),
            [Turn::Straight, Turn::Right, Turn::Left, Turn::Round]
        );
        assert_eq!(compass(bearing(middle, west).unwrap()), Turn::West);
        assert_eq!(compass(bearing(middle, north).unwrap()), Turn::North);
        assert_eq!(compass(-22.6), Turn::NorthWest);
    }

    #[test]
    fn steps_lead_up_or_down_as_they_are_walked() {
        let ground = |kind, forward| Surface::of(kind, forward).ground;
        assert_eq!(ground("steps, up", true), Ground::StepsUp);
        assert_eq!(ground("steps, up", false), Ground::StepsDown);
        assert_eq!(ground("steps, up, ramp, the other way", true), Ground::StepsDown);
        assert_eq!(ground("steps", true), Ground::Steps);
        assert!(Surface::of("footway, private, gate", true).private);
        assert_eq!(ground("residential, one way", true), Ground::Street);
    }
}
