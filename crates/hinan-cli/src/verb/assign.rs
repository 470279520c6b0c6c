//! `hinan assign`: everyone a place.

mod mix;
mod words;

use std::ops::ControlFlow;
use std::path::PathBuf;

use anyhow::{Result, bail};
use hinan_city::City;
use hinan_city::everybody::Everybody;
use hinan_plan::assign::{AssignError, Assignment, Goal, Problem, Step};
use hinan_region::Region;

use crate::circumstances::{Case, Circumstances};
use crate::city::{Threads, open};
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json, push_cell, push_number, remark};
use crate::progress::Progress;
use hinan_server::answers::places::{Each, Places, Share};
use mix::{Mix, OfKind};

/// A place for everyone: who goes to which shelter where shelters have a capacity
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// What counts once most people have a place in time: the least sum of all walks, or the least longest walk
    #[arg(long, value_enum, default_value = "total")]
    goal: Wanted,
    /// Share of all places that is kept free for passers-by: 0.1, 10%
    #[arg(long, value_name = "SHARE", default_value = "0")]
    reserve: Share,
    /// Those who start together stay together; says what that costs
    #[arg(long)]
    whole_households: bool,
    /// Walkers of several kinds who share the places, by their parts of all people; each kind has times of its own
    #[arg(long, value_name = "WALKER=SHARE,...", conflicts_with_all = ["whole_households", "walker"])]
    mix: Option<Mix>,
    /// So many people at each doorstep (each node, where there are none), whatever the region knows
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    people_each: Option<u32>,
    /// So many places in a shelter whose list tells neither places nor area [default: none]; `hash`: invented, 50 to 500 by its id
    #[arg(long, value_name = "N|hash")]
    places_each: Option<Each>,
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    circumstances: Circumstances,
    /// Report as JSON
    #[arg(long)]
    json: bool,
    /// Who goes where: .csv with node,shelter,people,time_ds (and with --mix walker)
    #[arg(short, long, value_name = "F.csv")]
    output: Option<PathBuf>,
}

/// What counts second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Wanted {
    Total,
    Worst,
}

impl From<Wanted> for Goal {
    fn from(wanted: Wanted) -> Goal {
        match wanted {
            Wanted::Total => Goal::Total,
            Wanted::Worst => Goal::Worst,
        }
    }
}

const EXAMPLE: &str = "\
Examples:
  hinan assign helsinki.hinan -o places.csv
  hinan assign helsinki.hinan --within 10min --goal worst --json
  hinan assign oslo.hinan --hazard air-raid --reserve 10% --whole-households -o places.csv
  hinan assign helsinki.hinan --within 10min --mix adult=65,older=20,child=14,wheelchair=1

Most people in time first. --within counts walk plus entrance, as time_ds does; a hazard's own time counts the start,
too, with the margin of all plans. The answer is exact over the whole network, and anybody can check it: nothing costs
less than the sum of people x min(no_place, min(time + price)) less the sum of places x price, and it costs exactly
that. docs/assign.md tells how. F.csv gets F.csv.attribution.txt beside it.";

/// A question of places, answered.
pub struct Solved<'r> {
    /// The region and the question.
    pub city: City<'r>,
    /// All who start somewhere.
    pub everybody: Everybody,
    /// How many people each shelter holds.
    pub places: Places,
    /// Who goes where.
    pub assignment: Assignment,
    /// With `--whole-households`: the best answer that splits, against which the cost of keeping together is told.
    split: Option<Assignment>,
    /// With `--mix`: what became of each kind of walkers, whose starts come one kind after another.
    kinds: Vec<OfKind>,
}

impl<'r> Solved<'r> {
    /// Answers what `args` ask of a region.
    ///
    /// # Errors
    /// Where nobody starts anywhere, or there is no place at all.
    pub fn of(args: &Args, region: &'r Region) -> Result<Solved<'r>> {
        if let Some(mix) = &args.mix {
            return mix::solve(args, region, mix);
        }
        let city = args.circumstances.ask(&args.case, region)?;
        let everybody = starts(args, &city)?;
        let places = Places::of(&city, args.places_each, args.reserve, |_| true);
        some(&places, args)?;
        let goal = args.goal.into();
        let assignment = assign(&city, &everybody, &places, goal, args.whole_households)?;
        let split = match args.whole_households {
            true => Some(assign(&city, &everybody, &places, goal, false)?),
            false => None,
        };
        Ok(Solved { city, everybody, places, assignment, split, kinds: Vec::new() })
    }
}

/// That there are any places.
///
/// # Errors
/// Where there are none; says why.
fn some(places: &Places, args: &Args) -> Result<()> {
    if places.total() == 0 {
        bail!("{}: {}", args.city.display(), places.why_none());
    }
    Ok(())
}

/// All who start somewhere; there is somebody.
fn starts(args: &Args, city: &City<'_>) -> Result<Everybody> {
    let everybody = city.everybody(args.people_each);
    if everybody.demands.is_empty() {
        bail!(
            "{}: nobody starts anywhere in this region; --people-each N puts N people at each start",
            args.city.display()
        );
    }
    Ok(everybody)
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let output = match &args.output {
        Some(path) => Some(Output::named(Some(path), &[Form::Csv])?),
        None => None,
    };
    let region = open(&args.city)?;
    let solved = Solved::of(args, &region)?;
    let notices = Notices::of(&region);
    if let Some(output) = output {
        output.write(|out| out.write_all(&rows(&solved)))?;
        if let Some(path) = output.path {
            notices.beside(path)?;
        }
    }
    let report = solved.report(args, notices);
    if !solved.assignment.is_optimal && !args.whole_households {
        remark("This is a good answer, not proven to be the best; see bound_people_x_time_ds.");
    }
    if args.json { print_json(&report) } else { print(&solved.in_words(&report)) }
}

/// A place for everybody, with a bar for those who wait.
///
/// # Errors
/// Where too many shelters are reached from too many places in time.
pub fn assign(
    city: &City<'_>,
    everybody: &Everybody,
    places: &Places,
    goal: Goal,
    keep_together: bool,
) -> Result<Assignment> {
    let engine = city.engine(1, &Threads)?;
    let entrances = city.open_entrances(&engine);
    let problem = Problem {
        network: city.region.network(),
        graph: &engine.graph,
        entrances: &entrances,
        capacity: &places.capacity,
        demands: &everybody.demands,
        goal,
        keep_together,
    };
    watched(|tell| problem.assign(&Threads, tell))
}

/// Assigns, with a bar for those who wait.
fn watched(
    assign: impl FnOnce(&mut dyn FnMut(Step) -> ControlFlow<()>) -> Result<Assignment, AssignError>,
) -> Result<Assignment> {
    let progress = Progress::new();
    let mut first = 0;
    Ok(assign(&mut |step| {
        tell(&progress, step, &mut first);
        ControlFlow::Continue(())
    })?)
}

/// How many digits of the first gap are gone: gaps shrink by factors, not by steps.
fn tell(progress: &Progress, step: Step, first: &mut u32) {
    let digits = step.gap.checked_ilog2().map_or(0, |digits| digits + 1);
    *first = (*first).max(digits + 1);
    progress.tell("setting prices", u64::from(*first - digits), u64::from(*first));
}

fn rows(Solved { city, everybody, assignment, kinds, .. }: &Solved<'_>) -> Vec<u8> {
    let mut out = b"node,shelter,people,time_ds".to_vec();
    out.extend_from_slice(if kinds.is_empty() { b"\n" } else { b",walker\n" });
    let of_each = everybody.demands.len() / kinds.len().max(1);
    for row in &assignment.rows {
        push_cell(&mut out, &city.id_of(everybody.from[row.demand as usize]));
        out.push(b',');
        push_cell(&mut out, city.shelter(row.shelter).map_or("", |shelter| &shelter.id));
        for number in [row.people, row.time.0] {
            out.push(b',');
            push_number(&mut out, number);
        }
        if let Some(kind) = kinds.get(row.demand as usize / of_each.max(1)) {
            out.push(b',');
            push_cell(&mut out, &kind.walker);
        }
        out.push(b'\n');
    }
    out
}
