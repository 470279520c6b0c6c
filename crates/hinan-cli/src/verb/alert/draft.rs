//! `hinan alert new`, `drill`, `arm`, `cancel`, `clear`: drafts that nobody has signed yet.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use hinan_desk::{
    Area, ArmingOrder, CallBack, Draft, Issued, Preview, Setup, Stamp, Template, Warning, arm, cancel, clear,
    new_id, void_arming, warn,
};
use hinan_model::Ds;
use hinan_texts::Language;
use hinan_trust::{Digest, Envelope, Kind, Trust};
use serde::Deserialize;

use crate::failure::Usage;
use crate::output::{print, remark};
use crate::trusted::Pin;
use crate::verb::alert::evidence::documents;
use crate::verb::alert::file::{Pair, read_bounded};
use crate::verb::alert::ground::{CityAtHand, Opened};
use crate::verb::alert::when::{self, When};
use crate::verb::alert::words;

/// Who sends, and what their messages look like: what stays the same from night to night.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Sender (else from sender.json beside the root)")]
pub struct SenderArgs {
    /// CAP's sender: unique in the world, without spaces (alerts@city.example)
    #[arg(long, value_name = "ID")]
    sender: Option<String>,
    /// The sender as people know it
    #[arg(long, value_name = "NAME")]
    sender_name: Option<String>,
    /// Languages of the message, the first one first: uk en
    #[arg(long, value_name = "LANGUAGE", num_args = 1..)]
    languages: Vec<Language>,
    /// What the clocks of the place are ahead of UTC: +02:00
    #[arg(long, value_name = "±hh:mm", value_parser = offset, allow_hyphen_values = true)]
    utc_offset: Option<i16>,
}

/// The file that says it once and for all.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SenderFile {
    sender: Option<String>,
    sender_name: Option<String>,
    #[serde(default)]
    languages: Vec<String>,
    utc_offset: Option<String>,
    web: Option<String>,
    contact: Option<String>,
}

/// The name of that file.
const SENDER: &str = "sender.json";

fn offset(text: &str) -> Result<i16, String> {
    let wrong = || "write what the clocks are ahead of UTC as +02:00".to_owned();
    let (sign, rest) = match text.split_at_checked(1) {
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        _ => return Err(wrong()),
    };
    let (hours, minutes) = rest.split_once(':').ok_or_else(wrong)?;
    let number = |text: &str| text.parse::<i16>().ok().filter(|_| text.len() == 2 && text.is_ascii());
    match (number(hours), number(minutes)) {
        (Some(hours @ 0..=14), Some(minutes @ 0..=59)) => Ok(sign * (hours * 60 + minutes)),
        _ => Err(wrong()),
    }
}

impl SenderArgs {
    /// The setup of a desk for what is trusted.
    pub fn setup(&self, trust: &Trust, folder: &Path) -> Result<Setup> {
        let file = folder.join(SENDER);
        let said = match read_bounded(&file, 64 << 10) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => SenderFile::default(),
            bytes => serde_json::from_slice(&bytes.with_context(|| file.display().to_string())?)
                .with_context(|| file.display().to_string())?,
        };
        let missing = |what: &str| {
            Usage::because(format!(
                "who sends is not said: give --{what}, or write it once into {}: {{\"sender\": \"alerts@city.example\", \
                 \"sender_name\": \"City of Example\", \"languages\": [\"en\"], \"utc_offset\": \"+02:00\"}}",
                file.display()
            ))
        };
        let sender = self.sender.clone().or(said.sender).ok_or_else(|| missing("sender"))?;
        let sender_name =
            self.sender_name.clone().or(said.sender_name).ok_or_else(|| missing("sender-name"))?;
        let mut setup = Setup::new(trust, &sender, &sender_name)?;
        let at = |wrong: String| anyhow!("{}: {wrong}", file.display());
        setup.languages = match self.languages.as_slice() {
            [] => said
                .languages
                .iter()
                .map(|tag| tag.parse::<Language>().with_context(|| file.display().to_string()))
                .collect::<Result<_>>()?,
            languages => languages.to_vec(),
        };
        if setup.languages.is_empty() {
            setup.languages = vec![Language::English];
        }
        if setup.languages.contains(&Language::Pseudo) {
            return Err(Usage::because(
                "the pseudo language is for those who write texts; no message is sent in it",
            ));
        }
        setup.offset_minutes = match (self.utc_offset, &said.utc_offset) {
            (Some(minutes), _) => minutes,
            (None, Some(text)) => offset(text).map_err(at)?,
            (None, None) => 0,
        };
        (setup.web, setup.contact) = (said.web, said.contact);
        Ok(setup)
    }
}

/// Where a draft goes and what it is drafted under.
#[derive(Clone, Debug, clap::Args)]
pub struct Under {
    /// The folder with root*.dsse.json and ring*.dsse.json [default: the one that the draft is written to]
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    #[command(flatten)]
    pin: Pin,
    #[command(flatten)]
    sender: SenderArgs,
}

impl Under {
    /// The setup of a message to people.
    fn setup(&self, output: &Pair) -> Result<Setup> {
        let (trust, folder) = self.trust(output)?;
        self.sender.setup(&trust, folder)
    }

    /// The setup of what tells people nothing: it needs no sender.
    fn setup_unsent(&self, output: &Pair) -> Result<Setup> {
        Ok(Setup::new(&self.trust(output)?.0, "", "")?)
    }

    fn trust<'a>(&'a self, output: &'a Pair) -> Result<(Trust, &'a Path)> {
        let folder = self.folder.as_deref().unwrap_or_else(|| output.folder());
        let (roots, rings) = documents(folder)?;
        let (trust, not_taken) = self.pin.trust(&roots, &rings, folder)?;
        not_taken.iter().for_each(|not_taken| remark(&not_taken.refused.to_string()));
        Ok((trust, folder))
    }
}

/// Where it holds, when, and how long.
#[derive(Clone, Debug, clap::Args)]
pub struct WarningArgs {
    /// What is said: HAZARD.STAGE, as air-raid.take-cover (`hinan alert new --list` shows all)
    #[arg(long, value_name = "TEMPLATE", required_unless_present = "list")]
    template: Option<String>,
    /// List the templates and stop
    #[arg(long)]
    list: bool,
    /// Zones by their ids
    #[arg(long, value_name = "ID", num_args = 1.., group = "ground")]
    zone: Vec<String>,
    /// All of the region
    #[arg(long, group = "ground")]
    everywhere: bool,
    /// Ground that was drawn: polygons in GeoJSON
    #[arg(long, value_name = "F.geojson", group = "ground")]
    area: Option<PathBuf>,
    /// What people call the place of --area or --everywhere
    #[arg(long, value_name = "NAME")]
    place: Option<String>,
    /// How long it holds: 90s, 10min [default: as long as the ring allows]
    #[arg(long = "for", value_name = "T")]
    life: Option<Ds>,
    /// When the danger arrives: 2026-11-22T03:20:00+02:00, or +20min
    #[arg(long, value_name = "TIME")]
    impact: Option<When>,
    /// Earlier alerts in whose place it stands: an update
    #[arg(long, value_name = "NAME", num_args = 1..)]
    replaces: Vec<PathBuf>,
    #[command(flatten)]
    city: CityAtHand,
    /// The draft: NAME.cap.xml and NAME.dsse.json are written
    #[arg(short, long, value_name = "NAME", required_unless_present = "list")]
    output: Option<PathBuf>,
    #[command(flatten)]
    under: Under,
}

/// Drafts an alert or an update from a template
#[derive(Debug, clap::Args)]
#[command(after_help = NEW_EXAMPLE)]
pub struct NewArgs {
    #[command(flatten)]
    warning: WarningArgs,
    /// The arming order under which one officer raises it
    #[arg(long, value_name = "NAME", help_heading = "Options")]
    arming: Option<PathBuf>,
}

const NEW_EXAMPLE: &str = "\
Examples:
  hinan alert new --list
  hinan alert new --template air-raid.take-cover --zone north --region city.hinan -o night/raid
  hinan alert new --template tsunami.take-cover --everywhere --place Sendai --impact +20min -o night/wave
  hinan alert new --template air-raid.expect --zone north --region city.hinan --replaces night/raid -o night/raid2

Nothing is sent and nothing is signed: the next step is hinan alert sign NAME, by two officers.";

/// Drafts a drill: a type of its own, which is never made live
#[derive(Debug, clap::Args)]
#[command(after_help = DRILL_EXAMPLE)]
pub struct DrillArgs {
    #[command(flatten)]
    warning: WarningArgs,
}

const DRILL_EXAMPLE: &str = "\
Examples:
  hinan alert drill --template earthquake.take-cover --everywhere --place Sendai --for 20min -o night/drill

Every text begins and ends with the word of the drill. A live alert ends it at once.";

/// Drafts an arming order, signed ahead: within it one officer or feed raises alerts
#[derive(Debug, clap::Args)]
#[command(after_help = ARM_EXAMPLE)]
pub struct ArmArgs {
    /// Persons and feeds, as the ring names them
    #[arg(long, value_name = "ID", num_args = 1.., required_unless_present = "void")]
    who: Vec<String>,
    /// Zones by their ids; there is no wildcard
    #[arg(long, value_name = "ID", num_args = 1.., required_unless_present = "void")]
    zone: Vec<String>,
    /// Templates that may be used: air-raid.take-cover
    #[arg(long, value_name = "TEMPLATE", num_args = 1.., required_unless_present = "void")]
    template: Vec<String>,
    /// From when on
    #[arg(long, value_name = "TIME", default_value = "+0s")]
    from: When,
    /// Until when: 2026-11-22T07:00:00+02:00, or +480min
    #[arg(long, value_name = "TIME", required_unless_present = "void")]
    until: Option<When>,
    /// How long an alert under it lives at most
    #[arg(long, value_name = "T", default_value = "15min")]
    life: Ds,
    /// Call these orders back instead: one officer's signature is enough
    #[arg(long, value_name = "NAME", num_args = 1..)]
    void: Vec<PathBuf>,
    /// The draft: NAME.dsse.json is written
    #[arg(short, long, value_name = "NAME")]
    output: PathBuf,
    #[command(flatten)]
    under: Under,
}

const ARM_EXAMPLE: &str = "\
Examples:
  hinan alert arm --who olena --zone north south --template air-raid.take-cover --until +480min -o night/armed
  hinan alert arm --void night/armed -o night/disarmed

Two officers sign an order; any one voids it.";

/// Drafts the calling back of alerts, in one action
#[derive(Debug, clap::Args)]
#[command(after_help = CANCEL_EXAMPLE)]
#[command(group = clap::ArgGroup::new("how").required(true))]
pub struct CancelArgs {
    /// The alerts
    #[arg(required = true, value_name = "NAME")]
    alerts: Vec<PathBuf>,
    /// Reported as an error: by one officer \"stay where you are\", final with a second signature
    #[arg(long, group = "how")]
    hold: bool,
    /// Sent in error: by two officers
    #[arg(long, group = "how")]
    error: bool,
    /// Right when sent, no longer expected: by two officers
    #[arg(long, group = "how")]
    withdrawn: bool,
    /// The draft [default: beside the first alert, NAME-cancel]
    #[arg(short, long, value_name = "NAME")]
    output: Option<PathBuf>,
    #[command(flatten)]
    under: Under,
}

const CANCEL_EXAMPLE: &str = "\
Examples:
  hinan alert cancel night/raid --hold
  hinan alert cancel night/raid --withdrawn -o night/raid-over

The next step is hinan alert sign night/raid-cancel.";

/// Drafts the all clear for alerts: always by two officers
#[derive(Debug, clap::Args)]
#[command(after_help = CLEAR_EXAMPLE)]
pub struct ClearArgs {
    /// The alerts
    #[arg(required = true, value_name = "NAME")]
    alerts: Vec<PathBuf>,
    /// The draft [default: beside the first alert, NAME-clear]
    #[arg(short, long, value_name = "NAME")]
    output: Option<PathBuf>,
    #[command(flatten)]
    under: Under,
}

const CLEAR_EXAMPLE: &str = "\
Examples:
  hinan alert clear night/raid

The next step is hinan alert sign night/raid-clear, by two officers. Time alone never gives an all clear.";

/// Drafts an alert or an update.
pub fn new(args: &NewArgs) -> Result<()> {
    warning(&args.warning, false, args.arming.as_deref())
}

/// Drafts a drill.
pub fn drill(args: &DrillArgs) -> Result<()> {
    warning(&args.warning, true, None)
}

fn warning(args: &WarningArgs, is_drill: bool, order: Option<&Path>) -> Result<()> {
    if args.list {
        return print(&Template::all().map(|template| template.id() + "\n").collect::<String>());
    }
    let (Some(template), Some(output)) = (&args.template, &args.output) else {
        return Err(Usage::because("--template and --output say what is drafted and where to"));
    };
    let output = Pair::of(output);
    let template = find_template(template)?;
    let setup = args.under.setup(&output)?;
    let opened = args.city.open()?;
    let area = args.area(&opened)?;
    area.check(opened.city.gazetteer(), opened.region.as_ref().and_then(|region| region.meta().bounds))?;
    let stamp = stamp()?;
    let warning = Warning {
        template,
        drill: is_drill,
        area,
        life: args.life.map_or_else(|| setup.longest_life(template.hazard, template.stage), when::seconds),
        impact_at: args.impact.map(|impact| impact.unix(stamp.issued)),
        arming: order.map(name_of_order).transpose()?,
    };
    let replaced = args.replaces.iter().map(|path| issued(path)).collect::<Result<Vec<_>>>()?;
    finish(&output, &warn(&setup, stamp, &warning, &replaced)?, &opened)
}

impl WarningArgs {
    /// Where it holds. Missing ground refuses (`safety.md`, rule 9).
    fn area(&self, opened: &Opened) -> Result<Area> {
        let place = self.place.as_deref();
        if let Some(file) = &self.area {
            let at = || file.display().to_string();
            let name = place.ok_or_else(|| Usage::because("--area: say with --place what people call it"))?;
            let text = String::from_utf8(read_bounded(file, 8 << 20).with_context(at)?).with_context(at)?;
            return Area::of_geojson(&text, name).with_context(at);
        }
        if self.everywhere {
            let region = opened.region.as_ref().and_then(|region| region.meta().name.clone().into());
            let name: String = place.map(str::to_owned).or(region).ok_or_else(|| {
                Usage::because("--everywhere: say with --place what people call the region")
            })?;
            return Ok(Area::whole_region(&name));
        }
        if self.zone.is_empty() {
            return Err(Usage::because(
                "where it holds is not said: give --zone, --everywhere or --area; nothing is sent without a place",
            ));
        }
        let table = opened.city.zones();
        if table.is_empty() {
            return Err(Usage::because(
                "--zone: nothing here knows the zones; give --region CITY.hinan or --zones FILE",
            ));
        }
        // Polygons of zones take signers for every zone, and readers of ours know the zone by its id.
        Ok(Area::of_zones(table, &self.zone, false)?)
    }
}

/// Drafts an arming order, or calls some back.
pub fn arming(args: &ArmArgs) -> Result<()> {
    let output = Pair::of(&args.output);
    let setup = args.under.setup_unsent(&output)?;
    let stamp = stamp()?;
    let draft = if args.void.is_empty() {
        let order = ArmingOrder {
            who: args.who.clone(),
            zones: args.zone.clone(),
            templates: args.template.iter().map(|id| find_template(id)).collect::<Result<_>>()?,
            from: args.from.unix(stamp.issued),
            until: args.until.map_or(stamp.issued, |until| until.unix(stamp.issued)),
            life: when::seconds(args.life),
        };
        arm(&setup, stamp, &order)?
    } else {
        let orders = args.void.iter().map(|path| name_of_order(path)).collect::<Result<Vec<_>>>()?;
        void_arming(&setup, stamp, &orders)?
    };
    finish(&output, &draft, &nowhere())
}

/// Drafts the calling back of alerts.
pub fn calling_back(args: &CancelArgs) -> Result<()> {
    let how = match (args.hold, args.error) {
        (true, _) => CallBack::Hold,
        (_, true) => CallBack::Error,
        _ => CallBack::Withdrawn,
    };
    ending(&args.alerts, args.output.as_deref(), "-cancel", &args.under, |setup, stamp, targets| {
        Ok(cancel(setup, stamp, targets, how)?)
    })
}

/// Drafts the all clear.
pub fn clearing(args: &ClearArgs) -> Result<()> {
    ending(&args.alerts, args.output.as_deref(), "-clear", &args.under, |setup, stamp, targets| {
        Ok(clear(setup, stamp, targets)?)
    })
}

fn ending(
    alerts: &[PathBuf],
    output: Option<&Path>,
    suffix: &str,
    under: &Under,
    draft: impl Fn(&Setup, Stamp, &[Issued]) -> Result<Draft>,
) -> Result<()> {
    let targets = alerts.iter().map(|path| issued(path)).collect::<Result<Vec<_>>>()?;
    let first = alerts.first().ok_or_else(|| Usage::because("no alert was named"))?;
    let output = output.map_or_else(|| Pair::of(first).beside(suffix), Pair::of);
    let mut setup = under.setup(&output)?;
    // What is said about an alert is said in its languages, and by its clock.
    if let Some(target) = targets.first() {
        let tags = target.cap.infos.iter().filter_map(|info| info.language.as_deref());
        let languages: Vec<Language> = tags.filter_map(|tag| tag.parse().ok()).collect();
        if under.sender.languages.is_empty() && !languages.is_empty() {
            setup.languages = languages;
        }
        if under.sender.utc_offset.is_none() {
            setup.offset_minutes = target.cap.sent.offset_minutes;
        }
    }
    finish(&output, &draft(&setup, stamp()?, &targets)?, &nowhere())
}

fn nowhere() -> Opened {
    Opened { region: None, city: hinan_desk_server::City::new(None, Vec::new()) }
}

/// A second, and a number drawn by lot.
pub fn stamp() -> Result<Stamp> {
    Ok(Stamp { id: new_id()?, issued: when::now()? })
}

fn find_template(id: &str) -> Result<Template> {
    let found = Template::find(id).filter(|template| template.kind.warns());
    found.ok_or_else(|| {
        Usage::because(format!("'{id}' is no template of an alert; hinan alert new --list shows all of them"))
    })
}

/// An alert that a pair of files holds.
fn issued(path: &Path) -> Result<Issued> {
    let pair = Pair::of(path);
    let at = || pair.envelope.display().to_string();
    let files = pair.read()?;
    let Some(cap) = &files.cap else { bail!("{}: is missing", pair.cap.display()) };
    let envelope = Envelope::read(&files.envelope).with_context(at)?;
    Issued::read(&envelope, cap).with_context(at)
}

/// The name of an arming order.
fn name_of_order(path: &Path) -> Result<Digest> {
    let pair = Pair::of(path);
    let envelope =
        Envelope::read(&pair.read()?.envelope).with_context(|| pair.envelope.display().to_string())?;
    if envelope.kind != Kind::Arming {
        bail!("{}: is no arming order but of type '{}'", pair.envelope.display(), envelope.kind);
    }
    Ok(envelope.name())
}

/// Writes a draft and shows what it says, read back from what was written.
fn finish(output: &Pair, draft: &Draft, opened: &Opened) -> Result<()> {
    fs::create_dir_all(output.folder()).with_context(|| output.folder().display().to_string())?;
    output.write(draft)?;
    let files = output.read()?;
    let preview: Preview = files.preview()?;
    print(&words::preview(&preview, preview.message().and_then(|message| opened.concerned(message))))?;
    let name = output.envelope.display().to_string();
    let name = name.strip_suffix(hinan_desk_server::folder::ENVELOPE).unwrap_or(&name);
    remark(&format!("Drafted, signed by nobody. Next: hinan alert sign {name} --key YOUR.age"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_read_as_they_are_written() {
        assert_eq!(
            ["+02:00", "-03:30", "+00:00", "+14:00"].map(|text| offset(text).unwrap()),
            [120, -210, 0, 840]
        );
        for wrong in ["", "2", "+2", "02:00", "+02:60", "+15:00", "+0２:00", "+-2:00", "é2:00"] {
            assert!(offset(wrong).is_err(), "{wrong}");
        }
    }
}
