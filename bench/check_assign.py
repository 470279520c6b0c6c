#!/usr/bin/env python3
"""Oslo, Taichung, Seoul, Porto Alegre: `hinan assign` against its own certificate and against OR-tools.

    bench/setup.sh && bench/.venv-check/bin/python bench/check_assign.py [--cities CITY...] [--hinan PROGRAM] [--no-peer]
    check_assign.py --folder NETWORK_DIR --rows F.csv --report F.json [--within DS]

For each city its streets and shelters are exported (`hinan export --network`), completed with what the data lacks, read
back, and assigned: with the places as they are, and with places scaled to 1.15 and 0.8 of the people, each without
a limit and within 10 minutes. People: those of the data, else 1 + hash % 4 at each doorstep (each node where there are none).
Places: those of the list, else 50 + hash % 451. The hash is that of hash_shelters.py.

What is checked, with times by scipy's Dijkstra, not by hinan:

1. every row's time is the shortest, within T; nobody is placed twice; no shelter holds more than its places; sums are right;
2. the certificate: bound = sum of people * min(no_place, min over shelters in time of (time + price))
   - sum of places * price - left out * no_place, as printed, and equal to the value;
3. OR-tools' SimpleMinCostFlow on the whole graph of streets (with T: on all pairs within T) places as many with the same sum.

With --folder the first two are checked of files that are there already. Exit status: 0 all equal, 1 not, or not run.
"""

import argparse
import json
import os
import subprocess
import sys
import time

import numpy as np
from scipy.sparse.csgraph import dijkstra

import netfiles

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
WORK = os.path.join(HERE, "work", "assign")
CITIES = {
    "Oslo": ("osm/oslo-east-filtered.osm.pbf", "shelters/norway-tilfluktsrom.json", None),
    "Taichung": ("osm/taichung-osm_bbox.osm.xml.gz", "shelters/taiwan/臺中市.csv", None),
    "Seoul": ("osm/seoul-osmnx.osm.gz", "shelters/korea-earthquake-indoor.json", None),
    "Porto Alegre": ("osm/poa_osm.osm.pbf", "population/poa_hexgrid.csv", "population/poa_hexgrid.csv"),
}
SHARES = (None, 1.15, 0.8)
LIMITS = (None, 6000)
TOGETHER = 64


class Failed(Exception):
    """A command that did not do what it should, or an answer that is wrong."""


class Problem:
    """A network folder with people and places."""

    def __init__(self, folder):
        self.network, self.index = netfiles.read_network(folder)
        path = os.path.join(folder, "nodes.csv")
        (people,) = netfiles.read_columns(path, ["people"])
        self.people = netfiles.whole_numbers(path, "people", [cell or "0" for cell in people])
        path = os.path.join(folder, "shelters.csv")
        self.names, self.entrances = netfiles.read_shelters(path, self.index)
        (capacity,) = netfiles.read_columns(path, ["capacity"])
        places = netfiles.whole_numbers(path, "capacity", [cell or "0" for cell in capacity])
        self.places = np.zeros(len(self.names), dtype=np.int64)
        self.places[self.entrances[:, 0]] = places

    def matrix(self, prices=None):
        """The streets backwards, with a node for each shelter and one before all of them, at the prices."""
        size, shelters = len(self.network.ids), len(self.names)
        doors = [(size + shelter, node, start) for shelter, node, start in self.entrances.tolist()]
        prices = np.zeros(shelters, dtype=np.int64) if prices is None else prices
        priced = [(size + shelters, size + shelter, int(prices[shelter])) for shelter in range(shelters)]
        return self.network.backwards(shelters + 1, doors + priced)

    def times_from(self, shelters, matrix, limit=np.inf):
        """Times of all nodes to each of some shelters; infinite beyond the limit."""
        size = len(self.network.ids)
        weight = np.inf if limit == np.inf else (limit + 1) * netfiles.HOP - 1
        found = dijkstra(matrix, indices=[size + shelter for shelter in shelters], limit=weight)[:, :size]
        return np.floor(found / netfiles.HOP)


def demand(condition, sentence):
    if not condition:
        raise Failed(sentence)


def check_rows(problem, rows, limit, matrix):
    """Sums of the rows, which must be possible."""
    nodes = netfiles.look_up("rows", "node", [row[0] for row in rows], problem.index)
    order = {name: number for number, name in enumerate(problem.names)}
    shelters = np.array([order[row[1]] for row in rows], dtype=np.int64)
    people, times = (np.array([int(row[at]) for row in rows], dtype=np.int64) for at in (2, 3))
    demand((people > 0).all(), "a row without people")
    demand(len(set(zip(nodes.tolist(), shelters.tolist()))) == len(rows), "a node and a shelter stand there twice")
    placed = np.bincount(nodes, people, len(problem.people)).astype(np.int64)
    demand((placed <= problem.people).all(), "more people of a node than it has")
    load = np.bincount(shelters, people, len(problem.names)).astype(np.int64)
    demand((load <= problem.places).all(), "a shelter holds more than its places")
    demand(limit is None or (times <= limit).all(), "a row beyond the limit")
    used = np.unique(shelters)
    for first in range(0, len(used), TOGETHER):
        part = used[first : first + TOGETHER]
        known = problem.times_from(part, matrix)
        for line, shelter in enumerate(part):
            mine = shelters == shelter
            demand((known[line, nodes[mine]] == times[mine]).all(), f"times to {problem.names[shelter]} are not the shortest")
    return int(people.sum()), int((people * times).sum())


def least(problem, prices, limit, matrix):
    """For each node the least of time + price over all shelters in time."""
    if limit is None:
        size = len(problem.network.ids)
        return np.floor(dijkstra(problem.matrix(prices), indices=[size + len(problem.names)])[0, :size] / netfiles.HOP)
    best = np.full(len(problem.network.ids), np.inf)
    for first in range(0, len(problem.names), TOGETHER):
        part = list(range(first, min(first + TOGETHER, len(problem.names))))
        best = np.minimum(best, (problem.times_from(part, matrix, limit) + prices[part][:, None]).min(axis=0))
    return best


def check_certificate(problem, rows, report, limit):
    """Checks 1 and 2; the people placed and the sum of people times time."""
    matrix = problem.matrix()
    placed, value = check_rows(problem, rows, limit, matrix)
    everybody = int(problem.people.sum())
    demand((placed, value) == (report["placed"], report["people_x_time_ds"]), "the sums are not those of the rows")
    demand(everybody == report["people"] == placed + report["left_without_shelter"], "not everybody is counted")
    prices = np.array([report["prices"].get(name, report["no_place_ds"]) for name in problem.names], dtype=np.int64)
    no_place = report["no_place_ds"]
    dear = np.minimum(least(problem, prices, limit, matrix), no_place).astype(np.int64)
    paid = sum(int(a) * int(b) for a, b in zip(problem.people, dear) if a)
    rent = sum(int(a) * int(b) for a, b in zip(problem.places, prices) if a)
    bound = paid - rent - report["left_without_shelter"] * no_place
    demand(bound == report["bound_people_x_time_ds"], f"the prices prove {bound}, not {report['bound_people_x_time_ds']}")
    demand(report["optimal"] and bound == value, f"value {value} and bound {bound} differ")
    return placed, value


def peer(problem, limit):
    """What OR-tools comes to: placed, sum, seconds."""
    from ortools.graph.python import min_cost_flow

    size, shelters, everybody = len(problem.people), len(problem.names), int(problem.people.sum())
    sink = size + shelters
    if limit is None:
        network, entrances = problem.network, problem.entrances
        tails = np.concatenate([network.tails, entrances[:, 1]])
        heads = np.concatenate([network.heads, size + entrances[:, 0]])
        costs = np.concatenate([network.time_ds, entrances[:, 2]])
    else:
        tails, heads, costs = pairs(problem, limit)
    tails = np.concatenate([tails, size + np.arange(shelters)])
    heads = np.concatenate([heads, np.full(shelters, sink)])
    capacities = np.concatenate([np.full(len(costs), everybody), problem.places])
    costs = np.concatenate([costs, np.zeros(shelters, dtype=np.int64)])
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(tails, heads, capacities, costs)
    supplies = np.concatenate([problem.people, np.zeros(shelters, dtype=np.int64), [-everybody]])
    flow.set_nodes_supplies(np.arange(sink + 1), supplies)
    begun = time.perf_counter()
    status = flow.solve_max_flow_with_min_cost()
    seconds = time.perf_counter() - begun
    demand(status == flow.OPTIMAL, f"OR-tools gave up with status {status}")
    return flow.maximum_flow(), flow.optimal_cost(), seconds


def pairs(problem, limit):
    """Every node with people and shelter within the limit, as arcs."""
    matrix, wanted = problem.matrix(), np.flatnonzero(problem.people)
    found = ([], [], [])
    for first in range(0, len(problem.names), TOGETHER):
        part = list(range(first, min(first + TOGETHER, len(problem.names))))
        times = problem.times_from(part, matrix, limit)[:, wanted]
        lines, columns = np.nonzero(times <= limit)
        for column, values in zip(found, (wanted[columns], len(problem.people) + first + lines, times[lines, columns])):
            column.append(values.astype(np.int64))
    return [np.concatenate(column) for column in found]


def hinan(options, *arguments):
    ended = subprocess.run([options.hinan, *arguments], capture_output=True, text=True, check=False)
    demand(ended.returncode == 0, f"hinan {' '.join(arguments)}: {ended.stderr.strip()[-500:]}")
    return ended.stdout


def complete(folder, share):
    """Fills in people and places by the hash rule, and scales the places; says what was filled in."""
    path = os.path.join(folder, "nodes.csv")
    ids, people = netfiles.read_columns(path, ["node"], ["people"])
    hashes, said = netfiles.hash_ids(ids), []
    if people is None or not any(int(cell or 0) for cell in people):
        doorsteps = [not node.lstrip("-").isdigit() and not node.startswith("entrance/") for node in ids]
        starts = doorsteps if any(doorsteps) else [True] * len(ids)
        people = [str(1 + int(value) % 4 if is_start else 0) for value, is_start in zip(hashes, starts)]
        said.append("people by hash")
    netfiles.write_columns(path, ["node", "people"], [ids, people])
    path = os.path.join(folder, "shelters.csv")
    names, nodes, places, starts = netfiles.read_columns(path, ["shelter", "node", "capacity", "start_ds"])
    if not all(places):
        said.append(f"places of {sum(not cell for cell in places)} of {len(places)} entrances by hash")
    places = [int(cell) if cell else 50 + netfiles.hash_id(name) % 451 for name, cell in zip(names, places)]
    if share:
        total = sum(dict(zip(names, places)).values())
        everybody = sum(map(int, people))
        places = [int(number * share * everybody / total) for number in places]
    # The writer knows no letters beyond ASCII.
    order = {name: f"s{number}" for number, name in enumerate(dict.fromkeys(names))}
    plain = [order[name] for name in names]
    netfiles.write_columns(path, ["shelter", "node", "capacity", "start_ds"], [plain, nodes, list(map(str, places)), starts])
    return ", ".join(said)


def check_city(options, city):
    streets, shelters, people = (path and os.path.join(options.data, path) for path in CITIES[city])
    region, folder = os.path.join(WORK, city + ".hinan"), os.path.join(WORK, city)
    more = ["--people", people] if people else []
    hinan(options, "build", "--streets", streets, "--shelters", shelters, *more, "-o", region, "--accept-smaller")
    for share in SHARES:
        hinan(options, "export", region, "--network", folder, "--walker", "adult")
        said = complete(folder, share)
        check, rows = os.path.join(WORK, city + "-check.hinan"), os.path.join(WORK, city + ".csv")
        hinan(options, "build", "--streets", folder, "--shelters", os.path.join(folder, "shelters.csv"), "-o", check, "--accept-smaller")
        problem = Problem(folder)
        for limit in LIMITS:
            within = [] if limit is None else ["--within", f"{limit // 10}s"]
            begun = time.perf_counter()
            report = json.loads(hinan(options, "assign", check, *within, "--json", "-o", rows))
            seconds = time.perf_counter() - begun
            found = check_certificate(problem, read_rows(rows), report, limit)
            line = f"{city}, places {'as they are' if share is None else f'{share} x people'}"
            line += f", {'no limit' if limit is None else f'within {limit} ds'}{f' ({said})' if said else ''}: "
            line += f"{len(problem.network.ids)} nodes, {len(problem.names)} shelters, {found[0]} of {report['people']} placed, "
            line += f"sum {found[1]} ds = bound, {seconds:.1f} s"
            if not options.no_peer:
                placed, value, others = peer(problem, limit)
                demand((placed, value) == found, f"{line}; OR-tools places {placed} with {value}")
                line += f"; OR-tools the same in {others:.1f} s"
            print(line, flush=True)


def read_rows(path):
    return list(zip(*netfiles.read_columns(path, ["node", "shelter", "people", "time_ds"])))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cities", nargs="+", default=list(CITIES), choices=CITIES, metavar="CITY", help=", ".join(CITIES))
    parser.add_argument("--hinan", default=os.path.join(PROJECT, "target", "release", "hinan"))
    parser.add_argument("--data", default=os.path.join(PROJECT, "..", "shared", "data"), help="folder of the real data")
    parser.add_argument("--no-peer", action="store_true", help="only the certificate")
    parser.add_argument("--folder", help="check files that are there: the network folder")
    parser.add_argument("--rows", help="what assign -o wrote")
    parser.add_argument("--report", help="what assign --json printed")
    parser.add_argument("--within", type=int, help="the limit, in ds")
    options = parser.parse_args()
    if options.folder:
        with open(options.report, encoding="utf-8") as file:
            report = json.load(file)
        print("proven: %d placed, sum %d ds" % check_certificate(Problem(options.folder), read_rows(options.rows), report, options.within))
        return 0
    os.makedirs(WORK, exist_ok=True)
    wrong = 0
    for city in options.cities:
        try:
            check_city(options, city)
        except (Failed, netfiles.Unusable, OSError) as error:
            print(f"{city}: {error}", flush=True)
            wrong += 1
    print("all equal" if wrong == 0 else f"{wrong} not equal or not run")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Failed, netfiles.Unusable) as error:
        sys.exit(f"check_assign: {error}")
