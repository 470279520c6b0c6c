//! Passphrases and yes or no, asked of people. Secrets come from the terminal or a file descriptor:
//! arguments and variables of the environment can be read by every program of the machine.

use std::fs::File;
use std::io::{self, BufRead as _, IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use hinan_desk::{Passphrase, SecretKey};
use zeroize::Zeroizing;

use crate::failure::Usage;
use crate::output::remark;

/// The longest passphrase, in bytes.
const LONGEST: usize = 1024;

/// Where passphrases come from.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Secret {
    /// Read the passphrase from this open file descriptor (its first line) and ask nobody; for scripts: 3< file
    #[arg(long, value_name = "N")]
    passphrase_fd: Option<u32>,
}

impl Secret {
    /// The passphrase that opens a key.
    ///
    /// # Errors
    /// Where there is neither a terminal nor a descriptor.
    fn ask(self, file: &Path) -> Result<Passphrase> {
        match self.passphrase_fd {
            Some(number) => read_line_of(number),
            None => {
                let mut typed = prompt(&format!("Passphrase of {}: ", file.display()))?;
                Ok(Passphrase::new(std::mem::take(&mut *typed)))
            }
        }
    }

    /// The passphrase of a new key, asked twice: nobody sees what they type.
    ///
    /// # Errors
    /// Where the two differ, or it is too short.
    pub fn ask_new(self, file: &Path) -> Result<Passphrase> {
        if let Some(number) = self.passphrase_fd {
            return read_line_of(number);
        }
        remark(&format!(
            "Choose a passphrase for {}: five or six words that do not belong together. Nobody can recover it.",
            file.display()
        ));
        let mut first = prompt("New passphrase: ")?;
        // Said before it is typed again.
        Passphrase::new(first.as_str().to_owned()).check()?;
        if *first != *prompt("The same again: ")? {
            bail!("the two passphrases differ; nothing was written");
        }
        Ok(Passphrase::new(std::mem::take(&mut *first)))
    }
}

/// The key that signs.
#[derive(Clone, Debug, clap::Args)]
pub struct Signing {
    /// The secret key that signs: NAME.age, made by `hinan keys new`
    #[arg(long, value_name = "NAME.age")]
    pub key: PathBuf,
    #[command(flatten)]
    secret: Secret,
    /// Sign without asking whether this is meant
    #[arg(long)]
    pub yes: bool,
}

impl Signing {
    /// The key, opened.
    ///
    /// # Errors
    /// Where the passphrase is another one, or the file is no key.
    pub fn open(&self) -> Result<SecretKey> {
        Ok(SecretKey::open(&self.key, &self.secret.ask(&self.key)?)?)
    }
}

fn prompt(question: &str) -> Result<Zeroizing<String>> {
    Ok(Zeroizing::new(rpassword::prompt_password(question).with_context(no_terminal)?))
}

fn no_terminal() -> String {
    "a passphrase is asked on a terminal and there is none here; scripts hand it over with --passphrase-fd N"
        .to_owned()
}

/// The first line of an open descriptor.
fn read_line_of(number: u32) -> Result<Passphrase> {
    let cannot = || {
        format!(
            "--passphrase-fd {number}: no such descriptor can be read; open it in the shell: {number}< file"
        )
    };
    let mut input: Box<dyn io::Read> = match number {
        0 => Box::new(io::stdin()),
        _ => Box::new(File::open(format!("/dev/fd/{number}")).with_context(cannot)?),
    };
    // Room for all of it at once: a text that grows leaves copies behind.
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST));
    let mut byte = [0];
    while input.read(&mut byte).with_context(cannot)? > 0 && byte != *b"\n" {
        if line.len() == LONGEST {
            bail!("--passphrase-fd {number}: its first line is longer than {LONGEST} bytes");
        }
        line.push(byte[0]);
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    // Where it is no text, the error says no byte of it.
    let Ok(text) = std::str::from_utf8(&line) else {
        return Err(Usage::because(format!("--passphrase-fd {number}: its first line is not text in UTF-8")));
    };
    Ok(Passphrase::new(text.to_owned()))
}

/// Whether a person means it. Anything but the word `yes` is no.
///
/// # Errors
/// Where nobody can be asked.
pub fn confirm(question: &str) -> Result<bool> {
    if !io::stdin().is_terminal() {
        return Err(Usage::because(
            "nobody can be asked here whether this is meant; look at it, then say --yes",
        ));
    }
    remark(&format!("{question} Type yes, or anything else to stop."));
    let mut answer = String::new();
    io::stdin().lock().take(64).read_line(&mut answer).context("the answer cannot be read")?;
    Ok(answer.trim().eq_ignore_ascii_case("yes"))
}
