//! Two counts side by side.

use hinan_model::Ds;
use serde::Serialize;

use crate::coverage::{BANDS, Counted, Coverage, Tally};
use crate::fate::{ByFate, Fate};

/// What changed from one tally to another: the second less the first. Exact, as long as no number
/// exceeds 9 x 10^18.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Change {
    /// People in all.
    pub total: i64,
    /// People in time.
    pub in_time: i64,
    /// People by fate.
    pub people: ByFate<i64>,
    /// Doorsteps by fate.
    pub doorsteps: ByFate<i64>,
    /// People by total time.
    pub bands: [i64; BANDS],
    /// The median, where both have one.
    pub median_ds: Option<i64>,
    /// The worst, where both have one.
    pub worst_ds: Option<i64>,
}

/// What changed from one coverage to another: the second less the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What each counts. Where one counts people and the other doorsteps, the numbers below compare
    /// what cannot be compared, and shares are all that may be told.
    pub counted: [Counted; 2],
    /// Everybody.
    pub all: Change,
    /// District by district, where both have the same number of them; else empty. Whether number 7
    /// is the same district in both is for the caller to know.
    pub districts: Vec<Change>,
    /// Those in no district.
    pub outside: Change,
    /// People who need at most 0, 10, 20, ... seconds, as long as the longer curve; a curve that has
    /// ended stays where it was.
    pub curve: Vec<i64>,
}

impl Tally {
    /// What changed from this tally to `later`.
    pub fn change_to(&self, later: &Tally) -> Change {
        let mut change = Change {
            total: minus(later.total(), self.total()),
            in_time: minus(later.in_time(), self.in_time()),
            median_ds: minus_times(later.median_ds, self.median_ds),
            worst_ds: minus_times(later.worst_ds, self.worst_ds),
            ..Change::default()
        };
        for fate in Fate::ALL {
            change.people[fate] = minus(later.people[fate], self.people[fate]);
            change.doorsteps[fate] = minus(later.doorsteps[fate], self.doorsteps[fate]);
        }
        for (band, change) in change.bands.iter_mut().enumerate() {
            *change = minus(later.bands[band], self.bands[band]);
        }
        change
    }
}

/// What changed from `a` to `b`: two states of one city, two hazards, two walkers, or two cities.
pub fn difference(a: &Coverage, b: &Coverage) -> Difference {
    let alike = a.districts.len() == b.districts.len();
    let at = |curve: &[u64], step: usize| curve.get(step).or(curve.last()).copied().unwrap_or(0);
    Difference {
        counted: [a.counted, b.counted],
        all: a.all.change_to(&b.all),
        districts: if alike {
            a.districts.iter().zip(&b.districts).map(|(a, b)| a.change_to(b)).collect()
        } else {
            Vec::new()
        },
        outside: a.outside.change_to(&b.outside),
        curve: (0..a.curve.len().max(b.curve.len()))
            .map(|step| minus(at(&b.curve, step), at(&a.curve, step)))
            .collect(),
    }
}

/// Wraps only where the difference itself does not fit.
fn minus(later: u64, former: u64) -> i64 {
    later.wrapping_sub(former).cast_signed()
}

fn minus_times(later: Option<Ds>, former: Option<Ds>) -> Option<i64> {
    Some(i64::from(later?.0) - i64::from(former?.0))
}
