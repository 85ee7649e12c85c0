#!/usr/bin/python3
"""score.py STATION OUTDIR [OUTDIR...] [--crops DIR] : compares readings with truth.csv, prints and writes wrong.csv, doubts.csv (into the first OUTDIR)."""
import argparse, collections, csv, json, math, os, subprocess
import numpy as np

APP = os.environ.get("TALLYROOM", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../tallyroom"))


def wilson(k, n, z=1.96):
    if not n:
        return 0, 1
    p, d = k / n, 1 + z * z / n
    m, h = p + z * z / 2 / n, z * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return max(0, (m - h) / d), min(1, (m + h) / d)


def pc(k, n):
    lo, hi = wilson(k, n)
    return f"{k:5d} = {100 * k / max(n, 1):6.2f} % [{100 * lo:.2f}-{100 * hi:.2f}]"


def bucket(size):
    s = float(size)
    return "-" if s == 0 else "<3" if s < 3 else "3-5" if s < 5 else "5-8" if s < 8 else "8-12" if s < 12 else ">=12"


def run(*args):
    r = subprocess.run([APP, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if not r.stdout:
        raise SystemExit(r.stderr.decode())
    return json.loads(r.stdout)


def table(title, rows, key):
    print(f"\n{title:34s} {'rows':>6} {'right':>6} {'doubt':>28} {'WRONG':>28}")
    groups = collections.defaultdict(list)
    for r in rows:
        groups[key(r)].append(r["verdict"])
    for g in sorted(groups, key=lambda g: str(g)):
        v = groups[g]
        n, d, w = len(v), v.count("doubtful"), v.count("WRONG")
        print(f"{str(g):34s} {n:6d} {n - d - w:6d} {pc(d, n):>28} {pc(w, n):>28}")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("station")
    p.add_argument("out", nargs="+")
    p.add_argument("--crops")
    p.add_argument("--max-crops", type=int, default=400)
    o = p.parse_args()
    truth, geo = [], {}
    for d in o.out:
        for r in csv.DictReader(open(os.path.join(d, "truth.csv"))):
            truth.append(dict(r, dir=d))
        for line in open(os.path.join(d, "geometry.jsonl")):
            g = json.loads(line)
            geo[g["file"], g["page"], g["sheet"]] = g
    pages, answers = {}, {}
    read = run("readings", o.station, "--json")
    for q in read["pages"]:
        k = (os.path.basename(q["source"]), q["page"])
        pages[k] = q
        for a in q.get("answers") or []:
            answers[k + (a["item"],)] = a
    why = {}
    for q in run("review", o.station, "--list", "--json").get("open", []):
        why[q.get("sheet"), q.get("item")] = q.get("reason")

    state = collections.defaultdict(collections.Counter)
    seen, lost, mis = set(), [], []
    for r in truth:
        k = (r["file"], int(r["page"]))
        if k in seen:
            continue
        seen.add(k)
        q = pages.get(k)
        s = "missing" if q is None else q["state"] + (f" ({q['reason']})" if q["reason"] else "")
        if q and q["state"] == "read" and q["sheet"] != r["sheet"]:
            s = "WRONG SHEET"
        if s != "read":
            lost.append((*k, r["sheet"], s, "noted" if r["noted"] == "1" else ""))
        state[r["class"]][s] += 1
    print("pages")
    for c, n in state.items():
        t = sum(n.values())
        print(f"  {c:8s} {t:5d}: " + ", ".join(f"{s} {v}" for s, v in n.most_common()))
    for x in lost:
        print("   not read:", *x)

    rows = []
    for r in truth:
        a = answers.get((r["file"], int(r["page"]), r["item"]))
        if a is None:
            continue
        accept = r["truth"].split("|")
        r["answer"], r["confidence"] = a["answer"], a["confidence"]
        r["verdict"] = ("right" if a["answer"] in accept else "doubtful" if a["answer"] == "doubtful" else "WRONG")
        r["reason"] = why.get((r["sheet"], r["item"])) or ""
        rows.append(r)
    plain = [r for r in rows if r["plain"] == "1" and r["truth"] != "doubtful" and r["kind"] != "over"]
    over = [r for r in rows if r["kind"] == "over"]
    crosses = [r for r in rows if r["kind"] == "cross"]
    alter = [r for r in rows if r["kind"] in ("altered", "scribbled")]
    unsure = [r for r in rows if r["plain"] == "0" and r["truth"] != "doubtful" and r["kind"] != "over"]
    print("\nall rows read", len(rows))
    for c in sorted({r["class"] for r in rows}) + (["all"] if len({r["class"] for r in rows}) > 1 else []):
        of = lambda rs: [r for r in rs if c in ("all", r["class"])]
        n = lambda rs, v: sum(r["verdict"] == v for r in of(rs))
        print(f"  {c:7s} plain rows {len(of(plain)):6d}  doubtful {pc(n(plain, 'doubtful'), len(of(plain)))}  WRONG {pc(n(plain, 'WRONG'), len(of(plain)))}")
        print(f"  {'':7s} not plain  {len(of(unsure)):6d}  doubtful {pc(n(unsure, 'doubtful'), len(of(unsure)))}  WRONG {pc(n(unsure, 'WRONG'), len(of(unsure)))}")
        print(f"  {'':7s} overmarked {len(of(over)):6d}  doubtful {pc(n(over, 'doubtful'), len(of(over)))}  WRONG {pc(n(over, 'WRONG'), len(of(over)))}")
        print(f"  {'':7s} crosses    {len(of(crosses)):6d}  doubtful {pc(n(crosses, 'right'), len(of(crosses)))}  WRONG {pc(n(crosses, 'WRONG'), len(of(crosses)))}")
        print(f"  {'':7s} altered    {len(of(alter)):6d}  doubtful {pc(n(alter, 'right'), len(of(alter)))}  WRONG {pc(n(alter, 'WRONG'), len(of(alter)))}")
    table("PLAIN by kind", plain, lambda r: r["kind"])
    table("PLAIN by pen", plain, lambda r: r["pen"])
    table("PLAIN by size", plain, lambda r: (r["kind"].split("-")[0], bucket(r["size_mm"])))
    table("PLAIN by foreign ink (2 = in a box)", plain, lambda r: r["foreign"])
    table("PLAIN by pen rest", plain, lambda r: r["rest"])
    table("PLAIN by page", plain, lambda r: "noted" if r["noted"] == "1" else "no notes")
    table("NOT PLAIN by why", unsure, lambda r: r["why"])
    print("\nreasons of doubt, plain rows:", dict(collections.Counter((r["reason"]) for r in plain if r["verdict"] == "doubtful").most_common()))
    print("by kind and reason:")
    for (k, why_), n in collections.Counter((r["class"] + " " + r["kind"].split("-")[0] + " foreign" + r["foreign"], r["reason"]) for r in plain if r["verdict"] == "doubtful").most_common(25):
        print(f"   {n:4d} {k:30s} {why_}")

    cols = "class file page sheet item kind pen size_mm plain truth answer confidence reason foreign vis rest noted why".split()
    for name, sel in (("wrong.csv", [r for r in rows if r["verdict"] == "WRONG"]),
                      ("doubts.csv", [r for r in rows if r["verdict"] == "doubtful" and r["plain"] == "1"])):
        with open(os.path.join(o.out[0], name), "w", newline="") as f:
            w = csv.DictWriter(f, cols, extrasaction="ignore")
            w.writeheader()
            w.writerows(sel)
        print(name, len(sel))
    if o.crops:
        crops(o, [r for r in rows if r["verdict"] == "WRONG"], geo, "wrong")
        crops(o, [r for r in rows if r["verdict"] == "doubtful" and r["plain"] == "1"], geo, "doubt")


def crops(o, rows, geo, label):
    import cv2
    boxes = {}
    for s in run("layout", o.station, "--json")["sheets"]:
        for b in s["pages"][0]["boxes"]:
            boxes.setdefault((s["sheet"], b["item"]), []).append(b["cell"])
    os.makedirs(o.crops, exist_ok=True)
    cache = {}
    k = 16.0          # px per mm
    for r in rows[:o.max_crops]:
        key = (r["dir"], r["file"], int(r["page"]))
        if key not in cache:
            cache.clear()
            cache[key] = load(os.path.join(*key[:2]), key[2], geo[r["file"], int(r["page"]), r["sheet"]])
        img = cache[key]
        h = np.array(geo[r["file"], int(r["page"]), r["sheet"]]["h"])
        c = boxes[r["sheet"], r["item"]]
        x0, x1 = min(b["xMm"] for b in c) - 16, max(b["xMm"] + b["widthMm"] for b in c) + 8
        y0, y1 = c[0]["yMm"] - 8, c[0]["yMm"] + c[0]["heightMm"] + 6
        m = h @ np.array([[1 / k, 0, x0], [0, 1 / k, y0], [0, 0, 1]])
        crop = cv2.warpPerspective(img, m, (int((x1 - x0) * k), int((y1 - y0) * k)), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderValue=255)
        y = int((c[0]["yMm"] - y0) * k)
        cv2.line(crop, (0, y), (40, y), 0, 3)
        cv2.line(crop, (0, y + int(10 * k)), (40, y + int(10 * k)), 0, 3)
        t = f"{r['file']}:{r['page']} {r['item']} {r['kind']} {r['pen']} {r['size_mm']} plain{r['plain']} truth={r['truth']} ans={r['answer']} {r['reason']}"
        crop = cv2.copyMakeBorder(crop, 34, 0, 0, 0, cv2.BORDER_CONSTANT, value=255)
        cv2.putText(crop, t, (6, 24), cv2.FONT_HERSHEY_SIMPLEX, .62, 0, 1, cv2.LINE_AA)
        cv2.imwrite(os.path.join(o.crops, f"{label}-{r['class']}-{r['kind']}-{r['sheet']}-{r['item']}.png"), crop)


def load(path, page, g):
    import cv2, io
    from PIL import Image
    if path.endswith(".pdf"):
        d = str(int(g["dpi"]))
        raw = subprocess.run(["pdftoppm", "-r", d, "-gray", "-f", str(page), "-l", str(page), "-singlefile", path], stdout=subprocess.PIPE).stdout
        return cv2.imdecode(np.frombuffer(raw, np.uint8), 0)
    im = Image.open(path)
    if path.endswith(".tif"):
        im.seek(page - 1)
    return np.array(im.convert("L"))


main()
