#!/usr/bin/env python3
"""Layers that hinan writes, opened by the tools that planners use: GDAL, pandas, Arrow, DuckDB.

    python3 -m venv bench/.venv-layers && bench/.venv-layers/bin/pip install -r bench/requirements-layers.txt
    bench/.venv-layers/bin/python bench/check_layers.py [FOLDER]

Without FOLDER the awkward layers of the tests are written first (cargo run --example layers). Every
layer must be there as .geojson, .gpkg, .parquet and .csv. The GeoJSON, read as plain JSON, says what
is right: every other form, and GDAL's reading of the GeoJSON itself, has to give the same names,
types, values, geometries and reference system.
Exit status: 0 all equal, 1 not.
"""

import json
import os
import subprocess
import sys
import tempfile

import duckdb
import geopandas
import pyarrow
import pyarrow.parquet
import pyogrio
import shapely
from shapely.geometry import shape

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)


class Wrong(Exception):
    """Something that is not as it must be."""


def must(holds, what):
    if not holds:
        raise Wrong(what)


def expected(path):
    """Rows as dictionaries, and their geometries, from the GeoJSON."""
    with open(path, encoding="utf-8") as file:
        collection = json.load(file)
    must(collection["attribution"], f"{path}: no attribution")
    features = collection["features"]
    geometries = [None if f["geometry"] is None else shape(f["geometry"]) for f in features]
    return [f["properties"] for f in features], geometries


def same_values(name, rows, columns, table):
    """The columns of an Arrow table against the rows that are right."""
    for column in columns:
        found = [bool(v) if isinstance(r[column], bool) and v is not None else v
                 for v, r in zip(table.column(column).to_pylist(), rows)]
        wanted = [row[column] for row in rows]
        must(found == wanted, f"{name}, column {column}: {found} instead of {wanted}")


def same_geometries(name, found, wanted):
    """Well-known binary against shapes; a shape of no rings may come back as missing or empty."""
    must(len(found) == len(wanted), f"{name}: {len(found)} geometries instead of {len(wanted)}")
    for row, (blob, right) in enumerate(zip(found, wanted)):
        shape_found = None if blob is None else shapely.from_wkb(blob)
        if right is None or right.is_empty:
            must(shape_found is None or shape_found.is_empty, f"{name}, row {row}: {shape_found}")
            continue
        must(shape_found is not None, f"{name}, row {row}: no geometry")
        must(shapely.equals_exact(shape_found, right), f"{name}, row {row}: {shape_found} instead of {right}")
        must(shapely.is_valid(shape_found), f"{name}, row {row}: {shapely.is_valid_reason(shape_found)}")


def check_with_gdal(path, rows, geometries, has_places):
    meta, table = pyogrio.read_arrow(path)
    must(table.num_rows == len(rows), f"{path}: {table.num_rows} rows instead of {len(rows)}")
    columns = list(rows[0]) if rows else []
    must(list(meta["fields"]) == columns, f"{path}: columns {list(meta['fields'])} instead of {columns}")
    same_values(path, rows, columns, table)
    if has_places:
        must(meta["crs"] == "EPSG:4326", f"{path}: reference system {meta['crs']}")
        same_geometries(path, table.column(meta["geometry_name"] or "wkb_geometry").to_pylist(), geometries)
    else:
        must(meta["geometry_type"] is None, f"{path}: {meta['geometry_type']} in a plain table")


def check_with_arrow(path, rows, geometries, has_places):
    table = pyarrow.parquet.read_table(path)
    columns = [name for name in table.column_names if name != "geometry"]
    must(columns == list(rows[0]), f"{path}: columns {columns}")
    same_values(path, rows, columns, table)
    kinds = {name: str(table.schema.field(name).type) for name in columns}
    must(set(kinds.values()) <= {"string", "int64", "double", "bool"}, f"{path}: types {kinds}")
    must(b"attribution" in table.schema.metadata, f"{path}: no attribution")
    if has_places:
        same_geometries(path, table.column("geometry").to_pylist(), geometries)
        frame = geopandas.read_parquet(path)
        must(frame.crs.to_string() == "OGC:CRS84", f"{path}: reference system {frame.crs}")
        must(frame.crs.equals(geopandas.GeoSeries([], crs="OGC:CRS84").crs), f"{path}: not CRS 84 to PROJ")


def check_with_duckdb(path, rows):
    """DuckDB reads Parquet and CSV as tables of its own."""
    name = path.replace("'", "''")
    count = duckdb.sql(f"SELECT count(*) FROM '{name}'").fetchall()[0][0]
    must(count == len(rows), f"{path}: DuckDB counts {count} rows instead of {len(rows)}")
    if path.endswith(".csv"):
        table = duckdb.sql(f"SELECT * FROM read_csv('{name}', all_varchar = true, header = true)")
        columns = list(rows[0])
        must(table.columns[: len(columns)] == columns, f"{path}: columns {table.columns}")
        for cells, row in zip(table.fetchall(), rows):
            for cell, column in zip(cells, columns):
                wanted = row[column]
                cell = cell or ""
                if isinstance(wanted, bool):
                    must(cell == str(wanted).lower(), f"{path}, {column}: {cell}")
                elif isinstance(wanted, (int, float)):
                    must(type(wanted)(cell) == wanted, f"{path}, {column}: {cell} instead of {wanted}")
                else:
                    must(cell == (wanted or ""), f"{path}, {column}: {cell!r} instead of {wanted!r}")


def check(stem):
    rows, geometries = expected(stem + ".geojson")
    has_places = any(geometry is not None for geometry in geometries)
    check_with_gdal(stem + ".gpkg", rows, geometries, has_places)
    check_with_arrow(stem + ".parquet", rows, geometries, has_places)
    check_with_duckdb(stem + ".parquet", rows)
    check_with_duckdb(stem + ".csv", rows)
    frame = geopandas.read_file(stem + ".geojson")
    must(len(frame) == len(rows), f"{stem}.geojson: GDAL reads {len(frame)} rows")
    print(f"{os.path.basename(stem)}: {len(rows)} rows, equal in every form")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = sys.argv[1] if len(sys.argv) > 1 else scratch
        if folder == scratch:
            command = ["cargo", "run", "--quiet", "-p", "hinan-render", "--example", "layers", "--", folder]
            subprocess.run(command, cwd=PROJECT, check=True)
        stems = sorted(name[: -len(".geojson")] for name in os.listdir(folder) if name.endswith(".geojson"))
        must(stems, f"{folder}: no layers")
        for stem in stems:
            check(os.path.join(folder, stem))


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        sys.exit(str(wrong))
