#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints every requirement with the tests that are tagged with it, and how many have any. For ./dev requirements.

A C++ test names what it proves in its tags, a browser test anywhere in its name: [SEA-02].
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).resolve().parent
TEST_CASE = re.compile(r'\b(?:TEST_CASE|SCENARIO)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)(?:,\s*((?:"(?:[^"\\]|\\.)*"\s*)+))?\)')
BROWSER_TEST = re.compile(r"""\b(?:test|it)\(\s*(["'`])(.*?)(?<!\\)\1""", re.S)
TAG = re.compile(r"\[([A-Z0-9]+-[0-9]+)\]")


def joined(literals):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals or ""))


def tagged_tests():
    """(requirement, "file: test") pairs."""
    for file in sorted(TESTS.rglob("*.cc")):
        for match in TEST_CASE.finditer(file.read_text(encoding="utf-8")):
            for tag in TAG.findall(joined(match.group(2))):
                yield tag, f"{file.relative_to(TESTS)}: {joined(match.group(1))}"
    for file in sorted((TESTS / "browser").glob("*.js")):
        for match in BROWSER_TEST.finditer(file.read_text(encoding="utf-8")):
            for tag in TAG.findall(match.group(2)):
                yield tag, f"{file.relative_to(TESTS)}: {TAG.sub('', match.group(2)).strip()}"


def main():
    rows = [line.split("\t") for line in (TESTS / "requirements.tsv").read_text(encoding="utf-8").splitlines()]
    tests = defaultdict(list)
    for requirement, test in tagged_tests():
        tests[requirement].append(test)
    group = None
    for requirement, gist, of_group in rows:
        if of_group != group:
            group = of_group
            print(f"\n{group}")
        print(f"  {requirement:<8} {gist}" + ("" if tests[requirement] else "  (no test)"))
        for test in tests[requirement]:
            print(f"           - {test}")
    known = {row[0] for row in rows}
    for requirement in sorted(set(tests) - known):
        print(f"\nunknown requirement {requirement}: {', '.join(tests[requirement])}", file=sys.stderr)
    proved = sum(1 for requirement in known if tests[requirement])
    count = sum(len(found) for requirement, found in tests.items() if requirement in known)
    print(f"\n{proved} of {len(rows)} requirements have tests; {count} tags")


if __name__ == "__main__":
    main()
