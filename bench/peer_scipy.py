#!/usr/bin/env python3
"""scipy's multi-source Dijkstra on a network folder's for_scipy.npz: nearest shelter for every node.

    peer_scipy.py FOR_SCIPY.npz --input NAME [--runs 3] [--answer OUT.npy]

Two tasks: the time alone, and what hinan's field holds (time, shelter, next node). The matrix of
the arcs turned round is made before the clock starts, in the types that scipy wants, so that it
copies as little as it can. `--answer` keeps the times for the others to be compared with.
"""

import argparse

import numpy as np
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

import measure
import netfiles


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("arrays")
    parser.add_argument("--input", required=True)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--answer")
    options = parser.parse_args()
    arrays = np.load(options.arrays)
    nodes = len(arrays["lat"])
    network = netfiles.Network(range(nodes), *(arrays[name].astype(np.int64) for name in ("tails", "heads", "time_ds")))

    def make():
        matrix = network.backwards()
        # Plain times: nothing takes no time here, and bigger weights would only slow the peer down.
        return csr_matrix((np.floor(matrix.data / netfiles.HOP), matrix.indices, matrix.indptr), shape=matrix.shape)

    seconds, matrix = measure.repeat(1, make)
    sources = arrays["shelter_nodes"]
    version = f"scipy {scipy.__version__}"
    tell = {"version": version, "nodes": nodes, "arcs": int(matrix.nnz), "shelters": len(sources)}
    measure.emit("scipy", "prepare", options.input, 1, seconds, **tell)
    seconds, times = measure.repeat(options.runs, lambda: dijkstra(matrix, indices=sources, min_only=True))
    finite = times[np.isfinite(times)]
    answer = {"reached": len(finite), "sum_ds": int(finite.sum())}
    measure.emit("scipy", "nearest, time", options.input, 1, seconds, **tell, **answer)
    if options.answer:
        np.save(options.answer, times)
    seconds, _ = measure.repeat(
        options.runs, lambda: dijkstra(matrix, indices=sources, min_only=True, return_predecessors=True)
    )
    measure.emit("scipy", "nearest, time + shelter + next", options.input, 1, seconds, **tell)


if __name__ == "__main__":
    main()
