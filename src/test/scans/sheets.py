"""Printed sheets, drawn by poppler, and what is known about each: who it is, where its boxes are, what was meant."""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from pen import Page

ROOT = Path(__file__).resolve().parents[3] / "test-scans"
DPI = 300


class Stock:
    """The sheets of one paper below test-scans/papers; every sheet is handed out once."""

    def __init__(self, name):
        self.name = name
        self.folder = ROOT / "papers" / name
        lines = (self.folder / "pages.csv").read_text().split("\n")[1:]
        self.pages = [line.split(",") for line in lines if line]
        self.layouts = json.loads((self.folder / "layouts.json").read_text())["kinds"]

    def sheet(self, number):
        page, code, layout = self.pages[number]
        return Sheet(code, self.layouts[int(layout)]["layout"]["pages"][0], self.drawn(int(page)))

    def drawn(self, page):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["pdftoppm", "-r", str(DPI), "-f", str(page), "-singlefile",
                            self.folder / "forms.pdf", f"{folder}/page"], check=True)
            return read_pnm(Path(folder) / "page.ppm")


class Sheet:
    """One sheet to write on. `meant` holds, row by row, what a careful scrutineer says; several answers are joined by
    a bar where any of them is right."""

    def __init__(self, code, layout, rgb):
        self.code = code
        self.page = Page(rgb, DPI)
        self.rows = [Row(row) for row in layout["rows"]]
        self.marks = [m["square"] for m in layout["marks"]]
        self.meant = {row.item: "blank" for row in self.rows}


class Row:
    def __init__(self, row):
        self.item = row["item"]
        self.options = [cell["option"] for cell in row["cells"]]
        self.boxes = [tuple(cell["box"][k] for k in ("x", "y", "width", "height")) for cell in row["cells"]]
        self.cells = [tuple(cell["cell"][k] for k in ("x", "y", "width", "height")) for cell in row["cells"]]

    def centre(self, option):
        x, y, w, h = self.boxes[option]
        return x + w / 2, y + h / 2


def read_pnm(path):
    raw = path.read_bytes()
    kind, size, depth, pixels = raw.split(b"\n", 3)
    width, height = map(int, size.split())
    return np.frombuffer(pixels, np.uint8).reshape(height, width, 3).copy()


def write_pnm(path, rgb):
    path.write_bytes(b"P6\n%d %d\n255\n" % (rgb.shape[1], rgb.shape[0]) + np.ascontiguousarray(rgb).tobytes())
