"""Sets for what people write: marks that count, marks that a person has to look at, and what is no mark."""

import dirt
import tools
from fillings import (ANY, altered, annotated, answered, around, beside, bordering, columned, crossed, dot, doubled,
                      doubtable, faint, fill, hand, inside, rested, stroke, tick)
from making import scan_set


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
        lay = tools.laid(s.rng.uniform(-0.8, 0.8))
        tools.magick(s.picture(sheet), target, s.rng, *pick, *tools.optics(200), *lay, *tools.sensor())
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

    Graphite takes about 20, 25 and 30 % of the light. Each mark is read as what it is, or doubted; none may be blank.
    Feeder scanner, 200 dpi gray, cjpeg."""
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
