# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses, people, vehicles and things."""

import math

from .canvas import clear, mix, rgb

SHIRTS = ["#2f5d8a", "#b5413b", "#3e7f5c", "#6a4c8c", "#d28a2e", "#27436b", "#a8577e", "#3b8f96"]
SKIN = "#d9a27c"
HAIR = "#2a211e"


def person(c, x, y, height, shirt, hat=None, legs="#2d3243", arm=0, skin=SKIN, behind=False):
    """A standing person, without a face or seen from `behind`. `arm` lifts the right arm by so many degrees."""
    h = height
    c.polygon([(x - h * 0.09, y - h * 0.45), (x + h * 0.09, y - h * 0.45), (x + h * 0.085, y), (x + h * 0.02, y),
               (x, y - h * 0.3), (x - h * 0.02, y), (x - h * 0.085, y)], legs)
    c.box(x - h * 0.125, y - h * 0.78, x + h * 0.125, y - h * 0.4, shirt, h * 0.06)
    for side in (-1, 1):
        angle = math.radians(arm if side > 0 and arm else 12)
        sx, sy = x + side * h * 0.11, y - h * 0.73
        hand = (sx + side * h * 0.32 * math.sin(angle), sy + h * 0.32 * math.cos(angle))
        c.disc(hand[0], hand[1], h * 0.032, skin)
        c.disc(sx, sy + h * 0.012, h * 0.034, mix(shirt, "#000000", 0.14))
        c.line([(sx, sy), (sx + side * h * 0.29 * math.sin(angle), sy + h * 0.29 * math.cos(angle))],
               mix(shirt, "#000000", 0.14), h * 0.065)
    c.box(x - h * 0.03, y - h * 0.84, x + h * 0.03, y - h * 0.74, mix(skin, "#000000", 0.12))
    c.disc(x, y - h * 0.89, h * 0.085, HAIR if behind else skin)
    c.pen().pieslice([v * 2 for v in (x - h * 0.09, y - h * 0.99, x + h * 0.09, y - h * 0.81)], 180, 360, fill=rgb(HAIR))
    if hat == "cone":
        c.polygon([(x - h * 0.19, y - h * 0.89), (x, y - h * 1.05), (x + h * 0.19, y - h * 0.89)], "#e9d6a3")
    elif hat == "scarf":
        c.box(x - h * 0.1, y - h * 0.99, x + h * 0.1, y - h * 0.91, mix(shirt, "#ffffff", 0.35), h * 0.04)


def bust(c, x, y, size, shirt, hat=None, skin=SKIN):
    """A person from the shoulders up, `y` at the chest."""
    c.box(x - size * 0.52, y - size * 0.55, x + size * 0.52, y + size * 0.6, shirt, size * 0.32)
    c.box(x - size * 0.12, y - size * 0.75, x + size * 0.12, y - size * 0.45, mix(skin, "#000000", 0.12))
    c.disc(x, y - size * 0.95, size * 0.33, skin)
    c.pen().pieslice([v * 2 for v in (x - size * 0.35, y - size * 1.33, x + size * 0.35, y - size * 0.62)], 175, 365,
                     fill=rgb(HAIR))
    if hat == "cone":
        c.polygon([(x - size * 0.75, y - size * 0.95), (x, y - size * 1.55), (x + size * 0.75, y - size * 0.95)], "#e9d6a3")


def back(c, x, y, size, shirt):
    """A person seen from behind, seated in a hall."""
    c.box(x - size * 0.5, y - size * 0.5, x + size * 0.5, y + size, shirt, size * 0.3)
    c.disc(x, y - size * 0.85, size * 0.34, HAIR)


def stilt_house(c, x, y, w, roof="#7a4a2e", wall="#a9764a", light=None):
    """A house on stilts whose ground is at `y`."""
    floor = y - w * 0.2
    eaves = floor - w * 0.2
    for i in range(6):
        px = x - w * 0.42 + i * w * 0.168
        c.box(px - w * 0.012, floor, px + w * 0.012, y, mix(wall, "#1c110b", 0.55))
    c.shade([(x - w * 0.45, floor), (x + w * 0.45, floor), (x + w * 0.4, y), (x - w * 0.4, y)], mix(wall, "#0e0a09", 0.75), mix(wall, "#0e0a09", 0.5))
    for i in range(6):
        px = x - w * 0.42 + i * w * 0.168
        c.box(px - w * 0.012, floor, px + w * 0.012, y, mix(wall, "#1c110b", 0.3))
    c.box(x - w * 0.44, eaves, x + w * 0.44, floor, wall)
    for i in range(1, 11):
        c.line([(x - w * 0.44 + i * w * 0.08, eaves), (x - w * 0.44 + i * w * 0.08, floor)], clear(mix(wall, "#000000", 0.4), 110), 1.2)
    c.box(x - w * 0.48, floor - w * 0.02, x + w * 0.48, floor + w * 0.022, mix(wall, "#20130c", 0.45))
    pane = light or mix(wall, "#20130c", 0.6)
    for i in (-0.3, -0.08, 0.16):
        c.box(x + w * i, eaves + w * 0.06, x + w * (i + 0.11), floor - w * 0.04, pane, w * 0.006)
    c.shade([(x - w * 0.58, eaves + w * 0.03), (x - w * 0.36, eaves - w * 0.3), (x + w * 0.36, eaves - w * 0.3), (x + w * 0.58, eaves + w * 0.03)],
            mix(roof, "#f0c48a", 0.18), mix(roof, "#000000", 0.16))
    for i in range(1, 9):
        low, high = x - w * 0.58 + i * w * 0.129, x - w * 0.36 + i * w * 0.08
        c.line([(high, eaves - w * 0.3), (low, eaves + w * 0.03)], clear(mix(roof, "#000000", 0.5), 70), 1.3)
    c.box(x - w * 0.38, eaves - w * 0.325, x + w * 0.38, eaves - w * 0.29, mix(roof, "#000000", 0.28), w * 0.01)
    ladder = [(x + w * 0.33, floor), (x + w * 0.46, y)]
    for d in (0, w * 0.05):
        c.line([(px + d, py) for px, py in ladder], mix(wall, "#20130c", 0.2), w * 0.012)
    for i in range(1, 6):
        px, py = x + w * (0.33 + 0.13 * i / 6), floor + (y - floor) * i / 6
        c.line([(px, py), (px + w * 0.05, py)], mix(wall, "#20130c", 0.2), w * 0.01)


def house(c, x, y, w, h, wall, roof, window="#cfe3ea", rows=1, columns=3, door=True):
    """A plain house with a hipped roof, its ground at `y`."""
    c.shade([(x - w / 2, y - h), (x + w / 2, y - h), (x + w / 2, y), (x - w / 2, y)], mix(wall, "#ffffff", 0.12), mix(wall, "#000000", 0.06))
    c.polygon([(x - w * 0.56, y - h), (x - w * 0.4, y - h * 1.42), (x + w * 0.4, y - h * 1.42), (x + w * 0.56, y - h)], roof)
    c.polygon([(x - w * 0.56, y - h), (x + w * 0.56, y - h), (x + w * 0.55, y - h + 5), (x - w * 0.55, y - h + 5)], mix(roof, "#000000", 0.35))
    for r in range(rows):
        for i in range(columns):
            wx = x - w / 2 + w * (i + 0.5) / columns
            wy = y - h + h * (r + 0.28) / rows
            c.box(wx - w * 0.2 / columns, wy, wx + w * 0.2 / columns, wy + h * 0.42 / rows, window, 2)
    if door:
        c.box(x - w * 0.06, y - h * 0.45 / rows, x + w * 0.06, y, mix(roof, "#000000", 0.3))


def flag(c, x, y, height):
    """The national flag on its staff, its foot at `y`."""
    c.line([(x, y), (x, y - height)], "#d8d8d4", max(2, height * 0.018))
    w, h = height * 0.36, height * 0.24
    c.box(x, y - height, x + w, y - height + h, "#d0202a")
    points = []
    for i in range(10):
        r = h * (0.32 if i % 2 == 0 else 0.125)
        a = math.radians(-90 + i * 36)
        points.append((x + w / 2 + r * math.cos(a), y - height + h / 2 + r * math.sin(a)))
    c.polygon(points, "#ffd84d")


def bus(c, x, y, w, body="#2f8f6b", stripe="#f2c14e"):
    """A bus standing on `y`, its front to the right."""
    h = w * 0.34
    c.box(x, y - h, x + w, y - w * 0.04, body, w * 0.035)
    c.box(x, y - h * 0.42, x + w, y - h * 0.32, stripe)
    for i in range(6):
        c.box(x + w * (0.04 + i * 0.132), y - h * 0.88, x + w * (0.155 + i * 0.132), y - h * 0.48, "#d6ecf2", w * 0.01)
    c.box(x + w * 0.86, y - h * 0.9, x + w * 0.985, y - h * 0.36, "#c4e2ec", w * 0.02)
    c.disc(x + w * 0.975, y - h * 0.22, w * 0.014, "#fff3c2")
    for wx in (0.2, 0.78):
        c.disc(x + w * wx, y - w * 0.035, w * 0.058, "#22252d")
        c.disc(x + w * wx, y - w * 0.035, w * 0.027, "#9aa3ad")


def truck(c, x, y, w, cab="#c94f3d", load="#e8e2d2"):
    h = w * 0.42
    c.box(x, y - h, x + w * 0.66, y - w * 0.08, load, w * 0.02)
    c.box(x + w * 0.68, y - h * 0.78, x + w, y - w * 0.08, cab, w * 0.04)
    c.box(x + w * 0.82, y - h * 0.7, x + w * 0.97, y - h * 0.44, "#d6ecf2", w * 0.015)
    for wx in (0.18, 0.5, 0.84):
        c.disc(x + w * wx, y - w * 0.06, w * 0.07, "#22252d")
        c.disc(x + w * wx, y - w * 0.06, w * 0.03, "#9aa3ad")


def motorbike(c, x, y, w, colour):
    for wx in (0.18, 0.82):
        c.disc(x + w * wx, y - w * 0.16, w * 0.16, "#22252d")
        c.disc(x + w * wx, y - w * 0.16, w * 0.08, "#aab2b8")
    c.polygon([(x + w * 0.14, y - w * 0.34), (x + w * 0.56, y - w * 0.36), (x + w * 0.7, y - w * 0.6), (x + w * 0.8, y - w * 0.58),
               (x + w * 0.72, y - w * 0.2), (x + w * 0.32, y - w * 0.16)], colour)
    c.line([(x + w * 0.7, y - w * 0.66), (x + w * 0.84, y - w * 0.16)], "#4a4f57", w * 0.04)
    c.box(x + w * 0.1, y - w * 0.43, x + w * 0.5, y - w * 0.34, "#2b2b31", w * 0.04)


def boat(c, x, y, w, colour="#5b3a29", who="#b5413b"):
    """A slim boat with one rower in a cone hat."""
    c.polygon([(x - w / 2, y - w * 0.05), (x + w / 2, y - w * 0.07), (x + w * 0.38, y + w * 0.055), (x - w * 0.38, y + w * 0.055)], colour)
    c.line([(x - w / 2, y - w * 0.05), (x + w / 2, y - w * 0.07)], mix(colour, "#ffffff", 0.3), 3)
    person(c, x + w * 0.22, y + w * 0.0, w * 0.42, who, "cone")
    c.line([(x + w * 0.12, y - w * 0.22), (x + w * 0.5, y + w * 0.14)], mix(colour, "#000000", 0.3), 3)


def lantern(c, x, y, size, colour, lit=0.5):
    if lit:
        c.glow(x, y, size * 3.2, mix(colour, "#ffe3a0", 0.5), lit)
    c.line([(x, y - size * 1.7), (x, y - size * 0.8)], "#3a2320", 1.6)
    c.oval(x, y, size * 0.86, size, mix(colour, "#000000", 0.12))
    c.oval(x, y, size * 0.62, size * 0.98, colour)
    c.oval(x, y, size * 0.3, size * 0.96, mix(colour, "#fff1b8", 0.5))
    for dy in (-1, 1):
        c.box(x - size * 0.34, y + dy * size * 0.98 - size * 0.08, x + size * 0.34, y + dy * size * 0.98 + size * 0.08, "#e7b94c", size * 0.05)
    for i in (-1, 0, 1):
        c.line([(x + i * size * 0.14, y + size * 1.05), (x + i * size * 0.2, y + size * 1.65)], "#d8423a", 1.8)


def lamp(c, x, y, height, colour="#2d2f3a", lit="#ffe2a0"):
    c.line([(x, y), (x, y - height)], colour, height * 0.03)
    if lit:
        c.glow(x, y - height, height * 0.8, lit, 0.5)
    c.disc(x, y - height, height * 0.07, lit or "#e8eef2")


def parasol(c, x, y, w, colours):
    """A market awning: stripes over a pole, its edge at `y`."""
    c.line([(x, y + w * 0.7), (x, y - w * 0.1)], "#5a4636", 5)
    for i in range(8):
        left, right = x - w / 2 + w * i / 8, x - w / 2 + w * (i + 1) / 8
        c.polygon([(x + (left - x) * 0.16, y - w * 0.26), (x + (right - x) * 0.16, y - w * 0.26), (right, y), (left, y)], colours[i % len(colours)])
        c.pen().pieslice([v * 2 for v in (left, y - w * 0.05, right, y + w * 0.05)], 0, 180, fill=mix(colours[i % len(colours)], "#000000", 0.12))


def basket(c, x, y, w, fruit):
    """A flat basket heaped with something round."""
    r = w * 0.1
    for row in range(3):
        for i in range(6 - row):
            fx = x + (i - (5 - row) / 2) * r * 1.55
            c.disc(fx, y - r * 0.6 - row * r * 1.15, r, mix(fruit, "#000000", 0.05 * ((i + row) % 3)))
            c.disc(fx - r * 0.3, y - r * 0.9 - row * r * 1.15, r * 0.28, mix(fruit, "#ffffff", 0.5))
    c.polygon([(x - w / 2, y - r * 0.5), (x + w / 2, y - r * 0.5), (x + w * 0.38, y + w * 0.2), (x - w * 0.38, y + w * 0.2)], "#b98748")
    for i in range(7):
        c.line([(x - w * 0.46 + i * w * 0.153, y - r * 0.4), (x - w * 0.35 + i * w * 0.117, y + w * 0.19)], clear("#7a5226", 140), 1.6)
    c.box(x - w * 0.52, y - r * 0.8, x + w * 0.52, y - r * 0.3, "#d3a562", 3)


def buffalo(c, x, y, s, blanket=None, colour="#565059"):
    """A buffalo seen from the side, its feet at `y`, looking right."""
    for lx in (-50, -30, 26, 46):
        c.box(x + lx * s - 7 * s, y - 40 * s, x + lx * s + 7 * s, y, mix(colour, "#000000", 0.25), 3 * s)
    c.box(x - 66 * s, y - 86 * s, x + 64 * s, y - 26 * s, colour, 28 * s)
    c.polygon([(x + 40 * s, y - 84 * s), (x + 96 * s, y - 92 * s), (x + 122 * s, y - 52 * s), (x + 104 * s, y - 40 * s), (x + 60 * s, y - 46 * s)], colour)
    c.oval(x + 112 * s, y - 48 * s, 13 * s, 11 * s, mix(colour, "#000000", 0.3))
    c.disc(x + 94 * s, y - 74 * s, 3.4 * s, "#191519")
    c.arc(x + 80 * s, y - 112 * s, 26 * s, 20, 175, "#e3dac6", 6 * s)
    c.line([(x - 64 * s, y - 76 * s), (x - 78 * s, y - 40 * s)], colour, 5 * s)
    if blanket:
        c.box(x - 48 * s, y - 90 * s, x + 36 * s, y - 46 * s, blanket, 8 * s)
        for i in range(5):
            c.box(x - 40 * s + i * 16 * s, y - 90 * s, x - 36 * s + i * 16 * s, y - 46 * s, mix(blanket, "#fff1cf", 0.6))
