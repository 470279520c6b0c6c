//! Answers as rows of a table, features of a map layer, or objects.

use std::borrow::Cow;
use std::ops::Range;

use hinan_model::place::Degrees;
use hinan_model::{InTime, Place};
use serde_json::{Value, json};

use hinan_city::{City, Engine};
use hinan_plan::answer::{Answers, Best, Stand};

use crate::notice::Notices;
use crate::output::{Form, push_cell, push_number};

use super::points::Point;

/// What answers are wanted for.
pub enum Asked {
    /// Nodes, and doorsteps as nodes: what an export writes, in its order.
    Nodes,
    /// Doorsteps.
    Doorsteps,
    /// Given points.
    Points(Vec<Point>),
}

impl Asked {
    /// In words.
    pub fn name(&self) -> &'static str {
        match self {
            Asked::Nodes => "nodes",
            Asked::Doorsteps => "doorsteps",
            Asked::Points(_) => "points",
        }
    }

    /// What the first column is called.
    fn column(&self) -> &'static str {
        match self {
            Asked::Nodes => "node",
            Asked::Doorsteps => "doorstep",
            Asked::Points(_) => "point",
        }
    }
}

/// One thing that is asked about.
struct Subject<'a> {
    id: Cow<'a, str>,
    place: Option<Place>,
    stand: Stand,
    is_forbidden: bool,
}

/// Some rows, and what they add up to.
#[derive(Default)]
pub struct Chunk {
    /// The rows.
    pub bytes: Vec<u8>,
    /// How many were asked about.
    pub count: u64,
    /// Time to the best shelter of each that reaches one.
    pub times: Vec<u32>,
    /// How many may have a shelter beyond the edge of the extract.
    pub unknown: u64,
    /// How many are near no street.
    pub nowhere: u64,
    /// How many are on forbidden ground.
    pub forbidden: u64,
}

impl Chunk {
    /// Adds up what another chunk counts; its rows are not kept.
    pub fn add(&mut self, other: Chunk) {
        self.count += other.count;
        self.times.extend(other.times);
        self.unknown += other.unknown;
        self.nowhere += other.nowhere;
        self.forbidden += other.forbidden;
    }
}

/// How somebody fares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Reached,
    OutOfReach,
    Unknown,
    Nowhere,
    Forbidden,
    Judged(InTime),
}

impl Answer {
    fn name(self) -> &'static str {
        match self {
            Answer::Reached => "reached",
            Answer::OutOfReach => "out of reach",
            Answer::Unknown => "unknown",
            Answer::Nowhere => "no street near",
            Answer::Forbidden => "forbidden",
            Answer::Judged(answer) => answer.name(),
        }
    }
}

/// Makes rows.
pub struct Rows<'a> {
    city: &'a City<'a>,
    answers: Answers<'a>,
    asked: &'a Asked,
    form: Form,
    /// Ids of shelters as cells of a table.
    shelter_cells: Vec<Vec<u8>>,
}

impl<'a> Rows<'a> {
    /// Rows for what is asked, in a form.
    pub fn new(city: &'a City<'a>, engine: &'a Engine, asked: &'a Asked, form: Form) -> Rows<'a> {
        let cell = |id: &str| {
            let mut cell = Vec::new();
            push_cell(&mut cell, id);
            cell
        };
        let shelter_cells = city.region.shelters().iter().map(|shelter| cell(&shelter.id)).collect();
        Rows { city, answers: city.answers(engine), asked, form, shelter_cells }
    }

    /// How many are asked about.
    pub fn count(&self) -> usize {
        let region = self.city.region;
        match self.asked {
            Asked::Nodes => region.network().nodes() + region.doorsteps().len(),
            Asked::Doorsteps => region.doorsteps().len(),
            Asked::Points(points) => points.len(),
        }
    }

    /// What comes before the rows.
    pub fn head(&self, notices: &Notices) -> Vec<u8> {
        let list = |lines: &[String]| Value::from(lines.to_vec()).to_string();
        let (attribution, warnings) = (list(&notices.attribution), list(&notices.warnings));
        let walker = Value::from(self.city.walker_name());
        match (self.form, self.asked) {
            (Form::Csv, Asked::Nodes) => "node,rank,shelter,time_ds\n".to_owned(),
            (Form::Csv, asked) => {
                format!("{},lat,lon,rank,shelter,time_ds,name,standing,answer\n", asked.column())
            }
            (Form::GeoJson, _) => format!(
                "{{\"type\":\"FeatureCollection\",\"attribution\":{attribution},\"warnings\":{warnings},\
                 \"walker\":{walker},\"features\":[\n"
            ),
            (Form::Json, asked) => format!(
                "{{\"attribution\":{attribution},\"warnings\":{warnings},\"walker\":{walker},\"{}\":[\n",
                asked.name()
            ),
        }
        .into_bytes()
    }

    /// What comes behind the rows.
    pub fn tail(&self) -> &'static [u8] {
        match self.form {
            Form::Csv => b"",
            Form::GeoJson | Form::Json => b"\n]}\n",
        }
    }

    /// The rows of a range.
    pub fn chunk(&self, range: Range<usize>) -> Chunk {
        let mut chunk = Chunk { count: range.len() as u64, ..Chunk::default() };
        let mut bests = Vec::new();
        for index in range {
            let subject = self.subject(index);
            if !subject.is_forbidden {
                self.answers.find(subject.stand, self.city.question.within, &mut bests);
            } else {
                bests.clear();
            }
            let answer = self.judge(&subject, &bests);
            chunk.times.extend(bests.first().map(|best| best.time.0));
            chunk.unknown += u64::from(answer == Answer::Unknown);
            chunk.nowhere += u64::from(answer == Answer::Nowhere);
            chunk.forbidden += u64::from(answer == Answer::Forbidden);
            let row = &mut chunk.bytes;
            match (self.form, self.asked) {
                (Form::Csv, Asked::Nodes) => self.push_node_rows(row, &subject, &bests),
                (Form::Csv, _) => self.push_rows(row, &subject, &bests, answer),
                (Form::GeoJson | Form::Json, _) => {
                    if index > 0 {
                        row.extend_from_slice(b",\n");
                    }
                    row.extend_from_slice(self.object(&subject, &bests, answer).to_string().as_bytes());
                }
            }
        }
        chunk
    }

    fn subject(&self, index: usize) -> Subject<'a> {
        let region = self.city.region;
        let doorstep = |index: usize| {
            let record = &region.doorsteps()[index];
            Subject {
                id: Cow::Borrowed(region.doorstep_id(index).unwrap_or_default()),
                place: Some(record.place),
                stand: self.city.stand_at_doorstep(record),
                is_forbidden: self.city.is_forbidden(record.place),
            }
        };
        match self.asked {
            Asked::Nodes => match index.checked_sub(region.network().nodes()) {
                Some(index) => doorstep(index),
                None => Subject {
                    id: Cow::Owned(region.node_id(index as u32).unwrap_or_default()),
                    place: region.places().get(index).copied(),
                    stand: Stand::Node(index as u32),
                    is_forbidden: false,
                },
            },
            Asked::Doorsteps => doorstep(index),
            Asked::Points(points) => {
                let Point { id, place, stand } = &points[index];
                let is_forbidden = self.city.is_forbidden(*place);
                Subject { id: Cow::Borrowed(id), place: Some(*place), stand: *stand, is_forbidden }
            }
        }
    }

    fn judge(&self, subject: &Subject<'_>, bests: &[Best]) -> Answer {
        if !bests.is_empty() {
            return Answer::Reached;
        }
        match (subject.stand, self.asked) {
            // A doorstep among the nodes of an export is a node like any other.
            (_, Asked::Nodes) => Answer::OutOfReach,
            _ if subject.is_forbidden => Answer::Forbidden,
            (Stand::Nowhere, _) => Answer::Nowhere,
            _ if subject.place.is_some_and(|place| self.city.edge.is_nearest(place)) => Answer::Unknown,
            _ => Answer::OutOfReach,
        }
    }

    fn push_node_rows(&self, out: &mut Vec<u8>, subject: &Subject<'_>, bests: &[Best]) {
        let mut lead = Vec::new();
        push_cell(&mut lead, &subject.id);
        lead.push(b',');
        for (rank, best) in (1..).zip(bests) {
            out.extend_from_slice(&lead);
            push_number(out, rank);
            out.push(b',');
            out.extend_from_slice(&self.shelter_cells[best.shelter as usize]);
            out.push(b',');
            push_number(out, best.time.0);
            out.push(b'\n');
        }
    }

    fn push_rows(&self, out: &mut Vec<u8>, subject: &Subject<'_>, bests: &[Best], answer: Answer) {
        let mut lead = Vec::new();
        push_cell(&mut lead, &subject.id);
        if let Some(Place { lat_e7, lon_e7 }) = subject.place {
            lead.extend_from_slice(format!(",{},{},", Degrees(lat_e7), Degrees(lon_e7)).as_bytes());
        } else {
            lead.extend_from_slice(b",,,");
        }
        if bests.is_empty() {
            out.extend_from_slice(&lead);
            out.extend_from_slice(b",,,,,");
            out.extend_from_slice(answer.name().as_bytes());
            out.push(b'\n');
        }
        for (rank, best) in (1..).zip(bests) {
            out.extend_from_slice(&lead);
            push_number(out, rank);
            out.push(b',');
            out.extend_from_slice(&self.shelter_cells[best.shelter as usize]);
            out.push(b',');
            push_number(out, best.time.0);
            out.push(b',');
            if let Some(shelter) = self.city.shelter(best.shelter) {
                push_cell(out, shelter.name.as_deref().unwrap_or_default());
                out.push(b',');
                out.extend_from_slice(shelter.standing.name().as_bytes());
            }
            out.push(b',');
            out.extend_from_slice(self.judge_best(subject, *best, answer).name().as_bytes());
            out.push(b'\n');
        }
    }

    /// With a hazard each shelter has an answer of its own; without one, reached is reached.
    fn judge_best(&self, subject: &Subject<'_>, best: Best, answer: Answer) -> Answer {
        let budget = self.city.question.threat.and_then(|_| self.city.budget(subject.place));
        let Some(budget) = budget else { return answer };
        let judged = InTime::judge(self.city.start().plus(best.time), budget.time);
        // A shelter beyond the edge may be in time where this one is not.
        let is_edge = || subject.place.is_some_and(|place| self.city.edge.is_nearest(place));
        if !judged.may_go() && is_edge() { Answer::Unknown } else { Answer::Judged(judged) }
    }

    fn object(&self, subject: &Subject<'_>, bests: &[Best], answer: Answer) -> Value {
        let shelters: Vec<Value> = (1_u32..)
            .zip(bests)
            .filter_map(|(rank, best)| {
                let shelter = self.city.shelter(best.shelter)?;
                Some(json!({
                    "rank": rank, "shelter": shelter.id, "name": shelter.name, "standing": shelter.standing,
                    "time_ds": best.time.0, "minutes": best.time.minutes_up(),
                    "answer": self.judge_best(subject, *best, answer).name(),
                }))
            })
            .collect();
        let place = subject.place;
        // What holds for the best shelter holds for the place: what maps colour points by.
        let answer = bests.first().map_or(answer, |best| self.judge_best(subject, *best, answer));
        if self.form == Form::Json {
            return json!({
                self.asked.column(): subject.id, "lat": place.map(Place::lat), "lon": place.map(Place::lon),
                "answer": answer.name(), "shelters": shelters,
            });
        }
        // The best shelter stands on its own as well: what maps colour points by.
        let best = shelters.first().cloned().unwrap_or_default();
        json!({
            "type": "Feature",
            "geometry": place.map(|place| json!({"type": "Point", "coordinates": [place.lon(), place.lat()]})),
            "properties": {
                self.asked.column(): subject.id, "answer": answer.name(), "shelter": best["shelter"],
                "name": best["name"], "standing": best["standing"], "time_ds": best["time_ds"],
                "minutes": best["minutes"], "shelters": shelters,
            },
        })
    }
}
