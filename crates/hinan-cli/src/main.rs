//! The command `hinan`: arguments, files, progress, sentences. It computes nothing itself.
//!
//! One module a verb in [`verb`]; beside them what several verbs share. Answers go to standard
//! output, everything about them (complaints, progress, errors) to standard error.

mod circumstances;
mod city;
mod failure;
mod forbidden;
mod language;
mod make;
mod notice;
mod output;
mod picture;
mod plans;
mod progress;
mod secret;
mod tell;
mod trusted;
mod verb;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Walking routes to shelters: which shelter, which way, how many minutes.
#[derive(Debug, Parser)]
#[command(name = "hinan", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

const EXAMPLES: &str = "\
Examples:
  hinan up
  hinan build --streets oslo.osm.pbf --shelters norway-tilfluktsrom.json -o oslo.hinan
  hinan route oslo.hinan --from 59.9139,10.7522 --within 10min

Exit status: 0 done, 1 the input cannot be used (said on standard error), 2 wrong usage.
Not for use in an emergency: follow the instructions of your authorities.";

#[derive(Debug, Subcommand)]
enum Verb {
    Up(verb::up::Args),
    Build(verb::build::Args),
    Info(verb::info::Args),
    Audit(verb::audit::Args),
    Reach(verb::reach::Args),
    Route(verb::route::Args),
    Coverage(verb::coverage::Args),
    Assign(verb::assign::Args),
    Compare(verb::compare::Args),
    Site(verb::site::Args),
    Whatif(verb::whatif::Args),
    Poster(verb::poster::Args),
    Export(verb::export::Args),
    Pack(Box<verb::pack::Args>),
    Serve(verb::serve::Args),
    Keys(verb::keys::Args),
    Alert(verb::alert::Args),
    Desk(verb::desk::Args),
}

fn main() -> ExitCode {
    let (name, done) = match Cli::parse().verb {
        Verb::Up(args) => ("up", verb::up::run(&args)),
        Verb::Build(args) => ("build", verb::build::run(&args)),
        Verb::Info(args) => ("info", verb::info::run(&args)),
        Verb::Audit(args) => ("audit", verb::audit::run(&args)),
        Verb::Reach(args) => ("reach", verb::reach::run(&args)),
        Verb::Route(args) => ("route", verb::route::run(&args)),
        Verb::Coverage(args) => ("coverage", verb::coverage::run(&args)),
        Verb::Assign(args) => ("assign", verb::assign::run(&args)),
        Verb::Compare(args) => ("compare", verb::compare::run(&args)),
        Verb::Site(args) => ("site", verb::site::run(&args)),
        Verb::Whatif(args) => ("whatif", verb::whatif::run(&args)),
        Verb::Poster(args) => ("poster", verb::poster::run(&args)),
        Verb::Export(args) => ("export", verb::export::run(&args)),
        Verb::Pack(args) => ("pack", verb::pack::run(&args)),
        Verb::Serve(args) => ("serve", verb::serve::run(&args)),
        Verb::Keys(args) => ("keys", verb::keys::run(&args)),
        Verb::Alert(args) => ("alert", verb::alert::run(&args)),
        Verb::Desk(args) => ("desk", verb::desk::run(&args)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failure::report(name, &error),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn arguments_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }
}
