#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Hugo, the floor and congbo in turns on one corpus and says how they compare, pair by pair.

Every round runs each program once, so that what else the machine does falls on all alike; ratios are taken within a round.
Output goes to a memory file system. Results: a table on the terminal, report.json and report.svg in the work folder.
"""
import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import plot

BENCH = Path(__file__).resolve().parent


class Failed(Exception):
    pass


def run(command):
    """Wall seconds, processor seconds, peak memory in MiB and the output of one process."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if process.returncode != 0:
        raise Failed(f"{command[0]} ended with {process.returncode}:\n{text[-3000:]}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024, "text": text}


def corpus(count, flavour):
    """The corpus of that size and flavour, made when it is not there yet or the generator has changed."""
    # Outside the project: in a git work tree each program would look at the repository in its own way, or not at all.
    folder = Path(tempfile.gettempdir()) / "congbo-bench" / f"corpus-{flavour}-{count}"
    mark = folder / "complete"
    generator = max((BENCH / name).stat().st_mtime for name in ("gen_corpus.py", "vocab.json"))
    if mark.exists() and mark.stat().st_mtime > generator:
        return folder
    print(f"making {folder} ...", file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    run([sys.executable, BENCH / "gen_corpus.py", "-n", count, "-o", folder, "--flavour", flavour])
    mark.touch()
    return folder


def size_of(folder):
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return {"files": len(sizes), "bytes": sum(sizes)}


def hugo_settings():
    """The settings for the Hugo that is installed: names changed in 0.128. None when there is no Hugo."""
    if not shutil.which("hugo"):
        return None
    version = run(["hugo", "version"])["text"].split("v", 1)[1].split("-")[0].split("+")[0]
    major, minor = (int(part) for part in version.split(".")[:2])
    name = "hugo.toml" if (major, minor) >= (0, 128) else "hugo-0.111.toml"
    return {"version": version, "config": BENCH / "hugo" / name}


class Bench:
    def __init__(self, options, out):
        self.options, self.out = options, out
        self.hugo = hugo_settings()
        if not self.hugo:
            print("Hugo is not installed (apt-get install hugo): comparing with the floor only.", file=sys.stderr)

    def fresh(self, name):
        folder = self.out / name
        shutil.rmtree(folder, ignore_errors=True)
        return folder

    def run_hugo(self, source):
        return run(["hugo", "--config", self.hugo["config"], "--layoutDir", BENCH / "hugo/layouts", "--contentDir",
                    source / "content", "--destination", self.fresh("hugo"), "--cacheDir", self.out / "hugo-cache", "--quiet",
                    "--noBuildLock"])

    def run_congbo(self, source, *more, out=None):
        result = run([self.options.congbo, "build", "--source", source, "--out", out or self.fresh("congbo"),
                      "--now", "2025-01-01T00:00", "--format", "json", *more])
        text = result["text"]
        result["report"] = json.loads(text[text.index("{\n"):])
        return result

    def run_floor(self, source):
        site = self.out / "congbo" / "public"
        result = run([self.options.work / "floor", source / "content", site.resolve(), self.fresh("floor")])
        result["wall"] = float(result["text"])  # the site is read beforehand and does not count
        result["cpu"] = result["rss"] = None
        return result

    def programs(self):
        count = self.options.count
        portal = corpus(count, "congbo")
        programs = {}
        if self.hugo:
            plain = corpus(count, "hugo")
            programs[f"Hugo {self.hugo['version']}"] = lambda: self.run_hugo(plain)
        programs["congbo"] = lambda: self.run_congbo(portal, "--no-search")
        programs["floor"] = lambda: self.run_floor(portal)
        return programs

    def compare(self):
        programs = self.programs()
        rounds = {name: [] for name in programs}
        for number in range(self.options.rounds + 1):  # the first round warms the caches and is not counted
            for name, program in programs.items():
                result = program()
                if number > 0:
                    rounds[name].append(result)
                    print(f"  round {number}: {name:<14} {result['wall']:.2f} s", file=sys.stderr)
        outputs = {name: size_of((self.out / name.split()[0].lower() / ("public" if name == "congbo" else "")).resolve())
                   for name in programs}
        return rounds, outputs

    def extras(self):
        """What else congbo does, measured alone: with the index, again with no change, and after an edit."""
        portal = corpus(self.options.count, "congbo")
        edited = self.out / "edited"
        shutil.rmtree(edited, ignore_errors=True)
        shutil.copytree(portal, edited)
        out = self.fresh("extra")
        results = {"with the search index": self.run_congbo(edited, out=out),
                   "again, nothing changed": self.run_congbo(edited, out=out)}
        article = sorted((edited / "content/tin-tuc").rglob("*.md"))[-1]
        article.write_text(article.read_text(encoding="utf-8") + "\nThêm một câu.\n", encoding="utf-8")
        results["again, one article edited"] = self.run_congbo(edited, out=out)
        return results

    def scale(self):
        rows = []
        for count in self.options.sizes:
            source = corpus(count, "congbo")
            self.run_congbo(source, "--no-search")  # reads the corpus from the disk and is not counted
            results = [self.run_congbo(source, "--no-search") for _ in range(3)]
            floor = [self.run_floor(source)["wall"] for _ in range(3)]
            rows.append({"pages": count, "wall": median(r["wall"] for r in results),
                         "rss": max(r["rss"] for r in results), "floor": median(floor)})
        return rows


def middle(results, key):
    values = [result[key] for result in results if result[key] is not None]
    return median(values) if values else None


def ratios(rounds, one, other):
    return sorted(a["wall"] / b["wall"] for a, b in zip(rounds[one], rounds[other]))


def figure(value, form):
    return format(value, form) if value is not None else "-"


def print_table(rounds, outputs):
    print(f"\n{'program':<16}{'median s':>10}{'least':>8}{'most':>8}{'cpu s':>8}{'MiB':>8}{'files':>9}{'MB':>8}")
    for name, results in rounds.items():
        walls = sorted(result["wall"] for result in results)
        print(f"{name:<16}{median(walls):>10.2f}{walls[0]:>8.2f}{walls[-1]:>8.2f}"
              f"{figure(middle(results, 'cpu'), '.2f'):>8}{figure(middle(results, 'rss'), '.0f'):>8}"
              f"{outputs[name]['files']:>9}{outputs[name]['bytes'] / 1e6:>8.1f}")
    print()
    for name in rounds:
        if name == "congbo":
            continue
        one, other = ("congbo", name) if name == "floor" else (name, "congbo")
        pairs = ratios(rounds, one, other)
        print(f"{one} / {other}: {median(pairs):.2f} (pairs {pairs[0]:.2f} to {pairs[-1]:.2f})")


def print_stages(results):
    stages = results[0]["report"]["seconds"]
    print("\ncongbo, stages (median ms)")
    for stage in stages:
        print(f"  {stage:<22}{1000 * median(r['report']['seconds'][stage] for r in results):>9.1f}")


def print_scale(rows):
    print(f"\n{'pages':>9}{'s':>9}{'MiB':>8}{'pages/s':>10}  {'growth':<8}{'floor s':>9}  growth of the floor")
    for before, row in zip([None] + rows, rows):
        print(f"{row['pages']:>9}{row['wall']:>9.2f}{row['rss']:>8.0f}{row['pages'] / row['wall']:>10.0f}  "
              f"{growth(before, row, 'wall'):<8}{row['floor']:>9.2f}  {growth(before, row, 'floor')}")


def growth(before, row, time):
    """The exponent; what the floor's is above 1 is the machine's part: caches that no longer hold everything."""
    if not before:
        return ""
    return f"n^{math.log(row[time] / before[time]) / math.log(row['pages'] / before['pages']):.2f}"


def without_text(results):
    return [{key: value for key, value in result.items() if key != "text"} for result in results]


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=10000, help="number of articles")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", action="store_true", help="how time grows from 1,000 to 100,000 articles, congbo alone")
    parser.add_argument("--sizes", type=lambda text: [int(part) for part in text.split(",")], default=[1000, 10000, 100000])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--congbo", type=Path, required=True)
    parser.add_argument("--memory", type=Path, default=Path("/dev/shm"), help="a memory file system for the output")
    options = parser.parse_args()
    options.work, options.congbo = options.work.resolve(), options.congbo.resolve()
    return options


def main():
    options = read_options()
    if not options.congbo.exists():
        sys.exit(f"{options.congbo} is not there: run ./dev build")
    place = options.memory if os.access(options.memory, os.W_OK) else options.work
    with tempfile.TemporaryDirectory(prefix="congbo-bench-", dir=place) as out:
        bench = Bench(options, Path(out))
        if options.scale:
            rows = bench.scale()
            print_scale(rows)
            (options.work / "scale.json").write_text(json.dumps(rows, indent=1))
            return
        rounds, outputs = bench.compare()
        extras = bench.extras()
    print_table(rounds, outputs)
    print_stages(rounds["congbo"])
    print("\ncongbo, once each")
    for name, result in extras.items():
        print(f"  {name:<28}{result['wall']:>7.2f} s{result['rss']:>7.0f} MiB")
    report = {"articles": options.count, "rounds": {name: without_text(results) for name, results in rounds.items()},
              "outputs": outputs, "extras": {name: without_text([result])[0] for name, result in extras.items()}}
    (options.work / "report.json").write_text(json.dumps(report, indent=1))
    (options.work / "report.svg").write_text(plot.bars(f"{options.count:,} articles, {options.rounds} rounds, seconds",
                                                       {name: [r["wall"] for r in results] for name, results in rounds.items()}))
    print(f"\n{options.work}/report.svg, report.json")


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        sys.exit(str(failure))
