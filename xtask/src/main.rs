//! The chores of hinan, started as `cargo xtask CHORE`.
//!
//! A chore runs cargo, the built command and the tools of the machine as a person would; it knows
//! nothing of the rooms' code.
#![expect(clippy::print_stdout, reason = "a chore talks to the person who started it")]

mod fuzz;
mod instructions;
mod machine;
mod page;
mod phone;
mod reach_check;
mod stages;

use std::process::ExitCode;

use anyhow::Result;

const HELP: &str = "\
The chores of hinan: cargo xtask CHORE

  up [ARGS]                    build the command and run `hinan up ARGS`: the main job on the sample
  test [STAGE...]              everything that CI checks, or only the named stages
  instructions [--bless]       count the instructions of the hot loops against bench/instructions.toml
  reach-check [--all]          compare answers with scipy's Dijkstra, node by node
  fuzz [--seconds N] [TARGET]  run the fuzz targets, 120 seconds each if not told otherwise
  fuzz --distil [TARGET]       keep the inputs that matter in fuzz/corpus
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((chore, rest)) = arguments.split_first() else {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    };
    let done = match chore.as_str() {
        "up" => return up(rest),
        "test" => stages::run(rest),
        "instructions" => instructions::run(rest),
        "reach-check" => reach_check::run(rest),
        "fuzz" => fuzz::run(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => {
            println!("There is no chore '{other}'.\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("\ncargo xtask {chore}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the command and runs `hinan up`; its exit status becomes ours.
fn up(arguments: &[String]) -> ExitCode {
    let built = build_hinan().and_then(|hinan| {
        let status = std::process::Command::new(hinan).arg("up").args(arguments).status()?;
        Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
    });
    match built {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            println!("\ncargo xtask up: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the command in release and says where it is.
fn build_hinan() -> Result<std::path::PathBuf> {
    machine::run(machine::cargo().args(["build", "--release", "--locked", "-p", "hinan-cli"]))?;
    Ok(machine::target_folder()?.join("release").join(format!("hinan{}", std::env::consts::EXE_SUFFIX)))
}
