//! `hinan whatif --rank`: which locked door hurts most.

use core::ops::ControlFlow;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

use anyhow::{Result, bail};
use hinan_city::City;
use hinan_city::everybody::Everybody;
use hinan_model::Ds;
use hinan_plan::assign::{Goal, PlaceLoss, Problem};
use hinan_plan::doors::{self, BESTS, Choices, Loss, PairLoss};
use hinan_region::Region;

use super::Args;
use super::streets::{self, Streets};
use crate::city::{Threads, open};
use crate::notice::Notices;
use crate::output::{Form, Output, print, print_json, push_cell};
use crate::plans::WIDTH;
use crate::progress::Progress;
use crate::tell::{count, left, many, plain, right, wrap};
use hinan_server::answers::places::{Each, Places, Share};

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
    /// With --rank: so many of the streets of the map (bridges, underpasses) whose closure costs most
    #[arg(long, value_name = "N", requires = "rank", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=1000))]
    streets: u16,
    /// With --rank: so many people at each doorstep (each node, where there are none), whatever the region knows
    #[arg(long, value_name = "N", requires = "rank", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    people_each: Option<u32>,
    /// With --rank: count places, too: everybody is assigned anew without each of the worst doors, as `hinan assign` does it
    #[arg(long, requires = "rank")]
    with_places: bool,
    /// With --with-places: so many of the worst doors
    #[arg(long, value_name = "N", requires = "with_places", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    top: u32,
    /// With --with-places: as for `hinan assign`
    #[arg(long, value_name = "N|hash", requires = "with_places")]
    places_each: Option<Each>,
    /// With --with-places: as for `hinan assign`
    #[arg(long, value_name = "SHARE", requires = "with_places", default_value = "0")]
    reserve: Share,
}

/// One locked door.
#[derive(serde::Serialize)]
struct Door<'a> {
    rank: usize,
    shelter: &'a str,
    name: &'a str,
    #[serde(flatten)]
    loss: Loss,
    /// Where places are counted: of the worst doors.
    #[serde(skip_serializing_if = "Option::is_none")]
    with_places: Option<PlaceLoss>,
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
pub struct Report<'a> {
    place: &'a str,
    walker: &'a str,
    hazard: Option<String>,
    within_ds: Option<u32>,
    /// Whether the region knows people; else every start counts alike.
    people_are_counted: bool,
    people: u64,
    in_time: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    with_places: Option<&'a Placed>,
    doors: Vec<Door<'a>>,
    pairs: Vec<Pair<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_streets: Option<&'a Streets>,
    #[serde(flatten)]
    notices: Notices,
}

/// How it is with all doors open, where places are counted.
#[derive(serde::Serialize)]
struct Placed {
    placed: u64,
    left_without_shelter: u64,
    people_x_time_ds: u128,
    remarks: Vec<String>,
    #[serde(skip)]
    losses: Vec<PlaceLoss>,
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
        let choices = city.choices(&engine, &everybody, &Threads);
        let losses = doors::losses(engine.starts.shelters(), &choices);
        let is_open = |shelter: &u32| engine.starts.is_open(*shelter);
        let order: Vec<u32> = doors::ranking(&losses).into_iter().filter(is_open).collect();
        let mut pairs = doors::pairs(&losses, &choices, pairs);
        pairs.retain(|pair| pair.shelters.iter().all(is_open));
        Ok(Ranked { in_time: in_time(&choices), everybody, losses, order, pairs })
    }
}

/// A question of doors, answered.
pub struct Answer<'r> {
    /// The region and the question.
    pub city: City<'r>,
    ranked: Ranked,
    placed: Option<Placed>,
    closed_streets: Option<Streets>,
}

impl<'r> Answer<'r> {
    /// Ranks the doors of a region as `args` ask.
    ///
    /// # Errors
    /// Where nobody starts anywhere, or places are asked for and there are none.
    pub fn of(args: &Args, region: &'r Region) -> Result<Answer<'r>> {
        let asked = &args.ranking;
        let city = args.circumstances.ask(&args.case, region)?;
        let ranked = Ranked::of(&city, asked.people_each, usize::from(asked.pairs))?;
        if ranked.everybody.demands.is_empty() {
            bail!(
                "{}: nobody starts anywhere in this region; --people-each N puts N people at each start",
                args.city.display()
            );
        }
        let placed = asked.with_places.then(|| placed(asked, &city, &ranked)).transpose()?;
        let closed_streets = (asked.streets > 0)
            .then(|| streets::rank(&city, &ranked.everybody, usize::from(asked.streets)))
            .transpose()?;
        Ok(Answer { city, ranked, placed, closed_streets })
    }

    /// The answer as data.
    pub fn report(&self, notices: Notices) -> Report<'_> {
        let Answer { city, ranked, placed, closed_streets } = self;
        let Ranked { everybody, losses, order, pairs, in_time } = ranked;
        let with_places = self.with_places();
        let doors = (1..).zip(order).map(|(rank, &shelter)| {
            door(city, rank, (shelter, losses[shelter as usize], with_places.get(rank - 1)))
        });
        Report {
            place: &city.region.meta().name,
            walker: city.walker_name(),
            hazard: city.question.threat.map(|threat| threat.to_string()),
            within_ds: city.question.within.map(|within| within.0),
            people_are_counted: everybody.is_counted,
            people: everybody.people(),
            in_time: *in_time,
            doors: doors.collect(),
            pairs: pairs.iter().map(|two| pair(city, two)).collect(),
            with_places: placed.as_ref(),
            closed_streets: closed_streets.as_ref(),
            notices,
        }
    }

    /// Of the worst doors, where places are counted.
    fn with_places(&self) -> &[PlaceLoss] {
        self.placed.as_ref().map_or(&[], |placed| &placed.losses)
    }
}

/// Runs the ranking.
pub fn run(args: &Args) -> Result<()> {
    let output = match &args.output {
        Some(path) => Some(Output::named(Some(path), &[Form::Csv])?),
        None => None,
    };
    let region = open(&args.city)?;
    let answer = Answer::of(args, &region)?;
    let notices = Notices::of(&region);
    if let Some(output) = output {
        let Ranked { order, losses, .. } = &answer.ranked;
        output.write(|out| out.write_all(&rows(&answer.city, order, losses, answer.with_places())))?;
        if let Some(path) = output.path {
            notices.beside(path)?;
        }
    }
    let report = answer.report(notices);
    if args.json { print_json(&report) } else { print(&in_words(&report)) }
}

fn in_time(choices: &[Choices]) -> u64 {
    let reaching = choices.iter().filter(|choice| choice.bests[0].is_some());
    reaching.map(|choice| u64::from(choice.people)).sum()
}

/// What each of the worst doors costs where places are counted.
fn placed(asked: &RankArgs, city: &City<'_>, ranked: &Ranked) -> Result<Placed> {
    let places = Places::of(city, asked.places_each, asked.reserve, |_| true);
    if places.total() == 0 {
        bail!("{}", places.why_none());
    }
    let engine = city.engine(1, &Threads)?;
    let entrances = city.open_entrances(&engine);
    let problem = Problem {
        network: city.region.network(),
        graph: &engine.graph,
        entrances: &entrances,
        capacity: &places.capacity,
        demands: &ranked.everybody.demands,
        goal: Goal::Total,
        keep_together: false,
    };
    let locking = problem.locking(&Threads, &mut |_| ControlFlow::Continue(()))?;
    let worst = &ranked.order[..ranked.order.len().min(asked.top as usize)];
    let (progress, done) = (Progress::new(), AtomicU64::new(0));
    let told = || progress.tell("locking doors", done.fetch_add(1, Relaxed) + 1, worst.len() as u64);
    let losses = locking.doors(worst, &Threads, &told)?;
    let open = locking.answer();
    Ok(Placed {
        placed: open.placed,
        left_without_shelter: open.without,
        people_x_time_ds: open.people_x_time,
        remarks: places.remarks,
        losses,
    })
}

fn door<'a>(
    city: &'a City<'_>,
    rank: usize,
    (shelter, loss, with_places): (u32, Loss, Option<&PlaceLoss>),
) -> Door<'a> {
    let (id, name) = names(city, shelter);
    Door { rank, shelter: id, name, loss, with_places: with_places.copied() }
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

fn rows(city: &City<'_>, order: &[u32], losses: &[Loss], with_places: &[PlaceLoss]) -> Vec<u8> {
    let mut out = b"rank,shelter,lose,longer,longer_people_x_ds".to_vec();
    if !with_places.is_empty() {
        out.extend_from_slice(b",more_without,more_people_x_time_ds");
    }
    out.push(b'\n');
    let is_with_places = !with_places.is_empty();
    let mut with_places = with_places.iter();
    for (rank, &shelter) in (1_u64..).zip(order) {
        out.extend_from_slice(format!("{rank},").as_bytes());
        push_cell(&mut out, names(city, shelter).0);
        let Loss { lose, longer, longer_people_x_ds } = losses[shelter as usize];
        out.extend_from_slice(format!(",{lose},{longer},{longer_people_x_ds}").as_bytes());
        if let Some(PlaceLoss { more_without, more_people_x_time_ds }) = with_places.next() {
            out.extend_from_slice(format!(",{more_without},{more_people_x_time_ds}").as_bytes());
        } else if is_with_places {
            out.extend_from_slice(b",,");
        }
        out.push(b'\n');
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
    if let Some(placed) = &report.with_places {
        text += &wrap(
            "\n",
            &format!(
                "{} have a place in time, {} have none; \"no place\" is how many more have none with the door locked.",
                count(placed.placed),
                count(placed.left_without_shelter)
            ),
            WIDTH,
        );
        for remark in &placed.remarks {
            text += &wrap("\n", remark, WIDTH);
        }
    }
    let no_place =
        |cell: &str| report.with_places.as_ref().map(|_| right(cell, 10) + " ").unwrap_or_default();
    text += &format!(
        "\n\n{}{} {} {} shelter\n",
        no_place("no place"),
        right("lose", 10),
        right("longer", 10),
        right("each more", 10)
    );
    for door in report.doors.iter().take(SHOWN) {
        let more = door.with_places.map_or(String::new(), |loss| count(loss.more_without));
        text += &format!("{}{}\n", no_place(&more), row(&door.loss, &plain(door.name, 50)));
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
    if let Some(closed) = &report.closed_streets {
        text += &format!(
            "\nClosed streets, the worst first ({} tried; of the others none costs more than {} their shelter):\n",
            count(closed.tried as u64),
            count(closed.untried_at_most)
        );
        for street in &closed.streets {
            text += &format!("{}\n", row(&street.loss, &plain(&street.title(), 50)));
        }
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
