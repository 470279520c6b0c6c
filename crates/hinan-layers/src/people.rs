//! People: which column has them, and what they come to.

use std::io::{Read, Seek};
use std::path::Path;

use hinan_model::Source;
use hinan_model::people::{Cell, People};

use crate::error::NotALayer;
use crate::geometry::Ground;
use crate::input::{Content, Input};
use crate::layer::{Columns, Consumer, Refusal, find_column, plain};
use crate::number::{Thousandths, number, people};
use crate::report::{Report, names};
use crate::{MAX_CELLS, Wanted, layer, raster};

/// What columns of people are called, without case, blanks and signs. The first that a file has is
/// taken, so totals stand before their parts.
const PEOPLE: &[&str] = &[
    "population",
    "populationtotal",
    "totalpopulation",
    "poptotal",
    "totalpop",
    "totpop",
    "poptot",
    "people",
    "pop",
    "persons",
    "residents",
    "inhabitants",
    "headcount",
    "popcount",
    "numberofpeople",
    "人口総数",
    "総人口",
    "人口",
    "人数",
    "einwohner",
    "befolkning",
    "asukkaita",
    "vaesto",
    "väestö",
    "poblacion",
    "población",
    "populacao",
    "população",
    "popolazione",
    "ludność",
    "населення",
    "население",
    "인구",
    "인구수",
    "אוכלוסייה",
];
/// The same for census meshes only, where the word does not mean what it says.
const PEOPLE_OF_MESHES: &[&str] = &["populationdensity"];

/// Reads people out of a file: CSV or JSON of points, census meshes (JIS X 0410) or H3 cells, GeoJSON,
/// GeoPackage or GeoTIFF. Cells come in the order of the file.
///
/// `records` of the source are the rows that tell how many people there are, also those with nobody;
/// only cells with people are returned. Pixels without a value are no rows. Thousandths are rounded so
/// that their sum is that of the file.
///
/// The hash of a raster larger than 64 MiB is left empty, because hashing would read it whole.
///
/// # Errors
/// Where the file cannot be read, is nothing of the kind, has no column or more than one that people
/// could be in, does not tell its coordinate system or has one that is not known, or where not one
/// row is left.
pub fn read_people(path: &Path, wanted: &Wanted) -> Result<People, NotALayer> {
    read(Input::open(path)?, wanted)
}

/// As [`read_people`], out of anything that can be read from any place; `name` is for sentences.
///
/// # Errors
/// As [`read_people`].
pub fn read_people_from(reader: impl Read + Seek, name: &str, wanted: &Wanted) -> Result<People, NotALayer> {
    read(Input::of(reader, name), wanted)
}

fn read(mut input: Input, wanted: &Wanted) -> Result<People, NotALayer> {
    let content = input.content()?;
    let mut report = Report::new(&input.name);
    let mut heads = Heads { wanted_column: wanted.column.clone(), ..Heads::default() };
    let source = match content {
        Content::GeoTiff => raster::read(&mut input, wanted, &mut report, &mut heads)?,
        Content::GeoPackage | Content::Json | Content::Table => {
            layer::read(&mut input, content, wanted, &mut report, &mut heads)?
        }
    };
    if heads.in_the_sea > 0 {
        let reason = format!(
            "{} cells with people lie in the sea, the first at {}; kept",
            heads.in_the_sea, heads.first_in_the_sea
        );
        report.remark(None, None, reason);
    }
    if heads.is_misnamed {
        let reason = "is taken as a number of people, as census meshes in this form have it".to_owned();
        report.remark(None, Some(&heads.column), reason);
    }
    let (source, complaints) = report.finish(Source { role: "people".to_owned(), ..source })?;
    Ok(People { source, complaints, cells: heads.cells, is_guess: false })
}

/// Collects cells.
#[derive(Default)]
pub(crate) struct Heads {
    wanted_column: Option<String>,
    column: String,
    /// Whether the column's name says density.
    is_misnamed: bool,
    decimal_comma: bool,
    thousandths: Thousandths,
    cells: Vec<Cell>,
    in_the_sea: u64,
    first_in_the_sea: String,
}

impl Heads {
    /// Adds people that [`people`] let through.
    pub(crate) fn add(
        &mut self,
        ground: impl FnOnce() -> Ground,
        number: f64,
        report: &Report,
    ) -> Result<(), NotALayer> {
        let milli = self.thousandths.next(number);
        if milli == 0 {
            return Ok(());
        }
        if self.cells.len() == MAX_CELLS {
            let what = format!("has people in more than {MAX_CELLS} cells; name the box that is wanted");
            return Err(NotALayer::unusable(&report.file, what));
        }
        let ground = ground();
        if let Some(place) = ground.some_place().filter(|place| hinan_earth::land::is_sea(*place)) {
            if self.in_the_sea == 0 {
                self.first_in_the_sea = place.to_string();
            }
            self.in_the_sea += 1;
        }
        self.cells.push(Cell { shape: ground.shape(), milli });
        Ok(())
    }

    /// The number of people in a row, or why there is none.
    fn number(&self, values: &[Option<String>]) -> Result<f64, String> {
        let text =
            values.first().and_then(Option::as_deref).ok_or("it does not say how many people there are")?;
        people(number(text, self.decimal_comma)?)
    }
}

impl Consumer for Heads {
    fn choose(&mut self, columns: &Columns) -> Result<Vec<usize>, String> {
        let named = self.wanted_column.as_deref();
        let mut at = find_column(columns, named, PEOPLE)?;
        if at.is_none() {
            at = columns.names.iter().position(|name| is_a_year_of_people(name));
        }
        if at.is_none() && columns.is_mesh {
            at = find_column(columns, None, PEOPLE_OF_MESHES)?;
            self.is_misnamed = at.is_some();
        }
        let at = at.ok_or_else(|| {
            let list = names(columns.names.iter().map(String::as_str));
            format!("has no column that is known to hold people; name it. The columns are {list}")
        })?;
        self.column.clone_from(&columns.names[at]);
        self.decimal_comma = columns.decimal_comma;
        Ok(vec![at])
    }

    fn take(
        &mut self,
        _: u64,
        ground: Ground,
        values: &[Option<String>],
        report: &mut Report,
    ) -> Result<(), Refusal> {
        let number = self
            .number(values)
            .map_err(|reason| Refusal::Row { column: Some(self.column.clone()), reason })?;
        self.add(|| ground, number, report).map_err(Refusal::File)
    }
}

/// `population_2020`, `POP2015`: a word for people and a year.
fn is_a_year_of_people(name: &str) -> bool {
    let plain = plain(name);
    let word = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    plain.len() == word.len() + 4 && PEOPLE.contains(&word)
}
