//! What answers say in data, in sentences.

use hinan_model::clock::BudgetFrom;
use hinan_model::late::{AboveGas, Air, Aside, Away, Careful, Cover, Shaking, Up, Walls};
use hinan_model::shelter::{Access, Answer, Standing, Status};
use hinan_model::threat::NotOffered;
use hinan_model::trip::{Along, Step};
use hinan_model::wording::{Warning, WhyNone, Wording};
use hinan_model::{Ds, Hazard, HazardSet, InTime, Shelter, Threat, WhenLate, Zone};

use crate::{Texts, Value};

/// The most characters of a name that stand in a sentence.
const NAME: usize = 60;
/// The most characters of what a list notes.
const NOTE: usize = 200;
/// The most characters of an address.
const ADDRESS: usize = 80;

/// Text of a file on one line, without what steers a terminal or turns a line around, at most
/// `longest` characters.
pub fn plain(text: &str, longest: usize) -> String {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let clean = text.chars().map(|c| if steers(c) { ' ' } else { c });
    if text.chars().count() <= longest {
        return clean.collect();
    }
    clean.take(longest.saturating_sub(1)).chain(['…']).collect()
}

fn name(text: &str) -> Value<'static> {
    plain(text, NAME).into()
}

fn yes_or_no(yes: bool) -> Value<'static> {
    if yes { "yes".into() } else { "no".into() }
}

/// Numbers, times and lists.
impl Texts {
    /// `1,234,567`, as the language groups it.
    pub fn number(&self, number: u64) -> String {
        self.bundle.number(number)
    }

    /// `90 s`, `4 min 2 s`: never less than the truth.
    pub fn time(&self, time: Ds) -> String {
        if !time.is_reachable() {
            return self.word("time-unreachable");
        }
        let seconds = time.0.div_ceil(10);
        match (seconds / 60, seconds % 60) {
            _ if seconds < 90 => self.get("time-seconds", &[("seconds", seconds.into())]),
            (minutes, 0) => self.get("time-minutes", &[("minutes", minutes.into())]),
            (minutes, seconds) => {
                self.get("time-minutes-seconds", &[("minutes", minutes.into()), ("seconds", seconds.into())])
            }
        }
    }

    /// `7 min`: whole minutes, never less than the truth.
    pub fn minutes(&self, time: Ds) -> String {
        if !time.is_reachable() {
            return self.word("time-unreachable");
        }
        self.get("time-minutes", &[("minutes", time.minutes_up().into())])
    }

    /// A length of so many millimetres: to five metres below a kilometre, to a tenth of a kilometre
    /// above; rounded up, as times are.
    pub fn length(&self, mm: u64) -> String {
        let metres = mm.div_ceil(1000);
        let metres = if metres > 30 { metres.div_ceil(5) * 5 } else { metres };
        match metres {
            0..=995 => self.get("length-metres", &[("metres", metres.into())]),
            _ => {
                let hundreds = mm.div_ceil(1000).div_ceil(100);
                self.get("length-kilometres", &[("kilometres", Texts::tenths(hundreds))])
            }
        }
    }

    /// Items with the comma of the language between them.
    pub fn list(&self, items: impl IntoIterator<Item = String>) -> String {
        let join = |list: String, item: String| {
            self.get("list-and-more", &[("list", list.into()), ("item", item.into())])
        };
        items.into_iter().reduce(join).unwrap_or_default()
    }

    /// Facts or reasons, which may have commas in them, one behind the other.
    pub fn facts_in_row(&self, facts: impl IntoIterator<Item = String>) -> String {
        let join = |facts: String, fact: String| {
            self.get("fact-and-more", &[("facts", facts.into()), ("fact", fact.into())])
        };
        facts.into_iter().reduce(join).unwrap_or_default()
    }
}

/// Hazards, walkers and the clock.
impl Texts {
    /// The name of a hazard.
    pub fn hazard(&self, hazard: Hazard) -> String {
        self.word(match hazard {
            Hazard::AirRaid => "hazard-air-raid",
            Hazard::Earthquake => "hazard-earthquake",
            Hazard::Tsunami => "hazard-tsunami",
            Hazard::Flood => "hazard-flood",
            Hazard::Landslide => "hazard-landslide",
            Hazard::StormSurge => "hazard-storm-surge",
            Hazard::Fire => "hazard-fire",
            Hazard::Volcano => "hazard-volcano",
            Hazard::Radiological => "hazard-radiological",
            Hazard::Chemical => "hazard-chemical",
        })
    }

    /// The names of several hazards.
    pub fn hazards(&self, hazards: HazardSet) -> String {
        self.list(hazards.iter().map(|hazard| self.hazard(hazard)))
    }

    /// The name of what people flee from.
    pub fn threat(&self, threat: Threat) -> String {
        let and = |first: String, second: String| {
            self.get("hazard-and", &[("first", first.into()), ("second", second.into())])
        };
        let named = threat.hazards().map(|hazard| self.hazard(hazard)).reduce(and);
        named.unwrap_or_else(|| self.word("hazard-untold"))
    }

    /// What to call a walker; one that hinan has no word for keeps the name that it has in the
    /// region.
    pub fn walker(&self, walker: &str) -> String {
        let (kind, by_night) = match walker.strip_suffix("-night") {
            Some(kind) => (kind, true),
            None => (walker, false),
        };
        let called = match kind {
            "adult" => self.word("walker-adult"),
            "older" => self.word("walker-older"),
            "child" => self.word("walker-child"),
            "wheelchair" => self.word("walker-wheelchair"),
            _ => return plain(walker, NAME),
        };
        if by_night { self.get("walker-night", &[("walker", called.into())]) } else { called }
    }

    /// The walker and the pace that is assumed of him.
    pub fn pace(&self, walker: &hinan_model::Walker) -> String {
        if walker.name == hinan_model::walker::GIVEN {
            return self.word("pace-given");
        }
        // 1250 ms/m is 0.8 m/s; told to a tenth, rounded down, as nobody must be thought faster.
        let tenths = 10_000 / u64::from(walker.pace_ms_per_m.max(1));
        let id = if walker.uses_stairs() { "pace-walker" } else { "pace-walker-no-stairs" };
        self.get(id, &[("walker", self.walker(&walker.name).into()), ("pace", Texts::tenths(tenths))])
    }

    /// What a plan that needs `total` of the time that is `left` comes to.
    pub fn in_time(&self, answer: InTime, total: Ds, left: Ds) -> String {
        match answer {
            InTime::Go => {
                // Rounded down: what is to spare must not be promised too large.
                let spare = Ds(left.0.saturating_sub(total.0) / 10 * 10);
                self.get("answer-go", &[("spare", self.time(spare).into())])
            }
            InTime::GoAtOnce => self.word("answer-go-at-once"),
            InTime::OnlyIfAlreadyOutside => self.word("answer-only-if-already-outside"),
            InTime::Late if total.is_reachable() => {
                let late = Ds(total.0.saturating_sub(left.0));
                self.get("answer-late-by", &[("late", self.time(late).into())])
            }
            InTime::Late => self.word("answer-late"),
        }
    }

    /// Where the time that there is comes from.
    pub fn budget_from(&self, from: BudgetFrom) -> String {
        self.word(match from {
            BudgetFrom::Asked => "budget-asked",
            BudgetFrom::Zone => "budget-zone",
            BudgetFrom::Neighbour => "budget-neighbour",
            BudgetFrom::City => "budget-city",
            BudgetFrom::Assumed => "budget-assumed",
        })
    }

    /// How much time there is, where that comes from, and what of it is gone before the first step.
    pub fn clock(
        &self,
        threat: Option<Threat>,
        time: Ds,
        from: BudgetFrom,
        zone: Option<&Zone>,
        start: Ds,
    ) -> String {
        // To whole seconds, rounded down: nobody must think that there is more.
        let time = Ds(time.0 / 10 * 10);
        let mut arguments = vec![("time", self.time(time).into()), ("from", self.budget_from(from).into())];
        let clock = match zone {
            Some(zone) => {
                arguments.push(("zone", name(&zone.name)));
                self.get("clock-alert-zone", &arguments)
            }
            None => self.get("clock-alert", &arguments),
        };
        let clock = match threat {
            Some(threat) => {
                self.get("clock-threat", &[("threat", self.threat(threat).into()), ("clock", clock.into())])
            }
            None => clock,
        };
        let clock = ("clock", clock.into());
        match start {
            start if !start.is_reachable() => self.get("clock-stairs", &[clock]),
            Ds::ZERO => self.get("clock-end", &[clock]),
            start => self.get("clock-start", &[clock, ("start", self.time(start).into())]),
        }
    }
}

/// Shelters.
impl Texts {
    /// What a list or the map calls a kind of shelter; the words of hinan itself are translated,
    /// those of a list stay as they are.
    pub fn kind(&self, kind: Option<&str>) -> String {
        self.word(match kind {
            None => "kind-unknown",
            Some("metro station") => "kind-metro-station",
            Some("underground car park") => "kind-underground-car-park",
            Some("bomb shelter") => "kind-bomb-shelter",
            Some("air-raid shelter") => "kind-air-raid-shelter",
            Some("civil-defence shelter") => "kind-civil-defence-shelter",
            Some("personnel shelter") => "kind-personnel-shelter",
            Some("nuclear shelter") => "kind-nuclear-shelter",
            Some("fallout shelter") => "kind-fallout-shelter",
            Some(kind) => return plain(kind, NAME),
        })
    }

    /// What to call a shelter. An id alone says nothing to people, so its kind goes with it.
    pub fn title(&self, shelter: &Shelter) -> String {
        match (&shelter.name, &shelter.address, &shelter.kind) {
            (None, None, Some(kind)) => plain(&format!("{} {}", self.kind(Some(kind)), shelter.id), NAME),
            _ => plain(shelter.title(), NAME),
        }
    }

    /// What is known of a shelter, and what is not.
    pub fn facts(&self, shelter: &Shelter) -> String {
        let address = shelter.address.as_deref().filter(|address| *address != shelter.title());
        let mut facts: Vec<String> = address.map(|address| plain(address, ADDRESS)).into_iter().collect();
        facts.push(self.word(match shelter.status {
            Status::Open => "status-open",
            Status::Closed => "status-closed",
            Status::Defunct => "status-defunct",
            Status::Full => "status-full",
            Status::Unknown => "status-unknown",
        }));
        facts.push(match &shelter.hours {
            Some(hours) => self.get("hours-known", &[("hours", name(hours))]),
            None => self.word("hours-unknown"),
        });
        facts.push(self.word(match shelter.access {
            Access::Public => "access-public",
            Access::Private => "access-private",
            Access::Key => "access-key",
            Access::Unknown => "access-unknown",
        }));
        facts.push(match (shelter.capacity, shelter.area_m2) {
            (Some(places), _) => self.get("capacity-known", &[("places", places.into())]),
            (None, Some(area)) => self.get("capacity-area", &[("area", area.into())]),
            (None, None) => self.word("capacity-unknown"),
        });
        facts.push(self.word(match shelter.wheelchair {
            Answer::Yes => "wheelchair-yes",
            Answer::No => "wheelchair-no",
            Answer::Unknown => "wheelchair-unknown",
        }));
        facts.push(match shelter.good_for.is_empty() {
            true => self.word("listed-unknown"),
            false => self.get("listed-known", &[("hazards", self.hazards(shelter.good_for).into())]),
        });
        if shelter.underground == Answer::Yes {
            facts.push(self.word("underground-yes"));
        }
        let facts = self.get("fact-end", &[("facts", self.facts_in_row(facts).into())]);
        let Some(note) = &shelter.note else { return facts };
        let note = plain(note, NOTE).trim_end_matches(['.', '。']).to_owned();
        self.get("facts-note", &[("facts", facts.into()), ("note", note.into())])
    }

    /// How many shelters are not offered, by reason.
    pub fn reasons(&self, reasons: &[(NotOffered, u64)]) -> String {
        self.facts_in_row(reasons.iter().map(|(reason, number)| {
            let arguments = [("number", (*number).into()), ("reason", self.not_offered(*reason).into())];
            self.get("not-offered-count", &arguments)
        }))
    }

    /// File, format and date of a list that names a shelter, and when the shelter was last checked.
    pub fn source(&self, source: Option<&hinan_model::Source>, checked: Option<&str>) -> String {
        let Some(source) = source else { return self.word("source-unknown") };
        let mut arguments = vec![("file", name(&source.file)), ("format", name(&source.format))];
        let told = match &source.date {
            Some(date) => {
                arguments.push(("date", plain(date, 30).into()));
                self.get("source-dated", &arguments)
            }
            None => self.get("source-undated", &arguments),
        };
        match checked {
            Some(day) => {
                self.get("source-checked", &[("source", told.into()), ("day", plain(day, 30).into())])
            }
            None => told,
        }
    }
}

/// The way.
impl Texts {
    fn along(&self, along: &Along) -> String {
        let ground = ("ground", along.ground.name().into());
        let way = match &along.street {
            Some(street) => self.get("step-street", &[ground, ("street", name(street))]),
            None => self.get("step-ground", &[ground]),
        };
        let piece = self.get(
            "step-along",
            &[
                ("way", way.into()),
                ("length", self.length(along.length_mm).into()),
                ("lift", yes_or_no(along.lift)),
                ("private", yes_or_no(along.private)),
            ],
        );
        let Some(turn) = along.turn else { return piece };
        let start = self.get("step-turn", &[("turn", turn.name().into())]);
        self.get("step-along-turn", &[("start", start.into()), ("along", piece.into())])
    }

    fn through(&self, nodes: &[String], more: u64) -> String {
        let nodes = ("nodes", self.list(nodes.iter().map(|node| plain(node, 40))).into());
        match more {
            0 => self.get("step-through", &[nodes]),
            more => self.get("step-through-more", &[nodes, ("more", more.into())]),
        }
    }
}

impl Wording for Texts {
    fn step(&self, step: &Step) -> String {
        let length = |mm: u64| ("length", self.length(mm).into());
        let time = |time: Ds| ("time", self.time(time).into());
        match step {
            Step::ToStreet { length_mm } => self.get("step-to-street", &[length(*length_mm)]),
            Step::Along(along) => self.along(along),
            Step::Through { nodes, more } => self.through(nodes, *more),
            Step::ToEntrance { length_mm, time_ds } => {
                self.get("step-to-entrance", &[length(*length_mm), time(*time_ds)])
            }
            Step::In { time_ds: Ds::ZERO } => self.word("step-in"),
            Step::In { time_ds } => self.get("step-in-time", &[time(*time_ds)]),
        }
    }

    fn late(&self, late: WhenLate) -> String {
        self.word(match late {
            WhenLate::AirRaid(Cover::InnerRoom) => "late-air-raid-inner-room",
            WhenLate::AirRaid(Cover::LieDown) => "late-air-raid-lie-down",
            WhenLate::Earthquake(Shaking::DropCoverHold) => "late-earthquake-drop-cover-hold",
            WhenLate::Earthquake(Shaking::OpenGround) => "late-earthquake-open-ground",
            WhenLate::Tsunami(Up::HighestFloor) => "late-tsunami-highest-floor",
            WhenLate::Tsunami(Up::HighGround) => "late-tsunami-high-ground",
            WhenLate::Flood(Up::HighestFloor) => "late-flood-highest-floor",
            WhenLate::Flood(Up::HighGround) => "late-flood-high-ground",
            WhenLate::StormSurge(Up::HighestFloor) => "late-storm-surge-highest-floor",
            WhenLate::StormSurge(Up::HighGround) => "late-storm-surge-high-ground",
            WhenLate::Landslide(Aside::UpstairsAwayFromSlope) => "late-landslide-upstairs-away-from-slope",
            WhenLate::Landslide(Aside::Sideways) => "late-landslide-sideways",
            WhenLate::Fire(Away::KeepGoing) => "late-fire-keep-going",
            WhenLate::Volcano(Away::KeepGoing) => "late-volcano-keep-going",
            WhenLate::Radiological(Walls::MiddleOrCellar) => "late-radiological-middle-or-cellar",
            WhenLate::Radiological(Walls::IntoBuilding) => "late-radiological-into-building",
            WhenLate::Chemical(Air::UpstairsSealed) => "late-chemical-upstairs-sealed",
            WhenLate::Chemical(Air::Upwind) => "late-chemical-upwind",
            WhenLate::AirRaidWithChemical(AboveGas::InnerRoomAboveGround) => {
                "late-air-raid-with-chemical-inner-room-above-ground"
            }
            WhenLate::AirRaidWithChemical(AboveGas::IntoBuildingUpstairs) => {
                "late-air-raid-with-chemical-into-building-upstairs"
            }
            WhenLate::Untold(Careful::InnerRoomAboveGround) => "late-untold-inner-room-above-ground",
            WhenLate::Untold(Careful::IntoBuilding) => "late-untold-into-building",
        })
    }

    fn not_offered(&self, reason: NotOffered) -> String {
        let of = |id: &str, hazard: Hazard| self.get(id, &[("hazard", self.hazard(hazard).into())]);
        match reason {
            NotOffered::BadFor(hazard) => of("not-offered-bad-for", hazard),
            NotOffered::Underground(hazard) => of("not-offered-underground", hazard),
            NotOffered::NotStated(hazard) => of("not-offered-not-stated", hazard),
            NotOffered::ListedForOthers(hazard) => of("not-offered-listed-for-others", hazard),
            NotOffered::Untold => self.word("not-offered-untold"),
            NotOffered::Unusable => self.word("not-offered-unusable"),
            NotOffered::ClosedAtThatHour => self.word("not-offered-closed-at-that-hour"),
            NotOffered::Forbidden => self.word("not-offered-forbidden"),
            NotOffered::Private => self.word("not-offered-private"),
            NotOffered::NoWheelchairs => self.word("not-offered-no-wheelchairs"),
        }
    }

    fn remark(&self, shelter: &Shelter) -> Option<String> {
        let kind = || [("kind", self.kind(shelter.kind.as_deref()).into())];
        match shelter.standing {
            Standing::Official => None,
            Standing::Mapped => Some(self.get("remark-mapped", &kind())),
            Standing::Candidate => Some(self.get("remark-candidate", &kind())),
        }
    }

    fn why_none(&self, why: &WhyNone) -> String {
        match why {
            WhyNone::Forbidden => self.word("none-forbidden"),
            WhyNone::NoneOffered(reasons) => {
                self.get("none-offered", &[("reasons", self.reasons(reasons).into())])
            }
            WhyNone::Edge => self.word("none-edge"),
            WhyNone::OutOfReach => self.word("none-on-foot"),
        }
    }

    fn warning(&self, warning: &Warning) -> String {
        match *warning {
            Warning::Emergency => self.word("notice-emergency"),
            Warning::NoShelters => self.word("notice-no-shelters"),
            Warning::Candidates { candidates, places } => {
                self.get("notice-candidates", &[("candidates", candidates.into()), ("places", places.into())])
            }
            Warning::PrivateRecords => self.word("notice-private"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn what_is_to_spare_is_never_promised_too_large() {
        let texts = Texts::of(Language::English);
        let told = |answer, total, left| texts.in_time(answer, total, Ds(left));
        assert_eq!(told(InTime::Go, Ds(101), 1000), "in time, 89 s to spare");
        assert_eq!(told(InTime::Late, Ds(1001), 1000), "LATE by 1 s");
        assert_eq!(told(InTime::Late, Ds::UNREACHABLE, 1000), "LATE");
        assert_eq!(texts.minutes(Ds(601)), "2 min");
    }

    #[test]
    fn lengths_and_times_read_well() {
        let texts = Texts::of(Language::English);
        let told = [0, 1, 30_000, 30_001, 994_000, 995_001, 1_000_000, 1_200_001].map(|mm| texts.length(mm));
        assert_eq!(told, ["0 m", "1 m", "30 m", "35 m", "995 m", "1.0 km", "1.0 km", "1.3 km"]);
        for time in [0, 10, 899, 900, 1200, 2411, 36_000].map(Ds) {
            assert_eq!(texts.time(time), time.to_string());
        }
        assert_eq!(texts.number(1_234_567), "1,234,567");
    }

    #[test]
    fn only_official_shelters_stand_without_a_remark() {
        let texts = Texts::of(Language::English);
        let mut shelter = Shelter::new("x", Vec::new());
        assert_eq!(texts.remark(&shelter), None);
        shelter.kind = Some("metro station".to_owned());
        for (standing, words) in [
            (Standing::Candidate, "not an official shelter: metro station"),
            (Standing::Mapped, "not on an official list"),
        ] {
            shelter.standing = standing;
            assert!(texts.remark(&shelter).unwrap().starts_with(words));
        }
        let facts = texts.facts(&shelter);
        for unknown in
            ["open or not: unknown", "hours unknown", "places unknown", "wheelchair access unknown"]
        {
            assert!(facts.contains(unknown), "{facts}");
        }
    }

    #[test]
    fn names_from_outside_steer_no_terminal() {
        assert_eq!(plain("a\u{1b}[31m\nb\u{202e}c", 20), "a [31m b c");
        assert_eq!(plain("abcdef", 4), "abc…");
    }
}
