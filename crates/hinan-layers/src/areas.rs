//! Areas: districts, forbidden ground.

use std::io::{Read, Seek};
use std::path::Path;

use hinan_model::{Complaint, NamedArea, Source};

use crate::error::NotALayer;
use crate::geometry::Ground;
use crate::input::{Content, Input};
use crate::layer::{Columns, Consumer, Refusal, find_column};
use crate::report::Report;
use crate::{Wanted, layer};

/// Areas as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// What the file is, and how much of it was used.
    pub source: Source,
    /// The areas in the order of the file. An outline whose parts overlap makes one area a part, all
    /// of one id and name: inside of two parts is inside, and not a hole.
    pub areas: Vec<NamedArea>,
    /// What was wrong, in the order of the rows.
    pub complaints: Vec<Complaint>,
}

/// What columns of names are called.
const NAMES: &[&str] = &[
    "name",
    "nameen",
    "nimi",
    "namn",
    "navn",
    "nom",
    "nombre",
    "nome",
    "nazwa",
    "title",
    "label",
    "district",
    "description",
    "名称",
    "名前",
    "町丁名",
    "町名",
    "町丁字名",
    "sname",
    "地区名",
    "지역명",
    "назва",
    "название",
    "שם",
];
/// What columns of ids are called.
const IDS: &[&str] = &["id", "fid", "code", "gid", "objectid", "ogcfid", "keycode"];

/// Reads areas out of GeoJSON (a collection, a feature, a bare Polygon or MultiPolygon) or GeoPackage.
/// The name is that of `wanted.column` or the first that is usual, else the id, else the row.
///
/// # Errors
/// Where the file cannot be read, is nothing of the kind, has a coordinate system that is not known,
/// or where not one area is left.
pub fn read_areas(path: &Path, wanted: &Wanted) -> Result<Areas, NotALayer> {
    read(Input::open(path)?, wanted)
}

/// As [`read_areas`], out of anything that can be read from any place; `name` is for sentences.
///
/// # Errors
/// As [`read_areas`].
pub fn read_areas_from(reader: impl Read + Seek, name: &str, wanted: &Wanted) -> Result<Areas, NotALayer> {
    read(Input::of(reader, name), wanted)
}

fn read(mut input: Input, wanted: &Wanted) -> Result<Areas, NotALayer> {
    let content = input.content()?;
    if !matches!(content, Content::GeoPackage | Content::Json) {
        return Err(NotALayer::unusable(&input.name, "has no outlines: GeoJSON or GeoPackage are needed"));
    }
    let mut report = Report::new(&input.name);
    let mut taker = Taker { wanted_column: wanted.column.clone(), ..Taker::default() };
    let source = layer::read(&mut input, content, wanted, &mut report, &mut taker)?;
    let (source, complaints) = report.finish(Source { role: "areas".to_owned(), ..source })?;
    Ok(Areas { source, areas: taker.areas, complaints })
}

#[derive(Default)]
struct Taker {
    wanted_column: Option<String>,
    /// Where the id and the name stand among the chosen values.
    id: Option<usize>,
    name: Option<usize>,
    areas: Vec<NamedArea>,
}

impl Consumer for Taker {
    fn choose(&mut self, columns: &Columns) -> Result<Vec<usize>, String> {
        let id = find_column(columns, None, IDS)?;
        let name = find_column(columns, self.wanted_column.as_deref(), NAMES)?;
        let chosen: Vec<usize> = id.into_iter().chain(name).collect();
        self.id = id.map(|_| 0);
        self.name = name.map(|_| chosen.len() - 1);
        Ok(chosen)
    }

    fn take(
        &mut self,
        number: u64,
        ground: Ground,
        values: &[Option<String>],
        report: &mut Report,
    ) -> Result<(), Refusal> {
        let value = |at: Option<usize>| {
            let value = values.get(at?)?.as_deref()?.trim();
            (!value.is_empty()).then(|| value.to_owned())
        };
        let id = value(self.id).unwrap_or_else(|| number.to_string());
        let name = value(self.name).unwrap_or_else(|| id.clone());
        let areas = ground.areas().ok_or_else(|| "it is a point and no outline".to_owned())?;
        if areas.len() > 1 {
            let reason = format!("its parts overlap; kept as {} areas of one name", areas.len());
            report.remark(Some(number), None, reason);
        }
        self.areas.extend(areas.into_iter().map(|area| NamedArea {
            id: id.clone(),
            name: name.clone(),
            area,
        }));
        Ok(())
    }
}
