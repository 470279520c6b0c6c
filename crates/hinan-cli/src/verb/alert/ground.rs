//! Places at hand: a region whose people are counted, zones that can be named.

use std::path::PathBuf;

use anyhow::Result;
use hinan_desk::preview::Message;
use hinan_desk_server::{City, Reach};
use hinan_layers::Wanted;
use hinan_region::Region;

use crate::city;
use crate::output::remark;

/// The options that name places.
#[derive(Clone, Debug, clap::Args)]
pub struct CityAtHand {
    /// The region whose people and shelters are counted, and whose zones can be named
    #[arg(long, value_name = "CITY.hinan")]
    region: Option<PathBuf>,
    /// Zones in the place of the region's: GeoJSON, GeoPackage or a list of names
    #[arg(long, value_name = "FILE", num_args = 1..)]
    zones: Vec<PathBuf>,
}

/// A region and what a desk counts with.
pub struct Opened {
    /// The region, where one was named.
    pub region: Option<Region>,
    /// Its people, shelters and zones.
    pub city: City,
}

impl CityAtHand {
    /// Opens what was named.
    ///
    /// # Errors
    /// Where it cannot be used.
    pub fn open(&self) -> Result<Opened> {
        let region = self.region.as_deref().map(city::open).transpose()?;
        let zones = match self.zones.as_slice() {
            [] => Vec::new(),
            files => {
                let list = hinan_layers::read_zones(files, &Wanted::default())?;
                list.complaints.iter().for_each(|complaint| remark(&complaint.to_string()));
                list.zones
            }
        };
        let city = City::new(region.as_ref(), zones);
        Ok(Opened { region, city })
    }
}

impl Opened {
    /// Whom a message concerns; `None` where no region is at hand.
    pub fn concerned(&self, message: &Message) -> Option<Reach> {
        self.city.reach(message)
    }
}
