#!/usr/bin/env python3
"""Makes the sets below test-scans: `python3 src/test/scans/sets.py [SET…]`.

Needs Python 3 with numpy and OpenCV, poppler-utils, ImageMagick 6, libjpeg's cjpeg, libtiff-tools, netpbm and
sane-utils. The same seed gives the same pictures with the same versions of these programs; see test-scans/README.md.
"""

import sys

import sets_of_files
import sets_of_marks
import sets_of_other_paper
import sets_of_paper
from making import ROOT, SETS, build

BY_SUBJECT = (sets_of_marks, sets_of_paper, sets_of_files, sets_of_other_paper)
"""Importing them registers their sets."""


def main(names):
    for name in names or SETS:
        build(name)
        size = sum(f.stat().st_size for f in (ROOT / name).rglob("*") if f.is_file())
        print(f"{name}: {size / 1024:.0f} KiB")


if __name__ == "__main__":
    main(sys.argv[1:])
