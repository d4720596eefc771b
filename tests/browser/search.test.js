// SPDX-License-Identifier: GPL-3.0-or-later
// The search of the browser over plain files, with no search server: results, filters, suggestions, keyboard, what
// happens when files are missing or a new release comes; and as few bytes as promised.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {launch, until} from './support/browser.js';
import {cache} from './support/cache.js';
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {after, before, test} from 'node:test';
import {brotliCompressSync} from 'node:zlib';

const program = process.env.CONGBO_PROGRAM;
const source = process.env.CONGBO_SOURCE_DIR;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml'};

let out, files, server, base, browser, missing = () => false, held = () => null;

// What a CDN does: files, compressed where they are, kept as its files for hosts say; nothing else.
async function answer(request, response) {
  let path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  if (path.endsWith('/')) path += 'index.html';
  const file = join(files, path);
  await held(path);
  if (missing(path) || path.includes('..') || !existsSync(file)) { response.writeHead(404).end(); return; }
  const headers = {'Content-Type': types[extname(file)] || 'application/octet-stream', 'Content-Security-Policy': "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'",
    'Cache-Control': /^\/(assets|search\/.+)\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'};
  const compressed = existsSync(file + '.br');
  response.writeHead(200, compressed ? {...headers, 'Content-Encoding': 'br'} : headers).end(readFileSync(compressed ? file + '.br' : file));
}

before(async () => {
  out = mkdtempSync(join(tmpdir(), 'congbo-search-'));
  execFileSync(program, ['build', '--source', source, '--out', out, '--now', '2026-11-20T08:00', ...cache], {stdio: ['ignore', 'ignore', 'inherit']});
  files = join(out, 'files');
  cpSync(realpathSync(join(out, 'public', 'main')), files, {recursive: true});
  server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(out, {recursive: true, force: true});
});

async function open(path, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (problem) => problems.push(String(problem)));
  await page.goto(base + path);
  return {context, page, problems};
}

test('words that only an attachment has find its page and lead to the place [SEA-02]', async () => {
  for (const [words, title, place, address] of [
    ['loa keo tay cang cuu thuong', 'Kế hoạch 205', 'Phụ lục về điểm sơ tán, trang 2', /\/phu-luc-diem-so-tan\.pdf#page=2$/],
    ['giấy chứng nhận bị ố, nhòe', 'giấy chứng nhận', 'Đơn đề nghị cấp đổi giấy chứng nhận', /\/don-cap-doi-giay-chung-nhan\.odt$/]]) {
    const {context, page, problems} = await open('/tim-kiem.html?' + new URLSearchParams({q: words}));
    const hit = page.locator('.search-results > li').first();
    await hit.locator('.search-part').waitFor();
    assert.match(await hit.locator('h2').textContent(), new RegExp(title, 'i'));
    const link = hit.locator('.search-part a');
    assert.ok((await link.textContent()).includes(place), await link.textContent());
    const found = await link.evaluate((one) => one.href);
    assert.match(found, address);
    assert.ok(existsSync(join(files, new URL(found).pathname)));
    assert.deepEqual(problems, []);
    await context.close();
  }
});

test('the script is at most nine kilobytes compressed and evaluates nothing [SEA-05]', () => {
  const name = readdirSync(join(files, 'assets')).find((one) => /^search\..*\.js$/.test(one));
  const script = readFileSync(join(files, 'assets', name));
  assert.ok(brotliCompressSync(script).length <= 9 * 1024, `${brotliCompressSync(script).length} bytes`);
  assert.doesNotMatch(script.toString(), /\beval\(|new Function|WebAssembly|innerHTML/);
});

const titles = (page) => page.locator('.search-results h2').allInnerTexts();

test('results come from files alone, with and without diacritics alike [SEA-05] [AVA-03] [SEA-02]', async () => {
  const {context, page, problems} = await open('/');
  await page.fill('#search_q', 'thu tuc hanh chinh');
  await page.press('#search_q', 'Enter');
  await page.locator('.search-results li').first().waitFor();
  assert.match(page.url(), /\/tim-kiem\.html\?q=thu/);
  const plain = await titles(page);
  assert.ok(plain.length > 3);
  assert.match(await page.locator('#search_app [role=status]').innerText(), /Tìm thấy \d+ kết quả cho «thu tuc hanh chinh»/);
  await page.fill('#search_text', 'thủ tục hành chính');
  await page.press('#search_text', 'Enter');
  await page.waitForURL(/h%C3%A0nh|hành/);
  await until(page, () => document.title.includes('hành'));
  assert.deepEqual(await titles(page), plain);
  assert.ok(await page.locator('.search-snippet mark').count() > 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test('the browser and the server list the same results with the same snippets in the same order [SEA-02] [SEA-05]', async () => {
  const {context, page} = await open('/tim-kiem.html');
  for (const question of ['đất đai', 'ngan sach', 'UBND', 'lịch tiếp dân', 'quyết định 2026', 'khai sinh', 'tuyen dung', 'nghi quyet hdnd', '"cải cách hành chính"', 'bảo hiểm y tế']) {
    const asked = JSON.parse(execFileSync(program, ['search', 'query', question, '--out', out, '--portal', 'main', '--format', 'json'], {encoding: 'utf8'}));
    await page.goto(`${base}/tim-kiem.html?q=${encodeURIComponent(question)}`);
    await page.locator('.search-results li, .search-help').first().waitFor();
    const addresses = await page.$$eval('.search-results h2 a', (links) => links.map((link) => link.getAttribute('href')));
    assert.deepEqual(addresses, asked.hits.map(({address}) => address.replace(/^https?:\/\/[^/]+/, '')), question);
    const snippets = await page.$$eval('.search-snippet, .search-part', (lines) => lines.map((line) => line.innerHTML.replace(/.*<\/a>(: )?/, '')));
    const plain = (html) => html.replace(/&quot;/g, '"').replace(/&#39;/g, "'");
    assert.deepEqual(snippets, asked.hits.flatMap(({snippet_html: own, part}) => [own, part && part.snippet_html].filter((one) => one !== undefined).map(plain)), question);
  }
  await context.close();
});

test('the switch of languages takes the question and its filters along [LNG-01] [SEA-02]', async () => {
  const {context, page, problems} = await open('/tim-kiem.html?q=khai+sinh');
  await page.click('.search-filters a[data-key="typeprocedure"]');
  await page.waitForURL(/type=procedure/);
  const count = () => page.locator('.search-results > li').count();
  await page.locator('.search-tags').waitFor();
  const found = await count();
  await page.click('.languages a[lang=zh]');
  await page.waitForURL(/\/zh\/tim-kiem\.html\?q=khai\+sinh&type=procedure$/);
  await page.locator('.search-tags').waitFor();
  assert.equal(await count(), found);
  assert.deepEqual(problems, []);
  await context.close();
});

test('a first search takes four round trips: the script with what names the files, their table, terms, results [SEA-05]', async () => {
  const asked = [];
  let named;
  const isNamed = new Promise((resolve) => { named = resolve; });
  held = (path) => {
    if (path.startsWith('/search/') || /^\/assets\/search\./.test(path)) asked.push(path);
    if (path === '/search/current.json') named();
    return /^\/assets\/search\./.test(path) && isNamed;  // the script comes when current.json was asked for without it
  };
  const {context, page} = await open('/tim-kiem.html?q=khai+sinh');
  await page.locator('.search-results li').first().waitFor();
  held = () => null;
  const places = (pattern) => asked.flatMap((path, i) => (pattern.test(path) ? [i] : []));
  const [script, current, table, terms, cards] = [/^\/assets/, /current\.json$/, /boot\.bin$/, /\/(t\d+|columns)\.bin$/, /\/c\d+\.json$/].map(places);
  assert.deepEqual([script, current, table].map(({length}) => length), [1, 1, 1], asked.join(' '));
  assert.equal(Math.max(script[0], current[0]) + 1, table[0]);
  assert.ok(Math.max(...terms) < Math.min(...cards), asked.join(' '));
  assert.equal(3 + terms.length + cards.length, asked.length, asked.join(' '));
  await context.close();
});

test('while the index comes the page says so; a repaired question is named as the titles write it, as the server does [SEA-02] [A11Y-01]', async () => {
  let go;
  const wait = new Promise((resolve) => { go = resolve; });
  held = (path) => /boot\.bin$/.test(path) && wait;
  const question = 'đất đia';
  const {context, page, problems} = await open('/tim-kiem.html?q=' + encodeURIComponent(question));
  const status = page.locator('#search_app [role=status]');
  await status.filter({hasText: 'Đang tìm…'}).waitFor();
  go();
  held = () => null;
  await page.locator('.search-correction').waitFor();
  assert.match(await status.innerText(), /^Tìm thấy \d+ kết quả cho «đất đai»\.$/);
  assert.equal(await page.locator('.search-correction strong').innerText(), 'đất đai');
  assert.equal(await page.inputValue('#search_text'), question);
  const asked = JSON.parse(execFileSync(program, ['search', 'query', question, '--out', out, '--portal', 'main', '--format', 'json'], {encoding: 'utf8'}));
  assert.equal(asked.corrected, 'đất đai');
  assert.deepEqual(problems, []);
  await context.close();
});

test('filters are counted, chosen and taken away; the address holds all of it [SEA-01] [SEA-04]', async () => {
  const {context, page} = await open('/tim-kiem.html?q=quyet+dinh');
  const choice = page.locator('.search-filter a').first();
  await choice.waitFor();
  const count = Number((await choice.innerText()).match(/\(([\d.]+)\)/)[1].replace('.', ''));
  await choice.click();
  await page.locator('.search-tags a').waitFor();
  assert.match(await page.locator('#search_app [role=status]').innerText(), new RegExp(`Tìm thấy ${count} `));
  const chosen = page.url();
  assert.match(chosen, /[?&](type|unit|field|year|validity)=/);
  await page.reload();
  await page.locator('.search-tags a').waitFor();
  await page.locator('.search-tags a').click();
  await until(page, () => !document.querySelector('.search-tags'));
  await page.goBack();
  await page.locator('.search-tags a').waitFor();
  assert.equal(page.url(), chosen);
  await context.close();
});

test('suggestions by keyboard; a letter being composed is left alone [SEA-02] [A11Y-01]', async () => {
  const {context, page} = await open('/');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search_q');
  await page.keyboard.type('thu tuc');
  await page.locator('#search_q_list li').first().waitFor();
  assert.equal(await page.getAttribute('#search_q', 'aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getAttribute('#search_q', 'aria-activedescendant'), 'search_q_list0');
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true})));
  assert.equal(new URL(page.url()).pathname, '/');
  await page.keyboard.press('Escape');
  assert.equal(await page.getAttribute('#search_q', 'aria-expanded'), 'false');
  assert.equal(await page.inputValue('#search_q'), 'thu tuc');
  await page.keyboard.press('Escape');
  assert.equal(await page.inputValue('#search_q'), '');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+k');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search_q');
  await context.close();
});

test('titles that have the words somewhere are offered, those of procedures first [SEA-02]', async () => {
  const {context, page, problems} = await open('/');
  await page.focus('#search_q');
  await page.keyboard.type('khai si');
  await page.locator('#search_q_list li').first().waitFor();
  const offered = await page.locator('#search_q_list li').allInnerTexts();
  assert.match(offered[0], /^Đăng ký khai sinh/);
  assert.ok(offered.length > 1 && offered.every((title) => /khai sinh/i.test(title)), offered.join('; '));
  assert.deepEqual(problems, []);
  await context.close();
});

test('files that are gone are asked for anew once; without them people are sent on [AVA-03]', async () => {
  const {context, page} = await open('/tim-kiem.html');
  let refused = 0;
  missing = (path) => /\/t\d+\.bin$/.test(path) && refused++ < 1;
  await page.goto(base + '/tim-kiem.html?q=khai+sinh');
  await page.locator('.search-results li').first().waitFor();
  missing = (path) => path.startsWith('/search/') && path.endsWith('.bin');
  await page.goto(base + '/tim-kiem.html?q=ho+tich');
  await page.locator('.search-main a').waitFor();
  assert.equal(await page.locator('.search-results').count(), 0);
  assert.match(await page.locator('.search-main a').getAttribute('href'), /^\/tim-kiem\?q=ho\+tich/);
  assert.ok(await page.locator('#search_rest a').first().isVisible());
  missing = () => false;
  await context.close();
});

for (const width of [320, 1280]) {
  test(`the search page has no accessibility finding and no sideways scrolling at ${width} px [A11Y-01]`, async () => {
    const {context, page} = await open('/tim-kiem.html?q=quyet+dinh', {viewport: {width, height: 800}});
    await page.locator('.search-results li').first().waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await page.addScriptTag({content: axeSource}).catch(() => page.evaluate(axeSource));
    const {violations} = await page.evaluate(() => window.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}));
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
    await context.close();
  });
}
