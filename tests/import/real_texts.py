#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real Vietnamese legal texts that nobody here wrote: import, build, search. real_texts.py PROGRAM PROJECT_FOLDER
[DOC-01] [DOC-02] [SEA-02] [ENC-01]"""
import json, os, subprocess, sys, tempfile, unicodedata

program, project = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
texts = os.path.join(project, "..", "shared", "data", "content", "vn-law", "van-ban")
if not os.path.isdir(texts):
    print("the real texts are not here:", "needed in CI" if os.environ.get("CI") == "true" else "skipped")
    sys.exit(1 if os.environ.get("CI") == "true" else 77)

failures = []


def check(truth, words):
    if not truth:
        failures.append(words)


def run(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=300)


def search(out, text):
    return json.loads(run("search", "query", text, "--out", out, "--format", "json").stdout)


def hits(answer):
    return answer.get("hits") or answer.get("results") or []


with tempfile.TemporaryDirectory() as scratch:
    portal, out = os.path.join(scratch, "cong"), os.path.join(scratch, "out")
    run("init", portal)
    imported = run("import", "markdown", texts, "--mapping", os.path.join(project, "tests/import/mapping.yaml"), "--source", portal)
    print("\n".join(line for line in imported.stderr.splitlines() if "import-missing" in line or "lỗi[" in line))
    check(imported.returncode == 0, "the import has errors")
    folder = os.path.join(portal, "content", "van-ban")
    written = sorted(os.listdir(folder))
    check(len(written) == 29, f"{len(written)} of 29 files were written")
    with open(os.path.join(folder, "_index.md"), "w", encoding="utf-8") as index:
        index.write("---\ntitle: Văn bản\n---\n")
    for name in written:
        text = open(os.path.join(folder, name), encoding="utf-8").read()
        check(unicodedata.is_normalized("NFC", text), f"{name} is not NFC")
        for key in ("number", "form", "issuer", "issued_on", "effective_on", "abstract", "field"):
            check(f"\n{key}: " in text, f"{name} has no {key}")
    # One text names one newspaper and leads to another place (LNK-06), one has a row with a cell more than its table has
    # columns: refused, and put right by hand as an editor would.
    refused = run("check", "--source", portal, "--lang", "en").stderr
    refused = "\n".join(line for line in refused.splitlines() if "error[" in line)
    known = all(f"error[{code}]" in refused for code in ("link-label-mismatch", "markdown-table-row-cells"))
    check(refused.count("error[") == 2 and known, "other errors than the wrong link and the lost cell:\n" + refused)
    wrong = os.path.join(folder, "nghi-quyet-66-18-2026-nq-cat-giam-tthc-11-bo.md")
    text = open(wrong, encoding="utf-8").read()
    open(wrong, "w", encoding="utf-8").write(text.replace("[baochinhphu.vn](https://xaydung", "[xaydungchinhsach.chinhphu.vn](https://xaydung"))
    lost = os.path.join(folder, "thuc-hien-dan-chu-trong-hoat-dong-cua-co-quan-hanh-chinh-nha-nuoc-va-don-vi-su.md")
    text = open(lost, encoding="utf-8").read()
    open(lost, "w", encoding="utf-8").write(text.replace(") | [Thư Viện", ") \\| [Thư Viện"))
    built = run("build", "--source", portal, "--out", out, "--now", "2026-11-20T08:00", "--lang", "en")
    print("\n".join(line for line in built.stderr.splitlines() if "error[" in line))
    check(built.returncode == 0, "the build has errors")
    for wanted in ("20/2026/NĐ-CP", "20/2026/nd-cp", "47/2026/TT-BCA", "66.18/2026/NQ-CP", "235-2026-nd-cp", "13 2026 tt bnv"):
        first = hits(search(out, wanted))[:1]
        number = first[0].get("number", "") if first else ""
        check(number[:5] == wanted[:5].replace("-", "/").replace(" ", "/"), f"{wanted}: first is {number!r}")
    for wanted, title in (("muc luong co so", "lương cơ sở"), ("thuế giá trị gia tăng", "giá trị gia tăng"), ("le tan ngoai giao", "Lễ tân ngoại giao"),
                          ("dang ky xe vneid", "Đăng ký xe")):
        titles = " ".join(hit["title"].lower() for hit in hits(search(out, wanted))[:3])
        check(title.lower() in titles, f"{wanted}: the first three are {titles}")

print(f"real texts: {29 - len(failures) if len(failures) < 29 else 0} passed, {len(failures)} failed")
print("\n".join(failures))
sys.exit(1 if failures else 0)
