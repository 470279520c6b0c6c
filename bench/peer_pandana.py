#!/usr/bin/env python3
"""pandana on a network folder's for_scipy.npz: nearest shelters for every node, after its preprocessing.

    OMP_NUM_THREADS=1 peer_pandana.py FOR_SCIPY.npz --input NAME [--runs 3] [--k 1 3 8] [--answer SCIPY.npy]

Its preprocessing (a contraction hierarchy) is told as a task of its own. Shelters are given by
coordinates, as pandana asks; with `--answer`, how many nodes have scipy's time is told, too.
"""

import argparse
import os
import warnings

import numpy as np
import pandas as pd

import measure

warnings.filterwarnings("ignore")
import pandana  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("arrays")
    parser.add_argument("--input", required=True)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--k", type=int, nargs="+", default=[1, 3, 8])
    parser.add_argument("--answer")
    options = parser.parse_args()
    measure.hush()
    arrays = np.load(options.arrays)
    threads = int(os.environ.get("OMP_NUM_THREADS", "0")) or os.cpu_count()
    x, y, shelters = pd.Series(arrays["lon"]), pd.Series(arrays["lat"]), arrays["shelter_nodes"]
    tell = {"version": f"pandana {pandana.__version__}", "nodes": len(x), "shelters": len(shelters)}

    def prepare():
        weights = pd.DataFrame({"time": arrays["time_ds"].astype(np.float64)})
        # Every arc is listed for its own direction already.
        network = pandana.Network(x, y, pd.Series(arrays["tails"]), pd.Series(arrays["heads"]), weights, twoway=False)
        network.set_pois("shelters", float(FAR), max(options.k), x[shelters], y[shelters])
        return network

    seconds, network = measure.repeat(1, prepare)
    measure.emit("pandana", "prepare", options.input, threads, seconds, **tell)
    for k in options.k:
        seconds, table = measure.repeat(
            options.runs, lambda k=k: network.nearest_pois(float(FAR), "shelters", num_pois=k, include_poi_ids=True)
        )
        more = {}
        if options.answer:
            right, found = np.load(options.answer), table[1].to_numpy()
            # Where scipy finds no shelter, pandana says the largest distance.
            more["same_as_scipy"] = float(np.mean(np.where(np.isfinite(right), found == right, found >= FAR)))
        measure.emit("pandana", f"{k} nearest", options.input, threads, seconds, **tell, **more)


# Farther than any walk in the inputs, ds.
FAR = 10_000_000


if __name__ == "__main__":
    main()
