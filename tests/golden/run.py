#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden cases of the command line: run.py PROGRAM CASES_FOLDER [NAME…]

A case is a folder CASES/<feature>/<case>/ with
  case.txt      lines "$ congbo …" (run in order in a fresh folder), then the files of that folder, each after "-- path --"
  expected.txt  what was printed: for each command its line, standard output, standard error and exit code
GOLDEN=overwrite writes expected.txt anew. A folder without case.txt, and a diagnostic of the catalogue that no case shows
(nor tests/golden/elsewhere.tsv explains), fail."""
import os, re, shlex, subprocess, sys, tempfile

program, cases = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
wanted = sys.argv[3:]
overwrite = os.environ.get("GOLDEN") == "overwrite"
environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null",
               "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.com", "GIT_COMMITTER_NAME": "t",
               "GIT_COMMITTER_EMAIL": "t@example.com", "GIT_AUTHOR_DATE": "2026-01-05T08:00:00+07:00",
               "GIT_COMMITTER_DATE": "2026-01-05T08:00:00+07:00"}


def read_case(path):
    commands, files, current = [], {}, None
    for line in open(path, encoding="utf-8", newline="").read().splitlines(keepends=True):
        mark = re.fullmatch(r"-- (\S+) --\n?", line)
        if mark:
            current = mark.group(1)
            files[current] = ""
        elif current is not None:
            files[current] += line
        elif line.startswith("$ "):
            commands.append(line[2:].strip())
    return commands, files


def write_files(folder, files):
    for path, text in files.items():
        target = os.path.join(folder, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        # \xNN and \r in the text of a case stand for bytes that an editor would hide.
        data = re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes([int(m.group(1), 16)]), text.encode())
        open(target, "wb").write(data.replace(b"\\r", b"\r"))


def run(command, folder):
    words = shlex.split(command)
    if words[0] == "congbo":
        words[0] = program
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
    text = f"$ {command}\n"
    for stream, data in (("", done.stdout), ("stderr| ", done.stderr)):
        printed = data.decode("utf-8", "backslashreplace").replace(folder, "FOLDER")
        printed = re.sub(r"\d+[.,]\d\d (giây|s)\b", r"T \1", printed)
        printed = re.sub(r"(?m)^(stderr\| )?(lâu nhất|slowest):.*\n", "", printed)  # said of long builds only
        printed = re.sub(r"\b[0-9a-f]{40}\b", "COMMIT", printed)
        printed = re.sub(r"\b[0-9a-f]{64}\b", "SHA256", printed)
        printed = re.sub(r"(?<=\.)[0-9a-f]{12}(?=\.)", "HASH", printed)  # of assets: the look may change
        printed = re.sub(r'(?<="score":)[\d.]+', "SCORE", printed)
        text += "".join((stream + line).rstrip() + "\n" for line in printed.splitlines())
    return text + f"exit {done.returncode}\n\n"


def run_case(folder):
    commands, files = read_case(os.path.join(folder, "case.txt"))
    with tempfile.TemporaryDirectory() as scratch:
        write_files(scratch, files)
        return "".join(run(command, scratch) for command in commands)


passed, failed, seen = 0, 0, set()
for folder, folders, names in sorted(os.walk(cases)):
    name = os.path.relpath(folder, cases)
    if folders or name == ".":
        continue
    if "case.txt" not in names:
        print(f"{name}: no case.txt")
        failed += 1
        continue
    if wanted and name not in wanted:
        continue
    printed, expected_path = run_case(folder), os.path.join(folder, "expected.txt")
    seen |= set(re.findall(r"\[([a-z0-9-]+)\]:", printed))
    if overwrite:
        open(expected_path, "w", encoding="utf-8").write(printed)
    expected = open(expected_path, encoding="utf-8").read() if os.path.exists(expected_path) else ""
    if printed == expected:
        passed += 1
    else:
        failed += 1
        print(f"--- {name}: expected\n{expected}--- {name}: printed\n{printed}")
if not wanted:
    codes = subprocess.run([program, "explain"], capture_output=True, text=True, check=True).stdout.splitlines()
    elsewhere_path = os.path.join(os.path.dirname(cases), "elsewhere.tsv")
    elsewhere = {line.split("\t")[0] for line in open(elsewhere_path, encoding="utf-8") if "\t" in line}
    for code in (line.split()[0] for line in codes):
        if code not in seen and code not in elsewhere:
            print(f"{code}: no golden case shows it")
            failed += 1
    for code in sorted(elsewhere & seen):
        print(f"{code}: is in elsewhere.tsv, but a case shows it")
        failed += 1
print(f"golden: {passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
