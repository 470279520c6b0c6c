//! Alerts from key to all clear, and everything that must not be believed on the way.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hinan_desk::{Passphrase, SecretKey};
use serde_json::Value;

use crate::support::{Folder, Said, command};

const SECRET: &str = "four small boats upstream";

/// A town with two officers (and a third key), a stranger, a root and a ring.
struct Town {
    folder: Folder,
}

impl Town {
    /// With what one officer may do alone, as options of `keys ring`.
    fn new(solo: &[&str]) -> Town {
        let town = Town { folder: Folder::new() };
        for name in ["olena", "olena2", "petro", "stranger"] {
            let key = SecretKey::generate(name).unwrap();
            // The least of work that is accepted: every test opens keys many times.
            let file = town.path(&format!("{name}.age"));
            key.save_with(Path::new(&file), &Passphrase::new(SECRET.to_owned()), 1).unwrap();
        }
        town.folder.write("passphrase", &format!("{SECRET}\n"));
        town.folder.write(
            "night/sender.json",
            r#"{"sender": "alerts@town.example", "sender_name": "Town", "languages": ["en"]}"#,
        );
        let (olena, petro) = (town.named("olena", "olena"), town.named("petro", "petro"));
        let root = town.path("night/root1.dsse.json");
        town.done(&[
            "keys",
            "root",
            "--person",
            &olena,
            &petro,
            "--threshold",
            "2",
            "--keeper",
            &olena,
            &petro,
            "-o",
            &root,
        ]);
        town.sign_both("root1");
        let ring = town.path("night/ring1.dsse.json");
        let second = town.named("olena", "olena2");
        let order = ["keys", "ring", "--root", &root, "--officer", &olena, &second, &petro, "-o", &ring];
        town.done(&[&order[..], solo].concat());
        town.sign_both("ring1");
        town.done(&["keys", "trust", &root, "--yes"]);
        town
    }

    fn path(&self, name: &str) -> String {
        self.folder.path(name)
    }

    fn named(&self, person: &str, key: &str) -> String {
        format!("{person}={}", self.path(&format!("{key}.pub")))
    }

    /// Runs the command with settings of this town's own and the passphrase on standard input.
    fn run(&self, arguments: &[&str]) -> Said {
        let output = command(arguments)
            .env("XDG_CONFIG_HOME", self.path("config"))
            .stdin(fs::File::open(self.path("passphrase")).unwrap())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let said = Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
        assert!(!said.out.contains(SECRET) && !said.err.contains(SECRET), "a passphrase was printed");
        assert!(!said.err.contains("panicked"), "{}", said.err);
        said
    }

    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, Some(0), "hinan {}\n{}{}", arguments.join(" "), said.out, said.err);
        said.out
    }

    /// Which must give up with `code` and words that hold all of `words`.
    #[track_caller]
    fn refused(&self, arguments: &[&str], code: i32, words: &[&str]) -> Said {
        let said = self.run(arguments);
        assert_eq!(said.code, Some(code), "hinan {}\n{}{}", arguments.join(" "), said.out, said.err);
        for word in words {
            assert!(
                said.err.contains(word) || said.out.contains(word),
                "no '{word}' in {}{}",
                said.out,
                said.err
            );
        }
        said
    }

    fn night(&self, name: &str) -> String {
        self.path(&format!("night/{name}"))
    }

    fn sign_with(&self, key: &str, name: &str) -> Said {
        let key = self.path(&format!("{key}.age"));
        self.run(&["alert", "sign", &self.night(name), "--key", &key, "--yes", "--passphrase-fd", "0"])
    }

    #[track_caller]
    fn sign(&self, key: &str, name: &str) -> String {
        let said = self.sign_with(key, name);
        assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
        said.out
    }

    #[track_caller]
    fn sign_both(&self, name: &str) {
        self.sign("olena", name);
        self.sign("petro", name);
    }

    /// Drafts an alert (or a drill) for all of the town.
    #[track_caller]
    fn draft(&self, act: &str, template: &str, name: &str, more: &[&str]) -> String {
        let output = self.night(name);
        let order = ["alert", act, "--template", template, "--everywhere", "--place", "Town", "-o", &output];
        self.done(&[&order[..], more].concat())
    }

    fn watch_at(&self, folder: &str, at: &str) -> Value {
        let said = self.done(&["alert", "watch", &self.path(folder), "--at", at, "--json"]);
        serde_json::from_str(&said).unwrap()
    }

    fn watch(&self, at: &str) -> Value {
        self.watch_at("night", at)
    }

    fn verdict(&self, name: &str) -> (Value, Value) {
        let said = self.run(&["alert", "verify", &self.night(name), "--json"]);
        let answer: Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(said.code, Some(i32::from(answer["verdict"] != "believed")));
        (answer["verdict"].clone(), answer["code"].clone())
    }
}

/// The states of the messages of an answer of `watch`, by file.
fn state(seen: &Value, file: &str) -> String {
    let worlds = seen["worlds"].as_array().unwrap();
    let lists = worlds.iter().flat_map(|world| [&world["active"], &world["lapsed"]]).chain([&seen["kept"]]);
    let mut entries = lists.flat_map(|list| list.as_array().unwrap());
    let entry = entries.find(|entry| entry["file"] == file);
    entry.map_or("absent", |entry| entry["state"].as_str().unwrap()).to_owned()
}

fn now() -> String {
    let unix = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    hinan_cap::Moment::utc(unix as i64).to_string()
}

#[test]
fn two_persons_sign_and_two_keys_of_one_do_not() {
    let town = Town::new(&[]);
    let shown = town.draft("new", "air-raid.take-cover", "raid", &["--for", "30min"]);
    for words in ["ALERT - LIVE", "TAKE COVER NOW", "Town", "30 min", "air raid"] {
        assert!(shown.contains(words), "no '{words}' in {shown}");
    }
    assert_eq!(state(&town.watch("+0s"), "raid"), "absent");
    assert_eq!(town.verdict("raid"), ("refused".into(), "no-valid-signature".into()));
    // What is shown before signing is what was drafted, word by word.
    let signed = town.sign("olena", "raid");
    assert!(signed.contains(shown.trim_end()), "{signed}");
    assert!(signed.contains("1 of 2: olena"), "{signed}");
    assert!(town.sign("olena2", "raid").contains("1 of 2: olena"), "one person counts once");
    assert_eq!(town.verdict("raid").0, "held");
    assert_eq!(state(&town.watch("+0s"), "raid"), "pending");
    // Somebody whom the ring does not know adds nothing, and is told so.
    let stranger = town.sign_with("stranger", "raid");
    assert!(stranger.err.contains("not in the ring") && stranger.out.contains("1 of 2"), "{}", stranger.err);
    assert_eq!(town.verdict("raid").0, "held");
    assert!(town.sign("petro", "raid").contains("BELIEVED"));
    assert_eq!(town.verdict("raid"), ("believed".into(), Value::Null));
    let seen = town.watch("+0s");
    assert_eq!(state(&seen, "raid"), "in-force");
    assert_eq!(seen["worlds"][0]["stage"], "take-cover");
    // Time alone ends nothing.
    assert_eq!(state(&town.watch("+40min"), "raid"), "lapsed");
    let told = town.done(&["alert", "watch", &town.path("night"), "--at", "+40min"]);
    assert!(told.contains("NO LONGER CONFIRMED") && told.contains("no word on the danger"), "{told}");
}

#[test]
fn two_officers_sign_at_once_and_both_signatures_stay() {
    let town = Town::new(&[]);
    for round in 0..5 {
        let name = format!("raid{round}");
        town.draft("new", "air-raid.take-cover", &name, &[]);
        std::thread::scope(|scope| {
            for key in ["olena", "petro"] {
                let (town, name) = (&town, &name);
                scope.spawn(move || town.sign(key, name));
            }
        });
        assert_eq!(town.verdict(&name), ("believed".into(), Value::Null));
    }
    let left = fs::read_dir(town.path("night"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let odd: Vec<String> = left.filter(|name| !name.ends_with(".json") && !name.ends_with(".xml")).collect();
    assert_eq!(odd, Vec::<String>::new(), "nothing is left lying about");
}

#[test]
fn what_ran_out_before_it_was_signed_is_drafted_again() {
    let town = Town::new(&[]);
    town.draft("new", "air-raid.take-cover", "raid", &["--for", "1s"]);
    std::thread::sleep(Duration::from_millis(2_100));
    let said = town.sign_with("olena", "raid");
    assert!(said.code == Some(1) && said.err.contains("draft it again"), "{}", said.err);
}

#[test]
fn what_was_forged_is_refused_with_its_code() {
    let town = Town::new(&[]);
    town.draft("new", "air-raid.take-cover", "raid", &[]);
    town.sign_both("raid");
    let (cap, envelope) = (town.night("raid.cap.xml"), town.night("raid.dsse.json"));
    let genuine = (fs::read_to_string(&cap).unwrap(), fs::read_to_string(&envelope).unwrap());
    // A word of the message.
    fs::write(&cap, genuine.0.replacen("Town", "Tawn", 1)).unwrap();
    assert_eq!(town.verdict("raid"), ("refused".into(), "cap-digest".into()));
    town.refused(&["alert", "show", &town.night("raid")], 1, &["its bytes are others"]);
    let seen = town.watch("+0s");
    assert!(
        !seen["worlds"][0]["active"].as_array().unwrap().iter().any(|entry| entry["state"] == "in-force")
    );
    // No message at all.
    fs::remove_file(&cap).unwrap();
    assert_eq!(town.verdict("raid").1, "cap-missing");
    fs::write(&cap, &genuine.0).unwrap();
    // Another type around the same signed bytes: a drill made live, or the other way around.
    fs::write(&envelope, genuine.1.replace("vnd.hinan.alert.", "vnd.hinan.drill.")).unwrap();
    assert_eq!(town.verdict("raid"), ("refused".into(), "no-valid-signature".into()));
    town.draft("drill", "air-raid.take-cover", "drill", &[]);
    town.sign_both("drill");
    let drill = fs::read_to_string(town.night("drill.dsse.json")).unwrap();
    fs::write(town.night("drill.dsse.json"), drill.replace("vnd.hinan.drill.", "vnd.hinan.alert.")).unwrap();
    assert_eq!(town.verdict("drill"), ("refused".into(), "no-valid-signature".into()));
    // No JSON, half of it, nothing, a very large one.
    for broken in
        ["", "{}", "not json", &genuine.1[..genuine.1.len() / 2], &"[".repeat(100_000), &" ".repeat(300_000)]
    {
        fs::write(&envelope, broken).unwrap();
        let said = town.run(&["alert", "watch", &town.path("night"), "--once"]);
        assert_eq!(said.code, Some(0), "{}", said.err);
        assert_eq!(town.run(&["alert", "verify", &town.night("raid")]).code, Some(1));
        assert_eq!(town.sign_with("olena", "raid").code, Some(1));
    }
    fs::write(&envelope, &genuine.1).unwrap();
    assert_eq!(town.verdict("raid").0, "believed");
}

#[test]
fn a_root_that_nobody_pinned_is_not_believed() {
    let town = Town::new(&[]);
    town.draft("new", "tsunami.take-cover", "wave", &["--impact", "+20min"]);
    town.sign_both("wave");
    let other = Town::new(&[]);
    let folder = town.path("night");
    other.refused(&["alert", "verify", &town.night("wave")], 1, &["none of its roots", "hinan keys trust"]);
    other.refused(&["alert", "watch", &folder, "--once"], 1, &["none of its roots"]);
    let nobody = Folder::new();
    let said = command(&["alert", "watch", &folder, "--once"])
        .env("XDG_CONFIG_HOME", nobody.path(""))
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(1));
    assert!(String::from_utf8(said.stderr).unwrap().contains("believes no root yet"));
    // With the scope of the poster it is, once.
    let pinned = town.done(&["keys", "trust", "--list"]);
    let scope = pinned.split(' ').next().unwrap();
    other.done(&["alert", "verify", &town.night("wave"), "--scope", scope]);
    // The poster's scope and another root do not go together.
    let root = other.path("night/root1.dsse.json");
    other.refused(&["keys", "trust", &root, "--scope", scope], 1, &["NOT the root"]);
    // Roots of both in one folder: each side believes its own.
    fs::copy(&root, town.night("root0.dsse.json")).unwrap();
    town.done(&["alert", "verify", &town.night("wave")]);
}

#[test]
fn a_hold_comes_back_and_a_second_signature_makes_it_final() {
    let town = Town::new(&["--solo-hold", "180s"]);
    town.draft("new", "air-raid.take-cover", "raid", &["--for", "60min"]);
    town.sign_both("raid");
    let said = town.done(&["alert", "cancel", &town.night("raid"), "--hold"]);
    assert!(said.contains("ON HOLD") && said.contains("STAY WHERE YOU ARE"), "{said}");
    assert_eq!(state(&town.watch("+0s"), "raid"), "in-force", "a draft does nothing");
    town.sign("petro", "raid-cancel");
    assert_eq!(state(&town.watch("+0s"), "raid"), "on-hold");
    assert_eq!(
        state(&town.watch("+16min"), "raid"),
        "in-force",
        "one officer's word lasts a quarter of an hour"
    );
    town.sign("olena", "raid-cancel");
    assert_eq!(state(&town.watch("+0s"), "raid"), "cancelled");
    assert_eq!(state(&town.watch("+16min"), "raid"), "cancelled");
    // One draft of a kind: the next needs a name of its own.
    town.refused(&["alert", "cancel", &town.night("raid"), "--hold"], 1, &["there already"]);
}

#[test]
fn where_the_ring_does_not_allow_it_one_officer_holds_nothing() {
    let town = Town::new(&[]);
    town.draft("new", "air-raid.take-cover", "raid", &[]);
    town.sign_both("raid");
    town.done(&["alert", "cancel", &town.night("raid"), "--withdrawn", "-o", &town.night("over")]);
    town.sign("petro", "over");
    assert_eq!(state(&town.watch("+0s"), "raid"), "in-force");
    town.sign("olena", "over");
    assert_eq!(state(&town.watch("+0s"), "raid"), "cancelled");
}

#[test]
fn an_all_clear_takes_two_and_an_alert() {
    let town = Town::new(&["--solo-alert", "10min", "--solo-hold", "180s"]);
    town.draft("new", "flood.prepare", "flood", &[]);
    town.sign_both("flood");
    town.done(&["alert", "clear", &town.night("flood")]);
    assert!(town.sign("olena", "flood-clear").contains("HELD"));
    assert_eq!(state(&town.watch("+0s"), "flood"), "in-force");
    town.sign("petro", "flood-clear");
    assert_eq!(state(&town.watch("+0s"), "flood"), "cleared");
    // There is none for what is no alert.
    town.refused(&["alert", "clear", &town.night("flood-clear")], 1, &["no alert or drill"]);
    town.refused(&["alert", "clear", &town.night("none")], 1, &["none.dsse.json"]);
    // Alerts and drills are never ended together.
    town.draft("drill", "flood.prepare", "drill", &[]);
    town.draft("new", "flood.prepare", "flood2", &[]);
    let both = ["alert", "clear", &town.night("flood2"), &town.night("drill")];
    town.refused(&both, 1, &["never in one statement"]);
}

#[test]
fn one_officer_alone_and_under_an_order() {
    let town = Town::new(&["--solo-alert", "10min"]);
    town.draft("new", "fire.take-cover", "fire", &["--for", "10min"]);
    assert!(town.sign("olena", "fire").contains("one officer alone"));
    assert_eq!(state(&town.watch("+0s"), "fire"), "in-force");
    let zones = town.folder.write(
        "zones.geojson",
        r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "north", "name": "North", "seconds": 90},
            "geometry": {"type": "Polygon", "coordinates": [[[24.9, 60.1], [25, 60.1], [25, 60.2], [24.9, 60.2], [24.9, 60.1]]]}}]}"#,
    );
    let order = town.night("armed");
    town.done(&[
        "alert",
        "arm",
        "--who",
        "petro",
        "--zone",
        "north",
        "--template",
        "air-raid.take-cover",
        "--until",
        "+60min",
        "-o",
        &order,
    ]);
    town.sign_both("armed");
    assert_eq!(town.verdict("armed").0, "believed");
    let raid = |name: &str, template: &str| {
        let output = town.night(name);
        town.done(&[
            "alert",
            "new",
            "--template",
            template,
            "--zone",
            "north",
            "--zones",
            &zones,
            "--for",
            "15min",
            "--arming",
            &order,
            "-o",
            &output,
        ]);
    };
    raid("raid", "air-raid.take-cover");
    town.sign("petro", "raid");
    assert_eq!(state(&town.watch("+0s"), "raid"), "in-force");
    // Another officer, another danger.
    raid("other", "air-raid.take-cover");
    town.sign("olena", "other");
    assert_eq!(town.verdict("other"), ("held".into(), "armed-by-other".into()));
    raid("gas", "chemical.take-cover");
    town.sign("petro", "gas");
    assert_eq!(town.verdict("gas").1, "armed-other-hazard");
    // Any one officer takes the order back: what is issued from then on has none.
    town.done(&["alert", "arm", "--void", &order, "-o", &town.night("disarmed")]);
    town.sign("olena", "disarmed");
    std::thread::sleep(Duration::from_millis(1_100));
    raid("late", "air-raid.take-cover");
    town.sign("petro", "late");
    assert_eq!(town.verdict("late").0, "held");
}

#[test]
fn a_drill_is_ended_by_a_live_alert_and_never_becomes_one() {
    let town = Town::new(&[]);
    let shown = town.draft("drill", "earthquake.take-cover", "drill", &["--for", "20min"]);
    assert!(shown.starts_with("~ ~ ~ DRILL") && shown.trim_end().ends_with("DRILL ~ ~ ~"), "{shown}");
    assert!(shown.contains("DRILL: practised, not real") && !shown.contains("LIVE"), "{shown}");
    town.sign_both("drill");
    let seen = town.watch("+0s");
    assert_eq!(state(&seen, "drill"), "in-force");
    assert_eq!(seen["worlds"][0]["active"], serde_json::json!([]), "nothing live");
    assert_eq!(seen["worlds"][1]["active"][0]["file"], "drill");
    let cap = fs::read_to_string(town.night("drill.cap.xml")).unwrap();
    assert!(cap.contains("<status>Exercise</status>"), "{cap}");
    let live = [
        "alert",
        "new",
        "--template",
        "earthquake.take-cover",
        "--everywhere",
        "--place",
        "Town",
        "--replaces",
    ];
    let (drill, output) = (town.night("drill"), town.night("live"));
    town.refused(&[&live[..], &[&drill, "-o", &output]].concat(), 1, &["never in one statement"]);
    town.draft("new", "earthquake.take-cover", "real", &[]);
    town.sign_both("real");
    let seen = town.watch("+0s");
    assert_eq!((state(&seen, "drill").as_str(), state(&seen, "real").as_str()), ("cut-short", "in-force"));
}

#[test]
fn it_does_not_matter_in_which_order_files_come() {
    let town = Town::new(&["--solo-hold", "180s"]);
    town.draft("new", "air-raid.take-cover", "a", &[]);
    town.sign("olena", "a");
    // The two signatures went two ways: two envelopes of one statement.
    let one = fs::read(town.night("a.dsse.json")).unwrap();
    town.sign("petro", "a");
    let both = fs::read_to_string(town.night("a.dsse.json")).unwrap();
    town.draft("new", "flood.expect", "b", &[]);
    town.sign_both("b");
    town.done(&["alert", "cancel", &town.night("a"), "--hold"]);
    town.sign("olena", "a-cancel");
    town.done(&["alert", "clear", &town.night("b")]);
    town.sign_both("b-clear");
    town.draft("new", "flood.take-cover", "c", &[]);
    town.sign_both("c");
    let at = now();
    let whole = town.watch(&at);
    assert_eq!(state(&whole, "a"), "on-hold");
    let stems = ["a", "b", "a-cancel", "b-clear", "c"];
    for turn in 0..stems.len() {
        let folder = format!("other{turn}");
        fs::create_dir(town.path(&folder)).unwrap();
        let put =
            |name: &str, bytes: &[u8]| fs::write(town.path(&format!("{folder}/{name}")), bytes).unwrap();
        for name in ["root1", "ring1"] {
            put(&format!("{name}.dsse.json"), &fs::read(town.night(&format!("{name}.dsse.json"))).unwrap());
        }
        // File after file, each under a name that sorts in another way; looked at in between.
        for step in 0..stems.len() {
            let number = (turn + step * 2) % stems.len();
            let (stem, named) = (stems[number], format!("{}", (number * 7 + turn * 3) % 10));
            put(&format!("{named}.cap.xml"), &fs::read(town.night(&format!("{stem}.cap.xml"))).unwrap());
            put(&format!("{named}.dsse.json"), &fs::read(town.night(&format!("{stem}.dsse.json"))).unwrap());
            town.watch_at(&folder, &at);
        }
        // Once more, with one signature only: a copy takes nothing away.
        put("again.cap.xml", &fs::read(town.night("a.cap.xml")).unwrap());
        put("again.dsse.json", &one);
        let seen = town.watch_at(&folder, &at);
        for world in 0..2 {
            assert_eq!(seen["worlds"][world]["digest"], whole["worlds"][world]["digest"], "{turn}");
        }
    }
    // Two envelopes with one signature each are one with two.
    let mut halved: Value = serde_json::from_str(&both).unwrap();
    let signatures = halved["signatures"].as_array_mut().unwrap();
    let ours: Value = serde_json::from_slice::<Value>(&one).unwrap()["signatures"][0].clone();
    signatures.retain(|signature| *signature != ours);
    assert_eq!(signatures.len(), 1);
    fs::create_dir(town.path("halves")).unwrap();
    for name in ["root1.dsse.json", "ring1.dsse.json"] {
        fs::copy(town.night(name), town.path(&format!("halves/{name}"))).unwrap();
    }
    for (name, bytes) in [("x", one), ("y", serde_json::to_vec(&halved).unwrap())] {
        fs::write(town.path(&format!("halves/{name}.dsse.json")), bytes).unwrap();
        fs::copy(town.night("a.cap.xml"), town.path(&format!("halves/{name}.cap.xml"))).unwrap();
    }
    assert_eq!(state(&town.watch_at("halves", &at), "x"), "in-force");
}

#[test]
fn watching_goes_on_when_files_come() {
    let town = Town::new(&[]);
    let mut watching = command(&["alert", "watch", &town.path("night"), "--json"])
        .env("XDG_CONFIG_HOME", town.path("config"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(watching.stdout.take().unwrap()).lines();
    let mut next = || -> Value { serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap() };
    assert_eq!(next()["files"], serde_json::json!([]));
    town.draft("new", "air-raid.take-cover", "raid", &[]);
    town.sign_both("raid");
    let mut states = Vec::new();
    while states.last().is_none_or(|last| last != "in-force") {
        states.push(state(&next(), "raid"));
        assert!(states.len() < 10, "{states:?}");
    }
    fs::remove_file(town.night("raid.dsse.json")).unwrap();
    assert_eq!(state(&next(), "raid"), "absent");
    watching.kill().unwrap();
    watching.wait().unwrap();
}

#[test]
fn a_stolen_key_makes_alerts_unconfirmed_and_not_vanish() {
    let town = Town::new(&[]);
    town.draft("new", "air-raid.take-cover", "raid", &["--for", "60min"]);
    town.sign_both("raid");
    let (last, stolen) = (town.path("night/ring1.dsse.json"), town.path("petro.pub"));
    let next = town.path("night/ring2.dsse.json");
    town.done(&["keys", "ring", "--after", &last, "--compromised", &stolen, "-o", &next]);
    town.sign("olena", "ring2");
    assert_eq!(state(&town.watch("+0s"), "raid"), "in-force", "half a ring is none");
    town.sign("petro", "ring2");
    assert_eq!(state(&town.watch("+0s"), "raid"), "unconfirmed");
    let stranger = town.path("stranger.pub");
    let third = town.path("night/ring3.dsse.json");
    let order = ["keys", "ring", "--after", &next, "--retire", &stranger, "-o", &third];
    town.refused(&order, 1, &["no such key"]);
}

#[test]
fn what_cannot_be_sent_is_not_drafted() {
    let town = Town::new(&[]);
    let raid = town.night("raid");
    let drawn = town.folder.write("hole.geojson", r#"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]], [[0.2, 0.1], [0.3, 0.1], [0.3, 0.2], [0.2, 0.1]]]}"#);
    let new = |more: &[&str]| {
        [&["alert", "new", "-o", &raid][..], more]
            .concat()
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    let everywhere = ["--everywhere", "--place", "Town"];
    for (arguments, code, words) in [
        (new(&["--template", "air-raid.take-cover"]), 2, "without a place"),
        (new(&["--template", "air-raid.take-cover", "--everywhere"]), 2, "--place"),
        (new(&["--template", "air-raid.take-cover", "--zone", "north"]), 2, "nothing here knows the zones"),
        (new(&["--template", "air-raid.take-cover", "--area", &drawn, "--place", "Hole"]), 1, "hole"),
        (new(&["--template", "air-raid.take-cover", "--area", &raid, "--place", "Hole"]), 1, "raid"),
        (new(&[&["--template", "earthquake.expect"][..], &everywhere].concat()), 2, "no template"),
        (
            new(&[&["--template", "air-raid.take-cover", "--for", "180min"][..], &everywhere].concat()),
            1,
            "7200",
        ),
        (
            new(&[&["--template", "tsunami.take-cover", "--impact", "soon"][..], &everywhere].concat()),
            2,
            "+10min",
        ),
        (
            new(&[&["--template", "air-raid.take-cover", "--arming", &raid][..], &everywhere].concat()),
            1,
            "raid",
        ),
        (
            new(&[&["--template", "air-raid.take-cover", "--languages", "x-pseudo"][..], &everywhere]
                .concat()),
            2,
            "pseudo",
        ),
        (
            new(&[&["--template", "air-raid.take-cover", "--sender", "two words"][..], &everywhere].concat()),
            1,
            "name-characters",
        ),
    ] {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        town.refused(&arguments, code, &[words]);
    }
    assert!(
        !Path::new(&format!("{raid}.cap.xml")).exists() && !Path::new(&format!("{raid}.dsse.json")).exists()
    );
    town.refused(&["alert", "cancel", &raid], 2, &["--hold"]);
    // A draft is never written over: it may be signed already.
    town.draft("new", "air-raid.take-cover", "raid", &[]);
    let order =
        ["alert", "new", "--template", "flood.expect", "--everywhere", "--place", "Town", "-o", &raid];
    town.refused(&order, 1, &["there already"]);
    fs::remove_file(town.night("sender.json")).unwrap();
    let order = [
        "alert",
        "new",
        "--template",
        "flood.expect",
        "--everywhere",
        "--place",
        "Town",
        "-o",
        &town.night("f"),
    ];
    town.refused(&order, 2, &["--sender", "sender.json"]);
}

#[test]
fn secrets_are_asked_and_never_given() {
    let town = Town::new(&[]);
    town.draft("new", "air-raid.take-cover", "raid", &[]);
    let (raid, key) = (town.night("raid"), town.path("olena.age"));
    let sign = ["alert", "sign", &raid, "--key", &key];
    // Nobody to ask whether it is meant.
    town.refused(&sign, 2, &["--yes"]);
    town.refused(&[&sign[..], &["--yes", "--passphrase-fd", "77"]].concat(), 1, &["77"]);
    town.refused(&[&sign[..], &["--yes", "--passphrase", "anything"]].concat(), 2, &["--passphrase"]);
    town.folder.write("passphrase", "another one altogether\n");
    town.refused(&[&sign[..], &["--yes", "--passphrase-fd", "0"]].concat(), 1, &["does not open"]);
    town.folder.write("passphrase", "short\n");
    let new = town.path("new.age");
    let order = ["keys", "new", &new, "--label", "New", "--passphrase-fd", "0"];
    town.refused(&order, 1, &["at least 12 letters"]);
    town.refused(&["keys", "new", "new.key", "--label", "New", "--passphrase-fd", "0"], 2, &[".age"]);
    assert!(!Path::new(&new).exists());
    town.folder.write("passphrase", "long enough for a key\n");
    town.done(&order);
    town.refused(&order, 1, &["there already"]);
    let listed = town.done(&["keys", "list", &town.path(""), "--json"]);
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed["keys"].as_array().unwrap().len(), 5);
}
