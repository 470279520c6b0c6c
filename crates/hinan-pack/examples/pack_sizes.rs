//! What a region's pack takes, stream by stream, and how long it takes to unpack.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::time::Instant;

use hinan_pack::{CutOptions, cut, decode, decode_parts, encode};
use hinan_region::Region;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        let region = Region::from_bytes(&std::fs::read(&path)?)?;
        let cut = cut(&region, &CutOptions::default())?;
        let start = Instant::now();
        let bytes = cut.bytes();
        let assembling = start.elapsed();
        let start = Instant::now();
        let files = encode(&cut)?;
        let packing = start.elapsed();
        let start = Instant::now();
        let city = decode(&files.city)?;
        let unpacking = start.elapsed();
        let start = Instant::now();
        let opened = Region::from_bytes(&city)?;
        let opening = start.elapsed();
        let nodes = opened.network().nodes() as f64;
        println!("{path}: {nodes} nodes, region {} B, cut {} B", region.length(), bytes.len());
        for (stream, size) in &files.sizes {
            println!("  {stream:28} {size:9} B {:6.3} B/node", *size as f64 / nodes);
        }
        println!(
            "  city {:.3} map {:.3} search {:.3} B/node; packed in {packing:?}, put together in {assembling:?}, city unpacked in {unpacking:?}, opened in {opening:?}",
            files.city.len() as f64 / nodes,
            files.map.len() as f64 / nodes,
            files.search.len() as f64 / nodes
        );
        let start = Instant::now();
        let all = decode_parts(&files.parts(), &hinan_pack::Limits::default())?;
        println!("  all unpacked in {:?}, equal: {}", start.elapsed(), all == bytes);
        Region::from_bytes(&all)?;
    }
    Ok(())
}
