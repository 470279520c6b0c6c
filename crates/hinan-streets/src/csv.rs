//! Tables as CSV (RFC 4180, UTF-8, with or without byte order mark), read as a stream with bounded
//! memory: a row is at most [`MOST_ROW`] bytes, a cell at most [`MOST_CELL`].

use std::io::Read;

use crate::StreetsError;

/// Bytes a cell may have.
const MOST_CELL: usize = 64 << 10;
/// Bytes a row may have.
const MOST_ROW: usize = 1 << 20;
/// Bytes read at once.
const CHUNK: usize = 1 << 18;
/// Columns a table may have.
const MOST_COLUMNS: usize = 4_096;

/// A table being read.
pub(crate) struct Table<R> {
    input: R,
    file: &'static str,
    buffer: Vec<u8>,
    /// What of the buffer is not yet read.
    from: usize,
    end_of_input: bool,
    row: u64,
    header: Vec<String>,
    /// Ends of the cells of the current row in `cells` or `buffer`.
    ends: Vec<(usize, usize)>,
    /// Cells of a row with quotes, the quotes taken off.
    cells: Vec<u8>,
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
            buffer: Vec::new(),
            from: 0,
            end_of_input: false,
            row: 0,
            header: Vec::new(),
            ends: Vec::new(),
            cells: Vec::new(),
        };
        let Some(row) = table.next()? else {
            return Err(table.wrong("the file is empty; its first row must name the columns".to_owned()));
        };
        let mut header = Vec::new();
        for column in 0..row.ends.len() {
            let name = String::from_utf8_lossy(row.cell(column)).to_lowercase();
            header.push(name.trim_start_matches('\u{feff}').to_owned());
        }
        table.header = header;
        Ok(table)
    }

    /// The number of a column that must be there.
    pub(crate) fn column(&self, name: &str) -> Result<usize, StreetsError> {
        self.optional(name).ok_or_else(|| {
            let has: String = self.header.join(", ").chars().take(200).collect();
            self.wrong(format!("there is no column '{name}'; the columns are: {has}"))
        })
    }

    /// The number of a column, if it is there.
    pub(crate) fn optional(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    fn wrong(&self, what: String) -> StreetsError {
        StreetsError::Row { file: self.file.to_owned(), row: self.row.max(1), what }
    }

    /// The next row that is not empty.
    pub(crate) fn next(&mut self) -> Result<Option<Row<'_>>, StreetsError> {
        loop {
            let Some((length, quoted)) = self.find_end()? else { return Ok(None) };
            self.row += 1;
            let start = self.from;
            self.from = start + length;
            let mut line = &self.buffer[start..self.from];
            line = line.strip_suffix(b"\n").unwrap_or(line);
            line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.is_empty() {
                continue;
            }
            let end = start + line.len();
            self.ends.clear();
            if quoted {
                self.split_quoted(start, end)?;
            } else {
                self.split_plain(start, end)?;
            }
            let bytes = if quoted { &self.cells } else { &self.buffer };
            return Ok(Some(Row { number: self.row, bytes, ends: &self.ends }));
        }
    }

    /// The length of the next row with its line end, and whether it holds quotes.
    fn find_end(&mut self) -> Result<Option<(usize, bool)>, StreetsError> {
        let mut looked = 0;
        let (mut inside, mut quoted) = (false, false);
        loop {
            for &byte in &self.buffer[self.from + looked..] {
                looked += 1;
                if byte == b'"' {
                    inside = !inside;
                    quoted = true;
                } else if byte == b'\n' && !inside {
                    return Ok(Some((looked, quoted)));
                }
            }
            if self.end_of_input {
                return Ok((looked > 0).then_some((looked, quoted)));
            }
            if looked > MOST_ROW {
                self.row += 1;
                let hint = if inside { " (a quote that is never closed?)" } else { "" };
                return Err(self.wrong(format!("the row is longer than {MOST_ROW} bytes{hint}")));
            }
            self.fill()?;
        }
    }

    fn fill(&mut self) -> Result<(), StreetsError> {
        self.buffer.drain(..self.from);
        self.from = 0;
        let before = self.buffer.len();
        self.buffer.resize(before + CHUNK, 0);
        let read = loop {
            match self.input.read(&mut self.buffer[before..]) {
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let read = read.map_err(|source| StreetsError::Io { file: self.file.to_owned(), source })?;
        self.buffer.truncate(before + read);
        self.end_of_input = read == 0;
        Ok(())
    }

    fn push_cell(&mut self, from: usize, to: usize) -> Result<(), StreetsError> {
        if to - from > MOST_CELL {
            let column = self.ends.len() + 1;
            return Err(self.wrong(format!("the cell in column {column} is longer than {MOST_CELL} bytes")));
        }
        if self.ends.len() >= MOST_COLUMNS {
            return Err(self.wrong(format!("more than {MOST_COLUMNS} columns")));
        }
        self.ends.push((from, to));
        Ok(())
    }

    fn split_plain(&mut self, start: usize, end: usize) -> Result<(), StreetsError> {
        let mut from = start;
        for at in start..end {
            if self.buffer[at] == b',' {
                self.push_cell(from, at)?;
                from = at + 1;
            }
        }
        self.push_cell(from, end)
    }

    fn split_quoted(&mut self, start: usize, end: usize) -> Result<(), StreetsError> {
        self.cells.clear();
        let (mut from, mut at, mut inside) = (0, start, false);
        while at < end {
            match self.buffer[at] {
                b'"' if inside && at + 1 < end && self.buffer[at + 1] == b'"' => {
                    self.cells.push(b'"');
                    at += 1;
                }
                b'"' => inside = !inside,
                b',' if !inside => {
                    self.push_cell(from, self.cells.len())?;
                    from = self.cells.len();
                }
                byte => self.cells.push(byte),
            }
            at += 1;
        }
        self.push_cell(from, self.cells.len())
    }
}
