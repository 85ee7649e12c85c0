#!/bin/bash
# run.sh OUTDIR SEED CLASS PAGES : fresh station, pages, scan, score. Everything in OUTDIR (station in OUTDIR/st, scans in OUTDIR/scans).
set -e
here=$(dirname "$(readlink -f "$0")"); export TALLYROOM=${TALLYROOM:-$(readlink -f "$here/../../../../tallyroom")}
out=$1 seed=$2 cls=$3 pages=$4; shift 4
mkdir -p "$out"; out=$(readlink -f "$out")
if [ ! -d "$out/st" ]; then
  (cd "$(dirname "$TALLYROOM")" && $TALLYROOM init forms/joint-assessment/meeting.yaml "$out/st" >/dev/null)
  $TALLYROOM print "$out/st" >/dev/null
  extra=$((pages - 140)); if [ $extra -gt 0 ]; then for u in archives parks; do $TALLYROOM print "$out/st" --more $u own-unit $((extra / 2 + 1)) >/dev/null; done; fi
fi
[ -d "$out/st-unread" ] || cp -r "$out/st" "$out/st-unread"      # the station before any scan, for another program version
nice -n 10 /usr/bin/python3 "$here/make.py" --station "$out/st" --out "$out/scans" --pages "$pages" --seed "$seed" --class "$cls"
find "$out/scans" -type f \( -name "$cls-*.jpg" -o -name "$cls-*.png" -o -name "$cls-*.tif" -o -name "$cls-*.pdf" \) -print0 | xargs -0 nice -n 10 "$TALLYROOM" scan "$out/st" | tail -1 || true
/usr/bin/python3 "$here/score.py" "$out/st" "$out/scans" --crops "$out/crops" | tee "$out/score.txt"
