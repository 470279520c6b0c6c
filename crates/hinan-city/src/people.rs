//! Every doorstep of a city with what the question makes of it: what coverage counts.

use hinan_model::{AreaIndex, Ds, Inside, Place};
use hinan_plan::answer::{Answers, Best, Stand};
use hinan_plan::{Choice, Doorstep, Ground};
use hinan_reach::Workers;

use crate::{City, Engine};

/// Doorsteps, each with the best shelters that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Doorsteps {
    /// In the order of the region; in a network without doorsteps, its nodes.
    pub all: Vec<Doorstep>,
    /// The best and the second best shelter of each.
    pub bests: Vec<[Option<Best>; 2]>,
}

/// Who starts where, before it is known how far it is.
struct Subject {
    place: Option<Place>,
    stand: Stand,
    inside: (Inside, Ds),
    people: u32,
}

/// Doorsteps that one worker looks at.
struct Chunk {
    first: usize,
    found: Doorsteps,
    count: usize,
}

impl City<'_> {
    /// Every doorstep (every node where the region has no doorsteps), judged by the question, on
    /// all workers. `districts` number the doorsteps that lie in them; the first that holds one
    /// counts.
    pub fn doorsteps(&self, engine: &Engine, districts: &AreaIndex, workers: &impl Workers) -> Doorsteps {
        const CHUNK: usize = 4096;
        let count = self.doorstep_count();
        let mut chunks: Vec<Chunk> = (0..count)
            .step_by(CHUNK)
            .map(|first| Chunk { first, count: CHUNK.min(count - first), found: Doorsteps::default() })
            .collect();
        let answers = self.answers(engine);
        workers.run(&mut chunks, |chunk| self.judge_chunk(&answers, districts, chunk));
        let mut all = Doorsteps::default();
        for mut chunk in chunks {
            all.all.append(&mut chunk.found.all);
            all.bests.append(&mut chunk.found.bests);
        }
        all
    }

    /// How many doorsteps there are, or nodes where there are none.
    pub fn doorstep_count(&self) -> usize {
        match self.region.doorsteps().len() {
            0 => self.region.network().nodes(),
            doorsteps => doorsteps,
        }
    }

    /// Where doorstep number `index` is, as [`City::doorsteps`] numbers them.
    pub fn doorstep_place(&self, index: usize) -> Option<Place> {
        match self.region.doorsteps() {
            [] => self.region.places().get(index).copied(),
            doorsteps => doorsteps.get(index).map(|doorstep| doorstep.place),
        }
    }

    /// The id of doorstep number `index`, as [`City::doorsteps`] numbers them.
    pub fn doorstep_id(&self, index: usize) -> Option<String> {
        match self.region.doorsteps() {
            [] => self.region.node_id(index as u32),
            _ => self.region.doorstep_id(index).map(str::to_owned),
        }
    }

    fn subject(&self, index: usize) -> Subject {
        let region = self.region;
        match region.doorsteps().get(index) {
            Some(record) => Subject {
                place: Some(record.place),
                stand: self.stand_at_doorstep(record),
                inside: self.inside(record),
                people: region.doorstep_people().get(index).copied().unwrap_or(0),
            },
            None => Subject {
                place: region.places().get(index).copied(),
                stand: Stand::Node(index as u32),
                inside: (Inside::None, Ds::UNREACHABLE),
                people: region.people().get(index).copied().unwrap_or(0),
            },
        }
    }

    fn judge_chunk(&self, answers: &Answers<'_>, districts: &AreaIndex, chunk: &mut Chunk) {
        let mut bests = Vec::new();
        for index in chunk.first..chunk.first + chunk.count {
            let subject = self.subject(index);
            answers.find(subject.stand, None, &mut bests);
            let ground = self.ground(&subject);
            if ground == Ground::Forbidden {
                bests.clear();
            }
            chunk.found.all.push(Doorstep {
                people: subject.people,
                time: bests.first().map_or(Ds::UNREACHABLE, |best| best.time),
                // Without any clock, whoever reaches a shelter is in time.
                budget: self.budget(subject.place).map_or(Ds::UNREACHABLE, |budget| budget.time),
                start: self.start(),
                inside: subject.inside.0,
                inside_time: subject.inside.1,
                ground,
                district: subject
                    .place
                    .and_then(|place| districts.at(place).next())
                    .map(|index| index as u32),
            });
            chunk.found.bests.push([bests.first().copied(), bests.get(1).copied()]);
        }
    }

    fn ground(&self, subject: &Subject) -> Ground {
        let is = |test: &dyn Fn(Place) -> bool| subject.place.is_some_and(test);
        match subject.stand {
            _ if is(&|place| self.is_forbidden(place)) => Ground::Forbidden,
            Stand::Nowhere => Ground::NoStreet,
            _ if is(&|place| self.edge.is_nearest(place)) => Ground::Edge,
            _ => Ground::Street,
        }
    }
}

impl Doorsteps {
    /// What each doorstep can choose from, for [`hinan_plan::depend()`]. Whoever is on forbidden
    /// ground hangs on none.
    pub fn choices(&self) -> impl Iterator<Item = Choice> + '_ {
        self.all.iter().zip(&self.bests).map(|(doorstep, &[best, second])| Choice {
            people: doorstep.people,
            best,
            second,
            start: doorstep.start,
            budget: doorstep.budget,
        })
    }
}
