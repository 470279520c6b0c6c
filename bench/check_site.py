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
3. with places (`--capacitated`; shelters and candidates hold as many as a hash of their ids says): value and who has no place as
   HiGHS's flow has them with these sites, and the bound against HiGHS as a mixed integer program of sites and flow;
4. the value is within 1 % of the best that either has found, and the bound within 2 % of the value: told where it is not.

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
# The same where places are counted: 20 to 79 in a shelter, 50 to 249 in a new one.
QUESTIONS_WITH_PLACES = (
    ("cover", 3000, 10, 2_000),
    ("cover", 6000, 20, 2_000),
    ("median", 6000, 10, 2_000),
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
        self.entrances = entrances
        self.holds = (50 + hashes[self.candidates] % np.uint64(200)).astype(np.int64)
        self.there_holds = (20 + netfiles.hash_ids(names) % np.uint64(60)).astype(np.int64) if names else np.zeros(0, dtype=np.int64)

    def times_there(self):
        """Times to each shelter."""
        size = len(self.ids)
        doors = [(size + shelter, node, start) for shelter, node, start in self.entrances.tolist()]
        matrix = self.network.backwards(len(self.names), doors)
        times = np.empty((len(self.at), len(self.names)))
        for first in range(0, len(self.names), 50):
            part = np.arange(first, min(first + 50, len(self.names)))
            times[:, part] = np.floor(dijkstra(matrix, indices=size + part)[:, self.at].T / netfiles.HOP)
        return times

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


class Places:
    """Who may have which place, as columns of a linear program: first the candidates, then pairs."""

    def __init__(self, people, times, there, holds, there_holds):
        both = np.hstack([times, there])
        self.people, self.sites, self.holds = people, times.shape[1], np.concatenate([holds, there_holds])
        self.line, self.place = np.nonzero(np.isfinite(both))
        self.time = both[self.line, self.place]
        pairs = len(self.line)
        column = np.arange(pairs)
        one = np.ones(pairs)
        self.demands = sparse.csr_matrix((one, (self.line, column)), shape=(len(people), pairs))
        self.loads = sparse.csr_matrix((one, (self.place, column)), shape=(both.shape[1], pairs))

    def flow(self, sites):
        """People without a place and the least sum of all walks, with these sites."""
        room = self.holds.astype(float)
        room[np.setdiff1d(np.arange(self.sites), sites)] = 0
        rows, upper = sparse.vstack([self.demands, self.loads]), np.concatenate([self.people, room])
        ones = np.ones(len(self.line))
        limits = Bounds(0, np.inf)
        most = milp(-ones, constraints=LinearConstraint(rows, -np.inf, upper), bounds=limits)
        placed = round(-most.fun)
        least = milp(self.time, constraints=[LinearConstraint(rows, -np.inf, upper), LinearConstraint(ones, placed, placed)], bounds=limits)
        return int(self.people.sum()) - placed, round(least.fun)

    def choose(self, number, seconds, placed=None):
        """HiGHS on sites and flow: most people placed; or, with so many placed, the least sum: what it found, its bound."""
        pairs = len(self.line)
        new = np.flatnonzero(self.place < self.sites)
        opened = sparse.csr_matrix((self.holds[: self.sites].astype(float), (np.arange(self.sites), np.arange(self.sites))), shape=(len(self.holds), self.sites))
        held = np.where(np.arange(len(self.holds)) < self.sites, 0, self.holds)
        own = sparse.csr_matrix((np.ones(len(new)), (np.arange(len(new)), new)), shape=(len(new), pairs))
        its = sparse.csr_matrix((-self.people[self.line[new]].astype(float), (np.arange(len(new)), self.place[new])), shape=(len(new), self.sites))
        none = sparse.csr_matrix((len(self.people), self.sites))
        count = sparse.csr_matrix(np.concatenate([np.ones(self.sites), np.zeros(pairs)])[None, :])
        rows = sparse.vstack([sparse.hstack([none, self.demands]), sparse.hstack([-opened, self.loads]), sparse.hstack([its, own]), count])
        upper = np.concatenate([self.people, held, np.zeros(len(new)), [number]])
        constraints = [LinearConstraint(rows.tocsc(), -np.inf, upper)]
        cost = np.concatenate([np.zeros(self.sites), -np.ones(pairs) if placed is None else self.time])
        if placed is not None:
            constraints.append(LinearConstraint(np.concatenate([np.zeros(self.sites), np.ones(pairs)]), placed, np.inf))
        whole = np.concatenate([np.ones(self.sites), np.zeros(pairs)])
        limits = Bounds(0, np.concatenate([np.ones(self.sites), np.full(pairs, np.inf)]))
        found = milp(cost, constraints=constraints, integrality=whole, bounds=limits, options={"time_limit": seconds, "mip_rel_gap": 0})
        bound = found.mip_dual_bound if found.mip_dual_bound is not None else -np.inf
        sign = -1 if placed is None else 1
        return (None if found.x is None else round(sign * found.fun)), sign * bound, found.status


def ask_with_places(options, city, instance, there, region, listed, question):
    """One question where places are counted; whether value and bound are as near as they should be."""
    objective, limit, new, places = question
    arguments = ["site", region, "--new", str(new), "--candidates", listed, "--objective", objective, "--json", "--capacitated"]
    begun = time.perf_counter()
    report = json.loads(hinan(options, *arguments, "--within", f"{limit // 10}s"))
    seconds = time.perf_counter() - begun
    number = {name: at for at, name in enumerate(instance.ids[instance.candidates].tolist())}
    sites = [number[site["node"]] for site in report["sites"]]
    demand(len(set(sites)) == new, "not so many sites")
    demand(all(site["places"] == instance.holds[at] for site, at in zip(report["sites"], sites)), "other places than told")
    limited = [np.where(times <= limit, times, np.inf) for times in (instance.times, there)]
    problem = Places(instance.people, *limited, instance.holds, instance.there_holds)
    without, total = problem.flow(sites)
    everybody = int(instance.people.sum())
    value = everybody - without if objective == "cover" else total
    demand((value, without) == (report["value"], report["without"]), f"HiGHS's flow has {value, without}, not {report['value'], report['without']}")
    demand(not report["optimal"] or report["value"] == report["bound"], "called optimal, and is not")
    bound = report["bound"]
    best, proven, status = problem.choose(new, options.seconds, None if objective == "cover" else everybody - without)
    if objective == "cover":
        demand(best is None or bound >= best, f"HiGHS places {best}, beyond the bound {bound}")
        demand(value <= proven + 0.5, f"{value} placed, and HiGHS proves {proven}")
    else:
        demand(best is None or bound <= best, f"HiGHS has {best}, below the bound {bound}")
        demand(value >= proven - 0.5, f"{value}, and HiGHS proves {proven}")
    better = value if best is None else (max if objective == "cover" else min)(value, best)
    off, gap = 100 * abs(value - better) / max(better, 1), 100 * abs(bound - value) / max(value, 1)
    line = f"{city}, {places} places, {objective} within {limit} ds, {new} new, places counted ({len(instance.names)} shelters kept): "
    line += f"value {value}, bound {bound} ({gap:.2f} %){', optimal' if report['optimal'] else ''}, {report['without']} without, {seconds:.1f} s; "
    line += f"HiGHS {best}, {'at most' if objective == 'cover' else 'at least'} {proven:.0f}{'' if status == 0 else ' (time is up)'}; off by {off:.2f} %"
    is_near = off <= 1 and gap <= 2
    print(line + ("" if is_near else "  FAR"), flush=True)
    return is_near


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
    for places in sorted({question[3] for question in (QUESTIONS_WITH_PLACES if options.with_places else QUESTIONS)}):
        hinan(options, "export", base, "--network", folder, "--walker", "adult")
        path = os.path.join(folder, "shelters.csv")
        names, nodes, starts = netfiles.read_columns(path, ["shelter", "node", "start_ds"])
        order = {name: f"s{at}" for at, name in enumerate(dict.fromkeys(names))}
        netfiles.write_columns(path, ["shelter", "node", "capacity", "start_ds"], [[order[name] for name in names], nodes, [""] * len(names), starts])
        instance = Instance(folder, places)
        held = dict(zip(instance.names, instance.there_holds.tolist()))
        capacity = [str(held[order[name]]) for name in names]
        netfiles.write_columns(path, ["shelter", "node", "capacity", "start_ds"], [[order[name] for name in names], nodes, capacity, starts])
        region, listed = os.path.join(WORK, city + "-check.hinan"), os.path.join(WORK, "candidates.csv")
        hinan(options, "build", "--streets", folder, "--shelters", path, "-o", region, "--accept-smaller")
        chosen = [instance.ids[instance.candidates].tolist(), [str(number) for number in instance.holds.tolist()]]
        netfiles.write_columns(listed, ["node", "places"], chosen)
        there = instance.times_there() if places in {question[3] for question in QUESTIONS_WITH_PLACES} else None
        for question in QUESTIONS_WITH_PLACES:
            if question[3] == places:
                far += not ask_with_places(options, city, instance, there, region, listed, question)
        for question in QUESTIONS if not options.with_places else ():
            if question[3] == places:
                for is_ignored in (False, True):
                    far += not ask(options, city, instance, region, listed, question, is_ignored)
    return far


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cities", nargs="+", default=list(CITIES), choices=CITIES, metavar="CITY", help=", ".join(CITIES))
    parser.add_argument("--hinan", default=os.path.join(PROJECT, "target", "release", "hinan"))
    parser.add_argument("--data", default=os.path.join(PROJECT, "..", "shared", "data"), help="folder of the real data")
    parser.add_argument("--with-places", action="store_true", help="only where places are counted")
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
