//! From the tags of one element to what they mean: [`WayFacts`] and [`NodeFacts`] gather,
//! [`WayFacts::decide`] and [`NodeFacts::passage`] judge.

use crate::tables::{self, Access, Barrier, ByDefault, CLASSES, Dwelling, Form, NodeTag, WayTag, Wheels};

/// What the tags of a way (or multipolygon) say.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WayFacts {
    /// Row of [`CLASSES`] plus one; 0: none.
    class: u8,
    access: Access,
    foot: Access,
    wheelchair: Wheels,
    flags: u32,
    building: Option<Dwelling>,
    /// Tenths of storeys; 0: nobody says.
    levels: u16,
}

/// Bits of [`WayFacts::flags`].
mod flag {
    pub(super) const MOTORROAD: u32 = 1;
    pub(super) const FERRY: u32 = 1 << 1;
    pub(super) const IMPASSABLE: u32 = 1 << 2;
    pub(super) const SIDEWALK: u32 = 1 << 3;
    pub(super) const NO_SIDEWALK: u32 = 1 << 4;
    pub(super) const AREA: u32 = 1 << 5;
    pub(super) const NOT_AREA: u32 = 1 << 6;
    pub(super) const ONLY_FORWARD: u32 = 1 << 7;
    pub(super) const ONLY_BACKWARD: u32 = 1 << 8;
    pub(super) const STAIRS_FORWARD: u32 = 1 << 9;
    pub(super) const STAIRS_BACKWARD: u32 = 1 << 10;
    pub(super) const UP: u32 = 1 << 11;
    pub(super) const DOWN: u32 = 1 << 12;
    pub(super) const ROUGH: u32 = 1 << 13;
    pub(super) const NARROW: u32 = 1 << 14;
    pub(super) const RAMP: u32 = 1 << 15;
    pub(super) const OFF_GROUND: u32 = 1 << 16;
    pub(super) const OUTHOUSE: u32 = 1 << 17;
    pub(super) const MULTIPOLYGON: u32 = 1 << 18;
}

/// Which way stairs climb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Stairs {
    /// Not stairs.
    #[default]
    None,
    /// Nobody says: the slower of the two both ways.
    Unknown,
    /// Along the line.
    Up,
    /// Against it.
    Down,
}

/// A way that can be walked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Walk {
    /// Row of [`CLASSES`].
    pub(crate) class: u8,
    /// Private ground that the emergency switch opened.
    pub(crate) private: bool,
    /// People may go along the line.
    pub(crate) forward: bool,
    /// People may go against it.
    pub(crate) backward: bool,
    pub(crate) stairs: Stairs,
    /// Never [`Wheels::Unsaid`].
    pub(crate) wheels: Wheels,
    /// On a bridge or in a tunnel.
    pub(crate) off_ground: bool,
    /// Drawn as an area (if it is closed).
    pub(crate) area: bool,
}

/// Why a way with a class is not walked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Refusal {
    /// The class (row of [`CLASSES`]) is not for feet.
    Class(u8),
    Motorroad,
    Ferry,
    Impassable,
    Private,
    NoAccess,
}

impl Refusal {
    /// Every refusal has a number below this.
    pub(crate) const COUNT: usize = 256 + 5;

    pub(crate) fn number(self) -> usize {
        match self {
            Refusal::Class(class) => class as usize,
            Refusal::Motorroad => 256,
            Refusal::Ferry => 257,
            Refusal::Impassable => 258,
            Refusal::Private => 259,
            Refusal::NoAccess => 260,
        }
    }

    /// The words for number `number`.
    pub(crate) fn words(number: usize) -> String {
        match number {
            256 => "motorroad=yes".to_owned(),
            257 => "a ferry".to_owned(),
            258 => "impassable, via ferrata or alpine".to_owned(),
            259 => "private (access or foot)".to_owned(),
            260 => "closed to people on foot (access or foot)".to_owned(),
            class => CLASSES.get(class).map_or_else(String::new, |c| {
                if c.value == "*" {
                    format!("{} of another kind", c.key)
                } else {
                    format!("{}={}", c.key, c.value)
                }
            }),
        }
    }
}

impl WayFacts {
    /// Takes in one tag. `value` is its text, for the tags whose value is a number.
    pub(crate) fn add(&mut self, tag: WayTag, value: &[u8]) {
        self.flags |= match tag {
            WayTag::Class(class) => {
                let class = class + 1;
                self.class = if self.class == 0 { class } else { self.class.min(class) };
                0
            }
            WayTag::Access(access) => {
                self.access = access;
                0
            }
            WayTag::Foot(access) => {
                self.foot = access;
                0
            }
            WayTag::Wheelchair(wheels) => {
                self.wheelchair = wheels;
                0
            }
            WayTag::Motorroad => flag::MOTORROAD,
            WayTag::Ferry => flag::FERRY,
            WayTag::Impassable => flag::IMPASSABLE,
            WayTag::Sidewalk => flag::SIDEWALK,
            WayTag::NoSidewalk => flag::NO_SIDEWALK,
            WayTag::Area(true) => flag::AREA,
            WayTag::Area(false) => flag::NOT_AREA,
            WayTag::OnlyForward => flag::ONLY_FORWARD,
            WayTag::OnlyBackward => flag::ONLY_BACKWARD,
            WayTag::StairsForward => flag::STAIRS_FORWARD,
            WayTag::StairsBackward => flag::STAIRS_BACKWARD,
            WayTag::Up => flag::UP,
            WayTag::Down => flag::DOWN,
            WayTag::InclineNumber => incline(value),
            WayTag::Rough => flag::ROUGH,
            WayTag::WidthNumber => {
                if leading_number(value).is_some_and(|m| m < tables::NARROW_M) {
                    flag::NARROW
                } else {
                    0
                }
            }
            WayTag::Ramp => flag::RAMP,
            WayTag::OffGround => flag::OFF_GROUND,
            WayTag::Building(dwelling) => {
                self.building = Some(dwelling);
                0
            }
            WayTag::LevelsNumber => {
                let levels = leading_number(value).unwrap_or(0.0).min(tables::MOST_LEVELS);
                self.levels = (levels * 10.0).round() as u16;
                0
            }
            WayTag::Outhouse => flag::OUTHOUSE,
            WayTag::Multipolygon => flag::MULTIPOLYGON,
            WayTag::Name | WayTag::Nothing => 0,
        };
    }

    fn has(&self, flags: u32) -> bool {
        self.flags & flags != 0
    }

    /// Whether the element has a `highway` tag.
    pub(crate) fn has_highway(&self) -> bool {
        self.class().is_some_and(|class| class.key == "highway")
    }

    fn class(&self) -> Option<&'static tables::Class> {
        CLASSES.get((self.class as usize).wrapping_sub(1))
    }

    /// Whether it is a building that people start from, and how much they live there: thousandths
    /// of a square metre of dwelling for each square metre of its ground.
    pub(crate) fn building(&self) -> Option<u32> {
        let Dwelling { permille, levels } = self.building.filter(|_| !self.has(flag::OUTHOUSE))?;
        let tenths = if self.levels == 0 { u32::from(levels) * 10 } else { u32::from(self.levels) };
        Some((u32::from(permille) * tenths).div_ceil(10))
    }

    /// Whether it is a relation that draws an area.
    pub(crate) fn is_multipolygon(&self) -> bool {
        self.has(flag::MULTIPOLYGON)
    }

    /// Whether people can walk here, and how. `None`: it has no class, nobody asks.
    pub(crate) fn decide(&self, emergency: bool) -> Option<Result<Walk, Refusal>> {
        let class = self.class()?;
        let number = self.class - 1;
        let said = if self.foot == Access::Unsaid { self.access } else { self.foot };
        let invited = self.foot == Access::Yes || self.has(flag::SIDEWALK);
        let refusal = if self.has(flag::FERRY) {
            Some(Refusal::Ferry)
        } else if class.foot == ByDefault::Never || (class.foot == ByDefault::OnlyIfSaid && !invited) {
            Some(Refusal::Class(number))
        } else if self.has(flag::IMPASSABLE) {
            Some(Refusal::Impassable)
        } else if said == Access::No {
            Some(Refusal::NoAccess)
        } else if said == Access::Private && !emergency {
            Some(Refusal::Private)
        } else if self.has(flag::MOTORROAD) && !invited {
            Some(Refusal::Motorroad)
        } else {
            None
        };
        Some(match refusal {
            Some(refusal) => Err(refusal),
            None => Ok(self.walk(class, number, said == Access::Private)),
        })
    }

    fn walk(&self, class: &tables::Class, number: u8, private: bool) -> Walk {
        let is_stairs = class.form == Form::Steps;
        let only_forward = self.has(flag::ONLY_FORWARD) || (is_stairs && self.has(flag::STAIRS_FORWARD));
        let only_backward = self.has(flag::ONLY_BACKWARD) || (is_stairs && self.has(flag::STAIRS_BACKWARD));
        // Contradicting signs cancel each other.
        let contradiction = only_forward && only_backward;
        let deck_area = class.form == Form::Deck && !self.has(flag::NOT_AREA);
        Walk {
            class: number,
            private,
            forward: !only_backward || contradiction,
            backward: !only_forward || contradiction,
            stairs: match (is_stairs, self.has(flag::UP), self.has(flag::DOWN)) {
                (false, _, _) => Stairs::None,
                (true, true, false) => Stairs::Up,
                (true, false, true) => Stairs::Down,
                (true, _, _) => Stairs::Unknown,
            },
            wheels: self.wheels(class),
            off_ground: self.has(flag::OFF_GROUND),
            area: self.has(flag::AREA) || deck_area,
        }
    }

    fn wheels(&self, class: &tables::Class) -> Wheels {
        if self.wheelchair != Wheels::Unsaid {
            return self.wheelchair;
        }
        let stairs = class.form == Form::Steps && !self.has(flag::RAMP);
        let beside_cars =
            class.form == Form::Road && self.has(flag::NO_SIDEWALK) && !self.has(flag::SIDEWALK);
        if stairs || beside_cars || self.has(flag::ROUGH | flag::NARROW) { Wheels::No } else { Wheels::Yes }
    }
}

/// `10%`, `-3.5 %`, `5°`: which way it climbs.
fn incline(value: &[u8]) -> u32 {
    if !value.iter().any(|b| (b'1'..=b'9').contains(b)) {
        0
    } else if value.first() == Some(&b'-') {
        flag::DOWN
    } else {
        flag::UP
    }
}

/// The number that a value starts with: 0.6 of `0.6 m`. Feet and inches are not read.
fn leading_number(value: &[u8]) -> Option<f64> {
    let end = value.iter().position(|b| !b.is_ascii_digit() && *b != b'.').unwrap_or(value.len());
    let unit = value.get(end..)?.trim_ascii();
    if !unit.is_empty() && unit != b"m" {
        return None;
    }
    std::str::from_utf8(value.get(..end)?).ok()?.parse().ok()
}

/// What the tags of a node say.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NodeFacts {
    barrier: Option<Barrier>,
    access: Access,
    foot: Access,
    wheelchair: Wheels,
    locked: bool,
    raised_kerb: bool,
    elevator: bool,
    signal: bool,
    /// A door of a building.
    pub(crate) entrance: bool,
    /// A way into something that is no doorstep.
    pub(crate) way_in: bool,
    /// A house number.
    pub(crate) address: bool,
}

/// What a node costs those who walk through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Nobody passes.
    pub(crate) closed: bool,
    /// Wheelchairs cannot pass.
    pub(crate) no_wheels: bool,
    /// Half of the cost in ds: each of the two segments that a walker uses carries one half.
    pub(crate) half_ds: u16,
    /// Bits of [`Passage::GATE`] and the others, for the name of the kind.
    pub(crate) what: u8,
}

impl Passage {
    pub(crate) const GATE: u8 = 1;
    pub(crate) const SIGNAL: u8 = 2;
    pub(crate) const ELEVATOR: u8 = 4;
    pub(crate) const PRIVATE: u8 = 8;
    pub(crate) const OBSTACLE: u8 = 16;
}

impl NodeFacts {
    /// Takes in one tag.
    pub(crate) fn add(&mut self, tag: NodeTag) {
        match tag {
            NodeTag::Barrier(barrier) => self.barrier = Some(barrier),
            NodeTag::Access(access) => self.access = access,
            NodeTag::Foot(access) => self.foot = access,
            NodeTag::Locked => self.locked = true,
            NodeTag::Wheelchair(wheels) => self.wheelchair = wheels,
            NodeTag::RaisedKerb => self.raised_kerb = true,
            NodeTag::Elevator => self.elevator = true,
            NodeTag::Signal => self.signal = true,
            NodeTag::Entrance => self.entrance = true,
            NodeTag::WayIn => self.way_in = true,
            NodeTag::Address => self.address = true,
            NodeTag::Nothing => {}
        }
    }

    /// What it costs to walk through; `None`: nothing.
    pub(crate) fn passage(&self, emergency: bool) -> Option<Passage> {
        let mut passage = Passage { closed: false, no_wheels: false, half_ds: 0, what: 0 };
        if let Some(barrier) = self.barrier {
            self.pass_barrier(barrier, emergency, &mut passage);
        }
        if self.elevator {
            passage.half_ds += tables::ELEVATOR_DS / 2;
            passage.what |= Passage::ELEVATOR;
        }
        if self.signal {
            passage.half_ds += tables::SIGNAL_DS / 2;
            passage.what |= Passage::SIGNAL;
        }
        if (self.raised_kerb || passage.no_wheels) && self.wheelchair != Wheels::Yes {
            passage.no_wheels = true;
            passage.what |= Passage::OBSTACLE;
        } else {
            passage.no_wheels = false;
        }
        (passage.closed || passage.what != 0).then_some(passage)
    }

    fn pass_barrier(&self, barrier: Barrier, emergency: bool, passage: &mut Passage) {
        let said = if self.foot == Access::Unsaid { self.access } else { self.foot };
        // A wall with a way through it is drawn as a wall that says foot=yes.
        let walled = barrier == Barrier::Closed && said != Access::Yes;
        passage.closed =
            walled || self.locked || said == Access::No || (said == Access::Private && !emergency);
        let gate = matches!(barrier, Barrier::Gate | Barrier::GateNoWheels);
        if said == Access::Private {
            passage.half_ds = tables::PRIVATE_GATE_DS / 2;
            passage.what |= Passage::GATE | Passage::PRIVATE;
        } else if gate {
            passage.half_ds = tables::GATE_DS / 2;
            passage.what |= Passage::GATE;
        }
        passage.no_wheels =
            matches!(barrier, Barrier::GateNoWheels | Barrier::StepOver) || self.wheelchair == Wheels::No;
    }
}
