//! From places to points of the picture.

use hinan_model::place::Plane;
use hinan_model::{Bounds, Place};

/// Where the map itself is in the picture, and how large a metre is.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    plane: Plane,
    middle: Place,
    /// Units of the picture for a millimetre.
    scale: f64,
}

/// A map of a single door is at least this large.
const LEAST_MM: f64 = 200_000.0;

impl Frame {
    /// Fits `bounds` into a width; the height follows, between the two given.
    pub fn new(bounds: Bounds, left: f64, top: f64, width: f64, heights: (f64, f64)) -> Frame {
        let middle = Place {
            lat_e7: ((i64::from(bounds.min.lat_e7) + i64::from(bounds.max.lat_e7)) / 2) as i32,
            lon_e7: ((i64::from(bounds.min.lon_e7) + i64::from(bounds.max.lon_e7)) / 2) as i32,
        };
        let plane = Plane::at(middle.lat_e7);
        let (east, north) = plane.offset_mm(bounds.min, bounds.max);
        let (east, north) = (east.abs().max(LEAST_MM), north.abs().max(LEAST_MM));
        let height = (width * north / east).clamp(heights.0, heights.1);
        let scale = (width / east).min(height / north);
        Frame { left, top, width, height, plane, middle, scale }
    }

    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// The point of a place, also where it lies outside.
    pub fn point(&self, place: Place) -> (f64, f64) {
        let (east, north) = self.plane.offset_mm(self.middle, place);
        (self.left + self.width / 2.0 + east * self.scale, self.top + self.height / 2.0 - north * self.scale)
    }

    pub fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right()).contains(&x) && (self.top..=self.bottom()).contains(&y)
    }

    /// Whether a line between two points may cross the frame.
    pub fn may_cross(&self, a: (f64, f64), b: (f64, f64)) -> bool {
        a.0.max(b.0) >= self.left
            && a.0.min(b.0) <= self.right()
            && a.1.max(b.1) >= self.top
            && a.1.min(b.1) <= self.bottom()
    }

    /// A round length for a scale bar of at most `most` units: metres, and units of the picture.
    pub fn round_length(&self, most: f64) -> (f64, f64) {
        let metre = self.scale * 1000.0;
        let power = libm::pow(10.0, libm::floor(libm::log10(most / metre)));
        let fits = |factor: &f64| factor * power * metre <= most;
        let factor = [5.0, 2.0, 1.0].into_iter().find(fits).unwrap_or(1.0);
        (factor * power, factor * power * metre)
    }
}
