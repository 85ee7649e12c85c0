#!/usr/bin/python3
"""Fills in and scans printed sheets: see README.md beside."""
import argparse, csv, json, os, subprocess, time
import numpy as np
import cv2
from PIL import Image
import hand, pens, paper
from pens import PX, DPI

cv2.setNumThreads(1)


# ---------- what stands in one row ----------
class Row:
    def __init__(self, item, boxes):
        self.item, self.boxes = item, boxes
        self.marks = []          # (option index, strokes, anchor, kind, size, is main)
        self.truth, self.kind, self.size, self.plain, self.extra = "blank", "blank", 0.0, 1, []
        self.foreign, self.vis, self.rest = 0, 1.0, 0

    def centre(self, i):
        b = self.boxes[i]
        return np.array([b["xMm"] + b["widthMm"] / 2, b["yMm"] + b["heightMm"] / 2])

    def margins(self, i, p):
        c = self.boxes[i]["cell"]
        return (min(p[0] - c["xMm"], c["xMm"] + c["widthMm"] - p[0]), min(p[1] - c["yMm"], c["yMm"] + c["heightMm"] - p[1]))


def put(row, writer, i, kind, careful=False):
    """One mark of the kind into cell i; tells whether any scrutineer would call it at once."""
    rng = writer.rng
    for tries in range(12):
        strokes, anchor, ref, sub, size = writer.make(kind)
        aim = row.centre(i) + writer.bias + rng.normal(0, writer.tidy, 2) * [1, .6]
        if kind == "fill":
            aim = row.centre(i) + rng.normal(0, .15, 2)
        if kind in ("circle",):
            aim = row.centre(i) + np.clip(writer.bias * .5, -.8, .8) + rng.normal(0, writer.tidy * .4, 2)
        d = aim - ref
        if kind == "tick":      # however large, nobody sets the corner of a tick far below his row
            c = row.boxes[i]["cell"]
            d[1] = min(d[1], c["yMm"] + c["heightMm"] + 1.2 - anchor[1])
        strokes = [move(s, d) for s in strokes]
        at = anchor + d
        ok = judge(row, i, kind, strokes, at, writer.pen.width)
        if ok or tries == 11 or rng.random() < .06 and not careful:
            break
    row.marks.append((i, strokes, at, sub, size))
    return sub, size, ok


def move(s, d):
    q = s.moved(d)
    for k in ("flick", "rest"):
        if hasattr(s, k):
            setattr(q, k, getattr(s, k))
    return q


def judge(row, i, kind, strokes, at, width):
    mx, my = row.margins(i, at)
    if mx < 2.0 or my < 1.2:
        return False
    pts = np.concatenate([s.xy for s in strokes])
    c = row.boxes[i]["cell"]
    x0, x1, y0, y1 = c["xMm"], c["xMm"] + c["widthMm"], c["yMm"], c["yMm"] + c["heightMm"]
    outx = np.mean((pts[:, 0] < x0) | (pts[:, 0] > x1))
    if kind == "tick":
        below = pts[:, 1].max() > y1 - .5
        off = np.abs(at - row.centre(i)).max() > 4.0
        return not below and not (off and outx > .3)
    grow = width / 2
    if kind == "circle":
        grow = -.6 + grow
    return (pts[:, 0].min() - grow > x0 + .3 and pts[:, 0].max() + grow < x1 - .3
            and pts[:, 1].min() - grow > y0 + .1 and pts[:, 1].max() + grow < y1 - .1)


def fill_row(row, writer, mood):
    rng = writer.rng
    u = rng.random()
    want = int(rng.choice(3, p=mood))
    name = lambda i: row.boxes[i]["option"]
    if u < .055:
        pass
    elif u < .095:
        sub, row.size, ok = put(row, writer, want, "cross", True)
        row.truth, row.kind, row.plain = "doubtful", "cross", int(ok)
    elif u < .125:
        alter(row, writer, want)
    elif u < .15:
        others = [j for j in range(3) if j != want]
        a, row.size, ok = put(row, writer, want, writer.kind(), True)
        b, _, ok2 = put(row, writer, int(rng.choice(others)), writer.kind(), True)
        row.extra.append(a + "&" + b)
        row.truth, row.kind, row.plain = "overmarked", "over", int(ok and ok2)
    else:
        row.kind, row.size, ok = put(row, writer, want, writer.kind())
        row.truth, row.plain = name(want), int(ok)
        if not ok:
            row.extra.append("placement")
    if rng.random() < .05:
        used = {m[0] for m in row.marks}
        free = [j for j in range(3) if j not in used]
        if free:
            j = int(rng.choice(free))
            c = row.boxes[j]["cell"]
            p = np.array([c["xMm"] + rng.uniform(1.5, c["widthMm"] - 1.5), c["yMm"] + rng.uniform(1.5, c["heightMm"] - 1.5)])
            if writer.pen.width < .66:
                row.rests = [move(s, p) for s in writer.make_rest()]
                row.rest = 1


def alter(row, writer, want):
    rng = writer.rng
    alone = rng.random() < .3
    kind = "tick" if rng.random() < .7 else writer.kind()
    if alone and kind in ("dot", "fill"):
        kind = "tick"
    put(row, writer, want, kind, True)
    if alone and row.marks[-1][4] < 4.5:          # a scribble over a tiny mark would look like a filled box
        row.marks.pop()
        row.marks.append(large_tick(row, writer, want))
    i, strokes, at, sub, size = row.marks[-1]
    pts = np.concatenate([s.xy for s in strokes])
    mid, ext = (pts.max(0) + pts.min(0)) / 2, pts.max(0) - pts.min(0)
    w, h = np.clip(ext[0] + rng.uniform(.5, 2.5), 6.5, 11), np.clip(ext[1] + rng.uniform(-1, 1.5), 4.2, 7.5)
    top = row.boxes[i]["cell"]["yMm"] + 4
    mid[1] = np.clip(mid[1], top, top + 2)
    row.marks.append((i, [move(s, mid) for s in writer.make_scribble(w, h)], mid, "scribble", w))
    row.truth, row.size = "doubtful", float(size)
    row.kind = "scribbled"
    if not alone:
        put(row, writer, int(rng.choice([j for j in range(3) if j != want])), kind, True)
        row.kind = "altered"


def large_tick(row, writer, i):
    strokes, anchor, ref, sub, size = writer.make_tick(writer.rng.uniform(5.5, 8))
    d = row.centre(i) + [0, 1] - ref
    return i, [move(s, d) for s in strokes], anchor + d, sub, size


# ---------- what rows do to each other ----------
def cross_talk(rows, r_width):
    pts = [np.concatenate([s.xy for m in r.marks for s in m[1]])[::4] if r.marks else np.zeros((0, 2)) for r in rows]
    for a, r in enumerate(rows):
        other = [pts[b] for b in range(len(rows)) if b != a and len(pts[b])]
        if not other:
            continue
        o = np.concatenate(other)
        for b in r.boxes:
            c = b["cell"]
            if inside(o, c["xMm"], c["yMm"], c["widthMm"], c["heightMm"], 0):
                r.foreign = max(r.foreign, 1)
            if inside(o, b["xMm"], b["yMm"], b["widthMm"], b["heightMm"], .4):
                r.foreign = 2
        for i, strokes, at, sub, size in r.marks:
            p = np.concatenate([s.xy for s in strokes])[::4]
            near = np.hypot(*(o - at).T).min()
            touch = np.sqrt(((p[:, None] - o[None]) ** 2).sum(2)).min()
            if near < 1.2 or (touch < r_width + .35 and not sub.startswith("tick")):
                r.plain = 0
                r.extra.append("touched")
        if not r.marks and r.foreign == 2:
            r.plain = 0
            r.extra.append("crossed-blank")


def inside(o, x, y, w, h, g):
    return bool(np.any((o[:, 0] > x - g) & (o[:, 0] < x + w + g) & (o[:, 1] > y - g) & (o[:, 1] < y + h + g)))


def notes(writer, rng):
    """Margin notes, a signature, underlining: strokes in page mm, never in the answer cells."""
    out = []
    for what in rng.choice(["bottom", "right", "left", "top", "sign", "under", "under", "ring"], int(rng.integers(1, 4))):
        s, p = None, None
        if what == "bottom":
            s, p = hand.note(writer, rng, int(rng.integers(4, 16)), rng.uniform(4, 7)), [rng.uniform(15, 90), rng.uniform(248, 278)]
        elif what == "right":
            s = hand.note(writer, rng, int(rng.integers(2, 7)), rng.uniform(3.5, 5))
            for q in s:
                q.xy = hand.rot(q.xy, np.pi / 2)
            p = [rng.uniform(194, 204), rng.uniform(70, 190)]
        elif what == "left":
            s, p = hand.note(writer, rng, int(rng.integers(1, 4)), rng.uniform(3, 5)), [rng.uniform(5, 9), rng.uniform(60, 240)]
        elif what == "top":
            s, p = hand.note(writer, rng, int(rng.integers(3, 14)), rng.uniform(4, 7)), [rng.uniform(15, 130), rng.uniform(6, 18)]
        elif what == "sign":
            s, p = hand.signature(writer, rng, rng.uniform(20, 45), rng.uniform(7, 13)), [rng.uniform(100, 155), rng.uniform(248, 276)]
        elif what == "under":
            k = int(rng.integers(0, 14))
            s, p = hand.underline(writer, rng, rng.uniform(20, 60)), [rng.uniform(50, 62), 82 + 10 * k + rng.uniform(-1.2, .6)]
        else:
            q = writer.make_circle()[0]
            q[0].xy *= [rng.uniform(1.5, 3), 1]
            s, p = q, [rng.uniform(65, 100), 78.5 + 10 * int(rng.integers(0, 14))]
        s = [move(q, np.array(p)) for q in s]
        keep = []
        for q in s:
            hit = (q.xy[:, 0] > 128.5) & (q.xy[:, 0] < 186.5) & (q.xy[:, 1] > 71.5) & (q.xy[:, 1] < 215)
            gone = (q.xy < 1).any() or (q.xy[:, 0] > 209).any() or (q.xy[:, 1] > 296).any()
            if not hit.any() and not gone:
                keep.append(q)
        out += keep
    return out


# ---------- a page ----------
def raster(station, page):
    r = subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-f", str(page["pdfPage"]), "-l", str(page["pdfPage"]), "-singlefile",
                        os.path.join(station, page["pdf"])], stdout=subprocess.PIPE, check=True).stdout
    return cv2.imdecode(np.frombuffer(r, np.uint8), cv2.IMREAD_GRAYSCALE)


def ink_on(planes, pen, strokes, bgr):
    x, y, a = pen.patch(strokes)
    h, w = planes[0].shape
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + a.shape[1], w), min(y + a.shape[0], h)
    if x1 <= x0 or y1 <= y0:
        return
    a = a[y0 - y:y1 - y, x0 - x:x1 - x]
    for p, ink in zip(planes, bgr):
        v = p[y0:y1, x0:x1]
        p[y0:y1, x0:x1] = (v * (1 - a * (1 - ink)) + .5).astype(np.uint8)


def page_of(station, sheet, cls, rng):
    page = sheet["pages"][0]
    items = {}
    for b in page["boxes"]:
        items.setdefault(b["item"], []).append(b)
    pen = pens.Pen(rng)
    writer = hand.Writer(rng, pen)
    rows = [Row(k, v) for k, v in items.items()]
    mood = rng.dirichlet([5, 2.2, 1.4])
    for r in rows:
        fill_row(r, writer, mood)
    cross_talk(rows, pen.width)
    noted = rng.random() < .12
    planes, white = paper.toner(raster(station, page), rng, cls)
    gray = float(pen.ink @ [.11, .59, .30])
    if cls == "photo":
        planes, inks = [planes, planes.copy(), planes.copy()], pen.ink
    else:
        planes, inks = [planes], [gray]
    for r in rows:
        for m in r.marks:
            ink_on(planes, pen, m[1], inks)
        for s in getattr(r, "rests", []):
            ink_on(planes, pen, [s], inks)
    if noted:
        for s in notes(writer, rng):
            ink_on(planes, pen, [s], inks)
    img, h, how = paper.CLASSES[cls](planes, white, rng)
    visible(img, h, rows)
    for r in rows:
        for b in r.boxes:
            c = b["cell"]
            if inside(how["dust"], c["xMm"], c["yMm"], c["widthMm"], c["heightMm"], 0.5):
                r.plain = 0
                r.extra.append("dust")
    return img, h, how, rows, pen, writer, noted


def visible(img, h, rows):
    """Share of each main mark's path that can be seen in the image at all."""
    g = img if img.ndim == 2 else cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(g, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    bg = cv2.GaussianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), (0, 0), 2)
    soft = cv2.blur(g, (3, 3))
    for r in rows:
        for m in r.marks:
            p = paper.apply(h, np.concatenate([s.xy for s in m[1]])[::3])
            x = np.clip(p[:, 0].round().astype(int), 0, g.shape[1] - 1)
            y = np.clip(p[:, 1].round().astype(int), 0, g.shape[0] - 1)
            b = bg[np.clip(y // 8, 0, bg.shape[0] - 1), np.clip(x // 8, 0, bg.shape[1] - 1)].astype(float)
            seen = (soft[y, x] < b * .9).mean()
            r.vis = min(r.vis, float(seen))
        if r.marks and r.vis < .6:
            r.plain = 0
            r.extra.append("faint")


# ---------- files ----------
class Files:
    def __init__(self, out, rng, cls):
        self.out, self.rng, self.cls, self.group, self.left, self.no = out, rng, cls, None, 0, 0

    def add(self, img, how):
        """Writes or keeps the page; answers (file, page number)."""
        im = Image.fromarray(img if img.ndim == 2 else cv2.cvtColor(img, cv2.COLOR_BGR2RGB))
        if self.cls == "fax":
            im = im.convert("1")
        if not self.left and self.cls != "photo" and self.rng.random() < (.15 if self.cls == "fax" else .06):
            self.left = int(self.rng.integers(5, 11))
            self.no += 1
            kind = "tif" if self.cls == "fax" or self.rng.random() < .3 else "pdf"
            self.group = (f"{self.cls}-batch{self.no:02d}.{kind}", [])
        if self.left and (not self.group[1] or self.group[0].endswith("pdf") or self.group[1][0][1]["dpi"] == how["dpi"]):
            name, pages = self.group
            pages.append((im, how))
            self.left -= 1
            n = len(pages)
            if not self.left:
                self.flush()
            return name, n
        self.no += 1
        return self.single(im, how), 1

    def single(self, im, how):
        dpi = how["dpi"] if not np.isscalar(how["dpi"]) else (how["dpi"],) * 2
        base = f"{self.cls}-{self.no:04d}"
        if self.cls == "fax":
            name = base + ".tif"
            im.save(os.path.join(self.out, name), compression=how["fax"], dpi=tuple(float(d) for d in dpi))
        elif how.get("png"):
            name = base + ".png"
            im.save(os.path.join(self.out, name), dpi=dpi, compress_level=1)
        else:
            name = base + ".jpg"
            extra = {}
            if how.get("exif"):
                extra["exif"] = Image.Exif()
                extra["exif"][0x0112] = int(self.rng.choice([3, 6, 8]))
            im.save(os.path.join(self.out, name), quality=how["quality"], dpi=dpi, **extra)
        return name

    def flush(self):
        if not self.group:
            return
        name, pages = self.group
        path = os.path.join(self.out, name)
        dpi = pages[0][1]["dpi"]
        if name.endswith("pdf"):
            self.pdf(path, pages)
        elif self.cls == "fax":
            pages[0][0].save(path, save_all=True, append_images=[p[0] for p in pages[1:]], compression="group4",
                             dpi=tuple(float(d) for d in (dpi if not np.isscalar(dpi) else (dpi,) * 2)))
        else:
            pages[0][0].save(path, save_all=True, append_images=[p[0] for p in pages[1:]], compression="tiff_lzw", dpi=(dpi, dpi))
        self.group, self.left = None, 0

    def pdf(self, path, pages):
        """One JPEG per page, each at its own size: what a scanner's own PDF looks like."""
        import io
        objs, kids = [], []
        for im, how in pages:
            b = io.BytesIO()
            im.save(b, "JPEG", quality=how.get("quality", 85))
            w, h = im.size
            pw, ph = w * 72 / how["dpi"], h * 72 / how["dpi"]
            n = len(objs) + 3
            cs = "DeviceGray" if im.mode == "L" else "DeviceRGB"
            head = f"<</Type/XObject/Subtype/Image/Width {w}/Height {h}/ColorSpace/{cs}/BitsPerComponent 8/Filter/DCTDecode/Length {len(b.getvalue())}>>stream\n"
            objs.append(head.encode() + b.getvalue() + b"\nendstream")
            draw = f"q {pw:.2f} 0 0 {ph:.2f} 0 0 cm /I Do Q".encode()
            objs.append(f"<</Length {len(draw)}>>stream\n".encode() + draw + b"\nendstream")
            objs.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {pw:.2f} {ph:.2f}]/Resources<</XObject<</I {n} 0 R>>>>/Contents {n + 1} 0 R>>".encode())
            kids.append(n + 2)
        objs = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>".encode()] + objs
        data, offs = bytearray(b"%PDF-1.4\n"), []
        for i, o in enumerate(objs):
            offs.append(len(data))
            data += f"{i + 1} 0 obj\n".encode() + o + b"\nendobj\n"
        x = len(data)
        data += f"xref\n0 {len(objs) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{o:010d} 00000 n \n".encode() for o in offs)
        data += f"trailer<</Size {len(objs) + 1}/Root 1 0 R>>\nstartxref\n{x}\n%%EOF\n".encode()
        open(path, "wb").write(data)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--station", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--pages", type=int, required=True)
    a.add_argument("--seed", type=int, required=True)
    a.add_argument("--class", dest="cls", choices=list(paper.CLASSES), required=True)
    a.add_argument("--app", default=os.environ.get("TALLYROOM", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../tallyroom")))
    a.add_argument("--only", type=int, help="only this page number of the run (0-based), as a single file")
    o = a.parse_args()
    os.makedirs(o.out, exist_ok=True)
    layout = json.loads(subprocess.run([o.app, "layout", o.station, "--json"], stdout=subprocess.PIPE, check=True).stdout)
    sheets = sorted(layout["sheets"], key=lambda s: s["sheet"])
    used_file = os.path.join(o.station, "used-by-generator.txt")
    used = set(open(used_file).read().split()) if os.path.exists(used_file) and o.only is None else set()
    sheets = [s for s in sheets if s["sheet"] not in used]
    order = np.random.default_rng([o.seed, 99]).permutation(len(sheets))[:o.pages]
    if len(order) < o.pages:
        raise SystemExit(f"only {len(order)} unused sheets in the station: add some with  tallyroom print DIR --more UNIT TYPE N")
    files = Files(o.out, np.random.default_rng([o.seed, 98]), o.cls)
    fresh = not os.path.exists(os.path.join(o.out, "truth.csv"))
    truth = open(os.path.join(o.out, "truth.csv"), "a", newline="")
    w = csv.writer(truth)
    if fresh:
        w.writerow("file page sheet item truth kind pen size_mm plain class foreign vis rest noted why".split())
    geo = open(os.path.join(o.out, "geometry.jsonl"), "a")
    t = time.process_time()
    for i, si in enumerate(order):
        if o.only is not None and i != o.only:
            continue
        sheet = sheets[si]
        rng = np.random.default_rng([o.seed, sum(map(ord, o.cls)), i])
        img, h, how, rows, pen, writer, noted = page_of(o.station, sheet, o.cls, rng)
        name, n = files.add(img, how)
        for r in rows:
            w.writerow([name, n, sheet["sheet"], r.item, r.truth, r.kind, pen.name, f"{r.size:.1f}", r.plain, o.cls, r.foreign,
                        f"{r.vis:.2f}", r.rest, int(noted), "+".join(sorted(set(r.extra)))])
        dpi = how["dpi"] if np.isscalar(how["dpi"]) else list(how["dpi"])
        geo.write(json.dumps(dict(file=name, page=n, sheet=sheet["sheet"], h=h.tolist(), turn=how["turn"], dpi=dpi, run=i, seed=o.seed,
                                  noted=bool(noted))) + "\n")
    files.flush()
    if o.only is None:
        open(used_file, "a").write("".join(sheets[s]["sheet"] + "\n" for s in order))
    print(f"{o.cls}: {len(order)} pages, {(time.process_time() - t) / max(1, len(order)):.2f} s CPU per page (without pdftoppm)")


if __name__ == "__main__":
    main()
