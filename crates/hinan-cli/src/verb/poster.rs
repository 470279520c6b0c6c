//! `hinan poster`: what hangs at an entrance, on paper.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, Result, bail};
use hinan_city::{City, Engine, NoSpot};
use hinan_hours::LocalTime;
use hinan_model::shelter::Visibility;
use hinan_model::{Place, Threat};
use hinan_poster::{Base, Case, Door, Letters, Paper, Press, pdf};
use hinan_reach::Workers as _;
use hinan_region::Region;
use hinan_texts::Language;
use jiff::civil::Date;

use crate::circumstances::{Case as Asked, Circumstances, ask};
use crate::city::{Threads, open};
use crate::failure::Usage;
use crate::output::remark;
use crate::progress::Progress;
use crate::tell::{count, many};

/// Posters for entrances: the ways to shelters A and B, minutes, a map, a code for the guide
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
#[command(group(clap::ArgGroup::new("where").required(true).args(["at", "doorstep", "all"])))]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// The entrance: latitude and longitude in degrees
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    at: Option<Place>,
    /// The entrance: the id of a doorstep of the region
    #[arg(long, value_name = "ID")]
    doorstep: Option<String>,
    /// Every doorstep of the region
    #[arg(long)]
    all: bool,
    /// With --all: at most so many doorsteps, in the region's order
    #[arg(long, value_name = "N", requires = "all")]
    limit: Option<usize>,
    /// What people call the entrance, such as "Storgata 1" [default: the name of its street]
    #[arg(long, value_name = "TEXT", conflicts_with = "all")]
    name: Option<String>,
    /// What people flee from, as for `hinan route`; several make one poster each. Without, no shelter is
    /// left out for its nature, and the poster says so
    #[arg(long, value_name = "HAZARD", value_delimiter = ',')]
    hazard: Vec<Threat>,
    /// Who walks: adult, older (default), child, wheelchair, each also with -night
    #[arg(long, help_heading = "Circumstances")]
    walker: Option<String>,
    /// Day and time at the place that the poster is for: what is closed then is not offered, and in the
    /// dark people walk as at night
    #[arg(long = "at-time", value_name = "TIME", help_heading = "Circumstances")]
    time: Option<LocalTime>,
    #[command(flatten)]
    circumstances: Circumstances,
    /// The languages, the most important first: en, ja, uk, ru; at most four
    #[arg(
        long,
        value_name = "LANGUAGES",
        env = "HINAN_LANGUAGE",
        default_value = "en",
        value_delimiter = ','
    )]
    lang: Vec<Language>,
    /// The paper: a4, a3
    #[arg(long, default_value = "a4")]
    size: Paper,
    /// The address of the guide, for the code: <https://example.org/oslo/>
    #[arg(long, value_name = "URL")]
    base: Option<Base>,
    /// The day of printing, such as 2026-11-23: the poster then says whether its data is older than 90 days
    #[arg(long, value_name = "DAY")]
    date: Option<Date>,
    /// Fonts for what hinan's own letters lack, before those of this machine
    #[arg(long, value_name = "FILE", num_args = 1..)]
    letters: Vec<PathBuf>,
    /// Also send people to shelters that their list's owner keeps private: not for publication
    #[arg(long)]
    with_private: bool,
    /// At most so many posters in one PDF
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u16).range(1..=5000))]
    pages: u16,
    /// In a folder: pdf or svg files
    #[arg(long, value_name = "FORM", default_value = "pdf")]
    form: Form,
    /// F.pdf, F.svg (one poster), or a folder with a file a poster
    #[arg(short, long, value_name = "F.pdf|F.svg|DIR")]
    output: PathBuf,
}

const EXAMPLE: &str = "\
Examples:
  hinan poster oslo.hinan --at 59.9139,10.7522 --hazard air-raid --base https://example.org/oslo/ -o door.pdf
  hinan poster sendai.hinan --doorstep 2345 --hazard earthquake,tsunami --lang ja,en --size a3 -o door.pdf
  hinan poster oslo.hinan --all --hazard air-raid --base https://example.org/oslo/ -o posters/

Where more than --pages posters go to F.pdf, there are several files: F-0001.pdf, F-0002.pdf, ...
The code holds the entrance behind a #, which no browser sends to a server.";

/// What files in a folder are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Pdf,
    Svg,
}

/// Where posters go.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// PDFs of many pages: the path of the first, which the others are numbered after.
    Pdf(PathBuf),
    /// One SVG.
    Svg(PathBuf),
    /// A file a poster.
    Folder(PathBuf, Form),
}

/// One poster to make.
#[derive(Clone, Debug)]
struct Sheet {
    door: Door,
    /// Number of the doorstep, for the name of a file.
    number: Option<usize>,
    /// Which question.
    case: usize,
}

/// Posters that go into one file, or, in a folder, to one worker.
struct Job {
    number: usize,
    sheets: Vec<Sheet>,
    done: Result<()>,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    if args.lang.is_empty() || args.lang.len() > Press::MOST_LANGUAGES {
        return Err(Usage::because(format!(
            "--lang: name one to {} languages; more leave no room for the map",
            Press::MOST_LANGUAGES
        )));
    }
    let target = Target::of(&args.output, args.form)?;
    let letters = Letters::new(read_letters(&args.letters)?, true)?;
    let region = open(&args.city)?;
    if region.places().is_empty() {
        return Err(Usage::because(format!(
            "{}: the nodes of this region have no places, so that there is no map to draw; build it from streets with places",
            args.city.display()
        )));
    }
    let cities = ask_all(args, &region)?;
    let engines: Vec<Engine> =
        cities.iter().map(|city| Ok(city.engine(2, &Threads)?)).collect::<Result<_>>()?;
    let cases: Vec<Case<'_>> =
        cities.iter().zip(&engines).map(|(city, engine)| Case { city, engine }).collect();
    let sheets = sheets(args, &region, cases.len())?;
    if let (Target::Svg(path), true) = (&target, sheets.len() > 1) {
        return Err(Usage::because(format!(
            "-o {}: an SVG holds one poster and there are {}; name a .pdf, or a folder and --form svg",
            path.display(),
            count(sheets.len() as u64)
        )));
    }
    if args.base.is_none() {
        remark("no --base: the posters have no code, as it is not known where the guide is");
    }
    let press =
        Press { languages: args.lang.clone(), paper: args.size, base: args.base.clone(), today: args.date };
    Run { press, cases, letters, target, asked: sheets.len(), is_all: args.all }
        .print(sheets, usize::from(args.pages))
}

fn read_letters(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>> {
    let read = |path: &PathBuf| {
        let name = path.display().to_string();
        let content = std::fs::read(path).with_context(|| format!("{name}: cannot be read"))?;
        Ok((name, content))
    };
    paths.iter().map(read).collect()
}

/// One city a hazard.
fn ask_all<'r>(args: &Args, region: &'r Region) -> Result<Vec<City<'r>>> {
    let forbidden = args.circumstances.forbidden(region)?;
    let mut hazards: Vec<Option<Threat>> = args.hazard.iter().copied().map(Some).collect();
    if hazards.is_empty() {
        hazards.push(None);
    }
    let private = (0..)
        .zip(region.shelters())
        .filter(|(_, shelter)| shelter.visibility == Visibility::Private && !args.with_private);
    let private: Vec<u32> = private.map(|(number, _)| number).collect();
    if !private.is_empty() {
        remark(&format!(
            "{} left out: a poster is public (--with-private)",
            many(private.len() as u64, "private shelter is", "private shelters are")
        ));
    }
    hazards
        .into_iter()
        .map(|hazard| {
            let case = Asked { hazard, walker: args.walker.clone(), at: args.time };
            let mut question = args.circumstances.question(&case, &forbidden);
            question.what_if.close.clone_from(&private);
            ask(region, question)
        })
        .collect()
}

/// What is to be printed, in order: door by door, for each all hazards.
fn sheets(args: &Args, region: &Region, cases: usize) -> Result<Vec<Sheet>> {
    let doors: Vec<(Door, Option<usize>)> = if let Some(place) = args.at {
        vec![(Door { place, id: None, name: args.name.clone() }, None)]
    } else if let Some(id) = &args.doorstep {
        let number = find_doorstep(region, id)?;
        vec![(Door { name: args.name.clone(), ..door(region, number) }, Some(number))]
    } else {
        let all = region.doorsteps().len();
        if all == 0 {
            bail!("{}: the region has no doorsteps; name a place with --at LAT,LON", args.city.display());
        }
        (0..all.min(args.limit.unwrap_or(all))).map(|number| (door(region, number), Some(number))).collect()
    };
    let each = |(door, number): (Door, Option<usize>)| {
        (0..cases).map(move |case| Sheet { door: door.clone(), number, case })
    };
    Ok(doors.into_iter().flat_map(each).collect())
}

fn door(region: &Region, number: usize) -> Door {
    let place = region.doorsteps().get(number).map(|record| record.place).unwrap_or_default();
    Door { place, id: region.doorstep_id(number).map(str::to_owned), name: None }
}

fn find_doorstep(region: &Region, id: &str) -> Result<usize> {
    let all = region.doorsteps().len();
    (0..all).find(|&number| region.doorstep_id(number) == Some(id)).ok_or_else(|| {
        let example = region.doorstep_id(0).unwrap_or_default();
        Usage::because(match all {
            0 => format!("--doorstep {id}: this region has no doorsteps; name a place with --at LAT,LON"),
            _ => format!("--doorstep {id}: there is no such doorstep; ids look like {example}"),
        })
    })
}

impl Target {
    fn of(path: &Path, form: Form) -> Result<Target> {
        let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
        match extension.as_deref() {
            _ if path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', '\\']) => {
                Ok(Target::Folder(path.to_owned(), form))
            }
            Some("pdf") => Ok(Target::Pdf(path.to_owned())),
            Some("svg") => Ok(Target::Svg(path.to_owned())),
            None => Ok(Target::Folder(path.to_owned(), form)),
            Some(_) => Err(Usage::because(format!(
                "-o {}: posters are written as .pdf, .svg, or into a folder",
                path.display()
            ))),
        }
    }
}

/// A print run.
struct Run<'r> {
    press: Press,
    cases: Vec<Case<'r>>,
    letters: Letters,
    target: Target,
    asked: usize,
    is_all: bool,
}

/// What happened to the posters of a run.
#[derive(Default)]
struct Told {
    printed: AtomicU64,
    /// Doors where nobody can start.
    left_out: Mutex<Vec<String>>,
    lacking: Mutex<BTreeSet<char>>,
}

impl Run<'_> {
    fn print(&self, sheets: Vec<Sheet>, pages: usize) -> Result<()> {
        if let Target::Folder(folder, _) = &self.target {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("{}: cannot be made", folder.display()))?;
        }
        let files = sheets.len().div_ceil(pages);
        let mut jobs: Vec<Job> = sheets
            .chunks(pages)
            .zip(1..)
            .map(|(sheets, number)| Job { number, sheets: sheets.to_vec(), done: Ok(()) })
            .collect();
        let (told, progress) = (Told::default(), Progress::new());
        Threads.run(&mut jobs, |job| job.done = self.job(job.number, &job.sheets, files, &told, &progress));
        drop(progress);
        for job in jobs {
            job.done?;
        }
        self.remarks(told)
    }

    fn job(
        &self,
        number: usize,
        sheets: &[Sheet],
        files: usize,
        told: &Told,
        progress: &Progress,
    ) -> Result<()> {
        let mut svgs = Vec::with_capacity(sheets.len());
        for sheet in sheets {
            match self.press.poster(self.cases[sheet.case], &sheet.door) {
                Ok(svg) => svgs.push((sheet, svg)),
                Err(none) if self.is_all => told.leave_out(sheet, &none),
                Err(none) => return Err(none.into()),
            }
            let done = told.printed.load(Ordering::Relaxed) + svgs.len() as u64;
            progress.tell("posters", done, self.asked as u64);
        }
        let printed = svgs.len() as u64;
        match &self.target {
            Target::Pdf(path) if !svgs.is_empty() => {
                let pages: Vec<String> = svgs.into_iter().map(|(_, svg)| svg).collect();
                self.write_pdf(&numbered(path, number, files), &pages, told)?;
            }
            Target::Svg(path) => svgs.iter().try_for_each(|(_, svg)| write(path, svg.as_bytes()))?,
            Target::Folder(folder, form) => {
                for (sheet, svg) in svgs {
                    let path = folder.join(self.file_name(sheet, *form));
                    match form {
                        Form::Svg => write(&path, svg.as_bytes())?,
                        Form::Pdf => self.write_pdf(&path, &[svg], told)?,
                    }
                }
            }
            Target::Pdf(_) => {}
        }
        told.printed.fetch_add(printed, Ordering::Relaxed);
        Ok(())
    }

    fn write_pdf(&self, path: &Path, pages: &[String], told: &Told) -> Result<()> {
        let case = self.letters.case_for(pages.iter().map(String::as_str));
        if let Ok(mut lacking) = told.lacking.lock() {
            lacking.extend(&case.lacking);
        }
        let title = self.cases.first().map_or("", |case| case.city.region.meta().name.as_str());
        let language = self.press.languages.first().map_or("en", |language| language.code());
        let bytes = pdf(pages, title, language, self.press.paper, &case)
            .with_context(|| path.display().to_string())?;
        write(path, &bytes)
    }

    /// `000017-air-raid.pdf`: by number, since ids may hold anything.
    fn file_name(&self, sheet: &Sheet, form: Form) -> String {
        let extension = match form {
            Form::Pdf => "pdf",
            Form::Svg => "svg",
        };
        let door = sheet.number.map_or_else(|| "door".to_owned(), |number| format!("{number:06}"));
        match self.cases[sheet.case].city.question.threat {
            Some(threat) => format!("{door}-{threat}.{extension}"),
            None => format!("{door}.{extension}"),
        }
    }

    fn remarks(&self, told: Told) -> Result<()> {
        let mut left_out = told.left_out.into_inner().unwrap_or_default();
        left_out.sort();
        for line in left_out.iter().take(5) {
            remark(line);
        }
        if left_out.len() > 5 {
            remark(&format!("and {} more left out", count(left_out.len() as u64 - 5)));
        }
        let lacking = told.lacking.into_inner().unwrap_or_default();
        if !lacking.is_empty() {
            let signs: String = lacking.iter().take(40).collect();
            remark(&format!(
                "no font has {signs}: {} on the posters. Install a font for them (Debian: fonts-noto-core, \
                 fonts-noto-cjk), or name one with --letters",
                if lacking.len() == 1 { "it is a box" } else { "they are boxes" }
            ));
        }
        if told.printed.into_inner() == 0 {
            bail!("no poster: no street is near any of the doorsteps that were asked for");
        }
        Ok(())
    }
}

impl Told {
    fn leave_out(&self, sheet: &Sheet, none: &NoSpot) {
        let id = sheet.door.id.as_deref().unwrap_or_default();
        if let Ok(mut left_out) = self.left_out.lock() {
            left_out.push(format!("doorstep {id} has no poster: {none}"));
        }
    }
}

/// `F.pdf` where it is the only file, else `F-0001.pdf`.
fn numbered(path: &Path, number: usize, files: usize) -> PathBuf {
    if files <= 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{stem}-{number:04}.pdf"))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("{}: cannot be written", path.display()))
}
