#!/usr/bin/env bash
# Makes the two Python environments of the benches, from PyPI, beside this file:
#
#   .venv-check   any Python from 3.11 on: numpy, scipy, pyosmium, OR-tools. The check of `reach` against an
#                 independent Dijkstra, that of `assign`, and the generators need only this one.
#   .venv-peers   Python 3.12: scipy, pandana, pyrosm, OSRM, Valhalla. Only the race needs it.
#
# Running it again does nothing where the environments are as the requirements say.
# Exit status: 0 both are there, 3 only .venv-check is (the race then leaves peers out), 1 none.
set -u
cd "$(dirname "$0")" || exit 1

# python_at_least NAME MAJOR.MINOR: whether the command exists and is that new.
python_at_least() {
    "$1" -c "import sys; sys.exit(sys.version_info[:2] < tuple(map(int, '$2'.split('.'))))" 2>/dev/null
}

find_any() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        if python_at_least "$candidate" 3.11; then echo "$candidate"; return; fi
    done
}

find_312() {
    if python_at_least python3.12 3.12; then echo python3.12; return; fi
    if command -v pyenv >/dev/null; then
        for candidate in "$(pyenv root)"/versions/3.12*/bin/python; do
            if python_at_least "$candidate" 3.12; then echo "$candidate"; return; fi
        done
    fi
}

# make_environment FOLDER PYTHON REQUIREMENTS
make_environment() {
    if [ -f "$1/made-from.txt" ] && cmp -s "$1/made-from.txt" "$3"; then
        echo "$1: as $3 says"
        return 0
    fi
    echo "$1: installing $3 with $("$2" --version)"
    rm -rf "$1"
    "$2" -m venv "$1" || { echo "$1: $2 cannot make environments; on Debian install python3-venv" >&2; return 1; }
    "$1/bin/python" -m pip install --quiet --disable-pip-version-check --only-binary :all: -r "$3" || {
        echo "$1: pip could not install $3 (PyPI not reached, or no wheel for this machine)" >&2
        return 1
    }
    cp "$3" "$1/made-from.txt"
}

any=$(find_any)
if [ -z "$any" ]; then
    echo "This machine lacks Python 3.11 or newer: no check and no race. On Debian 12: apt-get install python3 python3-venv" >&2
    exit 1
fi
make_environment .venv-check "$any" requirements-check.txt || exit 1

peers=$(find_312)
if [ -z "$peers" ]; then
    echo "This machine lacks Python 3.12: the race leaves out scipy's, pandana's, pyrosm's, OSRM's and Valhalla's side. The check of reach works." >&2
    exit 3
fi
make_environment .venv-peers "$peers" requirements-peers.txt || exit 3
