"""Makes ../src/land.bin, the mask behind `land::is_sea`, from Natural Earth.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    pip install numpy==2.4.6 rasterio==1.4.4
    python make_land.py package ../src/land.bin

Land is the union of `land-10m.json` and `countries-10m.json` (Natural Earth 1:10m, public domain) and
of `islands.csv` next to this script: inhabited islands too small for that scale.

The mask has cells of 1/20 degree, row by row from the north, each row from 180 W. A cell is land if
land touches it or a cell as near as one row (5.5 km), or as many columns as that is there. So a point
of a sea cell is 5.5 km or more from all land that the source knows. A row is written as the lengths of
its runs, sea and land by turns, sea first, as LEB128 numbers that add up to 7200.
"""

import csv
import json
import math
import pathlib
import sys

import numpy
from rasterio import features
from rasterio.transform import from_origin

STEP = 20
COLUMNS, ROWS = 360 * STEP, 180 * STEP


def polygons(topology):
    """All polygons of a TopoJSON file as lists of rings in degrees."""
    scale_x, scale_y = topology["transform"]["scale"]
    west, south = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + west, y * scale_y + south))
        arcs.append(points)

    def ring(numbers):
        points = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points.extend(arc[1:] if points else arc)
        return points

    def walk(geometry):
        if geometry["type"] == "GeometryCollection":
            for part in geometry["geometries"]:
                yield from walk(part)
        elif geometry["type"] == "Polygon":
            yield [ring(numbers) for numbers in geometry["arcs"]]
        elif geometry["type"] == "MultiPolygon":
            for polygon in geometry["arcs"]:
                yield [ring(numbers) for numbers in polygon]

    for thing in topology["objects"].values():
        yield from walk(thing)


def near(touched):
    """Cells with land in them or as near as a row."""
    wide = numpy.zeros_like(touched)
    for row in range(ROWS):
        line = touched[row]
        if not line.any():
            continue
        lat = max(abs(90 - row / STEP), abs(90 - (row + 1) / STEP))
        reach = min(COLUMNS // 2, math.ceil(1 / max(math.cos(math.radians(min(lat + 1 / STEP, 90))), 1e-9)))
        # Running sums over the row laid out three times: the Earth is round.
        sums = numpy.concatenate([[0], numpy.cumsum(numpy.tile(line, 3), dtype=numpy.int64)])
        first = numpy.arange(COLUMNS, 2 * COLUMNS)
        wide[row] = sums[first + reach + 1] > sums[first - reach]
    result = wide.copy()
    result[1:] |= wide[:-1]
    result[:-1] |= wide[1:]
    return result


def leb128(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return out


def runs(line):
    out = bytearray()
    value, start = 0, 0
    for end in [*(numpy.flatnonzero(numpy.diff(line)) + 1).tolist(), COLUMNS]:
        if line[start] != value:
            out += leb128(0)
            value = 1 - value
        out += leb128(end - start)
        value, start = 1 - value, end
    return out


def main(folder, target):
    shapes = []
    for name in ["land-10m.json", "countries-10m.json"]:
        topology = json.loads((pathlib.Path(folder) / name).read_text())
        shapes += [{"type": "Polygon", "coordinates": rings} for rings in polygons(topology)]
    touched = features.rasterize(
        shapes,
        out_shape=(ROWS, COLUMNS),
        transform=from_origin(-180, 90, 1 / STEP, 1 / STEP),
        all_touched=True,
        dtype="uint8",
    )
    # Natural Earth has a joke of a square metre at 0,0, and no outline around the South Pole.
    touched[90 * STEP - 1 : 90 * STEP + 1, 180 * STEP - 1 : 180 * STEP + 1] = 0
    touched[175 * STEP :] = 1
    with open(pathlib.Path(__file__).with_name("islands.csv"), encoding="utf-8") as file:
        for island in csv.DictReader(file):
            row = int((90 - float(island["lat"])) * STEP)
            column = int((180 + float(island["lon"])) * STEP)
            if not touched[row, column]:
                print("only in islands.csv:", island["name"])
            touched[row, column] = 1
    mask = near(touched)
    coded = b"".join(bytes(runs(line)) for line in mask)
    pathlib.Path(target).write_bytes(coded)
    print(f"{len(coded)} bytes, {mask.mean():.4f} of the cells are land")


if __name__ == "__main__":
    main(*sys.argv[1:])
