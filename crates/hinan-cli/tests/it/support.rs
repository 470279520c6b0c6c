//! Running the command, drawing small networks, reading what it wrote.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hinan_testkit::oracle::{Arcs, Door};

/// The sample of the project: central Helsinki.
pub const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/helsinki/Helsinki.osm.pbf");

/// What the command said.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The command, not yet started.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hinan"));
    command.args(arguments);
    command
}

/// Runs the command.
pub fn run(arguments: &[&str]) -> Said {
    let Output { status, stdout, stderr } = command(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: status.code(), out: text(stdout), err: text(stderr) }
}

/// Runs the command, which must succeed.
#[track_caller]
pub fn done(arguments: &[&str]) -> Said {
    let said = run(arguments);
    assert_eq!(said.code, Some(0), "hinan {}\n{}", arguments.join(" "), said.err);
    said
}

/// Runs the command, which must give up with `code` and one sentence that holds all of `words`.
#[track_caller]
pub fn refused(arguments: &[&str], code: i32, words: &[&str]) -> Said {
    let said = run(arguments);
    assert_eq!(said.code, Some(code), "hinan {}\n{}{}", arguments.join(" "), said.out, said.err);
    let last = said.err.lines().last().unwrap_or_default();
    for word in words {
        assert!(said.err.contains(word), "no '{word}' in: {}", said.err);
    }
    assert!(!last.contains("panicked") && !said.err.contains("RUST_BACKTRACE"), "{}", said.err);
    assert_eq!(said.out, "", "nothing belongs on standard output");
    said
}

/// A folder that is gone after the test.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    /// The path of a file in it.
    pub fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file (and the folder that it is in) and gives its path.
    pub fn write(&self, name: &str, content: &str) -> String {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    /// The region of the sample, with candidates.
    pub fn sample(&self) -> String {
        let city = self.path("sample.hinan");
        done(&["build", "--streets", SAMPLE, "--shelters", "osm", "--with-candidates", "-o", &city]);
        city
    }
}

/// The rows of a CSV text without its header, cells as they stand.
pub fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(csv.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Rows of `reach --nodes`, in an order of their own.
pub fn sorted(csv: &str) -> Vec<Vec<String>> {
    let mut rows = rows(csv);
    rows.sort();
    rows
}

/// What `reach --nodes` has to say of an exported network, by the slow oracle.
pub fn oracle_rows(network: &Path, shelters: &Path, k: usize) -> Vec<Vec<String>> {
    let read = |path: PathBuf| rows(&std::fs::read_to_string(path).unwrap());
    let ids: Vec<String> = read(network.join("nodes.csv")).into_iter().map(|row| row[0].clone()).collect();
    let number: BTreeMap<&str, u32> = ids.iter().map(String::as_str).zip(0..).collect();
    let arcs = read(network.join("arcs.csv"));
    let arcs = arcs.iter().map(|row| (number[&*row[0]], number[&*row[1]], row[2].parse().unwrap()));
    let mut names: Vec<String> = Vec::new();
    let mut doors: Vec<Door> = Vec::new();
    for row in read(shelters.to_owned()) {
        let shelter = names.iter().position(|name| *name == row[0]).unwrap_or_else(|| {
            names.push(row[0].clone());
            names.len() - 1
        });
        let start = row.get(3).filter(|start| !start.is_empty()).map_or(0, |start| start.parse().unwrap());
        doors.push((shelter as u32, number[&*row[1]], start));
    }
    let arcs = Arcs { nodes: ids.len() as u32, arcs: arcs.collect() };
    let mut rows = Vec::new();
    for (node, best) in arcs.nearest(&doors, k).into_iter().enumerate() {
        for (rank, (time, shelter)) in (1..).zip(best) {
            let rank: u32 = rank;
            rows.push(vec![
                ids[node].clone(),
                rank.to_string(),
                names[shelter as usize].clone(),
                time.0.to_string(),
            ]);
        }
    }
    rows.sort();
    rows
}

/// A file of the shared real places, or `None` (said aloud) where they are not beside the project.
pub fn real(file: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file);
    if path.exists() {
        return Some(path.to_str().unwrap().to_owned());
    }
    println!("SKIPPED: ../shared/data/{file} is not beside the project");
    None
}

/// Runs lines of shell in a folder, with the command on the path and settings of their own.
pub fn shell(folder: &Folder, script: &str) -> Said {
    let beside = Path::new(env!("CARGO_BIN_EXE_hinan")).parent().unwrap().to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(beside).chain(std::env::split_paths(&path))).unwrap();
    let Output { status, stdout, stderr } = Command::new("bash")
        .args(["-c", script])
        .current_dir(folder.path(""))
        .env("PATH", path)
        .env("XDG_CONFIG_HOME", folder.path("config"))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: status.code(), out: text(stdout), err: text(stderr) }
}
