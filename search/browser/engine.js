// SPDX-License-Identifier: GPL-3.0-or-later
// Questions answered from static files (search/STATIC_FORMAT.md) exactly as the server answers them.
import {tokenize, numberTerms, foldedWords} from './analyzer.js';

const k1 = 1.2, b = 0.75;
const facetNames = ['type', 'unit', 'field', 'year', 'validity'];

class Stale extends Error {}

class Reader {
  constructor(bytes, magic) {
    this.bytes = bytes;
    this.at = 4;
    this.last = '';
    if (this.raw(0, 4) !== magic) throw new Stale(magic);
  }
  raw(begin, end) {
    let text = '';
    for (; begin < end; begin++) text += String.fromCharCode(this.bytes[begin]);
    return text;
  }
  number() {
    let value = 0, scale = 1, byte;
    do {
      byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte & 128);
    return value;
  }
  take(size) { return this.raw(this.at, this.at += size); }
  text() { return decodeURIComponent(escape(this.take(this.number()))); }
  sorted() {
    const same = this.bytes[this.at++], more = this.bytes[this.at++];
    return this.last = this.last.slice(0, same) + this.take(more);
  }
  words() {
    const words = new Map();
    this.last = '';
    for (let count = this.number(); count--;) words.set(this.sorted(), this.number());
    return words;
  }
}

const lengthOf = (level) => (level < 4 ? level : (4 + (level & 3)) * 2 ** ((level >> 2) - 1));
const isWord = (text) => /^[a-z]{2,}$/.test(text);
const startsWithDigit = (text) => text[0] >= '0' && text[0] <= '9';
const quoted = (text) => [...text.matchAll(/["“”„]([^"“”„]*)["“”„]/g)].map((match) => match[1]);

function isOneEdit(one, other) {
  if (one.length > other.length) [one, other] = [other, one];
  if (other.length - one.length > 1 || one === other) return false;
  let i = 0;
  while (i < one.length && one[i] === other[i]) i++;
  if (one.length !== other.length) return one.slice(i) === other.slice(i + 1);
  return one.slice(i + 1) === other.slice(i + 1) ||
    (one[i] === other[i + 1] && one[i + 1] === other[i] && one.slice(i + 2) === other.slice(i + 2));
}

export class Engine {
  // `fetchBytes(path)` gives the bytes of a file below the folder of current.json, or nothing.
  constructor(fetchBytes) {
    this.fetchBytes = fetchBytes;
    this.files = new Map();
  }

  // A file of the delta where that has one of the name, else of the base.
  file(name, magic, folder) {
    folder ||= /^d[tc]|^dd/.test(name) || this.replaced.has(name) ? this.manifest.delta : this.manifest.folder;
    if (!this.files.has(name)) {
      this.files.set(name, this.fetchBytes(folder + '/' + name).then((bytes) => {
        if (!bytes) throw new Stale(name);
        if (magic) return new Reader(bytes, magic);
        try { return JSON.parse(new TextDecoder().decode(bytes)); } catch { throw new Stale(name); }
      }));
      this.files.get(name).catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  async open() {
    if (!this.boot) await (this.opening ||= this.load().finally(() => { this.opening = null; }));
  }

  async load() {
    const manifest = JSON.parse(new TextDecoder().decode(await this.fetchBytes('current.json')));
    if (manifest.format !== 3) throw new Error('format');
    this.manifest = manifest;
    this.files.clear();
    this.terms = {t: new Map(), dt: new Map()};
    this.loaded = new Set();
    this.lexicon = null;
    this.replaced = new Set();
    const [boot, delta] = await Promise.all([this.file('boot.bin', 'CBS1', manifest.boot || manifest.folder),
      manifest.delta && this.file('delta.bin', 'CBD1', manifest.delta)]);
    const beginnings = (reader) => {
      const found = [];
      for (let count = reader.number(); count--;) found.push(reader.sorted());
      return found;
    };
    this.size = boot.number();
    this.documents = this.size;
    let length = boot.number();
    this.firsts = {t: beginnings(boot), dt: []};
    this.frequent = boot.words();
    this.concepts = new Map();
    boot.last = '';
    for (let count = boot.number(); count--;) {
      const form = boot.sorted(), names = [];
      for (let i = boot.number(); i--;) names.push(boot.take(boot.number()));
      this.concepts.set(form, names);
    }
    this.bets = new Map();
    for (let count = boot.number(); count--;) {
      const question = boot.take(boot.number()), pages = [];
      for (let i = boot.number(); i--;) pages.push({title: boot.text(), address: boot.text()});
      this.bets.set(question, pages);
    }
    this.heads = null;
    const groups = (reader, id) => {
      for (let count = reader.number(); count--;) {
        this.heads ||= [];
        const page = id += reader.number();
        for (const end = ++id + reader.number(); id < end; id++) this.heads[id] = page;
      }
    };
    groups(boot, 0);
    const levels = (reader, count) => reader.bytes.subarray(reader.at, reader.at + count);
    this.lengths = [levels(boot, this.size)];
    this.removed = new Uint8Array(this.size);
    this.places = [];
    if (delta) {
      this.documents = delta.number();
      length = delta.number();
      for (let count = delta.number(); count--;) this.replaced.add(delta.text());
      for (let count = delta.number(), id = -1; count--;) this.removed[id += delta.number()] = 1;
      delta.last = '';
      this.firsts.dt = beginnings(delta);
      this.frequent = delta.words();
      for (let count = delta.number(); count--;) this.places.push(delta.number() + delta.number() / 2 ** 20);
      groups(delta, this.size);
      this.lengths.push(levels(delta, this.places.length));
    }
    this.average = length / this.documents;
    this.boot = boot;
  }

  // What the order of the addresses is read from: those added since stand between those that were there.
  placeOf(id) { return id < this.size ? id + 1 : this.places[id - this.size]; }

  // The shards that would hold the term, of the base and of the delta.
  shardsOf(term) {
    return Object.entries(this.firsts).flatMap(([letter, firsts]) => {
      let low = 0, high = firsts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (firsts[middle] <= term) low = middle + 1; else high = middle;
      }
      return low ? [letter + (low - 1) + '.bin'] : [];
    });
  }

  async loadShard(name) {
    const added = name[0] === 'd';
    const shard = await this.file(name, added ? 'CBU1' : 'CBT1');
    if (this.loaded.has(name)) return;
    const terms = this.terms[added ? 'dt' : 't'];
    while (shard.at < shard.bytes.length) {
      const term = shard.sorted(), frequency = shard.number(), lost = added ? shard.number() : 0, size = shard.number();
      terms.set(term, {change: frequency - lost, bytes: shard.bytes, begin: shard.at, end: shard.at += size});
    }
    this.loaded.add(name);
  }

  // How many documents have the term; one whose shards are not here yet is noted in `missing`.
  frequency(term) {
    const known = this.frequent.get(term) ?? (this.lexicon && this.lexicon.get(term));
    if (known !== undefined && known !== null) return known;
    for (const name of this.shardsOf(term)) if (!this.loaded.has(name)) this.missing.add(name);
    return (this.terms.t.get(term)?.change || 0) + (this.terms.dt.get(term)?.change || 0);
  }

  // Does `work` again until every shard it asked for is here.
  async withShards(work) {
    for (;;) {
      this.missing = new Set();
      const result = work();
      if (!this.missing.size) return result;
      await Promise.all([...this.missing].map((name) => this.loadShard(name)));
    }
  }

  conceptsOf(tokens) {
    const names = [];
    tokens.forEach((_, first) => {
      let form = '';
      for (let i = first; i < tokens.length && i < first + 8; i++) {
        if (i > first && tokens[i].start) return;
        form += (i > first ? ' ' : '') + tokens[i].folded;
        names.push(...(this.concepts.get(form) || []));
      }
    });
    return names;
  }

  plan(text) {
    const tokens = tokenize(text), ranked = new Map(), required = new Set();
    const several = tokens.length > 1;
    let wholeNumber = '';
    const add = (term, factor, least = 1) => {
      if (this.frequency(term) < least || ranked.has(term)) return false;
      return ranked.set(term, factor);
    };
    for (const term of numberTerms(tokens)) add('N' + term, 3);
    tokens.forEach((_, begin) => {
      let term = 'D', digit = false;
      for (let i = begin; i < tokens.length && i < begin + 10 && term.length < 200; i++) {
        term += (i > begin ? '-' : '') + tokens[i].folded;
        digit = digit || startsWithDigit(tokens[i].folded);
        if (!digit || (i === begin && several)) continue;
        if (add(term, 20) && i + 1 - begin === tokens.length) wholeNumber = term;
      }
    });
    for (const name of this.conceptsOf(tokens)) add('A' + name, 1.5);
    const pair = (i) => 'B' + tokens[i - 1].folded + '_' + tokens[i].folded;
    tokens.forEach((token, i) => { if (i && !token.start) add(pair(i), 1, this.documents < 1000 ? 1 : 2); });
    const nothingYet = !ranked.size;
    for (const {folded} of tokens)
      if (!several || this.frequency(folded) <= 0.2 * this.documents) add(folded, 1);
    if (nothingYet && !ranked.size) for (const {folded} of tokens) add(folded, 1);
    if (tokens.length < 3) for (const {folded, exact} of tokens) if (exact !== folded) add('E' + exact, 1);
    for (const phrase of quoted(text)) {
      const words = tokenize(phrase);
      words.forEach(({folded, exact, start}, i) => {
        if (i + 1 < words.length && !words[i + 1].start) required.add('B' + folded + '_' + words[i + 1].folded);
        else if (!i || start) required.add(exact === folded ? folded : 'E' + exact);
      });
    }
    for (const term of required) this.frequency(term);
    return {everything: /^[ \t\r\n]*$/.test(text), ranked, required, wholeNumber};
  }

  // The text with its repaired words folded, or nothing.
  async corrected(text) {
    if (quoted(text).length) return '';
    const known = (word) => this.frequency(word) >= (this.documents < 1000 ? 1 : 3);
    const attempt = () => {
      const tokens = tokenize(text);
      let result = '', at = 0, changed = false;
      tokens.forEach((token, i) => {
        const left = i && !token.start && tokens[i - 1].folded;
        const right = i + 1 < tokens.length && !tokens[i + 1].start && tokens[i + 1].folded;
        const chosen = this.betterWord(token.folded, left, right, known);
        result += text.slice(at, token.begin) + (chosen || text.slice(token.begin, token.end));
        at = token.end;
        if (chosen) { token.folded = chosen; changed = true; }
      });
      return changed ? result + text.slice(at) : '';
    };
    this.doubtful = false;
    const result = await this.withShards(attempt);
    if (!this.doubtful || this.lexicon) return result;
    this.lexicon = (await this.file('words.bin', 'CBW1')).words();
    return this.withShards(attempt);
  }

  betterWord(typed, left, right, known) {
    if (!isWord(typed) || (left && startsWithDigit(left)) || (right && startsWithDigit(right)) || this.concepts.has(typed)) return;
    const pairs = (word) => (left ? Math.log(1 + this.frequency('B' + left + '_' + word)) : 0) +
      (right ? Math.log(1 + this.frequency('B' + word + '_' + right)) : 0);
    const evidence = (word) => pairs(word) + 0.3 * Math.log(1 + this.frequency(word));
    const isKnown = known(typed);
    if (isKnown && !(left && right && known(left) && known(right) && pairs(typed) === 0)) return;
    this.doubtful = true;
    if (!this.lexicon) return;
    const near = [...this.lexicon].filter(([word]) => isWord(word) && isOneEdit(typed, word))
      .sort((x, y) => y[1] - x[1]).slice(0, 12);
    let best = evidence(typed), chosen;
    for (const [word] of near) {
      const inContext = pairs(word);
      if (isKnown && inContext === 0) continue;
      const value = evidence(word) - 2;
      if (value > best) { best = value; chosen = word; }
    }
    return chosen;
  }

  // Calls visit(id, occurrences) for every document that has the term.
  each(term, visit) {
    for (const [list, first] of [[this.terms.t.get(term), 0], [this.terms.dt.get(term), this.size]]) {
      if (!list) continue;
      const reader = {bytes: list.bytes, at: list.begin, number: Reader.prototype.number};
      for (let id = first - 1; reader.at < list.end;) {
        const head = reader.number(), count = head % 2 ? reader.number() : 1;
        id += Math.floor(head / 2);
        if (!this.removed[id]) visit(id, count);
      }
    }
  }

  score(plan) {
    const size = this.size + this.places.length;
    const scores = new Float64Array(size), seen = new Uint8Array(size), hits = [];
    for (const [term, factor] of plan.ranked) {
      const frequency = this.frequency(term);
      let odds = (this.documents - frequency + 0.5) / (frequency + 0.5);
      if (odds < 2) odds = odds * 0.5 + 1;
      const weight = Math.log(odds) * factor * (k1 + 1);
      this.each(term, (id, count) => {
        if (!seen[id]) { seen[id] = 1; hits.push(id); }
        const level = id < this.size ? this.lengths[0][id] : this.lengths[1][id - this.size];
        const length = Math.max(lengthOf(level) / this.average, 0.5);
        scores[id] += weight * count / (k1 * (length * b + 1 - b) + count);
      });
    }
    if (plan.everything) for (let id = 0; id < size; id++) if (!this.removed[id] && this.pageOf(id) === id) hits.push(id);
    for (const id of hits) scores[id] = Math.floor(scores[id] * 1e9 + 0.5) / 1e9;
    return this.joined(this.having(plan.required, hits), scores);
  }

  // The page that a document is a part of; most are pages themselves.
  pageOf(id) { return this.heads?.[id] ?? id; }

  // A page and its parts are one hit, the best of them; `parts` has the best part of a page that is not much better itself.
  joined(hits, scores) {
    const best = new Map(), parts = new Map(), alone = new Map();
    if (!this.heads) return {scores, hits, parts};
    const keep = (map, page, id) => {
      const other = map.get(page) ?? id;
      map.set(page, (scores[id] - scores[other] || other - id) > 0 ? id : other);
    };
    for (const id of hits) {
      const page = this.pageOf(id);
      keep(best, page, id);
      keep(id === page ? alone : parts, page, id);
    }
    for (const [page, part] of parts) if (alone.has(page) && scores[part] * 2 < scores[page]) parts.delete(page);
    return {scores, hits: [...best.values()], parts};
  }

  having(required, hits) {
    for (const term of required) {
      const has = new Set();
      this.each(term, (id) => has.add(id));
      hits = hits.filter((id) => has.has(id));
    }
    return hits;
  }

  // Columns of a file: by name, its values and the number of a document's value.
  async columnsOf(file, count) {
    const reader = await this.file(file, 'CBF1'), all = {};
    reader.at = 4;
    for (let columns = reader.number(); columns--;) {
      const name = reader.text(), values = [];
      for (let i = reader.number(); i--;) {
        const value = {id: reader.text(), labels: {}};
        for (let j = reader.number(); j--;) value.labels[reader.text()] = reader.text();
        values.push(value);
      }
      const width = values.length > 256 ? 2 : 1, begin = reader.at;
      reader.at += width * count;
      all[name] = {values, code: (id) => reader.bytes[begin + id * width] +
        (width > 1 ? reader.bytes[begin + id * 2 + 1] * 256 : 0)};
    }
    return all;
  }

  async columns() {
    const {folder, delta} = this.manifest;
    if (this.facetColumns?.of !== folder + delta) {
      const [all, added] = await Promise.all([this.columnsOf('columns.bin', this.size),
        delta && this.columnsOf('dcolumns.bin', this.places.length)]);
      for (const [name, {values, code}] of Object.entries(added || {})) {
        const own = all[name], first = own.code;
        const codes = values.map((value) => {
          const at = own.values.findIndex(({id}) => id === value.id);
          return at < 0 ? own.values.push(value) - 1 : at;
        });
        own.code = (id) => (id < this.size ? first(id) : codes[code(id - this.size)]);
      }
      this.facetColumns = Object.assign(all, {of: folder + delta});
    }
    return this.facetColumns;
  }

  // Those hits that pass every filter, and the counts of each facet's values among those that fail no other filter.
  async filter(hits, query) {
    const chosen = (name) => query[name] || [];
    const filtered = query.language || facetNames.some((name) => chosen(name).length);
    if (!filtered && !query.facets) return {hits};
    const columns = await this.columns();
    if (query.language) hits = hits.filter((id) => columns.language.values[columns.language.code(id)].id === query.language);
    const facets = facetNames.map((name) => {
      const {values, code} = columns[name], wanted = chosen(name);
      return {name, values, code, counts: values.map(() => 0), wanted: wanted.length && values.map(({id}) => wanted.includes(id))};
    });
    const kept = hits.filter((id) => {
      const failed = facets.filter((facet) => facet.wanted && !facet.wanted[facet.code(id)]);
      for (const facet of failed.length ? failed : facets) if (failed.length < 2) facet.counts[facet.code(id)]++;
      return !failed.length;
    });
    return {hits: kept, facets: facets.map((facet) => this.facetValues(facet, query.labels))};
  }

  facetValues({name, values, counts}, language) {
    const label = ({id, labels}) => labels[language] || labels.vi || Object.values(labels)[0] || id;
    const shown = values.map((value, i) => ({id: value.id, label: label(value), count: counts[i]})).filter(({id, count}) => id && count);
    return {name, values: shown.sort((x, y) => y.count - x.count || (x.id < y.id ? -1 : 1))};
  }

  async sorted(hits, scores, byDate) {
    if (byDate) {
      const [days, added] = await Promise.all([this.file('dates.bin', 'CBO1'), this.manifest.delta && this.file('ddates.bin', 'CBO1')]);
      const day = (id) => {
        const [{bytes}, at] = id < this.size ? [days, id] : [added, id - this.size];
        return bytes[4 + at * 2] + bytes[5 + at * 2] * 256;
      };
      return hits.sort((x, y) => day(y) - day(x) || this.placeOf(x) - this.placeOf(y));
    }
    return hits.sort((x, y) => scores[y] - scores[x] || this.placeOf(x) - this.placeOf(y));
  }

  async card(id) {
    const [letter, at] = id < this.size ? ['c', id] : ['dc', id - this.size];
    const [address, title, number, type, unit, date, validity, validityLabel, language, text] =
      (await this.file(letter + (at >> 3) + '.json'))[at % 8];
    return {address, title, number, type, unit, date, validity, validityLabel, language, text};
  }

  // query: {text, type…: [ids], language, sort, offset, limit, exact, facets, labels}
  async answer(query) {
    if ([...query.text].length > 200 || tokenize(query.text).length > 32) return {tooLong: true};
    await this.open();
    if (query.facets) this.columns().catch(() => 0);  // comes while the shards do
    let plan = await this.withShards(() => this.plan(query.text));
    const corrected = query.exact ? '' : await this.corrected(query.text);
    if (corrected) plan = await this.withShards(() => this.plan(corrected));
    const shards = [...plan.ranked.keys(), ...plan.required].flatMap((term) => this.shardsOf(term));
    await Promise.all([...new Set(shards)].map((name) => this.loadShard(name)));
    const {scores, hits, parts} = this.score(plan);
    const {hits: kept, facets} = await this.filter(hits, query);
    const order = await this.sorted(kept, scores, query.sort === 'date' || plan.everything);
    const shown = order.slice(query.offset || 0, (query.offset || 0) + (query.limit || 10));
    const card = async (id) => {
      const page = this.pageOf(id), part = parts.get(page);
      return {...await this.card(page), part: part && await this.card(part)};
    };
    const marks = [...plan.ranked.keys()].filter((term) => !/^[ADEN]/.test(term));
    return {
      total: order.length, corrected, facets, marks,
      direct: !query.offset && shown.length > 0 && !!plan.wholeNumber && this.frequency(plan.wholeNumber) === 1,
      bets: this.bets.get(foldedWords(query.text)) || [],
      scores: shown.map((id) => (query.sort === 'date' || plan.everything ? 0 : scores[id])), order: shown,
      hits: query.cards === false ? [] : await Promise.all(shown.map(card)),
    };
  }

  // As answer(); files that are gone mean that a newer release is there, which is then asked.
  async search(query) {
    try {
      return await this.answer(query);
    } catch (problem) {
      if (!(problem instanceof Stale)) throw problem;
      this.boot = null;
      return this.answer(query);
    }
  }

  // Titles and numbers that begin so: [text, address, label].
  async suggest(text) {
    const folded = foldedWords(text), found = [];
    if (folded.length < 2) return found;
    await this.open();
    for (const letters of [2, 3]) {
      if (folded.length < letters) break;
      const key = folded.slice(0, letters).replace(/[^a-z0-9]/g, '_');
      for (const one of await this.file('s-' + key + '.json').catch(() => []))
        if (foldedWords(one[0]).startsWith(folded)) found.push(one);
    }
    return found.slice(0, 8);
  }
}
