# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of the fictional province: relief, rivers, communes and their names."""

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from .canvas import SCALE, mix, rgb

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans%s.ttf"
WEST, EAST, SOUTH, NORTH = 104.1, 104.7, 21.9, 22.3  # the frame of content/ban-do/tinh-may-ngan/dia-gioi.geojson

# name: (longitude, latitude); wards come first
COMMUNES = {
    "P. Bến Sương": (104.315, 22.035), "P. Ngàn Thượng": (104.395, 22.065), "P. Chợ Chàm": (104.375, 21.995), "P. Lò Gốm": (104.47, 22.02),
    "Suối Lụa": (104.215, 22.105), "Thác Lụa": (104.3, 22.13), "Khau Sương": (104.37, 22.19), "Lũng Mây": (104.29, 22.235),
    "Pu Sương": (104.2, 22.215), "Huổi Lanh": (104.46, 22.245), "Phiêng Ngàn": (104.46, 22.145), "Đồng Sợi": (104.545, 22.055),
    "Tà Chàm": (104.185, 22.02), "Nậm Tơ": (104.55, 22.205), "Bản Thoi": (104.62, 22.15), "Vực Chàm": (104.25, 21.965),
    "Nà Dẻ": (104.33, 21.94), "Mường Sợi": (104.62, 22.045), "Đèo Chỉ": (104.54, 22.125), "Khe Vối": (104.44, 21.94),
    "Pá Thoi": (104.63, 22.235), "Sơn Chàm": (104.165, 21.95), "Bình Lụa": (104.54, 21.965), "Tân Sương": (104.62, 21.96),
}
GREENS = ("#d3e2a8", "#e6e0a6", "#c3d99f", "#eed7a0", "#b9d3a8", "#dfe8b8")


def place(c, longitude, latitude):
    """The point of the sheet where a place lies."""
    x = 0.07 + 0.86 * (longitude - WEST) / (EAST - WEST)
    y = 0.12 + 0.8 * (NORTH - latitude) / (NORTH - SOUTH)
    return x * c.width, y * c.height


def waves(c, first, octaves):
    """A smooth field of the size of the small map, about -1 to 1: random heights on finer and finer grids."""
    size = (c.width // 2, c.height // 2)
    field = numpy.zeros((size[1], size[0]))
    for i in range(octaves):
        cells = first * 2 ** i
        grid = c.grains.uniform(-1, 1, (cells * 3 // 4 + 2, cells + 2)).astype("float32")
        field += numpy.asarray(Image.fromarray(grid).resize(size, Image.BICUBIC)) / 1.9 ** i
    return field


def communes(c):
    """For each point of the small map the number of its commune, or -1 outside the province."""
    height, width = c.height // 2, c.width // 2
    ys, xs = numpy.mgrid[0:height, 0:width].astype(float) * 2
    bent_x, bent_y = xs + 42 * waves(c, 7, 5), ys + 42 * waves(c, 7, 5)
    seeds = [place(c, *where) for where in COMMUNES.values()]
    away = numpy.stack([(bent_x - x) ** 2 + (bent_y - y) ** 2 for x, y in seeds])
    nearest = away.argmin(axis=0)
    middle_x, middle_y = place(c, (WEST + EAST) / 2, (SOUTH + NORTH) / 2)
    reach = numpy.abs((bent_x - middle_x) / (c.width * 0.44)) ** 3 + numpy.abs((bent_y - middle_y) / (c.height * 0.4)) ** 3
    return numpy.where(reach < 1, nearest, -1)


def edges(numbers, outside):
    """Where neighbours differ; with `outside` only the border of the province."""
    kind = numbers < 0 if outside else numbers
    change = numpy.zeros(numbers.shape, bool)
    change[:, 1:] |= kind[:, 1:] != kind[:, :-1]
    change[1:, :] |= kind[1:, :] != kind[:-1, :]
    if not outside:
        change &= numbers >= 0
    return Image.fromarray((change * 255).astype("uint8"))


def coloured(c, numbers):
    """Communes in soft colours under light from the north-west."""
    relief = numpy.abs(waves(c, 9, 4))
    light = numpy.clip(1 + 1.7 * (relief - numpy.roll(relief, (3, 3), (0, 1))), 0.8, 1.12)
    palette = numpy.array([rgb(GREENS[(i * 5 + i // 6) % 6])[:3] for i in range(len(COMMUNES))] + [rgb("#f3f0e6")[:3]])
    pixels = palette[numbers].astype(float)
    inside = (numbers >= 0)[:, :, None]
    pixels = numpy.where(inside, pixels * light[:, :, None], pixels)
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype("uint8"))


def stream(c, points, wide, inside):
    """A river through places, drawn within the province only."""
    track = [place(c, *point) for point in points]
    line = []
    for i in range(len(track) - 1):
        before, after = track[max(0, i - 1)], track[min(len(track) - 1, i + 2)]
        for step in range(16):
            t = step / 16
            spots = (before, track[i], track[i + 1], after)
            line.append(tuple(0.5 * (2 * b + (d - a) * t + (2 * a - 5 * b + 4 * d - e) * t ** 2 + (3 * b - a - 3 * d + e) * t ** 3)
                              for a, b, d, e in zip(*spots)))
    mask = Image.new("L", c.image.size)
    ImageDraw.Draw(mask).line([(x * SCALE, y * SCALE) for x, y in line + [track[-1]]], fill=255, width=round(wide * SCALE), joint="curve")
    c.image.paste(Image.new("RGB", c.image.size, rgb("#4f9fc4")), (0, 0), Image.composite(mask, Image.new("L", mask.size), inside))


def name(c, words, x, y, size, bold=False, colour="#22302a"):
    font = ImageFont.truetype(FONT % ("-Bold" if bold else ""), size * SCALE)
    c.pen().text((x * SCALE, y * SCALE), words, font=font, fill=colour, anchor="mm", stroke_width=3 * SCALE, stroke_fill="#fbf8ecdd")


def province(c):
    numbers = communes(c)
    c.image = coloured(c, numbers).resize(c.image.size, Image.BICUBIC)
    inside = Image.fromarray(((numbers >= 0) * 255).astype("uint8")).resize(c.image.size, Image.BILINEAR)
    for outside, wide, colour in ((False, 3, "#8a8468"), (True, 5, "#a5443a")):
        line = edges(numbers, outside).filter(ImageFilter.MaxFilter(wide)).resize(c.image.size, Image.BICUBIC).filter(ImageFilter.GaussianBlur(1.4))
        c.image.paste(Image.new("RGB", c.image.size, rgb(colour)), (0, 0), line)
    stream(c, ((104.1, 22.2), (104.16, 22.16), (104.2, 22.12), (104.25, 22.075), (104.29, 22.035), (104.311, 22.02)), 7, inside)
    stream(c, ((104.33, 22.32), (104.34, 22.22), (104.33, 22.15), (104.34, 22.08), (104.31, 22.02), (104.36, 21.97), (104.4, 21.96),
               (104.46, 21.98), (104.54, 22.01), (104.62, 22.0), (104.72, 21.98)), 13, inside)
    stream(c, ((104.7, 22.25), (104.6, 22.2), (104.53, 22.16), (104.5, 22.09), (104.5, 22.04), (104.485, 21.992)), 7, inside)
    for words, where in COMMUNES.items():
        x, y = place(c, *where)
        ward = words.startswith("P. ")
        if ward:
            c.box(x - 9, y - 30, x + 9, y - 12, "#a5443a", 3)
        else:
            c.disc(x, y - 20, 7, mix("#2f4f45", "#ffffff", 0.1))
        name(c, words.replace("P. ", ""), x, y + 2, 23 if ward else 20, ward)
    name(c, "TỈNH MÂY NGÀN", c.width / 2, c.height * 0.045, 38, True, "#7a2a24")
    name(c, "Tỉnh hư cấu, vẽ để minh họa", c.width * 0.86, c.height - 46, 18)
    name(c, "sông Ngàn", *place(c, 104.42, 21.975), 18, False, "#1f5f86")
    name(c, "suối Lụa", *place(c, 104.155, 22.16), 17, False, "#1f5f86")
    for x, words in ((130, "phường"), (290, "xã")):
        if words == "xã":
            c.disc(x, c.height - 46, 7, "#435f56")
        else:
            c.box(x - 9, c.height - 55, x + 9, c.height - 37, "#a5443a", 3)
        name(c, words, x + (54 if words == "phường" else 30), c.height - 46, 19)
