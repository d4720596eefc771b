// SPDX-License-Identifier: GPL-3.0-or-later
// Journeys by keyboard alone: the skip link, the whole page with focus always to be seen, the menu, languages, comfort.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, until} from './support/browser.js';
import {openDemo} from './support/demo.js';

let demo, browser;
before(async () => { demo = await openDemo(); browser = await launch(); });
after(async () => { await browser?.close(); demo?.close(); });

async function open(kindName, options = {}) {
  const kind = demo.kinds.find(({name}) => name === kindName);
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce', ...options});
  const page = await context.newPage();
  await page.goto(demo.address(kind));
  return {context, page};
}

// Marks the focused element, and says what a reader would miss of it.
const lookAtFocus = async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));  // the window has scrolled to it by then
  const element = document.activeElement;
  if (element === document.body) return {end: true};
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const box = element.getBoundingClientRect();
  const name = `${element.localName}.${element.className} «${(element.textContent || element.name || '').trim().slice(0, 40)}»`;
  const again = element.dataset.walked === 'yes';
  element.dataset.walked = 'yes';
  const faults = [];
  if (!outlined) faults.push(`${name}: no outline to be seen (${style.outlineStyle} ${style.outlineWidth})`);
  if (box.width === 0 || box.height === 0) faults.push(`${name}: focus on nothing`);
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push(`${name}: focus outside the window`);
  return {end: again, faults, inFooter: Boolean(element.closest('footer')), inMain: Boolean(element.closest('main'))};
};

for (const [kindName, width] of [['home vi', 1280], ['home vi', 320], ['type document', 1280], ['type procedure', 320], ['tim-kiem', 1280], ['section: records', 320]])
  test(`Tab walks «${kindName}» at ${width} px to the end, focus always to be seen [A11Y-01]`, async () => {
    const {context, page} = await open(kindName, {viewport: {width, height: 900}});
    const faults = [];
    let steps = 0, last = {};
    for (; steps < 400; steps += 1) {
      await page.keyboard.press('Tab');
      const step = await page.evaluate(lookAtFocus);
      if (step.end) break;
      faults.push(...step.faults);
      last = step;
    }
    assert.deepEqual(faults, []);
    assert.ok(last.inFooter, `the last of ${steps} steps is in the footer`);
    await context.close();
  });

test('the skip links are the first two stops, are seen when focused, and lead past the menu [A11Y-01]', async () => {
  const {context, page} = await open('type news');
  await page.keyboard.press('Tab');
  assert.ok(await page.locator('a.skip').first().evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0));
  await page.keyboard.press('Enter');
  await until(page, () => document.activeElement.localName === 'main');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('main, footer') !== null), 'the next stop is behind the menu');
  await page.goto(page.url().split('#')[0]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(page, () => document.activeElement.id === 'search_q');
  await context.close();
});

test('the menu of a phone opens, is walked through and left again, without a trap [A11Y-01]', async () => {
  const {context, page} = await open('home vi', {viewport: {width: 320, height: 900}});
  const isOpen = () => page.evaluate(() => document.querySelector('#menu_list').matches(':popover-open'));
  await page.focus('button.menu_open');
  await page.keyboard.press('Space');
  assert.equal(await isOpen(), true);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'menu_close', 'the first stop closes the menu');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('#menu_list a')));
  await page.keyboard.press('Escape');
  assert.equal(await isOpen(), false);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'menu_open', 'focus is back where it was');
  await page.keyboard.press('Enter');
  const entries = await page.locator('#menu_list a').count();
  for (let step = 0; step < entries + 2; step += 1) await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => !document.activeElement.closest('#menu_list')), 'Tab goes on behind the menu');
  await context.close();
});

test('the language is changed by keyboard, and the page stays the same one where it is translated [LNG-02] [LNG-03]', async () => {
  const {context, page} = await open('home vi');
  for (const language of ['en', 'zh']) {
    await page.focus(`nav.languages a[lang=${language}]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/${language}/$`));
    assert.equal(await page.getAttribute('html', 'lang'), language);
  }
  await context.close();
});

test('size and colours are chosen by keyboard [A11Y-01]', async () => {
  const {context, page} = await open('home vi');
  await page.focus('.comfort summary');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await page.keyboard.press('ArrowDown');
  assert.ok(await size() > before);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'theme');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  await context.close();
});
