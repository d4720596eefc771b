// SPDX-License-Identifier: GPL-3.0-or-later
// search/ANALYZER.md in the browser. Terms are strings of bytes (UTF-8), so they compare as the index sorts them.

export const bytesOf = (text) => unescape(encodeURIComponent(text));

const tones = {0x300: 1, 0x340: 1, 0x301: 2, 0x341: 2, 0x309: 3, 0x303: 4, 0x323: 5};
const modified = {0x306: {a: 'ă'}, 0x302: {a: 'â', e: 'ê', o: 'ô'}, 0x31b: {o: 'ơ', u: 'ư'}};
const single = {đ: 'd', ð: 'd', ɖ: 'd', ø: 'o', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i', ſ: 's', ß: 's', æ: 'a', œ: 'o', ŋ: 'n', þ: 't'};
// Where a range begins, where it is over, and so on.
const latinRanges = [0x41, 0x7b, 0xc0, 0x250, 0x1e00, 0x1f00];
const foreignRanges = [0x370, 0x374, 0x386, 0x387, 0x388, 0x482, 0x48a, 0x557, 0x561, 0x588, 0x5d0, 0x5eb, 0x620, 0x64b,
  0x904, 0x93a, 0xe01, 0xe4f, 0xe81, 0xee0, 0x1780, 0x17d4];
const ideographRanges = [0x3040, 0x3100, 0x3400, 0x4dc0, 0x4e00, 0xa000, 0xac00, 0xd7a4, 0xf900, 0xfb00, 0x20000, 0x323b0];
// What Unicode has a second time for its looks alone: full width, letters and digits of mathematics.
const again = [0xff01, 0xff5f, 0x1d400, 0x1d6a4, 0x1d7ce, 0x1d800];
const separator = /[ /_\u00a0\u2000-\u200a\u2010\u2011\u202f\u3000-]/;
const isIn = (c, ranges) => ranges.filter((edge) => edge <= c).length % 2;
const isDigits = (text) => /^\d+$/.test(text);

// A Latin letter as [base, letter with its modifier, tone], or nothing.
function latin(character, c) {
  if (!isIn(c, latinRanges)) return;
  const parts = character.normalize('NFD');
  let base = parts[0].toLowerCase();
  if (base[0] === 'i') base = 'i';
  let shown = single[base];
  base = shown || base;
  if (base < 'a' || base > 'z' || base.length > 1) return;
  if (shown === 'd') shown = 'đ';
  shown = shown || base;
  let tone = 0;
  for (const mark of parts.slice(1)) {
    const code = mark.codePointAt(0);
    tone = tones[code] || tone;
    shown = (modified[code] && modified[code][base]) || shown;
  }
  return [base, shown, tone];
}

function lower(c) {
  return isIn(c, [0x391, 0x3aa, 0x410, 0x430]) ? c + 32 : isIn(c, [0x400, 0x410]) ? c + 80 : c;
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
    const character = isIn(written.codePointAt(0), again) ? written.normalize('NFKC') : written, from = at;
    const c = character.codePointAt(0);
    at += written.length;
    const letter = isDigits(character) ? [character, character, 0] : latin(character, c) ||
      (isIn(c, foreignRanges) && Array(2).fill(String.fromCodePoint(lower(c))));
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
      if (modified[c] && modified[c][bases[last]]) shown[last] = modified[c][bases[last]];
    } else if ('\u00ad\u200b\u200c\u200d\u2060\ufeff'.includes(character)) {
      continue;
    } else if (isIn(c, ideographRanges)) {
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
