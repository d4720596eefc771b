#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev bench search | quality: indexing, the first search of a browser, the judged questions (bench/README.md).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kind=$1
shift
collection=${CONGBO_COLLECTION:-../shared/data/search}
programs=${CONGBO_BUILD:-build/release}
if [ ! -f "$collection/articles-10000.tsv.xz" ]; then
  echo "The search collection is absent: $collection" >&2
  exit 1
fi
if [ "$kind" = quality ]; then exec "$programs/search_quality" "$collection" "$@"; fi
out=build/bench/search
if [ -w /dev/shm ]; then  # thousands of files: not a measurement of the disk
  out=$(mktemp -d /dev/shm/congbo-search-XXXXXX)
  trap 'rm -rf "$out"' EXIT
fi
mkdir -p "$out"
# Pagefind from the registry of npm, this version; without it, ours is measured alone.
pagefind=$PWD/build/bench/pagefind/node_modules/.bin/pagefind
if [ ! -x "$pagefind" ]; then
  mkdir -p build/bench/pagefind
  (cd build/bench/pagefind && echo '{"private": true}' > package.json &&
    timeout 120 npm install --silent --no-audit --no-fund --no-package-lock pagefind@1.6.0) || echo 'Pagefind is out of reach' >&2
fi
beside=()
if [ -x "$pagefind" ]; then beside=(--pagefind "$pagefind"); fi
python3 bench/search_compare.py --parity "$programs/search_parity" --collection "$collection" --work "$out" "${beside[@]}" "$@"
du -sh --apparent-size "$out/ours/index" "$out/ours/search" | sed 's/\t/ /'
# The server under load: 32 connections, which come anew with each question; none is answered from memory.
"$programs/congbo" search serve --database "$out/ours/index" --port 8097 > "$out/serve.txt" & server=$!
trap 'kill $server; [ "$out" = build/bench/search ] || rm -rf "$out"' EXIT
for _ in $(seq 50); do curl -sf -o "$out/health.json" http://127.0.0.1:8097/api/health && break; sleep 0.1; done
for parameters in '' '&facets=0'; do
  timeout 60 wrk -t1 -c32 -d2s http://127.0.0.1:8097/api/search?q=dat > "$out/warm.txt"
  printf 'server%s: ' "${parameters:+ with $parameters}"
  timeout 60 wrk -t1 -c32 -d10s -s bench/search_load.lua http://127.0.0.1:8097 -- "$collection" "$parameters" | tail -1
done
node bench/search_network.mjs "$out" "$programs/shipped/search.js"
