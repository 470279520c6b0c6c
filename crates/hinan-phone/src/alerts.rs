//! `alerts`: what is in force here and now, in the order of the screen.

use std::cmp::Reverse;

use hinan_alert::ground::Meaning;
use hinan_alert::life::life_within;
use hinan_alert::near::{Whereabouts, Why, plausible_fix, touches};
use hinan_alert::notice::{Name, Notice, Reason, Standing, Warning, World};
use hinan_alert::{Gazetteer, Ground, Life, Line, State};
use hinan_cap::message::{Alert, Info};
use hinan_city::{City, Question};
use hinan_model::late::Where;
use hinan_model::{Ds, Place, Stage, Threat, WhenLate, Wording as _};
use hinan_texts::Texts;
use hinan_texts::alert::{At, Kind as Said};
use hinan_trust::{Context, Digest, Kind, Note, Shown, Tone, ZONE_SCHEME};
use serde::Serialize;
use serde_json::{Value, json};

use crate::city::Opened;
use crate::failure::Failure;
use crate::members::Members;
use crate::messages::{ClockGiven, ring_relays};
use crate::plans::left;
use crate::state::Held;
use crate::whereabouts::{self, fix_name, why_name};

/// What was ended is told so long, in seconds.
const ENDED: i64 = 86_400;
/// A page that heard of nobody for so long says so loudly, in seconds.
const CONTACT_LOST: i64 = 120;
/// The most corners of outlines that are handed out with an alert.
const MOST_CORNERS: usize = 5_000;

/// The answer.
#[derive(Serialize)]
struct Answer<'a> {
    now: i64,
    relays: Vec<String>,
    ring_relays: Vec<&'a str>,
    digest: String,
    ruling: Option<usize>,
    stage: Option<&'static str>,
    position: &'static str,
    contact: Option<Value>,
    alerts: Vec<Told<'a>>,
}

/// One alert as the screen needs it.
#[derive(Serialize)]
struct Told<'a> {
    name: Digest,
    world: &'static str,
    drill: bool,
    shown: &'static str,
    tone: &'static str,
    state: &'static str,
    until: Option<i64>,
    kind: &'static str,
    stage: &'static str,
    hazard: Option<&'static str>,
    standing: &'static str,
    second_awaited: bool,
    concerns: bool,
    why: &'static str,
    remembered: Option<usize>,
    place_unknown: bool,
    issued: i64,
    age_s: i64,
    impact_at: Option<i64>,
    expires: Option<i64>,
    left_ds: Option<Ds>,
    budget_ds: Option<Ds>,
    alert: Value,
    order: String,
    late: String,
    drill_word: Option<String>,
    headline: &'a str,
    description: &'a str,
    instruction: &'a str,
    language: &'a str,
    area: String,
    sender: &'a str,
    issued_words: String,
    impact_words: Option<String>,
    until_words: Option<String>,
    first_seen: Option<i64>,
    notes: Vec<&'static str>,
    by: Option<Digest>,
    reason: Option<&'static str>,
    polygons: Vec<Vec<[f64; 2]>>,
    circles: Vec<[f64; 3]>,
    #[serde(skip)]
    rank: Rank,
}

/// The order of the screen: the world, whether it goes on, whom it concerns, how stern, how soon.
type Rank = (u8, u8, u8, Reverse<Stage>, i64, Reverse<i64>, Digest);

/// What holds for all of them.
struct Scene<'a> {
    opened: Option<&'a Opened>,
    held: &'a Held,
    life: &'a Life<'a>,
    now: i64,
    texts: &'static Texts,
    lang: String,
    offset_minutes: i16,
    walker: Option<String>,
    whereabouts: &'a Whereabouts,
    gazetteer: Gazetteer,
    caps: &'a [(Name, Alert)],
}

/// The answer to `alerts`.
pub fn answer(opened: Option<&Opened>, held: &mut Held, mut members: Members) -> Result<Value, Failure> {
    let clock = ClockGiven::read(&mut members)?;
    let lang = members.word("lang")?;
    let texts = Texts::of(lang.as_deref().and_then(|lang| lang.parse().ok()).unwrap_or_default());
    let offset = members.whole("utc_offset_minutes", -1080..=1080)?.unwrap_or(0) as i16;
    let walker = members.word("walker")?;
    let pack = opened.and_then(|opened| opened.region.meta().bounds);
    let whereabouts = whereabouts::read(&mut members, pack)?;
    let contact = members.moment("last_contact")?;
    members.done()?;
    let told = clock.told(held);
    let held = &*held;
    let notices = held.store.notices(&held.trust, told.now);
    let life = life_within(&held.trust.limits(), &notices, told.now);
    let caps = read_caps(held, &notices);
    let zones = opened.map_or(&[][..], |opened| opened.region.zones());
    let scene = Scene {
        opened,
        held,
        life: &life,
        now: told.now,
        texts,
        lang: lang.unwrap_or_default(),
        offset_minutes: offset,
        walker,
        whereabouts: &whereabouts,
        gazetteer: Gazetteer::of_zones(ZONE_SCHEME, zones),
        caps: &caps,
    };
    let mut alerts: Vec<Told<'_>> = life.lines().iter().filter_map(|line| scene.told(line)).collect();
    alerts.sort_by_key(|alert| alert.rank);
    let ruling =
        alerts.iter().position(|alert| alert.world == "live" && alert.state == "in-force" && alert.concerns);
    let answer = Answer {
        now: told.now,
        relays: told.relays,
        ring_relays: ring_relays(held),
        digest: hinan_trust::Hex(life.active(World::Live).digest).to_string(),
        ruling,
        stage: ruling.and_then(|at| alerts.get(at)).map(|alert| alert.stage),
        position: fix_name(plausible_fix(&whereabouts, told.now)),
        contact: contact.map(|contact| {
            let age = told.now.saturating_sub(contact).max(0);
            json!({ "age_s": age, "is_lost": age > CONTACT_LOST })
        }),
        alerts,
    };
    serde_json::to_value(answer).map_err(|error| Failure::engine(error.to_string()))
}

/// The CAP messages of all that is kept, read once.
fn read_caps(held: &Held, notices: &[Notice]) -> Vec<(Name, Alert)> {
    let read = held.kept.iter().filter_map(|((_, digest), kept)| {
        let name = Name::from(*digest);
        // In the order of their names.
        notices.binary_search_by_key(&name, |notice| notice.name).ok()?;
        let alert = hinan_cap::read(kept.cap.as_deref()?, hinan_cap::Mode::Tolerant).alert?;
        Some((name, alert))
    });
    read.collect()
}

/// How a line is told; nothing where there is nothing to tell.
struct Telling {
    state: &'static str,
    shown: Option<Shown>,
    until: Option<i64>,
    by: Option<Name>,
    said: Said,
    is_over: bool,
}

fn telling(line: &Line<'_>, is_update: bool) -> Option<Telling> {
    let warns = if is_update { Said::Update } else { Said::Alert };
    let of =
        |state, shown, until, by, said, is_over| Some(Telling { state, shown, until, by, said, is_over });
    match line.state {
        State::InForce { until } => of("in-force", None, Some(until), None, warns, false),
        State::OnHold { until, by } => {
            of("on-hold", Some(Shown::Hold), Some(until), Some(by), Said::Hold, false)
        }
        State::Unconfirmed { until } => {
            of("unconfirmed", Some(Shown::Unconfirmed), Some(until), None, warns, false)
        }
        State::Lapsed { since, .. } => {
            of("lapsed", Some(Shown::NoLongerConfirmed), Some(since), None, Said::Lapsed, false)
        }
        State::Cancelled { by, reason } => {
            let said = match reason {
                Reason::Error => Said::CancelError,
                Reason::Withdrawn => Said::CancelWithdrawn,
            };
            of("cancelled", Some(Shown::Cancelled), None, Some(by), said, true)
        }
        State::Cleared { by } => of("cleared", Some(Shown::Cleared), None, Some(by), Said::Clear, true),
        State::CutShort { by } => of("cut-short", Some(Shown::Past), None, Some(by), warns, true),
        State::Superseded { .. }
        | State::Blocked { .. }
        | State::Pending
        | State::Acting
        | State::Stored
        | State::Powerless => None,
    }
}

impl<'a> Scene<'a> {
    fn cap(&self, name: Name) -> Option<&'a Alert> {
        self.caps.iter().find(|(known, _)| *known == name).map(|(_, alert)| alert)
    }

    /// The block of a message in the reader's language, else in English, else its first.
    fn info(&self, alert: Option<&'a Alert>) -> Option<&'a Info> {
        let infos = &alert?.infos;
        let main = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let tag = |info: &Info| info.language.as_deref().unwrap_or("en-US").to_ascii_lowercase();
        let wanted = self.lang.to_ascii_lowercase();
        infos
            .iter()
            .find(|info| tag(info) == wanted)
            .or_else(|| infos.iter().find(|info| main(&tag(info)) == main(&wanted)))
            .or_else(|| infos.iter().find(|info| main(&tag(info)) == "en"))
            .or_else(|| infos.first())
    }

    fn ground(&self, warning: &Warning, cap: Option<&Alert>) -> Ground {
        match cap {
            Some(alert) => Ground::of(alert.infos.iter().flat_map(|info| &info.areas), &self.gazetteer),
            None => Ground::of_zones(ZONE_SCHEME, warning.zones.iter().map(String::as_str), &self.gazetteer),
        }
    }

    /// What it is shown as and how it sounds, once it is known whom it concerns.
    fn look(&self, line: &Line<'_>, why: Why) -> (Option<Shown>, Tone, Vec<Note>, Option<i64>) {
        let digest = Digest::from(line.notice.name);
        let kind = if line.notice.world == World::Drill { Kind::Drill } else { Kind::Alert };
        let first_seen = self.held.kept.get(&(kind, digest)).map(|kept| kept.first_seen);
        let context = Context { near: whereabouts::near(why), first_seen, ..self.held.context(self.now) };
        let envelope = self.held.store.envelope(&self.held.trust, kind, digest);
        let Some(envelope) = envelope else { return (None, Tone::None, Vec::new(), first_seen) };
        let decision = self.held.store.decide(&self.held.trust, &envelope.to_json(), None, &context);
        let look = decision.belief().map(|belief| belief.look);
        (look.map(|look| look.shown), look.map_or(Tone::None, |look| look.tone), decision.notes, first_seen)
    }

    /// How much time the danger leaves where the person is or wants to be warned for.
    fn budget(&self, warning: &Warning) -> Option<Ds> {
        let here = self.whereabouts;
        let place: Option<Place> = here.start.or(here.poster).or(here.remembered.first().copied());
        let threat = Threat::of(warning.hazard?);
        let question = Question { threat: Some(threat), walker: self.walker.clone(), ..Question::default() };
        let settled = self.opened.and_then(|opened| City::ask(&opened.region, question).ok());
        settled.and_then(|city| city.budget(place)).map(|budget| budget.time)
    }

    fn told(&self, line: &Line<'a>) -> Option<Told<'a>> {
        let (warning, notice) = (line.warning()?, line.notice);
        let is_update = matches!(notice.act, hinan_alert::notice::Act::Update(_));
        let telling = telling(line, is_update)?;
        let ender = telling.by.and_then(|by| self.life.named(by).first()).map(|line| line.notice);
        if telling.is_over && ender.is_some_and(|ender| self.now.saturating_sub(ender.issued) > ENDED) {
            return None;
        }
        let own = self.cap(notice.name);
        let ground = self.ground(warning, own);
        let why = touches(&ground, self.whereabouts, self.now);
        let (look, tone, notes, first_seen) = self.look(line, why);
        // What the rules of trust show as nothing is told as nothing.
        let shown = match (telling.shown, look?) {
            (_, Shown::Nothing) if telling.state == "in-force" => return None,
            (Some(Shown::NoLongerConfirmed), Shown::Past) => Shown::Past,
            (Some(shown), _) => shown,
            (None, shown) => shown,
        };
        let may_sound = line.state.may_sound(self.now) && why.concerns();
        let saying = if telling.is_over { telling.by.and_then(|by| self.cap(by)).or(own) } else { own };
        let info = self.info(saying);
        let budget = self.budget(warning);
        let left = match (warning.impact_at, budget) {
            (None, None) => None,
            (impact_at, budget) => Some(left(impact_at, notice.issued, budget.unwrap_or(Ds::ZERO), self.now)),
        };
        let text = |text: Option<&'a String>| text.map_or("", String::as_str);
        let at = |unix: i64| At { unix, offset_minutes: self.offset_minutes };
        let moment = |unix: i64| self.texts.moment_told(at(unix), at(self.now));
        let world = notice.world;
        Some(Told {
            name: Digest::from(notice.name),
            world: match world {
                World::Live => "live",
                World::Drill => "drill",
                World::Lab => "lab",
            },
            drill: world != World::Live,
            shown: shown.name(),
            tone: if may_sound { tone.name() } else { Tone::None.name() },
            state: telling.state,
            until: telling.until,
            kind: if is_update { "update" } else { "alert" },
            stage: warning.stage.name(),
            hazard: warning.hazard.map(hinan_model::Hazard::name),
            standing: match line.standing {
                Standing::Full => "full",
                Standing::Armed => "armed",
                Standing::Solo => "solo",
                Standing::Pending => "pending",
                Standing::Unconfirmed => "unconfirmed",
            },
            second_awaited: matches!(line.standing, Standing::Solo | Standing::Pending),
            concerns: why.concerns(),
            why: why_name(why),
            remembered: if let Why::AtRemembered(number) = why { Some(number) } else { None },
            place_unknown: ground.is_open(),
            issued: notice.issued,
            age_s: self.now.saturating_sub(notice.issued).max(0),
            impact_at: warning.impact_at,
            expires: warning.expires,
            left_ds: left,
            budget_ds: budget,
            alert: json!({ "issued": notice.issued, "impact_at": warning.impact_at, "now": self.now }),
            order: warning.hazard.map_or_else(String::new, |hazard| {
                self.texts.alert_order(telling.said, hazard, warning.stage)
            }),
            late: warning
                .hazard
                .filter(|_| telling.said.warns())
                .map_or_else(String::new, |hazard| self.texts.late(WhenLate::to(hazard, Where::Indoors))),
            drill_word: (world != World::Live).then(|| self.texts.alert_drill()),
            headline: text(info.and_then(|info| info.headline.as_ref())),
            description: text(info.and_then(|info| info.description.as_ref())),
            instruction: text(info.and_then(|info| info.instruction.as_ref())),
            language: info.map_or("", |info| info.language.as_deref().unwrap_or("en-US")),
            area: self.area(warning, info),
            sender: info
                .and_then(|info| info.sender_name.as_deref())
                .or(saying.map(|alert| alert.sender.as_str()))
                .unwrap_or_default(),
            issued_words: moment(notice.issued),
            impact_words: warning.impact_at.map(moment),
            until_words: telling.until.map(moment),
            first_seen,
            notes: notes.iter().map(|note| note.code()).collect(),
            by: telling.by.map(Digest::from),
            reason: match line.state {
                State::Cancelled { reason: Reason::Error, .. } => Some("error"),
                State::Cancelled { reason: Reason::Withdrawn, .. } => Some("withdrawn"),
                _ => None,
            },
            polygons: self.polygons(warning, own),
            circles: circles(own),
            rank: (
                world as u8,
                u8::from(telling.is_over) * 2 + u8::from(telling.state == "lapsed"),
                why.order(),
                Reverse(warning.stage),
                warning.impact_at.unwrap_or(i64::MAX),
                Reverse(notice.issued),
                Digest::from(notice.name),
            ),
        })
    }

    /// Where it holds, in words: the message's, else the names of its zones.
    fn area(&self, warning: &Warning, info: Option<&Info>) -> String {
        let told =
            info.map(|info| info.areas.iter().map(|area| area.description.as_str()).collect::<Vec<_>>());
        let zones = || {
            let zones = self.opened.map_or(&[][..], |opened| opened.region.zones());
            let name = |id: &'_ String| {
                zones.iter().find(|zone| zone.id == *id).map_or(id.clone(), |zone| zone.name.clone())
            };
            warning.zones.iter().map(name).collect::<Vec<_>>().join(", ")
        };
        hinan_texts::plain(
            &told.filter(|told| !told.is_empty()).map_or_else(zones, |told| told.join(", ")),
            400,
        )
    }

    /// Its outlines, for drawing; none where they have more corners than a page draws.
    fn polygons(&self, warning: &Warning, cap: Option<&Alert>) -> Vec<Vec<[f64; 2]>> {
        let first = cap.and_then(|alert| alert.infos.first());
        let drawn = first.into_iter().flat_map(|info| &info.areas).flat_map(|area| &area.polygons);
        let mut rings: Vec<&[Place]> = drawn.map(Vec::as_slice).collect();
        let zones = warning.zones.iter().flat_map(|zone| self.gazetteer.find(ZONE_SCHEME, zone));
        for meaning in zones {
            if let Meaning::Ground(area) = meaning {
                rings.extend(area.rings.iter().map(Vec::as_slice));
            }
        }
        if rings.iter().map(|ring| ring.len()).sum::<usize>() > MOST_CORNERS {
            return Vec::new();
        }
        rings.into_iter().map(closed).collect()
    }
}

fn closed(ring: &[Place]) -> Vec<[f64; 2]> {
    let first = ring.first().filter(|first| ring.last() != Some(first));
    ring.iter().chain(first).map(|place| [place.lon(), place.lat()]).collect()
}

/// Longitude, latitude, metres.
fn circles(cap: Option<&Alert>) -> Vec<[f64; 3]> {
    let first = cap.and_then(|alert| alert.infos.first());
    let circles = first.into_iter().flat_map(|info| &info.areas).flat_map(|area| &area.circles);
    circles
        .take(MOST_CORNERS)
        .map(|it| [it.middle.lon(), it.middle.lat(), it.radius_mm as f64 / 1000.0])
        .collect()
}
