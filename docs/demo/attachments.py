#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the attachments of the demonstration portal from text in this repository: `python3 docs/demo/attachments.py [name …]`.

Documents come from the items' own Markdown, Word twins of some forms from docs/demo/forms.txt (forms.py makes their ODT),
sheets from CSV files or the first table of an item. Needs Debian's python3-yaml, python3-docx, python3-odf, python3-openpyxl, chromium and fonts-dejavu.
"""

import datetime
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from attach import office, paper, source  # noqa: E402

CONTENT = ROOT / "content"

# item: endings of the files that repeat it; the files stand in the item's folder and bear its name
ITEMS = {
    "van-ban/nghi-quyet-24-2025-nong-nghiep-sach": "pdf docx",
    "van-ban/quyet-dinh-29-2026-gio-lam-viec-mot-cua": "pdf docx",
    "van-ban/quyet-dinh-33-2026-han-muc-giao-dat": "pdf docx",
    "van-ban/quyet-dinh-31-gia-dat": "pdf",
    "van-ban/quyet-dinh-18-2025-quy-che-mot-cua": "pdf docx",
    "van-ban/ke-hoach-205-ung-pho-lu-quet": "pdf docx",
    "van-ban/nghi-quyet-08-2019-hoc-phi": "pdf",
    "van-ban/nghi-quyet-11-2020-ho-tro-cam-che": "pdf",
    "van-ban/nghi-quyet-15-hoc-phi": "pdf",
    "van-ban/nghi-quyet-18-2026-sua-muc-chi-hoa-giai": "pdf",
    "van-ban/nghi-quyet-19-2023-ho-tro-hoa-giai": "pdf",
    "van-ban/nghi-quyet-22-2022-hoc-phi": "pdf",
    "van-ban/nghi-quyet-31-2026-bua-an-ban-tru": "pdf",
    "van-ban/quyet-dinh-05-2025-gia-nuoc": "pdf",
    "van-ban/quyet-dinh-08-2023-sua-doi-quan-ly-cho": "pdf",
    "van-ban/quyet-dinh-09-2021-huong-dan-ho-tro-cam-che": "pdf",
    "van-ban/quyet-dinh-12-bang-gia-dat-2020": "pdf",
    "van-ban/quyet-dinh-14-2022-canh-bao-lu-quet": "pdf",
    "van-ban/quyet-dinh-16-2026-chi-tiet-nong-nghiep-sach": "pdf",
    "van-ban/quyet-dinh-19-2019-quan-ly-cho": "pdf",
    "van-ban/quyet-dinh-20-2019-han-muc-giao-dat": "pdf",
    "van-ban/quyet-dinh-21-2019-quy-che-mot-cua": "pdf",
    "van-ban/quyet-dinh-26-2019-xe-cong-nong": "pdf",
    "van-ban/quyet-dinh-30-2026-bai-bo-van-ban": "pdf",
    "van-ban/quyet-dinh-33-2021-gia-nuoc": "pdf",
    "van-ban/quyet-dinh-37-2022-sua-bang-gia-dat": "pdf",
    "van-ban/quyet-dinh-40-2019-quy-che-cong": "pdf",
    "van-ban/quyet-dinh-44-bang-gia-dat": "pdf",
    "van-ban/huong-dan-930-quy-che-mot-cua": "pdf odt",
    "thong-ke/dan-so-theo-xa-2025": "pdf",
    "thong-ke/ho-so-mot-cua-quy-3": "pdf",
    "thong-ke/khach-du-lich-2026": "pdf",
    "thong-ke/nong-nghiep-10-thang-2026": "pdf",
    "thong-ke/truong-lop-nam-hoc-2026-2027": "pdf",
    "dau-thau/xay-lap-ke-song-ngan": "pdf",
    "dau-thau/suat-an-truong-noi-tru": "pdf",
    "dau-tu/kho-lanh-cam-suoi-lua": "pdf",
    "dau-tu/khu-nghi-ho-da-may": "pdf",
    "du-an/duong-da-may-nam-suong": "pdf xlsx",
    "du-an/dien-mat-troi-tru-so": "pdf xlsx",
    "doi-thoai/thanh-nien-khoi-nghiep-2026": "odt",
    "sites/suoi-lua/van-ban/ke-hoach-41-phong-chong-ret": "pdf odt",
    "sites/suoi-lua/van-ban/quyet-dinh-112-to-quan-ly-nuoc": "pdf",
    "sites/ben-suong/van-ban/quyet-dinh-86-pho-di-bo": "pdf odt",
    "sites/ben-suong/van-ban/thong-bao-37-cua-phai": "pdf",
}

FORMS = CONTENT / "thu-tuc" / "bieu-mau"
TWINS = ("to-khai-ket-hon", "to-khai-khai-sinh", "de-nghi-ho-kinh-doanh", "don-giay-phep-xay-dung", "don-tach-thua",
         "don-ho-tro-chi-phi-hoc-tap")
DOTS = " " + "." * 60


def vietnamese_day(day):
    return "ngày %02d tháng %02d năm %d" % (day.day, day.month, day.year)


def form_names():
    """The names of the forms of documents, from the shipped list."""
    import yaml
    lists = yaml.safe_load((ROOT / "generator/site/shipped/vocabularies.yaml").read_text(encoding="utf-8"))
    return {key: term["vi"] for key, term in lists["form"]["terms"].items()}


def spelt(row):
    """Numbers and months as Vietnamese readers write them: 1.234,5 and 01/2026."""
    words = []
    for cell in row:
        month = re.fullmatch(r"(\d{4})-(\d\d)", cell)
        if month:
            cell = month.group(2) + "/" + month.group(1)
        elif re.fullmatch(r"\d{4,}", cell):
            cell = format(int(cell), ",").replace(",", ".")
        elif re.fullmatch(r"\d+\.\d+", cell):
            cell = cell.replace(".", ",")
        words.append(cell)
    return words


def statistics_blocks(item, folder):
    """How the figures were made, what they say, and every table of the item."""
    blocks = [("heading", 2, "Phương pháp"), ("paragraph", item.keys["method"]), ("heading", 2, "Phân tích"),
              ("paragraph", item.keys["analysis"])]
    for path in sorted(folder.glob("*.csv")):
        rows = office.rows_of_csv(path)
        blocks += [("heading", 2, "Số liệu: " + ", ".join(rows[0][1:]).lower()), ("table", [rows[0]] + [spelt(row) for row in rows[1:]])]
    return blocks + [block for block in item.blocks if block[0] != "heading"]


def page_of(item, forms, folder):
    keys = item.keys
    if "issued_on" in keys:
        day = keys["issued_on"] if isinstance(keys["issued_on"], datetime.date) else datetime.date.fromisoformat(keys["issued_on"])
        start = paper.legal_head(keys, vietnamese_day(day), forms[keys["form"]].upper())
        end = "<div class=sign>%s<small>%s</small></div>" % (keys.get("signer_title", "").upper(), keys.get("signer", ""))
        return paper.page_html(keys["title"], start, item.blocks, end)
    start = "<h1 class=brief>%s</h1><p class=meta>%s</p>" % (keys["title"], keys["summary"])
    blocks = statistics_blocks(item, folder) if "analysis" in keys else item.blocks
    return paper.page_html(keys["title"], start, blocks)


def make_item(name, endings, forms):
    item = source.read_item(CONTENT / (name + ".md"))
    folder = CONTENT / name
    folder.mkdir(exist_ok=True)
    for ending in endings.split():
        target = folder / (folder.name + "." + ending)
        title = item.keys["title"]
        if ending == "pdf":
            paper.write_pdf(page_of(item, forms, folder), target)
        elif ending == "docx":
            office.write_docx(title, item.blocks, target)
        elif ending == "odt":
            office.write_odt(title, item.blocks, target)
        else:
            rows = next(block[1] for block in item.blocks if block[0] == "table")
            office.write_xlsx(title, rows, target)
        report(target)


def form_blocks(form):
    """The lines of a form as blocks; where something is to be filled in there are dots."""
    blocks = [("centre", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("centre", "Độc lập - Tự do - Hạnh phúc"), ("name", form.title),
              ("paragraph", "Mẫu số: " + form.code), ("paragraph", "Kính gửi: " + form.receiver)]
    for line in form.lines:
        if line.startswith("* "):
            blocks.append(("heading", 2, line[2:]))
        elif line.startswith("[] "):
            blocks.append(("paragraph", "☐ " + line[3:]))
        elif line.startswith("|"):
            if blocks[-1][0] != "table":
                blocks.append(("table", []))
            blocks[-1][1].append(source.cells(line))
        else:
            blocks.append(("paragraph", line[2:] + ":" + DOTS if line.startswith("- ") else line))
    return blocks + [("paragraph", "Ngày ..... tháng ..... năm ........"), ("paragraph", "Người khai (ký, ghi rõ họ tên)")]


def make_forms(parts):
    for form in source.read_forms(pathlib.Path(__file__).parent / "forms.txt"):
        if form.name in TWINS and (not parts or any(part in form.name for part in parts)):
            office.write_docx(form.title, form_blocks(form), FORMS / (form.name + ".docx"))
            report(FORMS / (form.name + ".docx"))


def make_sheets(parts):
    """A sheet beside every CSV file of statistics, budgets and the environment."""
    for section in ("thong-ke", "ngan-sach", "moi-truong"):
        for path in sorted((CONTENT / section).glob("*/*.csv")):
            if not parts or any(part in str(path) for part in parts):
                office.write_xlsx(path.parent.name, office.rows_of_csv(path), path.with_suffix(".xlsx"))
                report(path.with_suffix(".xlsx"))


def make_annexes(parts):
    """PDFs of annexes that no item repeats: annexes/<section>.<item>.<file>.md, a page for each heading of the second level."""
    for path in sorted((pathlib.Path(__file__).parent / "annexes").glob("*.md")):
        section, item, name = path.stem.split(".")
        if parts and not any(part in path.stem for part in parts):
            continue
        blocks = source.blocks_of(path.read_text(encoding="utf-8").splitlines())
        text = paper.page_html(blocks[0][2], "<h1 class=brief>%s</h1>" % blocks[0][2], blocks[1:])
        target = CONTENT / section / item / (name + ".pdf")
        paper.write_pdf(text.replace("</style>", "h2 ~ h2 { break-before: page }</style>"), target)
        report(target)


def report(path):
    print("%-90s %3d kB" % (path.relative_to(CONTENT), path.stat().st_size // 1024))


def main(parts):
    forms = form_names()
    for name, endings in ITEMS.items():
        if not parts or any(part in name for part in parts):
            make_item(name, endings, forms)
    make_forms(parts)
    make_sheets(parts)
    make_annexes(parts)


main(sys.argv[1:])
