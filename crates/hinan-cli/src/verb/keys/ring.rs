//! What a ring holds, from a file with the statement's own words or from short options: machines, rights
//! by type, stage, hazard and zone, thresholds, lives, what one officer may do alone, arming orders.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context as _, Result, anyhow, bail};
use hinan_desk::RingPlan;
use hinan_desk::ceremony::Holder;
use hinan_desk::keys::read_public;
use hinan_trust::Kind;
use hinan_trust::statement::{MachineKind, Right};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::verb::alert::file::read_bounded;

/// The largest file, in bytes: a ring is at most a quarter of a megabyte.
const MOST_BYTES: usize = 256 << 10;

/// What a file says. Tables that are missing leave the ring as it is, and so do words missing in them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RingFile {
    #[serde(default)]
    persons: Vec<PersonOf>,
    #[serde(default)]
    machines: Vec<MachineOf>,
    /// In the place of all relays that there were.
    relays: Option<Vec<String>>,
    /// In the place of all rights that there were.
    rights: Option<Vec<Right>>,
    #[serde(default)]
    thresholds: Map<String, Value>,
    #[serde(default)]
    life: Map<String, Value>,
    #[serde(default)]
    solo: Map<String, Value>,
    #[serde(default)]
    arming: Map<String, Value>,
}

/// A person of a file, with the files of their public keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonOf {
    id: String,
    name: Option<String>,
    #[serde(default)]
    keys: Vec<PathBuf>,
}

/// A machine of a file, with the files of its public keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MachineOf {
    id: String,
    kind: MachineKind,
    operator: String,
    keys: Vec<PathBuf>,
}

/// Puts what a file says into a plan. `NAME.json` is JSON, anything else TOML; the files of keys are
/// looked for beside it.
///
/// # Errors
/// A file that cannot be read, or a word that no ring has.
pub fn from_file(plan: RingPlan, path: &Path) -> Result<RingPlan> {
    let at = || path.display().to_string();
    let bytes = read_bounded(path, MOST_BYTES).with_context(at)?;
    let text =
        String::from_utf8(bytes).map_err(|_utf8| anyhow!("it is no text in UTF-8")).with_context(at)?;
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    let file: RingFile = if is_json {
        serde_json::from_str(&text).with_context(at)?
    } else {
        toml::from_str(&text).with_context(at)?
    };
    let beside = |file: &Path| path.parent().unwrap_or(Path::new("")).join(file);
    apply(plan, file, &beside).with_context(at)
}

fn apply(mut plan: RingPlan, file: RingFile, beside: &dyn Fn(&Path) -> PathBuf) -> Result<RingPlan> {
    for PersonOf { id, name, keys } in file.persons {
        for key in keys {
            let key = read_public(&beside(&key))?;
            plan = plan.with_person(&Holder { person: id.clone(), key, standalone: true });
        }
        let found = plan.ring_mut().persons.iter_mut().find(|person| person.id == id);
        let person = found.with_context(|| format!("persons: '{id}' is new and has no keys"))?;
        person.name = name.or(person.name.take());
    }
    for MachineOf { id, kind, operator, keys } in file.machines {
        plan = with_machine(
            plan,
            &id,
            kind,
            &operator,
            &keys.iter().map(|key| beside(key)).collect::<Vec<_>>(),
        )?;
    }
    let ring = plan.ring_mut();
    if let Some(relays) = file.relays {
        ring.set_relays(&relays).map_err(|why| anyhow!(why)).context("relays")?;
    }
    ring.rights = file.rights.unwrap_or_else(|| ring.rights.clone());
    overlay(&mut ring.thresholds, file.thresholds).context("thresholds")?;
    overlay(&mut ring.life, file.life).context("life")?;
    overlay(&mut ring.solo, file.solo).context("solo")?;
    overlay(&mut ring.arming, file.arming).context("arming")?;
    Ok(plan)
}

/// Writes words of a table over those of the ring. The table knows its own words.
fn overlay<T: Serialize + DeserializeOwned>(there: &mut T, wanted: Map<String, Value>) -> Result<()> {
    let mut value = serde_json::to_value(&*there)?;
    if let Some(table) = value.as_object_mut() {
        table.extend(wanted);
    }
    *there = serde_json::from_value(value)?;
    Ok(())
}

fn with_machine(
    mut plan: RingPlan,
    id: &str,
    kind: MachineKind,
    operator: &str,
    keys: &[PathBuf],
) -> Result<RingPlan> {
    if keys.is_empty() || plan.ring_mut().machines.iter().any(|known| known.id == id) {
        bail!("machines: '{id}' has no keys, or is in the ring already");
    }
    for (number, file) in keys.iter().enumerate() {
        let key = read_public(file)?;
        plan = plan.with_machine(id, kind, operator, &key);
        if number > 0 {
            plan.ring_mut().machines.pop();
        }
    }
    Ok(plan)
}

/// `ID:KIND:OPERATOR=FILE.pub`.
#[derive(Clone, Debug)]
pub struct MachineOption {
    id: String,
    kind: MachineKind,
    operator: String,
    file: PathBuf,
}

impl FromStr for MachineOption {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || "write ID:KIND:OPERATOR=FILE.pub; the kind is feed, relay, gateway or builder".to_owned();
        let (machine, file) = text.split_once('=').ok_or_else(wrong)?;
        let [id, kind, operator] = machine.split(':').collect::<Vec<_>>()[..] else { return Err(wrong()) };
        let kind = serde_json::from_value(Value::from(kind)).map_err(|_unknown| wrong())?;
        if id.is_empty() || operator.is_empty() || file.is_empty() {
            return Err(wrong());
        }
        Ok(MachineOption { id: id.to_owned(), kind, operator: operator.to_owned(), file: file.into() })
    }
}

impl MachineOption {
    /// The plan with this machine.
    ///
    /// # Errors
    /// No such key, or a machine of that name in the ring.
    pub fn add(&self, plan: RingPlan) -> Result<RingPlan> {
        with_machine(plan, &self.id, self.kind, &self.operator, std::slice::from_ref(&self.file))
    }
}

/// `WHO:TYPES:STAGES:HAZARDS:ZONES`, with commas between and `*` for all.
#[derive(Clone, Debug)]
pub struct RightOption(pub Right);

impl FromStr for RightOption {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts: Vec<Vec<String>> = text
            .split(':')
            .map(|part| part.split(',').map(str::to_owned).filter(|word| !word.is_empty()).collect())
            .collect();
        let Ok([who, types, stages, hazards, zones]) = <[Vec<String>; 5]>::try_from(parts) else {
            return Err("write WHO:TYPES:STAGES:HAZARDS:ZONES, as olena,petro:alert,cancel:*:air-raid:north"
                .to_owned());
        };
        let kind = |name: &String| {
            let known = Kind::ALL.into_iter().find(|kind| kind.name() == name);
            known.ok_or_else(|| format!("'{name}' is no type of what is signed"))
        };
        let types: Vec<Kind> = types.iter().map(kind).collect::<Result<_, String>>()?;
        if who.is_empty() || types.is_empty() {
            return Err("a right names who has it, and for which types".to_owned());
        }
        Ok(RightOption(Right { who, types, stages, hazards, zones, shelters: Vec::new() }))
    }
}

/// `WORD=NUMBER` or `WORD=TIME` of a table of the ring; times are in seconds there.
#[derive(Clone, Debug)]
pub struct Figure {
    word: String,
    number: i64,
}

impl FromStr for Figure {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "write WORD=NUMBER, or WORD=TIME as take-cover=2h (s, min, h, d)".to_owned();
        let (word, figure) = text.split_once('=').ok_or_else(wrong)?;
        let digits = figure.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        let unit = match &figure[digits.len()..] {
            "" | "s" => 1,
            "min" => 60,
            "h" => 3_600,
            "d" => 86_400,
            _ => return Err(wrong()),
        };
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number: Option<i64> = digits.parse().ok().filter(|_| is_number);
        let number = number.and_then(|number| number.checked_mul(unit)).ok_or_else(wrong)?;
        Ok(Figure { word: word.to_owned(), number })
    }
}

/// Writes figures over those of a table.
///
/// # Errors
/// A word that the table does not have.
pub fn set<T: Serialize + DeserializeOwned>(there: &mut T, figures: &[Figure]) -> Result<()> {
    overlay(there, figures.iter().map(|figure| (figure.word.clone(), figure.number.into())).collect())
}
