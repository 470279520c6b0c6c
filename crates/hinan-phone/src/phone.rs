//! What a phone holds, and the verbs.

use hinan_pack::{Limits, Parts};
use hinan_region::Region;
use serde_json::{Value, json};

use crate::city::Opened;
use crate::failure::Failure;
use crate::members::{Members, needed};
use crate::state::Held;

/// What several files of a pack, one behind the other, begin with.
const SEVERAL: &[u8; 8] = b"HINAN3FS";
const REGION: &[u8; 8] = b"HINANREG";

/// A phone: a city that is open, and messages.
#[derive(Default)]
pub struct Phone {
    city: Option<Opened>,
    held: Option<Held>,
}

impl Phone {
    /// A phone that knows nothing.
    pub fn new() -> Phone {
        Phone::default()
    }

    /// Opens a city, in the place of the one that was open: the bytes of a region file, of `city.bin` of a
    /// pack, or `HINAN3FS`, the lengths of `city.bin`, `map.bin` and `search.bin` (u32, little-endian; 0
    /// where one is not there), and those files. The answer is JSON; where it is an error, what was open
    /// stays.
    pub fn open(&mut self, bytes: Vec<u8>) -> Vec<u8> {
        told(open(bytes).map(|opened| {
            let described = opened.describe();
            self.city = Some(opened);
            self.tell_zones();
            described
        }))
    }

    /// Tells whoever judges words on shelters which zones they lie in.
    fn tell_zones(&mut self) {
        if let (Some(city), Some(held)) = (&self.city, &mut self.held) {
            held.shelter_zones = Some(city.shelter_zones());
        }
    }

    /// Answers a question in JSON.
    pub fn ask(&mut self, question: &[u8]) -> Vec<u8> {
        self.answer(question).unwrap_or_else(|failure| failure.to_json())
    }

    fn answer(&mut self, question: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut members = Members::read(question)?;
        let verb = needed("verb", members.word("verb")?)?;
        let (city, held) = (&mut self.city, &mut self.held);
        match verb.as_str() {
            "plans" => crate::plans::answer(needed_city(city)?, held.as_ref(), members),
            "switch" => crate::switch::answer(needed_city(city)?, held.as_ref(), members),
            "draw" => crate::draw::answer(needed_city(city)?, held.as_ref(), members),
            "search" => needed_city(city)?.search(members).map(bytes),
            "confirm" => needed_city(city)?.confirm(members).map(bytes),
            "trust_begin" => {
                let answer = crate::messages::begin(held, members).map(bytes);
                self.tell_zones();
                answer
            }
            "receive" => crate::messages::receive(needed_trust(held)?, members).map(bytes),
            "state_export" => crate::messages::export(needed_trust(held)?, members).map(bytes),
            "state_import" => {
                let zones = city.as_ref().map(Opened::shelter_zones);
                crate::messages::import(held, zones, members).map(bytes)
            }
            "shelter_words" => crate::messages::shelter_words(needed_trust(held)?, members).map(bytes),
            "alerts" => crate::alerts::answer(city.as_ref(), needed_trust(held)?, members).map(bytes),
            "pack_check" => crate::pack::answer(held.as_ref(), members).map(bytes),
            "forget" => {
                members.done()?;
                *held = None;
                Ok(bytes(json!({ "forgotten": true })))
            }
            _ => Err(Failure::question("verb: there is none of that name; see docs/phone-api.md")),
        }
    }
}

fn needed_city(city: &mut Option<Opened>) -> Result<&mut Opened, Failure> {
    city.as_mut().ok_or_else(Failure::no_region)
}

fn needed_trust(held: &mut Option<Held>) -> Result<&mut Held, Failure> {
    held.as_mut().ok_or_else(Failure::no_trust)
}

fn told(answer: Result<Value, Failure>) -> Vec<u8> {
    answer.map_or_else(|failure| failure.to_json(), bytes)
}

fn bytes(value: Value) -> Vec<u8> {
    value.to_string().into_bytes()
}

fn open(bytes: Vec<u8>) -> Result<Opened, Failure> {
    let unpacked = match bytes.first_chunk::<8>() {
        Some(REGION) => bytes,
        Some(SEVERAL) => {
            let parts = parts_of(&bytes[8..])
                .ok_or_else(|| Failure::region("the lengths of the pack's files are not theirs"))?;
            let unpacked = hinan_pack::decode_parts(&parts, &Limits::default());
            unpacked.map_err(|error| Failure::region(error.to_string()))?
        }
        _ => hinan_pack::decode(&bytes).map_err(|error| Failure::region(error.to_string()))?,
    };
    let region = Region::from_bytes(&unpacked).map_err(|error| Failure::region(error.to_string()))?;
    Ok(Opened::new(region))
}

fn parts_of(bytes: &[u8]) -> Option<Parts<'_>> {
    let (lengths, mut rest) = bytes.split_first_chunk::<12>()?;
    let (lengths, _) = lengths.as_chunks::<4>();
    let mut next = |at: usize| {
        let (file, after) = rest.split_at_checked(u32::from_le_bytes(*lengths.get(at)?) as usize)?;
        rest = after;
        Some(file)
    };
    let (city, map, search) = (next(0)?, next(1)?, next(2)?);
    let there = |file| Some(file).filter(|file: &&[u8]| !file.is_empty());
    rest.is_empty().then_some(Parts { city, map: there(map), search: there(search) })
}
