// SPDX-License-Identifier: GPL-3.0-or-later
// The browser's analyzer and ranking give what the server's give (SEA-02): every vector of the analyzer, every article,
// and judged questions in eight dressings (CONGBO_PARITY_QUERIES=1000: all of them).
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {bytesOf, foldedWords, numberTerms, tokenize} from '../../search/browser/analyzer.js';
import {Engine} from '../../search/browser/engine.js';
import {snippet} from '../../search/browser/snippet.js';

const source = process.env.CONGBO_SOURCE_DIR;
const collection = join(source, '../shared/data/search');
const absent = !existsSync(join(collection, 'articles-10000.tsv.xz'));
const skip = absent && process.env.CI !== 'true' ? 'the search collection is absent' : false;
const bytesAsText = (bytes) => decodeURIComponent(escape(bytes));
let out;

before(() => {
  if (absent) return;
  out = process.env.CONGBO_PARITY_OUT || mkdtempSync(join(tmpdir(), 'congbo-parity-'));
  if (!existsSync(join(out, 'answers.jsonl')))
    execFileSync(process.env.CONGBO_PARITY, [collection, out, '0', process.env.CONGBO_PARITY_QUERIES || '22'], {stdio: 'inherit'});
});

after(() => { if (out && !process.env.CONGBO_PARITY_OUT) rmSync(out, {recursive: true, force: true}); });

const lines = (file) => readFileSync(join(out, file), 'utf8').trimEnd().split('\n');

test('the analyzer agrees with every vector [SEA-02]', () => {
  let vectors = 0;
  for (const line of readFileSync(join(source, 'tests/tables/analyzer.tsv'), 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [kind, written, expected] = line.split('\t');
    const text = written.replace(/\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16))).replace(/\\n/g, '\n');
    const tokens = tokenize(text);
    const shown = kind === 'numbers' ? numberTerms(tokens).map(bytesAsText).join(' ')
      : tokens.map(({folded, exact, start}) => (start ? '| ' : '') + bytesAsText(folded) + (exact === folded ? '' : '=' + bytesAsText(exact))).join(' ');
    assert.equal(shown, expected, written);
    vectors++;
  }
  assert.ok(vectors > 40);
});

const asHtml = (parts) => parts.map((text, i) => {
  const escaped = text.replace(/[&<>"']/g, (character) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'})[character]);
  return i % 2 ? `<mark>${escaped}</mark>` : escaped;
}).join('');

test('snippets are those of every vector [SEA-02] [SEC-01]', () => {
  const words = (text, start) => text.split(' ').filter((word) => word !== '-').map((word) => [start + bytesOf(word), start ? 3 : 1]);
  let vectors = 0;
  for (const line of readFileSync(join(source, 'tests/tables/snippets.tsv'), 'utf8').trimEnd().split('\n')) {
    if (line.startsWith('#')) continue;
    const [syllables, pairs, written, expected] = line.split('\t');
    const text = written.replace(/^-$/, '').replace(/\{(\d+) ([^}]*)\}/g, (_, times, piece) => piece.repeat(times)).replace(/\\n/g, '\n')
      .replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
    const weights = new Map([...words(syllables, ''), ...words(pairs, 'B')]);
    assert.equal(asHtml(snippet(text, weights.size ? weights : undefined) || []) || '-', expected, written);
    vectors++;
  }
  assert.ok(vectors > 20);
});

test('the analyzer agrees on every article [SEA-02]', {skip}, () => {
  const hashes = lines('tokens.txt');
  lines('texts.jsonl').forEach((line, i) => {
    const tokens = tokenize(JSON.parse(line));
    const all = tokens.map(({folded, exact, start}) => (start ? '|' : ' ') + folded + '=' + exact).join('') +
      numberTerms(tokens).map((term) => '#' + term).join('');
    assert.equal(createHash('sha256').update(all, 'latin1').digest('hex'), hashes[i], `article ${i}`);
  });
});

// Of the first ten results, as the server prints them.
async function snippetsOf(engine, query) {
  const {hits} = await engine.search({...query, labels: 'vi'});
  return hits.map(({snippet, part}) => asHtml(snippet) + '|' + asHtml(part && part.snippet || []) + '\n').join('');
}

// Without the texts: a hundred snippets a question take longer than all the rest. Cards have their scores.
class Quick extends Engine {
  async card(id) { return {...await super.card(id), summary: '', body: '', score: this.scoresOfPages.get(id)}; }
  async sorted(hits, scores, byDate) {
    const order = await super.sorted(hits, scores, byDate);
    this.scoresOfPages = new Map(order.map((id) => [this.pageOf(id), byDate ? 0 : scores[id]]));
    return order;
  }
}

// Those whose answers from `folder` are not what `answers` says.
async function differences(folder, answers) {
  const fetchBytes = (path) => readFile(join(out, folder, path)).catch(() => null);
  const engine = new Quick(fetchBytes), whole = new Engine(fetchBytes);
  let questions = 0;
  const wrong = [];
  for (const line of lines(answers)) {
    const {order, total, corrected, counted, shown, direct, ...query} = JSON.parse(line);
    if (order === 'query-too-long') continue;
    const answer = await engine.search({...query, limit: 100, labels: 'vi'});
    if (answer.corrected) answer.corrected = (await engine.search({...query, limit: 50})).corrected;
    const snippets = questions % 4 ? '' : await snippetsOf(whole, query);
    const same = !snippets || createHash('sha256').update(snippets).digest('hex') === shown;
    const ids = answer.hits.map(({address, part, score}) => address.replace(/^\/|\.html$/g, '') + (part ? '+' + part.address : '') + ':' + score.toFixed(6) + ' ').join('');
    const counts = answer.facets.flatMap(({values}) => values.map(({id, count}) => `${id}=${count};`)).join('');
    questions++;
    if (ids !== order || answer.total !== total || (answer.corrected || '') !== corrected || counts !== counted || !same || answer.direct !== direct)
      wrong.push({query, direct: [answer.direct, direct], snippets: same || snippets, total: [answer.total, total], corrected: [answer.corrected, corrected], counts: [counts, counted],
        order: [ids.slice(0, 200), order.slice(0, 200)]});
  }
  console.log(`${questions} questions, ${wrong.length} differ`);
  assert.ok(questions > 1000);
  return wrong.slice(0, 3);
}

test('the ranking agrees on every question: order, scores, counts, repairs, snippets [SEA-02] [SEA-04] [DOC-02]', {skip}, async () => {
  assert.deepEqual(await differences('search', 'answers.jsonl'), []);
});

test('an index with changes beside it answers as one made anew, on the server and in the browser [SEA-02] [SEA-03]', {skip}, async () => {
  const anew = lines('answers.jsonl');
  assert.deepEqual(lines('changed-answers.jsonl').filter((line, i) => line !== anew[i]).slice(0, 3), []);
  assert.deepEqual(await differences('changed-search', 'answers.jsonl'), []);
});

test('what is offered while one types agrees, before and after changes [SEA-02] [SEA-05]', {skip}, async () => {
  const anew = lines('suggestions.jsonl');
  assert.deepEqual(lines('changed-suggestions.jsonl').filter((line, i) => line !== anew[i]).slice(0, 3), []);
  for (const folder of ['search', 'changed-search']) {
    const engine = new Engine((path) => readFile(join(out, folder, path)).catch(() => null));
    let whole = 0;
    for (const line of anew) {
      const {text, offered} = JSON.parse(line);
      assert.deepEqual(await engine.suggest(text), offered, text);
      whole += offered.some(([title]) => !foldedWords(title).startsWith(foldedWords(text)));
    }
    assert.ok(whole > anew.length / 3, `${whole} of ${anew.length} are found within titles`);
  }
});

test('a page that was opened two releases ago goes on finding, never in a mixture of releases [SEA-05] [AVA-03]', {skip}, async () => {
  const engineOf = (folder) => new Engine((path) => readFile(join(out, 'steps', folder(), path)).catch(() => null));
  const said = async (engine, text) => JSON.stringify(await engine.search({text, labels: 'vi'}));
  const fresh = {0: engineOf(() => '0'), 2: engineOf(() => '2')};
  const removed = (await fresh[0].search({text: ''})).hits.length && await fresh[0].card(5);
  let shown = '0';
  const tab = engineOf(() => shown);
  await tab.search({text: 'thủ tục'});
  shown = '2';
  let old = 0;
  for (const text of ['đất đai', 'quyền sử dụng đất', 'xử phạt', 'hồ sơ đăng ký', 'bảo hiểm', 'nghị định', 'thông tư', 'công dân']) {
    const given = await said(tab, text);
    const before = given === await said(fresh[0], text);
    old += before;
    assert.ok(before || given === await said(fresh[2], text), text);
  }
  console.log(`${old} of 8 answers are of the release that was opened`);
  assert.ok(!(await tab.search({text: removed.title})).hits.some(({address}) => address === removed.address));
  assert.equal((await tab.search({text: 'zzban2'})).total, 1);
  assert.equal((await tab.search({text: 'zzban1', exact: true})).total, 0);
});
