#!/usr/bin/env python3
"""All races in one run, hinan and its peers side by side; the table goes into docs/benchmarks.md.

    bench/setup.sh && bench/race.py [--quick] [--no-doc] [--only build|nearest] [--hinan PROGRAM]

Needs what setup.sh makes, cargo, and the map extracts in ../shared/data/osm beside the project
(--data FOLDER for another place). What is missing is left out and said. Everything lands in
bench/work; results.jsonl there has every single figure. A peer that does not answer within its
limit is killed and written down as such.
"""

import argparse
import datetime
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
WORK = os.path.join(HERE, "work")
CHECK = os.path.join(HERE, ".venv-check", "bin", "python")
PEERS = os.path.join(HERE, ".venv-peers", "bin", "python")
ENGINE = os.path.join(HERE, "target", "release", "hinan-race")
DOC = os.path.join(PROJECT, "docs", "benchmarks.md")
BEGIN, END = "<!-- race: begin -->", "<!-- race: end -->"

CITIES = {
    "Porto": "porto_portugal.osm.pbf",
    "Monaco": "monaco.osm.pbf",
    "Andorra": "andorra-latest.osm.pbf",
    "Belize": "BLZ_raw_08242015.osm.pbf",
}
TILES, GRID = "tiled streets", "jittered grid"


class Race:
    """Runs programs, keeps what they tell, and what could not be run."""

    def __init__(self, options):
        self.options = options
        self.results = {}
        self.left_out = []
        self.log = open(os.path.join(WORK, "results.jsonl"), "w", encoding="utf-8")

    def say(self, sentence):
        print(f"[{time.monotonic() - STARTED:6.1f} s] {sentence}", file=sys.stderr, flush=True)

    def leave_out(self, what, why):
        self.say(f"left out: {what}: {why}")
        self.left_out.append(f"{what}: {why}")

    def keep(self, line):
        """Keeps one result; more runs of the same task are added to it."""
        self.log.write(json.dumps(line) + "\n")
        self.log.flush()
        key = (line["peer"], line["task"], line["input"], line["threads"])
        if key in self.results:
            line = line | {"seconds": self.results[key]["seconds"] + line["seconds"]}
        self.results[key] = line

    def run(self, what, command, limit, threads=None):
        """Runs a script that tells JSON lines, and keeps them, also those told before a limit struck."""
        if not os.path.exists(command[0]):
            self.leave_out(what, f"{os.path.relpath(command[0], PROJECT)} is not there (bench/setup.sh makes it)")
            return False
        self.say(what)
        env = os.environ | ({"OMP_NUM_THREADS": str(threads)} if threads else {})
        # numpy's own choice of kernels; some machines force an old one on it, which would be unfair.
        for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
            env.pop(name, None)
        # A group of its own, so that what the script started ends with it.
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True, cwd=HERE, process_group=0
        ) as child:
            try:
                said, complaint = child.communicate(timeout=limit)
                failure = f"ended with {child.returncode}: {complaint.strip()[-300:]}" if child.returncode else None
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, 9)
                said, complaint = child.communicate()
                failure = f"no answer within {limit:.0f} s"
        for line in said.splitlines():
            if line.startswith("{"):
                self.keep(json.loads(line))
        if failure:
            self.leave_out(what, failure)
        return failure is None

    def seconds(self, peer, task, where, threads=1):
        """The median of a task, or None."""
        line = self.results.get((peer, task, where, threads))
        return statistics.median(line["seconds"]) if line else None

    def told(self, peer, task, where, field, threads=1):
        return self.results.get((peer, task, where, threads), {}).get(field)

    def spread(self, task, where, index):
        """A number out of hinan's spreads (least, 10 %, median, 90 %, 99 %, 99.9 %, largest)."""
        line = self.results.get(("hinan", task, where, 1))
        return line["seconds"][index] if line else None


# ---------------------------------------------------------------- what is raced


def prepare(race):
    """Builds hinan's side and makes the networks where they are not there yet."""
    race.say("building hinan")
    if not race.options.hinan:
        subprocess.run(["cargo", "build", "--release", "--quiet", "-p", "hinan-cli"], cwd=PROJECT, check=True)
        target = os.environ.get("CARGO_TARGET_DIR", os.path.join(PROJECT, "target"))
        race.options.hinan = os.path.join(target, "release", "hinan")
    subprocess.run(["cargo", "build", "--release", "--quiet", "--target-dir", "target"], cwd=HERE, check=True)
    if race.options.only == "build":
        return {}
    networks = {}
    for name, folder, arguments in (
        (TILES, "tiles", ["tiles", "--osm", os.path.join(race.options.data, CITIES["Porto"])]),
        (GRID, "grid", ["grid"]),
    ):
        path = os.path.join(WORK, folder)
        if not os.path.exists(os.path.join(path, "for_scipy.npz")):
            race.say(f"making the {name}")
            made = subprocess.run([CHECK, os.path.join(HERE, "make_networks.py"), *arguments, "-o", path], check=False)
            if made.returncode:
                race.leave_out(name, "the network could not be made")
                continue
        region = path + ".hinan"
        if build(race, name, path, region, os.path.join(path, "shelters.csv")):
            networks[name] = path
    return networks


def build(race, name, streets, region, shelters=None):
    """`hinan build`, timed from outside and by its own phases; the region is made anew each time."""
    if os.path.exists(region):
        os.remove(region)
    command = [race.options.hinan, "build", "--json", "--streets", streets, "-o", region]
    command += ["--shelters", shelters] if shelters else []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as complaints:
        started = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, text=True) as child:
            limit = threading.Timer(120, child.kill)
            limit.start()
            said = child.stdout.read()
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - started
            limit.cancel()
            child.returncode = os.waitstatus_to_exitcode(status)
        complaints.seek(0)
        complaint = complaints.read()
    if child.returncode:
        race.leave_out(f"hinan build of {name}", complaint.strip()[-300:])
        return False
    report = json.loads(said)
    phases = {phase: value / 1000 for phase, value in report["milliseconds"].items()}
    line = {"peer": "hinan", "input": name, "threads": 2, "peak_mb": usage.ru_maxrss // 1024}
    line |= {key: report.get(key) for key in ("nodes", "arcs", "doorsteps", "bytes")}
    race.keep(line | {"task": "pbf to region", "seconds": [wall - phases["sync"]]})
    race.keep(line | {"task": "pbf to region: fsync and rename", "seconds": [phases["sync"]]})
    for phase in ("read", "join", "write"):
        race.keep(line | {"task": f"pbf to region: {phase}", "seconds": [phases[phase]]})
    return True


def race_builds(race):
    """`.osm.pbf` to a region against `.osm.pbf` to each peer's network."""
    cities = dict(list(CITIES.items())[:2]) if race.options.quick else CITIES
    rounds = 1 if race.options.quick else 2
    for name, file in cities.items():
        streets = os.path.join(race.options.data, file)
        if not os.path.exists(streets):
            race.leave_out(name, f"{file} is not in {race.options.data}")
            continue
        for number in range(rounds):
            race.say(f"hinan build of {name}")
            for _ in range(3):
                build(race, name, streets, os.path.join(WORK, f"{name}.hinan"))
            for peer in ("pyrosm", "osrm", "valhalla"):
                command = [PEERS, os.path.join(HERE, "peer_osm.py"), peer, streets, "--input", name]
                command += ["--runs", "1" if race.options.quick else "2", "--limit", "90"]
                # Contraction is told once, for what it is worth; Porto's takes most of a minute.
                command += ["--contract"] if peer == "osrm" and number == 0 and not race.options.quick else []
                race.run(f"{peer} on {name}", command, 120)


def race_nearest(race, networks):
    """Nearest shelters for all nodes, closings and plans, on the two big networks."""
    rounds = 1 if race.options.quick else 3
    runs = 5 if race.options.quick else 7
    for number in range(rounds):
        for name, path in networks.items():
            arrays, answer = os.path.join(path, "for_scipy.npz"), os.path.join(path, "scipy.npy")
            engine = [ENGINE, path + ".hinan", "--input", name, "--runs", str(runs)]
            # The spreads of closings and plans are told by the last round alone.
            engine += [] if number == rounds - 1 else ["--close", "0", "--points", "0"]
            race.run(f"hinan on {name}", engine, 120)
            scipy = [PEERS, os.path.join(HERE, "peer_scipy.py"), arrays, "--input", name, "--answer", answer]
            race.run(f"scipy on {name}", scipy, 60)
    if TILES in networks:
        path = networks[TILES]
        pandana = [PEERS, os.path.join(HERE, "peer_pandana.py"), os.path.join(path, "for_scipy.npz")]
        pandana += ["--input", TILES, "--answer", os.path.join(path, "scipy.npy")]
        for threads in (2,) if race.options.quick else (1, 2):
            short = ["--runs", "1", "--k", "8"] if race.options.quick else ["--runs", "2", "--k", "3", "8"]
            race.run(f"pandana on {TILES}, {threads} threads", [*pandana, *short], 150, threads)
    if GRID in networks and not race.options.quick:
        path = networks[GRID]
        pandana = [PEERS, os.path.join(HERE, "peer_pandana.py"), os.path.join(path, "for_scipy.npz")]
        race.run(f"pandana on {GRID}, 2 threads", [*pandana, "--input", GRID, "--runs", "1", "--k", "8"], 60, 2)


# ---------------------------------------------------------------- what is told


def in_words(seconds):
    """Seconds in the unit that suits them, three digits."""
    if seconds is None:
        return "–"
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size or unit == "µs":
            value = seconds / size
            return f"{value:.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"
    return "–"


def ratio(theirs, ours):
    return None if theirs is None or not ours else theirs / ours


def times(value):
    if value is None:
        return "–"
    return f"{value:.0f}x" if value >= 20 else f"{value:.1f}x"


def verdict(value, wanted, at_most=False):
    if value is None:
        return "not measured"
    return "**yes**" if (value <= wanted if at_most else value >= wanted) else "**no**"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]


def targets(race):
    """What the design asks for, what this run reached."""
    rows = []

    def add(what, asked, reached, met):
        rows.append([what, asked, reached, met])

    for city in CITIES:
        ours = race.seconds("hinan", "pbf to region", city, 2)
        if ours is None:
            continue
        best = best_of_builds(race, city)
        value = ratio(best[0], ours) if best else None
        words = f"{times(value)} ({in_words(ours)} against {best[1]}'s {in_words(best[0])})" if best else "–"
        add(f"`.osm.pbf` → region, {city}", "5x the best peer's network", words, verdict(value, 5))
    for where, asked in ((TILES, 15), (GRID, 4)):
        ours = race.seconds("hinan", "1 nearest", where)
        if ours is None:
            continue
        for task in ("nearest, time", "nearest, time + shelter + next"):
            theirs = race.seconds("scipy", task, where)
            value = ratio(theirs, ours)
            words = f"{times(value)} ({in_words(ours)} against {in_words(theirs)})"
            add(f"nearest for all nodes, {where}; scipy: {task[9:]}", f"{asked}x, one thread", words, verdict(value, asked))
        floor = race.seconds("hinan", "streaming floor", where)
        value = ratio(ours, floor)
        add(f"the same against streaming the network once, {where}", "at most 15x", f"{times(value)} of {in_words(floor)}",
            verdict(value, 15, at_most=True))  # fmt: skip
        memory = race.told("hinan", "1 nearest", where, "bytes_a_node")
        add(f"memory of network and field (k = 1), {where}", "at most 40 B a node", f"{memory:.1f} B", verdict(memory, 40, True))
    for k in (3, 8):
        ours, theirs = race.seconds("hinan", f"{k} nearest", TILES), race.seconds("pandana", "8 nearest", TILES, 1)
        threads = 1
        if theirs is None:
            theirs, threads = race.seconds("pandana", "8 nearest", TILES, 2), 2
        if ours is None:
            continue
        value = ratio(theirs, ours)
        words = f"{times(value)} ({in_words(ours)} against {in_words(theirs)}, pandana on {threads} thread{'s' * (threads > 1)})"
        asked = "80x pandana's 8 nearest" if k == 3 else "like with like, no target"
        add(f"{k} nearest for all nodes, {TILES}", asked, words, verdict(value, 80) if k == 3 else "")
    for where in (TILES, GRID):
        for k in (1, 3):
            median = race.spread(f"a shelter closes, k = {k}", where, 2)
            if median is None:
                continue
            p99 = race.spread(f"a shelter closes, k = {k}", where, 4)
            words = f"median {in_words(median)}, 99 % {in_words(p99)}"
            add(f"a shelter closes, k = {k}, {where}", "median under 100 µs" if k == 1 else "stated", words,
                verdict(median, 100e-6, True) if k == 1 else "")  # fmt: skip
        p99 = race.spread("three plans from a point", where, 4)
        if p99 is not None:
            median = race.spread("three plans from a point", where, 2)
            add(f"three plans with their ways from any point, {where}", "99 % under 0.2 ms",
                f"99 % {in_words(p99)}, median {in_words(median)}", verdict(p99, 200e-6, True))  # fmt: skip
    return table(["what", "asked", "reached", "met"], rows)


# A network that can be routed on, for people on foot, from the same file.
NETWORKS = (("pyrosm + pandana", "pbf to network"), ("osrm", "pbf to network"), ("valhalla", "pbf to network"))


def best_of_builds(race, city):
    told = [(race.seconds(peer, task, city, 2), peer) for peer, task in NETWORKS]
    told = [(seconds, peer) for seconds, peer in told if seconds is not None]
    return min(told) if told else None


def builds(race):
    columns = [
        ("hinan, without fsync", "hinan", "pbf to region", 2),
        ("fsync and rename", "hinan", "pbf to region: fsync and rename", 2),
        ("pyrosm, tables only", "pyrosm", "pbf to tables", 1),
        ("pyrosm + pandana", "pyrosm + pandana", "pbf to network", 2),
        ("OSRM extract", "osrm", "pbf to network", 2),
        ("OSRM extract + contract", "osrm", "pbf to network, contracted", 2),
        ("Valhalla tiles", "valhalla", "pbf to network", 2),
    ]
    rows = []
    for city in CITIES:
        if race.seconds("hinan", "pbf to region", city, 2) is None:
            continue
        row = [city, f"{race.told('hinan', 'pbf to region', city, 'nodes', 2):,}"]
        for _, peer, task, threads in columns:
            seconds = race.seconds(peer, task, city, threads)
            peak = race.told(peer, task, city, "peak_mb", threads)
            row.append(in_words(seconds) + (f", {peak} MB" if seconds and "fsync" not in task else ""))
        rows.append(row)
    return table(["", "nodes in the region", *(column[0] for column in columns)], rows)


def nearest(race):
    tasks = [
        ("hinan", "prepare", 1, "walker's graph from the region"),
        ("hinan", "1 nearest", 1, "1 nearest: time, shelter, next"),
        ("hinan", "1 nearest, memory kept", 1, "the same into memory that is there already"),
        ("hinan", "1 nearest", 2, "1 nearest"),
        ("hinan", "3 nearest", 1, "3 nearest"),
        ("hinan", "3 nearest", 2, "3 nearest"),
        ("hinan", "8 nearest", 1, "8 nearest"),
        ("hinan", "8 nearest", 2, "8 nearest"),
        ("scipy", "prepare", 1, "matrix from arrays"),
        ("scipy", "nearest, time", 1, "nearest: time"),
        ("scipy", "nearest, time + shelter + next", 1, "nearest: time, shelter, next"),
        ("pandana", "prepare", 1, "contraction"),
        ("pandana", "3 nearest", 1, "3 nearest: time, shelter"),
        ("pandana", "8 nearest", 1, "8 nearest: time, shelter"),
        ("pandana", "prepare", 2, "contraction"),
        ("pandana", "3 nearest", 2, "3 nearest: time, shelter"),
        ("pandana", "8 nearest", 2, "8 nearest: time, shelter"),
        ("hinan", "streaming floor", 1, "reading 8 B an arc and 12 B a node once, from memory"),
        ("hinan", "streaming floor, in cache", 1, "the same again at once"),
    ]
    rows = []
    for peer, task, threads, words in tasks:
        row = [peer, words, str(threads)]
        for where in (TILES, GRID):
            seconds, peak = race.seconds(peer, task, where, threads), race.told(peer, task, where, "peak_mb", threads)
            row.append(in_words(seconds) + (f", {peak} MB" if seconds and "floor" not in task else ""))
        if row[3] != "–" or row[4] != "–":
            rows.append(row)
    return table(["who", "what", "threads", TILES, GRID], rows)


def small_things(race):
    rows = []
    for where in (TILES, GRID):
        for task in (
            "a shelter closes, k = 1",
            "a shelter opens, k = 1",
            "a shelter closes, k = 3",
            "a shelter opens, k = 3",
            "three plans from a point",
            "three plans from a point: to the street",
            "three plans from a point: the ways",
        ):
            line = race.results.get(("hinan", task, where, 1))
            if line and len(line["seconds"]) >= 7:
                rows.append([where, task, *(in_words(line["seconds"][i]) for i in (2, 3, 4, 6))])
    return table(["", "what", "median", "90 %", "99 %", "largest"], rows)


def agreement(race):
    """Whether the racers found the same."""
    lines = []
    for where in (TILES, GRID):
        theirs = [race.told("scipy", "nearest, time", where, field) for field in ("reached", "sum_ds")]
        ours = [race.told("hinan", "1 nearest", where, field) for field in ("reached", "sum_ds")]
        if None not in theirs + ours:
            same = "the same" if theirs == ours else "NOT THE SAME"
            lines.append(
                f"- {where}: hinan and scipy reach {ours[0]:,} and {theirs[0]:,} nodes in {ours[1]:,} and {theirs[1]:,} ds in all: {same}."
            )
        for threads in (1, 2):
            share = race.told("pandana", "8 nearest", where, "same_as_scipy", threads)
            if share is not None:
                lines.append(f"- {where}: pandana on {threads} thread(s) has scipy's time at {share:.4%} of the nodes.")
    return lines


def machine():
    """The machine and the versions, for the head of the tables."""

    def output(*command):
        try:
            return subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return "unknown"

    model = "unknown processor"
    memory = "unknown"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), model)
        with open("/proc/meminfo", encoding="utf-8") as file:
            memory = f"{int(file.readline().split()[1]) / 2**20:.0f} GiB"
    except OSError:
        pass
    changed = " with changes" if output("git", "status", "--porcelain", "--", "crates", "Cargo.lock") else ""
    return (
        f"{model}, {os.cpu_count()} cores, {memory} of memory, {platform.system()} {platform.release().split('-')[0]}, "
        f"{output('rustc', '--version').split(' (')[0]}, revision {output('git', 'rev-parse', '--short', 'HEAD')}{changed}"
    )


class Neighbours:
    """How much of the cores somebody else used while we ran: busy time of the machine less our own."""

    def __init__(self):
        self.start = self.now()

    @staticmethod
    def now():
        try:
            with open("/proc/stat", encoding="utf-8") as file:
                ticks = [int(word) for word in file.readline().split()[1:9]]
        except (OSError, ValueError):
            return None
        idle, waiting = ticks[3], ticks[4]
        own = sum(
            usage.ru_utime + usage.ru_stime
            for usage in (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        )
        return time.monotonic(), (sum(ticks) - idle - waiting) / os.sysconf("SC_CLK_TCK") - own

    def share(self):
        """Their share of all cores, or None where the system does not tell."""
        now = self.now()
        if now is None or self.start is None:
            return None
        return max(0.0, (now[1] - self.start[1]) / ((now[0] - self.start[0]) * os.cpu_count()))


def document(race, others, took):
    versions = sorted({line["version"] for line in race.results.values() if line.get("version")})
    when = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
    used = "It is not known what else the machine did." if others is None else f"Others used {others:.1%} of the cores meanwhile."
    quiet = " **The machine was not quiet: do not quote these figures.**" if (others or 0) > 0.03 else ""
    lines = [
        f"Run of {when}{', quick' if race.options.quick else ''}, {took / 60:.0f} minutes. {machine()}.",
        f"{used}{quiet} Peers: {'; '.join(versions)}.",
        "",
        "### Targets",
        "",
        *targets(race),
        "",
        "### From a map extract to a network",
        "",
        *builds(race),
        "",
        "### Nearest shelters for all nodes",
        "",
    ]
    for where in (TILES, GRID):
        nodes = race.told("scipy", "prepare", where, "nodes")
        if nodes:
            arcs, shelters = (race.told("scipy", "prepare", where, field) for field in ("arcs", "shelters"))
            junctions = race.told("hinan", "prepare", where, "junctions")
            lines.append(f"- {where}: {nodes:,} nodes ({junctions or 0:,} junctions), {arcs:,} arcs, {shelters:,} shelters.")
    lines += [*agreement(race), "", *nearest(race), "", "### One change, one person", "", *small_things(race), ""]
    if race.left_out:
        lines += ["### Left out", "", *(f"- {' '.join(sentence.split())}" for sentence in race.left_out), ""]
    return "\n".join(lines)


def write_document(text):
    """Puts the tables between their marks in docs/benchmarks.md."""
    with open(DOC, encoding="utf-8") as file:
        before, _, rest = file.read().partition(BEGIN)
    after = rest.partition(END)[2]
    with open(DOC + ".tmp", "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n\n{text}\n{END}{after}")
    os.replace(DOC + ".tmp", DOC)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer cities and runs, about two minutes; figures are rough")
    parser.add_argument("--no-doc", action="store_true", help="print the tables and leave docs/benchmarks.md alone")
    parser.add_argument("--only", choices=["build", "nearest"], help="one half of the races (implies --no-doc)")
    parser.add_argument("--hinan", help="an already built program instead of target/release/hinan")
    parser.add_argument("--data", default=os.path.join(PROJECT, "..", "shared", "data", "osm"), help="folder of map extracts")
    options = parser.parse_args()
    if not os.path.exists(CHECK):
        sys.exit("race: bench/.venv-check is not there; run bench/setup.sh first")
    os.makedirs(WORK, exist_ok=True)
    race = Race(options)
    networks = prepare(race)
    others = Neighbours()
    if options.only != "nearest":
        race_builds(race)
    if options.only != "build":
        race_nearest(race, networks)
    text = document(race, others.share(), time.monotonic() - STARTED)
    print(text)
    if not options.no_doc and not options.only:
        write_document(text)
        race.say(f"written to {os.path.relpath(DOC)}")


STARTED = time.monotonic()

if __name__ == "__main__":
    main()
