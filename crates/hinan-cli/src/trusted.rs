//! Which roots this machine believes: their scopes, pinned once by a person (`hinan keys trust`). A
//! folder of alerts brings roots and rings along, and whoever can write there could bring their own;
//! so that none of these counts unless it leads back to a scope that was pinned.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use hinan_trust::{Digest, Envelope, NotTaken, Trust};

use crate::failure::Usage;

/// The option that names a scope for one call.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Pin {
    /// The scope that alerts have to belong to: 64 digits, from the poster [default: those of `hinan keys trust`]
    #[arg(long, value_name = "HEX", value_parser = scope)]
    scope: Option<Digest>,
}

/// A root or ring of a folder: the name of its file and its bytes.
pub type Document = (String, Vec<u8>);

fn scope(text: &str) -> Result<Digest, String> {
    let digits: String = text.chars().filter(|digit| !digit.is_whitespace() && *digit != '-').collect();
    Digest::parse(&digits.to_ascii_lowercase())
        .ok_or_else(|| "a scope has 64 hexadecimal digits, as `hinan keys trust` prints them".to_owned())
}

impl Pin {
    /// The scopes that count: the one of the option, else the pinned ones.
    fn scopes(self) -> Result<Vec<Digest>> {
        match self.scope {
            Some(scope) => Ok(vec![scope]),
            None => Ok(pinned()?.into_iter().map(|pinned| pinned.scope).collect()),
        }
    }

    /// What the roots and rings of a folder come to, and those that were not taken.
    ///
    /// # Errors
    /// Where none of the roots is one that this machine was told to believe.
    pub fn trust(
        self,
        roots: &[Document],
        rings: &[Document],
        folder: &Path,
    ) -> Result<(Trust, Vec<NotTaken>)> {
        let scopes = self.scopes()?;
        let folder = folder.display();
        if roots.is_empty() {
            bail!(
                "{folder}: there is no root*.dsse.json in it; copy the root and the ring of your authority there"
            );
        }
        let named = |(_, bytes): &&Document| {
            Envelope::read(bytes).is_ok_and(|envelope| scopes.contains(&envelope.name()))
        };
        let first = roots.iter().find(named).ok_or_else(|| match scopes.is_empty() {
            true => anyhow!(
                "this machine believes no root yet; compare the scope of yours with the poster, then: hinan keys trust {}",
                Path::new(&folder.to_string()).join(&roots[0].0).display()
            ),
            false => anyhow!("{folder}: none of its roots is one that this machine believes (hinan keys trust --list)"),
        })?;
        let scope = Envelope::read(&first.1)?.name();
        let bytes =
            |documents: &[Document]| documents.iter().map(|(_, bytes)| bytes.clone()).collect::<Vec<_>>();
        Trust::walk(scope, &first.1, &bytes(roots), &bytes(rings)).with_context(|| first.0.clone())
    }
}

/// A scope that a person pinned, and the words they gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// The scope.
    pub scope: Digest,
    /// Which world: `live` or `lab`.
    pub world: String,
}

/// The file of pinned scopes, one a line.
///
/// # Errors
/// Where this account has no place for settings.
pub fn file() -> Result<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let settings = variable("XDG_CONFIG_HOME")
        .or_else(|| variable("HOME").map(|home| home.join(".config")))
        .or_else(|| variable("APPDATA"));
    let settings =
        settings.ok_or_else(|| Usage::because("there is no HOME for settings here; give --scope"))?;
    Ok(settings.join("hinan").join("scopes"))
}

/// The scopes that were pinned, in the order in which that was done.
///
/// # Errors
/// Where their file cannot be read, or a line of it is none.
pub fn pinned() -> Result<Vec<Pinned>> {
    let Ok(path) = file() else { return Ok(Vec::new()) };
    let text = match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        text => text.with_context(|| path.display().to_string())?,
    };
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            let (digits, world) = line.split_once(' ').unwrap_or((line, "live"));
            let scope = Digest::parse(digits).ok_or_else(|| {
                anyhow!("{}, line {number}: no scope; correct or remove the line", path.display())
            })?;
            Ok(Pinned { scope, world: world.trim().to_owned() })
        })
        .collect()
}

/// Pins a scope. One that is pinned already stays as it is.
///
/// # Errors
/// Where the file cannot be written.
pub fn pin(new: Pinned) -> Result<()> {
    let mut all = pinned()?;
    if all.iter().any(|known| known.scope == new.scope) {
        return Ok(());
    }
    all.push(new);
    let text: String = all.iter().map(|pinned| format!("{} {}\n", pinned.scope, pinned.world)).collect();
    let path = file()?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    crate::verb::alert::file::write_whole(&path, text.as_bytes(), crate::verb::alert::file::Over::Replace)
}
