#!/usr/bin/env python3
"""Looks for breaches of two laws of docs/trust.md in towns made at random, with verify.py as the judge:

- one signature more never makes a statement weaker;
- what stands does not depend on the order in which statements come.

    python3 laws.py [TOWNS [SEED]]

It prints each breach with the seed that makes it again, and ends with status 1 if there is any. Signatures
are real in the first town only: the others remember who signed what, since the laws are not about the curve.
"""

import base64
import hashlib
import json
import random
import sys
from datetime import datetime, timezone

import verify

NOW = 1_800_000_000
ZONES = ["north", "south"]
WEAKEST_FIRST = ["refused", "pending", "unconfirmed", "solo", "armed", "full"]


class Signer:
    """A key. By RFC 8032 where `real`; else what it signed is written down in `Signer.said`."""

    real = True
    said = set()

    def __init__(self, holder, standalone, retired=None, compromised=False):
        self.holder, self.standalone, self.retired, self.compromised = holder, standalone, retired, compromised
        seed = hashlib.sha512(f"TEST ONLY {holder} {standalone}".encode()).digest()
        self.scalar = int.from_bytes(seed[:32], "little") & (2**254 - 8) | 2**254
        self.prefix = seed[32:]
        self.public = encode(verify.times(self.scalar, verify.BASE))
        self.keyid = hashlib.sha256(self.public).hexdigest()

    def sign(self, message):
        if not Signer.real:
            signature = hashlib.sha512(self.public + message).digest()
            Signer.said.add((self.public, message, signature))
            return signature
        nonce = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), "little") % verify.ORDER
        start = encode(verify.times(nonce, verify.BASE))
        k = int.from_bytes(hashlib.sha512(start + self.public + message).digest(), "little") % verify.ORDER
        return start + ((nonce + k * self.scalar) % verify.ORDER).to_bytes(32, "little")


def encode(point):
    inverse = pow(point[2], verify.P - 2, verify.P)
    x, y = point[0] * inverse % verify.P, point[1] * inverse % verify.P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def envelope(kind, payload, signers):
    name = f"application/vnd.hinan.{kind}.v1+json".encode()
    message = b"DSSEv1 %d %s %d %s" % (len(name), name, len(payload), payload)
    return json.dumps({
        "payloadType": name.decode(), "payload": base64.b64encode(payload).decode(),
        "signatures": [{"keyid": it.keyid, "sig": base64.b64encode(it.sign(message)).decode()} for it in signers],
    }).encode()


def moment(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S-00:00")


class Town:
    """A ring with officers of all sorts, and what they said."""

    def __init__(self, chance):
        self.chance, self.statements = chance, []  # (kind, payload, signers, CAP or None)
        lost = NOW - chance.choice([60, 200, 700])
        self.signers = {
            "all": [Signer("anna", True), Signer("boris", False), Signer("chie", False)],
            "north": [Signer("nami", True), Signer("nobu", False)],
            "lost": [Signer("fumi", True, retired=lost), Signer("goro", True, compromised=True), Signer("hana", False, compromised=True)],
            "feeds": [Signer("feed-1", False), Signer("feed-2", False)],
            "keepers": [Signer("keeper-1", True), Signer("keeper-2", True)],
        }
        self.officers = self.signers["all"] + self.signers["north"] + self.signers["lost"]
        self.everybody = self.officers + self.signers["feeds"]
        self.trust = self.chain()
        self.near = {f"s{at}": ZONES[at % 2] for at in range(6)} if chance.random() < 0.5 else None

    def chain(self):
        keepers = [{"person": it.holder, "public": it.public.hex(), "standalone": True} for it in self.signers["keepers"]]
        quorum = {"threshold": 2, "keys": keepers}
        root = json.dumps({
            "v": 1, "id": "00" * 16, "issued": NOW - 9_000_000, "n": 1, "world": "live", "expires": NOW + 9_000_000, "root": quorum, "keepers": quorum,
        }).encode()
        self.scope = hashlib.sha256(root).hexdigest()
        words = ["alert", "cancel", "clear", "drill", "arming", "danger", "status"]

        def right(holders, zones, types, shelters):
            return {
                "who": [it.holder for it in holders], "types": types, "stages": ["*"], "hazards": ["*"], "zones": zones, "shelters": shelters,
            }

        keys = []
        for it in self.everybody:
            lost = {"retired": it.retired} if it.retired else {}
            keys.append({"holder": it.holder, "alg": "ed25519", "public": it.public.hex(), "standalone": it.standalone, "compromised": it.compromised, **lost})
        days = self.chance.choice([20, 20, 20, 20, 20, -10, -100, -500])
        ring = {
            "v": 1, "scope": self.scope, "id": "01" * 16, "issued": NOW - 600 * 86_400, "epoch": 1, "n": 1, "expires": 0,
            "persons": [{"id": it.holder} for it in self.officers], "keys": keys,
            "machines": [{"id": it.holder, "kind": "feed", "operator": "army"} for it in self.signers["feeds"]],
            "rights": [
                right(self.signers["all"] + self.signers["lost"], ["*"], words, ["*"]),
                right(self.signers["north"], ["north"], words, ["s0", "s2", "s4"]),
                right(self.signers["feeds"][:1], ["*"], ["alert", "cancel"], []),
                right(self.signers["feeds"][1:], ["north"], ["alert", "cancel"], []),
            ],
            "solo": {"alert": 600, "cancel": 180} if self.chance.random() < 0.8 else {},
        }
        if self.chance.random() < 0.2:
            ring["thresholds"] = {"alert": 3, "cancel": 3}
        ring["expires"] = NOW + days * 86_400
        ring["issued"] = ring["expires"] - 399 * 86_400
        trust = verify.Trust(self.scope, envelope("root", root, self.signers["keepers"]))
        told = trust.advance([], [envelope("ring", json.dumps(ring).encode(), self.signers["keepers"])])
        assert not told and trust.ring, told
        return trust

    def head(self, earliest=1500):
        return {
            "v": 1, "scope": self.scope, "ring": {"epoch": 1, "n": 1}, "id": f"{self.chance.getrandbits(128):032x}",
            "issued": NOW - self.chance.randrange(0, earliest, 30),
        }

    def some(self, things, most):
        things = list(things)
        return self.chance.sample(things, min(len(things), self.chance.randint(1, most)))

    def names(self, kind):
        return [(hashlib.sha256(payload).hexdigest(), payload, cap) for other, payload, _, cap in self.statements if other == kind]

    def cap(self, it, kind, targets):
        """A message that says what the statement says, and sometimes draws ground."""
        issued = it["issued"]
        sort = "Cancel" if kind == "cancel" else "Alert" if it.get("act") == "alert" else "Update"
        references = []
        for name, _, cap in targets:
            sent = verify.Cap(cap).sent if cap and self.chance.random() < 0.97 else issued
            references.append(f"town,{'cap' + str(sent) if cap else name},{moment(sent)}")
        drawn = "<polygon>1,1 1,2 2,2 1,1</polygon>" if kind == "alert" and (not it["zones"] or self.chance.random() < 0.2) else ""
        codes = "".join(f"<geocode><valueName>{verify.ZONES}</valueName><value>{zone}</value></geocode>" for zone in it.get("zones", []))
        status = "Exercise" if kind == "drill" or it.get("world") == "drill" else "Actual"
        return (
            f'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>cap{issued}</identifier><sender>town</sender>'
            f"<sent>{moment(issued)}</sent><status>{status}</status><msgType>{sort}</msgType><references>{' '.join(references)}</references>"
            f"<info><responseType>{'AllClear' if kind == 'clear' else 'Shelter'}</responseType>"
            f"<expires>{moment(it.get('expires', issued))}</expires><area>{drawn}{codes}</area></info></alert>"
        ).encode()

    def say(self):
        """One statement more, by some of those who might."""
        chance = self.chance
        kind = chance.choice(["alert"] * 5 + ["cancel"] * 3 + ["void"] * 2 + ["clear", "arming", "arming", "danger", "status", "drill"])
        lost = self.signers["lost"] if chance.random() < 0.3 else []
        signers = self.some(self.signers["all"] + self.signers["north"] + lost + (self.signers["feeds"] if kind in ("alert", "cancel") else []), 3)
        it, targets, cap = self.head(), [], None
        if kind in ("alert", "drill"):
            targets = self.some(self.names(kind), 2) if self.names(kind) and chance.random() < 0.4 else []
            it |= {
                "act": "update" if targets else "alert", "stage": chance.choice(["prepare", "expect", "take-cover", "take-cover"]), "hazard": "air-raid",
                "template": "t", "zones": chance.choice([["north"], ["south"], ["north", "south"], ["*"], []]),
                "expires": it["issued"] + chance.choice([300, 600, 600, 900, 900, 3600]),
            }
            if kind == "alert" and self.names("arming") and chance.random() < 0.6:
                it["arming"], order, _ = chance.choice(self.names("arming"))
                if chance.random() < 0.7:
                    it |= {"zones": chance.choice([["north"], ["north"], ZONES]), "stage": "take-cover", "expires": it["issued"] + 900}
                    who = json.loads(order)["who"]
                    signers = [it for it in signers if it.holder in who][:1] + self.some([it for it in self.everybody if it.holder in who], 1)
                    signers = list(dict.fromkeys(signers))
        elif kind == "arming":
            signers = self.signers["all"][: chance.randint(1, 3)] + lost[:1]
            it = {**self.head(4000), "who": ["feed-1", "boris", "nami", "feed-2"][chance.randrange(2):], "zones": chance.choice([["north"], ZONES])}
            it |= {"hazards": ["air-raid"], "stages": ["expect", "take-cover"], "templates": ["t"], "from": NOW - 3600, "until": NOW + 3600, "life": 900}
        elif kind in ("danger", "status"):
            closed = chance.choice(["closed", "hit"]) if kind == "danger" else "full"
            shelters = self.some([f"s{at}" for at in range(6)], 2)
            it |= {"epoch": 1, "n": chance.randrange(5), "shelters": [{"shelter": one, "state": closed if chance.random() < 0.9 else "open"} for one in shelters]}
        else:
            wanted = "arming" if kind == "void" else chance.choice(["alert", "alert", "drill"])
            if not self.names(wanted):
                return
            targets = self.some(self.names(wanted), 3)
            it["world"] = "drill" if wanted == "drill" else "live"
            if kind != "clear":
                it["reason"] = "error"
        if targets:
            it["targets"] = [name for name, _, _ in targets]
        if kind in ("alert", "drill", "cancel", "clear"):
            cap = self.cap(it, kind, targets)
            it["cap"] = {"sha256": hashlib.sha256(cap).hexdigest(), "len": len(cap)}
            cap = cap if chance.random() < 0.95 else None
        payload = json.dumps(it).encode()
        self.statements.append(("cancel" if kind == "void" else kind, payload, signers, cap))
        if kind in ("alert", "drill") and "arming" not in it and chance.random() < 0.1:
            self.statements.append(("drill" if kind == "alert" else "alert", payload, self.some(self.officers, 2), cap))

    def receiver(self, statements):
        receiver = verify.Receiver(self.trust, {"now": NOW, "near": "may-be-you", "seen": [], "shelter_zones": self.near})
        for kind, payload, signers, cap in statements:
            receiver.receive(envelope(kind, payload, signers), cap)
        return receiver


def answers(receiver):
    """What is made of every statement once all have come."""
    return {key: receiver.decide(key, None)[0] for key in sorted(receiver.entries)}


def weight(answer):
    return WEAKEST_FIRST.index("refused" if answer["verdict"] == "refused" else answer["standing"])


def effects(receiver, key):
    """What a believed statement does to its targets."""
    judged = receiver.stands(key)
    return {} if judged is None else dict(judged["worth"].over)


def words(town, changed, before, after):
    """A breach, to be read by a person."""
    told = []
    for at, (kind, payload, signers, cap) in enumerate(town.statements):
        it = json.loads(payload)
        mark = "->" if at == changed else "  "
        brief = {key: it[key] for key in it if key not in ("v", "scope", "ring", "id", "cap", "hazard", "template")}
        brief |= {key: [name[:6] for name in it[key]] for key in ("targets",) if key in it}
        told.append(f"  {mark} {hashlib.sha256(payload).hexdigest()[:6]} {kind} {[it.holder for it in signers]} {brief}{'' if cap else ' no message'}")
    return "\n".join([*told, f"     before {before}", f"     after  {after}"])


def breaches(seed):
    chance = random.Random(seed)
    town = Town(chance)
    while len(town.statements) < 9:
        town.say()
    receiver = town.receiver(town.statements)
    first = answers(receiver)
    shuffled = chance.sample(town.statements, len(town.statements))
    apart = [(kind, payload, [signer], cap) for kind, payload, signers, cap in shuffled for signer in signers]
    chance.shuffle(apart)
    for order in (shuffled, apart):
        other = answers(town.receiver(order))
        for key in first:
            if first[key] != other.get(key):
                yield "order of arrival", words(town, None, first[key], other.get(key))
    for at, (kind, payload, signers, cap) in enumerate(town.statements):
        key = (kind, hashlib.sha256(payload).hexdigest())
        if key not in first:
            continue
        others = [it for it in town.everybody if it not in signers]
        more = chance.choice(others)
        grown = town.receiver([*town.statements, (kind, payload, [more], cap)])
        after = answers(grown)[key]
        if weight(after) < weight(first[key]):
            yield f"weaker by {more.holder}", words(town, at, first[key], after)
            continue
        was, became = effects(receiver, key), effects(grown, key)
        worse = [it for it in was if it not in became or WEAKEST_FIRST.index(became[it]) < WEAKEST_FIRST.index(was[it])]
        if worse:
            yield f"reaches less by {more.holder}", words(town, at, was, became)


def main(towns=200, seed=0):
    real, found = verify.verifies, 0
    for at in range(seed, seed + towns):
        Signer.real = at == seed
        verify.verifies = real if Signer.real else lambda *said: said in Signer.said
        Signer.said.clear()
        for law, told in breaches(at):
            found += 1
            print(f"town {at}: {law}\n{told}")
    print(f"{towns} towns, {found} breaches")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
