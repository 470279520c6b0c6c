#!/usr/bin/env python3
"""Decides the cases of hinan's trust vectors, written from docs/trust.md and docs/trust-vectors.md.

It shares no code with the Rust crate and uses nothing but Python's standard library: the curve
arithmetic below is slow and plain on purpose. Run it as

    python3 verify.py ../vectors/vectors.json [CASE...]

It prints every answer that differs from the one that is expected and ends with status 1 if any does.
What holds for all statements, whatever they say, is looked for by laws.py.
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
    "cancel": statement({"world": one_of("live", "drill"), "reason": one_of("error", "withdrawn"), "targets": several(digest)}, {"cap": CAP_BYTES}),
    "clear": statement({"world": one_of("live", "drill"), "targets": several(digest), "cap": CAP_BYTES}),
    "danger": statement({"epoch": number, "n": number, "shelters": ENTRIES}),
    "status": statement({"epoch": number, "n": number, "shelters": ENTRIES}),
    "pack": DELIVERY,
    "region": DELIVERY,
    "app": DELIVERY,
    "active": statement(
        {"epoch": number, "n": number, "ttl": number, "next": number, "newest_ring": COUNTER, "in_force": several(digest)},
        {"packs": several(thing({"name": text, "epoch": number, "n": number}))},
    ),
    "siren": statement({"devices": several(text), "tone": one_of("alarm", "drill", "clear"), "seconds": number, "epoch": number, "counter": number, "envelope": text}),
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


@functools.lru_cache(maxsize=4096)
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
        told, read = [], []
        for at, data in enumerate(roots):
            try:
                envelope, root = read_root(data)
                read.append((root["n"], bytes.fromhex(envelope.name), at, envelope, root))
            except Refused as refused:
                told.append(f"root {at}: {refused.code}")
        names, last, walked, walking = list(self.chain), self.root, [], []
        for _, _, at, envelope, root in sorted(read, key=lambda it: it[:2]):
            code = "ring-missing"
            try:
                if not self.follows(names, last, envelope, root):
                    continue
                names.append(envelope.name)
                walked.append(root)
                last = root
            except Refused as refused:
                code = refused.code
            walking.append((at, root, code))
        # Half of the news costs nobody the ring: no root is taken beyond the last that has one.
        far = len(walked)
        while far and not self.some_ring_holds(walked[far - 1], rings):
            far -= 1
        taken = walked[:far]
        told += [f"root {at}: {code}" for at, root, code in walking if not any(root is it for it in taken)]
        self.chain = names[: len(self.chain) + far]
        self.root = taken[-1] if taken else self.root
        self.take_rings(rings, told)
        return told

    def follows(self, names, last, envelope, root):
        """Whether this root is the next one; false for one that is in the chain already."""
        if root["n"] <= len(names):
            want(names[root["n"] - 1] == envelope.name, "root-fork")
            return False
        want(root["n"] == len(names) + 1, "root-gap")
        want(root["scope"] == self.scope, "other-scope")
        want(root["world"] == self.root["world"], "root-world")
        quorum_signed(last["root"], envelope, "root-threshold-before")
        quorum_signed(root["root"], envelope, "root-threshold-own")
        return True

    def own_ring_holds(self, root):
        if self.ring is None:
            return False
        try:
            quorum_signed(root["keepers"], self.ring[0], "ring-threshold")
        except Refused:
            return False
        return True

    def some_ring_holds(self, root, rings):
        if self.own_ring_holds(root):
            return True
        for data in rings:
            try:
                self.read_ring(data, root)
                return True
            except Refused:
                continue
        return False

    def take_rings(self, rings, told):
        best = self.ring if self.own_ring_holds(self.root) else None
        read = []
        for at, data in enumerate(rings):
            try:
                read.append((at, self.read_ring(data, self.root)))
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

    def read_ring(self, data, root):
        envelope = Envelope(data)
        want(envelope.kind == "ring", "unexpected-type")
        quorum_signed(root["keepers"], envelope, "ring-threshold")
        ring = read_statement("ring", envelope.payload)
        want(ring["scope"] == self.scope, "other-scope")
        want(ring["expires"] - ring["issued"] <= 400 * DAY, "ring-too-long")
        thresholds = {**dict.fromkeys(("alert", "cancel", "clear", "drill", "arming"), 2), **ring.get("thresholds", {})}
        want(all(persons >= (1 if root["world"] == "lab" else 2) for persons in thresholds.values()), "bad-statement")
        return envelope, ring

    def days_out(self, now):
        past = now - min(self.ring[1]["expires"], self.root["expires"])
        if past <= 0:
            return "fresh"
        return "late" if past <= 30 * DAY else "old" if past <= 400 * DAY else "too-old"

    def relay_words(self, data):
        """What an `active` says of the time: (operator, issued, relay, its counter) for each relay that signed it."""
        envelope = Envelope(data)
        want(envelope.kind == "active" and self.ring, "unexpected-type")
        ring = self.ring[1]
        checks = check_signatures(keys_of_ring(ring), envelope, envelope.signatures)
        want(any(fault is None for _, fault, _ in checks), "no-valid-signature")
        it = read_statement("active", envelope.payload)
        want(it["scope"] == self.scope, "other-scope")
        want(it["epoch"] <= ring["epoch"], "epoch-ahead")
        said = []
        for _, fault, key in checks:
            is_relay = fault is None and key.machine is not None and key.machine["kind"] == "relay"
            if is_relay and Rights(ring).type(key.holder, "active") and fault_at(key, it["issued"]) is None:
                said.append((key.machine["operator"], it["issued"], key.holder, (it["epoch"], it["n"])))
        return said


def fault_at(key, issued):
    if key.compromised:
        return "compromised-key"
    return "retired-key" if key.retired is not None and issued >= key.retired else None


def now_of(clock, trust, document, seen):
    """The time to go by. A relay that has said something newer is not believed about the time by something older."""
    words = []
    for relay in clock.get("relays", []):
        try:
            words += [(*said, relay["age"]) for said in trust.relay_words(document(relay["active"]))]
        except Refused:
            continue
    newest = {}
    for relay, counter in [(it.get("name", ""), (it["epoch"], it["n"])) for it in seen if it["kind"] == "active"] + [it[2:4] for it in words]:
        newest[relay] = max(counter, newest.get(relay, counter))
    heard = [
        (operator, issued + age) for operator, issued, relay, counter, age in words if 0 <= age <= 60 and counter >= newest[relay]
    ]
    pairs = [
        max(a[1], b[1]) for i, a in enumerate(heard) for b in heard[:i] if a[0] != b[0] and abs(a[1] - b[1]) <= 120
    ]
    device = clock["device"]
    now = min(pairs, key=lambda at: (abs(at - device), -at)) if pairs else device
    return max(now, clock.get("built", 0), trust.ring[1]["issued"] if trust.ring else 0)


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


def agrees(kind, it, world, cap, ground_stands):
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
        want(ground_stands, "cap-area")
    want(len(cap.references) == len(it.get("targets", [])), "cap-references")


# --- The decision ----------------------------------------------------------------------------------


class Entry:
    """A statement with every signature that has come."""

    def __init__(self, envelope):
        self.envelope = envelope
        self.signatures = set(envelope.signatures)


class Counted:
    """A statement with the keys that count, and those that would if none were compromised."""

    def __init__(self, kind, name, it, checks, good, once_good):
        self.kind, self.name, self.it, self.checks, self.good, self.once_good = kind, name, it, checks, good, once_good


class Worth:
    """What a statement's signers are enough for: "full", "armed", "solo", or nothing and why."""

    def __init__(self, strength=None, code=None, told=False, persons=0):
        self.strength, self.code, self.persons = strength, code, persons
        self.told = told  # held, and told in words
        self.over = {}  # each target that is left: what it is worth there
        self.lost = {}  # each that is lost: why
        self.notes = set()


RANKS = ["full", "armed", "solo", "unconfirmed", "pending"]


NOTES = [
    "ring-expired", "ring-behind", "clock-behind", "expired", "second-officer-awaited", "same-id", "target-unseen", "target-other-world",
    "target-outside-rights", "elsewhere",
]
WARNINGS = ("alert", "drill")
DO_NOT_FIT = ("malformed", "unknown-key", "webauthn-unsupported", "weak-key", "wrong-signature")
CAP_BYTES_AT_MOST = 1 << 20
HOLD = 15 * 60
PLACES = 256
STATEMENTS_BY_TWO = 10_000


def ends(kind, it):
    """Whether this ends warnings (and does not call back an order)."""
    return kind == "clear" or (kind == "cancel" and "cap" in it)


def target_kind(kind, it):
    """The type that the targets of a statement have."""
    if kind in WARNINGS:
        return kind
    if ends(kind, it):
        return {"live": "alert", "drill": "drill"}[it["world"]]
    return "arming"


def milder(it, before):
    """Whether an update promises less than the warning that it replaces."""
    return (
        STAGES.index(it["stage"]) < STAGES.index(before["stage"])
        or it["hazard"] != before["hazard"]
        or not before["zones"]
        or ("*" not in it["zones"] and not set(before["zones"]) <= set(it["zones"]))
        or it["expires"] < before["expires"]
        or ("impact_at" in it and ("impact_at" not in before or it["impact_at"] > before["impact_at"]))
    )


def closings(it):
    return {entry["shelter"] for entry in it["shelters"] if entry["state"] != "open"}


class Receiver:
    def __init__(self, trust, context, reads_cap=True):
        self.trust, self.context, self.reads_cap = trust, context, reads_cap
        self.entries, self.caps = {}, {}
        self.ring = trust.ring[1] if trust.ring else None
        self.memo, self.judged, self.asked = {}, {}, set()
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
        self.forget()
        bound = self.bound_cap(key)
        fits = bound and cap is not None and len(cap) == bound["len"] <= CAP_BYTES_AT_MOST
        if fits and hashlib.sha256(cap).hexdigest() == bound["sha256"]:
            self.caps[bound["sha256"]] = cap
        answer, checks = self.decide(key, cap)
        if self.fitting(key) is None or envelope.kind in ("active", "siren"):
            if known is None:
                del self.entries[key]
            else:
                self.entries[key] = known
        else:
            entry.signatures = self.worth_keeping(checks, entry.signatures)
            if key in self.without_a_place():
                answer = self.answer_refused("store-full", checks)
            for other in self.without_a_place():
                del self.entries[other]
        self.forget()
        return answer

    def forget(self):
        self.memo, self.judged = {}, {}

    def bound_cap(self, key):
        fitting = self.fitting(key)
        return fitting[0].get("cap") if fitting else None

    def fitting(self, key):
        """A statement that passes step 2 and the holders of the keys whose signatures fit, whether or not they count."""
        if key[0] in ("root", "ring"):
            return None
        entry = self.entries[key]
        checks = check_signatures(self.keys, entry.envelope, entry.signatures)
        holders = {key.holder for _, fault, key in checks if fault is None}
        try:
            it = read_statement(key[0], entry.envelope.payload) if holders else None
        except Refused:
            return None
        return (it, holders) if it is not None and it["scope"] == self.trust.scope else None

    @staticmethod
    def worth_keeping(checks, signatures):
        """One signature that fits of each key, and some of keys that a later ring may name."""
        kept, strangers = {}, []
        for (_, fault, key), signature in zip(checks, sorted(signatures)):
            if fault == "unknown-key":
                strangers.append(signature)
            elif fault not in DO_NOT_FIT:
                kept.setdefault(key.name, signature)
        return {*kept.values(), *strangers[:16]}

    def without_a_place(self):
        """The statements for which nobody has a place left."""
        by_two, charged = [], {}
        for key in self.entries:
            it, holders = self.fitting(key)
            order = (-it["issued"], key[1], key[0])
            if self.persons_of_known(key) >= 2:
                by_two.append((order, key))
            else:
                length = it["cap"]["len"] if "cap" in it else 0
                for holder in holders:
                    charged.setdefault(holder, []).append((order, key, 1 + -(-length // 65536)))
        kept = {key for _, key in sorted(by_two)[:STATEMENTS_BY_TWO]}
        for statements in charged.values():
            used = 0
            for _, key, places in sorted(statements):
                used += places
                if used <= PLACES:
                    kept.add(key)
        return [key for key in self.entries if key not in kept]

    def persons_of_known(self, key):
        known = self.known(*key)
        return len(persons_of(known.good)) if known else 0

    def all_of(self, kind):
        for key in sorted(self.entries):
            if key[0] == kind:
                counted = self.known(*key)
                if counted is not None and counted.good:
                    yield counted

    def known(self, kind, name):
        if (kind, name) not in self.entries:
            return None
        try:
            return self.counted((kind, name))
        except Refused:
            return None

    def cap_of(self, it):
        try:
            digest = it.get("cap", {}).get("sha256")
            return Cap(self.caps[digest]) if self.reads_cap and digest in self.caps else None
        except Refused:
            return None

    def draws(self, it):
        cap = self.cap_of(it)
        return cap is not None and any(cap.draws)

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

    def able(self, keys, counted):
        """Those who may draw ground: it may reach any zone."""
        what = ("warning", [counted.it["stage"]], [counted.it["hazard"]], ["*"])
        return [key for key in keys if self.rights.cover(key.holder, counted.kind, what)]

    def reach(self, keys, kind, other):
        """Those who have a right over a target. A key that was lost reaches nothing that was said since."""
        what = what_of(other.kind, other.it)
        message = self.cap_of(other.it) if other.kind in WARNINGS else None
        if message is not None and any(message.draws):
            what = (*what[:3], ["*"])
        return [
            key for key in keys
            if self.rights.cover(key.holder, kind, what) and (key.retired is None or other.it["issued"] < key.retired)
        ]

    # Persons.

    def worth(self, counted, keys, draws):
        kind, it = counted.kind, counted.it
        if kind in WARNINGS:
            return self.worth_of_warning(counted, keys, draws)
        if kind == "arming":
            short = short_of(keys, self.thresholds[kind])
        elif kind in ("danger", "status"):
            short = self.short_of_words(counted, keys)
        elif kind in ("pack", "region", "app"):
            large = it["changes"]["changed"] * 50 > it["changes"]["shelters"]
            short = short_of(keys, 2 if large else 1)
            short = "reviewer-missing" if short == "second-person-awaited" else short
            if not machines_of(keys, "builder"):
                short = "builder-missing"
        else:
            short = None if machines_of(keys, "relay" if kind == "active" else "gateway") else "wrong-holder"
        return Worth("full" if short is None else None, short, persons=len(persons_of(keys)))

    # Danger and status.

    def short_of_words(self, counted, keys):
        short = short_of(keys, 2)
        if short is None:
            return None
        if counted.kind == "danger" and any(entry["state"] == "open" for entry in counted.it["shelters"]):
            return short
        # One who may close it alone is not hindered by another who has closed too much already.
        return None if any(not self.too_much(counted, person) for person in persons_of(keys)) else short

    def too_much(self, counted, person):
        it, closed = counted.it, closings(counted.it)
        if not closed:
            return False
        for other in self.all_of(counted.kind):
            before = other.it
            earlier = before["epoch"] == it["epoch"] and (before["n"], other.name) < (it["n"], counted.name)
            recent = counted.kind == "danger" or it["issued"] - before["issued"] <= 12 * HOUR
            if earlier and recent and person in persons_of(other.good) and short_of(other.good, 2) is not None:
                closed |= closings(before)
        zones = self.context.get("shelter_zones")
        if zones is None:
            return len(closed) > 1
        for zone in {zones.get(shelter) for shelter in closed}:
            hit = sum(1 for shelter in closed if zones.get(shelter) == zone)
            there = sum(1 for other in zones.values() if other == zone)
            if hit > 1 and (zone is None or hit * 20 > there):
                return True
        return False

    # Warnings.

    def worth_of_warning(self, counted, keys, draws):
        short = short_of(keys, self.thresholds[counted.kind])
        if short is None:
            return Worth("full")
        if counted.kind == "drill":
            return Worth(None, short)
        it, armed, told = counted.it, None, False
        if "arming" in it:
            armed, told = ("cap-area", False) if draws else self.armed(it, keys)
            if armed == "":
                return Worth("armed")
        alone = self.solo_alert(counted, keys, draws)
        if alone == "":
            return Worth("solo")
        if told:
            return Worth(None, armed, told=True)
        if short == "standalone-missing":
            return Worth(None, short)
        return Worth(None, armed or alone or short)

    def reach_of_warning(self, judged, draws):
        """Sets what a warning replaces. It stands without the targets that it loses."""
        counted, worth = judged["counted"], judged["worth"]
        for target in counted.it.get("targets", []):
            loss, other = self.of_another_type(counted, target)
            if loss is None and other is None:
                worth.notes.add("target-unseen")
            elif loss is None:
                able = self.reach(judged["keys"], counted.kind, other)
                if judged["held"] is not None:
                    enough = bool(able)
                else:
                    alone = self.worth_of_warning(counted, able, draws).strength
                    enough = alone is not None
                    # Enough persons lend their standing, but not to make milder what they have no right over.
                    if worth.strength == "full" and alone in ("armed", "solo"):
                        enough = not milder(counted.it, other.it)
                loss = None if enough else "target-outside-rights"
            if loss is None:
                worth.over[target] = judged["standing"]
            else:
                worth.lost[target] = loss
                worth.notes.add(loss)

    def of_another_type(self, counted, target):
        """(loss, the target as far as it is known)"""
        wanted = target_kind(counted.kind, counted.it)
        other = self.known(wanted, target)
        if other is None and any(self.known(kind, target) for kind in KINDS if kind != wanted):
            return "target-other-world", None
        return None, other

    def armed(self, it, keys):
        """(the empty text where an order allows it, else the code; whether it would but for a call back by too few)"""
        order = self.known("arming", it["arming"])
        if order is None:
            return "arming-unseen", False
        if short_of(order.good, self.thresholds["arming"]) is not None:
            return "arming-not-valid", False
        try:
            self.check_life(order)
        except Refused:
            return "arming-not-valid", False
        unfit = self.unfit_for(it, order.it, keys)
        if unfit:
            return unfit, False
        callers = [callers for since, callers in self.calls_back(order) if it["issued"] >= since]
        if not callers:
            return "", False
        together = [key for keys in callers for key in keys]
        return "arming-void", short_of(together, self.thresholds["arming"]) is not None

    def unfit_for(self, it, arming, keys):
        """What of an alert the order that it cites does not allow."""
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

    def calls_back(self, order):
        """(from when on, by whom) of each believed call back of an order."""
        calls = []
        for cancel in self.all_of("cancel"):
            if "cap" in cancel.it or order.name not in cancel.it["targets"]:
                continue
            judged = self.stands(("cancel", cancel.name))
            if judged is not None and judged["worth"].over.get(order.name) == "full":
                calls.append((max(cancel.it["issued"], order.it["issued"]), self.reach(cancel.good, "cancel", order)))
        return calls

    def solo_alert(self, counted, keys, draws):
        if "alert" not in self.solo or not persons_of(keys):
            return None
        it = counted.it
        if it["expires"] - it["issued"] > self.solo["alert"]:
            return "solo-too-long"
        # One who may go on alone is not hindered by another who may not.
        free = persons_of(keys)
        for other in sorted(self.all_of("alert"), key=lambda other: (other.it["issued"], other.name)):
            before = other.it
            if (before["issued"], other.name) >= (it["issued"], counted.name):
                break
            a, b = before["zones"], it["zones"]
            anywhere = draws or not a or not b or "*" in a or "*" in b or self.draws(before)
            meets = anywhere or bool(set(a) & set(b))
            goes_on = it["issued"] < before["expires"] and before["hazard"] == it["hazard"] and meets
            if (goes_on or other.name in it.get("targets", [])) and persons_of(other.good) & free:
                judged = self.stands(("alert", other.name))
                if judged is not None and judged["standing"] == "solo":
                    free -= persons_of(judged["keys"])
        return self.lowering(it) if free else "solo-renewed"

    def lowering(self, it):
        for target in it.get("targets", []):
            other = self.known("alert", target)
            if other is None:
                continue
            before = other.it
            if STAGES.index(it["stage"]) < STAGES.index(before["stage"]):
                return "lowering-needs-two"
            held = "*" in it["zones"] or (before["zones"] and not self.draws(before) and set(before["zones"]) <= set(it["zones"]))
            if not held:
                return "lowering-needs-two"
        return ""

    # What ends warnings or calls orders back: asked for each target by itself.

    def worth_of_ending(self, counted):
        """What it is worth over the best of its targets, and what becomes of the others."""
        worth, held_for = Worth(), {}
        for target in counted.it["targets"]:
            loss, other = self.of_another_type(counted, target)
            if loss is not None:
                worth.lost[target] = loss
                continue
            if other is None:
                worth.notes.add("target-unseen")
            standing, held_for[target] = self.worth_over(counted, other)
            if standing is None:
                worth.lost[target] = "target-outside-rights"
            else:
                worth.over[target] = standing
        best = min(worth.over.values(), key=RANKS.index, default="pending")
        for target, standing in list(worth.over.items()):
            if standing != best:
                worth.notes.add("target-outside-rights")
                if standing not in ("armed", "solo"):
                    worth.lost[target] = "target-outside-rights"
                    del worth.over[target]
        worth.notes |= set(worth.lost.values())
        worth.strength = best if best in ("full", "armed", "solo") else None
        worth.code = next((held_for[target] for target in counted.it["targets"] if target in worth.over), "second-person-awaited")
        worth.persons = max((len(persons_of(self.reach_known(counted, target, counted.good))) for target in worth.over), default=0)
        return worth

    def reach_known(self, counted, target, keys):
        """Those who have a right over a target; all of them where it is unknown."""
        other = self.of_another_type(counted, target)[1]
        return keys if other is None else self.reach(keys, counted.kind, other)

    def worth_over(self, counted, other):
        """(what it is worth over one target, None if nobody has a right there; why it is held)"""
        able, once_able = (
            keys if other is None else self.reach(keys, counted.kind, other) for keys in (counted.good, counted.once_good)
        )
        strength, code = self.strength_over(counted, other, able)
        if strength is not None:
            return strength, None
        if self.strength_over(counted, other, once_able)[0] is not None:
            return "unconfirmed", "compromised-key"
        return ("pending" if able else None), code

    def strength_over(self, counted, other, able):
        kind, it = counted.kind, counted.it
        short = short_of(able, self.thresholds[kind] if ends(kind, it) else 1)
        if short is None:
            return "full", None
        if kind != "cancel" or not ends(kind, it):
            return None, short
        alone = "cancel" in self.solo and bool(persons_of(able))
        if other is None:
            code = "solo-target-unseen"
        elif self.is_own(other, able):
            return "armed", None
        elif alone and 0 <= it["issued"] - other.it["issued"] <= self.solo["cancel"]:
            return "solo", None
        else:
            code = "solo-too-late"
        return None, code if alone and short != "standalone-missing" else short

    def is_own(self, target, able):
        """Whether one whom an order arms takes back what they signed under it."""
        if target.kind != "alert" or not able:
            return False
        try:
            judged = self.judge(("alert", target.name))
        except Refused:
            return False
        armed = judged["worth"].strength == "armed" and judged["held"] in (None, "cap-missing")
        if not armed or self.is_blocked(("alert", target.name)):
            return False
        who = self.known("arming", target.it["arming"]).it["who"]
        return bool(holders_of(judged["keys"]) & holders_of(able) & set(who))

    # Questions 4 to 7.

    def stands(self, key):
        """The judgement on a statement that is believed and not blocked, else None."""
        try:
            judged = self.judge(key)
        except Refused:
            return None
        if judged["held"] is not None or (key[0] in WARNINGS and self.is_blocked(key)):
            return None
        return judged

    def judge(self, key, given=None):
        if given is not None:
            return self.judge_anew(key, given)
        if key not in self.judged:
            try:
                self.judged[key] = self.judge_anew(key, None)
            except Refused as refused:
                self.judged[key] = refused
        if isinstance(self.judged[key], Refused):
            raise self.judged[key]
        return {**self.judged[key], "notes": set(self.judged[key]["notes"])}

    def judge_anew(self, key, given):
        counted = self.counted(key)
        judged = {"counted": counted, "notes": set()}
        cap, cap_fault = self.read_cap(counted, given)
        draws = counted.kind in WARNINGS and cap is not None and any(cap.draws)
        self.check_persons(judged, draws)
        if cap_fault == "cap-missing":
            judged["standing"], judged["held"] = "pending", judged["held"] or "cap-missing"
        if counted.kind in WARNINGS:
            self.reach_of_warning(judged, draws)
        judged["notes"] |= judged["worth"].notes
        want(cap_fault in (None, "cap-missing"), cap_fault)
        if cap is not None:
            self.check_cap(judged, cap, draws)
        self.check_life(counted)
        if counted.kind in ("cancel", "clear") and not judged["worth"].over:
            raise Refused(list(judged["worth"].lost.values())[-1])
        self.check_counter(counted)
        self.remarks(judged)
        return judged

    def check_persons(self, judged, draws):
        """Sets the standing, the code that it is held for, and the keys by which it is judged."""
        counted = judged["counted"]
        good, once_good = counted.good, counted.once_good
        if draws:
            good, once_good = self.able(good, counted), self.able(once_good, counted)
        if counted.kind in ("cancel", "clear"):
            before = worth = self.worth_of_ending(counted)
            once_enough = worth.strength is None and "unconfirmed" in worth.over.values()
        else:
            worth = before = self.worth(counted, good, draws)
            if worth.strength is None:
                before = self.worth(counted, once_good, draws)
            once_enough = worth.strength is None and before.strength is not None
        judged.update(keys=good, worth=worth, held=None, standing=worth.strength)
        if once_enough:
            judged.update(keys=once_good, worth=before, held="compromised-key", standing="unconfirmed")
            return
        if worth.strength is None:
            want(worth.code != "wrong-holder", "wrong-holder")
            want(counted.good, "no-valid-signature")
            judged.update(held=worth.code, standing="unconfirmed" if worth.told else "pending")
            return
        age = self.trust.days_out(self.context["now"])
        if age == "too-old":
            judged.update(held="ring-too-old", standing="unconfirmed")
        elif age == "old":
            if self.is_by_one(counted, worth):
                judged.update(held="ring-too-old-for-one", standing="unconfirmed")
            elif counted.kind in ("cancel", "clear"):
                worth.over = {target: standing for target, standing in worth.over.items() if standing == "full"}

    @staticmethod
    def is_by_one(counted, worth):
        if worth.strength != "full":
            return True
        calls_back = counted.kind == "cancel" and "cap" not in counted.it
        return worth.persons < 2 and (calls_back or counted.kind in ("danger", "status", "pack", "region", "app"))

    def read_cap(self, counted, given):
        """(the message or None, what is wrong with it or None)"""
        bound = counted.it.get("cap")
        if bound is None or not self.reads_cap:
            return None, None
        if bound["len"] > CAP_BYTES_AT_MOST:
            return None, "cap-length"
        data = given if given is not None else self.caps.get(bound["sha256"])
        if data is None:
            return None, "cap-missing"
        if len(data) != bound["len"]:
            return None, "cap-length"
        if hashlib.sha256(data).hexdigest() != bound["sha256"]:
            return None, "cap-digest"
        try:
            return Cap(data), None
        except Refused as refused:
            return None, refused.code

    def check_cap(self, judged, cap, draws):
        counted = judged["counted"]
        agrees(counted.kind, counted.it, self.world(counted), cap, not draws or judged["keys"])
        for target in counted.it.get("targets", []):
            other = self.known(target_kind(counted.kind, counted.it), target)
            want(other is None or self.is_named(other, cap), "cap-references")

    def check_life(self, counted):
        it = counted.it
        if counted.kind in WARNINGS:
            longest = self.life["tsunami" if it["hazard"] == "tsunami" else it["stage"]]
            want(it["expires"] - it["issued"] <= longest, "life-too-long")
        elif counted.kind == "arming":
            persons = {person["id"] for person in self.ring["persons"]}
            longest = self.arming_caps["person" if persons & set(it["who"]) else "feed"]
            want(it["until"] - it["from"] <= longest, "arming-too-long")
            want(it["life"] <= self.arming_caps["alert"], "armed-too-long")

    def check_counter(self, counted):
        kind, it = counted.kind, counted.it
        if kind not in ("danger", "status", "pack", "region", "app", "active", "siren"):
            return
        want(it["epoch"] <= self.ring["epoch"], "epoch-ahead")
        if kind == "siren":
            return
        names = machines_of(counted.good, "relay") if kind == "active" else {it.get("name", "")}

        def newest(name):
            return max(((s["epoch"], s["n"]) for s in self.context["seen"] if s["kind"] == kind and s.get("name", "") == name), default=(0, 0))

        want(any((it["epoch"], it["n"]) >= newest(name) for name in names), "rolled-back")

    def remarks(self, judged):
        counted, notes = judged["counted"], judged["notes"]
        if self.trust.days_out(self.context["now"]) != "fresh":
            notes.add("ring-expired")
        ring = counted.it["ring"]
        if (ring["epoch"], ring["n"]) > (self.ring["epoch"], self.ring["n"]):
            notes.add("ring-behind")
        if judged["standing"] == "solo" and counted.kind == "alert":
            notes.add("second-officer-awaited")

    def is_twin(self, counted):
        """Whether another statement of this type has the same id and is believed as far as step 7."""
        for other in self.all_of(counted.kind):
            if other.name != counted.name and other.it["id"] == counted.it["id"]:
                try:
                    if self.judge((other.kind, other.name))["held"] is None:
                        return True
                except Refused:
                    continue
        return False

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
        if self.is_twin(counted):
            judged["notes"].add("same-id")
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
        if kind in WARNINGS:
            want(not self.is_blocked((kind, counted.name)), "blocked-by-cancel")
        elif kind == "arming":
            want(not self.calls_back(counted), "arming-void")
            want(it["until"] + HOUR >= now, "stale")
        elif kind == "status":
            want(it["issued"] + 12 * HOUR >= now, "stale")
        elif kind == "active":
            want(it["issued"] + min(it["ttl"], 60) >= now, "stale")
        elif kind == "siren":
            self.check_siren(it)

    def is_blocked(self, key):
        kind, name = key
        return any(
            ends("cancel", cancel.it) and target_kind("cancel", cancel.it) == kind and name in cancel.it["targets"] and self.blocks(cancel, name)
            for cancel in self.all_of("cancel")
        )

    def blocks(self, cancel, name):
        """Whether a cancel by enough persons over this target is believed.

        What one person may cancel depends on what stands, and this decides what stands: so the other targets are
        asked of only where the message contradicts them, and never while they are asked of already.
        """
        if short_of(self.reach_known(cancel, name, cancel.good), self.thresholds["cancel"]) is not None:
            return False
        if self.trust.days_out(self.context["now"]) == "too-old" or cancel.name in self.asked:
            return False
        cap, fault = self.read_cap(cancel, None)
        self.asked.add(cancel.name)
        try:
            if fault is None and cap is not None:
                agrees("cancel", cancel.it, self.world(cancel), cap, True)
                for target in cancel.it["targets"]:
                    other = self.known(target_kind("cancel", cancel.it), target)
                    want(other is None or self.is_named(other, cap), "cap-references")
        except Refused:
            return False
        finally:
            self.asked.discard(cancel.name)
        return fault is None

    def is_named(self, target, cap):
        message = self.cap_of(target.it)
        return message is None or message.key() in cap.references

    # Sirens.

    def check_siren(self, it):
        want(abs(self.context["now"] - it["issued"]) <= 120, "stale")
        device = self.context.get("device")
        if device is not None:
            want(device["id"] in it["devices"] or "*" in it["devices"], "siren-other")
            want((it["epoch"], it["counter"]) > (device.get("epoch", 0), device["counter"]), "rolled-back")
        want(it["seconds"] <= 180, "siren-too-long")
        try:
            envelope = Envelope(unbase64(it["envelope"]))
        except Refused as refused:
            raise Refused("siren-inner", refused.code) from refused
        key = (envelope.kind, envelope.name)
        entry = Entry(envelope)
        if key in self.entries:
            entry.signatures |= self.entries[key].signatures
        inner = Receiver(self.trust, self.context, reads_cap=False)
        inner.entries = {**self.entries, key: entry}
        want(inner.sounds(key, it["tone"]), "siren-inner")

    def sounds(self, key, tone):
        judged = self.stands(key)
        if judged is None:
            return False
        counted, now = judged["counted"], self.context["now"]
        if key[0] != {"alarm": "alert", "drill": "drill", "clear": "clear"}[tone]:
            return False
        if tone == "clear":
            wanted = target_kind(key[0], counted.it)
            known = any(self.of_another_type(counted, target) != (None, None) for target in counted.it["targets"])
            ended = any(self.stands_or_is_told((wanted, target)) for target in judged["worth"].over)
            has_tone = self.world(counted) == "live" and abs(now - counted.it["issued"]) <= HOUR
            return has_tone and (ended or not known) and not self.live_in_force("take-cover")
        if self.warning_look(judged)[1] == "none":
            return False
        if tone == "alarm":
            return counted.it["stage"] == "take-cover" and not self.is_ended(key) and self.alarms(key)
        return self.in_force(key) and not self.live_in_force("take-cover", "expect")

    def stands_or_is_told(self, key):
        """Whether a warning is believed or unconfirmed here, its end aside."""
        try:
            judged = self.judge(key)
        except Refused:
            return False
        return judged["held"] is None or judged["standing"] == "unconfirmed"

    def in_force(self, key):
        judged = self.stands(key)
        return judged is not None and self.context["now"] <= judged["counted"].it["expires"] and not self.is_ended(key) and not self.successors(key)

    def live_in_force(self, *stages):
        return any(other.it["stage"] in stages and self.in_force(("alert", other.name)) for other in self.all_of("alert"))

    def is_ended(self, key):
        for kind in ("cancel", "clear"):
            for end in self.all_of(kind):
                if not ends(kind, end.it) or target_kind(kind, end.it) != key[0] or key[1] not in end.it["targets"]:
                    continue
                judged = self.stands((kind, end.name))
                standing = judged["worth"].over.get(key[1]) if judged is not None else None
                if standing == "full" or (standing in ("armed", "solo") and self.context["now"] <= end.it["issued"] + HOLD):
                    return True
        return False

    def successors(self, key):
        """The believed updates that replace a warning."""
        updates = []
        for other in self.all_of(key[0]):
            if key[1] in other.it.get("targets", []):
                judged = self.stands((key[0], other.name))
                if judged is not None and key[1] in judged["worth"].over:
                    updates.append(other)
        return updates

    def alarms(self, key):
        """Whether an alert to take cover is in force, or one that has replaced it, at whatever remove."""
        if self.in_force(key):
            return self.judge(key)["counted"].it["stage"] == "take-cover"
        return any(self.alarms((key[0], other.name)) for other in self.successors(key))

    # The look.

    def look(self, judged):
        counted, now, notes = judged["counted"], self.context["now"], judged["notes"]
        kind, it, world = counted.kind, counted.it, self.world(counted)
        if kind in WARNINGS:
            shown, tone = self.warning_look(judged)
        elif ends(kind, it):
            shown, tone, wanted = "nothing", "none", target_kind(kind, it)
            ended = [standing for target, standing in judged["worth"].over.items() if self.stands_or_is_told((wanted, target))]
            if ended:
                shown = "cleared" if kind == "clear" else "cancelled" if "full" in ended else "hold"
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

    def warning_look(self, judged):
        counted, notes = judged["counted"], judged["notes"]
        it, now, seen = counted.it, self.context["now"], self.context.get("first_seen")
        if now > it["expires"]:
            notes.add("expired")
        if now > it["expires"] + HOUR:
            return ("past" if seen is not None and now > seen + DAY else "no-longer-confirmed"), "none"
        if it["issued"] > now + 120:
            notes.add("clock-behind")
        if it["issued"] > now + HOUR:
            return "warning", "none"
        if judged["standing"] in ("armed", "solo") and not it["issued"] - 120 <= now <= it["expires"] + 120:
            return "warning", "none"
        tones = {
            ("live", "take-cover"): "alarm", ("live", "expect"): "attention", ("drill", "take-cover"): "drill", ("drill", "expect"): "drill",
        }
        return "warning", tones.get((self.world(counted), it["stage"]), "none")

    def notices(self):
        if self.ring is None:
            return []
        told = []
        for key in self.entries:
            try:
                judged = self.judge(key)
            except Refused:
                continue
            counted = judged["counted"]
            if counted.kind in WARNINGS:
                act = counted.it["act"]
            elif ends(counted.kind, counted.it):
                act = counted.kind
            else:
                continue
            standings = {judged["standing"]}
            if act == "cancel" and judged["held"] is None:
                standings |= set(judged["worth"].over.values())
            told += [f"{counted.name[:8]} {act} {self.world(counted)} {standing}" for standing in standings]
        return sorted(told)


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
    result = {"root": trust.root["n"], "now": now_of(case["clock"], trust, document, case.get("seen", []))}
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
