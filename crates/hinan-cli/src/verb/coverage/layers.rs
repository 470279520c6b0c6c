//! Counts as layers of a map.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result};
use hinan_model::{Area, Ds, NamedArea};
use hinan_plan::{Doorstep, Fate, Tally};
use hinan_render::{Format, Geometries, Layer, Notes};
use hinan_texts::{Language, Texts};

use super::{Run, unit};

use crate::failure::Usage;
use crate::notice::Notices;

/// A file for a layer.
#[derive(Clone, Copy, Debug)]
pub struct LayerFile<'a> {
    path: &'a Path,
    format: Format,
}

impl<'a> LayerFile<'a> {
    /// The file that `-o` names.
    ///
    /// # Errors
    /// Where its extension names no form.
    pub fn named(path: &'a Path) -> Result<LayerFile<'a>> {
        let extension = path.extension().map(|e| e.to_string_lossy().into_owned()).unwrap_or_default();
        match Format::of_extension(&extension) {
            Some(format) => Ok(LayerFile { path, format }),
            None => Err(Usage::because(format!(
                "-o {}: the extension says in which form to write; use .csv, .geojson, .gpkg or .parquet",
                path.display()
            ))),
        }
    }

    /// Writes a layer. A table has no room for whose data it is: that goes beside it.
    ///
    /// # Errors
    /// Where the disk says no.
    pub fn write(&self, layer: &Layer) -> Result<()> {
        let unwritable = || format!("{}: cannot be written", self.path.display());
        let mut out = BufWriter::new(File::create(self.path).with_context(unwritable)?);
        hinan_render::write(layer, self.format, &mut out).with_context(unwritable)?;
        out.flush().with_context(unwritable)?;
        if self.format == Format::Csv {
            let beside = crate::notice::name_beside(self.path);
            std::fs::write(&beside, layer.notes.text())
                .with_context(|| format!("{}: cannot be written", beside.display()))?;
        }
        Ok(())
    }
}

/// What must stand on every layer and picture of a run.
pub fn notes(run: &Run<'_>, notices: &Notices) -> Notes {
    let question = &run.city.question;
    let mut facts = vec![("walker".to_owned(), run.city.walker_name().to_owned())];
    facts.extend(question.threat.map(|threat| ("hazard".to_owned(), threat.to_string())));
    facts.extend(question.at.map(|at| ("at".to_owned(), at.to_string())));
    facts.extend(question.within.map(|within| ("within".to_owned(), within.to_string())));
    facts.push(("start".to_owned(), run.city.start().to_string()));
    Notes { attribution: notices.attribution.clone(), warnings: notices.warnings.clone(), facts }
}

/// A time that is there.
fn known(time: Ds) -> Option<i64> {
    time.is_reachable().then_some(i64::from(time.0))
}

/// One row a doorstep.
pub fn doorsteps(run: &Run<'_>, notices: &Notices) -> Layer {
    let (city, found) = (&run.city, &run.doorsteps);
    let all = || found.all.iter();
    let total = |doorstep: &Doorstep| doorstep.fate().has_time().then(|| doorstep.total());
    let shelter = |index: usize| found.bests[index][0].and_then(|best| city.shelter(best.shelter));
    let count = found.all.len();
    let places = (0..count).map(|index| city.doorstep_place(index)).collect();
    Layer::new(
        "doorsteps",
        "Doorsteps, the people there, and what becomes of them",
        Geometries::Points(places),
        notes(run, notices),
    )
    .with_text("doorstep", (0..count).map(|index| city.doorstep_id(index)))
    .with_integer("people", all().map(|doorstep| Some(i64::from(doorstep.people))))
    .with_text("fate", all().map(|doorstep| Some(doorstep.fate().name().to_owned())))
    .with_boolean("in_time", all().map(|doorstep| in_time(doorstep.fate())))
    .with_text("shelter", (0..count).map(|index| shelter(index).map(|shelter| shelter.id.clone())))
    .with_text(
        "shelter_name",
        (0..count).map(|index| shelter(index).and_then(|shelter| shelter.name.clone())),
    )
    .with_text(
        "shelter_standing",
        (0..count).map(|index| shelter(index).map(|shelter| shelter.standing.name().to_owned())),
    )
    .with_integer("time_ds", all().map(|doorstep| known(doorstep.time)))
    .with_integer("total_ds", all().map(|doorstep| total(doorstep).and_then(known)))
    .with_integer("minutes", all().map(|doorstep| total(doorstep).map(|total| i64::from(total.minutes_up()))))
    .with_integer("budget_ds", all().map(|doorstep| known(doorstep.budget)))
    .with_text("inside", all().map(|doorstep| Some(doorstep.inside.name().to_owned())))
    .with_integer("district", all().map(|doorstep| doorstep.district.map(i64::from)))
}

/// In time, not in time, or nobody can tell.
fn in_time(fate: Fate) -> Option<bool> {
    match fate {
        Fate::Unknown | Fate::NoStreet => None,
        fate => Some(fate.is_in_time()),
    }
}

/// One row a district.
pub fn districts(run: &Run<'_>, districts: &[NamedArea], notices: &Notices) -> Layer {
    let coverage = &run.coverage;
    let tallies = || coverage.districts.iter();
    let areas: Vec<Option<Area>> = districts.iter().map(|district| Some(district.area.clone())).collect();
    let whole = |number: u64| Some(number as i64);
    let in_percent =
        |tally: &Tally| (tally.total() > 0).then(|| tally.in_time() as f64 * 100.0 / tally.total() as f64);
    let mut layer = Layer::new(
        "districts",
        &format!(
            "Districts, and what becomes of the {} there",
            unit(coverage.counted, Texts::of(Language::English))
        ),
        Geometries::Areas(areas),
        notes(run, notices),
    )
    .with_text("district", districts.iter().map(|district| Some(district.id.clone())))
    .with_text("name", districts.iter().map(|district| Some(district.name.clone())))
    .with_integer("total", tallies().map(|tally| whole(tally.total())))
    .with_integer("in_time", tallies().map(|tally| whole(tally.in_time())))
    .with_real("in_time_percent", tallies().map(in_percent));
    for fate in Fate::ALL {
        let name = fate.name().replace('-', "_");
        layer = layer.with_integer(&name, tallies().map(|tally| whole(tally.people[fate])));
    }
    layer
        .with_integer("median_ds", tallies().map(|tally| tally.median_ds.and_then(known)))
        .with_integer("worst_ds", tallies().map(|tally| tally.worst_ds.and_then(known)))
}
