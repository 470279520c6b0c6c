//! Drafts: a CAP message and the statement that is bound to its bytes, not yet signed by anybody.

use hinan_alert::event;
use hinan_cap::message::{CapArea, Info, MsgType, Pair, Reference, Scope, Status};
use hinan_cap::{Alert as Cap, Mode, Moment};
use hinan_model::{Hazard, Stage};
use hinan_texts::alert::{At, Kind, NoSuchPair, Rendering, Saying};
use hinan_texts::{Language, Texts};
use hinan_trust::statement::{ActName, Alert, Cancel, CapBytes, Clear, Counter, Life, ReasonName, WorldName};
use hinan_trust::{Digest, Envelope, Id, Refused, Statement, Trust};

use crate::area::{Area, AreaError};
use crate::template::Template;

/// The names of what our messages carry as CAP parameters: the very texts of the short channels, so
/// that they are signed too.
pub const PARAMETER_90: &str = "urn:hinan:text:90";
/// See [`PARAMETER_90`].
pub const PARAMETER_360: &str = "urn:hinan:text:360";
/// See [`PARAMETER_90`].
pub const PARAMETER_LONG: &str = "urn:hinan:text:long";
/// What a voice reads.
pub const PARAMETER_SPEECH: &str = "urn:hinan:text:speech";
/// The template: [`Template::id`].
pub const PARAMETER_TEMPLATE: &str = "urn:hinan:template:1";

/// How long the message of a cancel or an all clear stands, in seconds.
pub(crate) const WORD_STANDS: i64 = 86_400;

/// What a desk is set up with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The root that statements belong to.
    pub scope: Digest,
    /// The ring of the desk.
    pub ring: Counter,
    /// Live, or a laboratory that nobody else hears.
    pub world: WorldName,
    /// How long alerts may live, from the ring.
    pub life: Life,
    /// CAP's sender: unique in the world, without spaces.
    pub sender: String,
    /// The sender for people.
    pub sender_name: String,
    /// The languages of the messages, the first one first.
    pub languages: Vec<Language>,
    /// Minutes that the clocks of the place are ahead of UTC.
    pub offset_minutes: i16,
    /// Where more is to be read; an absolute address.
    pub web: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
}

impl Setup {
    /// A setup for what a receiver trusts; English until languages are set.
    ///
    /// # Errors
    /// There is no ring yet.
    pub fn new(trust: &Trust, sender: &str, sender_name: &str) -> Result<Setup, DraftError> {
        let ring = trust.ring().ok_or(DraftError::NoRing)?;
        Ok(Setup {
            scope: trust.scope(),
            ring: ring.counter(),
            world: trust.root().world,
            life: ring.life.clone(),
            sender: sender.to_owned(),
            sender_name: sender_name.to_owned(),
            languages: vec![Language::English],
            offset_minutes: 0,
            web: None,
            contact: None,
        })
    }

    /// The longest life of an alert, in seconds.
    pub fn longest_life(&self, hazard: Hazard, stage: Stage) -> i64 {
        match (hazard, stage) {
            (Hazard::Tsunami, _) => self.life.tsunami,
            (_, Stage::TakeCover) => self.life.take_cover,
            (_, Stage::Expect) => self.life.expect,
            (_, Stage::Prepare | Stage::Clear) => self.life.prepare,
        }
    }
}

/// What is drawn anew for every statement.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// Random; [`crate::new_id`].
    pub id: Id,
    /// Seconds since 1970.
    pub issued: i64,
}

/// A warning to be drafted.
#[derive(Clone, Debug)]
pub struct Warning {
    /// What is said.
    pub template: Template,
    /// Whether it is practised. A draft of a drill has a type of its own and is never made live.
    pub drill: bool,
    /// Where.
    pub area: Area,
    /// How long it holds, in seconds.
    pub life: i64,
    /// When the danger arrives; seconds since 1970.
    pub impact_at: Option<i64>,
    /// The arming order that one officer raises it under.
    pub arming: Option<Digest>,
}

/// How an alert is called back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallBack {
    /// Sent by mistake. By two officers.
    Error,
    /// Right when sent, no longer expected. By two officers.
    Withdrawn,
    /// Sent by mistake, says one officer: the words are "reported as an error, stay where you are" (or
    /// "do not come down", "do not go back"). With a second signature it is final; the words stay true.
    Hold,
}

/// A message that is not yet signed, or not by enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The statement, with the signatures that it has.
    pub envelope: Envelope,
    /// The exact bytes of the CAP message; empty where the statement has none.
    pub cap: Vec<u8>,
}

impl Draft {
    /// The statement's name, which files are called by.
    pub fn name(&self) -> Digest {
        self.envelope.name()
    }
}

/// An alert that was issued: what updates, cancels and all clears are made from. Nothing here says
/// that it is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The statement's name.
    pub name: Digest,
    /// What it says.
    pub alert: Alert,
    /// Whether it is a drill.
    pub drill: bool,
    /// Its message.
    pub cap: Cap,
}

impl Issued {
    /// Reads an alert or a drill from its exact bytes.
    ///
    /// # Errors
    /// It is no alert, or the message is not the one that it is bound to.
    pub fn read(envelope: &Envelope, cap: &[u8]) -> Result<Issued, DraftError> {
        let statement = Statement::read(envelope.kind, &envelope.payload)?;
        let drill = matches!(statement, Statement::Drill(_));
        let (Statement::Alert(alert) | Statement::Drill(alert)) = statement else {
            return Err(DraftError::NotAnAlert);
        };
        if alert.cap != CapBytes::of(cap) {
            return Err(DraftError::OtherBytes);
        }
        let read = hinan_cap::read(cap, Mode::Strict).alert.ok_or(DraftError::OtherBytes)?;
        Ok(Issued { name: envelope.name(), alert, drill, cap: read })
    }

    fn reference(&self) -> Reference {
        let Cap { sender, identifier, sent, .. } = &self.cap;
        Reference { sender: sender.clone(), identifier: identifier.clone(), sent: *sent }
    }

    /// The areas of all its blocks.
    fn areas(&self) -> impl Iterator<Item = &CapArea> {
        self.cap.infos.iter().flat_map(|info| &info.areas)
    }
}

/// Why there is no draft.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The trust has no ring.
    #[error("there is no ring yet: nobody could sign")]
    NoRing,
    /// No such alert.
    #[error(transparent)]
    NoSuchPair(#[from] NoSuchPair),
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// A template of another kind than the draft.
    #[error("'{0}' is no template of an alert")]
    NotAnAlertTemplate(String),
    /// What is called back, ended or replaced is no alert.
    #[error("that is no alert or drill")]
    NotAnAlert,
    /// A message beside a statement that it does not belong to.
    #[error("the CAP message beside the statement is not the one that was signed")]
    OtherBytes,
    /// Nothing to call back.
    #[error("no alert was named")]
    NoTarget,
    /// Drills and live alerts in one statement.
    #[error("live alerts and drills are never in one statement")]
    MixedWorlds,
    /// Alerts of several hazards in one statement.
    #[error("the alerts are of several hazards: end each by itself, since what people are told differs")]
    MixedHazards,
    /// Too long.
    #[error(
        "an alert '{stage}' for {hazard} holds for at most {most} s by the ring; {asked} s were asked for"
    )]
    TooLong {
        /// The hazard.
        hazard: Hazard,
        /// The stage.
        stage: Stage,
        /// Seconds that were asked for.
        asked: i64,
        /// Seconds that there may be.
        most: i64,
    },
    /// The danger arrives when it is over.
    #[error("the time of arrival lies outside of the time that the alert holds")]
    ImpactOutside,
    /// Drills are not armed.
    #[error("a drill is never raised under an arming order")]
    ArmedDrill,
    /// No language.
    #[error("no language was chosen")]
    NoLanguage,
    /// What the receivers would refuse.
    #[error("receivers would refuse the statement: {0}")]
    Statement(#[from] Refused),
    /// What CAP refuses.
    #[error("the CAP message would not be valid: {}", .0.join("; "))]
    Cap(Vec<String>),
}

impl DraftError {
    /// The stable name, for pages that have sentences of their own.
    pub const fn code(&self) -> &'static str {
        match self {
            DraftError::NoRing => "no-ring",
            DraftError::NoSuchPair(_) => "no-such-pair",
            DraftError::Area(error) => error.code(),
            DraftError::NotAnAlertTemplate(_) => "template",
            DraftError::NotAnAlert => "not-an-alert",
            DraftError::OtherBytes => "other-bytes",
            DraftError::NoTarget => "no-target",
            DraftError::MixedWorlds => "mixed-worlds",
            DraftError::MixedHazards => "mixed-hazards",
            DraftError::TooLong { .. } => "too-long",
            DraftError::ImpactOutside => "impact-outside",
            DraftError::ArmedDrill => "armed-drill",
            DraftError::NoLanguage => "no-language",
            DraftError::Statement(_) => "statement",
            DraftError::Cap(_) => "cap",
        }
    }
}

/// Drafts a first alert, or, where `replaces` names alerts, an update in their place.
///
/// # Errors
/// Anything that receivers would refuse, found before anybody signs it.
pub fn warn(
    setup: &Setup,
    stamp: Stamp,
    warning: &Warning,
    replaces: &[Issued],
) -> Result<Draft, DraftError> {
    let kind = if replaces.is_empty() { Kind::Alert } else { Kind::Update };
    let template = warning.template.with_kind(kind);
    if !warning.template.kind.warns() {
        return Err(DraftError::NotAnAlertTemplate(warning.template.id()));
    }
    if replaces.iter().any(|target| target.drill != warning.drill) {
        return Err(DraftError::MixedWorlds);
    }
    check_times(setup, stamp, warning)?;
    warning.area.check_shape()?;
    let composer = Composer {
        setup,
        stamp,
        template,
        drill: warning.drill,
        areas: warning.area.to_cap(),
        impact_at: warning.impact_at,
        expires: stamp.issued + warning.life,
        about: replaces.iter().map(|target| target.alert.issued).min(),
    };
    let cap = composer.message(replaces)?;
    let alert = Alert {
        v: hinan_trust::statement::VERSION,
        scope: setup.scope,
        ring: setup.ring,
        id: stamp.id,
        issued: stamp.issued,
        act: if kind == Kind::Alert { ActName::Alert } else { ActName::Update },
        stage: template.stage,
        hazard: template.hazard,
        template: template.id(),
        zones: warning.area.zones(),
        expires: stamp.issued + warning.life,
        impact_at: warning.impact_at,
        targets: replaces.iter().map(|target| target.name).collect(),
        arming: warning.arming,
        cap: CapBytes::of(&cap),
        ext: None,
    };
    let statement = if warning.drill { Statement::Drill(alert) } else { Statement::Alert(alert) };
    Ok(Draft { envelope: statement.envelope()?, cap })
}

fn check_times(setup: &Setup, stamp: Stamp, warning: &Warning) -> Result<(), DraftError> {
    let Template { hazard, stage, .. } = warning.template;
    let most = setup.longest_life(hazard, stage);
    if !(1..=most).contains(&warning.life) {
        return Err(DraftError::TooLong { hazard, stage, asked: warning.life, most });
    }
    let holds = stamp.issued..=stamp.issued + warning.life;
    if warning.impact_at.is_some_and(|at| !holds.contains(&at)) {
        return Err(DraftError::ImpactOutside);
    }
    if warning.drill && warning.arming.is_some() {
        return Err(DraftError::ArmedDrill);
    }
    Ok(())
}

/// Drafts the calling back of alerts, in one action from the alerts themselves.
///
/// # Errors
/// Alerts that do not go together.
pub fn cancel(setup: &Setup, stamp: Stamp, targets: &[Issued], how: CallBack) -> Result<Draft, DraftError> {
    let (kind, reason) = match how {
        CallBack::Error => (Kind::CancelError, ReasonName::Error),
        CallBack::Withdrawn => (Kind::CancelWithdrawn, ReasonName::Withdrawn),
        CallBack::Hold => (Kind::Hold, ReasonName::Error),
    };
    let cap = about(setup, stamp, targets, kind)?.message(targets)?;
    let statement = Statement::Cancel(Cancel {
        v: hinan_trust::statement::VERSION,
        scope: setup.scope,
        ring: setup.ring,
        id: stamp.id,
        issued: stamp.issued,
        world: world_of(setup, targets),
        reason,
        targets: targets.iter().map(|target| target.name).collect(),
        cap: Some(CapBytes::of(&cap)),
        ext: None,
    });
    Ok(Draft { envelope: statement.envelope()?, cap })
}

/// Drafts the all clear for alerts. Always by two officers.
///
/// # Errors
/// Alerts that do not go together.
pub fn clear(setup: &Setup, stamp: Stamp, targets: &[Issued]) -> Result<Draft, DraftError> {
    let cap = about(setup, stamp, targets, Kind::Clear)?.message(targets)?;
    let statement = Statement::Clear(Clear {
        v: hinan_trust::statement::VERSION,
        scope: setup.scope,
        ring: setup.ring,
        id: stamp.id,
        issued: stamp.issued,
        world: world_of(setup, targets),
        targets: targets.iter().map(|target| target.name).collect(),
        cap: CapBytes::of(&cap),
        ext: None,
    });
    Ok(Draft { envelope: statement.envelope()?, cap })
}

/// Drafts the calling back of an arming order: any one officer with the right may sign it.
///
/// # Errors
/// What receivers would refuse.
pub fn void_arming(setup: &Setup, stamp: Stamp, orders: &[Digest]) -> Result<Draft, DraftError> {
    let statement = Statement::Cancel(Cancel {
        v: hinan_trust::statement::VERSION,
        scope: setup.scope,
        ring: setup.ring,
        id: stamp.id,
        issued: stamp.issued,
        world: setup.world,
        reason: ReasonName::Withdrawn,
        targets: orders.to_vec(),
        cap: None,
        ext: None,
    });
    Ok(Draft { envelope: statement.envelope()?, cap: Vec::new() })
}

/// An order signed ahead: who may raise alerts alone, of what, where and when.
#[derive(Clone, Debug)]
pub struct ArmingOrder {
    /// Persons and feeds, as the ring names them.
    pub who: Vec<String>,
    /// Zones, each by its id: no wildcard.
    pub zones: Vec<String>,
    /// Templates of first alerts; hazards and stages follow from them.
    pub templates: Vec<Template>,
    /// The first second.
    pub from: i64,
    /// The last second.
    pub until: i64,
    /// The longest life of an alert under it, in seconds; at most 900 is the custom.
    pub life: i64,
}

/// Drafts an arming order: two officers sign it.
///
/// # Errors
/// What receivers would refuse.
pub fn arm(setup: &Setup, stamp: Stamp, order: &ArmingOrder) -> Result<Draft, DraftError> {
    let in_order = |hazard: Hazard| order.templates.iter().any(|template| template.hazard == hazard);
    let at_stage = |stage: Stage| order.templates.iter().any(|template| template.stage == stage);
    let statement = Statement::Arming(hinan_trust::statement::Arming {
        v: hinan_trust::statement::VERSION,
        scope: setup.scope,
        ring: setup.ring,
        id: stamp.id,
        issued: stamp.issued,
        who: order.who.clone(),
        zones: order.zones.clone(),
        hazards: Hazard::ALL.into_iter().filter(|&hazard| in_order(hazard)).collect(),
        stages: Stage::ALL.into_iter().filter(|&stage| at_stage(stage)).collect(),
        templates: order.templates.iter().map(|template| template.id()).collect(),
        from: order.from,
        until: order.until,
        life: order.life,
        ext: None,
    });
    Ok(Draft { envelope: statement.envelope()?, cap: Vec::new() })
}

fn world_of(setup: &Setup, targets: &[Issued]) -> WorldName {
    let is_drill = targets.iter().any(|target| target.drill);
    if is_drill { WorldName::Drill } else { setup.world }
}

/// What CAP calls a message of a kind.
pub(crate) const fn message_type(kind: Kind) -> MsgType {
    match kind {
        Kind::Alert => MsgType::Alert,
        Kind::Update | Kind::Clear | Kind::Lapsed => MsgType::Update,
        Kind::CancelError | Kind::CancelWithdrawn | Kind::Hold => MsgType::Cancel,
    }
}

/// A composer for a message about alerts.
fn about<'a>(
    setup: &'a Setup,
    stamp: Stamp,
    targets: &[Issued],
    kind: Kind,
) -> Result<Composer<'a>, DraftError> {
    let (template, areas) = sternest(targets, kind)?;
    Ok(Composer {
        setup,
        stamp,
        template,
        drill: targets.iter().any(|target| target.drill),
        areas,
        impact_at: None,
        expires: stamp.issued + WORD_STANDS,
        about: targets.iter().map(|target| target.alert.issued).min(),
    })
}

/// What is said about alerts: of their hazard, sternest stage and places.
pub(crate) fn sternest(targets: &[Issued], kind: Kind) -> Result<(Template, Vec<CapArea>), DraftError> {
    let first = targets.first().ok_or(DraftError::NoTarget)?;
    if targets.iter().any(|target| target.drill != first.drill) {
        return Err(DraftError::MixedWorlds);
    }
    if targets.iter().any(|target| target.alert.hazard != first.alert.hazard) {
        return Err(DraftError::MixedHazards);
    }
    let stage = targets.iter().map(|target| target.alert.stage).max().unwrap_or(first.alert.stage);
    let mut areas: Vec<CapArea> = Vec::new();
    for area in targets.iter().flat_map(Issued::areas) {
        if !areas.contains(area) {
            areas.push(area.clone());
        }
    }
    Ok((Template { hazard: first.alert.hazard, stage, kind }, areas))
}

/// Everything that a message says.
pub(crate) struct Composer<'a> {
    pub(crate) setup: &'a Setup,
    pub(crate) stamp: Stamp,
    pub(crate) template: Template,
    pub(crate) drill: bool,
    pub(crate) areas: Vec<CapArea>,
    pub(crate) impact_at: Option<i64>,
    pub(crate) expires: i64,
    pub(crate) about: Option<i64>,
}

impl Composer<'_> {
    fn message(&self, targets: &[Issued]) -> Result<Vec<u8>, DraftError> {
        if self.setup.languages.is_empty() {
            return Err(DraftError::NoLanguage);
        }
        let infos: Result<Vec<Info>, NoSuchPair> =
            self.setup.languages.iter().map(|&language| self.info(language)).collect();
        let references = targets.iter().map(Issued::reference).collect();
        let message = Cap { infos: infos?, ..self.head(references) };
        hinan_cap::write(&message).map_err(|complaints| {
            DraftError::Cap(
                complaints.iter().map(|it| format!("{} {}: {}", it.path, it.code, it.reason)).collect(),
            )
        })
    }

    /// The message without what is told.
    pub(crate) fn head(&self, references: Vec<Reference>) -> Cap {
        Cap {
            identifier: format!("hinan-{}", self.stamp.id),
            sender: self.setup.sender.clone(),
            sent: self.moment(self.stamp.issued),
            status: self.status(),
            msg_type: message_type(self.template.kind),
            source: None,
            scope: Scope::Public,
            restriction: None,
            addresses: Vec::new(),
            codes: Vec::new(),
            note: self.note().map(str::to_owned),
            references,
            incidents: Vec::new(),
            infos: Vec::new(),
            extensions: Vec::new(),
        }
    }

    fn status(&self) -> Status {
        match self.setup.world {
            WorldName::Lab => Status::Test,
            _ if self.drill => Status::Exercise,
            _ => Status::Actual,
        }
    }

    /// CAP wants to know why a message is called back, and which exercise this is.
    fn note(&self) -> Option<&'static str> {
        match self.template.kind {
            Kind::CancelError => Some("sent in error"),
            Kind::CancelWithdrawn => Some("right when sent, no longer expected"),
            Kind::Hold => Some("reported as an error by one officer; a second is awaited"),
            _ if self.drill => Some("a drill: practise it"),
            _ => None,
        }
    }

    fn moment(&self, unix: i64) -> Moment {
        Moment { unix, offset_minutes: self.setup.offset_minutes }
    }

    fn at(&self, unix: i64) -> At {
        At { unix, offset_minutes: self.setup.offset_minutes }
    }

    /// The texts of one language.
    pub(crate) fn rendering(&self, language: Language) -> Result<Rendering, NoSuchPair> {
        let warns = self.template.kind.warns();
        let places: Vec<String> = self.areas.iter().map(|area| area.description.clone()).collect();
        Texts::of(language).alert(&Saying {
            kind: self.template.kind,
            hazard: self.template.hazard,
            stage: self.template.stage,
            drill: self.drill,
            places: &places,
            issued: self.at(self.stamp.issued),
            impact: self.impact_at.map(|unix| self.at(unix)),
            until: warns.then(|| self.at(self.expires)),
            about: self.about.map(|unix| self.at(unix)),
        })
    }

    /// A block.
    pub(crate) fn info(&self, language: Language) -> Result<Info, NoSuchPair> {
        let texts = Texts::of(language);
        let said = self.rendering(language)?;
        let (urgency, severity, certainty) = self.template.grade();
        let pair = |name: &str, value: String| Pair { name: name.to_owned(), value };
        let drill = if self.drill { format!("{}: ", texts.alert_drill()) } else { String::new() };
        Ok(Info {
            language: Some(language.code().to_owned()),
            categories: vec![self.template.category()],
            event: format!("{drill}{}", texts.hazard(self.template.hazard)),
            responses: vec![self.template.response()],
            urgency,
            severity,
            certainty,
            audience: None,
            event_codes: event::codes(self.template.hazard).to_vec(),
            effective: None,
            onset: self.impact_at.map(|unix| self.moment(unix)),
            expires: Some(self.moment(self.expires)),
            sender_name: Some(self.setup.sender_name.clone()),
            headline: Some(said.headline),
            description: Some(said.description),
            instruction: Some(said.instruction),
            web: self.setup.web.clone(),
            contact: self.setup.contact.clone(),
            parameters: vec![
                pair(PARAMETER_TEMPLATE, self.template.id()),
                pair(PARAMETER_90, said.short90),
                pair(PARAMETER_360, said.short360),
                pair(PARAMETER_LONG, said.long),
                pair(PARAMETER_SPEECH, said.speech),
            ],
            resources: Vec::new(),
            areas: self.areas.clone(),
        })
    }
}
