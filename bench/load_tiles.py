"""Asks a served region for all of its tiles, one after the other, and says how long that takes.

    bench/load_tiles.py ADDRESS [--zooms 12 13 14]

ADDRESS is what `hinan serve` prints. Asked are the tiles of the map, then those of the doorsteps (air
raid), packed, over one connection. The first answer of each makes what the others are drawn from and is
told apart. Standard library only.
"""

import argparse
import http.client
import json
import math
import time
from urllib.parse import urlsplit
from urllib.request import urlopen


def tile(zoom, place):
    """Column and row of the tile that holds a place in 1e-7 degrees."""
    lat, lon = math.radians(place["lat_e7"] / 1e7), place["lon_e7"] / 1e7
    size = 2**zoom
    return int((lon + 180) / 360 * size), int((1 - math.asinh(math.tan(lat)) / math.pi) / 2 * size)


def tiles(bounds, zooms):
    for zoom in zooms:
        (west, south), (east, north) = tile(zoom, bounds["min"]), tile(zoom, bounds["max"])
        for column in range(west, east + 1):
            for row in range(north, south + 1):
                yield f"{zoom}/{column}/{row}.mvt"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--zooms", type=int, nargs="+", default=[12, 13, 14])
    asked = parser.parse_args()
    address = urlsplit(asked.address)
    connection = http.client.HTTPConnection(address.hostname, address.port)

    def get(path):
        start = time.perf_counter()
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status not in (200, 204):
            raise SystemExit(f"{path}: {answer.status}")
        return (time.perf_counter() - start) * 1000, body

    with urlopen(asked.address + "v1/region") as answer:
        bounds = json.load(answer)["bounds"]
    for name, folder, query in [("map", "", ""), ("doorsteps", "doorsteps/", "?hazard=air-raid")]:
        took, size = [], 0
        for path in tiles(bounds, asked.zooms):
            milliseconds, body = get(f"/v1/tiles/{folder}{path}{query}")
            took.append(milliseconds)
            size += len(body)
        first, rest = took[0], sorted(took[1:])
        print(
            f"{name}: {len(took)} tiles, {size / 1000:.0f} kB, first {first:.0f} ms, "
            f"the others {sum(rest):.0f} ms: {len(rest) / sum(rest) * 1000:.0f} a second, "
            f"p99 {rest[int(len(rest) * 0.99)]:.1f} ms, worst {rest[-1]:.1f} ms"
        )


main()
