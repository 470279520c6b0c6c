#!/usr/bin/env python3
"""A place for everyone over the whole network: hinan, LEMON's network simplex and OR-tools in one run.

    apt-get install liblemon-dev g++ && bench/setup.sh
    bench/.venv-check/bin/python bench/race_assign.py [--nodes 20000 100000 1000000] [--no-doc] [--limit 900]

The largest component of the jittered grid of make_networks.py, one person at each node, one shelter per 500 nodes by
hash, places spread unevenly (1 to 9 parts by hash), 1.15 and 0.8 of the people in all. All three get the same streets;
times are those of the solver alone, without reading (for hinan and LEMON also with the making of the graph). LEMON gets no
"no place" arcs, which it does not need where all nodes reach each other: that is its best case. Everybody must come to
the same number of people placed and the same sum. Who takes longer than --limit seconds is stopped, and that is told.
hinan and LEMON run --runs times by turns, and the least of each counts.
Rewrites its part of docs/benchmarks.md. Exit status: 0 equal, 1 not.
"""

import argparse
import json
import multiprocessing
import os
import platform
import subprocess
import sys
import time

import numpy as np

import make_networks
import netfiles

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
WORK = os.path.join(HERE, "work", "race_assign")
DOC = os.path.join(PROJECT, "docs", "benchmarks.md")
BEGIN, END = "<!-- assign: begin -->", "<!-- assign: end -->"
SHARES = (1.15, 0.8)


def instance(wanted, share):
    """Streets, the nodes of shelters, and their places."""
    network = make_networks.grid(wanted)
    kept = make_networks.largest_component(network)
    number = np.cumsum(kept) - 1
    inside = kept[network.tails] & kept[network.heads]
    tails, heads = number[network.tails[inside]], number[network.heads[inside]]
    size = int(kept.sum())
    ids = [str(node) for node in np.flatnonzero(kept)]
    doors = np.flatnonzero(netfiles.hash_ids(ids) % np.uint64(500) == 0)
    parts = 1 + (netfiles.mix(doors.astype(np.uint64)) % np.uint64(9)).astype(np.int64)
    places = parts * int(share * size) // int(parts.sum())
    return ids, tails, heads, network.time_ds[inside], doors, places


def write(folder, ids, tails, heads, times, doors, places):
    """The network folder for hinan, and the same as arrays for LEMON."""
    os.makedirs(folder, exist_ok=True)
    names = np.array(ids)
    netfiles.write_columns(os.path.join(folder, "nodes.csv"), ["node", "people"], [ids, ["1"] * len(ids)])
    arcs = [names[tails].tolist(), names[heads].tolist(), times.tolist()]
    netfiles.write_columns(os.path.join(folder, "arcs.csv"), ["from", "to", "time_ds"], arcs)
    at = names[doors].tolist()
    path = os.path.join(folder, "shelters.csv")
    netfiles.write_columns(path, ["shelter", "node", "capacity"], [[f"h{node}" for node in at], at, places.tolist()])
    with open(os.path.join(folder, "instance.bin"), "wb") as file:
        np.array([len(ids), len(tails), len(doors)], dtype="<i8").tofile(file)
        for column in (tails, heads, times, doors):
            column.astype("<i4").tofile(file)
        places.astype("<i8").tofile(file)


def ask(what, command, limit):
    """Runs a program that tells one line of JSON."""
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return {"failed": f"no answer within {limit} s"}
    except OSError as error:
        return {"failed": str(error)}
    if ended.returncode:
        return {"failed": f"{what} ended with {ended.returncode}: {ended.stderr.strip()[-200:]}"}
    return json.loads(ended.stdout)


def or_tools(answer, tails, heads, times, doors, places, size):
    from ortools.graph.python import min_cost_flow

    flow = min_cost_flow.SimpleMinCostFlow()
    zeros, ends = np.zeros(len(doors), dtype=np.int64), np.full(len(doors), size)
    flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([tails, doors]),
        np.concatenate([heads, ends]),
        np.concatenate([np.full(len(tails), size), places]),
        np.concatenate([times, zeros]),
    )
    flow.set_nodes_supplies(np.arange(size + 1), np.concatenate([np.ones(size, dtype=np.int64), [-size]]))
    begun = time.perf_counter()
    status = flow.solve_max_flow_with_min_cost()
    seconds = time.perf_counter() - begun
    answer.put({
        "seconds": seconds, "placed": flow.maximum_flow(), "people_x_time_ds": flow.optimal_cost(), "optimal": status == flow.OPTIMAL,
    })


def ask_or_tools(limit, *arguments):
    """In a process of its own, which can be stopped."""
    answer = multiprocessing.Queue()
    child = multiprocessing.Process(target=or_tools, args=(answer, *arguments))
    child.start()
    child.join(limit)
    if child.is_alive():
        child.kill()
        child.join()
        return {"failed": f"no answer within {limit} s"}
    return answer.get() if child.exitcode == 0 else {"failed": f"ended with {child.exitcode}"}


def prepare(options):
    """Builds both programs; where LEMON is absent, why."""
    if not options.hinan:
        subprocess.run(["cargo", "build", "--release", "--quiet", "-p", "hinan-cli"], cwd=PROJECT, check=True)
        target = os.environ.get("CARGO_TARGET_DIR", os.path.join(PROJECT, "target"))
        options.hinan = os.path.join(target, "release", "hinan")
    if not options.engine:
        build = ["cargo", "build", "--release", "--quiet", "--target-dir", "target", "--bin", "assign"]
        subprocess.run(build, cwd=HERE, check=True)
        options.engine = os.path.join(HERE, "target", "release", "assign")
    program = os.path.join(WORK, "lemon_assign")
    # Only templates: the library itself is not needed. Its headers are older than C++20.
    compiler = ["g++", "-O3", "-march=native", "-std=c++14", "-DLEMON_ONLY_TEMPLATES"]
    compiler += ["-I", options.lemon] if options.lemon else []
    made = subprocess.run([*compiler, os.path.join(HERE, "lemon_assign.cpp"), "-o", program], capture_output=True, text=True, check=False)
    if made.returncode:
        print(f"LEMON is left out: {made.stderr.strip()[:300]}", file=sys.stderr)
        return None
    return program


def race(options, lemon, wanted, share):
    """One line a peer; whether all that answered agree."""
    ids, tails, heads, times, doors, places = instance(wanted, share)
    folder = os.path.join(WORK, f"grid-{wanted}-{share}")
    write(folder, ids, tails, heads, times, doors, places)
    region = folder + ".hinan"
    build = [options.hinan, "build", "--streets", folder, "--shelters", os.path.join(folder, "shelters.csv")]
    subprocess.run([*build, "-o", region, "--accept-smaller"], check=True, capture_output=True)
    programs = {"hinan": [options.engine, region]}
    if lemon:
        programs["LEMON network simplex"] = [lemon, os.path.join(folder, "instance.bin")]
    runs = [{peer: ask(peer, command, options.limit) for peer, command in programs.items()} for _ in range(options.runs)]
    answers = {peer: min((run[peer] for run in runs), key=lambda answer: answer.get("seconds", 0)) for peer in programs}
    answers["OR-tools SimpleMinCostFlow"] = ask_or_tools(options.limit, tails, heads, times, doors, places, len(ids))
    rows = []
    for peer, answer in answers.items():
        rows.append({"nodes": len(ids), "arcs": len(tails), "shelters": len(doors), "share": share, "peer": peer} | answer)
        print(json.dumps(rows[-1]), flush=True)
    found = {(row["placed"], row["people_x_time_ds"]) for row in rows if "failed" not in row and row["optimal"]}
    return rows, len(found) == 1 and "failed" not in rows[0] and rows[0]["optimal"]


def table(rows):
    lines = [f"{platform.machine()}, {os.cpu_count()} cores; seconds of the solver (with the making of its graph), the least of several runs.", ""]
    lines += ["| nodes | shelters | places | solver | seconds | placed | sum of times (ds) | hinan is |", "|---|---|---|---|---|---|---|---|"]
    for row in rows:
        ours = next(other for other in rows if other["peer"] == "hinan" and (other["nodes"], other["share"]) == (row["nodes"], row["share"]))
        head = f"| {row['nodes']:,} | {row['shelters']:,} | {row['share']} x | {row['peer']} |"
        if "failed" in row:
            lines.append(f"{head} {row['failed']} | | | |")
            continue
        seconds = f"{row['seconds']:.2f}" + (f" ({row['with_graph']:.2f})" if "with_graph" in row else "")
        ratio = "" if row is ours or "failed" in ours else f"{row['seconds'] / ours['seconds']:.1f} x as fast"
        lines.append(f"{head} {seconds} | {row['placed']:,} | {row['people_x_time_ds']:,} | {ratio} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[20_000, 100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=3, help="how often hinan and LEMON run (3)")
    parser.add_argument("--limit", type=int, default=900, help="seconds that a peer has (900)")
    parser.add_argument("--hinan", help="the command, else it is built")
    parser.add_argument("--engine", help="the program of bench/src/bin/assign.rs, else it is built")
    parser.add_argument("--lemon", help="folder that holds lemon/, where it is not among the system's")
    parser.add_argument("--no-doc", action="store_true", help="leave docs/benchmarks.md as it is")
    options = parser.parse_args()
    os.makedirs(WORK, exist_ok=True)
    lemon, rows, are_equal = prepare(options), [], True
    for wanted in options.nodes:
        for share in SHARES:
            more, is_equal = race(options, lemon, wanted, share)
            rows += more
            are_equal &= is_equal
    print(table(rows))
    print("all equal" if are_equal else "NOT EQUAL")
    if not options.no_doc and are_equal:
        with open(DOC, encoding="utf-8") as file:
            text = file.read()
        before, rest = text.split(BEGIN)
        with open(DOC, "w", encoding="utf-8") as file:
            file.write(before + BEGIN + "\n" + table(rows) + "\n" + END + rest.split(END)[1])
    return 0 if are_equal else 1


if __name__ == "__main__":
    sys.exit(main())
