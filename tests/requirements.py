#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints every requirement with the tests that are tagged with it, and how many have any. For ./dev requirements.

A test names what it proves anywhere in its name, a C++ test in its tags too: [SEA-02]. requirements.tsv has a line
for each: id, gist, group and, where no program can prove it, why. With --check it fails when a requirement of a settled
group has neither, and when a test names one that is not there.
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).resolve().parent
TEST_CASE = re.compile(r'\b(?:TEST_CASE|SCENARIO)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)(?:,\s*((?:"(?:[^"\\]|\\.)*"\s*)+))?\)')
BROWSER_TEST = re.compile(r"""\b(?:test|it)\(\s*(["'`])(.*?)(?<!\\)\1""", re.S)
TAG = re.compile(r"\[([A-Z0-9]+-[0-9]+)\]")
SETTLED = set(  # prefixes of ids: groups of which nothing is open
    "ID CAT DIR NEW DOC CON SUR PRJ SCI STA BUD MAP PPL TTH QA DLG GAZ "
    "MED SRC REF REV LNG ENC A11Y PII ADV ARC SUBP LNK USE ROL ACC GOV".split())


def joined(literals):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals or ""))


def tagged_tests():
    """(requirement, "file: test") pairs."""
    for file in sorted(TESTS.rglob("*.cc")):
        for match in TEST_CASE.finditer(file.read_text(encoding="utf-8")):
            for tag in TAG.findall(joined(match.group(1)) + joined(match.group(2))):
                yield tag, f"{file.relative_to(TESTS)}: {joined(match.group(1))}"
    for file in sorted((TESTS / "browser").glob("*.js")):
        for match in BROWSER_TEST.finditer(file.read_text(encoding="utf-8")):
            for tag in TAG.findall(match.group(2)):
                yield tag, f"{file.relative_to(TESTS)}: {TAG.sub('', match.group(2)).strip()}"


def read_rows():
    """(id, gist, group, why no test) of every requirement."""
    for line in (TESTS / "requirements.tsv").read_text(encoding="utf-8").splitlines():
        yield (line.split("\t") + [""])[:4]


def print_all(rows, tests):
    group = None
    for requirement, gist, of_group, reason in rows:
        if of_group != group:
            group = of_group
            print(f"\n{group}")
        print(f"  {requirement:<8} {gist}" + ("" if tests[requirement] or reason else "  (no test)"))
        if reason:
            print(f"           no program proves it: {reason}")
        for test in tests[requirement]:
            print(f"           - {test}")
    proved = sum(1 for row in rows if tests[row[0]])
    explained = sum(1 for row in rows if row[3] and not tests[row[0]])
    count = sum(len(tests[row[0]]) for row in rows)
    print(f"\n{proved} of {len(rows)} requirements have tests ({count} tags), {explained} a reason why not")


def main():
    rows = list(read_rows())
    tests = defaultdict(list)
    for requirement, test in tagged_tests():
        tests[requirement].append(test)
    unknown = sorted(set(tests) - {row[0] for row in rows})
    open_ones = [row[0] for row in rows if row[0].split("-")[0] in SETTLED and not tests[row[0]] and not row[3]]
    if "--check" not in sys.argv[1:]:
        print_all(rows, tests)
    for requirement in unknown:
        print(f"unknown requirement {requirement}: {', '.join(tests[requirement])}", file=sys.stderr)
    for requirement in open_ones:
        print(f"{requirement} has no test, and no reason in requirements.tsv", file=sys.stderr)
    return 1 if unknown or open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
