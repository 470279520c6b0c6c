//! A layer: rows with columns of one type each, and one geometry a row.

use std::io::{self, Write};

use hinan_model::{Area, Bounds, Place};

use crate::{csv, geojson, geopackage, geoparquet};

/// A table with places, as map tools know it.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The name: `doorsteps`. The table's name where the form has tables.
    pub name: String,
    /// What it is, in one sentence.
    pub about: String,
    /// The columns, in order, all of the same length as the geometries.
    pub columns: Vec<Column>,
    /// Where the rows are.
    pub geometries: Geometries,
    /// What must be told wherever the layer is shown.
    pub notes: Notes,
}

/// A column. A value can be missing in every type.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name, different from all others even if capitals are small letters.
    pub name: String,
    /// Its values.
    pub values: Values,
}

/// The values of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Texts.
    Text(Vec<Option<String>>),
    /// Whole numbers.
    Integer(Vec<Option<i64>>),
    /// Other numbers. What is not finite counts as missing.
    Real(Vec<Option<f64>>),
    /// Yes or no.
    Boolean(Vec<Option<bool>>),
}

/// Where the rows of a layer are: one kind a layer, as most tools want it.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometries {
    /// Nowhere: a plain table of so many rows.
    None(usize),
    /// Points.
    Points(Vec<Option<Place>>),
    /// Lines of at least two places; a shorter one counts as missing.
    Lines(Vec<Option<Vec<Place>>>),
    /// Pieces of ground, written as multipolygons: the rings in their roles, outlines anticlockwise
    /// and holes clockwise (RFC 7946). What encloses nothing counts as missing. Nothing is cut at the
    /// antimeridian.
    Areas(Vec<Option<Area>>),
}

/// What must be told wherever an output is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Whose data it is, one line a source.
    pub attribution: Vec<String>,
    /// What a reader must know.
    pub warnings: Vec<String>,
    /// What was asked: (`walker`, `older`), (`hazard`, `air-raid`), in a fixed order.
    pub facts: Vec<(String, String)>,
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table with `lat` and `lon`, or `wkt` where rows are not points. It has no room for notes:
    /// write [`Notes::text`] beside it.
    Csv,
    /// RFC 7946, a feature a line.
    GeoJson,
    /// An SQLite database as OGC 12-128 describes it.
    GeoPackage,
    /// Apache Parquet with the `geo` key of GeoParquet 1.1.
    GeoParquet,
}

/// Why a layer could not be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The layer contradicts itself, by a mistake of the program.
    #[error("layer {layer}: {what}")]
    Layer {
        /// Its name.
        layer: String,
        /// What is wrong with it.
        what: String,
    },
    /// Not accepted by the file or the stream.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// SQLite refused.
    #[error("GeoPackage: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The Parquet writer refused.
    #[error("GeoParquet: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
}

/// Writes `layer` in the form `format`. Streams CSV and GeoJSON; the other two are made in memory,
/// since neither is written from front to back.
///
/// # Errors
/// Where the layer contradicts itself (columns of different lengths, two of one name, a name that the
/// geometry needs), or `out` does not take the bytes.
pub fn write(layer: &Layer, format: Format, out: &mut dyn Write) -> Result<(), RenderError> {
    layer.check()?;
    match format {
        Format::Csv => Ok(csv::write(layer, out)?),
        Format::GeoJson => Ok(geojson::write(layer, out)?),
        Format::GeoPackage => Ok(out.write_all(&geopackage::bytes(layer)?)?),
        Format::GeoParquet => Ok(out.write_all(&geoparquet::bytes(layer)?)?),
    }
}

impl Format {
    /// Every form.
    pub const ALL: [Format; 4] = [Format::Csv, Format::GeoJson, Format::GeoPackage, Format::GeoParquet];

    /// The form that a file name's ending asks for: `csv`, `geojson`, `gpkg`, `parquet` or
    /// `geoparquet`, in any case, without the dot.
    pub fn of_extension(extension: &str) -> Option<Format> {
        match extension.to_ascii_lowercase().as_str() {
            "csv" => Some(Format::Csv),
            "geojson" => Some(Format::GeoJson),
            "gpkg" => Some(Format::GeoPackage),
            "parquet" | "geoparquet" => Some(Format::GeoParquet),
            _ => None,
        }
    }

    /// The usual ending: `csv`, `geojson`, `gpkg`, `parquet`.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::GeoJson => "geojson",
            Format::GeoPackage => "gpkg",
            Format::GeoParquet => "parquet",
        }
    }
}

impl Notes {
    /// All notes as lines of text.
    pub fn text(&self) -> String {
        let warnings = self.warnings.iter().cloned();
        let attribution = self.attribution.iter().map(|line| format!("Data: {line}"));
        let facts = self.facts.iter().map(|(name, value)| format!("{name}: {value}"));
        warnings.chain(attribution).chain(facts).map(|line| line + "\n").collect()
    }
}

impl Values {
    /// How many values there are.
    pub fn len(&self) -> usize {
        match self {
            Values::Text(values) => values.len(),
            Values::Integer(values) => values.len(),
            Values::Real(values) => values.len(),
            Values::Boolean(values) => values.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Geometries {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Geometries::None(rows) => *rows,
            Geometries::Points(places) => places.len(),
            Geometries::Lines(lines) => lines.len(),
            Geometries::Areas(areas) => areas.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The box around everything; `None` where nothing has a place.
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Geometries::None(_) => None,
            Geometries::Points(places) => Bounds::around(places.iter().flatten().copied()),
            Geometries::Lines(lines) => {
                Bounds::around(lines.iter().flatten().filter(|line| is_line(line)).flatten().copied())
            }
            Geometries::Areas(areas) => {
                Bounds::around(areas.iter().flatten().flat_map(|area| area.rings.iter().flatten()).copied())
            }
        }
    }

    /// The name of the kind in every standard: `Point`, `LineString`, `MultiPolygon`; none for a
    /// plain table.
    pub(crate) fn kind(&self) -> Option<&'static str> {
        match self {
            Geometries::None(_) => None,
            Geometries::Points(_) => Some("Point"),
            Geometries::Lines(_) => Some("LineString"),
            Geometries::Areas(_) => Some("MultiPolygon"),
        }
    }
}

/// Whether these places make a line.
pub(crate) fn is_line(places: &[Place]) -> bool {
    places.len() >= 2
}

impl Layer {
    /// A layer without columns.
    pub fn new(name: &str, about: &str, geometries: Geometries, notes: Notes) -> Layer {
        Layer { name: name.to_owned(), about: about.to_owned(), columns: Vec::new(), geometries, notes }
    }

    /// The layer with one more column of texts.
    #[must_use]
    pub fn with_text(self, name: &str, values: impl IntoIterator<Item = Option<String>>) -> Layer {
        self.with(name, Values::Text(values.into_iter().collect()))
    }

    /// The layer with one more column of whole numbers.
    #[must_use]
    pub fn with_integer(self, name: &str, values: impl IntoIterator<Item = Option<i64>>) -> Layer {
        self.with(name, Values::Integer(values.into_iter().collect()))
    }

    /// The layer with one more column of numbers.
    #[must_use]
    pub fn with_real(self, name: &str, values: impl IntoIterator<Item = Option<f64>>) -> Layer {
        self.with(name, Values::Real(values.into_iter().collect()))
    }

    /// The layer with one more column of yes and no.
    #[must_use]
    pub fn with_boolean(self, name: &str, values: impl IntoIterator<Item = Option<bool>>) -> Layer {
        self.with(name, Values::Boolean(values.into_iter().collect()))
    }

    fn with(mut self, name: &str, values: Values) -> Layer {
        self.columns.push(Column { name: name.to_owned(), values });
        self
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.geometries.len()
    }

    /// # Errors
    /// Where the layer contradicts itself.
    fn check(&self) -> Result<(), RenderError> {
        /// What the forms call keys and geometries.
        const TAKEN: [&str; 6] = ["fid", "geom", "geometry", "lat", "lon", "wkt"];
        let wrong = |what: String| Err(RenderError::Layer { layer: self.name.clone(), what });
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let starts_well = self.name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !starts_well
            || !self.name.chars().all(is_plain)
            || self.name.to_ascii_lowercase().starts_with("gpkg_")
        {
            return wrong(
                "a name has letters, digits and _ only, starts with a letter and not with gpkg_".to_owned(),
            );
        }
        let mut names: Vec<String> = Vec::with_capacity(self.columns.len());
        for Column { name, values } in &self.columns {
            let lower = name.to_lowercase();
            if name.is_empty() || name.contains('\0') || TAKEN.contains(&lower.as_str()) {
                return wrong(format!("no column may be called '{name}'"));
            }
            if names.contains(&lower) {
                return wrong(format!("two columns are called '{name}'"));
            }
            if values.len() != self.rows() {
                return wrong(format!("column {name} has {} values for {} rows", values.len(), self.rows()));
            }
            names.push(lower);
        }
        Ok(())
    }
}
