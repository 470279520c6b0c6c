#!/usr/bin/env python3
"""The two big networks of the races, always the same bytes.

    make_networks.py tiles -o DIR (--osm CITY.osm.pbf | --network DIR) [--nodes 1200000]
    make_networks.py grid  -o DIR [--nodes 1000000]

tiles   Copies of a real city side by side, as many as come nearest to the number of nodes. Node i
        of copy c has the id c * n + i. Each copy is joined to the next by one bridge, both ways,
        between the easternmost node of one largest component and the westernmost of the other;
        without it, the copies would be separate searches.
grid    A square grid, 30 m between nodes, each moved by up to 10 m in both directions, 1.2 m/s. A
        street between neighbours is kept where a hash of it says so (70 %: 2.8 directed arcs a
        node). What is cut off by that stays cut off.

Shelters: at nodes whose id hashes to 0 modulo 500, as in hash_shelters.py. Next to the CSV files,
`for_scipy.npz` holds the same as arrays.
"""

import argparse
import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

import netfiles
import osm_network

KEEP = 0.7
SPACING_MM = 30_000
JITTER_MM = 10_000
MM_PER_DS = 120
MM_PER_DEGREE = 111_319_491


def largest_component(network):
    """Which nodes are in it."""
    size = len(network.ids)
    matrix = csr_matrix((np.ones(len(network.tails), dtype=np.int8), (network.tails, network.heads)), shape=(size, size))
    _, label = connected_components(matrix, directed=False)
    return label == np.bincount(label).argmax()


def tile(network, wanted):
    """Copies side by side."""
    size = len(network.ids)
    copies = max(1, round(wanted / size))
    width = network.lon.max() - network.lon.min() + 0.001
    main_part = np.flatnonzero(largest_component(network))
    east = main_part[network.lon[main_part].argmax()]
    west = main_part[network.lon[main_part].argmin()]
    offsets = np.arange(copies) * size

    def repeated(indices):
        return (offsets[:, None] + indices[None, :]).ravel()

    lat = np.tile(network.lat, copies)
    lon = (network.lon[None, :] + width * np.arange(copies)[:, None]).ravel()
    ends, starts = east + offsets[:-1], west + offsets[1:]
    north = (lat[ends] - lat[starts]) * MM_PER_DEGREE
    bridge = np.ceil((np.abs(north) + 0.001 * MM_PER_DEGREE) / MM_PER_DS).astype(np.int64)
    return netfiles.Network(
        [str(i) for i in range(copies * size)],
        np.concatenate([repeated(network.tails), ends, starts]),
        np.concatenate([repeated(network.heads), starts, ends]),
        np.concatenate([np.tile(network.time_ds, copies), bridge, bridge]),
        lat,
        lon,
    )


def grid(wanted):
    """The jittered grid."""
    side = round(wanted**0.5)
    number = np.arange(side * side, dtype=np.uint64)
    hashes = netfiles.mix(number)
    row, column = number // np.uint64(side), number % np.uint64(side)

    def moved(part):
        spread = (hashes >> np.uint64(part)) % np.uint64(2 * JITTER_MM + 1)
        return spread.astype(np.int64) - JITTER_MM

    x = column.astype(np.int64) * SPACING_MM + moved(0)
    y = row.astype(np.int64) * SPACING_MM + moved(32)
    to_east = number[column < side - 1]
    to_south = number[row < side - 1]
    tails = np.concatenate([to_east, to_south])
    heads = np.concatenate([to_east + np.uint64(1), to_south + np.uint64(side)])
    street = netfiles.mix(tails * np.uint64(2) + (heads - tails == 1).astype(np.uint64) + np.uint64(1 << 40))
    # Whole numbers only: the same streets on every machine. Borders have fewer neighbours, hence
    # a little more than KEEP.
    limit = int(KEEP * 10_000 * 2 * side * side / len(tails))
    kept = street % np.uint64(10_000) < limit
    tails, heads = tails[kept].astype(np.int64), heads[kept].astype(np.int64)
    length = np.sqrt((x[tails] - x[heads]) ** 2 + (y[tails] - y[heads]) ** 2)
    time_ds = np.maximum(1, np.floor(length / MM_PER_DS)).astype(np.int64)
    return netfiles.Network(
        [str(i) for i in range(side * side)],
        np.concatenate([tails, heads]),
        np.concatenate([heads, tails]),
        np.concatenate([time_ds, time_ds]),
        y / MM_PER_DEGREE,
        x / MM_PER_DEGREE,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    tiles = kinds.add_parser("tiles", help="a real city, many times")
    source = tiles.add_mutually_exclusive_group(required=True)
    source.add_argument("--osm", help="an OSM file, read with osm_network.py")
    source.add_argument("--network", help="a network folder with lat and lon")
    tiles.add_argument("--nodes", type=int, default=1_200_000)
    squares = kinds.add_parser("grid", help="a jittered grid")
    squares.add_argument("--nodes", type=int, default=1_000_000)
    for kind in (tiles, squares):
        kind.add_argument("-o", "--output", required=True, help="the folder to write")
    options = parser.parse_args()
    if options.kind == "grid":
        network = grid(options.nodes)
    else:
        city = osm_network.read(options.osm) if options.osm else netfiles.read_network(options.network)[0]
        if city.lat is None:
            raise netfiles.Unusable(f"{options.network}/nodes.csv: tiles need lat and lon for every node")
        network = tile(city, options.nodes)
    chosen = osm_network.shelter_nodes(network)
    netfiles.write_network(options.output, network, chosen)
    size = len(network.ids)
    ends = np.bincount(network.tails, minlength=size)
    print(
        f"{options.output}: {size} nodes, {len(network.tails)} arcs ({len(network.tails) / size:.2f} a node), "
        f"{int((ends != 2).sum())} nodes of a degree other than 2, {len(chosen)} invented shelters"
    )


if __name__ == "__main__":
    try:
        main()
    except (netfiles.Unusable, RuntimeError) as error:
        sys.exit(f"make_networks: {error}")
