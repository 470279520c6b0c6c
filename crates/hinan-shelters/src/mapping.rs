//! A list as a table: which column means what.

use hinan_model::HazardSet;
use hinan_model::shelter::Access;

/// How the rows of a list are wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A table with a header row.
    Csv,
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
    /// The source's own id, verbatim.
    Id,
    Name,
    Address,
    Kind,
    Standing,
    Capacity,
    AreaM2,
    GoodFor,
    BadFor,
    Access,
    Wheelchair,
    Pets,
    Hours,
    Status,
    Checked,
    Visibility,
    Note,
    /// Goes into the note with its column's name before it: `romnr 776`.
    Remark,
    /// Of the row's entrance: latitude, longitude, or a node of the streets, verbatim.
    Lat,
    Lon,
    Node,
    /// Name of the row's entrance.
    Entrance,
    /// Tenths of a second from the row's entrance to safety.
    StartDs,
    /// Several entrances in one row, as JSON.
    Entrances,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowIs {
    /// A shelter: an id that comes again is a mistake.
    Shelter,
    /// An entrance: rows with one id are one shelter.
    Entrance,
}

/// One known list.
#[derive(Debug)]
pub(crate) struct Mapping {
    /// Name of the format, as in [`hinan_model::Source::format`].
    pub format: &'static str,
    /// How rows are wrapped.
    pub container: Container,
    /// Columns that tell this list from every other. A place (`Node`, or `Lat` and `Lon`) is asked
    /// for besides, except in GeoJSON.
    pub needs: &'static [&'static str],
    /// Column → field. Names are compared without ASCII case.
    pub columns: &'static [(&'static str, Field)],
    /// What a row stands for.
    pub row_is: RowIs,
    /// Whether it is a hinan feed: has a version and metadata, and remarks on columns it does not know.
    pub feed: bool,
    /// What the list says of all its shelters, if it does.
    pub all: ForAll,
}

/// What holds for every shelter of a list, by what its publisher says of the list as a whole.
#[derive(Debug)]
pub(crate) struct ForAll {
    pub kind: Option<&'static str>,
    pub good_for: HazardSet,
    pub access: Access,
    pub licence: Option<&'static str>,
    pub attribution: Option<&'static str>,
    /// Degrees south, west, north, east that hold every shelter of the list.
    pub bounds: Option<[f64; 4]>,
}

impl ForAll {
    /// The publisher says nothing of the list as a whole.
    pub const NOTHING: ForAll = ForAll {
        kind: None,
        good_for: HazardSet::EMPTY,
        access: Access::Unknown,
        licence: None,
        attribution: None,
        bounds: None,
    };
}

impl Mapping {
    /// The field of column `name`.
    pub fn field(&self, name: &str) -> Option<(&'static str, Field)> {
        self.columns.iter().copied().find(|(column, _)| column.eq_ignore_ascii_case(name))
    }

    /// The name of the column of `field`.
    pub fn column(&self, field: Field) -> Option<&'static str> {
        self.columns.iter().find(|(_, f)| *f == field).map(|(name, _)| *name)
    }

    /// Whether a file with the columns that `has` knows is this list.
    pub fn fits(&self, has: &dyn Fn(&str) -> bool) -> bool {
        let field = |field| self.column(field).is_some_and(has);
        let placed = self.container == Container::GeoJson
            || field(Field::Node)
            || (field(Field::Lat) && field(Field::Lon));
        placed && self.needs.iter().all(|name| has(name))
    }
}
