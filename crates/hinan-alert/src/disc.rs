//! Circles on the ellipsoid.

use core::f64::consts::PI;

use hinan_cap::message::Circle;
use hinan_model::Place;

/// WGS 84: the half axis of the equator in millimetres, and the flattening.
const EQUATOR_MM: f64 = 6_378_137_000.0;
const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// The least and the greatest radius by which the ellipsoid is curved anywhere, in millimetres: the
/// meridian at the equator, and everything at the pole. A length on the ellipsoid lies between the
/// angle between the two latitudes and longitudes on a sphere times the one and times the other.
const LEAST_MM: f64 = 6_335_439_000.0;
const GREATEST_MM: f64 = 6_399_594_000.0;
/// 1e-7 degree as an angle.
const UNIT: f64 = PI / 180.0 * 1e-7;

/// A circle, with what its tests need.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Disc {
    middle: Place,
    radius_mm: f64,
    cos_lat: f64,
    /// Haversines of the angles within which every place is inside, and beyond which none is.
    surely: f64,
    hardly: f64,
}

impl Disc {
    pub fn new(circle: Circle) -> Disc {
        Disc::with_radius(circle.middle, circle.radius_mm as f64)
    }

    fn with_radius(middle: Place, radius_mm: f64) -> Disc {
        let haversine = |radius: f64| {
            let half = libm::sin((radius_mm / radius / 2.0).min(PI / 2.0));
            half * half
        };
        let cos_lat = libm::cos(f64::from(middle.lat_e7) * UNIT);
        Disc { middle, radius_mm, cos_lat, surely: haversine(GREATEST_MM), hardly: haversine(LEAST_MM) }
    }

    /// Whether a place lies inside or on the line, to the millimetre.
    pub fn contains(&self, place: Place) -> bool {
        let lat = f64::from(place.lat_e7) * UNIT;
        let half_lat = libm::sin((f64::from(place.lat_e7) - f64::from(self.middle.lat_e7)) * UNIT / 2.0);
        let half_lon = libm::sin((f64::from(place.lon_e7) - f64::from(self.middle.lon_e7)) * UNIT / 2.0);
        let found = half_lat * half_lat + self.cos_lat * libm::cos(lat) * half_lon * half_lon;
        if found < self.surely || place == self.middle {
            return true;
        }
        if found > self.hardly && self.hardly < 1.0 {
            return false;
        }
        // Nearly opposite each other the method does not settle: then inside, on the safe side.
        geodesic_mm(self.middle, place).is_none_or(|mm| mm < self.radius_mm + 1.0)
    }

    /// Whether any of it lies within `mm` of a place.
    pub fn is_near(&self, place: Place, mm: u64) -> bool {
        Disc::with_radius(self.middle, self.radius_mm + mm as f64).contains(place)
    }

    /// The latitudes that it reaches, rounded outwards.
    pub fn lats(&self) -> [i64; 2] {
        let reach = (self.radius_mm / LEAST_MM / UNIT).min(2e9) as i64 + 1;
        let middle = i64::from(self.middle.lat_e7);
        [middle - reach, middle + reach]
    }

    /// Its middle's longitude, and within which differences of longitude from it every place of the
    /// latitudes `low` to `high` is inside, and beyond which none is. The first is negative where
    /// there is no such difference; half a turn means all around.
    pub fn columns(&self, low: i64, high: i64) -> (i64, [i64; 2]) {
        let middle = f64::from(self.middle.lat_e7) * UNIT;
        let (low_angle, high_angle) = (low as f64 * UNIT, high as f64 * UNIT);
        // A little less and a little more, so that rounding never decides.
        let inner = self.radius_mm / GREATEST_MM * (1.0 - 1e-9);
        let outer = self.radius_mm / LEAST_MM * (1.0 + 1e-9) + 1e-12;
        // How wide a cap is grows towards one latitude and shrinks beyond it.
        let least = half_width(middle, low_angle, inner).min(half_width(middle, high_angle, inner));
        let widest = (libm::sin(middle) / libm::cos(outer)).clamp(-1.0, 1.0);
        let at_widest = libm::asin(widest).clamp(low_angle, high_angle);
        let greatest = [low_angle, high_angle, at_widest]
            .into_iter()
            .map(|lat| half_width(middle, lat, outer))
            .fold(-1.0, f64::max);
        // A cap of more than half the Earth is narrowest somewhere in between.
        let is_vast = outer >= 1.5;
        let greatest = if is_vast { PI } else { greatest };
        let inwards = if is_vast { -1 } else { (least / UNIT) as i64 - 2 };
        let outwards = (greatest / UNIT) as i64 + 2;
        (i64::from(self.middle.lon_e7), [inwards, outwards])
    }
}

/// Half of the longitudes that a cap of an angle around a latitude has at another latitude; negative
/// where it does not reach it.
fn half_width(middle: f64, lat: f64, angle: f64) -> f64 {
    // Haversines: cosines would not tell a few centimetres from none.
    let haversine = |angle: f64| {
        let half = libm::sin(angle / 2.0);
        half * half
    };
    let left = haversine(angle.min(PI)) - haversine(lat - middle);
    let across = libm::cos(middle) * libm::cos(lat);
    if left < 0.0 {
        -1.0
    } else if left >= across {
        PI
    } else {
        2.0 * libm::asin(libm::sqrt(left / across))
    }
}

/// The length of the shortest way on WGS 84 in millimetres; `None` for places so nearly opposite
/// each other that the method does not settle. T. Vincenty, *Direct and inverse solutions of
/// geodesics on the ellipsoid with application of nested equations*, Survey Review 23 (1975): good to
/// half a millimetre.
pub(crate) fn geodesic_mm(a: Place, b: Place) -> Option<f64> {
    if a == b {
        return Some(0.0);
    }
    let reduced = |place: Place| {
        let lat = f64::from(place.lat_e7) * UNIT;
        let tan = (1.0 - FLATTENING) * libm::sin(lat) / libm::cos(lat);
        let cos = 1.0 / libm::sqrt(1.0 + tan * tan);
        (tan * cos, cos)
    };
    let ((sin_1, cos_1), (sin_2, cos_2)) = (reduced(a), reduced(b));
    let east = (f64::from(b.lon_e7) - f64::from(a.lon_e7)) * UNIT;
    let east = east - 2.0 * PI * libm::round(east / (2.0 * PI));
    let mut lambda = east;
    for _ in 0..100 {
        let (sin_l, cos_l) = (libm::sin(lambda), libm::cos(lambda));
        let (across, along) = (cos_2 * sin_l, cos_1 * sin_2 - sin_1 * cos_2 * cos_l);
        let sin_sigma = libm::sqrt(across * across + along * along);
        let cos_sigma = sin_1 * sin_2 + cos_1 * cos_2 * cos_l;
        if sin_sigma == 0.0 {
            // The same place, written otherwise; or its opposite.
            return (cos_sigma > 0.0).then_some(0.0);
        }
        let sigma = libm::atan2(sin_sigma, cos_sigma);
        let sin_alpha = cos_1 * cos_2 * sin_l / sin_sigma;
        let cos2_alpha = 1.0 - sin_alpha * sin_alpha;
        // Along the equator there is no middle latitude.
        let cos_mid = if cos2_alpha > 0.0 { cos_sigma - 2.0 * sin_1 * sin_2 / cos2_alpha } else { 0.0 };
        let c = FLATTENING / 16.0 * cos2_alpha * (4.0 + FLATTENING * (4.0 - 3.0 * cos2_alpha));
        let series = cos_mid + c * cos_sigma * (-1.0 + 2.0 * cos_mid * cos_mid);
        let next = east + (1.0 - c) * FLATTENING * sin_alpha * (sigma + c * sin_sigma * series);
        let has_settled = (next - lambda).abs() < 1e-12;
        lambda = next;
        if has_settled {
            return Some(length(sigma, sin_sigma, cos_sigma, cos2_alpha, cos_mid));
        }
    }
    None
}

/// Vincenty's series for the length.
fn length(sigma: f64, sin_sigma: f64, cos_sigma: f64, cos2_alpha: f64, cos_mid: f64) -> f64 {
    let polar = EQUATOR_MM * (1.0 - FLATTENING);
    let u2 = cos2_alpha * (EQUATOR_MM * EQUATOR_MM - polar * polar) / (polar * polar);
    let a = 1.0 + u2 / 16384.0 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)));
    let b = u2 / 1024.0 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)));
    let mid2 = cos_mid * cos_mid;
    let inner = cos_sigma * (-1.0 + 2.0 * mid2)
        - b / 6.0 * cos_mid * (-3.0 + 4.0 * sin_sigma * sin_sigma) * (-3.0 + 4.0 * mid2);
    polar * a * (sigma - b * sin_sigma * (cos_mid + b / 4.0 * inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Place {
        Place::from_degrees(lat, lon).unwrap()
    }

    #[test]
    fn lengths_agree_with_geographiclib() {
        // Metres from geographiclib 2.1 for Python, WGS84.
        for (a, b, metres) in [
            (at(0.0, 0.0), at(0.0, 1.0), 111_319.490_793),
            (at(0.0, 0.0), at(1.0, 0.0), 110_574.388_558),
            (at(60.17, 24.94), at(59.91, 10.75), 789_852.002_896),
            (at(-33.9, 151.2), at(35.7, 139.7), 7_797_236.865_157),
            (at(70.0, -179.5), at(70.2, 179.5), 44_068.743_369),
            (at(89.9, 10.0), at(89.95, -100.0), 14_093.018_104),
        ] {
            let ours = geodesic_mm(a, b).unwrap() / 1000.0;
            assert!((ours - metres).abs() < 0.001, "{a} {b}: {ours} against {metres}");
        }
        assert_eq!(geodesic_mm(at(0.0, 0.0), at(0.0, 180.0)), None);
    }
}
