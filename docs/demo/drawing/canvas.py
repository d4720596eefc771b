# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet of paper: shapes, gradients, light, mist and grain. Coordinates are pixels of the finished picture."""

import math
import random

import numpy
from PIL import Image, ImageChops, ImageDraw, ImageFilter

SCALE = 2  # everything is drawn twice as large and reduced at the end, so that edges are smooth


def rgb(value):
    """(r, g, b) or (r, g, b, a) of '#rrggbb', '#rrggbbaa' or a tuple."""
    if isinstance(value, tuple):
        return value
    text = value.lstrip("#")
    return tuple(int(text[i:i + 2], 16) for i in range(0, len(text), 2))


def mix(first, second, share):
    """The colour `share` of the way from the first to the second."""
    a, b = rgb(first)[:3], rgb(second)[:3]
    return tuple(round(x + (y - x) * share) for x, y in zip(a, b))


def clear(value, alpha):
    """The colour with an alpha of 0 to 255."""
    return rgb(value)[:3] + (alpha,)


class Canvas:
    """One picture being drawn; `random` is its own, so that pictures do not depend on each other."""

    def __init__(self, width, height, seed):
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * SCALE, height * SCALE))
        self.random = random.Random(seed)
        self.grains = numpy.random.RandomState(seed)

    def pen(self):
        return ImageDraw.Draw(self.image, "RGBA")

    @staticmethod
    def scaled(points):
        return [(x * SCALE, y * SCALE) for x, y in points]

    def sky(self, *stops):
        """Fills the sheet from top to bottom; a stop is (share of the height, colour)."""
        ys = numpy.linspace(0, 1, self.height * SCALE)
        places = [stop[0] for stop in stops]
        columns = [numpy.interp(ys, places, [rgb(stop[1])[i] for stop in stops]) for i in range(3)]
        column = numpy.stack(columns, axis=1)[:, None, :]
        self.image = Image.fromarray(numpy.broadcast_to(column, (len(ys), self.width * SCALE, 3)).astype("uint8").copy())

    def polygon(self, points, fill):
        self.pen().polygon(self.scaled(points), fill=rgb(fill))

    def box(self, left, top, right, bottom, fill, radius=0):
        area = [v * SCALE for v in (left, top, right, bottom)]
        if radius:
            self.pen().rounded_rectangle(area, radius * SCALE, fill=rgb(fill))
        else:
            self.pen().rectangle(area, fill=rgb(fill))

    def oval(self, x, y, rx, ry, fill):
        self.pen().ellipse([(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE], fill=rgb(fill))

    def disc(self, x, y, radius, fill):
        self.oval(x, y, radius, radius, fill)

    def line(self, points, fill, width=2.0):
        self.pen().line(self.scaled(points), fill=rgb(fill), width=max(1, round(width * SCALE)), joint="curve")

    def arc(self, x, y, radius, start, end, fill, width=2.0):
        area = [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE]
        self.pen().arc(area, start, end, fill=rgb(fill), width=round(width * SCALE))

    def shade(self, points, top, bottom, above=None, below=None):
        """A polygon that fades from the colour `top` to `bottom`, between the heights `above` and `below`."""
        ys = [y for _, y in points]
        above = min(ys) if above is None else above
        below = max(ys) if below is None else below
        left = max(0, int(min(x for x, _ in points) * SCALE))
        right = min(self.image.width, int(max(x for x, _ in points) * SCALE) + 1)
        first = max(0, int(min(ys) * SCALE))
        last = min(self.image.height, int(max(ys) * SCALE) + 1)
        if right <= left or last <= first:
            return
        mask = Image.new("L", (right - left, last - first))
        ImageDraw.Draw(mask).polygon([(x * SCALE - left, y * SCALE - first) for x, y in points], fill=255)
        share = numpy.clip((numpy.arange(first, last) / SCALE - above) / max(1, below - above), 0, 1)[:, None]
        column = numpy.array(rgb(top)[:3]) * (1 - share) + numpy.array(rgb(bottom)[:3]) * share
        strip = numpy.broadcast_to(column[:, None, :], (last - first, right - left, 3)).astype("uint8")
        self.image.paste(Image.fromarray(strip.copy()), (left, first), mask)

    def glow(self, x, y, radius, colour, strength=0.6):
        """Light around a point: a share of `strength` in the middle, none at `radius`."""
        ys, xs = numpy.mgrid[0:self.height:4, 0:self.width:4]
        away = numpy.sqrt((xs - x) ** 2 + (ys - y) ** 2) / radius
        light = (numpy.clip(1 - away, 0, 1) ** 2 * 255 * strength).astype("uint8")
        mask = Image.fromarray(light).resize(self.image.size, Image.BICUBIC)
        self.image.paste(Image.new("RGB", self.image.size, rgb(colour)[:3]), (0, 0), mask)

    def mist(self, y, height, colour, strength=0.5, pieces=9):
        """A soft bank of fog across the sheet."""
        small = Image.new("L", (self.width // 4, self.height // 4))
        pen = ImageDraw.Draw(small)
        for _ in range(pieces):
            x = self.random.uniform(-0.1, 1.1) * small.width
            rx = self.random.uniform(0.15, 0.35) * small.width
            top = (y + self.random.uniform(-0.4, 0.4) * height) / 4
            pen.ellipse([x - rx, top - height / 9, x + rx, top + height / 9], fill=round(255 * strength))
        mask = small.filter(ImageFilter.GaussianBlur(max(4, height / 11))).resize(self.image.size, Image.BICUBIC)
        self.image.paste(Image.new("RGB", self.image.size, rgb(colour)[:3]), (0, 0), mask)

    def shadow(self, points, colour=(20, 24, 40), strength=0.3, blur=8):
        """A soft shadow of the shape."""
        mask = Image.new("L", (self.width, self.height))
        ImageDraw.Draw(mask).polygon(points, fill=round(255 * strength))
        mask = mask.filter(ImageFilter.GaussianBlur(blur)).resize(self.image.size, Image.BILINEAR)
        self.image.paste(Image.new("RGB", self.image.size, colour), (0, 0), mask)

    def mirror(self, y, tint, strength=0.35, ripple=3.0):
        """Water below the height `y`: what stands above it upside down, tinted, with ripples."""
        top = y * SCALE
        deep = self.image.height - top
        above = self.image.crop((0, max(0, top - deep), self.image.width, top)).transpose(Image.FLIP_TOP_BOTTOM)
        rows = numpy.asarray(above.resize((self.image.width, deep)).filter(ImageFilter.GaussianBlur(3)))
        moved = numpy.empty_like(rows)
        for i in range(deep):
            slope = i / deep
            moved[i] = numpy.roll(rows[i], int(math.sin(i * 0.23 / (0.4 + slope)) * ripple * SCALE * (0.3 + slope)), axis=0)
        water = Image.blend(Image.fromarray(moved), Image.new("RGB", (self.image.width, deep), rgb(tint)[:3]), strength)
        self.image.paste(water, (0, top))
        for _ in range(70):
            share = self.random.random() ** 0.7
            row = y + share * (self.height - y)
            x, long = self.random.uniform(0, self.width), self.random.uniform(20, 150) * (0.3 + share)
            self.line([(x, row), (x + long, row)], (255, 255, 255, self.random.randint(14, 46)), 1 + share * 1.5)

    def finished(self, grain=1.1, vignette=0.16):
        """The picture at its own size, with paper grain and slightly darker corners."""
        small = self.image.resize((self.width, self.height), Image.LANCZOS)
        ys, xs = numpy.mgrid[-1:1:self.height * 1j, -1:1:self.width * 1j]
        corner = 1 - vignette * numpy.clip((xs ** 2 + ys ** 2) / 2, 0, 1) ** 1.6
        paper = self.grains.normal(0, grain, (self.height // 2 + 1, self.width // 2 + 1))
        paper = numpy.asarray(Image.fromarray(paper.astype("float32")).resize((self.width, self.height), Image.BICUBIC))
        pixels = numpy.asarray(small).astype("float32") * corner[:, :, None] + paper[:, :, None]
        return Image.fromarray(numpy.clip(pixels, 0, 255).astype("uint8"))


def over(first, second):
    """Two pictures of one size, the lighter of each pixel."""
    return ImageChops.lighter(first, second)
