#!/usr/bin/env python3
"""Real cities: `hinan site` against HiGHS, and its value against an independent Dijkstra.

    bench/setup.sh && bench/.venv-check/bin/python bench/check_site.py [--cities CITY...] [--hinan PROGRAM] [--seconds 120]

For each city its streets and shelters are exported (`hinan export --network`), people are put by hash at about 11,000 of its nodes,
200 nodes are candidates by hash, and the whole is read back. Times are scipy's, not hinan's. What is checked, for every objective, with
the shelters that are there and without:

1. the value and who reaches nothing, recomputed from the sites that hinan wrote;
2. the bound: HiGHS has found no choice beyond it, and hinan no value beyond HiGHS's own bound (cover: coverage as a mixed integer
   program; center: whether so many sites cover all within a time, just below the value and just below the bound; median:
   p-median in which everybody has their 30 best candidates or pays for the 31st, which is no more than any choice costs, and
   with people at 2,000 nodes only, since HiGHS does not end with more);
3. the value is within 1 % of the best that either has found, and the bound within 2 % of the value: told where it is not.

Exit status: 0 nothing is wrong, 1 a value or bound is wrong, 2 all is right, but some value or bound is farther off than that.
"""

import argparse
import json
import os
import subprocess
import sys
import time

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse.csgraph import dijkstra

import netfiles

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
WORK = os.path.join(HERE, "work", "site")
CITIES = {
    "Seoul": ("osm/seoul-osmnx.osm.gz", "shelters/korea-earthquake-indoor.json"),
    "Oslo": ("osm/oslo-east-filtered.osm.pbf", "shelters/norway-tilfluktsrom.json"),
    "Porto Alegre": ("osm/poa_osm.osm.pbf", "population/poa_hexgrid.csv"),
}
# Objective, limit in ds, new sites, nodes with people.
QUESTIONS = (
    ("cover", 3000, 10, 11_000),
    ("cover", 6000, 20, 11_000),
    ("median", None, 10, 2_000),
    ("median", None, 20, 11_000),
    ("center", None, 10, 11_000),
)
CANDIDATES = 200
NEAREST = 30


class Failed(Exception):
    """A command that did not do what it should, or an answer that is wrong."""


def demand(condition, sentence):
    if not condition:
        raise Failed(sentence)


def hinan(options, *arguments):
    ended = subprocess.run([options.hinan, *arguments], capture_output=True, text=True, check=False)
    demand(ended.returncode == 0, f"hinan {' '.join(arguments)}: {ended.stderr.strip()[-500:]}")
    return ended.stdout


class Instance:
    """People, what they have now, and the times to candidates, by scipy."""

    def __init__(self, folder, places):
        self.network, index = netfiles.read_network(folder)
        ids = np.array(self.network.ids)
        hashes = netfiles.hash_ids(list(ids))
        order = np.argsort(hashes, kind="stable")
        self.candidates = np.sort(order[:CANDIDATES])
        self.at = np.sort(order[-min(places, len(ids)) :])
        self.people = 1 + (hashes[self.at] % np.uint64(4)).astype(np.int64)
        rows = ["0"] * len(ids)
        for node, number in zip(self.at.tolist(), self.people.tolist()):
            rows[node] = str(number)
        netfiles.write_columns(os.path.join(folder, "nodes.csv"), ["node", "people"], [list(ids), rows])
        names, entrances = netfiles.read_shelters(os.path.join(folder, "shelters.csv"), index)
        size = len(ids)
        doors = [(size, node, start) for _, node, start in entrances.tolist()]
        matrix = self.network.backwards(1, doors)
        self.now = np.floor(dijkstra(matrix, indices=[size])[0, self.at] / netfiles.HOP)
        self.times = np.empty((len(self.at), CANDIDATES))
        for first in range(0, CANDIDATES, 50):
            part = self.candidates[first : first + 50]
            self.times[:, first : first + 50] = np.floor(dijkstra(matrix, indices=part)[:, self.at].T / netfiles.HOP)
        self.ids = ids
        self.names = names

    def limited(self, limit, is_ignored):
        """Times to candidates and to what is there, infinite beyond the limit."""
        limit = np.inf if limit is None else limit
        now = np.full(len(self.now), np.inf) if is_ignored else np.where(self.now <= limit, self.now, np.inf)
        return np.where(self.times <= limit, self.times, np.inf), now


def outcome(objective, people, times, now, sites):
    """Value and people who reach nothing."""
    best = np.minimum(now, times[:, sites].min(axis=1)) if len(sites) else now
    is_served = np.isfinite(best)
    served = best[is_served].astype(np.int64)
    without = int(people[~is_served].sum())
    if objective == "cover":
        return int(people[is_served].sum()), without
    if objective == "median":
        return int((people[is_served] * served).sum()), without
    return int(served.max(initial=0)), without


def solve(cost, rows, lower, upper, number, sites, seconds):
    """HiGHS on columns of which the first are the sites: what it found, the least it can be, the sites."""
    choose = sparse.csr_matrix((np.ones(sites), (np.zeros(sites, dtype=int), np.arange(sites))), shape=(1, len(cost)))
    matrix = sparse.vstack([rows, choose]).tocsc()
    constraint = LinearConstraint(matrix, np.append(lower, 0), np.append(upper, number))
    whole = np.zeros(len(cost))
    whole[:sites] = 1
    found = milp(cost, constraints=constraint, integrality=whole, bounds=Bounds(0, 1), options={"time_limit": seconds, "mip_rel_gap": 0})
    bound = found.mip_dual_bound if found.mip_dual_bound is not None else -np.inf
    return (None if found.x is None else np.flatnonzero(found.x[:sites] > 0.5)), bound, found.status


def cover(people, reaches, waits, number, seconds):
    """Sites that leave fewest people waiting; the fewest that it can be."""
    rows = np.flatnonzero(waits & reaches.any(axis=1))
    sites = reaches.shape[1]
    matrix = sparse.hstack([sparse.csr_matrix(reaches[rows].astype(float)), sparse.identity(len(rows))])
    cost = np.concatenate([np.zeros(sites), people[rows].astype(float)])
    chosen, bound, status = solve(cost, matrix, np.ones(len(rows)), np.full(len(rows), np.inf), number, sites, seconds)
    return chosen, bound + int(people[waits & ~reaches.any(axis=1)].sum()), status


def median(people, times, now, number, seconds):
    """p-median with the nearest candidates of everybody who reaches any; less than any choice costs."""
    sites = times.shape[1]
    nearest = np.argsort(times, axis=1, kind="stable")[:, : NEAREST + 1]
    own = np.take_along_axis(times, nearest, axis=1)
    who = np.flatnonzero(np.isfinite(np.minimum(own[:, 0], now)))
    last = np.where(np.isfinite(own[who, NEAREST]), own[who, NEAREST], 1e7)
    far = np.minimum(now[who], last)
    line, place = np.nonzero(own[who, :NEAREST] < far[:, None])
    pairs, count = len(line), len(who)
    site = nearest[who][line, place]
    column = sites + np.arange(pairs)
    served = sparse.csr_matrix((np.ones(pairs), (line, column)), shape=(count, sites + pairs + count))
    away = sparse.csr_matrix((np.ones(count), (np.arange(count), sites + pairs + np.arange(count))), shape=served.shape)
    opened = sparse.csr_matrix(
        (np.concatenate([np.ones(pairs), -np.ones(pairs)]), (np.tile(np.arange(pairs), 2), np.concatenate([column, site]))),
        shape=(pairs, sites + pairs + count),
    )
    cost = np.concatenate([np.zeros(sites), people[who][line] * own[who[line], place], people[who] * far])
    rows = sparse.vstack([served + away, opened])
    lower = np.concatenate([np.ones(count), np.full(pairs, -np.inf)])
    upper = np.concatenate([np.ones(count), np.zeros(pairs)])
    return solve(cost, rows, lower, upper, number, sites, seconds)


def check_cover(people, times, now, new, report, seconds):
    chosen, least, status = cover(people, np.isfinite(times), ~np.isfinite(now), new, seconds)
    everybody = int(people.sum())
    best = outcome("cover", people, times, now, chosen)[0] if chosen is not None else 0
    most = everybody - least
    demand(report["bound"] >= best, f"HiGHS serves {best}, beyond the bound {report['bound']}")
    demand(report["value"] <= most + 0.5, f"{report['value']} served, and HiGHS proves {most}")
    return best, f"HiGHS {best}, at most {most:.0f}{'' if status == 0 else ' (time is up)'}"


def check_median(people, times, now, new, report, seconds):
    if len(people) > 3_000:
        return report["value"], "HiGHS not asked"
    chosen, least, status = median(people, times, now, new, seconds)
    best, without = (report["value"], 0) if chosen is None else outcome("median", people, times, now, chosen)
    if without <= report["without"]:
        demand(report["bound"] <= best, f"HiGHS has {best}, beyond the bound {report['bound']}")
    demand(report["without"] > 0 or report["value"] >= least - 0.5, f"{report['value']}, and HiGHS proves {least}")
    is_comparable = without == report["without"]
    return (best if is_comparable else report["value"]), f"HiGHS {best}, at least {least:.0f}{'' if status == 0 else ' (time is up)'}"


def check_center(people, times, now, new, report, seconds):
    best = np.minimum(now, times.min(axis=1))
    is_served = np.isfinite(best)

    def left(limit):
        one = np.ones(len(people), dtype=np.int64)
        return cover(one, times <= limit, is_served & ~(now <= limit), new, seconds)

    if report["bound"] > 0:
        chosen, _, _ = left(report["bound"] - 1)
        after = np.minimum(now, times[:, chosen].min(axis=1)) if chosen is not None and len(chosen) else now
        demand((after[is_served] > report["bound"] - 1).any(), f"HiGHS covers all below the bound {report['bound']}")
    words = "HiGHS finds nothing below the bound"
    if report["bound"] < report["value"]:
        chosen, least, _ = left(report["value"] - 1)
        after = np.minimum(now, times[:, chosen].min(axis=1)) if chosen is not None and len(chosen) else now
        if (after[is_served] <= report["value"] - 1).all():
            return int(after[is_served].max()), f"HiGHS {int(after[is_served].max())}"
        words += ", and nothing below the value either" if least > 0.5 else ", and cannot tell of the value"
    return report["value"], words


CHECKS = {"cover": check_cover, "median": check_median, "center": check_center}


def ask(options, city, instance, region, listed, question, is_ignored):
    """One question; whether value and bound are as near as they should be."""
    objective, limit, new, places = question
    arguments = ["site", region, "--new", str(new), "--candidates", listed, "--objective", objective, "--json"]
    arguments += ["-o", os.path.join(WORK, "sites.csv")] + ([] if limit is None else ["--within", f"{limit // 10}s"])
    arguments += ["--ignore-existing"] if is_ignored else []
    begun = time.perf_counter()
    report = json.loads(hinan(options, *arguments))
    seconds = time.perf_counter() - begun
    ranks, nodes, adds = netfiles.read_columns(os.path.join(WORK, "sites.csv"), ["rank", "node", "adds"])
    demand(ranks == [str(rank) for rank in range(1, new + 1)], "ranks are not 1 to N")
    number = {name: at for at, name in enumerate(instance.ids[instance.candidates].tolist())}
    sites = [number[node] for node in nodes]
    demand(len(set(sites)) == new, "a site twice")
    times, now = instance.limited(limit, is_ignored)
    people = instance.people
    found = outcome(objective, people, times, now, sites)
    demand(found == (report["value"], report["without"]), f"scipy finds {found}, not {report['value'], report['without']}")
    before = outcome(objective, people, times, now, [])
    if objective == "cover":
        demand(sum(map(int, adds)) == found[0] - before[0], "what sites add is not the sum")
    demand(not report["optimal"] or report["value"] == report["bound"], "called optimal, and is not")
    best, words = CHECKS[objective](people, times, now, new, report, options.seconds)
    value, bound = report["value"], report["bound"]
    off, gap = 100 * abs(value - best) / max(best, 1), 100 * abs(bound - value) / max(value, 1)
    if (value < best) != (objective == "cover"):
        off = 0.0 if value != best else off
    is_near = off <= 1 and gap <= 2
    line = f"{city}, {places} places, {objective}{'' if limit is None else f' within {limit} ds'}, {new} new, shelters "
    line += f"{'ignored' if is_ignored else f'kept ({len(instance.names)})'}: value {value}, bound {bound} ({gap:.2f} %)"
    line += f"{', optimal' if report['optimal'] else ''}, {report['without']} without, {seconds:.1f} s; {words}; off by {off:.2f} %"
    print(line + ("" if is_near else "  FAR"), flush=True)
    return is_near


def check_city(options, city):
    streets, shelters = (os.path.join(options.data, path) for path in CITIES[city])
    base, folder = os.path.join(WORK, city + ".hinan"), os.path.join(WORK, city)
    hinan(options, "build", "--streets", streets, "--shelters", shelters, "-o", base, "--accept-smaller")
    far = 0
    for places in sorted({question[3] for question in QUESTIONS}):
        hinan(options, "export", base, "--network", folder, "--walker", "adult")
        path = os.path.join(folder, "shelters.csv")
        names, nodes, starts = netfiles.read_columns(path, ["shelter", "node", "start_ds"])
        order = {name: f"s{at}" for at, name in enumerate(dict.fromkeys(names))}
        netfiles.write_columns(path, ["shelter", "node", "capacity", "start_ds"], [[order[name] for name in names], nodes, [""] * len(names), starts])
        instance = Instance(folder, places)
        region, listed = os.path.join(WORK, city + "-check.hinan"), os.path.join(WORK, "candidates.csv")
        hinan(options, "build", "--streets", folder, "--shelters", path, "-o", region, "--accept-smaller")
        netfiles.write_columns(listed, ["node"], [instance.ids[instance.candidates].tolist()])
        for question in QUESTIONS:
            if question[3] == places:
                for is_ignored in (False, True):
                    far += not ask(options, city, instance, region, listed, question, is_ignored)
    return far


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cities", nargs="+", default=list(CITIES), choices=CITIES, metavar="CITY", help=", ".join(CITIES))
    parser.add_argument("--hinan", default=os.path.join(PROJECT, "target", "release", "hinan"))
    parser.add_argument("--data", default=os.path.join(PROJECT, "..", "shared", "data"), help="folder of the real data")
    parser.add_argument("--seconds", type=float, default=120, help="how long HiGHS may take for a question")
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    wrong, far = 0, 0
    for city in options.cities:
        try:
            far += check_city(options, city)
        except (Failed, netfiles.Unusable, OSError) as error:
            print(f"{city}: {error}", flush=True)
            wrong += 1
    print(f"{wrong} wrong, {far} farther off than asked" if wrong or far else "all right, all near")
    return 1 if wrong else 2 if far else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Failed, netfiles.Unusable) as error:
        sys.exit(f"check_site: {error}")
