#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The CI that `congbo init` writes installs every package of Debian that the program is linked with or opens.

usage: packages.py PROGRAM PROJECT
"""
import pathlib
import re
import shutil
import subprocess
import sys

program, project = sys.argv[1], pathlib.Path(sys.argv[2])
if not shutil.which("dpkg") or not shutil.which("objdump"):
    sys.exit(print("skipped: neither dpkg nor objdump") or 0)


def output(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


needed = re.findall(r"NEEDED\s+(\S+)", output("objdump", "-p", program))
opened = [name for source in (project / "generator").rglob("*.cc")
          for name in re.findall(r'library_name = "(\S+)"', source.read_text())]
if len(opened) < 2:
    sys.exit("the names of the libraries that are opened are not where they were")
come_along = {"libc6", "libgcc-s1", "libstdc++6", "zlib1g", "libssl3", "libcmark-gfm0.29.0.gfm.6"}  # in every image, or with others
packages = set()
for library in needed + opened:
    # "libfmt9:amd64: /usr/lib/…"; what lies elsewhere (a sanitizer's, a build's own) is nobody's package
    found = subprocess.run(["dpkg", "-S", f"*-linux-gnu/{library}"], capture_output=True, text=True).stdout
    packages.update(line.split(":")[0] for line in found.splitlines()[:1])
packages -= come_along
files = [path for path in (project / "generator/site/shipped/new-portal/files").rglob("*.yml")
         if re.search(r"^\s*-?\s*congbo ", path.read_text(), re.M) or "run: congbo" in path.read_text()]  # which run it
missing = [f"{path.relative_to(project)}: {package}" for path in files for package in sorted(packages)
           if not re.search(rf"(?<!\S){re.escape(package)}(?!\S)", path.read_text())]
if len(files) < 3 or len(packages) < 8:
    sys.exit(f"too little to compare: {len(files)} files, {sorted(packages)}")
print("\n".join(missing) or f"{len(packages)} packages in {len(files)} files")
sys.exit(1 if missing else 0)
