// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration portal, built once for a test file, and one page of every kind that it has. The kinds come from what
// was built (manifest and JSON twins), so a new content type or a new kind of list is tested without being named here.
// CONGBO_KINDS='home|type news' in the environment keeps the kinds that match, for work on a layout.
import {spawnSync} from 'node:child_process';
import {cache} from './cache.js';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {serve} from './server.js';

export const now = '2026-11-24T08:00';

// Builds the portals of a folder. → the output folder, a new one.
function build(source) {
  const out = mkdtempSync(join(tmpdir(), 'congbo-proof-'));
  const {status, stderr} = spawnSync(process.env.CONGBO_PROGRAM, ['build', '--source', source, '--out', out, '--now', now, ...cache], {encoding: 'utf8'});
  if (status !== 0) throw new Error(`${source} does not build:\n${stderr}`);
  return out;
}

// One portal by itself, served. → {origin, close()}
export async function openPortal(source) {
  const out = build(source);
  const {origin, close} = await serve(out, 'main');
  return {origin, close() { close(); rmSync(out, {recursive: true, force: true}); }};
}

// → {out, files, kinds, origins, publicDir(portal), address(kind), htmlFile(kind), close()}. `kinds`: [{name, portal, path}],
// in an order that does not change; path is the address on its portal. `files`: the manifest's.
export async function openDemo() {
  const out = build(process.env.CONGBO_SOURCE_DIR);
  const files = JSON.parse(readFileSync(join(out, 'private', 'manifest.json'), 'utf8')).files;
  const kinds = kindsOf(out, files);
  const servers = {};
  for (const portal of new Set(kinds.map((kind) => kind.portal))) servers[portal] = await serve(out, portal);
  return {
    out, files, kinds,
    origins: Object.values(servers).map((server) => server.origin),
    publicDir: (portal) => join(out, 'public', portal),
    address: ({portal, path}) => servers[portal].origin + path,
    htmlFile: ({portal, path}) => join(out, 'public', portal, path.endsWith('/') ? path + 'index.html' : path),
    close() {
      for (const server of Object.values(servers)) server.close();
      rmSync(out, {recursive: true, force: true});
    },
  };
}

const addressOf = (path) => '/' + path.replace(/(^|\/)index\.html$/, '$1');

// The list's kind: where in the tree of lists it stands. Indexes of sections are told apart by what their main part is made of.
function kindOfList(path, html) {
  if (/^(en\/|zh\/)?index\.html$/.test(path)) return `home ${path.slice(0, 2) === 'in' ? 'vi' : path.slice(0, 2)}`;
  if (/trang-\d+\.html$/.test(path)) return 'later page of a list';
  if (/\/\d{4}\/\d{2}\/index\.html$/.test(path)) return 'archive of a month';
  if (/\/\d{4}\/index\.html$/.test(path)) return 'archive of a year';
  const first = path.split('/')[0];
  if (['the', 'chuyen-muc', 'don-vi'].includes(first)) return `term ${first}`;
  if (['en', 'zh'].includes(first)) return `list ${first}`;
  if (path.split('/').length > 3) return html.includes('<table') ? 'table with a filter chosen' : 'list with a filter chosen';
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const parts = new Set([...main.matchAll(/<(?:ul|ol|dl|table|section|article) class="([^" ]*)/g)].map((match) => match[1]));
  return `section: ${[...parts].sort().join(' ')}`;
}

// The largest page of a kind stands for it: it has the most in it to go wrong.
function kindsOf(out, files) {
  const largest = new Map();
  for (const {path: file, reason, size} of files) {
    const match = file.match(/^public\/([^/]+)\/(.*\.html)$/);
    if (!match || reason === 'redirect') continue;
    const [, portal, path] = match;
    const twin = join(out, file.replace(/\.html$/, '.json'));
    let name;
    if (reason === 'page') name = existsSync(twin) ? `type ${JSON.parse(readFileSync(twin, 'utf8')).type.id}` : null;
    else if (reason === 'listing') name = kindOfList(path, readFileSync(join(out, file), 'utf8'));
    else name = reason === 'gone' ? 'gone' : path.replace(/^(en|zh)\//, '').replace(/\.html$/, '');
    if (portal !== 'main') name = path === 'index.html' ? 'home of a sub-portal' : null;
    if (name && (largest.get(name)?.size ?? -1) < size) largest.set(name, {name, portal, path: addressOf(path), size});
  }
  const chosen = new RegExp(process.env.CONGBO_KINDS ?? '');
  return [...largest.values()].filter(({name}) => chosen.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

// → [{kind, file}] of every published HTML file, for checks that need no browser.
export function htmlFiles(demo) {
  return demo.files.filter(({path}) => path.startsWith('public/') && path.endsWith('.html') && statSync(join(demo.out, path)).size > 0)
    .map(({path, reason}) => ({reason, file: join(demo.out, path)}));
}
