#!/usr/bin/env python3
"""Asks every command that a report of `hinan compare --report` prints, and compares every number on the page.

    bench/check_report.py --hinan target/release/hinan REPORT.html

Run it where the commands were run: they name the region files as they were typed. Uses the standard library only.
"""
import argparse
import json
import shlex
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser


class Report(HTMLParser):
    """The numbers of a page, each with its source, and its commands."""

    def __init__(self):
        super().__init__()
        self.numbers, self.commands, self.open, self.shown = [], {}, None, 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "data":
            self.numbers.append((attributes["value"], attributes["data-from"]))
        if tag == "code":
            self.open = attributes["data-command"]

    def handle_endtag(self, tag):
        if tag == "code":
            self.open = None

    def handle_data(self, text):
        if self.open:
            self.commands[self.open] = self.commands.get(self.open, "") + text


def field(answer, pointer):
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        answer = answer[int(step)] if isinstance(answer, list) else answer[step]
    return json.dumps(answer)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--hinan", required=True)
    arguments.add_argument("report")
    arguments = arguments.parse_args()
    report = Report()
    with open(arguments.report, encoding="utf-8") as page:
        report.feed(page.read())
    answers = {}
    for label, line in report.commands.items():
        words = shlex.split(line)
        assert words[0] == "hinan", line
        said = subprocess.run([arguments.hinan, *words[1:]], capture_output=True, check=True, text=True)
        answers[label] = json.loads(said.stdout)
    wrong, by_command = 0, Counter()
    for value, source in report.numbers:
        label, pointer = source.split(" ", 1)
        told = "/".join(field(answers[label], part) for part in pointer.split(" / "))
        by_command[label] += 1
        if told != value:
            wrong += 1
            print(f"{source}: the page says {value}, the command {told}")
    counted = ", ".join(f"{label} {number}" for label, number in sorted(by_command.items()))
    print(f"{len(report.numbers)} numbers of {len(answers)} commands ({counted}): {wrong} differ")
    return 1 if wrong or not report.numbers else 0


if __name__ == "__main__":
    sys.exit(main())
