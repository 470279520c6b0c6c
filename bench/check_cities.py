#!/usr/bin/env python3
"""Oslo, Monaco and Porto, every walker: `hinan reach --nodes` against the independent Dijkstra.

    bench/setup.sh && bench/.venv-check/bin/python bench/check_cities.py [--k 3] [--walkers W...] [--hinan PROGRAM]
                                                        [--cities CITY...]

Oslo has Norway's list of shelters; for Monaco and Porto, where no list is to be had, one node in
500 is taken for a shelter by the rule of hash_shelters.py. About six minutes on two cores.
Exit status: 0 all equal, 1 not, or something could not be run.
"""

import argparse
import os
import subprocess
import sys

import check_reach
import hash_shelters
import netfiles

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
WORK = os.path.join(HERE, "work", "check")
CITIES = {
    "Oslo": ("osm/oslo-east-filtered.osm.pbf", "shelters/norway-tilfluktsrom.json"),
    "Monaco": ("osm/monaco.osm.pbf", None),
    "Porto": ("osm/porto_portugal.osm.pbf", None),
}
WALKERS = [kind + light for light in ("", "-night") for kind in ("adult", "older", "child", "wheelchair")]


class Failed(Exception):
    """A command that did not do what it should."""


def hinan(options, *arguments):
    ended = subprocess.run([options.hinan, *arguments], capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Failed(f"hinan {' '.join(arguments)}: {ended.stderr.strip()[-500:]}")
    return ended.stdout


def invented_shelters(options, streets, region, folder):
    """A region without shelters tells the nodes; the rule tells which of them are shelters."""
    hinan(options, "build", "--streets", streets, "-o", region, "--accept-smaller")
    hinan(options, "export", region, "--network", folder, "--walker", "adult")
    network, _ = netfiles.read_network(folder)
    touched = [False] * len(network.ids)
    for node in (*network.tails.tolist(), *network.heads.tolist()):
        touched[node] = True
    path = region + ".shelters.csv"
    netfiles.write_shelters(path, hash_shelters.choose(network.ids, touched, 500))
    return path


def check_city(options, city):
    """Number of walkers whose answers differ."""
    streets, shelters = (path and os.path.join(options.data, path) for path in CITIES[city])
    region, folder = os.path.join(WORK, city + ".hinan"), os.path.join(WORK, city)
    shelters = shelters or invented_shelters(options, streets, region, folder)
    hinan(options, "build", "--streets", streets, "--shelters", shelters, "-o", region, "--accept-smaller")
    wrong = 0
    for walker in options.walkers:
        reach = os.path.join(WORK, f"{city}-{walker}.csv")
        hinan(options, "export", region, "--network", folder, "--walker", walker)
        hinan(options, "reach", region, "--nodes", "--k", str(options.k), "--walker", walker, "-o", reach)
        summary, complain = check_reach.check(folder, reach, options.k, jobs=options.jobs, show=5)
        for sentence in complain.first:
            print(f"  {sentence}")
        print(f"{city}, {walker}: {summary}: {complain.count or 'no'} differences", flush=True)
        wrong += complain.count > 0
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cities", nargs="+", default=list(CITIES), choices=CITIES, metavar="CITY", help=", ".join(CITIES))
    parser.add_argument("--walkers", nargs="+", default=WALKERS, metavar="WALKER", help=", ".join(WALKERS))
    parser.add_argument("--k", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--hinan", default=os.path.join(PROJECT, "target", "release", "hinan"))
    parser.add_argument("--data", default=os.path.join(PROJECT, "..", "shared", "data"), help="folder of the real data")
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    wrong = 0
    for city in options.cities:
        try:
            wrong += check_city(options, city)
        except (Failed, netfiles.Unusable, OSError) as error:
            print(f"{city}: {error}")
            wrong += 1
    print("all equal" if wrong == 0 else f"{wrong} not equal or not run")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
