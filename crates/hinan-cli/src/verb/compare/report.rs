//! `hinan compare --report`: both cities on one page that a planner can hand on.
//!
//! The report asks the other verbs, with command lines that it prints, and cites their answers: see [`cited`]. It
//! computes nothing. Where a verb has no answer for a city (no place at all, say), its section says why.

mod cited;
mod page;
mod pictures;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use hinan_city::City;
use hinan_model::{Ds, NamedArea};
use hinan_region::Region;
use hinan_server::answers::coverage as answers;
use hinan_texts::{Language, Texts};

use crate::circumstances::{Case, Circumstances};
use crate::notice::Notices;
use crate::verb::assign::{self, Solved};
use crate::verb::coverage::Run;
use crate::verb::site::{self, Ground};
use crate::verb::whatif::{self, rank};
use cited::{Cited, Line};
use hinan_server::answers::places::{Each, Share};

/// What a report asks besides.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Report")]
pub struct ReportArgs {
    /// A page to hand on, in one file: who is in time, who has a place, locked doors, new shelters; with maps and plots
    #[arg(long, value_name = "F.html")]
    report: Option<PathBuf>,
    /// The language of the report: en, ja, uk, ru
    #[arg(long, value_name = "LANGUAGE", env = "HINAN_LANGUAGE", default_value = "en")]
    language: Language,
    /// With --report: so many new shelters
    #[arg(long, value_name = "N", requires = "report", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=99))]
    new: u32,
    /// With --report: where new shelters may be, as for `hinan site`
    #[arg(long, value_enum, requires = "report", default_value = "nodes")]
    candidates: Candidates,
    /// With --report: as for `hinan assign`
    #[arg(long, value_name = "N|hash", requires = "report")]
    places_each: Option<Each>,
    /// With --report: as for `hinan assign`
    #[arg(long, value_name = "SHARE", requires = "report", default_value = "0")]
    reserve: Share,
    /// With --report: so many of the worst doors
    #[arg(long, value_name = "N", requires = "report", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=99))]
    top: u32,
    /// With --report: so many of the worst streets
    #[arg(long, value_name = "N", requires = "report", default_value_t = 5, value_parser = clap::value_parser!(u16).range(0..=99))]
    streets: u16,
}

/// What both cities have candidates of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Candidates {
    Nodes,
    Osm,
}

/// What was asked of both cities.
pub struct Asked<'a> {
    /// The regions' files, as they were typed.
    pub paths: [&'a Path; 2],
    /// What to call them.
    pub names: &'a [String; 2],
    /// What was counted of each.
    pub runs: [&'a [Run<'a>]; 2],
    /// The options that say which cases were counted.
    pub cases: Vec<String>,
    /// The first case: the only one that places, doors and sites are asked for.
    pub first: Case,
    pub circumstances: &'a Circumstances,
    /// The districts and their file, where there are any.
    pub districts: (&'a [NamedArea], Option<&'a PathBuf>),
}

/// One of the two cities: answers to cite from, and what is drawn.
struct Side<'a> {
    name: &'a str,
    region: &'a Region,
    runs: &'a [Run<'a>],
    notices: Notices,
    coverage: Cited,
    places: Part<Solved<'a>>,
    doors: Part<City<'a>>,
    sites: Part<Sites<'a>>,
}

/// A verb's answer and what is drawn of it, or why there is none.
type Part<T> = Result<(Cited, T), String>;

/// New sites, to be drawn.
struct Sites<'a> {
    ground: Ground<'a>,
    found: hinan_server::answers::sites::Found,
}

impl ReportArgs {
    /// Writes the report, where one is wanted.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write(&self, asked: &Asked<'_>) -> Result<()> {
        let Some(path) = &self.report else { return Ok(()) };
        let texts = Texts::of(self.language);
        let sides = [self.side(0, asked, texts)?, self.side(1, asked, texts)?];
        let page = page::Page { args: self, asked, sides: &sides, texts }.html();
        std::fs::write(path, page.into_string())
            .with_context(|| format!("{}: cannot be written", path.display()))
    }

    fn side<'a>(&self, side: usize, asked: &Asked<'a>, texts: &'static Texts) -> Result<Side<'a>> {
        let (runs, path) = (asked.runs[side], asked.paths[side].display().to_string());
        let region = runs.first().context("no case was counted")?.city.region;
        let label = |number: u32| format!("{}{number}", ["A", "B"][side]);
        let line = |number: u32, verb: &str, options: &[Vec<String>]| {
            Line::new(label(number), verb, path.clone(), options)
        };
        let circumstances = asked.circumstances.words();
        let mut counted = vec![asked.cases.clone(), circumstances];
        counted.extend(asked.districts.1.map(|file| words(["--districts", &file.display().to_string()])));
        let cases: Vec<_> = runs.iter().map(|run| run.json(asked.districts.0)).collect();
        let coverage = answers::report(region, &cases, &Notices::of(region).said());

        // What a walk may take is what the count leaves for it: then all sections mean the same by "in time".
        let mut of_walks = asked.circumstances.clone();
        of_walks.within = asked.circumstances.within.map(|within| {
            let walk = runs[0].city.walk_within(within).unwrap_or_default();
            // A command line has whole seconds.
            Ds(walk.0 / 10 * 10)
        });
        let common = [asked.first.words(), of_walks.words()].concat();
        let reserve =
            if self.reserve == Share(0) { vec![] } else { words(["--reserve", &self.reserve.to_string()]) };
        let each = self.places_each.map_or(vec![], |each| words(["--places-each", &each.to_string()]));
        let counting = [reserve, each].concat();
        let places = solved(line(2, "assign", &[common.clone(), counting.clone()]), region, texts);
        // Doors are ranked all the same where nobody has a place anyway.
        let with_places = match &places {
            Ok(_) => [words(["--with-places", "--top", &self.top.to_string()]), counting].concat(),
            Err(_) => vec![],
        };
        let doors = [
            common.clone(),
            words(["--rank", "--pairs", "3", "--streets", &self.streets.to_string()]),
            with_places,
        ];
        let new = words([
            "--new",
            &self.new.to_string(),
            "--candidates",
            if self.candidates == Candidates::Osm { "osm" } else { "nodes" },
            "--curve",
        ]);
        Ok(Side {
            name: &asked.names[side],
            region,
            runs,
            notices: Notices::told(region, texts),
            coverage: line(1, "coverage", &counted).answered(&coverage, texts)?,
            places: places.map_err(|error| error.to_string()),
            doors: ranked(line(3, "whatif", &doors), region, texts).map_err(|error| error.to_string()),
            sites: chosen(line(4, "site", &[common, new]), region, texts).map_err(|error| error.to_string()),
        })
    }
}

fn words<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).to_vec()
}

fn solved<'a>(line: Line, region: &'a Region, texts: &'static Texts) -> Result<(Cited, Solved<'a>)> {
    let args: assign::Args = line.parsed()?;
    let solved = Solved::of(&args, region)?;
    Ok((line.answered(&solved.report(&args, Notices::of(region)), texts)?, solved))
}

fn ranked<'a>(line: Line, region: &'a Region, texts: &'static Texts) -> Result<(Cited, City<'a>)> {
    let args: whatif::Args = line.parsed()?;
    let answer = rank::Answer::of(&args, region)?;
    Ok((line.answered(&answer.report(Notices::of(region)), texts)?, answer.city))
}

fn chosen<'a>(line: Line, region: &'a Region, texts: &'static Texts) -> Result<(Cited, Sites<'a>)> {
    let args: site::Args = line.parsed()?;
    let (ground, found) = site::answer(&args, region)?;
    let cited = line.answered(&site::report(&args, &ground, &found, &Notices::of(region)), texts)?;
    Ok((cited, Sites { ground, found }))
}
