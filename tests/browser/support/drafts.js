// SPDX-License-Identifier: GPL-3.0-or-later
// A repository with the demonstration portal and drafts of three kinds, and the preview of all its branches.
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {cache} from './cache.js';

export const now = '2026-11-20T08:00';
export const edited = 'tin-tuc/2026/01/hoc-nghe-sua-may-nong-nghiep';

const names = {
  GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_AUTHOR_NAME: 'Lê Hoàng Cường', GIT_AUTHOR_EMAIL: 'cuong@example.org',
  GIT_COMMITTER_NAME: 'Lê Hoàng Cường', GIT_COMMITTER_EMAIL: 'cuong@example.org',
  GIT_AUTHOR_DATE: '2026-11-18T01:00:00Z', GIT_COMMITTER_DATE: '2026-11-18T01:00:00Z',
};

// → {folder, git(...arguments), change(file, edit(text) → text), branch(name, subject, work())}
export function makeRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'congbo-drafts-'));
  const git = (...words) => execFileSync('git', words, {cwd: folder, env: {...process.env, ...names}, encoding: 'utf8'});
  const change = (file, edit) => {
    const path = join(folder, 'content', file);
    let text = '';
    try { text = readFileSync(path, 'utf8'); } catch { /* a new file */ }
    writeFileSync(path, edit(text));
  };
  const branch = (name, subject, work) => {
    git('checkout', '-q', '-b', name, 'main');
    work();
    git('add', '-A');
    git('commit', '-q', '-m', subject);
    git('checkout', '-q', 'main');
  };
  cpSync(join(process.env.CONGBO_SOURCE_DIR, 'content'), join(folder, 'content'), {recursive: true});
  git('init', '-q', '-b', 'main', '.');
  git('add', '-A');
  git('commit', '-q', '-m', 'Bắt đầu');
  return {folder, git, change, branch};
}

export function addDrafts({change, branch}) {
  branch('sua-lop-nghe', 'Sửa bài lớp học sửa máy nông nghiệp', () => change(`${edited}.md`, (text) => text
    .replace('mở ngay tại xưởng', 'mở ngay tại mười một xưởng')
    .replace('cover: /anh/sua-may-nong-nghiep.jpg', 'cover: /anh/cho-phien.jpg')
    .replace('40 học viên dưới 35 tuổi', '42 học viên dưới 40 tuổi')
    .replace('khảo sát', 'khao sát')
    .replace(/\n\nLịch học[^\n]*/, '\n\nSau khóa học, mười người được vay vốn.\n\nHọc viên đăng ký tại Sở Nội vụ trước ngày 30/12.')));
  branch('tin/bài-mới', 'Thêm tin phiên chợ vùng cao', () => change('tin-tuc/2026/11/phien-cho-vung-cao.md', () => `---
title: Phiên chợ vùng cao họp thêm ngày thứ bảy
unit: so-noi-vu
summary: Từ tháng 12, phiên chợ vùng cao họp hai ngày một tuần.
category: tin-tuc
event_at: 2026-11-17T08:00
scope: province
origin: own
author: Ban Biên tập
---

Từ tháng 12, phiên chợ họp thứ bảy và chủ nhật hằng tuần.
`));
  branch('bai-hong', 'Bài còn thiếu nhiều thông tin', () => change('tin-tuc/2026/11/bai-hong.md', () => '---\ntitel: Sai khóa\n---\n'));
}

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const {port} = probe.address();
    probe.close(() => resolve(String(port)));
  });
});

// → {port, list, origin(label), close()}
export async function startPreview(folder, ...more) {
  const server = spawn(process.env.CONGBO_PROGRAM, ['preview', '--repo', folder, '--port', await freePort(), '--now', now, ...cache, ...more]);
  const printed = await new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (data) => { text += data; if (/:\d+\//.test(text)) resolve(text); });
    server.stderr.on('data', (data) => { text += data; });
    server.on('exit', (code) => reject(new Error(`the preview ended with ${code}: ${text}`)));
  });
  const port = printed.match(/:(\d+)\//)[1];
  return {
    port,
    list: `http://preview.localhost:${port}`,
    origin: (label) => `http://${label}.preview.localhost:${port}`,
    async close() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

// One request without a browser; names below .localhost need not resolve. → {status, headers, body}
export function ask(port, host, path, options = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: {Host: `${host}:${port}`, ...options.headers}}, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString()}));
    });
    asked.on('error', reject);
    asked.end(options.body);
  });
}

export const remove = (folder) => rmSync(folder, {recursive: true, force: true});
