//! `hinan whatif --rank`: which locked door hurts most.

use anyhow::{Result, bail};
use hinan_city::everybody::Everybody;
use hinan_city::{City, Engine, Question};
use hinan_hours::LocalTime;
use hinan_model::{Ds, Threat};
use hinan_plan::doors::{self, BESTS, Choices, Loss, PairLoss};
use rayon::prelude::*;

use super::Args;
use crate::circumstances::ask;
use crate::city::{Threads, open};
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json, push_cell};
use crate::plans::WIDTH;
use crate::tell::{count, left, many, plain, right, wrap};

/// What `--rank` asks besides.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Ranking of doors")]
pub struct RankArgs {
    /// For every shelter: how many people lose their place in time if its door is locked, and how much longer others walk
    #[arg(long, conflicts_with_all = ["close", "open", "close_way", "close_arc"])]
    pub rank: bool,
    /// With --rank: so many of the worst pairs of doors
    #[arg(long, value_name = "N", requires = "rank", default_value_t = 5, value_parser = clap::value_parser!(u16).range(0..=1000))]
    pairs: u16,
    /// With --rank: soon enough is what takes no longer, walk and entrance [default: of the hazard, else any time]
    #[arg(long, value_name = "T", requires = "rank")]
    within: Option<Ds>,
    /// With --rank: what people flee from, as for `hinan route`
    #[arg(long, value_name = "HAZARD", requires = "rank")]
    hazard: Option<Threat>,
    /// With --rank: day and time at the place
    #[arg(long, value_name = "TIME", requires = "rank")]
    at: Option<LocalTime>,
    /// With --rank: so many people at each doorstep (each node, where there are none), whatever the region knows
    #[arg(long, value_name = "N", requires = "rank", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    people_each: Option<u32>,
}

/// One locked door.
#[derive(serde::Serialize)]
struct Door<'a> {
    rank: usize,
    shelter: &'a str,
    name: &'a str,
    #[serde(flatten)]
    loss: Loss,
}

/// Two locked doors.
#[derive(serde::Serialize)]
struct Pair<'a> {
    shelters: [&'a str; 2],
    #[serde(flatten)]
    loss: Loss,
    lose_more_than_apart: u64,
}

#[derive(serde::Serialize)]
struct Report<'a> {
    place: &'a str,
    walker: &'a str,
    hazard: Option<String>,
    within_ds: Option<u32>,
    /// Whether the region knows people; else every start counts alike.
    people_are_counted: bool,
    people: u64,
    in_time: u64,
    doors: Vec<Door<'a>>,
    pairs: Vec<Pair<'a>>,
    #[serde(flatten)]
    notices: Notices,
}

/// What each locked door costs, and some of the worst pairs.
pub struct Ranked {
    /// All who start somewhere.
    pub everybody: Everybody,
    /// What each shelter's locked door costs.
    pub losses: Vec<Loss>,
    /// Shelters that are offered, the worst first: a door that is not offered cannot be locked.
    pub order: Vec<u32>,
    /// The worst pairs.
    pub pairs: Vec<PairLoss>,
    /// How many people reach a shelter in time.
    pub in_time: u64,
}

impl Ranked {
    /// Ranks the doors of a city.
    ///
    /// # Errors
    /// Where the region contradicts itself.
    pub fn of(city: &City<'_>, people_each: Option<u32>, pairs: usize) -> Result<Ranked> {
        let engine = city.engine(BESTS, &Threads)?;
        let everybody = city.everybody(people_each);
        let choices = choices(city, &engine, &everybody);
        let losses = doors::losses(engine.starts.shelters(), &choices);
        let is_open = |shelter: &u32| engine.starts.is_open(*shelter);
        let order: Vec<u32> = doors::ranking(&losses).into_iter().filter(is_open).collect();
        let mut pairs = doors::pairs(&losses, &choices, pairs);
        pairs.retain(|pair| pair.shelters.iter().all(is_open));
        Ok(Ranked { in_time: in_time(&choices), everybody, losses, order, pairs })
    }
}

/// Runs the ranking.
pub fn run(args: &Args) -> Result<()> {
    let asked = &args.ranking;
    let output = match &args.output {
        Some(path) => Some(Output::named(Some(path), &[Form::Csv])?),
        None => None,
    };
    let region = open(&args.city)?;
    let question = Question {
        walker: args.walker.clone(),
        within: asked.within,
        threat: asked.hazard,
        at: asked.at,
        ..Question::default()
    };
    let city = ask(&region, question)?;
    let ranked = Ranked::of(&city, asked.people_each, usize::from(asked.pairs))?;
    if ranked.everybody.demands.is_empty() {
        bail!(
            "{}: nobody starts anywhere in this region; --people-each N puts N people at each start",
            args.city.display()
        );
    }
    let Ranked { everybody, losses, order, pairs, in_time } = &ranked;
    let notices = Notices::of(city.region);
    if let Some(output) = output {
        output.write(|out| out.write_all(&rows(&city, order, losses)))?;
        if let Some(path) = output.path {
            notices.beside(path)?;
        }
    }
    let report = Report {
        place: &city.region.meta().name,
        walker: city.walker_name(),
        hazard: city.question.threat.map(|threat| threat.to_string()),
        within_ds: asked.within.map(|within| within.0),
        people_are_counted: everybody.is_counted,
        people: everybody.people(),
        in_time: *in_time,
        doors: (1..).zip(order).map(|(rank, &shelter)| door(&city, rank, shelter, losses)).collect(),
        pairs: pairs.iter().map(|two| pair(&city, two)).collect(),
        notices,
    };
    if args.json { print_json(&report) } else { print(&in_words(&report)) }
}

/// Where everybody can go.
fn choices(city: &City<'_>, engine: &Engine, everybody: &Everybody) -> Vec<Choices> {
    let answers = city.answers(engine);
    everybody
        .demands
        .par_iter()
        .map_init(Vec::new, |found, demand| {
            answers.find(demand.stand, Some(demand.within), found);
            let mut bests = [None; BESTS];
            for (one, best) in bests.iter_mut().zip(found.iter()) {
                *one = Some(*best);
            }
            Choices { people: demand.people, within: demand.within, bests }
        })
        .collect()
}

fn in_time(choices: &[Choices]) -> u64 {
    let reaching = choices.iter().filter(|choice| choice.bests[0].is_some());
    reaching.map(|choice| u64::from(choice.people)).sum()
}

fn door<'a>(city: &'a City<'_>, rank: usize, shelter: u32, losses: &[Loss]) -> Door<'a> {
    let (id, name) = names(city, shelter);
    Door { rank, shelter: id, name, loss: losses[shelter as usize] }
}

fn pair<'a>(city: &'a City<'_>, pair: &PairLoss) -> Pair<'a> {
    Pair {
        shelters: pair.shelters.map(|shelter| names(city, shelter).0),
        loss: pair.together,
        lose_more_than_apart: pair.lose_more,
    }
}

fn names<'a>(city: &'a City<'_>, shelter: u32) -> (&'a str, &'a str) {
    city.shelter(shelter).map_or(("", ""), |shelter| (shelter.id.as_str(), shelter.title()))
}

fn rows(city: &City<'_>, order: &[u32], losses: &[Loss]) -> Vec<u8> {
    let mut out = b"rank,shelter,lose,longer,longer_people_x_ds\n".to_vec();
    for (rank, &shelter) in (1_u64..).zip(order) {
        out.extend_from_slice(format!("{rank},").as_bytes());
        push_cell(&mut out, names(city, shelter).0);
        let Loss { lose, longer, longer_people_x_ds } = losses[shelter as usize];
        out.extend_from_slice(format!(",{lose},{longer},{longer_people_x_ds}\n").as_bytes());
    }
    out
}

fn in_words(report: &Report<'_>) -> String {
    const SHOWN: usize = 20;
    let who = if report.people_are_counted { "people" } else { "starts (nobody knows how many people)" };
    let mut text = wrap(
        "",
        &format!(
            "{}, walker {}: {} of {} {who} reach a shelter in time. Locked doors, the worst first:",
            report.place,
            report.walker,
            count(report.in_time),
            count(report.people)
        ),
        WIDTH,
    );
    text +=
        &format!("\n\n{} {} {} shelter\n", right("lose", 10), right("longer", 10), right("each more", 10));
    for door in report.doors.iter().take(SHOWN) {
        text += &format!("{}\n", row(&door.loss, &plain(door.name, 50)));
    }
    if report.doors.len() > SHOWN {
        text += &format!(
            "... and {} (--json or -o has all)\n",
            many((report.doors.len() - SHOWN) as u64, "other", "others")
        );
    }
    if !report.pairs.is_empty() {
        text += "\nTwo at once:\n";
    }
    for pair in &report.pairs {
        let [a, b] = pair.shelters.map(|shelter| plain(shelter, 40));
        text += &format!(
            "{}\n",
            row(&pair.loss, &format!("{a} and {b}, {} more than apart", count(pair.lose_more_than_apart)))
        );
    }
    for notice in report.notices.lines() {
        text += &wrap("", &notice, WIDTH);
        text.push('\n');
    }
    text
}

fn row(loss: &Loss, name: &str) -> String {
    let each = match loss.longer {
        0 => "-".to_owned(),
        people => Ds(u32::try_from(loss.longer_people_x_ds / people).unwrap_or(u32::MAX)).to_string(),
    };
    let cells = [count(loss.lose), count(loss.longer), each];
    format!("{} {}", cells.map(|cell| right(&cell, 10)).join(" "), left(name, 50).trim_end())
}
