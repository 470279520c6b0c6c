//! What all files of rows have in common: columns, and rows with ground and values.

use hinan_earth::Crs;
use hinan_model::Source;

use crate::error::NotALayer;
use crate::geometry::{Ground, place};
use crate::input::{Content, Input};
use crate::number::number;
use crate::report::{Report, names, quoted};
use crate::{Wanted, csv, gpkg, json, mesh, text};

/// The columns or properties of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    /// In the order of the file.
    pub(crate) names: Vec<String>,
    /// Whether rows are placed by the code of a census mesh.
    pub(crate) is_mesh: bool,
    /// Whether decimals are written with a comma.
    pub(crate) decimal_comma: bool,
}

/// One row.
#[derive(Debug)]
pub(crate) struct Row {
    /// Its number, as complaints have it.
    pub(crate) number: u64,
    /// Where it is, or why that cannot be told; `None` where it has no geometry.
    pub(crate) ground: Result<Option<Ground>, String>,
    /// The values of the columns that were chosen; `None` for null.
    pub(crate) values: Vec<Option<String>>,
}

/// Who takes the rows.
pub(crate) trait Consumer {
    /// Chooses columns by their positions. An error, in the words of a sentence, where what is needed
    /// is not there.
    fn choose(&mut self, columns: &Columns) -> Result<Vec<usize>, String>;

    /// Takes a row: its number, where it is, and the values of the columns that were chosen.
    fn take(
        &mut self,
        number: u64,
        ground: Ground,
        values: &[Option<String>],
        report: &mut Report,
    ) -> Result<(), Refusal>;
}

/// Why a row is not taken.
pub(crate) enum Refusal {
    /// It is left out, and the next one is read.
    Row { column: Option<String>, reason: String },
    /// The whole file is too much.
    File(NotALayer),
}

impl From<String> for Refusal {
    fn from(reason: String) -> Refusal {
        Refusal::Row { column: None, reason }
    }
}

/// Reads a file of rows.
pub(crate) fn read(
    input: &mut Input,
    content: Content,
    wanted: &Wanted,
    report: &mut Report,
    consumer: &mut dyn Consumer,
) -> Result<Source, NotALayer> {
    let mut rows = Rows { wanted, report, consumer };
    if content == Content::GeoPackage {
        return gpkg::read(input, &mut rows);
    }
    let bytes = input.bytes()?;
    let text = text::decoded(&bytes, rows.report);
    let format = match content {
        Content::Json => json::read(&text, &mut rows)?,
        _ => csv::read(&text, &mut rows)?,
    };
    Ok(Source { format: format.to_owned(), sha256: crate::input::sha256_of(&bytes), ..Source::default() })
}

/// The way of a row from a reader to its consumer.
pub(crate) struct Rows<'a> {
    pub(crate) wanted: &'a Wanted,
    pub(crate) report: &'a mut Report,
    consumer: &'a mut dyn Consumer,
}

impl Rows<'_> {
    pub(crate) fn choose(&mut self, columns: &Columns) -> Result<Vec<usize>, NotALayer> {
        self.consumer.choose(columns).map_err(|what| self.unusable(what))
    }

    /// Passes a row on where it is wanted, and counts it as a record or a complaint.
    pub(crate) fn push(&mut self, row: Row) -> Result<(), NotALayer> {
        let Row { number, ground, values } = row;
        if let (Some(bounds), Ok(Some(ground))) = (self.wanted.bounds, &ground)
            && !ground.touches(bounds)
        {
            return Ok(());
        }
        self.report.row()?;
        let ground = ground.and_then(|ground| ground.ok_or_else(|| "it does not say where it is".to_owned()));
        let taken = ground
            .map_err(Refusal::from)
            .and_then(|ground| self.consumer.take(number, ground, &values, self.report));
        match taken {
            Ok(()) => self.report.record(),
            Err(Refusal::Row { column, reason }) => self.report.dropped(number, column.as_deref(), &reason),
            Err(Refusal::File(error)) => return Err(error),
        }
        Ok(())
    }

    pub(crate) fn unusable(&self, what: impl Into<String>) -> NotALayer {
        NotALayer::unusable(&self.report.file, what)
    }
}

/// A name without what people write differently: case, blanks, signs.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The column that the caller named, or the first of `table` that is there.
pub(crate) fn find_column(
    columns: &Columns,
    named: Option<&str>,
    table: &[&str],
) -> Result<Option<usize>, String> {
    if let Some(name) = named {
        let at = columns.names.iter().position(|column| column == name);
        let at = at.or_else(|| columns.names.iter().position(|column| plain(column) == plain(name)));
        let list = || names(columns.names.iter().map(String::as_str));
        return at.map(Some).ok_or_else(|| format!("has no column {}; it has {}", quoted(name), list()));
    }
    Ok(table.iter().find_map(|wanted| columns.names.iter().position(|column| plain(column) == *wanted)))
}

const LATITUDE: &[&str] = &["lat", "latitude", "緯度", "latdeg", "ycoordlat"];
const LONGITUDE: &[&str] = &["lon", "lng", "long", "longitude", "経度", "londeg"];
const EAST: &[&str] = &["x", "easting", "east", "xcoord", "coordx", "e"];
const NORTH: &[&str] = &["y", "northing", "north", "ycoord", "coordy", "n"];
const MESH: &[&str] = &[
    "meshid",
    "meshcode",
    "mesh",
    "keycode",
    "jismesh",
    "メッシュコード",
    "地域メッシュコード",
    "標準地域メッシュコード",
];
const H3: &[&str] = &["h3", "h3id", "h3index", "h3cell", "h3address", "hexid", "hex", "id", "cell"];

/// How the rows of a table say where they are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Placing {
    /// A mesh code of JIS X 0410.
    Mesh(usize),
    /// The index of an H3 cell, and a point to check it with.
    H3(usize, Option<(usize, usize)>),
    /// East (or longitude) and north (or latitude).
    Point(usize, usize),
}

/// Finds out how rows are placed, from the names of the columns and one row's values.
pub(crate) fn placing(columns: &Columns, sample: &dyn Fn(usize) -> Option<String>) -> Option<Placing> {
    let find = |table: &[&str]| find_column(columns, None, table).ok().flatten();
    let fits =
        |at: &usize, is_code: &dyn Fn(&str) -> bool| sample(*at).is_some_and(|value| is_code(value.trim()));
    if let Some(at) = find(MESH).filter(|at| fits(at, &|code| mesh::jis(code).is_some())) {
        return Some(Placing::Mesh(at));
    }
    let point = match (find(LONGITUDE), find(LATITUDE)) {
        (Some(lon), Some(lat)) => Some((lon, lat)),
        _ => find(EAST).zip(find(NORTH)),
    };
    if let Some(at) = find(H3).filter(|at| fits(at, &|code| mesh::h3(code).is_some())) {
        return Some(Placing::H3(at, point));
    }
    point.map(|(x, y)| Placing::Point(x, y))
}

/// The system of the points of a table: degrees by the names of the columns, else what the caller says.
pub(crate) fn system(columns: &Columns, placing: Placing, wanted: &Wanted) -> Result<Crs, String> {
    let (Placing::Point(x, _) | Placing::H3(_, Some((x, _)))) = placing else { return Ok(Crs::WGS84) };
    if LONGITUDE.contains(&plain(&columns.names[x]).as_str()) {
        return Ok(Crs::WGS84);
    }
    wanted.crs.clone().ok_or_else(|| {
        format!(
            "has the column {} but does not say its coordinate system; name it, as EPSG:2039",
            quoted(&columns.names[x])
        )
    })
}

/// The ground of a row of a table.
pub(crate) fn placed(
    placing: Placing,
    crs: &Crs,
    columns: &Columns,
    value: &dyn Fn(usize) -> Option<String>,
) -> Result<Option<Ground>, String> {
    match placing {
        Placing::Mesh(at) => {
            let code = value(at).unwrap_or_default();
            let bounds = mesh::jis(code.trim());
            bounds
                .map(|bounds| Some(Ground::Box(bounds)))
                .ok_or_else(|| format!("{} is no mesh code", quoted(&code)))
        }
        Placing::H3(at, _) => {
            let code = value(at).unwrap_or_default();
            let area = mesh::h3(&code);
            area.map(|area| Some(Ground::Parts(vec![area])))
                .ok_or_else(|| format!("{} is no cell of H3", quoted(&code)))
        }
        Placing::Point(x, y) => {
            let read = |at: usize| number(&value(at).unwrap_or_default(), columns.decimal_comma);
            let (east, north) = (read(x)?, read(y)?);
            if east == 0.0 && north == 0.0 && crs.is_degrees() {
                return Err(
                    "latitude 0, longitude 0 is in the Atlantic: a position that somebody left blank"
                        .to_owned(),
                );
            }
            place(east, north, crs).map(|place| Some(Ground::Point(place)))
        }
    }
}

/// Says where a cell's code and its point disagree; the code rules.
pub(crate) fn disagreement(
    placing: Placing,
    crs: &Crs,
    columns: &Columns,
    ground: &Ground,
    value: &dyn Fn(usize) -> Option<String>,
) -> Option<String> {
    let (Placing::H3(_, Some((x, y))), Ground::Parts(parts)) = (placing, ground) else { return None };
    let Ok(Some(Ground::Point(point))) = placed(Placing::Point(x, y), crs, columns, value) else {
        return None;
    };
    let is_inside = parts.iter().any(|part| part.contains(point));
    (!is_inside).then(|| format!("{point} lies outside of the cell that its code names; the cell is taken"))
}
