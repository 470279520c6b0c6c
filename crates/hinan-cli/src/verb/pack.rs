//! `hinan pack`: a city's public records as a static site that phones keep.

mod page;
mod prices;
mod statement;
mod verify;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use hinan_pack::{
    CutOptions, DeltaFile, Diff, Entry, Files, Index, Limits, MANIFEST, Manifest, Numbered, PackedFile,
    Parts, cut, data_files, decode_parts, diff, encode, seconds_of, sha256,
};
use hinan_region::Region;
use serde_json::json;

use crate::city::open;
use crate::failure::Usage;
use crate::output::{print, print_json, remark};
use crate::trusted::Pin;
use crate::verb::alert::file::{Over, read_bounded, write_whole};

/// What `pack.json` is called.
pub const MANIFEST_FILE: &str = "pack.json";
/// What is called by the statement that people sign.
pub const STATEMENT_FILE: &str = "pack.dsse.json";
/// The readable difference.
const DIFF_FILE: &str = "diff.txt";
/// No file of a pack is larger.
pub const MOST_FILE: usize = 256 << 20;

/// Make the static site that phones keep: the city, the guide, whose alerts are believed
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[command(subcommand)]
    act: Option<Act>,
    /// The region file; of several, each gets a folder of its own and index.json lists them
    #[arg(value_name = "CITY", required = true)]
    cities: Vec<PathBuf>,
    /// The folder of the site
    #[arg(short, long, value_name = "DIR", required = true)]
    output: Option<PathBuf>,
    /// The pack before this one: what changed is told, phones that hold it fetch the difference alone, and
    /// the number follows
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// A folder with the root and ring of the authority: they go along, and a statement is drafted for its
    /// builder and reviewer to sign
    #[arg(long, value_name = "DIR")]
    trust: Option<PathBuf>,
    #[command(flatten)]
    pin: Pin,
    /// Languages of the guide, the first one first [default: all]
    #[arg(long, value_name = "LANG", num_args = 1.., value_delimiter = ',')]
    lang: Vec<String>,
    /// How old the data is, where its sources do not say: 2026-11-22
    #[arg(long, value_name = "DATE", value_parser = date)]
    built: Option<i64>,
    /// Prices of places in shelters, as hinan assign --json tells them: people whose nearest shelter is too
    /// small for all of its neighbours are shown another one first
    #[arg(long, value_name = "F.json")]
    prices: Option<PathBuf>,
    /// The number of the pack [default: one more than the previous, else 1]
    #[arg(long, value_name = "N")]
    number: Option<u64>,
    /// A folder with the built guide, instead of the one in this program
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// The engine of phones, hinan_phone.wasm, with hinan_renew.wasm beside it for phones that fetch a difference
    /// [default: those that lie with the guide]
    #[arg(long, value_name = "F.wasm")]
    engine: Option<PathBuf>,
    /// Say what was written as JSON
    #[arg(long)]
    json: bool,
}

const EXAMPLE: &str = "\
Examples:
  hinan pack oslo.hinan -o site
  hinan pack oslo.hinan -o site-2 --previous site --trust night
  hinan keys sign site-2/pack.dsse.json --key reviewer.age
  hinan pack verify site-2

Left out are people, records that are not public, and every trace of them. The same region gives the same
bytes. Any web host can carry the folder; docs/pack-format.md tells what is in it.";

#[derive(Debug, clap::Subcommand)]
enum Act {
    Verify(verify::Args),
}

fn date(text: &str) -> Result<i64, String> {
    seconds_of(text).ok_or_else(|| "write the day as 2026-11-22".to_owned())
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    match (&args.act, &args.output) {
        (Some(Act::Verify(args)), _) => verify::run(args),
        (None, Some(output)) => pack_all(args, output),
        (None, None) => Err(Usage::because("-o DIR: name the folder of the site")),
    }
}

fn pack_all(args: &Args, output: &Path) -> Result<()> {
    let [city] = args.cities.as_slice() else { return pack_country(args, output) };
    let made = pack(args, city, output, args.previous.as_deref())?;
    if args.json { print_json(&made.report(output)) } else { print(&made.words(output)) }
}

/// Each region in a folder of its own, and an index of them.
fn pack_country(args: &Args, output: &Path) -> Result<()> {
    let mut packs: Vec<Entry> = Vec::new();
    let (mut reports, mut words) = (Vec::new(), String::new());
    for city in &args.cities {
        let stem = city.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let folder: String =
            stem.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
        if packs.iter().any(|known| known.folder == folder) {
            return Err(Usage::because(format!("two regions are called {folder}; rename one of the files")));
        }
        let previous = args.previous.as_ref().map(|previous| previous.join(&folder));
        let previous = previous.filter(|previous| previous.join(MANIFEST_FILE).exists());
        let made = pack(args, city, &output.join(&folder), previous.as_deref())?;
        packs.push(Entry::of(&folder, &made.manifest));
        reports.push(made.report(&output.join(&folder)));
        words += &made.words(&output.join(&folder));
    }
    packs.sort_by(|a, b| (&a.name, &a.folder).cmp(&(&b.name, &b.folder)));
    let mut index = serde_json::to_vec_pretty(&Index { format: MANIFEST, packs })?;
    index.push(b'\n');
    write_whole(&output.join("index.json"), &index, Over::Replace)?;
    if args.json { print_json(&reports) } else { print(&words) }
}

/// A pack that was written.
struct Made {
    manifest: Manifest,
    files: Files,
    nodes: usize,
    has_page: bool,
    has_engine: bool,
    has_renew: bool,
    is_drafted: bool,
}

/// The pack before.
struct Before {
    manifest: Manifest,
    text: Vec<u8>,
    region: Region,
    folder: PathBuf,
}

fn pack(args: &Args, city: &Path, output: &Path, previous: Option<&Path>) -> Result<Made> {
    let region = open(city)?;
    let options =
        CutOptions { prices: args.prices.as_deref().map(prices::read).transpose()?.unwrap_or_default() };
    prices::tell(&options.prices, &region);
    let cut = cut(&region, &options).with_context(|| city.display().to_string())?;
    let files = encode(&cut)?;
    // What phones will open, not what was meant.
    let bytes = decode_parts(&files.parts(), &Limits::default())?;
    if bytes != cut.bytes() {
        bail!("{}: the pack does not give back what went into it; this is a fault of hinan", city.display());
    }
    let opened = Region::from_bytes(&bytes)?;
    let before = previous.map(read_before).transpose()?;
    let told = diff(before.as_ref().map(|before| &before.region), &opened);
    let trust =
        args.trust.as_deref().map(|folder| statement::Authority::read(folder, args.pin)).transpose()?;
    let mut page = page::read(args.site.as_deref(), args.engine.as_deref())?;
    page.allow(&trust.as_ref().map(statement::Authority::relays).unwrap_or_default())?;

    create(&output.join("data"))?;
    let mut listed = Vec::new();
    for (entry, bytes) in data_files(&files) {
        write_whole(&output.join(&entry.path), bytes, Over::Replace)?;
        listed.push(entry);
    }
    if let Some(engine) = &page.engine {
        let entry = PackedFile {
            path: format!("data/engine-{}.wasm", &sha256(engine)[..16]),
            ..PackedFile::data("engine", engine)
        };
        write_whole(&output.join(&entry.path), engine, Over::Replace)?;
        listed.push(entry);
    }
    let diff_entry = PackedFile::named("diff", DIFF_FILE, told.text.as_bytes());
    listed.push(diff_entry);
    if let Some(trust) = &trust {
        listed.extend(trust.write(output)?);
    }
    let mut manifest = number(args, &opened, listed, &told, before.as_ref(), trust.as_ref());
    match before {
        Some(before) if is_same(&before.manifest, &manifest) => {
            remark("Nothing changed: the pack keeps its number.");
            before.hand_on(output)?;
            manifest = before.manifest;
        }
        before => {
            manifest.deltas = write_deltas(before.as_ref(), &files, output)?;
            write_whole(&output.join(DIFF_FILE), told.text.as_bytes(), Over::Replace)?;
        }
    }
    page.write(output)?;
    write_alerts(output)?;
    // Last, and whole: who fetches while this is written sees the pack before or this one.
    let text = manifest.to_json();
    write_whole(&output.join(MANIFEST_FILE), &text, Over::Replace)?;
    let is_drafted = match &trust {
        Some(trust) => trust.draft(&manifest, &text, &output.join(STATEMENT_FILE))?,
        None => false,
    };
    let nodes = opened.network().nodes();
    Ok(Made {
        manifest,
        files,
        nodes,
        has_page: page.has_guide(),
        has_engine: page.engine.is_some(),
        has_renew: page.has_renew,
        is_drafted,
    })
}

impl Before {
    /// Puts its difference, and those from packs before it, into another folder.
    fn hand_on(&self, output: &Path) -> Result<()> {
        let deltas = self.manifest.deltas.iter().map(|delta| delta.path.as_str());
        for path in deltas.chain([DIFF_FILE]) {
            let bytes = read_bounded(&self.folder.join(path), MOST_FILE)?;
            write_whole(&output.join(path), &bytes, Over::Replace)?;
        }
        Ok(())
    }
}

fn read_before(folder: &Path) -> Result<Before> {
    let text = read_bounded(&folder.join(MANIFEST_FILE), hinan_pack::MOST_MANIFEST)
        .with_context(|| format!("--previous {}: no pack is there", folder.display()))?;
    let manifest = Manifest::read(&text).with_context(|| folder.display().to_string())?;
    let region = manifest.open(|path| read_bounded(&folder.join(path), MOST_FILE).ok(), &Limits::default());
    let region = region.with_context(|| folder.display().to_string())?;
    Ok(Before { manifest, text, region, folder: folder.to_owned() })
}

/// The manifest, with its number.
fn number(
    args: &Args,
    region: &Region,
    files: Vec<PackedFile>,
    told: &Diff,
    before: Option<&Before>,
    trust: Option<&statement::Authority>,
) -> Manifest {
    let epoch = trust.map(statement::Authority::epoch).or(before.map(|before| before.manifest.epoch));
    let epoch = epoch.unwrap_or(1);
    // Numbers begin anew with each epoch of the ring.
    let last = before.filter(|before| before.manifest.epoch == epoch).map_or(0, |before| before.manifest.n);
    let numbered = Numbered {
        epoch,
        n: args.number.unwrap_or(last + 1),
        built: args.built,
        scope: trust.map(statement::Authority::scope),
        languages: args.lang.clone(),
        deltas: Vec::new(),
    };
    let manifest = Manifest::new(region, files, numbered, told.changes);
    if manifest.built.is_none() {
        remark(
            "No source of this region says how old it is; say so with --built, else every plan calls it old.",
        );
    }
    manifest
}

/// Whether two packs are one but for number and difference.
fn is_same(before: &Manifest, now: &Manifest) -> bool {
    let content = |manifest: &Manifest| -> Vec<PackedFile> {
        manifest.files.iter().filter(|file| file.role != "diff").cloned().collect()
    };
    content(before) == content(now)
        && (before.epoch, before.built, &before.scope, &before.languages)
            == (now.epoch, now.built, &now.scope, &now.languages)
}

/// The difference from the pack before, where it is less than the pack itself.
fn write_deltas(before: Option<&Before>, files: &Files, output: &Path) -> Result<Vec<DeltaFile>> {
    let Some(before) = before else { return Ok(Vec::new()) };
    let read = |role: &str| -> Result<Vec<u8>> {
        let file = before.manifest.file(role).with_context(|| format!("the pack before has no {role}"))?;
        Ok(read_bounded(&before.folder.join(&file.path), MOST_FILE)?)
    };
    let (city, map, search) = (read("city")?, read("map")?, read("search")?);
    let old = Parts { city: &city, map: Some(&map), search: Some(&search) };
    let delta = hinan_pack::delta(&old, &files.parts())?;
    let made = hinan_pack::apply(&old, &delta, &Limits::default())?;
    let is_right = (&made.city, &made.map, &made.search) == (&files.city, &files.map, &files.search);
    if !is_right {
        bail!("the difference does not give the new pack; this is a fault of hinan");
    }
    if delta.len() * 2 > files.city.len() + files.map.len() + files.search.len() {
        return Ok(Vec::new());
    }
    let from = sha256(&before.text);
    let path = format!("data/from-{}.delta", &from[..16]);
    write_whole(&output.join(&path), &delta, Over::Replace)?;
    Ok(vec![DeltaFile { from, path, sha256: sha256(&delta), len: delta.len() as u64 }])
}

/// The folder that alerts are put into, with a list of none; one that is there stays.
fn write_alerts(output: &Path) -> Result<()> {
    let folder = output.join("alerts");
    create(&folder)?;
    let index = folder.join("index.json");
    if index.exists() {
        return Ok(());
    }
    write_whole(&index, b"{\"files\": []}\n", Over::Replace)
}

fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))
}

impl Made {
    fn per_node(&self, bytes: usize) -> f64 {
        bytes as f64 / self.nodes.max(1) as f64
    }

    fn report(&self, folder: &Path) -> serde_json::Value {
        let Files { city, map, search, sizes } = &self.files;
        json!({
            "folder": folder.display().to_string(), "name": self.manifest.name, "version": self.manifest.version,
            "epoch": self.manifest.epoch, "n": self.manifest.n, "built": self.manifest.built, "nodes": self.nodes,
            "city_bytes": city.len(), "map_bytes": map.len(), "search_bytes": search.len(),
            "city_bytes_a_node": (self.per_node(city.len()) * 1000.0).round() / 1000.0,
            "streams": sizes.iter().map(|(stream, bytes)| json!({"stream": stream, "bytes": bytes})).collect::<Vec<_>>(),
            "deltas": self.manifest.deltas, "changes": self.manifest.changes, "attribution": self.manifest.attribution,
            "guide": self.has_page, "engine": self.has_engine, "renew": self.has_renew, "statement": self.is_drafted,
        })
    }

    fn words(&self, folder: &Path) -> String {
        let Files { city, map, search, .. } = &self.files;
        let changes = self.manifest.changes;
        let mut text = format!(
            "{}: {} {}\n  city {} bytes ({:.2} a node of {}), map {}, search {}\n  {} shelters, {} changed; {DIFF_FILE} tells what to sign for\n",
            folder.display(),
            self.manifest.name,
            self.manifest.version,
            city.len(),
            self.per_node(city.len()),
            self.nodes,
            map.len(),
            search.len(),
            changes.shelters,
            changes.changed,
        );
        for delta in &self.manifest.deltas {
            text += &format!("  difference for phones that hold the last pack: {} bytes\n", delta.len);
        }
        if !self.manifest.deltas.is_empty() && !self.has_renew {
            text += "  no hinan_renew.wasm lies beside the engine: phones fetch the new pack whole\n";
        }
        if !self.has_page {
            text += "  no guide is in this program; give its folder with --site\n";
        }
        if !self.has_engine {
            text += "  no engine is with the guide; give hinan_phone.wasm with --engine (cargo xtask phone makes it)\n";
        }
        text += &match self.is_drafted {
            true => format!(
                "  drafted: {STATEMENT_FILE}; its builder and a reviewer who has read {DIFF_FILE} sign it with hinan keys sign\n"
            ),
            false => "  not signed by anybody: give --trust to draft the statement\n".to_owned(),
        };
        for line in &self.manifest.attribution {
            text += &format!("Data: {line}\n");
        }
        text
    }
}
