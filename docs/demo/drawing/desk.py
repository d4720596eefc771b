# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans, papers, figures, meetings and workshops."""

import math

from . import nature as n
from . import people as p
from .canvas import clear, mix


def plots(c):
    """Plots of land seen from above: fields, houses, a road and a stream."""
    w, h = c.width, c.height
    c.sky((0, "#b9cf86"), (1, "#9dbb6c"))
    colours = ("#c9dc92", "#e8d98a", "#a9c774", "#d9c074", "#8fb765", "#f0e3a6")
    ys = [0, 150, 300, 470, 640, 780, 900]
    for row in range(6):
        x, k = -60.0, 0
        while x < w + 60:
            wide = c.random.uniform(130, 290)
            lean = 46
            shape = [(x + ys[row] * 0.12, ys[row] + 6), (x + wide + ys[row] * 0.12, ys[row] + 6), (x + wide + ys[row + 1] * 0.12 - lean * 0.1, ys[row + 1] - 6), (x + ys[row + 1] * 0.12 - lean * 0.1, ys[row + 1] - 6)]
            colour = c.random.choice(colours)
            c.polygon(shape, colour)
            for i in range(1, 7):
                c.line([(x + wide * i / 7 + ys[row] * 0.12, ys[row] + 8), (x + wide * i / 7 + ys[row + 1] * 0.12, ys[row + 1] - 8)], clear(mix(colour, "#3f5f2a", 0.5), 90), 2)
            if k % 2 == 0:
                hx, hy = x + wide * 0.5 + ys[row] * 0.12, (ys[row] + ys[row + 1]) / 2
                c.shadow([(hx - 26, hy - 10), (hx + 46, hy - 10), (hx + 46, hy + 40), (hx - 26, hy + 40)], strength=0.35, blur=6)
                roof = c.random.choice(("#b5523c", "#8f4b3a", "#3f7f8f", "#a86a3a"))
                c.polygon([(hx - 36, hy - 28), (hx + 36, hy - 28), (hx + 36, hy), (hx - 36, hy)], mix(roof, "#ffffff", 0.18))
                c.polygon([(hx - 36, hy), (hx + 36, hy), (hx + 36, hy + 28), (hx - 36, hy + 28)], roof)
            c.line(shape + shape[:1], clear("#fff8dc", 220), 3)
            x, k = x + wide, k + 1
    stream = [(900 + 150 * math.sin(i * 0.23) + i * 8, i * 24) for i in range(40)]
    c.line(stream, "#cfe3b8", 50)
    c.line(stream, "#6fb8cc", 36)
    road = [(i * 40, 385 + 40 * math.sin(i * 0.19)) for i in range(41)]
    c.line(road, "#e3ddce", 58)
    c.line(road, "#8d8f90", 44)
    for i in range(0, 40, 2):
        c.line([road[i], road[i + 1]], "#f7e9b8", 3)
    for _ in range(70):
        x, y = c.random.uniform(0, w), c.random.uniform(0, h)
        if abs(y - 385) > 90:
            c.disc(x + 4, y + 5, 15, clear("#2f4f2a", 90))
            c.disc(x, y, 15, mix("#3f7f48", "#6fa552", c.random.random()))
    for x, y in ((330, 190), (1260, 560), (620, 680)):
        c.polygon([(x, y), (x - 30, y - 60), (x + 30, y - 60)], "#c0362f")
        c.disc(x, y - 66, 32, "#c0362f")
        c.disc(x, y - 66, 13, "#fff8e6")


def archive(c):
    """Papers being sorted: kept, amended, repealed."""
    c.sky((0, "#34506b"), (1, "#22384f"))
    for i in range(40):
        c.line([(i * 42, 0), (i * 42 - 160, 900)], (255, 255, 255, 7), 10)
    for i, (x, col) in enumerate(((330, "#3f9a6a"), (800, "#e0a83a"), (1270, "#c0503f"))):
        c.box(x - 190, 620, x + 190, 820, mix(col, "#000000", 0.25), 14)
        for k in range(6):
            lean = c.random.uniform(-26, 26)
            top = 250 + k * 52
            sheet = [(x - 150 + lean, top), (x + 150 + lean, top - lean * 0.4), (x + 156, 815), (x - 156, 815)]
            c.shadow(sheet, strength=0.16, blur=8)
            c.polygon(sheet, mix("#fdfaf0", "#e9e2cf", k / 7))
            if k == 5:
                for row in range(4):
                    c.box(x - 110 + lean * 0.6, top + 34 + row * 26, x + 110 - row * 22, top + 44 + row * 26, "#b8c0c2", 4)
        c.box(x - 200, 660, x + 200, 840, col, 14)
        c.disc(x, 750, 54, "#fffaf0")
        if i == 0:
            c.line([(x - 26, 750), (x - 6, 772), (x + 28, 728)], col, 13)
        elif i == 1:
            c.polygon([(x - 26, 778), (x - 30, 752), (x + 14, 712), (x + 36, 734), (x - 4, 776)], col)
        else:
            c.line([(x - 22, 728), (x + 22, 772)], col, 13)
            c.line([(x + 22, 728), (x - 22, 772)], col, 13)
    for x, y, a in ((180, 150, -0.2), (620, 110, 0.15), (1080, 140, -0.1), (1440, 120, 0.25)):
        corners = [(x + dx * math.cos(a) - dy * math.sin(a), y + dx * math.sin(a) + dy * math.cos(a)) for dx, dy in ((-70, -90), (70, -90), (70, 90), (-70, 90))]
        c.shadow(corners, strength=0.3, blur=12)
        c.polygon(corners, "#fdfaf0")
        for row in range(4):
            c.line([(x - 44, y - 40 + row * 24), (x + 44 - row * 14, y - 40 + row * 24)], "#aab4b8", 6)


def figures(c):
    """A landscape of columns: money at work."""
    c.sky((0, "#f6d9a0"), (0.55, "#fbecc8"), (1, "#e6cf9a"))
    n.sun(c, 1290, 180, 60, "#fff6da", "#ffe6a6", 0.6)
    n.ranges(c, "#dcc7a0", "#9fae86", "#faecc8", 0.44, 0.62, 3, 0.14, "soft", 0.3)
    c.shade([(0, 640), (1600, 640), (1600, 900), (0, 900)], "#b9c97e", "#7fa052")
    heights = (150, 210, 190, 270, 320, 300, 380, 440)
    for i, tall in enumerate(heights):
        x = 180 + i * 160
        front, side = mix("#2f7f8a", "#e07a3a", i / 7), 34
        c.shadow([(x + 20, 800), (x + 170, 800), (x + 210, 830), (x + 60, 830)], strength=0.3, blur=12)
        c.polygon([(x + 96, 800 - tall), (x + 96 + side, 800 - tall - 26), (x + 96 + side, 774), (x + 96, 800)], mix(front, "#000000", 0.28))
        c.polygon([(x, 800 - tall), (x + side, 800 - tall - 26), (x + 96 + side, 800 - tall - 26), (x + 96, 800 - tall)], mix(front, "#ffffff", 0.35))
        c.shade([(x, 800 - tall), (x + 96, 800 - tall), (x + 96, 800), (x, 800)], mix(front, "#ffffff", 0.1), front)
        for k in range(int(tall / 46)):
            c.box(x + 16, 812 - tall + k * 46, x + 80, 832 - tall + k * 46, clear("#ffffff", 46), 4)
    p.house(c, 1364, 350, 104, 54, "#f7efd8", "#a8503c", "#cfe6ee", 1, 3, True)
    n.tree(c, 1204, 410, 34, "#3f8349")
    n.tree(c, 884, 470, 30, "#57994e")
    p.person(c, 244, 640, 86, "#c0503f", None, arm=150)
    p.person(c, 404, 580, 86, "#27436b", "cone")
    p.person(c, 724, 520, 86, "#6a4c8c")


def assembly(c):
    """Delegates voting with raised cards."""
    c.sky((0, "#7a2430"), (0.5, "#8f3038"), (1, "#5a1a24"))
    for i in range(27):
        c.shade([(i * 60, 0), (i * 60 + 56, 0), (i * 60 + 56, 470), (i * 60, 470)], mix("#a5333a", "#c0444a", (i % 2)), "#6f1f2a")
    c.disc(800, 200, 120, "#e7b94c")
    c.disc(800, 200, 104, "#b0262c")
    points = []
    for i in range(10):
        r, a = (84 if i % 2 == 0 else 33), math.radians(-90 + i * 36)
        points.append((800 + r * math.cos(a), 204 + r * math.sin(a)))
    c.polygon(points, "#ffd84d")
    c.shade([(0, 470), (1600, 470), (1600, 900), (0, 900)], "#a8713f", "#5a371d")
    c.shade([(430, 420), (1170, 420), (1220, 540), (380, 540)], "#8f5f36", "#6f4526")
    for x in (560, 800, 1040):
        p.bust(c, x, 390, 74, "#2d3243")
        c.box(x - 46, 428, x + 46, 446, "#fdf8ea", 3)
    for row in range(4):
        y, size = 610 + row * 86, 46 + row * 12
        many = 13 - row * 2
        for i in range(many):
            x = 1600 * (i + 0.5) / many + (row % 2) * 24
            shirt = mix(p.SHIRTS[(i * 5 + row) % 8], "#1b2030", 0.2)
            if (i + row) % 4 != 3:
                c.line([(x + size * 0.4, y - size * 0.2), (x + size * 0.55, y - size * 1.5)], shirt, size * 0.2)
                c.box(x + size * 0.3, y - size * 2.05, x + size * 0.85, y - size * 1.4, "#ffe08a", 4)
            p.back(c, x, y, size, shirt)
            c.box(x - size * 0.6, y + size * 0.25, x + size * 0.6, y + size * 1.8, "#3f2a20", 8)


def exam(c):
    """Pupils writing, each at a desk of their own, a clock on the wall."""
    c.sky((0, "#e8efe2"), (1, "#cfdcc6"))
    for x in (60, 1250):
        c.box(x, 90, x + 290, 360, "#bfe3ef", 4)
        c.polygon([(x, 300), (x + 90, 210), (x + 170, 280), (x + 290, 190), (x + 290, 360), (x, 360)], "#6fae86")
        for k in (0, 97, 193, 286):
            c.box(x + k, 86, x + k + 6, 364, "#8a5a34")
    c.disc(800, 170, 84, "#ffffff")
    c.arc(800, 170, 84, 0, 360, "#b5413b", 9)
    c.line([(800, 170), (800, 112)], "#2b2b31", 6)
    c.line([(800, 170), (842, 190)], "#2b2b31", 6)
    c.shade([(0, 430), (1600, 430), (1600, 900), (0, 900)], "#c9a878", "#9c7a4c")
    p.person(c, 470, 500, 250, "#6a4c8c")
    for row in range(3):
        y, size = 540 + row * 130, 50 + row * 17
        many = 5 - (row == 2)
        for i in range(many):
            x = 1600 * (i + 0.5) / many
            p.bust(c, x, y, size, "#f4f7f9")
            c.polygon([(x - size * 0.2, y - size * 0.5), (x + size * 0.2, y - size * 0.5), (x, y - size * 0.1)], "#d0342f")
            c.polygon([(x - size * 1.5, y + size * 0.25), (x + size * 1.5, y + size * 0.25), (x + size * 1.7, y + size * 0.62), (x - size * 1.7, y + size * 0.62)], "#b57c45")
            c.box(x - size * 1.7, y + size * 0.62, x + size * 1.7, y + size * 0.74, "#8f5f30")
            c.polygon([(x - size * 0.4, y + size * 0.3), (x + size * 0.4, y + size * 0.3), (x + size * 0.48, y + size * 0.54), (x - size * 0.48, y + size * 0.54)], "#fffdf6")
            for lx in (-1.5, 1.42):
                c.box(x + lx * size, y + size * 0.74, x + (lx + 0.1) * size, y + size * 1.5, "#7d5028")


def workshop(c):
    """Learning to mend a power tiller."""
    c.sky((0, "#d9c6a0"), (1, "#b89b6c"))
    c.box(0, 0, 1600, 70, "#6f7f86")
    for i in range(41):
        c.line([(i * 40, 0), (i * 40, 70)], clear("#4f5f66", 160), 3)
    c.box(120, 130, 640, 430, "#8a6a45", 6)
    for i, x in enumerate(range(160, 620, 58)):
        tall = 70 + (i * 37) % 120
        c.line([(x, 160), (x, 160 + tall)], "#5f676c", 11)
        c.disc(x, 160 + tall, 18 if i % 2 else 11, ("#c0503f", "#e0a83a", "#5f676c")[i % 3])
    c.box(1000, 120, 1480, 430, "#bfe0e2", 4)
    c.polygon([(1000, 340), (1120, 240), (1250, 330), (1370, 220), (1480, 320), (1480, 430), (1000, 430)], "#6fae8f")
    c.box(1236, 116, 1246, 434, "#6f5a40")
    c.shade([(0, 560), (1600, 560), (1600, 900), (0, 900)], "#a3a098", "#77746c")
    c.oval(800, 800, 420, 40, clear("#3a3832", 110))
    for x in (640, 900):
        c.disc(x, 720, 92, "#2b2d33")
        for k in range(16):
            a = math.radians(k * 22.5)
            c.line([(x + 80 * math.cos(a), 720 + 80 * math.sin(a)), (x + 104 * math.cos(a), 720 + 104 * math.sin(a))], "#2b2d33", 16)
        c.disc(x, 720, 44, "#d9a23a")
        c.disc(x, 720, 14, "#5a4636")
    c.box(560, 560, 990, 680, "#c0362f", 20)
    c.box(600, 500, 780, 570, "#a32c27", 14)
    c.box(840, 520, 950, 566, "#3a3d44", 8)
    c.line([(980, 590), (1120, 520), (1240, 500)], "#3a3d44", 14)
    c.line([(1210, 506), (1260, 496)], "#1f2126", 22)
    c.box(700, 600, 820, 650, "#f2c14e", 6)
    for x, col, hat, arm in ((430, "#2f6f8f", None, 70), (1080, "#3e7f5c", None, 0), (1330, "#6a4c8c", "scarf", 0), (250, "#e0a83a", None, 60)):
        p.person(c, x, 850, 330, col, hat, arm=arm)
    for x in (1450, 1510):
        c.box(x, 780, x + 50, 850, "#c0503f", 6)


def footbridge(c):
    """A suspension bridge over a mountain stream."""
    c.sky((0, "#7fb7d0"), (0.5, "#dcebe6"), (1, "#eef1da"))
    n.ranges(c, "#a5c9cc", "#3f7f62", "#e4efe4", 0.36, 0.6, 4, 0.22, "karst", 0.4)
    c.shade([(0, 420), (330, 460), (420, 900), (0, 900)], "#5f9a5c", "#2f5f3a")
    c.shade([(1600, 420), (1270, 460), (1180, 900), (1600, 900)], "#5f9a5c", "#2f5f3a")
    c.shade([(420, 740), (1180, 740), (1280, 900), (330, 900)], "#8fcad2", "#3a8698")
    for _ in range(14):
        c.oval(c.random.uniform(420, 1180), c.random.uniform(770, 890), c.random.uniform(24, 60), c.random.uniform(10, 20), "#6d7a74")
    for x in (290, 1310):
        for d in (-24, 24):
            c.box(x + d - 9, 250, x + d + 9, 560, "#8a5a3a")
        c.box(x - 44, 250, x + 44, 272, "#6f4526", 4)
        c.box(x - 60, 540, x + 60, 580, "#b9b4a6", 4)
    for lift, top in ((0, 262), (26, 276)):
        cable = [(290 + i * 10.2, top + 190 * (1 - ((i - 50) / 50) ** 2)) for i in range(101)]
        c.line(cable, "#4a4f57", 5)
        deck = [(290 + i * 10.2, 520 + 44 * (1 - ((i - 50) / 50) ** 2) + lift * 0.5) for i in range(101)]
        for i in range(3, 98, 4):
            c.line([cable[i], deck[i]], clear("#4a4f57", 200), 2)
    deck = [(290 + i * 10.2, 520 + 44 * (1 - ((i - 50) / 50) ** 2)) for i in range(101)]
    c.polygon(deck + [(x, y + 20) for x, y in deck[::-1]], "#a8713f")
    for i in range(0, 100, 2):
        c.line([deck[i], (deck[i][0], deck[i][1] + 19)], "#7a4a26", 2)
    c.line([(0, 262), (290, 256)], "#4a4f57", 5)
    c.line([(1310, 256), (1600, 262)], "#4a4f57", 5)
    for x, col, h, hat in ((520, "#b5413b", 118, "cone"), (640, "#f4f7f9", 88, None), (700, "#f4f7f9", 84, None), (930, "#3e7f5c", 120, None), (1050, "#e0a83a", 116, "scarf")):
        p.person(c, x, 522 + 44 * (1 - ((x - 800) / 510) ** 2), h, col, hat)
    for i in range(26):
        x = c.random.uniform(-20, 240) if i % 2 else c.random.uniform(1360, 1620)
        n.pine(c, x, 470 + i * 15, 130 + i * 6, mix("#1f5a42", "#3f8a5c", c.random.random()))


def village_meeting(c):
    """An evening meeting in the house of the village."""
    c.sky((0, "#3a2a2e"), (0.6, "#6b452f"), (1, "#3a251a"))
    for i in range(21):
        c.line([(i * 82, 60), (i * 82, 560)], clear("#1e120c", 120), 3)
    c.polygon([(0, 0), (1600, 0), (1600, 70), (0, 70)], "#2a1a14")
    for x in (210, 620, 980, 1390):
        c.box(x - 13, 0, x + 13, 620, "#4a2f1f")
    for x in (410, 1180):
        c.box(x - 120, 150, x + 120, 380, "#1b2f52", 4)
        c.disc(x + 50, 210, 18, "#fbf4d8")
        c.polygon([(x - 120, 320), (x - 30, 250), (x + 40, 310), (x + 120, 270), (x + 120, 380), (x - 120, 380)], "#101f3a")
        c.box(x - 4, 146, x + 4, 384, "#2a1a14")
    c.line([(800, 70), (800, 200)], "#1e120c", 4)
    c.glow(800, 240, 900, "#ffd58a", 0.6)
    c.polygon([(740, 236), (770, 196), (830, 196), (860, 236)], "#d9a23a")
    c.disc(800, 244, 26, "#fff3cf")
    c.shade([(0, 560), (1600, 560), (1600, 900), (0, 900)], "#8a5a38", "#3f281a")
    c.box(900, 300, 1010, 470, "#fdf8ea", 4)
    for k in range(5):
        c.line([(918, 330 + k * 26), (992 - k * 9, 330 + k * 26)], "#8a8f96", 5)
    p.person(c, 800, 610, 310, "#27436b", None, arm=100)
    for row in range(3):
        y, size = 660 + row * 90, 56 + row * 13
        many = 9 - row
        for i in range(many):
            x = 1600 * (i + 0.5) / many + (row % 2) * 30
            p.back(c, x, y, size, mix(p.SHIRTS[(i * 3 + row) % 8], "#2a1410", 0.2))
            if (i + row) % 3 == 0:
                c.box(x - size * 0.36, y - size * 1.25, x + size * 0.36, y - size * 0.92, mix(p.SHIRTS[(i + 5) % 8], "#ffffff", 0.2), size * 0.12)
