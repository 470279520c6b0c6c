//! `hinan export`: the very network that answers are computed on, as plain CSV.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use hinan_city::Question;
use hinan_region::export;

use crate::circumstances::ask;
use crate::city::open;
use crate::notice::Notices;
use crate::output::{print, print_json};
use crate::tell::many;

/// Write the walking network as plain CSV, so that anyone can check us with another tool
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub struct Args {
    /// The region file
    city: PathBuf,
    /// Folder for nodes.csv, arcs.csv and shelters.csv; attribution goes to README.txt there
    #[arg(long, value_name = "DIR")]
    network: PathBuf,
    /// Whose times: adult, older (default), child, wheelchair, each also with -night
    #[arg(long)]
    walker: Option<String>,
    /// Say what was written as JSON
    #[arg(long)]
    json: bool,
}

const EXAMPLE: &str = "\
Example:
  hinan export oslo.hinan --network oslo-network --walker adult
  hinan build --streets oslo-network --shelters oslo-network/shelters.csv -o check.hinan

Times are tenths of a second. Doorsteps are nodes with ways out and none in.
Shelters that their list calls closed, full or out of use are left out, as everywhere, and for wheelchairs
those that their list says they cannot enter.";

#[derive(serde::Serialize)]
struct Report<'a> {
    network: String,
    walker: &'a str,
    nodes: u64,
    arcs: u64,
    entrances: u64,
    #[serde(flatten)]
    notices: Notices,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let region = open(&args.city)?;
    let question = Question { walker: args.walker.clone(), ..Question::default() };
    let city = ask(&region, question)?;
    let folder = args.network.display();
    let written = export::network(city.region, city.walker, &args.network)
        .with_context(|| format!("{folder}: the network cannot be written there"))?;
    let notices = Notices::of(city.region);
    if args.json {
        return print_json(&Report {
            network: folder.to_string(),
            walker: city.walker_name(),
            nodes: written.nodes,
            arcs: written.arcs,
            entrances: written.entrances,
            notices,
        });
    }
    let mut text = format!(
        "{folder}: {}, {}, {}, for walker {}\n",
        many(written.nodes, "node", "nodes"),
        many(written.arcs, "arc", "arcs"),
        many(written.entrances, "entrance", "entrances"),
        city.walker_name(),
    );
    for line in notices.lines() {
        text += &line;
        text.push('\n');
    }
    print(&text)
}
