"""Network folders (nodes.csv, arcs.csv, shelters.csv) for the benches: read, write, as matrices.

The columns are those of `hinan export --network`; times are whole tenths of a second (ds), arcs
are directed from where a person walks to where the person arrives. Nothing here is shared with
hinan's own code, on purpose: the check would be worth less.
"""

import csv
import os

import numpy as np
from scipy.sparse import csr_matrix

# A weight is time * HOP + 1 for every arc. The times come back exactly by dividing, since whole
# numbers below 2^53 are exact in doubles, and arcs of no time survive: a sparse matrix would let
# some of scipy's paths take a stored 0 for "no arc".
HOP = 1 << 21
MOST_DS = 1 << 32


class Unusable(Exception):
    """An input that cannot be used, with a sentence that says which file, which row, and why."""


def hash_id(text):
    """64-bit FNV-1a of the id's bytes, its high half folded into the low one. The rule for everything here."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value ^ (value >> 32)


def hash_ids(ids):
    """`hash_id` of many ASCII ids at once."""
    table = np.array(ids, dtype=np.bytes_)
    width = table.dtype.itemsize
    letters = table.view(np.uint8).reshape(len(ids), width)
    value = np.full(len(ids), 0xCBF29CE484222325, dtype=np.uint64)
    for column in range(width):
        here = letters[:, column]
        with np.errstate(over="ignore"):
            mixed = (value ^ here.astype(np.uint64)) * np.uint64(0x100000001B3)
        value = np.where(here != 0, mixed, value)
    return value ^ (value >> np.uint64(32))


def mix(numbers):
    """A hash of whole numbers (the finisher of splitmix64), for generators that have no ids."""
    with np.errstate(over="ignore"):
        value = np.asarray(numbers, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


def read_columns(path, wanted, optional=()):
    """The named columns of a CSV file as lists of strings; `None` for an optional one that is absent."""
    try:
        file = open(path, newline="", encoding="utf-8-sig")
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error
    with file:
        rows = csv.reader(file)
        header = next(rows, None)
        if header is None:
            raise Unusable(f"{path}: the file is empty")
        missing = [name for name in wanted if name not in header]
        if missing:
            raise Unusable(f"{path}, row 1: there is no column {', '.join(missing)} (it has {', '.join(header)})")
        names = [*wanted, *(name for name in optional if name in header)]
        places = [header.index(name) for name in names]
        columns = {name: [] for name in names}
        appends = [(columns[name].append, place) for name, place in zip(names, places)]
        try:
            for row in rows:
                for append, place in appends:
                    append(row[place])
        except IndexError as error:
            raise Unusable(f"{path}, row {rows.line_num}: too few columns") from error
    return [columns.get(name) for name in (*wanted, *optional)]


def whole_numbers(path, name, texts):
    """A column of whole numbers, 0 to MOST_DS."""
    try:
        numbers = np.array(texts, dtype=np.int64) if texts else np.zeros(0, dtype=np.int64)
    except (ValueError, OverflowError) as error:
        row = next(i for i, text in enumerate(texts) if not text.strip().isdigit())
        raise Unusable(f"{path}, row {row + 2}, column {name}: '{texts[row]}' is not a whole number") from error
    bad = np.flatnonzero((numbers < 0) | (numbers >= MOST_DS))
    if len(bad):
        raise Unusable(f"{path}, row {bad[0] + 2}, column {name}: {numbers[bad[0]]} is out of range")
    return numbers


class Network:
    """A network folder: ids in the order of nodes.csv, arcs as three arrays."""

    def __init__(self, ids, tails, heads, time_ds, lat=None, lon=None):
        self.ids, self.tails, self.heads, self.time_ds = ids, tails, heads, time_ds
        self.lat, self.lon = lat, lon

    def backwards(self, extra_nodes=0, extra_arcs=()):
        """The arcs turned round, as a CSR matrix of weights (see HOP), the quickest of parallel arcs kept."""
        tails, heads, times = self.heads, self.tails, self.time_ds
        if len(extra_arcs):
            more = np.array(extra_arcs, dtype=np.int64).reshape(-1, 3)
            tails, heads = np.concatenate([tails, more[:, 0]]), np.concatenate([heads, more[:, 1]])
            times = np.concatenate([times, more[:, 2]])
        size = len(self.ids) + extra_nodes
        order = np.lexsort((times, heads, tails))
        tails, heads, times = tails[order], heads[order], times[order]
        first = np.ones(len(tails), dtype=bool)
        first[1:] = (tails[1:] != tails[:-1]) | (heads[1:] != heads[:-1])
        first &= tails != heads
        tails, heads, times = tails[first], heads[first], times[first]
        starts = np.zeros(size + 1, dtype=np.int32)
        np.cumsum(np.bincount(tails, minlength=size), out=starts[1:])
        weights = times.astype(np.float64) * HOP + 1
        return csr_matrix((weights, heads.astype(np.int32), starts), shape=(size, size))


def read_network(folder):
    """Reads nodes.csv and arcs.csv."""
    nodes_path, arcs_path = os.path.join(folder, "nodes.csv"), os.path.join(folder, "arcs.csv")
    ids, lat, lon = read_columns(nodes_path, ["node"], ["lat", "lon"])
    index = {}
    for i, node in enumerate(ids):
        if index.setdefault(node, i) != i:
            raise Unusable(f"{nodes_path}, row {i + 2}: node '{node}' is there twice")
    tails, heads, times = read_columns(arcs_path, ["from", "to", "time_ds"])
    network = Network(
        ids,
        look_up(arcs_path, "from", tails, index),
        look_up(arcs_path, "to", heads, index),
        whole_numbers(arcs_path, "time_ds", times),
    )
    if lat is not None and lon is not None and all(lat) and all(lon):
        network.lat, network.lon = np.array(lat, dtype=np.float64), np.array(lon, dtype=np.float64)
    return network, index


def look_up(path, name, ids, index):
    """Indices of ids; an id that nodes.csv does not have makes the file unusable."""
    try:
        return np.fromiter((index[node] for node in ids), dtype=np.int64, count=len(ids))
    except KeyError as error:
        row = next(i for i, node in enumerate(ids) if node not in index)
        raise Unusable(f"{path}, row {row + 2}, column {name}: there is no node '{ids[row]}'") from error


def read_shelters(path, index):
    """Reads shelters.csv: names in order of first appearance, and entrances as (shelter, node, start_ds)."""
    names, nodes, starts = read_columns(path, ["shelter", "node"], ["start_ds"])
    order = {}
    shelter = [order.setdefault(name, len(order)) for name in names]
    starts = ["0"] * len(names) if starts is None else [start or "0" for start in starts]
    entrances = np.column_stack(
        [np.array(shelter, dtype=np.int64), look_up(path, "node", nodes, index), whole_numbers(path, "start_ds", starts)]
    )
    return list(order), entrances


def write_columns(path, header, columns):
    """Writes a CSV file of columns that need no quotes, under a temporary name first."""
    with open(path + ".tmp", "w", encoding="ascii", newline="") as file:
        file.write(",".join(header) + "\n")
        step = 1 << 18
        for start in range(0, len(columns[0]), step):
            part = [map(str, column[start : start + step]) for column in columns]
            file.write("\n".join(map(",".join, zip(*part))) + "\n")
    os.replace(path + ".tmp", path)


def write_network(folder, network, shelter_nodes):
    """Writes the three CSV files, and `for_scipy.npz` with the same network as arrays for the peers."""
    os.makedirs(folder, exist_ok=True)
    ids = network.ids.tolist() if isinstance(network.ids, np.ndarray) else network.ids
    degrees = [[f"{value:.7f}" for value in column] for column in (network.lat, network.lon)]
    write_columns(os.path.join(folder, "nodes.csv"), ["node", "lat", "lon"], [ids, *degrees])
    names = np.array(ids)
    arcs = [names[network.tails].tolist(), names[network.heads].tolist(), network.time_ds.tolist()]
    write_columns(os.path.join(folder, "arcs.csv"), ["from", "to", "time_ds"], arcs)
    write_shelters(os.path.join(folder, "shelters.csv"), [str(ids[i]) for i in shelter_nodes])
    np.savez(
        os.path.join(folder, "for_scipy.npz"),
        tails=network.tails.astype(np.int32),
        heads=network.heads.astype(np.int32),
        time_ds=network.time_ds.astype(np.int32),
        lat=network.lat,
        lon=network.lon,
        shelter_nodes=np.asarray(shelter_nodes, dtype=np.int32),
    )


def write_shelters(path, nodes):
    """One shelter at each of the nodes (ids): named after its node, for 100 to 1000 people by hash."""
    hashes = [hash_id(node) for node in nodes]
    capacity = [100 + (value // 500) % 901 for value in hashes]
    write_columns(path, ["shelter", "node", "capacity"], [[f"h{node}" for node in nodes], nodes, capacity])
