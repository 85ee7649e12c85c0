"""What happens to paper before it is scanned. Works on the page's picture, in millimetres."""

import cv2
import numpy as np

from pen import INKS


def shade(page, x, y, width, height, cover, soft=0.0, colour=(20, 20, 20)):
    """A darker patch; soft: mm over which its edge fades."""
    k = page.per_mm
    pad = 3 * soft
    mask = np.zeros((int((height + 2 * pad) * k) + 1, int((width + 2 * pad) * k) + 1), np.float32)
    mask[int(pad * k):int((pad + height) * k) + 1, int(pad * k):int((pad + width) * k) + 1] = cover
    if soft:
        mask = cv2.GaussianBlur(mask, (0, 0), soft * k)
    page.stain(mask, int((x - pad) * k), int((y - pad) * k), colour)


def disc(page, x, y, diameter, level):
    """A round hole: what lies behind the paper shows, gray level 0..255."""
    k = page.per_mm
    cv2.circle(page.rgb, (int(x * k), int(y * k)), int(diameter / 2 * k), (level,) * 3, -1, cv2.LINE_AA)


def torn(page, corners, rng, level=250):
    """Paper that is gone, along a ragged line; corners: places in mm."""
    ragged = []
    for a, b in zip(corners, corners[1:] + corners[:1]):
        for t in np.linspace(0, 1, 24, endpoint=False):
            ragged.append([a[k] + (b[k] - a[k]) * t + rng.normal(0, 0.3) for k in (0, 1)])
    cv2.fillPoly(page.rgb, [np.round(np.array(ragged) * page.per_mm).astype(np.int32)], (level,) * 3, cv2.LINE_AA)


def fold(page, y, rng, lean=0.0):
    """A crease across the page: a thin shadow beside a thin gleam, and paper that is a little shorter there."""
    height, width = page.rgb.shape[:2]
    rows = np.arange(height, dtype=np.float32)[:, None] / page.per_mm
    columns = np.arange(width, dtype=np.float32)[None, :] / page.per_mm
    away = rows - (y + lean * (columns - 105) + 0.15 * np.sin(columns / 9))
    lift = 0.25 * np.exp(-(away / 12) ** 2) * np.sign(away)
    xs = np.broadcast_to(columns * page.per_mm, away.shape).astype(np.float32)
    ys = ((rows + lift) * page.per_mm).astype(np.float32)
    page.rgb[:] = cv2.remap(page.rgb, xs, np.ascontiguousarray(ys), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    dark = rng.uniform(0.1, 0.25) * np.exp(-((away - 0.25) / 0.35) ** 2)
    gleam = rng.uniform(0.03, 0.08) * np.exp(-((away + 0.5) / 0.5) ** 2)
    lit = page.rgb.astype(np.float32) * (1 - dark + gleam)[:, :, None]
    page.rgb[:] = np.clip(lit, 0, 255).astype(np.uint8)


def stretched(page, rate, wave):
    """An uneven feed: the page is drawn rate (ratio) longer and shorter by turns, wave mm from turn to turn."""
    height, width = page.rgb.shape[:2]
    ys = np.arange(height, dtype=np.float32) / page.per_mm
    source = (ys + rate * wave / (2 * np.pi) * np.sin(ys * 2 * np.pi / wave)) * page.per_mm
    grid_y = np.repeat(source[:, None], width, axis=1).astype(np.float32)
    grid_x = np.repeat(np.arange(width, dtype=np.float32)[None, :], height, axis=0)
    page.rgb[:] = cv2.remap(page.rgb, grid_x, grid_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def dust(page, rng, count):
    for _ in range(count):
        x, y = rng.uniform(0, 210), rng.uniform(0, 297)
        size = rng.uniform(0.1, 0.45)
        shade(page, x, y, size, size * rng.uniform(0.5, 1), rng.uniform(0.3, 0.9))


def staple(page, x, y, rng):
    lean = rng.uniform(-0.4, 0.4)
    k = page.per_mm
    a = (int(x * k), int(y * k))
    b = (int((x + 10 * np.cos(lean)) * k), int((y + 10 * np.sin(lean)) * k))
    cv2.line(page.rgb, a, b, (70, 70, 74), int(0.5 * k), cv2.LINE_AA)


def shining_through(page, other, cover):
    """What is printed and written on the back, mirrored, blurred and weak; cover: share of its darkness that shows."""
    back = cv2.GaussianBlur(np.ascontiguousarray(other.rgb[:, ::-1]), (0, 0), 0.35 * page.per_mm).astype(np.float32)
    back = back[:page.rgb.shape[0], :page.rgb.shape[1]]
    page.rgb[:] = (page.rgb * (1 - cover * (255 - back) / 255)).astype(np.uint8)


def seal(page, x, y, diameter, rng, ink="red", cover=0.75):
    """A round office seal: a ring, a star and letters around it, stamped unevenly."""
    k = page.per_mm
    size = int((diameter + 4) * k)
    mask = np.zeros((size * 2, size * 2), np.uint8)
    middle = (size, size)
    cv2.circle(mask, middle, int(diameter * k), 255, int(1.2 * k * 2), cv2.LINE_AA)
    points = []
    for i in range(10):
        radius = diameter * k * (0.34 if i % 2 == 0 else 0.13)
        angle = -np.pi / 2 + i * np.pi / 5
        points.append([size + radius * np.cos(angle), size + radius * np.sin(angle)])
    cv2.fillPoly(mask, [np.array(points).astype(np.int32)], 255, cv2.LINE_AA)
    for i in range(14):
        angle = np.radians(150 + 240 * i / 13)
        at = (int(size + diameter * k * 0.76 * np.cos(angle)), int(size + diameter * k * 0.76 * np.sin(angle)))
        across, down = int(k * 1.6), int(k * 1.8)
        cv2.rectangle(mask, (at[0] - across, at[1] - down), (at[0] + across, at[1] + down), 255, max(1, int(0.6 * k * 2)))
    cover_map = cv2.resize(mask, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32) / 255 * cover
    patchy = cv2.GaussianBlur(rng.normal(0, 1, cover_map.shape).astype(np.float32), (0, 0), 1.2 * k)
    cover_map *= np.clip(0.85 + 0.25 * patchy / patchy.std(), 0.3, 1)
    page.stain(cover_map, int((x - diameter / 2 - 2) * k), int((y - diameter / 2 - 2) * k), INKS[ink])


def streak(picture, column, width, level):
    """Dirt on the glass of a feeder draws one line over the whole scan; column and width in pixels of the scan."""
    picture[:, column:column + width] = (picture[:, column:column + width] * 0.25 + level * 0.75).astype(np.uint8)
