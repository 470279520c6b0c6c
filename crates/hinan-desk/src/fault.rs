//! What keeps officers from signing: a message that is not, to the letter, what its template composes
//! for the zones, the hazard and the stage of its statement. Nobody writes a message by hand here, so
//! that a difference is a mistake or a deceit.
//!
//! Every fault has a code and values, so that a page can say it in the officer's language; here it is a
//! sentence in English.

use std::fmt;

use hinan_alert::event::hazard_of;
use hinan_alert::ground::{ALL_ZONES, DRAWN};
use hinan_cap::message::{CapArea, Info, Pair};
use hinan_cap::{Alert as Cap, Moment};
use hinan_model::{Hazard, Zone};
use hinan_texts::Language;
use hinan_trust::statement::{Counter, WorldName};
use hinan_trust::{Digest, Statement, ZONE_SCHEME};

use crate::area::Area;
use crate::draft::{
    Composer, Issued, PARAMETER_90, PARAMETER_360, PARAMETER_LONG, PARAMETER_SPEECH, PARAMETER_TEMPLATE,
    Setup, Stamp, WORD_STANDS, message_type, sternest,
};
use crate::preview::{Message, parameter, rendering_of, tag_of, world_of};
use crate::template::Template;

/// A part of a message that can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What is drawn.
    Ground,
    /// The codes of zones.
    Zones,
    /// What the places are called.
    Places,
    /// The danger, as words and codes name it.
    Hazard,
    /// Category, response, urgency, severity, certainty, template.
    Codes,
    /// When it begins and lapses.
    Times,
    /// What people read and hear.
    Words,
    /// Who sends it.
    Sender,
    /// Anything else: files, parameters that nobody here writes.
    Rest,
}

impl Part {
    /// The name in files and pages.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Ground => "ground",
            Part::Zones => "zones",
            Part::Places => "places",
            Part::Hazard => "hazard",
            Part::Codes => "codes",
            Part::Times => "times",
            Part::Words => "words",
            Part::Sender => "sender",
            Part::Rest => "rest",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Part::Ground => "the ground",
            Part::Zones => "the zones",
            Part::Places => "the names of the places",
            Part::Hazard => "the danger",
            Part::Codes => "the codes",
            Part::Times => "the times",
            Part::Words => "the words",
            Part::Sender => "the sender",
            Part::Rest => "something that no template has",
        }
    }
}

/// Parts as a sentence has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts(pub Vec<Part>);

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.0.iter().map(|part| part.words()).collect();
        f.write_str(&words.join(", "))
    }
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Two times.
    #[error("the message was sent at {message}, the statement drafted at {statement}")]
    Sent {
        /// When the message was sent.
        message: Moment,
        /// When the statement was drafted.
        statement: Moment,
    },
    /// Two dangers.
    #[error("the message is not about {hazard}, which the statement is")]
    Hazard {
        /// What the statement is about.
        hazard: Hazard,
    },
    /// Two templates.
    #[error("the statement says template '{template}', the message another")]
    Template {
        /// What the statement says.
        template: String,
    },
    /// No template, or none of this hazard and stage.
    #[error("the message names no template for what the statement says: nobody can tell what it should say")]
    NoTemplate,
    /// Two ends.
    #[error("message and statement lapse at different times")]
    Expires,
    /// Two worlds.
    #[error("the message has the status {found}, the statement is for {wanted}")]
    Status {
        /// Of the message.
        found: &'static str,
        /// For the statement.
        wanted: &'static str,
    },
    /// Two acts.
    #[error("the message is of type {found}, not {wanted}")]
    MessageType {
        /// Of the message.
        found: &'static str,
        /// For the statement.
        wanted: &'static str,
    },
    /// Nothing is told.
    #[error("the message has no text")]
    NoText,
    /// The message around the blocks.
    #[error(
        "around its texts the message has something that no template composes: a code, a note, an address"
    )]
    Head,
    /// The zones of the message are others than those of the statement.
    #[error("the zones of the message are not those of the statement")]
    OtherZones,
    /// A block is not as the first.
    #[error("these blocks do not say the same: '{language}' differs from '{first}' in {parts}")]
    BlocksDiffer {
        /// The language of the block.
        language: String,
        /// The language of the first.
        first: String,
        /// In what.
        parts: Parts,
    },
    /// A block in a language that has no templates.
    #[error("there is no template in '{language}': nobody can tell whether it says what the others say")]
    UnknownLanguage {
        /// The language of the block.
        language: String,
    },
    /// A block is not what the template composes.
    #[error("the text in '{language}' is not what the template composes: {parts}. Draft it again")]
    NotComposed {
        /// The language of the block.
        language: String,
        /// What is not.
        parts: Parts,
    },
    /// A zone that the table does not have.
    #[error("this desk's table has no zone '{zone}': nobody can tell where it holds")]
    UnknownZone {
        /// Its id.
        zone: String,
    },
    /// A zone under another name.
    #[error("the message calls the zone '{zone}' \"{found}\"; it is called \"{wanted}\"")]
    ZoneName {
        /// Its id.
        zone: String,
        /// What the message calls it.
        found: String,
        /// What the table calls it.
        wanted: String,
    },
    /// A zone with another outline.
    #[error("what the message draws for the zone '{zone}' is not its outline")]
    ZoneOutline {
        /// Its id.
        zone: String,
    },
    /// Another danger or other places than those of what it is about.
    #[error("it is not as the alerts that it is about: {parts}")]
    Targets {
        /// In what.
        parts: Parts,
    },
}

impl Fault {
    /// The stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Fault::Sent { .. } => "sent",
            Fault::Hazard { .. } => "hazard",
            Fault::Template { .. } => "template",
            Fault::NoTemplate => "no-template",
            Fault::Expires => "expires",
            Fault::Status { .. } => "status",
            Fault::MessageType { .. } => "message-type",
            Fault::NoText => "no-text",
            Fault::Head => "head",
            Fault::OtherZones => "other-zones",
            Fault::BlocksDiffer { .. } => "blocks-differ",
            Fault::UnknownLanguage { .. } => "unknown-language",
            Fault::NotComposed { .. } => "not-composed",
            Fault::UnknownZone { .. } => "unknown-zone",
            Fault::ZoneName { .. } => "zone-name",
            Fault::ZoneOutline { .. } => "zone-outline",
            Fault::Targets { .. } => "targets",
        }
    }

    /// Every code.
    pub const CODES: [&'static str; 17] = [
        "sent",
        "hazard",
        "template",
        "no-template",
        "expires",
        "status",
        "message-type",
        "no-text",
        "head",
        "other-zones",
        "blocks-differ",
        "unknown-language",
        "not-composed",
        "unknown-zone",
        "zone-name",
        "zone-outline",
        "targets",
    ];

    /// What a sentence of a page is filled with. `parts` are names of [`Part`] with spaces between.
    pub fn values(&self) -> Vec<(&'static str, String)> {
        let parts = |parts: &Parts| {
            let names: Vec<&str> = parts.0.iter().map(|part| part.name()).collect();
            ("parts", names.join(" "))
        };
        match self {
            Fault::Sent { message, statement } => {
                vec![("message", message.to_string()), ("statement", statement.to_string())]
            }
            Fault::Hazard { hazard } => vec![("hazard", hazard.to_string())],
            Fault::Template { template } => vec![("template", template.clone())],
            Fault::Status { found, wanted } | Fault::MessageType { found, wanted } => {
                vec![("found", (*found).to_owned()), ("wanted", (*wanted).to_owned())]
            }
            Fault::BlocksDiffer { language, first, parts: differ } => {
                vec![("language", language.clone()), ("first", first.clone()), parts(differ)]
            }
            Fault::UnknownLanguage { language } => vec![("language", language.clone())],
            Fault::NotComposed { language, parts: differ } => {
                vec![("language", language.clone()), parts(differ)]
            }
            Fault::UnknownZone { zone } | Fault::ZoneOutline { zone } => vec![("zone", zone.clone())],
            Fault::ZoneName { zone, found, wanted } => {
                vec![("zone", zone.clone()), ("found", found.clone()), ("wanted", wanted.clone())]
            }
            Fault::Targets { parts: differ } => vec![parts(differ)],
            Fault::NoTemplate | Fault::Expires | Fault::NoText | Fault::Head | Fault::OtherZones => {
                Vec::new()
            }
        }
    }
}

/// What the template composes, from the statement and from what only the message can say: who sends it,
/// by which clocks, about which messages.
pub(crate) struct Composed {
    setup: Setup,
    stamp: Stamp,
    /// `None` where the message names none that fits the statement.
    template: Option<Template>,
    drill: bool,
    impact_at: Option<i64>,
    expires: i64,
    about: Option<i64>,
}

impl Composed {
    pub(crate) fn of(cap: &Cap, template: Option<Template>, statement: &Statement) -> Composed {
        let alert = match statement {
            Statement::Alert(alert) | Statement::Drill(alert) => Some(alert),
            _ => None,
        };
        let fits = |template: &Template| {
            alert.is_none_or(|alert| (alert.hazard, alert.stage) == (template.hazard, template.stage))
        };
        let first = cap.infos.first();
        let setup = Setup {
            scope: Digest::of(b""),
            ring: Counter::default(),
            world: if world_of(statement, cap) == WorldName::Lab { WorldName::Lab } else { WorldName::Live },
            life: Default::default(),
            sender: cap.sender.clone(),
            sender_name: first.and_then(|info| info.sender_name.clone()).unwrap_or_default(),
            languages: Vec::new(),
            offset_minutes: cap.sent.offset_minutes,
            web: first.and_then(|info| info.web.clone()),
            contact: first.and_then(|info| info.contact.clone()),
        };
        let issued = statement.issued();
        Composed {
            setup,
            stamp: Stamp { id: statement.id(), issued },
            template: template.filter(fits),
            drill: is_drill(statement),
            impact_at: alert.and_then(|alert| alert.impact_at),
            expires: alert.map_or(issued + WORD_STANDS, |alert| alert.expires),
            about: cap.references.iter().map(|reference| reference.sent.unix).min(),
        }
    }

    fn composer(&self, areas: &[CapArea]) -> Option<Composer<'_>> {
        Some(Composer {
            setup: &self.setup,
            stamp: self.stamp,
            template: self.template?,
            drill: self.drill,
            areas: areas.to_vec(),
            impact_at: self.impact_at,
            expires: self.expires,
            about: self.about,
        })
    }

    /// What a block would be for its own ground; `None` where there is no template in its language.
    pub(crate) fn block(&self, info: &Info) -> Option<Info> {
        let language: Language = tag_of(info).parse().ok()?;
        self.composer(&info.areas)?.info(language).ok()
    }

    /// Whether all around the blocks is as it is composed.
    fn is_head(&self, cap: &Cap) -> bool {
        let head = Cap { infos: Vec::new(), ..cap.clone() };
        self.composer(&[]).is_none_or(|composer| composer.head(cap.references.clone()) == head)
    }
}

fn is_drill(statement: &Statement) -> bool {
    match statement {
        Statement::Drill(_) => true,
        Statement::Cancel(cancel) => cancel.world == WorldName::Drill,
        Statement::Clear(clear) => clear.world == WorldName::Drill,
        _ => false,
    }
}

/// Everything that can be said against a message by its own bytes.
pub(crate) fn of(statement: &Statement, message: &Message) -> Vec<Fault> {
    let cap = &message.cap;
    let mut faults = contradictions(statement, message);
    let composed = Composed::of(cap, message.template, statement);
    if composed.template.is_none() {
        faults.push(Fault::NoTemplate);
    }
    // A contradiction of the head that has a name of its own is not told twice.
    if faults.is_empty() && !composed.is_head(cap) {
        faults.push(Fault::Head);
    }
    let Some(first) = cap.infos.first() else {
        faults.push(Fault::NoText);
        return faults;
    };
    for info in &cap.infos[1..] {
        let parts = between_blocks(first, info);
        if !parts.is_empty() {
            let (language, first) = (tag_of(info).to_owned(), tag_of(first).to_owned());
            faults.push(Fault::BlocksDiffer { language, first, parts: Parts(parts) });
        }
    }
    for info in &cap.infos {
        let language = tag_of(info).to_owned();
        match composed.block(info) {
            Some(block) => {
                let parts = from_composed(&block, info);
                if !parts.is_empty() {
                    faults.push(Fault::NotComposed { language, parts: Parts(parts) });
                }
            }
            None if language.parse::<Language>().is_err() => faults.push(Fault::UnknownLanguage { language }),
            None => {}
        }
    }
    faults
}

/// Where message and statement say different things.
fn contradictions(statement: &Statement, message: &Message) -> Vec<Fault> {
    let cap = &message.cap;
    let mut faults = Vec::new();
    if cap.sent.unix != statement.issued() {
        let statement = Moment { unix: statement.issued(), offset_minutes: cap.sent.offset_minutes };
        faults.push(Fault::Sent { message: cap.sent, statement });
    }
    if let Statement::Alert(alert) | Statement::Drill(alert) = statement {
        if cap.infos.iter().any(|info| hazard_of(info) != Some(alert.hazard)) {
            faults.push(Fault::Hazard { hazard: alert.hazard });
        }
        let named = |info: &Info| parameter(info, PARAMETER_TEMPLATE) == Some(alert.template.as_str());
        if !cap.infos.iter().all(named) {
            faults.push(Fault::Template { template: alert.template.clone() });
        }
        if cap.infos.iter().any(|info| info.expires.map(|moment| moment.unix) != Some(alert.expires)) {
            faults.push(Fault::Expires);
        }
        let is_ours = |info: &Info| {
            let zones: Option<Vec<&str>> = info.areas.iter().map(zone_of).collect();
            zones.is_some_and(|zones| zones == alert.zones)
        };
        if !cap.infos.iter().all(is_ours) {
            faults.push(Fault::OtherZones);
        }
    }
    let wanted = match message.world {
        WorldName::Live => "Actual",
        WorldName::Drill => "Exercise",
        WorldName::Lab => "Test",
    };
    let found = cap.status.word();
    if found != wanted {
        faults.push(Fault::Status { found, wanted });
    }
    let (found, wanted) = (cap.msg_type.word(), message_type(message.kind).word());
    if found != wanted {
        faults.push(Fault::MessageType { found, wanted });
    }
    faults
}

/// The zone of an area, where that is all that it names.
fn zone_of(area: &CapArea) -> Option<&str> {
    match area.geocodes.as_slice() {
        [Pair { name, value }] if name == ZONE_SCHEME && area.circles.is_empty() => Some(value),
        _ => None,
    }
}

fn ground_of(info: &Info) -> impl Iterator<Item = impl PartialEq + '_> {
    let drawn = |area: &CapArea| (area.altitude_milli_ft, area.ceiling_milli_ft);
    info.areas.iter().map(move |area| (&area.polygons, &area.circles, drawn(area)))
}

/// Parameters that are a block's own, since they are text.
fn is_text(pair: &&Pair) -> bool {
    [PARAMETER_90, PARAMETER_360, PARAMETER_LONG, PARAMETER_SPEECH].contains(&pair.name.as_str())
}

/// Collects the parts that differ.
fn differing(checks: &[(Part, bool)]) -> Vec<Part> {
    checks.iter().filter(|(_, is_same)| !is_same).map(|(part, _)| *part).collect()
}

/// What is the same in any two blocks that say the same in different languages.
fn alike(a: &Info, b: &Info) -> Vec<(Part, bool)> {
    let codes = |info: &Info| {
        let graded = (info.urgency, info.severity, info.certainty);
        (info.categories.clone(), info.responses.clone(), graded, info.audience.clone())
    };
    let template = |info: &Info| parameter(info, PARAMETER_TEMPLATE).map(str::to_owned);
    let hazard = |info: &Info| (info.event_codes.clone(), hazard_of(info));
    let places = |info: &Info| info.areas.iter().map(|area| area.description.clone()).collect::<Vec<_>>();
    let zones = |info: &Info| info.areas.iter().map(|area| area.geocodes.clone()).collect::<Vec<_>>();
    let rest = |info: &Info| {
        let others = info.parameters.iter().filter(|pair| !is_text(pair) && pair.name != PARAMETER_TEMPLATE);
        (others.cloned().collect::<Vec<_>>(), info.resources.clone())
    };
    vec![
        (Part::Ground, ground_of(a).eq(ground_of(b))),
        (Part::Zones, zones(a) == zones(b)),
        (Part::Places, places(a) == places(b)),
        (Part::Hazard, hazard(a) == hazard(b)),
        (Part::Codes, codes(a) == codes(b) && template(a) == template(b)),
        (Part::Times, (a.effective, a.onset, a.expires) == (b.effective, b.onset, b.expires)),
        (Part::Sender, (&a.sender_name, &a.web, &a.contact) == (&b.sender_name, &b.web, &b.contact)),
        (Part::Rest, rest(a) == rest(b)),
    ]
}

fn between_blocks(first: &Info, other: &Info) -> Vec<Part> {
    differing(&alike(first, other))
}

fn from_composed(block: &Info, found: &Info) -> Vec<Part> {
    let mut checks = alike(block, found);
    let words = block.event == found.event && rendering_of(block) == rendering_of(found);
    checks.push((Part::Words, words));
    let mut parts = differing(&checks);
    // Texts that stand there twice, or in another order, or a tag that is spelled otherwise.
    if parts.is_empty() && block != found {
        parts.push(Part::Rest);
    }
    parts
}

/// Holds the places of a message against a table.
pub(crate) fn by_table(message: &Message, table: &[Zone]) -> Vec<Fault> {
    message.areas().into_iter().filter_map(|area| area_by_table(area, table)).collect()
}

fn area_by_table(area: &CapArea, table: &[Zone]) -> Option<Fault> {
    // Where the codes are no zone, that is told already.
    let zone = zone_of(area)?;
    let found = &area.description;
    if zone == DRAWN {
        // What the officer drew has the officer's name, and is on the map.
        return None;
    }
    if zone == ALL_ZONES {
        // All of it may be called anything but one of its parts.
        let part = table.iter().find(|known| known.name == *found)?;
        let (zone, wanted) = (zone.to_owned(), format!("not {}", part.id));
        return Some(Fault::ZoneName { zone, found: found.clone(), wanted });
    }
    let zone = zone.to_owned();
    let Some(known) = table.iter().find(|known| known.id == zone) else {
        return Some(Fault::UnknownZone { zone });
    };
    if known.name != *found {
        return Some(Fault::ZoneName { zone, found: found.clone(), wanted: known.name.clone() });
    }
    let outlines = Area::of_zones(table, std::slice::from_ref(&zone), true).ok()?;
    let is_outline = outlines.parts.iter().all(|part| part.polygons == area.polygons);
    (!area.polygons.is_empty() && !is_outline).then_some(Fault::ZoneOutline { zone })
}

/// Holds what calls back or ends against what it is about; updates say what they say.
pub(crate) fn by_targets(message: &Message, targets: &[Issued]) -> Option<Fault> {
    if message.kind.warns() {
        return None;
    }
    // Alerts that do not go together are of several dangers or worlds.
    let Ok((template, areas)) = sternest(targets, message.kind) else {
        return Some(Fault::Targets { parts: Parts(vec![Part::Hazard]) });
    };
    let parts = differing(&[
        (Part::Hazard, message.hazard == Some(template.hazard)),
        (Part::Codes, message.stage == Some(template.stage)),
        (Part::Ground, message.areas().into_iter().eq(&areas)),
    ]);
    (!parts.is_empty()).then_some(Fault::Targets { parts: Parts(parts) })
}
