"""Sets for what happens to paper between the pen and the scanner, and on the scanner."""

import numpy as np

import dirt
import tools
from fillings import ANY, answered, around, hand, stroke, tick
from making import scan_set
from sheets import read_pnm, write_pnm


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
            lid = 25 if i == 1 else 250
            dirt.torn(page, [(-2, -2), (rng.uniform(25, 40), -2), (-2, rng.uniform(25, 40))], rng, lid)
            dirt.torn(page, [(-2, 299), (rng.uniform(25, 40), 299), (-2, rng.uniform(255, 270))], rng, lid)
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
        tools.magick(flat, lit, rng, "(", "-size", "1654x2339" if dark[1] == 0 else "2339x1654", dark[0],
                     "-rotate", dark[1], "-resize", "1654x2339!", ")", "-compose", "Multiply", "-composite",
                     "-colorspace", "Gray")
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
                 "(", "-size", f"{width}x{height}" if light % 180 == 0 else f"{height}x{width}",
                 "gradient:gray62-gray98", "-rotate", light, "+repage", ")", "-compose", "Multiply", "-composite",
                 *tools.sensor(f"{rng.uniform(0.6, 1.0):.2f}", 0.2))
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

    The upper one lies 76, 144 and 110 mm below the top of the lower one, moved to a side. Neither may be read as if it
    were alone. ImageMagick, 200 dpi gray, cjpeg."""
    for i, (dx, dy) in enumerate(((60, 900), (-200, 1700), (90, 1300))):
        lower, upper = s.sheet(), s.sheet()
        for sheet in (lower, upper):
            answered(sheet, hand(sheet, s.rng, "gel"), ANY)
        both = s.folder / "both.pgm"
        tools.magick(s.picture(lower), both, s.rng, s.picture(upper), "-geometry", f"{dx:+d}{dy:+d}", "-composite",
                     "-colorspace", "Gray", *tools.optics(200), *tools.laid(0.3), *tools.sensor())
        tools.jpeg(both, s.scans / f"overlap-{i + 1}.jpg", 55)
        s.keep(f"overlap-{i + 1}.jpg", None, states="unreadable overlap")
