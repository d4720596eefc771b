// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration portal in a real browser: opens it, follows the menu, searches and finds; axe finds nothing on any of
// the main pages, at a phone's width and at a desk's; nothing is asked of another host; it reads without JavaScript.
import assert from 'node:assert/strict';
import {spawn, execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {cache} from './support/cache.js';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {until} from './support/browser.js';

const program = process.env.CONGBO_PROGRAM;
const source = process.env.CONGBO_SOURCE_DIR;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const now = '2026-11-20T08:00';

let out, server, base, browser;

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const {port} = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// Starts the preview server beside the built portal; the address it prints is where it listens.
async function startServer() {
  const port = String(await freePort());
  server = spawn(program, ['preview', '--source', source, '--published', out, '--port', port, '--now', now]);
  const printed = await new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (data) => { text += data; if (text.includes('/_preview/')) resolve(text); });
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return printed.match(/http:\/\/127\.0\.0\.1:\d+/)[0];
}

before(async () => {
  out = mkdtempSync(join(tmpdir(), 'congbo-browser-'));
  execFileSync(program, ['build', '--source', source, '--out', out, '--now', now, ...cache], {stdio: ['ignore', 'ignore', 'inherit']});
  base = await startServer();
  browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
           '--disable-component-update', '--disable-sync'],
  });
});

after(async () => {
  await browser?.close();
  if (server) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;  // it may still be writing below `out`
  }
  rmSync(out, {recursive: true, force: true});
});

async function open(path, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const foreign = [];
  page.on('request', (request) => { if (!request.url().startsWith(base)) foreign.push(request.url()); });
  const response = await page.goto(base + path);
  return {context, page, response, foreign};
}

// click() does not wait for the page it leads to.
async function follow(page, link) {
  const target = new URL(await link.getAttribute('href'), page.url()).href.replace(/#.*/, '');
  await link.click();
  await page.waitForURL((url) => url.href.replace(/#.*/, '') === target);
}

// The addresses that the home page's main menu leads to.
async function menuPaths(page) {
  return page.$$eval('header nav a', (links) => links.map((link) => new URL(link.href).pathname));
}

test('a reader follows the menu to a list, and from there to an article [CAT-01] [ID-03]', async () => {
  const {context, page} = await open('/');
  await follow(page, page.locator('header nav a[href="/tin-tuc/"]'));
  assert.equal(new URL(page.url()).pathname, '/tin-tuc/');
  const first = page.locator('main article a, main li a').filter({hasText: /\S/}).first();
  const title = (await first.innerText()).trim();
  await follow(page, first);
  assert.equal((await page.locator('h1').innerText()).trim(), title);
  assert.ok(await page.locator('main time').count() > 0, 'the publication date is on the page');
  assert.ok(await page.locator('link[rel=canonical]').count() === 1);
  await context.close();
});

test('words without diacritics find the page written with them [SEA-01] [SEA-02]', async () => {
  const {context, page} = await open('/');
  await page.fill('input[name=q]', 'thu tuc hanh chinh');
  await page.press('input[name=q]', 'Enter');
  await page.waitForURL(/\/tim-kiem/);
  const results = page.locator('main ol li');
  await results.first().waitFor();  // the page's own script may ask for them
  const text = (await page.locator('main').innerText()).normalize('NFC').toLowerCase();
  assert.ok(text.includes('thủ tục hành chính'), 'a result shows the words with diacritics');
  const link = results.nth(1).locator('a').first();
  const title = (await link.innerText()).trim();
  await follow(page, link);
  assert.ok(page.url().startsWith(base), `the result leads to ${page.url()}`);
  assert.equal((await page.locator('h1').innerText()).trim(), title);
  await context.close();
});

test('it reads and searches with JavaScript switched off [USE-02] [SEA-01]', async () => {
  const {context, page} = await open('/tin-tuc/', {javaScriptEnabled: false});
  assert.ok(await page.locator('main a').count() > 2);
  await page.fill('input[name=q]', 'quyết định');
  await page.press('input[name=q]', 'Enter');
  await page.waitForURL(/\/tim-kiem/);
  await page.locator('main ol li').first().waitFor();
  await context.close();
});

for (const width of [360, 1280]) {
  test(`no accessibility finding, no sideways scrolling, no other host at ${width} px [A11Y-01]`, async () => {
    const {context, page, foreign} = await open('/', {viewport: {width, height: 800}});
    const paths = ['/', ...new Set(await menuPaths(page)), '/tim-kiem?q=nghi+quyet', '/404.html', '/en/'];
    const article = await page.$$eval('main a[href$=".html"]', (links) => links.slice(0, 4).map((link) => new URL(link.href).pathname));
    for (const path of new Set([...paths, ...article])) {
      await page.goto(base + path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
      await page.evaluate(axeSource);
      const {violations} = await page.evaluate(() => window.axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}));
      assert.deepEqual(violations.map((v) => `${path} ${v.id}: ${v.nodes[0].html}`), []);
    }
    assert.deepEqual(foreign, []);
    await context.close();
  });
}

test('the keyboard reaches the main part by the skip link [A11Y-01]', async () => {
  const {context, page} = await open('/');
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(focused ?? '', /^#/);
  await page.keyboard.press('Enter');
  await until(page, (hash) => location.hash === hash, focused);
  await context.close();
});
