//! What an officer sees before signing, and the other one before signing too: read back from the exact
//! bytes, by the same strict readers that receivers have, and from nothing else.

use hinan_alert::{Gazetteer, Ground, Points, Spill};
use hinan_cap::message::{CapArea, Info};
use hinan_cap::{Alert as Cap, Mode};
use hinan_model::{Bounds, Hazard, Place, Stage, Zone};
use hinan_texts::alert::{Kind, Rendering};
use hinan_texts::{Language, Texts};
use hinan_trust::statement::{ActName, Arming, CapBytes, ReasonName, Ring, Root, WorldName};
use hinan_trust::{Digest, Envelope, Refused, Statement};

use crate::area;
use crate::draft::{
    Issued, PARAMETER_90, PARAMETER_360, PARAMETER_LONG, PARAMETER_SPEECH, PARAMETER_TEMPLATE,
};
use crate::fault::{self, Composed, Fault};
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
    /// Everything that is not as it should be. Nobody signs where there is one.
    pub faults: Vec<Fault>,
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
    /// The places in words, of all blocks.
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
                faults = fault::of(&statement, &message);
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

    /// Held against a table of zones as well: a zone that people call otherwise, or with another
    /// outline than the message draws, is a fault.
    #[must_use]
    pub fn by_table(mut self, table: &[Zone]) -> Preview {
        let faults = self.message().map_or_else(Vec::new, |message| fault::by_table(message, table));
        self.faults.extend(faults);
        self
    }

    /// Held against the alerts that it calls back or ends as well: what is said about them has to be of
    /// their danger and their places.
    #[must_use]
    pub fn by_targets(mut self, targets: &[Issued]) -> Preview {
        let faults = self.message().and_then(|message| fault::by_targets(message, targets));
        self.faults.extend(faults);
        self
    }
}

impl Message {
    /// The areas of all blocks, each once: whoever reads one of them is told.
    pub fn areas(&self) -> Vec<&CapArea> {
        areas_of(&self.cap)
    }

    /// The ground that it concerns, by a table of zones: that of all blocks together.
    pub fn ground(&self, gazetteer: &Gazetteer) -> Ground {
        Ground::of(self.areas(), gazetteer)
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
    let mut places: Vec<String> = Vec::new();
    for area in areas_of(&cap) {
        if !places.contains(&area.description) {
            places.push(area.description.clone());
        }
    }
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
        texts: told(&cap, &Composed::of(&cap, template, statement), template),
        cap,
    })
}

fn areas_of(cap: &Cap) -> Vec<&CapArea> {
    let mut areas: Vec<&CapArea> = Vec::new();
    for area in cap.infos.iter().flat_map(|info| &info.areas) {
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    areas
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

pub(crate) fn world_of(statement: &Statement, cap: &Cap) -> WorldName {
    use hinan_cap::message::Status;
    match statement {
        _ if cap.status == Status::Test => WorldName::Lab,
        Statement::Drill(_) => WorldName::Drill,
        Statement::Cancel(cancel) => cancel.world,
        Statement::Clear(clear) => clear.world,
        _ => WorldName::Live,
    }
}

pub(crate) fn parameter<'a>(info: &'a Info, name: &str) -> Option<&'a str> {
    info.parameters.iter().find(|pair| pair.name == name).map(|pair| pair.value.as_str())
}

/// The texts of every language, each held against what the template says.
fn told(cap: &Cap, composed: &Composed, template: Option<Template>) -> Vec<Told> {
    cap.infos
        .iter()
        .map(|info| {
            let language: Option<Language> = tag_of(info).parse().ok();
            let rendering = rendering_of(info);
            let expected = composed.block(info);
            let order = language.zip(template).map(|(language, template)| {
                Texts::of(language).alert_order(template.kind, template.hazard, template.stage)
            });
            let is_template = expected.is_some_and(|block| rendering_of(&block) == rendering);
            Told { language: tag_of(info).to_owned(), order, rendering, is_template }
        })
        .collect()
}

/// The tag of a block's language; CAP's own where it names none.
pub(crate) fn tag_of(info: &Info) -> &str {
    info.language.as_deref().unwrap_or("en-US")
}

/// The texts of a block.
pub(crate) fn rendering_of(info: &Info) -> Rendering {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Rendering {
        headline: text(info.headline.as_deref()),
        description: text(info.description.as_deref()),
        instruction: text(info.instruction.as_deref()),
        short90: text(parameter(info, PARAMETER_90)),
        short360: text(parameter(info, PARAMETER_360)),
        long: text(parameter(info, PARAMETER_LONG)),
        speech: text(parameter(info, PARAMETER_SPEECH)),
    }
}
