//! What is wrong with the data of a region, row by row, and what it costs.
//!
//! [`City::audit`] looks at everything that the region knows of its input: rows that readers
//! complained of, shelters that no street leads to, records that contradict themselves, people whom
//! no answer reaches. Each [`Finding`] names its file and row and says how many people hang on it,
//! measured by the engine for the question of the city. Kinds and numbers only: sentences are for the
//! command.

mod cost;
mod ground;
mod near;
mod record;
mod twins;

use core::cmp::Reverse;
use std::collections::BTreeSet;

use hinan_model::{AreaIndex, HazardSet, Place, Shelter};
use hinan_plan::Counted;
use hinan_reach::Workers;

use crate::{City, EngineError};
use cost::Costs;

/// An entrance farther than this from the street that it is joined to, in mm: a middle of a large
/// plot, a place on the wrong side of a fence, or a street that the map lacks.
pub const FAR_OFF_MM: u32 = 50_000;
/// More places than this are no shelter's: the largest bunkers of the world hold fewer.
pub const MOST_PLACES: u32 = 50_000;
/// Days after which a check is old: two years.
pub const LONG_AGO_DAYS: u32 = 730;

/// What is wrong. The order is that of the path of the data: rows, joining, records, sources, people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A row was left out when its file was read.
    RowDropped,
    /// A row was kept, with a remark.
    RowRemarked,
    /// More was wrong with the input than a region keeps sentences of.
    ComplaintsCut,
    /// Shelters of a list lie outside of the streets' extract: one finding a list.
    OutsideOfExtract,
    /// A shelter in the extract is joined to no street.
    NotJoined,
    /// No entrance of a shelter can be used for forbidden ground.
    ForbiddenGround,
    /// An entrance is joined to a street more than [`FAR_OFF_MM`] away.
    FarFromStreet,
    /// A shelter is joined to streets only that hang together with no others.
    IsolatedStreets,
    /// A shelter looks like one of another list.
    DuplicateAcrossLists,
    /// A shelter looks like another of its own list.
    DuplicateWithinList,
    /// Nothing tells how many people a shelter holds.
    CapacityUnknown,
    /// The same, but the note has a number in it.
    CapacityInNote,
    /// The floor area is known, the number of places is not.
    AreaOnly,
    /// A shelter with places for nobody.
    CapacityZero,
    /// More than [`MOST_PLACES`] places.
    CapacityAbsurd,
    /// Less than 0.4 or more than 20 square metres of floor a head.
    CapacityAgainstArea,
    /// Closed, full, or out of use for good.
    OutOfUse,
    /// Only for those who belong there, or behind a key.
    NotPublic,
    /// Hours that cannot be read.
    HoursUnreadable,
    /// Nothing tells when it is open.
    HoursUnknown,
    /// No official list says that it is a shelter.
    NotOfficial,
    /// Nothing tells which hazards it is good for.
    SuitabilityUnstated,
    /// It is listed for other hazards than the one that is asked about.
    ListedForOthers,
    /// Good and bad for the same hazard, or below the ground and good for water.
    SuitabilityContradicted,
    /// Checked more than [`LONG_AGO_DAYS`] before the newest source, or before the time asked about.
    CheckedLongAgo,
    /// Nothing tells whether a wheelchair can get in.
    WheelchairUnknown,
    /// A source that states no date.
    SourceUndated,
    /// A source without a known licence.
    SourceUnlicensed,
    /// A doorstep with people and no street near.
    DoorstepOffStreet,
    /// People of a source live outside of the extract.
    PeopleOutside,
    /// People live too far from any doorstep.
    PeopleFar,
    /// Nobody counted the people: a guess from buildings.
    PeopleGuessed,
    /// Doorsteps nearer to the edge of the extract than to any shelter.
    DoorstepsAtEdge,
    /// Doorsteps in no zone of warning, which take the time of a neighbour: one finding a zone.
    ZoneOfNeighbour,
    /// A zone of warning without an outline.
    ZoneWithoutOutline,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Kind; 35] = [
        Kind::RowDropped,
        Kind::RowRemarked,
        Kind::ComplaintsCut,
        Kind::OutsideOfExtract,
        Kind::NotJoined,
        Kind::ForbiddenGround,
        Kind::FarFromStreet,
        Kind::IsolatedStreets,
        Kind::DuplicateAcrossLists,
        Kind::DuplicateWithinList,
        Kind::CapacityUnknown,
        Kind::CapacityInNote,
        Kind::AreaOnly,
        Kind::CapacityZero,
        Kind::CapacityAbsurd,
        Kind::CapacityAgainstArea,
        Kind::OutOfUse,
        Kind::NotPublic,
        Kind::HoursUnreadable,
        Kind::HoursUnknown,
        Kind::NotOfficial,
        Kind::SuitabilityUnstated,
        Kind::ListedForOthers,
        Kind::SuitabilityContradicted,
        Kind::CheckedLongAgo,
        Kind::WheelchairUnknown,
        Kind::SourceUndated,
        Kind::SourceUnlicensed,
        Kind::DoorstepOffStreet,
        Kind::PeopleOutside,
        Kind::PeopleFar,
        Kind::PeopleGuessed,
        Kind::DoorstepsAtEdge,
        Kind::ZoneOfNeighbour,
        Kind::ZoneWithoutOutline,
    ];

    /// The name in files and on the command line; it never changes.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::RowDropped => "row-dropped",
            Kind::RowRemarked => "row-remarked",
            Kind::ComplaintsCut => "complaints-cut",
            Kind::OutsideOfExtract => "outside-of-extract",
            Kind::NotJoined => "not-joined",
            Kind::ForbiddenGround => "forbidden-ground",
            Kind::FarFromStreet => "far-from-street",
            Kind::IsolatedStreets => "isolated-streets",
            Kind::DuplicateAcrossLists => "duplicate-across-lists",
            Kind::DuplicateWithinList => "duplicate-within-list",
            Kind::CapacityUnknown => "capacity-unknown",
            Kind::CapacityInNote => "capacity-in-note",
            Kind::AreaOnly => "area-only",
            Kind::CapacityZero => "capacity-zero",
            Kind::CapacityAbsurd => "capacity-absurd",
            Kind::CapacityAgainstArea => "capacity-against-area",
            Kind::OutOfUse => "out-of-use",
            Kind::NotPublic => "not-public",
            Kind::HoursUnreadable => "hours-unreadable",
            Kind::HoursUnknown => "hours-unknown",
            Kind::NotOfficial => "not-official",
            Kind::SuitabilityUnstated => "suitability-unstated",
            Kind::ListedForOthers => "listed-for-others",
            Kind::SuitabilityContradicted => "suitability-contradicted",
            Kind::CheckedLongAgo => "checked-long-ago",
            Kind::WheelchairUnknown => "wheelchair-unknown",
            Kind::SourceUndated => "source-undated",
            Kind::SourceUnlicensed => "source-unlicensed",
            Kind::DoorstepOffStreet => "doorstep-off-street",
            Kind::PeopleOutside => "people-outside",
            Kind::PeopleFar => "people-far",
            Kind::PeopleGuessed => "people-guessed",
            Kind::DoorstepsAtEdge => "doorsteps-at-edge",
            Kind::ZoneOfNeighbour => "zone-of-neighbour",
            Kind::ZoneWithoutOutline => "zone-without-outline",
        }
    }
}

/// What belongs to a finding besides its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// The kind says it all.
    #[default]
    Nothing,
    /// What the reader of the file said of the row.
    Said(String),
    /// How many things of its kind it stands for: shelters, doorsteps, complaints, people.
    Count(u64),
    /// How far, in mm.
    Off(u32),
    /// The other shelter, and how far away it is.
    Twin {
        /// Its number.
        shelter: u32,
        /// Between the nearest entrances of the two, in mm.
        apart_mm: u32,
    },
    /// Places and, where known, the floor area in square metres.
    Room {
        /// How many people it is said to hold.
        places: Option<u32>,
        /// The floor area.
        area_m2: Option<u32>,
    },
    /// The hazards that it is about.
    Hazards(HazardSet),
    /// Days between the check and the day that counts as today.
    Days(u32),
}

/// How the people of a cost were found; the weaker word comes later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Nothing can be said of people: a row without a place, a file's licence.
    #[default]
    Unknown,
    /// They are the people that the finding is about.
    Counted,
    /// The shelter is in use: those for whom it is the best, over the streets.
    InUse,
    /// It is not offered: those for whom it would be the best if it were, over the streets.
    IfOffered,
    /// It is not joined: no more than these, as the crow flies at the walker's pace. An upper bound.
    AtMost,
}

impl Basis {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Basis::Unknown => "unknown",
            Basis::Counted => "counted",
            Basis::InUse => "in-use",
            Basis::IfOffered => "if-offered",
            Basis::AtMost => "at-most",
        }
    }
}

/// Who hangs on a finding. Doorsteps count as one each where nobody counted people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Of those served (or counted), the ones who have no other shelter in time.
    pub only: u64,
    /// People whom the shelter serves in time, or would.
    pub serves: u64,
    /// How these were found.
    pub basis: Basis,
    /// Places that are in doubt, where a finding is about places.
    pub places: Option<u64>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// What; [`Kind::RowDropped`] by default.
    pub kind: Kind,
    /// The file, where it is about one.
    pub file: Option<String>,
    /// The row in it.
    pub row: Option<u64>,
    /// The column.
    pub column: Option<String>,
    /// The shelter, a number into the region's.
    pub shelter: Option<u32>,
    /// The doorstep, as [`City::doorsteps`] numbers them.
    pub doorstep: Option<usize>,
    /// The zone, a number into the region's.
    pub zone: Option<usize>,
    /// Where it is.
    pub place: Option<Place>,
    /// What belongs to it.
    pub detail: Detail,
    /// Who hangs on it.
    pub cost: Cost,
}

impl Default for Kind {
    fn default() -> Self {
        Kind::ALL[0]
    }
}

/// Everything that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// What costs are counted in.
    pub counted: Counted,
    /// How many there are in all.
    pub total: u64,
    /// What was found, the dearest first.
    pub findings: Vec<Finding>,
}

/// What was found of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The kind.
    pub kind: Kind,
    /// How many findings.
    pub count: u64,
    /// Who hangs on them, each shelter counted once. Of shelters that are not in use each counts as if
    /// it alone came into use, so that these sums may count people twice.
    pub cost: Cost,
}

impl Audit {
    /// What was found of each kind that was found, in the order of the kinds.
    pub fn summary(&self) -> Vec<Summary> {
        Kind::ALL.into_iter().filter_map(|kind| self.summary_of(kind)).collect()
    }

    fn summary_of(&self, kind: Kind) -> Option<Summary> {
        let mut seen = BTreeSet::new();
        let mut summary = Summary { kind, count: 0, cost: Cost::default() };
        for Finding { shelter, cost, .. } in self.findings.iter().filter(|found| found.kind == kind) {
            summary.count += 1;
            if shelter.is_some_and(|shelter| !seen.insert(shelter)) {
                continue;
            }
            let sum = &mut summary.cost;
            sum.only += cost.only;
            sum.serves += cost.serves;
            // The weakest word holds for the sum, of those that add to it.
            if cost.serves > 0 || sum.basis == Basis::Unknown {
                sum.basis = sum.basis.max(cost.basis);
            }
            sum.places = match (sum.places, cost.places) {
                (None, None) => None,
                (a, b) => Some(a.unwrap_or(0) + b.unwrap_or(0)),
            };
        }
        (summary.count > 0).then_some(summary)
    }
}

impl City<'_> {
    /// Looks for everything that is wrong with the data behind this city. Two searches over the
    /// streets at most: the shelters that are offered, and all that a street leads to.
    ///
    /// # Errors
    /// Where the region contradicts itself.
    pub fn audit(&self, workers: &impl Workers) -> Result<Audit, EngineError> {
        let engine = self.engine(2, workers)?;
        let doorsteps = self.doorsteps(&engine, &AreaIndex::default(), workers);
        let costs = Costs::measure(self, &doorsteps, workers)?;
        let mut findings = Vec::new();
        self.find_complaints(&costs, &mut findings);
        self.find_unjoined(&costs, &mut findings);
        twins::find(self, &costs, &mut findings);
        record::find(self, &costs, &mut findings);
        ground::find(self, &doorsteps, &costs, &mut findings);
        // Sorting keeps the order of equals: that of the region.
        findings.sort_by_key(|found| {
            let Cost { only, serves, places, .. } = found.cost;
            (Reverse((only, serves, places)), found.kind)
        });
        Ok(Audit { counted: costs.counted, total: costs.total, findings })
    }

    /// What readers said of rows, joined to the shelter that the row became.
    fn find_complaints(&self, costs: &Costs, findings: &mut Vec<Finding>) {
        let meta = self.region.meta();
        let shelters = self.shelters_by_row();
        for complaint in &meta.complaints {
            let at = complaint.row.and_then(|row| {
                let key = (complaint.file.as_str(), row);
                let at = shelters.binary_search_by_key(&key, |&(file, row, _)| (file, row)).ok()?;
                Some(shelters[at].2)
            });
            let is_told_by_kind = match at {
                Some(shelter) => {
                    costs.is_left_out(shelter)
                        && complaint.reason.starts_with(&format!("shelter {}", self.id(shelter)))
                }
                None => complaint.row.is_none() && complaint.reason.contains(hinan_region::meta::OUTSIDE),
            };
            if is_told_by_kind {
                continue;
            }
            findings.push(Finding {
                kind: if complaint.dropped { Kind::RowDropped } else { Kind::RowRemarked },
                file: Some(complaint.file.clone()),
                row: complaint.row,
                column: complaint.column.clone(),
                shelter: at,
                place: at.and_then(|shelter| self.place_of_shelter(shelter)),
                detail: Detail::Said(complaint.reason.clone()),
                cost: at.map_or_else(Cost::default, |shelter| costs.of(shelter)),
                ..Finding::default()
            });
        }
        let said: u64 = meta.sources.iter().map(|source| source.complaints).sum();
        let kept = meta.complaints.len() as u64;
        if said > kept && meta.complaints.len() >= hinan_region::meta::MAX_COMPLAINTS {
            findings.push(Finding {
                kind: Kind::ComplaintsCut,
                detail: Detail::Count(said - kept),
                ..Finding::default()
            });
        }
    }

    /// File, row and number of every shelter, sorted; of several of one row the first.
    fn shelters_by_row(&self) -> Vec<(&str, u64, u32)> {
        let mut rows: Vec<(&str, u64, u32)> = (0..)
            .zip(self.region.shelters())
            .filter_map(|(number, shelter)| Some((self.file_of(shelter)?, shelter.row, number)))
            .collect();
        rows.sort_unstable();
        rows.dedup_by_key(|&mut (file, row, _)| (file, row));
        rows
    }

    /// Shelters that nobody can be sent to, and why.
    fn find_unjoined(&self, costs: &Costs, findings: &mut Vec<Finding>) {
        for (source, meta) in self.region.meta().sources.iter().enumerate() {
            let outside = costs.outside_of(self, source);
            if outside > 0 {
                findings.push(Finding {
                    kind: Kind::OutsideOfExtract,
                    file: Some(meta.file.clone()),
                    detail: Detail::Count(outside),
                    ..Finding::default()
                });
            }
        }
        for shelter in costs.in_extract() {
            if let Some((kind, detail)) = costs.fault(shelter) {
                findings.push(Finding { detail, ..self.about(kind, shelter, costs) });
            }
        }
    }

    /// A finding about a shelter, with its row and cost.
    fn about(&self, kind: Kind, number: u32, costs: &Costs) -> Finding {
        let shelter = self.shelter(number);
        Finding {
            kind,
            file: shelter.and_then(|shelter| self.file_of(shelter)).map(str::to_owned),
            row: shelter.map(|shelter| shelter.row),
            shelter: Some(number),
            place: self.place_of_shelter(number),
            cost: costs.of(number),
            ..Finding::default()
        }
    }

    fn id(&self, shelter: u32) -> &str {
        self.shelter(shelter).map_or("", |shelter| &shelter.id)
    }

    fn file_of(&self, shelter: &Shelter) -> Option<&str> {
        self.region.meta().sources.get(shelter.source as usize).map(|source| source.file.as_str())
    }

    fn place_of_shelter(&self, shelter: u32) -> Option<Place> {
        let entrances = &self.shelter(shelter)?.entrances;
        entrances.iter().find_map(|entrance| crate::place_of(self.region, &entrance.at))
    }
}
