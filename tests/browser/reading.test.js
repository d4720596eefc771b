// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of page without JavaScript, without pictures and without style; and without movement for who asks for none.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, visitAll} from './support/browser.js';
import {openDemo} from './support/demo.js';

let demo, browser;
before(async () => { demo = await openDemo(); browser = await launch(); });
after(async () => { await browser?.close(); demo?.close(); });

test('without JavaScript every kind of page is there to read, with its menu and a search that sends words to the server [A11Y-02] [SEA-05] [ENC-03]', async () => {
  const findings = await visitAll(browser, demo, demo.kinds, {javaScriptEnabled: false}, (page) => page.evaluate(() => {
    const found = [];
    const visible = (element) => Boolean(element) && element.checkVisibility() && element.getBoundingClientRect().height > 0;
    if (!visible(document.querySelector('main h1'))) found.push('no heading');
    if (document.querySelector('main').innerText.trim().length < 60) found.push('next to nothing to read');
    if (document.querySelectorAll('nav.menu li a[href]').length < 3) found.push('no menu');
    if (!visible(document.querySelector('nav.menu li a'))) found.push('the menu is hidden on a desk');
    const form = document.querySelector('form[role=search]');
    if (!form || form.method !== 'get' || !form.elements.q || !/\/tim-kiem(\.html)?$/.test(new URL(form.action).pathname)) found.push('no search');
    if (new URL(form.action).origin !== location.origin) found.push(`search leaves the host: ${form.action}`);
    return found;
  }));
  assert.deepEqual(findings, []);
});

test('without JavaScript the words typed reach the address of the search [SEA-05]', async () => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(demo.address(demo.kinds.find(({portal}) => portal === 'main')));
  await page.fill('form[role=search] input[name=q]', 'hộ tịch & 18/2025');
  await page.press('form[role=search] input[name=q]', 'Enter');
  await page.waitForURL(/\/tim-kiem(\.html)?\?/);
  assert.equal(new URL(page.url()).searchParams.get('q'), 'hộ tịch & 18/2025');
  await context.close();
});

// What is left when nothing but the HTML arrives.
const bare = () => {
  const found = [];
  const order = [...document.querySelectorAll('a.skip, header.site, body > header, main, footer')].map((element) => element.localName);
  if (order.indexOf('main') < order.indexOf('header') || order.lastIndexOf('footer') < order.indexOf('main')) found.push(`order: ${order}`);
  if (order[0] !== 'a') found.push('the skip link is not the first thing');
  let level = 0;
  for (const heading of document.querySelectorAll('main h1, main h2, main h3, main h4, main h5, main h6')) {
    const next = Number(heading.localName[1]);
    if (level && next > level + 1) found.push(`h${level} is followed by h${next} «${heading.textContent.trim().slice(0, 40)}»`);
    if (!heading.textContent.trim()) found.push(`an h${next} says nothing`);
    level = next;
  }
  for (const picture of document.images)
    if (!picture.hasAttribute('alt')) found.push(`no words for ${picture.getAttribute('src')}`);
  for (const link of document.querySelectorAll('a[href]:not([aria-hidden=true])')) {
    const words = link.textContent.trim() + [...link.querySelectorAll('img')].map((picture) => picture.alt).join('') + (link.ariaLabel ?? '');
    if (!words.trim()) found.push(`a link without words: ${link.getAttribute('href')}`);
  }
  return found;
};

test('without style, pictures and JavaScript the headings and links say everything, in order [A11Y-01] [MED-01]', async () => {
  const findings = await visitAll(browser, demo, demo.kinds, {javaScriptEnabled: false, serviceWorkers: 'block'}, async (page) => {
    await page.evaluate(() => { for (const sheet of document.styleSheets) sheet.disabled = true; });
    return page.evaluate(bare);
  });
  assert.deepEqual(findings, []);
});

test('nothing moves for a reader who asks for less movement [A11Y-01]', async () => {
  const some = demo.kinds.filter(({name}) => /^(home vi|type (news|gallery|document|statistics))$/.test(name));
  const findings = await visitAll(browser, demo, some, {reducedMotion: 'reduce'}, (page) => page.evaluate(() => {
    const found = document.getAnimations().map((animation) => `${animation.effect?.target?.className} moves`);
    for (const element of document.querySelectorAll('*')) {
      const {transitionDuration, animationDuration, scrollBehavior} = getComputedStyle(element);
      if ([...transitionDuration.split(','), ...animationDuration.split(',')].some((time) => parseFloat(time) > 0.01) || scrollBehavior === 'smooth')
        found.push(`${element.localName}.${element.className}: ${transitionDuration} ${animationDuration} ${scrollBehavior}`);
    }
    return found;
  }));
  assert.deepEqual(findings, []);
});
