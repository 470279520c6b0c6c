//! `hinan coverage`: how many people are in a shelter in time, and who is left out.

mod layers;
pub mod pictures;
pub mod words;

use std::path::PathBuf;

use anyhow::Result;
use hinan_city::{City, Doorsteps};
use hinan_hours::LocalTime;
use hinan_layers::{Areas, Wanted};
use hinan_model::{AreaIndex, Ds, Hazard, NamedArea, Threat};
use hinan_plan::{Counted, Coverage};
use hinan_region::Region;
use hinan_server::answers::coverage as answers;
use hinan_texts::Texts;
use serde_json::Value;

use crate::circumstances::{Case, Circumstances, ask};
use crate::city::{Threads, open};
use crate::failure::Usage;
use crate::language::Reader;
use crate::notice::Notices;
use crate::output::{print, print_json, remark};
use crate::picture::Picture;

/// How many people reach a shelter in time: by hazard, walker, hour, district
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    #[command(flatten)]
    cases: Cases,
    #[command(flatten)]
    circumstances: Circumstances,
    /// Districts to count by (GeoJSON, GeoPackage)
    #[arg(long, value_name = "FILE")]
    districts: Option<PathBuf>,
    #[command(flatten)]
    reader: Reader,
    /// Report as JSON
    #[arg(long)]
    json: bool,
    /// The districts (doorsteps where none are given) with what was counted: .csv, .geojson, .gpkg, .parquet
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// With --districts: write doorsteps to -o all the same
    #[arg(long, requires = "districts")]
    doorsteps: bool,
    /// Curve of who walks how far: .svg or .png
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,
    /// Bands of 3 minutes as bars: .svg or .png
    #[arg(long, value_name = "FILE")]
    bands: Option<PathBuf>,
    /// Map of doorsteps by minutes: .svg or .png
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
}

const EXAMPLE: &str = "\
Examples:
  hinan coverage oslo.hinan
  hinan coverage oslo.hinan --hazard air-raid --within 5min --walker adult older wheelchair
  hinan coverage telaviv.hinan --hazard air-raid --at 2026-11-22T03:00 2026-11-22T14:00 --plot curve.svg
  hinan coverage sendai.hinan --hazard tsunami --districts districts.gpkg -o districts.parquet --map map.png

People are counted, not ground; where a region has no people, doorsteps are. In time: walk, entrance,
--delay and own floors need at most nine tenths of what the hazard leaves, or the building itself is a
shelter. Without --hazard and --within every hazard is counted that a shelter of the region is offered
for; with --within alone no shelter is left out for its nature.
Files of -o, --map and --bands show the first case.";

/// The cases that are counted: every hazard with every walker at every time.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Circumstances")]
pub struct Cases {
    /// What people flee from, one or several cases: air-raid tsunami earthquake+tsunami
    #[arg(long, value_name = "HAZARD", num_args = 1..)]
    hazard: Vec<Threat>,
    /// Who walks, one or several cases [default: older]
    #[arg(long, value_name = "WALKER", num_args = 1..)]
    walker: Vec<String>,
    /// Day and time at the place, one or several cases: 2026-11-22T03:00
    #[arg(long, value_name = "TIME", num_args = 1..)]
    at: Vec<LocalTime>,
}

/// What one case came to.
pub struct Run<'r> {
    /// The region and the question.
    pub city: City<'r>,
    /// Its doorsteps, judged.
    pub doorsteps: Doorsteps,
    /// The count.
    pub coverage: Coverage,
}

/// The most cases of one call: each is a search over the whole city.
const MOST_CASES: usize = answers::MOST_CASES;

impl Cases {
    /// Counts every case.
    ///
    /// # Errors
    /// Where the region has no such walker, or the cases are too many.
    pub fn run<'r>(
        &self,
        region: &'r Region,
        circumstances: &Circumstances,
        districts: &[NamedArea],
    ) -> Result<Vec<Run<'r>>> {
        let forbidden = circumstances.forbidden(region)?;
        let index = AreaIndex::new(districts.iter().map(|district| &district.area));
        let cases = self.all(region, circumstances)?;
        if cases.len() > MOST_CASES {
            return Err(Usage::because(format!(
                "{} cases are more than {MOST_CASES}; ask for fewer",
                cases.len()
            )));
        }
        cases
            .iter()
            .map(|case| {
                let city = ask(region, circumstances.question(case, &forbidden))?;
                let engine = city.engine(2, &Threads)?;
                let doorsteps = city.doorsteps(&engine, &index, &Threads);
                let coverage = Coverage::of(&doorsteps.all, districts.len() as u32);
                Ok(Run { city, doorsteps, coverage })
            })
            .collect()
    }

    /// The same cases for two regions.
    ///
    /// # Errors
    /// Never but for a mistake in the options.
    pub fn of_both(&self, a: &Region, b: &Region, circumstances: &Circumstances) -> Result<Cases> {
        let mut hazards: Vec<Threat> = Vec::new();
        for region in [a, b] {
            for threat in self.hazards(region, circumstances)?.into_iter().flatten() {
                if !hazards.contains(&threat) {
                    hazards.push(threat);
                }
            }
        }
        Ok(Cases { hazard: hazards, ..self.clone() })
    }

    /// The options as they are typed.
    pub fn words(&self) -> Vec<String> {
        let lists = [
            ("--hazard", self.hazard.iter().map(Threat::to_string).collect()),
            ("--walker", self.walker.clone()),
            ("--at", self.at.iter().map(LocalTime::to_string).collect::<Vec<_>>()),
        ];
        let given = lists.into_iter().filter(|(_, values)| !values.is_empty());
        given.flat_map(|(option, values)| [vec![option.to_owned()], values].concat()).collect()
    }

    /// The first of them.
    pub fn first(&self) -> Case {
        Case {
            hazard: self.hazard.first().copied(),
            walker: self.walker.first().cloned(),
            at: self.at.first().copied(),
        }
    }

    /// Every hazard with every walker at every time.
    fn all(&self, region: &Region, circumstances: &Circumstances) -> Result<Vec<Case>> {
        let hazards = self.hazards(region, circumstances)?;
        fn or_none<T: Clone>(list: &[T]) -> Vec<Option<T>> {
            if list.is_empty() { vec![None] } else { list.iter().cloned().map(Some).collect() }
        }
        let mut cases = Vec::new();
        for hazard in &hazards {
            for walker in or_none(&self.walker) {
                for at in or_none(&self.at) {
                    cases.push(Case { hazard: *hazard, walker: walker.clone(), at });
                }
            }
        }
        Ok(cases)
    }

    /// The hazards asked for. Where none is: with a time of its own the case without any, else those
    /// that some shelter is offered for.
    fn hazards(&self, region: &Region, circumstances: &Circumstances) -> Result<Vec<Option<Threat>>> {
        if !self.hazard.is_empty() {
            return Ok(self.hazard.iter().copied().map(Some).collect());
        }
        if circumstances.within.is_some() {
            return Ok(vec![None]);
        }
        let offered: Vec<Option<Threat>> =
            answers::offered_hazards(region).into_iter().map(|hazard| Some(Threat::of(hazard))).collect();
        if offered.is_empty() {
            remark("No shelter of this region is offered for any hazard: air-raid is counted.");
            return Ok(vec![Some(Threat::of(Hazard::AirRaid))]);
        }
        Ok(offered)
    }
}

impl Run<'_> {
    /// What was asked, in words: `tsunami, older, 2026-11-22T03:00`.
    pub fn name(&self) -> String {
        let question = &self.city.question;
        let mut words: Vec<String> = question.threat.iter().map(Threat::to_string).collect();
        words.push(self.city.walker_name().to_owned());
        words.extend(question.at.map(|at| at.to_string()));
        words.join(", ")
    }

    /// The same as people read it.
    pub fn told(&self, texts: &Texts) -> String {
        told(&self.city, texts)
    }

    /// The least and the most time that a doorstep has.
    pub fn budgets(&self) -> Option<(Ds, Ds)> {
        answers::budgets(&self.doorsteps)
    }

    /// As JSON.
    pub fn json(&self, districts: &[NamedArea]) -> Value {
        answers::case(&self.city, &self.doorsteps, &self.coverage, districts)
    }
}

/// Reads `--districts`.
///
/// # Errors
/// Where the file has no areas.
pub fn read_districts(path: Option<&PathBuf>) -> Result<Vec<NamedArea>> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let Areas { areas: districts, complaints, .. } = hinan_layers::read_areas(path, &Wanted::default())?;
    complaints.iter().for_each(|complaint| remark(&complaint.to_string()));
    Ok(districts)
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let pictures =
        [&args.plot, &args.bands, &args.map].map(|path| path.as_deref().map(Picture::named).transpose());
    let [plot, bands, map] = pictures;
    let (plot, bands, map) = (plot?, bands?, map?);
    let layer = args.output.as_deref().map(layers::LayerFile::named).transpose()?;
    let region = open(&args.city)?;
    let districts = read_districts(args.districts.as_ref())?;
    let runs = args.cases.run(&region, &args.circumstances, &districts)?;
    let notices = Notices::told(&region, args.reader.texts());
    let Some(first) = runs.first() else { return Ok(()) };
    if let Some(file) = layer {
        let by_district = !districts.is_empty() && !args.doorsteps;
        file.write(&if by_district {
            layers::districts(first, &districts, &notices)
        } else {
            layers::doorsteps(first, &notices)
        })?;
    }
    if let Some(plot) = plot {
        plot.write(&pictures::curve(&runs.iter().collect::<Vec<_>>(), &region.meta().name, &notices))?;
    }
    if let Some(bands) = bands {
        bands.write(&pictures::bands(first, &region.meta().name, &notices))?;
    }
    if let Some(map) = map {
        let drawn = pictures::map(first, &districts, &notices);
        let drawn =
            drawn.ok_or_else(|| Usage::because("--map: the streets of this region have no places"))?;
        map.write(&drawn.svg())?;
    }
    if args.json {
        let cases: Vec<Value> = runs.iter().map(|run| run.json(&districts)).collect();
        return print_json(&answers::report(&region, &cases, &notices.said()));
    }
    print(&words::told(&region, &runs, &districts, &notices))
}

/// What was asked of a city, as people read it.
pub fn told(city: &City<'_>, texts: &Texts) -> String {
    let threat = city.question.threat.map(|threat| texts.threat(threat));
    let at = city.question.at.map(|at| at.to_string());
    texts.list(threat.into_iter().chain([texts.walker(city.walker_name())]).chain(at))
}

/// What is counted, in words.
pub fn unit(counted: Counted, texts: &Texts) -> String {
    texts.word(match counted {
        Counted::People => "unit-people",
        Counted::Doorsteps => "unit-doorsteps",
    })
}
