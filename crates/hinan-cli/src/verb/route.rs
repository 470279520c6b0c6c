//! `hinan route`: plans A, B, C from one place, with the way.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, bail};
use hinan_city::{Budget, City};
use hinan_model::walker::Walker;
use hinan_model::{Ds, Inside, Place, Threat, WhenLate};
use hinan_region::build::MAX_OFF_MM;
use serde_json::{Value, json};

use crate::circumstances::{Case, Circumstances};
use crate::city::{Threads, find_node, open};
use crate::failure::Usage;
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json};
use crate::plan_zero::PlanZero;
use crate::plans::{Clock, Plans, WIDTH, at, why_none};
use crate::tell::{count, metres, plain, wrap};
use crate::trip::{Origin, trips};

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
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    circumstances: Circumstances,
    /// Whether this building is a shelter itself: known, unknown, none [default: as the lists say]
    #[arg(long, value_name = "WORD", help_heading = "Circumstances")]
    inside: Option<Inside>,
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
  hinan route oslo.hinan --from 59.9139,10.7522 --hazard air-raid --floor 4
  hinan route oslo.hinan --from 59.9139,10.7522 --walker wheelchair --within 10min
  hinan route oslo.hinan --from node:25209913 --k 1 -o way.geojson

Minutes are walk plus entrance. What it takes to get out of one's own door (--delay, --floor) counts
against the time there is. Without a hazard no shelter is left out for its nature.";

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
    let region = open(&args.city)?;
    let city = args.circumstances.ask(&args.case, &region)?;
    let origin = find_origin(&city, &args.from)?;
    let engine = city.engine(usize::from(args.k), &Threads)?;
    let start = Start::of(&city, origin);
    // Whoever stands on forbidden ground is shown no way over it.
    let k = if start.is_forbidden { 0 } else { usize::from(args.k) };
    let trips = trips(&city, &engine, origin, k);
    let notices = Notices::of(city.region);
    let budget = city.budget(start.place);
    let clock = budget.map(|budget| Clock { start: city.start(), budget });
    let plans = Plans { city: &city, trips: &trips, clock };
    if let Some(output) = output {
        let layer = plans.geojson(&notices).to_string() + "\n";
        output.write(|out| out.write_all(layer.as_bytes()))?;
    }
    let zero = PlanZero::new(&city, start.place, args.inside, clock);
    if args.json {
        return print_json(&as_json(&plans, &zero, &start, &notices));
    }
    print(&told(&plans, &zero, &start, &notices))
}

fn find_origin(city: &City, from: &From) -> Result<Origin> {
    let place = match from {
        From::Node(id) => return Ok(Origin::Node(find_node(city.region, id)?)),
        From::Place(place) => *place,
    };
    let region = city.region;
    if region.places().is_empty() {
        return Err(Usage::because(
            "--from: the streets of this region have no places; name a node, as node:ID",
        ));
    }
    if let Some(snapped) = region.nearest_street(place, city.walker, MAX_OFF_MM, &city.avoid) {
        return Ok(Origin::Place(place, Some(snapped)));
    }
    if city.is_forbidden(place) {
        return Ok(Origin::Place(place, None));
    }
    let outside = region.meta().bounds.is_some_and(|bounds| !bounds.contains(place));
    bail!(
        "{}: no street that walker {} can use lies within {} of there{}",
        at(place),
        city.walker_name(),
        metres(u64::from(MAX_OFF_MM)),
        if outside { "; the place is outside of this region" } else { "" }
    );
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
    /// It lies on forbidden ground.
    is_forbidden: bool,
}

impl Start {
    /// Looks around at an origin.
    pub fn of(city: &City, origin: Origin) -> Start {
        let region = city.region;
        let network = region.network();
        let place = origin.place(region);
        let (off_mm, street, node) = match origin {
            Origin::Node(node) => (0, None, Some(node)),
            Origin::Place(_, None) => (0, None, None),
            Origin::Place(_, Some(snapped)) => {
                let edge = network.edge_of_segment(snapped.segment);
                let name = region.way(snapped.segment).map(|(_, name)| name).filter(|name| !name.is_empty());
                (snapped.off_mm, name.map(str::to_owned), Some(network.node_before(edge, snapped.segment)))
            }
        };
        Start {
            place,
            node: node.and_then(|node| region.node_id(node)).unwrap_or_default(),
            off_mm,
            street,
            is_isolated: node.is_some_and(|node| region.is_isolated(node)),
            is_edge: place.is_some_and(|place| city.edge.is_nearest(place)),
            is_forbidden: place.is_some_and(|place| city.is_forbidden(place)),
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

fn as_json(plans: &Plans<'_>, zero: &PlanZero<'_>, start: &Start, notices: &Notices) -> Value {
    let city = plans.city;
    json!({
        "place": city.region.meta().name,
        "from": {
            "lat": start.place.map(Place::lat), "lon": start.place.map(Place::lon),
            "metres_to_street": f64::from(start.off_mm) / 1000.0, "street": start.street,
            "isolated": start.is_isolated, "nearer_to_edge_than_to_any_shelter": start.is_edge,
            "forbidden": start.is_forbidden,
        },
        "walker": city.walker_name(),
        "hazard": city.question.threat.map(|threat| threat.to_string()),
        "at": city.question.at.map(|at| at.to_string()),
        "budget": plans.clock.map(|clock| json!({
            "time_ds": clock.budget.time.0, "from": clock.budget.from, "zone": zone(city, clock.budget),
        })),
        "start_ds": plans.clock.map(|clock| clock.start.0),
        "plan_0": zero.json(),
        "plans": plans.json(),
        "none": plans.trips.is_empty().then(|| why_none_here(plans, start)),
        "not_offered": not_offered(city),
        "on_arrival": on_arrival(city).map(|up| json!({"answer": up, "words": up.in_words()})),
        "late": zero.late(plans.trips).map(|late| json!({"answer": late, "words": late.in_words()})),
        "attribution": notices.attribution, "warnings": notices.warnings,
    })
}

/// Id and name of the zone that a budget comes from.
fn zone(city: &City, budget: Budget) -> Option<Value> {
    let zone = city.region.zones().get(budget.zone?)?;
    Some(json!({"id": zone.id, "name": zone.name}))
}

/// How many shelters are not offered, by reason.
fn not_offered(city: &City) -> BTreeMap<String, u64> {
    city.not_offered().into_iter().map(|(reason, number)| (reason.in_words(), number)).collect()
}

fn why_none_here(plans: &Plans<'_>, start: &Start) -> String {
    let city = plans.city;
    if start.is_forbidden {
        return "This place lies on forbidden ground: no way over it is shown. Follow your authorities."
            .to_owned();
    }
    if city.offered_count() == 0 && city.joined_count() > 0 {
        let reasons: Vec<String> = not_offered(city)
            .iter()
            .map(|(reason, number)| format!("{}: {reason}", count(*number)))
            .collect();
        return format!("None of this region's shelters is offered ({}).", reasons.join("; "));
    }
    why_none(start.is_edge).to_owned()
}

fn told(plans: &Plans<'_>, zero: &PlanZero<'_>, start: &Start, notices: &Notices) -> String {
    let city = plans.city;
    let walker = &city.region.walkers()[city.walker];
    let mut text = format!("From {}\n", start.in_words());
    text += &format!("{}\n", pace(walker));
    if let Some(clock) = plans.clock {
        text += &paragraph(&the_clock(city, clock));
    }
    if start.is_isolated {
        text += "On the map this street is joined to no others: the map may lack something here.\n";
    }
    text.push('\n');
    text += &zero.in_words();
    if plans.trips.is_empty() {
        text += &paragraph(&why_none_here(plans, start));
    } else {
        if start.is_edge {
            text += &paragraph(
                "The edge of the map's extract is nearer than any shelter in it: there may be a nearer shelter beyond.",
            );
        }
        text += &plans.short();
    }
    if let Some(up) = on_arrival(city).filter(|_| !plans.trips.is_empty() || zero.is_in_time()) {
        text += &paragraph(&format!("Once inside: {}", up.in_words()));
    }
    text += &too_late(plans, zero);
    for index in 0..plans.trips.len() {
        text.push('\n');
        text += &plans.full(index);
    }
    text.push('\n');
    for line in notices.lines() {
        text += &paragraph(&line);
    }
    text
}

/// What to do once inside, where being inside is not enough.
fn on_arrival(city: &City) -> Option<WhenLate> {
    city.question.threat.and_then(Threat::on_arrival)
}

/// How much time there is and where that comes from, and what of it is gone before the first step.
fn the_clock(city: &City, clock: Clock) -> String {
    let Clock { start, budget } = clock;
    let mut words = match city.question.threat {
        Some(threat) => format!("{threat}: "),
        None => String::new(),
    };
    let zone = budget.zone.and_then(|zone| city.region.zones().get(zone));
    let zone = zone.map_or(String::new(), |zone| format!(", {}", plain(&zone.name, 60)));
    // To whole seconds, rounded down: nobody must think that there is more.
    let time = Ds(budget.time.0 / 10 * 10);
    words += &format!("{time} from the alert ({}{zone})", budget.from.in_words());
    if !start.is_reachable() {
        words += "; there are stairs on the way out that this walker cannot use: get help to leave the floor";
    } else if start.0 > 0 {
        words += &format!(", {start} of it until the first step on the street");
    }
    words + "."
}

/// What to do where no plan is in time.
fn too_late(plans: &Plans<'_>, zero: &PlanZero<'_>) -> String {
    let Some(clock) = plans.clock else { return String::new() };
    if zero.is_in_time() || plans.trips.iter().any(|trip| clock.judge(trip).may_go()) {
        return String::new();
    }
    let mut words = match plans.trips {
        [] => String::new(),
        _ => format!(
            "NO SHELTER of this region can be reached in time from here at this pace ({}). ",
            clock.budget.time
        ),
    };
    words += match zero.late(plans.trips) {
        Some(late) => late.in_words(),
        None => "What to do instead depends on the hazard: follow your authorities.",
    };
    "\n".to_owned() + &paragraph(&words)
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

fn paragraph(text: &str) -> String {
    wrap("", text, WIDTH) + "\n"
}
