#!/usr/bin/env python3
"""Reading CAP messages: hinan, the crate oasiscap and lxml (libxml2) on the same files in one run.

    python3 -m venv bench/.venv-cap && bench/.venv-cap/bin/pip install -r bench/requirements-cap.txt
    bench/.venv-cap/bin/python bench/race_cap.py [--seconds 1.0] [--data FOLDER] [--no-doc]

The files are the messages of CAP 1.2 in the data folder, and one with a polygon of 10,000 corners.
What is timed differs in what it does: hinan decodes, checks the schema's rules and those of section 3
(rings included) and makes a message; oasiscap checks a part of that and makes one; lxml makes a tree,
and in its second row also asks the schema. Told is the least time of one reading from memory, which
other work on the machine disturbs least. Rewrites its part of docs/benchmarks.md.
"""

import argparse
import json
import math
import os
import platform
import subprocess
import sys
import time

from lxml import etree

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
WORK = os.path.join(HERE, "work", "cap")
DOC = os.path.join(PROJECT, "docs", "benchmarks.md")
BEGIN, END = "<!-- cap: begin -->", "<!-- cap: end -->"
MESSAGES = [
    ("a real message with 459 kB of attached file", "oasiscap/ipaws-5ea321f39fc226a7b44b6874.xml"),
    ("a real message with an attached file", "oasiscap/ipaws-5e7e0fc5023f1930efcf3deb.xml"),
    ("a real message of a weather service", "dwd/Z_CAP_C_EDZW_20170223134450_PVW_4.xml"),
    ("a real tsunami message", "oasiscap/google-PAAQ-4-mg5a94.xml"),
    ("an example of the standard", "oasiscap/v1dot2_appendix_adot4.xml"),
]


def coast():
    """The base message of the conformance suite with a polygon of 10,000 corners."""
    with open(os.path.join(PROJECT, "crates", "hinan-cap", "conformance", "valid", "base.xml"), encoding="utf-8") as file:
        text = file.read()
    turns = [number / 10_000 * 2 * math.pi for number in range(10_000)]
    corners = [f"{50 + math.sin(turn) * 3:.6f},{14 + math.cos(turn) * 5:.6f}" for turn in turns]
    start, end = text.index("<polygon>") + len("<polygon>"), text.index("</polygon>")
    path = os.path.join(WORK, "coast.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text[:start] + " ".join([*corners, corners[0]]) + text[end:])
    return path


def least(work, seconds):
    """The least time of one piece of work, among as many as fit."""
    best, started = math.inf, time.perf_counter()
    while time.perf_counter() - started < seconds:
        before = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - before)
    return best


def lxml_rows(path, schema, seconds):
    with open(path, "rb") as file:
        text = file.read()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    version = ".".join(map(str, etree.LXML_VERSION[:3]))
    yield f"lxml {version}, tree", least(lambda: etree.fromstring(text, parser), seconds), True
    taken = schema.validate(etree.fromstring(text, parser))
    yield f"lxml {version}, tree and schema", least(lambda: schema.validate(etree.fromstring(text, parser)), seconds), taken


def race(options):
    os.makedirs(WORK, exist_ok=True)
    cap = os.path.join(options.data, "alerts", "cap")
    files = [(name, os.path.join(cap, file)) for name, file in MESSAGES if os.path.exists(os.path.join(cap, file))]
    if not files:
        sys.exit(f"no messages in {options.data}: give --data FOLDER")
    files.append(("a polygon of 10,000 corners", coast()))
    racer = options.racer
    if not racer:
        subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "hinan-cap"], cwd=HERE, check=True)
        racer = os.path.join(HERE, "target", "release", "hinan-cap")
    command = [racer, "--seconds", str(options.seconds), *(path for _, path in files)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    ours = [json.loads(line) for line in run.stdout.splitlines()]
    schema = etree.XMLSchema(file=os.path.join(cap, "CAP-v1.2.xsd"))
    for name, path in files:
        rows = [(row["peer"], row["seconds"], row["taken"]) for row in ours if row["file"] == path]
        rows += lxml_rows(path, schema, options.seconds)
        yield name, os.path.getsize(path), rows


def table(results):
    peers = [peer for peer, _, _ in results[0][2]]
    lines = [f"Run of {time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} cores, load "
             f"{os.getloadavg()[0]:.1f} at the end. MB/s; in brackets: refused.", ""]
    lines += ["| message | bytes | " + " | ".join(peers) + " |", "| --- |" + " --- |" * (len(peers) + 1)]
    for name, size, rows in results:
        speeds = [f"{size / seconds / 1e6:.0f}" for _, seconds, _ in rows]
        cells = [speed if taken else f"({speed})" for speed, (_, _, taken) in zip(speeds, rows)]
        lines.append(f"| {name} | {size:,} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.path.join(PROJECT, "..", "shared", "data"))
    parser.add_argument("--seconds", type=float, default=1.0, help="a reader and a file")
    parser.add_argument("--racer", help="the program hinan-cap, where it is built already")
    parser.add_argument("--no-doc", action="store_true")
    options = parser.parse_args()
    text = table(list(race(options)))
    print(text)
    if not options.no_doc:
        with open(DOC, encoding="utf-8") as file:
            page = file.read()
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        with open(DOC, "w", encoding="utf-8") as file:
            file.write(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")


main()
