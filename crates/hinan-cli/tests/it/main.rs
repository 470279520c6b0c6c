//! The built command as people run it: files in, files and words out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has to stop")]
#![expect(clippy::print_stdout, reason = "a test says aloud what it skips, and what it found")]

mod alert_chain;
mod alert_check;
#[cfg(unix)]
mod alert_night;
mod assign;
mod audit;
mod build;
mod clock;
mod contract;
mod desk;
mod joins;
mod keys;
mod language;
mod notices;
mod pack;
mod pack_signed;
mod places;
mod porto;
mod poster;
mod refusals;
mod report;
mod route;
mod sendai;
mod serve;
mod site;
mod support;
mod whatif;
