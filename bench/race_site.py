#!/usr/bin/env python3
"""100 new shelters of 50,000 candidates for 300,000 starts, within 5 minutes: the search of who reaches what, sites and bound.

    bench/setup.sh && cargo build --release -p hinan-cli && bench/.venv-check/bin/python bench/race_site.py

Porto's streets, every node kept; 300,000 nodes by hash are starts with 1 + hash % 4 people, 50,000 nodes by hash are candidates.
bench/src/bin/site.rs is timed without the reading of the region; all threads. No peer ends with as many; spopt and HiGHS take their turn in check_site.py on small instances. Prints one line for docs/benchmarks.md.
Exit status: 0 done, 1 not.
"""

import argparse
import json
import os
import resource
import subprocess
import sys

import numpy as np

import netfiles

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
WORK = os.path.join(HERE, "work", "race_site")


def run(options, *arguments):
    ended = subprocess.run([options.hinan, *arguments], capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(f"hinan {' '.join(arguments)}: {ended.stderr.strip()[-500:]}")
    return ended.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hinan", default=os.path.join(PROJECT, "target", "release", "hinan"))
    parser.add_argument("--engine", help="bench/src/bin/site.rs, built; else it is built")
    parser.add_argument("--data", default=os.path.join(PROJECT, "..", "shared", "data"), help="folder of the real data")
    parser.add_argument("--starts", type=int, default=300_000)
    parser.add_argument("--candidates", type=int, default=50_000)
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--within", type=int, default=3_000, help="in ds")
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    if not options.engine:
        subprocess.run(["cargo", "build", "--release", "--quiet", "--target-dir", "target", "--bin", "site"], cwd=HERE, check=True)
        options.engine = os.path.join(HERE, "target", "release", "site")
    base, folder, region = (os.path.join(WORK, name) for name in ("porto.hinan", "porto", "race.hinan"))
    run(options, "build", "--streets", os.path.join(options.data, "osm", "porto_portugal.osm.pbf"), "-o", base, "--accept-smaller")
    run(options, "export", base, "--network", folder, "--walker", "adult")
    path = os.path.join(folder, "nodes.csv")
    (ids,) = netfiles.read_columns(path, ["node"])
    hashes = netfiles.hash_ids(ids)
    order = np.argsort(hashes, kind="stable")
    people = np.zeros(len(ids), dtype=np.int64)
    starts = order[-options.starts :]
    people[starts] = 1 + (hashes[starts] % np.uint64(4)).astype(np.int64)
    netfiles.write_columns(path, ["node", "people"], [ids, people.astype(str).tolist()])
    listed = os.path.join(WORK, "candidates.csv")
    netfiles.write_columns(listed, ["node"], [[ids[at] for at in np.sort(order[: options.candidates])]])
    run(options, "build", "--streets", folder, "-o", region, "--accept-smaller")
    asked = [options.engine, region, listed, str(options.new), str(options.within)]
    ended = subprocess.run(asked, capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(f"site: {ended.stderr.strip()[-500:]}")
    report = json.loads(ended.stdout)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    gap = 100 * (report["bound"] - report["value"]) / max(report["value"], 1)
    print(
        f"{options.new} of {report['candidates']:,} candidates, {report['starts']:,} starts with {people.sum():,} people, within {options.within} ds: "
        f"{report['pairs']:,} pairs, {report['seconds']:.1f} s, of which {report['of_search']:.1f} s to find them; at most {memory:.0f} MB; "
        f"value {report['value']:,}, bound {report['bound']:,} ({gap:.2f} %)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
