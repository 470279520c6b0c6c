//! `hinan audit`: what is wrong with the data, row by row, and what it costs.

mod words;

use std::path::PathBuf;

use anyhow::Result;
use hinan_city::City;
use hinan_city::audit::{Audit, Kind};
use hinan_server::answers::audit::{name, people, report, what};

use crate::circumstances::{Case, Circumstances};
use crate::city::{Threads, open};
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json, push_cell};

/// Tell what is wrong with the data, row by row, and how many people that costs a shelter
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    circumstances: Circumstances,
    /// Only findings of these kinds, such as far-from-street
    #[arg(long, value_name = "KIND", num_args = 1.., value_parser = kind)]
    kind: Vec<Kind>,
    /// Every finding as JSON
    #[arg(long)]
    json: bool,
    /// Every finding, row by row: .csv
    #[arg(short, long, value_name = "F.csv")]
    output: Option<PathBuf>,
}

const EXAMPLE: &str = "\
Examples:
  hinan audit oslo.hinan
  hinan audit telaviv.hinan --hazard air-raid --within 90s -o findings.csv
  hinan audit sendai.hinan --hazard tsunami --kind suitability-unstated not-joined
  hinan audit oslo.hinan --json | jq '.summary'

Findings are told with the people who hang on them, the dearest first: for a shelter in use those whom
it serves in time; for one that is not offered those whom it would serve; for one that no street leads
to an upper bound as the crow flies. Without --hazard and --within whoever reaches a shelter is in time.
Columns of -o: kind,file,row,column,shelter,name,lat,lon,what,people_only,people_served,places,basis;
people_only have no other shelter in time. F.csv gets F.csv.attribution.txt beside it.";

fn kind(text: &str) -> Result<Kind, String> {
    Kind::ALL.into_iter().find(|kind| kind.name() == text).ok_or_else(|| {
        let names: Vec<&str> = Kind::ALL.into_iter().map(Kind::name).collect();
        format!("there is no such kind of finding; there are {}", names.join(", "))
    })
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let output = match &args.output {
        Some(path) => Some(Output::named(Some(path), &[Form::Csv])?),
        None => None,
    };
    let region = open(&args.city)?;
    let city = args.circumstances.ask(&args.case, &region)?;
    let mut audit = city.audit(&Threads)?;
    if !args.kind.is_empty() {
        audit.findings.retain(|found| args.kind.contains(&found.kind));
    }
    let notices = Notices::of(&region);
    if let Some(output) = output {
        let rows = rows(&city, &audit);
        output.write(|out| out.write_all(&rows))?;
        if let Some(path) = output.path {
            notices.beside(path)?;
        }
    }
    if args.json {
        print_json(&report(&city, &audit, &notices.said()))
    } else {
        print(&words::told(&city, &audit, &notices))
    }
}

fn rows(city: &City<'_>, audit: &Audit) -> Vec<u8> {
    let mut out =
        b"kind,file,row,column,shelter,name,lat,lon,what,people_only,people_served,places,basis\n".to_vec();
    for found in &audit.findings {
        let shelter = found.shelter.and_then(|shelter| city.shelter(shelter));
        let [lat, lon] = found.place.map_or_else(Default::default, |place| {
            let text = place.to_string();
            let (lat, lon) = text.split_once(',').unwrap_or_default();
            [lat.to_owned(), lon.to_owned()]
        });
        let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
        let id = shelter.map(|shelter| shelter.id.as_str());
        let cells = [
            found.kind.name(),
            found.file.as_deref().unwrap_or_default(),
            &number(found.row),
            found.column.as_deref().unwrap_or_default(),
            id.unwrap_or_default(),
            &name(city, found),
            &lat,
            &lon,
            &what(city, found),
            &number(people(found.cost, found.cost.only)),
            &number(people(found.cost, found.cost.serves)),
            &number(found.cost.places),
            found.cost.basis.name(),
        ];
        for (column, cell) in cells.into_iter().enumerate() {
            if column > 0 {
                out.push(b',');
            }
            push_cell(&mut out, cell);
        }
        out.push(b'\n');
    }
    out
}
