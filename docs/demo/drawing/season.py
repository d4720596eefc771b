# SPDX-License-Identifier: GPL-3.0-or-later
"""Seasons and work in the open country."""

import math

from . import nature as n
from . import people as p
from .canvas import clear, mix


def frost(c):
    c.sky((0, "#8fa8c4"), (0.45, "#d7e0e8"), (1, "#f1f3f2"))
    n.ranges(c, "#b8c6d4", "#7d93a3", "#eef2f4", 0.42, 0.66, 4, 0.18, "sharp", 0.35)
    c.shade([(0, 640), (1600, 610), (1600, 900), (0, 900)], "#e6ecee", "#b9c8cc")
    for x in (150, 310, 1330, 1480):
        for i in range(26):
            a = math.radians(-90 + c.random.uniform(-62, 62))
            long = c.random.uniform(60, 190)
            c.line([(x, 690), (x + long * math.cos(a) * 0.8, 690 + long * math.sin(a))], clear("#6b7681", 180), 2.4)
    p.stilt_house(c, 820, 750, 380, "#8a7a70", "#96755a", "#ffdb94")
    c.polygon([(600, 600), (690, 490), (950, 490), (1040, 600), (1000, 590), (820, 560), (640, 592)], "#f7fafa")
    for x, y, s in ((470, 830, 1.5), (1180, 846, 1.7)):
        p.buffalo(c, x, y, s, "#c9673a")
    for _ in range(140):
        c.disc(c.random.uniform(0, 1600), c.random.uniform(0, 900), c.random.uniform(1.5, 4), (255, 255, 255, 190))


def blossom(c):
    c.sky((0, "#a9d0da"), (0.6, "#f3e6df"), (1, "#f7ded6"))
    n.ranges(c, "#c2cfd6", "#8fa9ac", "#f6e6e0", 0.6, 0.95, 4, 0.12, "soft", 0.5)
    spots = []

    def branch(x, y, angle, long, wide):
        ex, ey = x + long * math.cos(angle), y + long * math.sin(angle)
        c.line([(x, y), ((x + ex) / 2 + c.random.uniform(-8, 8), (y + ey) / 2), (ex, ey)], "#4a2f2b", wide)
        spots.extend((x + (ex - x) * t, y + (ey - y) * t) for t in (0.4, 0.7, 1))
        if long > 34:
            for turn in (-0.55, 0.1, 0.6):
                if c.random.random() < 0.86:
                    branch(ex, ey, angle + turn + c.random.uniform(-0.2, 0.2), long * c.random.uniform(0.62, 0.8), wide * 0.66)
    branch(-20, c.height * 0.92, -0.7, c.width * 0.24, 30)
    for x, y in spots:
        if c.random.random() < 0.6:
            r, x, y = c.random.uniform(9, 19), x + c.random.uniform(-12, 12), y + c.random.uniform(-12, 12)
            pink = mix("#f59ab5", "#fbd7e0", c.random.random())
            for k in range(5):
                a = math.radians(k * 72 + 12)
                c.disc(x + r * 0.72 * math.cos(a), y + r * 0.72 * math.sin(a), r * 0.6, pink)
            c.disc(x, y, r * 0.32, "#e8557f")
            c.disc(x, y, r * 0.14, "#ffe08a")
    for _ in range(26):
        c.oval(c.random.uniform(0, c.width), c.random.uniform(0, c.height), 6, 4, "#f7b3c6")


def dam(c):
    c.sky((0, "#5f9dc4"), (0.4, "#cfe4ea"), (1, "#e6efdf"))
    n.cloud(c, 300, 130, 200, "#ffffff", 200)
    n.cloud(c, 1240, 110, 160, "#ffffff", 180)
    n.ranges(c, "#9cc0c6", "#3f7d60", "#e4efe4", 0.36, 0.52, 4, 0.16, "soft", 0.35)
    c.shade([(0, 500), (1600, 500), (1600, 640), (0, 640)], "#8fc5d3", "#3a86a0")
    c.shade([(180, 600), (1420, 600), (1330, 900), (270, 900)], "#dcd9cf", "#9d9a92")
    c.box(150, 580, 1450, 606, "#c5c2b8")
    for i in range(26):
        c.line([(175 + i * 50, 580), (175 + i * 50, 552)], "#8a8d8f", 3)
    c.line([(160, 554), (1440, 554)], "#8a8d8f", 3)
    for i in range(4):
        x = 500 + i * 160
        c.box(x, 620, x + 100, 900, "#7f9aa3")
        for _ in range(34):
            fx = x + c.random.uniform(4, 96)
            c.line([(fx, 640), (fx + c.random.uniform(-6, 6), 900)], (255, 255, 255, c.random.randint(70, 190)), c.random.uniform(1, 5))
        c.box(x - 14, 560, x + 114, 640, "#b9b5aa")
    c.shade([(0, 610), (190, 600), (300, 900), (0, 900)], "#5e9a5c", "#356b40")
    c.shade([(1600, 610), (1410, 600), (1300, 900), (1600, 900)], "#5e9a5c", "#356b40")
    c.mist(890, 90, "#ffffff", 0.8)
    for x in (60, 130, 1480, 1550):
        n.tree(c, x, 720, 50, "#2f7346")


def planting(c):
    c.sky((0, "#86c1dc"), (0.45, "#e2f1ec"), (1, "#f2f2d6"))
    n.ranges(c, "#a7cdd0", "#6aa583", "#e9f3e4", 0.36, 0.54, 4, 0.13, "soft", 0.35)
    line = n.ridge(c, 620, 60, 2)
    n.hill(c, line, "#9cb860", "#5f7f3b")
    for i in range(34):
        x, y = c.random.uniform(20, 1580), c.random.uniform(610, 720)
        c.line([(x, y), (x, y - 22)], "#5c4427", 2)
        c.oval(x - 6, y - 24, 9, 5, "#4f9a48")
        c.oval(x + 6, y - 28, 9, 5, "#63ad52")
    for i, x in enumerate((220, 430, 690, 900, 1160, 1380)):
        y = 810 + (i % 3) * 28
        c.oval(x + 70, y + 4, 46, 14, "#6b4a2e")
        c.line([(x + 70, y), (x + 70, y - 74)], "#6d4f2c", 4)
        for d in (-1, 1):
            c.oval(x + 70 + d * 17, y - 72 - d * 6, 22, 11, "#4f9d4b")
            c.oval(x + 70 + d * 11, y - 48, 16, 8, "#6bb458")
        p.person(c, x, y, 226, p.SHIRTS[i], "cone" if i % 2 else None, arm=48)
