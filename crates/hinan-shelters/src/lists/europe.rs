//! Lists of Norway, Sweden, Ukraine and Bulgaria.

use hinan_model::Hazard;
use hinan_model::shelter::{Access, Status};

use crate::mapping::{Container, Field, ForAll, Ids, Look, Mapping, Otherwise, Says, Words};

/// Public shelters (offentlige tilfluktsrom) of the Norwegian Directorate for Civil Protection.
/// They are built against acts of war; of other hazards the list says nothing. `adresse` is a note
/// on the place rather than an address.
pub(crate) const NORWAY: Mapping = Mapping {
    format: "norway-tilfluktsrom",
    title: "Norway (tilfluktsrom)",
    container: Container::Json,
    needs: &["lokalId", "romnr", "plasser"],
    columns: &[
        ("lokalId", Field::Id),
        ("romnr", Field::Remark),
        ("plasser", Field::Capacity),
        ("adresse", Field::Address),
        ("latitude", Field::Lat),
        ("longitude", Field::Lon),
    ],
    grids: &[25833],
    all: ForAll {
        kind: Some("tilfluktsrom"),
        says: &[Says::Good(Hazard::AirRaid), Says::Access(Access::Public)],
        licence: Some("NLOD"),
        attribution: Some(
            "Contains data under the Norwegian licence for Open Government data (NLOD) distributed by DSB via Geonorge",
        ),
        // The mainland, Svalbard and Jan Mayen.
        bounds: Some([57.0, -10.0, 81.5, 34.0]),
    },
    ..Mapping::PLAIN
};

/// Shelters (skyddsrum) of the Swedish Civil Contingencies Agency, as a table of one line each. They
/// are built against acts of war. Who may go in, the table does not say.
pub(crate) const SWEDEN: Mapping = Mapping {
    format: "sweden-skyddsrum",
    title: "Sweden (skyddsrum)",
    needs: &["skyddsrumsnr", "gatuadress", "antalplatser"],
    columns: &[
        ("id", Field::Id),
        ("skyddsrumsnr", Field::Remark),
        ("gatuadress", Field::Address),
        ("kommunnamn", Field::Address),
        ("antalplatser", Field::Capacity),
        ("latitude", Field::Lat),
        ("longitude", Field::Lon),
    ],
    grids: &[3006],
    all: ForAll {
        kind: Some("skyddsrum"),
        says: &[Says::Good(Hazard::AirRaid)],
        licence: Some("public data of MSB"),
        attribution: Some("MSB (Swedish Civil Contingencies Agency)"),
        bounds: Some([55.0, 10.5, 69.2, 24.3]),
    },
    ..Mapping::PLAIN
};

/// Cellars and shelters of the town of Okhtyrka. What state they are in, who holds the key and how
/// many they hold is told in a sentence, which is kept whole as the note.
pub(crate) const OKHTYRKA: Mapping = Mapping {
    format: "okhtyrka-shelters",
    title: "Okhtyrka, Ukraine",
    container: Container::Json,
    needs: &["address", "coordinate.lat", "coordinate.lng", "info"],
    columns: &[
        ("address", Field::Address),
        ("coordinate.lat", Field::Lat),
        ("coordinate.lng", Field::Lon),
        ("info", Field::CapacityAfter(&["Місткість понад", "Місткість"])),
        ("info", Field::Words(&OKHTYRKA_STATE)),
        ("balans", Field::Remark),
        ("bolans", Field::Remark),
    ],
    ids: Ids::Made,
    all: ForAll {
        kind: Some("укриття"),
        says: &[Says::Good(Hazard::AirRaid)],
        bounds: Some([50.15, 34.65, 50.5, 35.15]),
        ..ForAll::NOTHING
    },
    ..Mapping::PLAIN
};

/// `Світло. Закрито, ключі у жителів. Місткість 50+`. Open in working hours is no answer to whether the
/// door opens at night, and does not say which hours: the note tells, and no more is claimed. While
/// repairs go on, a place is closed. `коючи` are keys as the source writes them once.
const OKHTYRKA_STATE: Words = Words {
    look: Look::Within,
    table: &[
        ("закрито", &[Says::Status(Status::Closed)]),
        ("не готове", &[Says::Status(Status::Closed)]),
        ("ведуться ремонтні роботи", &[Says::Status(Status::Closed)]),
        ("не використовується", &[Says::Status(Status::Defunct)]),
        ("відкрите в робочі години", &[]),
        ("відкрито в робочі години", &[]),
        ("відкрито", &[Says::Status(Status::Open)]),
        ("відкрите", &[Says::Status(Status::Open)]),
        ("двері відкриті", &[Says::Status(Status::Open)]),
        ("цілодобово", &[Says::Hours("24/7")]),
        ("ключі у", &[Says::Access(Access::Key)]),
        ("коючи у", &[Says::Access(Access::Key)]),
        ("приватне укриття", &[Says::Access(Access::Private)]),
        ("для потреб підприємства", &[Says::Access(Access::Private)]),
        ("для працівників", &[Says::Access(Access::Private)]),
    ],
    otherwise: Otherwise::NoteAll,
};

/// Shelters of Bulgaria. Ids count up within a region. A противорадиационно укритие is by its name
/// against fallout, a скривалище against bombs; of more the list does not speak.
pub(crate) const BULGARIA: Mapping = Mapping {
    format: "bulgaria-shelters",
    title: "Bulgaria (скривалища)",
    container: Container::Json,
    needs: &["municipality", "operator", "category", "region", "lat", "lng"],
    columns: &[
        ("region", Field::Id),
        ("id", Field::Id),
        ("name", Field::Name),
        ("address", Field::Address),
        ("type", Field::Kind),
        ("type", Field::Words(&BULGARIAN_TYPES)),
        ("municipality", Field::Remark),
        ("operator", Field::Remark),
        ("category", Field::Remark),
        ("lat", Field::Lat),
        ("lng", Field::Lon),
    ],
    all: ForAll { bounds: Some([41.2, 22.3, 44.3, 28.7]), ..ForAll::NOTHING },
    ..Mapping::PLAIN
};

const BULGARIAN_TYPES: Words = Words {
    look: Look::Whole,
    table: &[
        ("скривалище", &[Says::Good(Hazard::AirRaid)]),
        ("противорадиационно укритие", &[Says::Good(Hazard::Radiological)]),
    ],
    otherwise: Otherwise::Say,
};
