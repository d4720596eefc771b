// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of page on A4: all its words are in the PDF, and no box cuts off what is in it.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {launch, visitAll} from './support/browser.js';
import {openDemo} from './support/demo.js';

let demo, browser;
before(async () => { demo = await openDemo(); browser = await launch(); });
after(async () => { await browser?.close(); demo?.close(); });

// A line may end in any word, and pdftotext drops the hyphen it ends with.
const squeezed = (text) => text.normalize('NFKC').replace(/[-\s\u00ad\u200b]+/g, '');

function textOfPdf(bytes, name) {
  const file = join(demo.out, `${name.replace(/\W+/g, '-')}.pdf`);
  writeFileSync(file, bytes);
  const text = execFileSync('pdftotext', ['-raw', file, '-'], {encoding: 'utf8', maxBuffer: 1 << 26});
  rmSync(file);
  return text;
}

// Boxes that would cut off their text on paper; 643 px is what A4 has between our margins.
const clipped = () => [...document.querySelectorAll('main *, footer *')].filter((element) => {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.display === 'inline' || /rect|inset/.test(style.clip + style.clipPath) || !element.checkVisibility()) return false;
  return (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) || (style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
    || element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map((element) => `${element.localName}.${element.className} is cut off`);

// What is there for screen readers alone is not on paper.
const dropUnseen = () => [...document.querySelectorAll('main *')].filter((element) => getComputedStyle(element).clipPath === 'inset(50%)')
  .forEach((element) => element.remove());

test('printed to PDF, every kind of page keeps all its words and cuts nothing off; each sheet bears the source, none bears it alone [A11Y-02] [ID-10] [ID-04]', async () => {
  const findings = await visitAll(browser, demo, demo.kinds, {viewport: {width: 643, height: 900}}, async (page, kind) => {
    await page.emulateMedia({media: 'print'});
    const found = await page.evaluate(clipped);
    await page.evaluate(dropUnseen);
    const words = (await page.evaluate(() => document.querySelector('main').innerText)).split(/\s+/).filter((word) => word.length > 1);
    const sheets = textOfPdf(await page.pdf({preferCSSPageSize: true}), kind.name).split('\f').slice(0, -1).map(squeezed), pdf = sheets.join('');
    const foot = squeezed(await page.evaluate(() => document.querySelector('.foot .wrap').innerText));
    if (!sheets.every((sheet) => sheet.includes(foot.slice(0, 60)))) found.push('a sheet does not say where it comes from');
    if (sheets.at(-1).length < foot.length + 12) found.push(`the last of ${sheets.length} sheets holds the footer alone`);
    const lost = [...new Set(words)].filter((word) => !pdf.includes(squeezed(word)));
    if (words.length < 8) found.push('next to nothing is printed');
    if (lost.length) found.push(`not in the PDF: ${lost.slice(0, 8).join(' · ')} (${lost.length} of ${words.length})`);
    await page.emulateMedia({media: null});
    return found;
  });
  assert.deepEqual(findings, []);
});
