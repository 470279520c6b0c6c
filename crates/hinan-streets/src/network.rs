//! A network as a folder of two tables, `nodes.csv` and `arcs.csv` (section 7 of the design): plain CSV,
//! times in tenths of a second, directed. Columns are found by name; others are ignored.
//!
//! Directed arcs become undirected segments with a time for each direction, one segment for each
//! pair of nodes: of parallel arcs the quickest counts.

use std::collections::HashMap;
use std::fs::File;
use std::hash::{BuildHasherDefault, Hasher};
use std::io::{BufReader, Read};
use std::path::Path;

use hinan_model::complaint::Complaint;
use hinan_model::network::{Measure, NONE, NodeIds, Streets, Way};
use hinan_model::place::{Bounds, Place};
use hinan_model::source::Source;
use hinan_model::time::Ds;

use crate::csv::{Row, Table};
use crate::error::file_name;
use crate::report::{self, MOST_COMPLAINTS, step};
use crate::{Options, StreetsError};

const NODES: &str = "nodes.csv";
const ARCS: &str = "arcs.csv";
/// Rows between two reports of progress.
const TELL_EVERY: u64 = 100_000;

/// Reads a network from its two tables. `name` is what the source is called.
///
/// # Errors
/// Where a table cannot be read, lacks its columns, holds a cell longer than 64 KiB, or where no arc
/// can be used. Rows that are wrong become complaints.
pub fn read_network(
    nodes: impl Read,
    arcs: impl Read,
    name: &str,
    options: &Options<'_>,
) -> Result<Streets, StreetsError> {
    let nodes = read_nodes(nodes, options)?;
    let arcs = read_arcs(arcs, &nodes.index, options)?;
    streets(nodes, arcs, name, String::new())
}

/// Reads `nodes.csv` and `arcs.csv` of a folder; other files there are ignored.
pub(crate) fn read_folder(folder: &Path, options: &Options<'_>) -> Result<Streets, StreetsError> {
    let name = file_name(folder);
    let open = |table: &str| -> Result<BufReader<File>, StreetsError> {
        File::open(folder.join(table))
            .map(BufReader::new)
            .map_err(|source| StreetsError::Io { file: format!("{name}/{table}"), source })
    };
    let (node_file, arc_file) = (open(NODES)?, open(ARCS)?);
    let (read, sums) = rayon::join(
        || -> Result<_, StreetsError> {
            let nodes = read_nodes(node_file, options)?;
            let arcs = read_arcs(arc_file, &nodes.index, options)?;
            Ok((nodes, arcs))
        },
        || -> Result<_, StreetsError> {
            let sum = |table: &str| crate::input::sha256_of_file(&folder.join(table), table);
            Ok(format!("{}{}", sum(NODES)?, sum(ARCS)?))
        },
    );
    let (nodes, arcs) = read?;
    // One source, two files: the checksum is that of their two checksums, nodes first.
    let sha256 = report::sha256_of(sums?.as_bytes());
    streets(nodes, arcs, &name, sha256)
}

/// Complaints about one table, the first thousand in full.
struct Complaints {
    file: &'static str,
    list: Vec<Complaint>,
    count: u64,
}

impl Complaints {
    fn about(file: &'static str) -> Complaints {
        Complaints { file, list: Vec::new(), count: 0 }
    }

    fn add(&mut self, row: u64, column: &str, reason: impl FnOnce() -> String, dropped: bool) {
        self.count += 1;
        if self.list.len() < MOST_COMPLAINTS {
            let column = Some(column.to_owned());
            self.list.push(Complaint {
                file: self.file.to_owned(),
                row: Some(row),
                column,
                reason: reason(),
                dropped,
            });
        }
    }

    fn finish(mut self) -> (Vec<Complaint>, u64) {
        let untold = self.count - self.list.len() as u64;
        if untold > 0 {
            let reason =
                format!("{untold} more rows like those before are wrong and are not told one by one");
            self.list.push(Complaint {
                file: self.file.to_owned(),
                row: None,
                column: None,
                reason,
                dropped: true,
            });
        }
        (self.list, self.count)
    }
}

/// At most this much of a cell is shown.
fn shown(cell: &[u8]) -> String {
    String::from_utf8_lossy(&cell[..cell.len().min(40)]).into_owned()
}

/// Mixes the bits of a number: ids in files are anything but random, tables of them must not care.
#[derive(Clone, Copy, Default)]
struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(self.0 ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = u128::from(number ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93_u128;
        self.0 = (mixed ^ (mixed >> 64)) as u64;
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number as u64);
    }
}

/// Nodes by id. The numbers are those of rows; only looked up, never walked through.
enum Index {
    Numbers(HashMap<i64, u32, BuildHasherDefault<NumberHasher>>),
    Texts(HashMap<Vec<u8>, u32>),
}

impl Index {
    fn find(&self, id: &[u8]) -> Option<u32> {
        match self {
            Index::Numbers(index) => canonical(id).and_then(|id| index.get(&id).copied()),
            Index::Texts(index) => index.get(id).copied(),
        }
    }
}

/// The number that prints as `text`, if there is one.
fn canonical(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let leading_zero = digits.len() > 1 && digits[0] == b'0';
    if digits.is_empty() || digits.len() > 18 || leading_zero || (negative && digits[0] == b'0') {
        return None;
    }
    let mut number = 0_i64;
    for &digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i64::from(digit - b'0');
    }
    Some(if negative { -number } else { number })
}

struct Nodes {
    ids: NodeIds,
    index: Index,
    places: Vec<Place>,
    people: Vec<u32>,
    rows: u64,
    twice: u64,
    without_place: u64,
    complaints: Complaints,
}

struct NodeColumns {
    node: usize,
    place: Option<(usize, usize)>,
    people: Option<usize>,
}

fn read_nodes(input: impl Read, options: &Options<'_>) -> Result<Nodes, StreetsError> {
    let mut table = Table::open(input, NODES)?;
    let columns = NodeColumns {
        node: table.column("node")?,
        place: table.optional("lat").zip(table.optional("lon")),
        people: table.optional("people"),
    };
    let mut nodes = Nodes {
        ids: NodeIds::Numbers(Vec::new()),
        index: Index::Numbers(HashMap::default()),
        places: Vec::new(),
        people: Vec::new(),
        rows: 0,
        twice: 0,
        without_place: 0,
        complaints: Complaints::about(NODES),
    };
    while let Some(row) = table.next()? {
        nodes.rows += 1;
        if nodes.rows.is_multiple_of(TELL_EVERY) {
            options.tell("reading nodes", nodes.rows, 0);
        }
        nodes.add(&row, &columns);
    }
    if nodes.without_place > 0 || columns.place.is_none() {
        nodes.places = Vec::new();
    }
    if columns.people.is_none() {
        nodes.people = Vec::new();
    }
    Ok(nodes)
}

impl Nodes {
    fn add(&mut self, row: &Row<'_>, columns: &NodeColumns) {
        let id = row.cell(columns.node);
        if id.is_empty() {
            self.complaints.add(row.number, "node", || "no id; row left out".to_owned(), true);
            return;
        }
        if !self.insert(id) {
            self.twice += 1;
            let reason = || format!("node '{}' was there before; row left out", shown(id));
            self.complaints.add(row.number, "node", reason, true);
            return;
        }
        self.add_place(row, columns);
        self.add_people(row, columns);
    }

    /// Adds an id; `false` where it was there before.
    fn insert(&mut self, id: &[u8]) -> bool {
        let next = self.ids.len() as u32;
        if let Index::Numbers(index) = &mut self.index {
            if let (Some(number), NodeIds::Numbers(ids)) = (canonical(id), &mut self.ids) {
                let free = index.len() == ids.len() && !index.contains_key(&number);
                if free {
                    index.insert(number, next);
                    ids.push(number);
                }
                return free;
            }
            self.become_texts();
        }
        let (Index::Texts(index), NodeIds::Texts(ids)) = (&mut self.index, &mut self.ids) else {
            return false;
        };
        if index.contains_key(id) {
            return false;
        }
        index.insert(id.to_vec(), next);
        ids.push(String::from_utf8_lossy(id).into_owned());
        true
    }

    /// The first id that is no number makes all of them texts.
    fn become_texts(&mut self) {
        let texts: Vec<String> = (0..self.ids.len()).filter_map(|row| self.ids.get(row)).collect();
        self.index =
            Index::Texts(texts.iter().zip(0..).map(|(id, row)| (id.clone().into_bytes(), row)).collect());
        self.ids = NodeIds::Texts(texts);
    }

    fn add_place(&mut self, row: &Row<'_>, columns: &NodeColumns) {
        let Some((lat, lon)) = columns.place else { return };
        let (lat_text, lon_text) = (row.cell(lat), row.cell(lon));
        let place =
            degrees(lat_text).zip(degrees(lon_text)).and_then(|(lat, lon)| Place::from_degrees(lat, lon));
        if place.is_none() {
            self.without_place += 1;
            let reason = || {
                format!(
                    "'{}', '{}' is no place on Earth; the node is kept, but the places of all nodes are left out, since a network has places for all nodes or for none",
                    shown(lat_text),
                    shown(lon_text)
                )
            };
            self.complaints.add(row.number, "lat", reason, false);
        }
        self.places.push(place.unwrap_or_default());
    }

    fn add_people(&mut self, row: &Row<'_>, columns: &NodeColumns) {
        let Some(column) = columns.people else { return };
        let text = row.cell(column);
        let people = if text.is_empty() { Some(0) } else { whole(text).and_then(|n| u32::try_from(n).ok()) };
        if people.is_none() {
            let reason = || format!("'{}' is no number of people; taken as 0", shown(text));
            self.complaints.add(row.number, "people", reason, false);
        }
        self.people.push(people.unwrap_or(0));
    }
}

fn degrees(text: &[u8]) -> Option<f64> {
    std::str::from_utf8(text).ok()?.trim().parse().ok()
}

/// A whole number without sign.
fn whole(text: &[u8]) -> Option<u64> {
    if text.is_empty() || text.len() > 18 {
        return None;
    }
    text.iter()
        .try_fold(0_u64, |sum, &digit| digit.is_ascii_digit().then(|| sum * 10 + u64::from(digit - b'0')))
}

/// One direction of a segment.
#[derive(Clone, Copy)]
struct Arc {
    from: u32,
    to: u32,
    time_ds: u32,
    /// Row in [`Arcs::ways`] or [`NONE`].
    way: u32,
}

struct Arcs {
    list: Vec<Arc>,
    ways: Vec<i64>,
    rows: u64,
    loops: u64,
    complaints: Complaints,
}

fn read_arcs(input: impl Read, index: &Index, options: &Options<'_>) -> Result<Arcs, StreetsError> {
    let mut table = Table::open(input, ARCS)?;
    let (from, to, time) = (table.column("from")?, table.column("to")?, table.column("time_ds")?);
    let way = table.optional("way_id");
    let mut way_rows: HashMap<i64, u32, BuildHasherDefault<NumberHasher>> = HashMap::default();
    let mut arcs =
        Arcs { list: Vec::new(), ways: Vec::new(), rows: 0, loops: 0, complaints: Complaints::about(ARCS) };
    // Arcs are often sorted by where they start.
    let mut last_from: (Vec<u8>, Option<u32>) = (Vec::new(), None);
    while let Some(row) = table.next()? {
        arcs.rows += 1;
        if arcs.rows.is_multiple_of(TELL_EVERY) {
            options.tell("reading arcs", arcs.rows, 0);
        }
        let from_id = row.cell(from);
        if last_from.1.is_none() || last_from.0 != from_id {
            last_from.0.clear();
            last_from.0.extend_from_slice(from_id);
            last_from.1 = index.find(from_id);
        }
        let Some((from, to)) = arcs.ends(&row, (from, last_from.1), (to, index.find(row.cell(to)))) else {
            continue;
        };
        let Some(time_ds) = whole(row.cell(time)).filter(|&ds| ds <= u64::from(Ds::MAX_INPUT.0)) else {
            let reason = || {
                format!(
                    "'{}' is no time in tenths of a second (0 to {}); row left out",
                    shown(row.cell(time)),
                    Ds::MAX_INPUT.0
                )
            };
            arcs.complaints.add(row.number, "time_ds", reason, true);
            continue;
        };
        if from == to {
            arcs.loops += 1;
            continue;
        }
        let way = way.map_or(NONE, |column| arcs.way(&row, column, &mut way_rows));
        arcs.list.push(Arc { from, to, time_ds: time_ds as u32, way });
    }
    Ok(arcs)
}

impl Arcs {
    fn ends(
        &mut self,
        row: &Row<'_>,
        from: (usize, Option<u32>),
        to: (usize, Option<u32>),
    ) -> Option<(u32, u32)> {
        for (name, (column, found)) in [("from", from), ("to", to)] {
            if found.is_none() {
                let reason = || format!("node '{}' is not in {NODES}; row left out", shown(row.cell(column)));
                self.complaints.add(row.number, name, reason, true);
                return None;
            }
        }
        from.1.zip(to.1)
    }

    fn way(
        &mut self,
        row: &Row<'_>,
        column: usize,
        rows: &mut HashMap<i64, u32, BuildHasherDefault<NumberHasher>>,
    ) -> u32 {
        let text = row.cell(column);
        if text.is_empty() {
            return NONE;
        }
        let Some(id) = canonical(text) else {
            let reason = || format!("'{}' is no whole number; the arc is kept without its way", shown(text));
            self.complaints.add(row.number, "way_id", reason, false);
            return NONE;
        };
        let next = self.ways.len() as u32;
        let known = *rows.entry(id).or_insert(next);
        if known == next {
            self.ways.push(id);
        }
        known
    }
}

/// Segments of a network, sorted by their two nodes.
struct Segments {
    ends: Vec<[u32; 2]>,
    way: Vec<u32>,
    forward_ds: Vec<u32>,
    backward_ds: Vec<u32>,
    parallel: u64,
}

/// Joins arcs to segments: sorted into buckets by the lower node, then each bucket by the higher.
fn join(nodes: usize, arcs: &[Arc]) -> Segments {
    let mut first = vec![0_u32; nodes + 1];
    for arc in arcs {
        first[arc.from.min(arc.to) as usize + 1] += 1;
    }
    for node in 0..nodes {
        first[node + 1] += first[node];
    }
    let mut next = first.clone();
    let mut sorted = vec![Arc { from: 0, to: 0, time_ds: 0, way: NONE }; arcs.len()];
    for arc in arcs {
        let place = &mut next[arc.from.min(arc.to) as usize];
        sorted[*place as usize] = *arc;
        *place += 1;
    }
    let mut segments = Segments {
        ends: Vec::with_capacity(arcs.len()),
        way: Vec::with_capacity(arcs.len()),
        forward_ds: Vec::with_capacity(arcs.len()),
        backward_ds: Vec::with_capacity(arcs.len()),
        parallel: 0,
    };
    for node in 0..nodes {
        let bucket = &mut sorted[first[node] as usize..first[node + 1] as usize];
        // The quickest first; of equals the one that stands first in the file.
        bucket.sort_by_key(|arc| (arc.from.max(arc.to), arc.from > arc.to, arc.time_ds));
        for arc in bucket {
            segments.add(arc);
        }
    }
    segments
}

impl Segments {
    fn add(&mut self, arc: &Arc) {
        let ends = [arc.from.min(arc.to), arc.from.max(arc.to)];
        if self.ends.last() != Some(&ends) {
            self.ends.push(ends);
            self.way.push(arc.way);
            self.forward_ds.push(Ds::UNREACHABLE.0);
            self.backward_ds.push(Ds::UNREACHABLE.0);
        }
        let times = if arc.from < arc.to { &mut self.forward_ds } else { &mut self.backward_ds };
        if let Some(time) = times.last_mut() {
            self.parallel += u64::from(*time != Ds::UNREACHABLE.0);
            *time = arc.time_ds.min(*time);
        }
    }
}

fn streets(nodes: Nodes, arcs: Arcs, name: &str, sha256: String) -> Result<Streets, StreetsError> {
    let segments = join(nodes.ids.len(), &arcs.list);
    let (mut complaints, node_complaints) = nodes.complaints.finish();
    let (arc_complaints, arc_count) = arcs.complaints.finish();
    if segments.ends.is_empty() {
        let first = arc_complaints.first().or(complaints.first());
        let first = first.map_or_else(String::new, |complaint| format!(" (first complaint: {complaint})"));
        let what = format!("{ARCS} has {} rows and not one arc that can be used{first}", arcs.rows);
        return Err(StreetsError::NoStreets { file: name.to_owned(), what });
    }
    complaints.extend(arc_complaints);
    let steps = vec![
        step(
            "read nodes.csv",
            [("nodes", nodes.ids.len() as u64), ("people", nodes.people.iter().map(|&n| u64::from(n)).sum())],
            [
                ("nodes that came twice", nodes.twice),
                ("nodes without a place (all places left out)", nodes.without_place),
            ],
        ),
        step(
            "read arcs.csv",
            [("segments", segments.ends.len() as u64), ("arcs", arcs.list.len() as u64 - segments.parallel)],
            [
                ("arcs from a node to itself", arcs.loops),
                ("slower of parallel arcs", segments.parallel),
                ("rows that are wrong", arc_count),
            ],
        ),
    ];
    let source = Source {
        role: "streets".to_owned(),
        file: name.to_owned(),
        format: "network-csv".to_owned(),
        sha256,
        rows: nodes.rows + arcs.rows,
        records: segments.ends.len() as u64,
        complaints: node_complaints + arc_count,
        ..Source::default()
    };
    Ok(Streets {
        bounds: Bounds::around(nodes.places.iter().copied()),
        node_ids: nodes.ids,
        places: nodes.places,
        people: nodes.people,
        segments: segments.ends,
        segment_way: segments.way,
        ways: arcs.ways.into_iter().map(|id| Way { id, name: String::new() }).collect(),
        measure: Measure::Given { forward_ds: segments.forward_ds, backward_ds: segments.backward_ds },
        doorsteps: Vec::new(),
        objects: Vec::new(),
        sources: vec![source],
        steps,
        complaints,
    })
}
