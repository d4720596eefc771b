#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a corpus of made-up Vietnamese articles, the same on every machine for the same -n and --seed.

    gen_corpus.py -n 10000 -o FOLDER --flavour hugo|congbo

hugo:   FOLDER/content/<section>/<year>/<slug>.md and FOLDER/static/images
congbo: the same articles as a portal: links as relative .md paths, images in content/hinh-anh, and content/_site

Words are drawn from vocab.json by rank, as in natural text. Article i depends on (seed, i, n) alone.
"""
import argparse
import json
import random
import re
import unicodedata
from bisect import bisect
from itertools import accumulate
from multiprocessing import Pool
from pathlib import Path

HERE = Path(__file__).resolve().parent

# section, its name, how many of a hundred articles
SECTIONS = [("tin-tuc", "Tin tức", 40), ("van-ban", "Văn bản", 25), ("thu-tuc", "Thủ tục hành chính", 12),
            ("hoi-dap", "Hỏi đáp", 15), ("du-an", "Dự án", 8)]
UNITS = (
    ["Văn phòng Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Xây dựng",
     "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường",
     "Sở Văn hóa, Thể thao và Du lịch", "Sở Dân tộc và Tôn giáo", "Thanh tra tỉnh", "Công an tỉnh",
     "Bộ Chỉ huy Quân sự tỉnh", "Kho bạc Nhà nước", "Cục Thuế", "Cục Thống kê", "Bảo hiểm xã hội",
     "Ngân hàng Nhà nước chi nhánh tỉnh"]
    + ["Ủy ban nhân dân phường " + name for name in
       ("Tân An", "Tân Lập", "Ea Kao", "Thành Nhất", "Buôn Hồ", "Cư Bao", "Bình Kiến", "Tuy Hòa", "Phú Yên", "Xuân Đài")]
    + ["Ủy ban nhân dân xã " + name for name in
       ("Ea Súp", "Ea Drông", "Krông Ana", "Krông Búk", "Cư M'gar", "Ea Kar", "M'Drắk", "Lắk", "Sông Hinh", "Đồng Xuân")])
AUTHORS = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Cường", "Phạm Thị Dung", "Hoàng Văn Đức", "H'Linh Niê",
           "Y Thông Êban", "Vũ Minh Hạnh", "Đặng Quốc Khánh", "Bùi Thị Lan", "Đỗ Mạnh Hùng", "Hồ Thị Mai", "Ngô Văn Nam",
           "Dương Thị Oanh", "Lý Quốc Phong", "Phan Thị Quỳnh", "Trương Văn Sơn", "Đinh Thị Thảo", "Mai Xuân Trường",
           "Tô Thị Yến"]
ISSUERS = ["UBND", "HĐND", "STP", "SNV", "STC", "SYT", "VPUBND", "BTTTT", "CP", "TTg"]
FORMS = ["QĐ", "NQ", "CT", "TB", "KH", "BC", "CV", "TT", "NĐ", "HD"]
PHRASES = ["thủ tục hành chính", "cải cách hành chính", "cơ sở dữ liệu", "dịch vụ công trực tuyến",
           "giấy chứng nhận quyền sử dụng đất", "chuyển đổi số", "ủy ban nhân dân", "hội đồng nhân dân",
           "bộ phận một cửa", "căn cước công dân", "đăng ký kinh doanh", "quy hoạch sử dụng đất"]
MENU = [("Trang chủ", "/")] + [(name, f"/{section}/") for section, name, _ in SECTIONS] + [
    ("Giới thiệu", "/"), ("Tổ chức bộ máy", "/"), ("Công khai ngân sách", "/"), ("Lịch công tác", "/"), ("Liên hệ", "/"),
    ("Tra cứu hồ sơ", "/")]
IMAGES = 20


def slug(text):
    """Lower-case ASCII with single hyphens; the same rule for articles, tags and units."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in text if not unicodedata.combining(c))).strip("-")


def capital(text):
    return text[0].upper() + text[1:]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Corpus:
    """The choices an article is made of. Every method draws from the article's own `dice`, in a fixed order."""

    def __init__(self, count, seed, folder, flavour):
        self.count, self.seed, self.folder, self.flavour = count, seed, Path(folder), flavour
        self.lexemes = json.loads((HERE / "vocab.json").read_text(encoding="utf-8"))["lexemes"]
        ranked = len(self.lexemes) - len(PHRASES)
        self.word_weights = list(accumulate([1.0 / (rank + 3) for rank in range(ranked)] + [1.0 / 400] * len(PHRASES)))
        self.tags = self.choose_tags(200)
        self.tag_weights = list(accumulate(1.0 / (rank + 8) for rank in range(len(self.tags))))
        self.unit_weights = list(accumulate(1.0 / (rank + 4) for rank in range(len(UNITS))))
        self.section_weights = list(accumulate(share for _, _, share in SECTIONS))

    def choose_tags(self, wanted):
        dice = random.Random(7)
        tags, seen = [], set()
        while len(tags) < wanted:
            tag = dice.choice(PHRASES) if len(tags) < 12 else " ".join(dice.sample(self.lexemes[10:600], dice.randint(1, 2)))
            if slug(tag) and slug(tag) not in seen:
                seen.add(slug(tag))
                tags.append(tag)
        return tags

    @staticmethod
    def pick(dice, things, weights):
        return things[bisect(weights, dice.random() * weights[-1])]

    def words(self, dice, count):
        return dice.choices(self.lexemes, cum_weights=self.word_weights, k=count)

    def head(self, number):
        """Where article `number` stands: also asked by the articles that link to it."""
        dice = random.Random("%d/%d" % (self.seed, number))
        section = self.pick(dice, SECTIONS, self.section_weights)[0]
        day = int(dice.random() ** 0.7 * 3650)  # 2015 to 2024, recent years more often
        year, day = 2015 + day // 365, day % 365
        date = "%04d-%02d-%02dT%02d:%02d:00+07:00" % (year, day // 31 + 1, day % 28 + 1, dice.randint(7, 18), dice.randint(0, 59))
        title = capital(" ".join(self.words(dice, dice.randint(5, 11))))
        name = "%s-%d" % (slug(title)[:60].strip("-"), number)
        return {"section": section, "year": year, "date": date, "title": title, "name": name, "dice": dice}

    def address_of(self, head):
        if self.flavour == "congbo":
            return f"../../{head['section']}/{head['year']}/{head['name']}.md"
        return f"/{head['section']}/{head['year']}/{head['name']}/"

    def image(self, number):
        return f"../../hinh-anh/anh-{number:02d}.svg" if self.flavour == "congbo" else f"/images/anh-{number:02d}.svg"

    def sentence(self, dice):
        words = self.words(dice, dice.randint(6, 22))
        if len(words) > 10:
            words[len(words) // 2] += ","
        if dice.random() < .08:
            words.append(str(dice.randint(1, 2500)))
        return capital(" ".join(words)) + "."

    def marked_up(self, dice, sentence):
        """The sentence, sometimes with emphasis or a link to another article."""
        chance = dice.random()
        if chance < .09:
            mark = "**" if chance < .06 else "*"
            words = sentence.split(" ")
            at = dice.randrange(len(words))
            words[at] = mark + words[at] + mark
            return " ".join(words)
        if chance < .13:
            target = self.head(dice.randrange(self.count))
            return f"{sentence} Xem [{target['title']}]({self.address_of(target)})."
        return sentence

    def table(self, dice):
        columns = dice.randint(3, 5)
        row = lambda longest: "| " + " | ".join(" ".join(self.words(dice, longest())) for _ in range(columns)) + " |"
        rows = [row(lambda: 2), "|" + " --- |" * columns]
        rows += [row(lambda: dice.randint(1, 4)) for _ in range(dice.randint(4, 12))]
        return "\n".join(rows), 12 * columns

    def items(self, dice):
        mark = dice.choice(["- ", "- ", "1. "])
        sentences = [self.marked_up(dice, self.sentence(dice)) for _ in range(dice.randint(3, 7))]
        return "\n".join(mark + sentence for sentence in sentences), sum(s.count(" ") + 1 for s in sentences)

    def paragraph(self, dice):
        text = " ".join([self.marked_up(dice, self.sentence(dice)) for _ in range(dice.randint(2, 6))])
        if dice.random() < .05:
            text += (" Thông tin tại https://dichvucong.example.gov.vn/tt/%d và điện thoại 0262-%d."
                     % (dice.randint(1, 9999), dice.randint(1000000, 9999999)))
        return text, text.count(" ") + 1

    def heading(self, dice, number):
        level = 2 if dice.random() < .7 or number == 1 else 3
        return "#" * level + " %d. " % number + capital(" ".join(self.words(dice, dice.randint(3, 8))))

    def body(self, dice):
        wanted = int(200 + 1000 * min(dice.random(), dice.random() * 1.3 if dice.random() < .7 else 1))
        has_table = dice.random() < .2
        blocks, words, headings = [], 0, 0
        while words < wanted:
            chance = dice.random()
            if headings == 0 or chance < .14:
                headings += 1
                block, size = self.heading(dice, headings), 7
            elif chance < .26:
                block, size = self.items(dice)
            elif chance < .29:
                sentence = self.sentence(dice)
                block, size = "> " + sentence, sentence.count(" ") + 1
            elif chance < .32:
                text = " ".join(self.words(dice, 4))
                block, size = f"![{text}]({self.image(dice.randrange(IMAGES))})", 4
            elif has_table and chance < .5:
                has_table = False
                block, size = self.table(dice)
            else:
                block, size = self.paragraph(dice)
            blocks.append(block)
            words += size
        return "\n\n".join(blocks) + "\n"

    def tags_of(self, dice):
        tags = []
        for _ in range(12):
            if len(tags) >= 2 and dice.random() < .35 or len(tags) == 5:
                break
            tag = self.pick(dice, self.tags, self.tag_weights)
            if tag not in tags:
                tags.append(tag)
        return tags

    def front_matter(self, head):
        dice = head["dice"]
        tags = self.tags_of(dice)
        unit = self.pick(dice, UNITS, self.unit_weights)
        author = dice.choice(AUTHORS)
        summary = " ".join(self.sentence(dice) for _ in range(dice.randint(1, 3)))
        lines = ["title: " + quoted(head["title"]), "date: " + head["date"]]
        lines += ["type: " + head["section"]] if self.flavour == "hugo" else []
        lines += ["unit: " + quoted(unit), "tags:"] + ["  - " + quoted(tag) for tag in tags]
        lines += ["summary: " + quoted(summary), "author: " + quoted(author)]
        if head["section"] == "van-ban":
            number = "%d/%s-%s" % (dice.randint(1, 4000), dice.choice(FORMS), dice.choice(ISSUERS))
            lines += ["number: " + quoted(number), "issuer: " + quoted(unit), "effective: " + head["date"][:10]]
        return "\n".join(lines)

    def write_article(self, number):
        head = self.head(number)
        front_matter = self.front_matter(head)
        body = self.body(head["dice"])
        folder = self.folder / "content" / head["section"] / str(head["year"])
        folder.mkdir(parents=True, exist_ok=True)
        (folder / (head["name"] + ".md")).write_text(f"---\n{front_matter}\n---\n\n{body}", encoding="utf-8")
        return len(body)


def write_text(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_sections_and_images(folder, flavour):
    for section, name, _ in SECTIONS:
        write_text(folder / "content" / section / "_index.md", f"---\ntitle: {quoted(name)}\n---\n")
    images = folder / ("content/hinh-anh" if flavour == "congbo" else "static/images")
    for number in range(IMAGES):
        write_text(images / f"anh-{number:02d}.svg",
                   '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" '
                   'fill="#%02x8899"/><!-- %s --></svg>\n' % (number * 12, "x" * 2000))


def write_portal_settings(folder):
    """content/_site: the units of the corpus and two types that ask for no more than its articles say."""
    settings = folder / "content" / "_site"
    menu = "".join(f"  - {{label: {{vi: {quoted(label)}}}, target: {target}}}\n" for label, target in MENU)
    types = {section: "van-ban-mau" if section == "van-ban" else "bai-mau" for section, _, _ in SECTIONS}
    sections = "".join(f"  {section}: {kind}\n" for section, kind in types.items())
    write_text(settings / "site.yaml", f"""format: 1
name: {{vi: Cổng thông tin điện tử tỉnh}}
owner: {{vi: Ủy ban nhân dân tỉnh}}
responsible: {{vi: Chánh Văn phòng Ủy ban nhân dân tỉnh}}
reuse_notice: {{vi: Ghi rõ nguồn khi phát hành lại thông tin từ trang này.}}
base_url: https://cong.example.gov.vn
tag_authority: cong.example.gov.vn
languages: [vi]
contact: {{address: số 1 đường Lê Duẩn, phone: "0262 3850 000", email: banbientap@example.gov.vn}}
per_page: 20
json_twins: false
archives: false
sections:
{sections}menu:
{menu}""")
    write_text(settings / "units.yaml",
               "".join(f"{slug(unit)}:\n  name: {{vi: {quoted(unit)}}}\n  kind: department\n" for unit in UNITS))
    write_text(settings / "vocabularies.yaml", "tags:\n  label: {vi: Thẻ}\n  open: true\n")
    write_text(settings / "types" / "bai-mau.yaml", "id: bai-mau\nlabel: {vi: Bài}\nlayout: article\nfields: {}\n")
    write_text(settings / "types" / "van-ban-mau.yaml", """id: van-ban-mau
label: {vi: Văn bản}
layout: article
fields:
  number: {kind: text, required: true, label: {vi: Số hiệu}}
  issuer: {kind: text, required: true, label: {vi: Cơ quan ban hành}}
  effective: {kind: date, label: {vi: Ngày có hiệu lực}}
""")


corpus = None  # one in each worker process


def start_worker(*arguments):
    global corpus
    corpus = Corpus(*arguments)


def write_share(numbers):
    return sum(corpus.write_article(number) for number in numbers)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, required=True, help="number of articles")
    parser.add_argument("-o", required=True, help="folder to write to")
    parser.add_argument("--flavour", choices=["hugo", "congbo"], default="congbo")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    folder = Path(options.o)
    write_sections_and_images(folder, options.flavour)
    if options.flavour == "congbo":
        write_portal_settings(folder)
    shares = [range(start, min(options.n, start + 500)) for start in range(0, options.n, 500)]
    with Pool(options.jobs, start_worker, (options.n, options.seed, folder, options.flavour)) as pool:
        characters = sum(pool.imap_unordered(write_share, shares))
    print(f"{options.n} articles, {characters} characters of body")


if __name__ == "__main__":
    main()
