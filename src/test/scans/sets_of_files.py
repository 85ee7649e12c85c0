"""Sets for what scanners, fax machines and copiers make of a page: resolutions, codings, containers."""

import dirt
import tools
from fillings import ANY, answered, around, fill, hand, stroke, tick
from making import scan_set


@scan_set(first=6, paper="joint")
def fax(s):
    """fax, 1 bit

    Fine (204 × 196 dpi) and standard (204 × 98 dpi, pixels that are not square), packed by netpbm's pbmtog3 and unpacked
    by fax2tiff. Gel and fine marker, as the instructions on faxed forms ask for."""
    for i, (kind, high) in enumerate((("gel", 196), ("ballpoint", 196), ("gel", 98), ("marker", 98), ("fountain", 98))):
        sheet = s.sheet()
        ways = ANY if kind != "marker" else (tick(4, 9), around, fill, stroke)
        answered(sheet, hand(sheet, s.rng, kind, "black"), ways)
        source = s.folder / "sheet.ppm"
        lay = tools.laid(s.rng.uniform(-1.2, 1.2))
        tools.magick(s.picture(sheet), source, s.rng, "-colorspace", "Gray", *lay, "-blur", "0x0.8")
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


@scan_set(first=168)
def not_whole(s):
    """sheets and files that are not whole

    A corner with rows of the table torn off on a scanner with a dark lid, the lower half missing; a JPEG, a TIFF and a
    PDF cut off as an interrupted copy leaves them: whatever page is found in the PDF, one more is missing. ImageMagick,
    cjpeg, tiffcp, tiff2pdf."""
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
    tools.run("tiff2pdf", "-e", tools.MADE, "-o", s.scans / "group4.pdf", g4)
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
