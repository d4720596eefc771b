// SPDX-License-Identifier: GPL-3.0-or-later
// Questions answered from static files (search/STATIC_FORMAT.md) exactly as the server answers them.
import {tokenize, foldedWords} from './analyzer.js';
import {IndexFiles} from './files.js';
import {dressed, plan, repaired} from './questions.js';
import {snippet} from './snippet.js';

const k1 = 1.2, b = 0.75;
export const facetNames = ['type', 'unit', 'field', 'year', 'validity'];

export class Engine extends IndexFiles {
  lengthOf(id) {
    const level = id < this.size ? this.lengths[0][id] : this.lengths[1][id - this.size];
    return level < 4 ? level : (4 + (level & 3)) * 2 ** ((level >> 2) - 1);
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
        if (!seen[id] && !/^E/.test(term)) { seen[id] = 1; hits.push(id); }  // exact forms come last: they order what others found
        const length = Math.max(this.lengthOf(id) / this.average, 0.5);
        scores[id] += weight * count / (k1 * (length * b + 1 - b) + count);
      });
    }
    if (plan.everything) for (let id = 0; id < size; id++) if (!this.removed[id] && this.pageOf(id) === id) hits.push(id);
    for (const id of hits) scores[id] = Math.floor(scores[id] * 1e9 + 0.5) / 1e9;
    return this.joined(this.having(plan.required, hits), scores);
  }

  // A page and its parts are one hit, the best of them; `parts` has the best part of a page that is not much better itself.
  joined(hits, scores) {
    const best = new Map(), parts = new Map(), alone = new Map();
    const keep = (map, page, id) => {
      const other = map.has(page) ? map.get(page) : id;
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

  // Those hits that pass every filter, and the counts of each facet's values among those that fail no other filter.
  async filter(hits, query) {
    const columns = await this.columns();
    const facets = facetNames.map((name) => {
      const {values, code} = columns[name], wanted = query[name] || [];
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
    let value = (id) => scores[id];
    if (byDate) {
      const [days, added] = await Promise.all([this.file('dates.bin', 'CBO1'), this.manifest.delta && this.file('ddates.bin', 'CBO1')]);
      value = (id) => {
        const [{bytes}, at] = id < this.size ? [days, id] : [added, id - this.size];
        return bytes[4 + at * 2] + bytes[5 + at * 2] * 256;
      };
    }
    return hits.sort((x, y) => value(y) - value(x) || this.placeOf(x) - this.placeOf(y));
  }

  // query: {text, type…: [ids], sort, offset, limit, exact, labels}
  async answer(query) {
    if ([...query.text].length > 200 || tokenize(query.text).length > 32) return {tooLong: true};
    await this.open();
    this.columns().catch(() => 0);  // comes while the shards do
    let planned = await this.withShards(() => plan(this, query.text));
    const corrected = query.exact ? '' : await repaired(this, query.text);
    if (corrected) planned = await this.withShards(() => plan(this, corrected));
    await this.loadShards([...planned.ranked.keys(), ...planned.required].flatMap((term) => this.shardsOf(term)));
    const {scores, hits, parts} = this.score(planned);
    const {hits: kept, facets} = await this.filter(hits, query);
    const byDate = query.sort === 'date' || planned.everything, order = await this.sorted(kept, scores, byDate);
    const {offset = 0, limit = 10} = query, shown = order.slice(offset, offset + limit);
    const only = new Set(), weights = new Map();
    this.each(planned.wholeNumber, (id) => only.add(id));
    for (const term of planned.ranked.keys()) if (!/^[ADEN]/.test(term)) weights.set(term, Math.log(1 + this.documents / (this.frequency(term) + 0.5)));
    const hit = async (id) => {
      const page = this.pageOf(id), part = parts.get(page);
      const [card, place] = await Promise.all([this.card(page), part && this.card(part)]), {summary, body} = card;
      return {...card, snippet: snippet(body, weights) || snippet(summary, weights) || snippet(summary || body),
        part: place && {...place, snippet: snippet(place.body, weights)}};
    };
    const cards = await Promise.all(shown.map(hit));
    const whole = only.size || byDate || offset || tokenize(query.text).length < 3 ? [] : cards.slice(0, 10).filter(({title}) => foldedWords(title) === foldedWords(corrected || query.text));
    return {
      total: order.length, corrected: corrected && dressed(corrected, cards.map(({title}) => title).join('\n')), facets,
      direct: !offset && only.size === 1 && only.has(shown[0]),
      bets: this.bets.get(foldedWords(query.text)) || [],
      hits: [...new Set([...whole, ...cards])],
    };
  }

  // Files that are gone mean that a newer release is there, which is then asked.
  twice(work) {
    return work().catch(() => {
      this.boot = null;
      return work();
    });
  }

  search(query) { return this.twice(() => this.answer(query)); }
  suggest(text) { return this.twice(() => this.offered(text)); }

  // Cards of titles that have the words, the last of which may be unfinished, as search/title_matches.h says.
  async titled(folded) {
    const words = folded.split(' '), pairs = words.slice(1).map((word, i) => 'B' + words[i] + '_' + word), last = pairs.pop() || folded;
    if (last.length < 3) return [];
    await this.loadShards([...pairs, 'Tprocedure'].flatMap((term) => this.shardsOf(term)).concat(this.shardsOf(last, last + '\xff')));
    const add = (all, term) => this.each(term, (id, count) => { if (count > 5 && this.pageOf(id) === id) all.set(id, (all.get(id) || 0) + count); });
    let found = new Map();
    const {t, dt} = this.terms;
    for (const term of new Set([...t.keys(), ...dt.keys()])) if (term.startsWith(last)) add(found, term);
    for (const term of pairs) {
      const having = new Map();
      add(having, term);
      found = new Map([...found].filter(([id]) => having.has(id)).map(([id, count]) => [id, count + having.get(id)]));
    }
    for (const [id, count] of found) found.set(id, count / this.lengthOf(id));
    this.each('Tprocedure', (id) => found.has(id) && found.set(id, found.get(id) + 1000));
    const order = [...found.keys()].sort((x, y) => found.get(y) - found.get(x) || this.placeOf(x) - this.placeOf(y));
    const cards = await Promise.all(order.slice(0, 16).map((id) => this.card(id)));
    return cards.filter(({title}) => (' ' + foldedWords(title)).includes(' ' + folded));
  }

  // Titles and numbers that begin so, and titles that have it somewhere: [text, address, label].
  async offered(text) {
    const folded = foldedWords(text), found = [];
    if (folded.length < 2) return found;
    await this.open();
    for (const letters of [2, 3]) {
      if (folded.length < letters) break;
      const key = folded.slice(0, letters).replace(/[^a-z0-9]/g, '_');
      for (const one of await this.file('s-' + key + '.json').catch(() => []))
        if (foldedWords(one[0]).startsWith(folded)) found.push(one);
    }
    if (!found[7])
      for (const {title, address, type} of await this.titled(folded))
        if (found.every((one) => one[1] !== address)) found.push([title, address, type]);
    return found.slice(0, 8);
  }
}
