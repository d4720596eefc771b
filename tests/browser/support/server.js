// SPDX-License-Identifier: GPL-3.0-or-later
// Serves a built portal as a host of static files would: the pages, the headers that the build wrote for such hosts, the
// portal's own page for what is not there, the form of search as the address `/tim-kiem`.
import {existsSync, readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';
import {gzipSync} from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json',
  '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8', '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp', '.avif': 'image/avif',
  '.mp4': 'video/mp4', '.mp3': 'audio/mpeg', '.vtt': 'text/vtt', '.webmanifest': 'application/manifest+json', '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8', '.ics': 'text/calendar', '.vcf': 'text/vcard', '.geojson': 'application/geo+json',
};

// As strict as the policy that the build writes; in force where a portal has no file of headers.
const strictest = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self'; style-src 'self'; " +
  "script-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self'; font-src 'self'";

// The rules of a `_headers` file: [{pattern, headers: [[name, value]]}].
function rulesOf(file) {
  const rules = [];
  if (!existsSync(file)) return rules;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^\S/.test(line)) rules.push({pattern: new RegExp('^' + line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*') + '$'), headers: []});
    else if (line.trim()) rules.at(-1).headers.push(line.trim().match(/^([^:]+):\s*(.*)$/).slice(1));
  }
  return rules;
}

function headersOf(rules, path, file) {
  const headers = {'content-type': types[extname(file)] ?? 'application/octet-stream'};
  for (const {pattern, headers: ours} of rules)
    if (pattern.test(path)) for (const [name, value] of ours) headers[name.toLowerCase()] = value;
  headers['content-security-policy'] ??= strictest;
  // This server speaks HTTP: the two that are about HTTPS would only break it.
  headers['content-security-policy'] = headers['content-security-policy'].replace(/;?\s*upgrade-insecure-requests/, '');
  delete headers['strict-transport-security'];
  return headers;
}

// → {origin, close()}; on a free port of 127.0.0.1.
export async function serve(out, portal) {
  const root = join(out, 'public', portal) + sep;
  const rules = rulesOf(join(root, '_headers'));
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    let file = normalize(join(root, decodeURIComponent(path)));
    if (path.endsWith('/tim-kiem')) file += '.html';
    if (file.startsWith(root) && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const found = file.startsWith(root) && existsSync(file);
    if (!found) file = join(root, '404.html');
    const headers = headersOf(rules, path, file);
    let bytes = readFileSync(file);
    if (/text|xml|json|javascript/.test(headers['content-type']) && /gzip/.test(request.headers['accept-encoding'] ?? '')) {
      bytes = gzipSync(bytes);
      headers['content-encoding'] = 'gzip';
    }
    response.writeHead(found ? 200 : 404, headers).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() { server.close(); server.closeAllConnections?.(); },
  };
}
