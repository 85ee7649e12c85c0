#!/usr/bin/env python3
"""Makes the sets below test-scans: `python3 src/test/scans/sets.py [SET…]`.

Needs Python 3 with numpy and OpenCV, poppler-utils, ImageMagick 6, libjpeg's cjpeg, libtiff-tools, netpbm and
sane-utils. The same seed gives the same pictures with the same versions of these programs; see test-scans/README.md.
"""

import sys
import tempfile
import zlib
from pathlib import Path

import numpy as np

import dirt
import tools
from fillings import (ANY, altered, annotated, answered, around, beside, bordering, columned, crossed, dot, doubled, faint,
                      fill, hand, inside, rested, stroke, tick)
from foreign import chessboard, crossword, exam, invoice, letter, newsprint, note, questionnaire, spreadsheet
from pen import Page
from sheets import ROOT, Stock, read_pnm, write_pnm

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
        tools.magick(self.picture(sheet), target, self.rng, "-colorspace", "Gray", *tools.optics(dpi), *steps, *tools.sensor(blur, noise))
        return target

    def office(self, sheet, name, quality=55, **optics):
        """A feeder scanner in order: a little askew, a little off the size, JPEG."""
        rng = self.rng
        lay = tools.laid(rng.uniform(-0.9, 0.9), rng.uniform(0.993, 1.005), rng.uniform(-0.004, 0.004), rng.uniform(-0.004, 0.004))
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


# marks ---------------------------------------------------------------------------------------------------------------

@scan_set(first=0)
def ticks_small(s):
    """√ of 2 to 5 mm

    Gel, ballpoint, fountain pen and a fine marker; ticks in the box and, on the last sheet, beside it in the cell.
    Feeder scanner, 200 dpi gray, cjpeg."""
    for i, kind in enumerate(("gel", "ballpoint", "fountain", "gel")):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, kind), [tick(2, 5)] if i < 3 else [beside, tick(2, 3.5)])
        s.office(sheet, f"{kind}-{i + 1}.jpg")


@scan_set(first=0, paper="joint")
def ticks_large(s):
    """√ of 9 to 16 mm, tails running into the neighbours

    The usual tick on these forms: it starts in its box and ends in the row above, one or two cells to the right. Now
    and then the row it runs into is empty. Feeder scanner, 200 dpi gray, cjpeg."""
    for i, kind in enumerate(("gel", "ballpoint", "fountain", "pencil")):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, kind), [tick(9, 12 if i < 2 else 16)], blank=0.08)
        s.office(sheet, f"{kind}.jpg")


@scan_set(first=12)
def fills(s):
    """filled boxes

    Hatched line by line with gel, ballpoint, pencil and marker, some a hair over the edge. Feeder scanner, 200 dpi
    gray, cjpeg."""
    for kind in ("gel", "ballpoint", "pencil", "marker"):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, kind), [fill])
        s.office(sheet, f"{kind}.jpg")


@scan_set(first=18)
def circles(s):
    """○ around and in the box

    Around it 7 to 9.5 mm, in it 2.4 to 4.2 mm; some not quite closed, some closed twice. Feeder scanner, 200 dpi gray,
    cjpeg."""
    for i, kind in enumerate(("gel", "ballpoint", "pencil", "fountain")):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, kind), [(around,), (inside,), (around, inside), (around, inside)][i])
        s.office(sheet, f"{kind}.jpg")


@scan_set(first=24)
def strokes_and_dots(s):
    """short strokes and dots

    Strokes of 2.5 to 6 mm lying, leaning and standing; dots of 1.5 mm and more. Feeder scanner, 200 dpi gray, cjpeg."""
    for kind in ("gel", "ballpoint", "pencil", "fountain"):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, kind), [stroke, dot])
        s.office(sheet, f"{kind}.jpg")


@scan_set(first=30)
def pencil(s):
    """pencil, all marks

    Grainy graphite of 0.45 to 0.75 mm, from firm to light. Feeder scanner, 200 and 300 dpi gray, cjpeg."""
    for i in range(4):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, "pencil"), ANY)
        s.office(sheet, f"pencil-{i + 1}.jpg", dpi=300 if i == 3 else 200)


@scan_set(first=36)
def marker(s):
    """marker, all marks

    Felt pens of 1.1 to 2 mm. Feeder scanner, 200 dpi gray, cjpeg."""
    for i in range(4):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, "marker"), (tick(4, 8), tick(5, 12), around, fill, stroke))
        s.office(sheet, f"marker-{i + 1}.jpg")


@scan_set(first=42)
def blue_and_gray(s):
    """blue, blue-black and gray ink on gray scans

    Scanners make gray from colour in their own ways: by ImageMagick's luminance, from the green and from the red
    channel, where blue is dark and pale. 200 dpi, cjpeg."""
    for i, (ink, channel) in enumerate((("blue", "Gray"), ("blue", "G"), ("blue-black", "R"), ("gray", "Gray"))):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, ("gel", "ballpoint")[i % 2], ink), ANY)
        target = s.folder / "gray.pgm"
        pick = ["-channel", channel, "-separate"] if channel != "Gray" else ["-colorspace", "Gray"]
        tools.magick(s.picture(sheet), target, s.rng, *pick, *tools.optics(200), *tools.laid(s.rng.uniform(-0.8, 0.8)), *tools.sensor())
        name = f"{ink}-{i + 1}.jpg"
        tools.jpeg(target, s.scans / name, 65)
        s.keep(name, sheet)


@scan_set(first=48)
def seals_in_colour(s):
    """red seals and red pens on colour scans

    The office's red seal lies over the table: it is no mark, also where its ring runs through boxes; a row where it
    covers a cell may be doubted, never turned. On the last sheet three rows are corrected in red: those are doubtful.
    200 dpi colour, cjpeg."""
    for i in range(3):
        sheet = s.sheet()
        h = hand(sheet, s.rng, "gel")
        answered(sheet, h, (tick(3, 8), around, stroke), rests=0)
        if i < 2:
            x, y = (120 if i == 0 else 155), s.rng.uniform(120, 190)
            dirt.seal(sheet.page, x, y, 40, s.rng)
            doubtable(sheet, x, y, 42)
        else:
            red = hand(sheet, s.rng, "gel", "red")
            for row in sheet.rows[3:9:2]:
                said = sheet.meant[row.item]
                tick(4, 6)(red, row, (row.options.index(said) + 1) % 4 if said in row.options else 0)
                sheet.meant[row.item] = "doubtful"
        target = s.folder / "colour.ppm"
        tools.magick(s.picture(sheet), target, s.rng, *tools.optics(200), *tools.laid(s.rng.uniform(-0.8, 0.8)),
                     "-blur", "0x0.5", "-attenuate", "0.1", "+noise", "Gaussian")
        tools.jpeg(target, s.scans / f"colour-{i + 1}.jpg", 60, colour=True)
        s.keep(f"colour-{i + 1}.jpg", sheet)


def doubtable(sheet, x, y, reach, alone=False):
    """Rows with a cell that a stamp around (x, y) covers may be doubted; where alone, they have to be."""
    for row in sheet.rows:
        touched = False
        for left, top, width, height in row.cells:
            dx = max(left - x, 0, x - left - width)
            dy = max(top - y, 0, y - top - height)
            touched |= dx * dx + dy * dy < (reach / 2) ** 2
        if touched:
            sheet.meant[row.item] = "doubtful" if alone else sheet.meant[row.item] + "|doubtful"


@scan_set(first=54)
def stamps_in_gray(s):
    """a stamp across boxes on gray scans

    Without colour nobody can tell a stamp from a pen: rows whose boxes it covers are doubtful, or read rightly where it
    only grazes the cell. 200 dpi gray, cjpeg."""
    for i in range(3):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, "gel"), (tick(3, 7), stroke), rests=0)
        x, y = s.rng.uniform(135, 180), s.rng.uniform(110, 190)
        dirt.seal(sheet.page, x, y, (40, 30, 40)[i], s.rng, ink=("red", "blue", "black")[i], cover=0.7)
        doubtable(sheet, x, y, (44, 34, 44)[i])
        s.office(sheet, f"stamp-{i + 1}.jpg")


@scan_set(first=60)
def crosses(s):
    """× of 3 to 7 mm

    A cross means "against" in elections: it is doubtful, whatever pen drew it, and never an option. Every fourth row is
    ticked. Feeder scanner, 200 dpi gray, cjpeg; the last page 1 bit, tiffcp."""
    for i, kind in enumerate(("gel", "ballpoint", "pencil", "marker", "fountain", "gel")):
        sheet = s.sheet()
        crossed(sheet, hand(sheet, s.rng, kind), 3 if kind != "marker" else 4.5)
        if i < 5:
            s.office(sheet, f"{kind}.jpg")
        else:
            tools.group4([s.scan(sheet, *tools.laid(0.4))], s.scans / "bilevel.tif")
            s.keep("bilevel.tif", sheet)


@scan_set(first=66)
def alterations(s):
    """scribbled out, and another mark

    Two rows of three: a mark that was struck out by going to and fro over it, and a tick elsewhere. Those are doubtful;
    the others are plain. Feeder scanner, 200 dpi gray, cjpeg."""
    for kind in ("gel", "ballpoint", "pencil", "fountain"):
        sheet = s.sheet()
        altered(sheet, hand(sheet, s.rng, kind))
        s.office(sheet, f"{kind}.jpg")


@scan_set(first=72)
def columns(s):
    """one stroke through a whole column

    Through five, nine and all rows; the other rows are ticked. Every row it runs through is doubtful. Feeder scanner,
    200 dpi gray, cjpeg."""
    for i, (first, last) in enumerate(((4, 8), (2, 10), (0, 12))):
        sheet = s.sheet()
        columned(sheet, hand(sheet, s.rng, ("gel", "ballpoint", "gel")[i]), i, first, last)
        s.office(sheet, f"column-{i + 1}.jpg")


@scan_set(first=78)
def borders(s):
    """marks on the line between two cells

    Every third row has a dot in the middle of a rule: whose it is only a person can say. Feeder scanner, 200 dpi gray,
    cjpeg."""
    for kind in ("gel", "ballpoint", "fountain"):
        sheet = s.sheet()
        bordering(sheet, hand(sheet, s.rng, kind))
        s.office(sheet, f"{kind}.jpg")


@scan_set(first=84)
def faint_pencil(s):
    """pencil that hardly touched the paper

    Graphite takes about 20, 25 and 30 % of the light. Each mark is read as what it is, or doubted; none may be blank. Feeder
    scanner, 200 dpi gray, cjpeg."""
    for i, cover in enumerate((0.3, 0.38, 0.45)):
        sheet = s.sheet()
        faint(sheet, s.rng, cover)
        s.office(sheet, f"faint-{i + 1}.jpg", quality=80)


@scan_set(first=90)
def no_marks(s):
    """everything that is no mark

    Pen rests below 0.8 mm, dust, punched holes, a staple, folds through boxes, print and ink of the back shining
    through, underlined words, notes and a signature. Three sheets are otherwise empty: every row is blank. Feeder
    scanner, 200 dpi gray, cjpeg."""
    rng = s.rng
    for i in range(6):
        sheet = s.sheet()
        page = sheet.page
        h = hand(sheet, rng, "gel" if i != 4 else "ballpoint")
        if i == 0:
            rested(sheet, h)
        elif i == 1:
            dirt.dust(page, rng, 400)
            for y in (108.5, 188.5):
                dirt.disc(page, 12 - 3, y, 6, 30)
            dirt.staple(page, 8, 9, rng)
        elif i == 2:
            for y in (99, 148.5, 198):
                dirt.fold(page, y, rng, rng.normal(0, 0.004))
        elif i == 3:
            answered(sheet, h, (tick(3, 7),))
            annotated(sheet, h)
        elif i == 4:
            answered(sheet, h, ANY, rests=0.5)
            annotated(sheet, h)
            dirt.dust(page, rng, 200)
        else:
            back = s.sheet()
            answered(back, hand(back, rng, "marker"), (tick(5, 10), fill))
            answered(sheet, h, (tick(3, 7), around))
            dirt.shining_through(page, back.page, 0.12)
        s.office(sheet, f"page-{i + 1}.jpg")


@scan_set(first=98)
def overmarked(s):
    """two plain marks in one row

    Every second row is marked twice, which spoils it. A row where the two marks touch may be doubted; none may become
    one of its two options. Feeder scanner, 200 dpi gray, cjpeg."""
    for i, kind in enumerate(("gel", "ballpoint", "gel")):
        sheet = s.sheet()
        doubled(sheet, hand(sheet, s.rng, kind), [(tick(3, 5),), (tick(3, 5), around, dot), (fill, stroke)][i])
        s.office(sheet, f"{kind}-{i + 1}.jpg")


# paper ---------------------------------------------------------------------------------------------------------------

@scan_set(first=102)
def orientations(s):
    """turned sheets

    Upside down, on the left and the right side, each up to 15 degrees askew so that the frame cuts parts of the margin
    off; and two sheets lying 33 and 58 degrees askew, wholly visible. One at 30 degrees has its corners cut off:
    `turned`. ImageMagick, 200 dpi gray, cjpeg."""
    for i, degrees in enumerate((180, 90, 273, 13.5, 33, 238)):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng), ANY)
        name = f"turned-{degrees:g}.jpg".replace(".5.", "-5.")
        steps = ["-background", tools.GLASS, "-rotate", degrees]
        if i == 3:
            steps = tools.laid(degrees, 0.95)
        tools.jpeg(s.scan(sheet, *steps, "+repage"), s.scans / name, 60)
        s.keep(name, sheet)
    sheet = s.sheet()
    answered(sheet, hand(sheet, s.rng), ANY)
    tools.jpeg(s.scan(sheet, *tools.laid(30)), s.scans / "cut-off.jpg", 60)
    s.keep("cut-off.jpg", sheet, states="unreadable turned")


@scan_set(first=110)
def print_scale(s):
    """printed "to fit": 93 to 103 %

    Also 96 % wide and 98 % high, as a driver does with other paper. ImageMagick, 200 dpi gray, cjpeg."""
    for i, (wide, high) in enumerate(((0.93, 0.93), (0.96, 0.98), (1.03, 1.03), (0.97, 0.97))):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng), ANY)
        lay = ["-background", tools.GLASS, "-virtual-pixel", "Background", "-distort", "SRT",
               f"%[fx:w/2],%[fx:h/2] {wide},{high} {s.rng.uniform(-2, 2):.2f}"]
        name = f"scale-{i + 1}.jpg"
        tools.jpeg(s.scan(sheet, *lay), s.scans / name, 65)
        s.keep(name, sheet)


@scan_set(first=114)
def uneven_feed(s):
    """a feeder that pulls unevenly

    The page is up to 0.6 % longer and shorter by turns, over 60, 120 and 200 mm. 200 dpi gray, cjpeg."""
    for i, wave in enumerate((60, 120, 200)):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng), ANY)
        dirt.stretched(sheet.page, 0.006, wave)
        s.office(sheet, f"feed-{i + 1}.jpg")


@scan_set(first=118)
def folds_and_corners(s):
    """folds through boxes, torn and cut corners, punched holes

    Creases in the middle of rows with marks, two corners of 25 to 40 mm gone, four holes at the side. Feeder scanner,
    200 dpi gray, cjpeg."""
    rng = s.rng
    for i in range(4):
        sheet = s.sheet()
        page = sheet.page
        answered(sheet, hand(sheet, rng, "gel"), ANY, rests=0)
        if i in (0, 3):
            for row in sheet.rows[2 + i::4]:
                dirt.fold(page, row.centre(0)[1] + rng.uniform(-2, 2), rng, rng.normal(0, 0.003))
        if i in (1, 3):
            dirt.torn(page, [(-2, -2), (rng.uniform(25, 40), -2), (-2, rng.uniform(25, 40))], rng, 25 if i == 1 else 250)
            dirt.torn(page, [(-2, 299), (rng.uniform(25, 40), 299), (-2, rng.uniform(255, 270))], rng, 25 if i == 1 else 250)
        if i >= 2:
            for y in (28.5, 108.5, 188.5, 268.5):
                dirt.disc(page, 9, y, 6, 20)
        s.office(sheet, f"hurt-{i + 1}.jpg")


@scan_set(first=124)
def shadows_and_faded(s):
    """shadows and faded print

    A book scanner's shadow along one side, a lamp in one corner, print as gray as an empty cartridge leaves it.
    ImageMagick, 200 dpi gray, cjpeg."""
    rng = s.rng
    for i in range(4):
        sheet = s.sheet()
        if i >= 2:
            sheet.page.rgb[:] = np.clip(255 - (255 - sheet.page.rgb.astype(int)) * (0.45 if i == 2 else 0.3), 0, 255)
        answered(sheet, hand(sheet, rng, "gel", "black" if i >= 2 else None), ANY)
        flat = s.scan(sheet, *tools.laid(rng.uniform(-1.5, 1.5)))
        lit = s.folder / "lit.pgm"
        dark = [("gradient:gray40-white", 90), ("radial-gradient:white-gray45", 0), ("gradient:gray85-white", 0),
                ("gradient:gray80-white", 90)][i]
        tools.magick(flat, lit, rng, "(", "-size", "1654x2339" if dark[1] == 0 else "2339x1654", dark[0], "-rotate", dark[1],
                     "-resize", "1654x2339!", ")", "-compose", "Multiply", "-composite", "-colorspace", "Gray")
        tools.jpeg(lit, s.scans / f"light-{i + 1}.jpg", 65)
        s.keep(f"light-{i + 1}.jpg", sheet)


@scan_set(first=128)
def copies(s):
    """copies of copies

    The filled-in sheets were copied once, twice and three times before they were scanned: each copy is blurred, harder,
    a little larger or smaller, and dirtier than its original. ImageMagick, 200 dpi gray, cjpeg."""
    rng = s.rng
    for i, generations in enumerate((1, 2, 3, 3)):
        sheet = s.sheet()
        answered(sheet, hand(sheet, rng, ("gel", "gel", "fountain", "gel")[i]), ANY, rests=0)
        for _ in range(generations):
            source, target = s.picture(sheet), s.folder / "copy.ppm"
            tools.magick(source, target, rng, *tools.laid(rng.uniform(-0.7, 0.7), rng.uniform(0.99, 1.012)),
                         "-blur", "0x1.1", "-attenuate", "0.25", "+noise", "Gaussian", "-colorspace", "Gray",
                         "-level", "12%,88%", "-colorspace", "sRGB", "-type", "TrueColor")
            sheet.page.rgb = read_pnm(target)
            dirt.dust(sheet.page, rng, 60)
        s.office(sheet, f"generation-{generations}{'ab'[i == 3]}.jpg")


@scan_set(first=6, paper="joint")
def fax(s):
    """fax, 1 bit

    Fine (204 × 196 dpi) and standard (204 × 98 dpi, pixels that are not square), packed by netpbm's pbmtog3 and unpacked
    by fax2tiff. Gel and fine marker, as the instructions on faxed forms ask for."""
    for i, (kind, high) in enumerate((("gel", 196), ("ballpoint", 196), ("gel", 98), ("marker", 98), ("fountain", 98))):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, kind, "black"), ANY if kind != "marker" else (tick(4, 9), around, fill, stroke))
        source = s.folder / "sheet.ppm"
        tools.magick(s.picture(sheet), source, s.rng, "-colorspace", "Gray", *tools.laid(s.rng.uniform(-1.2, 1.2)), "-blur",
                     "0x0.8")
        name = f"fax-{high}-{i + 1}.tif"
        tools.fax(source, s.scans / name, s.rng, high)
        s.keep(name, sheet)


@scan_set(first=140)
def jpeg_25(s):
    """JPEG quality 25

    What "small file" means on many copiers. Feeder scanner, 200 dpi gray, cjpeg; the last page 150 dpi."""
    for i in range(4):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng), ANY)
        s.office(sheet, f"small-{i + 1}.jpg", quality=25, dpi=150 if i == 3 else 200)


@scan_set(first=144)
def resolutions(s):
    """150 to 600 dpi

    Two pages of 150 dpi gray, one each of 240 and 400 dpi gray, one of 600 dpi line art. cjpeg and tiffcp."""
    for i, dpi in enumerate((150, 150, 240, 400)):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng), ANY)
        s.office(sheet, f"dpi-{dpi}-{i + 1}.jpg", dpi=dpi, quality=60, blur=0.5 * dpi / 200)
    sheet = s.sheet()
    answered(sheet, hand(sheet, s.rng, "gel"), ANY)
    tools.group4([s.scan(sheet, *tools.laid(0.5), dpi=600, blur=1.2)], s.scans / "dpi-600.tif", dpi="600x600")
    s.keep("dpi-600.tif", sheet)


@scan_set(first=150)
def photos(s):
    """photographs on a dark table

    A telephone held over the sheet: perspective, light from one side, soft focus, noise, JPEG. ImageMagick and
    cjpeg, about 3 megapixels."""
    rng = s.rng
    for i in range(5):
        sheet = s.sheet()
        answered(sheet, hand(sheet, rng), ANY, rests=0.05)
        photograph(s, sheet, s.scans / f"photo-{i + 1}.jpg")
        s.keep(f"photo-{i + 1}.jpg", sheet)


def photograph(s, sheet, target):
    rng = s.rng
    width, height = 1700, 2300
    corners = [(0, 0), (2480, 0), (2480, 3507), (0, 3507)]
    frame = [(130, 110), (width - 130, 110), (width - 130, height - 110), (130, height - 110)]
    turn = rng.uniform(-3, 3)
    seen = []
    for x, y in frame:
        a = np.radians(turn)
        dx, dy = x - width / 2, y - height / 2
        seen.append((width / 2 + dx * np.cos(a) - dy * np.sin(a) + rng.uniform(-55, 55),
                     height / 2 + dx * np.sin(a) + dy * np.cos(a) + rng.uniform(-55, 55)))
    pairs = "  ".join(f"{a},{b} {c:.1f},{d:.1f}" for (a, b), (c, d) in zip(corners, seen))
    shot = s.folder / "shot.pgm"
    light = int(rng.integers(0, 4)) * 90
    tools.magick(s.picture(sheet), shot, rng,
                 "-alpha", "set", "-virtual-pixel", "Transparent", "-define", f"distort:viewport={width}x{height}+0+0",
                 "-distort", "Perspective", pairs, "+repage",
                 "(", "-size", f"{width}x{height}", "plasma:gray12-gray28", "-blur", "0x2", ")", "+swap",
                 "-compose", "Over", "-composite", "-colorspace", "Gray",
                 "(", "-size", f"{width}x{height}" if light % 180 == 0 else f"{height}x{width}", "gradient:gray62-gray98",
                 "-rotate", light, "+repage", ")", "-compose", "Multiply", "-composite",
                 "-blur", f"0x{rng.uniform(0.6, 1.0):.2f}", "-attenuate", "0.2", "+noise", "Gaussian", "-colorspace", "Gray")
    tools.jpeg(shot, target, 60)


@scan_set(first=156)
def streaks(s):
    """streaks of a dirty glass through boxes

    A feeder draws each speck on its glass into a line over the whole page: thin and gray, thin and dark, and a broad
    one that hides a column, whose rows may be doubted. 200 dpi gray, cjpeg."""
    for i, (width, level) in enumerate(((1, 120), (2, 60), (6, 40))):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, "gel"), (tick(3, 8), around, stroke), rests=0)
        pgm = s.scan(sheet, *tools.laid(s.rng.uniform(-0.6, 0.6)))
        ppm = s.folder / "streak.ppm"
        tools.run("pgmtoppm", "white", pgm, to=ppm)
        rgb = read_pnm(ppm)
        dirt.streak(rgb, int((sheet.rows[0].centre(i)[0] + s.rng.uniform(-1.5, 1.5)) * 200 / 25.4), width, level)
        write_pnm(ppm, rgb)
        if i == 2:
            sheet.meant = {item: answer + "|doubtful" for item, answer in sheet.meant.items()}
        tools.jpeg(ppm, s.scans / f"streak-{i + 1}.jpg", 65)
        s.keep(f"streak-{i + 1}.jpg", sheet)


@scan_set(first=160)
def overlaps(s):
    """two sheets pulled in together

    The upper one lies 76, 144 and 110 mm below the top of the lower one, moved to a side. Neither may be read as if it were alone.
    ImageMagick, 200 dpi gray, cjpeg."""
    for i, (dx, dy) in enumerate(((60, 900), (-200, 1700), (90, 1300))):
        lower, upper = s.sheet(), s.sheet()
        for sheet in (lower, upper):
            answered(sheet, hand(sheet, s.rng, "gel"), ANY)
        both = s.folder / "both.pgm"
        tools.magick(s.picture(lower), both, s.rng, s.picture(upper), "-geometry", f"{dx:+d}{dy:+d}", "-composite",
                     "-colorspace", "Gray", *tools.optics(200), *tools.laid(0.3), *tools.sensor())
        tools.jpeg(both, s.scans / f"overlap-{i + 1}.jpg", 55)
        s.keep(f"overlap-{i + 1}.jpg", None, states="unreadable overlap")


@scan_set(first=168)
def not_whole(s):
    """sheets and files that are not whole

    A corner with rows of the table torn off on a scanner with a dark lid, the lower half missing; a JPEG, a TIFF and a PDF cut off as an interrupted
    copy leaves them: whatever page is found in the PDF, one more is missing. ImageMagick, cjpeg, tiffcp, tiff2pdf."""
    rng = s.rng
    torn = s.sheet()
    answered(torn, hand(torn, rng, "gel"), ANY)
    dirt.torn(torn.page, [(212, 150), (212, 299), (60, 299)], rng, 25)
    for row in torn.rows:
        if beyond(*row.cells[-1]):
            torn.meant[row.item] = "doubtful" if beyond(*row.boxes[-1]) else torn.meant[row.item] + "|doubtful"
    tools.jpeg(s.scan(torn, *tools.laid(0.5)), s.scans / "torn.jpg", 60)
    s.keep("torn.jpg", torn, states="read|unreadable truncated")
    half = s.sheet()
    answered(half, hand(half, rng, "gel"), ANY)
    half.page.rgb[1700:] = 250
    tools.jpeg(s.scan(half), s.scans / "half.jpg", 60)
    s.keep("half.jpg", None, states="unreadable truncated")
    whole = s.folder / "whole"
    whole.mkdir()
    for name, share in (("cut.jpg", 0.6), ("cut.tif", 0.5), ("cut.pdf", 0.5)):
        sheet = s.sheet()
        answered(sheet, hand(sheet, rng, "gel"), ANY)
        pgm = s.scan(sheet)
        if name.endswith("jpg"):
            tools.jpeg(pgm, whole / name, 60)
        elif name.endswith("tif"):
            tools.group4([pgm], whole / name)
        else:
            tools.pdf([pgm], whole / name, 60)
        data = (whole / name).read_bytes()
        (s.scans / name).write_bytes(data[:int(len(data) * share)])
        broken = [None] * (2 if name.endswith("pdf") else 1)
        s.keep(name, *broken, states="unreadable truncated|unreadable damaged-file")


def beyond(x, y, width, height):
    """Whether a rectangle's lower right corner went with the corner that is torn off: from (212, 150) to (60, 299)."""
    return (x + width - 60) / 152 + (y + height - 150) / 149 > 1


@scan_set(first=174)
def through_sane(s):
    """through SANE

    scanimage with its pnm device, which has a picture where other scanners have a lamp: pnm made JPEG by cjpeg, PNG and
    TIFF as scanimage writes them, at 1 bit by way of ImageMagick. 200 dpi."""
    for i, form in enumerate(("pnm", "jpeg", "tiff")):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, "gel"), ANY)
        pgm = s.scan(sheet, *tools.laid(s.rng.uniform(-1, 1), 0.99))
        raw = s.folder / f"raw.{form}"
        tools.glass(pgm, raw, form)
        name = f"sane-{form}" + {"pnm": ".jpg", "jpeg": ".jpg", "tiff": ".tif"}[form]
        if form == "pnm":
            tools.jpeg(raw, s.scans / name, 65)
        elif form == "jpeg":
            (s.scans / name).write_bytes(raw.read_bytes())
        else:
            tools.group4([raw], s.scans / name)
        s.keep(name, sheet)


@scan_set(first=178)
def containers(s):
    """many pages in one file

    A PDF of JPEG pages and one of Group 4 pages by tiff2pdf, a TIFF of 1-bit pages by tiffcp with LZW, a PNG of 16 gray
    levels by netpbm. 200 dpi."""
    rng = s.rng

    def pages(count):
        made = []
        for _ in range(count):
            sheet = s.sheet()
            answered(sheet, hand(sheet, rng, str(rng.choice(["gel", "fountain"]))), ANY)
            made.append((sheet, s.scan(sheet, *tools.laid(rng.uniform(-1, 1)))))
        return made

    first = pages(2)
    tools.pdf([p for _, p in first], s.scans / "jpeg.pdf", 55)
    s.keep("jpeg.pdf", *[sheet for sheet, _ in first])
    second = pages(2)
    g4 = s.folder / "g4.tif"
    tools.group4([p for _, p in second], g4)
    tools.run("tiff2pdf", "-o", s.scans / "group4.pdf", g4)
    s.keep("group4.pdf", *[sheet for sheet, _ in second])
    third = pages(2)
    tools.group4([p for _, p in third], g4)
    tools.run("tiffcp", "-c", "lzw", g4, s.scans / "lzw.tif")
    s.keep("lzw.tif", *[sheet for sheet, _ in third])
    fourth = pages(1)
    levels = s.folder / "levels.pgm"
    tools.run("pamdepth", "15", fourth[0][1], to=levels)
    tools.run("pnmtopng", levels, to=s.scans / "sixteen.png")
    s.keep("sixteen.png", fourth[0][0])


@scan_set(first=0, paper="english")
def english_form(s):
    """another form: English, six rows of four options

    Feeder scanner, 200 dpi gray, cjpeg."""
    for i, kind in enumerate(("gel", "pencil", "fountain", "marker")):
        sheet = s.sheet()
        answered(sheet, hand(sheet, s.rng, kind), ANY if kind != "marker" else (tick(4, 8), around, fill))
        s.office(sheet, f"page-{i + 1}.jpg")


@scan_set(first=12, paper="joint")
def second_pen(s):
    """everything at once, by a pen that the reader's makers had not seen

    The pens of `src/test/scans/pen.py` were written without knowing those of `rehearsal` and of the Java tests, by other
    ideas of how a hand moves and how ink lies on paper. Here they mark six sheets with all marks and all pens, with ticks
    from 2 to 16 mm, crosses and alterations among them. Feeder scanner, 200 dpi gray, cjpeg."""
    rng = s.rng
    ways = (tick(2, 4), tick(4, 9), tick(9, 16), around, inside, fill, stroke, dot, beside)
    for i, kind in enumerate(("gel", "ballpoint", "pencil", "fountain", "marker", "gel")):
        sheet = s.sheet()
        h = hand(sheet, rng, kind)
        if kind == "marker":
            answered(sheet, h, (tick(4, 9), tick(9, 14), around, fill, stroke))
        elif i == 5:
            altered(sheet, h)
        else:
            answered(sheet, h, ways, blank=0.1, rests=0.2)
        s.office(sheet, f"{kind}-{i + 1}.jpg")


# other paper ---------------------------------------------------------------------------------------------------------

NOT_OURS = "unreadable not-a-form|unreadable no-registration"
EMPTY = "unreadable empty-page"


def strange(s, name, picture, states=NOT_OURS, quality=40, dpi=150):
    """Scans what is no sheet of ours; picture: RGB at 300 dpi."""
    source, target = s.folder / "strange.ppm", s.folder / "strange.pgm"
    write_pnm(source, picture)
    tools.magick(source, target, s.rng, "-colorspace", "Gray", *tools.optics(dpi), *tools.laid(s.rng.uniform(-1, 1)),
                 *tools.sensor())
    tools.jpeg(target, s.scans / name, quality)
    s.keep(name, None, states=states)


@scan_set(first=192)
def foreign_letters(s):
    """letters

    An English and a Chinese letter, a bill with a square code of our own sheets pasted in, a handwritten note. None is
    read. Text by ImageMagick, 150 dpi gray, cjpeg."""
    strange(s, "english.jpg", letter(s.folder, "english"))
    strange(s, "chinese.jpg", letter(s.folder, "chinese"))
    strange(s, "bill.jpg", invoice(s.folder, s.sheet().page.rgb), "|".join((NOT_OURS, "foreign forged")))
    strange(s, "note.jpg", note(s.rng))


@scan_set(first=193)
def foreign_blank(s):
    """paper without print

    White, gray recycled paper with its grain, a page with black edges and dust, and the empty back of one of our sheets,
    whose print shines through. None is read. 150 dpi gray, cjpeg."""
    rng = s.rng
    white = np.full((3507, 2480, 3), 252, np.uint8)
    strange(s, "white.jpg", white, EMPTY)
    grain = np.clip(214 + rng.normal(0, 9, (3507, 2480, 1)), 0, 255).astype(np.uint8)
    strange(s, "recycled.jpg", np.repeat(grain, 3, axis=2), EMPTY)
    edges = Page(white.copy(), 300)
    dirt.shade(edges, -1, -1, 212, 3, 1)
    dirt.shade(edges, 207, -1, 4, 299, 1)
    dirt.dust(edges, rng, 120)
    strange(s, "edges.jpg", edges.rgb, EMPTY)
    back, front = Page(white.copy(), 300), s.sheet()
    answered(front, hand(front, rng, "gel"), ANY)
    dirt.shining_through(back, front.page, 0.1)
    strange(s, "back.jpg", back.rgb, "|".join((EMPTY, NOT_OURS)))


@scan_set(first=194)
def foreign_forms(s):
    """other people's forms

    An answer sheet with black squares in its corners, a questionnaire with boxes in a table, a sheet of another meeting
    of ours, two of our sheets copied onto one page at 70 %. None is read. 150 dpi gray, cjpeg."""
    strange(s, "exam.jpg", exam(s.rng))
    strange(s, "questionnaire.jpg", questionnaire(s.folder, s.rng))
    other = Stock("english").sheet(7)
    answered(other, hand(other, s.rng, "gel"), ANY)
    strange(s, "other-meeting.jpg", other.page.rgb, "foreign other-meeting", quality=50, dpi=200)
    pair = [s.sheet(), s.sheet()]
    for sheet in pair:
        answered(sheet, hand(sheet, s.rng, "gel"), ANY)
    two = s.folder / "two.ppm"
    tools.magick(s.picture(pair[0]), two, s.rng, s.picture(pair[1]), "+append", "-rotate", 90, "-resize", "2480x3507!")
    strange(s, "two-on-one.jpg", read_pnm(two), "|".join((NOT_OURS, "unreadable overlap")), quality=50, dpi=200)


@scan_set(first=197)
def foreign_newsprint(s):
    """newsprint

    Four columns of small print with screened pictures and headlines, on gray paper; one page 1 bit. None is read. Text
    and screens by ImageMagick, 150 dpi."""
    for i in range(3):
        picture = newsprint(s.folder, s.rng)
        if i < 2:
            strange(s, f"page-{i + 1}.jpg", picture, quality=30)
        else:
            source, target = s.folder / "news.ppm", s.folder / "news.pgm"
            write_pnm(source, picture)
            tools.magick(source, target, s.rng, "-colorspace", "Gray", *tools.optics(150), *tools.sensor())
            tools.group4([target], s.scans / "bilevel.tif", dpi="150x150")
            s.keep("bilevel.tif", None, states=NOT_OURS)


@scan_set(first=198)
def foreign_tables(s):
    """tables, boards and puzzles

    A spreadsheet with boxes in its cells, a crossword puzzle, a chessboard with squares the size of our marks. None is
    read. 150 dpi gray, cjpeg."""
    strange(s, "spreadsheet.jpg", spreadsheet(s.folder, s.rng))
    strange(s, "crossword.jpg", crossword(s.rng))
    strange(s, "chessboard.jpg", chessboard())


def main(names):
    for name in names or SETS:
        build(name)
        size = sum(f.stat().st_size for f in (ROOT / name).rglob("*") if f.is_file())
        print(f"{name}: {size / 1024:.0f} KiB")


if __name__ == "__main__":
    main(sys.argv[1:])
