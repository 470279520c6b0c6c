//! Zones of warning: Israel's list of cities with the outlines of its areas, and GeoJSON in general.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};
use std::path::PathBuf;

use hinan_earth::Crs;
use hinan_model::{Complaint, Ds, Source, Zone};
use serde_json::value::RawValue;

use crate::error::NotALayer;
use crate::geometry::{Ground, Raw, place};
use crate::input::{Content, Input, sha256_of};
use crate::json::{Elements, InOrder, members, parse, scalar};
use crate::layer::{Columns, Consumer, Refusal, find_column};
use crate::number::number;
use crate::report::{Report, names, quoted};
use crate::{MAX_ROWS, Wanted, layer, text};

/// Zones as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ZoneList {
    /// What the files are, in the order in which they were given, and how much of each was used.
    pub sources: Vec<Source>,
    /// The zones in the order of the files.
    pub zones: Vec<Zone>,
    /// What was wrong.
    pub complaints: Vec<Complaint>,
}

/// Reads zones of warning: any number of GeoJSON files or GeoPackages with a property of seconds (see
/// `docs/zones.md`), and the pair of files that Israel's alerts come with, `cities.json` (names and
/// `countdown` seconds) and `polygons.json` (outlines by id). The pair is told by what is in the files.
///
/// A zone without an outline is kept by its point, with a complaint.
///
/// # Errors
/// Where a file cannot be read or is nothing of the kind, or where outlines have no list of zones.
pub fn read_zones(paths: &[PathBuf], wanted: &Wanted) -> Result<ZoneList, NotALayer> {
    read(paths.iter().map(|path| Input::open(path)).collect::<Result<_, _>>()?, wanted)
}

/// As [`read_zones`], out of anything that can be read from any place, each with a name for sentences.
///
/// # Errors
/// As [`read_zones`].
pub fn read_zones_from<'a, R: Read + Seek + 'a>(
    files: impl IntoIterator<Item = (R, &'a str)>,
    wanted: &Wanted,
) -> Result<ZoneList, NotALayer> {
    read(files.into_iter().map(|(reader, name)| Input::of(reader, name)).collect(), wanted)
}

/// The most seconds that a zone may have: a day.
const MOST_SECONDS: f64 = 86_400.0;

/// A file's account, and its complaints.
type Account = (Source, Vec<Complaint>);

/// What a file turned out to be.
enum Opened<'a> {
    /// Israel's list.
    Cities(Text),
    /// The outlines to it.
    Outlines(Text),
    /// Anything with ground and seconds.
    General(Input<'a>, Content),
}

struct Text {
    name: String,
    bytes: Vec<u8>,
}

fn read(inputs: Vec<Input>, wanted: &Wanted) -> Result<ZoneList, NotALayer> {
    let mut opened = inputs.into_iter().map(look).collect::<Result<Vec<_>, _>>()?;
    let mut list = ZoneList::default();
    let has_cities = opened.iter().any(|file| matches!(file, Opened::Cities(_)));
    let mut outlines = Outlines::default();
    let mut accounts: BTreeMap<usize, Account> = BTreeMap::new();
    for (at, file) in opened.iter().enumerate() {
        if let Opened::Outlines(file) = file {
            if !has_cities {
                return Err(NotALayer::unusable(
                    &file.name,
                    "has outlines only; the list of zones with their seconds (cities.json) is needed too",
                ));
            }
            outlines.read(at, file)?;
        }
    }
    for (at, file) in opened.iter_mut().enumerate() {
        match file {
            Opened::Cities(file) => {
                accounts.insert(at, cities(file, &mut outlines, &mut list.zones)?);
            }
            Opened::General(input, content) => {
                accounts.insert(at, general(input, *content, wanted, &mut list.zones)?);
            }
            Opened::Outlines(_) => {}
        }
    }
    accounts.extend(outlines.finish()?);
    for (source, complaints) in accounts.into_values() {
        list.sources.push(source);
        list.complaints.extend(complaints);
    }
    Ok(list)
}

fn look(mut input: Input) -> Result<Opened, NotALayer> {
    let content = input.content()?;
    if content != Content::Json {
        return Ok(Opened::General(input, content));
    }
    let name = input.name.clone();
    let bytes = input.bytes()?;
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let (is_array, has) = (start.starts_with('['), |word: &str| start.contains(word));
    let file = |bytes| Text { name, bytes };
    if is_array && has("\"countdown\"") {
        Ok(Opened::Cities(file(bytes)))
    } else if !is_array && !has("\"type\"") && !has("\"features\"") {
        Ok(Opened::Outlines(file(bytes)))
    } else {
        let name = input.name;
        Ok(Opened::General(Input::of(std::io::Cursor::new(bytes), &name), content))
    }
}

/// Outlines by the id of their zone.
#[derive(Default)]
struct Outlines {
    by_id: BTreeMap<String, (u64, Result<Ground, String>)>,
    used: BTreeSet<String>,
    files: Vec<(usize, Report, Source, Vec<String>)>,
}

impl Outlines {
    fn read(&mut self, at: usize, file: &Text) -> Result<(), NotALayer> {
        let mut report = Report::new(&file.name);
        let text = text::decoded(&file.bytes, &mut report);
        let InOrder::<'_, { MAX_ROWS as usize }>(all) =
            parse(&text).map_err(|what| NotALayer::unusable(&file.name, what))?;
        let mut ids = Vec::new();
        for (number, (id, outline)) in (1..).zip(all) {
            report.row()?;
            self.by_id.insert(id.clone(), (number, ring(outline)));
            ids.push(id);
        }
        let source = Source {
            format: "israel-polygons".to_owned(),
            sha256: sha256_of(&file.bytes),
            role: "zones".to_owned(),
            ..Source::default()
        };
        self.files.push((at, report, source, ids));
        Ok(())
    }

    /// The outline of a zone, or why there is none.
    fn take(&mut self, id: &str) -> Result<Ground, String> {
        let (_, ground) = self.by_id.get(id).ok_or("it has no outline")?;
        if ground.is_ok() {
            self.used.insert(id.to_owned());
        }
        ground.clone()
    }

    fn finish(self) -> Result<Vec<(usize, Account)>, NotALayer> {
        let Outlines { by_id, used, files } = self;
        let account = |(at, mut report, source, ids): (usize, Report, Source, Vec<String>)| {
            for id in ids {
                match by_id.get(&id) {
                    Some(_) if used.contains(&id) => report.record(),
                    Some((row, Err(reason))) => report.dropped(*row, Some(&id), reason),
                    Some((row, Ok(_))) => report.dropped(*row, Some(&id), "no zone of the list has this id"),
                    None => {}
                }
            }
            Ok((at, report.finish(source)?))
        };
        files.into_iter().map(account).collect()
    }
}

/// A ring of `[latitude, longitude]`.
fn ring(outline: &RawValue) -> Result<Ground, String> {
    let ring: Vec<[f64; 2]> = serde_json::from_str(outline.get())
        .map_err(|error| format!("it is no ring of [latitude, longitude] ({error})"))?;
    let ring = ring.into_iter().map(|[lat, lon]| [lon, lat]).collect();
    Raw::Polygons(vec![vec![ring]]).ground(&Crs::WGS84)
}

fn cities(file: &Text, outlines: &mut Outlines, zones: &mut Vec<Zone>) -> Result<Account, NotALayer> {
    let mut report = Report::new(&file.name);
    let text = text::decoded(&file.bytes, &mut report);
    let Elements(elements) = parse(&text).map_err(|what| NotALayer::unusable(&file.name, what))?;
    let mut seen = BTreeSet::new();
    for (number, element) in (1..).zip(elements) {
        report.row()?;
        match city(element, &mut seen) {
            Ok(mut zone) => {
                match outlines.take(&zone.id) {
                    Ok(ground) => zone.area = ground.areas().and_then(|mut areas| areas.pop()),
                    Err(reason) => report.remark(
                        Some(number),
                        None,
                        format!("{}: {reason}; known by its point only", quoted(&zone.name)),
                    ),
                }
                report.record();
                zones.push(zone);
            }
            Err(reason) => report.dropped(number, None, &reason),
        }
    }
    let source = Source {
        format: "israel-cities".to_owned(),
        sha256: sha256_of(&file.bytes),
        role: "zones".to_owned(),
        ..Source::default()
    };
    report.finish(source)
}

fn city(element: &RawValue, seen: &mut BTreeSet<String>) -> Result<Zone, String> {
    let members = members(element)?;
    let value = |name: &str| members.get(name).and_then(scalar);
    if value("value").is_some_and(|value| value == "all") {
        return Err("it stands for all zones and is none".to_owned());
    }
    let id = value("id").ok_or("it has no id")?;
    let name = value("name").unwrap_or_else(|| id.clone());
    let budget = seconds(&value("countdown").ok_or("it has no countdown")?, false)?;
    let degrees = |name: &str| {
        value(name).ok_or_else(|| format!("it has no {name}")).and_then(|text| number(&text, false))
    };
    let place = place(degrees("lng")?, degrees("lat")?, &Crs::WGS84)?;
    if !seen.insert(id.clone()) {
        return Err(format!("the id {} stands twice", quoted(&id)));
    }
    Ok(Zone { id, name, budget, place: Some(place), area: None })
}

/// A time in seconds, or written with its unit: `90`, `90s`, `10min`.
fn seconds(text: &str, decimal_comma: bool) -> Result<Ds, String> {
    if let Ok(budget) = text.parse() {
        return Ok(budget);
    }
    let number = number(text, decimal_comma)?;
    if !(0.0..=MOST_SECONDS).contains(&number) {
        return Err(format!("{} is no time between 0 and {MOST_SECONDS} seconds", quoted(text)));
    }
    // Down to a whole tenth: never more time than there is.
    Ok(Ds((number * 10.0).floor() as u32))
}

/// What columns of times are called.
const SECONDS: &[&str] = &["seconds", "budget", "countdown", "timetoshelter", "warningtime"];
/// What columns of ids and names are called.
const IDS: &[&str] = &["id", "zone", "code"];
const NAMES: &[&str] = &["name", "title", "label", "zone"];

fn general(
    input: &mut Input,
    content: Content,
    wanted: &Wanted,
    zones: &mut Vec<Zone>,
) -> Result<Account, NotALayer> {
    let mut report = Report::new(&input.name);
    let mut taker =
        Taker { wanted_column: wanted.column.clone(), id: None, name: None, decimal_comma: false, zones };
    let source = layer::read(input, content, wanted, &mut report, &mut taker)?;
    report.finish(Source { role: "zones".to_owned(), ..source })
}

struct Taker<'a> {
    wanted_column: Option<String>,
    /// Where the id and the name stand among the chosen values; the time is the first.
    id: Option<usize>,
    name: Option<usize>,
    decimal_comma: bool,
    zones: &'a mut Vec<Zone>,
}

impl Consumer for Taker<'_> {
    fn choose(&mut self, columns: &Columns) -> Result<Vec<usize>, String> {
        let time = find_column(columns, self.wanted_column.as_deref(), SECONDS)?.ok_or_else(|| {
            let list = names(columns.names.iter().map(String::as_str));
            format!("does not say how much time its zones leave: 'seconds' is looked for, and it has {list}")
        })?;
        let mut chosen = vec![time];
        let mut add = |at: Option<usize>| {
            at.map(|at| {
                chosen.push(at);
                chosen.len() - 1
            })
        };
        self.id = add(find_column(columns, None, IDS)?);
        self.name = add(find_column(columns, None, NAMES)?);
        self.decimal_comma = columns.decimal_comma;
        Ok(chosen)
    }

    fn take(
        &mut self,
        number: u64,
        ground: Ground,
        values: &[Option<String>],
        report: &mut Report,
    ) -> Result<(), Refusal> {
        let value =
            |at: Option<usize>| values.get(at?)?.as_deref().map(str::trim).filter(|value| !value.is_empty());
        let id = value(self.id).map_or_else(|| number.to_string(), str::to_owned);
        let name = value(self.name).map_or_else(|| id.clone(), str::to_owned);
        let time = value(Some(0)).ok_or_else(|| "it does not say how much time there is".to_owned())?;
        let zone = Zone { id, name, budget: seconds(time, self.decimal_comma)?, place: None, area: None };
        if let Ground::Point(place) = ground {
            report.remark(Some(number), None, "it has no outline; known by its point only".to_owned());
            self.zones.push(Zone { place: Some(place), ..zone });
        } else {
            // Parts that overlap are zones of one name: inside of two is inside.
            let areas = ground.areas().into_iter().flatten();
            self.zones.extend(areas.map(|area| Zone { area: Some(area), ..zone.clone() }));
        }
        Ok(())
    }
}
