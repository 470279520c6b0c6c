//! Officers with keys, a root, a ring and a folder. The keys are of these tests alone.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use hinan_desk::ceremony::{Holder, first_root, quorum};
use hinan_desk::{Passphrase, RingPlan, SecretKey, Setup, Stamp};
use hinan_desk_server::{City, Desk, Options, TOKEN, face};
use hinan_model::{Area, Bounds, Ds, Place, Zone};
use hinan_trust::statement::WorldName;
use hinan_trust::{Envelope, Hex, Trust};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt as _;

pub const PASSPHRASE: &str = "only for a test";
pub const WORD: &str = "00112233445566778899aabbccddeeff";
pub const START: i64 = 1_800_000_000;
/// Little work for the passphrase: these keys guard nothing.
const EFFORT: u8 = 2;

/// The clock of all desks; each test has a town, and the clock is moved by none of them.
static NOW: AtomicI64 = AtomicI64::new(START);

pub fn now() -> i64 {
    NOW.load(Ordering::Relaxed)
}

pub struct Town {
    pub folder: TempDir,
    pub keys: TempDir,
    trust: Trust,
}

impl Town {
    /// Olena with two keys, Petro with one; the root in the hands of both.
    pub fn new() -> Town {
        let (folder, keys) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let key = |name: &str, seed: u8| {
            let key = SecretKey::from_seed(&[seed; 32], name).unwrap();
            let file = keys.path().join(format!("{name}.age"));
            key.save_with(&file, &Passphrase::new(PASSPHRASE.to_owned()), EFFORT).unwrap();
            key
        };
        let (olena, second, petro) = (key("olena", 1), key("olena2", 2), key("petro", 3));
        let holder = |person: &str, key: &SecretKey| Holder {
            person: person.to_owned(),
            key: key.public(),
            standalone: true,
        };
        let both = [holder("olena", &olena), holder("petro", &petro)];
        let stamp = Stamp { id: Hex([7; 16]), issued: START - 86_400 };
        let root = first_root(stamp, WorldName::Live, quorum(2, &both), quorum(2, &both)).unwrap();
        let root = petro.sign(olena.sign(root));
        let ring = RingPlan::first(root.name())
            .with_person(&both[0])
            .with_person(&holder("olena", &second))
            .with_person(&both[1])
            .with_officers(&["olena", "petro"], &["*"])
            .with_solo(None, Some(180));
        let ring = petro.sign(olena.sign(ring.draft(stamp, 100 * 86_400).unwrap()));
        write(folder.path(), "root1", &root);
        write(folder.path(), "ring1", &ring);
        let (trust, not_taken) = Trust::walk(root.name(), &root.to_json(), &[], &[ring.to_json()]).unwrap();
        assert!(not_taken.is_empty());
        Town { folder, keys, trust }
    }

    /// The desk of a key.
    pub fn desk(&self, key: &str) -> Router {
        let mut setup = Setup::new(&self.trust, "alerts@town.example", "Town").unwrap();
        setup.offset_minutes = 120;
        let options = Options {
            folder: self.folder.path().to_owned(),
            key: self.keys.path().join(format!("{key}.age")),
            trust: self.trust.clone(),
            setup,
            retype_from: 1_000,
            clock: now,
        };
        let desk = Desk::open(options, City::new(None, zones())).unwrap();
        face(desk, None, WORD.to_owned())
    }

    /// A file of the folder, by a stem or by the key of a statement.
    pub fn file(&self, key: &str, ending: &str) -> PathBuf {
        let stem = key.rsplit_once('-').map_or(key, |(_, name)| name);
        self.folder.path().join(format!("{stem}{ending}"))
    }
}

fn write(folder: &Path, stem: &str, envelope: &Envelope) {
    std::fs::write(folder.join(format!("{stem}.dsse.json")), envelope.to_json()).unwrap();
}

fn zones() -> Vec<Zone> {
    let at = |lat, lon| Place::from_degrees(lat, lon).unwrap();
    let area = Area::of_box(Bounds { min: at(50.4, 30.0), max: at(50.5, 30.1) });
    let zone = |id: &str| Zone {
        id: id.to_owned(),
        name: format!("Zone {id}"),
        budget: Ds(1_800),
        place: None,
        area: Some(area.clone()),
    };
    vec![zone("north")]
}

/// Asks a desk; the status and the answer.
pub async fn ask(desk: &Router, path: &str, body: Option<Value>) -> (StatusCode, Value) {
    let request = Request::builder()
        .method(if body.is_some() { "POST" } else { "GET" })
        .uri(format!("/desk/v1/{path}"))
        .header("host", "127.0.0.1:7710")
        .header(TOKEN, WORD)
        .header("content-type", "application/json");
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    let response = desk.clone().oneshot(request.body(body).unwrap()).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap())
}

/// What the page asks for.
pub fn wish(world: &str) -> Value {
    json!({
        "world": world, "template": "air-raid.take-cover", "target": null, "arming": null, "zones": ["north"], "polygon": [],
        "place": "", "minutes": 60, "impact_minutes": null, "languages": ["en", "uk"],
    })
}

/// Drafts, and gives the key.
pub async fn draft(desk: &Router, wish: Value) -> String {
    let (status, review) = ask(desk, "draft", Some(wish)).await;
    assert_eq!(status, StatusCode::OK, "{review}");
    review["item"]["key"].as_str().unwrap().to_owned()
}

/// Signs, and gives the status and the answer.
pub async fn sign(desk: &Router, key: &str) -> (StatusCode, Value) {
    ask(desk, "sign", Some(json!({ "key": key, "passphrase": PASSPHRASE, "people": null }))).await
}

/// What the board says of a message.
pub async fn state(desk: &Router, key: &str) -> String {
    let (_, board) = ask(desk, "board", None).await;
    let items = board["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["key"] == key).unwrap();
    item["state"].as_str().unwrap().to_owned()
}
