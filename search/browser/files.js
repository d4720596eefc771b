// SPDX-License-Identifier: GPL-3.0-or-later
// The files of an index (search/STATIC_FORMAT.md), fetched when they are needed: which documents have a term, and what is known of
// a document.

export const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

class Reader {
  constructor(bytes, magic) {
    this.bytes = bytes;
    this.at = 4;
    this.last = '';
    if (this.raw(0, 4) !== magic) throw new Error(magic);
  }
  raw(begin, end) { return String.fromCharCode(...this.bytes.subarray(begin, end)); }
  varint() {
    let value = 0, scale = 1, byte;
    do {
      byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte & 128);
    return value;
  }
  take(size) { return this.raw(this.at, this.at += size); }
  text() { return decodeURIComponent(escape(this.take(this.varint()))); }
  sorted() {
    const same = this.bytes[this.at++], more = this.bytes[this.at++];
    return this.last = this.last.slice(0, same) + this.take(more);
  }
  words() {
    const words = new Map();
    this.last = '';
    for (let count = this.varint(); count--;) words.set(this.sorted(), this.varint());
    return words;
  }
}

export class IndexFiles {
  // `fetchBytes(path)` gives the bytes of a file below the folder of current.json, or nothing.
  constructor(fetchBytes) {
    this.fetchBytes = fetchBytes;
    this.files = new Map();
  }

  // A file of the delta where that has one of the name, else of the base. Fails where it is missing or another's.
  file(name, magic, folder) {
    folder ||= /^d[tc]|^dd/.test(name) || this.replaced.has(name) ? this.manifest.delta : this.manifest.folder;
    if (!this.files.has(name)) {
      this.files.set(name, this.fetchBytes(folder + '/' + name).then((bytes) => (magic ? new Reader(bytes, magic) : parsed(bytes))));
      this.files.get(name).catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  // `current`: bytes of current.json where they are here already.
  async open(current) {
    if (!this.boot) await (this.opening = this.opening || this.load(current).finally(() => { this.opening = null; }));
  }

  async load(current) {
    const manifest = parsed(current || await this.fetchBytes('current.json'));
    if (manifest.format !== 4) throw new Error('format');
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
      for (let count = reader.varint(); count--;) found.push(reader.sorted());
      return found;
    };
    this.size = boot.varint();
    this.documents = this.size;
    let length = boot.varint();
    this.firsts = {t: beginnings(boot), dt: []};
    this.frequent = boot.words();
    this.concepts = new Map();
    boot.last = '';
    for (let count = boot.varint(); count--;) {
      const form = boot.sorted(), names = [];
      for (let i = boot.varint(); i--;) names.push(boot.take(boot.varint()));
      this.concepts.set(form, names);
    }
    this.bets = new Map();
    for (let count = boot.varint(); count--;) {
      const question = boot.take(boot.varint()), pages = [];
      for (let i = boot.varint(); i--;) pages.push({title: boot.text(), address: boot.text()});
      this.bets.set(question, pages);
    }
    this.heads = [];
    const groups = (reader, id) => {
      for (let count = reader.varint(); count--;) {
        const page = id += reader.varint();
        for (const end = ++id + reader.varint(); id < end; id++) this.heads[id] = page;
      }
    };
    groups(boot, 0);
    const levels = (reader, count) => reader.bytes.subarray(reader.at, reader.at + count);
    this.lengths = [levels(boot, this.size)];
    this.removed = new Uint8Array(this.size);
    this.places = [];
    if (delta) {
      this.documents = delta.varint();
      length = delta.varint();
      for (let count = delta.varint(); count--;) this.replaced.add(delta.text());
      for (let count = delta.varint(), id = -1; count--;) this.removed[id += delta.varint()] = 1;
      delta.last = '';
      this.firsts.dt = beginnings(delta);
      this.frequent = delta.words();
      for (let count = delta.varint(); count--;) this.places.push(delta.varint() + delta.varint() / 2 ** 20);
      groups(delta, this.size);
      this.lengths.push(levels(delta, this.places.length));
    }
    this.average = length / this.documents;
    this.boot = boot;
  }

  // What the order of the addresses is read from: those added since stand between those that were there.
  placeOf(id) { return id < this.size ? id + 1 : this.places[id - this.size]; }

  // The shards that would hold the term, or those up to `end`, of the base and of the delta.
  shardsOf(term, end = term) {
    const names = [];
    for (const [letter, firsts] of Object.entries(this.firsts))
      firsts.forEach((first, i) => { if (first <= end && !(firsts[i + 1] <= term)) names.push(letter + i + '.bin'); });
    return names;
  }

  loadShards(names) { return Promise.all([...new Set(names)].map((name) => this.loadShard(name))); }

  async loadShard(name) {
    const added = name[0] === 'd';
    const shard = await this.file(name, added ? 'CBU1' : 'CBT1');
    if (this.loaded.has(name)) return;
    const terms = this.terms[added ? 'dt' : 't'];
    while (shard.at < shard.bytes.length) {
      const term = shard.sorted(), frequency = shard.varint(), lost = added ? shard.varint() : 0, size = shard.varint();
      terms.set(term, {change: frequency - lost, bytes: shard.bytes, begin: shard.at, end: shard.at += size});
    }
    this.loaded.add(name);
  }

  // How many documents have the term; one whose shards are not here yet is noted in `missing`.
  frequency(term) {
    const known = this.frequent.get(term) || this.lexicon && this.lexicon.get(term);
    if (known) return known;
    for (const name of this.shardsOf(term)) if (!this.loaded.has(name)) this.missing.add(name);
    return ((this.terms.t.get(term) || {}).change || 0) + ((this.terms.dt.get(term) || {}).change || 0);
  }

  // Does `work` again until every shard it asked for is here.
  async withShards(work) {
    for (;;) {
      this.missing = new Set();
      const result = work();
      if (!this.missing.size) return result;
      await this.loadShards(this.missing);
    }
  }

  // Calls visit(id, occurrences) for every document that has the term.
  each(term, visit) {
    for (const [list, first] of [[this.terms.t.get(term), 0], [this.terms.dt.get(term), this.size]]) {
      if (!list) continue;
      const reader = {bytes: list.bytes, at: list.begin, varint: Reader.prototype.varint};
      for (let id = first - 1; reader.at < list.end;) {
        const head = reader.varint(), count = head % 2 ? reader.varint() : 1;
        id += Math.floor(head / 2);
        if (!this.removed[id]) visit(id, count);
      }
    }
  }

  // The page that a document is a part of; most are pages themselves.
  pageOf(id) { return id in this.heads ? this.heads[id] : id; }

  // Columns of a file: by name, its values and the number of a document's value.
  async columnsOf(file, count) {
    const reader = await this.file(file, 'CBF1'), all = {};
    reader.at = 4;
    for (let columns = reader.varint(); columns--;) {
      const name = reader.text(), values = [];
      for (let i = reader.varint(); i--;) {
        const value = {id: reader.text(), labels: {}};
        for (let j = reader.varint(); j--;) value.labels[reader.text()] = reader.text();
        values.push(value);
      }
      const width = values.length > 256 ? 2 : 1, begin = reader.at;
      reader.at += width * count;
      all[name] = {values, code: (id) => reader.bytes[begin + id * width] + (width > 1 && reader.bytes[begin + id * 2 + 1] * 256)};
    }
    return all;
  }

  async columns() {
    const [all, added] = await Promise.all([this.columnsOf('columns.bin', this.size),
      this.manifest.delta && this.columnsOf('dcolumns.bin', this.places.length)]);
    for (const [name, {values, code}] of Object.entries(added || {})) {
      const own = all[name], first = own.code;
      const codes = values.map((value) => {
        const at = own.values.findIndex(({id}) => id === value.id);
        return at < 0 ? own.values.push(value) - 1 : at;
      });
      own.code = (id) => (id < this.size ? first(id) : codes[code(id - this.size)]);
    }
    return all;
  }

  card(id) { return this.file((id < this.size ? 'c' + id : 'dc' + (id - this.size)) + '.json'); }
}
