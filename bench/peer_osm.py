#!/usr/bin/env python3
"""`.osm.pbf` to a walking network, by one peer, on one file.

    peer_osm.py pyrosm|osrm|valhalla CITY.osm.pbf --input NAME [--runs 3] [--limit 60] [--contract]

pyrosm    its walking network with nodes, then the pandana network of it; in this process, without
          the time to start Python and import (about 2 s)
osrm      osrm-extract with the foot profile that its package ships; with --contract also
          osrm-contract, which is what routing with it needs
valhalla  valhalla_build_tiles, which always builds every mode of travel

OSRM and Valhalla may use two threads. Everything is written to a temporary folder.
"""

import argparse
import importlib.metadata
import os
import shutil
import subprocess
import sys
import tempfile
import warnings

import measure

THREADS = 2


def pyrosm(options, _):
    """Told in two steps, since the first alone is already a table of nodes and edges."""
    warnings.filterwarnings("ignore")
    import pandana  # noqa: F401  so that its import is not timed
    from pyrosm import OSM

    def read():
        osm = OSM(options.streets)
        return osm, osm.get_network(network_type="walking", nodes=True)

    seconds, (osm, (nodes, edges)) = measure.repeat(options.runs, read)
    tell = {"version": version("pyrosm", "pandana"), "nodes": len(nodes), "arcs": len(edges)}
    measure.emit("pyrosm", "pbf to tables", options.input, 1, seconds, **tell)

    def both():
        osm, (nodes, edges) = read()
        return osm.to_graph(nodes, edges, graph_type="pandana")

    seconds, _ = measure.repeat(options.runs, both)
    measure.emit("pyrosm + pandana", "pbf to network", options.input, 2, seconds, **tell)


def osrm(options, folder):
    import osrm as package

    home = os.path.dirname(package.__file__)
    profile = os.path.join(home, "share", "profiles", "foot.lua")
    # osrm-extract writes beside its input.
    streets = os.path.join(folder, "city.osm.pbf")
    shutil.copyfile(options.streets, streets)
    extract = [program(home, "osrm-extract"), "-p", profile, "-t", str(THREADS), streets]
    contract = [program(home, "osrm-contract"), "-t", str(THREADS), os.path.join(folder, "city.osrm")]
    told(options, "osrm", "osrm-bindings", [("pbf to network", [extract])])
    if options.contract:
        options.runs = 1
        told(options, "osrm", "osrm-bindings", [("pbf to network, contracted", [extract, contract])])


def valhalla(options, folder):
    import json

    import valhalla as package

    tiles = os.path.join(folder, "tiles")
    os.mkdir(tiles)
    config = package.get_config(tile_extract="", tile_dir=tiles)
    config["mjolnir"]["concurrency"] = THREADS
    path = os.path.join(folder, "valhalla.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(config, file)
    build = [program(os.path.dirname(package.__file__), "valhalla_build_tiles"), "-c", path, options.streets]
    told(options, "valhalla", "pyvalhalla", [("pbf to network", [build])])


def program(home, name):
    """The path of a program in a package; made executable, which some installers forget."""
    path = os.path.join(home, "bin", name)
    os.chmod(path, 0o755)
    return path


def told(options, peer, package, tasks):
    """Runs and tells tasks made of one or more programs."""
    for task, commands in tasks:
        seconds, peak = [], 0
        for _ in range(options.runs):
            total = 0.0
            for command in commands:
                took, memory = measure.run_child(command, options.limit)
                total, peak = total + took, max(peak, memory)
            seconds.append(total)
        measure.emit(peer, task, options.input, THREADS, seconds, peak, version=version(package))


def version(*packages):
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    peers = {"pyrosm": pyrosm, "osrm": osrm, "valhalla": valhalla}
    parser.add_argument("peer", choices=list(peers))
    parser.add_argument("streets")
    parser.add_argument("--input", required=True)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60.0, help="seconds a program may take")
    parser.add_argument("--contract", action="store_true")
    options = parser.parse_args()
    measure.hush()
    with tempfile.TemporaryDirectory() as folder:
        try:
            peers[options.peer](options, folder)
        except subprocess.CalledProcessError as error:
            sys.exit(f"{error.cmd[0]} ended with {error.returncode}: {error.stderr.strip()[-600:]}")
        except subprocess.TimeoutExpired as error:
            sys.exit(f"{error.cmd[0]}: no answer within {error.timeout:.0f} s")


if __name__ == "__main__":
    main()
