// SPDX-License-Identifier: GPL-3.0-or-later
// What the first search of a cold browser fetches over 10,000 real articles, until ten results are shown, with ours and,
// where bench/search.sh has made its bundle, with Pagefind. Every answer waits a tenth of a second, so that what was
// asked for together is told from what was asked for in turn.
//   node bench/search_network.mjs FOLDER SEARCH_SCRIPT
import {createSecureServer} from 'node:http2';
import {execFileSync} from 'node:child_process';
import {createHash, X509Certificate} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {createRequire} from 'node:module';

const [folder, script] = process.argv.slice(2);
const {chromium} = createRequire(new URL('../tests/browser/package.json', import.meta.url))('playwright-core');
const wait = 100, headers = 60;  // milliseconds; bytes of an answer's head in HTTP/2, about
const questions = ['thủ tục hành chính', 'đăng ký kết hôn', 'cấp lại căn cước công dân', 'thuế đất', 'bảo hiểm y tế học sinh', 'giấy phép xây dựng'];
const pages = {
  '/ours': `<!doctype html><html lang="vi"><title>x</title><script src="/search.js" defer></script><form class="search"><input id="search_q" name="q"></form>
<link rel="preload" href="/search/current.json" as="fetch" crossorigin><div id="search_app"><form class="search-form" action="/tim-kiem"><input id="search_text" name="q"></form><p role="status"></p>
<div class="search-main"></div></div><div id="search_rest"></div>`,
  '/pagefind': `<!doctype html><html lang="vi"><title>x</title><ol class="search-results"></ol><script type="module">
import * as pagefind from '/pagefind/pagefind.js';
const search = await pagefind.search(new URLSearchParams(location.search).get('q'));
for (const one of await Promise.all(search.results.slice(0, 10).map((result) => result.data())))
  document.querySelector('ol').append(Object.assign(document.createElement('li'), {innerHTML: one.excerpt}));
</script>`,
};
const compressed = new Map();
let bytes = 0, requests = 0, turns = 0;  // turns: files that had to wait for others, one behind the other

function bodyOf(path) {
  if (pages[path]) return Buffer.from(pages[path]);
  const own = path.startsWith('/search/') ? join(folder, 'ours', path) : join(folder, 'pages', path);
  const file = path === '/search.js' ? script : own;
  if (!existsSync(file)) return null;
  // Pagefind's own files are compressed already.
  if (!compressed.has(file))
    compressed.set(file, /\.pf_|\.pagefind$/.test(file) ? readFileSync(file) :
      brotliCompressSync(readFileSync(file), {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}));
  return compressed.get(file);
}

function answer(request, response) {
  const path = new URL(request.url, 'http://x').pathname;
  const body = bodyOf(path), page = path in pages, turn = turns + 1;
  setTimeout(() => {
    if (!page) turns = Math.max(turns, turn);
    if (!body) return response.writeHead(404).end();
    if (!page) { bytes += body.length + headers; requests++; }
    const type = page ? 'text/html; charset=utf-8' : path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    const plain = page || /\.pf_|\.pagefind$/.test(path);
    const head = {'Content-Type': type, 'Cache-Control': /current\.json|pagefind-entry/.test(path) ? 'no-cache' : 'public, max-age=31536000, immutable'};
    return response.writeHead(200, plain ? head : {...head, 'Content-Encoding': 'br'}).end(body);
  }, page ? 0 : wait);
}

const median = (values) => [...values].sort((x, y) => x - y)[values.length >> 1];
// HTTP/2, as hosts have it: files that do not wait for each other come in one round trip.
const key = join(folder, 'key.pem'), certificate = join(folder, 'certificate.pem');
execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
  '-subj', '/CN=localhost', '-keyout', key, '-out', certificate], {stdio: 'ignore'});
const server = createSecureServer({key: readFileSync(key), cert: readFileSync(certificate)}, answer);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `https://127.0.0.1:${server.address().port}`;
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
// Trusted, or the browser would keep nothing: as the script that is the worker's too.
const known = createHash('sha256').update(new X509Certificate(readFileSync(certificate)).publicKey.export({type: 'spki', format: 'der'})).digest('base64');
const browser = await chromium.launch({executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', `--ignore-certificate-errors-spki-list=${known}`]});
for (const [name, page] of [['congbo', '/ours'], ['Pagefind', '/pagefind']]) {
  if (name === 'Pagefind' && !existsSync(join(folder, 'pages/pagefind/pagefind.js'))) continue;
  const rounds = [];
  for (const question of questions) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    bytes = requests = turns = 0;
    await tab.goto(`${base}${page}?q=${encodeURIComponent(question)}`, {waitUntil: 'commit'});
    await tab.locator('.search-results li').nth(9).waitFor({timeout: 20000}).catch(() => 0);
    await tab.waitForTimeout(300);
    rounds.push({question, bytes, requests, turns});
    await context.close();
  }
  for (const one of rounds) console.log(`${name}: ${one.question}: ${one.requests} requests, ${(one.bytes / 1000).toFixed(1)} kB, ${one.turns} round trips`);
  const of = (key) => median(rounds.map((one) => one[key]));
  console.log(`${name}, median: ${of('requests')} requests, ${(of('bytes') / 1000).toFixed(1)} kB with scripts and headers, ${of('turns')} round trips, the script's among them`);
}
await browser.close();
server.close();
