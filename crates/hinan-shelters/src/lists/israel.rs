//! Lists of Israel.

use hinan_model::Hazard;
use hinan_model::shelter::{Access, Answer, Status};

use crate::mapping::{Container, Field, ForAll, Ids, Look, Mapping, Otherwise, Says, Words};

/// Israel 1993 / Israeli TM.
const GRIDS: &[u32] = &[2039];

/// Layer 592 of the city of Tel Aviv-Yafo: shelters, sheltered car parks, shelters of schools. It
/// gives areas, never head counts. Ids are the numbers on the doors.
pub(crate) const TEL_AVIV: Mapping = Mapping {
    format: "tel-aviv-miklat",
    title: "Tel Aviv-Yafo (layer 592)",
    needs: &["מספר מקלט", "תאור סוג", "שטח מר", "כשירות"],
    columns: &[
        ("מספר מקלט", Field::Id),
        ("שם", Field::Name),
        ("כתובת", Field::Address),
        ("תאור סוג", Field::Kind),
        ("תאור סוג", Field::Words(&TEL_AVIV_TYPES)),
        ("שטח מר", Field::AreaFloor),
        ("תאור סינון", Field::Remark),
        ("תאור סינון", Field::Words(&TEL_AVIV_FILTERS)),
        ("הערות", Field::Words(&TEL_AVIV_NOTES)),
        ("חינוך פנימי / חצוני", Field::Remark),
        ("כשירות", Field::Words(&TEL_AVIV_FITNESS)),
        ("שעות פתיחה", Field::Words(&TEL_AVIV_HOURS)),
        ("משעה", Field::Remark),
        ("עד שעה", Field::Remark),
        ("האם פתוח", Field::Words(&TEL_AVIV_OPEN)),
        ("נגישות", Field::Words(&TEL_AVIV_ACCESSIBLE)),
        ("כניסה", Field::Remark),
        ("תאריך טעינה", Field::Made),
        ("latitude", Field::Lat),
        ("longitude", Field::Lon),
        ("x", Field::East),
        ("y", Field::North),
    ],
    grids: GRIDS,
    all: ForAll {
        kind: None,
        says: &[Says::Good(Hazard::AirRaid)],
        licence: Some("municipal open data"),
        attribution: Some("Tel Aviv-Yafo Municipality"),
        bounds: Some([31.95, 34.7, 32.2, 34.9]),
    },
    ..Mapping::PLAIN
};

/// Only what a type's name says: public shelter, public shelter in places of education, car park and
/// light rail as a refuge for the public; an inner shelter on school grounds is for the school. Who
/// may enter what protects kindergartens, welfare and communities, the name does not say.
const TEL_AVIV_TYPES: Words = Words {
    look: Look::Whole,
    table: &[
        ("מקלט ציבורי", &[Says::Access(Access::Public)]),
        ("מקלט ציבורי במוסדות חינוך", &[Says::Access(Access::Public)]),
        ("מקלט ציבורי נגיש", &[Says::Access(Access::Public), Says::Wheelchair(Answer::Yes)]),
        ("חניון מחסה לציבור", &[Says::Access(Access::Public)]),
        ("רכבת קלה מחסה לציבור", &[Says::Access(Access::Public)]),
        ("מקלט פנימי בשטח בית ספר", &[Says::Access(Access::Private)]),
        ("מקלט בשטח חניון", &[]),
        ("מתקן מיגון גני ילדים", &[]),
        ("מתקן מיגון קהילה", &[]),
        ("מתקן מיגון רווחה", &[]),
        ("אחר", &[]),
    ],
    otherwise: Otherwise::Say,
};

/// "Protected against atomic, biological and chemical matter" and its contrary are the publisher's
/// own words. That there is a filter, or none, is a remark: it says nothing of what it holds back.
const TEL_AVIV_FILTERS: Words = Words {
    look: Look::Whole,
    table: &[
        ("מקלט מוגן אב\"כ", &[Says::Good(Hazard::Chemical), Says::Good(Hazard::Radiological)]),
        ("מקלטים מוגנים אב\"כ", &[Says::Good(Hazard::Chemical), Says::Good(Hazard::Radiological)]),
        ("סינון חלקי - מקלט לא מוגן אב\"כ", &[Says::Bad(Hazard::Chemical), Says::Bad(Hazard::Radiological)]),
    ],
    otherwise: Otherwise::Pass,
};

/// "The shelter is accessible to disabled people", "shelter not accessible".
const TEL_AVIV_NOTES: Words = Words {
    look: Look::Within,
    table: &[
        ("מקלט נגיש לנכים", &[Says::Wheelchair(Answer::Yes)]),
        ("מקלט לא נגיש", &[Says::Wheelchair(Answer::No)]),
    ],
    otherwise: Otherwise::NoteAll,
};

/// "Fit for use" is what a shelter of the list should be, and no word on whether its door is open.
const TEL_AVIV_FITNESS: Words = Words {
    look: Look::Whole,
    table: &[
        ("כשיר לשימוש", &[]),
        ("לא כשיר לשימוש", &[Says::Status(Status::Defunct)]),
        ("לא כשיר", &[Says::Status(Status::Defunct)]),
    ],
    otherwise: Otherwise::Say,
};

/// "24 hours" in many spellings. "Opens by itself in an emergency" and the hours of the week stand in
/// the note: they are no hours that a program should read. What is opened by hand waits for a key.
const TEL_AVIV_HOURS: Words = Words {
    look: Look::Whole,
    table: &[
        ("24/7", ALWAYS),
        ("24", ALWAYS),
        ("24 שעות", ALWAYS),
        ("פתוח 24 שעות", ALWAYS),
        ("24 שעות פתוח", ALWAYS),
        ("24 שעות ביממה", ALWAYS),
        ("פתוח 24 שעות ביממה", ALWAYS),
        ("פתוח 24/שעות", ALWAYS),
        ("פתוח כל השבוע  24/7", ALWAYS),
        ("פתוח 24/7", ALWAYS),
        ("פתיחה ידנית בחירום", BY_HAND),
        ("פתיחה ידנית בשעת חירום", BY_HAND),
        ("נפתח ידנית בחירום", BY_HAND),
        ("נפתח ידנית בשעת חירום", BY_HAND),
    ],
    otherwise: Otherwise::Note,
};

const ALWAYS: &[Says] = &[Says::Hours("24/7")];
const BY_HAND: &[Says] = &[Says::Access(Access::Key)];

const TEL_AVIV_OPEN: Words = Words {
    look: Look::Whole,
    table: &[("כן", &[Says::Status(Status::Open)]), ("לא", &[Says::Status(Status::Closed)])],
    otherwise: Otherwise::Say,
};

const TEL_AVIV_ACCESSIBLE: Words = Words {
    look: Look::Whole,
    table: &[
        ("כן", &[Says::Wheelchair(Answer::Yes)]),
        ("נגיש", &[Says::Wheelchair(Answer::Yes)]),
        ("לא", &[Says::Wheelchair(Answer::No)]),
        ("לא נגיש", &[Says::Wheelchair(Answer::No)]),
    ],
    otherwise: Otherwise::Note,
};

/// Public shelters of Israel, gathered by volunteers from what the cities publish. Without ids and
/// without capacities.
pub(crate) const AKARIV: Mapping = Mapping {
    format: "israel-public-shelters",
    title: "Israel (public shelters)",
    needs: &["Location Name", "Full Address", "City", "X", "Y"],
    columns: &[
        ("Location Name", Field::Name),
        ("Full Address", Field::Address),
        ("City", Field::Remark),
        ("Lat", Field::Lat),
        ("Lon", Field::Lon),
        ("X", Field::East),
        ("Y", Field::North),
    ],
    ids: Ids::Made,
    grids: GRIDS,
    all: ForAll {
        kind: Some("public shelter"),
        says: &[Says::Good(Hazard::AirRaid), Says::Access(Access::Public)],
        // From Eilat to the Golan.
        bounds: Some([29.4, 34.2, 33.4, 35.95]),
        ..ForAll::NOTHING
    },
    ..Mapping::PLAIN
};

/// Shelters of Kfar Saba. A park stands in the list with the address of the shelter near it and with
/// that shelter's build, but the point is that of the park: a place that might do, and under no
/// ground. Of kindergartens the list says nothing but that it counts them.
pub(crate) const KFAR_SABA: Mapping = Mapping {
    format: "kfar-saba-shelters",
    title: "Kfar Saba",
    container: Container::Json,
    needs: &["type", "subtype", "accessibility", "lat", "lng"],
    columns: &[
        ("id", Field::Id),
        ("name", Field::Name),
        ("address", Field::Address),
        ("type", Field::Kind),
        ("type", Field::Words(&KFAR_SABA_TYPES)),
        ("subtype", Field::Words(&KFAR_SABA_SUBTYPES)),
        ("subtype", Field::Remark),
        ("nearbyShelterAddress", Field::Remark),
        ("accessibility.accessible_entrance", Field::Wheelchair),
        ("lat", Field::Lat),
        ("lng", Field::Lon),
    ],
    grids: GRIDS,
    all: ForAll {
        says: &[Says::Good(Hazard::AirRaid)],
        bounds: Some([32.1, 34.8, 32.25, 35.0]),
        ..ForAll::NOTHING
    },
    ..Mapping::PLAIN
};

const KFAR_SABA_TYPES: Words = Words {
    look: Look::Whole,
    table: &[("shelter", &[]), ("kindergarten", &[]), ("park", &[Says::NearOne])],
    otherwise: Otherwise::Say,
};

const KFAR_SABA_SUBTYPES: Words = Words {
    look: Look::Whole,
    table: &[
        ("underground", &[Says::Underground(Answer::Yes)]),
        ("above_ground", &[Says::Underground(Answer::No)]),
        ("security_room", &[]),
        ("cover", &[]),
    ],
    otherwise: Otherwise::Say,
};
