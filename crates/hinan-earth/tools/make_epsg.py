"""Makes ../src/epsg.txt (the coordinate systems that hinan knows) and ../tests/it/points.csv.

    pip install pyproj==3.7.2          # brings PROJ 9.5.1 and the EPSG data set; no grids
    cargo build -p hinan-earth --example check_definitions
    python make_epsg.py ../../../target/debug/examples/check_definitions

For every system of EPSG in degrees or projected (and a few of ESRI) PROJ computes points over the area
of use. Several definitions are then tried with proj4rs: the projection with each of the datum shifts of
seven parameters or three that EPSG has, or with none. The first that agrees with PROJ to 5 mm at all
points, there and back, is taken. A system for which none agrees is left out: PROJ uses a grid or changes
the shift from place to place, and being off by metres is worse than saying no.

A line is CODE|ACCURACY|DEFINITION: the accuracy in metres is EPSG's for the shift, `?` where not stated.
"""

import math
import pathlib
import re
import subprocess
import sys
import warnings

import pyproj
from pyproj import CRS
from pyproj.database import query_crs_info
from pyproj.enums import PJType
from pyproj.transformer import Transformer, TransformerGroup

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent
GOOD_M = 0.005
ESRI = [54009, 54012, 54030, 54034, 54008, 102001, 102003, 102008, 102022, 102025, 102033]
TESTED = [
    2039, 25832, 25833, 3006, 3067, 3857, 4326, 4258, 6668, *range(6669, 6688), 5179, 5186, 5174, 3826, 3825,
    31985, 31982, 27700, 2154, 3035, 5070, 3395, 5243, 54009, 28992, 21781, 2056, 32633, 32723, 4674, 3577,
    2193, 31370, 5514, 2180, 31467, 4301, 2326, 3414, 6372, 3005, 2263, 5181, 5185, 5187, 3824, 6984,
]


def points_of(crs, code):
    area = crs.area_of_use
    if area is None:
        return []
    west, south, east, north = area.bounds
    if east < west:
        east += 360
    south, north = max(south, -89), min(north, 89)
    to = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    result = []
    for i in range(5):
        for j in range(5):
            lon = west + (east - west) * (0.08 + 0.21 * i)
            lat = south + (north - south) * (0.08 + 0.21 * j)
            lon = (lon + 180) % 360 - 180
            x, y = to.transform(lon, lat)
            if not (math.isfinite(x) and math.isfinite(y)):
                continue
            # Where PROJ's own way back does not return, nothing can be checked.
            back_lon, back_lat = to.transform(x, y, direction="INVERSE")
            if abs(back_lon - lon) < 1e-7 and abs(back_lat - lat) < 1e-7:
                result.append((lon, lat, x, y))
    return result


SHIFTS = {}


def shifts_of(crs):
    """Datum shifts that EPSG has for a system: (accuracy, towgs84)."""
    base = crs.geodetic_crs
    key = base.to_wkt()
    if key in SHIFTS:
        return SHIFTS[key]
    found = []
    try:
        group = TransformerGroup(base, "EPSG:4326", always_xy=True)
    except pyproj.exceptions.ProjError:
        group = None
    for operation in group.transformers if group else []:
        steps = re.findall(r"(inv )?proj=helmert ([^+]*(?:\+?(?!step)[^ ]+ ?)*?)(?=step|$)", operation.definition)
        accuracy = operation.accuracy if operation.accuracy >= 0 else None
        if not steps:
            found.append((accuracy, "0,0,0"))
            continue
        if len(steps) > 1:
            continue
        inverse, text = steps[0]
        value = dict(pair.split("=") for pair in text.split() if "=" in pair)
        if any(name in value for name in ("dx", "dy", "t_epoch")):
            continue
        sign = -1 if inverse else 1
        turn = sign * (-1 if value.get("convention") == "coordinate_frame" else 1)
        shift = [sign * float(value.get(name, 0)) for name in "xyz"]
        if any(name in value for name in ("rx", "ry", "rz", "s")):
            shift += [turn * float(value.get(name, 0)) for name in ("rx", "ry", "rz")]
            shift.append(sign * float(value.get("s", 0)))
        found.append((accuracy, ",".join(f"{number:.10g}" for number in shift)))
    if not any(text == "0,0,0" for _, text in found):
        found.append((None, "0,0,0"))
    SHIFTS[key] = found
    return found


def candidates(crs, code):
    if code == 3857:
        return [(0.0, "+proj=merc +a=6378137 +b=6378137 +nadgrids=@null")]
    axes = [axis.direction for axis in crs.axis_info]
    if "west" in axes or (axes.count("south") == 1 and "south" in axes):
        return []
    text = crs.to_proj4()
    if not text or "+axis" in text or "+nadgrids" in text or "geoidgrids" in text:
        return []
    ellipsoid = crs.ellipsoid
    kept = [word for word in text.split() if not re.match(r"\+(datum|ellps|a|b|rf|R|towgs84|no_defs|type|wktext)\b", word)]
    named = re.search(r"\+(ellps|datum)=(\S+)", text)
    names = {"WGS84": "WGS84", "NAD83": "GRS80", "NAD27": "clrk66"}
    if named and (named[1] == "ellps" or named[2] in names):
        body = f"+ellps={names.get(named[2], named[2]) if named[1] == 'datum' else named[2]}"
    elif ellipsoid.inverse_flattening:
        body = f"+a={ellipsoid.semi_major_metre:.12g} +rf={ellipsoid.inverse_flattening:.12g}"
    else:
        body = f"+R={ellipsoid.semi_major_metre:.12g}"
    result = []
    for accuracy, shift in shifts_of(crs):
        result.append((accuracy, f"{' '.join(kept)} {body} +towgs84={shift}"))
    return result


def main(checker):
    infos = query_crs_info("EPSG", [PJType.PROJECTED_CRS, PJType.GEOGRAPHIC_2D_CRS])
    codes = sorted(("EPSG", int(info.code)) for info in infos) + [("ESRI", code) for code in ESRI]
    # Deprecated codes still stand in old files.
    infos = query_crs_info("EPSG", [PJType.PROJECTED_CRS, PJType.GEOGRAPHIC_2D_CRS], allow_deprecated=True)
    codes = sorted(set(codes) | {("EPSG", int(info.code)) for info in infos}, key=lambda pair: pair[1])
    tries, points = [], {}
    for authority, code in codes:
        try:
            crs = CRS.from_authority(authority, code)
            points[code] = points_of(crs, code)
            if len(points[code]) < 9:
                continue
            for accuracy, definition in candidates(crs, code):
                tries.append((code, accuracy, definition))
        except pyproj.exceptions.ProjError as error:
            print(code, error, file=sys.stderr)
    lines = "".join(
        f"{definition}|{';'.join(','.join(f'{n:.12f}' for n in point) for point in points[code])}\n"
        for code, _, definition in tries
    )
    answers = subprocess.run([checker], input=lines, capture_output=True, text=True, check=True).stdout.split()
    assert len(answers) == len(tries)
    known = {}
    for (code, accuracy, definition), answer in zip(tries, answers):
        if answer != "-" and float(answer) < GOOD_M and code not in known:
            known[code] = (accuracy, definition)
    with open(HERE / "../src/epsg.txt", "w", encoding="ascii", newline="\n") as file:
        for code in sorted(known):
            accuracy, definition = known[code]
            file.write(f"{code}|{'?' if accuracy is None else format(accuracy, 'g')}|{definition}\n")
    with open(HERE / "../tests/it/points.csv", "w", encoding="ascii", newline="\n") as file:
        file.write(f"# PROJ {pyproj.proj_version_str} (pyproj {pyproj.__version__}, no grids): made by tools/make_epsg.py\n")
        file.write("code,lat,lon,x,y\n")
        for code in sorted(known):
            if code in TESTED:
                chosen = points[code][code % 3 :: 3]
            else:
                chosen = points[code][12:13] if code % 10 == 0 else []
            for lon, lat, x, y in chosen:
                file.write(f"{code},{lat:.10f},{lon:.10f},{x:.8f},{y:.8f}\n")
    print(f"{len(known)} of {len(points)} systems", "tested but refused:", [c for c in TESTED if c not in known])


if __name__ == "__main__":
    main(*sys.argv[1:])
