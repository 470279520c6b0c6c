//! Plots and maps as files.

use std::path::Path;

use anyhow::{Context as _, Result};

use hinan_render::{Letters, png};

use crate::failure::Usage;
use crate::output::remark;

/// A picture that was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    path: &'a Path,
    is_png: bool,
}

impl<'a> Picture<'a> {
    /// The picture that an option names.
    ///
    /// # Errors
    /// Where the extension is neither `.svg` nor `.png`.
    pub fn named(path: &'a Path) -> Result<Picture<'a>> {
        let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
        let is_png = match extension.as_deref() {
            Some("svg") => false,
            Some("png") => true,
            _ => {
                return Err(Usage::because(format!(
                    "{}: a picture is written as .svg or .png",
                    path.display()
                )));
            }
        };
        Ok(Picture { path, is_png })
    }

    /// Writes the picture.
    ///
    /// # Errors
    /// Where it cannot be drawn or written.
    pub fn write(&self, svg: &str) -> Result<()> {
        let unwritable = || format!("{}: cannot be written", self.path.display());
        if !self.is_png {
            return std::fs::write(self.path, svg).with_context(unwritable);
        }
        let undrawable = || format!("{}: cannot be drawn", self.path.display());
        let lacking: String =
            png::lacking(svg, Letters::WithSystem).with_context(undrawable)?.into_iter().take(20).collect();
        if !lacking.is_empty() {
            remark(&format!(
                "{}: no font of this machine has {lacking}: they are boxes in the picture; install one, or write .svg",
                self.path.display()
            ));
        }
        // Twice the size: pictures end up in print.
        let png = png::png(svg, 2.0, Letters::WithSystem).with_context(undrawable)?;
        std::fs::write(self.path, png).with_context(unwritable)
    }
}
