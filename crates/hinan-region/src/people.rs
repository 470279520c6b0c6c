//! Spreading people over doorsteps, to the last head.
//!
//! A source tells how many people there are in a piece of ground; they start from doorsteps. Each
//! cell's people go to the doorsteps in it, by the floor that people may live on behind each
//! (dasymetric mapping, as the reference pages recommend), in whole persons by largest remainders.
//! Fractions of a person are carried from cell to cell, so that a raster of tenths of people adds
//! up. Nobody is lost and nobody is invented: doorsteps, "outside of the extract" and "far from any
//! doorstep" together are [`People::total`]. No floating point decides where a person goes, but for
//! distances, which are rounded to millimetres first.

use core::cmp::Reverse;
use core::ops::Range;

use hinan_model::network::{RawDoorstep, Streets};
use hinan_model::people::{Cell, Shape};
use hinan_model::{Area, AreaIndex, Bounds, Complaint, People, Place, Source};
use rayon::prelude::*;

use crate::index::PlaceIndex;

/// People of a cell without a doorstep go to the nearest one if it is no further than this: 500 m.
pub const MAX_TO_DOORSTEP_MM: u32 = 500_000;
/// A point of a source stands for the ground around it: three quarters of the way to where the next
/// points are, which reaches the corners of hexagons and squares, but at least and at most this far.
const POINT_REACH_MM: [u32; 2] = [100_000, 1_000_000];
/// How many points are asked how far the next one is.
const POINTS_ASKED: usize = 1_000;
/// Areas with more corners are put in order before they are asked about doorsteps.
const MANY_CORNERS: usize = 16;
/// Looks at a doorstep that one source may cost, for each doorstep, before its cells must be said
/// to lie in heaps; and how many in any case.
const LOOKS: [u64; 2] = [1_000, 10_000_000];

/// Where the people of all sources are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// At each doorstep.
    pub at_doorsteps: Vec<u32>,
    /// On ground outside of the extract.
    pub outside: u64,
    /// Further than [`MAX_TO_DOORSTEP_MM`] from any doorstep.
    pub far: u64,
}

impl Spread {
    /// Everybody who was spread.
    pub fn total(&self) -> u64 {
        self.at_doorsteps.iter().map(|&people| u64::from(people)).sum::<u64>() + self.outside + self.far
    }
}

/// Why nobody of a source was taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpreadError {
    /// More than fit into a file, and than live on Earth in one region.
    #[error("{0} people are more than one region can hold; the file was left out")]
    TooMany(u128),
    /// Too much work.
    #[error(
        "its cells lie over each other in heaps, so that nobody could be counted once; the file was left out"
    )]
    Heaped,
}

/// Doorsteps put in order for the cells of any source.
#[derive(Debug)]
pub struct Spreader {
    places: Vec<Place>,
    dwelling_m2: Vec<u32>,
    /// Those in the extract.
    index: PlaceIndex,
    extract: Option<Bounds>,
}

impl Spreader {
    /// Takes the places of doorsteps, the floor behind each in square metres (0: unknown), and the
    /// box of the extract; doorsteps beyond it get nobody. Without a box everybody is outside.
    pub fn new(doorsteps: impl IntoIterator<Item = (Place, u32)>, extract: Option<Bounds>) -> Spreader {
        let (places, dwelling_m2): (Vec<Place>, Vec<u32>) = doorsteps.into_iter().unzip();
        let inside =
            (0..).zip(&places).filter(|(_, place)| extract.is_some_and(|box_| box_.contains(**place)));
        let index = PlaceIndex::new(inside.map(|(number, &place)| (number, place)));
        Spreader { places, dwelling_m2, index, extract }
    }

    /// Nobody anywhere yet.
    pub fn nobody(&self) -> Spread {
        Spread { at_doorsteps: vec![0; self.places.len()], ..Spread::default() }
    }

    /// Adds the people of one source to `spread`.
    ///
    /// # Errors
    /// Where they are too many or lie in heaps; `spread` stays as it was.
    pub fn add(&self, people: &People, spread: &mut Spread) -> Result<(), SpreadError> {
        let milli: u128 = people.cells.iter().map(|cell| u128::from(cell.milli)).sum();
        if u128::from(spread.total()) + milli / 1000 >= u128::from(u32::MAX) {
            return Err(SpreadError::TooMany(milli / 1000));
        }
        let added = self.spread(people)?;
        for (sum, more) in spread.at_doorsteps.iter_mut().zip(added.at_doorsteps) {
            *sum += more;
        }
        spread.outside += added.outside;
        spread.far += added.far;
        Ok(())
    }

    fn spread(&self, people: &People) -> Result<Spread, SpreadError> {
        let points = self.doorsteps_of_points(&people.cells);
        let mut looks = LOOKS[0].saturating_mul(self.places.len() as u64).saturating_add(LOOKS[1]);
        let (mut spread, mut carried) = (self.nobody(), Carried::default());
        let (mut far_milli, mut found, mut sharing) = (0_u64, Vec::new(), Sharing::default());
        for (number, cell) in (0_u32..).zip(&people.cells) {
            let milli = self.milli_inside(cell);
            if milli == 0 {
                continue;
            }
            found.clear();
            match &cell.shape {
                Shape::Point(_) => found.extend(points.of(number)),
                Shape::Box(bounds) => self.index.within(bounds, &mut |door, _| found.push(door)),
                Shape::Area(area) => self.within_area(area, &mut looks, &mut found),
            }
            looks = looks.checked_sub(found.len() as u64).ok_or(SpreadError::Heaped)?;
            if found.is_empty() {
                found.extend(self.nearest_to(&cell.shape));
            }
            if found.is_empty() {
                far_milli += milli;
                continue;
            }
            found.sort_unstable();
            let heads = carried.heads(milli);
            sharing.share(heads, &found, &self.dwelling_m2, &mut spread.at_doorsteps);
        }
        let rest = people.total() - carried.told;
        let has_outside = people.cells.iter().map(|cell| cell.milli).sum::<u64>() > carried.milli + far_milli;
        spread.far = if has_outside { to_heads(far_milli).min(rest) } else { rest };
        spread.outside = rest - spread.far;
        Ok(spread)
    }

    /// How much of a cell's people, in thousandths, is inside of the extract, by ground.
    fn milli_inside(&self, cell: &Cell) -> u64 {
        let Some(extract) = self.extract else { return 0 };
        let (inside, whole) = match &cell.shape {
            Shape::Point(place) => (u128::from(extract.contains(*place)), 1),
            Shape::Box(bounds) => overlap(bounds, &extract),
            Shape::Area(area) => area_inside(area, &extract),
        };
        // Doubled, so that a half is rounded up.
        ((2 * u128::from(cell.milli) * inside + whole) / (2 * whole)) as u64
    }

    fn within_area(&self, area: &Area, looks: &mut u64, found: &mut Vec<u32>) {
        let Some(bounds) = area.bounds() else { return };
        let corners: usize = area.rings.iter().map(Vec::len).sum();
        let index = (corners > MANY_CORNERS).then(|| AreaIndex::new([area]));
        let mut looked = 0;
        self.index.within(&bounds, &mut |door, place| {
            looked += 1;
            if index.as_ref().map_or_else(|| area.contains(place), |index| index.contains(place)) {
                found.push(door);
            }
        });
        *looks = looks.saturating_sub(looked);
    }

    fn nearest_to(&self, shape: &Shape) -> Option<u32> {
        let (bounds, area) = match shape {
            Shape::Point(place) => (Bounds { min: *place, max: *place }, None),
            Shape::Box(bounds) => (*bounds, None),
            Shape::Area(area) => (area.bounds()?, Some(area)),
        };
        let distance = |place: Place| match area {
            Some(area) => area.distance_mm(place),
            None => distance_to_box(place, &bounds),
        };
        self.index.nearest(&bounds, MAX_TO_DOORSTEP_MM, distance).map(|(_, door)| door)
    }

    /// For every point of a source the doorsteps nearest to it among its points.
    fn doorsteps_of_points(&self, cells: &[Cell]) -> Groups {
        let mut points: Vec<(Place, u32)> = (0..)
            .zip(cells)
            .filter_map(|(number, cell)| match cell.shape {
                Shape::Point(place) => Some((place, number)),
                Shape::Box(_) | Shape::Area(_) => None,
            })
            .collect();
        points.sort_unstable();
        // Of points at one place the first has the doorsteps; the others go to the nearest.
        points.dedup_by_key(|point| point.0);
        let index = PlaceIndex::new(points.iter().map(|&(place, number)| (number, place)));
        let reach = reach_of(&points, &index);
        let mut pairs: Vec<(u32, u32)> = (0..self.places.len() as u32)
            .into_par_iter()
            .filter_map(|door| {
                let place = self.places[door as usize];
                if index.len() == 0 || !self.extract?.contains(place) {
                    return None;
                }
                let here = Bounds { min: place, max: place };
                let (_, point) = index.nearest(&here, reach, |point| point.distance_mm(place))?;
                Some((point, door))
            })
            .collect();
        pairs.sort_unstable();
        Groups { pairs }
    }
}

/// Pairs of point and doorstep, sorted.
struct Groups {
    pairs: Vec<(u32, u32)>,
}

impl Groups {
    fn of(&self, point: u32) -> impl Iterator<Item = u32> {
        let from = self.pairs.partition_point(|pair| pair.0 < point);
        self.pairs[from..].iter().take_while(move |pair| pair.0 == point).map(|pair| pair.1)
    }
}

/// How far the ground of a point reaches in mm; see [`POINT_REACH_MM`].
fn reach_of(points: &[(Place, u32)], index: &PlaceIndex) -> u32 {
    let [least, most] = POINT_REACH_MM;
    let mut gaps: Vec<u32> = points
        .iter()
        .step_by(points.len() / POINTS_ASKED + 1)
        .map(|&(place, _)| {
            let apart = |other: Place| if other == place { u32::MAX } else { other.distance_mm(place) };
            let next = index.nearest(&Bounds { min: place, max: place }, 2 * most, apart);
            next.map_or(2 * most, |(gap, _)| gap)
        })
        .collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).map_or(most, |&gap| (gap / 4 * 3).clamp(least, most))
}

/// Turns thousandths of people into heads, such that the sum is right after every cell.
#[derive(Default)]
struct Carried {
    milli: u64,
    told: u64,
}

impl Carried {
    fn heads(&mut self, milli: u64) -> u64 {
        self.milli += milli;
        let heads = to_heads(self.milli) - self.told;
        self.told += heads;
        heads
    }
}

fn to_heads(milli: u64) -> u64 {
    (milli + 500) / 1000
}

/// What sharing out one cell needs, kept from cell to cell.
#[derive(Default)]
struct Sharing {
    /// What is left of a doorstep's share, largest first, and which doorstep it is.
    remainders: Vec<(Reverse<u128>, u32)>,
}

impl Sharing {
    /// Shares `heads` out over `doors` by floor; those of unknown floor count as the mean of the
    /// others, and all as equal where none is known.
    fn share(&mut self, heads: u64, doors: &[u32], dwelling_m2: &[u32], into: &mut [u32]) {
        if heads == 0 {
            return;
        }
        let known = doors.iter().map(|&door| u64::from(dwelling_m2[door as usize])).filter(|&m2| m2 > 0);
        let (sum, count) = known.fold((0, 0), |(sum, count), m2| (sum + m2, count + 1));
        let mean = (sum / u64::max(count, 1)).max(1);
        let weight = |door: u32| match dwelling_m2[door as usize] {
            0 => mean,
            m2 => u64::from(m2),
        };
        let whole = u128::from(sum) + u128::from(mean) * (doors.len() as u128 - u128::from(count));
        let mut rest = heads;
        self.remainders.clear();
        for &door in doors {
            let share = u128::from(heads) * u128::from(weight(door));
            let given = (share / whole) as u64;
            into[door as usize] += given as u32;
            rest -= given;
            self.remainders.push((Reverse(share % whole), door));
        }
        let rest = rest as usize;
        if rest > 0 {
            // Fewer heads are left than doorsteps: each lost less than one.
            self.remainders.select_nth_unstable(rest - 1);
            for &(_, door) in &self.remainders[..rest] {
                into[door as usize] += 1;
            }
        }
    }
}

/// The ground that `bounds` shares with `extract`, and its whole, in square units of 1e-7 degree.
fn overlap(bounds: &Bounds, extract: &Bounds) -> (u128, u128) {
    let side = |low: i32, high: i32| (i128::from(high) - i128::from(low) + 1).max(0) as u128;
    let ground = |b: &Bounds| side(b.min.lat_e7, b.max.lat_e7) * side(b.min.lon_e7, b.max.lon_e7);
    let shared = Bounds {
        min: Place {
            lat_e7: bounds.min.lat_e7.max(extract.min.lat_e7),
            lon_e7: bounds.min.lon_e7.max(extract.min.lon_e7),
        },
        max: Place {
            lat_e7: bounds.max.lat_e7.min(extract.max.lat_e7),
            lon_e7: bounds.max.lon_e7.min(extract.max.lon_e7),
        },
    };
    (ground(&shared), ground(bounds).max(1))
}

/// The ground of `area` inside of `extract`, and its whole, in some unit.
fn area_inside(area: &Area, extract: &Bounds) -> (u128, u128) {
    let Some(bounds) = area.bounds() else { return (0, 1) };
    let (shared, whole_box) = overlap(&bounds, extract);
    if shared == 0 || shared == whole_box {
        return (u128::from(shared != 0), 1);
    }
    let corners = |ring: &[Place]| -> Vec<[i64; 2]> {
        ring.iter().map(|place| [i64::from(place.lat_e7), i64::from(place.lon_e7)]).collect()
    };
    let rings: Vec<Vec<[i64; 2]>> = area.rings.iter().map(|ring| corners(ring)).collect();
    let sum = |rings: &mut dyn Iterator<Item = i128>| rings.sum::<i128>().unsigned_abs();
    let whole = sum(&mut rings.iter().map(|ring| twice_ground(ring)));
    if whole == 0 {
        return (shared, whole_box);
    }
    let inside = sum(&mut rings.iter().map(|ring| twice_ground(&clip(ring, extract))));
    // Both small enough to be multiplied with any number of people.
    let shift = (u128::BITS - whole.leading_zeros()).saturating_sub(64);
    ((inside.min(whole)) >> shift, whole >> shift)
}

/// Twice the ground within a ring, with the sign of its turn.
fn twice_ground(ring: &[[i64; 2]]) -> i128 {
    lines(ring).map(|(a, b)| i128::from(a[1]) * i128::from(b[0]) - i128::from(b[1]) * i128::from(a[0])).sum()
}

/// The lines of a ring, the last of which leads back to the first corner.
fn lines(ring: &[[i64; 2]]) -> impl Iterator<Item = ([i64; 2], [i64; 2])> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// The part of a ring inside of a box (Sutherland and Hodgman, CACM 1974): one side of the box after
/// the other cuts off what lies beyond it. Parts that fall asunder stay joined along the border, where
/// they enclose nothing.
fn clip(ring: &[[i64; 2]], extract: &Bounds) -> Vec<[i64; 2]> {
    let sides: [(usize, Range<i64>); 2] = [
        (0, i64::from(extract.min.lat_e7)..i64::from(extract.max.lat_e7)),
        (1, i64::from(extract.min.lon_e7)..i64::from(extract.max.lon_e7)),
    ];
    let mut kept = ring.to_vec();
    for (axis, range) in sides {
        kept = cut(&kept, axis, range.start, 1);
        kept = cut(&kept, axis, range.end, -1);
    }
    kept
}

/// Keeps what lies on the side of `border` to which `sign` points.
fn cut(ring: &[[i64; 2]], axis: usize, border: i64, sign: i64) -> Vec<[i64; 2]> {
    let mut kept = Vec::with_capacity(ring.len() + 4);
    for (a, b) in lines(ring) {
        let (from, to) = ((a[axis] - border) * sign, (b[axis] - border) * sign);
        if from >= 0 {
            kept.push(a);
        }
        if (from < 0) != (to < 0) {
            let other = 1 - axis;
            let part = i128::from(b[other] - a[other]) * i128::from(from) / i128::from(from - to);
            let mut crossing = [border; 2];
            crossing[other] = a[other] + part as i64;
            kept.push(crossing);
        }
    }
    kept
}

fn distance_to_box(place: Place, bounds: &Bounds) -> u32 {
    // `min` and `max` and not `clamp`: a box from outside may be inside out.
    let nearest = Place {
        lat_e7: place.lat_e7.max(bounds.min.lat_e7).min(bounds.max.lat_e7),
        lon_e7: place.lon_e7.max(bounds.min.lon_e7).min(bounds.max.lon_e7),
    };
    place.distance_mm(nearest)
}

/// People as the map lets one guess where nobody counted them: one for every `m2_per_person` square
/// metres of floor that people may live on (`RawDoorstep::dwelling_m2`). Always told to be a guess.
pub fn people_guessed_from_buildings(streets: &Streets, m2_per_person: u32) -> People {
    let m2 = u64::from(m2_per_person.max(1));
    let cell = |doorstep: &RawDoorstep| {
        let milli = u64::from(doorstep.dwelling_m2) * 1000 / m2;
        (milli > 0).then_some(Cell { shape: Shape::Point(doorstep.place), milli })
    };
    let cells: Vec<Cell> = streets.doorsteps.iter().filter_map(cell).collect();
    let map = streets.sources.first().cloned().unwrap_or_default();
    let complaint = Complaint {
        file: map.file.clone(),
        row: None,
        column: None,
        reason: format!(
            "nobody counted the people: they are a guess from the map's buildings, one for {m2} square metres of floor"
        ),
        dropped: false,
    };
    let source = Source {
        role: "people".to_owned(),
        format: "osm-buildings".to_owned(),
        rows: streets.doorsteps.len() as u64,
        records: cells.len() as u64,
        complaints: 1,
        ..map
    };
    People { source, complaints: vec![complaint], cells, is_guess: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(lat: i32, lon: i32) -> Place {
        Place { lat_e7: 600_000_000 + lat, lon_e7: lon }
    }

    fn place(side: i32) -> impl Strategy<Value = Place> {
        (-side..side, -side..side).prop_map(|(lat, lon)| at(lat, lon))
    }

    fn wild() -> impl Strategy<Value = Place> {
        let angle = || prop_oneof![any::<i32>(), Just(i32::MIN), Just(i32::MAX), -100..100_i32];
        (angle(), angle()).prop_map(|(lat_e7, lon_e7)| Place { lat_e7, lon_e7 })
    }

    fn shape() -> impl Strategy<Value = Shape> {
        let bounds = || (place(150_000), place(150_000)).prop_map(|(a, b)| Bounds::around([a, b]).unwrap());
        prop_oneof![
            place(150_000).prop_map(Shape::Point),
            bounds().prop_map(Shape::Box),
            bounds().prop_map(|bounds| Shape::Area(Area::of_box(bounds))),
            prop::collection::vec(place(150_000), 3..30)
                .prop_map(|ring| Shape::Area(Area { rings: vec![ring] })),
        ]
    }

    fn people(cells: Vec<(Shape, u64)>) -> People {
        let cells = cells.into_iter().map(|(shape, milli)| Cell { shape, milli }).collect();
        People { cells, ..People::default() }
    }

    fn extract() -> Bounds {
        Bounds { min: at(-100_000, -100_000), max: at(100_000, 100_000) }
    }

    proptest! {
        #[test]
        fn nobody_is_lost_and_nobody_invented(
            doors in prop::collection::vec((place(120_000), prop_oneof![Just(0_u32), 1..500_u32]), 0..80),
            first in prop::collection::vec((shape(), 0..90_000_u64), 0..40),
            second in prop::collection::vec((shape(), 0..2_000_u64), 0..40),
        ) {
            let spreader = Spreader::new(doors.iter().copied(), Some(extract()));
            let mut spread = spreader.nobody();
            let (first, second) = (people(first), people(second));
            spreader.add(&first, &mut spread).unwrap();
            spreader.add(&second, &mut spread).unwrap();
            prop_assert_eq!(spread.total(), first.total() + second.total());
            for (people, (place, _)) in spread.at_doorsteps.iter().zip(&doors) {
                prop_assert!(*people == 0 || extract().contains(*place));
            }
        }

        #[test]
        fn people_stay_in_their_cell(
            doors in prop::collection::vec((place(90_000), 0..500_u32), 1..200),
            milli in prop::collection::vec(0..9_000_u64, 16),
        ) {
            // 16 cells that share no place.
            let cell = |n: i32| Bounds {
                min: at(n / 4 * 50_000 - 100_000, n % 4 * 50_000 - 100_000),
                max: at(n / 4 * 50_000 - 50_001, n % 4 * 50_000 - 50_001),
            };
            let cells: Vec<Bounds> = (0..16).map(cell).collect();
            let spreader = Spreader::new(doors.iter().copied(), Some(extract()));
            let mut spread = spreader.nobody();
            let people = people(cells.iter().copied().map(Shape::Box).zip(milli.iter().copied()).collect());
            spreader.add(&people, &mut spread).unwrap();
            let inside = |bounds: &Bounds| -> Vec<usize> {
                (0..doors.len()).filter(|&door| bounds.contains(doors[door].0)).collect()
            };
            if cells.iter().any(|bounds| inside(bounds).is_empty()) {
                return Ok(());
            }
            for (bounds, milli) in cells.iter().zip(milli) {
                let here: u64 = inside(bounds).iter().map(|&door| u64::from(spread.at_doorsteps[door])).sum();
                prop_assert!((here * 1000).abs_diff(milli) <= 1000, "{here} of {milli}");
            }
        }

        #[test]
        fn no_place_is_too_wild(
            doors in prop::collection::vec((wild(), any::<u32>()), 0..20),
            cells in prop::collection::vec((wild(), wild(), wild(), 0..4_u8, 0..1_000_000_u64), 0..20),
            corner in (wild(), wild()),
        ) {
            let shape = |(a, b, c, kind, milli): (Place, Place, Place, u8, u64)| {
                let shape = match kind {
                    0 => Shape::Point(a),
                    // Inside out as often as not.
                    1 => Shape::Box(Bounds { min: a, max: b }),
                    2 => Shape::Area(Area { rings: vec![vec![a, b, c]] }),
                    _ => Shape::Area(Area { rings: vec![vec![a], vec![], vec![b, c]] }),
                };
                (shape, milli)
            };
            for extract in [Bounds::around([corner.0, corner.1]), Some(Bounds { min: corner.0, max: corner.1 }), None] {
                let spreader = Spreader::new(doors.iter().copied(), extract);
                let mut spread = spreader.nobody();
                let people = people(cells.iter().copied().map(shape).collect());
                spreader.add(&people, &mut spread).unwrap();
                prop_assert_eq!(spread.total(), people.total());
            }
        }

        #[test]
        fn areas_are_cut_as_boxes_are(a in place(150_000), b in place(150_000)) {
            let bounds = Bounds::around([a, b]).unwrap();
            // A corner more, so that it is no box.
            let mut area = Area::of_box(bounds);
            area.rings[0].push(bounds.min.towards(bounds.max, 1, 2));
            area.rings[0].swap(0, 4);
            area.rings[0].rotate_left(1);
            let whole = area_inside(&Area::of_box(bounds), &extract());
            let (inside, ground) = overlap(&bounds, &extract());
            let per_mille = |(part, whole): (u128, u128)| part * 1000 / whole.max(1);
            prop_assert!(per_mille(whole).abs_diff(per_mille((inside, ground))) <= 1);
            let (inside, ground) = area_inside(&area, &extract());
            prop_assert!(inside <= ground);
        }
    }

    #[test]
    fn floors_weigh_and_the_unknown_are_as_the_mean() {
        let doors = [(at(0, 0), 100), (at(10, 0), 0), (at(20, 0), 300), (at(50_000, 0), 900)];
        let spreader = Spreader::new(doors, Some(extract()));
        let mut spread = spreader.nobody();
        let cell = Shape::Box(Bounds { min: at(-5, -5), max: at(25, 5) });
        spreader.add(&people(vec![(cell, 60_000)]), &mut spread).unwrap();
        assert_eq!(spread.at_doorsteps, [10, 20, 30, 0]);
    }

    #[test]
    fn fractions_are_carried_from_cell_to_cell() {
        let doors: Vec<(Place, u32)> = (0..10).map(|row| (at(row * 1000, 0), 0)).collect();
        let cells = (0..10).map(|row| {
            (Shape::Box(Bounds { min: at(row * 1000 - 10, -10), max: at(row * 1000 + 10, 10) }), 300)
        });
        let spreader = Spreader::new(doors, Some(extract()));
        let mut spread = spreader.nobody();
        spreader.add(&people(cells.collect()), &mut spread).unwrap();
        assert_eq!(spread.at_doorsteps, [0, 1, 0, 0, 1, 0, 0, 0, 1, 0]);
    }

    #[test]
    fn the_edge_cuts_a_cell_by_its_ground() {
        let spreader = Spreader::new([(at(99_000, 0), 0)], Some(extract()));
        let mut spread = spreader.nobody();
        let half = Bounds { min: at(90_000, -10_000), max: at(110_000, 10_000) };
        let cells = vec![(Shape::Box(half), 100_000), (Shape::Area(Area::of_box(half)), 100_000)];
        spreader.add(&people(cells), &mut spread).unwrap();
        assert_eq!((spread.at_doorsteps[0], spread.outside, spread.far), (100, 100, 0));
    }

    #[test]
    fn a_cell_without_a_doorstep_goes_to_the_nearest_or_is_far() {
        // 40,000 units north are 446 m, 50,000 are 557 m.
        let spreader = Spreader::new([(at(0, 0), 0)], Some(extract()));
        for (lat, expected) in [(40_000, (7, 0)), (50_000, (0, 7))] {
            let bounds = Bounds { min: at(lat, 0), max: at(lat + 900, 900) };
            // Beyond its corners an area is as far as its outline, not as the box around it.
            let corner = Area { rings: vec![vec![at(lat, 0), at(lat + 900, 0), at(lat + 900, 900)]] };
            for shape in [Shape::Box(bounds), Shape::Area(Area::of_box(bounds)), Shape::Area(corner)] {
                let mut spread = spreader.nobody();
                spreader.add(&people(vec![(shape, 7_000)]), &mut spread).unwrap();
                assert_eq!((spread.at_doorsteps[0], spread.far), expected);
            }
        }
    }

    #[test]
    fn points_share_the_doorsteps_among_themselves() {
        // Two points 20,000 units (223 m) apart; the reach is three quarters of that, 167 m.
        let doors = [(at(1_000, 0), 0), (at(9_000, 0), 0), (at(11_000, 0), 0), (at(-16_000, 0), 0)];
        let spreader = Spreader::new(doors, Some(extract()));
        let mut spread = spreader.nobody();
        let points = vec![(Shape::Point(at(0, 0)), 10_000), (Shape::Point(at(20_000, 0)), 3_000)];
        spreader.add(&people(points), &mut spread).unwrap();
        assert_eq!(spread.at_doorsteps, [5, 5, 3, 0]);
    }

    #[test]
    fn impossible_numbers_and_heaps_are_refused() {
        let spreader = Spreader::new([(at(0, 0), 0)], Some(extract()));
        let mut spread = spreader.nobody();
        let crowd = people(vec![(Shape::Point(at(0, 0)), u64::MAX); 3]);
        assert!(matches!(spreader.add(&crowd, &mut spread), Err(SpreadError::TooMany(_))));
        assert_eq!(spread, spreader.nobody());
        let doors = (0..4_000).map(|lon| (at(0, lon), 0));
        let spreader = Spreader::new(doors, Some(extract()));
        let mut spread = spreader.nobody();
        let heap = people(vec![(Shape::Box(extract()), 1_000); 4_000]);
        assert_eq!(spreader.add(&heap, &mut spread), Err(SpreadError::Heaped));
        assert_eq!(spread, spreader.nobody());
    }
}
