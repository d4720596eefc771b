#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on any #include that the module table of ARCHITECTURE.md does not allow, on a third-party header outside its owner,
on a file over 500 lines (tests: 600) and on a source without its licence line. Usage: includes.py PROJECT_FOLDER"""
import os, re, subprocess, sys

root = sys.argv[1]
problems = []


def module_table():
    """Rows of the table in ARCHITECTURE.md: | `generator/pages` | 3 | … | base, formats, site |"""
    allowed, owners = {}, {}
    for line in open(os.path.join(root, "ARCHITECTURE.md"), encoding="utf-8"):
        cells = [c.strip() for c in line.strip().strip("|").split("|")]
        if len(cells) != 5 or not cells[0].startswith("`"):
            continue
        module = cells[0].strip("`")
        allowed[module] = set(re.findall(r"`([a-z/]+)`", cells[3]))
        for header in re.findall(r"`([^`]+)`", cells[4]):
            owners.setdefault(header, set()).add(module)
    return allowed, owners


def module_of(path, modules):
    """The longest module folder that `path` is in; X/values/ belongs to X."""
    folder = os.path.dirname(path)
    while folder and folder not in modules:
        folder = os.path.dirname(folder)
    return folder


def check_file(path, allowed, owners):
    text = open(os.path.join(root, path), encoding="utf-8").read()
    lines = text.count("\n")
    limit = 600 if path.startswith("tests/") else 500
    if lines > limit:
        problems.append(f"{path}: {lines} lines, more than {limit}")
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:200]:
        problems.append(f"{path}: the first line does not say SPDX-License-Identifier: GPL-3.0-or-later")
    module = module_of(path, allowed)
    if path.startswith("tests/") or not module:
        return
    for number, line in enumerate(text.split("\n"), 1):
        match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if match:
            check_include(path, number, module, match.group(1), match.group(2), allowed, owners)


def check_include(path, number, module, mark, included, allowed, owners):
    where = f"{path}:{number}"
    if mark == '"':
        other = module_of(included, allowed)
        values = "/values/" in included
        if not other:
            problems.append(f'{where}: "{included}" is in no module')
        elif other != module and other not in allowed[module] and not (values and other + "/values" in allowed[module]):
            problems.append(f"{where}: {module} may not include {included}")
        return
    for prefix, modules in owners.items():
        if (included == prefix or included.startswith(prefix.rstrip("*"))) if prefix.endswith("*") else included == prefix:
            if module not in modules:
                problems.append(f"{where}: <{included}> belongs to {', '.join(sorted(modules))}")
            return
    if "/" in included and not included.startswith("sys/") or included.endswith((".hpp",)):
        if included.split("/")[0] not in {"arpa", "netinet", "linux", "sys"}:
            problems.append(f"{where}: <{included}> has no owner in ARCHITECTURE.md")


allowed, owners = module_table()
if len(allowed) < 10:
    problems.append("ARCHITECTURE.md: the module table was not found")
files = subprocess.run(["git", "-C", root, "ls-files", "*.cc", "*.h"], capture_output=True, text=True, check=True).stdout.split()
for file in files:
    if os.path.exists(os.path.join(root, file)):
        check_file(file, allowed, owners)
print("\n".join(problems) or f"{len(files)} files keep to the module table")
sys.exit(1 if problems else 0)
