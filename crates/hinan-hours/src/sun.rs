//! Where the sun is.

use core::f64::consts::TAU;

use hinan_model::Place;

use crate::LocalTime;

/// The sun's middle at sunrise: its radius and what the air bends, in degrees.
const HORIZON: f64 = -0.833;

/// Whether the sun is down at `place`: then people walk as at night. Clocks are taken to show the
/// time of the hour zone that the longitude lies in, which is off by an hour or so in places.
///
/// The height of the sun by the low-precision formulas of the Astronomical Almanac (good to a hundredth of
/// a degree until 2050, to a tenth long after), with functions that give the same bits everywhere.
pub fn is_dark(at: LocalTime, place: Place) -> bool {
    let zone_hours = libm::round(place.lon() / 15.0);
    let days = at.day.number() as f64 + f64::from(at.seconds) / 86_400.0 - zone_hours / 24.0;
    height(days, place) < HORIZON
}

/// The height of the sun's middle over the horizon in degrees, `days` after 1970-01-01 in UTC.
fn height(days: f64, place: Place) -> f64 {
    // Since noon of 2000-01-01.
    let n = days - 10_957.5;
    let anomaly = radians(357.528 + 0.985_600_3 * n);
    let longitude =
        radians(280.460 + 0.985_647_4 * n + 1.915 * libm::sin(anomaly) + 0.020 * libm::sin(2.0 * anomaly));
    let tilt = radians(23.439 - 0.000_000_4 * n);
    let declination = libm::asin(libm::sin(tilt) * libm::sin(longitude));
    let ascension = libm::atan2(libm::cos(tilt) * libm::sin(longitude), libm::cos(longitude));
    let sidereal = radians(280.460_618 + 360.985_647_37 * n + place.lon());
    let (lat, hour) = (radians(place.lat()), sidereal - ascension);
    let height =
        libm::sin(lat) * libm::sin(declination) + libm::cos(lat) * libm::cos(declination) * libm::cos(hour);
    libm::asin(height.clamp(-1.0, 1.0)) * 360.0 / TAU
}

fn radians(degrees: f64) -> f64 {
    degrees.rem_euclid(360.0) * (TAU / 360.0)
}
