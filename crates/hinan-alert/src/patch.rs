//! Ground inside of rings, in whole numbers: which places lie in it, exactly.

use hinan_model::Place;
use hinan_model::area::Ring;
use hinan_model::place::Plane;

/// A full turn and half of one, in 1e-7 degree.
pub(crate) const TURN: i64 = 3_600_000_000;
const HALF_TURN: i64 = TURN / 2;
/// The pole.
const POLE: i64 = 900_000_000;

/// A ring that goes around the Earth more often than this is no outline of anything, and every
/// question would have to be asked once a turn.
const MOST_TURNS: i64 = 4;

/// A corner of a ring. Longitudes run on beyond the antimeridian, so that every ring is in one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Corner {
    /// Latitude in 1e-7 degree.
    pub lat: i64,
    /// Longitude in 1e-7 degree; may lie outside of -180 to 180 degrees.
    pub lon: i64,
}

/// A line of a ring.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub a: Corner,
    pub b: Corner,
}

/// What the lines to the east of a place come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Crossings {
    /// Those that go north less those that go south.
    winding: i64,
    /// All of them.
    count: u64,
}

/// Rings that are judged together.
#[derive(Clone, Debug)]
pub(crate) struct Patch {
    pub edges: Vec<Edge>,
    /// Inside is where a ray meets an odd number of lines, as for areas with holes; otherwise where
    /// the ring goes around, however often.
    odd: bool,
    pub lat: [i64; 2],
    pub lon: [i64; 2],
}

/// How a polygon of CAP can be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// Its ground; `None` where it has none.
    pub ground: Option<Patch>,
    /// Ground that it would have if a line of more than half a turn were meant to go the long way.
    pub long_way: Option<Patch>,
}

impl Edge {
    /// The signs of the place's side: positive to the left of the way from `a` to `b`, 0 on the line.
    /// Only for places within the box of the edge, where nothing can overflow.
    fn side(&self, lat: i64, lon: i64) -> i64 {
        let across = (self.b.lon - self.a.lon) * (lat - self.a.lat);
        let along = (self.b.lat - self.a.lat) * (lon - self.a.lon);
        (across > along) as i64 - (across < along) as i64
    }

    /// Counts the edge where a ray from the place to the east meets it; `true` where the place lies
    /// on the edge.
    fn count(&self, lat: i64, lon: i64, crossings: &mut Crossings) -> bool {
        let (low, high) = ends(self.a.lat, self.b.lat);
        if lat < low || lat > high {
            return false;
        }
        let (west, east) = ends(self.a.lon, self.b.lon);
        if lon > east {
            return false;
        }
        let mut is_east = true;
        if lon >= west {
            let side = self.side(lat, lon);
            if side == 0 {
                return true;
            }
            is_east = (side > 0) == (self.b.lat > self.a.lat);
        }
        if is_east {
            crossings.add(self, lat);
        }
        false
    }

    /// The longitudes that it has between two latitudes that it reaches, rounded outwards.
    pub fn span(&self, low: i64, high: i64) -> [i64; 2] {
        let (west, east) = ends(self.a.lon, self.b.lon);
        let (bottom, top) = ends(self.a.lat, self.b.lat);
        if bottom >= low && top <= high {
            return [west, east];
        }
        let rise = self.b.lat - self.a.lat;
        let at = |lat: i64| self.a.lon + ((lat - self.a.lat) * (self.b.lon - self.a.lon)).div_euclid(rise);
        let (one, other) = ends(at(bottom.max(low)), at(top.min(high)));
        // The division rounds down by less than one, whichever way the edge goes.
        [(one - 1).max(west), (other + 1).min(east)]
    }
}

impl Crossings {
    /// Counts an edge that is known to lie to the east. A corner counts to the line above it, so
    /// that two lines that meet there count once.
    pub fn add(&mut self, edge: &Edge, lat: i64) {
        let up = edge.a.lat <= lat && lat < edge.b.lat;
        let down = edge.b.lat <= lat && lat < edge.a.lat;
        self.winding += up as i64 - down as i64;
        self.count += (up || down) as u64;
    }
}

impl Patch {
    fn new(rings: &[Vec<Corner>], odd: bool) -> Option<Patch> {
        let edges: Vec<Edge> = rings
            .iter()
            .flat_map(|ring| {
                let next = ring.iter().cycle().skip(1);
                ring.iter().zip(next).map(|(&a, &b)| Edge { a, b })
            })
            .collect();
        let corners = || edges.iter().map(|edge| edge.a);
        let lat = [corners().map(|c| c.lat).min()?, corners().map(|c| c.lat).max()?];
        let lon = [corners().map(|c| c.lon).min()?, corners().map(|c| c.lon).max()?];
        Some(Patch { edges, odd, lat, lon })
    }

    /// The ground of a planner's area, whose lines are meant as they are drawn.
    pub fn of_area(rings: &[Ring]) -> Option<Patch> {
        let rings: Vec<Vec<Corner>> =
            rings.iter().map(|ring| ring.iter().map(|&place| corner(place)).collect()).collect();
        Patch::new(&rings, true)
    }

    /// Whether what lies to the east of a place means that it is inside.
    pub fn is_inside(&self, crossings: Crossings) -> bool {
        if self.odd { crossings.count % 2 == 1 } else { crossings.winding != 0 }
    }

    /// By how many turns a longitude has to be moved to meet the rings; mostly by none.
    pub fn turns(&self, west: i64, east: i64) -> impl Iterator<Item = i64> + use<> {
        let first = (self.lon[0] - east).div_euclid(TURN);
        let last = (self.lon[1] - west).div_euclid(TURN) + 1;
        let [low, high] = self.lon;
        (first..=last)
            .map(|turn| turn * TURN)
            .filter(move |shift| east + shift >= low && west + shift <= high)
    }

    /// Whether a place lies inside or on a line.
    pub fn contains(&self, place: Place) -> bool {
        let lat = i64::from(place.lat_e7);
        if lat < self.lat[0] || lat > self.lat[1] {
            return false;
        }
        let lon = i64::from(place.lon_e7);
        self.turns(lon, lon).any(|shift| self.has(&self.edges, lat, lon + shift, Crossings::default()))
    }

    /// Whether a place lies inside or on one of some `edges`, where everything else to the east of it
    /// comes to `crossings`.
    pub fn has<'a>(
        &self,
        edges: impl IntoIterator<Item = &'a Edge>,
        lat: i64,
        lon: i64,
        mut crossings: Crossings,
    ) -> bool {
        edges.into_iter().any(|edge| edge.count(lat, lon, &mut crossings)) || self.is_inside(crossings)
    }

    /// Whether all corners of `other` lie in it, as a hole's would.
    pub fn encloses(&self, other: &Patch) -> bool {
        let is_within = |own: [i64; 2], theirs: [i64; 2]| own[0] <= theirs[0] && theirs[1] <= own[1];
        is_within(self.lat, other.lat)
            && is_within(self.lon, other.lon)
            && other
                .edges
                .iter()
                .all(|edge| self.has(&self.edges, edge.a.lat, edge.a.lon, Crossings::default()))
    }

    /// Whether any of it lies within `mm` of a place; on the safe side by a hundredth and a metre.
    pub fn is_near(&self, place: Place, mm: u64) -> bool {
        if self.contains(place) {
            return true;
        }
        let reach = mm as f64 * 1.01 + 1000.0;
        let plane = Plane::at(place.lat_e7);
        let lat = i64::from(place.lat_e7);
        let rows = (reach / plane.north_mm) as i64 + 1;
        if lat + rows < self.lat[0] || lat - rows > self.lat[1] {
            return false;
        }
        // So near a pole the plane says nothing of east and west.
        if (lat.abs() + rows) > POLE - 1_000_000 {
            return true;
        }
        let lon = i64::from(place.lon_e7);
        let narrow = Plane::at((lat.abs() + rows) as i32).east_mm;
        let columns = (reach / narrow) as i64 + 1;
        self.turns(lon - columns, lon + columns).any(|shift| {
            self.edges.iter().any(|edge| {
                let (low, high) = ends(edge.a.lat, edge.b.lat);
                let (west, east) = ends(edge.a.lon, edge.b.lon);
                let lon = lon + shift;
                let is_far =
                    lat + rows < low || lat - rows > high || lon + columns < west || lon - columns > east;
                !is_far && distance(&plane, lat, lon, edge) <= reach
            })
        })
    }
}

/// The millimetres between a place and the nearest point of an edge, on a plane.
fn distance(plane: &Plane, lat: i64, lon: i64, edge: &Edge) -> f64 {
    let offset = |corner: Corner| {
        ((corner.lon - lon) as f64 * plane.east_mm, (corner.lat - lat) as f64 * plane.north_mm)
    };
    let ((ax, ay), (bx, by)) = (offset(edge.a), offset(edge.b));
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let part = if length > 0.0 { (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (ax + part * dx, ay + part * dy);
    libm::sqrt(x * x + y * y)
}

impl Reading {
    /// Reads a polygon of CAP.
    ///
    /// A line goes the short way around the Earth, so that a polygon across the antimeridian is one
    /// piece. A ring that goes around the Earth encloses the pole that it is nearer to. Where a line
    /// could also be meant to go the long way, that ground is kept apart.
    pub fn of(ring: &[Place]) -> Reading {
        let places = without_repeats(ring);
        let (short, net) = short_way(&places);
        let literal: Vec<Corner> = places.iter().map(|&place| corner(place)).collect();
        let has_long = lines(&literal).any(|(a, b)| (b.lon - a.lon).abs() > HALF_TURN);
        let closed = around_pole(short, net);
        let is_twisted = Patch::new(std::slice::from_ref(&closed), false)
            .is_some_and(|patch| patch.lon[1] - patch.lon[0] > MOST_TURNS * TURN);
        if is_twisted {
            return Reading::default();
        }
        let ground = |ring: &Vec<Corner>| {
            if is_flat(ring) { None } else { Patch::new(std::slice::from_ref(ring), false) }
        };
        let long_way = if has_long { ground(&literal) } else { None };
        match ground(&closed) {
            Some(found) => Reading { ground: Some(found), long_way },
            None => Reading { ground: long_way, long_way: None },
        }
    }
}

/// The corners of a ring, none twice in a row, the last not the first again.
pub(crate) fn without_repeats(ring: &[Place]) -> Vec<Place> {
    let mut places = ring.to_vec();
    places.dedup();
    while places.len() > 1 && places.first() == places.last() {
        places.pop();
    }
    places
}

/// The corners with longitudes that run on, every line the short way, and how far the ring goes
/// around the Earth: 0, or a whole number of turns.
pub(crate) fn short_way(places: &[Place]) -> (Vec<Corner>, i64) {
    let mut corners: Vec<Corner> = Vec::with_capacity(places.len());
    for &place in places {
        let mut next = corner(place);
        if let Some(last) = corners.last() {
            next.lon = last.lon + short_step(last.lon, next.lon);
        }
        corners.push(next);
    }
    let net = match (corners.first(), corners.last()) {
        (Some(first), Some(last)) => last.lon + short_step(last.lon, first.lon) - first.lon,
        _ => 0,
    };
    (corners, net)
}

/// The way from one longitude to another that is the shorter; where both are equal, as written.
fn short_step(from: i64, to: i64) -> i64 {
    // `from` may have run on beyond the antimeridian.
    let from = (from + HALF_TURN).rem_euclid(TURN) - HALF_TURN;
    let step = to - from;
    if step > HALF_TURN {
        step - TURN
    } else if step < -HALF_TURN {
        step + TURN
    } else {
        step
    }
}

/// A ring that goes around the Earth, closed over the pole that it is nearer to.
fn around_pole(mut ring: Vec<Corner>, net: i64) -> Vec<Corner> {
    let Some(&first) = ring.first() else { return ring };
    if net != 0 {
        let sum: i64 = ring.iter().map(|corner| corner.lat).sum();
        let pole = if sum < 0 { -POLE } else { POLE };
        let end = first.lon + net;
        ring.push(Corner { lat: first.lat, lon: end });
        ring.push(Corner { lat: pole, lon: end });
        ring.push(Corner { lat: pole, lon: first.lon });
    }
    ring
}

/// Whether all corners lie on one line, so that nothing is enclosed.
pub(crate) fn is_flat(ring: &[Corner]) -> bool {
    let Some(&first) = ring.first() else { return true };
    let Some(&other) = ring.iter().find(|&&corner| corner != first) else { return true };
    ring.iter().all(|&corner| turn(first, other, corner) == 0)
}

/// Positive where `c` lies to the left of the way from `a` to `b`: twice the triangle.
pub(crate) fn turn(a: Corner, b: Corner, c: Corner) -> i128 {
    let wide = i128::from;
    wide(b.lon - a.lon) * wide(c.lat - a.lat) - wide(b.lat - a.lat) * wide(c.lon - a.lon)
}

/// The lines of a ring.
pub(crate) fn lines(ring: &[Corner]) -> impl Iterator<Item = (Corner, Corner)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

pub(crate) fn corner(place: Place) -> Corner {
    Corner { lat: i64::from(place.lat_e7), lon: i64::from(place.lon_e7) }
}

/// Two numbers, the smaller first.
pub(crate) fn ends(a: i64, b: i64) -> (i64, i64) {
    (a.min(b), a.max(b))
}
