//! A route with its ways as lines of a map.

use serde::{Serialize, Serializer};

use crate::Route;
use crate::route::PlanFacts;

/// A route as `hinan route --json` tells it, and behind that its ways as a layer.
#[derive(Serialize)]
pub struct WithLines<'a> {
    /// The route.
    #[serde(flatten)]
    pub route: &'a Route<'a>,
    /// Its ways.
    pub lines: Lines<'a>,
}

/// A layer of lines, one a plan, in GeoJSON. It borrows all that it says: ways of a city are thousands
/// of points, and a server writes them a thousand times a second.
#[derive(Serialize)]
pub struct Lines<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    attribution: &'a [String],
    warnings: &'a [String],
    walker: &'a str,
    features: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    geometry: Option<Geometry<'a>>,
    properties: &'a PlanFacts<'a>,
}

#[derive(Serialize)]
struct Geometry<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(serialize_with = "two_at_least")]
    coordinates: &'a [[f64; 2]],
}

impl<'a> WithLines<'a> {
    /// A route, with its ways behind it.
    pub fn of(route: &'a Route<'a>) -> WithLines<'a> {
        WithLines { route, lines: Lines::of(route) }
    }
}

impl<'a> Lines<'a> {
    /// The ways of a route. A plan whose way has no places has a feature without geometry.
    pub fn of(route: &'a Route<'a>) -> Lines<'a> {
        let features = route.plans.iter().map(|plan| Line {
            kind: "Feature",
            geometry: (!plan.line.is_empty())
                .then_some(Geometry { kind: "LineString", coordinates: &plan.line }),
            properties: &plan.facts,
        });
        Lines {
            kind: "FeatureCollection",
            attribution: &route.attribution,
            warnings: &route.warnings,
            walker: route.walker,
            features: features.collect(),
        }
    }
}

/// A line needs two points, also where one stands at the door.
fn two_at_least<S: Serializer>(line: &&[[f64; 2]], out: S) -> Result<S::Ok, S::Error> {
    match line {
        [point] => [point, point].serialize(out),
        line => line.serialize(out),
    }
}
