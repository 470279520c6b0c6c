//! Files of forbidden ground. They outrank everything, so half of one is not good enough.

use std::path::Path;

use anyhow::{Result, bail};
use hinan_layers::{Areas, Wanted};
use hinan_model::{Area, Bounds, Place};

use crate::output::remark;
use crate::tell::many;

/// Reads a file of forbidden ground for streets within `extract`.
///
/// # Errors
/// Where the file cannot be used as it stands: an object of it is no ground, or its ground lies in the
/// extract only once latitude and longitude change places.
pub fn read(path: &Path, extract: Option<Bounds>) -> Result<Areas> {
    let areas = hinan_layers::read_areas(path, &Wanted::default())?;
    let file = &areas.source.file;
    let dropped: Vec<_> = areas.complaints.iter().filter(|complaint| complaint.dropped).collect();
    if let Some(first) = dropped.first() {
        bail!(
            "{first}; forbidden ground must be known whole, and {} of {file} cannot be used: draw lines and points as \
             polygons, with the width that people have to keep away",
            many(dropped.len() as u64, "object", "objects")
        );
    }
    areas.complaints.iter().for_each(|complaint| remark(&complaint.to_string()));
    let Some(extract) = extract else { return Ok(areas) };
    let reaches = |turned: bool| {
        areas
            .areas
            .iter()
            .filter_map(|named| bounds(&named.area, turned))
            .any(|bounds| bounds.overlaps(&extract))
    };
    match (reaches(false), reaches(true)) {
        (true, _) => {}
        (false, true) => bail!(
            "{file}: none of its ground lies in these streets, and all of it would if latitude and longitude changed \
             places; GeoJSON writes longitude first"
        ),
        (false, false) => {
            remark(&format!("{file}: none of its ground lies in these streets; nothing is closed by it"))
        }
    }
    Ok(areas)
}

/// The box of some ground, with latitude and longitude as they are or in each other's place.
fn bounds(area: &Area, turned: bool) -> Option<Bounds> {
    let places = area.rings.iter().flatten().map(|&place| match turned {
        false => place,
        true => Place { lat_e7: place.lon_e7, lon_e7: place.lat_e7 },
    });
    Bounds::around(places)
}
