"""What happens between paper and file, done by programs that are not ours: ImageMagick, libjpeg, libtiff, netpbm, SANE.
Every step reads one picture file and writes another; what is random comes from the generator that is handed in."""

import subprocess

GLASS = "#f3f3f1"
"""What a scanner sees beside the paper: its white lid."""


MADE = "20261122090000"
"""The date that PDF files give themselves: a file made again is the same file."""


def run(*command, to=None):
    words = [str(word) for word in command]
    if to is None:
        subprocess.run(words, check=True)
    else:
        with open(to, "wb") as out:
            subprocess.run(words, check=True, stdout=out)


def magick(source, target, rng, *steps):
    """ImageMagick with one thread and a seed: the same picture every time."""
    run("convert", "-limit", "thread", "1", "-seed", int(rng.integers(1 << 30)), source, *steps, "-depth", "8", target)


def optics(dpi, drawn=300):
    """Seen with as many dots an inch as the scanner has; pages are drawn with 300."""
    return ["-filter", "Triangle", "-resize", f"{100 * dpi / drawn:.4f}%"]


def sensor(blur=0.5, noise=0.12):
    """A lens's blur, in pixels, and a sensor's noise, in ImageMagick's measure."""
    return ["-blur", f"0x{blur}", "-attenuate", noise, "+noise", "Gaussian", "-colorspace", "Gray"]


def laid(degrees, scale=1.0, dx=0.0, dy=0.0, lid=GLASS):
    """Where the sheet lay: turned and moved (ratio of the frame) in a frame that stays as large as the sheet."""
    return ["-background", lid, "-virtual-pixel", "Background", "-distort", "SRT",
            f"%[fx:w/2],%[fx:h/2] {scale} {degrees} %[fx:w*({0.5 + dx})],%[fx:h*({0.5 + dy})]"]


def tones(paper, ink):
    """Gray of the paper and of solid print, 0..255."""
    return ["+level", f"{100 * ink / 255:.1f}%,{100 * paper / 255:.1f}%"]


def jpeg(source, target, quality, colour=False):
    """cjpeg does not say how fine a scan is; neither do many scanners."""
    run("cjpeg", "-optimize", "-quality", quality, *([] if colour else ["-grayscale"]), source, to=target)


def group4(sources, target, threshold=60, dpi="200x200"):
    """One TIFF of fax pages: a threshold in percent, then libtiff's own coder."""
    bits = [s.with_suffix(".g4.tif") for s in sources]
    for source, bit in zip(sources, bits):
        wide, high = dpi.split("x")
        run("convert", source, "-threshold", f"{threshold}%", "-type", "bilevel", "-units", "PixelsPerInch",
            "-density", f"{wide}x{high}", "-compress", "Group4", bit)
    run("tiffcp", "-c", "g4", *bits, target)


def pdf(sources, target, quality):
    """JPEG pages in a PDF, by libtiff's tiff2pdf."""
    flats = [s.with_suffix(".flat.tif") for s in sources]
    for source, flat in zip(sources, flats):
        run("convert", source, "-units", "PixelsPerInch", "-density", 200, "-compress", "None", flat)
    every = target.with_suffix(".every.tif")
    run("tiffcp", *flats, every)
    run("tiff2pdf", "-e", MADE, "-j", "-q", quality, "-o", target, every)
    every.unlink()


def fax(source, target, rng, high=196):
    """Through a fax machine: 1728 dots a line, 98 or 196 lines an inch, packed by pbmtog3, unpacked by fax2tiff."""
    lines = round(297 / 25.4 * high)
    bits, g3 = source.with_suffix(".pbm"), source.with_suffix(".g3")
    magick(source, bits, rng, "-colorspace", "Gray", "-filter", "Box", "-resize", f"1687x{lines}!", "-threshold", "62%",
           "-gravity", "Center", "-background", "white", "-extent", f"1728x{lines}")
    run("pbmtog3", bits, to=g3)
    run("fax2tiff", "-3", "-1", "-M", "-8", "-X", 1728, "-R", high, "-o", target, g3)


def glass(source, target, form="pnm", dpi=200):
    """Through SANE: its pnm device has a picture where others have a lamp."""
    run("scanimage", "-d", "pnm:0", f"--filename={source}", f"--resolution={dpi}dpi", f"--format={form}", to=target)
