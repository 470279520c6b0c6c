#!/usr/bin/env python3
"""Vector tiles that hinan makes, read by another decoder and compared with the extract itself.

    cargo run --release -p hinan-render --example all_tiles -- CITY.hinan TILES
    python3 -m venv bench/.venv-tiles && bench/.venv-tiles/bin/pip install -r bench/requirements-tiles.txt
    bench/.venv-tiles/bin/python bench/check_tiles.py CITY.osm.pbf TILES

Every tile must decode with mapbox-vector-tile. The ground of buildings and of green and water within
the tiles of zoom 16, cut to each tile, must add up to what osmium and shapely make of the extract, to
a per cent. Exit status: 0 equal, 1 not.
"""

import pathlib
import sys

import mapbox_vector_tile
import osmium
import shapely
from shapely.geometry import shape

ZOOM = 16
CELL = shapely.box(0, 0, 4096, 4096)
HIDDEN = {"tunnel": ("no", "building_passage"), "covered": ("no",)}
NO_BUILDING = ("no", "proposed", "construction", "demolished", "collapsed")
GROUND = {
    "building": {"building": None},
    "water": {
        "natural": ("water", "bay", "strait"),
        "waterway": ("riverbank", "dock"),
        "landuse": ("reservoir", "basin"),
        "leisure": ("swimming_pool", "marina"),
    },
}


def in_tiles(folder):
    """Square units of zoom 16 by layer, as the tiles have them, and the number of tiles."""
    sums, count = {layer: 0.0 for layer in GROUND}, 0
    for path in sorted(folder.rglob("*.mvt")):
        data = path.read_bytes()
        if not data:
            continue
        tile = mapbox_vector_tile.decode(data, default_options={"y_coord_down": True})
        count += 1
        if path.parts[-3] != str(ZOOM) or path.name.endswith(".doors.mvt"):
            continue
        for layer in GROUND:
            for feature in tile.get(layer, {}).get("features", []):
                if feature["properties"]["class"] == "sea":
                    continue
                # One by one: what overlaps counts twice, as in the extract.
                for ground in shapely.get_parts(shape(feature["geometry"])):
                    sums[layer] += shapely.make_valid(ground).intersection(CELL).area
    return sums, count


def in_extract(extract, folder):
    """The same from the extract, within the tiles that there are."""
    columns = {path.parts[-2] for path in folder.glob(f"{ZOOM}/*/*.mvt")}
    rows = {path.name.split(".")[0] for path in folder.glob(f"{ZOOM}/*/*.mvt")}
    low = [4096 * min(map(int, side)) for side in (columns, rows)]
    high = [4096 * (1 + max(map(int, side))) for side in (columns, rows)]
    covered = shapely.box(*low, *high)
    sums = {layer: 0.0 for layer in GROUND}
    factory = osmium.geom.WKBFactory()
    for area in osmium.FileProcessor(str(extract)).with_areas():
        if not area.is_area():
            continue
        layer = layer_of(area.tags)
        if layer is None:
            continue
        try:
            ground = shapely.from_wkb(factory.create_multipolygon(area))
        except RuntimeError:
            continue
        sums[layer] += shapely.transform(ground, to_units).intersection(covered).area
    return sums


def layer_of(tags):
    """The layer of an area, as docs/tiles.md and the tables of hinan-streets have it."""
    if any(tags.get(key, fine[0]) not in fine for key, fine in HIDDEN.items()):
        return None
    if tags.get("location") == "underground":
        return None
    if tags.get("building", "no") not in NO_BUILDING:
        return "building"
    water = GROUND["water"]
    return "water" if any(tags.get(key) in values for key, values in water.items()) else None


def to_units(places):
    """Degrees to units of the whole world's tiles of zoom 16."""
    import numpy

    world = 4096 * 2**ZOOM
    x = (places[:, 0] + 180) / 360 * world
    latitude = numpy.radians(places[:, 1])
    y = (1 - numpy.arcsinh(numpy.tan(latitude)) / numpy.pi) / 2 * world
    return numpy.column_stack([x, y])


def main():
    extract, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    tiles, count = in_tiles(folder)
    expected = in_extract(extract, folder)
    print(f"{count} tiles decoded")
    wrong = False
    for layer, area in expected.items():
        off = abs(tiles[layer] - area) / max(area, 1)
        wrong |= off > 0.01
        print(f"{layer}: {tiles[layer]:.0f} square units in tiles, {area:.0f} in the extract: {off:.3%} apart")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
