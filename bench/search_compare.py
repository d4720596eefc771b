#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Indexing the same 10,000 articles with congbo's search and with Pagefind, in turns (bench/README.md).

    search_compare.py --parity PROGRAM --collection FOLDER --work FOLDER [--pagefind PROGRAM] [--rounds R]

Both make everything a site needs: ours the database for the server, the files for browsers and the compressed forms of
them; Pagefind its bundle. Only its text is given to Pagefind: title and body, a page each.
"""
import argparse
import html
import lzma
import os
import shutil
import statistics
import sys
import time


def write_pages(collection, folder):
    os.makedirs(folder)
    with lzma.open(os.path.join(collection, "articles-10000.tsv.xz"), "rt", encoding="utf-8", newline="\n") as articles:
        for line in articles:
            row = line.rstrip("\n").split("\t")
            if len(row) < 8:
                continue
            with open(os.path.join(folder, row[0] + ".html"), "w", encoding="utf-8") as page:
                page.write('<!doctype html><html lang="vi"><title>%s</title><body data-pagefind-body><h1>%s</h1><p>%s</p><p>%s</p>\n'
                           % (*[html.escape(row[1])] * 2, html.escape(row[2]), html.escape(row[7])))


def run(command, tells_time):
    """Seconds and MiB at most of the command with all that it starts; seconds as it tells them where it does."""
    reading, writing = os.pipe()
    begin = time.monotonic()
    child = os.posix_spawn(command[0], command, os.environ,
                           file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_CLOSE, reading)])
    os.close(writing)
    with os.fdopen(reading) as output:
        text = output.read()
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit("failed: " + " ".join(command))
    seconds = float(text) if tells_time else time.monotonic() - begin
    return seconds, usage.ru_maxrss / 1024


def main():
    options = argparse.ArgumentParser()
    for name in ("parity", "collection", "work"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--pagefind")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    pages = os.path.join(chosen.work, "pages")
    ours = os.path.join(chosen.work, "ours")
    commands = {"congbo": [chosen.parity, chosen.collection, ours, "index"]}
    if chosen.pagefind:
        shutil.rmtree(pages, ignore_errors=True)
        write_pages(chosen.collection, pages)
        commands["Pagefind"] = [chosen.pagefind, "--site", pages, "--force-language", "vi"]
    measured = {name: [] for name in commands}
    for _ in range(chosen.rounds):
        for name, command in commands.items():
            shutil.rmtree(ours if name == "congbo" else os.path.join(pages, "pagefind"), ignore_errors=True)
            measured[name].append(run(command, name == "congbo"))
    for name, rounds in measured.items():
        print("%-9s %6.2f s %7.0f MiB" % (name, *(statistics.median(column) for column in zip(*rounds))))
    if chosen.pagefind:
        ratios = [(a[0] / b[0], a[1] / b[1]) for a, b in zip(measured["congbo"], measured["Pagefind"])]
        print("%-9s %6.2f   %7.2f" % ("ratio", *(statistics.median(column) for column in zip(*ratios))))


main()
