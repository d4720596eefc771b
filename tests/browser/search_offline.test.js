// SPDX-License-Identifier: GPL-3.0-or-later
// The search without network, where a portal lets browsers keep it: a question that was asked is answered from what was
// kept, a new release throws the old one's files away, and a portal that changes its mind leaves nothing behind.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {launch, until} from './support/browser.js';
import {cache} from './support/cache.js';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {after, before, test} from 'node:test';

const program = process.env.CONGBO_PROGRAM;
const types = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml'};
const policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self'; style-src 'self'; manifest-src 'self'; script-src 'self'; connect-src 'self'";
const article = ['content', 'tin-tuc', 'cau-treo-thong-xe.md'];

let folder, server, base, browser, down = false, served = [];

const build = () => execFileSync(program, ['build', '--source', join(folder, 'portal'), '--out', join(folder, 'out'), '--now', '2026-11-20T08:00', ...cache], {stdio: ['ignore', 'ignore', 'pipe']});

// Nothing is kept by the browser's own cache.
function answer(request, response) {
  if (down) { request.socket.destroy(); return; }
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const file = join(folder, 'out', 'public', 'main', path.endsWith('/') ? path + 'index.html' : path);
  if (!existsSync(file)) { response.writeHead(404).end(); return; }
  served.push(path);
  response.writeHead(200, {'Content-Type': types[extname(file)] || 'application/octet-stream', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store'}).end(readFileSync(file));
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'congbo-offline-'));
  cpSync(new URL('sample', import.meta.url).pathname, join(folder, 'portal'), {recursive: true});
  writeFileSync(join(folder, 'portal/content/_site/policy.yaml'), 'choices: {search_offline: 1}\n');
  build();
  server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, {recursive: true, force: true});
});

const kept = (page) => page.evaluate(async () => (await caches.has('congbo-search'))
  ? (await (await caches.open('congbo-search')).keys()).map(({url}) => new URL(url).pathname) : []);
const indexFolder = () => JSON.parse(readFileSync(join(folder, 'out/public/main/search/current.json'), 'utf8')).folder;

test('what was asked is answered without network, by the release that is shown, until the portal says otherwise [SEA-05] [AVA-03]', async () => {
  const context = await browser.newContext(), page = await context.newPage(), problems = [];
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) problems.push(message.text()); });
  const ask = async (question) => {
    await page.goto(`${base}/tim-kiem.html?q=${encodeURIComponent(question)}`);
    await page.locator('.search-results li, .search-main > p').first().waitFor();
    return page.locator('.search-results h2').allInnerTexts();
  };
  await ask('cầu treo');
  await until(page, () => Boolean(navigator.serviceWorker.controller));
  served = [];
  const found = await ask('cầu treo');
  await until(page, async (paths) => {
    const keys = (await (await caches.open('congbo-search')).keys()).map(({url}) => new URL(url).pathname);
    return paths.every((path) => keys.includes(path));
  }, served.filter((path) => path.startsWith('/search/')));
  assert.ok(found.length > 0);

  down = true;
  server.closeAllConnections();
  await context.setOffline(true);
  assert.deepEqual(await ask('cầu treo'), found);
  await assert.rejects(page.goto(`${base}/tin-tuc/`));
  down = false;
  await context.setOffline(false);

  const before = indexFolder(), file = join(folder, 'portal', ...article);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Cầu treo mới qua suối'));
  build();
  assert.notEqual(indexFolder(), before);
  assert.ok((await ask('cầu treo')).includes('Cầu treo mới qua suối'));
  await until(page, async (old) => !(await (await caches.open('congbo-search')).keys()).some(({url}) => url.includes(old)), before);
  assert.ok((await kept(page)).some((path) => path.startsWith('/assets/search.')));

  writeFileSync(join(folder, 'portal/content/_site/policy.yaml'), 'choices: {search_offline: 0}\n');
  build();
  assert.ok(!existsSync(join(folder, 'out/public/main/search-offline.js')));
  await ask('cầu treo');
  await until(page, async () => !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length);
  assert.deepEqual(problems, []);
  await context.close();
});
