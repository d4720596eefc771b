# SPDX-License-Identifier: GPL-3.0-or-later
"""A bar chart as SVG: one bar a program to its median, a thin line from the least to the most."""
from html import escape
from statistics import median

WIDTH, ROW, LEFT, RIGHT, TOP = 760, 44, 150, 90, 56


def bars(title, series):
    longest = max(max(values) for values in series.values())
    scale = (WIDTH - LEFT - RIGHT) / longest
    height = TOP + ROW * len(series) + 16
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
             'font-family="sans-serif" font-size="14" role="img">',
             f"<title>{escape(title)}</title>",
             f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
             f'<text x="16" y="30" font-size="16" fill="#111">{escape(title)}</text>']
    for row, (name, values) in enumerate(series.items()):
        parts += bar(TOP + ROW * row, name, sorted(values), scale)
    return "\n".join(parts + ["</svg>\n"])


def bar(top, name, values, scale):
    middle, colour = median(values), "#0b5cad" if name == "congbo" else "#8a8f98"
    length, line = middle * scale, top + ROW / 2
    return [f'<text x="{LEFT - 10}" y="{line + 5}" text-anchor="end" fill="#111">{escape(name)}</text>',
            f'<rect x="{LEFT}" y="{top + 8}" width="{length:.1f}" height="{ROW - 16}" fill="{colour}"/>',
            f'<line x1="{LEFT + values[0] * scale:.1f}" x2="{LEFT + values[-1] * scale:.1f}" y1="{line}" y2="{line}" stroke="#111"/>',
            f'<text x="{LEFT + values[-1] * scale + 8:.1f}" y="{line + 5}" fill="#111">{middle:.2f} s</text>']
