//! What changes when doors and streets close or open.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Bytes;
use axum::extract::State as Extract;
use axum::http::HeaderMap;
use hinan_city::{Question, WhatIf};
use hinan_model::Ds;
use hinan_plan::Coverage;
use hinan_region::Region;
use hinan_texts::{Language, Texts};
use serde_json::{Value, json};

use super::places::members_of;
use super::{Answer, Shared, send_json};
use crate::answers::{Notices, coverage::tally};
use crate::ask;
use crate::cases::Case;
use crate::members::Members;
use crate::problem::{Problem, ProblemBody};
use crate::schema::WhatIfBody;
use crate::schema::answers::WhatIfForm;
use crate::state::{State, Weight};

/// The most shelters, and ways, of one list.
const MOST: usize = 500;

/// What changes when shelters and streets close or open
#[utoipa::path(
    post, path = "/v1/whatif", tag = "city", request_body = WhatIfBody,
    responses(
        (status = 200, description = "Counts before and after, the streets that are closed as lines, and a token that stands for the closures in other questions (`whatif`)", body = WhatIfForm),
        (status = 400, description = "The body cannot be read", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "No such shelter, way or walker", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "More than 2 MB", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = ProblemBody, content_type = "application/problem+json"),
    )
)]
pub async fn whatif(Extract(state): Shared, headers: HeaderMap, body: Bytes) -> Answer {
    let mut members = members_of(&headers, &body)?;
    let closures = Closures::read(&mut members)?;
    let question = ask::question(&mut members, &state)?;
    members.done()?;
    if !question.what_if.is_nothing() {
        return Err(Problem::bad("whatif: name every closure in this question, not those of an earlier one"));
    }
    let text = state
        .compute(Weight::Dear, move |state| {
            let what_if = closures.find(state.region())?;
            super::json(&compared(state, &question, what_if)?)
        })
        .await?;
    Ok(send_json(text))
}

struct Closures {
    close: Vec<String>,
    open: Vec<String>,
    close_ways: Vec<String>,
}

impl Closures {
    fn read(members: &mut Members) -> Result<Closures, Problem> {
        Ok(Closures {
            close: members.words("close", MOST)?,
            open: members.words("open", MOST)?,
            close_ways: members.words("close_ways", MOST)?,
        })
    }

    /// The numbers of what is named, each once, in order.
    fn find(&self, region: &Region) -> Result<WhatIf, Problem> {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        for (number, shelter) in (0..).zip(region.shelters()) {
            numbers.entry(&shelter.id).or_insert(number);
        }
        let shelters = |name: &str, ids: &[String]| -> Result<Vec<u32>, Problem> {
            let found: Option<BTreeSet<u32>> =
                ids.iter().map(|id| numbers.get(id.as_str()).copied()).collect();
            let missing =
                || Problem::missing(format!("{name}: this region has no shelter with one of these ids"));
            Ok(found.ok_or_else(missing)?.into_iter().collect())
        };
        Ok(WhatIf {
            close: shelters("close", &self.close)?,
            open: shelters("open", &self.open)?,
            close_segments: self.segments(region)?,
        })
    }

    fn segments(&self, region: &Region) -> Result<Vec<u32>, Problem> {
        let missing =
            || Problem::missing("close_ways: no street of this region has one of these ids on the map");
        let ways: Option<BTreeSet<i64>> = self.close_ways.iter().map(|way| way.parse().ok()).collect();
        let ways = ways.ok_or_else(missing)?;
        if ways.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = BTreeSet::new();
        let mut segments = Vec::new();
        for segment in 0..region.network().segments() as u32 {
            if let Some((way, _)) = region.way(segment)
                && ways.contains(&way)
            {
                found.insert(way);
                segments.push(segment);
            }
        }
        if found == ways { Ok(segments) } else { Err(missing()) }
    }
}

fn compared(state: &State, question: &Question, what_if: WhatIf) -> Result<Value, Problem> {
    let session = state.keep(what_if.clone());
    let before = state.whole(question)?;
    let after = state.whole(&Question { what_if, ..question.clone() })?;
    let region = state.region();
    let notices = Notices::of(region, Texts::of(Language::English));
    Ok(json!({
        "place": region.meta().name, "walker": before.city().walker_name(),
        "hazard": question.threat.map(|threat| threat.to_string()),
        "at": question.at.map(|at| at.to_string()),
        "counted": before.coverage().counted,
        "before": tally(&before.coverage().all), "after": tally(&after.coverage().all),
        "changed": changed(&before, &after, before.coverage()), "session": session,
        "closed_streets": streets(region, &after.city().question.what_if),
        "attribution": notices.attribution, "warnings": notices.warnings,
    }))
}

/// The streets that are closed, as lines of a map.
fn streets(region: &Region, what_if: &WhatIf) -> Value {
    let point = |place: hinan_model::Place| [place.lon(), place.lat()];
    let lines: Vec<[[f64; 2]; 2]> = what_if
        .close_segments
        .iter()
        .filter_map(|&segment| region.segment_places(segment).map(|(a, b)| [point(a), point(b)]))
        .collect();
    json!({"type": "MultiLineString", "coordinates": lines})
}

/// Doorsteps and people whose best shelter or time to it changes.
#[derive(Default, serde::Serialize)]
struct Changed {
    doorsteps: u64,
    people: u64,
    /// In time before and not after.
    people_in_time_no_more: u64,
    /// The other way around.
    people_now_in_time: u64,
    lose_every_shelter: u64,
    gain_a_shelter: u64,
    later: u64,
    sooner: u64,
    added_median_ds: Option<Ds>,
    added_worst_ds: Option<Ds>,
    relabelled_junctions: usize,
}

fn changed(before: &Case, after: &Case, coverage: &Coverage) -> Changed {
    let mut changed = Changed { relabelled_junctions: after.looked_at, ..Changed::default() };
    let mut added: Vec<Ds> = Vec::new();
    let counts_people = coverage.counted == hinan_plan::Counted::People;
    let bests = before.doorsteps().bests.iter().zip(&after.doorsteps().bests);
    let doors = before.doorsteps().all.iter().zip(&after.doorsteps().all);
    for (([old, _], [new, _]), (door, door_after)) in bests.zip(doors) {
        let people = if counts_people { u64::from(door.people) } else { 1 };
        match (door.fate().is_in_time(), door_after.fate().is_in_time()) {
            (true, false) => changed.people_in_time_no_more += people,
            (false, true) => changed.people_now_in_time += people,
            _ => {}
        }
        if old == new {
            continue;
        }
        changed.doorsteps += 1;
        changed.people += people;
        match (old, new) {
            (Some(_), None) => changed.lose_every_shelter += 1,
            (None, Some(_)) => changed.gain_a_shelter += 1,
            (Some(old), Some(new)) if new.time > old.time => added.push(Ds(new.time.0 - old.time.0)),
            (Some(old), Some(new)) if new.time < old.time => changed.sooner += 1,
            _ => {}
        }
    }
    added.sort_unstable();
    changed.later = added.len() as u64;
    changed.added_median_ds = added.get(added.len().saturating_sub(1) / 2).copied();
    changed.added_worst_ds = added.last().copied();
    changed
}
