//! A file, and what its first bytes say that it is.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::MAX_TEXT;
use crate::error::NotALayer;

/// Anything that can be read from any place.
pub(crate) trait Readable: Read + Seek {}
impl<T: Read + Seek> Readable for T {}

/// An opened file.
pub(crate) struct Input<'a> {
    /// Its name without folders.
    pub(crate) name: String,
    /// Where it lies, for SQLite; `None` for bytes.
    pub(crate) path: Option<PathBuf>,
    pub(crate) reader: Box<dyn Readable + 'a>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    GeoPackage,
    GeoTiff,
    Json,
    Table,
}

/// First bytes of files that people hand over by mistake, and what to tell them.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "is a zip archive or a workbook: unpack it, or save it as CSV"),
    (b"\xD0\xCF\x11\xE0", "is an old Excel workbook: save it as CSV"),
    (b"\x1F\x8B", "is a gzip file: unpack it"),
    (b"BZh", "is a bzip2 file: unpack it"),
    (b"%PDF", "is a PDF: ask the publisher for a table"),
    (b"PAR1", "is a Parquet file: export it as GeoPackage or CSV"),
    (b"fgb\x03", "is a FlatGeobuf file: export it as GeoPackage"),
    (b"\x00\x00\x27\x0A", "is a Shapefile: export it as GeoPackage"),
    (b"<", "is an XML or HTML page, perhaps a server's error page"),
];

impl<'a> Input<'a> {
    pub(crate) fn open(path: &Path) -> Result<Input<'static>, NotALayer> {
        let name = path
            .file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let failed = |source| NotALayer::Io { file: name.clone(), source };
        let file = File::open(path).map_err(failed)?;
        if file.metadata().map_err(failed)?.is_dir() {
            return Err(NotALayer::unusable(&name, "is a folder; name a file in it"));
        }
        // A raster is read by seeking: a large buffer would be filled for nothing.
        Ok(Input { name, path: Some(path.to_owned()), reader: Box::new(file) })
    }

    pub(crate) fn of(reader: impl Read + Seek + 'a, name: &str) -> Input<'a> {
        Input { name: name.to_owned(), path: None, reader: Box::new(reader) }
    }

    pub(crate) fn io(&self, source: std::io::Error) -> NotALayer {
        NotALayer::Io { file: self.name.clone(), source }
    }

    /// Looks at the first bytes.
    pub(crate) fn content(&mut self) -> Result<Content, NotALayer> {
        let mut head = Vec::new();
        let read = self.reader.by_ref().take(512).read_to_end(&mut head).and_then(|_| self.reader.rewind());
        read.map_err(|error| self.io(error))?;
        if head.starts_with(b"SQLite format 3\0") {
            return Ok(Content::GeoPackage);
        }
        let tiff: &[&[u8]] = &[b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"];
        if tiff.iter().any(|magic| head.starts_with(magic)) {
            return Ok(Content::GeoTiff);
        }
        let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head).trim_ascii_start();
        if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| text.starts_with(magic)) {
            return Err(NotALayer::unusable(&self.name, *what));
        }
        match text.first() {
            None => Err(NotALayer::unusable(&self.name, "is empty")),
            Some(b'{' | b'[') => Ok(Content::Json),
            Some(_) => Ok(Content::Table),
        }
    }

    /// All bytes of a file of text.
    pub(crate) fn bytes(&mut self) -> Result<Vec<u8>, NotALayer> {
        let mut bytes = Vec::new();
        let read = self.reader.by_ref().take(MAX_TEXT + 1).read_to_end(&mut bytes);
        read.map_err(|error| self.io(error))?;
        if bytes.len() as u64 > MAX_TEXT {
            return Err(NotALayer::unusable(
                &self.name,
                format!("is larger than {MAX_TEXT} bytes; cut out the part that is needed"),
            ));
        }
        Ok(bytes)
    }

    /// How long the file is.
    pub(crate) fn length(&mut self) -> Result<u64, NotALayer> {
        let length =
            self.reader.seek(SeekFrom::End(0)).and_then(|length| self.reader.rewind().map(|()| length));
        length.map_err(|error| self.io(error))
    }

    /// SHA-256 of the whole file, read piece by piece.
    pub(crate) fn sha256(&mut self) -> Result<String, NotALayer> {
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 1 << 16];
        loop {
            let count = self.reader.read(&mut buffer).map_err(|error| self.io(error))?;
            if count == 0 {
                break;
            }
            hash.update(&buffer[..count]);
        }
        self.reader.rewind().map_err(|error| self.io(error))?;
        Ok(hex(&hash.finalize()))
    }
}

/// SHA-256 of bytes in hand.
pub(crate) fn sha256_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
