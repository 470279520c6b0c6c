// The service worker of the guide: keeps the page and everything that it loads, so that it opens
// without a network. The city itself, its engine and alerts are kept by the page, which checks them
// against their digests. Knows nothing of places; asks its own folder only.
const FILES = ["assets/_guide-texts_en-Rik-59zp.js","assets/_guide-texts_ja-Gb2wYZWS.js","assets/_guide-texts_ru-B3fyoez7.js","assets/_guide-texts_uk-0u83ICrL.js","assets/_texts_en-BM7zxuFq.js","assets/_texts_ja-C1Q1HdPd.js","assets/_texts_ru-CuGtsO2t.js","assets/_texts_uk-C8w38rrp.js","assets/colours-B74du0pJ.js","assets/engine-worker-DPsCa349.js","assets/guide-BsBhc9ei.js","assets/guide-CLPDth86.css","assets/noto-sans-cyrillic-400-normal-CHP_ranX.woff2","assets/noto-sans-cyrillic-600-normal-KpAl9xZA.woff2","assets/noto-sans-latin-400-normal-BTkUljjl.woff2","assets/noto-sans-latin-600-normal-Dkgu5AE5.woff2","assets/panel-DOdds25q.js","assets/renew-worker-CZcXBD80.js","assets/settings-D7m4pDJZ.css","assets/settings-DJNtsb2O.js","guide-notes-192.png","guide-notes-512.png","guide-notes.svg","guide-notes.webmanifest","guide-ways-192.png","guide-ways-512.png","guide-ways.svg","guide-ways.webmanifest","guide.html"];
const VERSION = "fe0f6712e1266966";
const CACHE = `guide-${VERSION}`;
const BASE = new URL('./', self.location.href);
const PAGE = new URL('guide.html', BASE).href;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(BASE.href)) return;
  const path = new URL(request.url).pathname.slice(BASE.pathname.length);
  if (request.mode === 'navigate') {
    if (path === '' || path === 'index.html' || path === 'guide.html') event.respondWith(page(request));
    return;
  }
  if (FILES.includes(path) || path.startsWith('assets/')) event.respondWith(kept(request));
});
self.addEventListener('message', (event) => {
  if (event.data === 'check') event.waitUntil(keepAll().then(() => event.source?.postMessage('checked')));
});

/** Fetches what is not there yet; one file that fails is asked for again next time. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  for (const name of FILES) {
    const url = new URL(name, BASE).href;
    if (await cache.match(url)) continue;
    const answer = await fetch(url, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    await cache.put(url, answer);
  }
  await self.skipWaiting();
}

/** Old pages' files go only once the new ones are whole. */
async function takeOver() {
  for (const name of await caches.keys())
    if (name.startsWith('guide-') && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

/** The page as it was kept, whatever the network says: it must open at once. */
async function page(request) {
  return (await caches.match(PAGE)) ?? fetch(request);
}

async function kept(request) {
  const url = request.url.split('#')[0];
  const found = await caches.match(url);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(CACHE)).put(url, answer.clone()).catch(() => {});
  return answer;
}
