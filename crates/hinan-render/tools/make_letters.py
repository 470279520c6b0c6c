#!/usr/bin/env python3
"""Makes the letters that pictures are drawn with: letters/*.ttf.

    npm pack @fontsource/noto-sans@5.3.0 && tar xzf fontsource-noto-sans-5.3.0.tgz
    pip install fonttools==4.68.0 brotli
    python3 make_letters.py package ../letters

Noto Sans, regular and bold: Latin with its extensions and Vietnamese, Cyrillic, Greek. The package
holds them as compressed files by script; they are unpacked, reduced to the signs below and joined.
No time of day gets into the result, so that everybody who repeats this gets the same bytes.
"""

import io
import os
import shutil
import sys

os.environ["SOURCE_DATE_EPOCH"] = "0"

from fontTools import merge, subset  # noqa: E402  (reads the variable above)
from fontTools.ttLib import TTFont  # noqa: E402

SCRIPTS = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek"]
SIGNS = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02B9, 0x02DD), (0x0300, 0x0331), (0x0370, 0x03FF),
    (0x0400, 0x052F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20C0), (0x2113, 0x2113),
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2215), (0xFFFD, 0xFFFD),
]  # fmt: skip


def reduced(path):
    """One script of the package, with the wanted signs, their marks and their kerning."""
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "gasp", "prep"]
    subsetter = subset.Subsetter(options)
    wanted = {sign for first, last in SIGNS for sign in range(first, last + 1)}
    subsetter.populate(unicodes=wanted & set(font.getBestCmap()))
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    out.seek(0)
    return out


def main(package, target):
    for weight, name in [("400", "NotoSans-Regular.ttf"), ("700", "NotoSans-Bold.ttf")]:
        parts = []
        for script in SCRIPTS:
            parts.append(reduced(f"{package}/files/noto-sans-{script}-{weight}-normal.woff2"))
        font = merge.Merger().merge(parts)
        font["head"].created = font["head"].modified = 0
        font.recalcTimestamp = False
        font.save(f"{target}/{name}")
        print(name, os.path.getsize(f"{target}/{name}"), "bytes,", len(font.getBestCmap()), "signs")
    shutil.copyfile(f"{package}/LICENSE", f"{target}/OFL.txt")


if __name__ == "__main__":
    main(*sys.argv[1:])
