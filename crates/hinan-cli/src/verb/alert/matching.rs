//! `hinan alert match`: whom a message concerns in a region, and who of them has time.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use hinan_alert::foreign::stage_of;
use hinan_alert::{Ground, Points, Spill, Touch, event};
use hinan_cap::{Alert, Mode, read};
use hinan_city::{City, place_of};
use hinan_desk::Preview;
use hinan_model::{AreaIndex, Ds, Hazard, Shelter, Stage, Threat};
use hinan_plan::{Counted, Coverage, Fate, Tally};
use hinan_region::Region;
use hinan_server::answers::coverage::{is_guess, tally, unit};
use hinan_trust::Envelope;
use serde_json::{Value, json};

use crate::circumstances::{Case, Circumstances};
use crate::city::{Threads, open};
use crate::notice::Notices;
use crate::output::{print, print_json};
use crate::tell::{count, left, many, plain, right};
use crate::verb::alert::file::{Pair, read_bounded};
use crate::verb::alert::when::{self, When};
use crate::verb::alert::words::{line, paragraph};
use crate::verb::coverage::words::share;

/// Whom an alert concerns in a region, and who of them has time to reach a shelter
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// NAME of an alert, or any CAP message
    file: PathBuf,
    /// The region
    #[arg(long, value_name = "CITY.hinan")]
    region: PathBuf,
    /// When people hear it: 2026-11-22T03:05:00+02:00, or +0s for now [default: when it was sent]
    #[arg(long, value_name = "TIME")]
    heard: Option<When>,
    #[command(flatten)]
    case: Case,
    #[command(flatten)]
    circumstances: Circumstances,
    /// Answer as JSON
    #[arg(long)]
    json: bool,
}

const EXAMPLE: &str = "\
Examples:
  hinan alert match night/raid --region city.hinan
  hinan alert match warning.xml --region city.hinan --heard +0s --walker wheelchair --json

The time that is left runs from the message: until the danger arrives where it says so, else as long as
zone, city or hazard leave from its sending on. Hearing it later leaves less. --within sets it instead.
Who may be inside is told apart from who is: a place that nobody knows here may be anywhere.";

/// Doorsteps that lie inside; those of which nobody can tell are the second district.
const INSIDE: u32 = 0;
const MAY_BE: u32 = 1;

/// A message and what it says of the danger.
struct Heard {
    alert: Alert,
    /// What was signed about it, where it is one of ours.
    preview: Option<Preview>,
    hazard: Option<Hazard>,
    stage: Option<Stage>,
    impact_at: Option<i64>,
    at: i64,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let heard = Heard::read(args)?;
    let region = open(&args.region)?;
    let mut case = args.case.clone();
    case.hazard = case.hazard.or(heard.hazard.map(Threat::of));
    let city = args.circumstances.ask(&case, &region)?;
    let found = Match::of(&heard, &region, &city, args.circumstances.within.is_some())?;
    match args.json {
        true => print_json(&found.json(&args.file)),
        false => print(&found.told()),
    }
}

impl Heard {
    fn read(args: &Args) -> Result<Heard> {
        let pair = Pair::of(&args.file);
        let path = if args.file.is_file() && args.file != pair.envelope { &args.file } else { &pair.cap };
        let at = || path.display().to_string();
        let bytes = read_bounded(path, hinan_cap::MAX_BYTES).with_context(at)?;
        let reading = read(&bytes, Mode::Tolerant);
        let Some(alert) = reading.alert else {
            let why = reading.complaints.iter().max_by_key(|complaint| complaint.severity);
            bail!("{}: refused: {}", at(), why.map(ToString::to_string).unwrap_or_default());
        };
        // A message that lies alone, or beside an envelope of another one, speaks for itself.
        let signed = (*path == pair.cap && pair.envelope.exists()).then(|| pair.read()).transpose()?;
        let preview = signed
            .and_then(|files| Preview::of(&Envelope::read(&files.envelope).ok()?, files.cap.as_deref()).ok());
        let said = preview.as_ref().and_then(Preview::message);
        let info = alert.infos.iter().find(|info| event::hazard_of(info).is_some()).or(alert.infos.first());
        let hazard = said.and_then(|said| said.hazard).or_else(|| info.and_then(event::hazard_of));
        let stage = said.and_then(|said| said.stage).or_else(|| info.map(|info| stage_of(info, hazard)));
        let onset = info.and_then(|info| info.onset).map(|onset| onset.unix);
        let impact_at = said.map_or(onset, |said| said.impact_at);
        let at = match args.heard {
            Some(heard) => heard.unix(when::now()?),
            None => alert.sent.unix,
        };
        Ok(Heard { hazard, stage, impact_at, at, preview, alert })
    }

    /// How long it is until the danger, from what a place has from the sending on.
    fn left(&self, budget: Ds, is_given: bool) -> Ds {
        let ds = |seconds: i64| Ds(u32::try_from(seconds.max(0).saturating_mul(10)).unwrap_or(u32::MAX - 1));
        match self.impact_at {
            _ if is_given => budget,
            Some(impact) => ds(impact.saturating_sub(self.at)),
            None if !budget.is_reachable() => budget,
            None => Ds(budget.0.saturating_sub(ds(self.at.saturating_sub(self.alert.sent.unix)).0)),
        }
    }
}

/// What a message comes to in a region.
struct Match<'a> {
    heard: &'a Heard,
    region: &'a Region,
    ground: Ground,
    coverage: Coverage,
    /// The least and the most time that is left inside.
    left: Option<(Ds, Ds)>,
    shelters: usize,
    shelters_may_be: usize,
    offered: usize,
    threat: Option<Threat>,
    walker: String,
    spill: Option<Spill>,
}

impl<'a> Match<'a> {
    fn of(heard: &'a Heard, region: &'a Region, city: &City<'_>, is_given: bool) -> Result<Match<'a>> {
        let gazetteer = hinan_desk::gazetteer(region.zones());
        let ground = Ground::of(heard.alert.infos.iter().flat_map(|info| &info.areas), &gazetteer);
        let engine = city.engine(1, &Threads)?;
        let mut doorsteps = city.doorsteps(&engine, &AreaIndex::default(), &Threads).all;
        let places: Option<Vec<_>> = (0..doorsteps.len()).map(|index| city.doorstep_place(index)).collect();
        let Some(places) = places else {
            bail!(
                "the region has no places (it was made of a network without any): nobody can tell who is inside"
            );
        };
        let mut left: Option<(Ds, Ds)> = None;
        let points = Points::new(&places);
        let mut districts = vec![ground.is_open().then_some(MAY_BE); doorsteps.len()];
        for (runs, district) in [(points.may_be(&ground), MAY_BE), (points.inside(&ground), INSIDE)] {
            points.numbers(&runs).for_each(|number| districts[number as usize] = Some(district));
        }
        for (doorstep, district) in doorsteps.iter_mut().zip(districts) {
            let time = heard.left(doorstep.budget, is_given);
            (doorstep.budget, doorstep.district) = (time, district);
            if district == Some(INSIDE) {
                left = Some(left.map_or((time, time), |(least, most)| (least.min(time), most.max(time))));
            }
        }
        let touches = |wanted: Touch| {
            let of_shelter = |shelter: &Shelter| {
                let places = shelter.entrances.iter().filter_map(|entrance| place_of(region, &entrance.at));
                places.map(|place| ground.at(place)).min().unwrap_or(Touch::Outside)
            };
            region.shelters().iter().filter(|shelter| of_shelter(shelter) == wanted).count()
        };
        let (shelters, shelters_may_be) = (touches(Touch::Inside), touches(Touch::MayBeYou));
        let message = heard.preview.as_ref().and_then(Preview::message);
        let spill = message.map(|message| {
            let people: Vec<u64> = doorsteps.iter().map(|doorstep| u64::from(doorstep.people)).collect();
            message.spill(region.zones(), &points, &people)
        });
        let coverage = Coverage::of(&doorsteps, 2);
        Ok(Match {
            heard,
            region,
            ground,
            coverage,
            left,
            shelters,
            shelters_may_be,
            offered: city.offered_count(),
            threat: city.question.threat,
            walker: city.walker_name().to_owned(),
            spill,
        })
    }

    /// Those inside.
    fn inside(&self) -> &Tally {
        &self.coverage.districts[INSIDE as usize]
    }

    fn may_be(&self) -> &Tally {
        &self.coverage.districts[MAY_BE as usize]
    }

    fn json(&self, file: &Path) -> Value {
        let Match { heard, .. } = self;
        let doubts: Vec<Value> = self
            .ground
            .doubts()
            .iter()
            .map(|doubt| json!({"area": doubt.area, "code": doubt.fault.code(), "reason": doubt.to_string()}))
            .collect();
        let whom = |tally: &Tally, shelters: usize| {
            json!({
                "people": (self.coverage.counted == Counted::People).then(|| tally.total()),
                "doorsteps": tally.doorsteps.iter().map(|(_, doorsteps)| doorsteps).sum::<u64>(),
                "shelters": shelters, "tally": self::tally(tally),
            })
        };
        let notices = Notices::of(self.region);
        json!({
            "file": file.display().to_string(), "place": self.region.meta().name,
            "hazard": heard.hazard.map(Hazard::name), "stage": heard.stage.map(Stage::name),
            "asked": self.threat.map(|threat| threat.to_string()), "walker": self.walker,
            "sent": heard.alert.sent.unix, "heard": heard.at, "impact_at": heard.impact_at,
            "least_left_ds": self.left.map(|(least, _)| least).filter(|left| left.is_reachable()).map(|left| left.0),
            "most_left_ds": self.left.map(|(_, most)| most).filter(|left| left.is_reachable()).map(|left| left.0),
            "counted": self.coverage.counted, "people_are_a_guess": is_guess(self.region),
            "inside": whom(self.inside(), self.shelters),
            "may_be_inside": whom(self.may_be(), self.shelters_may_be),
            "shelters_offered": self.offered,
            "spill": self.spill.map(|spill| json!({
                "people": spill.added.weight, "doorsteps": spill.added.places,
            })),
            "doubts": doubts, "attribution": notices.attribution, "warnings": notices.warnings,
        })
    }

    fn told(&self) -> String {
        let Match { heard, region, .. } = self;
        let offset = heard.alert.sent.offset_minutes;
        let danger = match (heard.hazard, heard.stage) {
            (Some(hazard), Some(stage)) => format!("{hazard}, {stage}"),
            _ => "none that hinan knows: shelters are not chosen by it; --hazard says which it is".to_owned(),
        };
        let mut told = line("danger", &danger);
        if let Some(threat) = self.threat.filter(|threat| Some(*threat) != heard.hazard.map(Threat::of)) {
            told += &line("asked for", &threat.to_string());
        }
        told += &line("sent", &when::told(heard.alert.sent.unix, offset));
        told += &line("heard", &when::told(heard.at, offset));
        told += &heard.impact_at.map(|at| line("arrives", &when::told(at, offset))).unwrap_or_default();
        told += &line("walker", &self.walker);
        told += &line("time left", &self.time_left());
        told += &line("inside", &self.whom(self.inside(), self.shelters));
        if self.ground.is_open() || self.may_be().doorsteps.iter().any(|(_, doorsteps)| *doorsteps > 0) {
            told += &line("may be", &self.whom(self.may_be(), self.shelters_may_be));
        }
        told +=
            &self.ground.doubts().iter().map(|doubt| line("doubt", &doubt.to_string())).collect::<String>();
        if let Some(spill) = self.spill {
            let people = match self.coverage.counted {
                Counted::People => format!("{} people at ", count(spill.added.weight)),
                Counted::Doorsteps => String::new(),
            };
            let doorsteps = many(spill.added.places, "doorstep", "doorsteps");
            told += &line("spill", &format!("{people}{doorsteps} outside of what was meant"));
        }
        told += &self.fates();
        told.push('\n');
        told += &Notices::of(region).lines().map(|line| paragraph(&line)).collect::<String>();
        told
    }

    fn time_left(&self) -> String {
        match self.left {
            None => "nobody is inside".to_owned(),
            Some((least, _)) if !least.is_reachable() => "not known for this danger".to_owned(),
            Some((least, most)) if least == most => least.to_string(),
            Some((least, most)) => format!("{least} to {most}, by zone"),
        }
    }

    fn whom(&self, tally: &Tally, shelters: usize) -> String {
        let doorsteps: u64 = tally.doorsteps.iter().map(|(_, doorsteps)| doorsteps).sum();
        let people = match self.coverage.counted {
            Counted::Doorsteps => "people not counted".to_owned(),
            Counted::People if is_guess(self.region) => format!("{} people (guessed)", count(tally.total())),
            Counted::People => format!("{} people", count(tally.total())),
        };
        format!(
            "{people}, {}, {}",
            many(doorsteps, "doorstep", "doorsteps"),
            many(shelters as u64, "shelter", "shelters")
        )
    }

    /// What becomes of those inside.
    fn fates(&self) -> String {
        let all = self.inside().total();
        if all == 0 {
            return String::new();
        }
        let mut told = format!(
            "\nOf the {} inside, by whether a shelter is reached in time ({} offered in the region):\n",
            plain(unit(self.coverage.counted), 20),
            many(self.offered as u64, "shelter is", "shelters are"),
        );
        let rows = self.inside().people.iter().filter(|(_, people)| **people > 0);
        for (fate, people) in rows {
            told += &format!(
                "  {} {} {}\n",
                left(words(fate), 46),
                right(&count(*people), 12),
                right(&share(*people, all), 8)
            );
        }
        let in_time = self.inside().in_time();
        told + &format!(
            "  {} {} {}\n",
            left("in time, all told", 46),
            right(&count(in_time), 12),
            right(&share(in_time, all), 8)
        )
    }
}

/// A fate, for who plans.
const fn words(fate: Fate) -> &'static str {
    match fate {
        Fate::Inside => "their own building is a shelter",
        Fate::Go => "in time",
        Fate::GoAtOnce => "in time, if they leave at once",
        Fate::OnlyIfAlreadyOutside => "only somebody who is outside already",
        Fate::Late => "too late",
        Fate::OutOfReach => "no way to any shelter",
        Fate::Unknown => "unknown: near the edge of the map",
        Fate::NoStreet => "unknown: near no street",
        Fate::Forbidden => "on forbidden ground",
    }
}
