# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads, bridges, energy, building sites and the economy."""

from . import nature as n
from . import people as p
from .canvas import clear, mix


def bridge(c):
    c.sky((0, "#4f97c4"), (0.45, "#cfe6ea"), (1, "#e8f0dc"))
    n.cloud(c, 1180, 130, 210, "#ffffff", 205)
    n.ranges(c, "#9cc3cb", "#3f8060", "#e4f0e6", 0.36, 0.56, 4, 0.2, "karst", 0.3)
    c.shade([(0, 560), (1600, 560), (1600, 900), (0, 900)], "#7fc0c8", "#2f7c90")
    for _ in range(80):
        x, y = c.random.uniform(0, 1600), c.random.uniform(640, 890)
        c.line([(x, y), (x + c.random.uniform(30, 130), y)], (255, 255, 255, c.random.randint(20, 70)), 2)
    c.shade([(0, 520), (260, 560), (330, 900), (0, 900)], "#6aa85a", "#3a6f3f")
    c.shade([(1600, 520), (1350, 560), (1270, 900), (1600, 900)], "#6aa85a", "#3a6f3f")
    for x in (520, 1080):
        c.shade([(x - 40, 520), (x + 40, 520), (x + 54, 800), (x - 54, 800)], "#d9d5ca", "#8f8c84")
        c.box(x - 92, 492, x + 92, 526, "#cfcabd", 6)
    c.shade([(0, 440), (1600, 440), (1600, 496), (0, 496)], "#e9e5da", "#b9b4a6")
    c.box(0, 428, 1600, 444, "#8d8f90")
    for i in range(41):
        c.line([(i * 40, 428), (i * 40, 392)], "#e06a4c", 4)
    c.line([(0, 394), (1600, 394)], "#e06a4c", 5)
    p.bus(c, 260, 430, 250)
    p.truck(c, 760, 430, 170)
    p.motorbike(c, 1060, 430, 74, "#2f6f8f")
    p.person(c, 1230, 430, 92, "#b5413b", "cone")
    p.person(c, 1276, 430, 88, "#27436b")
    for x in (60, 160, 1460, 1560):
        n.tree(c, x, 640, 62, "#3a7f48")


def pass_road(c):
    c.sky((0, "#6aa6c8"), (0.4, "#dfeae6"), (1, "#f2e9cc"))
    n.ranges(c, "#a3bfc8", "#5c8f78", "#e9efe2", 0.34, 0.5, 4, 0.2, "sharp", 0.35)
    c.shade([(0, 470), (420, 380), (800, 430), (1200, 350), (1600, 440), (1600, 900), (0, 900)], "#6fa566", "#2f6640")
    turns = ((820, 410, 1180, 450), (1180, 450, 520, 520), (520, 520, 1260, 610), (1260, 610, 340, 730), (340, 730, 1420, 900))
    for k, (x1, y1, x2, y2) in enumerate(turns):
        w = 9 + k * 11
        points, low = [], []
        for i in range(25):
            t = i / 24
            s = t * t * (3 - 2 * t)
            x, y = x1 + (x2 - x1) * t, y1 + (y2 - y1) * s
            points.append((x, y))
            low.append((x, y + w))
        c.polygon(points + low[::-1], "#4a4f57")
        c.disc(x2, y2 + w / 2, w / 2, "#4a4f57")
        c.line([(x, y + w * 0.5) for x, y in points], clear("#f7e9b8", 200), max(1, w * 0.06))
        c.line(points, "#d9d5ca", max(1.5, w * 0.07))
    for i in range(90):
        y = 430 + (i / 90) ** 1.2 * 470
        x = c.random.uniform(0, 1600)
        if not 300 < x < 1300:
            n.pine(c, x, y + 30, 40 + (y - 430) * 0.2, mix("#1f5a42", "#4a8a52", c.random.random()))
    p.bus(c, 690, 760, 170, "#d9862e", "#fff3d0")
    n.birds(c, 500, 190, 7, "#4a6470")


def bus_stop(c):
    c.sky((0, "#8ccbe0"), (0.55, "#e8f4ee"), (1, "#f2ecce"))
    n.cloud(c, 420, 130, 200, "#ffffff", 210)
    n.ranges(c, "#b0d2d8", "#79b090", "#ebf4ea", 0.4, 0.56, 3, 0.14, "soft", 0.3)
    for i, x in enumerate((90, 330, 1190, 1440)):
        p.house(c, x, 620, 230, 210 + i * 22, ("#f2d59a", "#e3a985", "#efe1b8", "#d9a58a")[i], "#8f4f3c", "#cfe6ee", 2, 3, False)
    c.box(0, 620, 1600, 690, "#d8d2c2")
    c.box(0, 690, 1600, 900, "#5b6068")
    for i in range(9):
        c.box(30 + i * 190, 800, 130 + i * 190, 812, "#f3ead3", 3)
    c.box(660, 400, 1010, 412, "#2f6f8f", 5)
    for x in (676, 990):
        c.box(x, 410, x + 9, 680, "#2f5566")
    c.box(684, 590, 986, 606, "#b98550", 4)
    c.box(700, 430, 820, 560, "#f7f5ee", 6)
    c.line([(716, 540), (740, 490), (770, 510), (806, 450)], "#c94f3d", 5)
    for x, col in ((730, "#b5413b"), (880, "#6a4c8c"), (1070, "#3e7f5c")):
        p.person(c, x, 690, 190, col, "scarf" if x == 880 else None)
    p.bus(c, 140, 800, 500, "#2f8f6b", "#f2c14e")
    n.tree(c, 1300, 640, 70, "#3f8f55")
    n.tree(c, 560, 640, 64, "#57994e")


def solar(c):
    c.sky((0, "#3f9bd0"), (0.5, "#cfeaf2"), (1, "#f5efcf"))
    n.sun(c, 1320, 170, 66, "#fff7d0", "#ffe48a", 0.9)
    n.ranges(c, "#9cc8d2", "#5aa37c", "#e6f3ea", 0.4, 0.58, 4, 0.14, "soft", 0.3)
    c.shade([(0, 540), (1600, 540), (1600, 900), (0, 900)], "#b9d07a", "#6f9c46")
    for x, y, w, h, wall in ((280, 680, 420, 170, "#f2dfae"), (1290, 660, 400, 160, "#e9cfa5"), (790, 830, 620, 250, "#f7efd8")):
        p.house(c, x, y, w, h, wall, "#a8553f", "#cfe6ee", 1, 5, True)
        top, low = y - h * 1.4, y - h * 1.03
        for r in range(3):
            for k in range(7):
                def at(u, v):
                    half = w * (0.36 + 0.15 * v)
                    return (x - half + 2 * half * u, top + (low - top) * v)
                u1, u2, v1, v2 = k / 7 + 0.008, (k + 1) / 7 - 0.008, r / 3 + 0.03, (r + 1) / 3 - 0.03
                c.polygon([at(u1, v1), at(u2, v1), at(u2, v2), at(u1, v2)], mix("#1f3f7f", "#5f9ad8", (k + r) / 16))
                c.line([at((u1 + u2) / 2, v1), at((u1 + u2) / 2, v2)], clear("#cfe6ff", 120), 1.5)
    for x in (30, 560, 1080, 1560):
        n.tree(c, x, 730, 62, "#4f9a48")


def antenna(c):
    c.sky((0, "#f2a65a"), (0.4, "#f7cf9a"), (0.7, "#d9dccb"), (1, "#b9cfae"))
    n.sun(c, 380, 320, 60, "#fff3d0", "#ffdc9a", 0.8)
    n.ranges(c, "#cfae98", "#3f6b5c", "#f6d9b0", 0.46, 0.74, 5, 0.16, "soft", 0.45)
    c.shade([(500, 900), (900, 620), (1180, 560), (1450, 640), (1700, 900)], "#4f8a5a", "#24523f")
    for dx in (-1, 1):
        c.line([(1170 + dx * 62, 580), (1170 + dx * 12, 140)], "#8d2f2a", 7)
    for i in range(11):
        y, w = 580 - i * 40, 62 - i * 4.5
        c.line([(1170 - w, y), (1170 + w - 4.5, y - 40)], "#f3ede0" if i % 2 else "#b5413b", 4)
        c.line([(1170 + w, y), (1170 - w + 4.5, y - 40)], "#f3ede0" if i % 2 else "#b5413b", 4)
    for dy in (190, 250):
        for dx in (-34, 0, 34):
            c.box(1170 + dx - 8, dy - 26, 1170 + dx + 8, dy + 26, "#f3ede0", 4)
    c.line([(1170, 140), (1170, 90)], "#8d2f2a", 5)
    for k in range(1, 6):
        for start in (-32, 148):
            c.arc(1170, 104, 46 * k, start, start + 64, (255, 255, 255, 220 - k * 34), 6)
    c.box(1210, 548, 1290, 600, "#e9e2cf", 4)
    p.stilt_house(c, 250, 830, 300, "#5b3a2e", "#8a6044", "#ffe09a")
    p.stilt_house(c, 620, 860, 240, "#5b3a2e", "#8a6044", "#ffe09a")
    for x in (60, 440, 780, 1500):
        n.tree(c, x, 870, 62, "#2f6a48")


def building_site(c):
    c.sky((0, "#7fb7d8"), (0.6, "#f0ead2"), (1, "#e3cf9c"))
    n.cloud(c, 300, 140, 190, "#ffffff", 200)
    n.ranges(c, "#b3cbd0", "#7fa58a", "#eef0e0", 0.46, 0.62, 3, 0.16, "soft", 0.35)
    c.shade([(0, 650), (1600, 650), (1600, 900), (0, 900)], "#d0ab72", "#a67f4c")
    for floor in range(4):
        y = 690 - floor * 118
        c.box(430, y - 118, 1130, y - 100, "#b9b4a6")
        for i in range(8):
            x = 440 + i * 96
            c.box(x, y - 104, x + 18, y, "#cfcabd")
        if floor < 2:
            for i in range(7):
                c.box(458 + i * 96, y - 100, 536 + i * 96, y, "#c9754f")
                for k in range(6):
                    c.line([(458 + i * 96, y - 100 + k * 17), (536 + i * 96, y - 100 + k * 17)], clear("#f0d3b4", 110), 1.5)
    for i in range(9):
        c.line([(452 + i * 84, 218), (452 + i * 84, 170)], "#8a5a3a", 3)
    for y in range(230, 700, 80):
        c.line([(1140, y), (1240, y)], "#e0a83a", 4)
    for x in (1142, 1190, 1238):
        c.line([(x, 190), (x, 690)], "#e0a83a", 4)
    c.box(1340, 120, 1366, 720, "#e8952c")
    for i in range(15):
        c.line([(1340, 720 - i * 40), (1366, 680 - i * 40)], "#9c5a12", 3)
    c.box(700, 110, 1500, 128, "#e8952c")
    for i in range(20):
        c.line([(700 + i * 40, 128), (720 + i * 40, 92), (740 + i * 40, 128)], "#e8952c", 3)
    c.line([(720, 92), (1353, 40), (1490, 92)], "#b06a16", 3)
    c.box(1330, 128, 1380, 176, "#f2c14e", 4)
    c.line([(820, 128), (820, 330)], "#3a3a40", 3)
    c.box(770, 330, 870, 352, "#8a8d8f", 3)
    p.truck(c, 90, 830, 300, "#e0a83a", "#b98550")
    for i, x in enumerate((500, 640, 960, 1250, 1420)):
        p.person(c, x, 840 + (i % 2) * 26, 176, "#e8952c" if i % 2 else "#2f6f8f")
        y = 840 + (i % 2) * 26 - 176 * 0.93
        c.pen().pieslice([v * 2 for v in (x - 21, y - 22, x + 21, y + 22)], 180, 360, fill=(245, 205, 60))
