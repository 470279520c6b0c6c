//! A pack from key to phone: signed by a builder and two reviewers, taken by the engine of phones, and
//! everything that must not take its place.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hinan_desk::{Passphrase, SecretKey};
use hinan_phone::Phone;
use serde_json::{Value, json};

use crate::support::{Folder, Said, command};

const SECRET: &str = "four small boats upstream";
const RELAY: &str = "https://relay-a.example";

/// A ring with a builder, as a file.
const RING: &str = r#"
relays = ["https://relay-a.example", "https://relay-b.example:8443"]

[[persons]]
id = "olena"
keys = ["olena.pub"]

[[persons]]
id = "petro"
keys = ["petro.pub"]

[[machines]]
id = "mill"
kind = "builder"
operator = "Town"
keys = ["mill.pub"]

[[rights]]
who = ["olena", "petro", "mill"]
types = ["pack"]
"#;

/// A town that signs packs.
struct Town {
    folder: Folder,
    city: String,
}

impl Town {
    fn new(city: Option<&str>) -> Town {
        let folder = Folder::new();
        let city = city.map_or_else(|| folder.sample(), str::to_owned);
        let town = Town { folder, city };
        for name in ["olena", "petro", "mill", "stranger"] {
            let file = town.path(&format!("{name}.age"));
            // The least of work that is accepted.
            let key = SecretKey::generate(name).unwrap();
            key.save_with(Path::new(&file), &Passphrase::new(SECRET.to_owned()), 1).unwrap();
        }
        town.folder.write("passphrase", &format!("{SECRET}\n"));
        let named = |name: &str| format!("{name}={}", town.path(&format!("{name}.pub")));
        let (olena, petro) = (named("olena"), named("petro"));
        let (root, ring) = (town.path("night/root1.dsse.json"), town.path("night/ring1.dsse.json"));
        fs::create_dir_all(town.path("night")).unwrap();
        let persons = ["keys", "root", "--person", &olena, &petro, "--threshold", "2"];
        town.done(&[&persons[..], &["--keeper", &olena, &petro, "-o", &root]].concat());
        town.sign(&root, &["olena", "petro"]);
        let file = town.folder.write("ring.toml", RING);
        town.done(&["keys", "ring", "--root", &root, "--from", &file, "-o", &ring]);
        town.sign(&ring, &["olena", "petro"]);
        town.done(&["keys", "trust", &root, "--yes"]);
        town
    }

    fn path(&self, name: &str) -> String {
        self.folder.path(name)
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let output = command(arguments)
            .env("XDG_CONFIG_HOME", self.path("config"))
            .stdin(fs::File::open(self.path("passphrase")).unwrap())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, Some(0), "hinan {}\n{}{}", arguments.join(" "), said.out, said.err);
        said.out
    }

    #[track_caller]
    fn sign(&self, document: &str, keys: &[&str]) {
        for key in keys {
            let key = self.path(&format!("{key}.age"));
            self.done(&["keys", "sign", document, "--key", &key, "--yes", "--passphrase-fd", "0"]);
        }
    }

    /// A pack, with the statement drafted.
    fn pack(&self, name: &str, more: &[&str]) -> String {
        let site = self.path(name);
        let order = ["pack", &self.city, "-o", &site, "--trust", &self.path("night")];
        self.done(&[&order[..], more].concat());
        site
    }

    fn sign_pack(&self, site: &str, keys: &[&str]) {
        self.sign(&format!("{site}/pack.dsse.json"), keys);
    }

    /// The verdict of `hinan pack verify`.
    fn verdict(&self, site: &str) -> String {
        let said = self.run(&["pack", "verify", site, "--trust", &self.path("night"), "--json"]);
        let told: Value = serde_json::from_str(&said.out).unwrap_or_default();
        told["signed"]["verdict"].as_str().unwrap_or("refused").to_owned()
    }

    /// A phone that believes this town's root and ring.
    fn phone(&self) -> Phone {
        let scope = Manifest::read(&self.path("one")).json["scope"].clone();
        let [root, ring] = ["root1", "ring1"]
            .map(|name| STANDARD.encode(fs::read(self.path(&format!("night/{name}.dsse.json"))).unwrap()));
        let mut phone = Phone::new();
        let clock = json!({"device": NOW});
        ask(&mut phone, &json!({"verb": "trust_begin", "scope": scope, "root": root, "clock": clock}));
        let told = ask(&mut phone, &json!({"verb": "receive", "rings": [ring], "clock": clock}));
        assert_eq!(told["ring_relays"], json!([RELAY, "https://relay-b.example:8443"]), "{told}");
        let told = ask(&mut phone, &json!({"verb": "alerts", "clock": clock}));
        assert_eq!(told["ring_relays"][0], RELAY, "{told}");
        phone
    }
}

/// Later than every test, sooner than a ring grows old.
const NOW: i64 = 1_800_000_000;

fn ask(phone: &mut Phone, question: &Value) -> Value {
    serde_json::from_slice(&phone.ask(question.to_string().as_bytes())).unwrap()
}

/// What a page fetched of a pack.
#[derive(Clone)]
struct Manifest {
    text: Vec<u8>,
    json: Value,
    envelope: Option<Vec<u8>>,
    files: Vec<Value>,
}

impl Manifest {
    fn read(site: &str) -> Manifest {
        let text = fs::read(Path::new(site).join("pack.json")).unwrap();
        let json: Value = serde_json::from_slice(&text).unwrap();
        let measured = |file: &Value| {
            let bytes = fs::read(Path::new(site).join(file["path"].as_str().unwrap())).unwrap();
            json!({"path": file["path"], "sha256": hinan_pack::sha256(&bytes), "len": bytes.len()})
        };
        let files = json["files"].as_array().unwrap().iter().map(measured).collect();
        let envelope = fs::read(Path::new(site).join("pack.dsse.json")).ok();
        Manifest { text, json, envelope, files }
    }

    /// What the phone says of it: what to do, why, and the pack.
    fn check(&self, phone: &mut Phone, current: &Value) -> (String, String, Value) {
        let told = ask(
            phone,
            &json!({
                "verb": "pack_check", "manifest": STANDARD.encode(&self.text), "now": NOW, "files": self.files,
                "envelope": self.envelope.as_ref().map(|bytes| STANDARD.encode(bytes)), "current": current,
            }),
        );
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let pack = &told["pack"];
        let known = json!({
            "name": pack["name"], "epoch": pack["epoch"], "n": pack["n"], "sha256": pack["sha256"],
            "is_signed": pack["is_signed"],
        });
        (word(&told["do"]), word(&told["because"]) + &word(&told["error"]["code"]), known)
    }
}

#[track_caller]
fn kept(manifest: &Manifest, phone: &mut Phone, current: &Value, because: &str) {
    let (what, why, _) = manifest.check(phone, current);
    assert_ne!(what, "take", "{because}");
    assert_eq!(why, because);
}

#[test]
fn a_signed_pack_is_believed_and_nothing_bad_takes_its_place() {
    let town = Town::new(None);
    let one = town.pack("one", &["--built", "2026-01-02"]);
    assert_eq!(town.verdict(&one), "refused", "a draft");
    town.sign_pack(&one, &["mill", "olena"]);
    // A first pack changes everything: it takes two who have read it.
    assert_eq!(town.verdict(&one), "held");
    let mut phone = town.phone();
    let nothing = Value::Null;
    kept(&Manifest::read(&one), &mut phone, &nothing, "held");
    town.sign_pack(&one, &["petro"]);
    assert_eq!(town.verdict(&one), "believed");
    let first = Manifest::read(&one);
    let (what, why, current) = first.check(&mut phone, &nothing);
    assert_eq!((what.as_str(), why.as_str()), ("take", ""));
    assert_eq!(current["is_signed"], true);
    kept(&first, &mut phone, &current, "same");

    let two = town.pack("two", &["--built", "2026-02-03", "--previous", &one]);
    let unsigned = Manifest { envelope: None, ..Manifest::read(&two) };
    kept(&unsigned, &mut phone, &current, "unsigned");
    kept(&Manifest::read(&two), &mut phone, &current, "refused");
    let stranger = town.path("stranger.age");
    let statement = format!("{two}/pack.dsse.json");
    town.run(&["keys", "sign", &statement, "--key", &stranger, "--yes", "--passphrase-fd", "0"]);
    kept(&Manifest::read(&two), &mut phone, &current, "refused");
    // Nothing changed but the day: one reviewer is enough.
    town.sign_pack(&two, &["mill", "petro"]);
    let second = Manifest::read(&two);
    let (what, why, newer) = second.check(&mut phone, &current);
    assert_eq!((what.as_str(), why.as_str()), ("take", ""));
    kept(&first, &mut phone, &newer, "older");
    spoilt(&first, &second, &mut phone, &current);

    // Signed by everybody of a town that this phone does not believe.
    let other = Town::new(Some(&town.city));
    let theirs = other.pack("one", &["--built", "2026-05-06", "--number", "9"]);
    other.sign_pack(&theirs, &["mill", "olena", "petro"]);
    assert_eq!(other.verdict(&theirs), "believed");
    kept(&Manifest::read(&theirs), &mut phone, &current, "refused");
}

/// Damaged, cut off, under another's signatures.
fn spoilt(first: &Manifest, second: &Manifest, phone: &mut Phone, current: &Value) {
    for at in 0..second.files.len() {
        let mut damaged = second.clone();
        damaged.files[at]["sha256"] = hinan_pack::sha256(b"other").into();
        kept(&damaged, phone, current, "damaged");
        let mut missing = second.clone();
        missing.files.remove(at);
        kept(&missing, phone, current, "damaged");
        let mut short = second.clone();
        short.files[at]["len"] = (short.files[at]["len"].as_u64().unwrap() - 1).into();
        kept(&short, phone, current, "damaged");
    }
    let cut = Manifest { text: second.text[..second.text.len() / 2].to_vec(), ..second.clone() };
    kept(&cut, phone, current, "region");
    let mut text = String::from_utf8(second.text.clone()).unwrap();
    text = text.replace("\"n\": 2", "\"n\": 3");
    let renumbered = Manifest { text: text.into_bytes(), ..second.clone() };
    kept(&renumbered, phone, current, "refused");
    let swapped = Manifest { envelope: first.envelope.clone(), ..second.clone() };
    kept(&swapped, phone, current, "refused");
    let envelope = second.envelope.clone().unwrap();
    let half = Manifest { envelope: Some(envelope[..envelope.len() / 2].to_vec()), ..second.clone() };
    kept(&half, phone, current, "refused");
    // Every signature is another one by a letter.
    let forged = String::from_utf8(envelope).unwrap();
    let starts: Vec<usize> = forged.match_indices("\"sig\"").map(|(at, sig)| at + sig.len()).collect();
    let mut forged = forged.into_bytes();
    for start in starts {
        let quote = forged[start..].iter().position(|byte| *byte == b'"').unwrap();
        let at = start + quote + 5;
        forged[at] = if forged[at] == b'A' { b'B' } else { b'A' };
    }
    let mis_signed = Manifest { envelope: Some(forged), ..second.clone() };
    kept(&mis_signed, phone, current, "refused");
}

#[test]
fn a_page_asks_the_hosts_that_the_ring_names_and_no_others() {
    let town = Town::new(None);
    let page = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'; x" />"#;
    town.folder.write("site/guide.html", &format!("{page}<script src=\"./guide-sw.js\"></script>"));
    town.folder.write("site/guide-sw.js", "const VERSION = \"abc\";\n");
    let site = town.path("site");
    let with = town.pack("with", &["--site", &site]);
    let read = |name: &str| fs::read_to_string(Path::new(&with).join(name)).unwrap();
    for name in ["guide.html", "index.html"] {
        let wanted = "connect-src 'self' https://relay-a.example https://relay-b.example:8443; x";
        assert!(read(name).contains(wanted), "{}", read(name));
    }
    assert!(
        read("guide-sw.js").starts_with("const VERSION = \"") && read("guide-sw.js").ends_with("-abc\";\n")
    );
    let without = town.path("without");
    town.done(&["pack", &town.city, "-o", &without, "--site", &site]);
    let plain = fs::read_to_string(Path::new(&without).join("guide.html")).unwrap();
    assert!(plain.starts_with(page), "without a ring the page asks nobody else");
    town.folder.write("site/guide.html", "<script src=\"./guide-sw.js\"></script>");
    let order =
        ["pack", &town.city, "-o", &town.path("open"), "--trust", &town.path("night"), "--site", &site];
    let said = town.run(&order);
    assert!(said.code == Some(1) && said.err.contains("connect-src"), "{}", said.err);
    let wrong =
        town.folder.write("wrong.toml", "relays = [\"https://relay.example/alerts; script-src *\"]\n");
    let root = town.path("night/root1.dsse.json");
    let order = ["keys", "ring", "--root", &root, "--from", &wrong, "-o", &town.path("ring2.dsse.json")];
    let said = town.run(&order);
    assert!(said.code == Some(1) && said.err.contains("relays"), "{}", said.err);
}
