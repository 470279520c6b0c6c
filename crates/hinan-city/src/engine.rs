//! What the engine starts from.

use hinan_model::Ds;
use hinan_plan::answer::Answers;
use hinan_reach::{Change, Field, Graph, Scratch, Start, Starts, Workers};

use crate::City;

/// Everything that the engine needs to answer for one walker.
#[derive(Clone, Debug)]
pub struct Engine {
    /// The network, forbidden ground closed.
    pub graph: Graph,
    /// The entrances.
    pub starts: Starts,
    /// The best shelters of every node.
    pub field: Field,
}

/// Why the engine does not start.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The region contradicts itself.
    #[error(transparent)]
    Graph(#[from] hinan_reach::GraphError),
    /// So does it.
    #[error(transparent)]
    Start(#[from] hinan_reach::StartError),
    /// So does it.
    #[error(transparent)]
    Change(#[from] hinan_reach::ChangeError),
}

impl City<'_> {
    /// Graph, entrances and the field of the best `k`. Shelters that are not offered are closed,
    /// entrances and streets on forbidden ground too.
    ///
    /// # Errors
    /// Where the region contradicts itself.
    pub fn engine(&self, k: usize, workers: &impl Workers) -> Result<Engine, EngineError> {
        self.engine_with(k, workers, |shelter| self.offered.get(shelter as usize).is_some_and(Result::is_ok))
    }

    /// The best shelter of every node where a place in shelter N costs `prices[N]` besides the walk: times of
    /// this field have the price in them.
    ///
    /// # Errors
    /// Where the region contradicts itself.
    pub fn priced_field(
        &self,
        engine: &Engine,
        prices: &[Ds],
        workers: &impl Workers,
    ) -> Result<Field, EngineError> {
        let mut entrances = self.entrances();
        for entrance in &mut entrances {
            entrance.time =
                entrance.time.plus(prices.get(entrance.shelter as usize).copied().unwrap_or_default());
        }
        let shelters = self.region.shelters().len() as u32;
        let mut starts = Starts::new(&engine.graph, shelters, &entrances)?;
        for shelter in 0..shelters {
            if !self.offered.get(shelter as usize).is_some_and(Result::is_ok) {
                starts.set_open(shelter, false)?;
            }
        }
        let mut field = Field::empty(&engine.graph, 1);
        field.recompute(&engine.graph, &starts, &mut Scratch::default(), workers);
        Ok(field)
    }

    /// The same, with those shelters open that `is_open` says are.
    pub(crate) fn engine_with(
        &self,
        k: usize,
        workers: &impl Workers,
        is_open: impl Fn(u32) -> bool,
    ) -> Result<Engine, EngineError> {
        let region = self.region;
        let mut graph = Graph::new(&region.network(), self.walker)?;
        let mut closed = self.question.what_if.close_segments.clone();
        if !self.avoid.is_empty() {
            closed.extend(region.segments_touching(&self.avoid));
        }
        if !closed.is_empty() {
            let changes: Vec<Change> = closed.into_iter().map(Change::CloseSegment).collect();
            graph.change(&region.network(), &changes)?;
        }
        let mut starts = Starts::new(&graph, region.shelters().len() as u32, &self.entrances())?;
        for shelter in 0..region.shelters().len() as u32 {
            if !is_open(shelter) {
                starts.set_open(shelter, false)?;
            }
        }
        let mut field = Field::empty(&graph, k);
        field.recompute(&graph, &starts, &mut Scratch::default(), workers);
        Ok(Engine { graph, starts, field })
    }

    /// The engine of this city, made from that of `other`: the same question but for what is imagined
    /// to be closed or open. Only what that touches is computed again; the engine is as if made afresh,
    /// bit for bit. Says how many junctions were looked at.
    ///
    /// `other` must imagine no streets closed that this city leaves open.
    ///
    /// # Errors
    /// Where the region contradicts itself.
    pub fn engine_from(&self, other: &City, engine: &Engine) -> Result<(Engine, usize), EngineError> {
        let mut engine = engine.clone();
        let mut changes = Vec::new();
        for (shelter, (before, after)) in (0..).zip(other.offered.iter().zip(&self.offered)) {
            match (before.is_ok(), after.is_ok()) {
                (true, false) => changes.push(Change::CloseShelter(shelter)),
                (false, true) => changes.push(Change::OpenShelter(shelter)),
                _ => {}
            }
        }
        changes.extend(self.question.what_if.close_segments.iter().copied().map(Change::CloseSegment));
        let Engine { graph, starts, field } = &mut engine;
        let repair = field.apply(&self.region.network(), graph, starts, &changes, &mut Scratch::default())?;
        Ok((engine, repair.junctions))
    }

    /// The entrances that may be used.
    fn entrances(&self) -> Vec<Start> {
        let region = self.region;
        let forbidden = region.entrances_touching(&self.avoid);
        let mut entrances = region
            .entrances()
            .iter()
            .map(|entrance| Start {
                shelter: entrance.shelter,
                node: entrance.node,
                time: region.start_time(entrance, self.walker),
            })
            .collect::<Vec<_>>();
        for entrance in forbidden {
            entrances[entrance as usize].time = Ds::UNREACHABLE;
        }
        entrances.retain(|entrance| entrance.time.is_reachable());
        entrances
    }

    /// The answers of an engine of this city.
    pub fn answers<'e>(&'e self, engine: &'e Engine) -> Answers<'e> {
        Answers { network: self.region.network(), graph: &engine.graph, field: &engine.field }
    }
}
