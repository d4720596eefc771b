# SPDX-License-Identifier: GPL-3.0-or-later
"""DOCX, ODT and XLSX files whose bytes depend on their text alone."""

import csv
import datetime
import io
import re
import zipfile

import docx
import docx.enum.text
import openpyxl
import openpyxl.styles
from docx.shared import Cm, Pt
from odf import style, table, text
from odf.opendocument import OpenDocumentText

DAY = datetime.datetime(2026, 11, 1)
FONT = "Times New Roman"


def settled(data):
    """The same archive with fixed times, so that it can be compared byte by byte."""
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    names = sorted(source.namelist(), key=lambda name: (name != "mimetype", name != "[Content_Types].xml", name))
    with zipfile.ZipFile(target, "w") as out:
        for name in names:
            content = source.read(name)
            if name in ("docProps/core.xml", "meta.xml"):
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?", b"2026-11-01T00:00:00Z", content)
            info = zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            out.writestr(info, content, compresslevel=9)
    return target.getvalue()


def new_docx(title):
    paper = docx.Document()
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        font = paper.styles[name].font
        font.name, font.size = FONT, Pt(13 if name != "Title" else 16)
        paper.styles[name].element.rPr.rFonts.set(docx.oxml.ns.qn("w:eastAsia"), FONT)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(2), Cm(2), Cm(2)
    core = paper.core_properties
    core.title, core.language, core.author, core.created, core.modified = title, "vi-VN", "Tỉnh Mây Ngàn", DAY, DAY
    return paper


def fill_docx(paper, blocks):
    for block in blocks:
        if block[0] in ("centre", "name"):
            line = paper.add_paragraph(block[1], style="Title" if block[0] == "name" else "Normal")
            line.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
        elif block[0] == "heading":
            paper.add_heading(block[2], 1 if block[1] < 3 else 2)
        elif block[0] == "list":
            for one in block[2]:
                paper.add_paragraph(one, style="List Number" if block[1] else "List Bullet")
        elif block[0] == "table":
            grid = paper.add_table(0, len(block[1][0]), style="Table Grid")
            for row in block[1]:
                for cell, words in zip(grid.add_row().cells, row):
                    cell.text = words
        else:
            paper.add_paragraph(block[1])


def write_docx(title, blocks, target):
    paper = new_docx(title)
    if ("name", title) not in blocks:
        paper.add_paragraph(title, style="Title")
    fill_docx(paper, blocks)
    data = io.BytesIO()
    paper.save(data)
    target.write_bytes(settled(data.getvalue()))


def new_odt(title):
    paper = OpenDocumentText()
    paper.meta.addElement(odf_meta("title", title))
    names = {}
    for name, size, weight, align in (("Body", "13pt", "normal", "justify"), ("Head", "14pt", "bold", "start"), ("Name", "16pt", "bold", "center"),
                                      ("Centre", "13pt", "bold", "center")):
        one = style.Style(name=name, family="paragraph")
        one.addElement(style.ParagraphProperties(textalign=align, marginbottom="0.25cm"))
        one.addElement(style.TextProperties(fontsize=size, fontweight=weight, language="vi", country="VN"))
        paper.styles.addElement(one)
        names[name] = one
    return paper, names


def odf_meta(key, value):
    from odf import dc
    return dc.Title(text=value) if key == "title" else dc.Description(text=value)


def write_odt(title, blocks, target):
    paper, names = new_odt(title)
    if ("name", title) not in blocks:
        paper.text.addElement(text.H(outlinelevel=1, stylename=names["Name"], text=title))
    for block in blocks:
        if block[0] == "name":
            paper.text.addElement(text.H(outlinelevel=1, stylename=names["Name"], text=block[1]))
        elif block[0] == "centre":
            paper.text.addElement(text.P(stylename=names["Centre"], text=block[1]))
        elif block[0] == "heading":
            paper.text.addElement(text.H(outlinelevel=2, stylename=names["Head"], text=block[2]))
        elif block[0] == "list":
            points = text.List()
            for one in block[2]:
                point = text.ListItem()
                point.addElement(text.P(stylename=names["Body"], text=one))
                points.addElement(point)
            paper.text.addElement(points)
        elif block[0] == "table":
            paper.text.addElement(odt_table(block[1], names["Body"]))
        else:
            paper.text.addElement(text.P(stylename=names["Body"], text=block[1]))
    data = io.BytesIO()
    paper.write(data)
    target.write_bytes(settled(data.getvalue()))


def odt_table(rows, body):
    grid = table.Table()
    grid.addElement(table.TableColumn(numbercolumnsrepeated=len(rows[0])))
    for row in rows:
        line = table.TableRow()
        for words in row:
            cell = table.TableCell()
            cell.addElement(text.P(stylename=body, text=words))
            line.addElement(cell)
        grid.addElement(line)
    return grid


def number_of(words):
    """A number in either spelling, else the words."""
    if re.fullmatch(r"-?\d+(\.\d+)?", words):
        return float(words) if "." in words else int(words)
    return words


def write_xlsx(title, rows, target):
    """One sheet: the first row is the head, kept in view; columns as wide as their words."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Số liệu"
    for row in rows:
        sheet.append([number_of(cell) for cell in row])
    for cell in sheet[1]:
        cell.font = openpyxl.styles.Font(bold=True)
        cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    for i, column in enumerate(zip(*rows), 1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(i)].width = min(60, max(len(cell) for cell in column) + 3)
    sheet.freeze_panes = "A2"
    book.properties.title, book.properties.creator, book.properties.created = title, "Tỉnh Mây Ngàn", DAY
    data = io.BytesIO()
    book.save(data)
    target.write_bytes(settled(data.getvalue()))


def rows_of_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        return [row for row in csv.reader(lines) if row]
