# SPDX-License-Identifier: GPL-3.0-or-later
"""Services that reach people: online, in the village, in class."""

import math

from . import nature as n
from . import people as p
from .canvas import clear, mix
from .service import hall


def phone(c):
    """A telephone showing an application that has been received."""
    c.sky((0, "#1f6f6a"), (1, "#0f4450"))
    for i in range(9):
        c.arc(800, 450, 160 + i * 90, 0, 360, (255, 255, 255, 22), 3)
    n.ranges(c, "#2b7f78", "#0d3a45", "#3a9088", 0.66, 0.95, 3, 0.14, "soft", 0.15)
    c.shadow([(600, 90), (1000, 90), (1020, 850), (620, 850)], strength=0.5, blur=24)
    c.box(590, 50, 1000, 850, "#1b2027", 48)
    c.box(608, 92, 982, 808, "#f7f5ee", 18)
    c.shade([(608, 92), (982, 92), (982, 236), (608, 236)], "#e0a83a", "#d4872e")
    c.disc(664, 164, 30, "#fff6df")
    c.box(712, 144, 900, 158, "#fff6df", 7)
    c.box(712, 172, 850, 184, clear("#fff6df", 180), 6)
    for i in range(4):
        y = 270 + i * 92
        c.box(632, y, 958, y + 74, "#ffffff", 12)
        c.disc(672, y + 37, 20, ("#2f8f6b", "#2f8f6b", "#2f8f6b", "#cfd6d8")[i])
        if i < 3:
            c.line([(663, y + 38), (670, y + 46), (683, y + 29)], "#ffffff", 4)
        c.box(708, y + 22, 900 - i * 24, y + 34, "#7b8a92", 6)
        c.box(708, y + 44, 860 - i * 12, y + 54, "#c9d2d6", 5)
    c.box(632, 660, 958, 726, "#1f6f6a", 33)
    c.box(730, 686, 860, 700, "#ffffff", 7)
    for x, y, col, kind in ((360, 250, "#f2c14e", 0), (270, 560, "#f08a5d", 1), (1230, 220, "#8fd0c0", 2), (1320, 560, "#e06a5c", 0)):
        c.shadow([(x - 90, y - 60), (x + 90, y - 60), (x + 90, y + 84), (x - 90, y + 84)], strength=0.3, blur=14)
        c.box(x - 96, y - 72, x + 96, y + 72, "#fffdf6", 20)
        c.disc(x, y - 6, 42, col)
        if kind == 0:
            c.line([(x - 18, y - 4), (x - 5, y + 10), (x + 20, y - 20)], "#ffffff", 9)
        elif kind == 1:
            c.box(x - 16, y - 30, x + 16, y + 16, "#ffffff", 4)
            for k in range(3):
                c.box(x - 9, y - 20 + k * 11, x + 9, y - 15 + k * 11, col)
        else:
            c.line([(x, y - 28), (x, y - 4), (x + 16, y + 8)], "#ffffff", 8)


def digital_team(c):
    """Neighbours around a laptop in the village house."""
    c.sky((0, "#6b452f"), (0.66, "#94643f"), (1, "#5a3826"))
    for i in range(21):
        c.line([(i * 82, 0), (i * 82, 640)], clear("#2e1c14", 110), 3)
    for x in (110, 1130):
        c.box(x, 110, x + 360, 430, "#cfe8ea", 4)
        c.shade([(x, 330), (x + 90, 240), (x + 190, 310), (x + 280, 220), (x + 360, 300), (x + 360, 430), (x, 430)], "#79b596", "#4a8f68")
        c.box(x - 8, 262, x + 368, 272, "#3a241a")
        c.box(x + 176, 104, x + 186, 436, "#3a241a")
    c.glow(800, 500, 760, "#ffe0a0", 0.4)
    c.shade([(0, 640), (1600, 640), (1600, 900), (0, 900)], "#7d5536", "#4a2f1e")
    for i, (x, size, col, hat) in enumerate(((430, 118, "#6a4c8c", None), (620, 126, "#27436b", None), (990, 126, "#b5413b", None), (1190, 116, "#3e7f5c", "cone"))):
        p.bust(c, x, 590 + (i % 2) * 12, size, col, hat)
    p.bust(c, 806, 560, 132, "#f4f6f7")
    c.box(300, 690, 1320, 724, "#a8713f", 10)
    for x in (380, 1210):
        c.box(x, 724, x + 34, 900, "#7d5028")
    c.polygon([(640, 690), (980, 690), (950, 520), (670, 520)], "#2a2f39")
    c.disc(810, 606, 18, "#7fd0c0")
    c.glow(810, 520, 200, "#cff5ea", 0.25)
    c.box(1040, 640, 1092, 692, "#f3f0e6", 8)
    c.box(470, 660, 590, 690, "#fdf8ea", 4)
    c.box(490, 650, 600, 676, "#f2c14e", 4)


def survey(c):
    """Sheets with marks, a pencil, three answers."""
    c.sky((0, "#f3d9a4"), (1, "#eab676"))
    for i in range(12):
        c.disc(c.random.uniform(0, 1600), c.random.uniform(0, 900), c.random.uniform(30, 120), (255, 255, 255, 24))
    for x, y, turn, col in ((470, 470, -0.13, "#fbf7ea"), (1150, 480, 0.12, "#fbf7ea"), (810, 450, 0.0, "#ffffff")):
        def at(dx, dy):
            return (x + dx * math.cos(turn) - dy * math.sin(turn), y + dx * math.sin(turn) + dy * math.cos(turn))
        sheet = [at(-230, -330), at(230, -330), at(230, 330), at(-230, 330)]
        c.shadow([(px + 10, py + 18) for px, py in sheet], strength=0.4, blur=16)
        c.polygon(sheet, col)
        c.polygon([at(-190, -290), at(90, -290), at(90, -266), at(-190, -266)], "#c0583f")
        for row in range(6):
            top = -210 + row * 86
            c.polygon([at(-190, top), at(150 - row * 14, top), at(150 - row * 14, top + 12), at(-190, top + 12)], "#9aa6a8")
            for k in range(5):
                px, py = at(-170 + k * 84, top + 44)
                c.disc(px, py, 17, ("#d9655a", "#eba456", "#efd067", "#a8cf6f", "#4fa57a")[k])
                if k != (row * 2 + int(x)) % 5:
                    c.disc(px, py, 13, col)
    c.polygon([(1210, 760), (1430, 420), (1476, 450), (1256, 790)], "#2f6f8f")
    c.polygon([(1430, 420), (1476, 450), (1496, 400), (1462, 380)], "#d9655a")
    c.polygon([(1210, 760), (1256, 790), (1190, 826)], "#f0d3a2")
    c.polygon([(1200, 794), (1218, 806), (1190, 826)], "#2b2b31")


def dialogue(c):
    hall(c, "#efe3cc", "#b98a57", 610)
    c.box(250, 70, 1350, 330, "#2f6a5c", 18)
    for k, (x, col) in enumerate(((520, "#f2c14e"), (800, "#ffffff"), (1080, "#f08a5d"))):
        c.box(x - 110, 120, x + 110, 240, col, 34)
        c.polygon([(x - 30, 236), (x + 24, 236), (x - 44, 286)], col)
        for d in (-44, 0, 44):
            c.disc(x + d, 180, 12, "#2f6a5c")
    c.shade([(200, 560), (1400, 560), (1480, 660), (120, 660)], "#8f5f36", "#6f4526")
    c.box(120, 656, 1480, 700, "#5a371d", 8)
    for i, x in enumerate((330, 560, 800, 1040, 1270)):
        p.bust(c, x, 520, 100, ("#27436b", "#6a4c8c", "#2d3243", "#b5413b", "#3e7f5c")[i])
        c.box(x - 60, 590, x + 60, 626, "#fdf8ea", 4)
        c.line([(x + 78, 610), (x + 60, 540)], "#2b2b31", 4)
        c.disc(x + 58, 536, 9, "#2b2b31")
    for i in range(9):
        p.back(c, 90 + i * 178, 850, 78, mix(p.SHIRTS[(i * 3) % 8], "#20242e", 0.2))


def classroom(c):
    hall(c, "#e9e2c6", "#b98a57", 600)
    c.box(360, 90, 1240, 430, "#7a4f2e", 10)
    c.shade([(380, 110), (1220, 110), (1220, 410), (380, 410)], "#2f6b57", "#235544")
    for i in range(4):
        points = [(450 + k * 12, 180 + i * 56 + 9 * math.sin(k * 0.9 + i)) for k in range(30 - i * 5)]
        c.line(points, (240, 248, 240, 190), 4)
    c.arc(1060, 260, 80, 0, 360, (240, 248, 240, 180), 4)
    c.line([(980, 260), (1140, 260)], (240, 248, 240, 180), 3)
    for x in (90, 1330):
        c.box(x, 120, x + 190, 400, "#bfe3ef", 4)
        c.line([(x + 95, 120), (x + 95, 400)], "#8a5a34", 6)
        c.polygon([(x, 330), (x + 60, 270), (x + 120, 320), (x + 190, 250), (x + 190, 400), (x, 400)], "#6fae86")
    p.person(c, 300, 640, 360, "#6a4c8c", None, arm=120)
    for row in range(3):
        y = 690 + row * 90
        for i in range(5):
            x = 480 + i * 250 - row * 60
            p.back(c, x, y, 62 + row * 10, "#f4f7f9")
            c.polygon([(x - 16 - row * 3, y - 34), (x + 16 + row * 3, y - 34), (x, y - 6)], "#d0342f")
            c.box(x - 100 - row * 10, y + 42, x + 100 + row * 10, y + 60, "#a8713f", 4)
