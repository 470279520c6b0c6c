//! What we refuse to send: an area that is missing, broken, meant otherwise than CAP reads it, or
//! somewhere else. What is received is never dropped for the same faults.

use std::fmt;

use hinan_cap::message::CapArea;
use hinan_model::{Bounds, Place};

use crate::ground::{Doubt, Fault, Gazetteer, Ground};
use crate::outline::{Limit, crosses};

/// Why an area is not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something that a receiver would be left in doubt about.
    Ground(Doubt),
    /// This polygon of this area crosses or touches itself.
    Crosses {
        /// The area, counted from 1.
        area: usize,
        /// The polygon, counted from 1.
        polygon: usize,
    },
    /// The area lies outside of the place that the sender serves, and would lie inside with latitude
    /// and longitude the other way around.
    Swapped {
        /// The area, counted from 1.
        area: usize,
    },
    /// The area lies outside of the place that the sender serves.
    Elsewhere {
        /// The area, counted from 1.
        area: usize,
    },
    /// More than the channel carries: simplify first.
    TooMuch {
        /// Polygons of all areas.
        polygons: usize,
        /// Their points.
        points: usize,
        /// What the channel carries.
        limit: Limit,
    },
}

/// What is wrong with the areas of a message that we are to send; empty where nothing is. `home` is
/// the box that the sender serves.
pub fn refusals(
    areas: &[CapArea],
    gazetteer: &Gazetteer,
    home: Option<Bounds>,
    limit: Option<Limit>,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if areas.is_empty() {
        refusals.push(Refusal::Ground(Doubt { area: 0, fault: Fault::NoArea }));
    }
    for (number, area) in (1..).zip(areas) {
        let ground = Ground::of([area], gazetteer);
        refusals.extend(
            ground.doubts().iter().map(|doubt| Refusal::Ground(Doubt { area: number, ..doubt.clone() })),
        );
        let crossing = (1..).zip(&area.polygons).filter(|(_, ring)| crosses(ring));
        refusals.extend(crossing.map(|(polygon, _)| Refusal::Crosses { area: number, polygon }));
        refusals.extend(home.and_then(|home| misplaced(number, area, home)));
    }
    refusals.extend(limit.and_then(|limit| too_much(areas, limit)));
    refusals
}

fn too_much(areas: &[CapArea], limit: Limit) -> Option<Refusal> {
    let rings = || areas.iter().flat_map(|area| &area.polygons);
    let (polygons, points) = (rings().count(), rings().map(Vec::len).sum());
    (polygons > limit.polygons || points > limit.points).then_some(Refusal::TooMuch {
        polygons,
        points,
        limit,
    })
}

/// An area of which no place lies in the box that the sender serves.
fn misplaced(number: usize, area: &CapArea, home: Bounds) -> Option<Refusal> {
    let corners = area.polygons.iter().flatten().copied();
    let places: Vec<Place> = corners.chain(area.circles.iter().map(|circle| circle.middle)).collect();
    let bounds = Bounds::around(places.iter().copied())?;
    if meets(bounds, home) {
        return None;
    }
    let swap = |place: Place| Place { lat_e7: place.lon_e7, lon_e7: place.lat_e7 };
    let swapped = Bounds { min: swap(bounds.min), max: swap(bounds.max) };
    Some(if meets(swapped, home) {
        Refusal::Swapped { area: number }
    } else {
        Refusal::Elsewhere { area: number }
    })
}

fn meets(a: Bounds, b: Bounds) -> bool {
    a.min.lat_e7 <= b.max.lat_e7
        && b.min.lat_e7 <= a.max.lat_e7
        && a.min.lon_e7 <= b.max.lon_e7
        && b.min.lon_e7 <= a.max.lon_e7
}

impl Refusal {
    /// The code in files and logs.
    pub const fn code(&self) -> &'static str {
        match self {
            Refusal::Ground(doubt) => doubt.fault.code(),
            Refusal::Crosses { .. } => "crosses",
            Refusal::Swapped { .. } => "swapped",
            Refusal::Elsewhere { .. } => "elsewhere",
            Refusal::TooMuch { .. } => "too-much",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Ground(doubt) => doubt.fmt(f),
            Refusal::Crosses { area, polygon } => {
                write!(f, "area {area}: polygon {polygon} crosses or touches itself")
            }
            Refusal::Swapped { area } => write!(
                f,
                "area {area} lies outside of what the sender serves, and inside if longitude and latitude are swapped; CAP writes latitude first"
            ),
            Refusal::Elsewhere { area } => write!(f, "area {area} lies outside of what the sender serves"),
            Refusal::TooMuch { polygons, points, limit } => write!(
                f,
                "{polygons} polygons with {points} points; the channel carries {} with {}: simplify first",
                limit.polygons, limit.points
            ),
        }
    }
}
