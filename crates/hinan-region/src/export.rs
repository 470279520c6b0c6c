//! The network as plain CSV, so that anyone can check us with another tool.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use hinan_model::Ds;
use hinan_model::network::NONE;
use hinan_model::place::Degrees;

use crate::open::Region;

/// How much [`network`] wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// Rows of `nodes.csv`.
    pub nodes: u64,
    /// Rows of `arcs.csv`.
    pub arcs: u64,
    /// Rows of `shelters.csv`.
    pub entrances: u64,
}

/// Writes `nodes.csv`, `arcs.csv` and `shelters.csv` for one walker into `folder` (design, section
/// 7): every node of the streets, entrances and doorsteps among them. Doorsteps have ways out but
/// none in, so that they change no other node's time. Shelters that their list calls closed, full or
/// out of use are left out: answers do not count them either. `README.txt` beside the files says
/// whose data it is. The column `people`
/// is that of the nodes and of the doorsteps.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn network(region: &Region, walker: usize, folder: &Path) -> io::Result<Exported> {
    fs::create_dir_all(folder)?;
    let create = |file: &str| File::create(folder.join(file)).map(BufWriter::new);
    let mut exported = Exported::default();
    write_nodes(region, &mut create("nodes.csv")?, &mut exported)?;
    write_arcs(region, walker, &mut create("arcs.csv")?, &mut exported)?;
    write_entrances(region, walker, &mut create("shelters.csv")?, &mut exported)?;
    let mut about = create("README.txt")?;
    writeln!(about, "Walking network of {} for walker {}.", region.meta().name, region.walkers()[walker])?;
    writeln!(about, "Times are tenths of a second. Made by hinan {}.", region.meta().hinan)?;
    for line in region.meta().attribution() {
        writeln!(about, "{line}")?;
    }
    about.flush()?;
    Ok(exported)
}

fn write_nodes(region: &Region, out: &mut impl Write, exported: &mut Exported) -> io::Result<()> {
    let (places, people, at_doorsteps) = (region.places(), region.people(), region.doorstep_people());
    let has_people = !people.is_empty() || !at_doorsteps.is_empty();
    write!(out, "node")?;
    if !places.is_empty() {
        write!(out, ",lat,lon")?;
    }
    writeln!(out, "{}", if has_people { ",people" } else { "" })?;
    for node in 0..region.network().nodes() {
        write!(out, "{}", Quoted(&region.node_id(node as u32).unwrap_or_default()))?;
        if let Some(place) = places.get(node) {
            write!(out, ",{},{}", Degrees(place.lat_e7), Degrees(place.lon_e7))?;
        }
        if has_people {
            write!(out, ",{}", people.get(node).unwrap_or(&0))?;
        }
        writeln!(out)?;
        exported.nodes += 1;
    }
    for (index, doorstep) in region.doorsteps().iter().enumerate() {
        let place = doorstep.place;
        let id = region.doorstep_id(index).unwrap_or_default();
        write!(out, "{},{},{}", Quoted(id), Degrees(place.lat_e7), Degrees(place.lon_e7))?;
        if has_people {
            write!(out, ",{}", at_doorsteps.get(index).unwrap_or(&0))?;
        }
        writeln!(out)?;
        exported.nodes += 1;
    }
    out.flush()
}

fn write_arcs(
    region: &Region,
    walker: usize,
    out: &mut impl Write,
    exported: &mut Exported,
) -> io::Result<()> {
    let network = region.network();
    let times = network.segment_times(walker);
    writeln!(out, "from,to,time_ds,way_id")?;
    let mut arc = |from: &str, to: &str, time: Ds, way: &str| -> io::Result<()> {
        if time.is_reachable() {
            exported.arcs += 1;
            writeln!(out, "{},{},{},{way}", Quoted(from), Quoted(to), time.0)?;
        }
        Ok(())
    };
    let id = |node: u32| region.node_id(node).unwrap_or_default();
    for edge in 0..network.edges() as u32 {
        for segment in network.segments_of(edge) {
            let (a, b) = (id(network.node_before(edge, segment)), id(network.node_after(edge, segment)));
            let way = region.way(segment).map(|(id, _)| id.to_string()).unwrap_or_default();
            arc(&a, &b, Ds(times.forward_ds[segment as usize]), &way)?;
            arc(&b, &a, Ds(times.backward_ds[segment as usize]), &way)?;
        }
    }
    for (index, doorstep) in region.doorsteps().iter().enumerate() {
        if doorstep.segment == NONE {
            continue;
        }
        let (segment, edge) = (doorstep.segment, network.edge_of_segment(doorstep.segment));
        let rest = network.length_mm(segment).saturating_sub(doorstep.part_mm);
        let off = region.off_street_time(walker, doorstep.off_mm);
        let on = off.plus(network.part_time(walker, segment, rest, true));
        let back = off.plus(network.part_time(walker, segment, doorstep.part_mm, false));
        let door = region.doorstep_id(index).unwrap_or_default();
        arc(door, &id(network.node_after(edge, segment)), on, "")?;
        arc(door, &id(network.node_before(edge, segment)), back, "")?;
    }
    out.flush()
}

fn write_entrances(
    region: &Region,
    walker: usize,
    out: &mut impl Write,
    exported: &mut Exported,
) -> io::Result<()> {
    writeln!(out, "shelter,node,capacity,start_ds")?;
    // A shelter's rows stand together, in the order of the region: that order decides ties.
    let walks = &region.walkers()[walker];
    let usable = |shelter: u32| {
        let shelter = &region.shelters()[shelter as usize];
        shelter.status.is_usable() && shelter.admits(walks)
    };
    let mut entrances: Vec<_> = region.entrances().iter().filter(|e| usable(e.shelter)).collect();
    entrances.sort_by_key(|entrance| entrance.shelter);
    for entrance in entrances {
        let shelter = &region.shelters()[entrance.shelter as usize];
        let node = region.node_id(entrance.node).unwrap_or_default();
        let capacity = shelter.capacity.map(|capacity| capacity.to_string()).unwrap_or_default();
        let start = region.start_time(entrance, walker).0;
        writeln!(out, "{},{},{capacity},{start}", Quoted(&shelter.id), Quoted(&node))?;
        exported.entrances += 1;
    }
    out.flush()
}

/// A cell of a CSV file, in quotes where it needs them.
struct Quoted<'a>(&'a str);

impl core::fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if self.0.contains([',', '"', '\n', '\r']) || self.0.starts_with(' ') || self.0.ends_with(' ') {
            write!(f, "\"{}\"", self.0.replace('"', "\"\""))
        } else {
            f.write_str(self.0)
        }
    }
}
