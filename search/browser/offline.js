// SPDX-License-Identifier: GPL-3.0-or-later
// Service worker of portals that choose `search_offline`: the search pages (named behind «?», one after the other) with
// what they load, and of the index what was asked for, for when there is no network. Everything else passes by.
//
// current.json and the pages are asked of the network first. When another current.json has come, the pages are fetched
// again and all that belongs to the index before is thrown away; when it says nothing of keeping any longer, everything.
const current = '/search/current.json', pages = location.search.slice(1).split('&');
const name = 'congbo-search';

async function renew(response) {
  const kept = await caches.match(current), text = await response.clone().text();
  if (kept && await kept.text() === text) return;
  const {folder, delta, boot, offline} = JSON.parse(text);
  if (!offline) {
    await caches.delete(name);
    await registration.unregister();
    return;
  }
  const cache = await caches.open(name);
  const wanted = new Set(offline.concat(current));
  for (const page of offline) {
    const answer = await fetch(page, {cache: 'no-cache'}), html = await answer.text();
    if (!answer.ok) throw new Error(page);
    for (const [, path] of html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
      if (!await cache.match(path)) await cache.add(path);
      wanted.add(path);
    }
    await cache.put(page, new Response(html, {headers: answer.headers}));  // made anew: of a redirection it could not be shown
  }
  const belongs = (path) => wanted.has(path) || [folder, delta, boot].some((one) => path.startsWith(`/search/${one}/`));
  for (const request of await cache.keys()) if (!belongs(new URL(request.url).pathname)) await cache.delete(request);
  await cache.put(current, response);
}

async function newest(event, path) {
  try {
    const response = await fetch(event.request);
    if (path === current && response.ok) event.waitUntil(renew(response.clone()));
    return response;
  } catch {
    return await caches.match(path) || Response.error();
  }
}

// A file that its name tells from every other. Nothing is begun here: what was thrown away stays away.
async function fixed(event, path) {
  const kept = await caches.match(path);
  if (kept) return kept;
  const cache = await caches.has(name) && await caches.open(name), response = await fetch(event.request);
  const own = response.ok && !/html/.test(response.headers.get('Content-Type'));
  if (cache && own && path.startsWith('/search/')) event.waitUntil(cache.put(path, response.clone()));
  return response;
}

addEventListener('install', (event) => event.waitUntil(fetch(current, {cache: 'no-cache'}).then(renew).then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const {method, mode, url} = event.request, {origin, pathname} = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  const first = mode === 'navigate' ? pages.includes(pathname) : pathname === current;
  if (first) event.respondWith(newest(event, pathname));
  else if (mode !== 'navigate' && /^\/(search|assets)\//.test(pathname)) event.respondWith(fixed(event, pathname));
});
