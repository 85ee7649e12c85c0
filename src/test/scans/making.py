"""A set of scans in the making: its sheets, its files, and what is true about them."""

import tempfile
import zlib
from pathlib import Path

import numpy as np

import tools
from sheets import ROOT, Stock, write_pnm

SEED = 20261122
SETS = {}


class Set:
    """A set in the making: hands out its sheets, keeps its files and what is true about them."""

    def __init__(self, name, first, paper, folder):
        self.name = name
        self.rng = np.random.default_rng([SEED, zlib.crc32(name.encode())])
        self.stock = Stock(paper)
        self.next = first
        self.folder = folder
        self.scans = ROOT / name / "scans"
        self.truth = ["file,page,sheet,item,answer"]
        self.states = ["file,page,state"]

    def sheet(self):
        self.next += 1
        return self.stock.sheet(self.next - 1)

    def picture(self, sheet):
        path = self.folder / f"{sheet.code}.ppm"
        write_pnm(path, sheet.page.rgb)
        return path

    def keep(self, name, *sheets, states="read"):
        """Says what a file holds; states: what may become of its pages, alternatives joined by a bar."""
        for number, sheet in enumerate(sheets, 1):
            if sheet is not None:
                self.truth += [f"{name},{number},{sheet.code},{item},{answer}" for item, answer in sheet.meant.items()]
            if states != "read":
                self.states.append(f"{name},{number},{states}")

    def scan(self, sheet, *steps, dpi=200, blur=0.5, noise=0.12):
        """Gray, as an office scanner gives it; steps are how the sheet lay and how it was lit."""
        target = self.folder / f"{sheet.code}.pgm"
        tools.magick(self.picture(sheet), target, self.rng, "-colorspace", "Gray", *tools.optics(dpi), *steps,
                     *tools.sensor(blur, noise))
        return target

    def office(self, sheet, name, quality=55, **optics):
        """A feeder scanner in order: a little askew, a little off the size, JPEG."""
        rng = self.rng
        lay = tools.laid(rng.uniform(-0.9, 0.9), rng.uniform(0.993, 1.005), *rng.uniform(-0.004, 0.004, 2))
        tone = tools.tones(rng.uniform(242, 255), rng.uniform(5, 35))
        tools.jpeg(self.scan(sheet, *lay, *tone, **optics), self.scans / name, quality)
        self.keep(name, sheet)


def scan_set(first, paper="plain"):
    """Registers a set: its doc string is its README, first the number of its first sheet in the paper's PDF."""
    def register(make):
        SETS[make.__name__.replace("_", "-")] = (make, first, paper)
        return make
    return register


def build(name):
    make, first, paper = SETS[name]
    target = ROOT / name
    (target / "scans").mkdir(parents=True, exist_ok=True)
    for old in (target / "scans").iterdir():
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        made = Set(name, first, paper, Path(folder))
        make(made)
    (target / "truth.csv").write_text("\n".join(made.truth) + "\n")
    if len(made.states) > 1:
        (target / "pages.csv").write_text("\n".join(made.states) + "\n")
    text = "\n".join(line.strip() for line in make.__doc__.strip().split("\n"))
    (target / "README.md").write_text(f"# {name}: {text}\n")
    budget = target / "budget.properties"
    if not budget.exists():
        budget.write_text(f"paper={paper}\nread=0\nmisread=0\ndoubtful=0\n")
