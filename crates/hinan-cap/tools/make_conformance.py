#!/usr/bin/env python3
"""Writes the conformance suite of CAP: ../conformance/{valid,invalid}/*.xml and manifest.json.

    crates/hinan-cap/tools/make_conformance.py

Every message is the base message below with one edit, and tests one rule. What is expected of it is
written here by hand, from the standard (OASIS CAP 1.2, section 3, and its schema), never taken from
what the reader says:

    codes     the codes of docs/cap-codes.md that reading as issued has to complain of, no more, no less
    received  what reading as received comes to: valid, tolerated or refused
    schema    whether the OASIS schema accepts it; xmllint is asked in the tests
    why       where the schema and we differ: what the schema does not say

The same bytes every time; needs nothing but Python 3.
"""

import json
import os
import shutil

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(os.path.dirname(HERE), "conformance")

CAP = "urn:oasis:names:tc:emergency:cap:1.2"
POLYGON = "<polygon>50.0,14.0 50.0,14.1 50.1,14.1 50.1,14.0 50.0,14.0</polygon>"
BASE = f"""<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="{CAP}">
  <identifier>hinan-2031-0001</identifier>
  <sender>desk@civil-protection.example</sender>
  <sent>2031-04-02T10:00:00+02:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <scope>Public</scope>
  <info>
    <language>en-GB</language>
    <category>Met</category>
    <event>Flood</event>
    <responseType>Evacuate</responseType>
    <urgency>Immediate</urgency>
    <severity>Severe</severity>
    <certainty>Likely</certainty>
    <expires>2031-04-02T16:00:00+02:00</expires>
    <headline>Leave the lower town now</headline>
    <description>The dam above the lower town overflows.</description>
    <instruction>Walk uphill to the school on Castle Street.</instruction>
    <area>
      <areaDesc>Lower town</areaDesc>
      {POLYGON}
    </area>
  </info>
</alert>
"""
RESOURCE = """    <resource>
      <resourceDesc>map</resourceDesc>
      <mimeType>image/png</mimeType>
      <size>70</size>
      <uri>map.png</uri>
      <derefUri>aGluYW4gbWFw</derefUri>
      <digest>6f4ec9b5fb1a24c3b4ea65bc1ae77ab4f1c7c2d7</digest>
    </resource>
"""
SIGNATURE = """<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:Reference URI=""/></ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>"""
REFERENCE = "desk@civil-protection.example,hinan-2031-0000,2031-04-02T09:30:00+02:00"

cases = []
names = set()


def put(kind, name, text, codes, received, schema, why):
    assert name not in names, name
    names.add(name)
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    path = f"{kind}/{name}.xml"
    with open(os.path.join(FOLDER, path), "wb") as file:
        file.write(data)
    case = {"file": path, "codes": sorted(codes), "received": received, "schema": schema}
    if why:
        case["why"] = why
    cases.append(case)


def valid(name, text, remarks=()):
    """A message that has to be read in both modes; remarks do not count against it."""
    put("valid", name, text, remarks, "valid", True, None)


def loose(name, text, code, why, received="tolerated", more=()):
    """A message that the schema accepts and the standard, or we, do not."""
    put("invalid", name, text, [code, *more], received, True, why)


def broken(name, text, code, received="tolerated", more=()):
    """A message that the schema refuses too."""
    put("invalid", name, text, [code, *more], received, False, None)


def edit(*pairs, base=BASE):
    """The base message with each text replaced that stands there exactly once."""
    text = base
    for old, new in pairs:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return text


def line(name, base=BASE):
    """The line of the base message that an element of one line takes."""
    found = [row for row in base.splitlines(keepends=True) if row.lstrip().startswith(f"<{name}>")]
    assert len(found) == 1, name
    return found[0]


def content(name, new):
    """The base message with another content of an element."""
    old = line(name)
    indent = old[: len(old) - len(old.lstrip())]
    return edit((old, f"{indent}<{name}>{new}</{name}>\n"))


def after(name, new, base=BASE):
    return edit((line(name, base), line(name, base) + new + "\n"), base=base)


def without(name):
    return edit((line(name), ""))


def with_type(kind, *more):
    """An update, cancel, ack or error, with the message it is about."""
    return edit(
        ("<msgType>Alert</msgType>", f"<msgType>{kind}</msgType>"),
        ("<scope>Public</scope>", f"<scope>Public</scope>\n  <references>{REFERENCE}</references>"),
        *more,
    )


def area(new):
    return edit((f"      {POLYGON}\n", f"{new}\n"))


def in_area(new):
    """The base message with more in its area, after the polygon."""
    return edit((POLYGON, POLYGON + new))


def polygon(points):
    return area(f"      <polygon>{points}</polygon>")


def circle(text):
    return area(f"      <circle>{text}</circle>")


def resource(*pairs):
    return edit(("    <area>", edit(*pairs, base=RESOURCE) + "    <area>"))


def no_info(text):
    start, end = text.index("  <info>"), text.index("</info>\n") + len("</info>\n")
    return text[:start] + text[end:]


def second_info(language):
    start, end = BASE.index("  <info>"), BASE.index("</info>\n") + len("</info>\n")
    other = BASE[start:end].replace("en-GB", language).replace("Leave the lower town now", "Opusťte dolní město")
    return BASE[:end] + other + BASE[end:]


def pair(name):
    return f"    <{name}><valueName>list</valueName><value>7</value></{name}>\n"


def end_with(new, base=BASE):
    return edit(("</alert>\n", f"  {new}\n</alert>\n"), base=base)


# ---------------------------------------------------------------------------------------- valid ---

SETS = {
    "status": ["Actual", "Exercise", "System", "Test", "Draft"],
    "scope": ["Public", "Restricted", "Private"],
    "category": [
        "Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other",
    ],
    "responseType": [
        "Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None",
    ],
    "urgency": ["Immediate", "Expected", "Future", "Past", "Unknown"],
    "severity": ["Extreme", "Severe", "Moderate", "Minor", "Unknown"],
    "certainty": ["Observed", "Likely", "Possible", "Unlikely", "Unknown"],
}


def valid_headers():
    valid("base", BASE)
    for kind in ["Update", "Cancel", "Ack"]:
        valid(f"msgtype-{kind.lower()}", with_type(kind))
    noted = ("<references>", "<note>The area was wrong.</note>\n  <references>")
    valid("msgtype-error", with_type("Error", noted))
    valid("msgtype-error-without-note", with_type("Error"), ["missing-note"])
    for kind in ["Cancel", "Ack"]:
        valid(f"no-info-{kind.lower()}", no_info(with_type(kind)))
    valid("status-exercise", edit(("Actual", "Exercise"), ("</scope>", "</scope>\n  <note>Spring exercise</note>")))
    valid("status-exercise-without-note", content("status", "Exercise"), ["missing-note"])
    for status in ["System", "Test", "Draft"]:
        valid(f"status-{status.lower()}", content("status", status))
        valid(f"status-{status.lower()}-no-info", no_info(content("status", status)))
    valid("scope-restricted", after("scope", "  <restriction>fire brigades</restriction>", content("scope", "Restricted")))
    valid("scope-private", after("scope", "  <addresses>one two</addresses>", content("scope", "Private")))
    valid("addresses-quoted", after("scope", '  <addresses>"fire brigade" police</addresses>', content("scope", "Private")))
    valid("addresses-public", after("scope", "  <addresses>one</addresses>"))
    valid("addresses-lines", after("scope", "  <addresses>\n    one\n    two\n  </addresses>", content("scope", "Private")))
    valid("source", after("msgType", "  <source>desk 2</source>"))
    valid("code", after("scope", "  <code>hinan</code>"))
    valid("codes", after("scope", "  <code>hinan</code>\n  <code>profile:example:1</code>"))
    valid("note", after("scope", "  <note>Second try</note>"))
    valid("incidents", after("scope", "  <incidents>flood-7</incidents>"))
    valid("incidents-quoted", after("scope", '  <incidents>"Castle Street" flood-7</incidents>'))
    more = REFERENCE.replace("0000", "00ff")
    valid("references-two", edit((REFERENCE, f"{REFERENCE} {more}"), base=with_type("Update")))
    valid("references-lines", edit((REFERENCE, f"\n    {REFERENCE}\n    {more}\n  "), base=with_type("Update")))
    same_time = REFERENCE.replace("09:30:00+02:00", "08:00:00-00:00")
    valid("references-same-second", edit((REFERENCE, same_time), base=with_type("Update")))
    other = "other@example,hinan-2031-0001,2031-04-02T09:30:00+02:00"
    valid("references-same-identifier-of-other", edit((REFERENCE, other), base=with_type("Update")))
    valid("references-in-alert", after("scope", f"  <references>{REFERENCE}</references>"))
    valid("identifier-odd", content("identifier", "urn:oid:2.49.0.1.203.0.2031-04-02!(a)/'b'"))
    valid("identifier-not-latin", content("identifier", "避難-0001"))
    valid("identifier-long", content("identifier", "x" * 300))


def valid_sets():
    for name in ["category", "responseType", "urgency", "severity", "certainty"]:
        for value in SETS[name]:
            valid(f"{name.lower()}-{value.lower()}", content(name, value))
    valid("category-two", after("category", "    <category>Geo</category>"))
    valid("responsetype-two", after("responseType", "    <responseType>Shelter</responseType>"))
    valid("responsetype-missing", without("responseType"))


def valid_dates():
    dates = {
        "utc": "2031-04-02T08:00:00-00:00",
        "utc-plus": "2031-04-02T08:00:00+00:00",
        "east": "2031-04-02T22:00:00+14:00",
        "west": "2031-04-01T18:00:00-14:00",
        "quarter": "2031-04-02T13:45:00+05:45",
        "leap-day": "2028-02-29T23:59:59-00:00",
        "leap-day-of-400": "2000-02-29T00:00:00-00:00",
        "long-ago": "0001-01-01T00:00:00-00:00",
        "midnight": "2031-04-02T00:00:00+02:00",
    }
    for name, date in dates.items():
        valid(f"sent-{name}", content("sent", date))
    valid("expires-far", content("expires", "9999-12-31T23:59:59-00:00"))
    valid("expires-missing", without("expires"))
    valid("expires-when-sent", content("expires", "2031-04-02T10:00:00+02:00"))
    valid("effective", after("certainty", "    <effective>2031-04-02T10:00:00+02:00</effective>"))
    valid("onset", after("certainty", "    <onset>2031-04-02T11:00:00+02:00</onset>"))
    both = "    <effective>2031-04-02T10:00:00+02:00</effective>\n    <onset>2031-04-02T11:00:00+02:00</onset>"
    valid("effective-and-onset", after("certainty", both))


def valid_texts():
    for tag in ["en", "uk", "zh-Hant-TW", "de-CH-1996", "x-klingon", "abcdefgh-12345678"]:
        valid(f"language-{tag.lower()}", content("language", tag))
    valid("language-missing", without("language"))
    valid("two-languages", second_info("cs"))
    valid("two-infos-of-one-language", second_info("en-GB"))
    valid("texts-missing", edit((line("headline"), ""), (line("description"), ""), (line("instruction"), "")))
    valid("text-references", content("event", "Flood &amp; wind &lt; 30 m/s &gt; &quot;now&quot; &apos;here&apos;"))
    valid("text-numbers", content("event", "Flood&#160;&#x1F30A;&#13;&#10;now"))
    valid("text-cdata", content("event", "<![CDATA[Flood & wind]]>"))
    valid("text-cdata-in-parts", content("event", "Flood<![CDATA[ & ]]>wind"))
    valid("text-comment", content("event", "Fl<!-- not shown -->ood"))
    valid("text-instruction", content("event", "Flood<?page break?>"))
    valid("text-astral", content("event", "🌊 Flood 𠮷"))
    valid("text-right-to-left", content("event", "שיטפון فيضان"))
    valid("text-combining", content("event", "Přívalová povodeň (c\u030c)"))
    valid("text-lines", content("description", "One.\n\n  Two.\tThree."))
    valid("text-white-space-around", content("description", "\n      The dam overflows.\n    "))
    valid("text-long", content("description", "The dam overflows. " * 500))
    valid("text-html", content("description", "The dam &lt;b&gt;overflows&lt;/b&gt;."), ["html"])
    valid("text-html-reference", content("description", "The dam&amp;nbsp;overflows."), ["html"])
    valid("text-less-than", content("description", "Levels: 3 &lt; 5 and 7 &gt; 6; a&amp;b"))
    valid("headline-160", content("headline", "x" * 160))
    valid("headline-160-not-latin", content("headline", "水" * 160))
    valid("headline-161", content("headline", "x" * 161), ["headline-long"])
    valid("audience", after("certainty", "    <audience>Everybody in the lower town</audience>"))
    valid("sendername", after("expires", "    <senderName>City of Example</senderName>"))
    valid("contact", after("instruction", "    <contact>112</contact>"))
    web = {
        "web": "https://civil-protection.example/flood?a=1&amp;b=2#now",
        "web-mail": "mailto:desk@civil-protection.example",
        "web-not-latin": "https://civil-protection.example/避難",
        "web-escaped": "https://civil-protection.example/lower%20town",
    }
    for name, uri in web.items():
        valid(name, after("instruction", f"    <web>{uri}</web>"))
    valid("eventcode", after("certainty", pair("eventCode").rstrip("\n")))
    valid("eventcode-two", after("certainty", (pair("eventCode") * 2).rstrip("\n")))
    valid("parameter", after("instruction", pair("parameter").rstrip("\n")))
    valid("parameter-same-name-twice", after("instruction", (pair("parameter") * 2).rstrip("\n")))
    valid("parameter-empty-value", after("instruction", pair("parameter").replace(">7<", "><").rstrip("\n")))


def valid_resources():
    valid("resource", resource())
    valid("resource-absolute", resource(("map.png", "https://civil-protection.example/map.png"), line_of("derefUri")))
    valid("resource-content-only", resource(line_of("uri")))
    valid("resource-description-only", resource(line_of("uri"), line_of("derefUri"), line_of("digest"), line_of("size")))
    valid("resource-two", edit(("    <area>", RESOURCE * 2 + "    <area>")))
    valid("resource-size-0", resource(("<size>70<", "<size>0<")))
    valid("resource-size-plus", resource(("<size>70<", "<size>+70<")))
    valid("resource-mime-parameter", resource(("image/png", "text/plain; charset=utf-8")))
    valid("resource-mime-suffix", resource(("image/png", "application/cap+xml")))
    valid("resource-base64-lines", resource(("aGluYW4gbWFw", "aGlu\n      YW4g\n      bWFw")))
    valid("resource-base64-padded", resource(("aGluYW4gbWFw", "aGluYW4gbWE=")))
    valid("resource-digest-capitals", resource(("6f4ec9b5fb", "6F4EC9B5FB")))
    sha256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
    valid("resource-digest-sha256", resource(("6f4ec9b5fb1a24c3b4ea65bc1ae77ab4f1c7c2d7", sha256)), ["digest-kind"])


def line_of(name):
    return line(name, RESOURCE), ""


def valid_areas():
    polygons = {
        "clockwise": "50.0,14.0 50.1,14.0 50.1,14.1 50.0,14.1 50.0,14.0",
        "triangle": "50,14 50,15 51,15 50,14",
        "whole-numbers": "50,14 50,15 51,15 51,14 50,14",
        "signs": "-33.5,+151.0 -33.5,+151.1 -33.4,+151.1 -33.5,+151.0",
        "small": "50.0000000,14.0000000 50.0000000,14.0000001 50.0000001,14.0000001 50.0,14.0",
        "many-digits": "50.12345678901,14.0 50.2,14.1 50.3,14.0 50.12345678901,14.0",
        "lines": "\n        50,14\n        50,15\n        51,15\n        50,14\n      ",
        "tabs": "50,14\t50,15\t51,15\t50,14",
        "antimeridian": "10,179.5 10,-179.5 11,-179.5 11,179.5 10,179.5",
        "to-180": "10,179 10,180 11,180 11,179 10,179",
        "north-pole": "90,0 80,0 80,90 90,0",
        "whole-earth": "-90,-180 -90,180 90,180 90,-180 -90,-180",
        "concave": "50,14 50,16 52,16 52,15.5 50.5,15.5 50.5,14.5 52,14.5 52,14 50,14",
        "no-leading-zero": "0.5,.5 0.5,.7 0.7,.7 0.5,.5",
    }
    for name, points in polygons.items():
        valid(f"polygon-{name}", polygon(points))
    comb = [f"{50 + i % 2 * 0.1:.1f},{14 + i * 0.01:.2f}" for i in range(1001)]
    ring = comb + ["49.9,24.00", "49.9,14.00", comb[0]]
    valid("polygon-1000-teeth", polygon(" ".join(ring)))
    valid("polygon-two", in_area("<polygon>60,14 60,15 61,15 60,14</polygon>"))
    valid("polygon-twice", in_area(POLYGON))
    valid("polygon-point-twice", polygon("50,14 50,14 50,15 51,15 50,14"), ["repeated-point"])
    circles = {
        "plain": "50.0,14.0 3.5",
        "radius-0": "50.0,14.0 0",
        "radius-0.0": "50.0,14.0 0.0",
        "small": "50.0,14.0 0.001",
        "half-the-earth": "50.0,14.0 20000",
        "antimeridian": "0,180 100",
        "pole": "-90,0 1000.5",
        "lines": "\n        50.0,14.0\n        3.5\n      ",
    }
    for name, text in circles.items():
        valid(f"circle-{name}", circle(text))
    valid("circle-two", in_area("<circle>1,1 1</circle><circle>2,2 2</circle>"))
    code = "<geocode><valueName>district</valueName><value>7</value></geocode>"
    valid("geocode", area(f"      {code}"))
    valid("geocode-two", area(f"      {code}{code}"))
    valid("geocode-with-polygon", in_area(code))
    valid("altitude", in_area("<altitude>300</altitude>"))
    valid("altitude-decimals", in_area("<altitude>300.25</altitude>"))
    valid("altitude-below-sea", in_area("<altitude>-12</altitude>"))
    valid("ceiling", in_area("<altitude>300</altitude><ceiling>900.5</ceiling>"))
    valid("ceiling-at-altitude", in_area("<altitude>300</altitude><ceiling>300</ceiling>"))
    start, end = BASE.index("    <area>"), BASE.index("</area>\n") + len("</area>\n")
    valid("area-two", BASE[:end] + BASE[start:end].replace("Lower", "Upper") + BASE[end:])
    valid("area-missing-cancel", edit((BASE[start:end], ""), base=with_type("Cancel")))
    valid("area-missing-test", edit((BASE[start:end], ""), ("Actual", "Test")))


def valid_xml():
    cap = BASE.replace("<?", "\0").replace("</", "\1").replace("<", "<c:").replace("\1", "</c:").replace("\0", "<?")
    valid("xml-prefix", cap.replace("xmlns=", "xmlns:c="))
    valid("xml-no-declaration", BASE.split("\n", 1)[1])
    valid("xml-byte-order-mark", "\ufeff" + BASE)
    valid("xml-single-quotes", BASE.replace('"', "'"))
    valid("xml-standalone", edit(('"UTF-8"?>', '"UTF-8" standalone="yes"?>')))
    valid("xml-lower-case-encoding", edit(('"UTF-8"?>', '"utf-8"?>')))
    valid("xml-spaces", edit(('<?xml version="1.0" encoding="UTF-8"?>', "<?xml version = '1.0' encoding = 'UTF-8' ?>")))
    valid("xml-carriage-returns", BASE.replace("\n", "\r\n"))
    valid("xml-one-line", BASE.replace("\n  ", "\n").replace("\n  ", "\n").replace("\n  ", "\n").replace(">\n", ">"))
    valid("xml-comments", edit(("<info>", "<!-- one --><info><!-- two -->"), ("</alert>", "</alert><!-- three -->")))
    valid("xml-style-sheet", edit(("<alert", '<?xml-stylesheet href="alert.xsl" type="text/xsl"?>\n<alert')))
    valid("xml-spaces-in-tags", edit(("<event>Flood</event>", "<event  >Flood</event\n>")))
    hint = f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{CAP} CAP-v1.2.xsd"'
    valid("xml-schema-location", edit(("<alert ", f"<alert {hint} ")))
    valid("xml-unused-namespace", edit(("<alert ", '<alert xmlns:x="https://civil-protection.example/x" ')))
    valid("xml-namespace-anew", edit(("<info>", f'<info xmlns="{CAP}">')))
    valid("xml-attribute-reference", edit((CAP, CAP.replace("oasis", "&#111;asis"))))
    valid("signature", end_with(SIGNATURE))
    valid("signature-two", end_with(SIGNATURE + "\n  " + SIGNATURE))
    bare = SIGNATURE.replace("ds:", "").replace("xmlns:ds", "xmlns").replace("xmlns:=", "xmlns=")
    valid("signature-without-prefix", end_with(bare.replace('xmlns:="', 'xmlns="')))
    around = edit(("<alert ", '<alert xmlns:ds="http://www.w3.org/2000/09/xmldsig#" '))
    inner = SIGNATURE.replace(' xmlns:ds="http://www.w3.org/2000/09/xmldsig#"', "")
    valid("signature-namespace-from-alert", end_with(inner, around))
    valid("signature-on-cancel", end_with(SIGNATURE, no_info(with_type("Cancel"))))


# -------------------------------------------------------------------------------------- invalid ---

SAYS_NOTHING = "the schema takes any string"


def invalid_structure():
    for name in ["identifier", "sender", "sent", "status", "msgType", "scope"]:
        broken(f"missing-{name.lower()}", without(name), "missing-element", "refused")
    for name in ["category", "event", "urgency", "severity", "certainty"]:
        broken(f"missing-{name.lower()}", without(name), "missing-element")
    broken("missing-areadesc", without("areaDesc"), "missing-element")
    broken("missing-resourcedesc", resource(line_of("resourceDesc")), "missing-element")
    broken("missing-mimetype", resource(line_of("mimeType")), "missing-element")
    for name in ["eventCode", "parameter"]:
        at = "certainty" if name == "eventCode" else "instruction"
        for part, text in [("valuename", "<valueName>list</valueName>"), ("value", "<value>7</value>")]:
            broken(f"missing-{name.lower()}-{part}", after(at, pair(name).replace(text, "").rstrip()), "missing-element")
        both = "<valueName>list</valueName><value>7</value>"
        broken(f"missing-{name.lower()}-both", after(at, pair(name).replace(both, "").rstrip()), "missing-element")
    code = "<geocode><valueName>district</valueName></geocode>"
    broken("missing-geocode-value", in_area(code), "missing-element")

    for name in ["identifier", "sender", "sent", "status", "msgType", "scope"]:
        broken(f"repeated-{name.lower()}", after(name, line(name).rstrip()), "repeated-element")
    optional = {"source": ("msgType", "desk 2"), "note": ("scope", "Second try"), "incidents": ("scope", "flood-7")}
    for name, (at, text) in optional.items():
        twice = f"  <{name}>{text}</{name}>\n  <{name}>{text}</{name}>"
        broken(f"repeated-{name}", after(at, twice), "repeated-element")
    twice = f"  <references>{REFERENCE}</references>\n" * 2
    broken("repeated-references", after("scope", twice.rstrip()), "repeated-element")
    for name in ["language", "event", "urgency", "severity", "certainty", "expires", "headline", "description", "instruction"]:
        broken(f"repeated-{name.lower()}", after(name, line(name).rstrip()), "repeated-element")
    for name in ["effective", "onset"]:
        date = f"    <{name}>2031-04-02T10:00:00+02:00</{name}>"
        broken(f"repeated-{name}", after("certainty", f"{date}\n{date}"), "repeated-element")
    for name in ["contact", "web"]:
        text = f"    <{name}>https://civil-protection.example</{name}>"
        broken(f"repeated-{name}", after("instruction", f"{text}\n{text}"), "repeated-element")
    for name in ["resourceDesc", "mimeType", "size", "uri", "derefUri", "digest"]:
        row = line(name, RESOURCE)
        broken(f"repeated-resource-{name.lower()}", resource((row, row + row)), "repeated-element")
    broken("repeated-areadesc", after("areaDesc", line("areaDesc").rstrip()), "repeated-element")
    broken("repeated-altitude", in_area("<altitude>1</altitude><altitude>1</altitude>"), "repeated-element")
    both = "<altitude>1</altitude><ceiling>2</ceiling><ceiling>2</ceiling>"
    broken("repeated-ceiling", in_area(both), "repeated-element")

    rows = BASE.splitlines(keepends=True)
    for number, row in enumerate(rows[:-1]):
        following = rows[number + 1]
        is_leaf = row.count("<") == 2 and following.count("<") == 2 and row != following
        if is_leaf:
            first, second = (text.strip()[1:].split(">")[0].lower() for text in (row, following))
            broken(f"order-{second}-before-{first}", edit((row + following, following + row)), "element-order")
    start, end = BASE.index("  <info>"), BASE.index("</info>\n") + len("</info>\n")
    first = edit((BASE[start:end], ""), ("  <status>", BASE[start:end] + "  <status>"))
    broken("order-info-before-status", first, "element-order", more=[])
    late = edit((REFERENCE, REFERENCE), base=with_type("Update"))
    reference = f"  <references>{REFERENCE}</references>\n"
    late = edit((reference, ""), ("  <scope>", reference + "  <scope>"), base=late)
    broken("order-references-before-scope", late, "element-order")
    broken("order-area-before-resource", edit(("  </info>", RESOURCE + "  </info>")), "element-order")
    broken("order-circle-before-polygon", edit((POLYGON, f"<circle>1,1 1</circle>{POLYGON}")), "element-order")
    swapped = "<eventCode><value>7</value><valueName>list</valueName></eventCode>"
    broken("order-value-before-valuename", after("certainty", f"    {swapped}"), "element-order")

    for place, text in {
        "alert": edit(("<info>", "<password>x</password><info>")),
        "info": edit(("<area>", "<shelter>x</shelter><area>")),
        "area": in_area("<shelter>x</shelter>"),
        "resource": resource(("</resource>", "<shelter>x</shelter></resource>")),
        "text": content("event", "Flood <b>now</b>"),
        "case": edit(("<event>Flood</event>", "<event>Flood</event><Event>Flood</Event>")),
    }.items():
        broken(f"unknown-element-{place}", text, "unknown-element")
    x = '<x:y xmlns:x="https://civil-protection.example/x">1</x:y>'
    for place, text in {
        "alert-end": end_with(x),
        "alert": edit(("<info>", f"{x}<info>")),
        "info": edit(("<area>", f"{x}<area>")),
        "area": in_area(x),
        "text": content("event", f"Flood {x}"),
        "include": end_with('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>'),
    }.items():
        broken(f"foreign-element-{place}", text, "foreign-element")
    ds = '<ds:Object xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'
    loose("foreign-element-of-signatures", end_with(ds), "foreign-element", "the schema takes any element of the namespace of signatures")
    broken("signature-first", edit(("<identifier>", f"{SIGNATURE}<identifier>")), "misplaced-signature")
    why = "the schema does refuse it; libxml2 2.9 lets elements follow what xs:any took"
    loose("signature-before-info", edit(("<info>", f"{SIGNATURE}<info>")), "misplaced-signature", why)
    broken("signature-in-info", edit(("</info>", f"{SIGNATURE}</info>")), "misplaced-signature")

    broken("attribute-alert", edit(("<alert ", '<alert version="1.2" ')), "attribute")
    broken("attribute-event", edit(("<event>", '<event id="1">')), "attribute")
    broken("attribute-language", edit(("<headline>", '<headline xml:lang="en">')), "attribute")
    nil = '<event xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="false">'
    broken("attribute-nil", edit(("<event>", nil)), "attribute")
    broken("attribute-geocode", in_area('<geocode a="1"><valueName>a</valueName><value>7</value></geocode>'), "attribute")
    for place, text in {
        "alert": edit(("<info>", "now <info>")),
        "info": edit(("<area>", "now <area>")),
        "area": in_area("now"),
        "pair": after("certainty", pair("eventCode").replace("<value>", "is <value>").rstrip()),
    }.items():
        broken(f"stray-text-{place}", text, "stray-text")


def invalid_values():
    for name in ["status", "msgType", "scope"]:
        broken(f"unknown-{name.lower()}", content(name, "Other"), "unknown-value", "refused", ["missing-element"])
        broken(f"empty-{name.lower()}", content(name, ""), "empty-element", "refused", ["missing-element"])
    for name in ["category", "responseType", "urgency", "severity", "certainty"]:
        broken(f"unknown-{name.lower()}", content(name, "Sunny"), "unknown-value")
        broken(f"empty-{name.lower()}", content(name, ""), "empty-element")
    broken("certainty-very-likely", content("certainty", "Very Likely"), "very-likely")
    for name, value in [("status", "actual"), ("msgType", "ALERT"), ("scope", "public"), ("category", "met"),
                        ("responseType", "Allclear"), ("urgency", "immediate"), ("severity", "SEVERE"), ("certainty", "likely")]:
        broken(f"spelling-{name.lower()}", content(name, value), "value-spelling")
    for name in ["status", "category", "urgency"]:
        value = line(name).split(">")[1].split("<")[0]
        broken(f"white-space-{name}", content(name, f"\n{value}\n"), "value-spelling")

    why = "the schema takes empty strings; the standard asks for a text that says something"
    for name in ["identifier", "sender"]:
        loose(f"empty-{name}", content(name, ""), "empty-element", why, "refused", ["missing-element"])
    loose("empty-event", content("event", ""), "empty-element", why)
    loose("empty-event-white-space", content("event", "  \n "), "empty-element", why)
    loose("empty-areadesc", content("areaDesc", ""), "empty-element", why)
    loose("empty-resourcedesc", resource((">map<", "><")), "empty-element", why)
    loose("empty-mimetype", resource((">image/png<", "><")), "empty-element", why)
    loose("empty-references", after("scope", "  <references/>"), "empty-element", why)
    loose("empty-incidents", after("scope", "  <incidents></incidents>"), "empty-element", why)
    loose("empty-addresses", after("scope", "  <addresses/>"), "empty-element", why)
    loose("empty-web", after("instruction", "    <web></web>"), "empty-element", why)
    loose("empty-polygon", polygon(""), "empty-element", why, more=["area-shape"])
    loose("empty-valuename", after("certainty", pair("eventCode").replace(">list<", "><").rstrip()), "empty-element", why)
    loose("empty-language", content("language", ""), "empty-element", "the schema fills in its default, en-US")
    broken("empty-size", resource((">70<", "><")), "empty-element")
    broken("empty-altitude", in_area("<altitude/>"), "empty-element")
    why = "the standard does not ask for words where the element may be missing; we do"
    for name in ["headline", "description", "instruction"]:
        loose(f"empty-{name}", content(name, ""), "empty-text", why, "valid")
    loose("empty-note", after("scope", "  <note/>"), "empty-text", why, "valid")
    loose("empty-code", after("scope", "  <code> </code>"), "empty-text", why, "valid")

    for what, text in {"space": "hinan 1", "comma": "hinan,1", "less": "hinan&lt;1", "ampersand": "a&amp;b",
                       "line": "hinan\n1", "around": " hinan-1 "}.items():
        loose(f"identifier-{what}", content("identifier", text), "name-characters", SAYS_NOTHING)
        loose(f"sender-{what}", content("sender", text), "name-characters", SAYS_NOTHING)
    for tag, name in [("en_GB", "underscore"), ("englishlanguage", "long"), ("en-", "end"), ("1en", "digit"), ("en GB", "space")]:
        broken(f"language-{name}", content("language", tag), "language-tag")
    loose("language-white-space", content("language", " en-GB "), "white-space", "the schema takes white space off first")


def invalid_dates():
    forms = {
        "zulu": ("2031-04-02T08:00:00Z", "date-zulu"),
        "fraction": ("2031-04-02T10:00:00.5+02:00", "date-fraction"),
        "space": ("2031-04-02 10:00:00+02:00", "date-form"),
        "small-t": ("2031-04-02t10:00:00+02:00", "date-form"),
        "no-seconds": ("2031-04-02T10:00+02:00", "date-form"),
        "no-colon": ("2031-04-02T10:00:00+0200", "date-form"),
        "hours-only": ("2031-04-02T10:00:00+02", "date-form"),
    }
    for name, (text, code) in forms.items():
        broken(f"sent-{name}", content("sent", text), code)
        broken(f"expires-{name}", content("expires", text.replace("T10", "T16")), code)
    unread = {
        "no-offset": "2031-04-02T16:00:00",
        "month-13": "2031-13-02T16:00:00+02:00",
        "day-32": "2031-04-32T16:00:00+02:00",
        "february-30": "2031-02-30T16:00:00+02:00",
        "no-leap-day": "2100-02-29T16:00:00+02:00",
        "day-0": "2031-04-00T16:00:00+02:00",
        "year-0": "0000-04-02T16:00:00+02:00",
        "hour-25": "2031-04-02T25:00:00+02:00",
        "minute-60": "2031-04-02T16:60:00+02:00",
        "second-60": "2031-04-02T16:00:60+02:00",
        "offset-15": "2031-04-02T16:00:00+15:00",
        "offset-minute-60": "2031-04-02T16:00:00+02:60",
        "comma-offset": "2031-04-02T16:00:00,02:00",
        "date-only": "2031-04-02",
        "words": "tomorrow",
        "american": "04/02/2031 16:00",
        "unix": "1932912000",
    }
    for name, text in unread.items():
        broken(f"expires-{name}", content("expires", text), "bad-date")
    broken("expires-empty", content("expires", ""), "bad-date")
    broken("sent-no-offset", content("sent", "2031-04-02T10:00:00"), "bad-date", "refused")
    broken("sent-words", content("sent", "now"), "bad-date", "refused")
    why = "XML Schema counts hour 24 as midnight; CAP's form is the clock's"
    loose("expires-hour-24", content("expires", "2031-04-02T24:00:00+02:00"), "bad-date", why)
    why = "the schema takes white space off first"
    loose("sent-white-space", content("sent", " 2031-04-02T10:00:00+02:00\n"), "white-space", why)


def invalid_rules():
    why = "the schema does not compare elements"
    loose("restriction-public", after("scope", "  <restriction>nobody</restriction>"), "restriction-scope", why)
    loose("restriction-missing", content("scope", "Restricted"), "restriction-scope", why)
    loose("addresses-missing", content("scope", "Private"), "addresses-scope", why)
    both = "  <restriction>nobody</restriction>\n  <addresses>one</addresses>"
    loose("restriction-private", after("scope", both, content("scope", "Private")), "restriction-scope", why)
    for kind in ["Update", "Cancel", "Ack"]:
        loose(f"references-missing-{kind.lower()}", content("msgType", kind), "missing-references", why)
    noted = after("scope", "  <note>wrong</note>", content("msgType", "Error"))
    loose("references-missing-error", noted, "missing-references", why)
    update = with_type("Update")
    own = "desk@civil-protection.example,hinan-2031-0001,2031-04-02T10:00:00+02:00"
    loose("reference-self", edit((REFERENCE, own), base=update), "reference-self", why)
    later = REFERENCE.replace("T09", "T11")
    loose("reference-later", edit((REFERENCE, later), base=update), "reference-later", why)
    later = REFERENCE.replace("09:30:00+02:00", "09:30:00-00:00")
    loose("reference-later-by-offset", edit((REFERENCE, later), base=update), "reference-later", why)
    bad = {
        "two-parts": ("desk@civil-protection.example,hinan-2031-0000", "reference-form", ["missing-references"]),
        "identifier-only": ("hinan-2031-0000", "reference-form", ["missing-references"]),
        "four-parts": (REFERENCE.replace("hinan-", "hinan,"), "reference-form", []),
        "no-sender": (REFERENCE[REFERENCE.index(","):], "reference-form", ["missing-references"]),
        "bad-date": (REFERENCE.replace("2031-04-02T09:30:00+02:00", "yesterday"), "reference-form", ["missing-references"]),
        "zulu": (REFERENCE.replace("+02:00", "Z").replace("T09", "T07"), "date-zulu", []),
        "spaces": (REFERENCE.replace(",", ", "), "reference-form", ["missing-references"]),
        "ampersand": (REFERENCE.replace("hinan-", "hinan&amp;"), "name-characters", []),
    }
    for name, (text, code, more) in bad.items():
        loose(f"reference-{name}", edit((REFERENCE, text), base=update), code, SAYS_NOTHING, more=more)
    private = content("scope", "Private")
    for name, text in {"open": '"fire brigade', "inside": 'fire"brigade', "joined": '"fire brigade"police', "empty": '"" police'}.items():
        loose(f"addresses-quote-{name}", after("scope", f"  <addresses>{text}</addresses>", private), "quoted-list", SAYS_NOTHING)
    loose("incidents-quote-open", after("scope", '  <incidents>"Castle Street</incidents>'), "quoted-list", SAYS_NOTHING)

    uris = {"relative": ("www.civil-protection.example", "uri-relative"), "path": ("/flood", "uri-relative"),
            "scheme-only": ("https:", "uri-relative"), "brackets": ("https://a.example/{x}", "uri-form")}
    for name, (uri, code) in uris.items():
        loose(f"web-{name}", after("instruction", f"    <web>{uri}</web>"), code, "the schema takes nearly any string as an address")
    broken("web-percent", after("instruction", "    <web>https://a.example/100%</web>"), "uri-form")
    loose("web-space", after("instruction", "    <web>https://a.example/lower town</web>"), "uri-form", "the schema takes nearly any string as an address")

    for name, new in {"word": "png", "empty-subtype": "image/", "two": "image/png/gif", "space": "image /png",
                      "parameter": "text/plain; charset"}.items():
        loose(f"mimetype-{name}", resource((">image/png<", f">{new}<")), "mime-type", SAYS_NOTHING)
    loose("size-negative", resource((">70<", ">-1<")), "size-form", "the schema takes any whole number")
    loose("size-huge", resource((">70<", ">99999999999999999999<")), "size-form", "the schema takes any whole number")
    broken("size-decimal", resource((">70<", ">70.5<")), "size-form")
    broken("size-unit", resource((">70<", ">70 kB<")), "size-form")
    loose("uri-relative", resource(line_of("derefUri")), "uri-relative", why)
    loose("uri-space", resource((">map.png<", ">a map.png<")), "uri-form", "the schema takes nearly any string as an address")
    for name, new in {"letters": "aGlu*W4g", "short": "aGluYW4gbWE", "padding": "aG=uYW4g"}.items():
        loose(f"derefuri-{name}", resource((">aGluYW4gbWFw<", f">{new}<")), "base64", SAYS_NOTHING)
    digest = "6f4ec9b5fb1a24c3b4ea65bc1ae77ab4f1c7c2d7"
    for name, new in {"short": digest[1:], "letters": "z" * 40, "base64": "b07JtfsaJMO06mW8GueqtPHHwtc="}.items():
        loose(f"digest-{name}", resource((digest, new)), "digest-form", SAYS_NOTHING)
    loose("expires-before-sent", content("expires", "2031-04-02T09:00:00+02:00"), "expires-early", why, "valid")
    loose("expires-before-sent-by-offset", content("expires", "2031-04-02T10:00:00+03:00"), "expires-early", why, "valid")
    broken("pair-text", after("certainty", "    <eventCode>list=7</eventCode>"), "pair-form")
    broken("pair-text-geocode", in_area("<geocode>fips6=006109</geocode>"), "pair-form")


def invalid_areas():
    no_shape = ["area-shape"]
    lost = {
        "one-point": ("50,14", "polygon-points"),
        "two-points": ("50,14 50,15", "polygon-points"),
        "line-and-back": ("50,14 50,15 50,14", "polygon-points"),
        "comma-spaces": ("50, 14 50, 15 51, 15 50, 14", "polygon-form"),
        "commas": ("50,14,50,15,51,15,50,14", "polygon-form"),
        "semicolons": ("50;14 50;15 51;15 50;14", "polygon-form"),
        "decimal-commas": ("50,0,14,0 50,0,15,0 51,0,15,0 50,0,14,0", "polygon-form"),
        "degrees": ("50°,14° 50°,15° 51°,15° 50°,14°", "polygon-form"),
        "exponent": ("5e1,14 50,15 51,15 5e1,14", "polygon-form"),
        "nan": ("NaN,14 50,15 51,15 NaN,14", "polygon-form"),
        "infinite": ("INF,14 50,15 51,15 INF,14", "polygon-form"),
        "minus-alone": ("-,14 50,15 51,15 -,14", "polygon-form"),
        "height": ("50,14,3 50,15,3 51,15,3 50,14,3", "polygon-form"),
        "words": ("the lower town", "polygon-form"),
        "latitude-91": ("91,14 50,15 51,15 91,14", "off-earth"),
        "longitude-first": ("151.0,-33.5 151.1,-33.5 151.1,-33.4 151.0,-33.5", "off-earth"),
        "longitude-181": ("50,181 50,15 51,15 50,181", "off-earth"),
        "just-off": ("90.0000001,14 50,15 51,15 90.0000001,14", "off-earth"),
    }
    for name, (points, code) in lost.items():
        more = no_shape + (["polygon-open"] if points.split()[0] != points.split()[-1] and code == "polygon-points" else [])
        loose(f"polygon-{name}", polygon(points), code, SAYS_NOTHING, more=more)
    kept = {
        "open": ("50,14 50,15 51,15 51,14", "polygon-open", []),
        "open-three-points": ("50,14 50,15 51,15", "polygon-open", ["polygon-points"]),
        "nearly-closed": ("50,14 50,15 51,15 51,14 50.0000001,14", "polygon-open", []),
        "flat": ("50,14 51,15 52,16 50,14", "polygon-flat", []),
        "flat-point": ("50,14 50,14 50,14 50,14", "polygon-flat", ["repeated-point"]),
        "crosses": ("50,14 51,15 51,14 50,15 50,14", "polygon-crosses", []),
        "touches-itself": ("50,14 50,16 51,15 52,16 52,14 51,15 50,14", "polygon-crosses", []),
        "corner-on-line": ("50,14 50,16 52,16 50,15 52,14 50,14", "polygon-crosses", []),
        "spike": ("50,14 50,15 50,16 50,15 51,15 50,14", "polygon-crosses", []),
        "twice-around": ("50,14 50,15 51,15 50,14 50,15 51,15 50,14", "polygon-crosses", []),
        "bridge-to-hole": (
            "50,14 50,18 54,18 54,14 50,14 51,15 53,15 53,17 51,17 51,15 50,14", "polygon-crosses", []),
        "antimeridian-crosses": ("10,179.5 11,-179.5 11,179.5 10,-179.5 10,179.5", "polygon-crosses", []),
    }
    for name, (points, code, more) in kept.items():
        loose(f"polygon-{name}", polygon(points), code, SAYS_NOTHING, more=more)
    circles = {
        "no-radius": ("50,14", "circle-form"),
        "no-place": ("3.5", "circle-form"),
        "comma": ("50,14,3.5", "circle-form"),
        "negative": ("50,14 -1", "circle-form"),
        "unit": ("50,14 3.5km", "circle-form"),
        "unit-apart": ("50,14 3.5 km", "circle-form"),
        "two-in-one": ("50,14 3.5 51,15 2", "circle-form"),
        "spaces": ("50 14 3.5", "circle-form"),
        "latitude-91": ("91,14 3.5", "off-earth"),
        "longitude-first": ("151.0,-33.5 3.5", "off-earth"),
        "empty": ("", "circle-form"),
    }
    for name, (text, code) in circles.items():
        loose(f"circle-{name}", circle(text), code, SAYS_NOTHING, more=no_shape)
    loose("circle-metres", circle("50,14 25000"), "circle-radius", SAYS_NOTHING)

    why = "the schema does not compare elements"
    loose("ceiling-alone", in_area("<ceiling>900</ceiling>"), "ceiling-alone", why)
    loose("ceiling-below", in_area("<altitude>900</altitude><ceiling>300</ceiling>"), "ceiling-below", why)
    loose("ceiling-below-by-a-bit", in_area("<altitude>900</altitude><ceiling>899.999</ceiling>"), "ceiling-below", why)
    broken("altitude-unit", in_area("<altitude>900 ft</altitude>"), "altitude-form")
    broken("altitude-comma", in_area("<altitude>900,5</altitude>"), "altitude-form")
    broken("ceiling-words", in_area("<altitude>900</altitude><ceiling>high</ceiling>"), "altitude-form")
    loose("altitude-huge", in_area("<altitude>99999999999</altitude>"), "altitude-form", "the schema takes any decimal number")
    loose("altitude-white-space", in_area("<altitude> 900 </altitude>"), "white-space", "the schema takes white space off first")

    why = "the standard lets a real alert say nothing of where; what we issue does not"
    start, end = BASE.index("    <area>"), BASE.index("</area>\n") + len("</area>\n")
    loose("rule-9-no-area", edit((BASE[start:end], "")), "missing-area", why, "valid")
    loose("rule-9-no-area-update", edit((BASE[start:end], ""), base=with_type("Update")), "missing-area", why, "valid")
    loose("rule-9-no-info", no_info(BASE), "missing-area", why, "valid")
    second = second_info("cs")
    place = second.rindex("    <area>"), second.rindex("</area>\n") + len("</area>\n")
    loose("rule-9-one-info-without", second[: place[0]] + second[place[1]:], "missing-area", why, "valid")
    loose("rule-9-words-only", edit((f"      {POLYGON}\n", "")), "area-shape", why, "valid")
    two = BASE[:end] + "    <area><areaDesc>Upper town</areaDesc></area>\n" + BASE[end:]
    loose("rule-9-second-area-words-only", two, "area-shape", why, "valid")
    loose("rule-9-altitude-only", area("      <altitude>3</altitude>"), "area-shape", why, "valid")


def invalid_xml():
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    assert BASE.startswith(head)
    body = BASE[len(head):]

    def doctype(name, text, use="Flood"):
        """xmllint reads a DTD, so the schema may still accept what we never look at."""
        message = head + text + "\n" + body.replace("Flood", use)
        return name, message

    for name, message, schema in [
        (*doctype("doctype", "<!DOCTYPE alert>"), True),
        (*doctype("doctype-external", '<!DOCTYPE alert SYSTEM "no-such-file.dtd">'), True),
        (*doctype("doctype-entity", '<!DOCTYPE alert [<!ENTITY x "Flood">]>', "&x;"), False),
        (*doctype("doctype-unused-bomb", "<!DOCTYPE alert [" + "".join(
            f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};">' for i in range(1, 30)) + "]>"), True),
        (*doctype("doctype-open", "<!DOCTYPE alert ["), False),
    ]:
        why = "the schema knows nothing of DTDs; they open files and grow without end" if schema else None
        put("invalid", name, message, ["doctype"], "refused", schema, why)
    broken("entity-html", content("event", "Flood&nbsp;now"), "entity", "refused")
    broken("entity-unknown", content("event", "&flood;"), "entity", "refused")
    broken("entity-in-attribute", edit((CAP, "&cap;")), "entity", "refused")

    bad = {
        "end-missing": BASE.replace("</alert>\n", ""),
        "end-wrong": edit(("</event>", "</Event>")),
        "end-too-many": BASE + "</alert>\n",
        "cut-short": BASE[: len(BASE) // 2],
        "two-roots": BASE + body,
        "text-before": head + "now\n" + body,
        "text-after": BASE + "now\n",
        "empty": "",
        "white-space-only": "  \n",
        "declaration-only": head,
        "declaration-late": "\n" + BASE,
        "declaration-twice": head + BASE,
        "declaration-no-version": edit((' version="1.0"', "")),
        "declaration-odd": edit(('encoding="UTF-8"?>', 'encoding="UTF-8" shelter="yes"?>')),
        "ampersand-alone": content("event", "Flood & wind"),
        "less-alone": content("event", "level < 3"),
        "cdata-end": content("event", "Flood ]]> now"),
        "cdata-open": content("event", "<![CDATA[Flood"),
        "comment-dashes": content("event", "Flood<!-- a -- b -->"),
        "comment-open": content("event", "Flood<!-- "),
        "control-character": content("event", "Flood\x01"),
        "number-of-control": content("event", "Flood&#1;"),
        "number-of-surrogate": content("event", "Flood&#xD800;"),
        "number-empty": content("event", "Flood&#;"),
        "attribute-twice": edit(("<event>", '<event a="1" a="2">')),
        "attribute-no-quotes": edit(("<event>", "<event a=1>")),
        "attribute-no-value": edit(("<event>", "<event a>")),
        "attribute-joined": edit(("<event>", '<event a="1"b="2">')),
        "attribute-less": edit(("<event>", '<event a="<">')),
        "name-digit": edit(("<info>", "<info><1a/>")),
        "name-two-colons": edit(("<info>", '<info><a:b:c xmlns:a="x"/>')),
        "json": '{"identifier": "hinan-2031-0001"}',
        "instruction-xml": edit(("<info>", "<info><?XML version='1.0'?>")),
    }
    for name, message in bad.items():
        broken(f"xml-{name}", message, "not-well-formed", "refused")
    deep = "<a>" * 40 + "</a>" * 40
    broken("xml-deep", edit(("<info>", f"{deep}<info>")), "too-deep", "refused")
    many = " ".join(f'a{i}="1"' for i in range(100))
    broken("xml-many-attributes", edit(("<event>", f"<event {many}>")), "too-many", "refused")

    broken("root-other", BASE.replace("alert", "alarm"), "not-cap", "refused")
    broken("version-1.1", edit((CAP, CAP.replace("1.2", "1.1"))), "cap-1-1")
    broken("version-1.0", edit((CAP, "http://www.incident.com/cap/1.0")), "cap-1-0")
    broken("namespace-missing", edit((f' xmlns="{CAP}"', "")), "namespace")
    broken("namespace-odd", edit((CAP, CAP + "/")), "namespace")
    broken("namespace-mixed", edit(("<info>", '<info xmlns="urn:oasis:names:tc:emergency:cap:1.1">')), "namespace")
    broken("namespace-left", edit(("<info>", '<info xmlns="">')), "namespace")
    broken("namespace-not-declared", edit((f'<alert xmlns="{CAP}"', "<c:alert"), ("</alert>", "</c:alert>")), "namespace")

    why = "the schema knows characters, not bytes; what we issue is UTF-8"
    latin = content("event", "Überschwemmung")
    loose("encoding-latin-1", latin.replace("UTF-8", "ISO-8859-1").encode("latin-1"), "encoding", why)
    loose("encoding-utf-16-le", ("\ufeff" + latin.replace("UTF-8", "UTF-16")).encode("utf-16-le"), "encoding", why)
    loose("encoding-utf-16-be", ("\ufeff" + latin.replace("UTF-8", "UTF-16")).encode("utf-16-be"), "encoding", why)
    loose("encoding-cyrillic", content("event", "Повінь").replace("UTF-8", "windows-1251").encode("cp1251"), "encoding", why)
    broken("encoding-broken", latin.encode("latin-1"), "broken-encoding")
    broken("encoding-unknown", edit(("UTF-8", "x-klingon")), "unknown-encoding", "refused")
    put("invalid", "encoding-utf-32", ("\ufeff" + BASE.replace("UTF-8", "UTF-32")).encode("utf-32-le"),
        ["unknown-encoding"], "refused", False, None)


def main():
    for kind in ["valid", "invalid"]:
        shutil.rmtree(os.path.join(FOLDER, kind), ignore_errors=True)
        os.makedirs(os.path.join(FOLDER, kind))
    for write in [valid_headers, valid_sets, valid_dates, valid_texts, valid_resources, valid_areas, valid_xml,
                  invalid_structure, invalid_values, invalid_dates, invalid_rules, invalid_areas, invalid_xml]:
        write()
    with open(os.path.join(FOLDER, "manifest.json"), "w", encoding="utf-8") as file:
        rows = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in cases)
        file.write(f"[\n{rows}\n]\n")
    for kind in ["valid", "invalid"]:
        print(kind, sum(case["file"].startswith(kind + "/") for case in cases))


main()
