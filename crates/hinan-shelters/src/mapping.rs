//! A list as a table: which column means what.

use hinan_model::Hazard;
use hinan_model::shelter::{Access, Answer, Standing, Status};

/// How the rows of a list are wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A table with a header row.
    Csv,
    /// A table whose cells end at a comma or a semicolon, whichever comes, with blanks around them,
    /// and whose rows may end early.
    Loose,
    /// A JSON array of objects.
    Json,
    /// A GeoJSON FeatureCollection: rows are the features' properties, places their points.
    GeoJson,
}

/// What a column says of a shelter or of one of its entrances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Version of the hinan feed.
    Feed,
    /// The source's own id, verbatim. Of several columns, joined with `-`.
    Id,
    /// Of several columns, joined with a blank.
    Name,
    /// Of several columns, joined with `, `.
    Address,
    /// An address where the others are blank.
    AddressElse,
    Kind,
    Standing,
    Capacity,
    /// A head count inside text: the number behind the first of these words that has one above 0.
    /// The word `""` stands for the start of the text; with it, what else the text says goes into the
    /// note. Without, the text is a sentence that another field takes.
    CapacityAfter(&'static [&'static str]),
    AreaM2,
    /// An area that may have decimals: whole square metres of it count.
    AreaFloor,
    GoodFor,
    BadFor,
    Access,
    Wheelchair,
    Underground,
    /// Floors below the ground that the shelter is on: `1.0`, `B01B02`, `12`.
    FloorsBelow,
    Pets,
    Hours,
    Status,
    Checked,
    /// As `Checked`, in words of the Japanese calendar: `令和6年1月11日午後6時`. Of a table's column
    /// that is given as `a*`, its name says it for the rows that have anything there.
    CheckedReiwa,
    Visibility,
    Note,
    /// Goes into the note with its column's name before it: `romnr 776`.
    Remark,
    /// Says what a table says its words mean.
    Words(&'static Words),
    /// A flag: `1` says this.
    Flag(Says),
    /// How many things of the kind of the list are there. Rows without any are passed over.
    HowMany,
    /// Day and time on which the list was made, day first: `06/03/2026 23:43:11`.
    Made,
    /// Of the row's entrance: latitude, longitude, or a node of the streets, verbatim.
    Lat,
    Lon,
    /// Latitude and longitude in one cell, where they have none of their own.
    LatLon,
    /// East and north in the list's own grid: a check of latitude and longitude, or instead of them.
    East,
    North,
    Node,
    /// Name of the row's entrance.
    Entrance,
    /// Tenths of a second from the row's entrance to safety.
    StartDs,
    /// Several entrances in one row, as JSON.
    Entrances,
}

/// A thing that a word or a flag of a list says of a shelter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Kind(&'static str),
    Good(Hazard),
    Bad(Hazard),
    /// Good where a river floods. Rain water that finds no way out is another matter: both have to
    /// be said for [`Hazard::Flood`], which is either.
    RiverFlood,
    /// Good where rain water finds no way out.
    InlandFlood,
    Access(Access),
    Status(Status),
    Wheelchair(Answer),
    Underground(Answer),
    /// Opening hours in the syntax of OpenStreetMap.
    Hours(&'static str),
    /// Who says that it is a shelter, where that is no authority.
    Standing(Standing),
    /// The point is that of a place near the shelter that the row tells of: a candidate, of which
    /// neither the row's words and flags hold nor what holds for the list.
    NearOne,
}

/// What the words of a column mean.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub look: Look,
    /// Word → what it says. Compared without regard to case. Inside of a text, a word takes its
    /// letters from those below it: "open in working hours" before "open".
    pub table: &'static [(&'static str, &'static [Says])],
    pub otherwise: Otherwise,
}

/// Where words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// The cell is the word, or several words with `;` between them.
    Whole,
    /// The cell is a text that may hold any of the words.
    Within,
}

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Otherwise {
    /// A word that the table does not hold is complained about.
    Say,
    /// A cell whose words the table does not hold goes into the note, with its column's name.
    Note,
    /// The whole cell goes into the note, whatever the table holds.
    NoteAll,
    /// What the table does not hold says nothing.
    Pass,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowIs {
    /// A shelter: an id that comes again is a mistake.
    Shelter,
    /// An entrance: rows with one id are one shelter.
    Entrance,
}

/// Where ids come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ids {
    /// From the columns of [`Field::Id`]. A row without is left out.
    Own,
    /// From there, and where there is none, from name, address and place: the same row gets the same
    /// id wherever it stands, for as long as nobody rewrites it.
    Made,
}

/// One known list.
#[derive(Debug)]
pub(crate) struct Mapping {
    /// Name of the format, as in [`hinan_model::Source::format`].
    pub format: &'static str,
    /// What it is, for people: `Norway: tilfluktsrom`.
    pub title: &'static str,
    /// How rows are wrapped.
    pub container: Container,
    /// Columns that tell this list from every other. A place (`Node`, `Lat` and `Lon`, `LatLon`, or
    /// `East` and `North`) is asked for besides, except in GeoJSON.
    pub needs: &'static [&'static str],
    /// Columns that this list does not have, where another one has all that it needs.
    pub lacks: &'static [&'static str],
    /// Column → fields. Names are compared without ASCII case. `a.b` is the member `b` of the object
    /// in `a`, also where that is JSON in the cell of a table; `a*` is any column that begins with `a`.
    pub columns: &'static [(&'static str, Field)],
    /// What a row stands for.
    pub row_is: RowIs,
    /// Where ids come from.
    pub ids: Ids,
    /// Whether it is a hinan feed: has a version and metadata, and remarks on columns it does not know.
    pub feed: bool,
    /// EPSG codes that the list's grid coordinates may be in; the first is that of `East`, `North`.
    pub grids: &'static [u32],
    /// What the list says of all its shelters, if it does.
    pub all: ForAll,
}

/// What holds for every shelter of a list, by what its publisher says of the list as a whole.
#[derive(Debug)]
pub(crate) struct ForAll {
    pub kind: Option<&'static str>,
    pub says: &'static [Says],
    pub licence: Option<&'static str>,
    pub attribution: Option<&'static str>,
    /// Degrees south, west, north, east that hold every shelter of the list.
    pub bounds: Option<[f64; 4]>,
}

impl ForAll {
    /// The publisher says nothing of the list as a whole.
    pub const NOTHING: ForAll =
        ForAll { kind: None, says: &[], licence: None, attribution: None, bounds: None };
}

impl Mapping {
    /// What most lists have in common: a row a shelter, with an id of its own.
    pub const PLAIN: Mapping = Mapping {
        format: "",
        title: "",
        container: Container::Csv,
        needs: &[],
        lacks: &[],
        columns: &[],
        row_is: RowIs::Shelter,
        ids: Ids::Own,
        feed: false,
        grids: &[],
        all: ForAll::NOTHING,
    };

    /// The fields of the column or member `name`.
    pub fn fields(&self, name: &str) -> impl Iterator<Item = &(&'static str, Field)> {
        self.columns.iter().filter(move |(path, _)| is_at(path, name))
    }

    /// The paths that lead into the column or member `name`, without its name: path, rest, field.
    pub fn inside<'n>(
        &self,
        name: &'n str,
    ) -> impl Iterator<Item = (&'static str, &'static str, Field)> + use<'n> {
        let columns = self.columns.iter();
        columns.filter_map(move |(path, field)| Some((*path, inner(path, name)?, *field)))
    }

    /// The name of the first column of `field`.
    pub fn column(&self, field: Field) -> Option<&'static str> {
        self.columns.iter().find(|(_, f)| *f == field).map(|(name, _)| *name)
    }

    /// Whether a file with the columns that `has` knows is this list.
    pub fn fits(&self, has: &dyn Fn(&str) -> bool) -> bool {
        let placed = self.container == Container::GeoJson || self.placed(has);
        placed && self.needs.iter().all(|name| has(name)) && !self.lacks.iter().any(|name| has(name))
    }

    /// Whether columns that `has` knows say where shelters are.
    pub fn placed(&self, has: &dyn Fn(&str) -> bool) -> bool {
        let any = |field| self.columns.iter().any(|(name, f)| *f == field && has(name));
        any(Field::Node)
            || any(Field::LatLon)
            || (any(Field::Lat) && any(Field::Lon))
            || (any(Field::East) && any(Field::North))
    }
}

/// Whether a path of a mapping is the column `name`. Asked for every member of every row: lengths first.
pub(crate) fn is_at(path: &str, name: &str) -> bool {
    if path.len() == name.len() && path.eq_ignore_ascii_case(name) {
        return true;
    }
    let Some(start) = path.strip_suffix('*').filter(|start| start.len() <= name.len()) else { return false };
    name.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// What is left of `path` inside of the column `name`.
pub(crate) fn inner<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    if path.as_bytes().get(name.len()) != Some(&b'.') {
        return None;
    }
    let (begin, rest) = path.split_at_checked(name.len())?;
    begin.eq_ignore_ascii_case(name).then(|| &rest[1..])
}
