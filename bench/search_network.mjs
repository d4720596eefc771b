// SPDX-License-Identifier: GPL-3.0-or-later
// What the first search of a cold browser fetches over 10,000 real articles, by the browser's own network log.
//   node bench/search_network.mjs PARITY_FOLDER SEARCH_SCRIPT
import {createServer} from 'node:http';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';
import {createRequire} from 'node:module';

const [folder, script] = process.argv.slice(2);
const {chromium} = createRequire(new URL('../tests/browser/package.json', import.meta.url))('playwright-core');
const page = `<!doctype html><html lang="vi"><title>x</title><form class="search"><input id="search_q" name="q"></form>
<div id="search_app"><form class="search-form" action="/tim-kiem"><input id="search_text" name="q"></form><p role="status"></p>
<div class="search-main"></div></div><div id="search_rest"></div><script src="/search.js" defer></script>`;
const compressed = new Map();

function answer(request, response) {
  const path = new URL(request.url, 'http://x').pathname;
  if (path === '/') return response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'}).end(page);
  const file = path === '/search.js' ? script : join(folder, path);
  if (!existsSync(file)) return response.writeHead(404).end();
  if (!compressed.has(file))
    compressed.set(file, brotliCompressSync(readFileSync(file), {params: {[constants.BROTLI_PARAM_QUALITY]: 9}}));
  const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
  return response.writeHead(200, {'Content-Type': type, 'Content-Encoding': 'br'}).end(compressed.get(file));
}

const server = createServer(answer);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${server.address().port}/`;
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu']});
const sizes = [], requests = [];
for (const question of ['thủ tục hành chính', 'đăng ký kết hôn', 'cấp lại căn cước công dân', 'thuế đất', 'bảo hiểm y tế học sinh', 'giấy phép xây dựng']) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  let bytes = 0, count = 0;
  context.on('request', () => {});
  tab.on('requestfinished', async (request) => {
    if (!request.url().startsWith(base + 'search')) return;
    count++;
    const {responseBodySize, responseHeadersSize} = await request.sizes();
    bytes += responseBodySize + responseHeadersSize;
  });
  await tab.addInitScript(() => { delete window.Worker; });  // what a worker fetches is not in the log of its page
  await tab.goto(base + '?q=' + encodeURIComponent(question));
  await tab.locator('.search-results li').first().waitFor();
  await tab.waitForTimeout(300);
  sizes.push(bytes);
  requests.push(count);
  console.log(`${question}: ${count} requests, ${(bytes / 1000).toFixed(1)} kB`);
  await context.close();
}
const median = (values) => [...values].sort((x, y) => x - y)[values.length >> 1];
console.log(`median: ${median(requests)} requests, ${(median(sizes) / 1000).toFixed(1)} kB with the script and headers; 4 round trips: current.json, boot, shards with columns, cards`);
await browser.close();
server.close();
