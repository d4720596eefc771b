#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev bench search | quality: indexing, the first search of a browser, the judged questions (bench/README.md).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kind=$1
shift
collection=${CONGBO_COLLECTION:-../shared/data/search}
if [ ! -f "$collection/articles-10000.tsv.xz" ]; then
  echo "The search collection is absent: $collection" >&2
  exit 1
fi
if [ "$kind" = quality ]; then exec build/release/search_quality "$collection" "$@"; fi
out=build/bench/search
rm -rf "$out"
mkdir -p "$out"
/usr/bin/time -f 'index of 10,000 articles, its files and a few questions: %e s, %M KiB' build/release/search_parity "$collection" "$out" 0 1
build/release/test_search '[measure]' | grep -E 'jobs|n='
du -sh --apparent-size "$out/index" "$out/search" | sed 's/\t/ /'
node bench/search_network.mjs "$out" build/release/shipped/search.js
