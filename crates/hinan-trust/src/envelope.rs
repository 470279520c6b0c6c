//! The envelope: DSSE v1 as JSON. Signatures are over the bytes of the payload and its type, never
//! over the JSON around them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::code::{Refusal, Refused};
use crate::hex::Digest;
use crate::json;
use crate::kind::Kind;

/// How many signatures an envelope may have.
pub const MAX_SIGNATURES: usize = 16;

/// What is signed for a payload: `DSSEv1 LEN TYPE LEN PAYLOAD` (pre-authentication encoding). The
/// lengths make sure that no two pairs of type and payload give the same bytes.
pub fn pae(payload_type: &str, payload: &[u8]) -> Vec<u8> {
    let mut bytes = format!("DSSEv1 {} {payload_type} {} ", payload_type.len(), payload.len()).into_bytes();
    bytes.extend_from_slice(payload);
    bytes
}

/// A payload with the signatures over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// What the payload is.
    pub kind: Kind,
    /// The bytes that are signed, not yet believed and not yet read.
    pub payload: Vec<u8>,
    /// In the order of the file.
    pub signatures: Vec<Signature>,
}

/// A signature as it stands in an envelope; nothing of it is checked yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature {
    /// Which key made it, as a hint: see [`crate::key_id`].
    pub keyid: String,
    /// The signature.
    pub bytes: Vec<u8>,
    /// What a web authenticator adds; such signatures are not checked yet.
    pub wa: Option<WebAuthn>,
}

/// What a web authenticator signed besides its challenge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebAuthn {
    /// `clientDataJSON` in base64.
    #[serde(rename = "clientDataJSON")]
    pub client_data: String,
    /// `authenticatorData` in base64.
    #[serde(rename = "authenticatorData")]
    pub authenticator_data: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EnvelopeJson {
    #[serde(rename = "payloadType")]
    payload_type: String,
    payload: String,
    signatures: Vec<SignatureJson>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignatureJson {
    keyid: String,
    sig: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wa: Option<WebAuthn>,
}

impl Envelope {
    /// An envelope without signatures.
    pub fn new(kind: Kind, payload: Vec<u8>) -> Envelope {
        Envelope { kind, payload, signatures: Vec::new() }
    }

    /// Reads the JSON of an envelope: size, strictness, type and base64, no more.
    pub fn read(bytes: &[u8]) -> Result<Envelope, Refused> {
        let limit = Kind::Root.max_bytes();
        if bytes.len() > limit {
            return Err(Refusal::TooLarge.because(format!("{} bytes, at most {limit}", bytes.len())));
        }
        let json: EnvelopeJson =
            json::read(bytes).map_err(|error| Refusal::BadEnvelope.because(error.to_string()))?;
        let kind = Kind::of_payload_type(&json.payload_type)
            .map_err(|code| code.because(json.payload_type.chars().take(80).collect::<String>()))?;
        if bytes.len() > kind.max_bytes() {
            let detail = format!("{} bytes, at most {} for {kind}", bytes.len(), kind.max_bytes());
            return Err(Refusal::TooLarge.because(detail));
        }
        if json.signatures.len() > MAX_SIGNATURES {
            return Err(Refusal::TooManySignatures.because(json.signatures.len().to_string()));
        }
        let payload = from_base64(&json.payload, "payload")?;
        let signatures = json.signatures.into_iter().map(signature_of).collect::<Result<_, _>>()?;
        Ok(Envelope { kind, payload, signatures })
    }

    /// The name of the statement: SHA-256 of its payload.
    pub fn name(&self) -> Digest {
        Digest::of(&self.payload)
    }

    /// The bytes that signatures are over.
    pub fn pae(&self) -> Vec<u8> {
        pae(&self.kind.payload_type(), &self.payload)
    }

    /// The envelope with one signature more. One that is there already is not added again.
    #[must_use]
    pub fn with_signature(mut self, keyid: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Envelope {
        let signature = Signature { keyid: keyid.into(), bytes: bytes.into(), wa: None };
        if !self.signatures.contains(&signature) {
            self.signatures.push(signature);
        }
        self
    }

    /// The union of two envelopes of one payload, signatures in order; `None` where type or payload
    /// differ, or where more than [`MAX_SIGNATURES`] would stand in it.
    pub fn merged(&self, other: &Envelope) -> Option<Envelope> {
        if (self.kind, &self.payload) != (other.kind, &other.payload) {
            return None;
        }
        let mut signatures: Vec<_> = self.signatures.iter().chain(&other.signatures).cloned().collect();
        signatures.sort();
        signatures.dedup();
        (signatures.len() <= MAX_SIGNATURES).then(|| Envelope { signatures, ..self.clone() })
    }

    /// The envelope as a file: JSON in one line.
    pub fn to_json(&self) -> Vec<u8> {
        let signatures = self.signatures.iter().map(|signature| SignatureJson {
            keyid: signature.keyid.clone(),
            sig: STANDARD.encode(&signature.bytes),
            wa: signature.wa.clone(),
        });
        let json = EnvelopeJson {
            payload_type: self.kind.payload_type(),
            payload: STANDARD.encode(&self.payload),
            signatures: signatures.collect(),
        };
        // Texts and lists of texts always have a JSON form.
        let mut bytes = serde_json::to_vec(&json).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

fn signature_of(json: SignatureJson) -> Result<Signature, Refused> {
    Ok(Signature { keyid: json.keyid, bytes: from_base64(&json.sig, "sig")?, wa: json.wa })
}

/// Standard alphabet, with padding, no other bits set: equal bytes have one spelling.
pub(crate) fn from_base64(text: &str, what: &str) -> Result<Vec<u8>, Refused> {
    STANDARD.decode(text).map_err(|error| Refusal::BadBase64.because(format!("{what}: {error}")))
}

pub(crate) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
