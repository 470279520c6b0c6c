//! `.gr`: street graphs in the manner of the DIMACS challenge, one line an arc, `a FROM TO METRES`, with
//! places in a `.co` file beside it (`v ID X Y`, millionths of a degree) if there is one; and the binary
//! pair `.gr.bin` and `.co.bin` (int32 pairs: node numbers from 1; metres in a local frame).
//!
//! Every line is a street that people walk both ways; of parallel lines the shortest counts. The
//! numbers are lengths in metres, so that every walker gets times of their own.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use hinan_model::complaint::Complaint;
use hinan_model::network::{Measure, NONE, NodeIds, Streets};
use hinan_model::place::{Bounds, Place};
use hinan_model::source::Source;

use crate::error::file_name;
use crate::facts::Walk;
use crate::kinds::{Key, Kinds};
use crate::report::{MOST_COMPLAINTS, step};
use crate::tables::{CLASSES, Wheels};
use crate::{Options, StreetsError};

/// Bytes a line may have.
const MOST_LINE: u64 = 4_096;
/// Longest street in metres that a millimetre count can hold.
const MOST_METRES: f64 = 4_294_967.0;
/// Bytes that a binary graph may have.
const MOST_BYTES: u64 = 4 << 30;

/// Reads a text graph, with its places if there are any. `name` is what messages call it.
///
/// # Errors
/// Where it cannot be read, a line is longer than 4 KiB, or no line is an arc that can be used.
pub fn read_gr(
    arcs: impl Read,
    places: Option<&mut dyn Read>,
    name: &str,
    options: &Options<'_>,
) -> Result<Streets, StreetsError> {
    options.tell("reading the graph", 0, 1);
    let mut graph = Graph { file: name.to_owned(), ..Graph::default() };
    graph.read_arcs(arcs)?;
    if let Some(places) = places {
        graph.read_places(places)?;
    }
    graph.finish(String::new())
}

/// Reads a binary graph: `arcs` are pairs of node numbers counted from 1, `points` pairs of metres
/// east and north, one pair a node, all little-endian int32.
///
/// # Errors
/// Where the sizes do not fit, a number points to no node, or there is no street.
pub fn read_gr_binary(
    arcs: &[u8],
    points: &[u8],
    name: &str,
    options: &Options<'_>,
) -> Result<Streets, StreetsError> {
    options.tell("reading the graph", 0, 1);
    let broken =
        |at: u64, what: &str| StreetsError::Broken { file: name.to_owned(), at, what: what.to_owned() };
    if !arcs.len().is_multiple_of(8) || !points.len().is_multiple_of(8) {
        return Err(broken(arcs.len() as u64, "the files do not consist of pairs of int32"));
    }
    let points: Vec<[i32; 2]> = pairs(points).collect();
    let mut graph = Graph { file: name.to_owned(), ..Graph::default() };
    graph.nodes = (1..=points.len() as i64).collect();
    for (index, [from, to]) in pairs(arcs).enumerate() {
        let point = |node: i32| usize::try_from(node).ok().and_then(|n| points.get(n.wrapping_sub(1)));
        let Some((a, b)) = point(from).zip(point(to)) else {
            let what = format!("street from node {from} to node {to}, but there are {} nodes", points.len());
            return Err(broken(index as u64 * 8, &what));
        };
        let side = |axis: usize| f64::from(a[axis]) - f64::from(b[axis]);
        let metres = (side(0) * side(0) + side(1) * side(1)).sqrt();
        graph.rows += 1;
        graph.arcs.push((i64::from(from), i64::from(to), (metres.min(MOST_METRES) * 1000.0).round() as u32));
    }
    graph.finish(String::new())
}

fn pairs(bytes: &[u8]) -> impl Iterator<Item = [i32; 2]> + '_ {
    bytes.chunks_exact(8).map(|pair| {
        [
            i32::from_le_bytes([pair[0], pair[1], pair[2], pair[3]]),
            i32::from_le_bytes([pair[4], pair[5], pair[6], pair[7]]),
        ]
    })
}

/// Reads a `.gr` file and the `.co` file beside it.
pub(crate) fn read_beside(path: &Path, options: &Options<'_>) -> Result<Streets, StreetsError> {
    let name = file_name(path);
    let failed = |source| StreetsError::Io { file: name.clone(), source };
    let arcs = BufReader::new(File::open(path).map_err(failed)?);
    let places = path.with_extension("co");
    let streets = if places.is_file() {
        let mut places = BufReader::new(File::open(&places).map_err(failed)?);
        read_gr(arcs, Some(&mut places), &name, options)
    } else {
        read_gr(arcs, None, &name, options)
    };
    with_checksum(streets?, path, &name)
}

/// Reads a `.gr.bin` file and the `.co.bin` file beside it.
pub(crate) fn read_binary_beside(path: &Path, options: &Options<'_>) -> Result<Streets, StreetsError> {
    let name = file_name(path);
    let points = path.with_file_name(format!("{}.co.bin", name.strip_suffix(".gr.bin").unwrap_or(&name)));
    let read = |path: &Path| -> Result<Vec<u8>, StreetsError> {
        let file = file_name(path);
        let length =
            fs::metadata(path).map_err(|source| StreetsError::Io { file: file.clone(), source })?.len();
        if length > MOST_BYTES {
            let what = format!("the file has {length} bytes, more than {MOST_BYTES}");
            return Err(StreetsError::Broken { file, at: 0, what });
        }
        fs::read(path).map_err(|source| StreetsError::Io { file, source })
    };
    with_checksum(read_gr_binary(&read(path)?, &read(&points)?, &name, options)?, path, &name)
}

fn with_checksum(mut streets: Streets, path: &Path, name: &str) -> Result<Streets, StreetsError> {
    let sha256 = crate::input::sha256_of_file(path, name)?;
    if let Some(source) = streets.sources.first_mut() {
        source.sha256 = sha256;
    }
    Ok(streets)
}

#[derive(Default)]
struct Graph {
    file: String,
    rows: u64,
    /// From, to, millimetres.
    arcs: Vec<(i64, i64, u32)>,
    /// Ids of nodes that are known without an arc.
    nodes: Vec<i64>,
    places: Vec<(i64, Place)>,
    complaints: Vec<Complaint>,
    complaint_count: u64,
}

impl Graph {
    fn complain(&mut self, row: u64, reason: impl FnOnce() -> String) {
        self.complaint_count += 1;
        if self.complaints.len() < MOST_COMPLAINTS {
            let file = self.file.clone();
            self.complaints.push(Complaint {
                file,
                row: Some(row),
                column: None,
                reason: reason(),
                dropped: true,
            });
        }
    }

    fn read_arcs(&mut self, input: impl Read) -> Result<(), StreetsError> {
        let mut lines = Lines::of(input, &self.file);
        while let Some((row, line)) = lines.next()? {
            let mut words = line.split_ascii_whitespace();
            match words.next() {
                None | Some("c" | "p") => continue,
                Some("a" | "e") => {}
                Some(other) => {
                    let other: String = other.chars().take(20).collect();
                    self.complain(row, || format!("'{other}' begins no line of a .gr file; line left out"));
                    continue;
                }
            }
            self.rows += 1;
            let mut id = || words.next().and_then(|word| word.parse::<i64>().ok());
            let ends = id().zip(id());
            let metres = words.next().and_then(|word| word.parse::<f64>().ok());
            let metres = metres.filter(|metres| (0.0..=MOST_METRES).contains(metres));
            match ends.zip(metres) {
                Some(((from, to), metres)) => self.arcs.push((from, to, (metres * 1000.0).round() as u32)),
                None => self.complain(row, || "not 'a FROM TO METRES'; line left out".to_owned()),
            }
        }
        Ok(())
    }

    fn read_places(&mut self, input: &mut dyn Read) -> Result<(), StreetsError> {
        let mut lines = Lines::of(input, &self.file);
        while let Some((row, line)) = lines.next()? {
            let mut words = line.split_ascii_whitespace();
            if words.next() != Some("v") {
                continue;
            }
            let mut number = || words.next().and_then(|word| word.parse::<i64>().ok());
            let (id, x, y) = (number(), number(), number());
            let place = x.zip(y).and_then(|(x, y)| Place::from_degrees(y as f64 / 1e6, x as f64 / 1e6));
            match id.zip(place) {
                Some(found) => self.places.push(found),
                None => {
                    self.complain(row, || "not 'v ID X Y' with a place on Earth; line left out".to_owned())
                }
            }
        }
        Ok(())
    }

    fn finish(mut self, sha256: String) -> Result<Streets, StreetsError> {
        let mut ids = std::mem::take(&mut self.nodes);
        ids.extend(self.arcs.iter().flat_map(|&(from, to, _)| [from, to]));
        ids.extend(self.places.iter().map(|(id, _)| *id));
        ids.sort_unstable();
        ids.dedup();
        let node = |id: i64| ids.binary_search(&id).map_or(NONE, |row| row as u32);
        let loops = self.arcs.iter().filter(|(from, to, _)| from == to).count() as u64;
        let mut streets: Vec<([u32; 2], u32)> = self
            .arcs
            .iter()
            .filter(|(from, to, _)| from != to)
            .map(|&(from, to, mm)| ([node(from.min(to)), node(from.max(to))], mm))
            .collect();
        streets.sort_unstable();
        let lines = streets.len() as u64;
        streets.dedup_by_key(|(ends, _)| *ends);
        if streets.is_empty() {
            let what = format!("has {} arcs and not one that can be used", self.rows);
            return Err(StreetsError::NoStreets { file: self.file, what });
        }
        let places = self.place_all(&ids);
        let steps = vec![step(
            "read the graph",
            [("nodes", ids.len() as u64), ("segments", streets.len() as u64)],
            [
                ("arcs from a node to itself", loops),
                ("second directions and longer parallels", lines - streets.len() as u64),
                ("lines that are wrong", self.complaint_count),
            ],
        )];
        let source = Source {
            role: "streets".to_owned(),
            file: self.file,
            format: "dimacs".to_owned(),
            sha256,
            rows: self.rows,
            records: streets.len() as u64,
            complaints: self.complaint_count,
            ..Source::default()
        };
        Ok(Streets {
            bounds: Bounds::around(places.iter().copied()),
            node_ids: NodeIds::Numbers(ids),
            places,
            people: Vec::new(),
            segment_way: vec![NONE; streets.len()],
            ways: Vec::new(),
            measure: plain_streets(streets.iter().map(|(_, mm)| *mm).collect()),
            segments: streets.into_iter().map(|(ends, _)| ends).collect(),
            doorsteps: Vec::new(),
            objects: Vec::new(),
            drawing: Vec::new(),
            sources: vec![source],
            steps,
            complaints: self.complaints,
        })
    }

    /// The places of all nodes, or of none.
    fn place_all(&mut self, ids: &[i64]) -> Vec<Place> {
        let mut known = std::mem::take(&mut self.places);
        if known.is_empty() {
            return known.into_iter().map(|(_, place)| place).collect();
        }
        known.sort_by_key(|(id, _)| *id);
        known.dedup_by_key(|(id, _)| *id);
        if known.len() == ids.len() {
            return known.into_iter().map(|(_, place)| place).collect();
        }
        let missing = ids.len() - known.len();
        let reason = format!("{missing} nodes have no place, so the places of all are left out");
        self.complaint_count += 1;
        self.complaints.push(Complaint {
            file: self.file.clone(),
            row: None,
            column: None,
            reason,
            dropped: false,
        });
        Vec::new()
    }
}

/// Streets of which nothing is known but their length.
fn plain_streets(length_mm: Vec<u32>) -> Measure {
    let class = CLASSES.iter().position(|c| c.value == "road").unwrap_or(0) as u8;
    let walk = Walk { class, forward: true, backward: true, wheels: Wheels::Yes, ..Walk::default() };
    let mut kinds = Kinds::new();
    let row = kinds.row(Key::of(walk));
    let table = kinds.finish();
    Measure::Physical {
        kind: vec![row; length_mm.len()],
        length_mm,
        grade: Vec::new(),
        kinds: table.kinds,
        kind_names: table.names,
        walkers: table.walkers,
    }
}

/// Lines of bounded length.
struct Lines<R> {
    input: BufReader<R>,
    file: String,
    line: Vec<u8>,
    row: u64,
}

impl<R: Read> Lines<R> {
    fn of(input: R, file: &str) -> Lines<R> {
        Lines {
            input: BufReader::with_capacity(1 << 18, input),
            file: file.to_owned(),
            line: Vec::new(),
            row: 0,
        }
    }

    /// The next line and its number; text that is not UTF-8 counts as an empty line.
    fn next(&mut self) -> Result<Option<(u64, &str)>, StreetsError> {
        self.line.clear();
        self.row += 1;
        let read = (&mut self.input).take(MOST_LINE + 1).read_until(b'\n', &mut self.line);
        let read = read.map_err(|source| StreetsError::Io { file: self.file.clone(), source })?;
        if read as u64 > MOST_LINE {
            let what = format!("the line is longer than {MOST_LINE} bytes");
            return Err(StreetsError::Row { file: self.file.clone(), row: self.row, what });
        }
        Ok((read > 0).then(|| (self.row, std::str::from_utf8(&self.line).unwrap_or("?"))))
    }
}
