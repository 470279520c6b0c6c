#!/usr/bin/env python3
"""Checks `hinan reach --nodes` against an independent Dijkstra: every node, every rank, every tie.

    check_reach.py NETWORK_DIR REACH.csv --k 3 [--shelters F] [--jobs 2] [--show 20]

NETWORK_DIR is what `hinan export CITY --network DIR --walker W` wrote (nodes.csv, arcs.csv,
shelters.csv); REACH.csv is what `hinan reach CITY --nodes --walker W --k K -o REACH.csv` wrote.

How: for every shelter by itself, scipy's Dijkstra over the arcs turned round, from an added node
with one arc of `start_ds` to each of the shelter's entrances. No search is bounded and no shelter
leans on another's result. The k best of a node are the k smallest (time, place of the shelter in
shelters.csv). Weights are time * 2^21 + 1, exact in doubles: arcs of no time survive, and the times
come back by division.

Exit status: 0 all equal, 1 not (the first differences are printed), 2 an input cannot be used.
"""

import argparse
import multiprocessing
import os
import sys
import time

import numpy as np
from scipy.sparse.csgraph import dijkstra

import netfiles

NEVER = np.iinfo(np.int64).max
NOBODY = -1


class Best:
    """For every node the k best (time, shelter), filled shelter by shelter in the order of the list."""

    def __init__(self, k, nodes):
        self.time = np.full((k, nodes), NEVER, dtype=np.int64)
        self.shelter = np.full((k, nodes), NOBODY, dtype=np.int32)

    def offer(self, times, shelters):
        """Offers each node one more (time, shelter). The shelters come later in the list than all
        that were offered before, so that in a tie those stay ahead."""
        nodes = np.flatnonzero(times < self.time[-1])
        times, shelters = times[nodes], np.broadcast_to(shelters, self.time.shape[1:])[nodes]
        place = (self.time[:, nodes] <= times).sum(axis=0)
        for rank in range(len(self.time) - 1, -1, -1):
            if rank > 0:
                behind = nodes[place < rank]
                self.time[rank, behind] = self.time[rank - 1, behind]
                self.shelter[rank, behind] = self.shelter[rank - 1, behind]
            here = place == rank
            self.time[rank, nodes[here]] = times[here]
            self.shelter[rank, nodes[here]] = shelters[here]


def best_of_range(matrix, nodes, first, last, k):
    """The k best among shelters first..last, whose added nodes follow the `nodes` real ones."""
    best = Best(k, nodes)
    step = 8
    for start in range(first, last, step):
        group = range(start, min(start + step, last))
        weights = dijkstra(matrix, directed=True, indices=[nodes + shelter for shelter in group])
        for row, shelter in enumerate(group):
            line = weights[row, :nodes]
            reached = np.isfinite(line)
            times = np.full(nodes, NEVER, dtype=np.int64)
            times[reached] = line[reached].astype(np.int64) // netfiles.HOP
            best.offer(times, np.int32(shelter))
    return best


def _work(job):
    return best_of_range(*SHARED, *job)


def k_best(network, shelters, entrances, k, jobs):
    """The k best shelters of every node. `jobs` processes share the shelters between them."""
    nodes = len(network.ids)
    arcs = [(nodes + shelter, node, start) for shelter, node, start in entrances.tolist()]
    matrix = network.backwards(extra_nodes=len(shelters), extra_arcs=arcs)
    if matrix.shape[0] >= netfiles.HOP:
        raise netfiles.Unusable(f"{nodes} nodes are more than this check counts hops for ({netfiles.HOP})")
    global SHARED
    SHARED = (matrix, nodes)
    jobs = max(1, min(jobs, len(shelters)))
    cuts = [len(shelters) * i // jobs for i in range(jobs + 1)]
    ranges = [(first, last, k) for first, last in zip(cuts, cuts[1:])]
    if jobs == 1:
        return _work(ranges[0])
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        parts = pool.map(_work, ranges, chunksize=1)
    best = parts[0]
    for part in parts[1:]:
        for rank in range(k):
            best.offer(part.time[rank], part.shelter[rank])
    return best


def read_reach(path, index, names, k, complain):
    """The rows of a reach file as a Best. What does not fit its form is a difference."""
    nodes, ranks, shelters, times = netfiles.read_columns(path, ["node", "rank", "shelter", "time_ds"])
    ranks = netfiles.whole_numbers(path, "rank", ranks)
    times = netfiles.whole_numbers(path, "time_ds", times)
    place = {name: i for i, name in enumerate(names)}
    claimed = Best(k, len(index))
    for row, (node, rank, shelter) in enumerate(zip(nodes, ranks.tolist(), shelters)):
        at, which = index.get(node), place.get(shelter)
        if at is None:
            complain(f"row {row + 2}: there is no node '{node}' in the network")
        elif which is None:
            complain(f"row {row + 2}: there is no shelter '{shelter}' in the network")
        elif not 1 <= rank <= k:
            complain(f"row {row + 2}: node {node} has rank {rank}, outside of 1 to {k}")
        elif claimed.shelter[rank - 1, at] != NOBODY:
            complain(f"row {row + 2}: node {node} has rank {rank} twice")
        else:
            claimed.time[rank - 1, at] = times[row]
            claimed.shelter[rank - 1, at] = which
    return claimed, len(nodes)


def compare(expected, claimed, ids, names, complain):
    """Complains about every node and rank where the two differ."""
    differs = (expected.time != claimed.time) | (expected.shelter != claimed.shelter)
    for node, rank in np.argwhere(differs.T):

        def tell(best):
            if best.shelter[rank, node] == NOBODY:
                return "no shelter"
            return f"{names[best.shelter[rank, node]]} in {best.time[rank, node]} ds"

        complain(f"node {ids[node]}, rank {rank + 1}: the file says {tell(claimed)}, Dijkstra says {tell(expected)}")


class Complaints:
    """Counts differences and keeps the first."""

    def __init__(self, show):
        self.count, self.show, self.first = 0, show, []

    def __call__(self, sentence):
        self.count += 1
        if self.count <= self.show:
            self.first.append(sentence)


def check(folder, reach, k, shelters_path=None, jobs=1, show=20):
    """Compares; returns the summary line and the complaints."""
    network, index = netfiles.read_network(folder)
    names, entrances = netfiles.read_shelters(shelters_path or os.path.join(folder, "shelters.csv"), index)
    complain = Complaints(show)
    claimed, rows = read_reach(reach, index, names, k, complain)
    started = time.perf_counter()
    expected = k_best(network, names, entrances, k, jobs)
    seconds = time.perf_counter() - started
    compare(expected, claimed, network.ids, names, complain)
    reached = int((expected.shelter[0] != NOBODY).sum())
    summary = (
        f"{len(network.ids)} nodes ({reached} reach a shelter), {len(names)} shelters "
        f"({len(entrances)} entrances), k = {k}: {rows} rows compared with Dijkstra's ({seconds:.1f} s)"
    )
    return summary, complain


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", help="folder with nodes.csv, arcs.csv, shelters.csv")
    parser.add_argument("reach", help="CSV with node,rank,shelter,time_ds")
    parser.add_argument("--k", type=int, required=True, help="how many shelters a node were asked for")
    parser.add_argument("--shelters", help="another file than NETWORK_DIR/shelters.csv")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (all cores)")
    parser.add_argument("--show", type=int, default=20, help="how many differences to print (20)")
    options = parser.parse_args()
    if not 1 <= options.k <= 64:
        parser.error("--k must be 1 to 64")
    summary, complain = check(
        options.network, options.reach, options.k, options.shelters, options.jobs, options.show
    )
    for sentence in complain.first:
        print(f"{options.reach}: {sentence}")
    print(f"{summary}: {f'{complain.count} differences' if complain.count else 'all equal'}")
    return 1 if complain.count else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except netfiles.Unusable as error:
        print(f"check_reach: {error}", file=sys.stderr)
        sys.exit(2)
