//! Building: the same bytes every time, and never half of a region.

use std::time::Duration;

use crate::contract::Dice;
use crate::support::{Folder, SAMPLE, command, done, refused};

#[test]
fn the_same_input_gives_the_same_bytes_on_one_thread_and_on_two() {
    let folder = Folder::new();
    let build = |name: &str, threads: &str| {
        let city = folder.path(name);
        let options = ["--with-candidates", "--threads", threads, "-o", &city];
        done(&[&["build", "--streets", SAMPLE, "--shelters", "osm"], &options[..]].concat());
        std::fs::read(city).unwrap()
    };
    let first = build("1.hinan", "1");
    assert!(first == build("2.hinan", "2") && first == build("again.hinan", "2"));
}

#[test]
fn a_region_survives_being_killed_in_the_middle_of_a_rebuild() {
    let folder = Folder::new();
    let city = folder.sample();
    let whole = std::fs::read(&city).unwrap();
    let mut dice = Dice(7);
    let mut killed = 0;
    for _ in 0..40 {
        let arguments = ["build", "--streets", SAMPLE, "--shelters", "osm", "--with-candidates", "-o", &city];
        let mut child = command(&arguments)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(u64::from(dice.below(150_000))));
        child.kill().ok();
        killed += u32::from(!child.wait().unwrap().success());
        assert!(std::fs::read(&city).unwrap() == whole, "the old region or the same new one, never a half");
    }
    done(&["info", &city]);
    assert!(killed > 0, "no build was caught at work");
}

#[test]
fn a_build_with_less_than_half_of_the_records_is_refused() {
    let folder = Folder::new();
    folder.write("net/nodes.csv", "node\n1\n2\n3\n4\n");
    folder.write("net/arcs.csv", "from,to,time_ds\n1,2,5\n2,1,5\n2,3,5\n3,2,5\n3,4,5\n4,3,5\n");
    let list = folder.write("list.csv", "shelter,node,capacity\na,1,1\nb,2,1\nc,3,1\nd,4,1\n");
    let (net, city) = (folder.path("net"), folder.path("c.hinan"));
    let build = ["build", "--streets", &net, "--shelters", &list, "-o", &city];
    done(&build);
    let old = std::fs::read(&city).unwrap();

    // Half is enough.
    folder.write("list.csv", "shelter,node,capacity\na,1,1\nb,2,1\n");
    done(&build);
    folder.write("list.csv", "shelter,node,capacity\na,1,1\nb,2,1\nc,3,1\nd,4,1\n");
    done(&build);

    folder.write("list.csv", "shelter,node,capacity\na,1,1\n");
    refused(&build, 1, &["list.csv yields 1 record", "less than half of the 4", "--accept-smaller"]);
    refused(&["build", "--streets", &net, "-o", &city], 1, &["the shelters given now yield 0 records"]);
    assert!(std::fs::read(&city).unwrap() == old, "the old region stays");
    folder.write("net/nodes.csv", "node\n1\n");
    folder.write("net/arcs.csv", "from,to,time_ds\n1,1,5\n");
    folder.write("tiny/nodes.csv", "node\n1\n2\n");
    folder.write("tiny/arcs.csv", "from,to,time_ds\n1,2,5\n");
    let tiny = folder.path("tiny");
    done(&["build", "--streets", &tiny, "--shelters", &list, "-o", &city, "--accept-smaller"]);
}

#[test]
fn the_phases_are_told_apart() {
    let folder = Folder::new();
    let city = folder.path("s.hinan");
    let build = ["build", "--streets", SAMPLE, "-o", &city];
    let said = done(&[&build[..], &["--json"]].concat());
    let report: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    for phase in ["read", "join", "write", "sync"] {
        assert!(report["milliseconds"][phase].as_f64().is_some(), "{report}");
    }
    assert_eq!(report["shelters"], 0);
    let said = done(&[&build[..], &["--explain"]].concat());
    assert!(said.out.contains("read ") && said.out.contains("sync "), "{}", said.out);
    assert!(said.out.contains("This region has no shelters"), "{}", said.out);
}
