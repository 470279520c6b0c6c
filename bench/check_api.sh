#!/usr/bin/env bash
# Asks a served region whatever its own description allows and forbids (schemathesis, from PyPI, in
# an environment of its own beside this file), and says what is answered otherwise than described.
#
#   bench/check_api.sh [COMMAND] [CITY.hinan]
#
# COMMAND is target/debug/hinan unless given; without CITY the sample is built. Exit status: that of
# schemathesis, 3 if it cannot be had.
set -u
cd "$(dirname "$0")/.." || exit 1
hinan=${1:-target/debug/hinan}
here=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null; rm -rf "$here"' EXIT

venv=bench/.venv-api
if ! [ -x "$venv/bin/schemathesis" ]; then
    python3 -m venv "$venv" && "$venv/bin/pip" install --quiet 'schemathesis>=4,<5' || exit 3
fi
if [ $# -ge 2 ]; then
    "$hinan" serve "$2" --listen 127.0.0.1:0 2>"$here/said" &
else
    "$hinan" up -o "$here/sample.hinan" --listen 127.0.0.1:0 >/dev/null 2>"$here/said" &
fi
server=$!
for _ in $(seq 100); do
    address=$(grep -o 'http://127[^ ]*/' "$here/said" | head -1)
    [ -n "$address" ] && break
    sleep 0.2
done
[ -n "$address" ] || { cat "$here/said" >&2; exit 1; }
root=$PWD
# It leaves a folder of its own where it runs, and takes its settings from there. That a body of too many
# things is called too large (413) is as good as that it is called wrong.
cd "$here" || exit 1
cat >schemathesis.toml <<'END'
[checks]
negative_data_rejection.expected-statuses = [
    "400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429", "5xx",
]
END
"$root/$venv/bin/schemathesis" run "${address}v1/openapi.json" --checks all --seed 1 \
    --max-examples "${EXAMPLES:-60}" --generation-database none
