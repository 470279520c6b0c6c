//! Makes every tile of a region and prints how long it took and how large they are:
//! `cargo run --release -p hinan-render --example all_tiles -- CITY.hinan [FOLDER]`
//! With a folder, each tile is written to `FOLDER/z/x/y.mvt`, and its doorsteps beside it.
#![expect(clippy::print_stdout, reason = "an example that prints its measurements")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use hinan_region::Region;
use hinan_render::tiles::{MAX_ZOOM, TileId, Tiles};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let city = arguments.next().ok_or("name a region: all_tiles CITY.hinan [FOLDER]")?;
    let folder = arguments.next().map(PathBuf::from);
    let region = Region::open(Path::new(&city))?;
    let bounds = region.meta().bounds.ok_or("the region has no box")?;
    let start = Instant::now();
    let tiles = Tiles::new(&region, false);
    println!("ready after {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    // Bands of three minutes, as far as anybody can tell without a search.
    let values: Vec<u8> = (0..region.doorsteps().len()).map(|door| (door * 7 / 3 % 9) as u8).collect();
    for z in 10..=MAX_ZOOM {
        let ids: Vec<TileId> = TileId::covering(&bounds, z).collect();
        let start = Instant::now();
        let map: Vec<Vec<u8>> = ids.iter().map(|&id| tiles.tile(&region, id)).collect();
        let took = start.elapsed();
        let start = Instant::now();
        let doors: Vec<Vec<u8>> = ids.iter().map(|&id| tiles.doorsteps(id, &values)).collect();
        report(&format!("z{z} map"), &map, took.as_secs_f64())?;
        report(&format!("z{z} doorsteps"), &doors, start.elapsed().as_secs_f64())?;
        if let Some(folder) = &folder {
            for ((id, map), doors) in ids.iter().zip(&map).zip(&doors) {
                let column = folder.join(z.to_string()).join(id.x().to_string());
                std::fs::create_dir_all(&column)?;
                std::fs::write(column.join(format!("{}.mvt", id.y())), map)?;
                std::fs::write(column.join(format!("{}.doors.mvt", id.y())), doors)?;
            }
        }
    }
    Ok(())
}

fn report(what: &str, tiles: &[Vec<u8>], seconds: f64) -> std::io::Result<()> {
    let full: Vec<&Vec<u8>> = tiles.iter().filter(|tile| !tile.is_empty()).collect();
    let packed = full.iter().map(|tile| gzipped(tile)).collect::<Result<Vec<usize>, _>>()?;
    let mean = |sizes: &mut dyn Iterator<Item = usize>| sizes.sum::<usize>() / full.len().max(1);
    println!(
        "{what}: {} tiles, {} empty, {seconds:.2} s; bytes: mean {}, max {}; gzipped: mean {}, max {}",
        tiles.len(),
        tiles.len() - full.len(),
        mean(&mut full.iter().map(|tile| tile.len())),
        full.iter().map(|tile| tile.len()).max().unwrap_or(0),
        mean(&mut packed.iter().copied()),
        packed.iter().max().unwrap_or(&0)
    );
    Ok(())
}

fn gzipped(bytes: &[u8]) -> std::io::Result<usize> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    packer.write_all(bytes)?;
    Ok(packer.finish()?.len())
}
