//! Everything that a poster says, in all of its languages.

use hinan_city::Route;
use hinan_city::route::{Plan, PlanZero};
use hinan_model::shelter::Access;
use hinan_model::{Ds, InTime, Inside, Wording as _};
use hinan_region::Region;
use hinan_texts::{Texts, plain};
use jiff::civil::Date;

use crate::lines::is_from_right;
use crate::press::{Case, Door, Press};

/// A poster is old when its data is.
const OLD_DAYS: i32 = 90;
/// Most signs of a name.
const NAME: usize = 60;

/// What a poster says. A text in several languages is a list in their order.
pub struct Words {
    pub title: Vec<String>,
    pub door: String,
    /// Where that is, and for whom and how fast the times are.
    pub about: Vec<String>,
    pub scan: Vec<String>,
    /// Plan 0; empty where nothing is to be said of this building.
    pub zero: Vec<String>,
    pub plans: Vec<PlanWords>,
    /// Why there is no plan.
    pub none: Vec<String>,
    pub late: Option<Late>,
    /// What to do once inside, and other notes on the plans.
    pub notes: Vec<String>,
    pub here: String,
    pub north: String,
    pub other: Vec<String>,
    pub forbidden: Vec<String>,
    pub bands: Vec<String>,
    /// Dates, sources, warnings, for the foot.
    pub foot: Vec<String>,
    /// That the data is older than it may be: said larger.
    pub old: Vec<String>,
}

/// What is said of a plan.
pub struct PlanWords {
    pub letter: char,
    pub title: String,
    /// The minutes: number and unit.
    pub minutes: Vec<String>,
    pub length: String,
    /// What must be said of who may enter, or of what no official list names.
    pub remark: Vec<String>,
    /// What the minutes come to; empty without a clock.
    pub answer: Vec<String>,
    /// What is known, in the first language.
    pub facts: String,
    pub is_late: bool,
    /// The way, step by step, and its heading, in every language.
    pub way: Vec<(String, Vec<String>)>,
}

/// What to do where no shelter is in time.
pub struct Late {
    /// Nothing is in time from here: this comes before every plan.
    pub is_now: bool,
    pub heading: Vec<String>,
    pub order: Vec<String>,
}

impl Words {
    pub fn of(
        press: &Press,
        case: Case<'_>,
        door: &Door,
        route: &Route<'_>,
        texts: &[&'static Texts],
    ) -> Words {
        let each = |say: &dyn Fn(&Texts) -> String| -> Vec<String> { texts.iter().map(|t| say(t)).collect() };
        let word = |id: &'static str| each(&|t| t.word(id));
        let region = case.city.region;
        let (foot, old) = foot(press, region, door, texts);
        // The map needs room: what only explains the times is then said in the first language.
        let many = texts.len() > 2;
        Words {
            title: each(&|t| match route.threat {
                Some(threat) => t.threat(threat).to_uppercase(),
                None => t.word("poster-ways"),
            }),
            door: door_name(door, route),
            about: each(&|t| about(t, case, route)).into_iter().take(if many { 1 } else { 2 }).collect(),
            scan: word("poster-scan"),
            zero: each(&|t| zero(t, route)).into_iter().filter(|words| !words.is_empty()).collect(),
            plans: route.plans.iter().map(|plan| PlanWords::of(plan, route, texts)).collect(),
            none: match &route.none_because {
                Some(why) => each(&|t| t.why_none(why)),
                None => Vec::new(),
            },
            late: Late::of(route, texts),
            notes: texts.iter().flat_map(|t| notes(t, route)).collect(),
            here: texts.first().map(|t| t.word("poster-here")).unwrap_or_default(),
            north: texts.first().map(|t| t.word("poster-north")).unwrap_or_default(),
            other: word("poster-other"),
            forbidden: word("poster-forbidden"),
            bands: word("poster-bands"),
            foot,
            old,
        }
    }
}

impl Words {
    /// Whether a name in a sentence is read from the right.
    pub fn turns_around(&self) -> bool {
        let ways = self.plans.iter().flat_map(|plan| &plan.way).flat_map(|(_, steps)| steps);
        let facts = self.plans.iter().map(|plan| &plan.facts);
        let mut all = self.about.iter().chain(&self.zero).chain(facts).chain(ways);
        all.any(|text| text.chars().any(is_from_right))
    }
}

fn door_name(door: &Door, route: &Route<'_>) -> String {
    let street = || route.from.street.as_deref().filter(|street| !street.is_empty());
    match door.name.as_deref().or_else(street) {
        Some(name) => plain(name, NAME),
        None => at(route),
    }
}

/// Five decimals: about a metre.
fn at(route: &Route<'_>) -> String {
    route.from.place.map_or_else(String::new, |place| format!("{:.5},{:.5}", place.lat(), place.lon()))
}

/// Where it is, who walks and how fast, how much time there is.
fn about(t: &Texts, case: Case<'_>, route: &Route<'_>) -> String {
    let street = route.from.street.as_deref().map(|name| plain(name, NAME));
    let start = match street {
        street if route.from.off_mm > 0 => {
            let street = street.unwrap_or_else(|| t.word("start-unnamed"));
            let length = t.length(u64::from(route.from.off_mm));
            let arguments =
                [("place", at(route).into()), ("length", length.into()), ("street", street.into())];
            t.get("start-off", &arguments)
        }
        Some(street) => t.get("start-on", &[("place", at(route).into()), ("street", street.into())]),
        None => at(route),
    };
    let mut facts = vec![start];
    if let Some(walker) = case.city.region.walkers().get(case.city.walker) {
        facts.push(t.pace(walker));
    }
    if let (Some(there_is), Some(start)) = (&route.budget, route.start_ds) {
        facts.push(t.clock(route.threat, there_is.time_ds, there_is.from, there_is.zone, start));
    }
    t.facts_in_row(facts)
}

/// Plan 0 in words, as `hinan route` says it; nothing where nothing is to be said.
fn zero(t: &Texts, route: &Route<'_>) -> String {
    let zero = &route.plan_0;
    let Some(words) = building(t, route, zero) else { return String::new() };
    match (zero.answer, zero.total_ds, &route.budget) {
        (Some(answer), Some(total), Some(budget)) => {
            let answer = t.in_time(answer, total, budget.time_ds);
            t.get("answer-of", &[("what", words.into()), ("answer", answer.into())])
        }
        _ => words,
    }
}

fn building(t: &Texts, route: &Route<'_>, zero: &PlanZero<'_>) -> Option<String> {
    let with_remark = |title: String, remark: String| {
        t.get("plan-remark", &[("title", title.into()), ("remark", remark.into())])
    };
    match (zero.inside, zero.record) {
        (Inside::Known, Some(shelter)) => {
            let mut name = t.title(shelter);
            if let Some(remark) = t.remark(shelter) {
                name = with_remark(name, remark);
            }
            if shelter.access == Access::Private {
                name = with_remark(name, t.word("not-offered-private"));
            }
            Some(t.get("zero-shelter", &[("name", name.into())]))
        }
        (Inside::Known, None) => Some(t.word("zero-building")),
        (Inside::Unknown, _) if route.budget.is_some() && zero.may_be_unstated => {
            Some(t.word("zero-unknown"))
        }
        _ => None,
    }
}

/// What goes for all plans together.
fn notes(t: &Texts, route: &Route<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if route.threat.is_none() {
        notes.push(t.word("poster-no-hazard"));
        notes.push(t.word("late-no-hazard"));
    }
    if route.from.isolated {
        notes.push(t.word("route-isolated"));
    }
    if route.from.nearer_to_edge_than_to_any_shelter && route.none_because.is_none() {
        notes.push(t.word("route-edge"));
    }
    let is_reached = !route.plans.is_empty() || route.plan_0.answer.is_some_and(InTime::may_go);
    if let Some(up) = route.on_arrival.as_ref().filter(|_| is_reached) {
        notes.push(t.get("late-on-arrival", &[("order", t.late(up.answer).into())]));
    }
    notes
}

impl Late {
    /// On every poster of a hazard: minutes are those of one walker, and alarms come late.
    fn of(route: &Route<'_>, texts: &[&'static Texts]) -> Option<Late> {
        let late = route.threat?.when_late(route.plan_0.inside.place());
        let is_now = !route.any_in_time;
        let heading = if is_now { "poster-late-now" } else { "poster-late-else" };
        Some(Late {
            is_now,
            heading: texts.iter().map(|t| t.word(heading)).collect(),
            order: texts.iter().map(|t| t.late(late)).collect(),
        })
    }
}

impl PlanWords {
    fn of(plan: &Plan<'_>, route: &Route<'_>, texts: &[&'static Texts]) -> PlanWords {
        let record = plan.record;
        let remark = |t: &&'static Texts| {
            let access = match record.access {
                Access::Private => Some(t.word("not-offered-private")),
                Access::Key => Some(t.word("access-key")),
                Access::Public | Access::Unknown => None,
            };
            let remarks: Vec<String> = t.remark(record).into_iter().chain(access).collect();
            (!remarks.is_empty()).then(|| t.facts_in_row(remarks))
        };
        let judged = plan.facts.answer.zip(plan.facts.total_ds).zip(route.budget);
        let answer = |t: &&'static Texts| {
            let ((answer, total), budget) = judged?;
            let needed = t.time(total);
            // Rounded down: nobody must think that there is more.
            let left = t.time(Ds(budget.time_ds.0 / 10 * 10));
            let answer = t.in_time(answer, total, budget.time_ds);
            let arguments = [("needed", needed.into()), ("left", left.into()), ("answer", answer.into())];
            Some(t.get("answer-needed", &arguments))
        };
        let letter = plan.facts.plan;
        let way = |t: &&'static Texts| {
            let heading = t.get("poster-way", &[("letter", letter.to_string().into())]);
            (heading, plan.steps.iter().map(|step| t.step(step)).collect())
        };
        let first = texts.first();
        PlanWords {
            letter,
            title: first.map(|t| t.title(record)).unwrap_or_default(),
            minutes: texts.iter().map(|t| t.minutes(plan.facts.time_ds)).collect(),
            length: first.zip(plan.length_mm).map(|(t, mm)| t.length(mm)).unwrap_or_default(),
            remark: texts.iter().filter_map(remark).collect(),
            answer: texts.iter().filter_map(answer).collect(),
            facts: first.map(|t| facts(t, plan)).unwrap_or_default(),
            is_late: plan.facts.answer == Some(InTime::Late),
            way: texts.iter().map(way).collect(),
        }
    }
}

fn facts(t: &Texts, plan: &Plan<'_>) -> String {
    let checked = match plan.facts.checked {
        Some(day) => t.get("poster-checked", &[("day", plain(day, 30).into())]),
        None => t.word("poster-checked-unknown"),
    };
    let facts = t.facts(plan.record);
    t.facts_in_row([checked, facts])
}

/// The foot of a poster, and what must be said larger: that its data is too old, or of unknown age.
fn foot(press: &Press, region: &Region, door: &Door, texts: &[&'static Texts]) -> (Vec<String>, Vec<String>) {
    let dates = ["streets", "shelters"].map(|role| oldest(region, role));
    let has_shelters = region.meta().sources.iter().any(|source| source.role == "shelters");
    // Shelters drawn on the map are as old as the map.
    let shelters = if has_shelters { dates[1] } else { dates[0] };
    let oldest = dates[0].zip(shelters).map(|(streets, shelters)| streets.min(shelters));
    let (mut foot, mut old) = (Vec::new(), Vec::new());
    for t in texts {
        let day = |date: Option<Date>| match date {
            Some(date) => date.to_string(),
            None => t.word("poster-date-unknown"),
        };
        let mut line =
            vec![t.get(
                "poster-data",
                &[("streets", day(dates[0]).into()), ("shelters", day(shelters).into())],
            )];
        if let Some(today) = press.today {
            line.push(t.get("poster-made", &[("day", today.to_string().into())]));
        }
        match (oldest, press.today.zip(oldest).map(|(today, oldest)| days_between(oldest, today))) {
            (None, _) => old.push(t.word("poster-age-unknown")),
            (_, Some(days)) if days > OLD_DAYS => old.push(t.get("poster-old", &[("days", days.into())])),
            (Some(oldest), _) => {
                let after = oldest.saturating_add(jiff::Span::new().days(OLD_DAYS));
                line.push(t.get("poster-old-after", &[("day", after.to_string().into())]));
            }
        }
        line.extend(hinan_city::route::warnings(region).iter().map(|warning| t.warning(warning)));
        if !t.language().is_reviewed() {
            line.push(t.word("poster-not-reviewed"));
        }
        line.push(t.word("notice-not-for-emergency"));
        foot.push(line.join(" "));
    }
    if let Some(t) = texts.first() {
        let id = door.id.iter().map(|id| t.get("poster-door", &[("id", plain(id, NAME).into())]));
        let credit = region.meta().attribution().into_iter();
        let credit = credit.map(|credit| t.get("notice-data", &[("credit", credit.into())]));
        foot.push(id.chain(credit).collect::<Vec<_>>().join(" "));
    }
    (foot, old)
}

/// The oldest date of the sources of a role; `None` where there is none or one has no date that can be read.
fn oldest(region: &Region, role: &str) -> Option<Date> {
    let sources = region.meta().sources.iter().filter(|source| source.role == role);
    let date = |date: &str| date.get(..10)?.parse::<Date>().ok();
    let dates: Option<Vec<Date>> = sources.map(|source| source.date.as_deref().and_then(date)).collect();
    dates?.into_iter().min()
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
