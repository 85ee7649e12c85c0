"""A hand: sigma-lognormal strokes, one style per writer, marks in millimetres (y down)."""
import numpy as np

DEG = np.pi / 180


# ---------- movement ----------
def lognormal(subs, gap, dt=0.001, sigma=0.28):
    """subs: (length, start angle, end angle); gap per junction: small = rounded, 1 = sharp. Returns xy, t."""
    t0, starts, taus = 0.0, [], []
    for i, (length, _, _) in enumerate(subs):
        tau = 0.045 * (0.4 + abs(length)) ** 0.45
        starts.append(t0)
        taus.append(tau)
        t0 += tau * (gap[i] if np.ndim(gap) else gap)
    end = max(s + t * np.exp(3 * sigma) for s, t in zip(starts, taus))
    t = np.arange(0, end, dt)
    v = np.zeros((len(t), 2))
    for (length, a, b), s, tau in zip(subs, starts, taus):
        u = np.maximum(t - s, 1e-6)
        z = (np.log(u) - np.log(tau)) / sigma
        speed = length * np.exp(-z * z / 2) / (u * sigma * np.sqrt(2 * np.pi))
        speed[t <= s] = 0
        share = 1 / (1 + np.exp(-1.702 * z))
        ang = a + (b - a) * share
        v += np.stack([speed * np.cos(ang), speed * np.sin(ang)], 1)
    return np.cumsum(v, 0) * dt, t


def through(points, speed, rounding, dt=0.001):
    """Minimum-jerk moves through the points; rounding in seconds smooths the corners."""
    points = np.asarray(points, float)
    out = []
    for p, q in zip(points[:-1], points[1:]):
        n = max(6, int(np.hypot(*(q - p)) / speed / dt))
        s = np.linspace(0, 1, n, endpoint=False)[:, None]
        out.append(p + (q - p) * (10 * s**3 - 15 * s**4 + 6 * s**5))
    xy = np.concatenate(out + [points[-1:]])
    return smooth(xy, rounding / dt), np.arange(len(xy)) * dt


def smooth(xy, sd):
    if sd < 0.5:
        return xy
    r = int(3 * sd) + 1
    k = np.exp(-0.5 * (np.arange(-r, r + 1) / sd) ** 2)
    k /= k.sum()
    pad = np.pad(xy, ((r, r), (0, 0)), mode="edge")
    return np.stack([np.convolve(pad[:, i], k, "valid") for i in (0, 1)], 1)


def tremor(rng, n, amp):
    """Band-limited wobble, some 6 to 12 Hz at 1 ms steps, plus slow drift."""
    e = smooth(rng.normal(size=(n + 200, 2)), 14)[100:100 + n]
    s = smooth(rng.normal(size=(n + 400, 2)), 60)[200:200 + n]
    return amp * (e / (e.std() + 1e-9) * 0.7 + s / (s.std() + 1e-9))


class Stroke:
    """One pen-down: positions (mm), speed (mm/s)."""

    def __init__(self, xy, speed=None, pressure=1.0):
        self.xy = np.asarray(xy, float)
        self.speed = speed if speed is not None else np.r_[0, np.hypot(*np.diff(self.xy, axis=0).T)] / 0.001
        self.pressure = pressure

    def moved(self, d):
        return Stroke(self.xy + d, self.speed, self.pressure)


def rot(xy, a):
    c, s = np.cos(a), np.sin(a)
    return xy @ np.array([[c, s], [-s, c]])


def fit(strokes, size):
    pts = np.concatenate([s.xy for s in strokes])
    ext = (pts.max(0) - pts.min(0)).max()
    k = size / max(ext, 1e-6)
    for s in strokes:
        s.xy = s.xy * k
        s.speed = s.speed * k
    return strokes


# ---------- a writer ----------
TICKS = ["normal", "normal", "normal", "steep", "flat", "mirrored", "rounded", "curl", "hook", "two-stroke"]


class Writer:
    def __init__(self, rng, pen):
        self.rng, self.pen = rng, pen
        r = rng
        self.tick = TICKS[r.integers(len(TICKS))]
        self.size = float(np.clip(np.exp(r.normal(np.log(6.8), 0.5)), 2.0, 15.5))
        self.tidy = float(r.choice([0.35, 0.6, 1.0, 1.5], p=[.25, .35, .25, .15]))      # mm, spread of aim
        self.bias = r.normal(0, [0.8, 0.5])
        self.vary = 0.06 + 0.16 * r.random()
        self.slant = r.normal(0, 6) * DEG
        self.amp = float(r.choice([0.02, 0.045, 0.11], p=[.5, .35, .15]))
        self.a1 = r.normal(57, 9)
        self.a2 = r.normal(51, 7)
        self.rd = float(np.clip(r.normal(0.42, 0.1), 0.22, 0.7))
        self.bow1, self.bow2 = r.normal(0, 14), r.normal(-6, 16)
        self.gap = float(np.clip(r.normal(0.95, 0.15), 0.65, 1.3))
        self.hook = r.random() < 0.35
        self.flick = r.random() < 0.4
        self.aim = float(r.choice([0.0, 0.5, 1.0], p=[.45, .3, .25]))   # 0: vertex in the box, 1: middle of the tick in the box
        self.circle_around = r.random() < 0.6
        self.circle_ratio = float(np.clip(r.normal(1.15, 0.18), 0.8, 1.6))
        self.stroke_angle = float(r.uniform(0, 180)) if r.random() < 0.6 else float(r.normal(125, 10))
        self.fill_style = str(r.choice(["zigzag", "hatch", "spiral", "dense"]))
        main = ["tick", "fill", "circle", "stroke", "dot", "mixed"]
        self.main = str(r.choice(main, p=[.58, .1, .12, .07, .05, .08]))

    def kind(self):
        if self.main == "mixed" or self.rng.random() < 0.04:
            return str(self.rng.choice(["tick", "fill", "circle", "stroke", "dot"], p=[.4, .15, .2, .15, .1]))
        return self.main

    def shake(self, xy):
        return xy + tremor(self.rng, len(xy), self.amp)

    # every mark: list of strokes around (0,0), anchor (mm, same frame), sub-kind, size
    def make_tick(self, size=None):
        r = self.rng
        style = self.tick if r.random() < 0.9 else "normal"
        size = size or float(np.clip(self.size * np.exp(r.normal(0, self.vary)), 2.0, 16.0))
        if self.pen.width > 0.9:
            size = max(size, 4.0)
        a1, a2, rd, gap = self.a1 + r.normal(0, 5), self.a2 + r.normal(0, 5), self.rd * np.exp(r.normal(0, .15)), self.gap
        b1, b2 = self.bow1 + r.normal(0, 8), self.bow2 + r.normal(0, 8)
        if style == "steep":
            a1, a2 = r.normal(74, 4), r.normal(70, 4)
        if style == "flat":
            a1, a2 = r.normal(36, 5), r.normal(24, 4)
        if style == "rounded":
            gap = r.uniform(0.42, 0.6)
        up = 5.0
        subs = [(up * rd, (a1 - b1 / 2) * DEG, (a1 + b1 / 2) * DEG), (up, (-a2 - b2 / 2) * DEG, (-a2 + b2 / 2) * DEG)]
        gaps = [gap, gap]
        if self.hook or style == "hook":
            k = up * (r.uniform(.12, .2) if style == "hook" else r.uniform(.04, .1))
            subs.insert(0, (k, -r.uniform(10, 60) * DEG, r.uniform(0, 30) * DEG))
            gaps.insert(0, 0.8)
        if style == "curl":
            k = r.uniform(.14, .26)
            turn = r.choice([-1, 1]) * r.uniform(90, 190)
            subs.append((up * k, -a2 * DEG, (-a2 + turn) * DEG))
            gaps.append(0.7)
        if style == "two-stroke":
            d, _ = lognormal(subs[:-1], gaps[:-1])
            u, _ = lognormal(subs[-1:], [1])
            join = r.normal(0, 0.25, 2) * [1, 1]
            strokes = [Stroke(d), Stroke(u + d[-1] + join * up / size)]
        else:
            xy, _ = lognormal(subs, gaps)
            strokes = [Stroke(xy)]
        for s in strokes:
            s.xy = rot(s.xy, self.slant + r.normal(0, 3) * DEG)
            if style == "mirrored":
                s.xy = s.xy * [-1, 1]
        strokes = fit(strokes, size)
        for s in strokes:
            s.xy = self.shake(s.xy)
            s.flick = self.flick
        pts = np.concatenate([s.xy for s in strokes])
        vertex = pts[pts[:, 1].argmax()]
        mid = (pts.max(0) + pts.min(0)) / 2
        ref = vertex * (1 - self.aim) + mid * self.aim
        return strokes, vertex, ref, "tick-" + style, size

    def make_circle(self):
        r = self.rng
        d = r.normal(7.8, .8) if self.circle_around else r.normal(4.2, .5)
        d = float(np.clip(d, 3.0, 9.2))
        turn = 360 + r.choice([r.uniform(-25, 0), r.uniform(0, 50)])
        sense = -1 if r.random() < 0.75 else 1
        start = r.normal(-70, 30)
        parts, subs, a = int(r.integers(3, 5)), [], start - 90 * 0
        tang = start + 90 * sense
        for _ in range(parts):
            step = turn / parts
            subs.append((step * DEG * 2.5 * np.exp(r.normal(0, .1)), tang * DEG, (tang + sense * step) * DEG))
            tang += sense * step
        xy, _ = lognormal(subs, 0.42)
        xy = rot(xy, r.normal(0, 15) * DEG)
        m = (xy.max(0) + xy.min(0)) / 2
        ratio = self.circle_ratio * np.exp(r.normal(0, .06))
        ext = xy.max(0) - xy.min(0)
        w, h = (d * np.sqrt(ratio), d / np.sqrt(ratio))
        xy = (xy - m) / ext * [min(w, 11), min(h, 9)]
        dist = np.hypot(*(xy[-1] - xy[0]))
        want = r.uniform(0, 1.6)
        if turn < 360 and dist > want:
            s = np.linspace(0, 1, len(xy))[:, None]
            xy = xy + s * (xy[0] - xy[-1]) * (1 - want / dist)
        xy = self.shake(xy)
        c = (xy.max(0) + xy.min(0)) / 2
        sub = "circle-around" if self.circle_around else "circle-in"
        return [Stroke(xy)], c, c, sub, d

    def make_fill(self):
        r, w = self.rng, self.pen.width
        half = 2.5 + r.normal(0, .12)
        over = r.uniform(0, .5) if r.random() < .3 else r.uniform(-.45, .1)
        e = half + over - w / 2
        style = self.fill_style
        if style == "spiral":
            pitch = w * r.uniform(.75, 1.3)
            n = e / pitch
            th = np.linspace(0, 2 * np.pi * n, int(60 * n) + 20)
            rad = e * (th / th[-1]) ** .9
            xy = np.stack([rad * np.cos(th) * r.uniform(.95, 1.08), rad * np.sin(th)], 1)
            xy = rot(xy[::r.choice([-1, 1])], r.uniform(0, 6.28))
            strokes = [Stroke(self.shake(xy), np.full(len(xy), 40.0))]
        elif style == "hatch":
            pitch = max(w * 1.05, r.uniform(.5, .85)) if w < .9 else w * .85
            ang = r.choice([45, -45, 0, 90]) + r.normal(0, 6)
            strokes = []
            for o in np.arange(-e * .92, e * .95, pitch):
                seg = np.array([[-e * 1.5, o], [e * 1.5, o]]) + r.normal(0, .12, (2, 2))
                seg = clip_box(rot(seg, ang * DEG), e + .1)
                if seg is not None and np.hypot(*(seg[1] - seg[0])) > .8:
                    xy, _ = through(seg + r.normal(0, .12, (2, 2)), 60, 0)
                    strokes.append(Stroke(self.shake(xy)))
        else:
            pitch = w * (r.uniform(.7, .95) if style == "dense" else min(r.uniform(1.0, 1.7), .42 / w + .6))
            pts, s = [], 1
            for o in np.arange(-e, e, pitch / 1.0):
                pts.append([s * e + r.normal(0, .18), o + r.normal(0, .1)])
                s = -s
            xy, _ = through(pts, 90, .006)
            xy = rot(xy, r.choice([0, 90, 180]) * DEG + r.normal(0, .08))
            strokes = [Stroke(self.shake(xy))]
        c = np.zeros(2)
        return strokes, c, c, "fill-" + style, 2 * half

    def make_stroke(self):
        r = self.rng
        size = float(np.clip(self.size * np.exp(r.normal(0, self.vary)), 2.5, 8.0))
        a = self.stroke_angle + r.normal(0, 6)
        if abs(np.sin(a * DEG)) * size > 7.6:
            size = 7.6 / abs(np.sin(a * DEG))
        bow = r.normal(0, 12)
        xy, _ = lognormal([(size, (a - bow / 2) * DEG, (a + bow / 2) * DEG)], [1])
        s = fit([Stroke(xy)], size)
        s[0].xy = self.shake(s[0].xy)
        s[0].flick = self.flick
        c = (s[0].xy.max(0) + s[0].xy.min(0)) / 2
        return s, c, c, "stroke", size

    def make_dot(self):
        r = self.rng
        d = float(r.uniform(1.5, 2.8)) if self.pen.width < 1 else float(r.uniform(2.0, 3.2))
        w = self.pen.width
        e = max(d / 2 - w / 2, .05)
        pts = [[0, 0]]
        n = max(8, int(3.2 * (e / w + .3) ** 2 * 7))
        for i in range(n):
            a, rad = i * 2.1 + r.normal(0, .4), e * np.sqrt((i + .5) / n)
            pts.append([rad * np.cos(a), rad * np.sin(a)])
        pts += [[e * np.cos(a), e * np.sin(a)] for a in np.arange(0, 6.6, .9)]
        xy, _ = through(pts, 60, .004)
        c = np.zeros(2)
        return [Stroke(xy, np.full(len(xy), 15.0))], c, c, "dot", d

    def make_cross(self):
        r = self.rng
        size = float(r.uniform(3, 7))
        out, ratio = [], r.uniform(.75, 1.3)
        for k, a in enumerate([r.normal(48, 6), r.normal(132, 6)]):
            bow = r.normal(0, 10)
            length = size * (ratio if k else 1)
            xy, _ = lognormal([(length, (a - bow / 2) * DEG, (a + bow / 2) * DEG)], [1])
            xy = xy - (xy[0] + xy[-1]) / 2 + r.normal(0, .06 * size, 2)
            out.append(xy)
        s = fit([Stroke(x) for x in out], size)
        for q in s:
            q.xy = self.shake(q.xy)
        c = np.zeros(2)
        return s, c, c, "cross", size

    def make_scribble(self, w, h):
        """Wild cancelling scribble of w x h mm."""
        r = self.rng
        pts, s = [], 1
        for o in np.linspace(-w / 2, w / 2, int(max(9, w / max(.4, self.pen.width * .7)))):
            pts.append([o + r.normal(0, .35), s * h / 2 * r.uniform(.55, 1.15) + np.sin(o) * .4])
            s = -s
        pts2 = [[x * r.uniform(.8, 1.1), y * r.uniform(.6, 1)] for x, y in pts[::-2]]
        xy, _ = through(pts + pts2, 150, .012)
        xy = rot(xy, r.normal(0, 20) * DEG)
        return [Stroke(self.shake(xy))]

    def make_rest(self):
        r = self.rng
        n = int(r.integers(1, 60))
        length = r.uniform(0, .22) * (1 if self.pen.width < .6 else .3)
        a = r.uniform(0, 6.28)
        s = np.linspace(0, 1, n + 1)[:, None]
        st = Stroke(s * length * [np.cos(a), np.sin(a)], np.full(n + 1, 5.0), r.uniform(.5, 1))
        st.rest = True
        return [st]

    def make(self, kind):
        return getattr(self, "make_" + kind)()


def clip_box(seg, e):
    p, d = seg[0], seg[1] - seg[0]
    lo, hi = 0.0, 1.0
    for i in (0, 1):
        if abs(d[i]) < 1e-9:
            if abs(p[i]) > e:
                return None
            continue
        a, b = sorted([(-e - p[i]) / d[i], (e - p[i]) / d[i]])
        lo, hi = max(lo, a), min(hi, b)
    return None if lo >= hi else np.array([p + lo * d, p + hi * d])


# ---------- notes outside the answer cells ----------
def note(writer, rng, chars, height):
    """Something like handwritten characters from (0,0) to the right."""
    out, x = [], 0.0
    for _ in range(chars):
        for _ in range(int(rng.integers(3, 8))):
            p = np.array([x + rng.uniform(0, .8) * height, rng.uniform(0, .8) * height])
            a = rng.choice([0, 90, 55, 125, -20]) + rng.normal(0, 10)
            length = rng.uniform(.2, .75) * height
            xy, _ = lognormal([(length, a * DEG, (a + rng.normal(0, 25)) * DEG)], [1])
            out.append(Stroke(writer.shake(xy) + p))
        x += height * rng.uniform(1, 1.15)
    return out


def signature(writer, rng, length, height):
    n, subs, a = int(length / 2.2), [], 0.0
    for i in range(n):
        a = rng.normal(-60 if i % 2 else 70, 30)
        subs.append((height * rng.uniform(.4, 1), a * DEG, (a + rng.normal(60, 60)) * DEG))
    xy, _ = lognormal(subs, .5)
    xy = xy - xy.min(0)
    xy = xy / (xy.max(0) + 1e-6) * [length, height]
    return [Stroke(writer.shake(xy))]


def underline(writer, rng, length):
    a = rng.normal(0, 1.2)
    xy, _ = lognormal([(length * .55, a * DEG, (a + 1) * DEG), (length * .55, (a + 1) * DEG, (a - 1) * DEG)], .6)
    return [Stroke(writer.shake(xy * [length / xy[-1, 0], 1]))]
