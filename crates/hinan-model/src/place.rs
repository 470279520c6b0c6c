//! Places on the Earth and the lengths between them, in integers.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

/// A point in WGS 84, in units of 1e-7 degree (about 1 cm), as OpenStreetMap stores it.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    FromBytes,
    IntoBytes,
    Immutable,
    KnownLayout,
)]
#[repr(C)]
pub struct Place {
    /// Latitude, positive north, -90 to 90 degrees.
    pub lat_e7: i32,
    /// Longitude, positive east, -180 to 180 degrees.
    pub lon_e7: i32,
}

/// Why a place could not be read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlaceError {
    /// Not two numbers.
    #[error("'{0}' is not a place: write LAT,LON in degrees, for example 60.1699,24.9384")]
    Unreadable(String),
    /// Numbers outside of the Earth.
    #[error("latitude {lat}, longitude {lon} is not on Earth (latitude first, then longitude)")]
    OffEarth {
        /// Latitude as given.
        lat: f64,
        /// Longitude as given.
        lon: f64,
    },
}

impl Place {
    /// A place from degrees. `None` where a number is not finite or not on Earth.
    pub fn from_degrees(lat: f64, lon: f64) -> Option<Place> {
        let on_earth = (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon);
        on_earth
            .then(|| Place { lat_e7: libm::round(lat * 1e7) as i32, lon_e7: libm::round(lon * 1e7) as i32 })
    }

    /// Latitude in degrees.
    pub fn lat(self) -> f64 {
        f64::from(self.lat_e7) / 1e7
    }

    /// Longitude in degrees.
    pub fn lon(self) -> f64 {
        f64::from(self.lon_e7) / 1e7
    }

    /// The straight length to `other` in millimetres, on the WGS 84 ellipsoid taken as flat around
    /// the middle of the two. Off by less than 1e-4 up to 10 km and fit for streets, not for
    /// continents.
    pub fn distance_mm(self, other: Place) -> u32 {
        let (east, north) = Plane::at(self.middle_lat_e7(other)).offset_mm(self, other);
        let length = libm::sqrt(east * east + north * north);
        if length < f64::from(u32::MAX) { libm::round(length) as u32 } else { u32::MAX }
    }

    fn middle_lat_e7(self, other: Place) -> i32 {
        ((i64::from(self.lat_e7) + i64::from(other.lat_e7)) / 2) as i32
    }

    /// The place at `numerator / denominator` of the straight way to `other`.
    #[must_use]
    pub fn towards(self, other: Place, numerator: u32, denominator: u32) -> Place {
        let part = |from: i32, to: i64| {
            let denominator = i128::from(denominator.max(1));
            let moved = i128::from(to) * i128::from(numerator);
            (i64::from(from) + (moved.div_euclid(denominator)) as i64) as i32
        };
        Place {
            lat_e7: part(self.lat_e7, i64::from(other.lat_e7) - i64::from(self.lat_e7)),
            lon_e7: part(self.lon_e7, i64::from(other.lon_e7) - i64::from(self.lon_e7)),
        }
    }
}

impl fmt::Display for Place {
    /// `60.1699000,24.9384000`: latitude first, seven decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", Degrees(self.lat_e7), Degrees(self.lon_e7))
    }
}

/// An angle of 1e-7 degrees that prints as decimal degrees without passing through floating point.
#[derive(Clone, Copy, Debug)]
pub struct Degrees(pub i32);

impl fmt::Display for Degrees {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let e7 = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:07}", e7 / 10_000_000, e7 % 10_000_000)
    }
}

impl FromStr for Place {
    type Err = PlaceError;

    /// Reads `LAT,LON` in degrees.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unreadable = || PlaceError::Unreadable(text.to_owned());
        let (lat, lon) = text.split_once(',').ok_or_else(unreadable)?;
        let lat: f64 = lat.trim().parse().ok().ok_or_else(unreadable)?;
        let lon: f64 = lon.trim().parse().ok().ok_or_else(unreadable)?;
        if !lat.is_finite() || !lon.is_finite() {
            return Err(unreadable());
        }
        Place::from_degrees(lat, lon).ok_or(PlaceError::OffEarth { lat, lon })
    }
}

/// A flat piece of the Earth: how many millimetres one unit of 1e-7 degree is, north and east.
#[derive(Clone, Copy, Debug)]
pub struct Plane {
    /// Millimetres per 1e-7 degree of longitude.
    pub east_mm: f64,
    /// Millimetres per 1e-7 degree of latitude.
    pub north_mm: f64,
}

impl Plane {
    /// The plane that touches WGS 84 at a latitude (1e-7 degree). Series for the length of a degree
    /// as in the appendix of Snyder, *Map Projections: A Working Manual*, USGS PP 1395.
    pub fn at(lat_e7: i32) -> Plane {
        // One cosine; the multiples follow from it, so that a million lengths cost little.
        let c = libm::cos(f64::from(lat_e7) * 1e-7 * core::f64::consts::PI / 180.0);
        let (c2, c3) = (2.0 * c * c - 1.0, (4.0 * c * c - 3.0) * c);
        let (c4, c5) = (2.0 * c2 * c2 - 1.0, 2.0 * c3 * c2 - c);
        let degree_north = 111_132.954 - 559.822 * c2 + 1.175 * c4;
        let degree_east = 111_412.84 * c - 93.5 * c3 + 0.118 * c5;
        // Metres per degree are 1e-4 millimetres per 1e-7 degree.
        Plane { east_mm: degree_east * 1e-4, north_mm: degree_north * 1e-4 }
    }

    /// The way from `a` to `b` in millimetres east and north, the short way around the Earth.
    pub fn offset_mm(&self, a: Place, b: Place) -> (f64, f64) {
        const TURN: i64 = 3_600_000_000;
        let mut east = i64::from(b.lon_e7) - i64::from(a.lon_e7);
        if east > TURN / 2 {
            east -= TURN;
        } else if east < -TURN / 2 {
            east += TURN;
        }
        let north = i64::from(b.lat_e7) - i64::from(a.lat_e7);
        (east as f64 * self.east_mm, north as f64 * self.north_mm)
    }
}

/// A box of places, both corners included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// South-west corner.
    pub min: Place,
    /// North-east corner.
    pub max: Place,
}

impl Bounds {
    /// The smallest box around `places`; `None` where there are none.
    pub fn around(places: impl IntoIterator<Item = Place>) -> Option<Bounds> {
        places.into_iter().fold(None, |bounds: Option<Bounds>, place| {
            Some(bounds.map_or(Bounds { min: place, max: place }, |b| b.with(place)))
        })
    }

    /// The box grown to hold `place`.
    #[must_use]
    pub fn with(self, place: Place) -> Bounds {
        Bounds {
            min: Place {
                lat_e7: self.min.lat_e7.min(place.lat_e7),
                lon_e7: self.min.lon_e7.min(place.lon_e7),
            },
            max: Place {
                lat_e7: self.max.lat_e7.max(place.lat_e7),
                lon_e7: self.max.lon_e7.max(place.lon_e7),
            },
        }
    }

    /// Whether `place` lies inside or on the border.
    pub fn contains(&self, place: Place) -> bool {
        (self.min.lat_e7..=self.max.lat_e7).contains(&place.lat_e7)
            && (self.min.lon_e7..=self.max.lon_e7).contains(&place.lon_e7)
    }

    /// Whether the two boxes have a place in common, be it one of the border.
    pub fn overlaps(&self, other: &Bounds) -> bool {
        self.min.lat_e7 <= other.max.lat_e7
            && self.max.lat_e7 >= other.min.lat_e7
            && self.min.lon_e7 <= other.max.lon_e7
            && self.max.lon_e7 >= other.min.lon_e7
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Place {
        Place::from_degrees(lat, lon).unwrap()
    }

    #[test]
    fn lengths_agree_with_geographiclib() {
        // Geodesic lengths in metres from GeographicLib (WGS 84), through PROJ's `geod`.
        for (a, b, metres) in [
            (at(0.0, 0.0), at(0.0, 0.01), 1113.1949),
            (at(60.17, 24.94), at(60.18, 24.94), 1114.1534),
            (at(60.17, 24.94), at(60.17, 24.95), 555.2190),
            (at(-30.05, -51.20), at(-30.04, -51.19), 1467.9),
        ] {
            let ours = f64::from(a.distance_mm(b)) / 1000.0;
            assert!((ours - metres).abs() / metres < 1e-3, "{a} {b}: {ours} against {metres}");
        }
    }

    #[test]
    fn the_antimeridian_is_no_wall() {
        assert_eq!(
            at(10.0, 179.9995).distance_mm(at(10.0, -179.9995)),
            at(10.0, 0.0).distance_mm(at(10.0, 0.001))
        );
    }

    #[test]
    fn boxes_that_touch_overlap() {
        let bounds =
            |south: f64, west: f64| Bounds { min: at(south, west), max: at(south + 1.0, west + 1.0) };
        let here = bounds(60.0, 24.0);
        assert!(
            [(60.5, 24.5), (61.0, 25.0), (59.0, 23.0)].iter().all(|&(s, w)| here.overlaps(&bounds(s, w)))
        );
        assert!(
            ![(61.1, 24.0), (60.0, 25.1), (58.9, 24.0)].iter().any(|&(s, w)| here.overlaps(&bounds(s, w)))
        );
    }

    #[test]
    fn halfway_lies_between() {
        let (a, b) = (at(60.0, 24.0), at(60.1, 23.9));
        assert_eq!(a.towards(b, 0, 7), a);
        assert_eq!(a.towards(b, 7, 7), b);
        assert_eq!(a.towards(b, 1, 2), at(60.05, 23.95));
    }

    #[test]
    fn places_print_as_they_are_read() {
        for text in ["60.1699000,24.9384000", "-0.0000001,-179.9999999", "0.0000000,0.0000000"] {
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
        for text in ["", "1", "1,2,3", "91,0", "0,181", "NaN,0", "inf,1", "x,y"] {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
    }
}
