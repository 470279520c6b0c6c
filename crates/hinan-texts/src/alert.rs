//! What an alert says, composed: an order by hazard and stage, what to do, what to do where no
//! shelter is in time, where to hear the official word. Only the places and the times are filled in;
//! no officer writes a sentence at three in the morning (Valencia, October 2024).
//!
//! [`Texts::alert`] gives every form at once: CAP's headline, description and instruction, the
//! lengths of the channels ([`Channel`]), and what a voice reads. A text that is too long loses names
//! of places first, whole ones, then the sentences that weigh least; never the order, never a part of
//! a word. A drill begins and ends with the word of the drill in every form.

mod length;
mod moment;
mod place;
mod speech;

use hinan_model::late::Where;
use hinan_model::{Hazard, Stage, WhenLate, Wording as _};

pub use length::{Alphabet, Channel, alphabet, fits, units};
pub use moment::At;

use crate::Texts;
use place::Places;

/// What a message does, as people are told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Warns.
    Alert,
    /// Warns anew, in the place of an earlier one.
    Update,
    /// Calls back what should never have been sent.
    CancelError,
    /// Calls back what was right and is no longer expected.
    CancelWithdrawn,
    /// One person reported it as an error; a second is to decide.
    Hold,
    /// Says that the danger is over.
    Clear,
    /// Nobody confirms it any longer, and nobody ended it (law 7).
    Lapsed,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 7] = [
        Kind::Alert,
        Kind::Update,
        Kind::CancelError,
        Kind::CancelWithdrawn,
        Kind::Hold,
        Kind::Clear,
        Kind::Lapsed,
    ];

    /// The name in files and in ids of templates: `alert`, `cancel-error`, ...
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Alert => "alert",
            Kind::Update => "update",
            Kind::CancelError => "cancel-error",
            Kind::CancelWithdrawn => "cancel-withdrawn",
            Kind::Hold => "hold",
            Kind::Clear => "clear",
            Kind::Lapsed => "lapsed",
        }
    }

    /// Whether it warns: only then the pair of hazard and stage must make sense.
    pub const fn warns(self) -> bool {
        matches!(self, Kind::Alert | Kind::Update)
    }
}

/// What is filled into an alert, and nothing else is.
#[derive(Clone, Debug)]
pub struct Saying<'a> {
    /// What it does.
    pub kind: Kind,
    /// The danger.
    pub hazard: Hazard,
    /// How near it is; of what calls back or ends, the stage of the alert that it is about.
    pub stage: Stage,
    /// Whether it is practised.
    pub drill: bool,
    /// Names of the places, the most important first; none: "this area".
    pub places: &'a [String],
    /// When it was issued. Times of another day are told with their day.
    pub issued: At,
    /// When the danger arrives.
    pub impact: Option<At>,
    /// Until when it is confirmed.
    pub until: Option<At>,
    /// When the alert was issued that it is about.
    pub about: Option<At>,
}

/// An alert in one language, in every form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendering {
    /// The order, the danger and the place; at most 160 letters.
    pub headline: String,
    /// What, where, when.
    pub description: String,
    /// What to do.
    pub instruction: String,
    /// [`Channel::Short90`].
    pub short90: String,
    /// [`Channel::Short360`].
    pub short360: String,
    /// [`Channel::Long`].
    pub long: String,
    /// For a voice: no symbols, numbers and times in words.
    pub speech: String,
}

/// A hazard and a stage that there is no alert for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no alert '{stage}' for {hazard}: {why}")]
pub struct NoSuchPair {
    /// The hazard.
    pub hazard: Hazard,
    /// The stage.
    pub stage: Stage,
    /// Why not.
    pub why: &'static str,
}

/// Whether there is an alert for `hazard` at `stage`.
///
/// # Errors
/// Why there is none.
pub const fn pair(hazard: Hazard, stage: Stage) -> Result<(), NoSuchPair> {
    let why = match (hazard, stage) {
        (_, Stage::Clear) => "an all clear ends an alert, it is none",
        (Hazard::Earthquake, Stage::Expect) => {
            "nobody can tell minutes ahead; seconds ahead it is 'take-cover', and aftershocks are 'prepare'"
        }
        (Hazard::Chemical, Stage::Prepare) => {
            "a release is not foreseen by the hour; a cloud on its way is 'expect'"
        }
        _ => return Ok(()),
    };
    Err(NoSuchPair { hazard, stage, why })
}

/// The pairs of hazard and stage that there are alerts for, in the order of the design.
pub fn pairs() -> impl Iterator<Item = (Hazard, Stage)> {
    Hazard::ALL
        .into_iter()
        .flat_map(|hazard| Stage::ALL.map(|stage| (hazard, stage)))
        .filter(|&(hazard, stage)| pair(hazard, stage).is_ok())
}

/// The most letters of names in a description.
const PLACES: usize = 1_600;
/// The most letters of names that a voice reads.
const SPOKEN_PLACES: usize = 160;

/// A sentence behind the first one, and how much it weighs: the lowest rank is dropped last.
struct Sentence {
    rank: u8,
    text: String,
}

/// What is composed, with all that the forms share.
struct Composer<'a> {
    texts: &'a Texts,
    saying: &'a Saying<'a>,
    places: Places,
    spoken: bool,
}

/// Alerts.
impl Texts {
    /// An alert in every form.
    ///
    /// # Errors
    /// A hazard and a stage that there is no alert for; only for kinds that warn.
    pub fn alert(&self, saying: &Saying<'_>) -> Result<Rendering, NoSuchPair> {
        if saying.kind.warns() {
            pair(saying.hazard, saying.stage)?;
        }
        let composer = Composer { texts: self, saying, places: Places::new(saying.places), spoken: false };
        let clock =
            Sentence { rank: 0, text: self.get("alert-clock", &[("time", composer.issued().into())]) };
        let all = composer.sentences();
        Ok(Rendering {
            headline: composer.fit(&[], Channel::Headline),
            description: composer.description(),
            instruction: composer.instruction(),
            short90: composer.fit(&[clock], Channel::Short90),
            short360: composer.fit(&all, Channel::Short360),
            long: composer.fit(&all, Channel::Long),
            speech: Composer { spoken: true, places: Places::new(saying.places), ..composer }.speech(),
        })
    }

    /// The order of an alert alone, without its end: `Take cover now`.
    pub fn alert_order(&self, kind: Kind, hazard: Hazard, stage: Stage) -> String {
        match kind {
            Kind::Alert | Kind::Update => self.word(&format!("alert-order-{hazard}-{stage}")),
            Kind::CancelError => self.word("alert-cancel-error-order"),
            Kind::CancelWithdrawn => self.word("alert-cancel-withdrawn-order"),
            Kind::Clear => self.word("alert-clear-order"),
            Kind::Hold => self.get("alert-hold-order", &[("order", self.keep(hazard).into())]),
            Kind::Lapsed => self.get("alert-lapsed-order", &[("order", self.keep(hazard).into())]),
        }
    }

    /// The name of a kind, or of the drill.
    pub fn alert_kind(&self, kind: Kind, drill: bool) -> String {
        if drill && kind.warns() {
            return self.word("alert-kind-drill");
        }
        self.word(match kind {
            Kind::Alert => "alert-kind-alert",
            Kind::Update => "alert-kind-update",
            Kind::CancelError => "alert-kind-cancel-error",
            Kind::CancelWithdrawn => "alert-kind-cancel-withdrawn",
            Kind::Hold => "alert-kind-hold",
            Kind::Clear => "alert-kind-clear",
            Kind::Lapsed => "alert-kind-lapsed",
        })
    }

    /// The name of a stage.
    pub fn alert_stage(&self, stage: Stage) -> String {
        self.word(match stage {
            Stage::Clear => "alert-stage-clear",
            Stage::Prepare => "alert-stage-prepare",
            Stage::Expect => "alert-stage-expect",
            Stage::TakeCover => "alert-stage-take-cover",
        })
    }

    /// The word of the drill.
    pub fn alert_drill(&self) -> String {
        self.word("alert-drill-word")
    }

    /// What is shown beside an alert that one officer signed and a second is to.
    pub fn alert_second_awaited(&self) -> String {
        self.word("alert-second-awaited")
    }

    /// What holds while it is not known whether an alert holds: nobody is sent back into danger, and
    /// nobody is told to sit out water, fire, slopes or gas (`safety.md`, rule 1).
    fn keep(&self, hazard: Hazard) -> String {
        self.word(match hazard {
            Hazard::AirRaid | Hazard::Earthquake | Hazard::Radiological => "alert-keep-stay",
            Hazard::Tsunami | Hazard::Flood | Hazard::StormSurge => "alert-keep-up",
            Hazard::Landslide | Hazard::Fire | Hazard::Volcano | Hazard::Chemical => "alert-keep-away",
        })
    }

    fn sentences_in_row(&self, sentences: impl IntoIterator<Item = String>) -> String {
        let join = |first: String, second: String| {
            self.get("alert-sentences", &[("first", first.into()), ("second", second.into())])
        };
        sentences.into_iter().reduce(join).unwrap_or_default()
    }
}

impl Composer<'_> {
    /// Head and sentences in as much as `channel` carries.
    fn fit(&self, sentences: &[Sentence], channel: Channel) -> String {
        let everything: Vec<&Sentence> = sentences.iter().collect();
        // A name that may yet be left out counts: what fits then fits in either alphabet.
        let alphabet = self.places.alphabet().max(alphabet(&self.put_together("", &everything)));
        let most = channel.most(alphabet);
        let left = |with: &[&Sentence]| most.saturating_sub(units(&self.put_together("", with), alphabet));
        // Names get a third of the room, more where sentences leave it.
        let place = self.place(left(&[]).min(most / 3), alphabet);
        let mut by_rank = everything;
        by_rank.sort_by_key(|sentence| sentence.rank);
        let mut kept: Vec<&Sentence> = Vec::new();
        for sentence in by_rank {
            kept.push(sentence);
            if units(&self.put_together(&place, &kept), alphabet) > most {
                kept.pop();
            }
        }
        let in_order: Vec<&Sentence> =
            sentences.iter().filter(|one| kept.iter().any(|other| std::ptr::eq(*one, *other))).collect();
        self.put_together(&self.place(left(&in_order), alphabet), &in_order)
    }

    fn put_together(&self, place: &str, sentences: &[&Sentence]) -> String {
        let head = self.head(place);
        let rest = sentences.iter().map(|sentence| sentence.text.clone());
        self.around(self.texts.sentences_in_row([head].into_iter().chain(rest)))
    }

    /// A drill's text between its word and its word.
    fn around(&self, text: String) -> String {
        if !self.saying.drill {
            return text;
        }
        let word = if self.spoken { self.texts.word("alert-drill-say") } else { self.texts.alert_drill() };
        self.texts.get("alert-drill-around", &[("word", word.into()), ("text", text.into())])
    }

    fn place(&self, room: usize, alphabet: Alphabet) -> String {
        self.places.told(self.texts, room, alphabet)
    }

    /// The order, the danger, the place.
    fn head(&self, place: &str) -> String {
        let order = self.order();
        let hazard = self.texts.hazard(self.saying.hazard);
        let arguments = [("order", order.into()), ("hazard", hazard.into()), ("place", place.into())];
        self.texts.get("alert-head", &arguments)
    }

    fn order(&self) -> String {
        self.texts.alert_order(self.saying.kind, self.saying.hazard, self.saying.stage)
    }

    fn time(&self, at: At) -> String {
        self.texts.moment(at, self.saying.issued, self.spoken)
    }

    fn issued(&self) -> String {
        self.time(self.saying.issued)
    }

    fn timed(&self, id: &str, at: Option<At>, rank: u8) -> Option<Sentence> {
        let text = self.texts.get(id, &[("time", self.time(at?).into())]);
        Some(Sentence { rank, text })
    }

    /// What stands behind the head, in the order in which it is read.
    fn sentences(&self) -> Vec<Sentence> {
        let drill = self.saying.drill.then(|| self.plain("alert-drill-do", 0));
        let [action, late_indoors, late_outdoors, listen] = self.what_to_do();
        [
            drill,
            self.timed("alert-issued", Some(self.saying.issued), 3),
            self.timed("alert-impact", self.saying.impact, 1),
            self.earlier(6),
            action,
            late_indoors,
            late_outdoors,
            listen,
            self.timed("alert-until", self.saying.until, 8),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The alert that it replaces, calls back or ends.
    fn earlier(&self, rank: u8) -> Option<Sentence> {
        let id = if self.saying.kind == Kind::Update { "alert-replaces" } else { "alert-about" };
        self.timed(id, self.saying.about, rank)
    }

    /// What to do, what to do where no shelter is in time, where to listen.
    fn what_to_do(&self) -> [Option<Sentence>; 4] {
        let saying = self.saying;
        let (hazard, stage) = (saying.hazard, saying.stage);
        let action = match saying.kind {
            Kind::Alert | Kind::Update => self.plain(&format!("alert-do-{hazard}-{stage}"), 2),
            Kind::CancelError => self.plain("alert-cancel-error-do", 2),
            Kind::CancelWithdrawn => self.plain("alert-cancel-withdrawn-do", 2),
            Kind::Hold => self.plain("alert-hold-do", 2),
            Kind::Lapsed => self.plain("alert-lapsed-do", 2),
            Kind::Clear => self.plain(&format!("alert-clear-do-{hazard}"), 2),
        };
        let late = |id: &str, place, rank| {
            let order = self.texts.late(WhenLate::to(hazard, place));
            let text = self.texts.get(id, &[("order", order.into())]);
            saying.kind.warns().then_some(Sentence { rank, text })
        };
        [
            Some(action),
            late("alert-late-indoors", Where::Indoors, 4),
            late("alert-late-outdoors", Where::Outdoors, 7),
            Some(self.plain("alert-listen", 5)),
        ]
    }

    fn plain(&self, id: &str, rank: u8) -> Sentence {
        Sentence { rank, text: self.texts.word(id) }
    }

    /// What, where, when.
    fn description(&self) -> String {
        let saying = self.saying;
        let stage = if saying.kind == Kind::Clear { Stage::Clear } else { saying.stage };
        let place = self.place(PLACES, Alphabet::Ucs2);
        let what = self.texts.get(
            "alert-what",
            &[
                ("hazard", self.texts.hazard(saying.hazard).into()),
                ("stage", self.texts.alert_stage(stage).into()),
                ("place", place.into()),
            ],
        );
        let times = [
            self.timed("alert-issued", Some(saying.issued), 0),
            self.timed("alert-impact", saying.impact, 0),
            self.timed("alert-until", saying.until, 0),
            self.earlier(0),
        ];
        let rest = times.into_iter().flatten().map(|sentence| sentence.text);
        self.around(self.texts.sentences_in_row([what].into_iter().chain(rest)))
    }

    /// The order and all that belongs to it.
    fn instruction(&self) -> String {
        let order = self.texts.get("alert-order-end", &[("order", self.order().into())]);
        let drill = self.saying.drill.then(|| self.plain("alert-drill-do", 0));
        let rest = drill.into_iter().chain(self.what_to_do().into_iter().flatten());
        self.around(
            self.texts.sentences_in_row([order].into_iter().chain(rest.map(|sentence| sentence.text))),
        )
    }

    /// Everything, for a voice.
    fn speech(&self) -> String {
        let sentences = self.sentences();
        let all: Vec<&Sentence> = sentences.iter().collect();
        let place = self.place(SPOKEN_PLACES, Alphabet::Ucs2);
        self.texts.spoken(&self.put_together(&place, &all))
    }
}
