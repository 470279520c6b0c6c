//! Recognises an input by what it is and gives it to its reader.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::Path;

use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use hinan_model::network::Streets;
use sha2::{Digest, Sha256};

use crate::error::file_name;
use crate::osm::pbf::{read_pbf_bytes, read_pbf_file};
use crate::osm::xml::read_xml_hashed;
use crate::{Options, StreetsError, gr, network, report};

/// Files up to this size are held whole while they are read.
const HELD: u64 = 64 << 20;

/// Reads any street input: a folder with `nodes.csv` and `arcs.csv`, `.osm.pbf`, `.osm`, `.osm.gz`,
/// `.osm.bz2` or `.gr` (with coordinates in a `.co` file beside it), told apart by their content.
///
/// # Errors
/// Where the input cannot be read, is none of these, is damaged, or holds nothing to walk on. What
/// is wrong with single rows is a complaint in [`Streets`], not an error.
pub fn read(path: &Path, options: &Options<'_>) -> Result<Streets, StreetsError> {
    if path.is_dir() {
        return network::read_folder(path, options);
    }
    let name = file_name(path);
    let failed = |source| StreetsError::Io { file: name.clone(), source };
    let mut file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let mut start = [0; 64];
    let known = read_start(&mut file, &mut start).map_err(failed)?;
    file.rewind().map_err(failed)?;
    match format_of(&start[..known], &name) {
        Some(Format::Pbf) if length <= HELD => {
            let bytes = fs::read(path).map_err(failed)?;
            read_pbf_bytes(&bytes, &name, options)
        }
        Some(Format::Pbf) => read_pbf_file(file, length, &name, options, || sha256_of_file(path, &name)),
        Some(Format::Xml) => read_xml_from(BufReader::new(Hashing::of(file)), &name, options, |input| input),
        Some(Format::XmlGz) => {
            let unpacked = BufReader::new(MultiGzDecoder::new(BufReader::new(Hashing::of(file))));
            read_xml_from(unpacked, &name, options, |input| input.into_inner().into_inner())
        }
        Some(Format::XmlBz2) => {
            let unpacked = BufReader::new(MultiBzDecoder::new(BufReader::new(Hashing::of(file))));
            read_xml_from(unpacked, &name, options, |input| input.into_inner().into_inner())
        }
        Some(Format::Gr) => gr::read_beside(path, options),
        Some(Format::GrBinary) => gr::read_binary_beside(path, options),
        None => Err(StreetsError::UnknownFormat { file: name }),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Pbf,
    Xml,
    XmlGz,
    XmlBz2,
    Gr,
    GrBinary,
}

/// Content goes before name: people rename files.
fn format_of(start: &[u8], name: &str) -> Option<Format> {
    let name = name.to_ascii_lowercase();
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    if start.windows(9).any(|window| window == b"OSMHeader") && start.first() == Some(&0) {
        Some(Format::Pbf)
    } else if start.starts_with(&[0x1f, 0x8b]) {
        Some(Format::XmlGz)
    } else if start.starts_with(b"BZh") {
        Some(Format::XmlBz2)
    } else if text.first() == Some(&b'<') {
        Some(Format::Xml)
    } else if name.ends_with(".gr.bin") {
        Some(Format::GrBinary)
    } else if name.ends_with(".gr") {
        Some(Format::Gr)
    } else if name.ends_with(".pbf") {
        // Its reader says what is wrong with it.
        Some(Format::Pbf)
    } else if name.ends_with(".osm") {
        Some(Format::Xml)
    } else {
        None
    }
}

fn read_start(file: &mut File, start: &mut [u8]) -> io::Result<usize> {
    let mut known = 0;
    while known < start.len() {
        match file.read(&mut start[known..])? {
            0 => break,
            more => known += more,
        }
    }
    Ok(known)
}

/// Hashes what is read through it.
struct Hashing {
    file: File,
    digest: Sha256,
}

impl Hashing {
    fn of(file: File) -> Hashing {
        Hashing { file, digest: Sha256::new() }
    }
}

impl Read for Hashing {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(into)?;
        self.digest.update(&into[..count]);
        Ok(count)
    }
}

fn read_xml_from<R: BufRead>(
    input: R,
    name: &str,
    options: &Options<'_>,
    source: impl FnOnce(R) -> BufReader<Hashing>,
) -> Result<Streets, StreetsError> {
    read_xml_hashed(input, name, options, |input| {
        let mut rest = source(input);
        // Bytes after the end of the XML belong to the file all the same.
        io::copy(&mut rest, &mut io::sink())
            .map_err(|source| StreetsError::Io { file: name.to_owned(), source })?;
        Ok(report::hex(&rest.into_inner().digest.finalize()))
    })
}

/// The SHA-256 of a file, read in pieces.
pub(crate) fn sha256_of_file(path: &Path, name: &str) -> Result<String, StreetsError> {
    let failed = |source| StreetsError::Io { file: name.to_owned(), source };
    let mut hashing = Hashing::of(File::open(path).map_err(failed)?);
    let mut piece = vec![0; 1 << 20];
    while hashing.read(&mut piece).map_err(failed)? != 0 {}
    Ok(report::hex(&hashing.digest.finalize()))
}
