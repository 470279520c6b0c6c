//! What a CAP message says. Elements are in the order of the standard; an element that may be
//! missing is an [`Option`], one that may come again a [`Vec`].

use hinan_model::Place;

use crate::moment::Moment;

/// A whole message, `alert` of the standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Unique for the sender; no spaces, commas, `<` or `&`.
    pub identifier: String,
    /// Unique in the world.
    pub sender: String,
    /// When the message was made.
    pub sent: Moment,
    /// Whom it is for: the public, or those who practise.
    pub status: Status,
    /// What it does to earlier messages.
    pub msg_type: MsgType,
    /// The operator or device behind it.
    pub source: Option<String>,
    /// Who may see it.
    pub scope: Scope,
    /// The rule of a restricted message.
    pub restriction: Option<String>,
    /// The receivers of a private message.
    pub addresses: Vec<String>,
    /// Marks of profiles.
    pub codes: Vec<String>,
    /// A word on the message itself.
    pub note: Option<String>,
    /// The earlier messages that this one is about.
    pub references: Vec<Reference>,
    /// Names of what happened.
    pub incidents: Vec<String>,
    /// What is told, a block a language or audience.
    pub infos: Vec<Info>,
    /// Elements of other namespaces (signatures among them), as they were read, in order.
    pub extensions: Vec<Extension>,
}

/// The three words that name an earlier message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    /// Its sender.
    pub sender: String,
    /// Its identifier.
    pub identifier: String,
    /// When it was sent.
    pub sent: Moment,
}

/// An element that CAP does not name: kept, not understood.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Extension {
    /// The namespace of the element.
    pub namespace: String,
    /// The element as it stands in the message, from `<` to `>`, with the namespaces it needs.
    pub xml: String,
}

/// What is told, `info` of the standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// RFC 3066; `None` means `en-US`.
    pub language: Option<String>,
    /// At least one.
    pub categories: Vec<Category>,
    /// What happens, in words.
    pub event: String,
    /// What to do.
    pub responses: Vec<ResponseType>,
    /// How soon to act.
    pub urgency: Urgency,
    /// How grave it is.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whom it is meant for.
    pub audience: Option<String>,
    /// What happens, in codes.
    pub event_codes: Vec<Pair>,
    /// From when the text holds; `None` means from `sent`.
    pub effective: Option<Moment>,
    /// When it is expected to begin.
    pub onset: Option<Moment>,
    /// When the text lapses; not when the danger is over.
    pub expires: Option<Moment>,
    /// Who says it, for people.
    pub sender_name: Option<String>,
    /// About 160 characters.
    pub headline: Option<String>,
    /// What is happening.
    pub description: Option<String>,
    /// What to do.
    pub instruction: Option<String>,
    /// Where more is to be read; an absolute address.
    pub web: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// What else a system says.
    pub parameters: Vec<Pair>,
    /// Files that belong to it.
    pub resources: Vec<Resource>,
    /// Where it holds.
    pub areas: Vec<CapArea>,
}

/// A name and a value: `eventCode`, `parameter`, `geocode`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// Which list the value is from.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A file, `resource` of the standard.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Resource {
    /// What it is, for people.
    pub description: String,
    /// MIME type; may be missing before CAP 1.2 only.
    pub mime_type: Option<String>,
    /// Bytes, roughly.
    pub size: Option<u64>,
    /// Where it lies.
    pub uri: Option<String>,
    /// The file itself, in base64.
    pub deref_uri: Option<String>,
    /// Its SHA-1 or SHA-256, in hexadecimal digits.
    pub digest: Option<String>,
}

/// Where it holds, `area` of the standard: everything inside of any polygon, circle or geocode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapArea {
    /// The place in words.
    pub description: String,
    /// Closed rings: the last place repeats the first.
    pub polygons: Vec<Vec<Place>>,
    /// Circles.
    pub circles: Vec<Circle>,
    /// Codes of places.
    pub geocodes: Vec<Pair>,
    /// Feet above mean sea level, in thousandths.
    pub altitude_milli_ft: Option<i64>,
    /// Feet above mean sea level, in thousandths; only with an altitude, and not below it.
    pub ceiling_milli_ft: Option<i64>,
}

/// A point and a radius.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Circle {
    /// The middle.
    pub middle: Place,
    /// Radius in millimetres.
    pub radius_mm: u64,
}

/// Declares an enumeration of the standard with the words it is written in.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of the standard.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// The word in a message.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }

            /// The value that is written `word`, to the letter.
            pub fn of(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

words! {
    /// Whom a message is for.
    Status {
        /// Everybody: it is real.
        Actual = "Actual",
        /// Those who practise.
        Exercise = "Exercise",
        /// Machines.
        System = "System",
        /// Technicians; everybody else ignores it.
        Test = "Test",
        /// Nobody yet.
        Draft = "Draft",
    }
}

words! {
    /// What a message does to earlier ones.
    MsgType {
        /// It is the first.
        Alert = "Alert",
        /// It replaces those it names.
        Update = "Update",
        /// It ends those it names.
        Cancel = "Cancel",
        /// It says that those it names have arrived.
        Ack = "Ack",
        /// It refuses those it names.
        Error = "Error",
    }
}

words! {
    /// Who may see a message.
    Scope {
        /// Everybody.
        Public = "Public",
        /// Those whom a rule allows.
        Restricted = "Restricted",
        /// Those who are named.
        Private = "Private",
    }
}

words! {
    /// What kind of event it is.
    Category {
        /// Earthquakes, landslides, volcanoes.
        Geo = "Geo",
        /// Weather and floods.
        Met = "Met",
        /// Public safety at large.
        Safety = "Safety",
        /// Police, army.
        Security = "Security",
        /// Search and rescue.
        Rescue = "Rescue",
        /// Fire.
        Fire = "Fire",
        /// Medicine.
        Health = "Health",
        /// Pollution.
        Env = "Env",
        /// Traffic.
        Transport = "Transport",
        /// Mains, lines, dams.
        Infra = "Infra",
        /// Chemical, biological, radiological, nuclear, explosive.
        Cbrne = "CBRNE",
        /// Anything else.
        Other = "Other",
    }
}

words! {
    /// What people are to do.
    ResponseType {
        /// Take shelter where they are.
        Shelter = "Shelter",
        /// Leave.
        Evacuate = "Evacuate",
        /// Get ready.
        Prepare = "Prepare",
        /// Do what was planned.
        Execute = "Execute",
        /// Keep away.
        Avoid = "Avoid",
        /// Listen for more.
        Monitor = "Monitor",
        /// Look at it (for responders only).
        Assess = "Assess",
        /// It is over.
        AllClear = "AllClear",
        /// Nothing.
        None = "None",
    }
}

words! {
    /// How soon to act.
    Urgency {
        /// At once.
        Immediate = "Immediate",
        /// Within the hour.
        Expected = "Expected",
        /// Later.
        Future = "Future",
        /// No more.
        Past = "Past",
        /// Not known.
        Unknown = "Unknown",
    }
}

words! {
    /// How grave it is.
    Severity {
        /// Extraordinary threat to life.
        Extreme = "Extreme",
        /// Significant threat.
        Severe = "Severe",
        /// Possible threat.
        Moderate = "Moderate",
        /// Little threat.
        Minor = "Minor",
        /// Not known.
        Unknown = "Unknown",
    }
}

words! {
    /// How sure it is.
    Certainty {
        /// It has happened or goes on.
        Observed = "Observed",
        /// More likely than not.
        Likely = "Likely",
        /// Not more likely than not.
        Possible = "Possible",
        /// Hardly.
        Unlikely = "Unlikely",
        /// Not known.
        Unknown = "Unknown",
    }
}

impl CapArea {
    /// Whether it says where it is in more than words: with a polygon, a circle or a geocode.
    pub fn has_shape(&self) -> bool {
        !(self.polygons.is_empty() && self.circles.is_empty() && self.geocodes.is_empty())
    }
}
