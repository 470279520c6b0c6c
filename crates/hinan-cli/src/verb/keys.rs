//! `hinan keys`: keys in files, which root this machine believes, and the ceremonies of roots and rings.

mod ring;

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context as _, Result, bail};
use clap::Subcommand;
use hinan_desk::ceremony::{self, Holder, RingPlan};
use hinan_desk::keys::{self, Listed, read_public};
use hinan_desk::{Preview, PublicKey, SecretKey};
use hinan_model::Ds;
use hinan_trust::statement::{Ring, Root, WorldName};
use hinan_trust::{Digest, Envelope, Kind, Statement, Trust};
use serde_json::{Value, json};

use crate::failure::Usage;
use crate::output::{print, print_json, remark};
use crate::secret::{Secret, confirm};
use crate::tell::{left, plain};
use crate::trusted::{self, Pinned};
use crate::verb::alert::draft::stamp;
use crate::verb::alert::evidence::documents;
use crate::verb::alert::file::{Over, Pair, read_bounded, write_whole};
use crate::verb::alert::sign;
use crate::verb::alert::when::seconds;
use crate::verb::alert::words;
use crate::verb::keys::ring::{Figure, MachineOption, RightOption};

/// Keys of officers, and the root and ring that say whose signatures count
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

const EXAMPLE: &str = "\
Examples:
  hinan keys new olena.age --label \"Olena, first key\"
  hinan keys list
  hinan keys trust night/root1.dsse.json

A secret key never leaves its file in the clear; nothing here prints one. docs/keys.md tells officers what
to do, docs/alerts.md shows a whole night.";

#[derive(Debug, Subcommand)]
enum Act {
    New(NewArgs),
    List(ListArgs),
    Trust(TrustArgs),
    Root(Box<RootArgs>),
    Ring(Box<RingArgs>),
    Sign(sign::Args),
}

/// Makes a key: NAME.age, locked with a passphrase, and NAME.pub for others
#[derive(Debug, clap::Args)]
#[command(after_help = NEW_EXAMPLE)]
struct NewArgs {
    /// The secret file; NAME.pub is written beside it
    #[arg(value_name = "NAME.age")]
    file: PathBuf,
    /// Whose it is, and which of their keys
    #[arg(long, value_name = "WORDS")]
    label: String,
    #[command(flatten)]
    secret: Secret,
}

const NEW_EXAMPLE: &str = "\
Examples:
  hinan keys new olena.age --label \"Olena, first key\"
  hinan keys new olena.age --label Olena --passphrase-fd 3 3< passphrase

Give NAME.pub to the keepers of the ring, and read them the four words.";

/// Lists public keys of a folder, and the root and ring that lie there
#[derive(Debug, clap::Args)]
#[command(after_help = LIST_EXAMPLE)]
struct ListArgs {
    /// The folder
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// As JSON
    #[arg(long)]
    json: bool,
}

const LIST_EXAMPLE: &str = "\
Examples:
  hinan keys list
  hinan keys list night --json

Needs no passphrase.";

/// Believes a root from now on, after a person compared its scope with the poster
#[derive(Debug, clap::Args)]
#[command(after_help = TRUST_EXAMPLE)]
struct TrustArgs {
    /// The first root: root1.dsse.json
    #[arg(value_name = "ROOT", required_unless_present = "list")]
    root: Option<PathBuf>,
    /// The scope that the root has to have, as it was handed over by other means
    #[arg(long, value_name = "HEX")]
    scope: Option<String>,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// List the scopes that this machine believes
    #[arg(long)]
    list: bool,
}

const TRUST_EXAMPLE: &str = "\
Examples:
  hinan keys trust night/root1.dsse.json
  hinan keys trust night/root1.dsse.json --scope 4f3c... --yes
  hinan keys trust --list

A folder of alerts brings its root along, and so could a forger's. What lies there counts only where it
leads back to a scope that a person compared once: printed on posters, read out by those who made it.";

/// Drafts a root: who names the keepers of the ring
#[derive(Debug, clap::Args)]
#[command(after_help = ROOT_EXAMPLE)]
struct RootArgs {
    /// Persons who sign roots, with a key each; a person with two keys stands there twice and counts once
    #[arg(long, value_name = "ID=F.pub", num_args = 1.., required = true)]
    person: Vec<Named>,
    /// How many of them have to sign
    #[arg(long, value_name = "N", default_value_t = 3)]
    threshold: u64,
    /// Persons who sign rings, with a key each
    #[arg(long, value_name = "ID=F.pub", num_args = 1.., required = true)]
    keeper: Vec<Named>,
    /// How many of them have to sign
    #[arg(long, value_name = "N", default_value_t = 2)]
    keeper_threshold: u64,
    /// A laboratory: what is signed under it reaches nobody outside
    #[arg(long, conflicts_with = "after")]
    lab: bool,
    /// The last root: this one follows it, and enough persons of both have to sign
    #[arg(long, value_name = "ROOT")]
    after: Option<PathBuf>,
    /// The draft: its name begins with root
    #[arg(short, long, value_name = "rootN.dsse.json")]
    output: PathBuf,
}

const ROOT_EXAMPLE: &str = "\
Examples:
  hinan keys root --person anna=anna.pub bela=bela.pub carl=carl.pub dina=dina.pub emil=emil.pub \\
    --keeper anna=anna.pub fred=fred.pub gina=gina.pub hugo=hugo.pub -o root1.dsse.json
  hinan keys sign root1.dsse.json --key anna.age
  hinan keys root --after root1.dsse.json --person ... --keeper ... -o root2.dsse.json";

/// Drafts a ring: which officers may sign what
#[derive(Debug, clap::Args)]
#[command(after_help = RING_EXAMPLE)]
struct RingArgs {
    /// The first root, for a first ring
    #[arg(long, value_name = "ROOT", required_unless_present = "after")]
    root: Option<PathBuf>,
    /// The last ring: this one follows it, with all that it had
    #[arg(long, value_name = "RING", conflicts_with = "root")]
    after: Option<PathBuf>,
    /// Officers to add, with a key each: to alert, call back, end, drill and arm every danger at every stage
    #[arg(long, value_name = "ID=F.pub", num_args = 1..)]
    officer: Vec<Named>,
    /// Zones of the officers that are new [default: all, and what is drawn]
    #[arg(long, value_name = "ID", num_args = 1..)]
    zone: Vec<String>,
    /// What the ring holds, with the words of the statement: TOML, or JSON where the name ends with .json
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// Machines to add: a feed, a relay, a gateway or a builder, who runs it, and its key
    #[arg(long, value_name = "ID:KIND:OPERATOR=F.pub", num_args = 1..)]
    machine: Vec<MachineOption>,
    /// Hosts that phones may fetch from besides their own, in the place of those named before:
    /// <https://relay.example>
    #[arg(long, value_name = "ORIGIN", num_args = 1..)]
    relay: Vec<String>,
    /// Rights to add, * for all; an officer who is named in one has no others
    #[arg(long, value_name = "WHO:TYPES:STAGES:HAZARDS:ZONES", num_args = 1..)]
    right: Vec<RightOption>,
    /// How many persons sign: alert, cancel, clear, drill, arming
    #[arg(long, value_name = "WHAT=N", num_args = 1..)]
    threshold: Vec<Figure>,
    /// How long an alert may live: take-cover, expect, prepare, tsunami
    #[arg(long, value_name = "STAGE=T", num_args = 1..)]
    life: Vec<Figure>,
    /// The most of arming orders: hours of a person or a feed, life of an alert: person, feed, alert
    #[arg(long, value_name = "WHAT=T", num_args = 1..)]
    arming: Vec<Figure>,
    /// What one officer may raise alone: an alert of at most so long; 10min is the custom
    #[arg(long, value_name = "T")]
    solo_alert: Option<Ds>,
    /// Within what time of an alert one officer may put it on hold; 180s is the custom
    #[arg(long, value_name = "T")]
    solo_hold: Option<Ds>,
    /// Keys that were handed back or lost without harm: what they signed until now counts, nothing later
    #[arg(long, value_name = "F.pub", num_args = 1..)]
    retire: Vec<PathBuf>,
    /// Keys that others may have: nothing that they ever signed counts
    #[arg(long, value_name = "F.pub", num_args = 1..)]
    compromised: Vec<PathBuf>,
    /// Begin all counters anew, where one ran away
    #[arg(long)]
    new_epoch: bool,
    /// How many days it holds
    #[arg(long, value_name = "DAYS", default_value_t = 120, value_parser = clap::value_parser!(u16).range(1..=400))]
    days: u16,
    /// The draft: its name begins with ring
    #[arg(short, long, value_name = "ringN.dsse.json")]
    output: PathBuf,
}

const RING_EXAMPLE: &str = "\
Examples:
  hinan keys ring --root root1.dsse.json --officer olena=olena.pub petro=petro.pub --solo-hold 180s -o ring1.dsse.json
  hinan keys ring --after ring1.dsse.json --compromised petro.pub --officer petro=petro2.pub -o ring2.dsse.json
  hinan keys ring --root root1.dsse.json --from ring.toml -o ring1.dsse.json
  hinan keys ring --after ring1.dsse.json --machine jma:feed:JMA=jma.pub --right jma:alert:take-cover:tsunami:coast \
    --life take-cover=90min --arming feed=7d alert=10min -o ring2.dsse.json
  hinan keys sign ring2.dsse.json --key keeper.age

A file has the words of the statement, docs/keys.md shows a whole one:
  [[persons]]
  id = \"olena\"
  keys = [\"olena.pub\"]
  [[rights]]
  who = [\"olena\"]
  types = [\"alert\", \"cancel\", \"clear\"]
  stages = [\"*\"]
  hazards = [\"air-raid\"]
  zones = [\"north\"]
  [life]
  take-cover = 5400";

/// A person and the file of a public key: `olena=olena.pub`.
#[derive(Clone, Debug)]
struct Named {
    person: String,
    file: PathBuf,
}

impl FromStr for Named {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some((person, file)) if !person.is_empty() && !file.is_empty() => {
                Ok(Named { person: person.to_owned(), file: file.into() })
            }
            _ => {
                Err("write the person's id, =, and the file of their public key: olena=olena.pub".to_owned())
            }
        }
    }
}

impl Named {
    fn holder(&self) -> Result<Holder> {
        // The program that signs is this one: no page of a server.
        Ok(Holder { person: self.person.clone(), key: read_public(&self.file)?, standalone: true })
    }
}

fn holders(named: &[Named]) -> Result<Vec<Holder>> {
    named.iter().map(Named::holder).collect()
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    match &args.act {
        Act::New(args) => new(args),
        Act::List(args) => list(args),
        Act::Trust(args) => trust(args),
        Act::Root(args) => root(args),
        Act::Ring(args) => ring(args),
        Act::Sign(args) => sign::run(args),
    }
}

fn new(args: &NewArgs) -> Result<()> {
    if args.file.extension().is_none_or(|extension| extension != "age") {
        return Err(Usage::because(format!(
            "{}: the name of a secret key ends with .age",
            args.file.display()
        )));
    }
    let key = SecretKey::generate(&args.label)?;
    let passphrase = args.secret.ask_new(&args.file)?;
    key.save(&args.file, &passphrase)?;
    let public = keys::public_file(&args.file);
    print(
        &(words::line("secret", &args.file.display().to_string())
            + &words::line("public", &public.display().to_string())
            + &key_words(&key.public())),
    )
}

fn key_words(key: &PublicKey) -> String {
    words::line("of", &key.label)
        + &words::line("in words", &key.four_words().join(" "))
        + &words::line("key", &key.key_id())
}

fn list(args: &ListArgs) -> Result<()> {
    let keys = keys::list(&args.folder)?;
    let (roots, rings) = documents(&args.folder)?;
    if args.json {
        return print_json(&list_json(&keys, &roots, &rings));
    }
    let mut told = String::new();
    for Listed { file, key } in &keys {
        let name = plain(&file.display().to_string(), 60);
        told += &match key {
            Ok(key) => format!(
                "{} {} {}\n",
                left(&name, 28),
                left(&key.four_words().join(" "), 34),
                plain(&key.label, 80)
            ),
            Err(error) => words::line(&name, &error.to_string()),
        };
    }
    for (file, bytes) in roots.iter().chain(&rings) {
        told += &format!("\n{}\n", plain(file, 60));
        told += &match preview_of(bytes) {
            Ok(preview) => words::preview(&preview, None),
            Err(error) => words::line("", &format!("{error:#}")),
        };
    }
    if told.is_empty() {
        told = format!("{}: no public key, root or ring\n", plain(&args.folder.display().to_string(), 200));
    }
    print(&told)
}

fn list_json(keys: &[Listed], roots: &[trusted::Document], rings: &[trusted::Document]) -> Value {
    let keys: Vec<Value> = keys
        .iter()
        .map(|Listed { file, key }| {
            let file = file.display().to_string();
            match key {
                Ok(key) => json!({
                    "file": file, "key": key.key_id(), "public": key.public.to_string(), "label": key.label,
                    "words": key.four_words(),
                }),
                Err(error) => json!({"file": file, "error": error.to_string()}),
            }
        })
        .collect();
    let documents: Vec<Value> = roots
        .iter()
        .chain(rings)
        .map(|(file, bytes)| match Envelope::read(bytes) {
            Ok(envelope) => json!({
                "file": file, "type": envelope.kind.name(), "name": envelope.name().to_string(),
                "words": hinan_desk::four_words(envelope.name()), "signatures": envelope.signatures.len(),
            }),
            Err(refused) => json!({"file": file, "error": refused.to_string(), "code": refused.code.code()}),
        })
        .collect();
    json!({"keys": keys, "documents": documents})
}

fn preview_of(bytes: &[u8]) -> Result<Preview> {
    Ok(Preview::of(&Envelope::read(bytes)?, None)?)
}

fn trust(args: &TrustArgs) -> Result<()> {
    let Some(path) = args.root.as_deref().filter(|_| !args.list) else {
        let pinned = trusted::pinned()?;
        if pinned.is_empty() {
            return print("This machine believes no root yet.\n");
        }
        return print(&pinned.iter().map(pinned_words).collect::<String>());
    };
    let at = || path.display().to_string();
    let bytes = read_bounded(path, Kind::Root.max_bytes()).with_context(at)?;
    let envelope = Envelope::read(&bytes).with_context(at)?;
    let scope = envelope.name();
    let trust = Trust::begin(scope, &bytes).with_context(|| {
        format!(
            "{}: a root is believed once enough of its persons have signed it; only the first can be pinned",
            at()
        )
    })?;
    print(&words::preview(&preview_of(&bytes)?, None))?;
    let pinned = Pinned { scope, world: world(trust.root()).to_owned() };
    match &args.scope {
        Some(wanted) if Digest::parse(&wanted.to_ascii_lowercase()) != Some(scope) => {
            bail!(
                "{}: this is NOT the root that was asked for: its scope is {scope}; nothing was pinned",
                at()
            )
        }
        Some(_) => {}
        None if args.yes => {}
        None => {
            remark("Compare every digit with the poster, or let those who made the root read it to you:");
            if !confirm(&format!("Is the scope {scope}?"))? {
                bail!("not pinned, as you wished");
            }
        }
    }
    trusted::pin(pinned.clone())?;
    remark(&format!("Believed from now on: {}", pinned_words(&pinned).trim_end()));
    Ok(())
}

fn world(root: &Root) -> &'static str {
    if root.world == WorldName::Lab { "lab" } else { "live" }
}

fn pinned_words(pinned: &Pinned) -> String {
    format!("{} {} ({})\n", pinned.scope, words::name(pinned.scope), plain(&pinned.world, 20))
}

fn root(args: &RootArgs) -> Result<()> {
    let output = output(&args.output, "root")?;
    let persons = ceremony::quorum(args.threshold, &holders(&args.person)?);
    let keepers = ceremony::quorum(args.keeper_threshold, &holders(&args.keeper)?);
    let envelope = match &args.after {
        None => {
            let world = if args.lab { WorldName::Lab } else { WorldName::Live };
            ceremony::first_root(stamp()?, world, persons, keepers)?
        }
        Some(path) => {
            let (last, name) = read_root(path)?;
            // The first root has no scope in it: it is its name.
            ceremony::next_root(stamp()?, last.scope.unwrap_or(name), &last, persons, keepers)?
        }
    };
    finish(&output, &envelope)
}

fn ring(args: &RingArgs) -> Result<()> {
    let output = output(&args.output, "ring")?;
    let mut plan = match (&args.after, &args.root) {
        (Some(last), _) => RingPlan::after(&read_ring(last)?),
        (None, Some(root)) => {
            let (root, name) = read_root(root)?;
            RingPlan::first(root.scope.unwrap_or(name))
        }
        (None, None) => return Err(Usage::because("--root or --after says what the ring belongs to")),
    };
    if let Some(file) = &args.from {
        plan = ring::from_file(plan, file)?;
    }
    for machine in &args.machine {
        plan = machine.add(plan)?;
    }
    if !args.relay.is_empty() {
        plan.ring_mut().set_relays(&args.relay).map_err(|why| Usage::because(format!("--relay: {why}")))?;
    }
    let known: Vec<String> = plan.ring_mut().persons.iter().map(|person| person.id.clone()).collect();
    let plan_rights = plan.ring_mut().rights.clone();
    for holder in holders(&args.officer)? {
        plan = plan.with_person(&holder);
    }
    let mut new: Vec<&str> = args.officer.iter().map(|named| named.person.as_str()).collect();
    new.retain(|person| !known.iter().any(|known| known == person));
    new.sort_unstable();
    new.dedup();
    let has_rights = |person: &&str| {
        let mut rights = plan_rights.iter().chain(args.right.iter().map(|right| &right.0));
        rights.any(|right| right.who.iter().any(|who| who == person))
    };
    new.retain(|person| !has_rights(person));
    plan.ring_mut().rights.extend(args.right.iter().map(|right| right.0.clone()));
    if !new.is_empty() {
        let zones: Vec<&str> = args.zone.iter().map(String::as_str).collect();
        plan = plan.with_officers(&new, if zones.is_empty() { &["*"] } else { &zones });
    }
    ring::set(&mut plan.ring_mut().thresholds, &args.threshold).context("--threshold")?;
    ring::set(&mut plan.ring_mut().life, &args.life).context("--life")?;
    ring::set(&mut plan.ring_mut().arming, &args.arming).context("--arming")?;
    if args.solo_alert.is_some() || args.solo_hold.is_some() {
        let solo = plan.ring_mut().solo.clone();
        plan = plan.with_solo(
            args.solo_alert.map(seconds).or(solo.alert),
            args.solo_hold.map(seconds).or(solo.cancel),
        );
    }
    let stamp = stamp()?;
    for file in &args.retire {
        let key = in_ring(&mut plan, file)?;
        plan = plan.retire(&key, stamp.issued);
    }
    for file in &args.compromised {
        let key = in_ring(&mut plan, file)?;
        plan = plan.compromise(&key);
    }
    if args.new_epoch {
        plan = plan.new_epoch();
    }
    finish(&output, &plan.draft(stamp, i64::from(args.days) * 86_400)?)
}

/// The key of a file, which the ring has to have: a slip here would leave a stolen key in force.
fn in_ring(plan: &mut RingPlan, file: &Path) -> Result<PublicKey> {
    let key = read_public(file)?;
    if !plan.ring_mut().keys.iter().any(|known| known.public.0 == key.public.0) {
        bail!("{}: the ring has no such key; hinan keys list shows which it has", file.display());
    }
    Ok(key)
}

/// Where a draft goes. Whoever reads a folder knows root and ring by their names.
fn output(path: &Path, prefix: &str) -> Result<Pair> {
    let output = Pair::of(path);
    let name = output.envelope.file_name().unwrap_or_default().to_string_lossy();
    if !name.starts_with(prefix) {
        let name = name.into_owned();
        return Err(Usage::because(format!(
            "-o {name}: the name has to begin with {prefix}, as {prefix}1.dsse.json"
        )));
    }
    Ok(output)
}

fn finish(output: &Pair, envelope: &Envelope) -> Result<()> {
    let folder = output.folder();
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    write_whole(&output.envelope, &envelope.to_json(), Over::Keep)?;
    print(&words::preview(&Preview::of(envelope, None)?, None))?;
    remark(&format!(
        "Drafted, signed by nobody. Next, each of those who have to: hinan keys sign {} --key THEIR.age",
        output.envelope.display()
    ));
    Ok(())
}

fn read_statement(path: &Path) -> Result<(Statement, Digest)> {
    let at = || path.display().to_string();
    let envelope =
        Envelope::read(&read_bounded(path, Kind::Root.max_bytes()).with_context(at)?).with_context(at)?;
    let statement = Statement::read(envelope.kind, &envelope.payload).with_context(at)?;
    Ok((statement, envelope.name()))
}

fn read_root(path: &Path) -> Result<(Root, Digest)> {
    match read_statement(path)? {
        (Statement::Root(root), name) => Ok((root, name)),
        (other, _) => bail!("{}: is no root but of type '{}'", path.display(), other.kind()),
    }
}

fn read_ring(path: &Path) -> Result<Ring> {
    match read_statement(path)? {
        (Statement::Ring(ring), _) => Ok(ring),
        (other, _) => bail!("{}: is no ring but of type '{}'", path.display(), other.kind()),
    }
}
