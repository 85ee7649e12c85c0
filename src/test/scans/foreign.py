"""Paper that has nothing to do with a meeting: A4 pages at 300 dpi, RGB."""

import cv2
import numpy as np

import tools
from pen import Hand, Page, Pen
from sheets import read_pnm

K = 300 / 25.4
ENGLISH = ("Dear Sir or Madam, thank you for your letter of the third of May. We have looked into the matter and "
           "found that the parcel left our warehouse on time, was signed for at your office, and has been on a shelf"
           " in the post room since. We ask you kindly to look there first. Should anything else be missing, please "
           "let us know by the end of the month, giving the number printed on the delivery note. ")
CHINESE = ("关于召开年度总结会议的通知。各科室：为认真总结本年度各项工作，研究部署下一年度重点任务，经研究，决定召开年度总结会议。请各科室"
           "主要负责人准时参加，并于会前三日将书面材料报送办公室。会议期间请将手机调至静音状态，不得无故缺席。特此通知。")


def blank(level=252):
    return np.full((3507, 2480, 3), level, np.uint8)


def text(folder, words, width, height, points, font="DejaVu-Serif"):
    """A block of text set by ImageMagick; width and height in mm."""
    target = folder / "text.ppm"
    tools.run("convert", "-background", "white", "-fill", "gray12", "-font", font, "-density", 300,
              "-pointsize", points, "-size", f"{int(width * K)}x{int(height * K)}", f"caption:{words}",
              "-depth", 8, "-type", "TrueColor", target)
    return read_pnm(target)


def put(page, picture, x, y):
    left, top = int(x * K), int(y * K)
    height, width = picture.shape[:2]
    part = page[top:top + height, left:left + width]
    part[:] = np.minimum(part, picture[:part.shape[0], :part.shape[1]])


def box(page, x, y, width, height, line=0.3, level=30):
    a, b = (int(x * K), int(y * K)), (int((x + width) * K), int((y + height) * K))
    cv2.rectangle(page, a, b, (level,) * 3, -1 if line is None else max(1, int(line * K)))


def letter(folder, language):
    page = blank()
    words, font = (ENGLISH, "DejaVu-Serif") if language == "english" else (CHINESE, "Droid-Sans-Fallback")
    put(page, text(folder, words[:40], 90, 12, 16, font), 25, 25)
    for i in range(3):
        put(page, text(folder, words, 160, 62, 11, font), 25, 60 + 66 * i)
    return page


def invoice(folder, sheet):
    """A bill that carries a code cut out of one of our sheets where such sheets have theirs."""
    page = blank()
    put(page, text(folder, "INVOICE No. 20144", 90, 12, 18), 25, 20)
    put(page, np.ascontiguousarray(sheet[int(10 * K):int(37 * K), int(172 * K):int(200 * K)]), 172, 10)
    for i in range(14):
        box(page, 25, 70 + 10 * i, 100, 10)
        box(page, 125, 70 + 10 * i, 30, 10)
        box(page, 155, 70 + 10 * i, 30, 10)
        put(page, text(folder, ENGLISH[20 * i:20 * i + 24], 90, 7, 10), 28, 72 + 10 * i)
    return page


def note(rng):
    page = Page(blank(), 300)
    hand = Hand(page, Pen.draw("ballpoint", rng), rng)
    for i in range(9):
        hand.scrawl(30 + rng.uniform(-2, 2), 50 + 14 * i, rng.uniform(90, 140), 6)
    return page.rgb


def exam(rng):
    """Black squares in the corners and along the side, rows of bubbles, some of them filled."""
    page = blank()
    for x in (12, 193):
        for y in (12, 280):
            box(page, x, y, 5, 5, None)
    for i in range(22):
        box(page, 193, 40 + 10 * i, 4, 3, None)
        answer = rng.integers(5)
        for j in range(5):
            centre = (int((60 + 18 * j) * K), int((41 + 10 * i) * K))
            cv2.circle(page, centre, int(2.6 * K), (40, 40, 40), -1 if j == answer else 3, cv2.LINE_AA)
    return page


def questionnaire(folder, rng):
    page = blank()
    put(page, text(folder, "Customer questionnaire: tick one box in each row", 150, 10, 14), 25, 25)
    for i in range(14):
        box(page, 25, 60 + 12 * i, 100, 12)
        put(page, text(folder, ENGLISH[18 * i:18 * i + 34], 92, 7, 10), 28, 63 + 12 * i)
        for j in range(4):
            box(page, 125 + 15 * j, 60 + 12 * i, 15, 12)
            box(page, 130 + 15 * j, 63.5 + 12 * i, 5, 5, 0.25)
    marked = Page(page, 300)
    hand = Hand(marked, Pen.draw("gel", rng), rng)
    for i in range(14):
        hand.tick(132 + 15 * rng.integers(4), 67 + 12 * i, 6)
    return page


def newsprint(folder, rng):
    page = blank(222)
    put(page, text(folder, "EVENING COURIER", 180, 22, 40, "DejaVu-Serif-Bold"), 14, 10)
    shots = folder / "shot.ppm"
    for column in range(4):
        y = 40
        while y < 280:
            if rng.random() < 0.3:
                height = int(rng.integers(24, 50))
                clouds = ("-size", f"{int(44 * K)}x{int(height * K)}", "plasma:gray35-gray95")
                tools.magick("xc:white", shots, rng, *clouds, "-delete", 0, "-colorspace", "Gray",
                             "-ordered-dither", "h8x8a", "-colorspace", "sRGB", "-type", "TrueColor")
                put(page, read_pnm(shots), 12 + 47 * column, y)
            else:
                height = 36
                start = int(rng.integers(0, 60))
                put(page, text(folder, ENGLISH[start:] + ENGLISH, 44, height - 1, 7), 12 + 47 * column, y)
            y += height
    return page


def spreadsheet(folder, rng):
    page = blank()
    for row in range(26):
        for column in range(8):
            box(page, 20 + 21 * column, 25 + 9.5 * row, 21, 9.5, 0.2)
            kind = rng.integers(5)
            if kind == 0:
                box(page, 27 + 21 * column, 27 + 9.5 * row, 5, 5, 0.25)
            elif kind == 1:
                box(page, 27 + 21 * column, 27 + 9.5 * row, 5, 5, None)
            elif kind == 2:
                put(page, text(folder, str(rng.integers(100, 9999)), 16, 6, 9), 22 + 21 * column, 26.5 + 9.5 * row)
    return page


def crossword(rng):
    page = blank()
    for row in range(24):
        for column in range(17):
            box(page, 17 + 10 * column, 25 + 10 * row, 10, 10, None if rng.random() < 0.22 else 0.3)
    return page


def chessboard():
    page = blank()
    for row in range(28):
        for column in range(19):
            if (row + column) % 2 == 0:
                box(page, 10 + 10 * column, 10 + 10 * row, 5, 5, None)
    return page
