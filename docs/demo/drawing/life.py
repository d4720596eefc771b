# SPDX-License-Identifier: GPL-3.0-or-later
"""Life in the villages and the town: houses, markets, festivals, crafts."""

import math

from . import nature as n
from . import people as p
from .canvas import clear, mix


def village(c):
    c.sky((0, "#79b8d4"), (0.4, "#dceee8"), (1, "#eef2d6"))
    n.cloud(c, 330, 120, 190, "#ffffff", 200)
    n.cloud(c, 1180, 150, 150, "#ffffff", 190)
    n.ranges(c, "#a2c8cd", "#4c8d6a", "#e6f2e4", 0.36, 0.56, 4, 0.2, "karst", 0.35)
    c.shade([(0, 520), (1600, 500), (1600, 900), (0, 900)], "#b9cf78", "#5f9448")
    c.shade([(770, 560), (840, 560), (1080, 900), (560, 900)], "#e8d7a6", "#cdb27c")
    for x, y, w in ((200, 590, 230), (560, 560, 180), (1080, 570, 190), (1400, 610, 250)):
        p.stilt_house(c, x, y, w, "#7d4b31", "#ab7a50")
    for x, y, r in ((60, 610, 46), (380, 590, 40), (700, 570, 34), (930, 575, 36), (1240, 600, 42), (1560, 640, 50)):
        n.tree(c, x, y, r, mix("#3d7f48", "#7ba24a", (x % 7) / 7))
    p.stilt_house(c, 300, 830, 400, "#704029", "#a8744a")
    n.bamboo(c, 40, 850, 330, "#4d8b47")
    n.tree(c, 1350, 850, 120, "#3f8349", fruit="#f0a03a", count=18)
    p.buffalo(c, 1080, 850, 1.15)
    p.person(c, 770, 840, 150, "#27436b", "scarf")
    p.person(c, 850, 850, 110, "#b5413b")


def market(c):
    c.sky((0, "#f6cf9a"), (0.4, "#f9e6c6"), (1, "#ecd8ad"))
    n.ranges(c, "#d8c3a6", "#9aa585", "#f7e6c8", 0.3, 0.44, 3, 0.12, "soft", 0.3)
    c.shade([(0, 480), (1600, 480), (1600, 900), (0, 900)], "#e2c592", "#b88f5c")
    tops = (("#c8443c", "#f6ead2"), ("#2f6f8f", "#f6ead2"), ("#e0a83a", "#f6ead2"), ("#3f8a5e", "#f6ead2"))
    for i, x in enumerate((150, 420, 700, 980, 1250, 1500)):
        p.parasol(c, x, 430 + (i % 2) * 18, 290, tops[i % 4])
        p.person(c, x - 40, 640, 170, p.SHIRTS[(i + 3) % 8], "scarf" if i % 2 else None)
        c.box(x - 120, 580, x + 120, 650, "#8a5f3a", 4)
        for k in range(4):
            p.basket(c, x - 88 + k * 59, 572, 56, ("#f28a1c", "#6fae4a", "#c23b3b", "#e8c547")[(i + k) % 4])
    for i, x in enumerate((90, 330, 560, 840, 1100, 1330, 1530)):
        p.person(c, x, 846 + (i % 3) * 18, 232, p.SHIRTS[(i * 3 + 1) % 8], ("cone", "scarf", None)[i % 3], legs="#3a2c3f")
    for x, col in ((215, "#f28a1c"), (700, "#6fae4a"), (1215, "#c23b3b")):
        p.basket(c, x, 846, 130, col)


def lanterns(c):
    c.sky((0, "#15163a"), (0.5, "#3b2a5c"), (0.8, "#7a3f5e"), (1, "#3a2340"))
    n.stars(c, c.height * 0.5, 90)
    n.ranges(c, "#43346d", "#1a1430", "#6d4468", 0.62, 0.8, 3, 0.12, "soft", 0.2)
    w, h = c.width, c.height
    c.shade([(0, h * 0.82), (w, h * 0.82), (w, h), (0, h)], "#3f2741", "#1c1226")
    c.glow(w / 2, h * 0.82, w * 0.5, "#ffb45e", 0.4)
    colours = ("#d6342f", "#f0a12c", "#d94f7e", "#e8652d", "#4fa58c")
    for row in range(4):
        y, size = h * (0.1 + row * 0.15), 24 + row * 9
        c.line([(0, y - size * 1.9), (w * 0.5, y - size * 1.0), (w, y - size * 1.9)], "#2a1a2b", 2)
        many = max(4, int(w / 210)) + (3 - row)
        for i in range(many):
            x = w * (i + 0.5) / many + (row % 2) * 20
            p.lantern(c, x, y + abs(x - w / 2) / w * -size * 1.6 + size * 1.2, size, colours[(i + row) % 5], 0.28)
    for i in range(int(w / 82)):
        x = 30 + i * 84 + c.random.uniform(-14, 14)
        p.person(c, x, h * 0.94 + (i % 3) * h * 0.022, h * 0.2 + (i % 4) * 8, mix(p.SHIRTS[i % 8], "#2a1530", 0.35), ("scarf", None, "cone")[i % 3], legs="#1f1730", skin="#c98f6c")


def throwing(c):
    """Ném còn: a ball with ribbons thrown through a ring on a tall pole."""
    c.sky((0, "#6fb4d8"), (0.5, "#dbeff0"), (1, "#f3efcf"))
    n.cloud(c, 260, 200, 180, "#ffffff", 200)
    n.cloud(c, 1330, 130, 200, "#ffffff", 200)
    n.ranges(c, "#a7cdd3", "#5c9b6e", "#e8f3e6", 0.46, 0.62, 4, 0.14, "soft", 0.35)
    c.shade([(0, 600), (1600, 590), (1600, 900), (0, 900)], "#c4d67e", "#6f9c46")
    c.line([(800, 800), (806, 120)], "#b99a55", 9)
    c.arc(806, 110, 62, 0, 360, "#d0342f", 9)
    c.disc(806, 110, 52, clear("#fff3c6", 150))
    for i in range(9):
        a, b = (806, 172), (806 + (i - 4) * 175, 640)
        c.line([a, b], clear("#7a6a4c", 120), 1.5)
        for t in range(1, 9):
            x, y = a[0] + (b[0] - a[0]) * t / 9, a[1] + (b[1] - a[1]) * t / 9
            c.polygon([(x - 11, y), (x + 11, y), (x, y + 26)], ("#d6342f", "#f0b02c", "#2f7fa5", "#48a060")[(i + t) % 4])
    for t, col in ((0, "#d6342f"),):
        c.disc(620, 250, 24, col)
        for k in range(5):
            c.line([(602, 262), (540 - k * 9, 300 + k * 13), (500 - k * 14, 300 + k * 22)], ("#f0b02c", "#48a060", "#2f7fa5", "#d94f7e", "#fff3c6")[k], 4)
    for i in range(17):
        x = 60 + i * 93
        if abs(x - 806) > 90:
            p.person(c, x, 770 + (i % 4) * 34, 180 + (i % 4) * 16, p.SHIRTS[(i * 5) % 8], ("scarf", "cone", None)[i % 3], legs="#2b2440", arm=150 if i in (4, 7, 11) else 0)


def weaving(c):
    """Brocade: bands of lozenges, stars and zigzags."""
    ground, w, h = "#1f2a4d", c.width, c.height
    c.sky((0, ground), (1, "#18203d"))
    colours = ["#d8433b", "#f2b134", "#f3ead3", "#3f9a7a", "#d9678e", "#5a86c4"]
    y, band = 0.0, 0
    while y < h:
        tall = (54, 250, 62, 190, 54, 300)[band % 6]
        first, second = colours[band % 6], colours[(band + 2) % 6]
        kind, cell = band % 6, tall * 0.92
        if kind in (0, 2, 4):
            for i in range(int(w / (tall * 0.5)) + 2):
                x = i * tall * 0.5
                c.polygon([(x, y + tall * 0.8), (x + tall * 0.25, y + tall * 0.2), (x + tall * 0.5, y + tall * 0.8)], first if i % 2 else second)
        else:
            for i in range(int(w / cell) + 2):
                x, m = i * cell, y + tall / 2
                for k, share in enumerate((0.98, 0.74, 0.5, 0.26)):
                    r = cell * 0.5 * share
                    c.polygon([(x, m - r), (x + r, m), (x, m + r), (x - r, m)], (first, ground, second, colours[(band + 3 + i) % 6])[k])
                if kind == 3:
                    for a in range(0, 360, 45):
                        r = cell * 0.44
                        c.line([(x, m), (x + r * math.cos(math.radians(a)), m + r * math.sin(math.radians(a)))], clear("#f3ead3", 150), 2)
                r = cell * 0.14
                for sy in (y + tall * 0.14, y + tall * 0.86):
                    c.polygon([(x + cell / 2, sy - r), (x + cell / 2 + r, sy), (x + cell / 2, sy + r), (x + cell / 2 - r, sy)], colours[(band + i) % 6])
        c.box(0, y + tall, w, y + tall + 5, colours[(band + 1) % 6])
        y, band = y + tall + 12, band + 1


def loom(c):
    c.sky((0, "#5a3a2c"), (0.6, "#8a5b40"), (1, "#5d3b2b"))
    for i in range(20):
        c.line([(i * 84, 0), (i * 84, 620)], clear("#2e1c14", 120), 3)
    c.box(980, 90, 1460, 470, "#bfe0e2", 6)
    c.shade([(980, 340), (1100, 250), (1230, 330), (1340, 230), (1460, 320), (1460, 470), (980, 470)], "#6fae8f", "#3f7f5f")
    for x in (980, 1216, 1454):
        c.box(x, 84, x + 10, 476, "#3a241a")
    c.box(970, 270, 1470, 280, "#3a241a")
    c.glow(1220, 300, 620, "#ffe9b8", 0.35)
    c.shade([(0, 620), (1600, 620), (1600, 900), (0, 900)], "#6d4631", "#3d261b")
    for x in (150, 880):
        c.box(x, 230, x + 34, 820, "#a8713f", 6)
        c.box(x - 30, 800, x + 64, 836, "#8b5a30", 6)
    c.box(130, 220, 934, 262, "#c08a52", 8)
    c.box(150, 620, 914, 660, "#b57c45", 12)
    for i in range(120):
        x = 196 + i * 5.7
        c.line([(x, 262), (x, 620)], ("#f3ead3", "#d8433b", "#1f2a4d", "#f2b134")[(i // 6) % 4], 2)
    for row in range(9):
        y = 470 + row * 17
        for i in range(34):
            x = 200 + i * 20
            c.polygon([(x, y), (x + 10, y - 8), (x + 20, y), (x + 10, y + 8)], ("#d8433b", "#f2b134", "#3f9a7a")[(i + row) % 3])
    c.box(188, 400, 890, 424, "#8b5a30", 8)
    p.back(c, 560, 800, 210, "#27436b")
    c.box(440, 690, 680, 716, "#d8433b", 8)
    for i in range(12):
        c.polygon([(446 + i * 20, 703), (456 + i * 20, 692), (466 + i * 20, 703), (456 + i * 20, 714)], "#f2b134")
    for x, col in ((1080, "#d8433b"), (1200, "#f2b134"), (1320, "#3f9a7a"), (1440, "#33518f")):
        c.box(x - 44, 700, x + 44, 800, mix(col, "#000000", 0.1), 20)
        for k in range(9):
            c.line([(x - 42, 712 + k * 10), (x + 42, 706 + k * 10)], mix(col, "#ffffff", 0.25), 2)
        c.box(x - 10, 676, x + 10, 824, "#c79a63", 4)


def indigo_street(c):
    c.sky((0, "#f2c48a"), (0.5, "#f8e2bd"), (1, "#e9cf9f"))
    n.ranges(c, "#d6bfa3", "#a3a08e", "#f5e2c2", 0.3, 0.4, 2, 0.12, "soft", 0.3)
    c.shade([(0, 640), (1600, 640), (1600, 900), (0, 900)], "#cdb891", "#9d8662")
    walls = ("#e8c98a", "#d9a679", "#efdcb4", "#c98f73", "#e3d2a0", "#d8b585", "#efd6a8")
    for i in range(7):
        x = 110 + i * 232
        tall = 300 + (i * 53) % 90
        p.house(c, x, 660, 226, tall, walls[i], ("#8a4b3a", "#6f4a42", "#94553a")[i % 3], "#5c4a3d", 2, 3, False)
        c.box(x - 92, 520, x + 92, 658, "#4b3a33", 4)
        for k in range(5):
            fx = x - 80 + k * 36
            c.shade([(fx, 528), (fx + 28, 528), (fx + 28, 630), (fx, 630)], mix("#1f3a78", "#7fb0d8", ((i * 3 + k) % 5) / 5), mix("#16295a", "#5f8fc0", ((i + k) % 4) / 4))
        c.polygon([(x - 116, 512), (x + 116, 512), (x + 100, 478), (x - 100, 478)], ("#27508c", "#b5413b", "#3e7f5c")[i % 3])
    c.line([(0, 250), (400, 300), (800, 262), (1200, 302), (1600, 250)], "#5a4636", 2)
    for i in range(14):
        x = 40 + i * 118
        p.lantern(c, x, 310 + 22 * math.sin(x / 127), 19, ("#d6342f", "#f0a12c", "#27508c")[i % 3], 0)
    for i in range(10):
        p.person(c, 80 + i * 162, 800 + (i % 3) * 38, 196 + (i % 3) * 14, p.SHIRTS[(i * 3) % 8], ("cone", None, "scarf")[i % 3])


def tray(c):
    """A meal for guests, seen from above."""
    w, h = c.width, c.height
    c.sky((0, "#7b5136"), (1, "#5a3826"))
    for i in range(-2, 30):
        c.line([(i * 70, 0), (i * 70 + 30, h)], clear("#3a2317", 90), 3)
    cx, cy, r = w * 0.5, h * 0.5, min(w, h) * 0.46
    c.shadow([(cx + r * math.cos(a / 9), cy + 14 + r * math.sin(a / 9)) for a in range(57)], strength=0.5, blur=14)
    for k, col in enumerate(("#a87437", "#d0a05a", "#c08d48", "#dbb06c")):
        c.disc(cx, cy, r * (1 - k * 0.05), col)
    for ring in range(8):
        c.arc(cx, cy, r * (0.84 - ring * 0.1), 0, 360, clear("#8b5f2a", 120), 2)
    bowls = ((0, -0.5, 0.25, "#f3f0e6", "#6fae4a"), (0.5, -0.16, 0.26, "#f3f0e6", "#e08a2c"), (0.32, 0.46, 0.25, "#33518f", "#f5efe0"),
             (-0.34, 0.46, 0.26, "#f3f0e6", "#8e3b2c"), (-0.52, -0.16, 0.25, "#33518f", "#d9c45a"), (0, 0.02, 0.2, "#f3f0e6", "#c9432f"))
    for k, (dx, dy, size, rim, food) in enumerate(bowls):
        x, y, b = cx + dx * r, cy + dy * r, size * r
        c.disc(x + 5, y + 8, b, clear("#3a2012", 110))
        c.disc(x, y, b, rim)
        c.disc(x, y, b * 0.86, mix(rim, "#000000", 0.16))
        c.disc(x, y, b * 0.8, food)
        for _ in range(60):
            a, d = c.random.uniform(0, 6.3), b * 0.7 * math.sqrt(c.random.random())
            c.oval(x + d * math.cos(a), y + d * math.sin(a), b * 0.09, b * 0.05, mix(food, ("#ffffff", "#2a5a2a", "#ffe29a")[k % 3], c.random.uniform(0.1, 0.6)))
    for k in range(2):
        c.line([(cx + r * 1.06, cy - r * 0.6 + k * 16), (cx + r * 1.24, cy + r * 0.62 + k * 16)], "#e2c38a", 8)
    for _ in range(9):
        x, y, a = c.random.choice((w * 0.1, w * 0.9)) + c.random.uniform(-60, 60), c.random.uniform(60, h - 60), c.random.uniform(0, 6.3)
        for t in range(7):
            c.oval(x + t * 13 * math.cos(a), y + t * 13 * math.sin(a), 12, 7, mix("#3f8a4a", "#8cc152", t / 8))


def tea(c):
    w, h = c.width, c.height
    c.sky((0, "#dfe8dc"), (0.55, "#f2ecd8"), (1, "#d8c7a2"))
    n.ranges(c, "#c1d4c8", "#7fae8e", "#eff0e0", 0.34, 0.55, 4, 0.1, "soft", 0.5)
    c.shade([(0, h * 0.7), (w, h * 0.7), (w, h), (0, h)], "#8d6139", "#5d3d24")
    for i in range(6):
        c.line([(0, h * (0.74 + i * 0.05)), (w, h * (0.735 + i * 0.052))], clear("#3f2816", 90), 2)
    x, y, r = w * 0.46, h * 0.78, min(w, h) * 0.2
    c.oval(x, y + r * 0.06, r * 1.5, r * 0.3, clear("#2f1d10", 120))
    c.polygon([(x - r, y - r * 0.95), (x + r, y - r * 0.95), (x + r * 0.72, y), (x - r * 0.72, y)], "#2f5f8f")
    c.oval(x, y, r * 0.72, r * 0.16, "#2f5f8f")
    c.oval(x, y - r * 0.95, r, r * 0.24, "#e9eef0")
    c.oval(x, y - r * 0.93, r * 0.9, r * 0.19, "#b5a83c")
    for i in range(9):
        t = -0.8 + i * 0.2
        c.polygon([(x + t * r * 0.9, y - r * 0.62), (x + t * r * 0.86 + r * 0.07, y - r * 0.48), (x + t * r * 0.84, y - r * 0.34), (x + t * r * 0.84 - r * 0.07, y - r * 0.48)], "#e9eef0")
    for k in (-0.4, 0, 0.4):
        points = [(x + k * r + r * 0.16 * math.sin(t * 0.7 + k * 5), y - r * 1.2 - t * r * 0.14) for t in range(12)]
        c.line(points, (255, 255, 255, 130), 9)
    for k in range(7):
        a = 2.6 + k * 0.42
        lx, ly = w * 0.8 + r * 0.5 * math.cos(a), h * 0.84 + r * 0.3 * math.sin(a)
        c.polygon([(w * 0.8, h * 0.84), (lx - r * 0.12, ly - r * 0.12), (lx + r * 0.3 * math.cos(a), ly + r * 0.3 * math.sin(a)), (lx + r * 0.1, ly + r * 0.1)], mix("#2f7d4a", "#8cc152", k / 7))


def gong(c):
    """A fire, a circle of dancers and the mountains of the night."""
    c.sky((0, "#101a3c"), (0.6, "#3c2c5e"), (1, "#5a2f3f"))
    n.stars(c, 420, 130)
    n.ranges(c, "#33386c", "#15162f", "#4c3c66", 0.5, 0.66, 3, 0.16, "karst", 0.2)
    c.shade([(0, 610), (1600, 600), (1600, 900), (0, 900)], "#6b3c30", "#241420")
    for x in (170, 1430):
        p.stilt_house(c, x, 650, 330, "#2f2236", "#4b3236", "#ffcf73")
    c.glow(800, 660, 640, "#ff9a3c", 0.75)
    def dancers(back_row):
        for i in range(18):
            a = 2 * math.pi * i / 18
            if (math.sin(a) < 0) == back_row:
                x, y = 800 + 520 * math.cos(a), 745 + 105 * math.sin(a)
                p.person(c, x, y, 150 + 42 * math.sin(a), mix(p.SHIRTS[i % 8], "#3a1420", 0.3), "scarf" if i % 2 else None, legs="#1d1526", arm=80, skin="#e0a070")
    dancers(True)
    for k in range(5):
        c.line([(735 + k * 30, 770), (865 - k * 30, 742)], "#4a2a1c", 13)
    for k, (col, size) in enumerate((("#e8502a", 1.0), ("#f79a2c", 0.72), ("#ffe08a", 0.42))):
        points = [(800 - 72 * size, 755)]
        for t in range(9):
            points.append((800 - 72 * size + t * 18 * size, 755 - size * (150 + 60 * ((t * 37) % 5) / 5) * math.sin(math.pi * (t + 0.5) / 9.5)))
        c.polygon(points + [(800 + 72 * size, 755)], col)
    for _ in range(60):
        c.disc(800 + c.random.gauss(0, 90), 700 - c.random.uniform(0, 480), c.random.uniform(1.2, 3.2), (255, 200, 110, c.random.randint(90, 230)))
    dancers(False)


def walking_street(c):
    c.sky((0, "#232a5a"), (0.4, "#6a4a7c"), (0.62, "#e0906c"), (1, "#4a3a4c"))
    n.stars(c, 200, 50)
    n.ranges(c, "#8a5f80", "#4a3a62", "#e39a78", 0.44, 0.56, 3, 0.12, "soft", 0.2)
    c.shade([(0, 620), (1600, 620), (1600, 900), (0, 900)], "#6d5a63", "#3a3040")
    for i in range(8):
        side = -1 if i < 4 else 1
        k = i % 4
        w, x = 300 - k * 52, 800 + side * (740 - k * 170)
        p.house(c, x, 720 - k * 26, w, 330 - k * 46, mix(("#c98a5c", "#a86f6a", "#d0a070", "#8f7080")[k], "#3a2a4a", 0.25), "#4a2f3a", "#ffd98c", 2, 3, False)
        c.glow(x, 640 - k * 20, 150, "#ffc070", 0.22)
    for row in range(3):
        y = 250 + row * 62
        c.line([(60 + row * 150, y), (800, y + 60), (1540 - row * 150, y)], "#2c2238", 2)
        for i in range(9 - row):
            t = (i + 0.5) / (9 - row)
            x = 60 + row * 150 + (1480 - row * 300) * t
            p.lantern(c, x, y + 60 * (1 - abs(2 * t - 1)) + 24, 20 - row * 3, ("#d6342f", "#f0a12c", "#d94f7e")[(i + row) % 3], 0.22)
    for i in range(16):
        t = (i * 7 % 16) / 16
        p.person(c, 400 + (i * 311) % 800, 700 + t * 170, 120 + t * 110, mix(p.SHIRTS[i % 8], "#2a1a3a", 0.15), ("cone", None, "scarf", None)[i % 4], legs="#241c34")
