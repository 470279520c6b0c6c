//! The words of hinan as types.
//!
//! Every room of the workspace speaks in these: places and lengths ([`place`]), times ([`time`]),
//! hazards ([`hazard`]), walkers ([`walker`]), the walking network ([`network`]), shelters
//! ([`shelter`]), ground ([`area`], [`zone`]), people ([`people`]), what they flee from and what
//! they are told ([`threat`], [`stage`], [`clock`], [`late`], [`trip`]), who puts that into sentences ([`wording`]),
//! what a map draws besides ([`drawing`]), and what is said of bad input ([`complaint`]).
//! Nothing here reads a file, asks a clock or draws a random
//! number, so that the same words serve a server, a command and a phone.

pub mod area;
pub mod clock;
pub mod complaint;
pub mod drawing;
pub mod hazard;
pub mod late;
pub mod network;
pub mod people;
pub mod place;
pub mod prices;
pub mod shelter;
pub mod source;
pub mod stage;
pub mod threat;
pub mod time;
pub mod trip;
pub mod walker;
pub mod wording;
pub mod zone;

pub use area::{Area, AreaIndex, NamedArea};
pub use clock::{InTime, Origin};
pub use complaint::Complaint;
pub use drawing::{Drawn, DrawnClass};
pub use hazard::{Hazard, HazardSet};
pub use late::WhenLate;
pub use people::People;
pub use place::{Bounds, Place};
pub use shelter::{Entrance, EntranceAt, Shelter};
pub use source::{Source, Step};
pub use stage::Stage;
pub use threat::{Inside, Threat};
pub use time::Ds;
pub use walker::Walker;
pub use wording::Wording;
pub use zone::{Zone, Zones};
