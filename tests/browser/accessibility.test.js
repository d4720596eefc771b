// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of page under axe at three widths, in the light, dark and high contrast theme; nothing scrolls sideways, no
// request leaves the host, nothing is on the console, the content security policy is never breached.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {axeFindings, colourRules, launch, sideways, visitAll} from './support/browser.js';
import {openDemo} from './support/demo.js';

let demo, browser;

before(async () => { demo = await openDemo(); browser = await launch(); });
after(async () => { await browser?.close(); demo?.close(); });

// At a desk and on a phone every rule; between them only what depends on where things stand.
const widths = [{width: 1280}, {width: 768, rules: ['target-size', ...colourRules]}, {width: 320}];

async function inWidths(page) {
  const findings = [];
  for (const {width, rules} of widths) {
    await page.setViewportSize({width, height: 900});
    const over = await sideways(page);
    if (over) findings.push(`${over} px too wide at ${width} px`);
    for (const one of await axeFindings(page, rules)) findings.push(`${width} px: ${one}`);
  }
  return findings;
}

// The same page in each theme, asked by the device.
async function inThemes(page) {
  const findings = [];
  for (const media of [{colorScheme: 'dark'}, {colorScheme: 'light', contrast: 'more'}])
    for (const width of [1280, 320]) {
      await page.emulateMedia(media);
      await page.setViewportSize({width, height: 900});
      for (const one of await axeFindings(page, colourRules)) findings.push(`${JSON.stringify(media)} ${width} px: ${one}`);
    }
  await page.emulateMedia({colorScheme: 'light', contrast: 'no-preference'});
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
});
