# SPDX-License-Identifier: GPL-3.0-or-later
"""Mountains, fields, trees, water and weather."""

import math

import numpy
from PIL import Image, ImageDraw

from .canvas import SCALE, clear, mix


def noise(source, count, cells, octaves=4, fade=0.5):
    """`count` values of smooth noise between about -1 and 1."""
    total, weight, heights = numpy.zeros(count), 1.0, 0.0
    for octave in range(octaves):
        size = int(cells * 2 ** octave) + 2
        marks = source.uniform(-1, 1, size)
        places = numpy.linspace(0, size - 2, count)
        left = places.astype(int)
        share = places - left
        share = share * share * (3 - 2 * share)
        total += weight * (marks[left] * (1 - share) + marks[left + 1] * share)
        heights, weight = heights + weight, weight * fade
    return total / heights


def ridge(c, base, height, cells=4, kind="soft"):
    """The points of a mountain line: soft hills, sharp peaks or the steep cones of karst."""
    step = 4
    count = c.width // step + 3
    if kind == "karst":
        line = numpy.zeros(count)
        xs = numpy.arange(count) * step
        for _ in range(int(cells * 2)):
            centre, wide = c.random.uniform(0, c.width), c.random.uniform(0.04, 0.10) * c.width
            line = numpy.maximum(line, c.random.uniform(0.3, 1) * numpy.exp(-(abs(xs - centre) / wide) ** 2.6))
        line = line + 0.06 * noise(c.grains, count, 30, 3)
    elif kind == "sharp":
        line = 1 - 2 * abs(noise(c.grains, count, cells, 5, 0.48))
    else:
        line = noise(c.grains, count, cells, 3, 0.4)
    return [((i - 1) * step, base - height * float(v)) for i, v in enumerate(line)]


def hill(c, line, top, bottom, below=None):
    """Everything below a mountain line, fading downwards."""
    lowest = min(c.height, below or c.height)
    c.shade(line + [(c.width + 8, lowest), (-8, lowest)], top, bottom)


def ranges(c, far, near, mist, first=0.42, last=0.92, count=6, height=0.13, kind="soft", fog=0.45):
    """Mountain ranges one before the other, each rising out of the mist of the next."""
    for i in range(count):
        share = i / max(1, count - 1)
        base = c.height * (first + (last - first) * share)
        tall = c.height * height * (1.15 - 0.45 * share)
        line = ridge(c, base, tall, 3 + i * 0.8, kind if i < count - 1 else "soft")
        colour = mix(far, near, share)
        hill(c, line, colour, mix(colour, mist, 0.62 * (1 - share) + 0.1))
        if i < count - 1 and fog:
            c.mist(base + tall * 0.55, c.height * 0.12, mist, fog * (1 - share * 0.5))


def sun(c, x, y, radius, colour, halo, strength=0.55):
    c.glow(x, y, radius * 5.5, halo, strength)
    c.disc(x, y, radius, colour)


def cloud(c, x, y, size, colour, alpha=200):
    """A flat cloud of the kind old prints have."""
    mask = Image.new("L", c.image.size)
    pen = ImageDraw.Draw(mask)
    for dx, dy, wide in ((0, 0, 1), (-0.55, 0.16, 0.7), (0.6, 0.14, 0.75), (0.15, -0.18, 0.55)):
        rx, ry = size * wide * 0.62, size * 0.11
        area = (x + dx * size - rx, y + dy * size - ry, x + dx * size + rx, y + dy * size + ry)
        pen.rounded_rectangle([v * SCALE for v in area], ry * SCALE, fill=alpha)
    c.image.paste(Image.new("RGB", c.image.size, mix(colour, colour, 0)), (0, 0), mask)


def birds(c, x, y, count, colour, size=9):
    for _ in range(count):
        bx, by = x + c.random.uniform(-110, 110), y + c.random.uniform(-46, 46)
        s = size * c.random.uniform(0.6, 1.1)
        c.line([(bx - s, by - s * 0.35), (bx, by), (bx + s, by - s * 0.45)], colour, 2)


def stars(c, until, count=110):
    for _ in range(count):
        c.disc(c.random.uniform(0, c.width), c.random.uniform(0, until), c.random.uniform(0.7, 1.9),
               (255, 250, 225, c.random.randint(80, 220)))


def pine(c, x, y, height, colour):
    c.box(x - height * 0.025, y - height * 0.14, x + height * 0.025, y, mix(colour, "#1a1210", 0.5))
    for i in range(4):
        top = y - height * (1 - i * 0.2)
        low = y - height * (0.64 - i * 0.175)
        wide = height * (0.11 + i * 0.052)
        c.polygon([(x, top), (x + wide, low), (x, low - height * 0.03), (x - wide, low)], mix(colour, "#ffffff", 0.05 * (3 - i)))


def pines(c, line, colour, every=26, tall=(34, 70)):
    """A wood along a mountain line."""
    x = -10.0
    while x < c.width + 10:
        y = numpy.interp(x, [p[0] for p in line], [p[1] for p in line])
        pine(c, x, y + 6, c.random.uniform(*tall), mix(colour, "#000000", c.random.uniform(0, 0.16)))
        x += every * c.random.uniform(0.5, 1.5)


def tree(c, x, y, radius, leaf, trunk="#5a3d2b", fruit=None, count=16):
    """A round tree standing at (x, y), with fruits when they have a colour."""
    c.polygon([(x - radius * 0.1, y), (x - radius * 0.06, y - radius), (x + radius * 0.06, y - radius), (x + radius * 0.1, y)], trunk)
    middle = y - radius * 1.35
    blobs = [(0, 0, 0.8), (-0.5, 0.2, 0.55), (0.5, 0.22, 0.55), (-0.28, -0.36, 0.52), (0.32, -0.34, 0.5)]
    for dx, dy, r in blobs:
        c.disc(x + dx * radius, middle + dy * radius + radius * 0.08, r * radius, mix(leaf, "#06251c", 0.28))
    for dx, dy, r in blobs:
        c.disc(x + dx * radius - radius * 0.05, middle + dy * radius - radius * 0.04, r * radius * 0.92, leaf)
    for dx, dy, r in blobs:
        c.disc(x + dx * radius - radius * 0.16, middle + dy * radius - radius * 0.18, r * radius * 0.5, mix(leaf, "#f6f0b0", 0.2))
    for _ in range(count if fruit else 0):
        angle, away = c.random.uniform(0, 2 * math.pi), radius * 0.85 * math.sqrt(c.random.random())
        fx, fy, r = x + away * math.cos(angle), middle + away * 0.85 * math.sin(angle), radius * 0.105
        c.disc(fx + r * 0.15, fy + r * 0.2, r, mix(fruit, "#7a2c00", 0.45))
        c.disc(fx, fy, r, fruit)
        c.disc(fx - r * 0.3, fy - r * 0.35, r * 0.32, mix(fruit, "#ffffff", 0.55))


def bamboo(c, x, y, height, colour, count=7):
    for _ in range(count):
        lean, foot = c.random.uniform(-0.3, 0.3) * height, x + c.random.uniform(-18, 18)
        points = [(foot + lean * (t / 10) ** 2, y - height * t / 10 + abs(lean) * 0.3 * (t / 10) ** 3) for t in range(11)]
        c.line(points, mix(colour, "#e8e6a0", c.random.uniform(0.05, 0.3)), height * 0.018)
        for px, py in points[4:]:
            for _ in range(4):
                long, angle = height * c.random.uniform(0.08, 0.17), c.random.uniform(0.1, 3.0)
                dx, dy = long * math.cos(angle), long * math.sin(angle) * 0.8
                c.polygon([(px, py), (px + dx * 0.5 - dy * 0.13, py + dy * 0.5 + dx * 0.1), (px + dx, py + dy),
                           (px + dx * 0.5 + dy * 0.13, py + dy * 0.5 - dx * 0.1)],
                          clear(mix(colour, "#10321f", c.random.uniform(0, 0.45)), 230))


def reeds(c, y, colour, every=9, tall=(20, 60), left=0, right=None):
    x = left
    while x < (c.width if right is None else right):
        long = c.random.uniform(*tall)
        lean = c.random.uniform(-0.35, 0.35) * long
        c.polygon([(x - 2, y), (x + lean, y - long), (x + 2, y)], mix(colour, "#000000", c.random.uniform(0, 0.3)))
        x += every * c.random.uniform(0.4, 1.6)


def blob(c, x, y, rx, ry, waves, count=90):
    """A bent ring: the edge of one terrace. `waves` are (how many, how strong, where)."""
    points = []
    for i in range(count):
        angle = 2 * math.pi * i / count
        bend = 1 + sum(strong * math.sin(many * angle + where) for many, strong, where in waves)
        points.append((x + rx * bend * math.cos(angle), y + ry * bend * math.sin(angle)))
    return points


def terraces(c, x, y, rx, ry, levels, rise, field, riser, edge):
    """A terraced hill seen from above: `field(share)` is the colour of a level, from the foot (0) to the top (1)."""
    waves = [(k, c.random.uniform(0.02, 0.09) / (k * 0.45), c.random.uniform(0, 6.3)) for k in (2, 3, 5, 7)]
    sway = c.random.uniform(-0.12, 0.12)
    for i in range(levels):
        share = i / levels
        shrink = 1 - share ** 0.92
        middle = (x + sway * rx * share, y - i * rise)
        bent = [(k, s, w + share * 0.9) for k, s, w in waves]
        ring = blob(c, middle[0], middle[1], rx * shrink, ry * shrink, bent)
        c.polygon([(px, py + rise * 0.85) for px, py in ring], mix(riser, field(share), 0.25 * share))
        c.polygon(ring, field(share))
        c.line(ring + ring[:1], edge, 1.6)


def rain(c, count, colour, slant=0.22, long=(18, 46)):
    for _ in range(count):
        x, y, s = c.random.uniform(-80, c.width), c.random.uniform(-40, c.height), c.random.uniform(*long)
        c.line([(x, y), (x - s * slant, y + s)], clear(colour, c.random.randint(40, 130)), 1.4)


def rows(c, top, bottom, lean, colours, count=14):
    """Planted rows running to the horizon, between two heights."""
    middle = c.width * lean
    for i in range(-count, count):
        far = 26 * i
        near = 210 * i
        shape = [(middle + far, top), (middle + far + 15, top), (middle + near + 125, bottom), (middle + near, bottom)]
        c.shade(shape, colours[0], colours[1])
