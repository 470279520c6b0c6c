//! `hinan poster`: files, refusals, the same bytes on any number of threads.

use crate::support::{Folder, command, done, refused};

#[test]
fn every_doorstep_gets_its_poster_and_threads_change_nothing() {
    let folder = Folder::new();
    let city = folder.sample();
    let print = |name: &str, threads: &str| {
        let out = folder.path(name);
        let mut command = command(&[
            "poster",
            &city,
            "--all",
            "--limit",
            "6",
            "--pages",
            "2",
            "--hazard",
            "air-raid",
            "-o",
            &out,
            "--base",
            "https://example.org/x/",
        ]);
        assert!(command.env("RAYON_NUM_THREADS", threads).status().unwrap().success());
        let stem = out.trim_end_matches(".pdf").to_owned();
        [1, 2, 3].map(|number| std::fs::read(format!("{stem}-{number:04}.pdf")).unwrap())
    };
    let one = print("one.pdf", "1");
    assert!(one == print("two.pdf", "2"), "threads change the bytes");
    assert!(one.iter().all(|bytes| bytes.starts_with(b"%PDF-")));
    let svgs = folder.path("svgs/");
    done(&[
        "poster",
        &city,
        "--all",
        "--limit",
        "2",
        "--form",
        "svg",
        "--hazard",
        "air-raid,fire",
        "-o",
        &svgs,
    ]);
    let names =
        std::fs::read_dir(&svgs).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    assert_eq!(names, ["000000-air-raid.svg", "000000-fire.svg", "000001-air-raid.svg", "000001-fire.svg"]);
}

#[test]
fn what_cannot_be_printed_gets_a_sentence() {
    let folder = Folder::new();
    let city = folder.sample();
    let out = folder.path("f.pdf");
    let at = ["poster", &city, "--at", "60.17,24.941", "-o", &out];
    let with = |more: &[&'static str]| -> Vec<String> {
        at.iter().chain(more).map(|word| (*word).to_owned()).collect()
    };
    for (more, words) in [
        (&["--base", "https://x/?a=b"][..], &["no ?", "#"][..]),
        (&["--base", "example.org"], &["https://"]),
        (&["--size", "a5"], &["a4 or a3"]),
        (&["--lang", "xx"], &["en, ja, uk or ru"]),
        (&["--lang", "en,ja,uk,ru,en"], &["one to 4 languages"]),
        (&["--hazard", "meteor"], &["not a hazard"]),
        (&["--doorstep", "x"], &["--doorstep"]),
    ] {
        let arguments = with(more);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        refused(&arguments, 2, words);
    }
    refused(&["poster", &city, "--at", "60.17,24.941", "-o", "f.doc"], 2, &[".pdf, .svg"]);
    refused(
        &["poster", &city, "--doorstep", "nobody", "-o", &out],
        2,
        &["no such doorstep", "ids look like"],
    );
    refused(&["poster", &city, "--at", "10,10", "-o", &out], 1, &["outside of this region"]);
    refused(
        &["poster", &city, "--all", "--limit", "2", "-o", &folder.path("f.svg")],
        2,
        &["holds one poster"],
    );
    let font = folder.write("a.ttf", "no font");
    refused(
        &["poster", &city, "--at", "60.17,24.941", "--letters", &font, "-o", &out],
        1,
        &["a.ttf: no font"],
    );
}
