// SPDX-License-Identifier: GPL-3.0-or-later
// search/ANALYZER.md in the browser. Terms are strings of bytes (UTF-8), so they compare as the index sorts them.

export const bytesOf = (text) => unescape(encodeURIComponent(text));

const tones = {0x300: 1, 0x340: 1, 0x301: 2, 0x341: 2, 0x309: 3, 0x303: 4, 0x323: 5};
// A letter with a mark, where Vietnamese has that; else `shown`.
const modified = (base, mark, shown) => ('ăâêôơư'.includes(mark = (base + mark).normalize('NFC')) ? mark : shown);
// Each letter that has no parts, and what it is read as.
const single = 'đdðdɖdøołlħhŧtıiſsßsæaœoŋnþt';
// Where a range begins, where it is over, and so on.
const latinRanges = 'A{\u00c0\u0250\u1e00\u1f00';
const foreignRanges = '\u0370\u0374\u0386\u0387\u0388\u0482\u048a\u0557\u0561\u0588\u05d0\u05eb\u0620\u064b' +
  '\u0904\u093a\u0e01\u0e4f\u0e81\u0ee0\u1780\u17d4';
const ideographRanges = '\u3040\u3100\u3400\u4dc0\u4e00\ua000\uac00\ud7a4\uf900\ufb00\u{20000}\u{323b0}';
// What Unicode has a second time for its looks alone: full width, letters and digits of mathematics.
const again = '\uff01\uff5f\u{1d400}\u{1d6a4}\u{1d7ce}\u{1d800}';
const separator = /[ /_\u00a0\u2000-\u200a\u2010\u2011\u202f\u3000-]/;
// Surrogates stand before what is behind them: as no list has an odd number of edges on either side of them, it comes out.
const isIn = (character, edges) => [...edges].filter((edge) => edge <= character).length % 2;
const isDigits = (text) => /^\d+$/.test(text);

// A Latin letter as [base, letter with its modifier, tone], or nothing.
function latin(character) {
  if (!isIn(character, latinRanges)) return;
  const parts = character.normalize('NFD');
  let base = parts[0].toLowerCase();
  if (base[0] === 'i') base = 'i';
  let shown = base > 'z' && single[single.indexOf(base) + 1];
  base = shown || base;
  if (base < 'a' || base > 'z' || base.length > 1) return;
  if (shown === 'd') shown = 'đ';
  shown = shown || base;
  let tone = 0;
  for (const mark of parts.slice(1)) {
    tone = tones[mark.codePointAt(0)] || tone;
    shown = modified(base, mark, shown);
  }
  return [base, shown, tone];
}

const lower = (character) => String.fromCodePoint(character.codePointAt(0) +
  (isIn(character, '\u0391\u03aa\u0410\u0430') ? 32 : isIn(character, '\u0400\u0410') ? 80 : 0));

const looked = new Map();

// The character meant, what it is as a letter or digit, and whether it is an ideograph.
function look(written) {
  if (!looked.has(written)) {
    const character = isIn(written, again) ? written.normalize('NFKC') : written;
    looked.set(written, [character, isDigits(character) ? [character, character] : latin(character) ||
      (isIn(character, foreignRanges) && Array(2).fill(lower(character))), isIn(character, ideographRanges)]);
  }
  return looked.get(written);
}

// Tokens {folded, exact, begin, end, start}; begin and end count UTF-16 units, start: a clause begins with it.
export function tokenize(text) {
  const tokens = [];
  let broken = true, bases, shown, tone, begin, end, number, open = false;
  const close = () => {
    if (!open) return;
    open = false;
    if (bases.length > 40) { broken = true; return; }
    if (number) {
      const zeros = bases.join('').match(/^0*(?=.)/)[0].length;
      bases = bases.slice(zeros); shown = bases; tone = 0;
    } else if (bases.length === 2 && bases[1] === 'y' && 'hklmstv'.includes(bases[0])) {
      bases[1] = shown[1] = 'i';
    }
    const folded = bytesOf(bases.join(''));
    tokens.push({folded, exact: bytesOf(shown.join('') + (tone || '')), begin, end, start: broken});
    broken = false;
  };
  let at = 0;
  for (const written of text) {
    const [character, letter, isIdeograph] = look(written), c = character.codePointAt(0), from = at;
    at += written.length;
    if (letter) {
      if (!open) { open = number = true; bases = []; shown = []; tone = 0; begin = from; }
      bases.push(letter[0]); shown.push(letter[1]);
      if (letter[2]) tone = letter[2];
      if (!isDigits(character)) number = false;
      end = at;
    } else if (c >= 0x300 && c <= 0x36f) {
      if (!open) continue;
      end = at;
      tone = tones[c] || tone;
      const last = bases.length - 1;
      shown[last] = modified(bases[last], character, shown[last]);
    } else if ('\u00ad\u200b\u200c\u200d\u2060\ufeff'.includes(character)) {
      continue;
    } else if (isIdeograph) {
      close();
      open = true; number = false; bases = [character]; shown = [character]; tone = 0; begin = from; end = at;
      close();
    } else {
      const dash = c === 0x2013 && open;
      close();
      if (!dash && !separator.test(character)) broken = true;
    }
  }
  close();
  return tokens;
}

const kinds = new Set(('bb bc bgn cd ct ctr cv da gm gp gt gu hd kh l lct nq nqlt nqtw nd pa pc pl qc qd qyd sl tb tc td ' +
  'thc tt ttlt ttr vbhn').split(' '));
const issuers = new Set('bca bgddt bnv btc btttt byt hdnd sgddt syt ttg ubnd vpcp'.split(' '));
const isKind = (word) => kinds.has(word) || /^qh\d\d$/.test(word);
const isYear = (word) => /^\d{4}$/.test(word) && word >= '1945' && word <= '2100';

export function numberTerms(tokens) {
  const terms = [];
  const linked = (i) => i < tokens.length && !tokens[i].start;
  tokens.forEach((token, i) => {
    let term = token.folded, next = i + 1;
    if (!/^\d{1,5}$/.test(term) || !linked(next)) return;
    const follower = tokens[next].folded;
    if (isYear(follower)) {
      terms.push(term += '/' + follower);
      if (!linked(++next) || !isKind(tokens[next].folded)) return;
      terms.push(term += '/' + tokens[next++].folded);
    } else {
      const letter = issuers.has(follower);
      if (!letter && (follower.length < 2 || !isKind(follower))) return;
      if (i > 0 && linked(i) && isYear(term) && isDigits(tokens[i - 1].folded)) return;
      term += '//' + follower;
      next++;
      if (letter) terms.push(term);
    }
    for (let end = next + 2; next < end && linked(next); next++) {
      const part = tokens[next].folded;
      if (part.length > 10 || isDigits(part)) return;
      terms.push(term += '-' + part);
    }
  });
  return terms;
}

export const foldedWords = (text) => tokenize(text).map((token) => token.folded).join(' ');
