// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of page under axe at three widths, in the light, dark and high contrast theme; nothing scrolls sideways, no
// request leaves the host, nothing is on the console, the content security policy is never breached.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {axeFindings, colourRules, launch, sideways, visitAll} from './support/browser.js';
import {lookAtColours} from './support/colours.js';
import {openDemo} from './support/demo.js';

let demo, browser;

before(async () => { demo = await openDemo(); browser = await launch(); });
after(async () => { await browser?.close(); demo?.close(); });

const widths = [1280, 768, 320];
const themes = [{colorScheme: 'light', contrast: 'no-preference'}, {colorScheme: 'dark', contrast: 'no-preference'}, {colorScheme: 'light', contrast: 'more'}];
const judged = new Map(themes.map((theme) => [theme, new Set()]));  // pairs of colours that axe has seen, by theme

// Everything but colours depends on width alone: every rule, at every width, in the light.
async function inWidths(page) {
  const findings = [];
  for (const width of widths) {
    await page.setViewportSize({width, height: 900});
    const over = await sideways(page);
    if (over) findings.push(`${over} px too wide at ${width} px`);
    for (const one of await axeFindings(page, {without: colourRules})) findings.push(`${width} px: ${one}`);
  }
  return findings;
}

// Colours: axe looks wherever a pair stands that it has not judged in that theme. So each pair of each page at each width
// in each theme has been judged.
async function inThemes(page) {
  const findings = [];
  for (const theme of themes) {
    await page.emulateMedia(theme);
    for (const width of widths) {
      await page.setViewportSize({width, height: 900});
      const {pairs, faults} = await page.evaluate(lookAtColours);
      const said = [...faults];
      if (pairs.some((pair) => !judged.get(theme).has(pair))) said.push(...await axeFindings(page, {only: colourRules}));
      for (const pair of pairs) judged.get(theme).add(pair);
      for (const one of said) findings.push(`${theme.colorScheme}, contrast ${theme.contrast}, ${width} px: ${one}`);
    }
  }
  await page.emulateMedia(themes[0]);
  return findings;
}

test('the demonstration has every kind of page that is to be proved [CAT-02]', (context) => {
  if (process.env.CONGBO_KINDS) return context.skip('only some kinds, by CONGBO_KINDS');
  const names = demo.kinds.map((kind) => kind.name);
  assert.ok(names.filter((name) => name.startsWith('type ')).length >= 40, names.join('\n'));
  for (const name of ['home vi', 'home en', 'home zh', 'home of a sub-portal', '404', 'gone', 'tim-kiem', 'kenh-tin', 'du-lieu-mo', 'phong-cach',
    'archive of a year', 'archive of a month', 'term the', 'term don-vi', 'section: records', 'later page of a list'])
    assert.ok(names.includes(name), `${name} is missing`);
});

test('axe finds nothing on any kind of page, at any width, in any theme; nothing leaves the host or is refused [A11Y-01] [A11Y-02] [ENC-02]', async () => {
  const findings = await visitAll(browser, demo, demo.kinds, {colorScheme: 'light'}, async (page) =>
    [...await inWidths(page), ...await inThemes(page)]);
  assert.deepEqual(findings, []);
  if (process.env.CONGBO_KINDS) return;
  const counts = [...judged.values()].map((pairs) => pairs.size);
  assert.ok(counts.every((count) => count > 40), `${counts} pairs of colours in the themes`);
});

test('a colour that cannot be read is found: by axe in text, by us in a drawing [A11Y-01]', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.setContent(`<main><p style="color:#999">faint</p><svg width="90" height="30"><text y="20" fill="#bbb">drawn</text></svg></main>`);
  const {pairs, faults} = await page.evaluate(lookAtColours);
  assert.equal(pairs.length, 1);
  assert.match(faults.join(), /drawn text/);
  assert.match((await axeFindings(page, {only: colourRules})).join(), /color-contrast/);
});
