//! Counts as layers of a map.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result};
use hinan_model::NamedArea;
use hinan_render::{Format, Layer};
use hinan_server::answers::layers as answers;

use super::Run;
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

/// One row a doorstep.
pub fn doorsteps(run: &Run<'_>, notices: &Notices) -> Layer {
    answers::doorsteps(&run.city, &run.doorsteps, &notices.said())
}

/// One row a district.
pub fn districts(run: &Run<'_>, districts: &[NamedArea], notices: &Notices) -> Layer {
    answers::districts(&run.city, &run.coverage, districts, &notices.said())
}
