//! The names of everything that can be wrong with a message.

use core::fmt;

use serde::{Serialize, Serializer};

use crate::complaint::{Mode, Severity};

/// What a breach of a rule leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Refused, whoever sent it.
    Always,
    /// A breach of the standard: refused in what we issue, tolerated in what we receive.
    Standard,
    /// Allowed by the standard, and still not issued by us; a remark in what we receive.
    Ours,
    /// Advice: a remark, in what we issue too.
    Advice,
}

/// Declares the codes: name in messages, kind, what to do about it.
macro_rules! codes {
    ($($(#[doc = $rule:literal])+ $name:ident = $word:literal, $kind:ident, $remedy:literal;)+) => {
        /// The name of a rule, stable from version to version (`docs/cap-codes.md`).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $rule])+ $name,)+ }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// The name that is printed.
            pub const fn word(self) -> &'static str {
                match self { $(Code::$name => $word,)+ }
            }

            /// What a breach leads to.
            pub const fn kind(self) -> Kind {
                match self { $(Code::$name => Kind::$kind,)+ }
            }

            /// The breach, in a sentence.
            pub const fn rule(self) -> &'static str {
                match self { $(Code::$name => concat!($($rule),+),)+ }
            }

            /// What to do about it, for whoever wrote the message.
            pub const fn remedy(self) -> &'static str {
                match self { $(Code::$name => $remedy,)+ }
            }
        }
    };
}

codes! {
    /// The input is larger than 65 MB.
    TooLarge = "too-large", Always, "send fewer or smaller resources, or polygons with fewer points";
    /// There is a document type definition, which can name files, addresses and entities that grow.
    Doctype = "doctype", Always, "leave out the DOCTYPE";
    /// There is a reference to an entity other than amp, lt, gt, quot and apos.
    Entity = "entity", Always, "write the character itself, or its number as in &#160;";
    /// The input is not well-formed XML.
    NotWellFormed = "not-well-formed", Always, "mend the XML; any XML tool shows the place";
    /// Elements are nested more than 32 deep.
    TooDeep = "too-deep", Always, "flatten what is nested";
    /// There are more elements, attributes or namespaces than any message needs.
    TooMany = "too-many", Always, "split the message";
    /// The encoding of the characters is not known.
    UnknownEncoding = "unknown-encoding", Always, "write UTF-8";
    /// The document is XML, but no CAP message.
    NotCap = "not-cap", Always, "send an alert element of CAP";

    /// The message is in CAP 1.0.
    Cap10 = "cap-1-0", Standard, "write CAP 1.2";
    /// The message is in CAP 1.1.
    Cap11 = "cap-1-1", Standard, "write CAP 1.2";
    /// Characters are not in UTF-8.
    Encoding = "encoding", Standard, "write UTF-8";
    /// Some bytes are no characters in the encoding of the document.
    BrokenEncoding = "broken-encoding", Standard, "write UTF-8, and declare no other encoding";
    /// An element is in no namespace of CAP, or in another one of CAP than the message.
    Namespace = "namespace", Standard, "declare xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\" on alert";
    /// An element is not one of CAP, though it is in its namespace.
    UnknownElement = "unknown-element", Standard, "leave it out; say it in a parameter";
    /// An element of another namespace than CAP is no signature.
    ForeignElement = "foreign-element", Standard, "leave it out; say it in a parameter";
    /// A signature does not stand at the end of alert.
    MisplacedSignature = "misplaced-signature", Standard, "put ds:Signature last in alert";
    /// An element stands before one that it has to follow.
    ElementOrder = "element-order", Standard, "put the elements in the order of the standard";
    /// An element that may stand once stands again.
    RepeatedElement = "repeated-element", Standard, "leave one of them";
    /// An element that has to be there is missing.
    MissingElement = "missing-element", Standard, "add it";
    /// An element that has to say something is empty.
    EmptyElement = "empty-element", Standard, "fill it or leave it out";
    /// An element has an attribute; CAP has none.
    Attribute = "attribute", Standard, "leave the attribute out";
    /// There is text between elements.
    StrayText = "stray-text", Standard, "leave the text out, or put it into an element";
    /// A value is none of those that the standard lists.
    UnknownValue = "unknown-value", Standard, "take one of the values of the standard";
    /// A value of the standard is spelt with other letters or with white space around.
    ValueSpelling = "value-spelling", Standard, "spell it as the standard does";
    /// The certainty is `Very Likely`, which left the standard with CAP 1.1.
    VeryLikely = "very-likely", Standard, "write Likely";
    /// There is white space around a value.
    WhiteSpace = "white-space", Standard, "leave no white space between the tags and the value";
    /// A date is written in UTC as `Z`.
    DateZulu = "date-zulu", Standard, "write -00:00 for Z";
    /// A date has a fraction of a second.
    DateFraction = "date-fraction", Standard, "leave the fraction out";
    /// A date is in another form than CAP's.
    DateForm = "date-form", Standard, "write YYYY-MM-DDThh:mm:ss±hh:mm";
    /// A date cannot be read, or is no day of the calendar, or does not say how far from UTC it is.
    BadDate = "bad-date", Standard, "write YYYY-MM-DDThh:mm:ss±hh:mm";
    /// An identifier or sender has a space, a comma, `<` or `&`.
    NameCharacters = "name-characters", Standard, "take letters, digits and - . : / @ _ only";
    /// There is a restriction and the scope is not Restricted, or the other way around.
    RestrictionScope = "restriction-scope", Standard, "write restriction with scope Restricted, and only there";
    /// The scope is Private and there are no addresses.
    AddressesScope = "addresses-scope", Standard, "write addresses with scope Private";
    /// A list has a quotation mark that is not closed, or one inside of an item.
    QuotedList = "quoted-list", Standard, "put items with spaces in double quotes, and spaces between items";
    /// A reference is not sender,identifier,sent.
    ReferenceForm = "reference-form", Standard, "write sender,identifier,sent for each, with spaces between them";
    /// A message refers to itself.
    ReferenceSelf = "reference-self", Standard, "give a new message a new identifier";
    /// A message refers to one that was sent after it.
    ReferenceLater = "reference-later", Standard, "check both dates, and the clocks";
    /// An update, cancel, ack or error refers to no message.
    MissingReferences = "missing-references", Standard, "name the messages in references";
    /// A language is no tag of RFC 3066.
    LanguageTag = "language-tag", Standard, "write a tag like en-US or uk";
    /// An address is no URI.
    UriForm = "uri-form", Standard, "write an address with a scheme, and escape spaces as %20";
    /// An address is relative, and nothing comes along that it could be relative to.
    UriRelative = "uri-relative", Standard, "write the whole address, with its scheme";
    /// A MIME type is not type/subtype.
    MimeType = "mime-type", Standard, "write a type like image/png";
    /// A size is no number of bytes.
    SizeForm = "size-form", Standard, "write the size in bytes, in digits";
    /// A digest is not SHA-1 (40 hexadecimal digits) or SHA-256 (64).
    DigestForm = "digest-form", Standard, "write the SHA-1 of the file in hexadecimal digits";
    /// The content of a file is not base64.
    Base64 = "base64", Standard, "encode the file in base64";
    /// A pair is not a valueName and a value, but text as in CAP 1.0.
    PairForm = "pair-form", Standard, "write valueName and value";
    /// A polygon is not a list of lat,lon pairs.
    PolygonForm = "polygon-form", Standard, "write lat,lon pairs in degrees with spaces between them";
    /// A polygon has fewer than four pairs.
    PolygonPoints = "polygon-points", Standard, "give at least three corners, and the first once more";
    /// A polygon does not end where it begins.
    PolygonOpen = "polygon-open", Standard, "repeat the first pair at the end";
    /// A polygon encloses no ground.
    PolygonFlat = "polygon-flat", Standard, "give at least three corners that are not in one line";
    /// A polygon crosses or touches itself.
    PolygonCrosses = "polygon-crosses", Standard, "draw it without crossing, in parts where need be";
    /// A polygon winds so much that it was not checked whether it crosses itself.
    PolygonUnchecked = "polygon-unchecked", Standard, "simplify the polygon";
    /// There are more points than any receiver can draw.
    TooManyPoints = "too-many-points", Standard, "simplify the polygons";
    /// A latitude is beyond 90 degrees, or a longitude beyond 180.
    OffEarth = "off-earth", Standard, "write the latitude first, then the longitude";
    /// A circle is not `lat,lon radius`.
    CircleForm = "circle-form", Standard, "write lat,lon, a space, and the radius in kilometres";
    /// A circle reaches further than half around the Earth.
    CircleRadius = "circle-radius", Standard, "write the radius in kilometres, not in metres";
    /// An altitude or ceiling is no number of feet.
    AltitudeForm = "altitude-form", Standard, "write feet above mean sea level, in decimals";
    /// There is a ceiling and no altitude.
    CeilingAlone = "ceiling-alone", Standard, "add the altitude from which on it holds";
    /// A ceiling is below its altitude.
    CeilingBelow = "ceiling-below", Standard, "swap the two";

    /// A real alert or update does not say where it holds.
    MissingArea = "missing-area", Ours, "add an area to every info";
    /// An area has neither a polygon nor a circle nor a geocode.
    AreaShape = "area-shape", Ours, "add the outline of the area, or its code";
    /// A text that may be left out is there and empty.
    EmptyText = "empty-text", Ours, "fill it or leave it out";
    /// A text lapses before the message is sent.
    ExpiresEarly = "expires-early", Ours, "check both dates";
    /// A point follows itself in a polygon.
    RepeatedPoint = "repeated-point", Advice, "leave one of them";
    /// A headline is longer than 160 characters, which some devices cut off.
    HeadlineLong = "headline-long", Advice, "say it in fewer words";
    /// A text has HTML in it, which most receivers show as it is written.
    Html = "html", Advice, "write plain text";
    /// A digest is SHA-256, where the standard asks for SHA-1.
    DigestKind = "digest-kind", Advice, "check that the receivers know SHA-256";
    /// A message of status Exercise, or of type Error, does not say in a note which or why.
    MissingNote = "missing-note", Advice, "name the exercise, or the reason, in a note";

    /// The input is no feed or envelope that is known.
    NotAFeed = "not-a-feed", Always, "send Atom, RSS 2.0 or EDXL-DE";
    /// A feed or an entry lacks something that its standard asks for.
    FeedForm = "feed-form", Standard, "add it";
    /// An entry has neither a message nor an address where one lies.
    FeedEmptyEntry = "feed-empty-entry", Standard, "add the message, or a link to it";

    /// What was asked to be written cannot be written so that it is read again as the same.
    NotWritable = "not-writable", Always, "leave out what XML cannot carry";
    /// There is more to complain of than is listed.
    AndMore = "and-more", Advice, "mend the first ones and look again";
}

impl Code {
    /// What a breach leads to in a mode of reading.
    pub const fn severity(self, mode: Mode) -> Severity {
        match (self.kind(), mode) {
            (Kind::Always, _) | (Kind::Standard | Kind::Ours, Mode::Strict) => Severity::Refused,
            (Kind::Standard, Mode::Tolerant) => Severity::Tolerated,
            (Kind::Ours, Mode::Tolerant) | (Kind::Advice, _) => Severity::Remark,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}
