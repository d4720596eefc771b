# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads items of the portal: front matter and the part of Markdown that they use."""

import dataclasses
import pathlib
import re

import yaml


@dataclasses.dataclass
class Item:
    """One item: its keys and its blocks.

    A block is ("heading", level, text), ("paragraph", text), ("list", ordered, [text]) or ("table", [[text]]).
    """

    keys: dict
    blocks: list


def plain(text):
    """Text without the marks of links and emphasis."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\*\*([^*]+)\*\*", r"\1", text).strip()


def cells(line):
    return [plain(cell) for cell in line.strip().strip("|").split("|")]


def blocks_of(lines):
    """The blocks of a body; a blank line ends a paragraph, the settings of a component are left out."""
    found, paragraph, skipped = [], [], False

    def close():
        if paragraph:
            found.append(("paragraph", plain(" ".join(paragraph))))
            paragraph.clear()

    for line in lines:
        heading = re.match(r"(#+)\s+(.*)", line)
        point = re.match(r"(\d+\.|[-*])\s+(.*)", line)
        if line.startswith(":::"):
            close()
            skipped = not skipped and not line.startswith(":::note") and line.strip() != ":::"
        elif skipped:
            continue
        elif not line.strip():
            close()
        elif heading:
            close()
            found.append(("heading", len(heading.group(1)), plain(heading.group(2))))
        elif line.startswith("|"):
            close()
            if re.fullmatch(r"[|:\- ]+", line.strip()):
                continue
            if not (found and found[-1][0] == "table"):
                found.append(("table", []))
            found[-1][1].append(cells(line))
        elif point:
            close()
            ordered = point.group(1)[0].isdigit()
            if not (found and found[-1][0] == "list" and found[-1][1] == ordered):
                found.append(("list", ordered, []))
            found[-1][2].append(plain(point.group(2)))
        elif line.startswith((" ", "\t")) and found and found[-1][0] == "list" and not paragraph:
            found[-1][2][-1] += " " + plain(line)
        else:
            paragraph.append(line.strip())
    close()
    return found


def read_item(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2)
    return Item(yaml.safe_load(head), blocks_of(body.splitlines()))


@dataclasses.dataclass
class Form:
    """A form as docs/demo/forms.txt writes it; the marks of its lines are explained there."""

    name: str
    code: str
    title: str
    receiver: str
    lines: list


def read_forms(path):
    forms = []
    for part in re.split(r"(?m)^== ", pathlib.Path(path).read_text(encoding="utf-8"))[1:]:
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        forms.append(Form(*[word.strip() for word in lines[0].split("|")], lines[1:]))
    return forms
