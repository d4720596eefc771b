# SPDX-License-Identifier: GPL-3.0-or-later
"""The land: mountains at several hours, fields, gardens and water."""

import math

from . import nature as n
from . import people as p
from .canvas import clear, mix


def dawn(c):
    c.sky((0, "#5b7fa8"), (0.28, "#a9b9cf"), (0.5, "#f6cfae"), (0.62, "#fbe3c3"), (1, "#f7d9b8"))
    n.sun(c, c.width * 0.68, c.height * 0.36, 46, "#fff4d6", "#ffdca0", 0.85)
    for x, y, s in ((250, 150, 150), (1180, 110, 190), (760, 70, 110)):
        n.cloud(c, x, y, s, "#fdeee0", 120)
    n.ranges(c, "#9aa9c6", "#20384a", "#fbe0c4", 0.46, 1.0, 7, 0.14, "soft", 0.55)
    near = n.ridge(c, c.height * 0.97, 40, 3)
    n.hill(c, near, "#182b36", "#0f1e27")
    n.pines(c, near, "#142631", 22, (36, 96))
    n.birds(c, c.width * 0.42, c.height * 0.26, 9, "#405470")


def violet_evening(c):
    c.sky((0, "#2b2a5c"), (0.3, "#6d4c8d"), (0.52, "#d2728c"), (0.66, "#f6a878"), (1, "#f9cf94"))
    n.sun(c, c.width * 0.3, c.height * 0.4, 64, "#ffd9a0", "#ffb26b", 0.7)
    n.stars(c, 230, 60)
    n.ranges(c, "#a0608f", "#1e1838", "#f3a184", 0.55, 1.02, 6, 0.2, "karst", 0.35)
    n.birds(c, c.width * 0.62, c.height * 0.33, 7, "#3a2550")


def golden_terraces(c):
    c.sky((0, "#7fb2cf"), (0.35, "#cfe0d8"), (0.5, "#f6e7bd"), (1, "#f0d48c"))
    n.sun(c, c.width * 0.82, 150, 40, "#fff6da", "#ffe6a6", 0.7)
    n.ranges(c, "#a9c1c0", "#6f8f78", "#f3e6c0", 0.4, 0.56, 4, 0.12, "soft", 0.4)

    def gold(share):
        return mix("#d99a2b", "#f4d35e", 0.5 + 0.5 * math.sin(share * 23))
    for x, y, rx, ry, levels, rise in ((1330, 640, 620, 170, 13, 15), (240, 730, 640, 190, 15, 17), (900, 930, 900, 250, 15, 18)):
        n.terraces(c, x, y, rx, ry, levels, rise, gold, "#6e7a2e", clear("#fff0ae", 150))
    for x, y, w in ((300, 480, 120), (1290, 448, 104)):
        p.stilt_house(c, x, y, w, "#6b3f2a", "#9c6a43")
        n.tree(c, x + w * 0.9, y + 6, 26, "#4d7f4b")
        n.tree(c, x - w * 0.85, y + 4, 20, "#5d8c4c")
    for x in (700, 760, 842, 980):
        p.person(c, x, 790 + x % 37, 74, p.SHIRTS[x % 8], "cone")


def mirror_terraces(c):
    c.sky((0, "#f2a65a"), (0.22, "#f8c98a"), (0.5, "#c7d3dc"), (1, "#7f9fb9"))
    n.sun(c, c.width * 0.46, 130, 44, "#fff3d0", "#ffdf9e", 0.9)
    n.ranges(c, "#c99a86", "#5c6a78", "#f7d3a6", 0.32, 0.5, 4, 0.12, "soft", 0.4)

    def water(share):
        return mix("#86a9c4", "#fbd9a2", 0.5 + 0.5 * math.sin(share * 17 + 1))
    for x, y, rx, ry, levels, rise in ((1250, 640, 700, 190, 12, 16), (330, 700, 720, 210, 14, 16), (1000, 960, 980, 280, 14, 18)):
        n.terraces(c, x, y, rx, ry, levels, rise, water, "#3c4a3f", clear("#fff6e0", 190))
    for x in (560, 640, 1010):
        p.person(c, x, 760 + x % 41, 70, p.SHIRTS[x % 8], "cone")


def green_terraces(c):
    c.sky((0, "#6fb1d6"), (0.45, "#d9eef0"), (1, "#e9f4df"))
    for x, y, s in ((260, 120, 200), (980, 90, 240), (1400, 190, 150)):
        n.cloud(c, x, y, s, "#ffffff", 205)
    n.ranges(c, "#a9cbd2", "#4f8a6b", "#e6f2e6", 0.38, 0.58, 4, 0.15, "soft", 0.45)

    def green(share):
        return mix("#5aa34a", "#a9d36a", 0.5 + 0.5 * math.sin(share * 19))
    for x, y, rx, ry, levels, rise in ((250, 660, 600, 170, 13, 17), (1380, 720, 640, 190, 14, 17), (760, 950, 900, 250, 14, 17)):
        n.terraces(c, x, y, rx, ry, levels, rise, green, "#33643a", clear("#e3f5b4", 150))
    p.stilt_house(c, 820, 716, 210)
    n.bamboo(c, 990, 720, 150, "#4a8a44")
    n.tree(c, 660, 716, 40, "#3f7f48")
    p.person(c, 1090, 800, 76, "#b5413b", "cone")
    p.person(c, 1146, 812, 76, "#2f5d8a", "cone")


def lake(c):
    c.sky((0, "#3f7ea6"), (0.3, "#9cc6d6"), (0.55, "#e9efdc"), (1, "#e9efdc"))
    n.sun(c, 1180, 190, 44, "#fffbe6", "#fff0bd", 0.6)
    n.cloud(c, 420, 130, 220, "#ffffff", 190)
    n.cloud(c, 820, 200, 130, "#ffffff", 160)
    n.ranges(c, "#93b6c1", "#2f6a5c", "#e7efdf", 0.42, 0.6, 5, 0.2, "karst", 0.3)
    c.mirror(560, "#3f7f92", 0.32)
    c.mist(560, 60, "#eef3e6", 0.5)
    p.boat(c, 560, 730, 250)
    n.reeds(c, 905, "#2d5b3c", 7, (50, 130), 0, 420)
    n.reeds(c, 905, "#2d5b3c", 7, (40, 110), 1250, 1600)
    n.birds(c, 980, 300, 8, "#355c6b")


def river(c):
    c.sky((0, "#f2b880"), (0.3, "#f7d9b0"), (0.45, "#e6e3cb"), (1, "#b9d0a0"))
    n.sun(c, 800, 250, 54, "#fff2cf", "#ffd795", 0.8)
    n.ranges(c, "#d0ac93", "#5d8071", "#f8dcb4", 0.38, 0.5, 4, 0.16, "sharp", 0.4)
    c.shade([(0, 450), (1600, 450), (1600, 900), (0, 900)], "#8fb07a", "#4c7a4c")
    left, right = [], []
    for i in range(61):
        t = i / 60
        middle = 800 + 430 * math.sin(t * 5.2) * (0.12 + t) * 0.75
        wide = 8 + 210 * t ** 1.6
        y = 450 + 450 * t
        left.append((middle - wide, y))
        right.append((middle + wide, y))
    c.shade(left + right[::-1], "#f9dcae", "#5f9aa8")
    c.line(left, clear("#fff6dc", 160), 3)
    c.line(right, clear("#fff6dc", 160), 3)
    for _ in range(150):
        t = c.random.random() ** 0.6
        middle, wide = 800 + 430 * math.sin(t * 5.2) * (0.12 + t) * 0.75, 8 + 210 * t ** 1.6
        side = c.random.choice((-1, 1))
        x = middle + side * (wide + 14 + c.random.uniform(10, 520) * (0.2 + t))
        n.tree(c, x, 452 + 448 * t, 4 + 30 * t, mix("#3f7d4a", "#8fae4e", c.random.random()))
    p.boat(c, 800 + 430 * math.sin(0.8 * 5.2) * 0.92 * 0.75 + 10, 815, 170)


def orange_garden(c):
    c.sky((0, "#8ec5de"), (0.4, "#e2f0e6"), (1, "#f4ecc9"))
    n.ranges(c, "#a9cbc9", "#6aa07c", "#eef3dc", 0.34, 0.5, 4, 0.12, "soft", 0.35)
    c.shade([(0, 440), (1600, 440), (1600, 900), (0, 900)], "#8fbf63", "#3f7a3d")
    n.rows(c, 445, 900, 0.5, ("#b4cf72", "#5c8f44"))
    for row in range(5):
        y, r = 500 + row * 82, 26 + row * 19
        shift = (row % 2) * r * 1.5
        x = -40 + shift
        while x < c.width + r:
            n.tree(c, x, y, r, mix("#2f7a45", "#5f9c40", c.random.random() * 0.6), fruit="#f28a1c", count=10 + row * 3)
            x += r * 3.1
    for x, y in ((520, 850), (1120, 872)):
        p.person(c, x, y, 168, "#2f5d8a" if x < 800 else "#b5413b", "cone", arm=130)
        p.basket(c, x + 92, y - 18, 108, "#f28a1c")


def tea_hills(c):
    c.sky((0, "#7fb7c9"), (0.4, "#dbece4"), (1, "#eef3d8"))
    n.sun(c, 330, 160, 38, "#fffce8", "#fff3c4", 0.6)
    n.ranges(c, "#a5c9c4", "#5b957a", "#e7f0e0", 0.36, 0.5, 4, 0.12, "soft", 0.45)
    for k, (cx, base, wide, tall) in enumerate(((330, 640, 620, 230), (1250, 660, 660, 240), (760, 820, 760, 220), (1420, 1000, 700, 260), (150, 1010, 680, 250))):
        for i in range(17):
            t = i / 17
            line = [(cx - wide + 2 * wide * s / 60, base - tall * (1 - t) * math.sin(math.pi * s / 60) ** 0.8 + t * 40) for s in range(61)]
            colour = mix("#2f7d4a", "#8cc152", (0.15 + 0.6 * (i % 2)) * (1 - 0.05 * k))
            c.shade(line + [(cx + wide, base + 320), (cx - wide, base + 320)], colour, mix(colour, "#0f3d28", 0.35))
    for x, y in ((600, 730), (680, 742), (860, 735), (1170, 610)):
        p.person(c, x, y, 82, p.SHIRTS[(x // 10) % 8], "cone")
        p.basket(c, x + 34, y - 14, 34, "#6fae4a")


def waterfall(c):
    c.sky((0, "#b8dbe0"), (1, "#e8f2e4"))
    n.ranges(c, "#a9cfc6", "#5f9a80", "#e4f1ea", 0.32, 0.5, 3, 0.16, "sharp", 0.4)
    c.shade([(0, 330), (240, 250), (520, 205), (700, 250), (910, 250), (1120, 190), (1400, 260), (1600, 350), (1600, 760), (0, 760)],
            "#4f8f6c", "#24523f")
    c.shade([(620, 250), (985, 250), (1060, 720), (545, 720)], "#5b6f66", "#33483f")
    for i in range(9):
        x, y = c.random.uniform(590, 1010), c.random.uniform(330, 700)
        c.polygon([(x - 60, y + 30), (x - 20, y - 24), (x + 50, y - 10), (x + 70, y + 34)], clear("#23362f", 90))
    for left, right, top in ((650, 960, 250), (640, 800, 430), (800, 1000, 520)):
        for _ in range(70):
            x = c.random.uniform(left, right)
            low = x + (x - 805) * 0.14
            c.line([(x, top + c.random.uniform(0, 14)), (low, 748)], (255, 255, 255, c.random.randint(50, 170)), c.random.uniform(1, 6))
    for i in range(90):
        x = c.random.choice((c.random.uniform(-20, 560), c.random.uniform(1050, 1620)))
        y = 330 + abs(x - 805) * 0.1 + i * 3.7
        n.tree(c, x, y, 34 + y * 0.055, mix("#1f5f47", "#4f9a55", c.random.random()))
    c.shade([(0, 745), (1600, 735), (1600, 900), (0, 900)], "#86c8ca", "#2b7a88")
    c.mist(752, 100, "#f4fbf8", 0.75)
    for i in range(13):
        x, y = c.random.uniform(120, 1500), 800 + c.random.uniform(-14, 80)
        c.oval(x, y + 5, 48, 18, "#2f5058")
        c.oval(x, y, 46, 18, "#62756c")
    p.person(c, 300, 850, 150, "#d28a2e", "cone")
    p.person(c, 372, 858, 140, "#6a4c8c")


def pine_mist(c):
    c.sky((0, "#aebfc6"), (0.5, "#dfe6e4"), (1, "#eef0ea"))
    for i in range(5):
        t = i / 4
        line = n.ridge(c, 380 + i * 120, 90, 3 + i)
        colour = mix("#93abb0", "#16343a", t)
        n.hill(c, line, colour, mix(colour, "#e6ece9", 0.5 * (1 - t)))
        n.pines(c, line, colour, 16 + i * 12, (46 + i * 26, 90 + i * 52))
        c.mist(470 + i * 120, 120, "#e9eeeb", 0.6 * (1 - t * 0.8))


def moonlit(c):
    c.sky((0, "#0b1533"), (0.45, "#1e3563"), (0.7, "#38568a"), (1, "#2a436e"))
    n.stars(c, 430, 150)
    n.sun(c, 1130, 190, 62, "#fbf4d8", "#bcd0ff", 0.5)
    c.disc(1112, 178, 12, "#ece2be")
    c.disc(1150, 208, 8, "#ece2be")
    n.ranges(c, "#3a5689", "#0d1c38", "#5874a6", 0.48, 0.74, 5, 0.16, "soft", 0.3)
    c.shade([(0, 660), (1600, 640), (1600, 900), (0, 900)], "#14284a", "#081225")
    for x, y, w in ((300, 760, 300), (760, 720, 240), (1240, 780, 330)):
        c.glow(x, y - w * 0.3, w * 0.9, "#ffc86b", 0.45)
        p.stilt_house(c, x, y, w, "#33294a", "#4a3a4c", "#ffd27a")
    for x in (90, 520, 980, 1010, 1500):
        n.tree(c, x, 770, 54, "#17324f")
    for _ in range(40):
        c.disc(c.random.uniform(0, 1600), c.random.uniform(650, 880), 2.2, (255, 235, 130, c.random.randint(90, 230)))


def rainy_village(c):
    c.sky((0, "#54687a"), (0.5, "#8ea2ab"), (1, "#a9b8b5"))
    n.ranges(c, "#8a9ea8", "#41605f", "#b4c2c2", 0.4, 0.62, 4, 0.13, "soft", 0.5)
    c.shade([(0, 560), (1600, 560), (1600, 900), (0, 900)], "#6d8470", "#3d5550")
    p.stilt_house(c, 420, 640, 300, "#5b4034", "#85624a", "#ffdf9a")
    p.stilt_house(c, 1190, 620, 260, "#55413a", "#7c5f4a", "#ffdf9a")
    n.bamboo(c, 90, 660, 240, "#45705a")
    n.bamboo(c, 1500, 660, 250, "#45705a")
    c.shade([(640, 560), (860, 560), (1180, 900), (420, 900)], "#8d9a98", "#5e6d70")
    for x, y, h, col in ((690, 800, 170, "#c94f3d"), (820, 830, 180, "#e0a83a"), (930, 770, 150, "#3b8f96")):
        p.person(c, x, y, h, mix(col, "#ffffff", 0.15))
        c.line([(x + 16, y - h * 0.5), (x + 16, y - h * 1.1)], "#33383d", 3)
        c.pen().pieslice([v * 2 for v in (x + 16 - h * 0.45, y - h * 1.36, x + 16 + h * 0.45, y - h * 0.82)], 180, 360, fill=tuple(int(col[i:i + 2], 16) for i in (1, 3, 5)))
    n.rain(c, 420, "#eef4f6")
