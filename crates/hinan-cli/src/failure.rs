//! How a command ends that did not do what it was asked to.

use std::io;
use std::process::ExitCode;

use crate::output::remark;

/// Something on the command line that fits no region: exit status 2. All else is input that cannot
/// be used: exit status 1.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Usage(String);

impl Usage {
    /// Wrong usage, with the sentence that says what to write instead.
    pub fn because(sentence: impl Into<String>) -> anyhow::Error {
        Usage(sentence.into()).into()
    }
}

/// Says what went wrong and gives the exit status. Whoever closes our output early (`head`) has
/// what he wanted: no error.
pub fn report(verb: &str, error: &anyhow::Error) -> ExitCode {
    let closed_early = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(closed_early) {
        return ExitCode::SUCCESS;
    }
    remark(&format!("hinan {verb}: {}", sentence(error)));
    ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
}

/// The error and its causes as one sentence. A cause that its effect already quotes is not told twice.
fn sentence(error: &anyhow::Error) -> String {
    error.chain().fold(String::new(), |told, cause| {
        let cause = cause.to_string();
        if told.is_empty() {
            cause
        } else if told.contains(&cause) {
            told
        } else {
            format!("{told}: {cause}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_told_once() {
        let inner = io::Error::other("no such file");
        let error = anyhow::Error::new(inner).context("a.csv: cannot be read: no such file");
        assert_eq!(sentence(&error), "a.csv: cannot be read: no such file");
        let error = anyhow::anyhow!("no space").context("a.csv: cannot be written");
        assert_eq!(sentence(&error), "a.csv: cannot be written: no space");
    }
}
