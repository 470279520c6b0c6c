//! `hinan route`: plans A, B, C from one place, with the way.

use std::path::PathBuf;

use anyhow::Result;
use hinan_city::{City, NoSpot, Route, Spot};
use hinan_model::{InTime, Inside, Place, Walker};
use hinan_server::answers::route::Lines;
use hinan_texts::Texts;

use crate::circumstances::{Case, Circumstances};
use crate::city::{Threads, find_node, open};
use crate::failure::Usage;
use crate::language::Reader;
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json};
use crate::plans::{Told, WIDTH};
use crate::tell::wrap;

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
    #[command(flatten)]
    reader: Reader,
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
    let spot = find_spot(&city, &args.from)?;
    let engine = city.engine(usize::from(args.k), &Threads)?;
    let texts = args.reader.texts();
    let route = Route::of(&city, &engine, spot, usize::from(args.k), args.inside, texts);
    if let Some(output) = output {
        let layer = serde_json::to_string(&Lines::of(&route))? + "\n";
        output.write(|out| out.write_all(layer.as_bytes()))?;
    }
    if args.json {
        return print_json(&route);
    }
    let walker = &region.walkers()[city.walker];
    print(&told(&Told { route: &route, texts }, walker, &Notices::told(&region, texts)))
}

fn find_spot(city: &City, from: &From) -> Result<Spot> {
    match from {
        From::Node(id) => Ok(Spot::Node(find_node(city.region, id)?)),
        From::Place(place) => Spot::at(city, *place).map_err(|none| match none {
            NoSpot::NoPlaces => Usage::because(format!("--from: {none}")),
            NoSpot::NoStreet { .. } => none.into(),
        }),
    }
}

fn told(said: &Told<'_>, walker: &Walker, notices: &Notices) -> String {
    let Told { route, texts } = *said;
    let mut text = paragraph(&texts.get("route-from", &[("start", said.start().into())]));
    text += &paragraph(&texts.pace(walker));
    if let (Some(there_is), Some(start)) = (&route.budget, route.start_ds) {
        let clock = texts.clock(route.threat, there_is.time_ds, there_is.from, there_is.zone, start);
        text += &paragraph(&clock);
    }
    if route.from.isolated {
        text += &paragraph(&texts.word("route-isolated"));
    }
    text.push('\n');
    text += &said.zero();
    match &route.none {
        Some(why) => text += &paragraph(why),
        None => {
            if route.from.nearer_to_edge_than_to_any_shelter {
                text += &paragraph(&texts.word("route-edge"));
            }
            text += &said.short();
        }
    }
    let is_reached = !route.plans.is_empty() || route.plan_0.answer.is_some_and(InTime::may_go);
    if let Some(up) = route.on_arrival.as_ref().filter(|_| is_reached) {
        text += &paragraph(&texts.get("late-on-arrival", &[("order", up.words.as_str().into())]));
    }
    text += &too_late(route, texts);
    for plan in &route.plans {
        text.push('\n');
        text += &said.full(plan);
    }
    text.push('\n');
    for line in notices.lines() {
        text += &paragraph(&line);
    }
    text
}

/// What to do where no plan is in time.
fn too_late(route: &Route<'_>, texts: &Texts) -> String {
    let Some(there_is) = route.budget.filter(|_| !route.any_in_time) else { return String::new() };
    let order = match &route.late {
        Some(late) => late.words.clone(),
        None => texts.word("late-no-hazard"),
    };
    let words = match route.plans.is_empty() {
        true => order,
        false => {
            let left = texts.time(there_is.time_ds);
            texts.get("late-no-shelter", &[("left", left.into()), ("order", order.into())])
        }
    };
    "\n".to_owned() + &paragraph(&words)
}

fn paragraph(text: &str) -> String {
    wrap("", text, WIDTH) + "\n"
}
