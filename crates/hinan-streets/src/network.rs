//! A network as a folder of two tables, `nodes.csv` and `arcs.csv` (section 7 of the design): plain CSV,
//! times in tenths of a second, directed. Columns are found by name; others are ignored.
//!
//! Directed arcs become undirected segments with a time for each direction, one segment for each
//! pair of nodes: of parallel arcs the quickest counts.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use hinan_model::complaint::Complaint;
use hinan_model::network::{Measure, NONE, NodeIds, Streets, Way};
use hinan_model::place::{Bounds, Place};
use hinan_model::source::Source;
use hinan_model::time::Ds;
use rayon::prelude::*;

use crate::buckets::Buckets;
use crate::csv::{Row, Rows, Table};
use crate::error::file_name;
use crate::report::{self, MOST_COMPLAINTS, step};
use crate::{Options, StreetsError};

const NODES: &str = "nodes.csv";
const ARCS: &str = "arcs.csv";

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
    let open = |table: &str| -> Result<File, StreetsError> {
        File::open(folder.join(table))
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
            self.list.push(Complaint {
                file: self.file.to_owned(),
                row: Some(row),
                column: Some(column.to_owned()),
                reason: reason(),
                dropped,
            });
        }
    }

    /// Takes in the complaints about the next chunk.
    fn append(&mut self, other: Complaints) {
        self.count += other.count;
        let room = MOST_COMPLAINTS - self.list.len();
        self.list.extend(other.list.into_iter().take(room));
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

/// An id of a node as a table has it.
enum Id {
    Number(i64),
    Text(Box<[u8]>),
}

impl Id {
    fn of(text: &[u8]) -> Id {
        canonical(text).map_or_else(|| Id::Text(text.into()), Id::Number)
    }

    fn text(&self) -> String {
        match self {
            Id::Number(number) => number.to_string(),
            Id::Text(text) => String::from_utf8_lossy(text).into_owned(),
        }
    }
}

/// Nodes by id, sorted: numbers with their nodes, texts with theirs. Sorted lists instead of hash
/// tables, so that no choice of ids can make them slow.
#[derive(Default)]
struct Index {
    numbers: Vec<(i64, u32)>,
    buckets: Buckets,
    texts: Vec<(Box<[u8]>, u32)>,
}

impl Index {
    fn find_number(&self, id: i64) -> Option<u32> {
        let rows = &self.numbers[self.buckets.rows(id)];
        let row = rows.partition_point(|(known, _)| *known < id);
        rows.get(row).filter(|(known, _)| *known == id).map(|(_, node)| *node)
    }

    fn find_text(&self, id: &[u8]) -> Option<u32> {
        let row = self.texts.binary_search_by(|(known, _)| (**known).cmp(id)).ok()?;
        Some(self.texts[row].1)
    }
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

#[derive(Clone, Copy)]
struct NodeColumns {
    node: usize,
    place: Option<(usize, usize)>,
    people: Option<usize>,
}

/// Nodes of a chunk (and in the end of the table), before ids are compared.
struct NodeRows {
    ids: Vec<Id>,
    numbers: Vec<u64>,
    places: Vec<Option<Place>>,
    people: Vec<u32>,
    rows: u64,
    complaints: Complaints,
}

impl NodeRows {
    fn new() -> NodeRows {
        NodeRows {
            ids: Vec::new(),
            numbers: Vec::new(),
            places: Vec::new(),
            people: Vec::new(),
            rows: 0,
            complaints: Complaints::about(NODES),
        }
    }

    fn append(&mut self, mut other: NodeRows) {
        self.ids.append(&mut other.ids);
        self.numbers.append(&mut other.numbers);
        self.places.append(&mut other.places);
        self.people.append(&mut other.people);
        self.rows += other.rows;
        self.complaints.append(other.complaints);
    }

    fn add(&mut self, row: &Row<'_>, columns: &NodeColumns) {
        self.rows += 1;
        let id = row.cell(columns.node);
        if id.is_empty() {
            self.complaints.add(row.number, "node", || "no id; row left out".to_owned(), true);
            return;
        }
        self.ids.push(Id::of(id));
        self.numbers.push(row.number);
        if let Some((lat, lon)) = columns.place {
            self.add_place(row, row.cell(lat), row.cell(lon));
        }
        if let Some(column) = columns.people {
            self.add_people(row, row.cell(column));
        }
    }

    fn add_place(&mut self, row: &Row<'_>, lat: &[u8], lon: &[u8]) {
        let place = degrees(lat).zip(degrees(lon)).and_then(|(lat, lon)| Place::from_degrees(lat, lon));
        if place.is_none() {
            let reason = || {
                format!(
                    "'{}', '{}' is no place on Earth; the node is kept, but the places of all nodes are left out, since a network has places for all nodes or for none",
                    shown(lat),
                    shown(lon)
                )
            };
            self.complaints.add(row.number, "lat", reason, false);
        }
        self.places.push(place);
    }

    fn add_people(&mut self, row: &Row<'_>, text: &[u8]) {
        let people = if text.is_empty() { Some(0) } else { whole(text).and_then(|n| u32::try_from(n).ok()) };
        if people.is_none() {
            let reason = || format!("'{}' is no number of people; taken as 0", shown(text));
            self.complaints.add(row.number, "people", reason, false);
        }
        self.people.push(people.unwrap_or(0));
    }
}

fn read_nodes(input: impl Read, options: &Options<'_>) -> Result<Nodes, StreetsError> {
    let table = Table::open(input, NODES)?;
    let columns = NodeColumns {
        node: table.column("node")?,
        place: table.optional("lat").zip(table.optional("lon")),
        people: table.optional("people"),
    };
    let mut all = NodeRows::new();
    let read = |mut rows: Rows<'_>| {
        let mut nodes = NodeRows::new();
        while let Some(row) = rows.next()? {
            nodes.add(&row, &columns);
        }
        Ok(nodes)
    };
    table.read_all(read, |nodes| {
        all.append(nodes);
        options.tell("reading nodes", all.rows, 0);
    })?;
    Ok(compare_ids(all))
}

/// Finds ids that come twice (the first one counts) and makes the index.
fn compare_ids(mut all: NodeRows) -> Nodes {
    let mut index = Index::default();
    for (id, node) in all.ids.iter().zip(0_u32..) {
        match id {
            Id::Number(id) => index.numbers.push((*id, node)),
            Id::Text(id) => index.texts.push((id.clone(), node)),
        }
    }
    // Equal ids end up in the order of the file. Files are often sorted as they are.
    if !index.numbers.is_sorted() {
        index.numbers.par_sort_unstable();
    }
    index.texts.par_sort_unstable();
    drop_repeats(&mut all, &mut index);
    index.buckets = Buckets::of(index.numbers.len(), |row| index.numbers[row].0);
    let without_place = all.places.iter().filter(|place| place.is_none()).count() as u64;
    let places = if without_place == 0 { all.places.iter().flatten().copied().collect() } else { Vec::new() };
    let ids = if index.texts.is_empty() {
        let numbers = all.ids.iter().map(|id| match id {
            Id::Number(number) => *number,
            Id::Text(_) => 0,
        });
        NodeIds::Numbers(numbers.collect())
    } else {
        NodeIds::Texts(all.ids.iter().map(Id::text).collect())
    };
    let twice = (all.numbers.len() - all.ids.len()) as u64;
    let (people, rows, complaints) = (all.people, all.rows, all.complaints);
    Nodes { ids, index, places, people, rows, twice, without_place, complaints }
}

/// Takes out nodes whose id was there before, and renumbers the others.
fn drop_repeats(all: &mut NodeRows, index: &mut Index) {
    let numbers = index.numbers.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1);
    let texts = index.texts.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1);
    let mut repeats: Vec<u32> = numbers.chain(texts).collect();
    if repeats.is_empty() {
        return;
    }
    repeats.sort_unstable();
    let mut keep = vec![true; all.ids.len()];
    for &node in &repeats {
        keep[node as usize] = false;
        let id = all.ids[node as usize].text();
        let reason = || format!("node '{}' was there before; row left out", shown(id.as_bytes()));
        all.complaints.add(all.numbers[node as usize], "node", reason, true);
    }
    all.complaints.list.sort_by_key(|complaint| complaint.row);
    let renumbered = |node: u32| node - repeats.partition_point(|&repeat| repeat < node) as u32;
    index.numbers.retain(|(_, node)| keep[*node as usize]);
    index.texts.retain(|(_, node)| keep[*node as usize]);
    index.numbers.iter_mut().for_each(|(_, node)| *node = renumbered(*node));
    index.texts.iter_mut().for_each(|(_, node)| *node = renumbered(*node));
    retain_rows(&mut all.ids, &keep);
    retain_rows(&mut all.places, &keep);
    retain_rows(&mut all.people, &keep);
}

/// Keeps the rows of a column (which may be empty as a whole).
fn retain_rows<T>(column: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    column.retain(|_| keep.next().copied().unwrap_or(true));
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

#[derive(Clone, Copy)]
struct ArcColumns {
    from: usize,
    to: usize,
    time: usize,
    way: Option<usize>,
}

/// An end of an arc: a number still to be found among the nodes, or a text that was found.
#[derive(Clone, Copy)]
enum End {
    Number(i64),
    Found(u32),
}

/// Arcs of a chunk.
struct ArcRows {
    /// Ends, time, way's id, row.
    raw: Vec<([End; 2], u32, Option<i64>, u64)>,
    arcs: Vec<(Arc, Option<i64>)>,
    rows: u64,
    loops: u64,
    complaints: Complaints,
}

impl ArcRows {
    fn add(&mut self, row: &Row<'_>, columns: &ArcColumns, index: &Index) {
        self.rows += 1;
        let (Some(from), Some(to)) =
            (self.end(row, "from", columns.from, index), self.end(row, "to", columns.to, index))
        else {
            return;
        };
        let time = row.cell(columns.time);
        let Some(time_ds) = whole(time).filter(|&ds| ds <= u64::from(Ds::MAX_INPUT.0)) else {
            let most = Ds::MAX_INPUT.0;
            let reason =
                || format!("'{}' is no time in tenths of a second (0 to {most}); row left out", shown(time));
            self.complaints.add(row.number, "time_ds", reason, true);
            return;
        };
        let way = columns.way.and_then(|column| self.way(row, row.cell(column)));
        self.raw.push(([from, to], time_ds as u32, way, row.number));
    }

    fn end(&mut self, row: &Row<'_>, name: &str, column: usize, index: &Index) -> Option<End> {
        let text = row.cell(column);
        if let Some(number) = canonical(text) {
            return Some(End::Number(number));
        }
        let found = index.find_text(text).map(End::Found);
        if found.is_none() {
            self.unknown(row.number, name, shown(text));
        }
        found
    }

    fn unknown(&mut self, row: u64, name: &str, id: String) {
        self.complaints.add(row, name, || format!("node '{id}' is not in {NODES}; row left out"), true);
    }

    fn way(&mut self, row: &Row<'_>, text: &[u8]) -> Option<i64> {
        let id = canonical(text);
        if id.is_none() && !text.is_empty() {
            let reason = || format!("'{}' is no whole number; the arc is kept without its way", shown(text));
            self.complaints.add(row.number, "way_id", reason, false);
        }
        id
    }

    /// Finds the ends. Apart from reading the rows, since memory then answers many questions at once.
    fn find_ends(&mut self, index: &Index) {
        for (ends, time_ds, way, row) in std::mem::take(&mut self.raw) {
            let [from, to] = ends.map(|end| match end {
                End::Number(id) => index.find_number(id),
                End::Found(node) => Some(node),
            });
            match (from, to) {
                (Some(from), Some(to)) if from == to => self.loops += 1,
                (Some(from), Some(to)) => self.arcs.push((Arc { from, to, time_ds, way: NONE }, way)),
                _ => {
                    let (name, end) = if from.is_none() { ("from", ends[0]) } else { ("to", ends[1]) };
                    if let End::Number(id) = end {
                        self.unknown(row, name, id.to_string());
                    }
                }
            }
        }
        self.complaints.list.sort_by_key(|complaint| complaint.row);
    }
}

fn read_arcs(input: impl Read, index: &Index, options: &Options<'_>) -> Result<Arcs, StreetsError> {
    let table = Table::open(input, ARCS)?;
    let columns = ArcColumns {
        from: table.column("from")?,
        to: table.column("to")?,
        time: table.column("time_ds")?,
        way: table.optional("way_id"),
    };
    let complaints = || Complaints::about(ARCS);
    let mut arcs = Arcs { list: Vec::new(), ways: Vec::new(), rows: 0, loops: 0, complaints: complaints() };
    let mut way_rows = WayRows::default();
    let read = |mut rows: Rows<'_>| {
        let mut arcs =
            ArcRows { raw: Vec::new(), arcs: Vec::new(), rows: 0, loops: 0, complaints: complaints() };
        while let Some(row) = rows.next()? {
            arcs.add(&row, &columns, index);
        }
        arcs.find_ends(index);
        Ok(arcs)
    };
    table.read_all(read, |chunk: ArcRows| {
        arcs.rows += chunk.rows;
        arcs.loops += chunk.loops;
        arcs.complaints.append(chunk.complaints);
        let rows =
            chunk.arcs.into_iter().map(|(arc, way)| Arc { way: way_rows.row(way, &mut arcs.ways), ..arc });
        arcs.list.extend(rows);
        options.tell("reading arcs", arcs.rows, 0);
    })?;
    Ok(arcs)
}

/// Rows of ways by id, in the order in which they were first named.
#[derive(Default)]
struct WayRows {
    rows: HashMap<i64, u32>,
    last: Option<(i64, u32)>,
}

impl WayRows {
    fn row(&mut self, way: Option<i64>, ways: &mut Vec<i64>) -> u32 {
        let Some(id) = way else { return NONE };
        if let Some((last, row)) = self.last
            && last == id
        {
            return row;
        }
        let row = *self.rows.entry(id).or_insert_with(|| {
            ways.push(id);
            ways.len() as u32 - 1
        });
        self.last = Some((id, row));
        row
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
        drawing: Vec::new(),
        sources: vec![source],
        steps,
        complaints,
    })
}
