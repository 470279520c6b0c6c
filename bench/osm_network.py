#!/usr/bin/env python3
"""A plain walking network from an OSM file, with pyosmium: the raw material of the tiled benchmark.

    osm_network.py CITY.osm.pbf -o DIR

Every way with a `highway` tag that people may walk on, every node of it kept (no contraction), both
directions, 1.2 m/s. Much plainer than hinan's own rules, on purpose: the input of a race must not
change when hinan's rules do.
"""

import argparse
import math
import sys

import numpy as np
import osmium

import hash_shelters
import netfiles

NOT_ON_FOOT = {
    "motorway", "motorway_link", "construction", "proposed", "raceway", "bus_guideway", "abandoned", "razed",
    "platform_edge", "no", "rest_area", "services", "elevator_shaft",
}  # fmt: skip
METRES_PER_DS = 0.12


def walkable(tags):
    """Whether a way is for people on foot."""
    kind = tags.get("highway")
    if kind is None or kind in NOT_ON_FOOT or tags.get("area") == "yes":
        return False
    foot = tags.get("foot")
    if foot in ("no", "private", "use_sidepath"):
        return False
    return foot is not None or tags.get("access") not in ("no", "private")


def metres(a, b):
    """Length on a sphere that fits the latitude well enough for a benchmark."""
    east = math.radians(b[1] - a[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 6_371_000 * math.hypot(math.radians(b[0] - a[0]), east)


def read(path):
    """The network of an OSM file; nodes in the order in which ways first name them."""
    index, places, pairs = {}, [], []
    for way in osmium.FileProcessor(path).with_locations().with_filter(osmium.filter.KeyFilter("highway")):
        if not way.is_way() or not walkable(way.tags):
            continue
        owed, before = 0.0, None
        for node in way.nodes:
            if not node.location.valid():
                before = None
                continue
            place = (node.location.lat, node.location.lon)
            here = index.setdefault(node.ref, len(index))
            if here == len(places):
                places.append(place)
            if before is not None and before != here:
                # The rounding is carried along the way, so that short pieces add up right.
                owed += metres(places[before], place) / METRES_PER_DS
                time_ds = max(1, round(owed))
                owed -= time_ds
                pairs.append((before, here, time_ds))
            before = here
    if not pairs:
        raise netfiles.Unusable(f"{path}: there is no way to walk on")
    table = np.array(pairs, dtype=np.int64)
    places = np.array(places)
    return netfiles.Network(
        [str(ref) for ref in index],
        np.concatenate([table[:, 0], table[:, 1]]),
        np.concatenate([table[:, 1], table[:, 0]]),
        np.concatenate([table[:, 2], table[:, 2]]),
        places[:, 0],
        places[:, 1],
    )


def shelter_nodes(network, every=500):
    """Indices of the nodes that get an invented shelter."""
    index = {node: i for i, node in enumerate(network.ids)}
    return [index[node] for node in hash_shelters.choose(network.ids, np.ones(len(index), dtype=bool), every)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("streets", help="an OSM file")
    parser.add_argument("-o", "--output", required=True, help="the folder to write")
    options = parser.parse_args()
    network = read(options.streets)
    chosen = shelter_nodes(network)
    netfiles.write_network(options.output, network, chosen)
    print(f"{options.output}: {len(network.ids)} nodes, {len(network.tails)} arcs, {len(chosen)} invented shelters")


if __name__ == "__main__":
    try:
        main()
    except (netfiles.Unusable, RuntimeError) as error:
        sys.exit(f"osm_network: {error}")
