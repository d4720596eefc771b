// SPDX-License-Identifier: GPL-3.0-or-later
// The preview of a repository in a real browser: the list of drafts, what one changes, the comparison on the page, a share
// link; axe finds nothing on them, at a phone's width and at a desk's, light and dark; nothing asks another host.
import assert from 'node:assert/strict';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {axeFindings, colourRules, launch, openPage, sideways} from './support/browser.js';
import {addDrafts, ask, edited, makeRepository, remove, startPreview} from './support/drafts.js';

const token = 'ma-cua-ban-bien-tap-de-thu';
let repository, preview, guarded, browser, secrets;

before(async () => {
  repository = makeRepository();
  addDrafts(repository);
  secrets = mkdtempSync(join(tmpdir(), 'congbo-token-'));
  writeFileSync(join(secrets, 'token'), token + '\n');
  preview = await startPreview(repository.folder);
  guarded = await startPreview(repository.folder, '--token-file', join(secrets, 'token'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await preview?.close();
  await guarded?.close();
  for (const folder of [repository?.folder, secrets]) if (folder) remove(folder);
});

const origins = (server) => [server.list, ...['sua-lop-nghe', 'main', 'bai-hong'].map(server.origin)];

async function lookAt(page, address, name) {
  const findings = [];
  await page.goto(address);
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 900});
    const over = await sideways(page);
    if (over) findings.push(`${name}: ${over} px too wide at ${width} px`);
    for (const one of await axeFindings(page)) findings.push(`${name} ${width} px: ${one}`);
  }
  await page.emulateMedia({colorScheme: 'dark'});
  for (const one of await axeFindings(page, colourRules)) findings.push(`${name} dark: ${one}`);
  await page.emulateMedia({colorScheme: 'light'});
  await page.setViewportSize({width: 1280, height: 900});
  return findings;
}

test('the list tells of each draft what an editor has to know [ROL-12][TIM-09]', async () => {
  const {context, page, troubles} = await openPage(browser, origins(preview));
  await page.goto(preview.list + '/');
  assert.equal(await page.locator('.congbo-draft').count(), 3);
  const draft = page.locator('.congbo-draft', {hasText: 'Sửa bài lớp học'});
  await draft.filter({hasText: 'Không có lỗi'}).waitFor();  // each draft is checked after the list has come
  await page.locator('.congbo-draft', {hasText: 'Thêm tin'}).filter({hasText: 'Quá hạn'}).waitFor();
  for (const words of ['Lê Hoàng Cường', 'Sở Nội vụ', '2 ngày trước', 'sua-lop-nghe'])
    assert.ok((await draft.textContent()).includes(words), words);
  await draft.getByRole('link', {name: 'Xem thay đổi'}).click();
  await page.waitForURL(/_preview\/changes/);
  assert.ok(await page.getByRole('heading', {name: 'Nội dung được sửa'}).isVisible());
  assert.ok(await page.getByText('Danh mục, trang chủ').isVisible());
  assert.deepEqual(troubles, []);
  await context.close();
});

test('the comparison marks words on the page, by keyboard and without script', async () => {
  const {context, page, troubles} = await openPage(browser, origins(preview));
  await page.goto(`${preview.origin('sua-lop-nghe')}/_preview/compare/${edited}.html`);
  assert.equal(await page.locator('h1 ins').textContent(), 'mười một ');
  assert.equal(await page.locator('del.congbo-marks').first().getAttribute('title'), 'Chỉ khác dấu');
  assert.ok(await page.locator('.congbo-fields').getByText('Tiêu đề').isVisible());
  for (const picture of await page.locator('del img, ins img').all()) {
    await picture.scrollIntoViewIfNeeded();
    assert.ok(await picture.evaluate((one) => one.decode().then(() => one.naturalWidth > 0)));
  }
  const here = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('n');
  assert.equal(await here(), 'congbo-change-1');
  await page.keyboard.press('n');
  assert.equal(await here(), 'congbo-change-2');
  await page.keyboard.press('p');
  assert.equal(await here(), 'congbo-change-1');
  await page.getByRole('link', {name: 'Đang đăng'}).click();
  await page.waitForURL(/_preview\/before/);
  assert.ok(await page.getByText('40 học viên dưới 35 tuổi').isVisible());
  assert.deepEqual(troubles, []);
  await context.close();
  const plain = await openPage(browser, origins(preview), {javaScriptEnabled: false});
  await plain.page.goto(`${preview.origin('sua-lop-nghe')}/_preview/compare/${edited}.html`);
  await plain.page.locator('.congbo-numbers a').nth(1).click();
  await plain.page.waitForURL(/#congbo-change-2$/);
  await plain.context.close();
});

test('a draft as of another day is another address, chosen in the ribbon', async () => {
  const {context, page} = await openPage(browser, []);
  await page.goto(`${preview.origin('sua-lop-nghe')}/${edited}.html`);
  await page.getByLabel('Xem như ngày').fill('2026-12-31');
  await page.getByRole('button', {name: 'Xem', exact: true}).click();
  await page.waitForURL(/sua-lop-nghe--20261231t2359\.preview/);
  assert.ok(page.url().endsWith(`/${edited}.html`));
  assert.ok(await page.getByText('Như mọi người sẽ thấy lúc').isVisible());
  await context.close();
});

test('these pages are accessible on a phone and at a desk, light and dark', async () => {
  const {context, page} = await openPage(browser, []);
  const draft = preview.origin('sua-lop-nghe');
  const findings = [
    ...await lookAt(page, preview.list + '/', 'list'),
    ...await lookAt(page, `${draft}/_preview/changes`, 'changes'),
    ...await lookAt(page, `${draft}/_preview/compare/${edited}.html`, 'comparison'),
    ...await lookAt(page, `${draft}/_preview/compare/${edited}.json`, 'lines'),
    ...await lookAt(page, `${preview.list}/_preview/shares?draft=sua-lop-nghe`, 'share links'),
    ...await lookAt(page, guarded.list + '/', 'entrance'),
  ];
  assert.deepEqual(findings, []);
  await context.close();
});

test('somebody with a share link sees its page and nothing else [SEC-01]', async () => {
  const {context, page} = await openPage(browser, []);
  await page.goto(guarded.list + '/');
  await page.getByLabel('Mã của ban biên tập').fill(token);
  await page.getByRole('button', {name: 'Vào xem'}).click();
  await page.getByRole('heading', {name: 'Bản nháp đang mở'}).waitFor();
  await page.locator('.congbo-draft', {hasText: 'Sửa bài lớp học'}).getByRole('link', {name: 'Xem thay đổi'}).click();
  await page.waitForURL(`${guarded.origin('sua-lop-nghe')}/_preview/changes`);
  await page.getByRole('link', {name: 'Gửi liên kết xem'}).click();
  await page.waitForURL(/_preview\/shares/);
  await page.getByLabel('Gửi cho ai').fill('Chị Lan, Sở Nội vụ');
  await page.getByLabel('Mở được gì').fill(`/${edited}.html`);
  await page.getByRole('button', {name: 'Tạo liên kết'}).click();
  const link = await page.locator('.congbo-address code').textContent();

  const guest = await openPage(browser, []);
  await guest.page.goto(link);
  assert.equal(guest.page.url(), `${guarded.origin('sua-lop-nghe')}/${edited}.html`);
  assert.ok(await guest.page.getByText('42 học viên dưới 40 tuổi').isVisible());
  assert.ok(await guest.page.locator('main img').first().evaluate((one) => one.decode().then(() => one.naturalWidth > 0)));
  for (const elsewhere of [`${guarded.origin('sua-lop-nghe')}/`, `${guarded.origin('main')}/`, `${guarded.origin('bai-hong')}/`])
    assert.equal((await guest.page.goto(elsewhere)).status(), 404);

  await page.getByRole('button', {name: 'Thu hồi'}).click();
  await page.getByText('Đã thu hồi').waitFor();
  assert.equal((await guest.page.goto(link)).status(), 404);
  await guest.context.close();
  await context.close();
});

// CONGBO_LOAD_SECONDS=60 CONGBO_LOAD_READERS=50 for the long form.
test('many readers of different drafts never get another draft\'s bytes [SEC-01]', async () => {
  const count = 10, seconds = Number(process.env.CONGBO_LOAD_SECONDS ?? 3), readers = Number(process.env.CONGBO_LOAD_READERS ?? 16);
  for (let i = 0; i < count; ++i)
    repository.branch(`doc-${i}`, `Bản ${i}`, () => repository.change(`${edited}.md`, (text) => text.replace('40 học viên', `DAU${100 + i} học viên`)));
  const end = Date.now() + seconds * 1000;
  let answers = 0;
  const wrong = [];
  await Promise.all(Array.from({length: readers}, async (_, reader) => {
    for (let round = reader; Date.now() < end; ++round) {
      const own = round % count, path = round % 3 ? `/${edited}.html` : `/_preview/compare/${edited}.html`;
      const {status, body} = await ask(preview.port, `doc-${own}.preview.localhost`, path);
      const marks = [...new Set(body.match(/DAU\d+/g) ?? [])].join();
      if (status !== 200 || marks !== `DAU${100 + own}`) wrong.push(`doc-${own}${path}: ${status} ${marks}`);
      ++answers;
    }
  }));
  if (process.env.CONGBO_LOAD_SECONDS) console.log(`${answers} answers in ${seconds} s`);
  assert.deepEqual(wrong, []);
  assert.ok(answers >= readers);
});
