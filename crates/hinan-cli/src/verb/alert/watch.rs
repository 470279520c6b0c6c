//! `hinan alert watch`: what is in force in a folder now.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};
use hinan_alert::life::{Line, Remark, life_within};
use hinan_alert::notice::{Act, Name, World};
use hinan_alert::{ActiveSet, Life, State};
use hinan_desk_server::folder::Folder;
use hinan_model::Hazard;
use hinan_trust::decision::Verdict;
use hinan_trust::statement::WorldName;
use hinan_trust::{Digest, RingAge};
use serde_json::{Value, json};

use crate::output::{print, remark};
use crate::tell::{left, plain};
use crate::trusted::Pin;
use crate::verb::alert::evidence::Evidence;
use crate::verb::alert::verify::of_decision;
use crate::verb::alert::when::{self, When};
use crate::verb::alert::words::{self, line, paragraph};

/// What is in force in a folder of alerts now, and the digest by which two parties see that they agree
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The folder, with root*.dsse.json and ring*.dsse.json
    folder: PathBuf,
    #[command(flatten)]
    pin: Pin,
    /// Look once and stop
    #[arg(long)]
    once: bool,
    /// As of another time, once: 2026-11-22T03:00:00+02:00, or +10min
    #[arg(long, value_name = "TIME")]
    at: Option<When>,
    /// One line of JSON for every change
    #[arg(long)]
    json: bool,
}

const EXAMPLE: &str = "\
Examples:
  hinan alert watch night
  hinan alert watch night --once --json
  hinan alert watch night --at +180min

Looks again whenever a file changes or time changes something, until Ctrl-C. It does not matter in which
order files came, or how often. Two folders with the same alerts show the same four words for the set.
That nothing is in force here is no word on the danger.";

/// How often the folder is looked at.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    if args.once || args.at.is_some() {
        let now = when::now()?;
        let now = args.at.map_or(now, |at| at.unix(now));
        return Seen::read(args, now)?.show(args);
    }
    let folder = Folder::open(&args.folder).with_context(|| args.folder.display().to_string())?;
    // What cannot be read at the beginning is a mistake; later it is an event.
    let mut shown = Seen::read(args, when::now()?)?;
    shown.show(args)?;
    let mut trace = folder.trace().ok();
    let mut trouble = String::new();
    loop {
        std::thread::sleep(LOOK_AGAIN);
        let now = when::now()?;
        let is_new = folder.trace().ok();
        if is_new == trace && now < shown.again_at() {
            continue;
        }
        match Seen::read(args, now) {
            Ok(seen) => {
                if seen.body != shown.body {
                    seen.show(args)?;
                }
                (shown, trace) = (seen, is_new);
                trouble.clear();
            }
            Err(error) => {
                // The last that was shown stays; what is wrong is said once.
                let now_wrong = format!("{error:#}");
                if now_wrong != trouble {
                    remark(&format!("{now_wrong}; what was shown last stays, and may be old"));
                    trouble = now_wrong;
                }
            }
        }
    }
}

/// What a folder comes to at one time.
struct Seen {
    now: i64,
    /// All that is shown but the time; changes where anything does.
    body: String,
    /// Seconds at which time alone may change something.
    turns: Vec<i64>,
}

impl Seen {
    fn read(args: &Args, now: i64) -> Result<Seen> {
        let evidence = Evidence::read(&args.folder, args.pin, now)?;
        let notices = evidence.store.notices(&evidence.trust, now);
        let state =
            Folded { evidence: &evidence, life: life_within(&evidence.trust.limits(), &notices, now), now };
        let turns = state.turns();
        let body = if args.json { state.json().to_string() } else { state.told() };
        Ok(Seen { now, body, turns })
    }

    /// When time alone may change what is shown.
    fn again_at(&self) -> i64 {
        let next = self.turns.iter().copied().filter(|turn| *turn > self.now).min();
        // A minute at the latest: limits of other rooms need not be known here.
        next.unwrap_or(i64::MAX).min(self.now + 60)
    }

    fn show(&self, args: &Args) -> Result<()> {
        if args.json {
            // The time comes first and is not compared.
            return print(&format!(
                "{{\"now\":{},{}\n",
                self.now,
                self.body.strip_prefix('{').unwrap_or(&self.body)
            ));
        }
        let head =
            format!("{}  {}\n", when::told(self.now, 0), plain(&args.folder.display().to_string(), 200));
        print(&(head + &self.body + "\n"))
    }
}

/// A folder and what its messages are worth.
struct Folded<'a> {
    evidence: &'a Evidence,
    life: Life<'a>,
    now: i64,
}

impl Folded<'_> {
    /// The worlds of this root: live and its drills, or the laboratory.
    fn worlds(&self) -> &'static [World] {
        match self.evidence.trust.root().world {
            WorldName::Lab => &[World::Lab, World::Drill],
            WorldName::Live | WorldName::Drill => &[World::Live, World::Drill],
        }
    }

    fn turns(&self) -> Vec<i64> {
        let mut turns: Vec<i64> = self
            .life
            .lines()
            .iter()
            .flat_map(|line| match line.state {
                State::InForce { until } | State::OnHold { until, .. } | State::Unconfirmed { until } => {
                    [until, until + 1]
                }
                State::Lapsed { tone_until, .. } => [tone_until, tone_until + 1],
                _ => [line.notice.issued, line.notice.issued + 1],
            })
            .collect();
        turns.extend(self.evidence.trust.ring().map(|ring| ring.expires + 1));
        turns
    }

    /// The files by the statements that they hold.
    fn stems(&self) -> BTreeMap<Digest, &str> {
        let named =
            self.evidence.files.iter().filter_map(|file| Some((file.decision.name?, file.stem.as_str())));
        // Of two files of one statement the first counts, whatever the folder is called.
        let mut stems = BTreeMap::new();
        named.for_each(|(name, stem)| {
            stems.entry(name).or_insert(stem);
        });
        stems
    }

    fn ring_words(&self) -> String {
        let Some(ring) = self.evidence.trust.ring() else {
            return line("ring", "NONE that holds: nothing can be believed; get one from its keepers");
        };
        let age = match self.evidence.trust.ring_age(self.now) {
            RingAge::Fresh => "",
            RingAge::Late => "; it has RUN OUT: get a newer one from its keepers",
            RingAge::Old => "; it ran out LONG AGO: only what enough persons signed counts",
            RingAge::TooOld => "; it is TOO OLD: nothing is believed",
        };
        let until = when::told(ring.expires, 0);
        line("ring", &format!("epoch {}, number {}, until {until}{age}", ring.epoch, ring.n))
    }

    fn told(&self) -> String {
        let stems = self.stems();
        let mut told = self.ring_words();
        for world in self.worlds() {
            told += &self.world(*world, &stems);
        }
        told += &self.others(&stems);
        told += &self.refused();
        told
    }

    /// What goes on in a world, and what nobody confirms any longer.
    fn world(&self, world: World, stems: &BTreeMap<Digest, &str>) -> String {
        let active = self.life.active(world);
        let lapsed = self.life.lapsed(world);
        if world == World::Drill && active.entries.is_empty() && lapsed.is_empty() {
            return String::new();
        }
        let mut told = format!("\n{}\n", title(world));
        told += &line("set", &format!("{} ({})", words::name(digest(&active)), digest(&active)));
        if active.entries.is_empty() {
            told += &paragraph("No alert of this folder goes on. That is no word on the danger.");
        }
        for entry in active.entries.iter().chain(&lapsed) {
            told += &entry_words(entry, stems);
        }
        told
    }

    /// What is kept and does not go on.
    fn others(&self, stems: &BTreeMap<Digest, &str>) -> String {
        let is_shown = |state: State| state.is_active() || matches!(state, State::Lapsed { .. });
        let others: Vec<&Line<'_>> = self.life.lines().iter().filter(|line| !is_shown(line.state)).collect();
        let mut told = String::new();
        if !others.is_empty() {
            told += "\nKEPT\n";
            told += &others.iter().map(|line| entry_words(line, stems)).collect::<String>();
        }
        let orders = self
            .evidence
            .files
            .iter()
            .filter(|file| file.decision.belief().is_some_and(|belief| belief.notice.is_none()));
        for file in orders {
            let kind = file.decision.kind.map_or("document", hinan_trust::Kind::name);
            let held = match &file.decision.verdict {
                Verdict::Held(_, refused) => format!("held: {refused}"),
                _ => "believed".to_owned(),
            };
            told += &line(&file.stem, &format!("{kind}: {held}"));
        }
        told
    }

    fn refused(&self) -> String {
        let (mut told, mut drafts) = (String::new(), String::new());
        for file in &self.evidence.files {
            let Verdict::Refused(refused) = &file.decision.verdict else { continue };
            match file.decision.name {
                _ if file.decision.signatures.is_empty() && file.decision.name.is_some() => {
                    drafts += &line(&file.stem, "a draft, signed by nobody");
                }
                // What was called back or ended stands above, with who did it.
                Some(name) if !self.life.named(name.into()).is_empty() => {}
                _ => told += &line(&file.stem, &refused.to_string()),
            }
        }
        for complaint in &self.evidence.complaints {
            told += &line(&complaint.file, &complaint.words);
        }
        let titled = |title: &str, told: String| match told.is_empty() {
            true => told,
            false => format!("\n{title}\n{told}"),
        };
        titled("DRAFTS", drafts) + &titled("NOT BELIEVED: nobody is told of these", told)
    }

    fn json(&self) -> Value {
        let stems = self.stems();
        let worlds: Vec<Value> = self
            .worlds()
            .iter()
            .map(|world| {
                let active = self.life.active(*world);
                let lapsed = self.life.lapsed(*world);
                json!({
                    "world": world_word(*world), "digest": digest(&active).to_string(),
                    "words": hinan_desk::four_words(digest(&active)),
                    "stage": active.stage().map(hinan_model::Stage::name),
                    "active": active.entries.iter().map(|line| entry_json(line, &stems)).collect::<Vec<_>>(),
                    "lapsed": lapsed.iter().map(|line| entry_json(line, &stems)).collect::<Vec<_>>(),
                })
            })
            .collect();
        let is_shown = |state: State| state.is_active() || matches!(state, State::Lapsed { .. });
        let kept: Vec<Value> = self
            .life
            .lines()
            .iter()
            .filter(|line| !is_shown(line.state))
            .map(|line| entry_json(line, &stems))
            .collect();
        let files: Vec<Value> =
            self.evidence.files.iter().map(|file| of_decision(&file.stem, &file.decision)).collect();
        let ring = self.evidence.trust.ring();
        json!({
            "scope": self.evidence.trust.scope().to_string(),
            "ring": ring.map(|ring| json!({"epoch": ring.epoch, "n": ring.n, "expires": ring.expires})),
            "worlds": worlds, "kept": kept, "files": files,
            "complaints": self.evidence.complaints,
        })
    }
}

fn digest(active: &ActiveSet<'_>) -> Digest {
    hinan_trust::Hex(active.digest)
}

const fn title(world: World) -> &'static str {
    match world {
        World::Live => "LIVE",
        World::Drill => "~ ~ ~ DRILL ~ ~ ~ DRILL ~ ~ ~ DRILL ~ ~ ~",
        World::Lab => "LABORATORY: reaches nobody outside",
    }
}

const fn world_word(world: World) -> &'static str {
    match world {
        World::Live => "live",
        World::Drill => "drill",
        World::Lab => "lab",
    }
}

/// A message and what it is worth, in two or three lines.
fn entry_words(entry: &Line<'_>, stems: &BTreeMap<Digest, &str>) -> String {
    let name = Digest::from(entry.notice.name);
    let stem = stems.get(&name).copied().unwrap_or("");
    let mut told = format!("  {} {}\n", left(&state_words(entry.state), 46), what(entry));
    told += &format!("    {} {}\n", left(&words::name(name), 44), plain(stem, 120));
    let standing = match entry.state {
        State::InForce { .. } | State::OnHold { .. } | State::Unconfirmed { .. } | State::Pending => {
            words::standing(entry.standing)
        }
        _ => "",
    };
    if !standing.is_empty() {
        told += &format!("    {standing}\n");
    }
    told + &entry.remarks.iter().map(|remark| format!("    {}\n", remark_words(*remark))).collect::<String>()
}

fn what(entry: &Line<'_>) -> String {
    let is_drill = if entry.notice.world == World::Drill { "DRILL: " } else { "" };
    match (&entry.notice.act, entry.warning()) {
        (_, Some(warning)) => {
            let hazard = warning.hazard.map_or("danger not known", Hazard::name);
            let zones = if warning.zones.is_empty() {
                String::new()
            } else {
                format!("; {}", warning.zones.join(", "))
            };
            plain(&format!("{is_drill}{}, {hazard}{zones}", warning.stage), 300)
        }
        (Act::Cancel(_), None) => format!("{is_drill}cancel"),
        (_, None) => format!("{is_drill}all clear"),
    }
}

fn state_words(state: State) -> String {
    let by = |name: Name| words::name(Digest::from(name));
    match state {
        State::InForce { until } => format!("IN FORCE until {}", when::told(until, 0)),
        State::OnHold { until, .. } => format!("ON HOLD until {}", when::told(until, 0)),
        State::Unconfirmed { until } => format!("UNCONFIRMED, until {}", when::told(until, 0)),
        State::Lapsed { since, .. } => format!("NO LONGER CONFIRMED since {}", when::told(since, 0)),
        State::Superseded { by: name } => format!("replaced by {}", by(name)),
        State::Cancelled { by: name, .. } => format!("called back by {}", by(name)),
        State::Cleared { by: name } => format!("all clear by {}", by(name)),
        State::Blocked { by: name } => format!("never raised: called back by {}", by(name)),
        State::CutShort { by: name } => format!("ended by the live alert {}", by(name)),
        State::Pending => "AWAITING A SIGNATURE, not sounded".to_owned(),
        State::Acting => "acts".to_owned(),
        State::Stored => "kept: what it is about is not here".to_owned(),
        State::Powerless => "may not do what it says".to_owned(),
    }
}

const fn remark_words(remark: Remark) -> &'static str {
    match remark {
        Remark::FromTheFuture => "issued later than now: one of the clocks is wrong",
        Remark::SameIdOtherBytes => "another message has the same sender and identifier: both stand",
        Remark::UnknownTarget => "it is about a message that is not here",
        Remark::OtherSender => "it names a message of another sender, over which it has no power",
        Remark::LaterTarget => "it names a message that was sent later, over which it has no power",
        Remark::Circle => "updates name each other in a circle: all of them stand",
        Remark::TooFewToLower => "too few persons to replace what it names by something milder: both stand",
        Remark::TooFewToEnd => "too few persons to end what it names",
        Remark::OutOfTimeToHold => "one officer alone was too late to put it on hold",
        Remark::NoWarningNamed => "what it names is no warning",
    }
}

const fn state_word(state: State) -> &'static str {
    match state {
        State::InForce { .. } => "in-force",
        State::OnHold { .. } => "on-hold",
        State::Unconfirmed { .. } => "unconfirmed",
        State::Lapsed { .. } => "lapsed",
        State::Superseded { .. } => "superseded",
        State::Cancelled { .. } => "cancelled",
        State::Cleared { .. } => "cleared",
        State::Blocked { .. } => "blocked",
        State::CutShort { .. } => "cut-short",
        State::Pending => "pending",
        State::Acting => "acting",
        State::Stored => "stored",
        State::Powerless => "powerless",
    }
}

fn entry_json(entry: &Line<'_>, stems: &BTreeMap<Digest, &str>) -> Value {
    let name = Digest::from(entry.notice.name);
    let (until, by) = match entry.state {
        State::InForce { until } | State::Unconfirmed { until } => (Some(until), None),
        State::OnHold { until, by } => (Some(until), Some(by)),
        State::Superseded { by }
        | State::Cancelled { by, .. }
        | State::Cleared { by }
        | State::Blocked { by }
        | State::CutShort { by } => (None, Some(by)),
        State::Lapsed { .. } | State::Pending | State::Acting | State::Stored | State::Powerless => {
            (None, None)
        }
    };
    let warning = entry.warning();
    let act = match &entry.notice.act {
        Act::Alert(_) => "alert",
        Act::Update(_) => "update",
        Act::Cancel(_) => "cancel",
        Act::Clear => "clear",
    };
    let remarks: Vec<&str> = entry.remarks.iter().map(|remark| remark.code()).collect();
    json!({
        "name": name.to_string(), "words": hinan_desk::four_words(name), "file": stems.get(&name),
        "act": act, "world": world_word(entry.notice.world), "state": state_word(entry.state),
        "until": until, "by": by.map(|by| Digest::from(by).to_string()),
        "standing": words::standing_word(entry.standing), "issued": entry.notice.issued,
        "stage": warning.map(|warning| warning.stage.name()),
        "hazard": warning.and_then(|warning| warning.hazard).map(Hazard::name),
        "zones": warning.map(|warning| &warning.zones), "remarks": remarks,
    })
}
