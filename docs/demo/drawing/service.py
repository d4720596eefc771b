# SPDX-License-Identifier: GPL-3.0-or-later
"""Public services: offices, schools, health care, meetings, going online."""

import math

from . import nature as n
from . import people as p
from .canvas import clear, mix


def hall(c, wall, floor, line=600):
    """An empty room."""
    c.sky((0, mix(wall, "#ffffff", 0.18)), (1, wall))
    c.shade([(0, line), (c.width, line), (c.width, c.height), (0, c.height)], mix(floor, "#ffffff", 0.2), mix(floor, "#000000", 0.1))
    c.box(0, line - 8, c.width, line, mix(wall, "#000000", 0.16))


def screen(c, left, top, right, bottom, colour="#1f3d5c"):
    c.box(left - 10, top - 10, right + 10, bottom + 10, "#22252d", 12)
    c.shade([(left, top), (right, top), (right, bottom), (left, bottom)], mix(colour, "#ffffff", 0.2), colour)


def plant(c, x, y, size):
    c.polygon([(x - size * 0.3, y - size * 0.5), (x + size * 0.3, y - size * 0.5), (x + size * 0.2, y), (x - size * 0.2, y)], "#b9643f")
    for i in range(9):
        a = math.radians(-160 + i * 17.5)
        ex, ey = x + size * 0.8 * math.cos(a), y - size * 0.5 + size * 1.1 * math.sin(a)
        c.polygon([(x, y - size * 0.5), ((x + ex) / 2 - size * 0.1, (y - size * 0.5 + ey) / 2), (ex, ey), ((x + ex) / 2 + size * 0.1, (y - size * 0.5 + ey) / 2)],
                  mix("#2f7d4a", "#79b65a", (i % 3) / 3))


def one_stop(c):
    hall(c, "#e6efe9", "#cdb48e", 620)
    for i in range(5):
        c.box(90 + i * 300, 60, 330 + i * 300, 80, "#fffbe8", 8)
        c.glow(210 + i * 300, 70, 240, "#fffbe0", 0.25)
    for i in range(4):
        x = 120 + i * 360
        screen(c, x + 60, 130, x + 240, 220, ("#1f5d50", "#23507f", "#7a4a2c", "#5a3a74")[i])
        for k in range(3):
            c.box(x + 82, 150 + k * 20, x + 218 - k * 30, 160 + k * 20, clear("#ffffff", 200), 4)
        p.bust(c, x + 150, 470, 96, ("#f4f6f7", "#dfe9f2", "#f4f6f7", "#f2e6d6")[i])
        c.box(x + 200, 440, x + 276, 508, "#2b313c", 6)
        c.box(x + 232, 508, x + 244, 530, "#2b313c")
    c.box(40, 520, 1560, 548, "#b98550", 6)
    c.shade([(60, 548), (1540, 548), (1540, 720), (60, 720)], "#d8b384", "#b78a55")
    for i in range(4):
        c.box(120 + i * 360, 575, 420 + i * 360, 700, clear("#8f6636", 70), 8)
    people = ((250, "#b5413b", "scarf"), (330, "#e0a83a", None), (620, "#27436b", None), (985, "#6a4c8c", "cone"), (1330, "#3b8f96", None), (1420, "#a8577e", "scarf"))
    for x, col, hat in people:
        p.person(c, x, 860, 300, col, hat, arm=60 if x in (620, 1330) else 0, behind=True)
    plant(c, 70, 640, 120)
    plant(c, 1530, 640, 120)


def commune_office(c):
    c.sky((0, "#5fa9d6"), (0.6, "#dceff4"), (1, "#eef3e0"))
    n.cloud(c, 320, 150, 200, "#ffffff", 210)
    n.cloud(c, 1310, 120, 170, "#ffffff", 210)
    n.ranges(c, "#a6cbd4", "#5f9d7a", "#e6f1ea", 0.42, 0.6, 3, 0.16, "soft", 0.3)
    c.shade([(0, 640), (1600, 640), (1600, 900), (0, 900)], "#b8cf86", "#86ad5c")
    c.polygon([(660, 690), (940, 690), (1180, 900), (420, 900)], "#d9d0bd")
    p.house(c, 800, 690, 980, 270, "#f2dfae", "#a8503c", "#9ec7d6", 2, 9, False)
    c.box(640, 380, 960, 690, "#f6e8c3")
    c.polygon([(610, 385), (800, 290), (990, 385)], "#8f4232")
    for x in (660, 740, 850, 930):
        c.box(x - 9, 400, x + 9, 690, "#fffaf0")
    c.box(650, 420, 950, 462, "#a5292b", 4)
    c.box(690, 434, 910, 448, "#ffd84d", 5)
    c.box(752, 520, 848, 690, "#6d4a38", 4)
    c.line([(800, 520), (800, 690)], "#4a3026", 3)
    for i in range(3):
        c.box(690 - i * 16, 686 + i * 10, 910 + i * 16, 698 + i * 10, mix("#cfc6b6", "#000000", i * 0.06))
    p.flag(c, 350, 800, 400)
    for x in (130, 230, 1340, 1460, 1550):
        n.tree(c, x, 730 + x % 31, 62, mix("#2f7d4a", "#5f9c40", (x % 5) / 5))
    for x, col in ((560, "#b5413b"), (620, "#27436b"), (1060, "#e0a83a")):
        p.person(c, x, 850, 140, col, "cone" if x == 1060 else None)
    p.motorbike(c, 1140, 850, 120, "#c94f3d")
    p.motorbike(c, 1250, 856, 120, "#2f6f8f")


def school(c):
    c.sky((0, "#6fb6dc"), (0.6, "#e1f1f3"), (1, "#f4f1d8"))
    n.cloud(c, 1200, 140, 210, "#ffffff", 210)
    n.ranges(c, "#aad0d4", "#6aa886", "#e9f3e6", 0.42, 0.62, 3, 0.18, "karst", 0.3)
    c.shade([(0, 620), (1600, 620), (1600, 900), (0, 900)], "#e3cf9c", "#cfae6f")
    p.house(c, 520, 660, 820, 320, "#f7d774", "#b5523c", "#d4ebf2", 2, 7, False)
    p.house(c, 1240, 660, 520, 200, "#f3e2b2", "#3f7f8f", "#d4ebf2", 1, 5, True)
    for y in (500, 660):
        c.line([(110, y - 42), (930, y - 42)], "#fffaf0", 4)
        for i in range(34):
            c.line([(112 + i * 24.8, y - 42), (112 + i * 24.8, y - 4)], clear("#fffaf0", 220), 2)
    p.flag(c, 960, 800, 430)
    n.tree(c, 90, 760, 110, "#3f8349")
    n.tree(c, 1510, 750, 120, "#4f8f3e")
    for i in range(15):
        x, y = 230 + i * 88, 810 + (i % 3) * 34
        p.person(c, x, y, 118 + (i % 3) * 8, "#f7f9fa" if i % 3 else "#e9f1f7", None, legs="#27436b", arm=140 if i % 5 == 0 else 0)
        c.polygon([(x - 10, y - 92), (x + 10, y - 92), (x, y - 70)], "#d0342f")


def library(c):
    c.sky((0, "#f1e3c6"), (1, "#e0c594"))
    colours = ("#b5413b", "#27436b", "#e0a83a", "#3e7f5c", "#6a4c8c", "#3b8f96", "#a8577e", "#8a5f3a")
    for shelf in range(4):
        y = 170 + shelf * 150
        c.box(60, y, 1540, y + 16, "#8a5a34")
        c.box(60, y + 16, 1540, y + 24, "#5f3c22")
        x = 80.0
        while x < 1510:
            w, h = c.random.uniform(14, 36), c.random.uniform(76, 122)
            colour = mix(c.random.choice(colours), "#ffffff", c.random.uniform(0, 0.25))
            if c.random.random() < 0.07:
                plant(c, x + 34, y, 62)
                x += 84
                continue
            c.box(x, y - h, x + w, y, colour, 3)
            c.box(x + 3, y - h * 0.82, x + w - 3, y - h * 0.72, clear("#fff3d0", 180))
            x += w + 2
    for x in (52, 540, 1040, 1530):
        c.box(x, 40, x + 18, 660, "#744827")
    c.shade([(0, 660), (1600, 660), (1600, 900), (0, 900)], "#b98a57", "#8a6038")
    c.box(380, 730, 1220, 756, "#6f4526", 8)
    for x in (430, 1150):
        c.box(x, 756, x + 24, 900, "#5a371d")
    for i, x in enumerate((520, 700, 900, 1080)):
        p.bust(c, x, 690, 84, p.SHIRTS[i * 2 % 8])
        c.polygon([(x - 62, 716), (x, 700), (x + 62, 716), (x + 62, 734), (x, 720), (x - 62, 734)], "#fdf8ea")
    c.glow(800, 300, 800, "#fff0c0", 0.3)


def clinic(c):
    c.sky((0, "#79c0d6"), (0.6, "#e2f3f2"), (1, "#eff6e4"))
    n.cloud(c, 260, 130, 180, "#ffffff", 210)
    n.ranges(c, "#abd3d6", "#63a98a", "#e8f4ea", 0.4, 0.6, 4, 0.14, "soft", 0.35)
    c.shade([(0, 640), (1600, 640), (1600, 900), (0, 900)], "#c3d98e", "#86b161")
    p.house(c, 760, 690, 860, 250, "#fbfaf3", "#2f8f8a", "#a9d8e2", 1, 7, False)
    c.box(680, 470, 840, 690, "#ffffff", 4)
    c.box(716, 560, 804, 690, "#8fc7d0", 4)
    c.disc(760, 512, 34, "#ffffff")
    c.box(750, 486, 770, 538, "#d0342f", 3)
    c.box(734, 502, 786, 522, "#d0342f", 3)
    c.polygon([(690, 690), (830, 690), (980, 900), (540, 900)], "#e3dccb")
    c.box(1180, 720, 1460, 830, "#ffffff", 16)
    c.box(1180, 776, 1460, 790, "#d0342f")
    c.polygon([(1400, 734), (1450, 734), (1458, 772), (1400, 772)], "#bfe2ea")
    c.box(1210, 736, 1270, 768, "#bfe2ea", 4)
    c.box(1310, 706, 1340, 722, "#3b7fd0", 4)
    for x in (1240, 1400):
        c.disc(x, 832, 30, "#22252d")
        c.disc(x, 832, 14, "#9aa3ad")
    for x, col, h in ((480, "#ffffff", 190), (570, "#b5413b", 178), (626, "#e0a83a", 104), (930, "#ffffff", 186), (1010, "#6a4c8c", 176)):
        p.person(c, x, 850, h, col, "scarf" if col == "#6a4c8c" else None)
    for x in (90, 210, 1530):
        n.tree(c, x, 740, 70, "#3f8f55")


def vaccination(c):
    c.sky((0, "#8fc3d8"), (0.5, "#e6f1e6"), (1, "#f1eecb"))
    n.ranges(c, "#a5c9cc", "#3f7f62", "#e8f1e2", 0.34, 0.72, 6, 0.16, "soft", 0.45)
    c.shade([(0, 690), (400, 640), (900, 660), (1600, 590), (1600, 900), (0, 900)], "#8db163", "#55823f")
    road = [(0, 812), (400, 760), (900, 772), (1600, 700)]
    c.polygon(road + [(1600, 800), (900, 862), (400, 850), (0, 900)], "#c9a877")
    for x, y, col in ((330, 830, "#2f8f8a"), (720, 838, "#c94f3d"), (1110, 818, "#2f6f8f")):
        p.motorbike(c, x, y, 200, col)
        p.bust(c, x + 84, y - 116, 62, "#ffffff" if col != "#c94f3d" else "#3b8f96")
        c.pen().pieslice([v * 2 for v in (x + 58, y - 200, x + 110, y - 150)], 180, 360, fill=(47, 143, 138))
        c.box(x - 14, y - 150, x + 42, y - 84, "#3f8fd0", 8)
        c.box(x - 14, y - 150, x + 42, y - 134, "#eef6fb", 6)
        c.box(x + 9, y - 128, x + 19, y - 96, "#ffffff")
        c.box(x - 2, y - 117, x + 30, y - 107, "#ffffff")
    n.bamboo(c, 1470, 720, 300, "#4d8b47")
    n.tree(c, 130, 770, 80, "#3f8349")
    p.stilt_house(c, 1340, 560, 190)


def conference(c):
    hall(c, "#2f4a63", "#8a6038", 560)
    c.shade([(180, 60), (1420, 60), (1420, 520), (180, 520)], "#9ac4d6", "#f2dfb8")
    for k, (base, colour) in enumerate(((330, "#93b3bd"), (390, "#5f8f8a"), (450, "#2f6a5c"))):
        points = [(180 + i * 20, base - 60 * abs(math.sin(i * 0.13 + k * 1.7)) - 20 * math.sin(i * 0.31 + k)) for i in range(63)]
        c.polygon(points + [(1420, 520), (180, 520)], colour)
    c.disc(1120, 190, 46, "#fff3d0")
    c.box(170, 50, 1430, 62, "#1f3347")
    c.box(170, 516, 1430, 530, "#1f3347")
    for side in (0, 1):
        x = 0 if side == 0 else 1440
        for i in range(6):
            c.shade([(x + i * 28, 0), (x + i * 28 + 26, 0), (x + i * 28 + 26, 560), (x + i * 28, 560)], "#a5333a", "#6f1f2a")
    c.box(1080, 470, 1240, 640, "#7a4a2c", 8)
    c.box(1066, 458, 1254, 480, "#94603a", 6)
    p.bust(c, 1160, 420, 82, "#27436b")
    for row in range(4):
        y, size = 650 + row * 80, 44 + row * 11
        many = 15 - row * 2
        for i in range(many):
            x = 1600 * (i + 0.5) / many + (row % 2) * 18
            p.back(c, x, y, size, mix(p.SHIRTS[(i * 3 + row) % 8], "#1b2030", 0.25))
            c.box(x - size * 0.62, y + size * 0.2, x + size * 0.62, y + size * 1.6, "#7a2430", 8)
