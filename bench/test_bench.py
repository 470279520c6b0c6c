#!/usr/bin/env python3
"""Tests of the check and of the generators:  .venv-check/bin/python test_bench.py

The check is worth something only if it fails where it must, so most of this spoils a right reach
file in one place and looks whether the check says so.
"""

import csv
import heapq
import os
import subprocess
import sys
import tempfile
import unittest

import numpy as np

import check_reach
import hash_shelters
import make_networks
import netfiles

HERE = os.path.dirname(os.path.abspath(__file__))


def brute_force(arcs, shelters, nodes, k):
    """The k best by a textbook Dijkstra with a heap, one shelter at a time."""
    into = {}
    for tail, head, time in arcs:
        into.setdefault(head, []).append((tail, time))
    names = list(dict.fromkeys(name for name, _, _ in shelters))
    found = {node: [] for node in nodes}
    for order, name in enumerate(names):
        time_of = {}
        heap = [(start, node) for shelter, node, start in shelters if shelter == name]
        heapq.heapify(heap)
        while heap:
            time, node = heapq.heappop(heap)
            if node in time_of:
                continue
            time_of[node] = time
            for tail, more in into.get(node, []):
                heapq.heappush(heap, (time + more, tail))
        for node, time in time_of.items():
            found[node].append((time, order))
    return [
        (node, rank + 1, names[order], time)
        for node in nodes
        for rank, (time, order) in enumerate(sorted(found[node])[:k])
    ]


def random_town(seed):
    """A small directed network with loops, parallel arcs, arcs of no time, lonely nodes, sparse ids,
    several entrances, start costs, and two shelters on one node."""
    rng = np.random.default_rng(seed)
    nodes = [f"{1000 * i + 7}" for i in range(40)] + ["entrance:a", "lonely"]
    ends = rng.integers(0, 40, size=(110, 2))
    times = rng.choice([0, 1, 2, 3, 50], size=110)
    arcs = [(nodes[a], nodes[b], int(t)) for (a, b), t in zip(ends, times)]
    arcs += [(a, b, t + 1) for a, b, t in arcs[:20]] + [(nodes[3], nodes[3], 5), ("entrance:a", nodes[1], 0)]
    at = rng.integers(0, 40, size=5)
    shelters = [("south", nodes[at[0]], 0), ("north", nodes[at[1]], 4), ("east", nodes[at[1]], 4)]
    shelters += [("north", nodes[at[2]], 0), ("west", "entrance:a", 0), ("south", nodes[at[3]], 30)]
    return nodes, arcs, shelters


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])


class CheckReach(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.reach = os.path.join(self.folder, "reach.csv")

    def lay_out(self, seed, k=3):
        nodes, arcs, shelters = random_town(seed)
        write(os.path.join(self.folder, "nodes.csv"), ["node"], [[node] for node in nodes])
        write(os.path.join(self.folder, "arcs.csv"), ["way_id", "from", "time_ds", "to"], [["", a, t, b] for a, b, t in arcs])
        write(os.path.join(self.folder, "shelters.csv"), ["shelter", "node", "capacity", "start_ds"], [[s, n, 9, t] for s, n, t in shelters])
        return brute_force(arcs, shelters, nodes, k)

    def differences(self, rows, k=3, **more):
        write(self.reach, ["node", "rank", "shelter", "time_ds"], rows)
        return check_reach.check(self.folder, self.reach, k, **more)[1].count

    def test_right_files_pass(self):
        for seed in range(60):
            for k in (1, 3):
                rows = self.lay_out(seed, k)
                self.assertEqual(self.differences(rows, k), 0, f"seed {seed}, k {k}")

    def test_processes_do_not_matter(self):
        for seed in range(5):
            rows = self.lay_out(seed)
            self.assertEqual(self.differences(rows, jobs=3), 0, f"seed {seed}")

    def test_every_spoiled_row_is_found(self):
        rows = self.lay_out(1)
        for i, (node, rank, shelter, time) in enumerate(rows):
            other = "west" if shelter != "west" else "south"
            for spoiled in (
                (node, rank, shelter, time + 1),
                (node, rank, other, time),
                (node, rank + 1, shelter, time),
                (node, 0, shelter, time),
                (node, 4, shelter, time),
                ("no such node", rank, shelter, time),
                (node, rank, "no such shelter", time),
                ("lonely", rank, shelter, time),
            ):
                self.assertGreater(self.differences([*rows[:i], spoiled, *rows[i + 1 :]]), 0, spoiled)
            self.assertGreater(self.differences([*rows[:i], *rows[i + 1 :]]), 0, "a row left out")
            self.assertGreater(self.differences([*rows, rows[i]]), 0, "a row twice")

    def test_a_swapped_tie_is_found(self):
        # north and east share a node and a start cost: only the order of the list decides.
        swapped = 0
        for seed in range(20):
            rows = self.lay_out(seed)
            for i, (a, b) in enumerate(zip(rows, rows[1:])):
                if a[0] == b[0] and a[3] == b[3]:
                    wrong = [*rows[:i], (*a[:2], b[2], a[3]), (*b[:2], a[2], b[3]), *rows[i + 2 :]]
                    self.assertEqual(self.differences(wrong), 2)
                    swapped += 1
        self.assertGreater(swapped, 10)

    def test_exit_status(self):
        def run(rows):
            write(self.reach, ["node", "rank", "shelter", "time_ds"], rows)
            command = [sys.executable, os.path.join(HERE, "check_reach.py"), self.folder, self.reach, "--k", "3"]
            return subprocess.run(command, capture_output=True, text=True, check=False)

        rows = self.lay_out(3)
        self.assertEqual(run(rows).returncode, 0)
        node, rank, shelter, time = rows[5]
        spoiled = run([*rows[:5], (node, rank, shelter, time + 7), *rows[6:]])
        self.assertEqual(spoiled.returncode, 1)
        self.assertIn(f"node {node}, rank {rank}: the file says {shelter} in {time + 7} ds", spoiled.stdout)
        unreadable = run([(node, "first", shelter, time)])
        self.assertEqual(unreadable.returncode, 2)
        self.assertIn("row 2, column rank: 'first' is not a whole number", unreadable.stderr)


class Rules(unittest.TestCase):
    def test_the_hash_is_fnv(self):
        # 64-bit FNV-1a of "" and "foobar", from the authors' test suite.
        self.assertEqual(netfiles.hash_id(""), 0xCBF29CE484222325 ^ 0xCBF29CE4)
        self.assertEqual(netfiles.hash_id("foobar"), 0x85944171F73967E8 ^ 0x85944171)

    def test_many_hashes_are_single_hashes(self):
        ids = ["0", "7", "1234567890123", "-42", "999"]
        self.assertEqual(netfiles.hash_ids(ids).tolist(), [netfiles.hash_id(node) for node in ids])

    def test_one_node_in_so_many_and_only_street_nodes(self):
        ids = [str(i * 31) for i in range(200_000)] + ["doorstep:620"]
        chosen = hash_shelters.choose(ids, np.ones(len(ids), dtype=bool), 500)
        self.assertTrue(330 < len(chosen) < 470, len(chosen))
        self.assertEqual(chosen, sorted(chosen, key=int))
        self.assertEqual(chosen, hash_shelters.choose(ids[::-1], np.ones(len(ids), dtype=bool), 500))

    def test_the_grid_is_what_it_says(self):
        network = make_networks.grid(10_000)
        self.assertEqual(len(network.ids), 10_000)
        self.assertAlmostEqual(len(network.tails) / 10_000, 2.8, delta=0.05)
        self.assertTrue(80 <= network.time_ds.min() and network.time_ds.max() <= 450)
        self.assertEqual(int(netfiles.mix(0)), 0xE220A8397B1DCDAF)  # first output of splitmix64(0)

    def test_tiles_hang_together(self):
        city = make_networks.grid(400)
        tiles = make_networks.tile(city, 1600)
        self.assertEqual(len(tiles.ids), 1600)
        self.assertEqual(len(tiles.tails), 4 * len(city.tails) + 6)
        size = make_networks.largest_component(city).sum()
        self.assertEqual(make_networks.largest_component(tiles).sum(), 4 * size)


if __name__ == "__main__":
    unittest.main()
