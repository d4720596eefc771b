// SPDX-License-Identifier: GPL-3.0-or-later
// What is written, without a browser: HTML of every kind of page is valid, structured data of every page is whole, and a
// first view of every kind is light.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {HtmlValidate} from 'html-validate';
import {htmlFiles, openDemo} from './support/demo.js';
import {markupRules} from './support/markup_rules.js';
import {itemFaults} from './support/structured_data_rules.js';
import {unmarkedVietnamese} from './support/vietnamese_words.js';

let demo;
before(async () => { demo = await openDemo(); });
after(() => demo?.close());

test('the HTML of every kind of page is valid [ENC-02] [A11Y-01]', async () => {
  const validator = new HtmlValidate(markupRules);
  const found = [];
  const redirect = htmlFiles(demo).find(({reason}) => reason === 'redirect').file;
  for (const file of [...demo.kinds.map(demo.htmlFile), redirect]) {
    const report = await validator.validateString(readFileSync(file, 'utf8'), file);
    for (const {messages} of report.results)
      for (const {line, ruleId, message} of messages) found.push(`${file.slice(demo.out.length)}:${line}: ${ruleId}: ${message}`);
  }
  assert.deepEqual(found, []);
});

test('the rules for HTML find a mistake', async () => {
  const report = await new HtmlValidate(markupRules).validateString('<!DOCTYPE html><html lang="vi"><head><title>x</title></head><body><p><div></p><img src="a.png"></body></html>');
  const rules = report.results.flatMap(({messages}) => messages.map((message) => message.ruleId));
  assert.ok(rules.includes('wcag/h37'), rules.join());
});

test('structured data of every page is JSON-LD with all that its type needs [ENC-04] [LNK-02]', () => {
  const found = [];
  let count = 0;
  for (const {file, reason} of htmlFiles(demo).filter((one) => one.reason !== 'redirect')) {
    const scripts = [...readFileSync(file, 'utf8').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    if (scripts.length !== 1) found.push(`${file} (${reason}): ${scripts.length} blocks`);
    for (const [, text] of scripts) {
      const data = JSON.parse(text);
      if (data['@context'] !== 'https://schema.org') found.push(`${file}: context ${data['@context']}`);
      for (const item of data['@graph'] ?? [data]) {
        count += 1;
        for (const fault of itemFaults(item)) found.push(`${file.slice(demo.out.length)}: ${fault}`);
      }
    }
  }
  assert.ok(count > 1000, `${count} items`);
  assert.deepEqual(found, []);
});

test('on pages in English and Chinese every Vietnamese word is marked as Vietnamese [A11Y-01] [LNG-01]', () => {
  assert.deepEqual(unmarkedVietnamese('<html lang="en"><p>Mây <i lang="vi">Ngàn</i></p><img alt="Chợ" src="a"><br><a lang="vi" title="Bản đồ">đồ</a><b>đê</b>'), ['Mây', 'Chợ', 'đê']);
  const pages = htmlFiles(demo).filter(({file, reason}) => reason !== 'redirect' && /^\/public\/[^/]+\/(en|zh)\//.test(file.slice(demo.out.length)));
  assert.ok(pages.length > 40, `${pages.length} pages`);
  assert.deepEqual(pages.flatMap(({file}) => unmarkedVietnamese(readFileSync(file, 'utf8')).map((text) => `${file.slice(demo.out.length)}: ${text}`)), []);
});

test('a first view of every kind is light: style and script at most 40 kB compressed, home pages at most 30 kB [A11Y-02]', () => {
  const found = [];
  for (const kind of demo.kinds) {
    const html = readFileSync(demo.htmlFile(kind));
    const parts = [...html.toString().matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)].map((match) => match[1]);
    assert.ok(parts.length >= 2, `${kind.path} has ${parts.length} parts`);
    const sizes = parts.map((path) => {
      const file = join(demo.publicDir(kind.portal), path);
      return existsSync(file) ? gzipSync(readFileSync(file)).length : Infinity;
    });
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    if (bytes > 40_000) found.push(`${kind.path}: style and script ${bytes}`);
    if (kind.name.startsWith('home') && gzipSync(html).length > 30_000) found.push(`${kind.path}: ${gzipSync(html).length}`);
  }
  assert.deepEqual(found, []);
});

test('every page is reached from another, and no section with pages says it has none [CAT-01] [CAT-07]', () => {
  const linked = new Set(), pages = [], empty = [];
  const portals = new Map(htmlFiles(demo).map(({file}) => file).filter((file) => /^\/public\/[^/]+\/index\.html$/.test(file.slice(demo.out.length)))
    .map((file) => [readFileSync(file, 'utf8').match(/rel="canonical" href="(https:\/\/[^/"]+)/)[1], file.split('/').at(-2)]));
  assert.ok(portals.size >= 3, `${portals.size} portals`);
  const placeOf = (address, portal) => {
    const [, host, path] = address.match(/^(https:\/\/[^/]+)?(.*)$/);
    return (host ? portals.get(host) : portal) + decodeURI(path);
  };
  for (const {file, reason} of htmlFiles(demo).filter((one) => one.reason !== 'redirect')) {
    const [, portal, path] = file.slice(demo.out.length).match(/^\/public\/([^/]+)(\/.*)$/);
    const html = readFileSync(file, 'utf8');
    const own = `${portal}${path.replace(/index\.html$/, '')}`;
    const hidden = reason === 'gone' || /<meta name="robots" content="noindex/.test(html);
    if (!hidden && !/^\/(404|tim-kiem|style)/.test(path)) pages.push(own);
    for (const [, address] of html.matchAll(/<a [^>]*href="([^"#?]+)/g)) {
      if (placeOf(address, portal) !== own) linked.add(placeOf(address, portal));
    }
    const folder = file.replace(/index\.html$/, '');
    if (/Chưa có bài nào trong mục này|There is nothing here yet\.|暂无内容。/.test(html) &&
        demo.files.some((one) => one.reason === 'page' && join(demo.out, one.path).startsWith(folder))) empty.push(own);
  }
  assert.deepEqual(empty, []);
  assert.deepEqual(pages.filter((page) => !linked.has(page)), []);
});
