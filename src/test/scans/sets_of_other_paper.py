"""Sets of paper that is no sheet of the meeting: nothing here is ever read."""

import numpy as np

import dirt
import tools
from fillings import ANY, answered, hand
from foreign import (chessboard, crossword, exam, invoice, letter, newsprint, note, questionnaire, spreadsheet)
from making import scan_set
from pen import Page
from sheets import Stock, read_pnm, write_pnm

NOT_OURS = "unreadable not-a-form|unreadable no-registration"
EMPTY = "unreadable empty-page"


def strange(s, name, picture, states=NOT_OURS, quality=40, dpi=150):
    """Scans what is no sheet of ours; picture: RGB at 300 dpi."""
    source, target = s.folder / "strange.ppm", s.folder / "strange.pgm"
    write_pnm(source, picture)
    tools.magick(source, target, s.rng, "-colorspace", "Gray", *tools.optics(dpi), *tools.laid(s.rng.uniform(-1, 1)),
                 *tools.sensor())
    tools.jpeg(target, s.scans / name, quality)
    s.keep(name, None, states=states)


@scan_set(first=192)
def foreign_letters(s):
    """letters

    An English and a Chinese letter, a bill with a square code of our own sheets pasted in, a handwritten note. None is
    read. Text by ImageMagick, 150 dpi gray, cjpeg."""
    strange(s, "english.jpg", letter(s.folder, "english"))
    strange(s, "chinese.jpg", letter(s.folder, "chinese"))
    strange(s, "bill.jpg", invoice(s.folder, s.sheet().page.rgb), "|".join((NOT_OURS, "foreign forged")))
    strange(s, "note.jpg", note(s.rng))


@scan_set(first=193)
def foreign_blank(s):
    """paper without print

    White, gray recycled paper with its grain, a page with black edges and dust, and the empty back of one of our sheets,
    whose print shines through. None is read. 150 dpi gray, cjpeg."""
    rng = s.rng
    white = np.full((3507, 2480, 3), 252, np.uint8)
    strange(s, "white.jpg", white, EMPTY)
    grain = np.clip(214 + rng.normal(0, 9, (3507, 2480, 1)), 0, 255).astype(np.uint8)
    strange(s, "recycled.jpg", np.repeat(grain, 3, axis=2), EMPTY)
    edges = Page(white.copy(), 300)
    dirt.shade(edges, -1, -1, 212, 3, 1)
    dirt.shade(edges, 207, -1, 4, 299, 1)
    dirt.dust(edges, rng, 120)
    strange(s, "edges.jpg", edges.rgb, EMPTY)
    back, front = Page(white.copy(), 300), s.sheet()
    answered(front, hand(front, rng, "gel"), ANY)
    dirt.shining_through(back, front.page, 0.1)
    strange(s, "back.jpg", back.rgb, "|".join((EMPTY, NOT_OURS)))


@scan_set(first=194)
def foreign_forms(s):
    """other people's forms

    An answer sheet with black squares in its corners, a questionnaire with boxes in a table, a sheet of another meeting
    of ours, two of our sheets copied onto one page at 70 %. None is read. 150 dpi gray, cjpeg."""
    strange(s, "exam.jpg", exam(s.rng))
    strange(s, "questionnaire.jpg", questionnaire(s.folder, s.rng))
    other = Stock("english").sheet(7)
    answered(other, hand(other, s.rng, "gel"), ANY)
    strange(s, "other-meeting.jpg", other.page.rgb, "foreign other-meeting", quality=50, dpi=200)
    pair = [s.sheet(), s.sheet()]
    for sheet in pair:
        answered(sheet, hand(sheet, s.rng, "gel"), ANY)
    two = s.folder / "two.ppm"
    tools.magick(s.picture(pair[0]), two, s.rng, s.picture(pair[1]), "+append", "-rotate", 90, "-resize", "2480x3507!")
    strange(s, "two-on-one.jpg", read_pnm(two), "|".join((NOT_OURS, "unreadable overlap")), quality=50, dpi=200)


@scan_set(first=197)
def foreign_newsprint(s):
    """newsprint

    Four columns of small print with screened pictures and headlines, on gray paper; one page 1 bit. None is read. Text
    and screens by ImageMagick, 150 dpi."""
    for i in range(3):
        picture = newsprint(s.folder, s.rng)
        if i < 2:
            strange(s, f"page-{i + 1}.jpg", picture, quality=30)
        else:
            source, target = s.folder / "news.ppm", s.folder / "news.pgm"
            write_pnm(source, picture)
            tools.magick(source, target, s.rng, "-colorspace", "Gray", *tools.optics(150), *tools.sensor())
            tools.group4([target], s.scans / "bilevel.tif", dpi="150x150")
            s.keep("bilevel.tif", None, states=NOT_OURS)


@scan_set(first=198)
def foreign_tables(s):
    """tables, boards and puzzles

    A spreadsheet with boxes in its cells, a crossword puzzle, a chessboard with squares the size of our marks. None is
    read. 150 dpi gray, cjpeg."""
    strange(s, "spreadsheet.jpg", spreadsheet(s.folder, s.rng))
    strange(s, "crossword.jpg", crossword(s.rng))
    strange(s, "chessboard.jpg", chessboard())
