//! `hinan route`: plans A, B, C from one place, with the way.

use std::path::PathBuf;

use anyhow::{Result, bail};
use hinan_model::walker::Walker;
use hinan_model::{Ds, Place};
use hinan_region::build::MAX_OFF_MM;
use serde_json::{Value, json};

use crate::answer::Edge;
use crate::city::City;
use crate::failure::Usage;
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json};
use crate::plans::{InTime, Plans, WIDTH, at, why_none};
use crate::tell::{metres, plain, wrap};
use crate::trip::{Origin, Trip, trips};

/// From one place: the nearest shelters, the way to each, and whether that is soon enough
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// Where the person is: latitude and longitude in degrees, or node:ID
    #[arg(long, value_name = "LAT,LON|node:ID", allow_hyphen_values = true)]
    from: From,
    /// How many distinct shelters: plans A, B, C, ...
    #[arg(short, long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=8))]
    k: u8,
    /// Who walks: adult, older (default), child, wheelchair, each also with -night
    #[arg(long)]
    walker: Option<String>,
    /// Time that is left: 90s, 10min; each plan then says whether it is in time
    #[arg(long, value_name = "T")]
    within: Option<Ds>,
    /// Answer as JSON
    #[arg(long)]
    json: bool,
    /// Also write the ways as lines for a map: .geojson
    #[arg(short, long, value_name = "F.geojson")]
    output: Option<PathBuf>,
}

const EXAMPLE: &str = "\
Examples:
  hinan route oslo.hinan --from 59.9139,10.7522
  hinan route oslo.hinan --from 59.9139,10.7522 --walker wheelchair --within 10min
  hinan route oslo.hinan --from node:25209913 --k 1 -o way.geojson

Times are walk plus entrance. What it takes to get out of one's own door comes on top.";

/// The place that `--from` names.
#[derive(Clone, Debug)]
enum From {
    Place(Place),
    Node(String),
}

impl std::str::FromStr for From {
    type Err = hinan_model::place::PlaceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.strip_prefix("node:") {
            Some(id) => Ok(From::Node(id.to_owned())),
            None => text.parse().map(From::Place),
        }
    }
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let output = match &args.output {
        Some(path) => Some(Output::named(Some(path), &[Form::GeoJson])?),
        None => None,
    };
    let city = City::open(&args.city, args.walker.as_deref())?;
    let origin = find_origin(&city, &args.from)?;
    let engine = city.engine(usize::from(args.k))?;
    let trips = trips(&city, &engine, origin, usize::from(args.k));
    let notices = Notices::of(&city.region);
    let plans = Plans { city: &city, trips: &trips, within: args.within };
    if let Some(output) = output {
        let layer = plans.geojson(&notices).to_string() + "\n";
        output.write(|out| out.write_all(layer.as_bytes()))?;
    }
    let start = Start::of(&city, origin);
    if args.json {
        return print_json(&as_json(args, &plans, &start, &notices));
    }
    print(&in_words(args, &plans, &start, &notices))
}

fn find_origin(city: &City, from: &From) -> Result<Origin> {
    let place = match from {
        From::Node(id) => return Ok(Origin::Node(city.find_node(id)?)),
        From::Place(place) => *place,
    };
    let region = &city.region;
    if region.places().is_empty() {
        return Err(Usage::because(
            "--from: the streets of this region have no places; name a node, as node:ID",
        ));
    }
    let Some(snapped) = region.nearest_street(place, city.walker, MAX_OFF_MM) else {
        let outside = region.meta().bounds.is_some_and(|bounds| !bounds.contains(place));
        bail!(
            "{}: no street that walker {} can use lies within {} of there{}",
            at(place),
            city.walker_name(),
            metres(u64::from(MAX_OFF_MM)),
            if outside { "; the place is outside of this region" } else { "" }
        );
    };
    Ok(Origin::Place(place, snapped))
}

/// What is to be said of the start.
pub struct Start {
    /// Where it is.
    place: Option<Place>,
    /// What to call it where the region has no places.
    node: String,
    /// The person's way to the street in mm.
    off_mm: u32,
    /// The street's name.
    street: Option<String>,
    /// The street is joined to no others.
    is_isolated: bool,
    /// The edge of the extract is nearer than any shelter.
    is_edge: bool,
}

impl Start {
    /// Looks around at an origin.
    pub fn of(city: &City, origin: Origin) -> Start {
        let region = &city.region;
        let network = region.network();
        let place = origin.place(region);
        let (off_mm, street, node) = match origin {
            Origin::Node(node) => (0, None, node),
            Origin::Place(_, snapped) => {
                let edge = network.edge_of_segment(snapped.segment);
                let name = region.way(snapped.segment).map(|(_, name)| name).filter(|name| !name.is_empty());
                (snapped.off_mm, name.map(str::to_owned), network.node_before(edge, snapped.segment))
            }
        };
        Start {
            place,
            node: region.node_id(node).unwrap_or_default(),
            off_mm,
            street,
            is_isolated: region.is_isolated(node),
            is_edge: place.is_some_and(|place| Edge::of(city).is_nearest(place)),
        }
    }

    /// `60.17033,24.94101: 12 m from Kaivokatu`.
    pub fn in_words(&self) -> String {
        let place = self.place.map_or_else(|| format!("node {}", plain(&self.node, 60)), at);
        let street =
            self.street.as_deref().map_or("a street without a name".to_owned(), |name| plain(name, 60));
        match self.place {
            Some(_) if self.off_mm > 0 => {
                format!("{place}, {} from {street}", metres(u64::from(self.off_mm)))
            }
            Some(_) if self.street.is_some() => format!("{place}, on {street}"),
            _ => place,
        }
    }
}

fn as_json(args: &Args, plans: &Plans<'_>, start: &Start, notices: &Notices) -> Value {
    json!({
        "place": plans.city.region.meta().name,
        "from": {
            "lat": start.place.map(Place::lat), "lon": start.place.map(Place::lon),
            "metres_to_street": f64::from(start.off_mm) / 1000.0, "street": start.street,
            "isolated": start.is_isolated, "nearer_to_edge_than_to_any_shelter": start.is_edge,
        },
        "walker": plans.city.walker_name(),
        "within_ds": args.within.map(|within| within.0),
        "plans": plans.json(),
        "none": plans.trips.is_empty().then(|| why_none(start.is_edge)),
        "attribution": notices.attribution, "warnings": notices.warnings,
    })
}

fn in_words(args: &Args, plans: &Plans<'_>, start: &Start, notices: &Notices) -> String {
    let walker = &plans.city.region.walkers()[plans.city.walker];
    let mut text = format!("From {}\n", start.in_words());
    text += &format!("{}\n", pace(walker));
    if start.is_isolated {
        text += "On the map this street is joined to no others: the map may lack something here.\n";
    }
    text.push('\n');
    if plans.trips.is_empty() {
        text += &paragraph(why_none(start.is_edge));
    } else {
        if start.is_edge {
            text += &paragraph(
                "The edge of the map's extract is nearer than any shelter in it: there may be a nearer shelter beyond.",
            );
        }
        text += &plans.short();
        text += &too_late(plans.trips, args.within);
        for index in 0..plans.trips.len() {
            text.push('\n');
            text += &plans.full(index);
        }
    }
    text.push('\n');
    if args.within.is_some() {
        text += &paragraph(
            "Times are walk plus entrance. What it takes to get out of your own door comes on top.",
        );
    }
    for line in notices.lines() {
        text += &paragraph(&line);
    }
    text
}

/// The walker and the pace that is assumed.
pub fn pace(walker: &Walker) -> String {
    if walker.name == hinan_model::walker::GIVEN {
        return "Times as given with the network".to_owned();
    }
    // 1250 ms/m is 0.8 m/s; told to a tenth, rounded down, as nobody must be thought faster.
    let tenths = 10_000 / u32::from(walker.pace_ms_per_m.max(1));
    let stairs = if walker.uses_stairs() { "" } else { ", no stairs" };
    format!("Walker {}: {}.{} m/s on a good street{stairs}", walker.name, tenths / 10, tenths % 10)
}

fn too_late(trips: &[Trip], within: Option<Ds>) -> String {
    let Some(left) = within else { return String::new() };
    if trips.iter().any(|trip| InTime::judge(trip.total, left) != InTime::Late) {
        return String::new();
    }
    "\n".to_owned()
        + &paragraph(&format!(
            "NO SHELTER of this region can be reached from here within {left} at this pace. What to do instead depends on the hazard: \
             follow your authorities."
        ))
}

fn paragraph(text: &str) -> String {
    wrap("", text, WIDTH) + "\n"
}
