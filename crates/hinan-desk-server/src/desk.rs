//! What the desk does: looks, drafts, signs. All of it on the officer's word, none by itself.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::StatusCode;
use hinan_desk::keys::read_public;
use hinan_desk::{
    CallBack, Draft, KeyError, Passphrase, Preview, PublicKey, SecretKey, Setup, Stamp, Template, cancel,
    clear, new_id, preview, void_arming,
};
use hinan_model::{Hazard, Stage};
use hinan_texts::Language;
use hinan_texts::alert::{Channel, alphabet, pair, units};
use hinan_trust::statement::{MachineKind, Ring};
use hinan_trust::{Envelope, Kind, Trust};
use serde_json::{Value, json};

use crate::board::{Board, Entry, Item, Key, Officer, Said, View, person_in_words, person_of, union};
use crate::city::City;
use crate::folder::Folder;
use crate::problem::Problem;
use crate::wish::{self, ArmWish, Wish};

/// From so many people on the officer types their number again, where nothing else is said.
pub const RETYPE_FROM: u64 = 1_000;
/// How often a signature is put back that another desk wrote over.
const TRIES: usize = 8;
/// How long after writing it is looked whether the signature is still there.
const SETTLES: Duration = Duration::from_millis(60);
/// The longest delay after wrong passphrases.
const LONGEST_DELAY: Duration = Duration::from_secs(8);

/// What a desk is started with.
pub struct Options {
    /// The folder that the desks share.
    pub folder: PathBuf,
    /// The officer's key: `NAME.age`, with `NAME.pub` beside it.
    pub key: PathBuf,
    /// What the officer trusts: the root that was handed over, and a ring under it.
    pub trust: Trust,
    /// Who sends: sender, names and clocks are taken from it; what follows from the ring is made anew.
    pub setup: Setup,
    /// From so many people on their number is typed again before a live alert is signed.
    pub retype_from: u64,
    /// Seconds since 1970; the clock of the machine, or of a test.
    pub clock: fn() -> i64,
}

/// Why no desk can be opened.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The folder.
    #[error("{path}: the shared folder cannot be read: {error}")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The key.
    #[error(transparent)]
    Key(#[from] KeyError),
}

/// A desk: one officer, one folder.
pub struct Desk {
    folder: Folder,
    key_file: PathBuf,
    public: PublicKey,
    officer: Officer,
    trust: Trust,
    city: City,
    options: Options,
    /// Wrong passphrases in a row. Held while one is tried: guesses come one after the other.
    wrong: tokio::sync::Mutex<u32>,
    /// One writer at a time.
    writing: Mutex<()>,
}

impl Desk {
    /// Opens a desk. Needs no passphrase.
    ///
    /// # Errors
    /// A folder or a public key that cannot be read.
    pub fn open(options: Options, city: City) -> Result<Desk, DeskError> {
        let folder = Folder::open(&options.folder)
            .map_err(|error| DeskError::Folder { path: options.folder.clone(), error })?;
        let public = read_public(&hinan_desk::keys::public_file(&options.key))?;
        Ok(Desk {
            folder,
            key_file: options.key.clone(),
            officer: Officer { key_id: public.key_id() },
            public,
            trust: options.trust.clone(),
            city,
            wrong: tokio::sync::Mutex::new(0),
            writing: Mutex::new(()),
            options,
        })
    }

    fn now(&self) -> i64 {
        (self.options.clock)()
    }

    /// The folder, judged now.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn board(&self) -> Result<Board, Problem> {
        Ok(Board::read(&self.folder, &self.trust, &self.city, self.now())?)
    }

    /// What the page shows.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn view(&self) -> Result<View, Problem> {
        Ok(self.board()?.view(&self.officer, &self.city))
    }

    /// Something that changes with the folder.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn trace(&self) -> Result<[u8; 32], Problem> {
        Ok(self.folder.trace()?)
    }

    /// What the page has to know once.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn setup(&self, region: Option<Value>) -> Result<Value, Problem> {
        let board = self.board()?;
        let ring = board.trust.ring();
        let me = ring.and_then(|ring| person_of(ring, &self.officer.key_id));
        let templates: Vec<Value> = Template::all()
            .map(|one| json!({ "id": one.id(), "hazard": one.hazard.name(), "stage": one.stage.name() }))
            .collect();
        Ok(json!({
            "person": me.map(|me| person_in_words(ring, me)),
            "world": board.trust.root().world,
            "ring": ring.map(|ring| json!({ "n": ring.n, "expires": ring.expires })),
            "region": region,
            "zones": self.city.zones_geojson(),
            "templates": templates,
            "refused": refused_pairs(),
            "languages": Language::ALL.map(Language::code),
            "offset_minutes": self.options.setup.offset_minutes,
            "life": ring.map_or(Value::Null, |ring| json!({
                "take-cover": ring.life.take_cover / 60, "expect": ring.life.expect / 60,
                "prepare": ring.life.prepare / 60, "tsunami": ring.life.tsunami / 60,
            })),
            "retype_from": self.options.retype_from,
            "solo_cancel": ring.and_then(|ring| ring.solo.cancel),
            "holders": ring.map_or_else(Vec::new, |ring| holders(ring, me)),
            "arming": ring.map(|ring| json!({
                "person": ring.arming.person / 60, "feed": ring.arming.feed / 60, "alert": ring.arming.alert / 60,
            })),
        }))
    }

    /// One message with everything.
    ///
    /// # Errors
    /// It is not there.
    pub fn review(&self, key: Key) -> Result<Value, Problem> {
        let board = self.board()?;
        let item = board.item_of(key, &self.officer, &self.city).ok_or_else(Problem::gone)?;
        let entry = board.entries.get(&key).ok_or_else(Problem::gone)?;
        let forms = entry.preview.as_ref().map_or_else(|_| Vec::new(), forms);
        Ok(json!({ "item": item, "forms": forms }))
    }

    fn setup_for(&self, trust: &Trust) -> Result<Setup, Problem> {
        let said = &self.options.setup;
        let fresh = Setup::new(trust, &said.sender, &said.sender_name)
            .map_err(|error| Problem::conflict("ring", error.to_string()))?;
        Ok(Setup {
            languages: Language::ALL.to_vec(),
            offset_minutes: said.offset_minutes,
            web: said.web.clone(),
            contact: said.contact.clone(),
            ..fresh
        })
    }

    fn stamp(&self) -> Result<Stamp, Problem> {
        let id = new_id().map_err(|error| Problem::machine(error.to_string()))?;
        Ok(Stamp { id, issued: self.now() })
    }

    fn drafted(&self, wish: &Wish) -> Result<Draft, Problem> {
        let board = self.board()?;
        wish::draft(wish, &self.setup_for(&board.trust)?, self.stamp()?, &board, &self.city)
    }

    /// What a wish would come to, read back from the bytes that it would have. Writes nothing.
    ///
    /// # Errors
    /// The folder cannot be read. Why there can be no draft is part of the answer.
    pub fn preview(&self, wish: &Wish) -> Result<Value, Problem> {
        let draft = match self.drafted(wish) {
            Ok(draft) => draft,
            Err(problem) if problem.code == "machine" => return Err(problem),
            Err(problem) => {
                let problems = [Said::problem(&problem)];
                return Ok(json!({
                    "problems": problems, "place": "", "area": null, "reach": null, "until": self.now(),
                    "forms": [],
                }));
            }
        };
        let broken = |error: &dyn std::fmt::Display| Problem::machine(format!("a mistake of ours: {error}"));
        let preview = Preview::of(&draft.envelope, Some(&draft.cap)).map_err(|error| broken(&error))?;
        let preview = preview.by_table(self.city.zones());
        let message = preview.message().ok_or_else(|| broken(&"it is no message"))?;
        let problems: Vec<Said> = preview.faults.iter().map(Said::fault).collect();
        Ok(json!({
            "problems": problems, "place": message.places.join(", "), "area": self.city.area(message),
            "reach": self.city.reach(message), "until": message.expires, "forms": forms(&preview),
        }))
    }

    /// Writes a draft into the folder, signed by nobody.
    ///
    /// # Errors
    /// Why there can be none.
    pub fn draft(&self, wish: &Wish) -> Result<Value, Problem> {
        let draft = self.drafted(wish)?;
        self.write(&draft)
    }

    /// Drafts what calls an alert back. Where one officer may still put it on hold alone, a mistake is
    /// told in the words of the hold, which stay true when a second officer makes it final.
    ///
    /// # Errors
    /// Why there can be none.
    pub fn cancel(&self, target: Key, reason: &str) -> Result<Value, Problem> {
        let board = self.board()?;
        let issued = wish::issued(&board, target)?;
        let stamp = self.stamp()?;
        let solo = board.trust.ring().and_then(|ring| ring.solo.cancel);
        let may_hold = solo.is_some_and(|within| stamp.issued - issued.alert.issued <= within);
        let how = match reason {
            "error" if may_hold => CallBack::Hold,
            "error" => CallBack::Error,
            "withdrawn" => CallBack::Withdrawn,
            _ => return Err(Problem::bad("reason", "the reason is 'error' or 'withdrawn'")),
        };
        let setup = self.setup_about(&board, &issued)?;
        self.write(&cancel(&setup, stamp, &[issued], how)?)
    }

    /// Drafts the all clear of an alert.
    ///
    /// # Errors
    /// Why there can be none.
    pub fn clear(&self, target: Key) -> Result<Value, Problem> {
        let board = self.board()?;
        let issued = wish::issued(&board, target)?;
        let setup = self.setup_about(&board, &issued)?;
        self.write(&clear(&setup, self.stamp()?, &[issued])?)
    }

    /// Drafts an order signed ahead, under which one officer or a feed may raise alerts alone.
    ///
    /// # Errors
    /// Why there can be none.
    pub fn arm(&self, wish: &ArmWish) -> Result<Value, Problem> {
        let board = self.board()?;
        let setup = self.setup_for(&board.trust)?;
        let ring = board.trust.ring().ok_or(hinan_desk::DraftError::NoRing)?;
        self.write(&wish::arming(wish, &setup, self.stamp()?, ring, &self.city)?)
    }

    /// Drafts what calls an order signed ahead back; one signature is enough.
    ///
    /// # Errors
    /// It is not there, or no such order.
    pub fn void(&self, target: Key) -> Result<Value, Problem> {
        let board = self.board()?;
        board.order(target).ok_or_else(Problem::gone)?;
        let setup = self.setup_for(&board.trust)?;
        self.write(&void_arming(&setup, self.stamp()?, &[target.name])?)
    }

    /// What is said about an alert is said in its languages.
    fn setup_about(&self, board: &Board, issued: &hinan_desk::Issued) -> Result<Setup, Problem> {
        let mut setup = self.setup_for(&board.trust)?;
        let tags = issued.cap.infos.iter().filter_map(|info| info.language.as_deref());
        let languages: Vec<Language> = tags.filter_map(|tag| tag.parse().ok()).collect();
        if !languages.is_empty() {
            setup.languages = languages;
        }
        Ok(setup)
    }

    fn write(&self, draft: &Draft) -> Result<Value, Problem> {
        let stem = draft.name().to_string();
        {
            let _turn = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
            // An order signed ahead has no message.
            if !draft.cap.is_empty() {
                self.folder.write_cap(&stem, &draft.cap)?;
            }
            self.folder.write_envelope(&stem, &draft.envelope.to_json())?;
        }
        self.review(Key::of(&draft.envelope))
    }

    /// Throws a draft away that nobody has signed.
    ///
    /// # Errors
    /// It is not there, or somebody has signed it.
    pub fn discard(&self, key: Key) -> Result<(), Problem> {
        let _turn = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let board = self.board()?;
        let entry = board.entries.get(&key).ok_or_else(Problem::gone)?;
        if !entry.is_nobodys() {
            return Err(Problem::conflict(
                "signed",
                "somebody has signed it: it is called back, not thrown away",
            ));
        }
        entry.stems.iter().try_for_each(|stem| self.folder.remove(stem))?;
        Ok(())
    }

    /// Signs a message with the officer's key. `people`: their number as the officer typed it.
    ///
    /// # Errors
    /// It may not be signed here, the number is another, or the passphrase opens nothing; the answer to
    /// wrong passphrases takes longer each time, and nothing is ever locked.
    pub async fn sign(
        self: &Arc<Desk>,
        key: Key,
        passphrase: Passphrase,
        people: Option<u64>,
    ) -> Result<Value, Problem> {
        let mut wrong = self.wrong.lock().await;
        let desk = self.clone();
        let signed = blocking(move || desk.sign_now(key, &passphrase, people)).await;
        match &signed {
            Err(problem) if problem.code == "passphrase" => {
                *wrong = wrong.saturating_add(1);
                let delay = Duration::from_secs(1 << (*wrong - 1).min(3));
                tokio::time::sleep(delay.min(LONGEST_DELAY)).await;
            }
            Ok(_) => *wrong = 0,
            Err(_) => {}
        }
        signed
    }

    fn sign_now(&self, name: Key, passphrase: &Passphrase, people: Option<u64>) -> Result<Value, Problem> {
        let board = self.board()?;
        let item = board.item_of(name, &self.officer, &self.city).ok_or_else(Problem::gone)?;
        let entry = board.entries.get(&name).ok_or_else(Problem::gone)?;
        self.check_may_sign(&item, &entry.preview)?;
        if self.must_retype(&item, &entry.preview) && people != item.reach.and_then(|reach| reach.people) {
            return Err(Problem::bad("people", "that is not the number of people inside"));
        }
        let key = SecretKey::open(&self.key_file, passphrase).map_err(|error| self.unopened(&error))?;
        if key.public().public != self.public.public {
            return Err(Problem::conflict("key", "the key file was changed since this desk was started"));
        }
        let unsigned = Envelope { signatures: Vec::new(), ..entry.envelope.clone() };
        let signed = key.sign(unsigned);
        drop(key);
        self.put(&board.trust, entry, &signed)?;
        self.review(name)
    }

    fn check_may_sign(
        &self,
        item: &Item,
        preview: &Result<Preview, hinan_desk::PreviewError>,
    ) -> Result<(), Problem> {
        if item.can.contains(&"sign") {
            return Ok(());
        }
        Err(match preview {
            Err(error) => Problem::conflict("broken", error.to_string()),
            Ok(preview) if !preview.faults.is_empty() => {
                let faults: Vec<String> = preview.faults.iter().map(ToString::to_string).collect();
                Problem::conflict("broken", faults.join("; "))
            }
            Ok(_) if item.mine => Problem::conflict(
                "already",
                "this person has signed it: the second signature is another person's, whatever the key",
            ),
            Ok(_) => {
                Problem::conflict("not-here", "this key cannot sign that, or it needs no signature any more")
            }
        })
    }

    /// Whether the officer types the number of people: before a real warning to many.
    fn must_retype(&self, item: &Item, preview: &Result<Preview, hinan_desk::PreviewError>) -> bool {
        let message = preview.as_ref().ok().and_then(Preview::message);
        let is_live = message.is_some_and(|message| {
            message.world == hinan_trust::statement::WorldName::Live && message.kind.warns()
        });
        is_live
            && item
                .reach
                .and_then(|reach| reach.people)
                .is_some_and(|people| people >= self.options.retype_from)
    }

    fn unopened(&self, error: &KeyError) -> Problem {
        match error {
            KeyError::Locked { why: hinan_desk::age::AgeError::WrongPassphrase, .. } => Problem::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "passphrase",
                "that passphrase does not open the key",
            ),
            other => Problem::conflict("key", other.to_string()),
        }
    }

    /// Puts a signature to those that are in the file by now. Another desk may write at the same moment:
    /// whoever finds the own signature gone puts it back. Where the file became another one or junk, the
    /// statement gets a file of its own, with its message.
    fn put(&self, trust: &Trust, entry: &Entry, signed: &Envelope) -> Result<(), Problem> {
        let _turn = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut stem = entry.stems.first().cloned().unwrap_or_else(|| signed.name().to_string());
        for _ in 0..TRIES {
            let there = self.folder.envelope(&stem).ok().and_then(|bytes| Envelope::read(&bytes).ok());
            let there = there.filter(|there| Key::of(there) == Key::of(signed));
            let before = match there {
                Some(there) if signed.signatures.iter().all(|own| there.signatures.contains(own)) => {
                    return Ok(());
                }
                Some(there) => there,
                None => {
                    let lot = new_id().map_err(|error| Problem::machine(error.to_string()))?;
                    stem = format!("{}.{lot}", signed.name());
                    if let Some(cap) = &entry.cap {
                        self.folder.write_cap(&stem, cap)?;
                    }
                    entry.envelope.clone()
                }
            };
            // The own one fits, so that it has a place whatever else is there.
            let all = union(trust, &[before, signed.clone()]);
            let all = all.ok_or_else(|| Problem::conflict("room", "there is no room for a signature"))?;
            self.folder.write_envelope(&stem, &all.to_json())?;
            std::thread::sleep(SETTLES);
        }
        Err(Problem::machine("the signature does not stay in the file: somebody else writes it all the time"))
    }
}

/// Who may be named in an arming order: persons and feeds of the ring.
fn holders(ring: &Ring, me: Option<&str>) -> Vec<Value> {
    let may_arm = |id: &str| {
        let mut rights = ring.rights.iter().filter(|right| right.types.contains(&Kind::Alert));
        rights.any(|right| right.who.iter().any(|who| who == id))
    };
    let persons = ring.persons.iter().map(|person| {
        let id = person.id.as_str();
        (
            id,
            json!({ "id": id, "name": person_in_words(Some(ring), id), "feed": false, "me": me == Some(id) }),
        )
    });
    let feeds = ring.machines.iter().filter(|machine| machine.kind == MachineKind::Feed).map(|machine| {
        let id = machine.id.as_str();
        (id, json!({ "id": id, "name": format!("{id} ({})", machine.operator), "feed": true, "me": false }))
    });
    persons.chain(feeds).filter(|(id, _)| may_arm(id)).map(|(_, told)| told).collect()
}

/// Work that reads files, off the threads that talk.
///
/// # Errors
/// What `work` says.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_broken| Err(Problem::machine("a computation broke off: a mistake of ours")))
}

/// Pairs of hazard and stage that there are no sentences for.
fn refused_pairs() -> Vec<Value> {
    let pairs = Hazard::ALL.into_iter().flat_map(|hazard| Stage::ALL.map(|stage| (hazard, stage)));
    pairs
        .filter_map(|(hazard, stage)| pair(hazard, stage).err())
        .map(|no| json!({ "hazard": no.hazard.name(), "stage": no.stage.name(), "why": no.why }))
        .collect()
}

/// Every form of every language, with its length.
fn forms(preview: &Preview) -> Vec<Value> {
    let told = preview.message().map_or(&[][..], |message| &message.texts);
    told.iter().map(|told| json!({ "language": told.language, "forms": forms_of(told) })).collect()
}

fn forms_of(told: &preview::Told) -> Vec<Value> {
    let form = |name: &str, text: &str, channel: Option<Channel>| {
        let alphabet = alphabet(text);
        let word = match alphabet {
            hinan_texts::alert::Alphabet::Gsm7 => "GSM-7",
            hinan_texts::alert::Alphabet::Ucs2 => "UCS-2",
        };
        json!({
            "form": name, "text": text, "used": units(text, alphabet),
            "most": channel.map(|channel| channel.most(alphabet)), "alphabet": word,
        })
    };
    let said = &told.rendering;
    [
        form("headline", &said.headline, Some(Channel::Headline)),
        form("description", &said.description, None),
        form("instruction", &said.instruction, None),
        form("short90", &said.short90, Some(Channel::Short90)),
        form("short360", &said.short360, Some(Channel::Short360)),
        form("long", &said.long, Some(Channel::Long)),
        form("speech", &said.speech, None),
    ]
    .into()
}
