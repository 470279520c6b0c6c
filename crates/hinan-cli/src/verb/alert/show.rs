//! `hinan alert show`: what a message says, from its exact bytes.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use hinan_alert::event;
use hinan_cap::message::Info;
use hinan_cap::{Alert, Format, MAX_BYTES, Mode, feed, read, sniff};
use hinan_desk::Preview;

use crate::output::print;
use crate::tell::{count, many, plain};
use crate::verb::alert::file::{Pair, read_bounded};
use crate::verb::alert::ground::CityAtHand;
use crate::verb::alert::when;
use crate::verb::alert::words::{self, line};

/// What a message, a feed, or an alert with its signatures says
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// NAME of an alert (NAME.cap.xml and NAME.dsse.json), or any CAP message, feed or envelope
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    city: CityAtHand,
}

const EXAMPLE: &str = "\
Examples:
  hinan alert show warning.xml
  hinan alert show night/raid --region city.hinan

What is shown is read from the very bytes that were signed. Whether they are believed: hinan alert verify.";

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let city = args.city.open()?;
    for path in &args.files {
        let signed = Pair::of(path);
        let told = match signed.envelope.exists() && !is_foreign(path) {
            true => {
                let files = signed.read()?;
                let preview = files.preview().with_context(|| signed.envelope.display().to_string())?;
                words::preview(&preview, preview.message().and_then(|message| city.concerned(message)))
            }
            false => foreign(path)?,
        };
        print(&format!("{}\n{told}\n", plain(&path.display().to_string(), 400)))?;
    }
    Ok(())
}

/// A file by its whole name that is no half of an alert.
fn is_foreign(path: &Path) -> bool {
    path.is_file() && {
        let pair = Pair::of(path);
        path != pair.cap && path != pair.envelope
    }
}

/// What a message or feed of others says.
fn foreign(path: &Path) -> Result<String> {
    let at = || path.display().to_string();
    let bytes = read_bounded(path, MAX_BYTES).with_context(at)?;
    match sniff(&bytes) {
        Format::Atom | Format::Rss | Format::EdxlDe => feed_words(&bytes).with_context(at),
        Format::Cap(_) | Format::Xml | Format::Unknown => message_words(&bytes).with_context(at),
    }
}

fn feed_words(bytes: &[u8]) -> Result<String> {
    let feed = feed::read(bytes);
    if feed.is_refused() {
        bail!("refused; hinan alert check says why");
    }
    let mut told =
        format!("{} of a feed ({})\n", many(feed.entries.len() as u64, "message", "messages"), feed.kind);
    for (number, entry) in (1..).zip(&feed.entries) {
        told += &line(
            &format!("[{number}]"),
            entry.title.as_deref().or(entry.id.as_deref()).unwrap_or("no title"),
        );
        told += &match (&entry.content, &entry.link) {
            (Some(content), _) => message_words(content).unwrap_or_else(|error| line("", &error.to_string())),
            (None, Some(link)) => line("", &format!("lies at {link}; this command follows no address")),
            (None, None) => line("", "neither a message nor an address"),
        };
    }
    Ok(told)
}

fn message_words(bytes: &[u8]) -> Result<String> {
    let reading = read(bytes, Mode::Tolerant);
    let verdict = reading.verdict();
    let Some(alert) = reading.alert else { bail!("refused; hinan alert check says why") };
    let number = reading.complaints.len() as u64;
    let complaints = match number {
        0 => String::new(),
        _ => format!("; {} (hinan alert check)", many(number, "complaint", "complaints")),
    };
    Ok(line("read", &format!("{}{complaints}", verdict.word())) + &alert_words(&alert))
}

fn alert_words(alert: &Alert) -> String {
    let sent = when::told(alert.sent.unix, alert.sent.offset_minutes);
    let mut told = line("status", &format!("{}, {}", alert.status.word(), alert.msg_type.word()))
        + &line("sender", &alert.sender)
        + &line("identifier", &alert.identifier)
        + &line("sent", &sent);
    for reference in &alert.references {
        told += &line("about", &format!("{} of {}", reference.identifier, reference.sender));
    }
    alert.infos.iter().fold(told, |told, info| told + &info_words(info))
}

fn info_words(info: &Info) -> String {
    let hazard = event::hazard_of(info).map_or("no danger that hinan knows", hinan_model::Hazard::name);
    let grade = format!("{}, {}, {}", info.urgency.word(), info.severity.word(), info.certainty.word());
    let mut told = "\n".to_owned();
    told += &line(info.language.as_deref().unwrap_or("en-US"), &info.event);
    told += &line("danger", &format!("{hazard}; {grade}"));
    let texts = [("headline", &info.headline), ("says", &info.description), ("do", &info.instruction)];
    told += &texts.iter().filter_map(|(label, text)| Some(line(label, text.as_deref()?))).collect::<String>();
    if let Some(expires) = info.expires {
        told += &line("until", &when::told(expires.unix, expires.offset_minutes));
    }
    for area in info.areas.iter().take(MOST_AREAS) {
        let corners: usize = area.polygons.iter().map(Vec::len).sum();
        let shape = format!(
            "{} with {} points, {}, {}",
            many(area.polygons.len() as u64, "polygon", "polygons"),
            count(corners as u64),
            many(area.circles.len() as u64, "circle", "circles"),
            many(area.geocodes.len() as u64, "code", "codes"),
        );
        told += &line("where", &format!("{} ({shape})", area.description));
    }
    match info.areas.len().saturating_sub(MOST_AREAS) as u64 {
        0 => told,
        more => told + &line("", &format!("and {} more places", count(more))),
    }
}

/// The most places of a message that are listed.
const MOST_AREAS: usize = 40;

/// What a pair of files says, or why that cannot be told.
impl crate::verb::alert::file::Files {
    /// Everything that its exact bytes say.
    ///
    /// # Errors
    /// Where envelope or message cannot be read, or do not belong together.
    pub fn preview(&self) -> Result<Preview> {
        let envelope = hinan_trust::Envelope::read(&self.envelope)?;
        Ok(Preview::of(&envelope, self.cap.as_deref())?)
    }
}
