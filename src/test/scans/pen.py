"""Hands and pens: draws marks on a page in millimetres.

Written without having seen the pens of `rehearsal` or of the Java tests, and it must stay so: what these hands draw
tells how people's marks are read that nobody had in mind when the reader was written.
"""

from dataclasses import dataclass

import cv2
import numpy as np

FINE = 4
"""Lines are drawn this many times finer than the page and averaged down: ink has soft edges."""

INKS = {
    "black": (28, 27, 30),
    "blue": (38, 52, 150),
    "blue-black": (30, 38, 78),
    "gray": (88, 90, 94),
    "graphite": (70, 70, 74),
    "red": (190, 30, 40),
}


@dataclass(frozen=True)
class Pen:
    """width in mm; cover: share of the light that the ink takes (0..1); rough: share of paper grain left bare."""

    kind: str
    ink: str
    width: float
    cover: float
    rough: float = 0.0
    skips: float = 0.0

    @staticmethod
    def draw(kind, rng, ink=None):
        ink = ink or str(rng.choice(["black", "blue", "blue-black"]))
        if kind == "gel":
            return Pen(kind, ink, rng.uniform(0.45, 0.7), rng.uniform(0.88, 0.98))
        if kind == "ballpoint":
            return Pen(kind, ink, rng.uniform(0.32, 0.45), rng.uniform(0.7, 0.9), 0.15, 0.06)
        if kind == "fountain":
            return Pen(kind, ink, rng.uniform(0.4, 0.8), rng.uniform(0.75, 0.92))
        if kind == "marker":
            return Pen(kind, ink, rng.uniform(1.1, 2.0), rng.uniform(0.75, 0.95))
        if kind == "pencil":
            return Pen(kind, "graphite", rng.uniform(0.45, 0.75), rng.uniform(0.55, 0.85), 0.45)
        raise ValueError(kind)


class Page:
    """An RGB picture of a sheet of paper; places are millimetres from its upper left corner."""

    def __init__(self, rgb, dpi):
        self.rgb = rgb
        self.per_mm = dpi / 25.4

    def stain(self, cover, left, top, colour):
        """Takes light away where cover (0..1) lies; left and top are pixels and may lie outside."""
        h, w = self.rgb.shape[:2]
        x0, y0 = max(left, 0), max(top, 0)
        x1, y1 = min(left + cover.shape[1], w), min(top + cover.shape[0], h)
        if x0 >= x1 or y0 >= y1:
            return
        c = cover[y0 - top:y1 - top, x0 - left:x1 - left, None]
        part = self.rgb[y0:y1, x0:x1].astype(np.float32)
        tint = np.array(colour, np.float32) / 255
        self.rgb[y0:y1, x0:x1] = np.clip(part * (1 - c) + part * tint * c, 0, 255).astype(np.uint8)


class Hand:
    """One person with one pen. Every gesture is a list of strokes; a stroke is a list of places in mm."""

    def __init__(self, page, pen, rng):
        self.page = page
        self.pen = pen
        self.rng = rng
        self.tremor = rng.uniform(0.03, 0.12)
        self.slant = rng.normal(0, 0.12)
        self.roundness = rng.uniform(0, 0.5)

    # what people draw -------------------------------------------------------------------------------------------

    def tick(self, x, y, size):
        """√ with its vertex at (x, y); size: the larger side of what it covers, mm."""
        rng = self.rng
        steep = np.radians(rng.uniform(40, 66))
        tail = np.array([np.cos(steep), -np.sin(steep)])
        down = np.radians(rng.uniform(100, 150))
        arm = np.array([np.cos(down), -np.sin(down)]) * rng.uniform(0.22, 0.45)
        scale = size / max(tail[0] - arm[0], max(-tail[1], -arm[1]))
        vertex = np.array([x, y])
        bow = np.array([-tail[1], tail[0]]) * rng.uniform(-0.1, 0.14)
        start, end = vertex + arm * scale, vertex + tail * scale
        short = curve(start, vertex, np.array([0.0, rng.uniform(-0.05, 0.05) * size]))
        long = curve(vertex, end, bow * scale)
        if rng.random() < 0.3:
            hook = start + np.array([-0.12, rng.uniform(-0.02, 0.1)]) * size
            short = np.vstack([curve(hook, start, np.array([0.0, -0.02 * size])), short[1:]])
        whole = np.vstack([short, long[1:]])
        self.strokes([smooth(whole, self.roundness * 0.5)])

    def cross(self, x, y, size):
        """× around (x, y), each of its lines about size mm from end to end."""
        rng = self.rng
        half = size / 2 * 0.72
        for lean in (1, -1):
            wobble = rng.normal(0, 0.06 * size, 4)
            a = (x - half + wobble[0], y - lean * half + wobble[1])
            b = (x + half + wobble[2], y + lean * half + wobble[3])
            self.strokes([curve(np.array(a), np.array(b), rng.normal(0, 0.03 * size, 2))])

    def circle(self, x, y, width, height):
        """○ around (x, y), closed or nearly so."""
        rng = self.rng
        begin = rng.uniform(0, 2 * np.pi)
        turn = 2 * np.pi + rng.uniform(-0.12, 0.5)
        t = np.linspace(0, turn, 90)
        drift = 1 + rng.uniform(-0.05, 0.07) * t / (2 * np.pi) + 0.03 * np.sin(2 * t + rng.uniform(0, 6))
        across = np.cos(begin - t) * width / 2 * drift
        up = np.sin(begin - t) * height / 2 * drift
        self.strokes([np.column_stack([x + across - self.slant * up, y + up])])

    def stroke(self, x, y, length):
        """A short line through (x, y), lying, standing or leaning."""
        angle = self.rng.choice([0, 0.1, 0.75, 0.85, 1.45]) + self.rng.normal(0, 0.06)
        reach = np.array([np.cos(angle), -np.sin(angle)]) * length / 2
        middle = np.array([x, y])
        self.strokes([curve(middle - reach, middle + reach, self.rng.normal(0, 0.03 * length, 2))])

    def dot(self, x, y, diameter):
        """A dot that was pressed and turned until it was this large."""
        inner = max(diameter - self.pen.width, 0.02)
        t = np.linspace(0, 10 * np.pi, 120)
        r = inner / 2 * np.minimum(1, t / (6 * np.pi))
        self.strokes([np.column_stack([x + r * np.cos(t), y + r * np.sin(t)])], steady=True)

    def rest(self, x, y):
        """A pen put down without meaning it, below 0.8 mm."""
        rng = self.rng
        size = rng.uniform(0.3, 0.65)
        strand = curve(np.array([x, y]), np.array([x + max(0.02, size - min(self.pen.width, 0.3)), y]), np.zeros(2))
        thin = Pen("gel", self.pen.ink, min(self.pen.width, 0.3), self.pen.cover)
        self.strokes([strand], pen=thin, steady=True)

    def fill(self, box):
        """A box (x, y, width, height) blackened line by line, sometimes a hair over its edge."""
        rng = self.rng
        x, y, w, h = box
        out = rng.uniform(-0.15, 0.2)
        pitch = self.pen.width * 0.7
        inset = self.pen.width / 2 - out
        left, right, top, bottom = x + inset, x + w - inset, y + inset, y + h - inset
        lines = max(2, int(np.ceil((bottom - top) / pitch)) + 1)
        path = []
        for i, level in enumerate(np.linspace(top, bottom, lines)):
            ends = [(left + rng.normal(0, 0.08), level), (right + rng.normal(0, 0.08), level)]
            path += ends if i % 2 == 0 else ends[::-1]
        frame = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        self.strokes([densely(np.array(frame)), densely(np.array(path))])

    def scribble(self, x, y, width, height):
        """Struck out by going to and fro over it."""
        rng = self.rng
        swings = int(rng.integers(7, 12))
        path = []
        for i in range(swings + 1):
            along = x - width / 2 + width * i / swings
            path.append((along + rng.normal(0, 0.2), y + (1 if i % 2 else -1) * height / 2 * rng.uniform(0.75, 1.1)))
        self.strokes([smooth(densely(np.array(path)), 0.3)])

    def strike(self, x0, y0, x1, y1):
        """One line from here to there."""
        a, b = np.array([x0, y0]), np.array([x1, y1])
        self.strokes([curve(a, b, self.rng.normal(0, 0.01, 2) * np.linalg.norm(b - a))])

    def scrawl(self, x, y, width, height):
        """What handwriting looks like from afar: a note, a name."""
        rng = self.rng
        left = x
        while left < x + width:
            letter = rng.uniform(0.6, 1.2) * height
            knots = np.column_stack([
                left + np.cumsum(rng.uniform(0.0, 0.35, 6)) * letter,
                y + height * rng.uniform(0.0, 1.0, 6),
            ])
            self.strokes([smooth(densely(knots), 0.6)])
            left = knots[-1][0] + rng.uniform(0.15, 0.5) * height

    # how ink gets onto paper --------------------------------------------------------------------------------------

    def strokes(self, lines, pen=None, steady=False):
        for line in lines:
            self.lay(line if steady else self.shaken(densely(line)), pen or self.pen)

    def shaken(self, line):
        """Adds the slow waver of a hand, a wave of several mm, and a trace of its trembling."""
        rng = self.rng
        run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
        waver = np.zeros_like(line)
        for wave, share in ((6.0, 1.0), (2.2, 0.45), (0.9, 0.2)):
            phase = rng.uniform(0, 2 * np.pi, 2)
            waver += self.tremor * share * np.sin(run[:, None] * 2 * np.pi / wave + phase)
        return line + waver

    def lay(self, line, pen):
        """One stroke as cover on the page; the pen is heavier in the middle than where it comes down and lifts."""
        scale = self.page.per_mm * FINE
        low = np.floor((line.min(axis=0) - 1.5) * self.page.per_mm).astype(int)
        high = np.ceil((line.max(axis=0) + 1.5) * self.page.per_mm).astype(int)
        size = (high - low) * FINE
        mask = np.zeros((size[1], size[0]), np.uint8)
        at = line * scale - low * FINE
        count = len(at)
        ends = np.minimum(np.arange(count), np.arange(count)[::-1])
        press = 0.75 + 0.25 * np.minimum(1, ends / 8) if pen.kind != "marker" else np.ones(count)
        flow = self.flow(count, pen)
        for i in range(count - 1):
            width = pen.width * press[i]
            if pen.kind == "fountain":
                way = at[i + 1] - at[i]
                width *= 0.65 + 0.6 * abs(np.sin(np.arctan2(way[1], way[0]) + 0.7))
            cv2.line(mask, tuple(np.round(at[i]).astype(int).tolist()), tuple(np.round(at[i + 1]).astype(int).tolist()),
                     int(255 * flow[i]), max(1, int(round(width * scale))))
        cover = cv2.resize(mask, tuple((size // FINE).tolist()), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        cover *= pen.cover
        if pen.rough:
            grain = cv2.GaussianBlur(self.rng.normal(0, 1, cover.shape).astype(np.float32), (0, 0), 0.9)
            grain = grain / (grain.std() + 1e-6)
            cover *= np.clip(1 - pen.rough * (0.35 + 0.65 * grain), 0.15, 1)
        self.page.stain(cover, int(low[0]), int(low[1]), INKS[pen.ink])

    def flow(self, count, pen):
        """How much ink comes, 0..1, along a stroke: a ballpoint skips."""
        flow = np.ones(count)
        if pen.skips:
            for _ in range(self.rng.poisson(pen.skips * count / 10)):
                at = int(self.rng.integers(0, count))
                flow[at:at + int(self.rng.integers(1, 4))] = self.rng.uniform(0.4, 0.8)
        return flow


def curve(a, b, bow):
    """From a to b, bowed out in its middle by the vector bow."""
    t = np.linspace(0, 1, max(8, int(np.linalg.norm(b - a) / 0.1)))[:, None]
    return (1 - t) * a + t * b + 4 * t * (1 - t) * bow


def densely(line, step=0.1):
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    if run[-1] < step:
        return line
    at = np.linspace(0, run[-1], int(run[-1] / step) + 2)
    return np.column_stack([np.interp(at, run, line[:, 0]), np.interp(at, run, line[:, 1])])


def smooth(line, radius):
    """Rounds corners off over about radius mm; the ends stay where they are."""
    if radius < 0.05:
        return line
    line = densely(line)
    reach = max(1, int(radius / 0.1))
    kernel = np.hanning(2 * reach + 3)[1:-1]
    kernel /= kernel.sum()
    half = len(kernel) // 2
    padded = np.vstack([np.repeat(line[:1], half, axis=0), line, np.repeat(line[-1:], half, axis=0)])
    return np.column_stack([np.convolve(padded[:, k], kernel, "valid") for k in (0, 1)])
