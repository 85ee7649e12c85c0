"""What people do to a form: a way of filling in a whole sheet, and what a careful scrutineer says about each row."""

import numpy as np

from pen import Hand, Pen

PENS = ("gel", "ballpoint", "fountain", "gel", "marker", "pencil")


def hand(sheet, rng, kind=None, ink=None):
    return Hand(sheet.page, Pen.draw(kind or str(rng.choice(PENS)), rng, ink), rng)


# one mark ------------------------------------------------------------------------------------------------------------

def tick(smallest, largest):
    def draw(h, row, option):
        size = h.rng.uniform(smallest, largest)
        x, y = row.centre(option)
        dx = np.clip(h.rng.normal(-0.06 * min(size, 8), 0.6), -2, 2)
        dy = np.clip(h.rng.normal(0.22 * min(size, 6), 0.5), -1.6, 2)
        h.tick(x + dx, y + dy, size)
    return draw


def around(h, row, option):
    x, y = row.centre(option)
    h.circle(x + h.rng.normal(0, 0.25), y + h.rng.normal(0, 0.2), h.rng.uniform(7.6, 9.5), h.rng.uniform(7.2, 8.4))


def inside(h, row, option):
    x, y = row.centre(option)
    size = h.rng.uniform(2.4, 4.2)
    h.circle(x + h.rng.normal(0, 0.2), y + h.rng.normal(0, 0.2), size * h.rng.uniform(0.9, 1.2), size)


def fill(h, row, option):
    h.fill(row.boxes[option])


def stroke(h, row, option):
    x, y = row.centre(option)
    h.stroke(x + h.rng.normal(0, 0.4), y + h.rng.normal(0, 0.3), h.rng.uniform(2.5, 6))


def dot(h, row, option):
    x, y = row.centre(option)
    size = h.rng.uniform(1.5, 2.6)
    h.dot(x + h.rng.normal(0, 0.5), y + h.rng.normal(0, 0.5), max(size, h.pen.width + 0.05))


def cross(smallest, largest):
    def draw(h, row, option):
        x, y = row.centre(option)
        h.cross(x + h.rng.normal(0, 0.3), y + h.rng.normal(0, 0.3), h.rng.uniform(smallest, largest))
    return draw


def beside(h, row, option):
    """A tick in the cell, clear of the box."""
    x, y = row.centre(option)
    h.tick(x + h.rng.choice([-4.6, 4.0]), y + h.rng.uniform(-0.5, 1.5), h.rng.uniform(2.5, 4))


ANY = (tick(3, 8), tick(3, 8), tick(5, 12), tick(2.2, 4), around, inside, fill, stroke, dot)


# one sheet -----------------------------------------------------------------------------------------------------------

def answered(sheet, h, ways, blank=0.14, rests=0.12):
    """Most rows answered in one of some ways; here and there a row stays empty, or the pen rests in another box."""
    rng = h.rng
    for row in sheet.rows:
        option = int(rng.integers(len(row.options)))
        if rng.random() < blank:
            sheet.meant[row.item] = "blank"
        else:
            ways[int(rng.integers(len(ways)))](h, row, option)
            sheet.meant[row.item] = row.options[option]
        if rng.random() < rests:
            other = (option + 1 + int(rng.integers(len(row.options) - 1))) % len(row.options)
            x, y = row.centre(other)
            h.rest(x + rng.uniform(-1.6, 1.6), y + rng.uniform(-1.6, 1.6))


def crossed(sheet, h, smallest=3, largest=7):
    """Crosses, with ticks between them."""
    rng = h.rng
    for i, row in enumerate(sheet.rows):
        option = int(rng.integers(len(row.options)))
        if i % 4 == 3:
            tick(3, 7)(h, row, option)
            sheet.meant[row.item] = row.options[option]
        else:
            cross(smallest, largest)(h, row, option)
            sheet.meant[row.item] = "doubtful"


def altered(sheet, h):
    """A mark struck out and another one made, in two rows of three."""
    rng = h.rng
    for i, row in enumerate(sheet.rows):
        first = int(rng.integers(len(row.options)))
        second = (first + 1 + int(rng.integers(len(row.options) - 1))) % len(row.options)
        tick(3.5, 6)(h, row, second)
        sheet.meant[row.item] = row.options[second]
        if i % 3 != 2:
            x, y = row.centre(first)
            (tick(3, 6) if rng.random() < 0.7 else inside)(h, row, first)
            h.scribble(x, y, rng.uniform(5, 8), rng.uniform(3.5, 5.5))
            sheet.meant[row.item] = "doubtful"


def doubled(sheet, h, ways):
    """Two plain marks in every second row: a scrutineer may call it spoilt, or want to see it."""
    rng = h.rng
    for i, row in enumerate(sheet.rows):
        first = int(rng.integers(len(row.options)))
        second = (first + 1 + int(rng.integers(len(row.options) - 1))) % len(row.options)
        ways[int(rng.integers(len(ways)))](h, row, first)
        sheet.meant[row.item] = row.options[first]
        if i % 2 == 0:
            ways[int(rng.integers(len(ways)))](h, row, second)
            sheet.meant[row.item] = "overmarked"


def columned(sheet, h, option, first, last):
    """One stroke through the boxes of several rows; the other rows are ticked."""
    rng = h.rng
    for i, row in enumerate(sheet.rows):
        if first <= i <= last:
            sheet.meant[row.item] = "doubtful"
        else:
            other = int(rng.integers(len(row.options)))
            tick(2.5, 4)(h, row, other)
            sheet.meant[row.item] = row.options[other]
    x, top = sheet.rows[first].centre(option)
    _, bottom = sheet.rows[last].centre(option)
    h.strike(x + rng.normal(0, 0.5), top - 1.5, x + rng.normal(0, 0.7), bottom + 1.5)


def bordering(sheet, h):
    """Small marks across the line between two cells, and between two rows; never in three rows that follow."""
    rng = h.rng
    for i, row in enumerate(sheet.rows):
        option = int(rng.integers(len(row.options)))
        x, y, w, height = row.cells[option]
        if i % 3 == 0 and option + 1 < len(row.options):
            h.dot(x + w + rng.uniform(-0.25, 0.25), y + height / 2, max(1.8, h.pen.width + 0.2))
            sheet.meant[row.item] = "doubtful"
        elif i % 3 == 1:
            tick(3, 6)(h, row, option)
            sheet.meant[row.item] = row.options[option]


def faint(sheet, rng, cover):
    """Marks of a pencil that hardly touched the paper: the mark itself, or a doubt, but never an empty row."""
    h = Hand(sheet.page, Pen("pencil", "graphite", rng.uniform(0.5, 0.7), cover, 0.3), rng)
    for row in sheet.rows:
        option = int(rng.integers(len(row.options)))
        if rng.random() < 0.8:
            (tick(4, 8) if rng.random() < 0.7 else stroke)(h, row, option)
            sheet.meant[row.item] = row.options[option] + "|doubtful"


def annotated(sheet, h):
    """Everything on a sheet that is no mark: notes in the margins, underlined words, a name at the foot."""
    rng = h.rng
    first, last = sheet.rows[0], sheet.rows[-1]
    left = first.cells[0][0]
    for row in sheet.rows:
        if rng.random() < 0.3:
            level = row.boxes[0][1] + row.boxes[0][3] + 0.6
            h.strike(left - rng.uniform(40, 60), level, left - rng.uniform(6, 15), level + rng.normal(0, 0.4))
    h.scrawl(30, last.cells[0][1] + last.cells[0][3] + 4, 45, 5)
    h.scrawl(70, 289, 30, 4)
    edge = first.cells[-1][0] + first.cells[-1][2]
    h.scrawl(edge + 2.5, first.cells[0][1] + 40, 6, 4)


def rested(sheet, h):
    """Nobody marked anything: the pen rested here and there."""
    rng = h.rng
    for row in sheet.rows:
        for option in range(len(row.options)):
            if rng.random() < 0.5:
                x, y = row.centre(option)
                h.rest(x + rng.uniform(-6, 6), y + rng.uniform(-2.8, 2.8))


def doubtable(sheet, x, y, reach):
    """Rows with a cell that a stamp around (x, y) covers may be doubted; reach: its diameter, mm."""
    for row in sheet.rows:
        touched = False
        for left, top, width, height in row.cells:
            dx = max(left - x, 0, x - left - width)
            dy = max(top - y, 0, y - top - height)
            touched |= dx * dx + dy * dy < (reach / 2) ** 2
        if touched:
            sheet.meant[row.item] += "|doubtful"
