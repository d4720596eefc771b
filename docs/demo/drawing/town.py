# SPDX-License-Identifier: GPL-3.0-or-later
"""The town and its trade: order, safety, sport, markets."""

import math

from . import nature as n
from . import people as p
from .canvas import clear, mix


def bins(c):
    c.sky((0, "#bfe3e6"), (0.6, "#eef6e6"), (1, "#dfeec9"))
    n.ranges(c, "#b5dcd8", "#86c0a0", "#eef7ea", 0.42, 0.6, 3, 0.14, "soft", 0.3)
    c.shade([(0, 600), (1600, 600), (1600, 900), (0, 900)], "#d6d2c2", "#b3ad99")
    for x in (60, 1540):
        n.tree(c, x, 640, 120, "#4f9a55")
    for i, (x, col) in enumerate(((420, "#3f9a5a"), (800, "#e0a02c"), (1180, "#2f7fb5"))):
        c.shadow([(x - 130, 790), (x + 150, 790), (x + 170, 830), (x - 110, 830)], strength=0.35, blur=14)
        c.shade([(x - 130, 360), (x + 130, 360), (x + 104, 800), (x - 104, 800)], mix(col, "#ffffff", 0.12), mix(col, "#000000", 0.16))
        c.box(x - 146, 320, x + 146, 366, mix(col, "#000000", 0.2), 16)
        c.box(x - 40, 300, x + 40, 326, mix(col, "#000000", 0.35), 10)
        for k in (-70, 0, 70):
            c.line([(x + k, 390), (x + k * 0.82, 780)], clear("#ffffff", 40), 6)
        c.disc(x, 560, 70, "#fdf8ea")
        if i == 0:
            c.polygon([(x - 40, 592), (x - 34, 536), (x + 40, 522), (x + 30, 580)], col)
            c.line([(x - 46, 606), (x + 20, 544)], "#fdf8ea", 5)
        elif i == 1:
            for k in range(3):
                a = math.radians(-90 + k * 120)
                b = math.radians(-90 + k * 120 + 84)
                c.line([(x + 42 * math.cos(a), 564 + 42 * math.sin(a)), (x + 42 * math.cos(b), 564 + 42 * math.sin(b))], col, 12)
                c.polygon([(x + 42 * math.cos(b) + 16 * math.cos(b), 564 + 42 * math.sin(b) + 16 * math.sin(b)),
                           (x + 42 * math.cos(b) - 16 * math.cos(b), 564 + 42 * math.sin(b) - 16 * math.sin(b)),
                           (x + 42 * math.cos(b + 0.5), 564 + 42 * math.sin(b + 0.5))], col)
        else:
            c.box(x - 26, 528, x + 26, 600, col, 6)
            c.box(x - 12, 514, x + 12, 530, col, 3)
    for x, col, h in ((230, "#b5413b", 290), (985, "#6a4c8c", 280), (1410, "#e0a83a", 210)):
        p.person(c, x, 860, h, col, arm=70)


def embankment(c):
    c.sky((0, "#2d3f7a"), (0.35, "#8a6aa0"), (0.55, "#f0a98a"), (1, "#f6cf9e"))
    n.sun(c, 1130, 400, 58, "#ffe3b0", "#ffbf80", 0.8)
    n.ranges(c, "#a57f9c", "#5a4a72", "#f2b894", 0.44, 0.56, 3, 0.14, "soft", 0.3)
    for i in range(15):
        x, w, h = 54 + i * 112, 104 + (i * 37) % 26, 46 + (i * 53) % 62
        wall = mix("#4f4468", "#8a6480", (i % 4) / 4)
        p.house(c, x, 532, w, h, wall, mix(wall, "#2a1a30", 0.45), "#ffdc94", 1 + h // 70, 3, False)
    c.mirror(530, "#4a4a80", 0.3)
    c.shade([(0, 770), (1600, 700), (1600, 900), (0, 900)], "#b79a8a", "#6d5a66")
    c.line([(0, 730), (1600, 662)], "#3a3044", 6)
    for i in range(33):
        x = i * 50
        c.line([(x, 730 - x * 0.0425), (x, 776 - x * 0.0435)], "#3a3044", 4)
    for x in (170, 620, 1070, 1500):
        p.lamp(c, x, 800 - x * 0.045, 300)
    for x, col, h in ((330, "#b5413b", 160), (394, "#e0a83a", 96), (780, "#3b8f96", 156), (1240, "#f3ead3", 150), (1296, "#27436b", 154)):
        p.person(c, x, 868 - x * 0.04, h, mix(col, "#3a2a4a", 0.2), legs="#2a2238")


def evacuation(c):
    c.sky((0, "#46586c"), (0.5, "#8797a0"), (1, "#a8b3ae"))
    n.ranges(c, "#7f929c", "#3f5f58", "#a9b7b8", 0.4, 0.6, 4, 0.18, "soft", 0.4)
    c.shade([(0, 820), (500, 700), (1000, 560), (1600, 430), (1600, 900), (0, 900)], "#7f9a62", "#45653f")
    c.polygon([(0, 880), (500, 760), (1000, 610), (1500, 470), (1560, 500), (1060, 670), (560, 830), (120, 900), (0, 900)], "#b59a70")
    c.shade([(0, 860), (700, 880), (900, 900), (0, 900)], "#8a7350", "#6f5a3c")
    p.house(c, 1400, 470, 260, 130, "#f2dfae", "#a8503c", "#ffe9a8", 1, 3, True)
    p.flag(c, 1240, 500, 170)
    for i in range(15):
        t = i / 15
        x = 150 + t * 1120
        y = 880 - t * 345 + (i % 2) * 14
        p.person(c, x, y, 170 - t * 74, ("#e8952c", "#2f6f8f", "#b5413b", "#e0a83a", "#6a4c8c")[i % 5], (None, "cone", "scarf")[i % 3])
        if i % 4 == 1:
            p.basket(c, x + 22, y - 74, 30, "#8a6a4c")
    c.line([(640, 690), (640, 430)], "#5a4636", 9)
    c.polygon([(600, 430), (760, 430), (800, 470), (760, 510), (600, 510)], "#2f8f5a")
    c.polygon([(640, 484), (690, 484), (690, 500), (732, 470), (690, 440), (690, 456), (640, 456)], "#ffffff")
    n.rain(c, 300, "#eef4f6", 0.3)


def race(c):
    c.sky((0, "#f6b26b"), (0.45, "#fbdcae"), (1, "#d5dfae"))
    n.sun(c, 800, 330, 72, "#fff3cf", "#ffd692", 0.85)
    n.ranges(c, "#d9b79a", "#5f8f72", "#fbdfb6", 0.44, 0.64, 4, 0.18, "sharp", 0.35)
    c.shade([(0, 700), (500, 620), (1100, 660), (1600, 580), (1600, 900), (0, 900)], "#8db35f", "#4f7f3c")
    c.polygon([(0, 800), (500, 740), (1100, 760), (1600, 690), (1600, 790), (1100, 850), (500, 850), (0, 900)], "#c99a63")
    for i in range(7):
        x, col = 110 + i * 220, p.SHIRTS[(i * 3 + 1) % 8]
        y = 850 - i * 12 + (i % 2) * 26
        h = 200
        c.line([(x, y - h * 0.46), (x + 46, y - h * 0.26), (x + 20, y - 8)], "#2d3243", 17)
        c.line([(x, y - h * 0.46), (x - 30, y - h * 0.22), (x - 74, y - h * 0.2)], "#3a4056", 17)
        c.polygon([(x - 22, y - h * 0.48), (x + 16, y - h * 0.44), (x + 46, y - h * 0.8), (x, y - h * 0.84)], col)
        c.line([(x + 30, y - h * 0.76), (x + 62, y - h * 0.6), (x + 86, y - h * 0.74)], p.SKIN, 12)
        c.line([(x + 10, y - h * 0.78), (x - 34, y - h * 0.66), (x - 20, y - h * 0.52)], mix(p.SKIN, "#000000", 0.12), 12)
        c.disc(x + 40, y - h * 0.94, 19, p.SKIN)
        c.pen().pieslice([v * 2 for v in (x + 20, y - h * 0.94 - 21, x + 60, y - h * 0.94 + 19)], 180, 360, fill=(42, 33, 30))
        c.box(x - 4, y - h * 0.72, x + 24, y - h * 0.6, "#ffffff", 3)
    n.birds(c, 1200, 240, 8, "#8a5f4a")


def wholesale(c):
    c.sky((0, "#f2b27a"), (0.4, "#fbe0b8"), (1, "#e6d3a6"))
    n.ranges(c, "#d6b79c", "#8f9f80", "#f7dfb8", 0.34, 0.46, 3, 0.14, "soft", 0.3)
    c.shade([(0, 560), (1600, 560), (1600, 900), (0, 900)], "#bfb5a5", "#8d8577")
    for i in range(5):
        x = i * 330 - 20
        c.polygon([(x, 360), (x + 170, 240), (x + 330, 360)], "#2f7f8a" if i % 2 else "#3a929c")
        c.box(x, 358, x + 330, 374, "#24606a")
    for i in range(6):
        c.box(i * 330 - 30, 370, i * 330 - 8, 640, "#7d8f94")
    for i in range(22):
        x = 20 + i * 74
        for k in range(1 + (i * 7) % 4):
            c.box(x, 610 - k * 46, x + 64, 652 - k * 46, mix("#c98a4a", "#8f5f2c", (i % 3) / 3), 3)
            for m in range(4):
                c.disc(x + 11 + m * 14, 612 - k * 46, 7, ("#f28a1c", "#6fae4a", "#c23b3b", "#e8c547")[i % 4])
    p.truck(c, 60, 800, 380)
    p.truck(c, 1130, 830, 420, "#2f6f8f", "#f3ede0")
    for i, x in enumerate((520, 620, 760, 900, 1030)):
        p.person(c, x, 830 + (i % 2) * 30, 210, p.SHIRTS[i], ("cone", None)[i % 2], arm=70 if i % 2 else 0)
        p.basket(c, x + 52, 826 + (i % 2) * 30, 76, ("#f28a1c", "#6fae4a")[i % 2])


def packing(c):
    c.sky((0, "#dfeee2"), (0.6, "#f4efd8"), (1, "#d9c398"))
    for i in range(8):
        c.box(i * 210, 40, i * 210 + 190, 300, "#cfe8ee", 4)
        c.polygon([(i * 210, 230), (i * 210 + 80, 170), (i * 210 + 190, 220), (i * 210 + 190, 300), (i * 210, 300)], "#8fc49a")
    c.box(0, 300, 1600, 330, "#b9b4a6")
    c.shade([(0, 560), (1600, 560), (1600, 900), (0, 900)], "#c9b08a", "#9c8058")
    for i, x in enumerate((190, 480, 780, 1080, 1390)):
        p.bust(c, x, 520, 120, ("#3e7f5c", "#2f6f8f")[i % 2], "cone" if i % 3 == 0 else None)
    c.shade([(0, 570), (1600, 570), (1600, 640), (0, 640)], "#5b6068", "#3a3f47")
    for i in range(27):
        x = 30 + i * 60
        c.disc(x, 556, 29, "#c96a10")
        c.disc(x, 552, 28, "#f28a1c")
        c.disc(x - 9, 543, 8, "#ffd09a")
        c.oval(x + 4, 527, 8, 4, "#3f8a4a")
        if i % 2:
            c.box(x - 9, 550, x + 9, 564, "#fdf8ea", 3)
    for i in range(6):
        x = 40 + i * 265
        for k in range(2 - i % 2):
            y = 850 - k * 118
            c.box(x, y - 110, x + 220, y, mix("#c98a4a", "#000000", k * 0.06), 6)
            for m in range(3):
                c.box(x, y - 104 + m * 36, x + 220, y - 80 + m * 36, "#d9a566", 3)
            c.disc(x + 110, y - 56, 26, "#fdf8ea")
            c.disc(x + 110, y - 56, 15, "#f28a1c")


def clean_water(c):
    c.sky((0, "#8fd0e0"), (0.5, "#e4f4f0"), (1, "#eef3d6"))
    n.ranges(c, "#a9d3d6", "#4f9a78", "#e6f4ea", 0.36, 0.6, 4, 0.2, "karst", 0.35)
    c.shade([(0, 600), (1600, 580), (1600, 900), (0, 900)], "#b4d286", "#6fa04e")
    for x in (990, 1250):
        c.shade([(x - 100, 330), (x + 100, 330), (x + 100, 560), (x - 100, 560)], "#6fb8d8", "#3a86b0")
        c.oval(x, 330, 100, 26, "#8fd0ea")
        c.oval(x, 560, 100, 22, "#3a86b0")
        for dx in (-80, 0, 80):
            c.box(x + dx - 7, 560, x + dx + 7, 690, "#7d8f94")
    c.line([(890, 470), (600, 470), (600, 640)], "#5f7f8c", 20)
    c.box(430, 630, 760, 660, "#cfcabd", 6)
    c.box(450, 660, 740, 800, "#e3dfd2", 6)
    for x in (500, 600, 700):
        c.line([(x, 640), (x, 690), (x + 26, 690), (x + 26, 710)], "#8a9aa2", 10)
        c.line([(x + 26, 712), (x + 26, 780)], clear("#6fc0e6", 220), 8)
        c.polygon([(x, 776), (x + 56, 776), (x + 48, 822), (x + 8, 822)], ("#d9655a", "#2f7fb5", "#e0a83a")[x // 100 % 3])
    for x, col, hat in ((380, "#6a4c8c", "scarf"), (830, "#b5413b", "cone"), (900, "#e0a83a", None)):
        p.person(c, x, 870, 220 if x < 900 else 140, col, hat, arm=60)
    p.stilt_house(c, 190, 690, 300)
    n.tree(c, 1450, 730, 90, "#3f8f55")


def harvest(c):
    """Threshing at the edge of a ripe field."""
    c.sky((0, "#f0a860"), (0.4, "#f9d79c"), (1, "#f0c76a"))
    n.sun(c, 1190, 240, 60, "#fff3cf", "#ffd98c", 0.85)
    n.ranges(c, "#d3a788", "#8f8f5c", "#f9d9a0", 0.4, 0.54, 4, 0.14, "soft", 0.35)
    n.rows(c, 500, 900, 0.55, ("#e8bd4c", "#c98f26"))
    for i in range(900):
        y = 520 + (i / 900) ** 1.3 * 380
        x = c.random.uniform(0, 1600)
        tall = 14 + (y - 500) * 0.16
        c.line([(x, y), (x + tall * 0.1, y - tall * 0.8), (x + tall * 0.42, y - tall * 0.92)], mix("#f4d35e", "#9c6a1c", c.random.random() * 0.6), 2)
    for i, x in enumerate((240, 480, 760, 1020, 1330)):
        y = 740 + (i * 61) % 110
        p.person(c, x, y, 190, p.SHIRTS[(i * 3) % 8], "cone", arm=70)
        c.polygon([(x + 40, y), (x + 84, y), (x + 104, y - 92), (x + 20, y - 92)], "#e8c04a")
        c.box(x + 44, y - 54, x + 80, y - 42, "#8f5f1c", 3)
