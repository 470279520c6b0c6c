//! Where answers go: standard output or a file, by its extension.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Serialize;

use crate::failure::Usage;

/// What a file is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table.
    Csv,
    /// A map layer.
    GeoJson,
    /// The answer as one object.
    Json,
}

/// An output that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Output<'a> {
    /// The file, or `None` for standard output.
    pub path: Option<&'a Path>,
    /// Its form.
    pub form: Form,
}

impl<'a> Output<'a> {
    /// The output that `-o` names; a table on standard output where it is absent or `-`.
    ///
    /// # Errors
    /// Where the extension is none of `allowed`.
    pub fn named(path: Option<&'a Path>, allowed: &[Form]) -> Result<Output<'a>> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            return Ok(Output { path: None, form: allowed.first().copied().unwrap_or(Form::Csv) });
        };
        let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
        let form = match extension.as_deref() {
            Some("csv") => Some(Form::Csv),
            Some("geojson") => Some(Form::GeoJson),
            Some("json") => Some(Form::Json),
            _ => None,
        };
        match form.filter(|form| allowed.contains(form)) {
            Some(form) => Ok(Output { path: Some(path), form }),
            None => Err(Usage::because(format!(
                "-o {}: the extension says in which form to write; use {}",
                path.display(),
                allowed.iter().map(|form| form.extension()).collect::<Vec<_>>().join(" or ")
            ))),
        }
    }

    /// Writes the output with `write`.
    pub fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        let Some(path) = self.path else {
            let mut out = io::stdout().lock();
            write(&mut out)?;
            return Ok(out.flush()?);
        };
        let unwritable = || format!("{}: cannot be written", path.display());
        let mut file = File::create(path).with_context(unwritable)?;
        write(&mut file).with_context(unwritable)
    }
}

impl Form {
    fn extension(self) -> &'static str {
        match self {
            Form::Csv => ".csv",
            Form::GeoJson => ".geojson",
            Form::Json => ".json",
        }
    }
}

/// Prints a text that ends with a line break on standard output.
pub fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// Prints an object as JSON on standard output.
pub fn print_json(value: &impl Serialize) -> Result<()> {
    print(&(serde_json::to_string_pretty(value)? + "\n"))
}

/// A line on standard error. Whether anybody reads it is not our problem.
pub fn remark(line: &str) {
    writeln!(io::stderr(), "{line}").ok();
}

/// A cell of a CSV file, in quotes where it needs them.
pub fn push_cell(row: &mut Vec<u8>, cell: &str) {
    if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        row.push(b'"');
        row.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
        row.push(b'"');
    } else {
        row.extend_from_slice(cell.as_bytes());
    }
}

/// A whole number in decimal digits.
pub fn push_number(row: &mut Vec<u8>, number: u32) {
    // Ten digits hold every u32.
    let (mut digits, mut first, mut rest) = ([0_u8; 10], 10, number);
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    row.extend_from_slice(&digits[first..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_cells_print_as_they_are_read() {
        for number in [0, 7, 10, 99, 100, 123_456, u32::MAX] {
            let mut row = Vec::new();
            push_number(&mut row, number);
            assert_eq!(row, number.to_string().into_bytes());
        }
        for (cell, expected) in [("a", "a"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), (" a", "\" a\"")] {
            let mut row = Vec::new();
            push_cell(&mut row, cell);
            assert_eq!(row, expected.as_bytes());
        }
    }

    #[test]
    fn the_extension_names_the_form() {
        let all = [Form::Csv, Form::GeoJson];
        let form = |name: &str| Output::named(Some(Path::new(name)), &all).map(|output| output.form);
        assert_eq!(form("a.CSV").unwrap(), Form::Csv);
        assert_eq!(form("-").unwrap(), Form::Csv);
        assert_eq!(form("a.geojson").unwrap(), Form::GeoJson);
        assert!(form("a.json").is_err() && form("a").is_err());
    }
}
