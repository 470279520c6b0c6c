#!/usr/bin/env python3
"""Invented shelters for a real city that has no list: one per 500 street nodes, by a hash rule.

    hash_shelters.py NETWORK_DIR -o shelters.csv [--every 500]

The rule: 64-bit FNV-1a over the bytes of the node's id as nodes.csv writes it, h ^ (h >> 32), and a
shelter where that is 0 modulo 500. Only ids that are whole numbers count, which are the nodes of
the map: what a network folder adds (doorsteps, entrances) has other ids. Nodes that no arc touches
are left out. The shelters are in the order of their nodes as numbers, so that the order of
nodes.csv does not matter.
"""

import argparse
import os
import sys

import numpy as np

import netfiles


def choose(ids, touched, every):
    """Ids of the nodes that get a shelter, ascending."""
    numbers = [node for node, used in zip(ids, touched) if used and node.lstrip("-").isdigit()]
    if not numbers:
        return []
    hit = netfiles.hash_ids(numbers) % np.uint64(every) == 0
    return sorted((node for node, chosen in zip(numbers, hit) if chosen), key=int)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", help="a folder with nodes.csv and arcs.csv")
    parser.add_argument("-o", "--output", required=True, help="where to write shelters.csv")
    parser.add_argument("--every", type=int, default=500, help="one shelter per so many nodes (500)")
    options = parser.parse_args()
    network, _ = netfiles.read_network(options.network)
    touched = np.zeros(len(network.ids), dtype=bool)
    touched[network.tails] = True
    touched[network.heads] = True
    nodes = choose(network.ids, touched, options.every)
    if not nodes:
        raise netfiles.Unusable(f"{os.path.join(options.network, 'nodes.csv')}: the rule hits none of {len(network.ids)} nodes")
    netfiles.write_shelters(options.output, nodes)
    print(f"{options.output}: {len(nodes)} invented shelters on {int(touched.sum())} nodes")


if __name__ == "__main__":
    try:
        main()
    except netfiles.Unusable as error:
        sys.exit(f"hash_shelters: {error}")
