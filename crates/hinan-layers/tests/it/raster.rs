//! Rasters: made ones of every kind, and one of 40,000 by 40,000 pixels.

use std::cell::Cell;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write as _};
use std::rc::Rc;

use hinan_earth::Crs;
use hinan_layers::{Wanted, read_people_from};
use hinan_model::people::{People, Shape};
use hinan_model::{Bounds, Place};

use crate::adds_up;

/// A TIFF to be made: one number a pixel, in tiles, little-endian.
struct Tiff {
    width: u32,
    height: u32,
    tile: u32,
    /// 1 unsigned, 2 signed, 3 floating; and bits.
    kind: (u16, u16),
    is_packed: bool,
    origin: [f64; 2],
    step: f64,
    /// GeoKeys after the head: key, place, count, value.
    keys: Vec<[u16; 4]>,
    ascii: String,
    no_data: Option<&'static str>,
    notes: Option<&'static str>,
}

impl Default for Tiff {
    fn default() -> Tiff {
        Tiff {
            width: 40,
            height: 30,
            tile: 16,
            kind: (3, 32),
            is_packed: true,
            origin: [24.0, 61.0],
            step: 0.01,
            keys: vec![[1024, 0, 1, 2], [1025, 0, 1, 1], [2048, 0, 1, 4326]],
            ascii: String::new(),
            no_data: None,
            notes: None,
        }
    }
}

/// Bytes at places of a long file; zeros between them.
#[derive(Clone, Default)]
struct Sparse {
    pieces: Vec<(u64, Rc<[u8]>)>,
    length: u64,
    at: u64,
    read: Rc<Cell<u64>>,
}

impl Read for Sparse {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = (self.length.saturating_sub(self.at)).min(buffer.len() as u64) as usize;
        buffer[..count].fill(0);
        let end = self.at + count as u64;
        let first = self.pieces.partition_point(|(start, bytes)| start + bytes.len() as u64 <= self.at);
        for (start, bytes) in &self.pieces[first..] {
            if *start >= end {
                break;
            }
            let from = self.at.max(*start);
            let to = end.min(start + bytes.len() as u64);
            buffer[(from - self.at) as usize..(to - self.at) as usize]
                .copy_from_slice(&bytes[(from - start) as usize..(to - start) as usize]);
        }
        self.at = end;
        self.read.set(self.read.get() + count as u64);
        Ok(count)
    }
}

impl Seek for Sparse {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

impl Tiff {
    /// The tiles of the file by `value(column, row)`; `None` leaves the whole tile out where its first
    /// pixel is.
    fn tiles(&self, value: impl Fn(u32, u32) -> Option<f64>) -> Vec<Rc<[u8]>> {
        let across = self.width.div_ceil(self.tile);
        let down = self.height.div_ceil(self.tile);
        let tile = |number: u32| -> Rc<[u8]> {
            let (left, top) = (number % across * self.tile, number / across * self.tile);
            if value(left, top).is_none() {
                return Rc::from([]);
            }
            let mut bytes = Vec::new();
            for row in top..top + self.tile {
                for column in left..left + self.tile {
                    bytes.extend(self.stored(value(column, row).unwrap_or(0.0)));
                }
            }
            self.packed(&bytes)
        };
        (0..across * down).map(tile).collect()
    }

    fn stored(&self, value: f64) -> Vec<u8> {
        match self.kind {
            (1, 8) => vec![value as u8],
            (1, 16) => (value as u16).to_le_bytes().to_vec(),
            (2, 32) => (value as i32).to_le_bytes().to_vec(),
            (3, 32) => (value as f32).to_le_bytes().to_vec(),
            _ => value.to_le_bytes().to_vec(),
        }
    }

    fn packed(&self, bytes: &[u8]) -> Rc<[u8]> {
        if !self.is_packed {
            return Rc::from(bytes);
        }
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(bytes).unwrap();
        Rc::from(packer.finish().unwrap())
    }

    /// The file; tiles lie `apart` bytes from each other, or as close as they can.
    fn file(&self, tiles: &[Rc<[u8]>], apart: u32) -> Sparse {
        let mut at = 16_u32;
        let mut pieces: Vec<(u64, Rc<[u8]>)> = Vec::new();
        let (mut offsets, mut sizes) = (Vec::new(), Vec::new());
        for tile in tiles {
            offsets.push(if tile.is_empty() { 0 } else { at });
            sizes.push(tile.len() as u32);
            if !tile.is_empty() {
                pieces.push((u64::from(at), tile.clone()));
                at += (tile.len() as u32).max(apart);
            }
        }
        let u16s = |values: &[u16]| values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<u8>>();
        let u32s = |values: &[u32]| values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<u8>>();
        let f64s = |values: &[f64]| values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<u8>>();
        let text = |text: &str| [text.as_bytes(), b"\0"].concat();
        let mut keys = vec![1, 1, 0, self.keys.len() as u16];
        keys.extend(self.keys.iter().flatten());
        let [x, y] = self.origin;
        let mut entries: Vec<(u16, u16, usize, Vec<u8>)> = vec![
            (256, 4, 1, u32s(&[self.width])),
            (257, 4, 1, u32s(&[self.height])),
            (258, 3, 1, u16s(&[self.kind.1])),
            (259, 3, 1, u16s(&[if self.is_packed { 8 } else { 1 }])),
            (262, 3, 1, u16s(&[1])),
            (277, 3, 1, u16s(&[1])),
            (322, 4, 1, u32s(&[self.tile])),
            (323, 4, 1, u32s(&[self.tile])),
            (324, 4, offsets.len(), u32s(&offsets)),
            (325, 4, sizes.len(), u32s(&sizes)),
            (339, 3, 1, u16s(&[self.kind.0])),
            (33550, 12, 3, f64s(&[self.step, self.step, 0.0])),
            (33922, 12, 6, f64s(&[0.0, 0.0, 0.0, x, y, 0.0])),
            (34735, 3, keys.len(), u16s(&keys)),
        ];
        if !self.ascii.is_empty() {
            entries.push((34737, 2, self.ascii.len() + 1, text(&self.ascii)));
        }
        for (tag, value) in [(42112, self.notes), (42113, self.no_data)] {
            entries.extend(value.map(|value| (tag, 2, value.len() + 1, text(value))));
        }
        let directory = at;
        let mut far = directory + 2 + entries.len() as u32 * 12 + 4;
        let (mut head, mut tail) = ((entries.len() as u16).to_le_bytes().to_vec(), Vec::new());
        for (tag, kind, count, mut bytes) in entries {
            head.extend(u16s(&[tag, kind]));
            head.extend(u32s(&[count as u32]));
            if bytes.len() <= 4 {
                bytes.resize(4, 0);
                head.extend(bytes);
            } else {
                head.extend(far.to_le_bytes());
                far += bytes.len() as u32;
                tail.extend(bytes);
            }
        }
        head.extend([0; 4]);
        head.extend(tail);
        pieces.insert(0, (0, Rc::from([b"II*\0".as_slice(), &directory.to_le_bytes()].concat())));
        let length = u64::from(directory) + head.len() as u64;
        pieces.push((u64::from(directory), Rc::from(head)));
        Sparse { pieces, length, ..Sparse::default() }
    }

    fn read(&self, value: impl Fn(u32, u32) -> Option<f64>, wanted: &Wanted) -> Result<People, String> {
        let file = self.file(&self.tiles(value), 0);
        read_people_from(file, "test.tif", wanted).map_err(|error| error.to_string())
    }
}

fn bounds(south: f64, west: f64, north: f64, east: f64) -> Wanted {
    let at = |lat, lon| Place::from_degrees(lat, lon).unwrap();
    Wanted { bounds: Some(Bounds { min: at(south, west), max: at(north, east) }), ..Wanted::default() }
}

#[test]
fn every_kind_of_number_is_read_to_the_last_thousandth() {
    for (kind, is_packed) in
        [((1, 8), true), ((1, 16), false), ((2, 32), true), ((3, 32), false), ((3, 64), true)]
    {
        let tiff = Tiff { kind, is_packed, ..Tiff::default() };
        let people =
            tiff.read(|column, row| Some(f64::from((column * 7 + row) % 5)), &Wanted::default()).unwrap();
        adds_up(&people.source, &people.complaints);
        let expected: u64 =
            (0..30_u64).flat_map(|row| (0..40).map(move |column| (column * 7 + row) % 5)).sum();
        assert_eq!((people.total(), people.source.rows), (expected, 1200), "{kind:?}");
        assert_eq!(people.source.format, "geotiff");
    }
}

#[test]
fn pixels_lie_where_the_raster_says() {
    let tiff = Tiff::default();
    let people = tiff
        .read(|column, row| Some(f64::from(u8::from(column == 39 && row == 29))), &Wanted::default())
        .unwrap();
    let at = |lat, lon| Place::from_degrees(lat, lon).unwrap();
    assert_eq!(people.cells[0].shape, Shape::Box(Bounds { min: at(60.7, 24.39), max: at(60.71, 24.4) }));
    // Where values stand for points, the pixel lies around the point.
    let keys = vec![[1024, 0, 1, 2], [1025, 0, 1, 2], [2048, 0, 1, 4326]];
    let people = Tiff { keys, ..Tiff::default() }
        .read(|column, row| Some(f64::from(u8::from(column + row == 0))), &Wanted::default())
        .unwrap();
    assert_eq!(
        people.cells[0].shape,
        Shape::Box(Bounds { min: at(60.995, 23.995), max: at(61.005, 24.005) })
    );
}

#[test]
fn what_nobody_counted_is_no_row_and_what_cannot_be_is_a_complaint() {
    let tiff = Tiff { kind: (3, 64), no_data: Some("-200"), ..Tiff::default() };
    let value = |column: u32, row: u32| {
        Some(match (column, row) {
            (0, _) => -200.0,
            (1, _) => f64::NAN,
            (2, 0) => -1.0,
            (3, 0) => 1e12,
            (4, _) => 2.5,
            _ => 0.0,
        })
    };
    let people = tiff.read(value, &Wanted::default()).unwrap();
    adds_up(&people.source, &people.complaints);
    assert_eq!((people.source.rows, people.total(), people.complaints.len()), (30 * 38, 75, 2));
    let said = people.complaints[0].to_string();
    assert_eq!(said, "test.tif, row 1, column pixel 3: -1 people cannot be; left out");
    // The usual no-data of single precision.
    let tiff = Tiff { no_data: Some("-3.4028234663852886e+38"), ..Tiff::default() };
    let people = tiff
        .read(|column, _| Some(if column == 0 { f64::from(f32::MIN) } else { 1.0 }), &Wanted::default())
        .unwrap();
    assert_eq!((people.total(), people.complaints.len()), (39 * 30, 0));
}

#[test]
fn fractions_and_scales_keep_their_sum() {
    let tiff = Tiff { kind: (3, 64), ..Tiff::default() };
    let people = tiff.read(|column, row| Some(f64::from(column + row) / 7000.0), &Wanted::default()).unwrap();
    let sum: f64 = (0..30).flat_map(|row| (0..40).map(move |column| f64::from(column + row) / 7000.0)).sum();
    let milli: u64 = people.cells.iter().map(|cell| cell.milli).sum();
    assert_eq!(milli, (sum * 1000.0).round() as u64);
    let notes = r#"<GDALMetadata><Item name="SCALE" sample="0" role="scale">0.1</Item><Item name="OFFSET" sample="0" role="offset">2</Item></GDALMetadata>"#;
    let tiff = Tiff { kind: (1, 16), notes: Some(notes), ..Tiff::default() };
    let people = tiff.read(|_, _| Some(5.0), &Wanted::default()).unwrap();
    assert_eq!(people.total(), 3000);
}

#[test]
fn projected_pixels_become_outlines() {
    // Corners of the first pixel with pyproj 3.7.2 (PROJ 9.5.1).
    let utm = Tiff {
        origin: [1_000_000.0 - 500_000.0, 5_000_000.0],
        step: 1000.0,
        keys: vec![[1024, 0, 1, 1], [1025, 0, 1, 1], [3072, 0, 1, 32633]],
        ..Tiff::default()
    };
    let mollweide = Tiff {
        origin: [1_000_000.0, 5_000_000.0],
        step: 1000.0,
        keys: vec![[1024, 0, 1, 32767], [1025, 0, 1, 1], [3073, 34737, 20, 0]],
        ascii: r#"World_Mollweide|ESRI PE String = PROJCS["World_Mollweide",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mollweide"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],UNIT["Meter",1.0]]|"#.to_owned(),
        ..Tiff::default()
    };
    for (tiff, code) in [(utm, "EPSG:32633"), (mollweide, "ESRI:54009")] {
        let people = tiff.read(|_, _| Some(1.0), &Wanted::default()).unwrap();
        assert_eq!(people.total(), 1200);
        let Shape::Area(area) = &people.cells[0].shape else { unreachable!("an outline") };
        let crs = Crs::read(code).unwrap();
        let [x, y] = tiff.origin;
        assert_eq!(area.rings[0][0], crs.to_place(x, y).unwrap());
        assert_eq!(area.rings[0][2], crs.to_place(x + 1000.0, y - 1000.0).unwrap());
        let size = area.square_metres();
        assert!((size / 1e6 - 1.0).abs() < 0.01, "{code}: {size} m2");
        // The box around one pixel takes it and those that touch it.
        let inner = crs.to_place(x + 5500.0, y - 5500.0).unwrap();
        let wanted = Wanted { bounds: Some(Bounds { min: inner, max: inner }), ..Wanted::default() };
        let part = tiff.read(|column, row| Some(f64::from(column * 100 + row)), &wanted).unwrap();
        assert!(part.cells.iter().any(|cell| cell.milli == 505_000), "{code}");
        assert!(part.cells.len() <= 4, "{code}: {}", part.cells.len());
        adds_up(&part.source, &part.complaints);
    }
}

#[test]
fn a_raster_that_cannot_be_placed_is_refused() {
    let ones = |_, _| Some(1.0);
    let nowhere = Tiff { keys: vec![[1024, 0, 1, 1], [3072, 0, 1, 32767]], ..Tiff::default() };
    let error = nowhere.read(ones, &Wanted::default()).unwrap_err();
    assert!(error.contains("does not say its coordinate system"), "{error}");
    let named = Wanted { crs: Some(Crs::WGS84), ..Wanted::default() };
    assert_eq!(nowhere.read(ones, &named).unwrap().total(), 1200);
    let unknown = Tiff { keys: vec![[1024, 0, 1, 1], [3072, 0, 1, 5514]], ..Tiff::default() };
    assert!(unknown.read(ones, &Wanted::default()).unwrap_err().contains("EPSG:5514"));
    let error = Tiff::default().read(ones, &bounds(10.0, 10.0, 11.0, 11.0)).unwrap_err();
    assert!(error.contains("outside of the wanted box"), "{error}");
    let around = Tiff { origin: [0.0, 61.0], step: 9.0, ..Tiff::default() };
    assert!(around.read(ones, &Wanted::default()).unwrap_err().contains("beyond 180 degrees"));
}

#[test]
fn a_small_window_of_a_country_reads_a_small_part_of_it() {
    // Some 45 degrees a side; each tile holds its number modulo 7 and a quarter in every pixel.
    let tiff = Tiff {
        width: 40_000,
        height: 40_000,
        tile: 512,
        origin: [0.0, 60.0],
        step: 0.001,
        ..Tiff::default()
    };
    let across = tiff.width.div_ceil(tiff.tile);
    let number_in = |tile: u32| f64::from(tile % 7) + 0.25;
    let kinds: Vec<Rc<[u8]>> = (0..7)
        .map(|kind| tiff.packed(&tiff.stored(number_in(kind)).repeat((tiff.tile * tiff.tile) as usize)))
        .collect();
    let tiles: Vec<Rc<[u8]>> = (0..across * across).map(|tile| kinds[(tile % 7) as usize].clone()).collect();
    let file = tiff.file(&tiles, 20_000);
    let read = file.read.clone();
    let length = file.length;
    let wanted = bounds(40.0005, 20.0005, 40.9995, 20.9995);
    let people = read_people_from(file.clone(), "country.tif", &wanted).unwrap();
    // By hand: 1,000 columns from 20,000 and 1,000 rows from 19,000.
    let tile = |column: u32, row: u32| row / 512 * across + column / 512;
    let expected: f64 = (19_000..20_000)
        .flat_map(|row| (20_000..21_000).map(move |column| number_in(tile(column, row))))
        .sum();
    assert_eq!(people.total(), expected.round() as u64);
    assert_eq!(people.source.rows, 1_000_000);
    assert!(length > 100_000_000, "{length}");
    assert!(read.get() < length / 250, "{} bytes of {length}", read.get());
    let all = read_people_from(file, "country.tif", &Wanted::default()).unwrap_err();
    assert!(all.to_string().contains("1600000000 pixels"), "{all}");
}

#[test]
fn tiles_that_were_left_out_are_nobodys() {
    let tiff = Tiff::default();
    let people = tiff.read(|column, _| (column < 16).then_some(1.0), &Wanted::default()).unwrap();
    assert_eq!((people.total(), people.source.rows), (480, 480));
}

#[test]
fn a_raster_that_is_spoilt_anywhere_is_read_or_refused() {
    let tiff = Tiff { is_packed: false, kind: (1, 8), ..Tiff::default() };
    let file = tiff.file(&tiff.tiles(|_, _| Some(1.0)), 0);
    let mut bytes = Vec::new();
    file.clone().read_to_end(&mut bytes).unwrap();
    for at in (0..bytes.len()).filter(|at| *at < 16 || *at > bytes.len() - 400) {
        for value in [0, 1, 0x7f, 0xff] {
            let mut spoilt = bytes.clone();
            spoilt[at] = value;
            if let Ok(people) = read_people_from(Cursor::new(spoilt), "spoilt.tif", &Wanted::default()) {
                adds_up(&people.source, &people.complaints);
            }
        }
        let _ = read_people_from(Cursor::new(&bytes[..at]), "cut.tif", &Wanted::default());
    }
}
