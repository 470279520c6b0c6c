//! Census meshes: Japan's (JIS X 0410) and H3 cells. Their outline follows from their code.

use std::str::FromStr as _;

use h3o::{CellIndex, Resolution};
use hinan_model::{Area, Bounds, Place};

/// What the digits after the eighth divide a cell of a kilometre into: halves of halves of halves.
const HALVINGS: usize = 3;

/// The box of a mesh code of JIS X 0410: 4 digits (80 km), 6 (10 km), 7 (5 km), 8 (1 km), 9 (500 m),
/// 10 (250 m) or 11 (125 m). Corners are computed in whole fractions of a degree, so that neighbours
/// meet.
pub(crate) fn jis(code: &str) -> Option<Bounds> {
    let digits: Vec<i64> = code
        .bytes()
        .map(|byte| byte.is_ascii_digit().then(|| i64::from(byte - b'0')))
        .collect::<Option<_>>()?;
    let &[a, b, c, d, ref rest @ ..] = digits.as_slice() else { return None };
    // In cells of the level that was reached: from south and west, and how many there are to 2/3 of
    // a degree of latitude and one of longitude.
    let (mut south, mut west, mut parts) = (a * 10 + b, c * 10 + d, 1);
    let mut divide = |by: i64, north: i64, east: i64| {
        (south, west, parts) = (south * by + north, west * by + east, parts * by);
        (0..by).contains(&north) && (0..by).contains(&east)
    };
    let (tens, halves) = match rest {
        [] => (&[][..], &[][..]),
        [r, s, halves @ ..] => {
            divide(8, *r, *s).then_some(())?;
            match halves {
                [t, u, halves @ ..] => (&[*t, *u][..], halves),
                _ => (&[][..], halves),
            }
        }
        _ => return None,
    };
    if let &[t, u] = tens {
        divide(10, t, u).then_some(())?;
    }
    if halves.len() > HALVINGS {
        return None;
    }
    for quarter in halves {
        (1..=4).contains(quarter).then_some(())?;
        divide(2, (quarter - 1) / 2, (quarter - 1) % 2);
    }
    let lat = |count: i64| rounded(count * 20_000_000, parts * 3);
    let lon = |count: i64| rounded(count * 10_000_000, parts) + 1_000_000_000;
    let bounds = [lat(south), lon(west), lat(south + 1), lon(west + 1)];
    let [min_lat, min_lon, max_lat, max_lon] = bounds.map(|e7| i32::try_from(e7).ok());
    let (min, max) =
        (Place { lat_e7: min_lat?, lon_e7: min_lon? }, Place { lat_e7: max_lat?, lon_e7: max_lon? });
    (max.lat_e7 <= 900_000_000 && max.lon_e7 <= 1_800_000_000).then_some(Bounds { min, max })
}

fn rounded(numerator: i64, denominator: i64) -> i64 {
    (numerator * 2 + denominator).div_euclid(denominator * 2)
}

/// The outline of an H3 cell, written as its index in hexadecimal. Cells larger than a region are
/// refused: nobody's way to a shelter can be told from them, and some lie around a pole.
pub(crate) fn h3(code: &str) -> Option<Area> {
    let cell = CellIndex::from_str(code.trim()).ok()?;
    if cell.resolution() < Resolution::Three {
        return None;
    }
    let corners = cell
        .boundary()
        .iter()
        .map(|corner| Place::from_degrees(corner.lat(), corner.lng()))
        .collect::<Option<_>>()?;
    // A cell that lies across longitude 180 would be drawn around the Earth.
    Area::new(vec![corners]).filter(|area| {
        area.bounds().is_some_and(|b| i64::from(b.max.lon_e7) - i64::from(b.min.lon_e7) < 1_800_000_000)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_boxes_of_the_standard_come_out() {
        // Corners computed by hand from JIS X 0410: 5339 is 35 1/3 north, 139 east.
        for (code, south, west, north, east) in [
            ("5339", 353_333_333, 1_390_000_000, 360_000_000, 1_400_000_000),
            ("533935", 355_833_333, 1_396_250_000, 356_666_667, 1_397_500_000),
            ("53393520", 356_000_000, 1_396_250_000, 356_083_333, 1_396_375_000),
            ("533935204", 356_041_667, 1_396_312_500, 356_083_333, 1_396_375_000),
            ("5339352041", 356_041_667, 1_396_312_500, 356_062_500, 1_396_343_750),
        ] {
            let bounds = jis(code).unwrap();
            let found = [bounds.min.lat_e7, bounds.min.lon_e7, bounds.max.lat_e7, bounds.max.lon_e7];
            assert_eq!(found, [south, west, north, east], "{code}");
        }
        for code in [
            "",
            "533",
            "53398",
            "533981",
            "533935205",
            "53393520411110",
            "53x9",
            "9999999999999999999999",
            "人口",
        ] {
            assert_eq!(jis(code), None, "{code}");
        }
    }

    #[test]
    fn cells_of_h3_have_six_corners() {
        let area = h3("89a901291abffff").unwrap();
        assert_eq!(area.rings[0].len(), 6);
        assert!(area.contains(Place::from_degrees(-30.053_846, -51.158_246).unwrap()));
        for code in ["", "zz", "8029fffffffffff", "0", "ffffffffffffffffffffff"] {
            assert_eq!(h3(code), None, "{code}");
        }
    }
}
