//! What an alert warns of, as codes and words: `docs/event-codes.md`.
//!
//! OASIS's list of event terms has no air raid, so alerts of hinan carry a code of their own beside
//! the nearest one of that list. Reading is wider than writing: several lists, and at last the
//! words of the event.

use std::str::FromStr;

use hinan_cap::message::{Info, Pair};
use hinan_model::Hazard;

/// The `valueName` of our codes. The values are the names of [`Hazard`], and may go on after a dot
/// with a kind that a reader may leave unread: `air-raid`, `air-raid.drone`.
pub const SCHEME: &str = "urn:hinan:event:1";

/// The `valueName` of OASIS's list whose numbers [`oasis_code`] gives. The numbers of its version
/// 1.0 differ from about 100 on, so the version is part of the name.
pub const OASIS_SCHEME: &str = "OET:v1.2";

/// Our code for a hazard, and the nearest of OASIS's: what a message that we issue carries.
pub fn codes(hazard: Hazard) -> [Pair; 2] {
    let pair = |name: &str, value: &str| Pair { name: name.to_owned(), value: value.to_owned() };
    [pair(SCHEME, hazard.name()), pair(OASIS_SCHEME, oasis_code(hazard))]
}

/// The code of OASIS's event terms list 1.2 that comes nearest to a hazard.
pub const fn oasis_code(hazard: Hazard) -> &'static str {
    match hazard {
        // "Missile threat": the list has nothing for drones, shells or bombs from the air.
        Hazard::AirRaid => "OET-129",
        Hazard::Earthquake => "OET-068",
        Hazard::Tsunami => "OET-203",
        Hazard::Flood => "OET-081",
        Hazard::Landslide => "OET-119",
        Hazard::StormSurge => "OET-189",
        Hazard::Fire => "OET-217",
        Hazard::Volcano => "OET-209",
        Hazard::Radiological => "OET-156",
        Hazard::Chemical => "OET-037",
    }
}

/// What an information block warns of: by our code, else by OASIS's list, the codes of the US
/// emergency alert system, those of MeteoAlarm, the words of any other code, the words of the
/// event. `None` where none of them names a hazard that we know.
pub fn hazard_of(info: &Info) -> Option<Hazard> {
    let codes = || info.event_codes.iter();
    codes()
        .find_map(own_code)
        .or_else(|| codes().find_map(oasis))
        .or_else(|| codes().find_map(same))
        .or_else(|| info.parameters.iter().find_map(meteoalarm))
        .or_else(|| codes().find_map(|pair| hazard_in_words(&apart(&pair.value))))
        .or_else(|| hazard_in_words(&info.event))
}

fn own_code(pair: &Pair) -> Option<Hazard> {
    let name = pair.value.split('.').next().unwrap_or_default();
    if pair.name.trim() == SCHEME { Hazard::from_str(name).ok() } else { None }
}

fn oasis(pair: &Pair) -> Option<Hazard> {
    let name: String = pair.name.chars().filter(char::is_ascii_alphanumeric).collect();
    if !name.eq_ignore_ascii_case("OETv12") {
        return None;
    }
    let number: u16 = pair.value.trim().strip_prefix("OET-")?.parse().ok()?;
    Some(match number {
        129 => Hazard::AirRaid,
        68 => Hazard::Earthquake,
        203 => Hazard::Tsunami,
        // Dams, dykes and levees that break, floods on land, flash floods.
        52 | 67 | 79 | 81 | 121 | 140 => Hazard::Flood,
        // Debris, slides of earth and mud.
        56 | 119 | 133 => Hazard::Landslide,
        42 | 189 => Hazard::StormSurge,
        // Bush, fire, forest, grass, industry, a house, the wild.
        33 | 78 | 86 | 94 | 113 | 190 | 217 => Hazard::Fire,
        // Ash, flows of hot gas, activity, eruption, lahar, lava.
        17 | 153 | 208 | 209 | 210 | 211 => Hazard::Volcano,
        136 | 154 | 156 | 157 => Hazard::Radiological,
        36 | 37 | 197 | 198 => Hazard::Chemical,
        _ => return None,
    })
}

/// Three letters of the US emergency alert system.
fn same(pair: &Pair) -> Option<Hazard> {
    if !pair.name.trim().eq_ignore_ascii_case("SAME") {
        return None;
    }
    Some(match pair.value.trim().to_ascii_uppercase().as_str() {
        "EQW" => Hazard::Earthquake,
        "TSA" | "TSW" => Hazard::Tsunami,
        "FFA" | "FFS" | "FFW" | "FLA" | "FLS" | "FLW" | "DBA" | "DBW" => Hazard::Flood,
        "CFA" | "CFW" | "SSA" | "SSW" => Hazard::StormSurge,
        "FRW" | "WFA" | "WFW" => Hazard::Fire,
        "VOW" => Hazard::Volcano,
        "RHW" | "NUW" => Hazard::Radiological,
        "HMW" | "CHW" => Hazard::Chemical,
        _ => return None,
    })
}

/// `awareness_type` of MeteoAlarm: a number and a word, "8; forest-fire".
fn meteoalarm(pair: &Pair) -> Option<Hazard> {
    if pair.name.trim() != "awareness_type" {
        return None;
    }
    match pair.value.split(';').next()?.trim() {
        "7" => Some(Hazard::StormSurge),
        "8" => Some(Hazard::Fire),
        "12" | "13" => Some(Hazard::Flood),
        _ => None,
    }
}

/// `forestFire` as `forest Fire`.
fn apart(code: &str) -> String {
    let mut words = String::with_capacity(code.len() + 4);
    let mut before = ' ';
    for letter in code.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            words.push(' ');
        }
        words.push(if letter == '_' || letter == '-' { ' ' } else { letter });
        before = letter;
    }
    words
}

/// The words by which a hazard is known. The first that is found counts, so what is narrow stands
/// before what is wide. A star at the end stands for any ending.
const WORDS: &[(Hazard, &[&str])] = &[
    (
        Hazard::AirRaid,
        &[
            "air raid*",
            "air alert*",
            "missile*",
            "rocket*",
            "shelling",
            "drone attack*",
            "hostile aircraft*",
            "luftalarm*",
            "fliegeralarm*",
            "повітрян*",
            "воздушн*",
            "ракетн*",
            "ミサイル",
            "空襲",
            "רקט*",
            "טילים",
            "כלי טיס עוין",
        ],
    ),
    (Hazard::Tsunami, &["tsunami*", "tidal wave*", "maremoto*", "raz de marée", "цунамі", "цунами", "津波"]),
    (
        Hazard::StormSurge,
        &[
            "storm surge*",
            "coastal flood*",
            "lakeshore flood*",
            "sturmflut*",
            "stormflo*",
            "高潮",
            "coastalevent",
        ],
    ),
    (
        Hazard::Volcano,
        &["volcan*", "eruption*", "ashfall", "lahar*", "lava", "vulkan*", "вулкан*", "火山", "噴火"],
    ),
    (
        Hazard::Radiological,
        &[
            "radiolog*",
            "radioactiv*",
            "radiation",
            "nuclear",
            "radiaci*",
            "радіац*",
            "радиац*",
            "原子力",
            "放射",
        ],
    ),
    (
        Hazard::Chemical,
        &[
            "chemical*",
            "toxic*",
            "hazardous material*",
            "hazmat",
            "gas leak*",
            "химич*",
            "хіміч*",
            "gefahrstoff*",
        ],
    ),
    (
        Hazard::Landslide,
        &[
            "landslide*",
            "land slide*",
            "mudslide*",
            "debris flow*",
            "rockslide*",
            "erdrutsch*",
            "jordskred*",
            "glissement*",
            "deslizamiento*",
            "土砂",
        ],
    ),
    (
        Hazard::Earthquake,
        &[
            "earthquake*",
            "seismic",
            "erdbeben*",
            "jordskjelv*",
            "séisme*",
            "tremblement de terre",
            "terremoto*",
            "sismo*",
            "землетрус*",
            "землетрясен*",
            "地震",
            "deprem*",
        ],
    ),
    (
        Hazard::Flood,
        &[
            "flood*",
            "flash flood*",
            "dam break*",
            "dam failure*",
            "levee*",
            "dyke break*",
            "hochwasser*",
            "überschwemmung*",
            "überflutung*",
            "rain flood*",
            "flom*",
            "inondation*",
            "inundaci*",
            "inundaç*",
            "alluvion*",
            "повін*",
            "паводок*",
            "наводнен*",
            "洪水",
            "氾濫",
            "浸水",
        ],
    ),
    (
        Hazard::Fire,
        &[
            "wildfire*",
            "wild fire*",
            "bushfire*",
            "bush fire*",
            "forest fire*",
            "grass fire*",
            "fire",
            "fires",
            "waldbrand*",
            "skogbrann*",
            "feu de forêt",
            "feux de forêt",
            "incendi*",
            "пожеж*",
            "пожар*",
            "火災",
        ],
    ),
];

/// The hazard that words name.
pub fn hazard_in_words(words: &str) -> Option<Hazard> {
    let words = words.to_lowercase();
    WORDS
        .iter()
        .find(|(_, known)| known.iter().any(|phrase| has_phrase(&words, phrase)))
        .map(|&(hazard, _)| hazard)
}

/// Whether `text` has `phrase` as whole words. Chinese and Japanese have no gaps between words, so
/// any place in them counts.
fn has_phrase(text: &str, phrase: &str) -> bool {
    let (stem, is_open) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
    let has_gaps = stem.chars().all(|letter| letter < '\u{3000}');
    text.match_indices(stem).any(|(at, _)| {
        let is_start = text[..at].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
        let is_end = text[at + stem.len()..].chars().next().is_none_or(|letter| !letter.is_alphanumeric());
        !has_gaps || is_start && (is_end || is_open)
    })
}
