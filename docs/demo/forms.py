#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the forms of the demonstration portal from docs/demo/forms.txt: `python3 docs/demo/forms.py`.

Writes one OpenDocument text per form into content/thu-tuc/bieu-mau/, to be filled in on a computer or by hand. Needs
Python's standard library only; the same text gives the same bytes.
"""

import pathlib
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "content" / "thu-tuc" / "bieu-mau"
NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
                        ("fo", "xsl-fo-compatible"), ("meta", "meta"), ("manifest", "manifest")]
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
COUNTRY = ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"]
PARAGRAPHS = {  # name: (font size, weight, alignment, space above, space below)
    "Country": (12, "bold", "center", "0cm", "0cm"),
    "Code": (11, "normal", "end", "0cm", "0.3cm"),
    "FormTitle": (15, "bold", "center", "0.5cm", "0.2cm"),
    "To": (13, "normal", "center", "0cm", "0.4cm"),
    "Words": (13, "normal", "start", "0.1cm", "0.15cm"),
    "Sign": (13, "normal", "end", "0.6cm", "0cm"),
}


def styles():
    written = ['<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Times New Roman" '
               'fo:language="vi" fo:country="VN"/></style:default-style>']
    for name, (size, weight, align, above, below) in PARAGRAPHS.items():
        written.append(
            f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}" '
            f'fo:margin-top="{above}" fo:margin-bottom="{below}"/><style:text-properties fo:font-size="{size}pt" '
            f'fo:font-weight="{weight}"/></style:style>')
    written.append('<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" '
                   'style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.1cm"/>'
                   '<style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>')
    return (f'{HEAD}<office:document-styles {NAMESPACES} office:version="1.3"><office:styles>{"".join(written)}</office:styles>'
            '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" '
            'fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm"/>'
            '</style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
            'style:page-layout-name="A4"/></office:master-styles></office:document-styles>')


def paragraph(style, words):
    return f'<text:p text:style-name="{style}">{escape(words)}</text:p>'


def table(rows):
    cells = [[cell.strip() for cell in row.strip("| ").split("|")] for row in rows]
    width = len(cells[0])
    written = f'<table:table><table:table-column table:number-columns-repeated="{width}"/>'
    for number, row in enumerate(cells):
        row += [""] * (width - len(row))
        line = "".join(f'<table:table-cell table:style-name="Cell">{paragraph("Words", cell)}</table:table-cell>' for cell in row)
        line = f"<table:table-row>{line}</table:table-row>"
        written += f"<table:table-header-rows>{line}</table:table-header-rows>" if number == 0 else line
    return written + "</table:table>"


def body(code, title, receiver, lines):
    written = [paragraph("Country", words) for words in COUNTRY]
    written += [paragraph("Code", f"Mẫu {code}"), paragraph("FormTitle", title), paragraph("To", f"Kính gửi: {receiver}")]
    rows = []
    for line in lines + [""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            written.append(table(rows))
            rows = []
        if line.startswith("* "):
            written.append(f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{escape(line[2:])}</text:h>')
        elif line.startswith("- "):
            written.append(paragraph("Words", f"{line[2:]}: " + "." * max(12, 92 - len(line))))
        elif line.startswith("[] "):
            written.append(paragraph("Words", f"☐ {line[3:]}"))
        elif line:
            written.append(paragraph("Words", line))
    written += [paragraph("Sign", "................, ngày ...... tháng ...... năm ............"),
                paragraph("Sign", "Người khai (ký, ghi rõ họ tên)")]
    cell = ('<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
            'fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>')
    return (f'{HEAD}<office:document-content {NAMESPACES} office:version="1.3"><office:automatic-styles>{cell}'
            f'</office:automatic-styles><office:body><office:text>{"".join(written)}</office:text></office:body>'
            '</office:document-content>')


def write(name, code, title, receiver, lines):
    kind = "application/vnd.oasis.opendocument.text"
    meta = (f'{HEAD}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta><dc:title>{escape(title)}</dc:title>'
            '<dc:language>vi-VN</dc:language></office:meta></office:document-meta>')
    entries = "".join(f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>' for path, media in
                      [("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml")])
    manifest = f'{HEAD}<manifest:manifest {NAMESPACES} manifest:version="1.3">{entries}</manifest:manifest>'
    parts = [("mimetype", kind), ("content.xml", body(code, title, receiver, lines)), ("styles.xml", styles()),
             ("meta.xml", meta), ("META-INF/manifest.xml", manifest)]
    with zipfile.ZipFile(TARGET / f"{name}.odt", "w") as archive:
        for path, text in parts:
            part = zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(part, text)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    form = None
    lines = []
    for line in (HERE / "forms.txt").read_text(encoding="utf-8").splitlines() + ["== "]:
        if line.startswith("== "):
            if form:
                write(*form, lines)
            form, lines = [part.strip() for part in line[3:].split("|")], []
        elif form and line.strip() and not line.startswith("# "):
            lines.append(line.strip())


if __name__ == "__main__":
    main()
