//! `hinan site`: where the next shelters should be.

pub mod candidates;
pub mod capacity;
mod exact;
mod words;

use std::path::PathBuf;

use anyhow::{Result, bail};
use hinan_city::City;
use hinan_plan::site::Objective;
use hinan_region::Region;
use hinan_server::answers::sites::capacity::Capacity;
use hinan_server::answers::sites::{self as answers, Found, Report, Survey};

use crate::circumstances::{Case, Circumstances, ask};
use crate::city::{Threads, open};
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json, push_cell};
use crate::progress::Progress;
use candidates::From;
use capacity::Counting;
use exact::Exactness;

/// Where the next shelters should be: the best N of many candidates, with a bound that is proven
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// How many new shelters
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    new: u32,
    /// Where they may be: a .csv with a column node (or lat and lon, and optionally id, else the row counts), `osm` (the candidates that the
    /// region carries: metro stations, underground car parks, schools), or `nodes` (any node of the streets)
    #[arg(long, value_name = "F|osm|nodes", default_value = "nodes")]
    candidates: From,
    /// What is wanted: most people in time, the least sum of all walks, or the least longest walk
    #[arg(long, value_enum, default_value = "cover")]
    objective: Wanted,
    /// As if there were no shelter yet
    #[arg(long)]
    ignore_existing: bool,
    /// With --json: the value with 0, 1, ... N of the sites, in rank order
    #[arg(long, requires = "json")]
    curve: bool,
    /// So many people at each doorstep (each node, where there are none), whatever the region knows
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    people_each: Option<u32>,
    #[command(flatten)]
    counting: Counting,
    #[command(flatten)]
    exactness: Exactness,
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    circumstances: Circumstances,
    /// Report as JSON
    #[arg(long)]
    json: bool,
    /// The sites: .csv with rank,node,adds
    #[arg(short, long, value_name = "F.csv")]
    output: Option<PathBuf>,
}

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Wanted {
    Cover,
    Median,
    Center,
}

impl Wanted {
    fn objective(self) -> Objective {
        match self {
            Wanted::Cover => Objective::Cover,
            Wanted::Median => Objective::Median,
            Wanted::Center => Objective::Center,
        }
    }
}

const EXAMPLE: &str = "\
Examples:
  hinan site poa.hinan --new 10 --within 10min
  hinan site helsinki.hinan --new 3 --candidates osm --hazard air-raid --json
  hinan site oslo.hinan --new 5 --candidates schools.csv --objective median --within 30min -o sites.csv
  hinan site oslo.hinan --new 5 --candidates schools.csv --within 10min --capacitated --site-places 500

Shelters that are there stay; with --candidates osm those nobody has declared count as candidates only. --within counts
walk plus entrance, as time_ds does. The value of --objective cover is people in time, of median people x time in ds of those
who reach anything (first fewest who reach nothing), of center the longest time of those whom any candidate or
shelter serves. No choice of as many candidates is better than the bound; docs/siting.md tells why.
F.csv gets F.csv.attribution.txt beside it.";

/// Everything that a choice of sites is made from.
pub struct Ground<'a> {
    /// The city, with its candidates not offered.
    pub city: City<'a>,
    /// Who reaches what.
    pub survey: Survey,
    /// How many people everything holds, where that counts.
    pub capacity: Option<Capacity>,
}

impl<'a> Ground<'a> {
    /// Looks who reaches which candidate.
    ///
    /// # Errors
    /// Where candidates cannot be read, or too many are reached from too many places.
    pub fn survey(
        region: &'a Region,
        (circumstances, case): (&Circumstances, &Case),
        from: &From,
        ignore_existing: bool,
        people_each: Option<u32>,
    ) -> Result<Ground<'a>> {
        let mut question = circumstances.question(case, &circumstances.forbidden(region)?);
        question.what_if.close = from.not_there_yet(region);
        let city = ask(region, question)?;
        let candidates = candidates::read(from, &city)?;
        let engine = city.engine(1, &Threads)?;
        let survey = Survey::of(&city, &engine, candidates, ignore_existing, people_each, &Threads)?;
        Ok(Ground { city, survey, capacity: None })
    }
}

/// Answers what `args` ask of a region.
///
/// # Errors
/// Where nobody starts anywhere, or candidates cannot be read.
pub fn answer<'r>(args: &Args, region: &'r Region) -> Result<(Ground<'r>, Found)> {
    let asked = (&args.circumstances, &args.case);
    let progress = Progress::new();
    progress.tell("looking who reaches which candidate", 0, 2);
    let mut ground = Ground::survey(region, asked, &args.candidates, args.ignore_existing, args.people_each)?;
    if ground.survey.everybody.demands.is_empty() {
        bail!(
            "{}: nobody starts anywhere in this region; --people-each N puts N people at each start",
            args.city.display()
        );
    }
    let objective = args.objective.objective();
    args.exactness.check(&ground.survey, args.new, objective, args.counting.capacitated)?;
    ground.capacity = args.counting.count(&ground.city, &ground.survey, args.ignore_existing)?;
    progress.tell("choosing sites and proving how good they are", 1, 2);
    let found = match &ground.capacity {
        Some(capacity) => capacity.choose(&ground.survey, args.new, objective, &Threads)?,
        None => ground.survey.choose(args.new, objective, &Threads),
    };
    let found = args.exactness.go_on(&ground.survey, args.new, objective, found)?;
    Ok((ground, found))
}

/// How somebody fares with new sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fare {
    /// In time without them.
    Now,
    /// In time at one of them.
    New,
    /// Not in time.
    Late,
}

impl Ground<'_> {
    /// How everybody fares with the sites that were found.
    pub fn fares(&self, found: &Found) -> Vec<Fare> {
        let Survey { now, lists, .. } = &self.survey;
        let now = now.iter().map(|now| if now.is_reachable() { Fare::Now } else { Fare::Late });
        let mut fares: Vec<Fare> = now.collect();
        for site in &found.sites.sites {
            for &(demand, _) in lists.of(site.candidate) {
                let fare = &mut fares[demand as usize];
                if *fare == Fare::Late {
                    *fare = Fare::New;
                }
            }
        }
        fares
    }
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let output = match &args.output {
        Some(path) => Some(Output::named(Some(path), &[Form::Csv])?),
        None => None,
    };
    let region = open(&args.city)?;
    let (ground, found) = answer(args, &region)?;
    let notices = Notices::of(&region);
    if let Some(output) = output {
        output.write(|out| out.write_all(&rows(&ground, &found)))?;
        if let Some(path) = output.path {
            notices.beside(path)?;
        }
    }
    let report = report(args, &ground, &found, &notices);
    if args.json { print_json(&report) } else { print(&words::in_words(&report)) }
}

/// The answer as data.
pub fn report<'a>(args: &Args, ground: &'a Ground<'a>, found: &Found, notices: &Notices) -> Report<'a> {
    let Ground { city, survey, capacity } = ground;
    let held = capacity.as_ref().map(Capacity::held);
    let wanted =
        answers::Wanted { objective: args.objective.objective(), new: args.new, with_curve: args.curve };
    answers::report(city, survey, found, &wanted, held.as_ref(), notices.said())
}

fn rows(ground: &Ground<'_>, found: &Found) -> Vec<u8> {
    let mut out = b"rank,node,adds\n".to_vec();
    for (rank, site) in (1_u64..).zip(&found.sites.sites) {
        out.extend_from_slice(format!("{rank},").as_bytes());
        push_cell(&mut out, &ground.survey.candidates.ids[site.candidate as usize]);
        out.extend_from_slice(format!(",{}\n", site.adds).as_bytes());
    }
    out
}
