// SPDX-License-Identifier: GPL-3.0-or-later
// What twenty pages of a small portal (sample/) look like, held against visual.json: grey tiles, no pictures in git.
// When the look changes on purpose:  UPDATE_VISUAL=1 node --test visual.test.js  and look at the pictures it leaves in
// VISUAL_DIR (a folder of yours) before committing.
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {after, before, test} from 'node:test';
import {launch} from './support/browser.js';
import {openPortal} from './support/demo.js';
import {columns, rows, tilesApart, tilesOf} from './support/picture.js';

const here = dirname(fileURLToPath(import.meta.url));
const record = join(here, 'visual.json');
const desk = {width: 1280, height: 1600}, phone = {width: 320, height: 1600};
const shots = [
  ...['/', '/tin-tuc/', '/tin-tuc/cau-treo-thong-xe.html', '/van-ban/', '/van-ban/quyet-dinh-05.html', '/thu-tuc/xac-nhan-noi-o.html', '/hoi-dap/dong-cau-ban-dem.html',
    '/lanh-dao/', '/lich-cong-tac/2026-tuan-48.html', '/thong-ke/so-ho.html', '/lay-y-kien/gio-hop-cho.html', '/phong-cach.html', '/404.html', '/tim-kiem.html']
    .map((path) => ({path, name: `desk ${path}`, viewport: desk, colorScheme: 'light'})),
  ...['/', '/tin-tuc/cau-treo-thong-xe.html', '/van-ban/', '/thu-tuc/xac-nhan-noi-o.html', '/lich-cong-tac/2026-tuan-48.html', '/phong-cach.html']
    .map((path) => ({path, name: `phone dark ${path}`, viewport: phone, colorScheme: 'dark'})),
];
// Of 384 tiles; a tile is 80 × 67 px on the desk. Other builds of the browser and of FreeType stay far below.
const step = 10, allowed = 12;

let portal, browser;
before(async () => { portal = await openPortal(join(here, 'sample')); browser = await launch(); });
after(async () => { await browser?.close(); portal?.close(); });

// The same font everywhere (fonts-dejavu-core), nothing that blinks.
const steady = '* { font-family: "DejaVu Sans" !important; caret-color: transparent !important; animation: none !important; transition: none !important; }';

async function take({path, viewport, colorScheme}, helper) {
  const context = await browser.newContext({viewport, colorScheme, bypassCSP: true, reducedMotion: 'reduce'});
  const page = await context.newPage();
  await page.goto(portal.origin + path);
  await page.addStyleTag({content: steady});
  const png = await page.screenshot();
  await context.close();
  return {png, tiles: await tilesOf(png, helper)};
}

test('twenty pages look as they did [MED-03] [A11Y-02]', async (context) => {
  const update = process.env.UPDATE_VISUAL === '1';
  if (!update && !existsSync(record)) return context.skip('no visual.json: UPDATE_VISUAL=1 makes it');
  const known = update ? {} : JSON.parse(readFileSync(record, 'utf8'));
  const folder = process.env.VISUAL_DIR;
  if (folder) mkdirSync(folder, {recursive: true});
  const helper = await (await browser.newContext()).newPage();
  const found = [];
  for (const shot of shots) {
    const {png, tiles} = await take(shot, helper);
    if (folder) writeFileSync(join(folder, shot.name.replace(/\W+/g, '_') + '.png'), png);
    if (update) known[shot.name] = tiles;
    else if (!known[shot.name]) found.push(`${shot.name} is not in visual.json`);
    else {
      const apart = tilesApart(tiles, known[shot.name], step);
      if (apart > allowed) found.push(`${shot.name}: ${apart} of ${columns * rows} tiles differ`);
    }
  }
  if (update) writeFileSync(record, JSON.stringify(known, null, 1) + '\n');
  assert.equal(shots.length, 20);
  assert.deepEqual(found, []);
});

test('tiles tell a page that changed from one that did not', async () => {
  const page = await (await browser.newContext({viewport: desk})).newPage();
  await page.setContent('<body style="margin:0;background:#fff"><div id="a" style="width:640px;height:600px;background:#222"></div>');
  const one = await tilesOf(await page.screenshot(), page), same = await tilesOf(await page.screenshot(), page);
  await page.evaluate(() => { document.querySelector('#a').style.marginLeft = '320px'; });
  const moved = await tilesOf(await page.screenshot(), page);
  assert.equal(tilesApart(one, same, step), 0);
  assert.ok(tilesApart(one, moved, step) > allowed);
});
