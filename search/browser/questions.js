// SPDX-License-Identifier: GPL-3.0-or-later
// From what a citizen typed to terms and factors, and to what was probably meant (search/ANALYZER.md), as the server does it.
import {bytesOf, numberTerms, tokenize} from './analyzer.js';

const isWord = (text) => /^[a-z]{2,}$/.test(text);
const startsWithDigit = (text) => /^\d/.test(text);
const quoted = (text) => [...text.matchAll(/["“”„]([^"“”„]*)["“”„]/g)].map((match) => match[1]);

function isOneEdit(one, other) {
  if (one.length > other.length) [one, other] = [other, one];
  if (one === other) return false;
  let i = 0;
  while (i < one.length && one[i] === other[i]) i++;
  if (one.length !== other.length) return one.slice(i) === other.slice(i + 1);
  return one.slice(i + 1) === other.slice(i + 1) ||
    (one[i] === other[i + 1] && one[i + 1] === other[i] && one.slice(i + 2) === other.slice(i + 2));
}

function conceptsOf(index, tokens) {
  const names = [];
  tokens.forEach((_, first) => {
    let form = '';
    for (let i = first; i < tokens.length && i < first + 8; i++) {
      if (i > first && tokens[i].start) return;
      form += (i > first ? ' ' : '') + tokens[i].folded;
      names.push(...(index.concepts.get(form) || []));
    }
  });
  return names;
}

export function plan(index, text) {
  const tokens = tokenize(text), ranked = new Map(), required = new Set();
  const several = tokens.length > 1;
  let wholeNumber = '';
  const add = (term, factor, least = 1) => {
    if (index.frequency(term) < least || ranked.has(term)) return false;
    return ranked.set(term, factor);
  };
  for (const term of numberTerms(tokens)) add('N' + term, 3);
  tokens.forEach((_, begin) => {
    let term = 'D', digit = false;
    for (let i = begin; i < tokens.length && i < begin + 10 && term.length < 200; i++) {
      const {folded} = tokens[i];
      term += (/\d$/.test(term) && startsWithDigit(folded) ? '-' : '') + folded.replace(/^0+(?=\d)/, '');
      digit = digit || startsWithDigit(folded);
      if (!digit || (several && /^D\d+$/.test(term))) continue;
      if (add(term, 20) && i + 1 === tokens.length && (!begin || tokens[begin - 1].folded === 'so')) wholeNumber = term;
    }
  });
  for (const name of conceptsOf(index, tokens)) add('A' + name, 1.5);
  const pair = (i) => 'B' + tokens[i - 1].folded + '_' + tokens[i].folded;
  tokens.forEach((token, i) => { if (i && !token.start) add(pair(i), 1, index.documents < 1000 ? 1 : 2); });
  const nothingYet = !ranked.size;
  for (const {folded} of tokens)
    if (!several || index.frequency(folded) <= 0.2 * index.documents) add(folded, 1);
  if (nothingYet && !ranked.size) for (const {folded} of tokens) add(folded, 1);
  if (tokens.length < 3) for (const {folded, exact} of tokens) if (exact !== folded) add('E' + exact, 1);
  for (const phrase of quoted(text)) {
    const words = tokenize(phrase);
    words.forEach(({folded, exact, start}, i) => {
      if (i + 1 < words.length && !words[i + 1].start) required.add('B' + folded + '_' + words[i + 1].folded);
      else if (!i || start) required.add(exact === folded ? folded : 'E' + exact);
    });
  }
  for (const term of required) index.frequency(term);
  return {everything: /^[ \t\r\n]*$/.test(text), ranked, required, wholeNumber};
}

function betterWord(index, tokens, i) {
  const {folded: typed, exact, start} = tokens[i], next = tokens[i + 1];
  const left = i && !start && tokens[i - 1].folded, right = next && !next.start && next.folded, beside = [left, right].filter(Boolean);
  if (!isWord(typed) || beside.some(startsWithDigit) || index.concepts.has(typed)) return;
  const known = (word) => index.frequency(word) >= (index.documents < 1000 ? 1 : 3);
  const pairs = (word) => (left ? Math.log(1 + index.frequency('B' + left + '_' + word)) : 0) +
    (right ? Math.log(1 + index.frequency('B' + word + '_' + right)) : 0);
  const evidence = (word) => pairs(word) + 0.3 * Math.log(1 + index.frequency(word));
  const isKnown = known(typed) && (tokens.length > 2 || exact === typed || index.frequency('E' + exact));
  if (isKnown && (!beside.every(known) || pairs(typed) || beside.length < (tokens.length > 3 ? 2 : 1))) return;
  index.doubtful = true;
  if (!index.lexicon) return;
  const near = [...index.lexicon].filter(([word]) => isWord(word) && isOneEdit(typed, word))
    .sort((x, y) => y[1] - x[1]).slice(0, 12);
  let best = evidence(typed) + (isKnown && !beside[1] ? 5.5 : 2), chosen;
  for (const [word] of near) {
    const value = evidence(word);
    if (value > best && (!isKnown || pairs(word))) { best = value; chosen = word; }
  }
  return chosen;
}

// The text with those words replaced for which change(token, i, tokens) gives another.
function rewritten(text, change) {
  let result = '', at = 0;
  tokenize(text).forEach((token, i, tokens) => {
    result += text.slice(at, token.begin) + (change(token, i, tokens) || text.slice(token.begin, token.end));
    at = token.end;
  });
  return result + text.slice(at);
}

// The text with its repaired words folded, or nothing.
export async function repaired(index, text) {
  if (quoted(text).length) return '';
  const attempt = () => {
    let changed;
    const result = rewritten(text, (token, i, tokens) => {
      const chosen = betterWord(index, tokens, i);
      if (chosen) token.folded = changed = chosen;
      return chosen;
    });
    return changed && result;
  };
  index.doubtful = false;
  const result = await index.withShards(attempt);
  if (!index.doubtful || index.lexicon) return result;
  index.lexicon = (await index.file('words.bin', 'CBW1')).words();
  return index.withShards(attempt);
}

// The text with its bare words, if others have marks, as the titles first have them beside the same word.
export function dressed(text, titles) {
  const words = tokenize(titles);
  return rewritten(text, ({folded, exact}, i, tokens) => {
    const beside = (step) => tokens[i + step] && words.find((word, j) => word.folded === folded && (words[j + step] || '').folded === tokens[i + step].folded);
    const found = bytesOf(text) !== text && isWord(folded) && folded === exact && (beside(-1) || beside(1));
    return found && titles.slice(found.begin, found.end).toLowerCase();
  });
}
