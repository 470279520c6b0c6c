//! What an officer sees before signing, and the other one before signing too: read back from the exact
//! bytes, by the same strict readers that receivers have, and from nothing else.

use hinan_alert::{Gazetteer, Ground, Points, Spill};
use hinan_cap::message::{Info, MsgType};
use hinan_cap::{Alert as Cap, Mode, Moment};
use hinan_model::{Bounds, Hazard, Place, Stage, Zone};
use hinan_texts::alert::{Kind, Rendering};
use hinan_texts::{Language, Texts};
use hinan_trust::statement::{ActName, Arming, CapBytes, Counter, ReasonName, Ring, Root, WorldName};
use hinan_trust::{Digest, Envelope, Refused, Statement};

use crate::area;
use crate::draft::{
    Composer, PARAMETER_90, PARAMETER_360, PARAMETER_LONG, PARAMETER_SPEECH, PARAMETER_TEMPLATE, Setup, Stamp,
};
use crate::template::Template;
use crate::words::four_words;

/// What a document says, from its exact bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The statement's name: SHA-256 of its payload.
    pub name: Digest,
    /// The same in four words, to be compared by voice.
    pub words: [&'static str; 4],
    /// When it was drafted; seconds since 1970.
    pub issued: i64,
    /// What it is.
    pub body: Body,
    /// Everything that is not as it should be, in sentences. Nobody signs where there is one.
    pub faults: Vec<String>,
}

/// What a document is.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Something that people are told.
    Message(Box<Message>),
    /// An order signed ahead.
    Arming(Box<Arming>),
    /// Arming orders are called back.
    VoidArming {
        /// Which.
        orders: Vec<Digest>,
    },
    /// Who may sign what.
    Ring(Box<Ring>),
    /// Who names the keepers.
    Root(Box<Root>),
    /// Anything else, by the name of its type: not drafted here.
    Other(&'static str),
}

/// Something that people are told.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// What it does.
    pub kind: Kind,
    /// Live, drill or lab.
    pub world: WorldName,
    /// The danger; `None` where the message names none that we know.
    pub hazard: Option<Hazard>,
    /// How near; of what calls back or ends, the stage of the alert that it is about.
    pub stage: Option<Stage>,
    /// The template, where there is one of that name.
    pub template: Option<Template>,
    /// The places in words.
    pub places: Vec<String>,
    /// The zones of the statement.
    pub zones: Vec<String>,
    /// The message, for its areas and whatever else a page shows.
    pub cap: Cap,
    /// Its exact bytes.
    pub cap_bytes: CapBytes,
    /// How long it holds, in seconds.
    pub life: Option<i64>,
    /// When it lapses; seconds since 1970.
    pub expires: Option<i64>,
    /// When the danger arrives; seconds since 1970.
    pub impact_at: Option<i64>,
    /// The statements that it is about.
    pub targets: Vec<Digest>,
    /// The arming order that it cites.
    pub arming: Option<Digest>,
    /// The texts, a language each, as they stand in the bytes.
    pub texts: Vec<Told>,
}

/// The texts of one language, as they stand in the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The tag of the language.
    pub language: String,
    /// The order alone, for big letters: by the template, `None` where there is none.
    pub order: Option<String>,
    /// CAP's own and those of the channels.
    pub rendering: Rendering,
    /// Whether every word is the template's. If not, somebody wrote it by hand.
    pub is_template: bool,
}

/// Whom a message concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concerned {
    /// Doorsteps inside.
    pub doorsteps: u64,
    /// People inside, in thousandths; `None` where nobody is counted in the region.
    pub people_milli: Option<u64>,
    /// Shelters inside.
    pub shelters: u64,
    /// Doorsteps that may be inside: part of the place is not known to the table.
    pub may_be: u64,
}

/// Why nothing can be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PreviewError {
    /// The statement is none.
    #[error("the statement cannot be read: {0}")]
    Statement(#[from] Refused),
    /// Its message is not there.
    #[error("the CAP message that belongs to the statement is missing")]
    NoCap,
    /// Its message is another.
    #[error("the CAP message is not the one that the statement is bound to: its bytes are others")]
    OtherBytes,
    /// Its message is none.
    #[error("the CAP message cannot be read: {0}")]
    Cap(String),
}

impl Preview {
    /// Reads a statement and its message. `cap`: the bytes beside it, where it has any.
    ///
    /// # Errors
    /// Bytes that receivers would not read either.
    pub fn of(envelope: &Envelope, cap: Option<&[u8]>) -> Result<Preview, PreviewError> {
        let statement = Statement::read(envelope.kind, &envelope.payload)?;
        let name = envelope.name();
        let mut faults = Vec::new();
        let body = match &statement {
            Statement::Cancel(cancel) if cancel.cap.is_none() => {
                Body::VoidArming { orders: cancel.targets.clone() }
            }
            Statement::Alert(_) | Statement::Drill(_) | Statement::Cancel(_) | Statement::Clear(_) => {
                let message = message(&statement, cap.ok_or(PreviewError::NoCap)?)?;
                faults = faults_of(&statement, &message);
                Body::Message(Box::new(message))
            }
            Statement::Arming(arming) => Body::Arming(Box::new(arming.clone())),
            Statement::Ring(ring) => Body::Ring(Box::new(ring.clone())),
            Statement::Root(root) => Body::Root(Box::new(root.clone())),
            other => Body::Other(other.kind().name()),
        };
        Ok(Preview { name, words: four_words(name), issued: statement.issued(), body, faults })
    }

    /// The message, where it is one.
    pub fn message(&self) -> Option<&Message> {
        if let Body::Message(message) = &self.body { Some(message) } else { None }
    }
}

impl Message {
    /// The ground that it concerns, by a table of zones.
    pub fn ground(&self, gazetteer: &Gazetteer) -> Ground {
        Ground::of(self.cap.infos.first().map_or(&[][..], |info| &info.areas), gazetteer)
    }

    /// Whom it concerns. `doorsteps` with their people in thousandths (empty: nobody is counted), and
    /// the entrances of shelters with the shelter's number, ascending.
    pub fn concerned(
        &self,
        gazetteer: &Gazetteer,
        doorsteps: &Points,
        people_milli: &[u64],
        entrances: &[(u32, Place)],
    ) -> Concerned {
        let ground = self.ground(gazetteer);
        let inside = doorsteps.inside(&ground);
        let count = doorsteps.count(&inside, people_milli);
        let mut shelters: Vec<u32> = entrances
            .iter()
            .filter(|(_, place)| ground.at(*place) == hinan_alert::Touch::Inside)
            .map(|(shelter, _)| *shelter)
            .collect();
        shelters.dedup();
        Concerned {
            doorsteps: count.places,
            people_milli: (!people_milli.is_empty()).then_some(count.weight),
            shelters: shelters.len() as u64,
            may_be: doorsteps.may_be(&ground).len(),
        }
    }

    /// Whom it reaches besides those of the zones that it names: outlines of zones lose their holes,
    /// since CAP has none. Of what is drawn the drawing is what was meant.
    pub fn spill(&self, table: &[Zone], doorsteps: &Points, people_milli: &[u64]) -> Spill {
        let gazetteer = area::gazetteer(table);
        let sent = self.ground(&gazetteer);
        let is_drawn = self.zones.iter().any(|zone| zone == hinan_alert::ground::DRAWN);
        let meant = if is_drawn {
            sent.clone()
        } else {
            let zones = self.zones.iter().map(String::as_str);
            Ground::of_zones(hinan_trust::ZONE_SCHEME, zones, &gazetteer)
        };
        doorsteps.spill(&meant, &sent, people_milli)
    }

    /// The box around what it draws, for a map; `None` where it only names zones.
    pub fn bounds(&self) -> Option<Bounds> {
        let areas = self.cap.infos.iter().flat_map(|info| &info.areas);
        Bounds::around(areas.flat_map(|area| area.polygons.iter().flatten().copied()))
    }
}

fn message(statement: &Statement, bytes: &[u8]) -> Result<Message, PreviewError> {
    let cap_bytes = CapBytes::of(bytes);
    if statement.cap() != Some(cap_bytes) {
        return Err(PreviewError::OtherBytes);
    }
    let reading = hinan_cap::read(bytes, Mode::Strict);
    let cap = reading.alert.ok_or_else(|| {
        let first = reading.complaints.first();
        PreviewError::Cap(first.map(|it| format!("{}: {}", it.path, it.reason)).unwrap_or_default())
    })?;
    let info = cap.infos.first();
    let named = info.and_then(|info| parameter(info, PARAMETER_TEMPLATE)).and_then(Template::find);
    let hazard = info.and_then(hinan_alert::event::hazard_of);
    let kind = kind_of(statement, named);
    let (stage, alert) = match statement {
        Statement::Alert(alert) | Statement::Drill(alert) => (Some(alert.stage), Some(alert)),
        _ => (named.map(|template| template.stage), None),
    };
    let template = named.map(|template| template.with_kind(kind));
    let places =
        info.map_or_else(Vec::new, |info| info.areas.iter().map(|area| area.description.clone()).collect());
    Ok(Message {
        kind,
        world: world_of(statement, &cap),
        hazard: alert.map(|alert| alert.hazard).or(hazard),
        stage,
        template,
        places,
        zones: alert.map(|alert| alert.zones.clone()).unwrap_or_default(),
        cap_bytes,
        life: alert.map(|alert| alert.expires - alert.issued),
        expires: alert.map(|alert| alert.expires),
        impact_at: alert.and_then(|alert| alert.impact_at),
        targets: statement.targets().to_vec(),
        arming: alert.and_then(|alert| alert.arming),
        texts: told(&cap, template, statement),
        cap,
    })
}

fn kind_of(statement: &Statement, named: Option<Template>) -> Kind {
    match statement {
        Statement::Alert(alert) | Statement::Drill(alert) if alert.act == ActName::Update => Kind::Update,
        Statement::Cancel(cancel) if cancel.reason == ReasonName::Withdrawn => Kind::CancelWithdrawn,
        // One officer's word has the words of the hold; what it does is the same.
        Statement::Cancel(_) if named.is_some_and(|template| template.kind == Kind::Hold) => Kind::Hold,
        Statement::Cancel(_) => Kind::CancelError,
        Statement::Clear(_) => Kind::Clear,
        _ => Kind::Alert,
    }
}

fn world_of(statement: &Statement, cap: &Cap) -> WorldName {
    use hinan_cap::message::Status;
    match statement {
        _ if cap.status == Status::Test => WorldName::Lab,
        Statement::Drill(_) => WorldName::Drill,
        Statement::Cancel(cancel) => cancel.world,
        Statement::Clear(clear) => clear.world,
        _ => WorldName::Live,
    }
}

fn parameter<'a>(info: &'a Info, name: &str) -> Option<&'a str> {
    info.parameters.iter().find(|pair| pair.name == name).map(|pair| pair.value.as_str())
}

/// The texts of every language, each held against what the template says.
fn told(cap: &Cap, template: Option<Template>, statement: &Statement) -> Vec<Told> {
    let composer = template.map(|template| composer(cap, template, statement));
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    cap.infos
        .iter()
        .map(|info| {
            let tag = info.language.as_deref().unwrap_or("en-US");
            let rendering = Rendering {
                headline: text(info.headline.as_deref()),
                description: text(info.description.as_deref()),
                instruction: text(info.instruction.as_deref()),
                short90: text(parameter(info, PARAMETER_90)),
                short360: text(parameter(info, PARAMETER_360)),
                long: text(parameter(info, PARAMETER_LONG)),
                speech: text(parameter(info, PARAMETER_SPEECH)),
            };
            let language: Option<Language> = tag.parse().ok();
            let expected = language.zip(composer.as_ref()).and_then(|(language, (setup, parts))| {
                let composer = parts.composer(setup);
                composer.rendering(language).ok()
            });
            let order = language.zip(template).map(|(language, template)| {
                Texts::of(language).alert_order(template.kind, template.hazard, template.stage)
            });
            let is_template = expected.as_ref() == Some(&rendering);
            Told { language: tag.to_owned(), order, rendering, is_template }
        })
        .collect()
}

/// What a composer needs, from the bytes alone.
struct Parts {
    stamp: Stamp,
    template: Template,
    drill: bool,
    areas: Vec<hinan_cap::message::CapArea>,
    impact_at: Option<i64>,
    expires: i64,
    about: Option<i64>,
}

impl Parts {
    fn composer<'a>(&self, setup: &'a Setup) -> Composer<'a> {
        Composer {
            setup,
            stamp: self.stamp,
            template: self.template,
            drill: self.drill,
            areas: self.areas.clone(),
            impact_at: self.impact_at,
            expires: self.expires,
            about: self.about,
        }
    }
}

fn composer(cap: &Cap, template: Template, statement: &Statement) -> (Setup, Parts) {
    let alert = match statement {
        Statement::Alert(alert) | Statement::Drill(alert) => Some(alert),
        _ => None,
    };
    let hazard_agrees =
        alert.is_none_or(|alert| (alert.hazard, alert.stage) == (template.hazard, template.stage));
    let setup = Setup {
        scope: Digest::of(b""),
        ring: Counter::default(),
        world: WorldName::Live,
        life: Default::default(),
        sender: String::new(),
        sender_name: String::new(),
        languages: Vec::new(),
        offset_minutes: cap.sent.offset_minutes,
        web: None,
        contact: None,
    };
    let earliest = cap.references.iter().map(|reference| reference.sent.unix).min();
    let parts = Parts {
        stamp: Stamp { id: statement.id(), issued: statement.issued() },
        // A template of another hazard than the statement's agrees with no text.
        template: if hazard_agrees { template } else { template.with_kind(Kind::Lapsed) },
        drill: is_drill(statement),
        areas: cap.infos.first().map(|info| info.areas.clone()).unwrap_or_default(),
        impact_at: alert.and_then(|alert| alert.impact_at),
        expires: alert.map_or(0, |alert| alert.expires),
        about: earliest,
    };
    (setup, parts)
}

fn is_drill(statement: &Statement) -> bool {
    match statement {
        Statement::Drill(_) => true,
        Statement::Cancel(cancel) => cancel.world == WorldName::Drill,
        Statement::Clear(clear) => clear.world == WorldName::Drill,
        _ => false,
    }
}

/// What an officer must see before anything else.
fn faults_of(statement: &Statement, message: &Message) -> Vec<String> {
    let mut faults = Vec::new();
    let mut say = |wrong: bool, sentence: String| {
        if wrong {
            faults.push(sentence);
        }
    };
    let sent = message.cap.sent.unix;
    let at = |unix| Moment { unix, offset_minutes: message.cap.sent.offset_minutes };
    say(
        sent != statement.issued(),
        format!(
            "the message was sent at {}, the statement drafted at {}",
            message.cap.sent,
            at(statement.issued())
        ),
    );
    if let Statement::Alert(alert) | Statement::Drill(alert) = statement {
        let in_message = message.cap.infos.first().and_then(hinan_alert::event::hazard_of);
        say(
            in_message != Some(alert.hazard),
            format!("the message is not about {}, which the statement is", alert.hazard),
        );
        let template = message.template.map(Template::id);
        say(
            template.as_deref() != Some(alert.template.as_str()),
            format!("the statement says template '{}', the message another", alert.template),
        );
        let lapses = |info: &Info| info.expires.map(|moment| moment.unix) == Some(alert.expires);
        say(
            !message.cap.infos.iter().all(lapses),
            "message and statement lapse at different times".to_owned(),
        );
    }
    let status = message.cap.status.word();
    let wanted = match message.world {
        WorldName::Live => "Actual",
        WorldName::Drill => "Exercise",
        WorldName::Lab => "Test",
    };
    say(status != wanted, format!("the message has the status {status}, the statement is for {wanted}"));
    let wanted = match message.kind {
        Kind::Alert => MsgType::Alert,
        Kind::Update | Kind::Clear | Kind::Lapsed => MsgType::Update,
        Kind::CancelError | Kind::CancelWithdrawn | Kind::Hold => MsgType::Cancel,
    };
    let found = message.cap.msg_type;
    say(found != wanted, format!("the message is of type {}, not {}", found.word(), wanted.word()));
    for told in &message.texts {
        say(
            !told.is_template,
            format!("the text in '{}' is not that of the template: read every word", told.language),
        );
    }
    say(message.texts.is_empty(), "the message has no text".to_owned());
    faults
}
