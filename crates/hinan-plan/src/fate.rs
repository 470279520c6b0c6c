//! What becomes of the people behind one door.

use core::fmt;
use core::ops::{Index, IndexMut};

use hinan_model::{Ds, InTime, Inside};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// One doorstep, as far as counting people goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doorstep {
    /// How many people live behind it.
    pub people: u32,
    /// Walk and entrance to the best shelter that is offered; [`Ds::UNREACHABLE`] where there is
    /// none.
    pub time: Ds,
    /// The time that the hazard leaves at this place.
    pub budget: Ds,
    /// Until these people stand at the way out (`Origin::time`): delay and own stairs.
    pub start: Ds,
    /// Whether the building is a shelter itself.
    pub inside: Inside,
    /// Where it is, from the doorstep into that shelter: stairs and door; else without meaning.
    pub inside_time: Ds,
    /// Where the doorstep stands.
    pub ground: Ground,
    /// The number of the district that it lies in, if in any.
    pub district: Option<u32>,
}

/// Where a doorstep stands, as far as that limits what can be said of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// On a street that hinan knows.
    #[default]
    Street,
    /// Near no street.
    NoStreet,
    /// On forbidden ground: no way over it is ever shown.
    Forbidden,
    /// On a street, but nearer to the edge of the extract than to any shelter in it
    /// ([`answer::Edge`](crate::answer::Edge)): there may be a better shelter beyond the edge.
    Edge,
}

/// What becomes of the people behind one door. The better fate comes first.
///
/// "In time" are the first three: law 1 lets nobody be counted as saved who would have to be on the
/// street already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Their own building is a shelter that is offered, and they are in it in time (plan 0).
    Inside,
    /// They can walk to a shelter with time to spare: at most 0.7 of what there is.
    Go,
    /// They can, if they leave at once: at most 0.9.
    GoAtOnce,
    /// Only somebody who is outside already can: all of the time or nearly so. Not in time.
    OnlyIfAlreadyOutside,
    /// A shelter is known, but it is too far.
    Late,
    /// No way leads to any shelter, or these people cannot leave their floor.
    OutOfReach,
    /// No shelter of the extract is in time, and one beyond its edge may be. Never counted as late,
    /// nor as reached.
    Unknown,
    /// Near no street, so that nothing can be said of the way.
    NoStreet,
    /// On forbidden ground, where hinan shows no way at all, whatever shelter is near.
    Forbidden,
}

impl Fate {
    /// How many there are.
    pub const COUNT: usize = 9;

    /// Every fate, the better first.
    pub const ALL: [Fate; Fate::COUNT] = [
        Fate::Inside,
        Fate::Go,
        Fate::GoAtOnce,
        Fate::OnlyIfAlreadyOutside,
        Fate::Late,
        Fate::OutOfReach,
        Fate::Unknown,
        Fate::NoStreet,
        Fate::Forbidden,
    ];

    /// The name in files: `inside`, `go`, `go-at-once`, `only-if-already-outside`, `late`,
    /// `out-of-reach`, `unknown`, `no-street`, `forbidden`.
    pub const fn name(self) -> &'static str {
        match self {
            Fate::Inside => "inside",
            Fate::Go => "go",
            Fate::GoAtOnce => "go-at-once",
            Fate::OnlyIfAlreadyOutside => "only-if-already-outside",
            Fate::Late => "late",
            Fate::OutOfReach => "out-of-reach",
            Fate::Unknown => "unknown",
            Fate::NoStreet => "no-street",
            Fate::Forbidden => "forbidden",
        }
    }

    /// Whether these people are in a shelter in time.
    pub const fn is_in_time(self) -> bool {
        matches!(self, Fate::Inside | Fate::Go | Fate::GoAtOnce)
    }

    /// Whether a shelter and a time to it are known, in time or not.
    pub const fn has_time(self) -> bool {
        matches!(self, Fate::Inside | Fate::Go | Fate::GoAtOnce | Fate::OnlyIfAlreadyOutside | Fate::Late)
    }

    const fn of_walk(answer: InTime) -> Fate {
        match answer {
            InTime::Go => Fate::Go,
            InTime::GoAtOnce => Fate::GoAtOnce,
            InTime::OnlyIfAlreadyOutside => Fate::OnlyIfAlreadyOutside,
            InTime::Late => Fate::Late,
        }
    }
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Doorstep {
    /// What becomes of the people here.
    ///
    /// Forbidden ground outranks everything (`safety.md`, rule 5); then the own building (rule 3),
    /// which needs no street. Near the edge only a shelter that is in time counts as an answer.
    pub fn fate(&self) -> Fate {
        if self.ground == Ground::Forbidden {
            return Fate::Forbidden;
        }
        if InTime::judge(self.inside_total(), self.budget).may_go() {
            return Fate::Inside;
        }
        let total = self.total();
        let answer = InTime::judge(total, self.budget);
        if self.inside_total().is_reachable() && !answer.may_go() {
            return Fate::of_walk(answer);
        }
        match self.ground {
            Ground::NoStreet => Fate::NoStreet,
            Ground::Edge if !answer.may_go() => Fate::Unknown,
            _ if !total.is_reachable() => Fate::OutOfReach,
            _ => Fate::of_walk(answer),
        }
    }

    /// All the time that these people need: start, and the walk with its entrance or, where that is
    /// less, the stairs of the own building's shelter. [`Ds::UNREACHABLE`] where they reach nothing.
    pub fn total(&self) -> Ds {
        self.inside_total().min(self.start.plus(self.walk()))
    }

    /// The time to the own building's shelter, where it has one.
    fn inside_total(&self) -> Ds {
        match self.inside {
            Inside::Known => self.start.plus(self.inside_time),
            Inside::Unknown | Inside::None => Ds::UNREACHABLE,
        }
    }

    /// Near no street nobody walks.
    fn walk(&self) -> Ds {
        if self.ground == Ground::NoStreet { Ds::UNREACHABLE } else { self.time }
    }
}

/// One value for each fate. Serialised as an object with the names of the fates, the better first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByFate<T>(pub [T; Fate::COUNT]);

impl<T> ByFate<T> {
    /// Fates and values, the better first.
    pub fn iter(&self) -> impl Iterator<Item = (Fate, &T)> {
        Fate::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<Fate> for ByFate<T> {
    type Output = T;

    fn index(&self, fate: Fate) -> &T {
        &self.0[fate as usize]
    }
}

impl<T> IndexMut<Fate> for ByFate<T> {
    fn index_mut(&mut self, fate: Fate) -> &mut T {
        &mut self.0[fate as usize]
    }
}

impl<T: Serialize> Serialize for ByFate<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Fate::COUNT))?;
        for (fate, value) in self.iter() {
            map.serialize_entry(fate.name(), value)?;
        }
        map.end()
    }
}
