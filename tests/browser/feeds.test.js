// SPDX-License-Identifier: GPL-3.0-or-later
// Every feed of the demonstration keeps the rules of Atom and RSS; the rules themselves are held against the cases of
// the W3C's feed validator.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {openDemo} from './support/demo.js';
import {atomBreaches, parseXml, rssBreaches} from './support/feed_rules.js';

let demo;
before(async () => { demo = await openDemo(); });
after(() => demo?.close());

const cases = join(process.env.CONGBO_SOURCE_DIR, '../shared/data/conformance/feeds.tar.xz');

// Parts that our feeds do not have.
const unused = ['image', 'textInput', 'skipDays'];

// {name, breach: "MissingElement entry id" expected or null, root}: the cases of a folder that speak of one of `breaches`.
function* casesOf(folder, breaches) {
  for (const file of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!file.name.endsWith('.xml')) continue;
    const path = join(file.parentPath ?? file.path, file.name);
    const text = readFileSync(path, 'utf8');
    const match = text.match(/Expect:\s+(!?)(\w+)(?:\{([^}]*)\})?/);
    if (!match || !breaches.includes(match[2])) continue;
    const of = Object.fromEntries((match[3] ?? '').split(',').map((pair) => pair.trim().split(':')));
    try { yield {name: file.name, not: match[1] === '!', breach: match[2], of, root: parseXml(text)}; } catch { /* it is about XML itself */ }
  }
}

// How many cases the rules agree with; what they disagree with is an error, with its name.
function agree(folder, rootName, breaches, rules) {
  const wrong = [];
  let right = 0;
  for (const {name, not, breach, of, root} of casesOf(folder, breaches)) {
    if (root.name !== rootName || unused.includes(of.parent)) continue;
    const found = rules(root).some((text) => text.startsWith(breach + ' ') && (!of.element || text.endsWith(' ' + of.element)));
    if (found !== not) right += 1; else wrong.push(`${name}: ${not ? '!' : ''}${breach} ${JSON.stringify(of)}`);
  }
  assert.deepEqual(wrong, []);
  return right;
}

test('the rules for feeds agree with the cases of the W3C [LNK-02]', (context) => {
  if (!existsSync(cases)) {
    assert.notEqual(process.env.CI, 'true', `${cases} is not there`);
    return context.skip('no ../shared/data/conformance');
  }
  const folder = mkdtempSync(join(tmpdir(), 'congbo-feeds-'));
  try {
    execFileSync('tar', ['xJf', cases, '-C', folder]);
    const all = join(folder, 'feeds', 'testcases');
    const ofAtom = agree(join(all, 'atom'), 'feed', ['InvalidRFC3339Date', 'DuplicateElement', 'MissingElement', 'DuplicateAtomLink', 'InvalidContact', 'DuplicateEntries', 'MissingHref'], atomBreaches);
    const ofRss = agree(join(all, 'rss20'), 'rss', ['DuplicateElement', 'MissingElement', 'InvalidHttpGUID'], rssBreaches);
    assert.ok(ofAtom >= 100 && ofRss >= 20, `${ofAtom} and ${ofRss} cases`);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});

const feeds = (name) => demo.files.map(({path}) => path).filter((path) => path.startsWith('public/') && path.endsWith('/' + name));

test('every Atom and RSS feed keeps the rules, and says where it stands [LNK-02] [NEW-05]', () => {
  const found = [];
  assert.ok(feeds('atom.xml').length > 30 && feeds('rss.xml').length === feeds('atom.xml').length);
  for (const path of feeds('atom.xml')) {
    const feed = parseXml(readFileSync(join(demo.out, path), 'utf8'));
    for (const breach of atomBreaches(feed)) found.push(`${path}: ${breach}`);
    const self = feed.children.find((child) => child.name === 'link' && child.attributes.rel === 'self')?.attributes.href;
    if (!self || new URL(self).pathname !== path.replace(/^public\/[^/]+/, '')) found.push(`${path}: self is ${self}`);
  }
  for (const path of feeds('rss.xml'))
    for (const breach of rssBreaches(parseXml(readFileSync(join(demo.out, path), 'utf8')))) found.push(`${path}: ${breach}`);
  assert.deepEqual(found, []);
});

test('every address of the site map is a page of the portal, each page once [LNK-02]', () => {
  const seen = new Set(), found = [];
  for (const path of demo.files.map((file) => file.path).filter((one) => /^public\/main\/sitemap-\d+\.xml$/.test(one)))
    for (const url of parseXml(readFileSync(join(demo.out, path), 'utf8')).children) {
      const address = new URL(url.children.find((child) => child.name === 'loc').text).pathname;
      if (seen.has(address)) found.push(`${address} twice`);
      seen.add(address);
      if (!existsSync(join(demo.publicDir('main'), address, address.endsWith('/') ? 'index.html' : ''))) found.push(`${address} is not there`);
    }
  assert.ok(seen.size > 300);
  assert.deepEqual(found, []);
});
