//! `hinan compare`: two cities, or two states of one, side by side.

mod report;

use std::path::PathBuf;

use anyhow::Result;
use hinan_model::Ds;
use hinan_plan::{Tally, difference};
use hinan_region::Region;
use hinan_server::answers::coverage::people;
use hinan_texts::{Language, Texts};
use serde_json::{Value, json};

use super::coverage::pictures::curve;
use super::coverage::words::share;
use super::coverage::{Cases, Run, read_districts, unit};
use crate::circumstances::Circumstances;
use crate::city::open;
use crate::notice::Notices;
use crate::output::{print, print_json};
use crate::picture::Picture;
use crate::plans::WIDTH;
use crate::tell::{count, plain, wrap};
use report::{Asked, ReportArgs};

/// Two cities, or two states of one, side by side
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The first region file
    a: PathBuf,
    /// The second region file
    b: PathBuf,
    #[command(flatten)]
    cases: Cases,
    #[command(flatten)]
    circumstances: Circumstances,
    /// Districts of both (two states of one city): GeoJSON, GeoPackage
    #[arg(long, value_name = "FILE")]
    districts: Option<PathBuf>,
    /// Report as JSON
    #[arg(long)]
    json: bool,
    /// Curves of who walks how far, both cities in one picture: .svg or .png
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,
    #[command(flatten)]
    report: ReportArgs,
}

const EXAMPLE: &str = "\
Examples:
  hinan compare helsinki.hinan oslo.hinan --hazard air-raid --within 5min
  hinan compare before.hinan after.hinan --hazard tsunami --districts districts.gpkg --json
  hinan compare helsinki.hinan poa.hinan --within 10min --report both.html --places-each hash --language ja

The same cases are counted in both; without --hazard those that a shelter of either is offered for. Places, doors and new
shelters of a report are those of the first case. A report is one file that asks for nothing else, and prints the commands
that its numbers come from; with --within the walks of these take what the start and a margin of a tenth leave.";

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let plot = args.plot.as_deref().map(Picture::named).transpose()?;
    let regions = [open(&args.a)?, open(&args.b)?];
    let districts = read_districts(args.districts.as_ref())?;
    let cases = args.cases.of_both(&regions[0], &regions[1], &args.circumstances)?;
    let a = cases.run(&regions[0], &args.circumstances, &districts)?;
    let b = cases.run(&regions[1], &args.circumstances, &districts)?;
    let notices = [Notices::of(&regions[0]), Notices::of(&regions[1])];
    let names = names(&regions);
    if let Some(plot) = plot {
        let both: Vec<&Run<'_>> = a.iter().take(1).chain(b.iter().take(1)).collect();
        let merged = Notices {
            attribution: merged(&notices[0].attribution, &notices[1].attribution),
            warnings: merged(&notices[0].warnings, &notices[1].warnings),
            ..notices[0].clone()
        };
        plot.write(&curve(&both, &names.join(" | "), &merged))?;
    }
    let asked = Asked {
        paths: [&args.a, &args.b],
        names: &names,
        runs: [&a, &b],
        cases: cases.words(),
        first: cases.first(),
        circumstances: &args.circumstances,
        districts: (&districts, args.districts.as_ref()),
    };
    args.report.write(&asked)?;
    if args.json {
        let cases: Vec<Value> = a
            .iter()
            .zip(&b)
            .map(|(a, b)| {
                json!({
                    "a": a.json(&districts), "b": b.json(&districts),
                    "b_minus_a": difference(&a.coverage, &b.coverage),
                })
            })
            .collect();
        return print_json(&json!({
            "a": side(&names[0], &regions[0], &notices[0]), "b": side(&names[1], &regions[1], &notices[1]),
            "cases": cases,
        }));
    }
    print(&told(&names, &a, &b, &notices))
}

/// What to call the two: their names, and where those are the same, first and second.
fn names(regions: &[Region; 2]) -> [String; 2] {
    let name = |region: &Region| plain(&region.meta().name, 24);
    let [a, b] = [name(&regions[0]), name(&regions[1])];
    if a == b { [format!("{a} (1)"), format!("{b} (2)")] } else { [a, b] }
}

fn merged(a: &[String], b: &[String]) -> Vec<String> {
    a.iter().chain(b.iter().filter(|line| !a.contains(line))).cloned().collect()
}

fn side(name: &str, region: &Region, notices: &Notices) -> Value {
    json!({
        "name": name, "people": people(region), "shelters": region.shelters().len(),
        "attribution": notices.attribution, "warnings": notices.warnings,
    })
}

fn told(names: &[String; 2], a: &[Run<'_>], b: &[Run<'_>], notices: &[Notices; 2]) -> String {
    let mut text = format!("{:<34}  {:>24}  {:>24}  {:>14}\n", "", names[0], names[1], "second - first");
    for (a, b) in a.iter().zip(b) {
        text += &format!("\n{}\n", a.name());
        text += &case(a, b);
    }
    text.push('\n');
    for (name, notices) in names.iter().zip(notices) {
        for line in notices.lines() {
            text += &wrap("", &format!("{name}: {line}"), WIDTH);
            text.push('\n');
        }
    }
    text
}

/// The lines of one case.
fn case(a: &Run<'_>, b: &Run<'_>) -> String {
    let mut text = String::new();
    let mut line = |what: &str, a: String, b: String, change: String| {
        text += format!("  {what:<32}  {a:>24}  {b:>24}  {change:>14}").trim_end();
        text.push('\n');
    };
    let units = {
        let texts = Texts::of(Language::English);
        format!("counted ({} | {})", unit(a.coverage.counted, texts), unit(b.coverage.counted, texts))
    };
    let (first, second) = (&a.coverage.all, &b.coverage.all);
    let numbers = |what: &str, of: &dyn Fn(&Tally) -> u64| {
        let (a, b) = (of(first), of(second));
        (what.to_owned(), count(a), count(b), signed(b as i64 - a as i64))
    };
    for (what, a, b, change) in [
        (
            units,
            count(first.total()),
            count(second.total()),
            signed(second.total() as i64 - first.total() as i64),
        ),
        numbers("in time", &Tally::in_time),
        numbers("left out or unknown", &|tally| tally.total() - tally.in_time()),
    ] {
        line(&what, a, b, change);
    }
    line(
        "share in time",
        share(first.in_time(), first.total()),
        share(second.in_time(), second.total()),
        points(first, second),
    );
    let time = |time: Option<Ds>| time.map_or("-".to_owned(), |time| time.to_string());
    let times = |a: Option<Ds>, b: Option<Ds>| {
        let change = a.zip(b).map_or(String::new(), |(a, b)| {
            let seconds = (i64::from(b.0) - i64::from(a.0)) / 10;
            format!("{} s", signed(seconds))
        });
        (time(a), time(b), change)
    };
    for (what, (a, b, change)) in [
        ("median of those who reach one", times(first.median_ds, second.median_ds)),
        ("worst of those who reach one", times(first.worst_ds, second.worst_ds)),
    ] {
        line(what, a, b, change);
    }
    let offered = |run: &Run<'_>| {
        format!("{} of {}", count(run.city.offered_count() as u64), count(run.city.joined_count() as u64))
    };
    let change = b.city.offered_count() as i64 - a.city.offered_count() as i64;
    line("shelters offered", offered(a), offered(b), signed(change));
    text
}

/// A number with its sign.
fn signed(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "+" };
    format!("{sign}{}", count(number.unsigned_abs()))
}

/// Percentage points between two shares.
fn points(a: &Tally, b: &Tally) -> String {
    if a.total() == 0 || b.total() == 0 {
        return String::new();
    }
    let permille = |tally: &Tally| (tally.in_time() as i128 * 1000 / tally.total() as i128) as i64;
    let change = permille(b) - permille(a);
    let sign = if change < 0 { "-" } else { "+" };
    format!("{sign}{}.{} points", change.abs() / 10, change.abs() % 10)
}
