// SPDX-License-Identifier: GPL-3.0-or-later
// Readers who set their own comfort: 400 % zoom, wide spacing of letters and lines, the colours of their system; and
// readers who change the language.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {launch, sideways, visitAll} from './support/browser.js';
import {htmlFiles, openDemo} from './support/demo.js';

let demo, browser;
before(async () => { demo = await openDemo(); browser = await launch(); });
after(async () => { await browser?.close(); demo?.close(); });

// Boxes that cut off what is in them, and boxes that stay on the window however far one scrolls.
const cutOrFixed = () => [...document.querySelectorAll('body *')].flatMap((element) => {
  const style = getComputedStyle(element);
  if (!element.checkVisibility() || /inset|rect/.test(style.clipPath + style.clip) || element.matches('.table-scroll, pre, [popover], .search-suggestions')) return [];
  const name = `${element.localName}.${element.className}`;
  const found = [];
  if (style.display !== 'inline' && ['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(`${name} cuts off at the side`);
  if (style.display !== 'inline' && ['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`${name} cuts off below`);
  if (['fixed', 'sticky'].includes(style.position)) found.push(`${name} stays on the window`);
  return found;
});

async function inWindow(page, width, height) {
  await page.setViewportSize({width, height});
  const over = await sideways(page);
  return [...(over ? [`${over} px too wide`] : []), ...await page.evaluate(cutOrFixed)].map((text) => `${width} × ${height}: ${text}`);
}

// WCAG 1.4.10: 1280 × 1024 at 400 %; WCAG 1.4.12: the spacing that a reader may ask for.
test('at 400 % zoom and with wide spacing nothing is cut off and nothing scrolls sideways, on any kind of page [A11Y-01]', async () => {
  const findings = await visitAll(browser, demo, demo.kinds, {bypassCSP: true}, async (page) => {
    const found = await inWindow(page, 320, 256);
    await page.addStyleTag({content: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }'});
    for (const width of [320, 1280]) found.push(...(await inWindow(page, width, 900)).map((text) => `wide spacing, ${text}`));
    return found;
  });
  assert.deepEqual(findings, []);
});

// What a reader with the colours of the system would miss: borders of what can be pressed, the place of the focus, where
// one is in a list of pages, the bars and lines of a chart.
const inSystemColours = () => {
  const found = [];
  const ground = getComputedStyle(document.body).backgroundColor;
  const name = (element) => `${element.localName}.${element.getAttribute('class')} «${(element.textContent || '').trim().slice(0, 30)}»`;
  for (const element of document.querySelectorAll('.button, button, input:not([type=radio], [type=hidden]), .chips a, .pager a')) {
    if (!element.checkVisibility()) continue;
    const {borderTopStyle, borderTopWidth, borderTopColor} = getComputedStyle(element);
    const bordered = borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 && borderTopColor !== ground;
    if (!bordered && !element.matches('.menu_open, .menu_close')) found.push(`${name(element)} has no border`);
  }
  for (const current of document.querySelectorAll('.pager [aria-current]')) {
    const other = current.closest('ul').querySelector('a:not([aria-current])');
    if (other && getComputedStyle(current).outlineStyle === getComputedStyle(other).outlineStyle && getComputedStyle(current).borderTopWidth === getComputedStyle(other).borderTopWidth)
      found.push(`${name(current)} looks like any other page`);
  }
  for (const mark of document.querySelectorAll('.chart :is(circle, path, line)[class^=series], .chart pattern > rect')) {
    const style = getComputedStyle(mark), colour = /^(path|line)$/.test(mark.localName) ? style.stroke : style.fill;
    if (colour === ground) found.push(`${name(mark)} is not seen`);
    if (!['CanvasText', getComputedStyle(document.body).color].includes(colour)) found.push(`${name(mark)} is ${colour}, not the colour of the text`);
  }
  return found;
};

test('in the colours of the system borders, focus, the current page and charts can be seen [A11Y-01]', async () => {
  const some = demo.kinds.filter(({name}) => /^(home vi|later page of a list|tim-kiem|phong-cach|type (procedure|statistics|budget-disclosure|consultation))$/.test(name));
  assert.ok(process.env.CONGBO_KINDS || some.length === 8);
  const findings = await visitAll(browser, demo, some, {forcedColors: 'active', colorScheme: 'dark'}, async (page) => {
    const found = await page.evaluate(inSystemColours);
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(() => {
        const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(document.activeElement);
        return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || outlineColor === getComputedStyle(document.body).backgroundColor ? document.activeElement.outerHTML.slice(0, 80) : null;
      });
      if (unseen) found.push(`focus cannot be seen on ${unseen}`);
    }
    return found;
  });
  assert.deepEqual(findings, []);
});

test('the language switch leads to the same page where it is translated, else to its section, on every page [LNG-02] [LNG-03]', () => {
  const found = [];
  let kept = 0;
  const of = (html, pattern) => [...html.matchAll(pattern)].map((match) => match.groups);
  for (const {file, reason} of htmlFiles(demo)) {
    if (reason !== 'page' || !file.includes('/public/main/')) continue;
    const html = readFileSync(file, 'utf8');
    const alternates = of(html, /<link rel="alternate" hreflang="(?<code>vi|en|zh)" href="https?:\/\/[^/]+(?<path>[^"]*)">/g);
    const nav = html.slice(html.indexOf('<nav class="languages"')).split('</nav>')[0];
    for (const {code, path} of of(nav, /<a lang="(?<code>\w+)" hreflang="\w+" href="(?<path>[^"]*)">/g)) {
      const same = alternates.find((one) => one.code === code);
      if (same) kept += 1;
      if (same && same.path !== path) found.push(`${file}: ${code} leads to ${path}, not to ${same.path}`);
      if (!existsSync(join(demo.publicDir('main'), path.endsWith('/') ? path + 'index.html' : path))) found.push(`${file}: ${path} is not there`);
    }
  }
  assert.deepEqual(found, []);
  assert.ok(kept >= 10, `${kept} switches to a translation`);
});

test('a reader goes to the translation of an article and back [LNG-02]', async () => {
  const page = await (await browser.newContext()).newPage();
  const home = demo.address({portal: 'main', path: '/en/news/walking-route.html'});
  await page.goto(home);
  const title = await page.locator('h1').innerText();
  await page.click('nav.languages a[lang=vi]');
  await page.waitForURL((url) => !url.pathname.startsWith('/en/'));
  assert.equal(await page.getAttribute('html', 'lang'), 'vi');
  assert.notEqual(await page.locator('h1').innerText(), title);
  await page.click('nav.languages a[lang=en]');
  await page.waitForURL(home);
  assert.equal(await page.locator('h1').innerText(), title);
});
