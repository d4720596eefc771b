// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a text that answers a question best, as search/snippet.cc finds it.
import {bytesOf, tokenize} from './analyzer.js';

const size = 36, longest = 600, farthest = 8;

// Texts in turn, every second of which is marked; nothing where no term of `weights` (syllables and pairs) occurs. Without
// weights the beginning.
export function snippet(text, weights) {
  const words = tokenize(text), end = words.length, found = [], marked = [], counts = {};
  let begin = 0;
  if (weights) {
    let score = 0, best = 0;
    const count = (term, step) => {
      if (!term) return;
      const before = counts[term] || 0, after = counts[term] = before + step;
      score += step * weights.get(term) * (before && after ? 0.2 : 1);
    };
    words.forEach(({folded, start}, i) => {
      const pair = !start && 'B' + words[i - 1].folded + '_' + folded, isPair = weights.has(pair);
      found[i] = isPair ? pair : weights.has(folded) && folded;
      if (isPair) marked[i - 1] = true;
      marked[i] = found[i];
      count(found[i], 1);
      count(found[i - size], -1);
      if (score > best + 1e-9) { best = score; begin = Math.max(i + 1 - size, 0); }
    });
    if (!best) return;
    // It ends with what matched; so it may slide: to where a clause begins, with what follows in sight.
    let first = begin, last = Math.min(end, begin + size);
    while (!marked[first]) first++;
    while (!marked[last - 1]) last--;
    const earliest = Math.max(first - farthest, 0);
    while (first >= earliest && !(words[first].start && last <= first + size)) first--;
    if (first >= earliest) begin = first; else if (last <= earliest + size) begin = earliest;
  }
  let i = begin, at = end && words[begin].begin, from = at, isOpen, shown = begin ? '… ' : '';
  for (; i < end && i < begin + size && bytesOf(text.slice(from, words[i].end)).length <= longest; i++) {
    const isJoined = isOpen && marked[i] && !words[i].start;
    shown += (isOpen && !isJoined ? '\0' : '') + text.slice(at, words[i].begin).replace(/[\0-\x1f]/g, ' ').replace(/[._…]{4,}/g, '…') +
      (marked[i] && !isJoined ? '\0' : '') + text.slice(words[i].begin, at = words[i].end);
    isOpen = marked[i];
  }
  return (shown + (i < end ? (isOpen ? '\0 …' : ' …') : '')).split('\0');
}
