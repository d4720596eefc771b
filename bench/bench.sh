#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Called by `./dev bench [N] [--rounds R] [--scale]`: makes the corpora once, then compares (bench/README.md).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=build/bench
mkdir -p "$work"
if [ ! -x "$work/floor" ] || [ bench/floor.cc -nt "$work/floor" ]; then
  ${CXX:-c++} -O2 -std=c++20 -pthread bench/floor.cc -lcmark-gfm-extensions -lcmark-gfm -o "$work/floor"
fi
exec python3 bench/compare.py --work "$work" --congbo "${CONGBO:-build/release/congbo}" "$@"
