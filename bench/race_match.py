#!/usr/bin/env python3
"""10,000 alerts against 1,000,000 places: hinan and shapely (GEOS) in one run.

    python3 -m venv bench/.venv-match && bench/.venv-match/bin/pip install -r bench/requirements-match.txt
    bench/.venv-match/bin/python bench/race_match.py [--alerts 10000] [--points 1000000] [--data FOLDER]

Two sets of alerts: *areas*, the 1,420 real outlines of Israel's alert areas, each as often as a hash
picks it (left out where the data folder is not there), with places crowded around them; *coasts*,
rings of 12 to 250 corners, 1 to 10 km across, in a square of one degree. All coordinates are whole
numbers of 1e-7 degree, so that both sides can be exact; the number of places inside of every single
alert has to be equal. Shapely races twice: a tree over the places queried with all polygons at once
(`covers`), and prepared polygons against the places of their box (`intersects_xy`, the places sorted
by latitude). Times are those that the thread had a core, so that other work on the machine counts
little. Rewrites its part of docs/benchmarks.md. Exit status: 0 equal, 1 not.
"""

import argparse
import json
import os
import subprocess
import sys
import time

import numpy
import shapely

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
WORK = os.path.join(HERE, "work", "match")
E7 = 10_000_000


def areas(data, alerts, points, random):
    """Israel's alert areas, and places around them."""
    path = os.path.join(data, "alerts", "israel", "polygons.json")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        outlines = [numpy.rint(numpy.array(ring) * E7).astype(numpy.int64) for ring in json.load(file).values()]
    outlines = [ring for ring in outlines if len(ring) >= 4]
    rings = [outlines[pick] for pick in random.integers(0, len(outlines), alerts)]
    corners = numpy.concatenate(outlines)
    crowd = corners[random.integers(0, len(corners), points * 7 // 10)]
    crowd = crowd + numpy.rint(random.normal(0, 100_000, crowd.shape)).astype(numpy.int64)
    low, high = corners.min(axis=0), corners.max(axis=0)
    rest = random.integers(low, high + 1, (points - len(crowd), 2))
    return rings, numpy.concatenate([crowd, rest])


def coasts(alerts, points, random):
    """Rings that go in and out, all over a square."""
    low, high = numpy.array([59 * E7, 10 * E7]), numpy.array([60 * E7, 11 * E7])
    rings = []
    for _ in range(alerts):
        corners = int(random.integers(12, 251))
        angle = numpy.sort(random.random(corners)) * 2 * numpy.pi
        out = random.integers(E7 // 200, E7 // 20) * (0.5 + random.random(corners) / 2)
        around = numpy.stack([numpy.sin(angle), numpy.cos(angle)], axis=1) * out[:, None]
        rings.append(numpy.rint(random.integers(low, high) + around).astype(numpy.int64))
    return rings, random.integers(low, high + 1, (points, 2))


def write(name, rings, places):
    os.makedirs(WORK, exist_ok=True)
    files = [os.path.join(WORK, f"{name}.{kind}") for kind in ("points", "alerts", "counts")]
    places.astype("<i4").tofile(files[0])
    with open(files[1], "w", encoding="ascii") as file:
        for ring in rings:
            closed = numpy.concatenate([ring, ring[:1]])
            file.write(" ".join(f"{lat},{lon}" for lat, lon in closed) + "\n")
    return files


def hinan(files):
    binary = os.path.join(HERE, "target", "release", "hinan-match")
    run = subprocess.run([binary, *files, "--threads", "2"], check=True, stdout=subprocess.PIPE, text=True)
    with open(files[2], encoding="ascii") as file:
        counts = numpy.array([int(line) for line in file])
    return [json.loads(line) for line in run.stdout.splitlines()], counts


def timed(rows, task, work):
    wall, cpu = time.perf_counter(), time.thread_time()
    done = work()
    rows.append({
        "peer": f"shapely {shapely.__version__}", "task": task, "threads": 1,
        "wall": time.perf_counter() - wall, "cpu": time.thread_time() - cpu,
    })
    return done


def peer(rings, places):
    rows = []
    # Longitude is x. Whole numbers below 2^53 are exact as floats.
    flat = places[:, ::-1].astype(float)
    polygons = timed(rows, "make the polygons", lambda: numpy.array([shapely.Polygon(ring[:, ::-1].astype(float)) for ring in rings]))
    tree = timed(rows, "put the places in a tree", lambda: shapely.STRtree(shapely.points(flat)))
    pairs = timed(rows, "tree of places, every pair", lambda: tree.query(polygons, predicate="covers"))
    counts = numpy.bincount(pairs[0], minlength=len(rings))
    del pairs, tree
    order = timed(rows, "sort the places", lambda: numpy.argsort(flat[:, 1], kind="stable"))
    x, y = flat[order, 0].copy(), flat[order, 1].copy()

    def by_box():
        counts = numpy.zeros(len(polygons), dtype=numpy.int64)
        bounds = shapely.bounds(polygons)
        for number, (polygon, (west, south, east, north)) in enumerate(zip(polygons, bounds)):
            shapely.prepare(polygon)
            rows_of = slice(numpy.searchsorted(y, south, "left"), numpy.searchsorted(y, north, "right"))
            near = (x[rows_of] >= west) & (x[rows_of] <= east)
            inside = shapely.intersects_xy(polygon, x[rows_of][near], y[rows_of][near])
            counts[number] = int(inside.sum())
            shapely.destroy_prepared(polygon)
        return counts

    boxed = timed(rows, "prepared polygons, places of their box", by_box)
    return rows, counts, boxed


def rings_are_simple(rings, counts):
    """The alerts whose ring does not cross itself: elsewhere GEOS and CAP mean different ground."""
    polygons = [shapely.Polygon(ring[:, ::-1].astype(float)) for ring in rings]
    return shapely.is_valid(numpy.array(polygons))


def race(name, rings, places):
    files = write(name, rings, places)
    ours, counts = hinan(files)
    theirs, by_tree, by_box = peer(rings, places)
    simple = rings_are_simple(rings, counts)
    differ = [int((counts != other)[simple].sum()) for other in (by_tree, by_box)]
    return {
        "name": name, "alerts": len(rings), "points": len(places), "corners": int(sum(map(len, rings))),
        "pairs": int(counts.sum()), "crossing": int((~simple).sum()), "differ": differ, "rows": ours + theirs,
    }


def table(results):
    lines = ["<!-- match: begin -->", ""]
    lines.append(f"Run of {time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end.")
    for result in results:
        lines += ["", f"### {result['name'].capitalize()}: {result['alerts']:,} alerts, {result['points']:,} places", ""]
        lines.append(
            f"{result['corners']:,} corners, {result['pairs']:,} pairs. Alerts that differ: "
            f"{result['differ'][0]} from the tree, {result['differ'][1]} from the prepared polygons "
            f"({result['crossing']} rings cross themselves and are not compared)."
        )
        lines += ["", "| who | what | threads | seconds on a core | seconds |", "| --- | --- | --- | --- | --- |"]
        for row in result["rows"]:
            cpu = "" if row["cpu"] is None else f"{row['cpu']:.2f}"
            lines.append(f"| {row['peer']} | {row['task']} | {row['threads']} | {cpu} | {row['wall']:.2f} |")
        cpu = {(row["peer"][:5], row["task"]): row["cpu"] for row in result["rows"] if row["cpu"] is not None}
        runs, pairs = cpu["hinan", "runs of places"], cpu["hinan", "every pair"]
        tree, box = cpu["shape", "tree of places, every pair"], cpu["shape", "prepared polygons, places of their box"]
        lines += ["", f"Every pair: {min(tree, box) / pairs:.1f}x; counts only: {min(tree, box) / runs:.1f}x the better of shapely's two."]
    return "\n".join(lines + ["", "<!-- match: end -->"])


def rewrite(text):
    path = os.path.join(PROJECT, "docs", "benchmarks.md")
    with open(path, encoding="utf-8") as file:
        page = file.read()
    begin, end = page.index("<!-- match: begin -->"), page.index("<!-- match: end -->")
    page = page[:begin] + text + page[end + len("<!-- match: end -->"):]
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)


def main():
    parser = argparse.ArgumentParser(description="Alerts against places: hinan and shapely.")
    parser.add_argument("--alerts", type=int, default=10_000)
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--data", default=os.path.join(PROJECT, "..", "shared", "data"))
    parser.add_argument("--dry", action="store_true", help="leave docs/benchmarks.md alone")
    options = parser.parse_args()
    subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "hinan-match"], cwd=HERE, check=True)
    random = numpy.random.Generator(numpy.random.PCG64(7))
    results = []
    real = areas(options.data, options.alerts, options.points, random)
    if real is None:
        print("areas: left out, no data folder", file=sys.stderr)
    else:
        results.append(race("areas", *real))
    results.append(race("coasts", *coasts(options.alerts, options.points, random)))
    text = table(results)
    print(text)
    if not options.dry:
        rewrite(text)
    return 1 if any(any(result["differ"]) for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
