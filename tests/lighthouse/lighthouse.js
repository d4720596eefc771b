// SPDX-License-Identifier: GPL-3.0-or-later
// Lighthouse on five kinds of page of the demonstration, on its mobile profile: prints a table of the four scores and what
// cost points, fails where one is under 95. Each page is measured RUNS times (3) and the middle score counts, for the
// score of performance hangs on what else the machine does. Run by ./dev lighthouse.
import lighthouse from 'lighthouse';
import {launch} from 'chrome-launcher';
import {existsSync} from 'node:fs';
import {openDemo} from '../browser/support/demo.js';

const atLeast = 95;
const runs = Number(process.env.RUNS ?? 3);
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const kinds = {home: 'home vi', article: 'type news', document: 'type document', list: 'section: records', procedure: 'type procedure'};
const chromePath = process.env.CHROME_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// → {scores: {category: 0–100}, losses: [what cost points]}
async function measure(url, port) {
  const results = [];
  for (let run = 0; run < runs; run += 1)
    results.push((await lighthouse(url, {port, onlyCategories: categories, formFactor: 'mobile', logLevel: 'silent'})).lhr);
  const scores = Object.fromEntries(categories.map((id) => [id, middle(results.map((result) => Math.round(result.categories[id].score * 100)))]));
  const {audits, categories: judged} = results[0];
  const losses = categories.flatMap((id) => judged[id].auditRefs)
    .filter(({id, weight}) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
    .map(({id}) => `${id} ${audits[id].displayValue ?? ''}`.trim());
  return {scores, losses: [...new Set(losses)]};
}

const demo = await openDemo();
const chrome = await launch({chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']});
let low = 0;
try {
  console.log(['page'.padEnd(10), ...categories.map((id) => id.padStart(15))].join(''));
  for (const [label, name] of Object.entries(kinds)) {
    const kind = demo.kinds.find((one) => one.name === name);
    if (!kind) throw new Error(`the demonstration has no «${name}»`);
    const {scores, losses} = await measure(demo.address(kind), chrome.port);
    low += Object.values(scores).filter((score) => score < atLeast).length;
    console.log([label.padEnd(10), ...categories.map((id) => String(scores[id]).padStart(15))].join('') + (losses.length ? `   ${losses.join(', ')}` : ''));
  }
} finally {
  await chrome.kill();
  demo.close();
}
console.log(low ? `${low} scores under ${atLeast}` : `every score is ${atLeast} or more`);
process.exitCode = low ? 1 : 0;
