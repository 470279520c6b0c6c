//! All that a receiver needs who was away for long, in one file.

use serde::{Deserialize, Serialize};

use crate::code::{Refusal, Refused};
use crate::envelope::{from_base64, to_base64};
use crate::json;

/// The largest bundle, in bytes.
pub const MAX_BYTES: usize = 16 << 20;
/// How many roots, rings, orders or statements one may have.
const MAX_EACH: usize = 4_096;

/// Roots from the first on, rings, arming orders, statements with their CAP messages: nothing of it
/// checked. Every transport carries one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// Envelopes of roots.
    pub roots: Vec<Vec<u8>>,
    /// Envelopes of rings; one is enough.
    pub rings: Vec<Vec<u8>>,
    /// Envelopes of arming orders.
    pub arming: Vec<Vec<u8>>,
    /// Envelopes of everything else, each with its CAP message where it has one.
    pub statements: Vec<(Vec<u8>, Option<Vec<u8>>)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BundleJson {
    v: u64,
    roots: Vec<String>,
    rings: Vec<String>,
    arming: Vec<String>,
    statements: Vec<CarriedJson>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CarriedJson {
    envelope: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cap: Option<String>,
}

impl Bundle {
    /// Reads the strict JSON of a bundle; the parts stay unread.
    pub fn read(bytes: &[u8]) -> Result<Bundle, Refused> {
        if bytes.len() > MAX_BYTES {
            return Err(Refusal::TooLarge.because(format!("{} bytes, at most {MAX_BYTES}", bytes.len())));
        }
        let json: BundleJson =
            json::read(bytes).map_err(|error| Refusal::BadBundle.because(error.to_string()))?;
        if json.v != 1 {
            return Err(Refusal::UpdateNeeded.because(format!("v {}", json.v)));
        }
        let counts = [json.roots.len(), json.rings.len(), json.arming.len(), json.statements.len()];
        if counts.iter().any(|count| *count > MAX_EACH) {
            return Err(Refusal::BadBundle.because(format!("more than {MAX_EACH} of a kind")));
        }
        let all = |texts: &[String], what| -> Result<Vec<_>, Refused> {
            texts.iter().map(|text| from_base64(text, what)).collect()
        };
        let carried = |it: &CarriedJson| {
            let cap = it.cap.as_ref().map(|cap| from_base64(cap, "cap")).transpose()?;
            Ok::<_, Refused>((from_base64(&it.envelope, "envelope")?, cap))
        };
        Ok(Bundle {
            roots: all(&json.roots, "roots")?,
            rings: all(&json.rings, "rings")?,
            arming: all(&json.arming, "arming")?,
            statements: json.statements.iter().map(carried).collect::<Result<_, _>>()?,
        })
    }

    /// The bundle as a file: JSON in one line.
    pub fn to_json(&self) -> Vec<u8> {
        let all = |parts: &[Vec<u8>]| parts.iter().map(|part| to_base64(part)).collect();
        let carried = self.statements.iter().map(|(envelope, cap)| CarriedJson {
            envelope: to_base64(envelope),
            cap: cap.as_ref().map(|cap| to_base64(cap)),
        });
        let json = BundleJson {
            v: 1,
            roots: all(&self.roots),
            rings: all(&self.rings),
            arming: all(&self.arming),
            statements: carried.collect(),
        };
        // Texts and lists of texts always have a JSON form.
        let mut bytes = serde_json::to_vec(&json).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}
