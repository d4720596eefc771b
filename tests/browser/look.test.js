// SPDX-License-Identifier: GPL-3.0-or-later
// The look in a real browser: the menu, the language switch and the choices of reading comfort, with and without
// JavaScript, from 320 px; how heavy a first view is; what is printed.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cache} from './support/cache.js';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {createRequire} from 'node:module';
import {extname, join, normalize} from 'node:path';
import {after, before, test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {chromium} from 'playwright-core';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json'};
let out, root, server, base, browser;

before(async () => {
  out = mkdtempSync(join(tmpdir(), 'congbo-look-'));
  execFileSync(process.env.CONGBO_PROGRAM, ['build', '--source', process.env.CONGBO_SOURCE_DIR, '--out', out, '--no-search', '--now', '2026-11-24T08:00', ...cache], {stdio: 'ignore'});
  root = join(out, 'public', 'main');
  server = createServer((request, response) => {
    let file = normalize(join(root, decodeURIComponent(new URL(request.url, 'http://x').pathname)));
    if (file.startsWith(root) && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file.startsWith(root) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {'content-type': types[extname(file)] ?? 'application/octet-stream'}).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu']});
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(out, {recursive: true, force: true});
});

async function open(path, width, options = {}) {
  const context = await browser.newContext({viewport: {width, height: 700}, ...options});
  const page = await context.newPage();
  await page.goto(base + path);
  return {context, page};
}

const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('the menu opens and closes at 320 px without JavaScript, by keyboard too [A11Y-01] [USE-02]', async () => {
  const {context, page} = await open('/', 320, {javaScriptEnabled: false});
  const entry = page.locator('nav.menu a[href="/tin-tuc/"]');
  assert.equal(await entry.isVisible(), false);
  await page.focus('nav.menu button.menu_open');
  await page.keyboard.press('Enter');
  assert.equal(await entry.isVisible(), true);
  await page.keyboard.press('Escape');
  assert.equal(await entry.isVisible(), false);
  await page.click('nav.menu button.menu_open');
  await entry.click();
  await page.waitForURL(base + '/tin-tuc/');
  await context.close();
});

test('the menu stands open on a desk, and tools and languages take one line at 320 px [A11Y-01] [LNG-01]', async () => {
  const wide = await open('/', 1280);
  assert.equal(await wide.page.locator('nav.menu a[href="/tin-tuc/"]').isVisible(), true);
  assert.equal(await wide.page.locator('button.menu_open').isVisible(), false);
  await wide.context.close();
  for (const path of ['/', '/van-ban/', '/en/']) {
    const {context, page} = await open(path, 320);
    const {height} = await page.locator('.tools').boundingBox();
    assert.ok(height <= 50, `${path}: ${height} px`);
    await context.close();
  }
});

const textSize = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));

test("no line ends at the hyphen of a document's number, and copies and searches have the plain hyphen [DOC-01]", async () => {
  for (const path of ['/van-ban/', '/van-ban/quyet-dinh-33-2026-han-muc-giao-dat.html'])
    for (const width of [360, 768, 1280]) {
      const {context, page} = await open(path, width);
      const {seen, broken} = await page.evaluate(() => {
        const range = document.createRange(), broken = [];
        const top = (node, at) => { range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().top; };
        const joints = [...document.querySelectorAll('main .joint')].filter((joint) => joint.checkVisibility() && joint.getBoundingClientRect().width > 1);
        for (const joint of joints)
          if (joint.nextSibling?.data && Math.abs(top(joint.firstChild, 0) - top(joint.nextSibling, 0)) > 4) broken.push(joint.parentElement.textContent);
        return {seen: joints.length, broken};
      });
      assert.ok(seen > 2, `${path} ${width}`);
      assert.deepEqual(broken, [], `${path} ${width}`);
      const copied = await page.evaluate(() => {
        const number = document.querySelector('main .joint').parentElement;
        getSelection().selectAllChildren(number);
        const text = getSelection().toString();
        getSelection().removeAllRanges();
        return {text, written: number.textContent, found: window.find(number.textContent.match(/\S+-\S+/)[0])};
      });
      assert.deepEqual(copied, {text: copied.written, written: copied.written, found: true});
      await context.close();
    }
});

for (const javaScriptEnabled of [false, true])
  test(`size, spacing and colours are the reader's choice, JavaScript ${javaScriptEnabled ? 'on' : 'off'} [A11Y-01]`, async () => {
    const {context, page} = await open('/', 1280, {javaScriptEnabled});
    const light = await ground(page), usual = await textSize(page);
    await page.click('.comfort summary');
    await page.check('#size_larger');
    await page.check('#spacing_wide');
    await page.check('#theme_dark');
    assert.ok(await textSize(page) >= usual * 1.4);
    const dark = await ground(page);
    assert.notEqual(dark, light);
    if (javaScriptEnabled) {
      await page.goto(base + '/tin-tuc/');
      assert.equal(await ground(page), dark, 'the next page remembers');
      await page.click('.comfort summary');
    }
    await page.click('.comfort button[type=reset]');
    assert.equal(await ground(page), light);
    await context.close();
  });

test('nothing scrolls sideways from 320 to 1920 px, with the largest letters and the widest spacing too [A11Y-01]', async () => {
  for (const width of [320, 768, 1280, 1920]) {
    const {context, page} = await open('/', width);
    for (const path of ['/', '/van-ban/', '/van-ban/2025/', '/van-ban/trang-3.html', '/dau-thau/', '/ngan-sach/thuc-hien-6-thang-2026.html', '/phong-cach.html',
      '/404.html', '/tin-tuc/2026/11/hoi-nghi-chuyen-doi-so-qui-bon.html']) {
      await page.goto(base + path);
      for (const size of ['normal', 'larger'])
        for (const spacing of ['normal', 'wide']) {
          const over = await page.evaluate((chosen) => {
            Object.assign(document.documentElement.dataset, chosen);
            return document.documentElement.scrollWidth - document.documentElement.clientWidth;
          }, {size, spacing});
          assert.ok(over <= 0, `${path} at ${width} px, ${size}, ${spacing}: ${over} px too wide`);
        }
    }
    await context.close();
  }
});

test('no row of cards ends in a hole, on home pages with many and with one [USE-02]', async () => {
  for (const path of ['/', '/en/', '/zh/'])
    for (const width of [768, 1280]) {
      const {context, page} = await open(path, width);
      const holes = await page.$$eval('.cards', (all) => all.filter((cards) => cards.getBoundingClientRect().right - cards.lastElementChild.getBoundingClientRect().right > 4).map((cards) => cards.children.length));
      assert.deepEqual(holes, [], `${path} at ${width} px`);
      await context.close();
    }
});

test('in a table of documents issuers have room for their words and states for two lines [DOC-02] [A11Y-01]', async () => {
  for (const [path, width] of [['/van-ban/', 1010], ['/van-ban/2025/', 1280], ['/van-ban/trang-3.html', 1280]]) {
    const {context, page} = await open(path, width);
    const rows = await page.$$eval('.documents tbody tr', (all) => all.map((row) => {
      const badge = row.querySelector('.badge');
      return {issuer: row.cells[3].clientWidth, lines: badge ? badge.getBoundingClientRect().height / parseFloat(getComputedStyle(badge).lineHeight) : 0};
    }));
    assert.ok(rows.length > 5, path);
    assert.deepEqual(rows.filter(({issuer, lines}) => issuer < 130 || lines > 2.5), [], `${path} at ${width} px`);
    await context.close();
  }
});

for (const theme of ['light', 'dark', 'contrast'])
  test(`axe finds nothing on the home page and in any component, ${theme} [A11Y-01]`, async () => {
    for (const path of ['/', '/phong-cach.html'])
      for (const width of [320, 768, 1280]) {
        const {context, page} = await open(path, width);
        await page.evaluate((value) => { document.documentElement.dataset.theme = value; }, theme);
        await page.click('.comfort summary');
        await page.evaluate(axeSource);
        const {violations} = await page.evaluate(() => window.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}));
        assert.deepEqual(violations.map((one) => `${path} at ${width}: ${one.id}: ${one.nodes[0].html.slice(0, 120)}`), []);
        await context.close();
      }
  });

test('what is pressed on a phone is at least 44 px high [A11Y-01]', async () => {
  const {context, page} = await open('/', 320);
  const small = await page.$$eval('.tools a, .tools summary, .menu_open, .search button, .search input, .more a, .services li, .foot nav a',
    (all) => all.filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(small, []);
  await context.close();
});

test('a first view is light: home page at most 30 kB, style and script together at most 40 kB [USE-02]', async () => {
  const html = readFileSync(join(root, 'index.html'));
  assert.ok(gzipSync(html).length <= 30_000, `home page: ${gzipSync(html).length}`);
  const parts = [...html.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map((match) => match[1]);
  assert.ok(parts.length >= 2);
  const bytes = parts.reduce((sum, path) => sum + gzipSync(readFileSync(join(root, path))).length, 0);
  assert.ok(bytes <= 40_000, `style and script: ${bytes}`);
});

test('a printed page bears its address and date and hides what is for screens only [USE-02]', async () => {
  const {context, page} = await open('/tin-tuc/2026/11/hoi-nghi-chuyen-doi-so-qui-bon.html', 794);
  await page.emulateMedia({media: 'print'});
  assert.match(await page.locator('.printed').innerText(), /https:\/\/mayngan\.example\/tin-tuc\/2026\/11\//);
  assert.ok(await page.locator('header time').first().isVisible());
  for (const hidden of ['.tools', 'nav.menu', 'form.search']) assert.equal(await page.locator(hidden).isVisible(), false, hidden);
  await context.close();
});
