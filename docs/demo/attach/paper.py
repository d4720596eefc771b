# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF by Debian's chromium: tagged, with embedded fonts and text that can be searched."""

import html
import pathlib
import re
import subprocess
import tempfile

STYLE = """
@page { size: A4; margin: 20mm 18mm 18mm 25mm }
body { font: 12.5pt/1.45 'DejaVu Serif Condensed', 'DejaVu Serif', serif; color: #111; margin: 0 }
.head { display: grid; grid-template-columns: 4fr 7fr; gap: 6mm; text-align: center; font-size: 10.5pt; line-height: 1.35 }
.head p { margin: 0; text-align: center; text-wrap: balance } .head b { font-weight: 700 }
.rule { width: 34mm; border-top: 0.4mm solid #111; margin: 1mm auto 2mm }
h1 { font-size: 15pt; text-align: center; margin: 9mm 0 2mm; line-height: 1.35 }
.abstract { text-align: center; text-wrap: balance; font-weight: 700; margin: 0 8mm 8mm }
h2, h3 { break-after: avoid }
h2 { font-size: 13pt; margin: 5mm 0 2mm } h3 { font-size: 12.5pt; margin: 4mm 0 1mm }
p { margin: 0 0 3mm; text-align: justify } li { margin-bottom: 1.5mm }
table { border-collapse: collapse; width: calc(100% - 0.5mm); margin: 2mm 0 4mm; font-size: 11pt }
th, td { border: 0.3mm solid #555; padding: 1.2mm 2mm; text-align: left; vertical-align: top } th { background: #eee }
.sign { margin: 6mm 0 0 50%; break-inside: avoid; text-align: center; font-weight: 700 } .sign small { display: block; font-weight: 400; margin-top: 12mm }
.meta { color: #444; font-size: 11pt; margin-bottom: 6mm }
h1.brief { text-align: left; margin-top: 0 }
"""


def table_html(rows):
    head = "".join("<th scope=col>%s</th>" % html.escape(cell) for cell in rows[0])
    body = "".join("<tr>%s</tr>" % "".join("<td>%s</td>" % html.escape(cell) for cell in row) for row in rows[1:])
    return "<table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>" % (head, body)


def block_html(block):
    if block[0] == "heading":
        level = min(3, max(2, block[1]))
        return "<h%d>%s</h%d>" % (level, html.escape(block[2]), level)
    if block[0] == "list":
        tag = "ol" if block[1] else "ul"
        return "<%s>%s</%s>" % (tag, "".join("<li>%s</li>" % html.escape(one) for one in block[2]), tag)
    if block[0] == "table":
        return table_html(block[1])
    return "<p>%s</p>" % html.escape(block[1])


def legal_head(keys, day, form):
    """The head that Vietnamese administrative documents have: issuer and number, name of the state and date."""
    return ("<div class=head><div><p><b>%s</b></p><div class=rule></div><p>Số: %s</p></div>"
            "<div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p><b>Độc lập - Tự do - Hạnh phúc</b></p><div class=rule></div>"
            "<p><i>Mây Ngàn, %s</i></p></div></div><h1>%s</h1><p class=abstract>%s</p>"
            % (html.escape(keys["issuer"].upper()), html.escape(keys["number"]), day, form, html.escape(keys["abstract"])))


def page_html(title, start, blocks, end=""):
    return ("<!doctype html><html lang=vi><meta charset=utf-8><title>%s</title><style>%s</style><body>%s%s%s"
            % (html.escape(title), STYLE, start, "".join(block_html(block) for block in blocks), end))


def write_pdf(text, target):
    """Prints a page; the times in the file are set to one fixed day so that the bytes stay the same."""
    with tempfile.TemporaryDirectory() as place:
        page, out = pathlib.Path(place) / "page.html", pathlib.Path(place) / "page.pdf"
        page.write_text(text, encoding="utf-8")
        subprocess.run(["timeout", "60", "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        "--user-data-dir=" + place + "/profile", "--print-to-pdf=" + str(out), page.as_uri()],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        data = out.read_bytes()
    data = re.sub(rb"/(CreationDate|ModDate) \(D:\d{14}", lambda m: b"/" + m.group(1) + b" (D:20261101000000", data)
    target.write_bytes(data)
