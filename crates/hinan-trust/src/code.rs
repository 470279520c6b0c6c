//! Every answer that is not a plain yes, with a code that never changes its meaning.

use core::fmt;

/// Declares an enumeration of codes: the variant, its name in files, and a sentence for operators.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal, $sentence:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $sentence] $variant,)+ }

        impl $name {
            /// Every code, in the order in which the questions are asked.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// The stable name.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            /// What it means, for an operator.
            pub const fn sentence(self) -> &'static str {
                match self { $($name::$variant => $sentence,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

codes! {
    /// Why a document is refused, or held until more is known.
    Refusal {
        TooLarge = "too-large", "the envelope is larger than its type may be";
        BadEnvelope = "bad-envelope", "the envelope is not the strict JSON that it has to be";
        BadBase64 = "bad-base64", "a part of the envelope is not canonical base64";
        TooManySignatures = "too-many-signatures", "the envelope has more than 16 signatures";
        ForeignType = "foreign-type", "the payload is not of hinan";
        UpdateNeeded = "update-needed", "the type or version is newer than this receiver: an update is needed";
        UnexpectedType = "unexpected-type", "the document is of another type than its place asks for";
        BadBundle = "bad-bundle", "the bundle is not the strict JSON that it has to be";
        RootNotPinned = "root-not-pinned", "the first root is not the one that this receiver was given";
        RootGap = "root-gap", "a root between this one and the last known is missing; the last good stays";
        RootFork = "root-fork", "another root of the same number is known already";
        RootWorld = "root-world", "a root changes the world of its scope";
        RootThresholdBefore = "root-threshold-before", "too few of the root before have signed this root";
        RootThresholdOwn = "root-threshold-own", "too few of its own persons have signed this root";
        RingThreshold = "ring-threshold", "too few keepers have signed this ring";
        RingTooLong = "ring-too-long", "the ring claims to hold for more than 400 days";
        RingRolledBack = "ring-rolled-back", "a newer ring is known";
        RingMissing = "ring-missing", "no ring holds under this root or one that follows it; the last good root and ring stay";
        NoRing = "no-ring", "there is no ring to check signatures with";
        NoValidSignature = "no-valid-signature", "no signature is by a key of the ring";
        BadJson = "bad-json", "the statement is not strict JSON";
        BadStatement = "bad-statement", "the statement lacks something, has too much, or contradicts itself";
        OtherScope = "other-scope", "the statement belongs to another root";
        TypeNotGranted = "type-not-granted", "no signer may sign statements of this type";
        OutsideRights = "outside-rights", "no signer may sign this for that stage, hazard, zone or shelter";
        CompromisedKey = "compromised-key", "it had enough signatures until a key was found to be compromised";
        RingTooOld = "ring-too-old", "the ring ran out more than 400 days ago: hearsay";
        RingTooOldForOne = "ring-too-old-for-one", "the ring ran out more than 30 days ago: one person's act is not enough";
        StandaloneMissing = "standalone-missing", "none of the signatures is from a standalone signer";
        SecondPersonAwaited = "second-person-awaited", "fewer persons have signed than the ring asks for";
        BuilderMissing = "builder-missing", "no builder's machine has signed";
        ReviewerMissing = "reviewer-missing", "fewer persons than needed have read the difference and signed";
        WrongHolder = "wrong-holder", "the signer is not the kind of machine that this type is for";
        ArmingUnseen = "arming-unseen", "the arming order that it cites is not known";
        ArmingNotValid = "arming-not-valid", "the arming order that it cites lacks signatures or rights, or is too long";
        ArmingVoid = "arming-void", "the arming order was called back before";
        ArmingTooLong = "arming-too-long", "the arming order covers more hours than its holder may have";
        ArmedByOther = "armed-by-other", "the arming order names others";
        ArmedOutsideHours = "armed-outside-hours", "it was issued outside of the hours of its arming order";
        ArmedOutsideZones = "armed-outside-zones", "it names a zone that its arming order does not";
        ArmedOtherHazard = "armed-other-hazard", "it is about a hazard that its arming order does not name";
        ArmedOtherStage = "armed-other-stage", "it is of a stage that its arming order does not name";
        ArmedOtherTemplate = "armed-other-template", "it uses a template that its arming order does not name";
        ArmedTooLong = "armed-too-long", "it lives longer than its arming order allows";
        SoloTooLong = "solo-too-long", "one officer's alert lives longer than the ring allows";
        SoloRenewed = "solo-renewed", "one officer may not renew their own alert alone";
        SoloTooLate = "solo-too-late", "one officer may cancel alone only shortly after the alert";
        SoloTargetUnseen = "solo-target-unseen", "one officer may cancel alone only what is known here";
        LoweringNeedsTwo = "lowering-needs-two", "a lower stage or a smaller area needs two persons";
        CapMissing = "cap-missing", "the CAP message that the statement is bound to is not here";
        CapLength = "cap-length", "the CAP message has another length than the statement says, or is too long";
        CapDigest = "cap-digest", "the CAP message has another digest than the statement says";
        CapUnreadable = "cap-unreadable", "the CAP message is not valid CAP 1.2";
        CapStatus = "cap-status", "the CAP message is for another world than the statement";
        CapMessageType = "cap-message-type", "the CAP message does something else than the statement";
        CapSent = "cap-sent", "the CAP message was sent at another second than the statement says";
        CapExpires = "cap-expires", "the CAP message lapses at another second than the statement says";
        CapResponse = "cap-response", "the CAP message gives the all clear and the statement does not, or the reverse";
        CapArea = "cap-area", "the area of the CAP message is not that of the statement";
        CapReferences = "cap-references", "the CAP message is about other messages than the statement";
        LifeTooLong = "life-too-long", "it lives longer than its stage may";
        TargetOtherWorld = "target-other-world", "it is about messages of another type or world";
        TargetOutsideRights = "target-outside-rights", "its signers have no right over what it is about";
        BlockedByCancel = "blocked-by-cancel", "two persons have called it back";
        EpochAhead = "epoch-ahead", "its counter is of an epoch that the ring has not begun";
        RolledBack = "rolled-back", "a newer one is known";
        Stale = "stale", "it is too old to say anything";
        SirenOther = "siren-other", "it is not for this device";
        SirenTooLong = "siren-too-long", "it sounds for more than 180 s";
        SirenInner = "siren-inner", "the alert that it carries does not hold, or is not for a siren";
        StoreFull = "store-full", "its signers have no place left for it";
    }
}

codes! {
    /// Why one signature of an envelope does not count.
    Fault {
        Malformed = "malformed", "it is not the 64 bytes of a signature";
        UnknownKey = "unknown-key", "its key is not in the ring";
        WebAuthn = "webauthn-unsupported", "signatures of web authenticators are not checked yet";
        WeakKey = "weak-key", "its key is no proper point of the curve";
        Wrong = "wrong-signature", "it does not fit the bytes";
        Compromised = "compromised-key", "its key is compromised";
        Retired = "retired-key", "its key was retired before";
        TypeNotGranted = "type-not-granted", "its key may not sign this type";
        OutsideRights = "outside-rights", "its key may not sign this for that stage, hazard, zone or shelter";
    }
}

codes! {
    /// What an operator or a reader is told beside a verdict.
    Note {
        RingExpired = "ring-expired", "the ring has run out; a newer one is wanted";
        RingBehind = "ring-behind", "the statement was made under a newer ring than the one here";
        ClockBehind = "clock-behind", "it was issued after what this clock shows: the clock is behind";
        Expired = "expired", "its time has run out";
        SecondOfficerAwaited = "second-officer-awaited", "one officer alone has raised it; a second is awaited";
        SameId = "same-id", "another statement with the same id holds too: both stand";
        TargetUnseen = "target-unseen", "it is about something that is not known here";
        TargetOtherWorld = "target-other-world", "one of its targets is of another type or world, and stays";
        TargetOutsideRights = "target-outside-rights", "too few of its signers have a right over one of its targets, which stays or is held only";
        Elsewhere = "elsewhere", "it is for other places than those of this receiver";
    }
}

/// A refusal with where or what exactly, for the operator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {}{}", code.sentence(), Detail(detail))]
pub struct Refused {
    /// The stable code.
    pub code: Refusal,
    /// Byte, field or figures; may be empty.
    pub detail: String,
}

struct Detail<'a>(&'a str);

impl fmt::Display for Detail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, " ({})", self.0) }
    }
}

impl Refusal {
    /// The refusal with a detail.
    pub fn because(self, detail: impl Into<String>) -> Refused {
        Refused { code: self, detail: detail.into() }
    }
}

impl From<Refusal> for Refused {
    fn from(code: Refusal) -> Self {
        code.because("")
    }
}
