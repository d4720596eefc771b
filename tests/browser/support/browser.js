// SPDX-License-Identifier: GPL-3.0-or-later
// One browser for a test file, and pages of it that write down whatever should not happen.
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {chromium} from 'playwright-core';

export const browserPath = process.env.CHROME_PATH ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
export const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--force-color-profile=srgb'];

export const launch = () => chromium.launch({executablePath: browserPath, args: flags});

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// A page whose `troubles` fill with requests to other hosts, answers of 400 and more, errors on the console (a breach of the
// content security policy is one) and scripts that throw. `origins`: the hosts that are ours.
export async function openPage(browser, origins, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const troubles = [];
  const at = () => new URL(page.url()).pathname;
  page.on('request', (request) => {
    if (!origins.some((origin) => request.url().startsWith(origin + '/')) && !/^(data|blob|about):/.test(request.url()))
      troubles.push(`${at()} asks ${request.url()}`);
  });
  page.on('response', (response) => { if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`); });
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) troubles.push(`${at()} console: ${message.text()}`); });
  page.on('pageerror', (error) => troubles.push(`${at()} throws: ${error.message}`));
  return {context, page, troubles};
}

// Goes through the kinds with two pages side by side. visit(page, kind) → findings; → all of them, by the order of kinds.
export async function visitAll(browser, demo, kinds, options, visit) {
  const waiting = kinds.map((kind, index) => ({kind, index}));
  const found = kinds.map(() => []);
  await Promise.all([0, 1].map(async () => {
    const {context, page, troubles} = await openPage(browser, demo.origins, options);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await page.goto(demo.address(next.kind));
      const findings = (await visit(page, next.kind)) ?? [];
      found[next.index] = [...findings, ...troubles.splice(0)].map((text) => `${next.kind.name} ${next.kind.path}: ${text}`);
    }
    await context.close();
  }));
  return found.flat();
}

// How many px the page is wider than the window; 0: it does not scroll sideways.
export const sideways = (page) => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

// Rules whose verdict depends on colours alone.
export const colourRules = ['color-contrast', 'link-in-text-block'];
const everything = {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {'target-size': {enabled: true}}};

// axe's findings on the page as it stands: texts, by all rules that speak of WCAG 2.2 AA and good practice, or `only` those
// named, or `without` them.
export async function axeFindings(page, {only = null, without = []} = {}) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axeSource);
  return page.evaluate(async (options) => {
    const {violations} = await window.axe.run(document, {...options, resultTypes: ['violations']});
    return violations.map((one) => `${one.id} ×${one.nodes.length}: ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].any[0]?.message ?? ''}`);
  }, only ? {runOnly: {type: 'rule', values: only}} : {...everything, rules: {...everything.rules, ...Object.fromEntries(without.map((rule) => [rule, {enabled: false}]))}});
}

// Waits until `holds(argument)` is true in the page. (Playwright's own waiting evaluates texts, which the policy of our pages forbids.)
export async function until(page, holds, argument) {
  for (let tries = 0; !await page.evaluate(holds, argument); ++tries) {
    if (tries > 600) throw new Error(`still not true: ${holds}`);
    await page.waitForTimeout(50);
  }
}
