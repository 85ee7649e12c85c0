"""Pens: from strokes to ink coverage patches on a page of DPI dots per inch."""
import os
import tempfile
import numpy as np
import cv2

DPI = 400
PX = DPI / 25.4            # page pixels per mm
SS = 2                     # drawn twice as fine


def grain_tile():
    f = os.path.join(tempfile.gettempdir(), "tallyroom-grain.npy")
    if not os.path.exists(f):
        rng = np.random.default_rng(7)
        g = sum(w * _norm(cv2.GaussianBlur(rng.normal(size=(2048, 2048)).astype(np.float32), (0, 0), s))
                for w, s in ((.5, 1.3), (.7, 2.6), (.5, 5)))
        r = g.ravel().argsort().argsort().reshape(g.shape) / g.size
        np.save(f, r.astype(np.float32))
    return np.load(f)


def _norm(a):
    return (a - a.mean()) / a.std()


GRAIN = None
INKS = {  # reflectance b, g, r
    ("gel", "black"): (.13, .12, .12), ("gel", "blue"): (.52, .20, .13), ("gel", "grey-black"): (.32, .30, .30),
    ("ballpoint", "black"): (.27, .24, .23), ("ballpoint", "blue"): (.66, .36, .26), ("ballpoint", "grey-black"): (.40, .38, .37),
    ("marker", "black"): (.11, .10, .10), ("marker", "blue"): (.60, .25, .14), ("marker", "grey-black"): (.30, .29, .28),
    ("pencil-2B", "grey-black"): (.34, .33, .33), ("pencil-HB", "grey-black"): (.44, .43, .43)}


class Pen:
    def __init__(self, rng, harsh=False):
        global GRAIN
        if GRAIN is None:
            GRAIN = grain_tile()
        self.rng = rng
        self.type = str(rng.choice(["gel", "ballpoint", "marker", "pencil-2B", "pencil-HB"], p=[.42, .3, .08, .1, .1]))
        colour = "grey-black" if self.type.startswith("pencil") else str(rng.choice(["black", "blue", "grey-black"], p=[.6, .3, .1]))
        self.colour = colour
        f = np.exp(rng.normal(0, .12))
        self.ink = np.clip(np.array(INKS[(self.type, colour)]) * f, .05, .8)
        self.width = {"gel": rng.uniform(.36, .52), "ballpoint": rng.uniform(.3, .46), "marker": rng.uniform(1.0, 1.9),
                      "pencil-2B": rng.uniform(.5, .8), "pencil-HB": rng.uniform(.35, .55)}[self.type]
        self.force = float(np.clip(rng.normal(1, .15), .65, 1.3))
        self.skip = rng.uniform(0, .5) if self.type == "ballpoint" else 0
        self.name = self.type + " " + colour

    def profile(self, stroke):
        """Width (mm) and pressure 0..1 along the stroke, resampled to steps of 0.06 mm."""
        rng = self.rng
        xy, v = stroke.xy, stroke.speed
        step = np.r_[0, np.hypot(*np.diff(xy, axis=0).T)]
        arc = np.cumsum(step)
        n = max(2, int(arc[-1] / .06) + 1)
        s = np.linspace(0, arc[-1], n)
        xy = np.stack([np.interp(s, arc, xy[:, i]) for i in (0, 1)], 1)
        v = np.interp(s, arc, v)
        p = self.force * stroke.pressure * (1.05 - .38 * np.clip(v / 220, 0, 1))
        wob = np.interp(s, np.arange(0, s[-1] + 3, 1.3), rng.normal(0, .07, len(np.arange(0, s[-1] + 3, 1.3))))
        p = p * (1 + wob)
        if not getattr(stroke, "rest", False) and s[-1] > 1.5:
            p = p * np.clip(.55 + s / rng.uniform(.1, .5), 0, 1)
            tail = rng.uniform(.25, .55) * s[-1] if getattr(stroke, "flick", False) else rng.uniform(.1, .5)
            low = rng.uniform(.3, .6) if getattr(stroke, "flick", False) else .6
            p = p * np.clip(low + (1 - low) * (s[-1] - s) / tail, 0, 1)
        soft = {"gel": .35, "ballpoint": .35, "marker": .25}.get(self.type, .45)
        w = self.width * (1 - soft + soft * np.clip(p, 0, 1.25)) * (1 if self.type != "gel" else np.clip(1.12 - .16 * v / 200, .85, 1.12))
        if self.type == "ballpoint" and self.skip and s[-1] > 1.5:
            knots = np.arange(0, s[-1] + 1, .35)
            q = np.interp(s, knots, rng.random(len(knots)))
            risk = self.skip * (.12 + .5 * np.clip(v / 250, 0, 1))
            p = np.where(q < risk, p * rng.uniform(.25, .5), p)
            if rng.random() < self.skip:
                p = np.where(s < rng.uniform(.1, .6), p * .4, p)
        return xy, w, p

    def patch(self, strokes):
        """(x0, y0, coverage 0..1 at DPI) for the strokes in page mm."""
        pts = np.concatenate([s.xy for s in strokes])
        pad = self.width + 1
        x0, y0 = np.floor((pts.min(0) - pad) * PX).astype(int)
        x1, y1 = np.ceil((pts.max(0) + pad) * PX).astype(int)
        k = PX * SS
        total = np.zeros(((y1 - y0) * SS, (x1 - x0) * SS), np.float32)
        origin = np.array([x0, y0]) / PX
        for st in strokes:
            buf = np.zeros(total.shape, np.uint8)
            xy, w, p = self.profile(st)
            q = np.round((xy - origin) * k * 16).astype(int)
            d = np.clip(p * 170, 1, 255).astype(int)
            t = np.maximum(1, np.round(w * k).astype(int))
            for i in range(len(q) - 1):
                cv2.line(buf, q[i].tolist(), q[i + 1].tolist(), int(d[i]), int(t[i]), cv2.LINE_8, 4)
            if self.type == "ballpoint":
                self.blobs(buf, q, t)
            if self.type == "gel" and not getattr(st, "rest", False) and self.rng.random() < .3:
                cv2.circle(buf, q[0].tolist(), int(t[0] * 9), 200, -1, cv2.LINE_8, 4)
            total = 1 - (1 - total) * (1 - self.texture(buf, x0, y0))
        return x0, y0, cv2.resize(total, None, fx=1 / SS, fy=1 / SS, interpolation=cv2.INTER_AREA)

    def blobs(self, buf, q, t):
        for i in self.rng.integers(0, len(q), self.rng.poisson(.012 * len(q) * .3)):
            cv2.circle(buf, (q[i] + self.rng.normal(0, 30, 2)).astype(int).tolist(), int(t[i] * 16 * self.rng.uniform(.45, .75)), 230, -1,
                       cv2.LINE_8, 4)

    def texture(self, buf, x0, y0):
        h, w = buf.shape
        oy, ox = self.rng.integers(0, 2048, 2)
        g = np.take(np.take(GRAIN, (np.arange(h) + oy) % 2048, 0), (np.arange(w) + ox) % 2048, 1)
        a = cv2.GaussianBlur(buf.astype(np.float32) / 170, (0, 0), .9)
        if self.type == "gel":
            c = np.clip(a * 1.5 - .3 * g, 0, 1)
        elif self.type == "ballpoint":
            c = np.clip(a * 1.55 - .75 * g, 0, 1)
        elif self.type == "marker":
            c = np.clip(cv2.GaussianBlur(a, (0, 0), 1.6) * 1.5 - .2 * g, 0, 1)
        else:
            hard = 1.05 if self.type == "pencil-HB" else .8
            c = np.clip((a * 1.35 - hard * g) * 1.5, 0, 1) * .92
        return c
