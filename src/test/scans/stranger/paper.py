"""Printers, paper and scanners. A page comes in as reflectance planes (uint8, DPI of pens.py) and goes out as an image with its mm->px matrix."""
import numpy as np
import cv2
from pens import PX, DPI

A4 = (210.0, 297.0)
_noise = None


def noise(rng, h, w):
    global _noise
    if _noise is None:
        _noise = np.random.default_rng(3).normal(size=(5200, 5200)).astype(np.float32)
    y, x = rng.integers(0, max(1, 5200 - h)), rng.integers(0, max(1, 5200 - w))
    if h > 5200 or w > 5200:
        return np.resize(_noise, (h, w))
    n = _noise[y:y + h, x:x + w]
    return n[::rng.choice([-1, 1]), ::rng.choice([-1, 1])]


def field(rng, h, w, cells, amp, lo=None):
    """Smooth field around 1."""
    small = rng.normal(0, amp, (cells, cells)).astype(np.float32)
    return 1 + cv2.resize(small, (w, h), interpolation=cv2.INTER_CUBIC)


def toner(raster, rng, cls):
    """Printed raster (0..255) to reflectance of the print."""
    black = {"clean": rng.uniform(.06, .14), "office": rng.uniform(.06, .28), "fax": rng.uniform(.06, .25),
             "photo": rng.uniform(.07, .2), "harsh": rng.uniform(.15, .5)}[cls]
    gain = rng.uniform(-.12, .12)
    if cls in ("office", "harsh", "fax", "photo"):
        raster = cv2.GaussianBlur(raster, (0, 0), rng.uniform(.6, 1.1))
    x = np.arange(256) / 255
    y = np.clip((x - .5 + gain) * rng.uniform(1.0, 1.6) + .5, 0, 1)
    y[-3:] = 1
    white = rng.uniform(.93, .97)
    lut = ((black + (1 - black) * y) * white * 255).astype(np.uint8)
    out = cv2.LUT(raster, lut)
    if cls in ("office", "harsh"):
        banding(out, rng, white)
    if cls != "clean":
        for _ in range(rng.poisson(25 if cls == "harsh" else 8)):
            x, y = rng.integers(0, out.shape[1]), rng.integers(0, out.shape[0])
            cv2.circle(out, (int(x), int(y)), int(rng.integers(1, 3)), int(255 * rng.uniform(.3, .8)), -1, cv2.LINE_AA)
    return out, white


def banding(out, rng, white):
    """Uneven toner over the sheet: only dark parts get lighter, in vertical or horizontal bands."""
    if rng.random() > .5:
        return
    n = out.shape[1]
    prof = np.clip(1 - np.abs(np.interp(np.arange(n), np.linspace(0, n, 9), rng.normal(0, .09, 9))), .6, 1).astype(np.float32)
    dark = (255 * white - out.astype(np.float32)).clip(0)
    out[:] = (255 * white - dark * prof[None, :]).clip(0, 255).astype(np.uint8)


# ---------- geometry ----------
def shift(x, y):
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])


def scale(x, y):
    return np.diag([x, y, 1.0])


def turn(deg):
    a = np.deg2rad(deg)
    return np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1.0]])


def apply(m, pts):
    q = np.c_[pts, np.ones(len(pts))] @ m.T
    return q[:, :2] / q[:, 2:]


CORNERS = np.array([[0, 0], [A4[0], 0], [A4[0], A4[1]], [0, A4[1]]])
CENTRE = np.array(A4) / 2


def scanner_geometry(rng, skew, print_scale, dpi, frame, jitter=1.5):
    """(paper mm -> px, print mm -> px, size)."""
    kx, ky = (dpi, dpi) if np.isscalar(dpi) else dpi
    around = shift(*CENTRE) @ turn(skew) @ shift(*-CENTRE)
    sheet = shift(*rng.normal(0, jitter, 2)) @ around
    if frame == "auto":
        q = apply(sheet, CORNERS)
        lo, hi = q.min(0) - 2, q.max(0) + 2
        sheet = shift(*-lo) @ sheet
        w, h = hi - lo
    elif frame == "large":
        w, h = 216.0, 304.0
        sheet = shift(3, 3.5) @ sheet
    else:
        w, h = A4
    dev = scale(kx / 25.4, ky / 25.4) @ sheet
    printed = dev @ shift(*rng.normal(0, .6, 2)) @ shift(*CENTRE) @ scale(*print_scale) @ shift(*-CENTRE)
    return dev, printed, (int(round(w * kx / 25.4)), int(round(h * ky / 25.4)))


def lay(planes, printed, sheet, size, white, bed, blur, rng, torn=None):
    """Warps the page planes onto the scanner's frame; outside the sheet lies the bed."""
    m = printed @ scale(1 / PX, 1 / PX)
    mask = np.zeros(size[::-1], np.uint8)
    poly = CORNERS if torn is None else torn
    cv2.fillPoly(mask, [np.round(apply(sheet, poly) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    out = []
    for i, p in enumerate(planes):
        if blur[0] > .3 or blur[1] > .3:
            p = cv2.GaussianBlur(p, (0, 0), sigmaX=max(blur[0], .2), sigmaY=max(blur[1], .2))
        q = cv2.warpPerspective(p, m, size, flags=cv2.INTER_LINEAR, borderValue=int(white * 255))
        b = bed[i] if np.ndim(bed) == 1 or isinstance(bed, list) else bed
        if isinstance(b, np.ndarray):
            q = np.where(mask > 127, q, b)
        else:
            q[mask < 128] = b
        out.append(q)
    return out, mask


def prefilter(dpi):
    return tuple(max(0.0, .42 * DPI / d - .25) for d in ((dpi, dpi) if np.isscalar(dpi) else dpi))


def specks(img, rng, n, dpi):
    """Dust and lint on the glass; answers the specks longer than 0.7 mm, in px."""
    large = []
    for _ in range(n):
        x, y = int(rng.integers(0, img.shape[1])), int(rng.integers(0, img.shape[0]))
        r = max(1, int(rng.exponential(.09) * dpi / 25.4))
        v = int(rng.choice([rng.uniform(40, 160), 250], p=[.75, .25]))
        if rng.random() < .25:
            a = rng.uniform(0, 6.28)
            mm = rng.uniform(.3, 1.6)
            d = mm * dpi / 25.4
            if mm > .7 and v < 200:
                large.append((x + d / 2 * np.cos(a), y + d / 2 * np.sin(a)))
            cv2.line(img, (x, y), (int(x + d * np.cos(a)), int(y + d * np.sin(a))), v, 1, cv2.LINE_AA)
        else:
            cv2.circle(img, (x, y), min(r, 4), v, -1, cv2.LINE_AA)
            if min(r, 4) * 2 * 25.4 / dpi > .7 and v < 200:
                large.append((x, y))
    return large


def clean(page, white, rng):
    dpi = int(rng.choice([300, 300, 200]))
    s = 1 + rng.normal(0, .0015, 2)
    sheet, printed, size = scanner_geometry(rng, rng.uniform(-1, 1), s, dpi, "a4", .8)
    imgs, _ = lay(page, printed, sheet, size, white, 244, [b + rng.uniform(0, .4) for b in prefilter(dpi)], rng)
    f = imgs[0].astype(np.float32)
    f = f * (rng.uniform(246, 254) / (white * 255)) + noise(rng, *f.shape) * rng.uniform(1, 2.5)
    return out(f, rng, dpi, dict(quality=int(rng.integers(85, 96)), png=rng.random() < .12), printed)


def office(page, white, rng):
    dpi = int(rng.choice([200, 300]))
    k = rng.uniform(.97, 1.03) if rng.random() < .6 else 1
    s = k * (1 + rng.normal(0, .002, 2))
    skew = float(np.clip(rng.normal(0, 1.5), -4, 4)) if rng.random() < .8 else rng.uniform(-4, 4)
    frame = "auto" if abs(skew) > 2 or rng.random() < .3 else str(rng.choice(["a4", "large"]))
    sheet, printed, size = scanner_geometry(rng, skew, s, dpi, frame)
    bed = int(rng.choice([250, 235, 60, 20], p=[.5, .2, .15, .15]))
    imgs, mask = lay(page, printed, sheet, size, white, bed, [b + rng.uniform(.1, 1.3) for b in prefilter(dpi)], rng)
    f = imgs[0].astype(np.float32)
    f *= field(rng, f.shape[0], f.shape[1], 4, .02) * rng.uniform(.92, 1.06)
    f += noise(rng, *f.shape) * rng.uniform(2, 5.5)
    if rng.random() < .3:
        base = rng.uniform(0, 40)
        f = base + f * (1 - base / 255)
    f = f.clip(0, 255).astype(np.uint8)
    dust = specks(f, rng, rng.poisson(14), dpi)
    if rng.random() < .08:
        x, w = int(rng.integers(5, size[0] - 5)), int(rng.integers(1, 3))
        f[:, x:x + w] = (f[:, x:x + w].astype(float) * .4 + rng.uniform(60, 170) * .6).astype(np.uint8)
    return out(f.astype(np.float32), rng, dpi, dict(quality=int(rng.integers(70, 91)), dust=dust), printed)


def fax(page, white, rng):
    dpi = [(204, 196), (204, 98)][int(rng.integers(2))]
    skew = float(np.clip(rng.normal(0, .9), -2.5, 2.5))
    s = (1 + rng.normal(0, .004), 1 + rng.normal(0, .006))
    sheet, printed, _ = scanner_geometry(rng, skew, s, dpi, "a4")
    size = (1728, int(round(297 * dpi[1] / 25.4)))
    imgs, _ = lay(page, printed, sheet, size, white, 255, [b + .2 for b in prefilter(dpi)], rng)
    f = imgs[0].astype(np.float32) / 255 / white
    f *= field(rng, f.shape[0], f.shape[1], 3, .02)
    f += noise(rng, *f.shape) * rng.uniform(.01, .035)
    t = rng.uniform(.6, .8) * field(rng, f.shape[0], f.shape[1], 4, .02)
    b = np.where(f > t, 255, 0).astype(np.uint8)
    return finish(b, rng, dpi, dict(fax=str(rng.choice(["group3", "group4"]))), printed, [0, 0, 0, 2])


def photo(page, white, rng):
    h, w = [(4000, 3000), (3264, 2448), (3648, 2736)][int(rng.integers(3))]
    f = 1.05 * h
    tx, ty = np.deg2rad(rng.uniform(-1, 1, 2) * [13, 10])
    dist = f * 297 / (h * rng.uniform(.84, .93))
    rx = np.array([[1, 0, 0], [0, np.cos(tx), -np.sin(tx)], [0, np.sin(tx), np.cos(tx)]])
    ry = np.array([[np.cos(ty), 0, np.sin(ty)], [0, 1, 0], [-np.sin(ty), 0, np.cos(ty)]])
    r = rx @ ry
    rz = turn(rng.normal(0, 3))
    k = np.array([[f, 0, w / 2], [0, f, h / 2], [0, 0, 1.0]])
    ext = np.c_[r[:, :2], [0, 0, dist]]
    sheet = k @ ext @ rz @ shift(*-CENTRE)
    for _ in range(20):
        q = apply(sheet, CORNERS)
        if q.min() > 15 and (q[:, 0] < w - 15).all() and (q[:, 1] < h - 15).all():
            break
        dist *= 1.03
        mid = (q.max(0) + q.min(0)) / 2
        k = shift(w / 2 - mid[0], h / 2 - mid[1]) @ k
        sheet = k @ np.c_[r[:, :2], [0, 0, dist]] @ rz @ shift(*-CENTRE)
    s = 1 + rng.normal(0, .003, 2)
    printed = sheet @ shift(*CENTRE) @ scale(*s) @ shift(*-CENTRE)
    base = rng.uniform(.1, .36) * np.array([rng.uniform(.6, 1), rng.uniform(.8, 1), 1.1])
    wood = field(rng, h, w, 12, .12) * np.repeat(field(rng, h, 1, 90, .1), w, 1)
    bed = [np.clip(wood * b * 255, 0, 255).astype(np.uint8) for b in base]
    px = np.hypot(*(apply(sheet, CORNERS)[2] - apply(sheet, CORNERS)[1])) / 297
    blur = max(.2, .42 * PX / px - .2) + rng.uniform(.3, 1.5)
    imgs, _ = lay(page, printed, sheet, (w, h), white, bed, (blur, blur), rng)
    light = field(rng, h, w, 3, .07) * np.linspace(*(1 + rng.uniform(-.18, .18, 2)), w, dtype=np.float32)[None, :]
    light *= np.linspace(*(1 + rng.uniform(-.18, .18, 2)), h, dtype=np.float32)[:, None] * rng.uniform(.68, .95)
    if rng.random() < .6:
        light *= shadow(rng, h, w)
    cast = 1 + rng.normal(0, .035, 3)
    n = noise(rng, h, w) * rng.uniform(1.5, 4.5)
    planes = [np.clip(p * (light * c) + n, 0, 255).astype(np.uint8) for p, c in zip(imgs, cast)]
    img = cv2.merge(planes)
    return finish(img, rng, 72, dict(quality=int(rng.integers(76, 86)), exif=rng.random() < .3), printed, [0, 0, 0, 1, 3])


def shadow(rng, h, w):
    """A soft shadow of a hand or a telephone coming in from one side."""
    m = np.zeros((h // 16, w // 16), np.float32)
    hh, ww = m.shape
    a, b = sorted(rng.uniform(0, 1, 2))
    d = rng.uniform(.2, .8)
    pts = np.array([[0, a], [0, min(1, b + .2)], [d, min(1, b + .1)], [d * 1.1, (a + b) / 2]])
    if rng.random() < .5:
        pts[:, 0] = 1 - pts[:, 0]
    if rng.random() < .5:
        pts = pts[:, ::-1]
    cv2.fillPoly(m, [np.round(pts * [ww, hh]).astype(np.int32)], 1.0)
    m = cv2.GaussianBlur(m, (0, 0), rng.uniform(1.5, 8))
    return cv2.resize(1 - m * rng.uniform(.2, .45), (w, h), interpolation=cv2.INTER_LINEAR)


def harsh(page, white, rng):
    """A copy, copied again, folded, scanned coarsely."""
    dpi = int(rng.choice([150, 200]))
    k = rng.uniform(.94, 1.02)
    first = 240
    _, p1, size1 = scanner_geometry(rng, rng.normal(0, .8), (k, k), first, "a4", 1.0)
    sheet1 = scale(first / 25.4, first / 25.4)
    imgs, _ = lay(page, p1, sheet1, size1, white, 245, [b + rng.uniform(.2, 1.0) for b in prefilter(first)], rng)
    copy = imgs[0].astype(np.float32) / 255 / white
    c, g = rng.uniform(.6, .75), rng.uniform(1.15, 1.8)
    lift = rng.uniform(.02, .3)
    copy = lift + (1 - lift) * np.clip((copy - c) * g + c, 0, 1) + noise(rng, *copy.shape) * .03
    copy = cv2.GaussianBlur(copy, (0, 0), rng.uniform(.4, .8)).clip(0, 1)
    folds(copy, rng)
    np.clip(copy, 0, 1, out=copy)
    skew = float(np.clip(rng.normal(0, 4), -10, 10))
    s2, _, size = scanner_geometry(rng, skew, (1, 1), dpi, "auto")
    torn = CORNERS
    if rng.random() < .3:
        i, d = int(rng.integers(4)), rng.uniform(6, 24, 2)
        c0, prev, nxt = CORNERS[i], CORNERS[i - 1], CORNERS[(i + 1) % 4]
        a = c0 + (prev - c0) / np.hypot(*(prev - c0)) * d[0]
        b = c0 + (nxt - c0) / np.hypot(*(nxt - c0)) * d[1]
        mid = (a + b) / 2 + rng.normal(0, 1.5, 2)
        torn = np.concatenate([CORNERS[:i], [a, mid, b], CORNERS[i + 1:]])
    m = s2 @ np.linalg.inv(sheet1)
    src = (copy * 255).astype(np.uint8)
    b2 = max(.2, .42 * first / dpi - .2) + rng.uniform(0, .6)
    src = cv2.GaussianBlur(src, (0, 0), b2)
    q = cv2.warpPerspective(src, m, size, flags=cv2.INTER_LINEAR, borderValue=250)
    mask = np.zeros(size[::-1], np.uint8)
    cv2.fillPoly(mask, [np.round(apply(s2, torn) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    q[mask < 128] = int(rng.choice([250, 225, 40]))
    f = q.astype(np.float32) * field(rng, size[1], size[0], 4, .04) * rng.uniform(.82, 1)
    if rng.random() < .4:
        f *= 1 - (1 - shadow(rng, size[1], size[0])) * .6
    f += noise(rng, *f.shape) * rng.uniform(3, 8)
    f = f.clip(0, 255).astype(np.uint8)
    dust = specks(f, rng, rng.poisson(30), dpi)
    printed = m @ p1
    return out(f.astype(np.float32), rng, dpi, dict(quality=int(rng.integers(25, 41)), dust=dust), printed)


def folds(copy, rng):
    h, w = copy.shape
    for _ in range(int(rng.integers(0, 4))):
        horizontal = rng.random() < .7
        n, span = (h, w) if horizontal else (w, h)
        at = n * float(rng.choice([1 / 3, 1 / 2, 2 / 3])) + rng.normal(0, n * .015)
        slope = rng.normal(0, .008)
        width = rng.uniform(.15, .45) * 240 / 25.4
        depth = rng.uniform(.05, .3)
        along = np.interp(np.arange(span), np.linspace(0, span, 30), rng.uniform(.2, 1, 30))
        lines = np.arange(n)
        lo, hi = int(max(0, at - 60 - abs(slope) * span)), int(min(n, at + 60 + abs(slope) * span))
        d = lines[lo:hi, None] - (at + slope * (np.arange(span) - span / 2))[None, :]
        shade = 1 - depth * along[None, :] * np.exp(-(d / width) ** 2) + .04 * np.tanh(d / 20) * np.exp(-(d / 40) ** 2)
        if horizontal:
            copy[lo:hi] *= shade
        else:
            copy[:, lo:hi] *= shade.T


def out(f, rng, dpi, how, printed):
    return finish(f.clip(0, 255).astype(np.uint8), rng, dpi, how, printed, [0, 0, 1, 2, 3])


def finish(img, rng, dpi, how, printed, turns):
    how["dust"] = apply(np.linalg.inv(printed), np.array(how["dust"])) if how.get("dust") else np.zeros((0, 2))
    k = int(rng.choice(turns))
    for _ in range(k):        # clockwise quarter turns
        h = img.shape[0]
        img = cv2.rotate(img, cv2.ROTATE_90_CLOCKWISE)
        printed = np.array([[0, -1, h - 1], [1, 0, 0], [0, 0, 1.0]]) @ printed
    if k % 2 and not np.isscalar(dpi):
        dpi = dpi[::-1]
    how.update(dpi=dpi, turn=k)
    return img, printed, how


CLASSES = dict(clean=clean, office=office, fax=fax, photo=photo, harsh=harsh)
