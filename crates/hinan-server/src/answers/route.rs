//! A route with its ways as lines of a map.

use hinan_city::Route;
use serde::Serialize;
use serde_json::{Value, json};

/// A route as `hinan route --json` tells it, and behind that its ways as a layer.
#[derive(Serialize)]
pub struct WithLines<'a> {
    /// The route.
    #[serde(flatten)]
    pub route: &'a Route<'a>,
    /// Its ways, see [`lines`].
    pub lines: Value,
}

/// A layer of lines, one a plan, in GeoJSON.
///
/// # Errors
/// Never but for a mistake in the types.
pub fn lines(route: &Route<'_>) -> serde_json::Result<Value> {
    let mut features = Vec::with_capacity(route.plans.len());
    for plan in &route.plans {
        let geometry = match plan.line.as_slice() {
            [] => Value::Null,
            // A line needs two points, also where one stands at the door.
            [point] => json!({"type": "LineString", "coordinates": [point, point]}),
            line => json!({"type": "LineString", "coordinates": line}),
        };
        let mut properties = serde_json::to_value(plan)?;
        if let Value::Object(members) = &mut properties {
            for member in ["nodes", "line", "steps"] {
                members.remove(member);
            }
        }
        features.push(json!({"type": "Feature", "geometry": geometry, "properties": properties}));
    }
    Ok(json!({
        "type": "FeatureCollection", "attribution": route.attribution, "warnings": route.warnings,
        "walker": route.walker, "features": features,
    }))
}
