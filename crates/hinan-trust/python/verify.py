#!/usr/bin/env python3
"""Decides the cases of hinan's trust vectors, written from docs/trust.md and docs/trust-vectors.md.

It shares no code with the Rust crate and uses nothing but Python's standard library: the curve
arithmetic below is slow and plain on purpose. Run it as

    python3 verify.py ../vectors/vectors.json [CASE...]

It prints every answer that differs from the one that is expected and ends with status 1 if any does.
"""

import base64
import binascii
import functools
import hashlib
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from datetime import datetime, timezone

# --- Ed25519, strictly (RFC 8032, section 5.1, without its lenience) --------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)
IDENTITY = (0, 1, 1, 0)


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    result = IDENTITY
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def same_point(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


@functools.lru_cache(maxsize=None)
def strict_point(encoded):
    """The point of a canonical encoding that is not of small order, else None."""
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_M1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    point = (x, y, 1, x * y % P)
    return None if same_point(times(8, point), IDENTITY) else point


BASE = strict_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


@functools.lru_cache(maxsize=None)
def verifies(public, message, signature):
    a, r = strict_point(public), strict_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return same_point(times(s, BASE), add(r, times(k, a)))


# --- Refusals --------------------------------------------------------------------------------------


class Refused(Exception):
    def __init__(self, code, detail="", checks=()):
        super().__init__(f"{code} {detail}")
        self.code, self.detail, self.checks = code, detail, list(checks)


def want(holds, code, detail=""):
    if not holds:
        raise Refused(code, detail)


# --- Strict JSON -----------------------------------------------------------------------------------

INTEGER = re.compile(r"(0|[1-9][0-9]*)\Z")


class NotStrict(Exception):
    pass


def strict_json(data):
    """Python's reader with its lenience taken away."""

    def pairs(items):
        keys = [key for key, _ in items]
        if len(set(keys)) != len(keys):
            raise NotStrict("a key twice")
        return dict(items)

    def integer(text):
        if not INTEGER.match(text) or len(text) > 16 or int(text) >= 2**53:
            raise NotStrict(text)
        return int(text)

    def never(text):
        raise NotStrict(text)

    if data[:3] == b"\xef\xbb\xbf":
        raise NotStrict("byte order mark")
    try:
        text = data.decode("utf-8")
        if text.strip(" \t\r\n") != text.strip():
            raise NotStrict("white space of another kind")
        value = json.loads(text, object_pairs_hook=pairs, parse_int=integer, parse_float=never, parse_constant=never)
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # half a pair of escapes fails here
    except (ValueError, RecursionError) as error:
        raise NotStrict(str(error)) from error

    def walk(value, depth):
        if value is None:
            raise NotStrict("null")
        if isinstance(value, (dict, list)):
            if depth == 8:
                raise NotStrict("too deep")
            for inner in value.values() if isinstance(value, dict) else value:
                walk(inner, depth + 1)

    walk(value, 0)
    return value


def unbase64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused("bad-base64", str(error)) from error
    want(base64.b64encode(data).decode() == text, "bad-base64", "not canonical")
    return data


# --- The form of documents -------------------------------------------------------------------------

KINDS = ["root", "ring", "arming", "alert", "cancel", "clear", "drill", "danger", "status", "pack", "region", "app", "active", "siren"]
STAGES = ["clear", "prepare", "expect", "take-cover"]
HAZARDS = [
    "air-raid", "earthquake", "tsunami", "flood", "landslide", "storm-surge", "fire", "volcano", "radiological", "chemical",
]


class Wrong(Exception):
    """A value that is not of the wanted form."""


def need(holds, what):
    if not holds:
        raise Wrong(what)


def text(value):
    need(isinstance(value, str), f"a text, not {value!r}")


def number(value):
    need(isinstance(value, int) and not isinstance(value, bool), f"a number, not {value!r}")


def flag(value):
    need(isinstance(value, bool), f"true or false, not {value!r}")


def hexadecimal(length):
    pattern = re.compile(r"[0-9a-f]{%d}\Z" % (2 * length))

    def check(value):
        text(value)
        need(pattern.match(value), f"{length} bytes in hexadecimal digits")

    return check


def any_hexadecimal(value):
    text(value)
    need(re.match(r"([0-9a-f][0-9a-f]){0,256}\Z", value), "hexadecimal digits")


def one_of(*words):
    def check(value):
        need(isinstance(value, str) and value in words, f"one of {words}, not {value!r}")

    return check


def several(check):
    def check_all(value):
        need(isinstance(value, list), "a list")
        for item in value:
            check(item)

    return check_all


def free(value):
    need(isinstance(value, dict), "an object")


def thing(wanted, optional=None):
    optional = optional or {}

    def check(value):
        need(isinstance(value, dict), "an object")
        for key in wanted:
            need(key in value, f"{key} is missing")
        for key, inner in value.items():
            need(key in wanted or key in optional, f"unknown key {key}")
            (wanted.get(key) or optional[key])(inner)

    return check


digest = hexadecimal(32)
COUNTER = thing({"epoch": number, "n": number})
CAP_BYTES = thing({"sha256": digest, "len": number})
QUORUM = thing({"threshold": number, "keys": several(thing({"person": text, "public": digest, "standalone": flag}))})
HEAD = {"v": number, "scope": digest, "ring": COUNTER, "id": hexadecimal(16), "issued": number}
EXT = {"ext": free}


def statement(fields, optional=None):
    return thing({**HEAD, **fields}, {**EXT, **(optional or {})})


WARNING = statement(
    {
        "act": one_of("alert", "update"), "stage": one_of(*STAGES), "hazard": one_of(*HAZARDS), "template": text,
        "zones": several(text), "expires": number, "cap": CAP_BYTES,
    },
    {"impact_at": number, "targets": several(digest), "arming": digest},
)
ENTRIES = several(thing({"shelter": text, "state": one_of("open", "full", "locked", "closed", "flooded", "mined", "hit")}))
DELIVERY = statement({
    "name": text, "version": text, "epoch": number, "n": number, "built": number, "inputs": several(digest), "diff_sha256": digest,
    "files": several(thing({"path": text, "sha256": digest, "len": number})),
    "changes": thing({"shelters": number, "changed": number}),
})
RING = thing(
    {
        "v": number, "scope": digest, "id": hexadecimal(16), "issued": number, "epoch": number, "n": number, "expires": number,
        "persons": several(thing({"id": text}, {"name": text})),
        "keys": several(thing(
            {"holder": text, "alg": one_of("ed25519", "webauthn-es256", "webauthn-ed25519"), "public": any_hexadecimal},
            {"standalone": flag, "origins": several(text), "retired": number, "compromised": flag},
        )),
        "rights": several(thing(
            {"who": several(text), "types": several(one_of(*KINDS))},
            {"stages": several(text), "hazards": several(text), "zones": several(text), "shelters": several(text)},
        )),
    },
    {
        **EXT,
        "machines": several(thing({"id": text, "kind": one_of("feed", "relay", "gateway", "builder"), "operator": text})),
        "thresholds": thing({}, {key: number for key in ("alert", "cancel", "clear", "drill", "arming")}),
        "life": thing({}, {key: number for key in ("take-cover", "expect", "prepare", "tsunami")}),
        "solo": thing({}, {"alert": number, "cancel": number}),
        "arming": thing({}, {"person": number, "feed": number, "alert": number}),
    },
)
FORMS = {
    "root": thing(
        {"v": number, "id": hexadecimal(16), "issued": number, "n": number, "world": one_of("live", "drill", "lab"), "expires": number, "root": QUORUM, "keepers": QUORUM},
        {**EXT, "scope": digest},
    ),
    "ring": RING,
    "arming": statement({
        "who": several(text), "zones": several(text), "hazards": several(one_of(*HAZARDS)), "stages": several(one_of(*STAGES)),
        "templates": several(text), "from": number, "until": number, "life": number,
    }),
    "alert": WARNING,
    "drill": WARNING,
    "cancel": statement({"world": one_of("live", "drill", "lab"), "reason": one_of("error", "withdrawn"), "targets": several(digest)}, {"cap": CAP_BYTES}),
    "clear": statement({"world": one_of("live", "drill", "lab"), "targets": several(digest), "cap": CAP_BYTES}),
    "danger": statement({"epoch": number, "n": number, "shelters": ENTRIES}),
    "status": statement({"epoch": number, "n": number, "shelters": ENTRIES}),
    "pack": DELIVERY,
    "region": DELIVERY,
    "app": DELIVERY,
    "active": statement(
        {"epoch": number, "n": number, "ttl": number, "next": number, "newest_ring": COUNTER, "in_force": several(digest)},
        {"packs": several(thing({"name": text, "epoch": number, "n": number}))},
    ),
    "siren": statement({"devices": several(text), "tone": one_of("alarm", "drill", "clear"), "seconds": number, "counter": number, "envelope": text}),
}


def distinct(values, what):
    need(len(set(values)) == len(values), f"{what}: the same twice")


def named(values, what):
    need(all(values), f"{what}: an empty name")


def some_targets(it):
    targets = it.get("targets", [])
    need(1 <= len(targets) <= 64, "targets")
    distinct(targets, "targets")


def quorum_makes_sense(quorum, world):
    persons = {key["person"] for key in quorum["keys"]}
    need(quorum["threshold"] >= (1 if world == "lab" else 2), "threshold")
    need(len(persons) >= quorum["threshold"], "fewer persons than the threshold")
    named(persons, "persons")
    distinct([key["public"] for key in quorum["keys"]], "keys")


def makes_sense(kind, it):
    """What the values of one statement must agree in."""
    if kind == "root":
        need(it["n"] >= 1 and ("scope" in it) == (it["n"] > 1) and it["world"] != "drill", "n, scope or world")
        need(it["expires"] > it["issued"], "expires")
        quorum_makes_sense(it["root"], it["world"])
        quorum_makes_sense(it["keepers"], it["world"])
    elif kind == "ring":
        need(it["expires"] > it["issued"], "expires")
        holders = [person["id"] for person in it["persons"]] + [machine["id"] for machine in it.get("machines", [])]
        named(holders, "holders")
        distinct(holders, "holders")
        for key in it["keys"]:
            need(key["holder"] in holders, "a key of nobody")
            need(key["alg"] != "ed25519" or len(key["public"]) == 64, "32 bytes")
        distinct([key["public"] for key in it["keys"]], "keys")
        for right in it["rights"]:
            need(all(who in holders for who in right["who"]), "a right of nobody")
            need(all(stage in [*STAGES, "*"] for stage in right.get("stages", [])), "stages")
            need(all(hazard in [*HAZARDS, "*"] for hazard in right.get("hazards", [])), "hazards")
        need(all(persons >= 1 for persons in it.get("thresholds", {}).values()), "thresholds")
    elif kind == "arming":
        need(it["who"] and it["zones"] and it["hazards"] and it["stages"] and it["templates"], "an empty list")
        named(it["zones"], "zones")
        need("*" not in it["zones"] and "clear" not in it["stages"], "zones or stages")
        need(it["until"] > it["from"] and it["life"] > 0, "hours")
    elif kind in ("alert", "drill"):
        need(kind == "alert" or "arming" not in it, "a drill is never armed")
        need(it["stage"] != "clear" and it["template"], "stage or template")
        named(it["zones"], "zones")
        distinct(it["zones"], "zones")
        need("*" not in it["zones"] or len(it["zones"]) == 1, "zones")
        need(it["expires"] > it["issued"], "expires")
        if it["act"] == "update":
            some_targets(it)
        else:
            need(not it.get("targets"), "targets")
    elif kind in ("cancel", "clear"):
        some_targets(it)
    elif kind in ("danger", "status"):
        shelters = [entry["shelter"] for entry in it["shelters"]]
        need(shelters, "shelters")
        named(shelters, "shelters")
        distinct(shelters, "shelters")
        may = ("open", "closed", "flooded", "mined", "hit") if kind == "danger" else ("open", "full", "locked")
        need(all(entry["state"] in may for entry in it["shelters"]), "states")
    elif kind in ("pack", "region", "app"):
        paths = [file["path"] for file in it["files"]]
        need(it["name"] and paths, "name or files")
        distinct(paths, "files")
        for path in paths:
            need(all(part not in ("", ".", "..") for part in path.split("/")) and not set("\\\0:") & set(path), "path")
    elif kind == "siren":
        need(it["devices"] and it["seconds"] > 0, "devices or seconds")


def read_statement(kind, payload):
    try:
        value = strict_json(payload)
    except NotStrict as error:
        raise Refused("bad-json", str(error)) from error
    version = value.get("v") if isinstance(value, dict) else None
    want(isinstance(version, int) and not isinstance(version, bool), "bad-statement", "v")
    want(version == 1, "update-needed", "v")
    try:
        FORMS[kind](value)
        makes_sense(kind, value)
    except Wrong as error:
        raise Refused("bad-statement", str(error)) from error
    return value


ENVELOPE = thing({
    "payloadType": text, "payload": text,
    "signatures": several(thing({"keyid": text, "sig": text}, {"wa": thing({"clientDataJSON": text, "authenticatorData": text})})),
})


class Envelope:
    def __init__(self, data):
        want(len(data) <= 256 * 1024, "too-large")
        try:
            value = strict_json(data)
            ENVELOPE(value)
        except (NotStrict, Wrong) as error:
            raise Refused("bad-envelope", str(error)) from error
        self.type = value["payloadType"]
        want(self.type.startswith("application/vnd.hinan."), "foreign-type")
        rest = self.type[len("application/vnd.hinan."):]
        want(rest.endswith(".v1+json") and rest[: -len(".v1+json")] in KINDS, "update-needed")
        self.kind = rest[: -len(".v1+json")]
        want(self.kind in ("root", "ring") or len(data) <= 64 * 1024, "too-large")
        want(len(value["signatures"]) <= 16, "too-many-signatures")
        self.payload = unbase64(value["payload"])
        self.signatures = {
            (it["keyid"], unbase64(it["sig"]), "wa" in it) for it in value["signatures"]
        }
        self.name = hashlib.sha256(self.payload).hexdigest()

    def pae(self):
        kind = self.type.encode()
        return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(self.payload), self.payload)


# --- Keys ------------------------------------------------------------------------------------------


class Key:
    def __init__(self, holder, public, standalone, machine=None, alg="ed25519", retired=None, compromised=False):
        self.holder, self.public, self.standalone, self.machine = holder, public, standalone, machine
        self.alg, self.retired, self.compromised = alg, retired, compromised
        self.name = hashlib.sha256(public).hexdigest()


def keys_of_quorum(quorum):
    return {key.name: key for key in (Key(it["person"], bytes.fromhex(it["public"]), it["standalone"]) for it in quorum["keys"])}


def keys_of_ring(ring):
    machines = {machine["id"]: machine for machine in ring.get("machines", [])}
    keys = (
        Key(
            it["holder"], bytes.fromhex(it["public"]), it.get("standalone", False), machines.get(it["holder"]), it["alg"],
            it.get("retired"), it.get("compromised", False),
        )
        for it in ring["keys"]
    )
    return {key.name: key for key in keys}


def fault_of(key, signature, message):
    _, data, has_wa = signature
    if key is None:
        return "unknown-key"
    if key.alg != "ed25519" or has_wa:
        return "webauthn-unsupported"
    if strict_point(key.public) is None:
        return "weak-key"
    if len(data) != 64:
        return "malformed"
    return None if verifies(key.public, message, data) else "wrong-signature"


def check_signatures(keys, envelope, signatures):
    """For each signature in order (name of the key, bytes): [keyid, fault, key]."""
    message = envelope.pae()
    return [[it[0], fault_of(keys.get(it[0]), it, message), keys.get(it[0])] for it in sorted(signatures)]


def persons_of(keys):
    return {key.holder for key in keys if key.machine is None}


def machines_of(keys, kind):
    return {key.holder for key in keys if key.machine is not None and key.machine["kind"] == kind}


def holders_of(keys):
    return persons_of(keys) | machines_of(keys, "feed")


def short_of(keys, threshold):
    """Why persons do not suffice, or None."""
    if len(persons_of(keys)) < threshold:
        return "second-person-awaited"
    if threshold >= 2 and not any(key.standalone for key in keys if key.machine is None):
        return "standalone-missing"
    return None


def quorum_signed(quorum, envelope, code):
    checks = check_signatures(keys_of_quorum(quorum), envelope, envelope.signatures)
    short = short_of([key for _, fault, key in checks if fault is None], quorum["threshold"])
    want(short != "second-person-awaited", code)
    want(short is None, "standalone-missing")


# --- Root and ring ---------------------------------------------------------------------------------

DAY = 86_400
HOUR = 3_600


def read_root(data):
    envelope = Envelope(data)
    want(envelope.kind == "root", "unexpected-type")
    return envelope, read_statement("root", envelope.payload)


class Trust:
    def __init__(self, scope, first):
        envelope, root = read_root(first)
        want(envelope.name == scope and root["n"] == 1, "root-not-pinned")
        quorum_signed(root["root"], envelope, "root-threshold-own")
        self.scope, self.chain, self.root = scope, [scope], root
        self.ring = None  # (envelope, statement)

    def advance(self, roots, rings):
        before = (list(self.chain), self.root, self.ring)
        told, read = [], []
        for at, data in enumerate(roots):
            try:
                envelope, root = read_root(data)
                read.append((root["n"], bytes.fromhex(envelope.name), at, envelope, root))
            except Refused as refused:
                told.append(f"root {at}: {refused.code}")
        for _, _, at, envelope, root in sorted(read, key=lambda it: it[:2]):
            try:
                self.take_root(envelope, root)
            except Refused as refused:
                told.append(f"root {at}: {refused.code}")
        self.take_rings(rings, told)
        if self.ring is None and before[2] is not None:
            self.chain, self.root, self.ring = before
            told.append(f"ring {len(rings)}: ring-missing")
        return told

    def take_root(self, envelope, root):
        if root["n"] <= len(self.chain):
            want(self.chain[root["n"] - 1] == envelope.name, "root-fork")
            return
        want(root["n"] == len(self.chain) + 1, "root-gap")
        want(root["scope"] == self.scope, "other-scope")
        want(root["world"] == self.root["world"], "root-world")
        quorum_signed(self.root["root"], envelope, "root-threshold-before")
        quorum_signed(root["root"], envelope, "root-threshold-own")
        self.chain.append(envelope.name)
        self.root = root

    def take_rings(self, rings, told):
        best = self.ring
        if best is not None:
            try:
                quorum_signed(self.root["keepers"], best[0], "ring-threshold")
            except Refused:
                best = None
        read = []
        for at, data in enumerate(rings):
            try:
                read.append((at, self.read_ring(data)))
            except Refused as refused:
                told.append(f"ring {at}: {refused.code}")

        def order(ring):
            return (-ring[1]["epoch"], -ring[1]["n"], ring[0].name)

        for at, ring in sorted(read, key=lambda it: order(it[1])):
            if best is None or order(ring) < order(best):
                best = ring
            elif best[0].name != ring[0].name:
                told.append(f"ring {at}: ring-rolled-back")
        self.ring = best

    def read_ring(self, data):
        envelope = Envelope(data)
        want(envelope.kind == "ring", "unexpected-type")
        quorum_signed(self.root["keepers"], envelope, "ring-threshold")
        ring = read_statement("ring", envelope.payload)
        want(ring["scope"] == self.scope, "other-scope")
        want(ring["expires"] - ring["issued"] <= 400 * DAY, "ring-too-long")
        thresholds = {**dict.fromkeys(("alert", "cancel", "clear", "drill", "arming"), 2), **ring.get("thresholds", {})}
        want(all(persons >= (1 if self.root["world"] == "lab" else 2) for persons in thresholds.values()), "bad-statement")
        return envelope, ring

    def days_out(self, now):
        past = now - min(self.ring[1]["expires"], self.root["expires"])
        if past <= 0:
            return "fresh"
        return "late" if past <= 30 * DAY else "old" if past <= 400 * DAY else "too-old"

    def relay_time(self, data):
        envelope = Envelope(data)
        want(envelope.kind == "active" and self.ring, "unexpected-type")
        ring = self.ring[1]
        checks = check_signatures(keys_of_ring(ring), envelope, envelope.signatures)
        want(any(fault is None for _, fault, _ in checks), "no-valid-signature")
        it = read_statement("active", envelope.payload)
        want(it["scope"] == self.scope, "other-scope")
        for _, fault, key in checks:
            is_relay = fault is None and key.machine is not None and key.machine["kind"] == "relay"
            if is_relay and Rights(ring).type(key.holder, "active") and fault_at(key, it["issued"]) is None:
                return key.machine["operator"], it["issued"]
        raise Refused("wrong-holder")


def fault_at(key, issued):
    if key.compromised:
        return "compromised-key"
    return "retired-key" if key.retired is not None and issued >= key.retired else None


def now_of(clock, trust, document):
    heard = []
    for relay in clock.get("relays", []):
        try:
            operator, issued = trust.relay_time(document(relay["active"]))
        except Refused:
            continue
        if 0 <= relay["age"] <= 60:
            heard.append((operator, issued + relay["age"]))
    pairs = [
        max(a[1], b[1]) for i, a in enumerate(heard) for b in heard[:i] if a[0] != b[0] and abs(a[1] - b[1]) <= 120
    ]
    device = clock["device"]
    now = min(pairs, key=lambda at: (abs(at - device), -at)) if pairs else device
    return max(now, clock.get("built", 0))


# --- Rights ----------------------------------------------------------------------------------------


def in_list(names, name):
    return "*" in names or name in names


class Rights:
    def __init__(self, ring):
        self.rights = ring["rights"]

    def of(self, holder, kind):
        return [right for right in self.rights if kind in right["types"] and holder in right["who"]]

    def type(self, holder, kind):
        return bool(self.of(holder, kind))

    def cover(self, holder, kind, what):
        rights = self.of(holder, kind)
        if what is None:
            return bool(rights)
        if what[0] == "shelters":
            return all(any(in_list(right.get("shelters", []), one) for right in rights) for one in what[1])
        _, stages, hazards, zones = what
        return all(
            any(
                in_list(right.get("stages", []), stage) and in_list(right.get("hazards", []), hazard) and in_list(right.get("zones", []), zone)
                for right in rights
            )
            for stage in stages
            for hazard in hazards
            for zone in zones
        )


def what_of(kind, it):
    if kind in ("alert", "drill"):
        return ("warning", [it["stage"]], [it["hazard"]], it["zones"] or ["*"])
    if kind == "arming":
        return ("warning", it["stages"], it["hazards"], it["zones"])
    if kind in ("danger", "status"):
        return ("shelters", [entry["shelter"] for entry in it["shelters"]])
    return None


# --- CAP -------------------------------------------------------------------------------------------

CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d\Z")
ZONES = "urn:hinan:zone:1"


def unix(moment):
    want(moment is not None and MOMENT.match(moment), "cap-unreadable", "a date")
    return int(datetime.strptime(moment, "%Y-%m-%dT%H:%M:%S%z").astimezone(timezone.utc).timestamp())


class Cap:
    """The few words of a CAP message that decide; a whole validator is not the point here."""

    def __init__(self, data):
        want(b"<!DOCTYPE" not in data, "cap-unreadable", "a document type")
        try:
            alert = ElementTree.fromstring(data)
        except ElementTree.ParseError as error:
            raise Refused("cap-unreadable", str(error)) from error
        want(alert.tag == CAP + "alert", "cap-unreadable", "no alert")
        self.identifier, self.sender = alert.findtext(CAP + "identifier"), alert.findtext(CAP + "sender")
        self.status, self.type = alert.findtext(CAP + "status"), alert.findtext(CAP + "msgType")
        self.sent = unix(alert.findtext(CAP + "sent"))
        self.references = [
            (sender, name, unix(sent)) for sender, name, sent in (it.split(",") for it in (alert.findtext(CAP + "references") or "").split())
        ]
        self.expires, self.responses, self.zones, self.draws = [], [], [], []
        for info in alert.findall(CAP + "info"):
            expires = info.findtext(CAP + "expires")
            self.expires.append(None if expires is None else unix(expires))
            self.responses.append([it.text for it in info.findall(CAP + "responseType")])
            areas = info.findall(CAP + "area")
            codes = [(it.findtext(CAP + "valueName"), it.findtext(CAP + "value")) for area in areas for it in area.findall(CAP + "geocode")]
            self.zones.append({value for name, value in codes if name == ZONES})
            drawn = any(area.findall(CAP + "polygon") + area.findall(CAP + "circle") for area in areas)
            self.draws.append(drawn or any(name != ZONES for name, _ in codes))

    def key(self):
        return (self.sender, self.identifier, self.sent)


def agrees(kind, it, world, cap):
    want(cap.status == {"live": "Actual", "drill": "Exercise", "lab": "Test"}[world], "cap-status")
    if kind in ("alert", "drill") and it["act"] == "alert":
        wanted = "Alert"
    else:
        wanted = "Cancel" if kind == "cancel" else "Update"
    want(cap.type == wanted, "cap-message-type")
    want(cap.sent == it["issued"], "cap-sent")
    warns = kind in ("alert", "drill")
    if warns:
        want(cap.expires and all(at == it["expires"] for at in cap.expires), "cap-expires")
    clears = ["AllClear" in responses for responses in cap.responses]
    want((clears and all(clears)) if kind == "clear" else not any(clears), "cap-response")
    if warns:
        for zones, draws in zip(cap.zones, cap.draws):
            want(zones == set(it["zones"]), "cap-area")
            want(zones or draws, "cap-area")
    want(len(cap.references) == len(it.get("targets", [])), "cap-references")


# --- The decision ----------------------------------------------------------------------------------


class Entry:
    """A statement with every signature that has come."""

    def __init__(self, envelope):
        self.envelope = envelope
        self.signatures = set(envelope.signatures)


class Counted:
    def __init__(self, kind, name, it, checks, good, once_good):
        self.kind, self.name, self.it, self.checks, self.good, self.once_good = kind, name, it, checks, good, once_good


NOTES = ["ring-expired", "ring-behind", "clock-behind", "expired", "second-officer-awaited", "same-id", "target-unseen", "target-outside-rights", "elsewhere"]


class Receiver:
    def __init__(self, trust, context):
        self.trust, self.context = trust, context
        self.entries, self.caps = {}, {}
        self.ring = trust.ring[1] if trust.ring else None
        self.memo = {}
        if self.ring:
            self.keys, self.rights = keys_of_ring(self.ring), Rights(self.ring)
            twos = dict.fromkeys(("alert", "cancel", "clear", "drill", "arming"), 2)
            self.thresholds = {**twos, **self.ring.get("thresholds", {})}
            self.life = {"take-cover": 7200, "expect": 3600, "prepare": 86400, "tsunami": 86400, **self.ring.get("life", {})}
            self.arming_caps = {"person": 43200, "feed": 2678400, "alert": 900, **self.ring.get("arming", {})}
            self.solo = self.ring.get("solo", {})

    # What is kept.

    def receive(self, data, cap):
        """Decides and keeps; gives the answer."""
        try:
            envelope = Envelope(data)
        except Refused as refused:
            return {"verdict": "refused", "code": refused.code}
        if self.ring is None:
            return {"verdict": "refused", "code": "no-ring"}
        key = (envelope.kind, envelope.name)
        known = self.entries.get(key)
        entry = Entry(envelope)
        if known is not None:
            entry.signatures |= known.signatures
        self.entries[key] = entry
        self.memo = {}
        answer, checks = self.decide(key, cap)
        fits = any(fault not in ("malformed", "unknown-key", "webauthn-unsupported", "weak-key", "wrong-signature") for _, fault, _ in checks)
        if not fits:
            if known is None:
                del self.entries[key]
            else:
                self.entries[key] = known
        elif cap is not None:
            try:
                bound = self.counted(key).it.get("cap")
                if bound and len(cap) == bound["len"] and hashlib.sha256(cap).hexdigest() == bound["sha256"]:
                    self.caps[bound["sha256"]] = cap
            except Refused:
                pass
        self.memo = {}
        return answer

    def all_of(self, kind):
        for key in sorted(self.entries):
            if key[0] == kind:
                try:
                    counted = self.counted(key)
                except Refused:
                    continue
                if counted.good:
                    yield counted

    def find(self, name):
        for kind in KINDS:
            if (kind, name) in self.entries:
                try:
                    counted = self.counted((kind, name))
                except Refused:
                    continue
                if counted.good:
                    return counted
        return None

    def cap_of(self, digest):
        try:
            return Cap(self.caps[digest]) if digest in self.caps else None
        except Refused:
            return None

    # Signatures and rights.

    def counted(self, key):
        if key not in self.memo:
            try:
                self.memo[key] = self.count(key)
            except Refused as refused:
                self.memo[key] = refused
        if isinstance(self.memo[key], Refused):
            raise self.memo[key]
        return self.memo[key]

    def count(self, key):
        kind = key[0]
        want(key in self.entries, "no-valid-signature")
        want(kind not in ("root", "ring"), "unexpected-type")
        entry = self.entries[key]
        checks = check_signatures(self.keys, entry.envelope, entry.signatures)
        try:
            fitting = [check for check in checks if check[1] is None]
            want(fitting, "no-valid-signature")
            it = read_statement(kind, entry.envelope.payload)
            want(it["scope"] == self.trust.scope, "other-scope")
            what, good, once_good = what_of(kind, it), [], []
            for check in fitting:
                holder = check[2].holder
                if not self.rights.type(holder, kind):
                    check[1] = "type-not-granted"
                elif not self.rights.cover(holder, kind, what):
                    check[1] = "outside-rights"
                else:
                    check[1] = fault_at(check[2], it["issued"])
                    if check[1] is None:
                        good.append(check[2])
                    if check[1] in (None, "compromised-key"):
                        once_good.append(check[2])
            if not once_good:
                faults = {check[1] for check in fitting}
                want("retired-key" not in faults, "no-valid-signature")
                want("outside-rights" not in faults, "outside-rights")
                raise Refused("type-not-granted")
        except Refused as refused:
            raise Refused(refused.code, refused.detail, checks) from refused
        return Counted(kind, entry.envelope.name, it, checks, good, once_good)

    def world(self, counted):
        if self.trust.root["world"] == "lab":
            return "lab"
        if counted.kind in ("cancel", "clear"):
            return counted.it["world"]
        return "drill" if counted.kind == "drill" else "live"

    # Persons. A strength is "full", "armed", "solo", or ("short", code).

    def strength(self, counted, keys):
        kind, it = counted.kind, counted.it
        if kind == "alert":
            short = short_of(keys, self.thresholds["alert"])
            return "full" if short is None else self.alert_by_one(counted, keys, short)
        if kind == "cancel":
            if "cap" not in it:
                short = short_of(keys, 1)
            else:
                short = short_of(keys, self.thresholds["cancel"])
                if short is not None:
                    return self.cancel_by_one(it, keys, short)
        elif kind in ("clear", "drill", "arming"):
            short = short_of(keys, self.thresholds[kind])
        elif kind == "danger":
            short = short_of(keys, self.persons_for_danger(it))
        elif kind == "status":
            short = short_of(keys, 1)
        elif kind in ("pack", "region", "app"):
            large = it["changes"]["changed"] * 50 > it["changes"]["shelters"]
            short = short_of(keys, 2 if large else 1)
            short = "reviewer-missing" if short == "second-person-awaited" else short
            if not machines_of(keys, "builder"):
                short = "builder-missing"
        else:
            wanted = "relay" if kind == "active" else "gateway"
            short = None if machines_of(keys, wanted) else "wrong-holder"
        return "full" if short is None else ("short", short)

    def persons_for_danger(self, it):
        if any(entry["state"] == "open" for entry in it["shelters"]):
            return 2
        zones = self.context.get("shelter_zones")
        closed = [entry["shelter"] for entry in it["shelters"]]
        if zones is None:
            return 2 if len(closed) > 1 else 1
        for zone in set(zones.values()):
            there = [shelter for shelter, other in zones.items() if other == zone]
            hit = len(set(there) & set(closed))
            if hit > 1 and hit * 20 > len(there):
                return 2
        return 1

    def alert_by_one(self, counted, keys, short):
        it = counted.it
        armed = None
        if "arming" in it:
            armed = self.armed(it, keys)
            if armed == "":
                return "armed"
        alone = self.solo_alert(counted, keys)
        if alone == "":
            return "solo"
        if short == "standalone-missing":
            return ("short", short)
        return ("short", armed or alone or short)

    def armed(self, it, keys):
        """The empty text where an order allows it, else the code."""
        if ("arming", it["arming"]) not in self.entries:
            return "arming-unseen"
        try:
            order = self.counted(("arming", it["arming"]))
        except Refused as refused:
            return "arming-not-valid" if refused.checks else "arming-unseen"
        if short_of(order.good, self.thresholds["arming"]) is not None:
            return "arming-not-valid"
        void = self.voided_at(it["arming"])
        if void is not None and it["issued"] >= void:
            return "arming-void"
        arming = order.it
        holders = [holder for holder in holders_of(keys) if holder in arming["who"]]
        if not holders:
            return "armed-by-other"
        hours = arming["until"] - arming["from"]
        if not any(hours <= self.arming_caps["person" if holder in persons_of(keys) else "feed"] for holder in holders):
            return "arming-too-long"
        if not arming["from"] <= it["issued"] <= arming["until"]:
            return "armed-outside-hours"
        if not it["zones"] or not all(zone in arming["zones"] for zone in it["zones"]):
            return "armed-outside-zones"
        if it["hazard"] not in arming["hazards"]:
            return "armed-other-hazard"
        if it["stage"] not in arming["stages"]:
            return "armed-other-stage"
        if it["template"] not in arming["templates"]:
            return "armed-other-template"
        if it["expires"] - it["issued"] > min(arming["life"], self.arming_caps["alert"]):
            return "armed-too-long"
        return self.lowering(it)

    def voided_at(self, arming):
        times = [
            cancel.it["issued"]
            for cancel in self.all_of("cancel")
            if "cap" not in cancel.it and arming in cancel.it["targets"] and persons_of(cancel.good)
        ]
        return min(times, default=None)

    def solo_alert(self, counted, keys):
        if "alert" not in self.solo or not persons_of(keys):
            return None
        it, longest = counted.it, self.solo["alert"]
        if it["expires"] - it["issued"] > longest:
            return "solo-too-long"
        for other in self.all_of("alert"):
            before = other.it
            if (before["issued"], other.name) >= (it["issued"], counted.name) or "arming" in before:
                continue
            if before["expires"] - before["issued"] > longest or short_of(other.good, self.thresholds["alert"]) is None:
                continue
            a, b = before["zones"], it["zones"]
            meets = not a or not b or "*" in a or "*" in b or bool(set(a) & set(b))
            goes_on = it["issued"] < before["expires"] and before["hazard"] == it["hazard"] and meets
            if (goes_on or other.name in it.get("targets", [])) and persons_of(other.good) & persons_of(keys):
                return "solo-renewed"
        return self.lowering(it)

    def lowering(self, it):
        for target in it.get("targets", []):
            other = self.find(target)
            if other is None or other.kind not in ("alert", "drill"):
                continue
            before = other.it
            if STAGES.index(it["stage"]) < STAGES.index(before["stage"]):
                return "lowering-needs-two"
            cap = self.cap_of(before["cap"]["sha256"])
            drawn = cap is not None and any(cap.draws)
            held = "*" in it["zones"] or (before["zones"] and not drawn and set(before["zones"]) <= set(it["zones"]))
            if not held:
                return "lowering-needs-two"
        return ""

    def cancel_by_one(self, it, keys, short):
        targets = [self.find(target) for target in it["targets"]]
        alone = "cancel" in self.solo and bool(persons_of(keys))
        if None in targets:
            return ("short", "solo-target-unseen" if alone else short)

        def own(target):
            shared = holders_of(target.good) & holders_of(keys)
            return target.kind == "alert" and shared and self.strength(target, target.good) == "armed"

        if all(own(target) for target in targets):
            return "armed"
        if not alone:
            return ("short", short)
        soon = all(0 <= it["issued"] - target.it["issued"] <= self.solo["cancel"] for target in targets)
        return "solo" if soon else ("short", "solo-too-late")

    def standing(self, counted):
        """(standing, code that it is held for or None)"""
        strength = self.strength(counted, counted.good)
        if isinstance(strength, tuple):
            want(strength[1] != "wrong-holder", "wrong-holder")
            before = self.strength(counted, counted.once_good)
            if not isinstance(before, tuple):
                return "unconfirmed", "compromised-key"
            want(counted.good, "no-valid-signature")
            return "pending", strength[1]
        age = self.trust.days_out(self.context["now"])
        if age == "too-old":
            return "unconfirmed", "ring-too-old"
        if age == "old" and strength != "full":
            return "unconfirmed", "ring-too-old-for-one"
        return strength, None

    # Questions 4 to 7.

    def judge(self, key, given):
        counted = self.counted(key)
        judged = {"counted": counted, "cap": None, "notes": set()}
        judged["standing"], judged["held"] = self.standing(counted)
        self.check_cap(judged, given)
        self.check_life(counted)
        self.check_targets(judged)
        self.check_counter(counted)
        self.remarks(judged)
        return judged

    def check_cap(self, judged, given):
        counted = judged["counted"]
        bound = counted.it.get("cap")
        if bound is None:
            return
        data = given if given is not None else self.caps.get(bound["sha256"])
        if data is None:
            if judged["held"] is None:
                judged["standing"], judged["held"] = "pending", "cap-missing"
            return
        want(len(data) == bound["len"], "cap-length")
        want(hashlib.sha256(data).hexdigest() == bound["sha256"], "cap-digest")
        cap = Cap(data)
        agrees(counted.kind, counted.it, self.world(counted), cap)
        if counted.kind in ("alert", "drill") and any(cap.draws):
            want(judged["standing"] != "armed", "cap-area")
            what = ("warning", [counted.it["stage"]], [counted.it["hazard"]], ["*"])
            able = persons_of(key for key in counted.once_good if self.rights.cover(key.holder, counted.kind, what))
            want(len(able) >= min(self.thresholds[counted.kind], len(persons_of(counted.once_good))), "cap-area")
        for target in counted.it.get("targets", []):
            other = self.find(target)
            other = self.cap_of(other.it["cap"]["sha256"]) if other is not None and "cap" in other.it else None
            want(other is None or other.key() in cap.references, "cap-references")
        judged["cap"] = cap

    def check_life(self, counted):
        it = counted.it
        if counted.kind in ("alert", "drill"):
            longest = self.life["tsunami" if it["hazard"] == "tsunami" else it["stage"]]
            want(it["expires"] - it["issued"] <= longest, "life-too-long")
        elif counted.kind == "arming":
            persons = {person["id"] for person in self.ring["persons"]}
            longest = self.arming_caps["person" if persons & set(it["who"]) else "feed"]
            want(it["until"] - it["from"] <= longest, "arming-too-long")
            want(it["life"] <= self.arming_caps["alert"], "armed-too-long")

    def check_targets(self, judged):
        counted = judged["counted"]
        targets, kept = counted.it.get("targets", []), []
        voids = counted.kind == "cancel" and "cap" not in counted.it
        for target in targets:
            other = self.find(target)
            if other is None:
                judged["notes"].add("target-unseen")
                kept.append(target)
                continue
            want(voids == (other.kind == "arming"), "bad-statement")
            want(voids or self.world(other) == self.world(counted), "target-other-world")
            if voids or self.may_touch(counted, judged["standing"], other):
                kept.append(target)
            else:
                judged["notes"].add("target-outside-rights")
        want(kept or not targets, "target-outside-rights")
        judged["targets"] = kept

    def may_touch(self, counted, standing, other):
        what = what_of(other.kind, other.it)
        able = [key for key in counted.once_good if self.rights.cover(key.holder, counted.kind, what)]
        if standing not in ("full", "unconfirmed"):
            return bool(able)
        wanted = self.thresholds[counted.kind]
        return len(persons_of(able)) >= min(wanted, len(persons_of(counted.once_good)))

    def check_counter(self, counted):
        if counted.kind not in ("danger", "status", "pack", "region", "app", "active"):
            return
        it = counted.it
        want(it["epoch"] <= self.ring["epoch"], "epoch-ahead")
        name = it.get("name", "")
        seen = [(s["epoch"], s["n"]) for s in self.context["seen"] if s["kind"] == counted.kind and s.get("name", "") == name]
        want(not seen or (it["epoch"], it["n"]) >= max(seen), "rolled-back")

    def remarks(self, judged):
        counted, notes = judged["counted"], judged["notes"]
        if self.trust.days_out(self.context["now"]) != "fresh":
            notes.add("ring-expired")
        ring = counted.it["ring"]
        if (ring["epoch"], ring["n"]) > (self.ring["epoch"], self.ring["n"]):
            notes.add("ring-behind")
        if judged["standing"] == "solo" and counted.kind == "alert":
            notes.add("second-officer-awaited")
        same = (other for other in self.all_of(counted.kind) if other.name != counted.name)
        if counted.kind != "active" and any(other.it["id"] == counted.it["id"] for other in same):
            notes.add("same-id")

    # Questions 8 to 10.

    def decide(self, key, given):
        try:
            judged = self.judge(key, given)
        except Refused as refused:
            try:
                checks = self.counted(key).checks
            except Refused as earlier:
                checks = earlier.checks
            return self.answer_refused(refused.code, checks), checks
        counted = judged["counted"]
        try:
            self.check_receiver(judged)
        except Refused as refused:
            return self.answer_refused(refused.code, counted.checks), counted.checks
        shown, tone = self.look(judged)
        answer = {
            "verdict": "held" if judged["held"] else "believed", "standing": judged["standing"], "world": self.world(counted),
            "shown": shown, "tone": tone,
        }
        if judged["held"]:
            answer["code"] = judged["held"]
        if judged["notes"]:
            answer["notes"] = [note for note in NOTES if note in judged["notes"]]
        return {**answer, **signatures_words(counted.checks)}, counted.checks

    @staticmethod
    def answer_refused(code, checks):
        return {"verdict": "refused", "code": code, **signatures_words(checks)}

    def check_receiver(self, judged):
        counted, now = judged["counted"], self.context["now"]
        kind, it = counted.kind, counted.it
        if kind in ("alert", "drill"):
            want(not self.is_blocked(counted.name), "blocked-by-cancel")
        elif kind == "arming":
            want(self.voided_at(counted.name) is None, "arming-void")
            want(it["until"] + HOUR >= now, "stale")
        elif kind == "status":
            want(it["issued"] + 12 * HOUR >= now, "stale")
        elif kind == "active":
            want(it["issued"] + min(it["ttl"], 60) >= now, "stale")
        elif kind == "siren":
            self.check_siren(it)

    def is_blocked(self, name):
        for cancel in self.all_of("cancel"):
            if name in cancel.it["targets"] and "cap" in cancel.it and short_of(cancel.good, self.thresholds["cancel"]) is None:
                outside = Receiver(self.trust, {**self.context, "now": 0, "seen": []})
                outside.entries, outside.caps = self.entries, self.caps
                try:
                    if name in outside.judge(("cancel", cancel.name), None)["targets"]:
                        return True
                except Refused:
                    continue
        return False

    def check_siren(self, it):
        want(abs(self.context["now"] - it["issued"]) <= 120, "stale")
        device = self.context.get("device")
        if device is not None:
            want(device["id"] in it["devices"] or "*" in it["devices"], "siren-other")
            want(it["counter"] > device["counter"], "rolled-back")
        want(it["seconds"] <= 180, "siren-too-long")
        try:
            envelope = Envelope(unbase64(it["envelope"]))
            inner = Receiver(self.trust, self.context)
            key = (envelope.kind, envelope.name)
            inner.entries, inner.caps = {**self.entries, key: Entry(envelope)}, self.caps
            judged = inner.judge(key, None)
            want(judged["held"] in (None, "cap-missing"), "siren-inner")
            want(not inner.is_blocked(envelope.name), "siren-inner")
        except Refused as refused:
            raise Refused("siren-inner", refused.code) from refused
        carried, now, tone = judged["counted"], self.context["now"], it["tone"]
        fits = (
            (carried.kind == "alert" and tone == "alarm" and carried.it["stage"] == "take-cover" and carried.it["expires"] >= now)
            or (carried.kind == "drill" and tone == "drill" and carried.it["expires"] >= now)
            or (carried.kind == "clear" and tone == "clear" and carried.it["issued"] + HOUR >= now)
        )
        want(fits, "siren-inner")

    def look(self, judged):
        counted, now, notes = judged["counted"], self.context["now"], judged["notes"]
        kind, it, world = counted.kind, counted.it, self.world(counted)
        if kind in ("alert", "drill"):
            shown, tone = self.warning_look(it, world, notes)
        elif kind == "clear" or (kind == "cancel" and "cap" in it):
            shown, tone = "nothing", "none"
            if any(self.find(target) for target in judged["targets"]):
                shown = "cleared" if kind == "clear" else "cancelled" if judged["standing"] == "full" else "hold"
                tone = "attention" if abs(now - it["issued"]) <= HOUR and world == "live" else "none"
        else:
            return "document", "none"
        if self.context["near"] == "elsewhere":
            notes.add("elsewhere")
            tone = "none"
        if judged["held"]:
            tone = "none"
            if judged["standing"] == "unconfirmed" and shown == "warning":
                shown = "unconfirmed"
            elif not (judged["standing"] == "unconfirmed" and shown == "no-longer-confirmed"):
                shown = "nothing"
        return shown, "none" if world == "lab" else tone

    def warning_look(self, it, world, notes):
        now, seen = self.context["now"], self.context.get("first_seen")
        if now > it["expires"]:
            notes.add("expired")
        if now > it["expires"] + HOUR:
            return ("past" if seen is not None and now > seen + DAY else "no-longer-confirmed"), "none"
        if it["issued"] > now + 120:
            notes.add("clock-behind")
        if it["issued"] > now + HOUR:
            return "warning", "none"
        tones = {
            ("live", "take-cover"): "alarm", ("live", "expect"): "attention", ("drill", "take-cover"): "drill", ("drill", "expect"): "drill",
        }
        return "warning", tones.get((world, it["stage"]), "none")

    def notices(self):
        if self.ring is None:
            return []
        told = []
        plain = Receiver(self.trust, {"now": self.context["now"], "seen": [], "near": "may-be-you"})
        plain.entries, plain.caps = self.entries, self.caps
        for key in plain.entries:
            try:
                judged = plain.judge(key, None)
            except Refused:
                continue
            counted = judged["counted"]
            if counted.kind in ("alert", "drill"):
                act = counted.it["act"]
            elif counted.kind == "clear" or (counted.kind == "cancel" and "cap" in counted.it):
                act = counted.kind
            else:
                continue
            told.append((counted.name, f"{counted.name[:8]} {act} {plain.world(counted)} {judged['standing']}"))
        return [words for _, words in sorted(told)]


def signatures_words(checks):
    return {"signatures": [f"{keyid[:8]} {fault or 'counts'}" for keyid, fault, _ in checks]} if checks else {}


# --- The cases -------------------------------------------------------------------------------------


def answer(case, document):
    try:
        trust = Trust(case["scope"], document(case["first"]))
    except Refused as refused:
        return {"first_root": refused.code}
    told = trust.advance([document(it) for it in case.get("roots", [])], [document(it) for it in case.get("rings", [])])
    later = [[document(it) for it in case.get(key, [])] for key in ("later_roots", "later_rings")]
    if any(later):
        told += trust.advance(*later)
    result = {"root": trust.root["n"], "now": now_of(case["clock"], trust, document)}
    if trust.ring:
        result["ring"] = {"epoch": trust.ring[1]["epoch"], "n": trust.ring[1]["n"]}
    if told:
        result["not_taken"] = told
    context = {
        "now": result["now"], "near": case.get("near", "may-be-you"), "first_seen": case.get("first_seen"), "seen": case.get("seen", []),
        "shelter_zones": case.get("shelter_zones"), "device": case.get("device"),
    }
    receiver = Receiver(trust, context)

    def given(carried):
        return document(carried["envelope"]), document(carried["cap"]) if "cap" in carried else None

    for carried in case.get("earlier", []):
        receiver.receive(*given(carried))
    if "envelope" in case:
        result.update(receiver.receive(*given(case)))
    notices = receiver.notices()
    if notices:
        result["notices"] = notices
    return result


def main(path, wanted):
    with open(path, encoding="utf-8") as file:
        questions = json.load(file)
    documents = {
        name: it["text"].encode() if "text" in it else base64.b64decode(it["base64"]) for name, it in questions["documents"].items()
    }
    cases = [case for case in questions["cases"] if not wanted or case["name"] in wanted]
    wrong = 0
    for case in cases:
        given = answer(case, documents.__getitem__)
        if given != case["expect"]:
            wrong += 1
            keys = sorted(key for key in {*given, *case["expect"]} if given.get(key) != case["expect"].get(key))
            print(f"{case['name']}: {case['about']}")
            for key in keys:
                print(f"  {key}: expected {case['expect'].get(key)!r}, decided {given.get(key)!r}")
    print(f"{len(cases)} cases, {wrong} decided otherwise")
    return 1 if wrong or not cases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], set(sys.argv[2:])))
