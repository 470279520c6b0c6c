//! Tables as CSV (RFC 4180, UTF-8, with or without byte order mark), read as a stream with bounded
//! memory: a row is at most [`MOST_ROW`] bytes, a cell at most [`MOST_CELL`].
//!
//! A table is cut into chunks of whole rows, so that several threads can read rows at once.

use std::io::Read;

use rayon::prelude::*;

use crate::StreetsError;

/// Bytes a cell may have.
const MOST_CELL: usize = 64 << 10;
/// Bytes a row may have.
const MOST_ROW: usize = 1 << 20;
/// Bytes of a chunk, more or less.
const CHUNK: usize = 1 << 20;
/// Chunks that are read before they are handed out together.
const CHUNKS: usize = 8;
/// Columns a table may have.
const MOST_COLUMNS: usize = 4_096;

/// A table being read.
pub(crate) struct Table<R> {
    input: R,
    file: &'static str,
    /// Bytes that are read and in no chunk yet.
    rest: Vec<u8>,
    end_of_input: bool,
    /// Rows in chunks so far.
    rows: u64,
    header: Vec<String>,
    /// The first chunk, whose first row is the header.
    pending: Option<Chunk>,
}

/// Whole rows of a table.
pub(crate) struct Chunk {
    bytes: Vec<u8>,
    /// Whether there is any quote.
    quoted: bool,
    /// Rows before it in the file.
    rows_before: u64,
    /// Where its first row begins.
    start: usize,
}

/// A row of a table.
pub(crate) struct Row<'a> {
    /// Counted from 1, the header being row 1.
    pub(crate) number: u64,
    bytes: &'a [u8],
    ends: &'a [(usize, usize)],
}

impl<'a> Row<'a> {
    /// The cell in a column without surrounding spaces; empty where the row is too short.
    pub(crate) fn cell(&self, column: usize) -> &'a [u8] {
        let (from, to) = self.ends.get(column).copied().unwrap_or((0, 0));
        self.bytes.get(from..to).unwrap_or(&[]).trim_ascii()
    }
}

impl<R: Read> Table<R> {
    /// Opens a table and reads its header.
    pub(crate) fn open(input: R, file: &'static str) -> Result<Table<R>, StreetsError> {
        let mut table = Table {
            input,
            file,
            rest: Vec::new(),
            end_of_input: false,
            rows: 0,
            header: Vec::new(),
            pending: None,
        };
        let empty = || wrong(file, 1, "the file is empty; its first row must name the columns".to_owned());
        let mut chunk = table.next_chunk()?.ok_or_else(empty)?;
        let mut rows = chunk.rows(file);
        let row = rows.next()?.ok_or_else(empty)?;
        for column in 0..row.ends.len() {
            let name = String::from_utf8_lossy(row.cell(column)).to_lowercase();
            table.header.push(name.trim_start_matches('\u{feff}').to_owned());
        }
        let (at, number) = (rows.at, rows.number);
        (chunk.start, chunk.rows_before) = (at, number);
        table.pending = Some(chunk);
        Ok(table)
    }

    /// The number of a column that must be there.
    pub(crate) fn column(&self, name: &str) -> Result<usize, StreetsError> {
        self.optional(name).ok_or_else(|| {
            let has: String = self.header.join(", ").chars().take(200).collect();
            wrong(self.file, 1, format!("there is no column '{name}'; the columns are: {has}"))
        })
    }

    /// The number of a column, if it is there.
    pub(crate) fn optional(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// Reads the whole table: `read` makes something of each chunk, on any thread, and `take` gets
    /// those things in the order of the file.
    pub(crate) fn read_all<T: Send>(
        mut self,
        read: impl Fn(Rows<'_>) -> Result<T, StreetsError> + Sync,
        mut take: impl FnMut(T),
    ) -> Result<(), StreetsError> {
        let file = self.file;
        loop {
            let mut chunks: Vec<Chunk> = Vec::new();
            // What is wrong with a chunk is told after what is wrong with rows before it.
            let mut end = None;
            while chunks.len() < CHUNKS && end.is_none() {
                match self.next_chunk() {
                    Ok(Some(chunk)) => chunks.push(chunk),
                    Ok(None) => end = Some(Ok(())),
                    Err(e) => end = Some(Err(e)),
                }
            }
            let found: Vec<Result<T, StreetsError>> =
                chunks.par_iter().map(|chunk| read(chunk.rows(file))).collect();
            for found in found {
                take(found?);
            }
            if let Some(end) = end {
                return end;
            }
        }
    }

    fn next_chunk(&mut self) -> Result<Option<Chunk>, StreetsError> {
        if let Some(chunk) = self.pending.take() {
            return Ok(Some(chunk));
        }
        loop {
            self.fill()?;
            let quoted = self.rest.contains(&b'"');
            let (end, rows) = last_row_end(&self.rest, quoted);
            let (end, rows) = match self.end_of_input && end < self.rest.len() {
                // The last row may do without a line end.
                true => (self.rest.len(), rows + 1),
                false => (end, rows),
            };
            if self.rest.len() - end > MOST_ROW {
                let hint = if quoted { " (a quote that is never closed?)" } else { "" };
                let what = format!("the row is longer than {MOST_ROW} bytes{hint}");
                return Err(wrong(self.file, self.rows + rows + 1, what));
            }
            if end > 0 {
                let rest = self.rest.split_off(end);
                let bytes = std::mem::replace(&mut self.rest, rest);
                let rows_before = self.rows;
                self.rows += rows;
                return Ok(Some(Chunk { bytes, quoted, rows_before, start: 0 }));
            }
            if self.end_of_input {
                return Ok(None);
            }
        }
    }

    /// Reads on for about a chunk.
    fn fill(&mut self) -> Result<(), StreetsError> {
        let before = self.rest.len();
        let mut filled = before;
        self.rest.resize(before + CHUNK, 0);
        while filled < self.rest.len() && !self.end_of_input {
            match self.input.read(&mut self.rest[filled..]) {
                Ok(0) => self.end_of_input = true,
                Ok(more) => filled += more,
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                Err(source) => return Err(StreetsError::Io { file: self.file.to_owned(), source }),
            }
        }
        self.rest.truncate(filled);
        Ok(())
    }
}

/// Where the last whole row of `bytes` ends, and how many rows end up to there.
fn last_row_end(bytes: &[u8], quoted: bool) -> (usize, u64) {
    if !quoted {
        let end = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        return (end, bytes[..end].iter().filter(|&&byte| byte == b'\n').count() as u64);
    }
    let (mut inside, mut end, mut rows) = (false, 0, 0);
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'"' {
            inside = !inside;
        } else if byte == b'\n' && !inside {
            (end, rows) = (at + 1, rows + 1);
        }
    }
    (end, rows)
}

fn wrong(file: &str, row: u64, what: String) -> StreetsError {
    StreetsError::Row { file: file.to_owned(), row, what }
}

impl Chunk {
    fn rows(&self, file: &'static str) -> Rows<'_> {
        Rows {
            chunk: self,
            file,
            at: self.start,
            number: self.rows_before,
            ends: Vec::new(),
            cells: Vec::new(),
        }
    }
}

/// The rows of a chunk.
pub(crate) struct Rows<'a> {
    chunk: &'a Chunk,
    file: &'static str,
    at: usize,
    number: u64,
    /// Starts and ends of the cells of the current row.
    ends: Vec<(usize, usize)>,
    /// Cells of a row with quotes, the quotes taken off.
    cells: Vec<u8>,
}

impl Rows<'_> {
    /// The next row that is not empty.
    pub(crate) fn next(&mut self) -> Result<Option<Row<'_>>, StreetsError> {
        loop {
            if self.at >= self.chunk.bytes.len() {
                return Ok(None);
            }
            self.number += 1;
            self.ends.clear();
            let empty = if self.chunk.quoted { self.split_quoted()? } else { self.split_plain()? };
            if !empty {
                break;
            }
        }
        let bytes = if self.chunk.quoted { &self.cells } else { &self.chunk.bytes };
        Ok(Some(Row { number: self.number, bytes, ends: &self.ends }))
    }

    fn push_cell(&mut self, from: usize, to: usize) -> Result<(), StreetsError> {
        if to - from > MOST_CELL {
            let column = self.ends.len() + 1;
            let what = format!("the cell in column {column} is longer than {MOST_CELL} bytes");
            return Err(wrong(self.file, self.number, what));
        }
        if self.ends.len() >= MOST_COLUMNS {
            return Err(wrong(self.file, self.number, format!("more than {MOST_COLUMNS} columns")));
        }
        self.ends.push((from, to));
        Ok(())
    }

    /// Splits the row at `at`; `true` where it is empty. A carriage return before the line end is a
    /// space to [`Row::cell`].
    fn split_plain(&mut self) -> Result<bool, StreetsError> {
        let bytes = &self.chunk.bytes;
        let start = self.at;
        let mut from = start;
        let mut end = bytes.len();
        for (offset, &byte) in bytes[start..].iter().enumerate() {
            if byte == b',' {
                self.push_cell(from, start + offset)?;
                from = start + offset + 1;
            } else if byte == b'\n' {
                end = start + offset;
                break;
            }
        }
        self.push_cell(from, end)?;
        self.at = end + 1;
        Ok(bytes[start..end].trim_ascii().is_empty())
    }

    fn split_quoted(&mut self) -> Result<bool, StreetsError> {
        let bytes = &self.chunk.bytes;
        self.cells.clear();
        let (start, mut from, mut at, mut inside) = (self.at, 0, self.at, false);
        while at < bytes.len() {
            match bytes[at] {
                b'"' if inside && bytes.get(at + 1) == Some(&b'"') => {
                    self.cells.push(b'"');
                    at += 1;
                }
                b'"' => inside = !inside,
                b',' if !inside => {
                    self.push_cell(from, self.cells.len())?;
                    from = self.cells.len();
                }
                b'\n' if !inside => break,
                byte => self.cells.push(byte),
            }
            at += 1;
        }
        self.push_cell(from, self.cells.len())?;
        self.at = at + 1;
        Ok(bytes[start..at.min(bytes.len())].trim_ascii().is_empty())
    }
}
